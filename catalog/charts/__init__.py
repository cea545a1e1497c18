"""Charts as SVG, drawn at build time; rows in, a drawing without script, style or outside reference out."""

from catalog.charts.drawings import Batang, BatangTahun, bar_chart, year_chart
from catalog.charts.index import TitikIndeks, index_chart
from catalog.charts.svg import keep_drawings

__all__ = ["Batang", "BatangTahun", "TitikIndeks", "bar_chart", "index_chart", "keep_drawings", "year_chart"]
