"""How like two entries are: the cosine of their word weights (TF-IDF), exact, and how much of it is one single word."""

from __future__ import annotations

import numpy as np

from catalog.terkait.profil import Ints, Profil

_NO_WORD = -2
"""Unlike -1, the missing word of a profile, so that two missing words are not a common one."""


def compare(profiles: Profil, rows: Ints, others: Ints) -> tuple[Ints, Ints]:
    """Return the likeness of each entry of ``rows`` to its candidates, and the largest share of one word in it.

    ``others`` has one row of candidates for each of ``rows``, -1 for none. Both results have its shape and are in
    millionths; no candidate, no likeness.
    """
    mine, theirs = profiles.kata[rows], profiles.kata[others]
    theirs[(theirs < 0) | (others < 0)[:, :, None]] = _NO_WORD
    row, candidate, own, other = np.nonzero(mine[:, None, :, None] == theirs[:, :, None, :])
    shared = profiles.bobot[rows[row], own] * profiles.bobot[others[row, candidate], other]
    place = row * others.shape[1] + candidate
    total = np.bincount(place, shared, others.size).astype(np.int64)
    largest = np.zeros(others.size, np.int64)
    np.maximum.at(largest, place, shared)
    return total.reshape(others.shape), largest.reshape(others.shape)
