"""The cost table of an entry: each item as its source gives it, plans marked, nothing added up."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.indonesian import rupiah_ringkas
from catalog.model.inovasi import Inovasi
from catalog.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class BarisBiaya:
    """One row: ``ket`` is who pays, kind, nature, year; ``ringkas`` the amount in words or ''."""

    uraian: str
    ket: str
    rupiah: int | None
    ringkas: str
    rencana: bool
    sumber: tuple[str, ...]


def cost_rows(inovasi: Inovasi, lists: Vocabularies) -> list[BarisBiaya]:
    """Return the cost items in the order of the entry."""
    rows = []
    for item in inovasi.biaya:
        kind = lists.jenis_biaya[item.jenis].nama if item.jenis else ""
        nature = lists.sifat_biaya[item.sifat].nama if item.sifat else ""
        year = item.tahun.replace("-", " sampai ") if item.tahun else ""
        rows.append(
            BarisBiaya(
                uraian=item.uraian,
                ket=" · ".join(part for part in (item.sumber_dana, kind, nature, year) if part),
                rupiah=item.rupiah,
                ringkas=rupiah_ringkas(item.rupiah or 0),
                rencana=bool(item.rencana),
                sumber=item.sumber,
            )
        )
    return rows
