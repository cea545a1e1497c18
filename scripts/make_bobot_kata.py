"""Write vocabularies/bobot_kata.csv: how much each word says about an entry's subject, learned from the entries.

The weight is the inverse document frequency of TF-IDF, in hundredths, with regions as documents: a word used in n of R
regions weighs ln((R + 1) / n). Words of fewer than five regions are not listed; they, and words never seen, weigh as
much as one of four (row ``*``), so that a rare word does not outweigh a subject. Two kinds of words weigh nothing:
listed ones that no entry has among its keywords ("sehingga", "diluncurkan"), and words of region names, unless they
are used mostly elsewhere ("batu", "laut").

    .venv/bin/python scripts/make_bobot_kata.py

Same entries, same bytes. The table is committed and stands still between runs: that is what keeps the neighbours of
an entry from changing when a distant one does. Run it when the catalogue has grown to several times its size (the
entries it was made from are counted in docs/why.md), read the difference, and build the whole site afterwards.
"""

from __future__ import annotations

import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from catalog.catalog import Catalog, Entri  # noqa: E402  the script is run from the repository
from catalog.inputs import Inputs  # noqa: E402
from catalog.load import load_catalog  # noqa: E402
from catalog.terkait.kata import BERKAS, KATA_LAIN, words_of  # noqa: E402

FEWEST = 5
"""A word of fewer regions is not listed."""

Uses = dict[str, set[str]]
"""Word → ids of regions."""


def main() -> int:
    """Write the table and say what it holds."""
    catalog = load_catalog(Inputs.of(ROOT)).catalog
    rows = weigh(catalog)
    lines = ["kata,bobot", *(f"{word},{weight}" for word, weight in rows)]
    (ROOT / "vocabularies" / BERKAS).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(rows)} baris dari {len(catalog.entri)} entri.")
    return 0


def weigh(catalog: Catalog) -> list[tuple[str, int]]:
    """Return (word, weight) ordered by word, the row of all other words first."""
    used, regions = _uses(catalog), len(catalog.wilayah_berentri)
    places = _place_words(catalog)
    keywords = {word for entri in catalog.entri for text in entri.inovasi.kata_kunci for word in words_of(text)}
    weights = {
        word: _idf(len(where), regions) if word in keywords else 0
        for word, where in used.items()
        if len(where) >= FEWEST
    }
    for word, named in places.items():
        where = used.get(word, set())
        if 2 * len(where & named) >= len(where):
            weights[word] = 0
    return [(KATA_LAIN, _idf(FEWEST - 1, regions)), *sorted(weights.items())]


def _idf(where: int, regions: int) -> int:
    return round(100 * math.log((regions + 1) / where))


def _uses(catalog: Catalog) -> Uses:
    used: Uses = defaultdict(set)
    for entri in catalog.entri:
        for text in _texts(entri):
            for word in words_of(text):
                used[word].add(entri.wilayah)
    return used


def _texts(entri: Entri) -> Iterator[str]:
    inovasi, badan = entri.inovasi, entri.badan
    yield from (inovasi.nama, inovasi.kepanjangan or "", inovasi.ringkasan, *inovasi.kata_kunci)
    yield from (badan.masalah, badan.cara_kerja, badan.hasil, badan.pelajaran)
    yield from inovasi.pelajaran
    yield from (step.uraian for step in inovasi.langkah)


def _place_words(catalog: Catalog) -> Uses:
    """Return the words of region names, each with the regions that bear it or lie in a province that does."""
    lists = catalog.vocabularies
    places: Uses = defaultdict(set)
    for region in lists.wilayah.values():
        for name in (region.nama, lists.wilayah_by_kode[region.provinsi].nama):
            for word in words_of(name):
                places[word].add(region.id)
    return places


if __name__ == "__main__":
    sys.exit(main())
