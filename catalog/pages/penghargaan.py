"""Awards of regions and of innovations: what, from whom, in which year. Their sources stand where each link leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.frame.page import Page
from catalog.model.inovasi import PenghargaanInovasi
from catalog.model.wilayah import Penghargaan
from catalog.pages.context import NASIONAL, PageContext
from catalog.pages.environment import render_page
from catalog.pages.indonesian import ribuan
from catalog.pages.komponen import count_pages, make_paging
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


def award_rows(context: PageContext) -> list[BarisPenghargaan]:
    """Return all awards, newest year first, undated last; within a year by name, then holder."""
    rows = [*_of_regions(context), *_of_entries(context)]
    rows.sort(key=lambda row: (row.nama.casefold(), row.penerima.nama.casefold(), row.penerima.tautan))
    return sorted(rows, key=lambda row: row.tahun, reverse=True)


def award_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (address, '', number) of the pages of awards, 100 a page."""
    total = len(award_rows(context))
    pages = range(1, count_pages(total, _PER_PAGE) + 1)
    return [(PENGHARGAAN if n == 1 else f"{PENGHARGAAN}halaman-{n}/", "", n) for n in pages]


def award_page(key: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of the awards, with the years as headings."""
    rows = award_rows(context)
    shown = rows[(number - 1) * _PER_PAGE : number * _PER_PAGE]
    paging = make_paging(PENGHARGAAN, number, len(rows), _PER_PAGE)
    entries = sum(1 for entri in context.catalog.entri if entri.inovasi.penghargaan)
    regions = sum(1 for daerah in context.catalog.daerah.values() if daerah.penghargaan)
    return render_page(
        "penghargaan.html",
        path=paging.tautan(number),
        title="Penghargaan inovasi" + (f", halaman {number}" if number > 1 else ""),
        description=f"{ribuan(len(rows))} penghargaan inovasi menurut tahun, pemberi, dan penerimanya.",
        section="wilayah",
        jumlah=len(rows),
        inovasi=entries,
        daerah=regions,
        pemberi=_givers(rows),
        tanpa_pemberi=sum(1 for row in rows if not row.pemberi),
        tahun=[(year, list(group)) for year, group in groupby(shown, key=lambda row: row.tahun)],
        halaman=paging,
    )


def _of_regions(context: PageContext) -> Iterator[BarisPenghargaan]:
    for daerah in context.catalog.daerah.values():
        link = Tautan("Tingkat nasional") if daerah.id == NASIONAL else region_link(daerah.id, context)
        holder = Tautan(link.nama, f"{link.tautan}#penghargaan" if link.tautan else "")
        for award in daerah.penghargaan:
            yield _row(award, holder, "", [own_entry(id, daerah.id, context) for id in award.inovasi])


def _of_entries(context: PageContext) -> Iterator[BarisPenghargaan]:
    for entri in context.catalog.entri:
        for award in entri.inovasi.penghargaan:
            yield _row(award, Tautan(entri.nama, entri.tautan), context.catalog.nama_wilayah(entri.wilayah), ())


def _row(
    award: Penghargaan | PenghargaanInovasi, holder: Tautan, wilayah: str, entries: Sequence[Tautan]
) -> BarisPenghargaan:
    year = (award.tanggal or "")[:4]
    return BarisPenghargaan(year, award.nama, award.kategori or "", award.pemberi or "", holder, wilayah, entries)


def _givers(rows: Sequence[BarisPenghargaan]) -> list[tuple[str, int]]:
    """The givers that are named most often, as they are written."""
    named = Counter(row.pemberi for row in rows if row.pemberi)
    return sorted(named.items(), key=lambda item: (-item[1], item[0]))[:_GIVERS]
