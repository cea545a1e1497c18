"""What lists and likeness draw from an entry alone, kept with its record: its everyday doors, its heaviest words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from catalog.catalog import Entri
from catalog.masalah import make_doors
from catalog.tembolok import Titipan
from catalog.terkait import heaviest_words, read_weights
from catalog.vocabularies import Vocabularies


class Sari(NamedTuple):
    """``pintu`` are ids of everyday problems in the order of the vocabulary; ``kata`` gives what the entry is about,
    which only one process asks for.
    """

    pintu: tuple[str, ...]
    kata: Titipan


Penyari = Callable[[Entri], Sari]


def make_penyari(folder: Path, vocabularies: Vocabularies) -> Penyari:
    """Return what draws the essence of an entry; ``folder`` is that of the closed lists, read as ``vocabularies``."""
    doors, weights = make_doors(vocabularies.masalah), read_weights(folder)

    def draw(entri: Entri) -> Sari:
        return Sari(doors.of(entri.id, entri.inovasi), Titipan(heaviest_words(entri, weights)))

    return draw
