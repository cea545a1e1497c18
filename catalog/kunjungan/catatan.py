"""Every visit of the data as one record each, also where host and guest both wrote it down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.catalog import Catalog
from catalog.model.umum import Sumber
from catalog.model.wilayah import BULAN_TINDAK_LANJUT, Kunjungan, TindakLanjut

_FULL = len("2024-04-18")


@dataclass(frozen=True, slots=True)
class Catatan:
    """One visit: the rows that tell of it, the host's own first, and the folders in whose files they stand."""

    baris: tuple[Kunjungan, ...]
    register: tuple[str, ...]

    @property
    def utama(self) -> Kunjungan:
        """The row whose words are shown."""
        return self.baris[0]

    @property
    def tanggal(self) -> str:
        """Date of the visit, '' where unknown."""
        return self.utama.tanggal or ""

    @property
    def tahun(self) -> str:
        """Year of the visit, '' where unknown."""
        return self.tanggal[:4]

    @property
    def rencana(self) -> bool:
        """True while every row that tells of it says that it is only planned."""
        return all(row.rencana for row in self.baris)

    @property
    def inovasi(self) -> tuple[str, ...]:
        """Ids of the entries that were studied, in the order in which the rows name them."""
        return tuple(dict.fromkeys(id for row in self.baris for id in row.inovasi))

    @property
    def sumber(self) -> tuple[Sumber, ...]:
        """Sources of all rows, each once."""
        return tuple(dict.fromkeys(source for row in self.baris for source in row.sumber))

    @property
    def tindak_lanjut(self) -> tuple[TindakLanjut, ...]:
        """What was reported afterwards, by month."""
        return tuple(sorted((t for row in self.baris for t in row.tindak_lanjut), key=lambda t: t.bulan))

    @property
    def tanpa_laporan(self) -> tuple[int, ...]:
        """Months of ``BULAN_TINDAK_LANJUT`` for which nothing is reported; none of a visit that is only planned."""
        told = {t.bulan for t in self.tindak_lanjut}
        return () if self.rencana else tuple(month for month in BULAN_TINDAK_LANJUT if month not in told)

    def kata(self, isian: str) -> str:
        """Return what the first row that fills this isian says, '' where none does."""
        return next((str(value) for row in self.baris if (value := getattr(row, isian))), "")


def read_visits(catalog: Catalog) -> tuple[Catatan, ...]:
    """Return every visit once, newest first, undated last, those of one day by host, guest and topic.

    Two rows are one visit when they name the same day, host and guest and stand in the files of two regions. Rows
    without a full date, or in one file, stay apart: they may be two visits.
    """
    found: dict[tuple[str, ...], list[tuple[str, Kunjungan]]] = {}
    for daerah in catalog.daerah.values():
        for number, row in enumerate(daerah.kunjungan):
            key = _key(row)
            if key not in found or any(register == daerah.id for register, _ in found[key]):
                key = key if key not in found else (*key, daerah.id, str(number))
            found.setdefault(key, []).append((daerah.id, row))
    visits = [_join(rows) for rows in found.values()]
    by_text = sorted(visits, key=lambda v: (v.utama.tuan_rumah, v.utama.tamu, v.utama.topik))
    return tuple(sorted(by_text, key=lambda v: v.tanggal, reverse=True))


def _key(row: Kunjungan) -> tuple[str, ...]:
    date = row.tanggal or ""
    if len(date) == _FULL:
        return date, row.tuan_rumah, row.tamu
    return date, row.tuan_rumah, row.tamu, row.topik, repr(row.inovasi)


def _join(rows: Iterable[tuple[str, Kunjungan]]) -> Catatan:
    ordered = sorted(rows, key=lambda pair: (pair[0] != pair[1].tuan_rumah, pair[0]))
    return Catatan(tuple(row for _, row in ordered), tuple(dict.fromkeys(register for register, _ in ordered)))
