"""Writes everything that `/jelajah/` fetches, from rows and records in the same order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from catalog.catalog import Catalog
from catalog.masalah import plain_doors
from catalog.search.bantu import vocabulary_document, word_document
from catalog.search.cards import CARDS_PER_FILE, card_files
from catalog.search.facets import facet_document, name_ranks
from catalog.search.pagefind import IndexReport, write_index
from catalog.search.records import SearchRecord, make_records
from catalog.search.rows import FacetRow, make_rows
from catalog.search.serupa import similarity_document
from catalog.sinonim import EMPTY, Sinonim
from catalog.vocabularies import Vocabularies

MOST_PROCESSES = 2
"""Pagefind processes at once, however many cores there are: each may take 0.5 GB."""


def write_search(catalog: Catalog, out: Path, processes: int = 2, sinonim: Sinonim = EMPTY) -> IndexReport:
    """Write what ``/jelajah/`` fetches for the entries of ``catalog``; see ``write_search_data``."""
    _write_json(out / "serupa.json", similarity_document(catalog))
    records = make_records(catalog, sinonim)
    return write_search_data(records, tuple(make_rows(catalog)), catalog.vocabularies, out, processes, sinonim)


def write_search_data(
    records: Iterable[SearchRecord],
    rows: Sequence[FacetRow],
    vocabularies: Vocabularies,
    out: Path,
    processes: int = 2,
    sinonim: Sinonim = EMPTY,
) -> IndexReport:
    """Write the search data of ``/jelajah/`` into ``out`` (the page's own folder) and return what the index
    came to.

    Writes ``saringan.json``, ``urut-nama.json``, ``pintu.json``, ``kartu/<n>.json`` and ``indeks/…``. ``records`` and
    ``rows`` describe the same entries in the same order; records may come one by one, and the index is begun meanwhile.

    Raises:
        ValueError: records and rows do not go together; our own bug.
        PagefindFailure: Pagefind is missing or has stopped.
    """
    source, made = iter(records), list[SearchRecord]()
    report = write_index(_kept(source, made), out / "indeks", min(processes, MOST_PROCESSES), count=len(rows))
    made += source
    if [record.id for record in made] != [row.id for row in rows]:
        raise ValueError("records and rows of the search data are not the same entries in the same order")
    document = {"tanda": _mark(made, rows), **facet_document(rows, vocabularies, CARDS_PER_FILE)}
    _write_json(out / "saringan.json", document)
    _write_json(out / "urut-nama.json", name_ranks(rows))
    doors = plain_doors(vocabularies.masalah)
    _write_json(out / "pintu.json", doors)
    for name, cards in card_files(rows):
        _write_json(out / name, cards)
    _write_json(
        out / "indeks" / "kata.json",
        word_document(made, sinonim, [text for _, name, words in doors for text in (name, *words)]),
    )
    _write_json(out / "indeks" / "kosakata.json", vocabulary_document(made, sinonim))
    return report


def _kept(records: Iterable[SearchRecord], made: list[SearchRecord]) -> Iterator[SearchRecord]:
    """Pass the records on and keep them in ``made``."""
    for record in records:
        made.append(record)
        yield record


def _mark(records: Sequence[SearchRecord], rows: Sequence[FacetRow]) -> str:
    """Return a mark of this build's search data: browsers keep the cards under it, so that builds are never mixed."""
    return hashlib.sha256(repr((records, rows)).encode()).hexdigest()[:12]


def _write_json(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n",
        encoding="utf-8",
    )
