"""The history of an index as a chart: what is known of each year, and nothing between years that are not neighbours."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from catalog.charts.marks import (
    AKSEN,
    JATI,
    KEPT,
    KERTAS,
    WIDTH,
    Channel,
    Layer,
    at,
    by,
    draw_grid,
    finish,
    layer,
    round_ticks,
    text_mark,
    write_title,
    written,
)


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
    top, bottom = 44, 204
    figures = [p.nilai for p in points]
    ticks = round_ticks(1 if peringkat else min(0, *figures), max(figures))
    y_range = [top, bottom] if peringkat else [bottom, top]
    y_scale = {"domain": [ticks[0], ticks[-1]], "range": y_range, "nice": False, "zero": False}
    first, last = points[0].tahun, points[-1].tahun
    x_scale = {
        "domain": [first, max(last, first + 1)], "range": [_POINT_LEFT, _POINT_RIGHT], "nice": False, "zero": False
    }  # fmt: skip
    place = {"x": by("tahun", "quantitative", **x_scale), "y": by("nilai", "quantitative", **y_scale)}
    sure = _undisputed(points)
    joined = [pair for pair in pairwise(sure) if pair[1].tahun == pair[0].tahun + 1]
    years = list(range(first, last + 1))
    every = -(-len(years) * 36 // (_POINT_RIGHT - _POINT_LEFT))
    shown = [{"tahun": year, "teks": str(year)} for year in years if (last - year) % every == 0]
    layers = [
        write_title(satuan, x=0),
        *draw_grid(ticks, by("v", "quantitative", **y_scale)),
        *(_segment(pair, place) for pair in joined),
        *(_point(p, p in sure, place) for p in points),
        *(_figure(text, joined, last, peringkat, place) for text in _texts(points, peringkat)),
        layer(shown, text_mark("center"), x=place["x"], y=at(bottom + 28), text=written()),
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


_Place = dict[str, Channel]


def _segment(pair: tuple[TitikIndeks, TitikIndeks], place: _Place) -> Layer:
    values = [{"tahun": p.tahun, "nilai": p.nilai} for p in pair]
    return layer(values, {"type": "line", "color": AKSEN, "strokeWidth": 2}, **place)


def _point(point: TitikIndeks, sure: bool, place: _Place) -> Layer:
    """A full disc where it is the only figure of its year, else a ring."""
    ring: dict[str, Any] = {"fill": KERTAS, "stroke": AKSEN if point.target else JATI, "strokeWidth": 2}
    look = {"fill": AKSEN, "strokeWidth": 0} if sure else ring
    mark = {"type": "circle", "size": 70, "opacity": 1} | look
    return layer([{"tahun": point.tahun, "nilai": point.nilai}], mark, **place)


def _figure(
    text: TitikIndeks,
    joined: Sequence[tuple[TitikIndeks, TitikIndeks]],
    last: int,
    peringkat: bool,
    place: _Place,
) -> Layer:
    """A figure above its point, or below where its lines all lead upwards; a long one at the right edge ends there."""
    others = [b if a.tahun == text.tahun else a for a, b in joined if text.tahun in (a.tahun, b.tahun)]
    up = [(p.nilai < text.nilai) == peringkat and p.nilai != text.nilai for p in others]
    below = bool(up) and all(up) and not text.target
    at_edge = text.tahun == last and len(text.teks) > 5
    look: dict[str, Any] = {"dy": 15 if below else -14, "fontWeight": 600}
    mark = text_mark("right", dx=WIDTH - _POINT_RIGHT, **look) if at_edge else text_mark("center", **look)
    values = [{"tahun": text.tahun, "nilai": text.nilai, "teks": text.teks}]
    return layer(values, mark, **place, text=written())
