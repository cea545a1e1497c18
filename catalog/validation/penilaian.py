"""Rules of ``kematangan``: the edition exists, its indicators too, each is judged once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from catalog.iid import Edisi
from catalog.model.inovasi import Inovasi
from catalog.validation.shapes import Place

Fault = tuple[Place, str, str, dict[str, Any]]
"""(place, code, what was typed, fillings of the sentence)."""

_EDISI, _INDIKATOR = ("kematangan", "edisi"), ("kematangan", "indikator")


def assessment_faults(inovasi: Inovasi, editions: Mapping[int, Edisi]) -> Iterator[Fault]:
    """Yield each breach of the rules of the self-assessment; levels outside 0 to 3 are the model's to refuse."""
    judged = inovasi.kematangan
    if judged is None:
        return
    full = [str(year) for year, edition in editions.items() if edition.indikator]
    edition = editions.get(judged.edisi)
    if edition is None:
        known = ", ".join(str(year) for year in sorted(editions))
        yield _EDISI, "edisi-tidak-ada", str(judged.edisi), {"dikenal": known, "contoh": full[0]}
        return
    if not edition.indikator:
        told = {"dikenal": ", ".join(full), "contoh": full[0]}
        yield _EDISI, "edisi-tanpa-indikator", str(judged.edisi), told
        return
    seen = set()
    for index, row in enumerate(judged.indikator):
        place: Place = (*_INDIKATOR, index, "nomor")
        if edition.find(row.nomor) is None:
            numbers = [one.nomor for one in edition.indikator]
            told = {"edisi": str(edition.edisi), "dikenal": f"{min(numbers)} sampai {max(numbers)}"}
            yield place, "indikator-tidak-ada", str(row.nomor), told
        elif row.nomor in seen:
            yield place, "indikator-ganda", str(row.nomor), {}
        seen.add(row.nomor)
