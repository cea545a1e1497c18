"""One file looked at alone."""

from __future__ import annotations

from pathlib import Path

from catalog.problems import Problem
from catalog.reading import read_record
from catalog.validation import CheckedRecord, check_record
from catalog.vocabularies import Vocabularies


def check_file(parent: Path, file: str, vocabularies: Vocabularies) -> tuple[CheckedRecord | None, tuple[Problem, ...]]:
    """Return one file's record, checked alone, and the problems of reading it."""
    record, faults = read_record(parent, file)
    return (check_record(record, vocabularies) if record is not None else None), faults
