"""The page of the innovation index: its indicators, formula and predicates by edition, and what is unsure in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.iid import Predikat, current_edition, wording
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.tautan import Tautan

PATH = "swanilai/"
METODE = "tentang/swanilai/"
"""Address of the handwritten page about the method."""

USAHA = {1: "ringan", 2: "sedang", 3: "berat"}
"""Work of a step, 1 to 3, in words."""


@dataclass(frozen=True, slots=True)
class BarisPredikat:
    """A predicate of a region with its borders as one reads them."""

    nama: str
    rentang: str


def assessment_page(context: PageContext) -> Page:
    """Return the page of the editions and of the regions that have a self-assessment."""
    editions = context.catalog.vocabularies.iid
    edition = current_edition(editions)
    return render_page(
        "swanilai.html",
        path=PATH,
        title=f"Indikator Indeks Inovasi Daerah {edition.edisi}",
        description=f"Indikator, bobot, bukti, rumus, dan predikat Indeks Inovasi Daerah edisi {edition.edisi}, "
        "dan apa yang belum pasti. Dipakai untuk swanilai; bukan nilai resmi.",
        section="",
        edisi=edition,
        predikat=predicate_rows(edition.predikat),
        lain=[(one, predicate_rows(one.predikat)) for one in editions.values() if one is not edition],
        spd=[(row, wording(int(row.bobot * 100))) for row in edition.spd],
        faktor=wording(edition.rumus.seperseratus_jumlah or 0),
        usaha=USAHA,
        wilayah=_regions(context),
        metode=METODE,
    )


def predicate_rows(predicates: Sequence[Predikat]) -> list[BarisPredikat]:
    """Return the predicates with their borders, the best first."""
    return [
        BarisPredikat(
            one.nama, f"{wording(one.dari)} sampai {wording(one.sampai)}" if one.sampai else wording(one.sampai)
        )
        for one in predicates
    ]


def region_path(wilayah: str) -> str:
    """Return the address of a region's self-assessment."""
    return f"wilayah/{wilayah}/swanilai/"


def assessment_anchor(entri: Entri) -> str:
    """Return the id of an entry on its region's page."""
    return f"e-{entri.slug}"


def _regions(context: PageContext) -> list[Tautan]:
    catalog = context.catalog
    return [
        Tautan(catalog.nama_wilayah(id), region_path(id)) for id in catalog.wilayah_berentri if context.has_wilayah(id)
    ]
