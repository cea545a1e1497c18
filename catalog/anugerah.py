"""Every award of the catalogue in one order, whoever holds it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from catalog.catalog import Catalog, Daerah, Entri
from catalog.model.inovasi import PenghargaanInovasi
from catalog.model.wilayah import Penghargaan


@dataclass(frozen=True, slots=True)
class Anugerah:
    """One award, and who holds it: an innovation or a region. ``tahun`` is '' where no date is known."""

    penghargaan: Penghargaan | PenghargaanInovasi
    pemegang: Entri | Daerah

    @property
    def tahun(self) -> str:
        """Year as it is written."""
        return (self.penghargaan.tanggal or "")[:4]


@dataclass(frozen=True, slots=True)
class DaftarAnugerah:
    """All awards, newest year first, undated last, within a year by name, then holder; how many innovations and regions
    hold one; and (name, number) of every giver, those named most often first.
    """

    baris: tuple[Anugerah, ...]
    jumlah_inovasi: int
    jumlah_daerah: int
    pemberi: tuple[tuple[str, int], ...]


def read_awards(catalog: Catalog) -> DaftarAnugerah:
    """Return every award of the catalogue."""
    regions, entries = list(_of_regions(catalog)), list(_of_entries(catalog))
    rows = [*regions, *entries]
    rows.sort(key=lambda row: (row.penghargaan.nama.casefold(), row.pemegang.nama.casefold(), row.pemegang.tautan))
    rows.sort(key=lambda row: row.tahun, reverse=True)
    named = Counter(row.penghargaan.pemberi for row in rows if row.penghargaan.pemberi)
    return DaftarAnugerah(
        baris=tuple(rows),
        jumlah_inovasi=len({row.pemegang.tautan for row in entries}),
        jumlah_daerah=len({row.pemegang.tautan for row in regions}),
        pemberi=tuple(sorted(named.items(), key=lambda item: (-item[1], item[0]))),
    )


def _of_regions(catalog: Catalog) -> Iterator[Anugerah]:
    return (Anugerah(award, daerah) for daerah in catalog.daerah.values() for award in daerah.penghargaan)


def _of_entries(catalog: Catalog) -> Iterator[Anugerah]:
    return (Anugerah(award, entri) for entri in catalog.entri for award in entri.inovasi.penghargaan)
