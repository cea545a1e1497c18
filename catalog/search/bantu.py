"""What helps a query along in the browser: the words that mean the same (``kata.json``) and the words of the catalogue
that a slip may have missed (``kosakata.json``). Both are fetched only when a query needs them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
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


def word_document(records: Sequence[SearchRecord], sinonim: Sinonim, doors: Iterable[str] = ()) -> dict[str, Any]:
    """Return the content of ``kata.json``: of ``sinonim`` what leads to a word of the records, or of ``doors``, the
    texts of the everyday problems that are offered when nothing was found.

    ``padanan`` are groups "term|term|…", the first of which written together is the word of the index; ``searah`` are
    pairs ["key key …", "key key …"], from the words asked for to those also wanted; ``ejaan`` is usual → standard,
    ``sehari_hari`` everyday word → words of the catalogue;
    ``abaikan``, ``lemah`` and ``umum`` are words separated by blanks, ``hampa`` keys of several words that no record
    holds: to look for one costs as much as for all that begins alike. Everything sorted.
    """
    indexed = set(chain.from_iterable(part.kata.split() for record in records for part in record.bagian))
    held = set(indexed)
    pengolah = Pengolah(sinonim)
    for words in map(pengolah.content, doors):
        held.update(words, pengolah.keys(words))
    onward = {key: [other for other in others if other in held] for key, others in sinonim.searah.items()}
    wanted = {key for key, others in onward.items() if others} | held
    return {
        "padanan": _groups(sinonim, wanted),
        "searah": _joined(onward),
        "ejaan": dict(sorted(sinonim.ejaan.items())),
        "sehari_hari": {word: " ".join(others) for word, others in sorted(sinonim.sehari_hari.items())},
        "abaikan": _line(sinonim.abaikan),
        "lemah": _line(sinonim.lemah),
        "umum": _line(_common_words(records)),
        "hampa": _line(wanted.intersection(map("".join, _phrases(sinonim))) - indexed),
    }


def vocabulary_document(records: Iterable[SearchRecord], sinonim: Sinonim) -> list[str]:
    """Return the content of ``kosakata.json``: words of names, keywords, summaries and synonyms, separated by blanks,
    in lines from rare to frequent: line n holds those that occur 2^(n-1) to 2^n - 1 times.
    """
    parts = (part.kata.split() for record in records for part in record.bagian if part.bobot in _MENDED_FROM)
    counts = Counter(chain.from_iterable(parts))
    counts.update(dict.fromkeys(chain.from_iterable(sinonim.padanan), 0))
    words = [word for word in counts if len(word) >= SHORTEST_WORD and word.isalpha()]
    words.sort(key=lambda word: (-counts[word], word))
    lines: dict[int, list[str]] = {}
    for word in words[:MOST_WORDS]:
        lines.setdefault(counts[word].bit_length(), []).append(word)
    return [_line(lines.get(place, ())) for place in range(max(lines, default=-1) + 1)]


def _common_words(records: Sequence[SearchRecord]) -> list[str]:
    """Words in more than COMMON_SHARE of the records; of a large catalogue, every n-th record is looked at."""
    if len(records) <= COMMON_COUNT / COMMON_SHARE:
        return []
    sample = records[:: len(records) // COMMON_COUNT]
    counts = Counter(chain.from_iterable(set(_words_of(record)) for record in sample))
    return [word for word, count in counts.items() if count > COMMON_SHARE * len(sample)]


def _words_of(record: SearchRecord) -> list[str]:
    return [word for part in record.bagian for word in part.kata.split()]


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
