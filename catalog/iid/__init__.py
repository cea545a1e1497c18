"""Editions of the national innovation index (Indeks Inovasi Daerah, IID): their tables and its arithmetic.

``load_editions`` reads ``vocabularies/iid/`` and checks it; ``hitung`` computes from levels and numbers alone. What an
entry's levels are is the work of ``catalog.swanilai``.
"""

from catalog.iid.baca import EditionError, load_editions
from catalog.iid.edisi import (
    Baca,
    Edisi,
    Indikator,
    IsianProfil,
    Level,
    Predikat,
    Rumus,
    Umuman,
    UnsurSpd,
    current_edition,
)
from catalog.iid.hitung import Simulasi, count_bonus, maturity, place, rounded, simulate, wording
from catalog.iid.kata import count_words

__all__ = [
    "Baca",
    "Edisi",
    "EditionError",
    "Indikator",
    "IsianProfil",
    "Level",
    "Predikat",
    "Rumus",
    "Simulasi",
    "Umuman",
    "UnsurSpd",
    "count_bonus",
    "count_words",
    "current_edition",
    "load_editions",
    "maturity",
    "place",
    "rounded",
    "simulate",
    "wording",
]
