"""The words of a text as the index holds them, and the keys of the synonyms that it names."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from catalog.sinonim import Sinonim, make_speller, split_words

_CASES = re.compile(r"[A-ZÀ-Þ]?[^\W\d_A-ZÀ-Þ]+|[A-ZÀ-Þ]+(?![^\W\d_A-ZÀ-Þ])|\d+")
"""The parts of "SiBakul", "PaKU2" that one reads: "Si", "Bakul", "Pa", "KU", "2"."""

_FUSED = re.compile(r"(?:si|e)(\w{4,})")
"""Names like "SIPELANGI", "eKinerja", which people also write apart."""

_MOST_JOINED = 4


class _Remembered(dict[str, str]):
    """Words as they were found → as they are indexed; computed once each, so that a text costs one look-up a word."""

    def __init__(self, make: Callable[[str], str]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, word: str) -> str:
        made = self[word] = self._make(word)
        return made


class Pengolah:
    """Splits texts into words in standard spelling and finds synonyms in them."""

    def __init__(self, sinonim: Sinonim) -> None:
        """Take the words that mean the same."""
        speller = make_speller(sinonim.ejaan)
        self._spelled = _Remembered(speller)
        self._often: dict[str, list[str]] = {}
        self._content = _Remembered(lambda word: "" if _says_nothing(mended := speller(word), sinonim) else mended)
        self._firsts = {term[0] for term in sinonim.padanan}
        self._single = {term[0]: key for term, key in sinonim.padanan.items() if len(term) == 1}
        self._by_pair: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
        for term, key in sorted(sinonim.padanan.items(), key=lambda pair: (-len(pair[0]), pair)):
            if len(term) > 1:
                self._by_pair.setdefault(term[:2], []).append((term, key))

    def words(self, text: str) -> list[str]:
        """Return every word of ``text`` in standard spelling, in its order."""
        spelled = self._spelled
        return [spelled[word] for word in split_words(text)]

    def content(self, text: str) -> list[str]:
        """Return the words of ``text`` without those that say nothing."""
        content = self._content
        return [mended for word in split_words(text) if (mended := content[word])]

    def often(self, text: str) -> list[str]:
        """Return the ``content`` of a text that many entries share, worked out once; not to be changed."""
        known = self._often.get(text)
        if known is None:
            known = self._often[text] = self.content(text)
        return known

    def keys(self, words: Sequence[str]) -> Iterator[str]:
        """Yield the key of every synonym among ``words`` (as ``content`` gives them), the longest term at each place
        that does not lie within the one before; keys that stand there as a word themselves are left out.
        """
        firsts, after = self._firsts, 0
        for place in [place for place, word in enumerate(words) if word in firsts]:
            for term, key in self._by_pair.get((words[place], *words[place + 1 : place + 2]), ()):
                if len(term) == 2 or tuple(words[place : place + len(term)]) == term:
                    if place + len(term) > after:
                        yield key
                        after = place + len(term)
                    break
            else:
                key = self._single.get(words[place], words[place])
                if key != words[place] and place >= after:
                    yield key


def _says_nothing(word: str, sinonim: Sinonim) -> bool:
    return word in sinonim.abaikan


def name_forms(nama: str, words: Sequence[str]) -> list[str]:
    """Return how else people write a name, as further words: neighbours written together ("Samin 119" → "samin119",
    "SI N'DUK" → "sinduk"), and apart what the name writes together ("SiBakul" → "bakul", "SIPELANGI" → "pelangi").
    """
    forms = [first + second for first, second in pairwise(words)]
    if 2 < len(words) <= _MOST_JOINED:
        forms.append("".join(words))
    for word in re.findall(r"[^\W_]+", nama):
        parts = _CASES.findall(word)
        forms += [part.lower() for part in parts if 1 < len(part) < len(word)]
    forms += [match[1] for word in words if (match := _FUSED.fullmatch(word))]
    return list(dict.fromkeys(form for form in forms if form not in words))


def unique(words: Iterable[str], seen: set[str]) -> list[str]:
    """Return the words that are not in ``seen``, each once, and add them to it."""
    fresh = [word for word in dict.fromkeys(words) if word not in seen]
    seen.update(fresh)
    return fresh
