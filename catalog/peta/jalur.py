"""Lines as the ``d`` of an SVG path: cut to the frame, in whole units, in relative steps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from catalog.peta.bingkai import Bingkai, Tempat
from catalog.peta.garis import Cincin

_MARGIN = 12
"""Units beyond the frame at which lines are cut, so that the cut itself is never seen."""


def path_of(rings: Iterable[Cincin], bingkai: Bingkai) -> str:
    """Return the path of these islands as far as they lie in the frame; '' when none does.

    Rings that shrink to a line or a point are left out.
    """
    drawn = (_draw(_cut([bingkai.place(point) for point in ring], bingkai)) for ring in rings)
    return "".join(drawn)


def _draw(ring: Sequence[Tempat]) -> str:
    """One closed subpath 'm10 20 3 4-5 6z' from absolute to relative whole units."""
    points = _bends([(round(x), round(y)) for x, y in ring])
    if len(points) < 3:
        return ""
    text = [f"M{points[0][0]} {points[0][1]}"]
    for (x0, y0), (x1, y1) in pairwise(points):
        dx, dy = x1 - x0, y1 - y0
        text.append(f"{'l' if len(text) == 1 else '' if dx < 0 else ' '}{dx}{'' if dy < 0 else ' '}{dy}")
    return "".join(text) + "z"


def _bends(points: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Without points that repeat the one before or lie on the straight way between their neighbours."""
    kept: list[tuple[int, int]] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        if len(kept) > 1 and _is_straight(kept[-2], kept[-1], point):
            kept[-1] = point
        else:
            kept.append(point)
    if len(kept) > 1 and kept[0] == kept[-1]:
        kept.pop()
    return kept


def _is_straight(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> bool:
    cross = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
    onward = (b[0] - a[0]) * (c[0] - b[0]) + (b[1] - a[1]) * (c[1] - b[1])
    return cross == 0 and onward >= 0


def _cut(ring: list[Tempat], bingkai: Bingkai) -> list[Tempat]:
    """The part of a ring inside the frame and its margin (Sutherland and Hodgman, one side after the other)."""
    right, bottom = bingkai.lebar + _MARGIN, bingkai.tinggi + _MARGIN
    for axis, limit, sign in ((0, -_MARGIN, 1), (0, right, -1), (1, -_MARGIN, 1), (1, bottom, -1)):
        if all(sign * (point[axis] - limit) >= 0 for point in ring):
            continue
        ring = _cut_side(ring, lambda p, a=axis, m=limit, s=sign: s * (p[a] - m))  # type: ignore[misc]
    return ring


def _cut_side(ring: Sequence[Tempat], depth: Callable[[Tempat], float]) -> list[Tempat]:
    """Keep what has a ``depth`` of nought or more; where the ring crosses the side it gets a point on it."""
    kept: list[Tempat] = []
    for before, here in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
        was, now = depth(before), depth(here)
        if (was >= 0) != (now >= 0):
            share = was / (was - now)
            kept.append((before[0] + (here[0] - before[0]) * share, before[1] + (here[1] - before[1]) * share))
        if now >= 0:
            kept.append(here)
    return kept
