"""The body of an entry: its four sections, with a warning for what stands outside them."""

from __future__ import annotations

from catalog.catalog import BAGIAN, Badan
from catalog.markup import split_sections
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord

_SECTIONS = {"masalah": "masalah", "cara kerja": "cara_kerja", "hasil": "hasil", "pelajaran": "pelajaran"}
_TITLES = "`## Masalah`, `## Cara kerja`, `## Hasil`, `## Pelajaran`"
_LONGEST = 20_000


def read_body(record: SourceRecord) -> tuple[Badan, tuple[Problem, ...]]:
    """Return the sections of the record's body and the faults in it; unknown sections are reported, not dropped.

    Text before the first heading, and sections with other titles, are joined to *Cara kerja*, so nothing is lost.
    """
    problems: list[Problem] = []
    parts: dict[str, list[str]] = {}
    if len(record.badan) > _LONGEST:
        problems.append(_at(record, record.baris_badan, "badan-terlalu-panjang", f"{len(record.badan)} huruf"))
        return Badan(), tuple(problems)
    for section in split_sections(record.badan):
        line = record.baris_badan + section.baris - 1
        key = _SECTIONS.get(section.judul.strip().lower())
        if not section.judul and section.isi.strip():
            problems.append(_at(record, line, "badan-tanpa-judul", section.isi.strip().splitlines()[0]))
        elif key is None and section.judul:
            problems.append(_at(record, line, "bagian-tidak-dikenal", f"## {section.judul}"))
        elif key in parts:
            problems.append(_at(record, line, "bagian-ganda", f"## {section.judul}"))
        if section.isi.strip():
            known = key or "cara_kerja"
            text = section.isi.strip() if key or not section.judul else f"### {section.judul}\n\n{section.isi.strip()}"
            parts.setdefault(known, []).append(text)
    return Badan(*("\n\n".join(parts.get(key, ())) for key in BAGIAN)), tuple(problems)


def _at(record: SourceRecord, line: int, kode: str, found: str) -> Problem:
    from catalog.privacy import mask

    return problem(
        kode, berkas=record.berkas, baris=line, kolom=1, ditemukan=mask(found), judul=_TITLES, batas=_LONGEST
    )
