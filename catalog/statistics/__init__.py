"""Counts over the catalogue: pandas does the arithmetic, plain values leave this package."""

from catalog.statistics.counts import Hitungan, HitunganTahun
from catalog.statistics.story import Statistik, StatistikWilayah, count_statistics

__all__ = ["Hitungan", "HitunganTahun", "Statistik", "StatistikWilayah", "count_statistics"]
