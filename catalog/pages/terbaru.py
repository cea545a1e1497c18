"""The page of the newest entries by year and month, and the way to follow them with a feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.indonesian import BULAN, tanggal
from catalog.kabar import SEMUA, UMPAN, newest
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.tautan import Tautan

TERBANYAK = 60
"""Entries on the page; older ones are in the lists by year."""


@dataclass(frozen=True, slots=True)
class Baris:
    """One entry: ``asal`` says of what ``tanggal`` is the date, of the start or of the newest source."""

    nama: str
    tautan: str
    wilayah: str
    urusan: str
    ringkasan: str
    asal: str
    tanggal: str


@dataclass(frozen=True, slots=True)
class Bulan:
    """The entries of one month, or of a year whose month no source tells: ``nama`` is then ''."""

    nama: str
    baris: Sequence[Baris]


@dataclass(frozen=True, slots=True)
class Tahun:
    """One year, its latest month first."""

    tahun: str
    bulan: Sequence[Bulan]


def newest_page(context: PageContext) -> Page:
    """Return the page of the newest entries."""
    entries = newest(context.catalog.entri, TERBANYAK)
    return render_page(
        "terbaru.html",
        path=SEMUA,
        title="Inovasi terbaru",
        description="Inovasi daerah yang paling baru menurut tanggal mulainya atau tanggal sumber terbarunya.",
        tahun=group_by_month(entries, context),
        jumlah=len(entries),
        umpan=UMPAN,
        contoh=_example(context),
    )


def _example(context: PageContext) -> Tautan | None:
    """The feed of the home region, where it has one."""
    id = context.settings.wilayah_rumah
    if not newest(context.catalog.entri_of(id), 1):
        return None
    return Tautan(context.catalog.nama_wilayah(id), f"wilayah/{id}/{UMPAN}")


def group_by_month(entries: Sequence[Entri], context: PageContext) -> list[Tahun]:
    """Return entries that are ordered newest first, in their years and months."""
    years = []
    for year, of_year in groupby(entries, key=lambda entri: entri.kebaruan[:4]):
        months = groupby(of_year, key=lambda entri: entri.kebaruan[5:7])
        years.append(Tahun(year, [Bulan(_name(month), [_row(e, context) for e in es]) for month, es in months]))
    return years


def _name(month: str) -> str:
    return BULAN[int(month) - 1] if month else ""


def _row(entri: Entri, context: PageContext) -> Baris:
    return Baris(
        nama=entri.nama,
        tautan=entri.tautan,
        wilayah=context.catalog.nama_wilayah(entri.wilayah),
        urusan=context.catalog.vocabularies.urusan[entri.urusan_utama].singkat,
        ringkasan=entri.inovasi.ringkasan,
        asal="mulai" if entri.tanggal_mulai else "sumber terbaru",
        tanggal=tanggal(entri.kebaruan),
    )
