"""What helps a query along in the browser: the words that mean the same (``kata.json``) and the words of the catalogue
that a slip may have missed (``kosakata.json``). Both are fetched only when a query needs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from catalog.search.kata import Pengolah
from catalog.search.records import KATA_KUNCI, KEPANJANGAN, NAMA, RINGKASAN, SearchRecord
from catalog.sinonim import Sinonim

COMMON_SHARE, COMMON_COUNT = 0.2, 1_000
"""A word in more than this share of the records, and in more records than this, is looked for only when a query has no
rarer one: it tells little and takes the engine long.
"""

MOST_WORDS = 8_000
"""Words that a slip can be mended to, the most frequent first: about 30 KB gzip however large the catalogue is."""

SHORTEST_WORD = 3
_MENDED_FROM = frozenset({NAMA, KEPANJANGAN, KATA_KUNCI, RINGKASAN})


@dataclass(frozen=True, slots=True)
class Words:
    """What is asked of the words of all records: the ``id`` of each record in order, every word there is, how often
    each stands where a slip can be mended to it, and those that stand nearly everywhere.
    """

    id: tuple[str, ...]
    semua: frozenset[str]
    banyak: Mapping[str, int]
    umum: frozenset[str]


def read_words(records: Iterable[SearchRecord], jumlah: int) -> Words:
    """Return the words of ``jumlah`` records, gone through once: those of a large catalogue are unpacked for it.

    What stands nearly everywhere is told of a large catalogue from every n-th record, of a small one not at all.
    """
    step = jumlah // COMMON_COUNT if jumlah > COMMON_COUNT / COMMON_SHARE else 0
    ids: list[str] = []
    every: set[str] = set()
    often: Counter[str] = Counter()
    sampled: Counter[str] = Counter()
    for number, record in enumerate(records):
        ids.append(record.id)
        words = [(part.bobot, part.kata.split()) for part in record.bagian]
        for weight, some in words:
            every.update(some)
            if weight in _MENDED_FROM:
                often.update(some)
        if step and number % step == 0:
            sampled.update({word for _, some in words for word in some})
    least = COMMON_SHARE * -(-jumlah // step) if step else 0
    common = frozenset(word for word, count in sampled.items() if count > least)
    return Words(tuple(ids), frozenset(every), often, common)


def word_document(words: Words, sinonim: Sinonim, doors: Iterable[str] = ()) -> dict[str, Any]:
    """Return the content of ``kata.json``: of ``sinonim`` what leads to a word of the records, or of ``doors``, the
    texts of the everyday problems that are offered when nothing was found.

    ``padanan`` are groups "term|term|…", the first of which written together is the word of the index; ``searah`` are
    pairs ["key key …", "key key …"], from the words asked for to those also wanted; ``ejaan`` is usual → standard,
    ``sehari_hari`` everyday word → words of the catalogue;
    ``abaikan``, ``lemah`` and ``umum`` are words separated by blanks, ``hampa`` keys of several words that no record
    holds: to look for one costs as much as for all that begins alike. Everything sorted.
    """
    held = set(words.semua)
    pengolah = Pengolah(sinonim)
    for text in map(pengolah.content, doors):
        held.update(text, pengolah.keys(text))
    onward = {key: [other for other in others if other in held] for key, others in sinonim.searah.items()}
    wanted = {key for key, others in onward.items() if others} | held
    return {
        "padanan": _groups(sinonim, wanted),
        "searah": _joined(onward),
        "ejaan": dict(sorted(sinonim.ejaan.items())),
        "sehari_hari": {word: " ".join(others) for word, others in sorted(sinonim.sehari_hari.items())},
        "abaikan": _line(sinonim.abaikan),
        "lemah": _line(sinonim.lemah),
        "umum": _line(words.umum),
        "hampa": _line(wanted.intersection(map("".join, _phrases(sinonim))) - words.semua),
    }


def vocabulary_document(words: Words, sinonim: Sinonim) -> list[str]:
    """Return the content of ``kosakata.json``: words of names, keywords, summaries and synonyms, separated by blanks,
    in lines from rare to frequent: line n holds those that occur 2^(n-1) to 2^n - 1 times.
    """
    counts = {**dict.fromkeys(chain.from_iterable(sinonim.padanan), 0), **words.banyak}
    found = [word for word in counts if len(word) >= SHORTEST_WORD and word.isalpha()]
    found.sort(key=lambda word: (-counts[word], word))
    lines: dict[int, list[str]] = {}
    for word in found[:MOST_WORDS]:
        lines.setdefault(counts[word].bit_length(), []).append(word)
    return [_line(lines.get(place, ())) for place in range(max(lines, default=-1) + 1)]


def _phrases(sinonim: Sinonim) -> Iterable[tuple[str, ...]]:
    return (term for term in sinonim.padanan if len(term) > 1)


def _groups(sinonim: Sinonim, wanted: Iterable[str]) -> list[str]:
    """The groups that lead to a wanted key; a group's own term, from which its key is read, stands first."""
    groups: dict[str, list[str]] = {}
    for term, key in sinonim.padanan.items():
        groups.setdefault(key, []).append(" ".join(term))
    known = set(wanted)
    return ["|".join(terms) for key, terms in sorted(groups.items()) if key in known and terms != [key]]


def _joined(onward: dict[str, list[str]]) -> list[list[str]]:
    """Sources that lead to the same words, in one row."""
    sources: dict[str, list[str]] = {}
    for key, others in onward.items():
        if others:
            sources.setdefault(" ".join(others), []).append(key)
    return sorted([_line(keys), others] for others, keys in sources.items())


def _line(words: Iterable[str]) -> str:
    return " ".join(sorted(words))
