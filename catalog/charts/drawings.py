"""Bars and years, drawn at build time as Vega-Lite drawings.

Each is a drawing 320 units wide, so that its text is as large as the page's on a phone; wide screens show it larger.
Every place is given, none depends on the fonts of the machine: the same rows give the same bytes. Colours are the
literal ones of ``docs/frame.md``, which the stylesheet swaps in the dark scheme; colour is never the only difference.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from textwrap import wrap

from catalog.charts.marks import (
    AKSEN,
    JATI,
    KEPT,
    KERTAS,
    LINE,
    PLOT_LEFT,
    REDUP,
    at,
    by,
    coloured,
    draw_grid,
    finish,
    layer,
    only_where,
    round_ticks,
    text_mark,
    write_key,
    write_title,
    written,
)


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar: its name, its length, the number as it is written; ``redup`` for what is not known."""

    nama: str
    jumlah: int
    teks: str
    redup: bool = False


@dataclass(frozen=True, slots=True)
class BatangTahun:
    """Entries of a year; ``perkiraan`` of them are dated only by their first report."""

    tahun: int
    jumlah: int
    perkiraan: int = 0


def bar_chart(rows: Sequence[Batang], label: str, satuan: str) -> str:
    """Return lying bars in the order of ``rows``, each with its number; ``satuan`` says what is counted.

    ``label`` is the finding, as text for those who do not see the drawing. No rows give ''.
    """
    return _bars(tuple(rows), label, satuan) if rows else ""


def year_chart(rows: Sequence[BatangTahun], label: str, satuan: str) -> str:
    """Return a standing bar for each year from the first to the last; years without entries stay empty.

    Years known only from the first report stand as hollow bars on top of the others. No rows give ''.
    """
    return _years(tuple(rows), label, satuan) if rows else ""


_LABELS, _BAR_START, _BAR_END = 132, 140, 276
_LABEL_LETTERS = 17


@lru_cache(maxsize=KEPT)
def _bars(rows: tuple[Batang, ...], label: str, satuan: str) -> str:
    names = [wrap(row.nama, _LABEL_LETTERS, max_lines=2, placeholder=" …") or [""] for row in rows]
    step = 36 if any(len(lines) > 1 for lines in names) else 26
    top = 22
    height = top + step * len(rows)
    values = [
        {
            "n": n,
            "baris": len(lines),
            "nama": lines,
            "jumlah": r.jumlah,
            "teks": r.teks,
            "warna": REDUP if r.redup else AKSEN,
        }
        for n, (r, lines) in enumerate(zip(rows, names, strict=True))
    ]
    y = by("n", "ordinal", range=[top, height], paddingInner=0.35, paddingOuter=0.18)
    longest = max(1, *(row.jumlah for row in rows))
    x = by("jumlah", "quantitative", domain=[0, longest], range=[_BAR_START, _BAR_END], nice=False)
    labels = [
        only_where(
            f"datum.baris == {n}",
            layer(values, text_mark("right", dy=-(n - 1) * LINE / 2), x=at(_LABELS), y=y, text=written("nama")),
        )
        for n in sorted({len(lines) for lines in names})
    ]
    numbers = layer(values, text_mark(dx=6, fontWeight=600), x=x, y=y, text=written())
    drawn = layer(values, {"type": "bar"}, x=x, y=y, color=coloured("warna"))
    return finish((write_title(satuan, x=_BAR_START), drawn, *labels, numbers), height, label)


_PLOT_RIGHT = 308


@lru_cache(maxsize=KEPT)
def _years(rows: tuple[BatangTahun, ...], label: str, satuan: str) -> str:
    estimated = any(row.perkiraan for row in rows)
    top, bottom = (66 if estimated else 30), (236 if estimated else 200)
    years = list(range(min(r.tahun for r in rows), max(r.tahun for r in rows) + 1))
    ticks = round_ticks(0, max(row.jumlah for row in rows))
    values = [{"tahun": r.tahun, "pasti": r.jumlah - r.perkiraan, "jumlah": r.jumlah} for r in rows]
    x = by("tahun", "ordinal", domain=years, range=[PLOT_LEFT, _PLOT_RIGHT], paddingInner=0.25)
    y_scale = {"domain": [0, ticks[-1]], "range": [bottom, top], "nice": False, "zero": True}
    known = by("pasti", "quantitative", **y_scale)
    layers = [
        write_title(satuan, x=0),
        *draw_grid(ticks, by("v", "quantitative", **y_scale)),
        layer(values, {"type": "bar", "color": AKSEN}, x=x, y=known),
    ]
    if estimated:
        hollow = {"type": "bar", "fill": KERTAS, "stroke": JATI, "strokeWidth": 1.5}
        more = "datum.jumlah > datum.pasti"
        layers.append(only_where(more, layer(values, hollow, x=x, y=known, y2={"field": "jumlah"})))
        layers += write_key(28, "tahun mulai diketahui", fill=AKSEN, stroke=AKSEN)
        layers += write_key(46, "baru tahun pertama diberitakan", fill=KERTAS, stroke=JATI)
    every = -(-len(years) * 36 // (_PLOT_RIGHT - PLOT_LEFT))
    shown = [{"tahun": year, "teks": str(year)} for year in years if (years[-1] - year) % every == 0]
    layers.append(layer(shown, text_mark("center"), x=x, y=at(bottom + 14), text=written()))
    return finish(layers, bottom + 26, label)
