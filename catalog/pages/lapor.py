"""The page that shows an entry's reports field by field, to be copied into the national forms."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.swanilai import PATH as INDEKS

PATH = "lapor/"
SCRIPTS = ("lapor.js",)


def report_page(context: PageContext) -> Page:
    """Return the page; which entry it is about stands in its address, so only the script knows."""
    return render_page(
        "lapor.html",
        path=PATH,
        title="Tulis sekali, lapor tiga kali",
        description="Isi satu entri dipakai untuk profil Indeks Inovasi Daerah, proposal KIPP, dan halaman publik.",
        section="",
        scripts=SCRIPTS,
        indeks=INDEKS,
    )
