"""The photos of an entry, as the page shows them: small first, the larger one only where the screen asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class Foto:
    """One photo: addresses below the site's root, size in pixels of the smallest, words for those who do not see it."""

    alamat: str
    pilihan: Sequence[tuple[str, int]]
    lebar: int
    tinggi: int
    alt: str
    kredit: str


def make_photos(entri: Entri, context: PageContext) -> list[Foto]:
    """Return the entry's photos in its order; one that was not published is left out."""
    photos = []
    for photo in entri.inovasi.foto:
        published = context.foto.get(f"{entri.id}/{photo.berkas}")
        if published is None:
            continue
        folder = f"{entri.tautan}foto/"
        name, width, height = published.ukuran[0]
        choices = [(f"{folder}{file}", size) for file, size, _ in published.ukuran]
        photos.append(Foto(f"{folder}{name}", choices, width, height, photo.alt, photo.kredit or ""))
    return photos
