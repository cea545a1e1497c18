"""Words of a text and what each weighs: a committed table, so that no entry's words depend on another entry."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Entri
from catalog.vocabularies import VocabularyError

BERKAS = "bobot_kata.csv"
"""Name of the table in vocabularies/."""

KATA_LAIN = "*"
"""Row of the table for every word that it does not list."""

_KEYWORD, _PLAIN, _AGAIN = 20, 10, 3
"""What a word's weight is multiplied by: as a keyword, in a sentence or name, and where it was found before."""

_WORD = re.compile(r"[^\W\d_]{3,}|\b\d{3}\b")


@dataclass(frozen=True, slots=True)
class BobotKata:
    """``bobot`` is word → weight in hundredths, 0 for words that say nothing; ``lain`` is that of every other word."""

    bobot: Mapping[str, int]
    lain: int


def read_weights(vocabularies: Path) -> BobotKata:
    """Return the table that ``scripts/make_bobot_kata.py`` has written into the folder.

    Raises:
        VocabularyError: it is missing, or a row is not a word and a weight.
    """
    path = vocabularies / BERKAS
    try:
        header, *rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        if header != ["kata", "bobot"]:
            raise ValueError("baris pertama harus kata,bobot")
        weights = {word: int(weight) for word, weight in rows}
        rest = weights.pop(KATA_LAIN)
    except (OSError, ValueError, KeyError) as error:
        raise VocabularyError(f"{path}: tabel bobot kata tidak dapat dibaca ({error})") from error
    return BobotKata(weights, rest)


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, in its order: three letters or more, or a number like 119."""
    return _WORD.findall(text.lower())


def weigh_words(entri: Entri, weights: BobotKata) -> dict[str, int]:
    """Return the words that tell what an entry is about, each with its weight; words that weigh nothing are left out.

    They come from the keywords, the summary and the name; a keyword counts twice, and a word found in several of them
    a little more. Of an acronym only the expansion counts: names are puns ("Pepes Ikan Patin" is about safe food).
    """
    inovasi, table, rest = entri.inovasi, weights.bobot, weights.lain
    found: dict[str, int] = {}
    for text, factor in (
        (" ".join(inovasi.kata_kunci), _KEYWORD),
        (inovasi.ringkasan, _PLAIN),
        (inovasi.kepanjangan or inovasi.nama, _PLAIN),
    ):
        for word in set(words_of(text)):
            weight = table.get(word, rest)
            if weight:
                found[word] = found[word] + weight * _AGAIN if word in found else weight * factor
    return found
