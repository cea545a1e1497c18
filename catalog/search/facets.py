"""The facet columns of `/jelajah/`: what each entry is filtered, counted and sorted by, in one lean file.

Counts and filters are computed from these columns in the browser; neither Pagefind nor an entry's page is
asked.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from catalog.search.rows import FacetRow
from catalog.vocabularies import Istilah, Vocabularies

KNOWN_SHARE = 0.1
"""Least share of entries with a known value for a facet to be offered, a fraction of 1."""

TITLES: Mapping[str, str] = {
    "wilayah": "Wilayah",
    "urusan": "Urusan",
    "tahapan": "Tahapan",
    "jenis": "Jenis",
    "bukti": "Bukti",
    "tahun": "Tahun",
}
"""The facets in the order in which they are offered."""

STATUS_LABELS: Mapping[str, str] = {"belum-diketahui": "Keadaan belum diketahui"}
"""Labels of status that a card words otherwise than the vocabulary, because they stand alone there."""


def facet_document(rows: Sequence[FacetRow], vocabularies: Vocabularies, cards_per_file: int) -> dict[str, Any]:
    """Return the content of ``saringan.json``; row numbers are those of ``rows``.

    ``nilai`` lists per column its values as [id, label], in the order of the vocabulary, only those in use
    (tahun: newest first; wilayah: [id, label, row in ``provinsi``]). ``kolom`` holds per entry the place of
    its value in that list, a list of places where it has several, -1 where it is not known. ``saringan``
    are the facets to offer, as [column, title]. ``urut`` holds sort keys: ``terbaru`` as the number
    YYYYMMDD (0: unknown), ``nama`` as rank, ``kelengkapan`` as count.
    """
    provinces, regions = _regions(rows, vocabularies)
    values = {
        "wilayah": regions,
        "urusan": _used(rows, lambda row: row.urusan, {key: term.singkat for key, term in vocabularies.urusan.items()}),
        "tahapan": _used(rows, lambda row: (row.tahapan,), _names(vocabularies.tahapan)),
        "status": _used(rows, lambda row: (row.status,), {**_names(vocabularies.status), **STATUS_LABELS}),
        "jenis": _used(rows, lambda row: (row.jenis,), _names(vocabularies.jenis)),
        "bukti": [[key, term.nama] for key, term in vocabularies.bukti.items()],
        "tahun": [[str(year), str(year)] for year in sorted({row.tahun for row in rows if row.tahun}, reverse=True)],
    }
    columns = {name: _column(rows, name, values[name]) for name in values}
    return {
        "jumlah": len(rows),
        "per_kartu": cards_per_file,
        "saringan": [[name, title] for name, title in TITLES.items() if _is_known(columns[name])],
        "provinsi": provinces,
        "nilai": values,
        "kolom": columns,
        "urut": {
            "terbaru": [_date_number(row.terbaru) for row in rows],
            "nama": _ranks([_name_key(row) for row in rows]),
            "kelengkapan": [row.kelengkapan for row in rows],
        },
    }


def _names(terms: Mapping[str, Istilah]) -> dict[str, str]:
    return {key: term.nama for key, term in terms.items()}


def _used(
    rows: Iterable[FacetRow], of: Callable[[FacetRow], Iterable[str | None]], labels: Mapping[str, str]
) -> list[list[Any]]:
    used = {value for row in rows for value in of(row)}
    return [[key, label] for key, label in labels.items() if key in used]


def _regions(rows: Sequence[FacetRow], vocabularies: Vocabularies) -> tuple[list[list[str]], list[list[Any]]]:
    """Provinces as [id, label without "Provinsi"] and regions as [id, label, row of its province], by their
    codes.
    """
    used = {row.wilayah for row in rows}
    regions = [region for region in vocabularies.wilayah.values() if region.id in used]
    codes = sorted({region.provinsi for region in regions})
    provinces = [vocabularies.wilayah_by_kode[code] for code in codes]
    labels = [[province.id, province.nama.removeprefix("Provinsi ")] for province in provinces]
    return labels, [[region.id, region.nama, codes.index(region.provinsi)] for region in regions]


def _column(rows: Sequence[FacetRow], name: str, values: Sequence[Sequence[Any]]) -> list[Any]:
    places = {value[0]: place for place, value in enumerate(values)}

    def cell(row: FacetRow) -> int | list[int]:
        value = getattr(row, name)
        if isinstance(value, tuple):
            found = [places[item] for item in value]
            return found[0] if len(found) == 1 else found
        return -1 if value is None else places[str(value)]

    return [cell(row) for row in rows]


def _is_known(column: Sequence[Any]) -> bool:
    return bool(column) and sum(cell != -1 for cell in column) >= KNOWN_SHARE * len(column)


def _date_number(date: str) -> int:
    """20240000 for '2024', so that a day comes after its month, and a month after its year."""
    return int(date.replace("-", "").ljust(8, "0")) if date else 0


def _name_key(row: FacetRow) -> tuple[str, str]:
    plain = unicodedata.normalize("NFKD", row.nama).casefold()
    return "".join(char for char in plain if char.isalnum() or char == " ").strip(), row.id


def _ranks(keys: Sequence[Any]) -> list[int]:
    ranks = [0] * len(keys)
    for rank, place in enumerate(sorted(range(len(keys)), key=lambda place: keys[place])):
        ranks[place] = rank
    return ranks
