"""A new entry from answers: the questions, what is wrong with an answer, and the file in its canonical form.

Whoever asks (the terminal here) only prints questions and reads lines.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.catalog import Daerah
from catalog.model import Inovasi
from catalog.model.umum import Sumber
from catalog.problems import Problem
from catalog.reading import parse_record
from catalog.record_text import write_entry
from catalog.slugs import make_slug
from catalog.validation import check_record
from catalog.validation.nearest import nearest
from catalog.validation.plans import FieldPlan, plan_of
from catalog.vocabularies import Vocabularies

_LONGEST_SLUG = 80
_MISSING = "isian-wajib-tidak-ada"
"""Said of answers that are still to come."""


@dataclass(frozen=True, slots=True)
class Pertanyaan:
    """One question: where its answer goes, its words, an example, and whether it may stay empty."""

    jalur: tuple[str, ...]
    judul: str
    bantuan: str
    contoh: str
    wajib: bool


def questions() -> tuple[Pertanyaan, ...]:
    """Return the questions in order: the required isian, the owner, and the first source."""
    plans = plan_of(Inovasi)
    own = [_question((name,), plans[name]) for name in ("nama", "urusan", "ringkasan", "perangkat_daerah")]
    source = plan_of(Sumber)
    return (*own, *(_question(("sumber", name), source[name]) for name in ("judul", "penerbit", "tanggal", "tautan")))


def _question(path: tuple[str, ...], plan: FieldPlan) -> Pertanyaan:
    example = plan.contoh[0] if isinstance(plan.contoh, list) else plan.contoh
    title = f"{plan.judul} sumber" if len(path) > 1 else plan.judul
    return Pertanyaan(path, title, plan.bantuan, str(example), plan.wajib)


def settle(question: Pertanyaan, answer: str, daerah: Daerah | None, vocabularies: Vocabularies) -> str:
    """Return the answer as the file needs it: a list's id for its name or its number, an office's id for its name."""
    text = " ".join(answer.split())
    if question.jalur == ("urusan",):
        rows = list(vocabularies.urusan.values())
        if text.isdigit() and 1 <= int(text) <= len(rows):
            return rows[int(text) - 1].id
        labels = {row.id: row.nama for row in rows}
        return nearest(text, labels) or nearest(text, {row.id: row.singkat for row in rows}) or text
    if question.jalur == ("perangkat_daerah",) and daerah is not None:
        offices = {id: office.nama for id, office in daerah.perangkat_daerah.items()}
        short = {id: office.singkatan or "" for id, office in daerah.perangkat_daerah.items()}
        return nearest(text, offices) or nearest(text, short) or make_slug(text)
    return text


def find_faults(question: Pertanyaan, answer: str, vocabularies: Vocabularies) -> tuple[Problem, ...]:
    """Return what the check would say of this answer alone; () for a good one, or for one that may stay empty."""
    data = collect({question.jalur: answer})
    written = write_entry(data)
    record, faults = parse_record(written.text, "innovations/kab-baru/baru.md")
    found = [*faults, *(check_record(record, vocabularies).problems if record else ())]
    path = question.jalur if len(question.jalur) == 1 else ("sumber", 0, question.jalur[1])
    return tuple(
        p for p in found if p.is_error and p.kode != _MISSING and written.path_at(p.baris)[: len(path)] == path
    )


def collect(answers: Mapping[tuple[str, ...], str]) -> dict[str, Any]:
    """Return the front matter of these answers; empty ones are left out."""
    plans = plan_of(Inovasi)
    data: dict[str, Any] = {}
    for path, text in answers.items():
        if not text:
            continue
        if path[0] == "sumber":
            data.setdefault("sumber", [{}])[0][path[1]] = text
        else:
            data[path[0]] = [text] if plans[path[0]].berdaftar else text
    return data


def entry_text(answers: Mapping[tuple[str, ...], str]) -> str:
    """Return the whole file, with headings of the body ready to be filled."""
    body = "\n## Masalah\n\n\n## Cara kerja\n\n\n## Hasil\n"
    return write_entry(collect(answers)).text + body


def slug_of(nama: str) -> str:
    """Return the file's name for an innovation's name, at most 80 letters; '' when nothing of it can be written."""
    return make_slug(nama)[:_LONGEST_SLUG].strip("-")
