"""All counts of the catalogue: for the whole, and for each region."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from catalog.catalog import Catalog, Daerah
from catalog.statistics.counts import (
    QUARTERS,
    Hitungan,
    HitunganBulan,
    HitunganTahun,
    count_months,
    count_values,
    count_years,
    most_first,
    tally,
    tally_by_region,
)
from catalog.statistics.table import BELUM_PERNAH, entry_table, office_table, urusan_table

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True)
class StatistikWilayah:
    """Counts of one region, in entries.

    ``perangkat_daerah`` lists every office of its register, most entries first. Whether all offices are listed says
    ``opd_lengkap``; only then is a share of offices without entries meaningful.
    """

    id: str
    jumlah: int
    urusan: tuple[Hitungan, ...]
    tahapan: tuple[Hitungan, ...]
    keadaan: tuple[Hitungan, ...]
    jenis: tuple[Hitungan, ...]
    bentuk: tuple[Hitungan, ...]
    inisiator: tuple[Hitungan, ...]
    klasifikasi: tuple[Hitungan, ...]
    bukti: tuple[Hitungan, ...]
    kelengkapan: tuple[Hitungan, ...]
    konfirmasi: tuple[Hitungan, ...]
    tahun: tuple[HitunganTahun, ...]
    tanpa_tahun: int
    bulan: tuple[HitunganBulan, ...]
    perangkat_daerah: tuple[Hitungan, ...]
    opd_lengkap: bool


@dataclass(frozen=True, slots=True)
class Statistik:
    """Counts of the whole catalogue, in entries unless the name says otherwise."""

    jumlah: int
    jumlah_wilayah: int
    jumlah_provinsi: int
    jumlah_sumber: int
    jumlah_kunjungan: int
    urusan: tuple[Hitungan, ...]
    wilayah: tuple[Hitungan, ...]
    provinsi: tuple[Hitungan, ...]
    tahapan: tuple[Hitungan, ...]
    keadaan: tuple[Hitungan, ...]
    jenis: tuple[Hitungan, ...]
    bentuk: tuple[Hitungan, ...]
    inisiator: tuple[Hitungan, ...]
    klasifikasi: tuple[Hitungan, ...]
    bukti: tuple[Hitungan, ...]
    tahun: tuple[HitunganTahun, ...]
    tanpa_tahun: int
    bulan: tuple[HitunganBulan, ...]
    kelengkapan: tuple[Hitungan, ...]
    konfirmasi: tuple[Hitungan, ...]
    """By the year of the last confirmation, newest first, those never confirmed last."""
    per_wilayah: dict[str, StatistikWilayah]


def count_statistics(catalog: Catalog) -> Statistik:
    """Return every count; independent of the order in which the files were read.

    An entry with several urusan counts once in each. ``wilayah`` and ``provinsi`` hold only those with entries, most
    first; the closed lists hold every value, zeros included, in the order of their vocabulary (urusan: most first).
    """
    v = catalog.vocabularies
    entries, urusan, offices = entry_table(catalog), urusan_table(catalog), office_table(catalog)
    total = len(catalog.entri)

    def by_list(name: str, terms: Mapping[str, Any]) -> tuple[Hitungan, ...]:
        return count_values(tally(entries[name]), _names(terms), total)

    return Statistik(
        jumlah=total,
        jumlah_wilayah=len(catalog.wilayah_berentri),
        jumlah_provinsi=len({v.wilayah[w].provinsi for w in catalog.wilayah_berentri}),
        jumlah_sumber=sum(len(e.tanggal_sumber) for e in catalog.entri),
        jumlah_kunjungan=sum(len(d.kunjungan) for d in catalog.daerah.values()),
        urusan=most_first(count_values(tally(urusan["urusan"]), _names(v.urusan), total)),
        wilayah=_regions(catalog, entries["wilayah"], total),
        provinsi=_provinces(catalog, entries["wilayah"], total),
        tahapan=by_list("tahapan", v.tahapan),
        keadaan=by_list("keadaan", v.status),
        jenis=by_list("jenis", v.jenis),
        bentuk=by_list("bentuk", v.bentuk),
        inisiator=by_list("inisiator", v.inisiator),
        klasifikasi=by_list("klasifikasi", v.klasifikasi),
        bukti=by_list("bukti", v.bukti),
        tahun=count_years(tally(entries["tahun"]), tally(entries.loc[entries["perkiraan"].astype(bool), "tahun"])),
        tanpa_tahun=int((entries["tahun"] == 0).sum()),
        bulan=count_months(tally(entries["bulan"])),
        kelengkapan=_completeness(tally(entries["isi"]), total),
        konfirmasi=_confirmations(tally(entries["konfirmasi"]), total),
        per_wilayah=_per_region(catalog, entries, urusan, offices),
    )


def _names(terms: Mapping[str, Any]) -> dict[str, str]:
    return {id: row.nama for id, row in terms.items()}


def _regions(catalog: Catalog, column: pd.Series[str], total: int) -> tuple[Hitungan, ...]:
    names = {id: catalog.nama_wilayah(id) for id in catalog.wilayah_berentri}
    return most_first(count_values(tally(column), names, total))


def _provinces(catalog: Catalog, column: pd.Series[str], total: int) -> tuple[Hitungan, ...]:
    v = catalog.vocabularies
    of = {id: v.wilayah_by_kode[v.wilayah[id].provinsi] for id in catalog.wilayah_berentri}
    names = {row.id: row.nama.removeprefix("Provinsi ") for row in of.values()}
    return most_first(count_values(tally(column.map(lambda id: of[id].id)), names, total))


_LISTS = ("tahapan", "keadaan", "jenis", "bentuk", "inisiator", "klasifikasi")
"""Columns whose values are those of a closed list."""


def _completeness(found: Mapping[str, int], total: int) -> tuple[Hitungan, ...]:
    """Return how many entries fill which quarter of the counted isian; four rows, emptiest first."""
    return count_values(found, {str(i): label for i, label in enumerate(QUARTERS)}, total) if total else ()


def _confirmations(found: Mapping[str, int], total: int) -> tuple[Hitungan, ...]:
    years = sorted((year for year in found if year != BELUM_PERNAH), reverse=True)
    return count_values(found, {year: year for year in years} | {BELUM_PERNAH: "Belum pernah"}, total)


def _per_region(
    catalog: Catalog, entries: pd.DataFrame, urusan: pd.DataFrame, offices: pd.DataFrame
) -> dict[str, StatistikWilayah]:
    columns = (*_LISTS, "bukti", "tahun", "bulan", "isi", "konfirmasi")
    tallies = {name: tally_by_region(entries, name) for name in columns}
    tallies["perkiraan"] = tally_by_region(entries[entries["perkiraan"].astype(bool)], "tahun")
    tallies["urusan"] = tally_by_region(urusan, "urusan")
    tallies["perangkat_daerah"] = tally_by_region(offices, "perangkat_daerah")
    return {
        id: _region(catalog, daerah, {name: found.get(id, {}) for name, found in tallies.items()})
        for id, daerah in catalog.daerah.items()
    }


def _region(catalog: Catalog, daerah: Daerah, found: Mapping[str, Mapping[str, int]]) -> StatistikWilayah:
    v = catalog.vocabularies
    total = sum(found["bukti"].values())
    names = {id: office.nama for id, office in daerah.perangkat_daerah.items()}
    names |= {id: id for id in found["perangkat_daerah"] if id not in names}
    return StatistikWilayah(
        id=daerah.id,
        jumlah=total,
        urusan=most_first(count_values(found["urusan"], _names(v.urusan), total)),
        tahapan=count_values(found["tahapan"], _names(v.tahapan), total),
        keadaan=count_values(found["keadaan"], _names(v.status), total),
        jenis=count_values(found["jenis"], _names(v.jenis), total),
        bentuk=count_values(found["bentuk"], _names(v.bentuk), total),
        inisiator=count_values(found["inisiator"], _names(v.inisiator), total),
        klasifikasi=count_values(found["klasifikasi"], _names(v.klasifikasi), total),
        bukti=count_values(found["bukti"], _names(v.bukti), total),
        kelengkapan=_completeness(found["isi"], total),
        konfirmasi=_confirmations(found["konfirmasi"], total),
        tahun=count_years(found["tahun"], found["perkiraan"]),
        tanpa_tahun=found["tahun"].get("0", 0),
        bulan=count_months(found["bulan"]),
        perangkat_daerah=most_first(count_values(found["perangkat_daerah"], names, total)),
        opd_lengkap=daerah.opd_lengkap,
    )
