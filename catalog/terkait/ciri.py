"""What two entries can have in common besides words: problem, urusan, region; and who is named on whose page anyway."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from catalog.catalog import Entri
from catalog.terkait.profil import Ints, Truths

_BITS = 62
"""Members of a set that are kept in one whole number."""

Doors = Mapping[str, Collection[str]]
"""Entry id → ids of its everyday problems."""


@dataclass(frozen=True, slots=True)
class Ciri:
    """Row e belongs to entry e. ``masalah`` and ``urusan`` are sets as bits, ``wilayah`` is a number for each region.

    ``disebut`` are the rows of entries that are related to an entry by more than words, so that its page names them.
    """

    masalah: Ints
    urusan: Ints
    wilayah: Ints
    disebut: Mapping[int, Collection[int]]


def make_traits(entries: Sequence[Entri], doors: Doors) -> Ciri:
    """Return the traits of the entries, in their order."""
    regions = {id: number for number, id in enumerate(sorted({entri.wilayah for entri in entries}))}
    return Ciri(
        masalah=_as_bits([doors.get(entri.id, ()) for entri in entries]),
        urusan=_as_bits([entri.inovasi.urusan for entri in entries]),
        wilayah=np.array([regions[entri.wilayah] for entri in entries], np.int64),
        disebut=_find_links(entries),
    )


def have_common(bits: Ints, rows: Ints, others: Ints) -> Truths:
    """Return whether each entry of ``rows`` shares a member with each of its ``others``; the shape of ``others``."""
    common: Truths = np.logical_or.reduce(bits[rows][:, None, :] & bits[others] != 0, axis=2)
    return common


def _as_bits(sets: Sequence[Collection[str]]) -> Ints:
    members = {member: place for place, member in enumerate(sorted({m for one in sets for m in one}))}
    bits = np.zeros((len(sets), len(members) // _BITS + 1), np.int64)
    for row, one in enumerate(sets):
        for member in one:
            column, bit = divmod(members[member], _BITS)
            bits[row, column] |= 1 << bit
    return bits


def _find_links(entries: Sequence[Entri]) -> dict[int, set[int]]:
    """Row → rows it names as parent, successor, origin or copy, and rows that so name it."""
    rows = {entri.id: row for row, entri in enumerate(entries)}
    found: dict[int, set[int]] = {}
    for row, entri in enumerate(entries):
        for id in _named(entri):
            other = rows.get(id)  # an origin may be a text
            if other is not None:
                found.setdefault(row, set()).add(other)
                found.setdefault(other, set()).add(row)
    return found


def _named(entri: Entri) -> Iterator[str]:
    inovasi = entri.inovasi
    if inovasi.bagian_dari:
        yield inovasi.bagian_dari
    if entri.pengganti:
        yield entri.pengganti
    if inovasi.replikasi:
        yield from (origin.asal for origin in inovasi.replikasi.dari)
        yield from (copy.entri for copy in inovasi.replikasi.oleh if copy.entri)
