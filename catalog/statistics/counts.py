"""Counting one column: every value of its list, also those that nobody has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from catalog.statistics.table import BELUM

if TYPE_CHECKING:
    import pandas as pd


QUARTERS = (
    "Kurang dari seperempat",
    "Seperempat sampai setengah",
    "Setengah sampai tiga perempat",
    "Tiga perempat lebih",
)
"""What the quarters of the counted isian are called, emptiest first."""


class Hitungan(NamedTuple):
    """One value and how many entries have it; ``bagian`` is a fraction of 1, None for an empty catalogue."""

    id: str
    nama: str
    jumlah: int
    bagian: float | None


class HitunganTahun(NamedTuple):
    """Entries that started in a year; ``perkiraan`` of them only by the year of the first report."""

    tahun: int
    jumlah: int
    perkiraan: int


class HitunganBulan(NamedTuple):
    """Entries that started in a month (YYYY-MM), or in a year of which no month is told (YYYY).

    ``kumulatif`` are those up to and with this row; the last one's are all whose start or first report is known.
    """

    bulan: str
    jumlah: int
    kumulatif: int


def tally(column: pd.Series[str]) -> dict[str, int]:
    """Return value → how often it stands in the column."""
    return {str(value): int(count) for value, count in column.value_counts().items()}


def tally_by_region(table: pd.DataFrame, name: str) -> dict[str, dict[str, int]]:
    """Return region → value of column ``name`` → how often; one pass for all regions."""
    found: dict[str, dict[str, int]] = {}
    pairs = Counter(zip(table["wilayah"].tolist(), map(str, table[name].tolist()), strict=True))
    for (region, value), count in pairs.items():
        found.setdefault(region, {})[value] = count
    return found


def count_values(found: Mapping[str, int], labels: Mapping[str, str], total: int) -> tuple[Hitungan, ...]:
    """Return one row per value of ``labels`` (id → label) in their order, zeros included, from a tally.

    A last row *Belum diketahui* is added when entries do not say. ``total`` is the base of the shares, in entries; an
    entry with several values counts in each, so counts may sum to more than it.

    Raises:
        KeyError: a value outside ``labels``; validation excludes it, so this is our bug.
    """
    unknown = sorted(set(found) - set(labels) - {BELUM})
    if unknown:
        raise KeyError(unknown[0])
    names = dict(labels)
    if found.get(BELUM) and BELUM not in names:
        names[BELUM] = "Belum diketahui"
    return tuple(Hitungan(id, nama, found.get(id, 0), _share(found.get(id, 0), total)) for id, nama in names.items())


def most_first(counts: tuple[Hitungan, ...]) -> tuple[Hitungan, ...]:
    """Return the counts ordered by count (descending), then label; *Belum diketahui* always last."""
    return tuple(sorted(counts, key=lambda c: (c.id == BELUM, -c.jumlah, c.nama)))


def count_years(years: Mapping[str, int], estimated: Mapping[str, int]) -> tuple[HitunganTahun, ...]:
    """Return one row per year that has entries, oldest first; ``estimated`` are those known by the first report."""
    known = sorted(int(year) for year in years if year != "0")
    return tuple(HitunganTahun(year, years[str(year)], estimated.get(str(year), 0)) for year in known)


def count_months(months: Mapping[str, int]) -> tuple[HitunganBulan, ...]:
    """Return one row per month that has entries, oldest first; those known by year only follow the year's months."""
    known = sorted((month for month in months if month), key=lambda month: (month[:4], month[5:] or "13"))
    totals = accumulate(months[month] for month in known)  # once a region: a Series costs more than its few numbers
    return tuple(HitunganBulan(m, months[m], total) for m, total in zip(known, totals, strict=True))


def _share(count: int, total: int) -> float | None:
    return count / total if total else None
