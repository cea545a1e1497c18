"""What all charts share: their size and colours, and text, rules and keys in the same look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal

from catalog.charts.svg import draw

if TYPE_CHECKING:
    import altair as alt

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


def write(chart: alt.Chart, field: str, align: Literal["left", "center", "right"] = "left", **look: Any) -> alt.Chart:
    """Return text of a field in the chart's own size, placed by its middle."""
    look = {"color": TINTA} | look
    marks: Any = chart.mark_text(align=align, baseline="middle", fontSize=FONT, lineHeight=LINE, limit=0, **look)
    written: alt.Chart = marks.encode(text=f"{field}:N")
    return written


def write_title(text: str, x: int) -> alt.Chart:
    """Return what the numbers count, quietly above the drawing."""
    import altair as alt

    chart = alt.Chart(alt.Data(values=[{"teks": text}]))
    return write(chart, "teks", color=REDUP).encode(x=alt.value(x), y=alt.value(9))


def write_key(y: int, text: str, fill: str, stroke: str) -> list[alt.Chart]:
    """Return one line that says what a kind of bar means."""
    import altair as alt

    chart = alt.Chart(alt.Data(values=[{"teks": text}]))
    box = {"x": alt.value(1), "x2": alt.value(12), "y": alt.value(y - 6), "y2": alt.value(y + 5)}
    return [
        chart.mark_rect(fill=fill, stroke=stroke, strokeWidth=1.5).encode(**box),
        write(chart, "teks").encode(x=alt.value(19), y=alt.value(y)),
    ]


def draw_grid(ticks: Sequence[int], y: alt.Y) -> list[alt.Chart]:
    """Return a fine rule for each tick, with its number at the left."""
    import altair as alt

    values = [{"v": tick, "teks": f"{tick:,}".replace(",", ".")} for tick in ticks]
    chart = alt.Chart(alt.Data(values=values))
    return [
        chart.mark_rule(color=GARIS).encode(y=y, x=alt.value(PLOT_LEFT), x2=alt.value(WIDTH)),
        write(chart, "teks", align="right", color=REDUP).encode(y=y, x=alt.value(PLOT_LEFT - 6)),
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


def literal_colour(field: str) -> alt.Color:
    """Return the colour of a mark as the field names it."""
    import altair as alt

    return alt.Color(f"{field}:N", scale=None, legend=None)


def finish(layers: Sequence[alt.Chart], height: int, label: str) -> str:
    """Return the layers, the first at the bottom, as one SVG of this height whose text alternative is ``label``."""
    import altair as alt

    chart = alt.layer(*layers).properties(
        width=WIDTH, height=height, padding=0, autosize=alt.AutoSizeParams(type="none", contains="padding")
    )
    spec = chart.configure_view(stroke=None).to_dict()
    return draw(spec, WIDTH, height, _SHOWN_WIDTH, FONT, label)
