"""What lists and likeness draw from an entry alone, kept with its record: its everyday doors, its heaviest words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from sys import intern

from catalog.catalog import Entri
from catalog.masalah import make_doors
from catalog.terkait import WORDS, heaviest_words, read_weights
from catalog.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Sari:
    """``pintu`` are ids of everyday problems in the order of the vocabulary; ``kata`` are (-weight, word) of the words
    that say what the entry is about, the heaviest first, as many as are compared.
    """

    pintu: tuple[str, ...]
    kata: tuple[tuple[int, str], ...]


Penyari = Callable[[Entri], Sari]


def make_penyari(folder: Path, vocabularies: Vocabularies) -> Penyari:
    """Return what draws the essence of an entry; ``folder`` is that of the closed lists, read as ``vocabularies``."""
    doors, weights = make_doors(vocabularies.masalah), read_weights(folder)

    def draw(entri: Entri) -> Sari:
        words = tuple((weight, intern(word)) for weight, word in heaviest_words(entri, weights)[:WORDS])
        return Sari(doors.of(entri.id, entri.inovasi), words)

    return draw
