"""Behind which doors an entry stands: one look at its urusan and its words; linear, and local to the entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from catalog.masalah.door import Masalah, split_words

if TYPE_CHECKING:
    from catalog.model.inovasi import Inovasi

_V = TypeVar("_V")

_END = "\x1f"
"""Stands between two texts of an entry like a word, so that no phrase reaches from one into the next."""


class _HasInovasi(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def inovasi(self) -> Inovasi: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """The doors, made ready for looking up; places are numbers of doors in the order of the vocabulary."""

    ids: tuple[str, ...]
    by_word: Mapping[str, tuple[tuple[str, int], ...]]
    """First word of a phrase → (the phrase between two blanks, place)."""
    by_urusan: Mapping[str, tuple[int, ...]]
    fallback: Mapping[str, tuple[int, ...]]
    picked: Mapping[str, tuple[int, ...]]
    barred: Mapping[str, tuple[int, ...]]

    def of(self, id: str, inovasi: Inovasi) -> tuple[str, ...]:
        """Return the ids of the doors of an entry in the order of the vocabulary; at least one.

        An entry that every door bars is an exception to that; the test of the real catalogue looks for it.
        """
        found = {place for urusan in inovasi.urusan for place in self.by_urusan.get(urusan, ())}
        found |= self._by_words(inovasi)
        found.update(self.picked.get(id, ()))
        found.difference_update(self.barred.get(id, ()))
        if not found:
            found = {place for urusan in inovasi.urusan for place in self.fallback.get(urusan, ())}
        return tuple(self.ids[place] for place in sorted(found))

    def _by_words(self, inovasi: Inovasi) -> set[int]:
        words = _words_of(inovasi)
        text = f" {' '.join(words)} "
        found: set[int] = set()
        for word in self.by_word.keys() & set(words):
            found.update(place for phrase, place in self.by_word[word] if phrase in text)
        return found


def _words_of(inovasi: Inovasi) -> list[str]:
    """The words that say what an entry is about, in order, with ``_END`` between two texts.

    Names are often acronyms that pun ('Pepes Ikan Patin' is about safe food): where the expansion is known, it counts
    and the name does not.
    """
    texts = (inovasi.kepanjangan or inovasi.nama, inovasi.ringkasan, *inovasi.kata_kunci)
    return split_words(f" {_END} ".join(texts))


def make_doors(masalah: Mapping[str, Masalah]) -> Doors:
    """Return the doors of the vocabulary, ready for ``of``."""
    rows = list(enumerate(masalah.values()))
    phrases = ((split_words(phrase), place) for place, door in rows for phrase in door.kata)
    return Doors(
        ids=tuple(masalah),
        by_word=_grouped((words[0], (f" {' '.join(words)} ", place)) for words, place in phrases),
        by_urusan=_grouped((urusan, place) for place, door in rows for urusan in door.urusan),
        fallback=_grouped((urusan, place) for place, door in rows for urusan in door.sisa),
        picked=_grouped((id, place) for place, door in rows for id in door.pilihan),
        barred=_grouped((id, place) for place, door in rows for id in door.kecuali),
    )


def _grouped(pairs: Iterable[tuple[str, _V]]) -> dict[str, tuple[_V, ...]]:
    groups: dict[str, list[_V]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in groups.items()}


def assign(entries: Iterable[_HasInovasi], doors: Doors) -> dict[str, tuple[str, ...]]:
    """Return entry id → ids of its doors, in one pass, in the order of ``entries``."""
    return {entri.id: doors.of(entri.id, entri.inovasi) for entri in entries}


def plain_doors(masalah: Mapping[str, Masalah]) -> list[tuple[str, str, list[str]]]:
    """Return (id, name, words and phrases) of every door in the order of the vocabulary, as plain values."""
    return [(door.id, door.nama, list(door.kata)) for door in masalah.values()]
