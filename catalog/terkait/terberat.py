"""The words that say what an entry is about: drawn from it alone, and kept with it."""

from __future__ import annotations

from array import array
from sys import intern
from typing import NamedTuple

from catalog.catalog import Entri
from catalog.terkait.kata import BobotKata, weigh_words

WORDS = 20
"""Words of an entry that are compared, the heaviest; the rest weighs too little to matter."""


class Terberat(NamedTuple):
    """The heaviest words first, as many as are compared, and their weights."""

    kata: tuple[str, ...]
    bobot: array[int]


def heaviest_words(entri: Entri, weights: BobotKata) -> Terberat:
    """Return the words of an entry, the heaviest first and equal ones by the alphabet."""
    found = sorted((-weight, word) for word, weight in weigh_words(entri, weights).items())[:WORDS]
    return Terberat(tuple(intern(word) for _, word in found), array("i", [-weight for weight, _ in found]))
