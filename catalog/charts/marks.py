"""What all charts share: their size and colours, and text, rules and keys in the same look."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from catalog.charts.svg import draw
from catalog.indonesian import ribuan

Layer = dict[str, Any]
"""One layer of a Vega-Lite drawing: data, mark, encoding, as its specification writes them."""
Channel = Mapping[str, Any]
"""One channel of an encoding: a field with its scale, or a fixed value."""

AKSEN, JATI, TINTA, REDUP, GARIS, KERTAS = "#0b6b5d", "#8a5a2b", "#1c2126", "#565d63", "#ddd8cc", "#fbfaf7"
"""Accent, second hue, text, quiet text, rules, ground: those the stylesheet knows by these very values."""

WIDTH = 320
"""Width of every drawing in its own units, in which FONT and LINE are measured too."""
FONT, LINE = 13, 15
PLOT_LEFT = 46
"""Where a plot with numbered rules begins."""
KEPT = 512
"""Drawings of one kind remembered by a process that builds again and again, as the preview does."""

_SHOWN_WIDTH = 448


def at(value: float) -> Channel:
    """Return a fixed place."""
    return {"value": value}


def by(field: str, kind: str, **scale: Any) -> Channel:
    """Return a place by a field of the data, of Vega-Lite's ``kind``, without an axis."""
    return {"field": field, "type": kind, "axis": None, "scale": scale}


def coloured(field: str) -> Channel:
    """Return the colour of a mark as the field names it."""
    return {"field": field, "type": "nominal", "scale": None, "legend": None}


def layer(values: Sequence[Mapping[str, Any]], mark: Mapping[str, Any], **encoding: Channel) -> Layer:
    """Return one layer: a mark for each row of ``values``."""
    return {"data": {"values": list(values)}, "mark": dict(mark), "encoding": encoding}


def only_where(expression: str, drawn: Layer) -> Layer:
    """Return the layer with the rows for which the expression holds."""
    return drawn | {"transform": [{"filter": expression}]}


def text_mark(align: str = "left", **look: Any) -> Mapping[str, Any]:
    """Return the mark of a text in the chart's own size, placed by its middle."""
    fixed = {"type": "text", "align": align, "baseline": "middle", "fontSize": FONT, "lineHeight": LINE, "limit": 0}
    return fixed | {"color": TINTA} | look


def written(field: str = "teks") -> Channel:
    """Return the channel of the text that a field holds."""
    return {"field": field, "type": "nominal"}


def write_title(text: str, x: int) -> Layer:
    """Return what the numbers count, quietly above the drawing."""
    return layer([{"teks": text}], text_mark(color=REDUP), x=at(x), y=at(9), text=written())


def write_key(y: int, text: str, fill: str, stroke: str) -> list[Layer]:
    """Return one line that says what a kind of bar means."""
    values = [{"teks": text}]
    box = {"type": "rect", "fill": fill, "stroke": stroke, "strokeWidth": 1.5}
    return [
        layer(values, box, x=at(1), x2=at(12), y=at(y - 6), y2=at(y + 5)),
        layer(values, text_mark(), x=at(19), y=at(y), text=written()),
    ]


def draw_grid(ticks: Sequence[int], y: Channel) -> list[Layer]:
    """Return a fine rule for each tick, with its number at the left; ``y`` places the field ``v``."""
    values = [{"v": tick, "teks": ribuan(tick)} for tick in ticks]
    return [
        layer(values, {"type": "rule", "color": GARIS}, y=y, x=at(PLOT_LEFT), x2=at(WIDTH)),
        layer(values, text_mark("right", color=REDUP), y=y, x=at(PLOT_LEFT - 6), text=written()),
    ]


def round_ticks(least: float, most: float) -> list[int]:
    """Return up to five round numbers from ``least`` (0, 1 or below 0) to the first at or above ``most``."""
    span = max(most - least, 1)
    step = next(f * 10**e for e in range(16) for f in (1, 2, 5) if f * 10**e * 4 >= span)
    start = int(least // step * step)
    ticks = [max(start, int(least)) if start < least else start]
    while ticks[-1] < most:
        ticks.append((ticks[-1] // step + 1) * step)
    return ticks


def finish(layers: Sequence[Layer], height: int, label: str) -> str:
    """Return the layers, the first at the bottom, as one SVG of this height whose text alternative is ``label``."""
    spec = {
        "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
        "config": {"view": {"stroke": None}},
        "width": WIDTH,
        "height": height,
        "padding": 0,
        "autosize": {"type": "none", "contains": "padding"},
        "layer": list(layers),
    }
    return draw(spec, WIDTH, height, _SHOWN_WIDTH, FONT, label)
