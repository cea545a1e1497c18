"""The ledger in the order in which it is shown, with what is counted over all of it: made once, not for each page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.catalog import Catalog
from catalog.replikasi.pasangan import BELUM_DISEBUT, Pasangan

SEWILAYAH = "lanjutan"
"""Group of pairs within one region; every other group is a stage."""

KELOMPOK = ("berjalan", "uji-coba", "kesepakatan", "minat", BELUM_DISEBUT, "berhenti", "kunjungan", SEWILAYAH)
"""The groups in the order of the ledger."""


@dataclass(frozen=True, slots=True)
class Urutan:
    """Every pair by its group, recorded ones before mere visits, the newest first, undated last, by name. Mere visits
    go by origin: first the one with the newest visit.

    ``kelompok`` is group → (place of its first pair, how many); ``nyata`` counts replications between regions,
    ``asal`` the innovations they come from, ``dua_pihak`` those that both sides record.
    """

    baris: tuple[Pasangan, ...]
    kelompok: Mapping[str, tuple[int, int]]
    nyata: int
    asal: int
    dua_pihak: int


def group_of(pair: Pasangan) -> str:
    """Return the group of ``KELOMPOK`` in which a pair stands."""
    return SEWILAYAH if pair.sewilayah else pair.tahap


def order_pairs(pairs: Sequence[Pasangan], catalog: Catalog) -> Urutan:
    """Return the pairs in the order of the ledger, counted."""
    name = {pair.asal: _name(pair.asal, catalog) for pair in pairs}
    newest: dict[str, str] = {}
    for pair in pairs:
        if pair.hanya_kunjungan:
            newest[pair.asal] = max(pair.tanggal, newest.get(pair.asal, ""))
    rows = sorted(pairs, key=lambda p: (name[p.asal], p.asal, p.penerima))
    rows.sort(key=lambda p: p.tanggal, reverse=True)
    rows.sort(key=lambda p: (name[p.asal], p.asal) if p.hanya_kunjungan else ("", ""))
    rows.sort(key=lambda p: newest[p.asal] if p.hanya_kunjungan else "", reverse=True)
    rows.sort(key=lambda p: (KELOMPOK.index(group_of(p)), p.hanya_kunjungan))
    real = [pair for pair in rows if pair.dihitung]
    return Urutan(
        baris=tuple(rows),
        kelompok=_places(rows),
        nyata=len(real),
        asal=len({pair.asal for pair in real}),
        dua_pihak=sum(pair.dikonfirmasi for pair in real),
    )


def _name(asal: str, catalog: Catalog) -> str:
    entri = catalog.find(asal)
    return (entri.nama if entri else asal).casefold()


def _places(rows: Sequence[Pasangan]) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    place = 0
    for group, members in groupby(rows, key=group_of):
        count = sum(1 for _ in members)
        found[group] = (place, count)
        place += count
    return found
