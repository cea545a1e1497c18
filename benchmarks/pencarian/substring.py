"""A plain search for comparison: every word of the query as a substring of the text, most hits first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.pencarian.measures import DEPTH
from catalog.catalog import Catalog, Entri


def search_substrings(catalog: Catalog, queries: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield for each query the ids of the entries that hold all its words, at most 20.

    Looked through are name, expansion, summary and the four sections, in small letters; ordered by the number of
    hits (descending), then id.
    """
    texts = {entri.id: _text(entri) for entri in catalog.entri}
    for query in queries:
        words = query.lower().split()
        hits = {entry: [text.count(word) for word in words] for entry, text in texts.items()}
        found = [entry for entry, counts in hits.items() if all(counts)]
        yield tuple(sorted(found, key=lambda entry: (-sum(hits[entry]), entry))[:DEPTH])


def _text(entri: Entri) -> str:
    badan = entri.badan
    parts = (entri.nama, entri.inovasi.kepanjangan or "", entri.inovasi.ringkasan)
    return "\n".join((*parts, badan.masalah, badan.cara_kerja, badan.hasil, badan.pelajaran)).lower()
