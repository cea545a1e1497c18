"""What makes regions alike: the facts of every region that are compared, and how much each counts.

The comparing is done in the browser (``theme/assets/js/jelajah-serupa.js``); ``content/panduan/daerah-serupa.md`` tells
the reader how. The numbers of the method stand here alone, and a test holds the page to them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from catalog.catalog import Catalog
from catalog.model.wilayah import ProfilWilayah

BOBOT: Mapping[str, int] = {"penduduk": 40, "kepadatan": 30, "jenis": 20, "bentang_alam": 10}
"""How much each fact counts, of 100. Population decides over budgets and offices, density over how far people live from
them; kind and lie of the land colour the rest, and the last is known of few regions only."""

KALI_BEDA = 10
"""From ten times as many on, two numbers count as wholly different; between, by the logarithm of their ratio."""

TIDAK_DIKETAHUI = 0.5
"""Difference, 0 to 1, of a fact that is known of the reader's region but not of the other: neither alike nor unlike."""

JENIS = ("kabupaten", "kota", "provinsi")

BENTANG: Mapping[str, str] = {
    "pesisir": r"\b(?:ber)?pantai|\bpesisir|\b(?:berbatasan dengan|bertepi|di tepi|sampai) (?:laut|selat|samudra)\b",
    "dataran rendah": r"\bdataran(?! tinggi)|\bdelta\b|\blembah\b",
    "perbukitan": r"\b(?:per|ber)?bukit",
    "pegunungan": r"\b(?:pe|ber)?gunung|\blereng\b|\bpuncak\b|\bdataran tinggi\b",
    "kepulauan": r"\b(?:ke)?pulau",
}
"""Kind of land → the words by which a description names it; what follows "tidak" or "di antara" is not here."""

_NOT_HERE = re.compile(r"\btidak\b[^.,;]*|\bdi antara\b[^.,;]*")
_PATTERNS = {name: re.compile(words) for name, words in BENTANG.items()}


def land_of(uraian: str) -> tuple[str, ...]:
    """Return the kinds of land that a description names, in the order of ``BENTANG``; () when it names none."""
    text = _NOT_HERE.sub(" ", uraian.lower())
    return tuple(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def similarity_document(catalog: Catalog) -> dict[str, Any]:
    """Return the content of ``jelajah/serupa.json``.

    ``bobot``, ``kali_beda`` and ``tidak_diketahui`` are the numbers of the method. ``wilayah`` holds, by id, the
    regions that have entries or a profile: [id, name, place in ``jenis``, penduduk, luas in km², places in
    ``bentang``], null where a fact is not known, the land left out where it is not.
    """
    ids = set(catalog.wilayah_berentri) | {id for id, daerah in catalog.daerah.items() if daerah.profil}
    return {
        "bobot": dict(BOBOT),
        "kali_beda": KALI_BEDA,
        "tidak_diketahui": TIDAK_DIKETAHUI,
        "jenis": list(JENIS),
        "bentang": list(BENTANG),
        "wilayah": [_row(id, catalog) for id in sorted(ids & set(catalog.vocabularies.wilayah))],
    }


def _row(id: str, catalog: Catalog) -> list[Any]:
    region = catalog.vocabularies.wilayah[id]
    daerah = catalog.daerah.get(id)
    row: list[Any] = [id, region.nama, JENIS.index(region.jenis), *_numbers(daerah.profil if daerah else None)]
    land = land_of(daerah.profil.bentang_alam) if daerah and daerah.profil and daerah.profil.bentang_alam else ()
    return [*row, [list(BENTANG).index(name) for name in land]] if land else row


def _numbers(profil: ProfilWilayah | None) -> tuple[int | None, float | None]:
    """(penduduk, luas in km²), None where unknown or nought."""
    if profil is None:
        return None, None
    return profil.penduduk or None, float(profil.luas_km2) if profil.luas_km2 else None
