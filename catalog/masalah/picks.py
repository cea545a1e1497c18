"""Hand-picked entries that do not exist: reported, because a door silently loses what it was meant to show."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from pathlib import Path

from catalog.masalah.door import Masalah
from catalog.problems import Problem, problem

BERKAS = "vocabularies/masalah.yml"

_BETWEEN_IDS = re.compile(r"[\s,\[\]'\"]+")


def check_picks(masalah: Mapping[str, Masalah], files: Collection[str], root: Path) -> list[Problem]:
    """Return a warning for every entry named in ``pilihan`` or ``kecuali`` that has none of ``files``.

    ``files`` are those of all records, 'innovations/kab-blora/samin-119.md'. ``root`` is the repository; the file is
    read again only to say in which line the id stands.
    """
    named = dict.fromkeys(id for door in masalah.values() for id in (*door.pilihan, *door.kecuali))
    known = frozenset(files)
    lost = [id for id in named if f"innovations/{id}.md" not in known]
    if not lost:
        return []
    lines = (root / BERKAS).read_text(encoding="utf-8").split("\n")
    return [_problem(id, number, line) for id in lost for number, line in enumerate(lines, 1) if _stands_in(id, line)]


def _stands_in(id: str, line: str) -> bool:
    return id in _BETWEEN_IDS.split(line.partition("#")[0])


def _problem(id: str, number: int, line: str) -> Problem:
    return problem("pintu-entri-tidak-ada", berkas=BERKAS, baris=number, kolom=line.index(id) + 1, ditemukan=id)
