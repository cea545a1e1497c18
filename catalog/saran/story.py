"""All advice about one entry, in the order of its file."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.catalog import Entri
from catalog.iid import current_edition
from catalog.problems import Problem, sort_problems
from catalog.saran.bahasa import language_hints
from catalog.saran.iid import readiness_hints
from catalog.saran.mirip import NameIndex
from catalog.saran.tempat import Tempat, hint
from catalog.vocabularies import Vocabularies


def advise(entri: Entri, names: NameIndex, lists: Vocabularies, tempat: Tempat | None = None) -> tuple[Problem, ...]:
    """Return every hint about ``entri``, sorted as problems are; all of level ``saran``."""
    places = tempat or Tempat()
    hints = [*_name_hints(entri, names, places), *language_hints(entri, places)]
    hints += readiness_hints(entri, current_edition(lists.iid), places)
    return sort_problems(hints)


def _name_hints(entri: Entri, names: NameIndex, places: Tempat) -> Iterator[Problem]:
    alike = names.of(entri)
    for kode, clash in (("serupa-di-wilayah-lain", False), ("singkatan-bentrok", True)):
        files = [one.berkas for one in alike if one.bentrok == clash]
        if files:
            yield hint(kode, entri, places, ("nama",), entri.nama, lain=", ".join(files))
