"""The page of the form door: what its scripts need to begin, and the other doors for whoever has no script."""

from __future__ import annotations

from catalog.formulir import FOLDER, model_file_name
from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page

PATH = FOLDER
SCRIPTS = ("formulir.js",)


def form_page(context: PageContext) -> Page:
    """Return the form's page; of the catalogue it holds only which regions have a profile, and which list offices."""
    regions = context.catalog.daerah.values()
    return render_page(
        "formulir.html",
        path=PATH,
        title="Formulir kontribusi",
        description="Tambah atau perbaiki entri, kunjungan, replikasi, dan perangkat daerah, langsung di peramban.",
        section="kontribusi",
        scripts=SCRIPTS,
        model=model_file_name(context.catalog.vocabularies),
        repositori=context.settings.repositori,
        profil=" ".join(sorted(region.id for region in regions if region.profil)),
        kantor=" ".join(sorted(region.id for region in regions if region.perangkat_daerah)),
    )
