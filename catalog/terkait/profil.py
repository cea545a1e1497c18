"""What entries are about, as numbers: the heaviest words of each, scaled to one length, ready for comparing.

Words become numbers by their alphabetical order. The order between two words does not depend on what else is in the
catalogue, so nothing that is decided by these numbers changes when a distant entry comes or goes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from catalog.catalog import Entri
from catalog.terkait.kata import BobotKata
from catalog.terkait.terberat import WORDS, Terberat, heaviest_words

UNIT = 1000
"""Length of an entry's row of weights: the dot product of two rows is their likeness (cosine) in millionths."""

LEAST_LENGTH = 35
"""Length that an entry's weights are taken to have at least, as a multiple of the weight of a word not in the table; a
keyword has 20. Where little is known ("inovasi puskesmas …") light words are then not enough to be like another.
"""

Ints = NDArray[np.int64]
Words = NDArray[np.int32]
Truths = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Profil:
    """Row e belongs to entry e: its words from the heaviest on, and their weights; shape (n_entri, WORDS).

    Where an entry has fewer words, ``kata`` is -1 and ``bobot`` 0. Weights are whole numbers, so sums are exact in
    any order.
    """

    kata: Words
    bobot: Ints
    urusan: Ints
    """Number of each entry's main urusan; shape (n_entri,)."""


def make_profiles(
    entries: Sequence[Entri], weights: BobotKata, known: Mapping[str, Callable[[], Terberat]] | None = None
) -> Profil:
    """Return the profiles of the entries, in their order; ``known`` is entry id → what gives its words."""
    kept = known or {}
    vocabulary: dict[str, int] = {}
    kata = np.full((len(entries), WORDS), -1, np.int32)
    raw = np.zeros((len(entries), WORDS), np.int32)
    for row, entri in enumerate(entries):
        give = kept.get(entri.id)
        found = give() if give else heaviest_words(entri, weights)
        kata[row, : len(found.kata)] = [vocabulary.setdefault(word, len(vocabulary)) for word in found.kata]
        raw[row, : len(found.kata)] = found.bobot
    by_name = np.full(len(vocabulary) + 1, -1, np.int32)  # a missing word, -1, stays one
    by_name[[vocabulary[word] for word in sorted(vocabulary)]] = np.arange(len(vocabulary))
    lists = sorted({entri.urusan_utama for entri in entries})
    numbers = {id: number for number, id in enumerate(lists)}
    urusan = np.array([numbers[entri.urusan_utama] for entri in entries], np.int64)
    return Profil(by_name[kata], _scale(raw, weights.lain), urusan)


def _scale(raw: Words, rest: int) -> Ints:
    length = np.maximum(np.sqrt((raw.astype(np.int64) ** 2).sum(axis=1)), LEAST_LENGTH * rest)
    return np.rint(raw * (UNIT / length)[:, None]).astype(np.int64)
