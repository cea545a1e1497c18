"""Innovation laboratories: the stages of LAN, the rounds of regions, and the entries that came through one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Daerah
from catalog.frame.page import Page
from catalog.indonesian import rentang_tanggal, ribuan
from catalog.model.wilayah import PutaranLab
from catalog.pages.context import NASIONAL, PageContext
from catalog.pages.environment import render_page
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.tautan import Tautan, entry_link, region_link
from catalog.vocabularies import Istilah

LAB = "lab/"


@dataclass(frozen=True, slots=True)
class Tahap:
    """A stage: what it is, how many rounds name it, and the entries that say they are at it."""

    istilah: Istilah
    putaran: int
    entri: Sequence[Tautan]


@dataclass(frozen=True, slots=True)
class Putaran:
    """One round: its record, when it was, the name of its stage ('' where none is named)."""

    rekaman: PutaranLab
    kapan: str
    tahap: str


@dataclass(frozen=True, slots=True)
class LabWilayah:
    """The rounds of one region, the newest first, and its office for innovation."""

    id: str
    wilayah: Tautan
    kantor: str
    putaran: Sequence[Putaran]


def lab_page(context: PageContext) -> Page:
    """Return the page of innovation laboratories; regions by name, national rounds last."""
    regions = [d for d in context.catalog.daerah.values() if d.lab]
    regions.sort(key=lambda d: (d.id == NASIONAL, context.catalog.nama_wilayah(d.id), d.id))
    rounds = sum(len(d.lab) for d in regions)
    return render_page(
        "lab.html",
        path=LAB,
        title="Laboratorium inovasi",
        description=f"{ribuan(rounds)} putaran laboratorium inovasi menurut daerah, dengan lima tahap LAN.",
        section="kunjungan",
        tahap=_stages(context),
        dasar=context.catalog.vocabularies.keterangan["lab"].dasar,
        wilayah=[_region(d, context) for d in regions],
        jumlah=rounds,
        ref=PageReferences(),
    )


def _stages(context: PageContext) -> list[Tahap]:
    catalog = context.catalog
    named = [r.tahap for d in catalog.daerah.values() for r in d.lab]
    return [
        Tahap(
            term,
            named.count(id),
            [entry_link(e.id, context) for e in catalog.entri if e.inovasi.lab and e.inovasi.lab.tahap == id],
        )
        for id, term in catalog.vocabularies.lab.items()
    ]


def _region(daerah: Daerah, context: PageContext) -> LabWilayah:
    lists = context.catalog.vocabularies
    link = Tautan("Tingkat nasional") if daerah.id == NASIONAL else region_link(daerah.id, context)
    contact = daerah.profil.kontak if daerah.profil else None
    ordered = sorted(daerah.lab, key=lambda r: r.tanggal or "", reverse=True)
    return LabWilayah(
        id=daerah.id,
        wilayah=Tautan(link.nama, f"{link.tautan}#lab" if link.tautan else ""),
        kantor=contact.unit if contact else "",
        putaran=[
            Putaran(
                r,
                rentang_tanggal(r.tanggal, r.tanggal_selesai) if r.tanggal else "waktunya belum tercatat",
                lists.lab[r.tahap].nama if r.tahap else "",
            )
            for r in ordered
        ],
    )
