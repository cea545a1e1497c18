"""Names that are the same or nearly so, in all regions, and abbreviations that two innovations share.

Within one region ``validation.duplicates`` warns; here the other regions are looked at, for advice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from catalog.catalog import Catalog, Entri

_ALIKE = 90.0
_SAME_EXPANSION = 85.0
_SHORTEST_COMPARED = 6
_MOST_NAMED = 5
_WORD = re.compile(r"[a-z0-9]+")
_KINDS = frozenset({"kabupaten", "kab", "kota", "provinsi", "prov"})


@dataclass(frozen=True, slots=True, order=True)
class Mirip:
    """An entry whose name is like the one asked for; ``bentrok`` when it is another thing under the same letters."""

    id: str
    nama: str
    wilayah: str
    bentrok: bool

    @property
    def berkas(self) -> str:
        """Its file."""
        return f"innovations/{self.id}.md"

    @property
    def tautan(self) -> str:
        """The address of its page below the site's root."""
        return f"inovasi/{self.id}/"


class NameIndex:
    """All names of the catalogue, ready to be compared with one; also by the form and by the import."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._entries = catalog.entri
        self._keys = [self._key(entri.nama, entri.wilayah) for entri in catalog.entri]

    def find(
        self, nama: str, wilayah: str, kepanjangan: str = "", besides: str = "", *, at_home: bool = False
    ) -> tuple[Mirip, ...]:
        """Return the entries with the same or nearly the same name, likest first, then by id; at most five.

        Left out are the entry ``besides`` itself and, unless ``at_home``, those of the same region that a warning
        already names: all but those that share only the abbreviation. Another number is another innovation
        ("Layanan 112", "Layanan 119").
        """
        key = self._key(nama, wilayah)
        found = []
        for other, score, at in process.extract(key, self._keys, scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None):
            entri = self._entries[at]
            if entri.id == besides or _digits(key) != _digits(other) or (score < 100 and len(key) < _SHORTEST_COMPARED):
                continue
            clash = score == 100 and _expansions_differ(kepanjangan, entri.inovasi.kepanjangan or "")
            if clash or at_home or entri.wilayah != wilayah:
                found.append((-score, Mirip(entri.id, entri.nama, entri.wilayah, clash)))
        return tuple(one for _, one in sorted(found)[:_MOST_NAMED])

    def of(self, entri: Entri) -> tuple[Mirip, ...]:
        """Return the entries whose name is like that of ``entri``."""
        return self.find(entri.nama, entri.wilayah, entri.inovasi.kepanjangan or "", entri.id)

    def _key(self, nama: str, wilayah: str) -> str:
        """The letters of a name without the name of its region: "MPP Kabupaten Blora" is "MPP" there."""
        region = set(_words(self._catalog.nama_wilayah(wilayah))) | _KINDS
        kept = "".join(word for word in _words(nama) if word not in region)
        return kept or "".join(_words(nama))


def _words(text: str) -> Iterator[str]:
    return (match[0] for match in _WORD.finditer(text.lower()))


def _digits(key: str) -> str:
    return "".join(sign for sign in key if sign.isdigit())


def _expansions_differ(one: str, other: str) -> bool:
    if not one or not other:
        return False
    return fuzz.ratio("".join(_words(one)), "".join(_words(other))) < _SAME_EXPANSION
