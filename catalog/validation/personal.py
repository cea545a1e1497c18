"""Personal numbers anywhere in a record are an error that never repeats the number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from catalog.privacy import Finding, find_personal_numbers, mask
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord

_DIGIT = re.compile(r"\d")
_SHORTEST_NUMBER = 10
_EXEMPT_KEYS = frozenset({"tautan", "situs", "jippnas", "tuxedovation", "sinovik", "video"})
_OFFICE_WHATSAPP = ("layanan", "whatsapp_resmi", "nomor")


def find_personal_data(record: SourceRecord, kode_kabupaten: frozenset[str]) -> tuple[Problem, ...]:
    """Return one problem for each personal number in the isian, comments and body of ``record``.

    Addresses of sources are exempt; an office's WhatsApp may stand in ``layanan.whatsapp_resmi.nomor`` only.
    """
    problems = []
    for path, text in _texts(record.data, ()):
        if path[-1] in _EXEMPT_KEYS or not _has_many_digits(text):
            continue
        line, column = record.nilai.get(path, (1, 1))
        for finding in find_personal_numbers(text, kode_kabupaten):
            if path == _OFFICE_WHATSAPP and finding.jenis == "nomor ponsel":
                continue
            problems.append(_problem(record.berkas, line, column, text, finding))
    problems.extend(_in_comments(record, kode_kabupaten, {p.baris for p in problems}))
    if _has_many_digits(record.badan):
        for finding in find_personal_numbers(record.badan, kode_kabupaten):
            before = record.badan[: finding.mulai]
            line = record.baris_badan + before.count("\n")
            column = len(before) - (before.rfind("\n") + 1) + 1
            problems.append(_problem(record.berkas, line, column, record.badan, finding))
    return tuple(problems)


def _in_comments(record: SourceRecord, kode_kabupaten: frozenset[str], known: set[int]) -> Iterator[Problem]:
    """Yield a problem for each personal number behind a ``#``; lines whose value was already reported are left out."""
    for line, column, text in record.komentar:
        if line not in known and _has_many_digits(text):
            for finding in find_personal_numbers(text, kode_kabupaten, strip_urls=True):
                yield _problem(record.berkas, line, column + finding.mulai, text, finding)


def _has_many_digits(text: str) -> bool:
    return len(_DIGIT.findall(text)) >= _SHORTEST_NUMBER


def _problem(berkas: str, line: int, column: int, text: str, finding: Finding) -> Problem:
    kode = "data-pribadi" if finding.pasti else "mungkin-data-pribadi"
    hidden = mask(text[finding.mulai : finding.akhir])
    return problem(kode, berkas=berkas, baris=line, kolom=column, ditemukan=hidden, jenis=finding.jenis)


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every value, and every key, that is long enough to hold a number of a person."""
    if isinstance(value, str):
        if len(value) >= _SHORTEST_NUMBER:
            yield path, value
    elif isinstance(value, dict):
        for key, child in value.items():
            if len(key) >= _SHORTEST_NUMBER:
                yield (*path, "kunci"), key
            if child is not None:
                yield from _texts(child, (*path, key))
    elif isinstance(value, list):
        for index, child in enumerate(value):
            yield from _texts(child, (*path, index))
