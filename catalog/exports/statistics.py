"""The counts as small tidy tables: one CSV a table for the whole catalogue, one CSV a region.

A row is one value of one thing: its id, its name, how many entries have it, and of how many. Reported figures stand in
tables of their own, never in the same column as computed ones.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from catalog.catalog import Catalog
from catalog.exports.cells import sources_of, yes_or_no
from catalog.indonesian import nama_bulan
from catalog.statistics import Hitungan, Statistik, StatistikWilayah
from catalog.tabel_csv import write_csv

TABLES_FOLDER = "data/v1/statistik/"
SEDIKIT = 3
"""Regions with fewer entries have no counts of their own: their list says all there is."""

HITUNGAN: Mapping[str, str] = {
    "urusan": "urusan",
    "tahapan": "tahapan",
    "keadaan": "keadaan (status)",
    "jenis": "jenis",
    "bentuk": "bentuk",
    "inisiator": "inisiator",
    "klasifikasi": "klasifikasi",
    "bukti": "tingkat bukti",
    "kelengkapan": "bagian isian yang terisi",
    "konfirmasi": "tahun terakhir dikonfirmasi kantornya",
}
"""Counts that have the same columns, for the whole and for a region: attribute → what the entries are counted by."""

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "hitungan": {
        "id": "Id nilai, seperti pada isian entri.",
        "nama": "Nama nilai.",
        "jumlah": "Banyaknya entri.",
        "dari": "Banyaknya entri seluruhnya.",
    },
    "wilayah.csv": {
        "id": "Id wilayah.",
        "nama": "Nama wilayah.",
        "provinsi": "Nama provinsi.",
        "jumlah": "Banyaknya entri.",
        "dari": "Banyaknya entri seluruhnya.",
    },
    "perangkat_daerah.csv": {
        "wilayah": "Id wilayah.",
        "id": "Id perangkat daerah di wilayah itu.",
        "nama": "Nama perangkat daerah.",
        "jumlah": "Banyaknya entri miliknya.",
        "dari": "Banyaknya entri wilayah itu.",
        "daftar_lengkap": "ya bila daftar perangkat daerah wilayah itu lengkap.",
    },
    "tahun.csv": {
        "tahun": "Tahun mulai, atau tahun pertama diberitakan; kosong bila tidak diketahui.",
        "jumlah": "Banyaknya entri.",
        "perkiraan": "Di antaranya yang baru diketahui tahun pertama diberitakan.",
    },
    "bulan.csv": {
        "bulan": "Bulan mulai atau pertama diberitakan; hanya tahun bila bulannya tidak diketahui.",
        "jumlah": "Banyaknya entri.",
        "kumulatif": "Banyaknya entri sampai dengan baris ini.",
    },
    "dilaporkan.csv": {
        "wilayah": "Id wilayah, atau nasional.",
        "tahun": "Tahun angka.",
        "ukuran": "Apa yang dihitung pelapornya.",
        "nilai": "Angka yang dilaporkan.",
        "dari": "Dari berapa; kosong bila tidak disebut.",
        "catatan": "Keterangan angka.",
        "sumber": "Judul dan alamat sumber; dipisah titik koma.",
    },
    "indeks.csv": {
        "wilayah": "Id wilayah.",
        "indeks": "Nama indeks.",
        "tahun": "Tahun penilaian; kosong bila tidak pasti.",
        "periode": "Waktu seperti disebut sumber, bila tahunnya tidak pasti.",
        "peringkat": "Peringkat.",
        "dari": "Dari berapa daerah.",
        "skor": "Skor.",
        "predikat": "Predikat seperti tertulis.",
        "target": "ya bila sasaran, bukan hasil.",
        "catatan": "Perbedaan atau batas.",
        "sumber": "Judul dan alamat sumber; dipisah titik koma.",
    },
}
"""File → its columns and what they hold; ``hitungan`` is every file of ``HITUNGAN``. Shown on ``/data/``."""

REGION_COLUMNS = ("ukuran", *COLUMNS["hitungan"])


def statistics_files(catalog: Catalog, statistik: Statistik) -> dict[str, Callable[[], str]]:
    """Return path below the site's root → maker of the table, of the whole catalogue and of each region with enough."""
    makers: dict[str, Callable[[], str]] = {}
    for name in HITUNGAN:
        rows = _values(getattr(statistik, name), statistik.jumlah)
        makers[f"{TABLES_FOLDER}{name}.csv"] = lambda rows=rows: _csv(COLUMNS["hitungan"], rows)  # type: ignore[misc]
    further: dict[str, Callable[[], Iterable[Sequence[object]]]] = {
        "wilayah.csv": lambda: _regions(catalog, statistik),
        "perangkat_daerah.csv": lambda: _offices(statistik),
        "tahun.csv": lambda: _years(statistik),
        "bulan.csv": lambda: [(row.bulan, row.jumlah, row.kumulatif) for row in statistik.bulan],
        "dilaporkan.csv": lambda: _reported(catalog),
        "indeks.csv": lambda: _indices(catalog),
    }
    for name, make in further.items():
        makers[TABLES_FOLDER + name] = lambda name=name, make=make: _csv(COLUMNS[name], make())  # type: ignore[misc]
    for region in statistik.per_wilayah.values():
        if region.jumlah >= SEDIKIT:
            makers[f"wilayah/{region.id}/statistik.csv"] = lambda one=region: _csv(REGION_COLUMNS, _region(one))  # type: ignore[misc]
    return makers


def _csv(columns: Iterable[str], rows: Iterable[Sequence[object]]) -> str:
    """The same form as ``inovasi.csv``, but only cells that need it are quoted: the tables hold names and numbers."""
    return write_csv(columns, rows, all_quoted=False)


def _values(counts: Iterable[Hitungan], total: int) -> list[Sequence[object]]:
    return [(row.id, row.nama, row.jumlah, total) for row in counts]


def _regions(catalog: Catalog, statistik: Statistik) -> Iterator[Sequence[object]]:
    lists = catalog.vocabularies
    for row in statistik.wilayah:
        province = lists.wilayah_by_kode[lists.wilayah[row.id].provinsi].nama.removeprefix("Provinsi ")
        yield row.id, row.nama, province, row.jumlah, statistik.jumlah


def _offices(statistik: Statistik) -> Iterator[Sequence[object]]:
    for region in statistik.per_wilayah.values():
        complete = yes_or_no(region.opd_lengkap)
        for row in region.perangkat_daerah:
            yield region.id, row.id, row.nama, row.jumlah, region.jumlah, complete


def _years(statistik: Statistik) -> list[Sequence[object]]:
    rows: list[Sequence[object]] = [(row.tahun, row.jumlah, row.perkiraan) for row in statistik.tahun]
    return [*rows, ("", statistik.tanpa_tahun, 0)] if statistik.tanpa_tahun else rows


def _reported(catalog: Catalog) -> Iterator[Sequence[object]]:
    for region in catalog.daerah.values():
        for row in sorted(region.angka, key=lambda row: (row.tahun, row.ukuran, row.nilai)):
            yield region.id, row.tahun, row.ukuran, row.nilai, row.dari, row.catatan, sources_of(row.sumber)


def _indices(catalog: Catalog) -> Iterator[Sequence[object]]:
    for region in catalog.daerah.values():
        for row in sorted(region.indeks, key=lambda row: (row.indeks, row.tahun or 0, row.periode or "")):
            target = "ya" if row.target else ""
            figures = (row.peringkat, row.dari, row.skor, row.predikat, target, row.catatan, sources_of(row.sumber))
            yield region.id, row.indeks, row.tahun, row.periode, *figures


def _region(region: StatistikWilayah) -> Iterator[Sequence[object]]:
    """Of the closed lists only what occurs: the whole lists stand in the tables of the whole catalogue."""
    for name in HITUNGAN:
        yield from ((name, *cells) for cells in _values(getattr(region, name), region.jumlah) if cells[2])
    yield from (("tahun", row.tahun, row.tahun, row.jumlah, region.jumlah) for row in region.tahun)
    if region.tanpa_tahun:
        yield "tahun", "", "Belum diketahui", region.tanpa_tahun, region.jumlah
    yield from (("bulan", row.bulan, nama_bulan(row.bulan), row.jumlah, region.jumlah) for row in region.bulan)
    yield from (
        ("sampai_bulan", row.bulan, nama_bulan(row.bulan), row.kumulatif, region.jumlah) for row in region.bulan
    )
    yield from (("perangkat_daerah", *cells) for cells in _values(region.perangkat_daerah, region.jumlah))
