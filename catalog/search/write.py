"""Writes everything that `/jelajah/` fetches, from rows and records in the same order."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

from catalog.berdampingan import beside
from catalog.catalog import Catalog
from catalog.masalah import plain_doors
from catalog.search.bantu import read_words, vocabulary_document, word_document
from catalog.search.cards import CARDS_PER_FILE, card_files
from catalog.search.facets import facet_document, name_ranks
from catalog.search.pagefind import IndexReport, write_index
from catalog.search.pecahan import FOLDER, Kept, KeptPart, Part, only, share_out
from catalog.search.rows import FacetRow, make_rows
from catalog.search.serupa import similarity_document
from catalog.sinonim import EMPTY, Sinonim
from catalog.vocabularies import Vocabularies

MOST_PROCESSES = 2
"""Pagefind processes at once, however many cores there are: each may take 0.5 GB. On a machine of less than four cores
one, which is done before the pages are.
"""


def write_search(
    catalog: Catalog, out: Path, processes: int = 2, sinonim: Sinonim = EMPTY, kept: Kept | None = None
) -> IndexReport:
    """Write what ``/jelajah/`` fetches for the entries of ``catalog``; see ``write_search_data``.

    With ``kept``, only shards in which something changed are indexed; the bytes are the same.
    """
    _write_json(out / "serupa.json", similarity_document(catalog))
    shards = share_out(catalog)
    apart = processes > 1
    parts = [KeptPart(number, catalog, regions, sinonim, kept, apart) for number, regions in enumerate(shards)]
    rows = partial(_all_rows, catalog, tuple(chain.from_iterable(shards)))
    report = write_search_data(parts, rows, catalog.vocabularies, out, processes, sinonim)
    if kept:
        kept.simpanan.keep_only(FOLDER, frozenset(str(number) for number in range(len(parts))))
    return report


def _all_rows(catalog: Catalog, regions: Iterable[str]) -> tuple[FacetRow, ...]:
    return tuple(make_rows(only(catalog, regions)))


def write_search_data(
    parts: Sequence[Part],
    rows: Callable[[], Sequence[FacetRow]],
    vocabularies: Vocabularies,
    out: Path,
    processes: int = 2,
    sinonim: Sinonim = EMPTY,
) -> IndexReport:
    """Write the search data of ``/jelajah/`` into ``out`` (the page's own folder) and return what the index
    came to.

    Writes ``saringan.json``, ``urut-nama.json``, ``pintu.json``, ``kartu/<n>.json`` and ``indeks/…``. The records of
    ``parts``, one shard each, and what ``rows`` makes describe the same entries in the same order.

    Raises:
        ValueError: records and rows do not go together; our own bug.
        PagefindFailure: Pagefind is missing or has stopped.
    """
    making = [part.prepare() for part in parts]
    report = write_index(making, out / "indeks", 0 if processes == 1 else min(max(1, processes // 2), MOST_PROCESSES))
    documents = partial(_write_documents, parts, rows, vocabularies, out, sinonim)
    with beside(documents) if processes > 1 else nullcontext(documents) as wait:
        wait()  # not while Pagefind works, which takes as much memory, nor with the first pages: they touch all entries
    return report


def _write_documents(
    parts: Sequence[Part],
    make: Callable[[], Sequence[FacetRow]],
    vocabularies: Vocabularies,
    out: Path,
    sinonim: Sinonim,
) -> None:
    records = chain.from_iterable(part.records for part in parts)
    words, rows = read_words(records, sum(part.jumlah for part in parts)), make()
    if words.id != tuple(row.id for row in rows):
        raise ValueError("records and rows of the search data are not the same entries in the same order")
    document = {"tanda": _mark(parts, rows), **facet_document(rows, vocabularies, CARDS_PER_FILE)}
    _write_json(out / "saringan.json", document)
    _write_json(out / "urut-nama.json", name_ranks(rows))
    doors = plain_doors(vocabularies.masalah)
    _write_json(out / "pintu.json", doors)
    for name, cards in card_files(rows):
        _write_json(out / name, cards)
    _write_json(
        out / "indeks" / "kata.json",
        word_document(words, sinonim, [text for _, name, terms in doors for text in (name, *terms)]),
    )
    _write_json(out / "indeks" / "kosakata.json", vocabulary_document(words, sinonim))


def _mark(parts: Sequence[Part], rows: Sequence[FacetRow]) -> str:
    """Return a mark of this build's search data: browsers keep the cards under it, so that builds are never mixed."""
    return hashlib.sha256(repr(([part.tanda for part in parts], rows)).encode()).hexdigest()[:12]


def _write_json(path: Path, content: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n",
        encoding="utf-8",
    )
