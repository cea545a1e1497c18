"""Which entries are worth comparing: the nearest ones in the lists of an entry's heaviest words.

Every word has a list of the entries in which it is among the heaviest, ordered so that like stands beside like: by main
urusan, then by the entry's other heavy words. An entry looks ``REACH`` places up and down in each of its lists, however
long they are. So the work grows with the number of entries and no faster; and an entry that comes, goes or changes
reaches only those within ``REACH`` places of it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from catalog.terkait.profil import Ints, Profil, Words

KEYS = 12
"""Words of an entry in whose lists it stands, the heaviest."""

REACH = 12
"""Places that an entry looks up and down in each list."""

CANDIDATES = 12
"""Entries that are then compared in full."""

_SHIFT = 20
"""Bits for a likeness: UNIT² is below 2**20, also with the half that rounding may add to each weight."""

_NOBODY = np.iinfo(np.int64).max

LARGEST_CATALOG = 1 << _SHIFT
"""Entries that can be told apart beside a likeness in one whole number."""


@dataclass(frozen=True, slots=True)
class Daftar:
    """The lists of all words, one after the other: the word, the entry and its weight at each place of them.

    ``tempat`` says where entry e stands in the list of its k-th word, -1 without such a word; shape (n_entri, KEYS).
    """

    kata: Words
    entri: Ints
    bobot: Ints
    tempat: Ints


def make_lists(profiles: Profil) -> Daftar:
    """Return the lists of words; those who stand in them are ordered by urusan, other words and entry."""
    words = profiles.kata[:, :KEYS]
    owner, key = np.nonzero(words >= 0)
    first = [np.where(key > n, words[owner, n], words[owner, n + 1]) for n in range(3)]
    order = np.lexsort((*reversed(first), profiles.urusan[owner], words[owner, key]))
    owner, key = owner[order], key[order]
    places = np.full(words.shape, -1, np.int64)
    places[owner, key] = np.arange(len(owner))
    return Daftar(words[owner, key], owner, profiles.bobot[owner, key], places)


def find_candidates(lists: Daftar, profiles: Profil, rows: Ints) -> Ints:
    """Return the likeliest neighbours of the entries ``rows``, best first; shape (len(rows), CANDIDATES), -1 for none.

    Likeness here counts only words in whose lists both stand near each other; equal ones are ordered by entry.
    """
    places = lists.tempat[rows]
    steps = np.concatenate((np.arange(-REACH, 0), np.arange(1, REACH + 1)))
    looked = places[:, :, None] + steps
    inside = (places[:, :, None] >= 0) & (looked >= 0) & (looked < len(lists.kata))
    looked = np.where(inside, looked, 0)
    inside &= lists.kata[looked] == profiles.kata[rows, :KEYS, None]
    shared = lists.bobot[looked] * profiles.bobot[rows, :KEYS, None]
    packed = np.where(inside, (lists.entri[looked] << _SHIFT) + shared, _NOBODY)
    return _best(_add_up(np.sort(packed.reshape(len(rows), -1), axis=1)))


def _add_up(packed: Ints) -> Ints:
    """Rows of (entry, share) sorted by entry → rows of (likeness, entry), each entry once, the others -1."""
    entry, share = packed >> _SHIFT, packed & ((1 << _SHIFT) - 1)
    total = np.cumsum(np.where(packed == _NOBODY, 0, share), axis=1)
    last = np.ones(packed.shape, bool)
    last[:, :-1] = entry[:, 1:] != entry[:, :-1]
    last &= packed != _NOBODY
    before = np.where(last, total, 0)
    np.maximum.accumulate(before, axis=1, out=before)
    total[:, 1:] -= before[:, :-1]
    return np.where(last, (total << _SHIFT) + _reverse(entry), -1)


def _best(scored: Ints) -> Ints:
    """The entries of the CANDIDATES best of each row."""
    width = min(CANDIDATES, scored.shape[1])
    best = np.sort(np.partition(scored, -width, axis=1)[:, -width:], axis=1)[:, ::-1]
    return np.where(best < 0, -1, _reverse(best & ((1 << _SHIFT) - 1)))


def _reverse(entry: Ints) -> Ints:
    """An entry's number turned round, so that of equal ones the first counts as the greatest."""
    return ((1 << _SHIFT) - 1) - (entry & ((1 << _SHIFT) - 1))
