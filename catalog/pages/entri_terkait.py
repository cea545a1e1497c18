"""Related entries at the end of an entry's page: name, region, and in a few words what each is about."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.pages.context import PageContext

_MOST_KEYWORDS = 2
_LONGEST = 32
"""Characters of what an entry is about; a longer keyword is left out."""


@dataclass(frozen=True, slots=True)
class BarisTerkait:
    """A related entry; ``tentang`` are up to two of its keywords, '' when it has none."""

    id: str
    nama: str
    wilayah: str
    tentang: str


def related_rows(entri: Entri, context: PageContext) -> list[BarisTerkait]:
    """Return the related entries in the order of ``catalog.terkait``; [] when there are none."""
    related = context.terkait.get(entri.id, ())
    own = _text(entri) if related else ""
    found = (context.catalog.find(id) for id in related)
    return [
        BarisTerkait(other.id, other.nama, context.catalog.nama_wilayah(other.wilayah), _about(other, own))
        for other in found
        if other is not None
    ]


def _text(entri: Entri) -> str:
    inovasi = entri.inovasi
    return " ".join((inovasi.nama, inovasi.kepanjangan or "", inovasi.ringkasan, *inovasi.kata_kunci)).lower()


def _about(other: Entri, own: str) -> str:
    """The keywords that tell what is common stand first: those that the text of this page's entry contains."""
    words = sorted(other.kata_kunci.split("\n"), key=lambda keyword: keyword.lower() not in own)
    told = ", ".join(words[:_MOST_KEYWORDS])
    return told if len(told) <= _LONGEST else next((word for word in words if len(word) <= _LONGEST), "")
