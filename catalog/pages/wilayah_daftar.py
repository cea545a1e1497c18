"""The entries of a region in one compact list, grouped by urusan where there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.pages.context import PageContext
from catalog.pages.komponen import status_name, year_text
from catalog.pages.tautan import Tautan

_ONE_GROUP = 6
"""Up to so many entries stand in one list; more are grouped by urusan."""


@dataclass(frozen=True, slots=True)
class BarisEntri:
    """One entry in the compact list. ``ket`` names urusan (where the list is not grouped), year and known status."""

    nama: str
    tautan: str
    ket: str
    bukti: str


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The entries of one main urusan, or of all that have but one; the only group of a short list has no ``judul``."""

    judul: Tautan | None
    entri: Sequence[BarisEntri]


def group_entries(entries: Sequence[Entri], context: PageContext) -> list[Kelompok]:
    """Return the entries, given by name, by main urusan, the largest group first.

    Entries alone in their urusan stand together at the end, with its name; few entries are one group without a title.
    """
    if len(entries) <= _ONE_GROUP:
        return [Kelompok(None, [_entry_row(entri, context, with_urusan=True) for entri in entries])] if entries else []
    lists = context.catalog.vocabularies.urusan
    by_urusan: dict[str, list[Entri]] = {}
    for entri in entries:
        by_urusan.setdefault(entri.urusan_utama, []).append(entri)
    several = sorted(
        ((id, group) for id, group in by_urusan.items() if len(group) > 1),
        key=lambda item: (-len(item[1]), lists[item[0]].singkat),
    )
    groups = [
        Kelompok(Tautan(lists[id].singkat, f"urusan/{id}/"), [_entry_row(entri, context) for entri in group])
        for id, group in several
    ]
    alone = [entri for entri in entries if len(by_urusan[entri.urusan_utama]) == 1]
    if alone:
        title = Tautan("Urusan lain") if groups else None
        groups.append(Kelompok(title, [_entry_row(entri, context, with_urusan=True) for entri in alone]))
    return groups


def _entry_row(entri: Entri, context: PageContext, with_urusan: bool = False) -> BarisEntri:
    urusan = context.catalog.vocabularies.urusan[entri.urusan_utama].singkat if with_urusan else ""
    year = year_text(entri) if entri.tahun else ""
    status = status_name(entri.keadaan, context.catalog).lower() if entri.keadaan != "belum-diketahui" else ""
    return BarisEntri(
        nama=entri.nama,
        tautan=entri.tautan,
        ket=", ".join(part for part in (urusan, year, status) if part),
        bukti=context.tingkat_bukti[entri.bukti][1],
    )
