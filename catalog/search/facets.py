"""The facet columns of `/jelajah/`: what each entry is filtered, counted and sorted by, in one lean file.

Counts and filters are computed from these columns in the browser; neither Pagefind nor an entry's page is
asked.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from catalog.indonesian import ribuan, urutan_nama
from catalog.kelengkapan import counted_isian
from catalog.search.biaya import ARTI_BIAYA, KELAS_BIAYA
from catalog.search.cards import first_rows
from catalog.search.cells import encode_cells
from catalog.search.ciri import ARTI_CIRI, CIRI
from catalog.search.rows import FacetRow
from catalog.statistics.counts import QUARTERS
from catalog.statistics.table import BELUM_PERNAH
from catalog.vocabularies import Istilah, Vocabularies

KNOWN_SHARE = 0.1
"""Least share of entries with a known value for a facet to be offered, a fraction of 1."""

WANTED = frozenset({"biaya", "ciri"})
"""Facets that one entry is enough for: what they know they say by themselves, and people ask for them."""

TITLES: Mapping[str, str] = {
    "wilayah": "Wilayah",
    "urusan": "Urusan",
    "tahapan": "Tahapan",
    "status": "Status",
    "jenis": "Jenis",
    "bukti": "Bukti",
    "tahun": "Tahun",
    "biaya": "Biaya",
    "ciri": "Hanya yang",
}
"""The facets in the order in which they are offered."""

MEANINGS: Mapping[str, str] = {"ciri": ARTI_CIRI}
"""What a reader has to be told about a facet, besides that of costs."""

STATUS_LABELS: Mapping[str, str] = {"belum-diketahui": "Keadaan belum diketahui"}
"""Labels of status that a card words otherwise than the vocabulary, because they stand alone there."""

_UNKNOWN = {"status": "belum-diketahui"}
"""Values of a vocabulary that say that nothing is known."""


def facet_document(rows: Sequence[FacetRow], vocabularies: Vocabularies, cards_per_file: int) -> dict[str, Any]:
    """Return the content of ``saringan.json``; row numbers are those of ``rows``.

    ``nilai`` lists per column its values as [id, label], in the order of the vocabulary, only those in use
    (tahun: newest first; wilayah: [id, label, row in ``provinsi``]). ``kolom`` holds per column one sign an entry
    (``encode_cells``): the place of its value in that list, -1 where it is not known; for ``ciri`` the sum of 1, 2, 4 …
    for the first, second, third … of the list. ``lain`` holds, by row, the further places of columns with several
    values. ``saringan`` are the facets to offer, as [column, title, meaning]. ``urut`` holds sort keys, also as signs:
    ``terbaru`` as the rank of the date, ``kelengkapan`` as the count of filled isian, of which there are ``isian``.
    ``awal`` are the rows whose cards stand in ``kartu/awal.json``.
    """
    provinces, regions = _regions(rows, vocabularies)
    values = _values(rows, regions, vocabularies)
    places = {name: _places(rows, name, values[name]) for name in values}
    dates = {date: rank for rank, date in enumerate(sorted({row.terbaru for row in rows}))}
    return {
        "jumlah": len(rows),
        "per_kartu": cards_per_file,
        "isian": len(counted_isian()),
        "awal": first_rows(rows),
        "saringan": [[name, title, _meaning(rows, name)] for name, title in TITLES.items() if _is_offered(rows, name)],
        "provinsi": provinces,
        "nilai": values,
        "kolom": {name: _column(name, cells) for name, cells in places.items()},
        "lain": {"urusan": _further(places["urusan"])},
        "urut": {
            "terbaru": encode_cells([dates[row.terbaru] for row in rows]),
            "kelengkapan": encode_cells([row.kelengkapan for row in rows]),
        },
    }


def name_ranks(rows: Sequence[FacetRow]) -> list[int]:
    """Return the place of every row in the order of names: letters and digits without accents or case, then the id."""
    ranks = [0] * len(rows)
    for rank, place in enumerate(sorted(range(len(rows)), key=lambda place: _name_key(rows[place]))):
        ranks[place] = rank
    return ranks


def _values(
    rows: Sequence[FacetRow], regions: list[list[Any]], vocabularies: Vocabularies
) -> dict[str, list[list[Any]]]:
    return {
        "wilayah": regions,
        "urusan": _used(rows, lambda row: row.urusan, {key: term.singkat for key, term in vocabularies.urusan.items()}),
        "tahapan": _used(rows, lambda row: (row.tahapan,), _names(vocabularies.tahapan)),
        "status": _used(rows, lambda row: (row.status,), {**_names(vocabularies.status), **STATUS_LABELS}),
        "jenis": _used(rows, lambda row: (row.jenis,), _names(vocabularies.jenis)),
        "bukti": [[key, term.nama] for key, term in vocabularies.bukti.items()],
        "tahun": [[str(year), str(year)] for year in sorted({row.tahun for row in rows if row.tahun}, reverse=True)],
        "biaya": _used(rows, lambda row: (row.biaya,), KELAS_BIAYA),
        "ciri": _used(rows, lambda row: row.ciri, CIRI),
        "bentuk": _used(rows, lambda row: (row.bentuk,), _names(vocabularies.bentuk)),
        "inisiator": _used(rows, lambda row: (row.inisiator,), _names(vocabularies.inisiator)),
        "klasifikasi": _used(rows, lambda row: (row.klasifikasi,), _names(vocabularies.klasifikasi)),
        "isi": _used(
            rows, lambda row: (row.isi,), {str(n): f"{label} isian terisi" for n, label in enumerate(QUARTERS)}
        ),
        "konfirmasi": _used(rows, lambda row: (row.konfirmasi,), _confirmations(rows)),
    }


def _confirmations(rows: Iterable[FacetRow]) -> dict[str, str]:
    years = sorted({row.konfirmasi for row in rows} - {BELUM_PERNAH}, reverse=True)
    return {year: f"Dikonfirmasi {year}" for year in years} | {BELUM_PERNAH: "Belum pernah dikonfirmasi"}


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


def _places(rows: Sequence[FacetRow], name: str, values: Sequence[Sequence[Any]]) -> list[tuple[int, ...]]:
    """The places of each row's values in the list of values; () where nothing is known."""
    places = {value[0]: place for place, value in enumerate(values)}

    def cell(row: FacetRow) -> tuple[int, ...]:
        value = getattr(row, name)
        if isinstance(value, tuple):
            return tuple(dict.fromkeys(places[item] for item in value))
        return () if value is None else (places[str(value)],)

    return [cell(row) for row in rows]


def _column(name: str, cells: Sequence[tuple[int, ...]]) -> str:
    if name == "ciri":
        return encode_cells([sum(1 << place for place in cell) for cell in cells])
    return encode_cells([cell[0] if cell else -1 for cell in cells])


def _further(cells: Sequence[tuple[int, ...]]) -> dict[str, str]:
    return {str(row): encode_cells(cell[1:]) for row, cell in enumerate(cells) if len(cell) > 1}


def _is_offered(rows: Sequence[FacetRow], name: str) -> bool:
    """Whether enough is known for a choice to mean something."""
    known = _count_known(rows, name)
    return known > 0 and (name in WANTED or known >= KNOWN_SHARE * len(rows))


def _meaning(rows: Sequence[FacetRow], name: str) -> str:
    """What is said about a facet; of costs also how few are known, so that nobody takes the others for cheap."""
    if name != "biaya":
        return MEANINGS.get(name, "")
    return f"{ARTI_BIAYA} Biaya tercatat pada {ribuan(_count_known(rows, name))} dari {ribuan(len(rows))} inovasi."


def _count_known(rows: Iterable[FacetRow], name: str) -> int:
    return sum(getattr(row, name) not in (None, (), _UNKNOWN.get(name)) for row in rows)


def _name_key(row: FacetRow) -> tuple[str, str]:
    return urutan_nama(row.nama), row.id
