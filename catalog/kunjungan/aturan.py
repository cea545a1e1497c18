"""Which rules a host applies to guests: the entry's own, else its region's, else what is usual, each marked with whose.

The same joining happens in the browser (``theme/assets/js/kunjungan-aturan.js``, ``aturanBerlaku``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.catalog import Catalog, Entri
from catalog.model.umum import AturanKunjungan

ENTRI, WILAYAH, UMUM = "entri", "wilayah", "umum"
"""Whose rule it is; ``UMUM`` is the usual practice, which no host has written."""

ISIAN = tuple(name for name in AturanKunjungan.model_fields if name != "sumber")
"""The rules in the order of the model."""

_SHORTER = {"tenggat_hari_kerja": "Tenggat surat", "hari_terima": "Hari menerima tamu"}

JUDUL: Mapping[str, str] = {name: _SHORTER.get(name, AturanKunjungan.model_fields[name].title or "") for name in ISIAN}
"""Isian → what it is called where rules are listed."""


@dataclass(frozen=True, slots=True)
class Butir:
    """One rule that applies: its value (text, number, yes or no, or names of days) and whose it is."""

    nilai: Any
    dari: str


AturanBerlaku = Mapping[str, Butir]
"""Isian → the rule that applies, in the order of ``ISIAN``; a rule that nobody states is left out."""


def applying_rules(
    entri: AturanKunjungan | None, wilayah: AturanKunjungan | None, umum: AturanKunjungan
) -> AturanBerlaku:
    """Return the rules that apply: each isian from the nearest side that states it.

    Hours and days belong together: whoever states either replaces both.
    """
    sides = ((ENTRI, entri), (WILAYAH, wilayah), (UMUM, umum))
    found = {name: butir for name in ISIAN if (butir := _nearest(name, sides))}
    days = [found[name].dari for name in ("hari", "hari_terima") if name in found]
    owner = min(days, key=(ENTRI, WILAYAH, UMUM).index, default="")
    return {name: butir for name, butir in found.items() if name not in ("hari", "hari_terima") or butir.dari == owner}


def _nearest(name: str, sides: tuple[tuple[str, AturanKunjungan | None], ...]) -> Butir | None:
    for side, rules in sides:
        value = getattr(rules, name, None)
        if value is not None and value != ():
            return Butir(value, side)
    return None


def rules_of(catalog: Catalog, wilayah: str, entri: Entri | None = None) -> AturanBerlaku:
    """Return the rules that apply to guests of a region, or of one entry there."""
    daerah = catalog.daerah.get(wilayah)
    profil = daerah.profil if daerah else None
    own = entri.inovasi.kunjungan.aturan if entri and entri.inovasi.kunjungan else None
    return applying_rules(own, profil.aturan_kunjungan if profil else None, catalog.vocabularies.praktik_kunjungan)
