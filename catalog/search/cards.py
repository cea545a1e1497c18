"""The texts of the result cards, a few entries to a file, so that a page of results fetches little more
than it shows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from catalog.search.rows import FacetRow

CARDS_PER_FILE = 10
"""Entries in one file of texts: about 1.3 KB gzip. Entries of one region stand together, results of a query
are scattered.
"""


def card_files(rows: Sequence[FacetRow]) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield (name, content) of each file: ``kartu/<n>.json`` with rows n × CARDS_PER_FILE and following.

    A card is [id, nama, kepanjangan, tahun as printed, ringkasan]; kepanjangan may be ''.
    """
    for start in range(0, len(rows), CARDS_PER_FILE):
        part = rows[start : start + CARDS_PER_FILE]
        yield f"kartu/{start // CARDS_PER_FILE}.json", [_card(row) for row in part]


def _card(row: FacetRow) -> list[str]:
    return [row.id, row.nama, row.kepanjangan, row.tahun_teks, row.ringkasan]
