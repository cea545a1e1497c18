"""Rules of reported figures: ranks within their total, parts within their whole, one figure for one thing and year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from catalog.model.wilayah import RegisterAngka, RegisterIndeks
from catalog.validation.shapes import Place

Fault = tuple[Place, str, str, dict[str, Any]]
"""(place, code, what was typed, fillings of the sentence)."""

Places = Mapping[Place, tuple[int, int]]
"""Where each value stands in its file: (line, column)."""


def index_faults(register: RegisterIndeks, places: Places) -> Iterator[Fault]:
    """Yield each rank that cannot be, and each year for which an index has two results or two targets.

    Sources may disagree: then both figures stay, and a ``catatan`` says so, which ends the warning.
    """
    for number, row in enumerate(register.daftar):
        if row.peringkat is not None and row.peringkat < 1:
            yield ("daftar", number, "peringkat"), "peringkat-kurang-dari-satu", str(row.peringkat), {}
        elif row.peringkat is not None and row.dari is not None and row.peringkat > row.dari:
            told = {"dari": row.dari}
            yield ("daftar", number, "peringkat"), "peringkat-melebihi-jumlah", str(row.peringkat), told
    keys = [(row.indeks, row.tahun, bool(row.target)) if row.tahun else None for row in register.daftar]
    yield from _repeated(keys, [row.catatan for row in register.daftar], places)


def figure_faults(register: RegisterAngka, places: Places) -> Iterator[Fault]:
    """Yield each part that is larger than its whole or negative, and each year with two figures of one thing."""
    for number, row in enumerate(register.daftar):
        if row.dari is not None and not 0 <= row.nilai <= row.dari:
            yield ("daftar", number, "nilai"), "nilai-melebihi-seluruhnya", str(row.nilai), {"dari": row.dari}
    keys = [(row.ukuran.casefold(), row.tahun, False) for row in register.daftar]
    yield from _repeated(keys, [row.catatan for row in register.daftar], places)


def _repeated(
    keys: Sequence[tuple[str, int, bool] | None], notes: Sequence[str | None], places: Places
) -> Iterator[Fault]:
    """``keys`` say what each row is about, None for one that cannot clash."""
    first: dict[tuple[str, int, bool], int] = {}
    for number, key in enumerate(keys):
        if key is None:
            continue
        earlier = first.setdefault(key, number)
        if earlier != number and not (notes[number] or notes[earlier]):
            place: Place = ("daftar", number, "tahun")
            line = places.get(("daftar", earlier, "tahun"), (1, 1))[0]
            yield place, "dua-angka-setahun", str(key[1]), {"baris_pertama": line}
