"""Replication on the page of a region: whose innovations it copied, and who copied its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.pages.context import PageContext
from catalog.pages.replikasi_baris import badge, entries_of, stage_word, state_line
from catalog.pages.tautan import Tautan, entry_link, region_link
from catalog.replikasi import Pasangan

_OPEN = 8


@dataclass(frozen=True, slots=True)
class BarisReplikasi:
    """One pair: the origin, and where it went; () for a copy without an entry here."""

    asal: Tautan
    ke: Sequence[Tautan]
    tahap: str
    lencana: str
    ket: str


@dataclass(frozen=True, slots=True)
class DaftarReplikasi:
    """The pairs of one role: the first ones open, the others in a fold."""

    judul: str
    terbuka: Sequence[BarisReplikasi]
    lain: Sequence[BarisReplikasi]


def replication_lists(wilayah: str, context: PageContext) -> list[DaftarReplikasi]:
    """Return what others copied from the region and what it copied, each newest first; mere visits stand elsewhere."""
    pairs = [p for p in context.buku.wilayah.get(wilayah, ()) if not (p.hanya_kunjungan or p.sewilayah)]
    name = context.catalog.nama_wilayah(wilayah)
    copied = [_origin_row(p, context) for p in _newest(p for p in pairs if p.wilayah_asal == wilayah)]
    copies = [_adopter_row(p, context) for p in _newest(p for p in pairs if p.wilayah_penerima == wilayah)]
    named = ((f"Dari {name} ke daerah lain", copied), (f"Dari daerah lain ke {name}", copies))
    return [DaftarReplikasi(heading, rows[:_OPEN], rows[_OPEN:]) for heading, rows in named if rows]


def _newest(pairs: Iterable[Pasangan]) -> list[Pasangan]:
    return sorted(pairs, key=lambda pair: pair.tanggal, reverse=True)


def _origin_row(pair: Pasangan, context: PageContext) -> BarisReplikasi:
    entri = context.catalog.find(pair.asal)
    own = Tautan(entri.nama, entri.tautan) if entri else Tautan(pair.asal)
    return _row(pair, own, [region_link(pair.penerima, context)], context)


def _adopter_row(pair: Pasangan, context: PageContext) -> BarisReplikasi:
    return _row(pair, entry_link(pair.asal, context), entries_of(pair, context), context)


def _row(pair: Pasangan, asal: Tautan, ke: Sequence[Tautan], context: PageContext) -> BarisReplikasi:
    return BarisReplikasi(asal, ke, stage_word(pair, context), badge(pair), state_line(pair))
