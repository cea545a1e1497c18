"""The regions of the catalogue in their provinces, with the number of entries of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class BarisWilayah:
    """One region: its page and how many entries it has."""

    nama: str
    tautan: str
    jumlah: int


@dataclass(frozen=True, slots=True)
class Provinsi:
    """A province: its own government first where it has a page, then kabupaten and kota by name.

    ``berentri`` have entries; ``lain`` have only other records. ``jumlah`` counts the entries of all of them.
    """

    id: str
    nama: str
    berentri: Sequence[BarisWilayah]
    lain: Sequence[BarisWilayah]
    jumlah: int


def group_by_province(context: PageContext) -> list[Provinsi]:
    """Return the provinces that have regions with a page, by name."""
    lists = context.catalog.vocabularies
    groups: dict[str, list[str]] = {}
    for id in context.wilayah:
        groups.setdefault(lists.wilayah[id].provinsi, []).append(id)
    provinces = [_province(code, ids, context) for code, ids in groups.items()]
    return sorted(provinces, key=lambda province: province.nama)


def _province(code: str, ids: Sequence[str], context: PageContext) -> Provinsi:
    lists = context.catalog.vocabularies
    ordered = sorted(ids, key=lambda id: (lists.wilayah[id].jenis != "provinsi", lists.wilayah[id].nama))
    rows = [BarisWilayah(lists.wilayah[id].nama, f"wilayah/{id}/", len(context.catalog.entri_of(id))) for id in ordered]
    row = lists.wilayah_by_kode[code]
    return Provinsi(
        id=row.id,
        nama=row.nama.removeprefix("Provinsi "),
        berentri=[region for region in rows if region.jumlah],
        lain=[region for region in rows if not region.jumlah],
        jumlah=sum(region.jumlah for region in rows),
    )
