"""Exhibitions of innovations: when and where, what was shown, and which services were given on the spot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.frame.page import Page
from catalog.indonesian import rentang_tanggal, ribuan
from catalog.model.umum import Sumber
from catalog.pages.context import NASIONAL, PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import PER_HALAMAN, make_paging, plan_pages
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.tautan import Tautan, region_link
from catalog.pages.wilayah_jejak import stand_link

PAMERAN = "pameran/"


@dataclass(frozen=True, slots=True)
class BarisPameran:
    """One exhibition; ``gerai`` are the stands that are known, ``jumlah`` how many there were, 0 where unknown."""

    id: str
    nama: str
    wilayah: Tautan
    kapan: str
    tempat: str
    penyelenggara: str
    gerai: Sequence[Tautan]
    jumlah: int
    layanan: Sequence[str]
    keterangan: str
    sumber: Sequence[Sumber]


def exhibition_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (address, '', number) of the pages of exhibitions, 50 a page."""
    return plan_pages(PAMERAN, _count(context))


def _count(context: PageContext) -> int:
    return sum(len(daerah.pameran) for daerah in context.catalog.daerah.values())


def exhibition_page(key: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of the exhibitions, the newest first, those of one day by region and name."""
    found = [(show.tanggal, d.id, n) for d in context.catalog.daerah.values() for n, show in enumerate(d.pameran)]
    found.sort(key=lambda one: one[1:])
    found.sort(key=lambda one: one[0], reverse=True)
    shown = found[(number - 1) * PER_HALAMAN : number * PER_HALAMAN]
    paging = make_paging(PAMERAN, number, len(found))
    return render_page(
        "pameran.html",
        path=paging.tautan(number),
        title="Pameran inovasi" + (f", halaman {number}" if number > 1 else ""),
        description=f"{ribuan(len(found))} pameran inovasi daerah: waktu, tempat, gerai, dan layanan di tempat.",
        section="kunjungan",
        baris=[_row(wilayah, place, context) for _, wilayah, place in shown],
        jumlah=len(found),
        halaman=paging,
        ref=PageReferences(),
    )


def _row(wilayah: str, place: int, context: PageContext) -> BarisPameran:
    show = context.catalog.daerah[wilayah].pameran[place]
    region = Tautan("Tingkat nasional") if wilayah == NASIONAL else region_link(wilayah, context)
    return BarisPameran(
        id=f"{wilayah}-{place + 1}",
        nama=show.nama,
        wilayah=Tautan(region.nama, f"{region.tautan}#pameran" if region.tautan else ""),
        kapan=rentang_tanggal(show.tanggal, show.tanggal_selesai),
        tempat=show.tempat or "",
        penyelenggara=show.penyelenggara or "",
        gerai=[stand_link(stand, context) for stand in show.gerai],
        jumlah=show.jumlah_gerai or 0,
        layanan=show.layanan_di_tempat,
        keterangan=show.keterangan or "",
        sumber=show.sumber,
    )
