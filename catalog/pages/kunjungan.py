"""The record of learning visits, newest first, and the table of regions as hosts and as guests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.frame.page import Page
from catalog.indonesian import ribuan
from catalog.kunjungan import KALENDER, BarisWilayah, count_followed, count_regions, count_years, planned
from catalog.pages.aturan import usual_rules
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import PER_HALAMAN, Halaman, make_paging, plan_pages
from catalog.pages.kunjungan_baris import BarisKunjungan, make_row
from catalog.pages.replikasi_baris import make_row as pair_row
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.tautan import Tautan, region_link

CATATAN = "kunjungan/"
WILAYAH = "kunjungan/wilayah/"
TANPA_TAHUN = "tanpa-tanggal"
_TOP = 5


@dataclass(frozen=True, slots=True)
class Tahun:
    """A year of visits: ``tautan`` is where its first one stands, '' where it stands on this page."""

    nama: str
    jangkar: str
    jumlah: int
    tautan: str


@dataclass(frozen=True, slots=True)
class Wilayah:
    """One row of the table of regions."""

    wilayah: Tautan
    hitungan: BarisWilayah


def visit_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (address, '', number) of the pages of the list, 50 visits a page."""
    return plan_pages(CATATAN, len(context.kunjungan))


def visits_page(key: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of the visits; counts and explanations stand on the first."""
    visits = context.kunjungan
    paging = make_paging(CATATAN, number, len(visits))
    shown = visits[(number - 1) * PER_HALAMAN : number * PER_HALAMAN]
    rows = [(visit.tahun, make_row(visit, context)) for visit in shown]
    followed = count_followed(visits, context.buku.pasangan) if number == 1 else None
    regions = _region_rows(context) if number == 1 else []
    return render_page(
        "kunjungan.html",
        path=paging.tautan(number),
        title="Catatan kunjungan belajar" + (f", halaman {number}" if number > 1 else ""),
        description=f"{ribuan(len(visits))} kunjungan belajar: siapa datang ke mana, tentang apa, dan hasilnya.",
        section="kunjungan",
        jumlah=len(visits),
        tahun=_years(context, paging),
        kelompok=[(year, [row for _, row in group]) for year, group in _by_year(rows)],
        nama_tahun=_year_name,
        jangkar=_anchor,
        kelanjutan=followed,
        nyata=[pair_row(pair, context) for pair in followed.nyata] if followed else (),
        tuan_rumah=[row for row in regions[:_TOP] if row.hitungan.tuan_rumah],
        wilayah=len(regions),
        rencana=sum(visit.rencana for visit in visits),
        terjadwal=len(planned(visits)),
        kalender=KALENDER,
        kebiasaan=usual_rules(context) if number == 1 else (),
        dasar=context.catalog.vocabularies.keterangan["praktik_kunjungan"].dasar,
        halaman=paging,
        ref=PageReferences(),
    )


def _by_year(rows: Sequence[tuple[str, BarisKunjungan]]) -> list[tuple[str, list[tuple[str, BarisKunjungan]]]]:
    return [(year, list(group)) for year, group in groupby(rows, key=lambda row: row[0])]


def _years(context: PageContext, paging: Halaman) -> list[Tahun]:
    found = []
    for year, count, first in count_years(context.kunjungan):
        page = first // PER_HALAMAN + 1
        link = "" if page == paging.ini else paging.tautan(page)
        found.append(Tahun(_year_name(year), _anchor(year), count, link))
    return found


def _year_name(year: str) -> str:
    return year or "Tanpa tanggal"


def _anchor(year: str) -> str:
    return f"tahun-{year}" if year else TANPA_TAHUN


def visit_regions_page(context: PageContext) -> Page:
    """Return the table of every region that was host or guest."""
    rows = _region_rows(context)
    return render_page(
        "kunjungan_wilayah.html",
        path=WILAYAH,
        title="Kunjungan menurut wilayah",
        description=f"{ribuan(len(rows))} daerah sebagai tuan rumah dan sebagai tamu kunjungan belajar.",
        section="kunjungan",
        baris=rows,
    )


def _region_rows(context: PageContext) -> list[Wilayah]:
    counts = count_regions(context.kunjungan, context.buku.pasangan, context.catalog)
    return [Wilayah(_region(row.id, context), row) for row in counts]


def _region(id: str, context: PageContext) -> Tautan:
    link = region_link(id, context)
    return Tautan(link.nama, f"{link.tautan}#kunjungan" if link.tautan else "")
