"""Which of its candidates an entry shows, and in which order."""

from __future__ import annotations

import numpy as np

from catalog.terkait.ciri import Ciri, have_common
from catalog.terkait.profil import Ints, Truths

MOST = 5
"""Related entries shown, at most."""

LIKE = 200_000
"""Likeness from which two entries are related, in millionths. Chosen by judging 44 real entries by hand."""

SAME_PROBLEM = 50_000
"""What a common everyday problem (``catalog.masalah``) adds to the likeness."""

SAME_URUSAN = 30_000
"""What a common urusan adds to it."""

ELSEWHERE = 100_000
"""What another region adds to the rank: a reader looks for the same problem solved elsewhere."""

ONE_WORD = 0.85
"""Largest share of one word in the likeness of two entries that have no problem or urusan in common."""


def choose(traits: Ciri, rows: Ints, others: Ints, likeness: Ints, largest: Ints) -> list[list[int]]:
    """Return for each entry of ``rows`` its related entries, those of other regions first, each part the likest first.

    ``others`` are its candidates, with their likeness and the largest share of one word in it.
    """
    bonus = SAME_PROBLEM * have_common(traits.masalah, rows, others)
    bonus += SAME_URUSAN * have_common(traits.urusan, rows, others)
    by_chance = (bonus == 0) & (largest > ONE_WORD * likeness)
    related = (likeness + bonus >= LIKE) & ~by_chance & (others >= 0)
    _leave_out_named(related, traits, rows, others)
    away = traits.wilayah[rows][:, None] != traits.wilayah[others]
    rank = np.where(related, likeness + bonus + ELSEWHERE * away, -1)
    order = np.lexsort((others, -rank))[:, :MOST]
    best = [np.take_along_axis(values, order, axis=1).tolist() for values in (others, related, away)]
    return [_elsewhere_first(*row) for row in zip(*best, strict=True)]


def _leave_out_named(related: Truths, traits: Ciri, rows: Ints, others: Ints) -> None:
    for place, row in enumerate(rows.tolist()):
        named = traits.disebut.get(row)
        if named:
            related[place] &= ~np.isin(others[place], list(named))


def _elsewhere_first(others: list[int], related: list[bool], away: list[bool]) -> list[int]:
    shown = [
        (not far, place, other)
        for place, (other, is_one, far) in enumerate(zip(others, related, away, strict=True))
        if is_one
    ]
    return [other for _, _, other in sorted(shown)]
