"""Plain language: sentences that are too long, letters that shout, abbreviations that nobody explained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.catalog import Entri
from catalog.markup import plain_text
from catalog.problems import Problem
from catalog.saran.singkatan import DIKENAL
from catalog.saran.tempat import Jalur, Tempat, hint

LONGEST_SENTENCE = 30
"""Words. Half of the catalogue's sentences have ten or fewer, 99 of 100 at most twenty."""

_SHOUTING_LETTERS, _SHOUTING_WORDS = 12, 3
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d{1,3}[.)])\s)")
_END = re.compile(r"(?<=[.!?])[\"”’)]?\s+(?=[\"“‘(]?[A-Z0-9À-Þ])|\n{2,}")
_WORD = re.compile(r"\w[\w'’./-]*")
_CAPITALS = re.compile(r"\b[A-Z][A-Z0-9]{1,11}\b")
_ROMAN = re.compile(r"M{0,3}(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")


def language_hints(entri: Entri, tempat: Tempat | None = None) -> Iterator[Problem]:
    """Yield at most one hint of each kind per isian or section, and one about abbreviations per entry."""
    places = tempat or Tempat()
    texts = list(_texts(entri))
    named: list[tuple[Jalur, str]] = [] if entri.inovasi.kepanjangan else [(("nama",), entri.nama)]  # else an acronym
    for path, text in named + texts:
        if shouted := _shouting(text):
            yield hint("huruf-besar-semua", entri, places, path, shouted)
    for path, text in texts:
        longest = max(_sentences(text), key=_count_words, default="")
        if _count_words(longest) > LONGEST_SENTENCE:
            count = _count_words(longest)
            yield hint("kalimat-panjang", entri, places, path, longest, kata=count, batas=LONGEST_SENTENCE)
    yield from _abbreviations(entri, texts, places)


def _texts(entri: Entri) -> Iterator[tuple[Jalur, str]]:
    badan = entri.badan
    yield ("ringkasan",), entri.inovasi.ringkasan
    for key, text in (("masalah", badan.masalah), ("cara_kerja", badan.cara_kerja), ("hasil", badan.hasil)):
        if text:
            yield (key,), "\n\n".join(plain_text(block) for block in _BLOCK.split(text))


def _sentences(text: str) -> list[str]:
    return [part for part in _END.split(text) if part]


def _count_words(text: str) -> int:
    return len(_WORD.findall(text))


def _shouting(text: str) -> str:
    """Return the first sentence of several words without a small letter, '' for none."""
    for sentence in _sentences(text):
        letters = [sign for sign in sentence if sign.isalpha()]
        words = len(_WORD.findall(sentence))
        if len(letters) >= _SHOUTING_LETTERS and words >= _SHOUTING_WORDS and all(sign.isupper() for sign in letters):
            return sentence
    return ""


def _abbreviations(entri: Entri, texts: list[tuple[Jalur, str]], places: Tempat) -> Iterator[Problem]:
    explained = DIKENAL | set(_CAPITALS.findall(entri.nama.upper()))
    whole = "\n".join([entri.inovasi.kepanjangan or "", *(text for _, text in texts)])
    unknown: dict[str, Jalur] = {}
    for path, text in texts:
        if _shouting(text):
            continue  # said already
        for word in _CAPITALS.findall(text):
            if word not in explained and not _ROMAN.fullmatch(word) and not _is_explained(word, whole):
                unknown.setdefault(word, path)
    if unknown:
        first = next(iter(unknown.values()))
        yield hint("singkatan-tanpa-kepanjangan", entri, places, first, ", ".join(unknown))


def _is_explained(word: str, text: str) -> bool:
    """True for "Public Safety Center (PSC)", "PSC (Public Safety Center)" and "PSC atau Public Safety Center"."""
    pattern = rf"\w\s*\({word}\b[^)]{{0,20}}\)|\b{word}\s*\([^)]{{4,}}\)|\b{word},? (?:atau|yaitu|singkatan)\b"
    return re.search(pattern, text) is not None
