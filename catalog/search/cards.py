"""The texts of the result cards, a few entries to a file, so that a page of results fetches little more
than it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from catalog.search.rows import FacetRow

CARDS_PER_FILE = 5
"""Entries in one file of texts: about 0.8 KB gzip. Entries of one region stand together, results of a query
are scattered.
"""

FIRST_CARDS = 20
"""Cards on the first page of `/jelajah/` as it opens, which have a file of their own; ``PER_PAGE`` in jelajah.js."""


def first_rows(rows: Sequence[FacetRow]) -> list[int]:
    """Return the numbers of the newest rows, newest first, those of one date in the order of the catalogue."""
    return sorted(range(len(rows)), key=lambda row: rows[row].terbaru, reverse=True)[:FIRST_CARDS]


def card_files(rows: Sequence[FacetRow]) -> Iterator[tuple[str, list[list[Any]]]]:
    """Yield (name, content) of each file: ``kartu/<n>.json`` with rows n × CARDS_PER_FILE and following, then
    ``kartu/awal.json`` with the first rows, in the order of ``first_rows``.

    A card is [id, nama, kepanjangan, tahun as printed, ringkasan]; kepanjangan may be ''.
    """
    for start in range(0, len(rows), CARDS_PER_FILE):
        part = rows[start : start + CARDS_PER_FILE]
        yield f"kartu/{start // CARDS_PER_FILE}.json", [_card(row) for row in part]
    yield "kartu/awal.json", [_card(rows[row]) for row in first_rows(rows)]


def _card(row: FacetRow) -> list[str]:
    return [row.id, row.nama, row.kepanjangan, row.tahun_teks, row.ringkasan]
