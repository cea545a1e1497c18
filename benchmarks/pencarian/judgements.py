"""The judged queries of ``tests/search/kueri-*.yml``: read, and checked against the catalogue."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "tests" / "search"

PARTS = ("setel", "uji")
"""What the search may be tuned on, and what is held aside."""

KINDS = ("awam", "dialek", "akronim", "typo", "formal", "daerah")

GRADES = (3, 2, 1)
"""What was asked for; answers it as well; close to the subject. What each means stands in ``kueri-setel.yml``."""

FEWEST = 80
_HELD_ASIDE_OF_TEN = 3


@dataclass(frozen=True, slots=True)
class Query:
    """A query as typed, and what a reader would accept: entry id → grade; every other entry has grade 0."""

    kueri: str
    jenis: str
    bagian: str
    cocok: Mapping[str, int]


def part_of(query: str) -> str:
    """Return the part a query belongs to: ``uji`` for three of ten, by the first byte of the SHA-256 of its words.

    Nobody chooses which queries are held aside, and a new query never moves an old one.
    """
    words = " ".join(query.casefold().split())
    return "uji" if hashlib.sha256(words.encode()).digest()[0] % 10 < _HELD_ASIDE_OF_TEN else "setel"


def load_queries(folder: Path = FOLDER) -> tuple[Query, ...]:
    """Return the queries of both parts, ``setel`` first, each in the order of its file.

    Raises:
        ValueError: a file has another shape, or an entry has two grades in one query.
    """
    return tuple(query for part in PARTS for query in _read(folder / f"kueri-{part}.yml"))


def find_faults(queries: Sequence[Query], entries: Collection[str]) -> list[str]:
    """Return what is wrong with the judgements, one sentence each, in the order of the queries; [] when all is well."""
    faults = [f"{query.kueri}: {fault}" for query in queries for fault in _faults_of(query, entries)]
    seen: set[str] = set()
    for words in (" ".join(query.kueri.casefold().split()) for query in queries):
        faults += [f"{words}: is there twice"] if words in seen else []
        seen.add(words)
    if len(queries) < FEWEST:
        faults.append(f"{len(queries)} queries; at least {FEWEST} are needed")
    return faults


def _faults_of(query: Query, entries: Collection[str]) -> Iterator[str]:
    if query.jenis not in KINDS:
        yield f"unknown jenis {query.jenis}"
    if query.bagian != part_of(query.kueri):
        yield f"belongs into kueri-{part_of(query.kueri)}.yml"
    if not any(grade >= 2 for grade in query.cocok.values()):
        yield "no entry answers it"
    for entry in sorted(set(query.cocok) - set(entries)):
        yield f"no entry {entry}"


def _read(file: Path) -> Iterator[Query]:
    data = yaml.safe_load(file.read_text(encoding="utf-8"))
    if set(data) != {"bagian", "daftar"} or f"kueri-{data['bagian']}.yml" != file.name:
        raise ValueError(f"{file}: wanted are `bagian`, as in the file's name, and `daftar`")
    for record in data["daftar"]:
        if set(record) != {"kueri", "jenis", "cocok"}:
            raise ValueError(f"{file}: wanted are kueri, jenis and cocok: {record}")
        yield Query(str(record["kueri"]), record["jenis"], data["bagian"], _grades(file, record))


def _grades(file: Path, record: Mapping[str, Any]) -> dict[str, int]:
    """Turn {grade: [entry, …]} around."""
    pairs = [(entry, grade) for grade, entries in record["cocok"].items() for entry in entries]
    grades = dict(pairs)
    if len(grades) < len(pairs) or not set(record["cocok"]) <= set(GRADES):
        raise ValueError(f"{file}: {record['kueri']}: an entry has two grades, or a grade is none of {GRADES}")
    return grades
