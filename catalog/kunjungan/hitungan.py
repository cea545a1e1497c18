"""Visits counted: by region as host and as guest, by year, and how many of them a replication followed.

A visit never counts as a replication: what follows it is read from the ledger (``catalog.replikasi``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.catalog import Catalog
from catalog.kunjungan.catatan import Catatan
from catalog.replikasi import NYATA, Pasangan

KESEPAKATAN = "kesepakatan"


@dataclass(frozen=True, slots=True)
class BarisWilayah:
    """How often a region received guests and was a guest, and in how many of its visits something followed.

    ``nyata`` counts innovations of the region that guests came to learn and now try or run at home.
    """

    id: str
    tuan_rumah: int
    tamu: int
    nyata: int


@dataclass(frozen=True, slots=True)
class Kelanjutan:
    """What became of visits, in pairs of one innovation and one region that came to learn it.

    ``kunjungan`` are visits that took place, ``tanpa_inovasi`` those of them that name no entry, ``berlaporan`` those
    with a report afterwards. ``kesepakatan`` are pairs that have come as far as an agreement, ``nyata`` those with a
    copy that counts and is not older than the visit.
    """

    kunjungan: int
    tanpa_inovasi: int
    berlaporan: int
    pasangan: int
    kesepakatan: int
    nyata: tuple[Pasangan, ...]


def count_regions(visits: Iterable[Catatan], pairs: Iterable[Pasangan], catalog: Catalog) -> tuple[BarisWilayah, ...]:
    """Return one row per region of the closed list that was host or guest, the busiest host first, then by name.

    Plans are left out.
    """
    done = [visit.utama for visit in visits if not visit.rencana]
    hosts, guests = Counter(v.tuan_rumah for v in done), Counter(v.tamu for v in done)
    real = Counter(pair.wilayah_asal for pair in pairs if is_followed(pair))
    listed = catalog.vocabularies.wilayah
    rows = [BarisWilayah(id, hosts[id], guests[id], real[id]) for id in hosts.keys() | guests.keys() if id in listed]
    return tuple(sorted(rows, key=lambda row: (-row.tuan_rumah, -row.tamu, listed[row.id].nama)))


def count_years(visits: Sequence[Catatan]) -> tuple[tuple[str, int, int], ...]:
    """Return (year, how many visits, place of its first one in ``visits``) newest first; '' for undated ones."""
    counts = Counter(visit.tahun for visit in visits)
    first = {visit.tahun: place for place, visit in reversed(list(enumerate(visits)))}
    return tuple((year, counts[year], first[year]) for year in sorted(counts, reverse=True))


def count_followed(visits: Sequence[Catatan], pairs: Iterable[Pasangan]) -> Kelanjutan:
    """Return what became of the visits that took place."""
    done = [visit for visit in visits if not visit.rencana]
    learnt = [pair for pair in pairs if _visits_of(pair) and pair.wilayah_penerima and not pair.sewilayah]
    return Kelanjutan(
        kunjungan=len(done),
        tanpa_inovasi=sum(not visit.inovasi for visit in done),
        berlaporan=sum(bool(visit.tindak_lanjut) for visit in done),
        pasangan=len(learnt),
        kesepakatan=sum(pair.tahap == KESEPAKATAN for pair in learnt),
        nyata=tuple(pair for pair in learnt if is_followed(pair)),
    )


def is_followed(pair: Pasangan) -> bool:
    """True when guests came to learn and a copy that counts exists, none of it surely older than their first visit."""
    visits = _visits_of(pair)
    if not visits or not pair.dihitung:
        return False
    copies = [event.tanggal for event in pair.peristiwa if event.tahap in NYATA and event.tanggal]
    first = min((date for date in visits if date), default="")
    return not first or not copies or not any(_is_before(copy, first) for copy in copies)


def _visits_of(pair: Pasangan) -> list[str]:
    return [event.tanggal for event in pair.peristiwa if event.tahap == "kunjungan"]


def _is_before(one: str, other: str) -> bool:
    """True when a date is surely earlier; dates of unlike precision compare by what they share."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]
