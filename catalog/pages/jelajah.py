"""The page of the faceted search: what is read before its scripts run, and without them (docs/search.md)."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page

JALAN = (
    ("Menurut masalah", "masalah/"),
    ("Menurut wilayah", "wilayah/"),
    ("Menurut urusan", "urusan/"),
    ("Menurut tahapan", "tahapan/"),
    ("Menurut tahun", "tahun/"),
    ("Semua, A sampai Z", "inovasi/"),
)
"""The ways to every entry without a script."""


SCRIPTS = ("jelajah.js",)
"""What makes the page work, under ``assets/``; the same as ``catalog.search.SCRIPTS``, which a test watches."""


def explore_page(context: PageContext) -> Page:
    """Return the search page."""
    return render_page(
        "jelajah.html",
        path="jelajah/",
        title="Jelajah inovasi",
        description="Cari dan saring inovasi daerah menurut wilayah, urusan, tahapan, status, jenis, bukti, dan tahun.",
        section="jelajah",
        scripts=SCRIPTS,
        jumlah=len(context.catalog.entri),
        jalan=JALAN,
    )
