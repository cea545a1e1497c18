"""The history of an index as a chart: what is known of each year, and nothing between years that are not neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from catalog.charts.marks import AKSEN, JATI, KEPT, KERTAS, WIDTH, draw_grid, finish, round_ticks, write, write_title

if TYPE_CHECKING:
    import altair as alt


@dataclass(frozen=True, slots=True)
class TitikIndeks:
    """One figure of an index, with the text written beside it; a ``target`` is a plan, not a result."""

    tahun: int
    nilai: float
    teks: str
    target: bool = False


def index_chart(points: Sequence[TitikIndeks], label: str, satuan: str, peringkat: bool) -> str:
    """Return the figures of one index over the years; of ranks (``peringkat``) the first is on top.

    A line joins two neighbouring years that have one figure each, so gaps stay gaps. Figures that disagree about a
    year are all shown, hollow, and no line runs through them; targets are hollow and called so. No points give ''.
    """
    unique = sorted(set(points), key=lambda p: (p.tahun, p.target, p.nilai, p.teks))
    return _history(tuple(unique), label, satuan, peringkat) if unique else ""


_POINT_LEFT, _POINT_RIGHT = 64, 296


@lru_cache(maxsize=KEPT)
def _history(points: tuple[TitikIndeks, ...], label: str, satuan: str, peringkat: bool) -> str:
    import altair as alt

    top, bottom = 44, 204
    figures = [p.nilai for p in points]
    ticks = round_ticks(1 if peringkat else min(0, *figures), max(figures))
    y_range = [top, bottom] if peringkat else [bottom, top]
    y_scale = alt.Scale(domain=[ticks[0], ticks[-1]], range=y_range, nice=False, zero=False)
    first, last = points[0].tahun, points[-1].tahun
    x_scale = alt.Scale(domain=[first, max(last, first + 1)], range=[_POINT_LEFT, _POINT_RIGHT], nice=False, zero=False)
    x, y = alt.X("tahun:Q", axis=None, scale=x_scale), alt.Y("nilai:Q", axis=None, scale=y_scale)
    sure = _undisputed(points)
    joined = [pair for pair in pairwise(sure) if pair[1].tahun == pair[0].tahun + 1]
    years = list(range(first, last + 1))
    every = -(-len(years) * 36 // (_POINT_RIGHT - _POINT_LEFT))
    shown = [{"tahun": year, "teks": str(year)} for year in years if (last - year) % every == 0]
    layers: list[alt.Chart] = [
        write_title(satuan, x=0),
        *draw_grid(ticks, alt.Y("v:Q", axis=None, scale=y_scale)),
        *(_segment(pair).encode(x=x, y=y) for pair in joined),
        *(_point(p, p in sure).encode(x=x, y=y) for p in points),
        *(_figure(text, joined, last, peringkat).encode(x=x, y=y) for text in _texts(points, peringkat)),
        write(alt.Chart(alt.Data(values=shown)), "teks", align="center").encode(x=x, y=alt.value(bottom + 28)),
    ]
    return finish(layers, bottom + 40, label)


def _undisputed(points: Sequence[TitikIndeks]) -> list[TitikIndeks]:
    """The results of years that have one figure only."""
    per_year = Counter(p.tahun for p in points if not p.target)
    return [p for p in points if not p.target and per_year[p.tahun] == 1]


def _texts(points: Sequence[TitikIndeks], peringkat: bool) -> list[TitikIndeks]:
    """What is written: one text for each year and kind, at its uppermost figure; those that disagree are all named."""
    groups: dict[tuple[int, bool], list[TitikIndeks]] = {}
    for point in points:
        groups.setdefault((point.tahun, point.target), []).append(point)
    texts = []
    for (year, target), group in groups.items():
        upper = (min if peringkat else max)(p.nilai for p in group)
        words = " atau ".join(p.teks for p in group)
        texts.append(TitikIndeks(year, upper, f"target {words}" if target else words, target))
    return texts


def _segment(pair: tuple[TitikIndeks, TitikIndeks]) -> alt.Chart:
    import altair as alt

    chart: Any = alt.Chart(alt.Data(values=[{"tahun": p.tahun, "nilai": p.nilai} for p in pair]))
    line: alt.Chart = chart.mark_line(color=AKSEN, strokeWidth=2)
    return line


def _point(point: TitikIndeks, sure: bool) -> alt.Chart:
    """A full disc where it is the only figure of its year, else a ring."""
    import altair as alt

    ring = {"fill": KERTAS, "stroke": AKSEN if point.target else JATI, "strokeWidth": 2}
    look = {"fill": AKSEN, "strokeWidth": 0} if sure else ring
    chart: Any = alt.Chart(alt.Data(values=[{"tahun": point.tahun, "nilai": point.nilai}]))
    mark: alt.Chart = chart.mark_circle(size=70, opacity=1, **look)
    return mark


def _figure(
    text: TitikIndeks, joined: Sequence[tuple[TitikIndeks, TitikIndeks]], last: int, peringkat: bool
) -> alt.Chart:
    """A figure above its point, or below where its lines all lead upwards; a long one at the right edge ends there."""
    import altair as alt

    others = [b if a.tahun == text.tahun else a for a, b in joined if text.tahun in (a.tahun, b.tahun)]
    up = [(p.nilai < text.nilai) == peringkat and p.nilai != text.nilai for p in others]
    below = bool(up) and all(up) and not text.target
    at_edge = text.tahun == last and len(text.teks) > 5
    chart = alt.Chart(alt.Data(values=[{"tahun": text.tahun, "nilai": text.nilai, "teks": text.teks}]))
    look = {"dy": 15 if below else -14, "fontWeight": 600}
    if at_edge:
        return write(chart, "teks", align="right", dx=WIDTH - _POINT_RIGHT, **look)
    return write(chart, "teks", align="center", **look)
