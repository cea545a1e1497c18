"""Where a hint points: the line of an isian or of a section, as far as its reader knows it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.catalog import Entri
from catalog.markup import split_sections
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord

Jalur = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Tempat:
    """Line and column of each value by its path, and of each section by its key; line 1 where not known."""

    nilai: Mapping[Jalur, tuple[int, int]] = field(default_factory=dict)
    bagian: Mapping[str, int] = field(default_factory=dict)

    def of(self, jalur: Jalur) -> tuple[int, int]:
        """Return the place of an isian, or of the section of the body with that name."""
        if len(jalur) == 1 and jalur[0] in self.bagian:
            return self.bagian[str(jalur[0])], 1
        return self.nilai.get(jalur, (1, 1))


def places_of(record: SourceRecord) -> Tempat:
    """Return where the isian and the sections of this record stand."""
    sections = {
        section.judul.strip().lower().replace(" ", "_"): record.baris_badan + section.baris - 1
        for section in split_sections(record.badan)
        if section.judul
    }
    return Tempat(record.nilai, sections)


def hint(kode: str, entri: Entri, tempat: Tempat, jalur: Jalur, ditemukan: str, **isi: Any) -> Problem:
    """Return the advice ``kode`` about the isian or section at ``jalur``."""
    line, column = tempat.of(jalur)
    label = ".".join(str(step + 1) if isinstance(step, int) else step for step in jalur)
    return problem(kode, berkas=entri.berkas, baris=line, kolom=column, ditemukan=ditemukan, isian=label, **isi)
