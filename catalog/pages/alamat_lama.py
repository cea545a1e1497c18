"""Old addresses of entries that were renamed: a small page that leads to the new one, so that no link ever breaks."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page


def moved_page(old: str, context: PageContext) -> Page:
    """Return the page at the old address.

    Raises:
        KeyError: no entry had this id; our bug.
    """
    entri = context.pindah[old]
    return render_page(
        "alamat_lama.html",
        path=f"inovasi/{old}/",
        title=f"{entri.nama} sudah pindah alamat",
        description=f"Halaman {entri.nama} sekarang punya alamat lain.",
        section="wilayah",
        moved_to=entri.tautan,
        nama=entri.nama,
        wilayah=context.catalog.nama_wilayah(entri.wilayah),
        tautan=entri.tautan,
    )
