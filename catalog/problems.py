"""Faults in the data as values: what a problem is, how it is sorted and printed; ``wordings`` holds the sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Literal

from catalog.wordings import WORDINGS

Tingkat = Literal["kesalahan", "peringatan", "saran"]
_LONGEST_SHOWN = 120


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One fault in the data. It never stops the checking; one ``kesalahan`` stops the writing.

    ``baris`` and ``kolom`` are 1-based. ``ditemukan`` repeats what was typed (shortened), never a personal number.
    """

    berkas: str
    baris: int
    kolom: int
    tingkat: str
    kode: str
    pesan: str
    ditemukan: str
    seharusnya: str
    perbaiki: str

    @property
    def is_error(self) -> bool:
        """True for a ``kesalahan``, False for a ``peringatan`` and a ``saran``."""
        return self.tingkat == "kesalahan"


def problem(kode: str, *, berkas: str, baris: int, kolom: int, ditemukan: str, **isi: object) -> Problem:
    """Return the problem ``kode`` at a place, its sentences filled with ``isi``.

    Raises:
        KeyError: a code or a filling that the table of wordings does not know; our bug, not the contributor's.
    """
    wording = WORDINGS[kode]
    shown = shorten(ditemukan)
    fill = {"ditemukan": shown, **isi}
    return Problem(
        berkas=berkas,
        baris=max(1, baris),
        kolom=max(1, kolom),
        tingkat=wording.tingkat,
        kode=kode,
        pesan=wording.pesan.format(**fill),
        ditemukan=shown,
        seharusnya=wording.seharusnya.format(**fill),
        perbaiki=wording.perbaiki.format(**fill),
    )


def shorten(text: str) -> str:
    """Return ``text`` on one line, at most 120 characters, cut with an ellipsis."""
    line = " ".join(text.split())
    return line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1].rstrip() + "…"


def sort_problems(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems once each, ordered by file, line, column, level and code."""
    return tuple(sorted(set(problems)))


def format_text(problem: Problem) -> str:
    """Return the four lines a person reads: place, level, code and sentence; found; expected; repair."""
    p = problem
    return (
        f"{p.berkas}:{p.baris}:{p.kolom}: {p.tingkat} [{p.kode}] {p.pesan}\n"
        f"  ditemukan : {p.ditemukan}\n"
        f"  seharusnya: {p.seharusnya}\n"
        f"  perbaiki  : {p.perbaiki}"
    )


def format_json(problems: Iterable[Problem]) -> str:
    """Return all problems as one JSON text: ``{"masalah": [{berkas, baris, kolom, tingkat, kode, pesan, …}]}``."""
    return json.dumps({"masalah": [asdict(p) for p in problems]}, ensure_ascii=False, indent=2)


def format_github(problem: Problem) -> str:
    """Return the problem as an annotation of GitHub Actions; special characters escaped as its runner wants them."""
    level = {"kesalahan": "error", "peringatan": "warning"}.get(problem.tingkat, "notice")
    place = (
        f"file={_escape_property(problem.berkas)},line={problem.baris},col={problem.kolom},"
        f"title={_escape_property(problem.kode)}"
    )
    message = (
        f"{problem.pesan}\nditemukan: {problem.ditemukan}\n"
        f"seharusnya: {problem.seharusnya}\nperbaiki: {problem.perbaiki}"
    )
    return f"::{level} {place}::{_escape_data(message)}"


def format_gitlab(problems: Iterable[Problem]) -> str:
    """Return all problems as GitLab's code quality report, which shows them at their lines in a merge request.

    Format: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
    """
    severity = {"kesalahan": "major", "peringatan": "minor"}
    rows = [
        {
            "description": f"{p.pesan} Ditemukan: {p.ditemukan}. Perbaiki: {p.perbaiki}.",
            "check_name": p.kode,
            "fingerprint": sha256("\n".join((p.berkas, p.kode, p.pesan, p.ditemukan)).encode()).hexdigest(),
            "severity": severity.get(p.tingkat, "info"),
            "location": {"path": p.berkas, "lines": {"begin": p.baris}},
        }
        for p in problems
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def count_levels(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return (number of kesalahan, number of peringatan); a saran is neither."""
    errors = warnings = 0
    for p in problems:
        if p.is_error:
            errors += 1
        elif p.tingkat == "peringatan":
            warnings += 1
    return errors, warnings


def _escape_data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape_data(text).replace(":", "%3A").replace(",", "%2C")
