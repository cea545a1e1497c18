"""The page of the visit planner: fields that its scripts work with, and the ways on without them (docs/rencana.md)."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page

PATH = "kunjungan/rencana/"
SCRIPTS = ("rencana.js",)


def planner_page(context: PageContext) -> Page:
    """Return the planner; of the catalogue it holds only the kinds of visits and which regions have entries."""
    return render_page(
        "rencana.html",
        path=PATH,
        title="Rencanakan kunjungan",
        description="Pilih inovasi, susun jadwal dan pertanyaan, lalu unduh surat permohonan, surat minat, laporan.",
        section="kunjungan",
        scripts=SCRIPTS,
        wilayah=" ".join(context.catalog.wilayah_berentri),
        jenis=[(id, term.nama) for id, term in context.catalog.vocabularies.jenis_kunjungan.items()],
    )
