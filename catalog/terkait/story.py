"""The story of the related entries: words, their lists, candidates, exact likeness, choice."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

import numpy as np

from catalog.catalog import Catalog, Entri
from catalog.terkait.calon import KEYS, LARGEST_CATALOG, find_candidates, make_lists
from catalog.terkait.ciri import Doors, make_traits
from catalog.terkait.kata import BobotKata
from catalog.terkait.mirip import compare
from catalog.terkait.pilih import choose
from catalog.terkait.profil import Ints, make_profiles
from catalog.terkait.terberat import Terberat, heaviest_words

_CHUNK = 500
"""Entries compared at once; bounds the memory, whatever the size of the catalogue."""


def relate(
    catalog: Catalog,
    weights: BobotKata,
    doors: Doors,
    only: Collection[str] | None = None,
    kata: Mapping[str, Callable[[], Terberat]] | None = None,
) -> dict[str, tuple[str, ...]]:
    """Return entry id → ids of up to five related entries, best first; entries without any are left out.

    ``doors`` is entry id → its everyday problems (``catalog.masalah.assign``). With ``only``, just these entries are
    looked at, among all. ``kata`` is entry id → what gives its ``heaviest_words``, where they are known.

    The order of the files does not matter, nor do entries far away: when an entry comes, goes or changes, only those
    lists change whose entry shares a word of ``near`` with it as it was or as it is.

    Raises:
        ValueError: more entries than can be numbered (a million).
    """
    entries = catalog.entri
    if len(entries) > LARGEST_CATALOG:
        raise ValueError(f"{len(entries)} entries, {LARGEST_CATALOG} can be compared")
    profiles, traits = make_profiles(entries, weights, kata or {}), make_traits(entries, doors)
    lists = make_lists(profiles)
    related: dict[str, tuple[str, ...]] = {}
    for rows in _chunks(entries, only):
        others = find_candidates(lists, profiles, rows)
        chosen = choose(traits, rows, others, *compare(profiles, rows, others))
        for row, found in zip(rows.tolist(), chosen, strict=True):
            if found:
                related[entries[row].id] = tuple(entries[other].id for other in found)
    return related


def near(entri: Entri, weights: BobotKata) -> tuple[str, ...]:
    """Return the words in whose lists the entry stands, the heaviest first; entries without a common one never meet."""
    return heaviest_words(entri, weights).kata[:KEYS]


def _chunks(entries: Sequence[Entri], only: Collection[str] | None) -> Iterator[Ints]:
    rows = np.array([row for row, entri in enumerate(entries) if only is None or entri.id in only], np.int64)
    for start in range(0, len(rows), _CHUNK):
        yield rows[start : start + _CHUNK]
