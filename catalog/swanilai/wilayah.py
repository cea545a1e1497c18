"""The self-assessment of a region: its judged entries, what of them counts, and the sums a simulation starts from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from catalog.catalog import Catalog, Entri
from catalog.iid import Edisi
from catalog.model.inovasi import Inovasi
from catalog.replikasi import Buku, counted
from catalog.swanilai.nilai import Swanilai, assess

NAMA_SAJA = "nama-saja"
YANDAS = "wajib-pelayanan-dasar"
"""Group of the six affairs of basic service (``vocabularies/kelompok_urusan.yml``)."""


@dataclass(frozen=True, slots=True)
class EntriDinilai:
    """A judged entry. ``dihitung``: it takes part in the sums; ``dalam_jendela``: None when no date says."""

    entri: Entri
    swanilai: Swanilai
    dihitung: bool
    dalam_jendela: bool | None


@dataclass(frozen=True, slots=True)
class SwanilaiWilayah:
    """The judged entries by name, how many have a name only, and the affairs of basic service that are covered."""

    edisi: Edisi
    entri: tuple[EntriDinilai, ...]
    nama_saja: int
    yandas: tuple[str, ...]

    @property
    def dihitung(self) -> tuple[EntriDinilai, ...]:
        """The entries that take part in the sums."""
        return tuple(row for row in self.entri if row.dihitung)

    @property
    def total(self) -> int:
        """The sum of their points."""
        return sum(row.swanilai.skor for row in self.dihitung)


def is_judged(entri: Entri) -> bool:
    """Return whether there is anything to judge: more than a name is known, or the office has judged itself."""
    return entri.bukti != NAMA_SAJA or entri.inovasi.kematangan is not None


def assess_region(wilayah: str, catalog: Catalog, edition: Edisi, buku: Buku) -> SwanilaiWilayah:
    """Return the self-assessment of a region by one edition.

    Counted are judged entries that neither stopped nor are still an idea. An affair is covered by the first urusan of
    a counted entry, as the national form has one.
    """
    entries = catalog.entri_of(wilayah)
    judged = [entri for entri in entries if is_judged(entri)]
    rows = [
        EntriDinilai(
            entri,
            assess(entri, edition, copiers(entri.id, catalog, buku)),
            dihitung=entri.keadaan != "berhenti" and entri.inovasi.tahapan != "inisiatif",
            dalam_jendela=in_window(entri.inovasi, edition),
        )
        for entri in sorted(judged, key=lambda entri: (entri.nama.casefold(), entri.id))
    ]
    basic = [id for id, urusan in catalog.vocabularies.urusan.items() if urusan.kelompok == YANDAS]
    covered = {row.entri.urusan_utama for row in rows if row.dihitung}
    return SwanilaiWilayah(edition, tuple(rows), len(entries) - len(judged), tuple(id for id in basic if id in covered))


def copiers(id: str, catalog: Catalog, buku: Buku) -> tuple[str, ...]:
    """Return the names of the regions that count as copies of an entry, ordered by their ids."""
    return tuple(catalog.nama_wilayah(region) for region in counted(buku.asal.get(id, ())).wilayah)


def in_window(inovasi: Inovasi, edition: Edisi) -> bool | None:
    """Return whether it was applied or developed in the edition's window; None when no date or no window is known.

    A date of a year or a month counts when any day of it lies in the window.
    """
    dates = inovasi.tanggal
    known = [date for date in (dates.penerapan, dates.pengembangan) if date] if dates else []
    if edition.jendela is None or not known:
        return None
    first, last = edition.jendela
    return any(first[: len(date)] <= date <= last[: len(date)] for date in known)


def levels_by_indicator(rows: Iterable[EntriDinilai], edition: Edisi) -> Mapping[int, tuple[int, int, int, int]]:
    """Return number of indicator → how many of the entries stand at level 0, 1, 2 and 3."""
    counts = {indicator.nomor: [0, 0, 0, 0] for indicator in edition.indikator}
    for row in rows:
        for value in row.swanilai.baris:
            counts[value.indikator.nomor][value.level] += 1
    return {number: (zero, one, two, three) for number, (zero, one, two, three) in counts.items()}
