"""Awards of regions and of innovations: what, from whom, in which year. Their sources stand where each link leads."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.anugerah import Anugerah
from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.indonesian import ribuan
from catalog.model.wilayah import Penghargaan
from catalog.pages.context import NASIONAL, PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import make_paging, plan_pages
from catalog.pages.tautan import Tautan, region_link
from catalog.pages.wilayah_jejak import own_entry

PENGHARGAAN = "penghargaan/"
_PER_PAGE = 100
"""Lines are short: more of them on a page than cards."""
_GIVERS = 8


@dataclass(frozen=True, slots=True)
class BarisPenghargaan:
    """One award: ``penerima`` is the region or entry, ``wilayah`` the entry's, ``untuk`` what a region got it for."""

    tahun: str
    nama: str
    kategori: str
    pemberi: str
    penerima: Tautan
    wilayah: str
    untuk: Sequence[Tautan]


def award_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (address, '', number) of the pages of awards, 100 a page."""
    return plan_pages(PENGHARGAAN, len(context.anugerah.baris), per_page=_PER_PAGE)


def award_page(key: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of the awards, with the years as headings."""
    awards, summary = context.anugerah.baris, context.anugerah
    shown = [_row(one, context) for one in awards[(number - 1) * _PER_PAGE : number * _PER_PAGE]]
    paging = make_paging(PENGHARGAAN, number, len(awards), _PER_PAGE)
    return render_page(
        "penghargaan.html",
        path=paging.tautan(number),
        title="Penghargaan inovasi" + (f", halaman {number}" if number > 1 else ""),
        description=f"{ribuan(len(awards))} penghargaan inovasi menurut tahun, pemberi, dan penerimanya.",
        section="wilayah",
        jumlah=len(awards),
        inovasi=summary.jumlah_inovasi,
        daerah=summary.jumlah_daerah,
        pemberi=summary.pemberi[:_GIVERS],
        tanpa_pemberi=len(awards) - sum(count for _, count in summary.pemberi),
        tahun=[(year, list(group)) for year, group in groupby(shown, key=lambda row: row.tahun)],
        halaman=paging,
    )


def _row(one: Anugerah, context: PageContext) -> BarisPenghargaan:
    award, holder = one.penghargaan, one.pemegang
    if isinstance(holder, Entri):
        link, place = Tautan(holder.nama, holder.tautan), context.catalog.nama_wilayah(holder.wilayah)
        return BarisPenghargaan(one.tahun, award.nama, award.kategori or "", award.pemberi or "", link, place, ())
    own = Tautan("Tingkat nasional") if holder.id == NASIONAL else region_link(holder.id, context)
    link = Tautan(own.nama, f"{own.tautan}#penghargaan" if own.tautan else "")
    reasons = [own_entry(id, holder.id, context) for id in award.inovasi] if isinstance(award, Penghargaan) else []
    return BarisPenghargaan(one.tahun, award.nama, award.kategori or "", award.pemberi or "", link, "", reasons)
