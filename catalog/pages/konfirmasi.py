"""The page on which an office says that its innovation still runs; it writes the message with the line to change."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page

PATH = "kontribusi/konfirmasi/"
SCRIPTS = ("konfirmasi.js",)


def confirmation_page(context: PageContext) -> Page:
    """Return the page; which entry is meant stands in its address, so only the script knows."""
    settings = context.settings
    return render_page(
        "konfirmasi.html",
        path=PATH,
        title="Masih berjalan?",
        description="Kantor pemilik menyatakan inovasinya masih berjalan atau sudah berhenti; pesannya disiapkan.",
        section="kontribusi",
        scripts=SCRIPTS,
        surel=settings.surel,
        whatsapp=settings.whatsapp,
        repositori=settings.repositori.rstrip("/"),
    )
