"""Counts over the catalogue: pandas does the arithmetic, plain values leave this package."""

from catalog.statistics.counts import Hitungan, HitunganBulan, HitunganTahun
from catalog.statistics.story import Statistik, StatistikWilayah, count_statistics

__all__ = ["Hitungan", "HitunganBulan", "HitunganTahun", "Statistik", "StatistikWilayah", "count_statistics"]
