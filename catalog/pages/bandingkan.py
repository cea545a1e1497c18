"""The page that sets entries side by side: what its script needs, and the ways on without it (docs/bandingkan.md)."""

from __future__ import annotations

import json

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page

PATH = "bandingkan/"
SCRIPTS = ("bandingkan.js",)


def compare_page(context: PageContext) -> Page:
    """Return the page; what is compared stands in its address, so only the script knows."""
    lists = context.catalog.vocabularies
    terms = {
        "status": {id: term.nama for id, term in lists.status.items()},
        "tahapan": {id: term.nama for id, term in lists.tahapan.items()},
        "bukti": [[id, term.nama] for id, term in lists.bukti.items()],
    }
    return render_page(
        "bandingkan.html",
        path=PATH,
        title="Bandingkan inovasi",
        description="Dua sampai empat inovasi daerah berdampingan: masalah, hasil, biaya, dasar hukum, dan bukti.",
        section="jelajah",
        scripts=SCRIPTS,
        wilayah=" ".join(context.catalog.wilayah_berentri),
        istilah=json.dumps(terms, ensure_ascii=False, separators=(",", ":")),
    )
