"""Names beside circles, as many as fit without touching a circle, another name or the frame."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from catalog.peta.bingkai import Bingkai
from catalog.peta.lingkaran import Lingkaran

_LETTER = 0.62
"""Mean width of a letter as a share of the type size; measured a little wide for the system fonts we name."""
_RISE, _DEPTH = 0.75, 0.25
"""Height above and depth below the base line, as shares of the type size."""

Kotak = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class LetakNama:
    """Where the name of the circle ``nomor`` (place in the list) is written; ``rata`` is start, end or middle."""

    nomor: int
    x: float
    y: float
    rata: str


def place_names(
    nama: Sequence[str], circles: Sequence[Lingkaran], bingkai: Bingkai, huruf: float, jarak: float, paling: int
) -> list[LetakNama]:
    """Return up to ``paling`` names that fit, tried in the order of the circles: right, left, above, below, aslant.

    ``huruf`` is the type size and ``jarak`` the gap between circle and name, in units.
    """
    taken: list[Kotak] = []
    found: list[LetakNama] = []
    for number, (name, circle) in enumerate(zip(nama, circles, strict=True)):
        if len(found) == paling:
            break
        for place, box in _choices(number, len(name) * _LETTER * huruf, circle, huruf, jarak):
            is_free = _inside(box, bingkai) and not any(_overlap(box, other) for other in taken)
            if is_free and not any(_misleads(box, circle, other, jarak) for other in circles):
                taken.append(box)
                found.append(place)
                break
    return found


def _choices(number: int, width: float, circle: Lingkaran, size: float, gap: float) -> list[tuple[LetakNama, Kotak]]:
    middle = circle.y + size * 0.33
    away = circle.r + gap
    slant = circle.r * 0.7 + gap
    spots = (
        ("start", circle.x + away, middle, circle.x + away),
        ("end", circle.x - away, middle, circle.x - away - width),
        ("middle", circle.x, circle.y - away - size * _DEPTH, circle.x - width / 2),
        ("middle", circle.x, circle.y + away + size * _RISE, circle.x - width / 2),
        ("start", circle.x + slant, circle.y - slant + size * _DEPTH, circle.x + slant),
        ("start", circle.x + slant, circle.y + slant + size * 0.5, circle.x + slant),
        ("end", circle.x - slant, circle.y - slant + size * _DEPTH, circle.x - slant - width),
        ("end", circle.x - slant, circle.y + slant + size * 0.5, circle.x - slant - width),
        ("start", circle.x + slant, circle.y - slant - size, circle.x + slant),
        ("end", circle.x - slant, circle.y + slant + size * 1.5, circle.x - slant - width),
    )
    return [
        (
            LetakNama(number, round(x, 1), round(y, 1), anchor),
            (left, y - size * _RISE, left + width, y + size * _DEPTH),
        )
        for anchor, x, y, left in spots
    ]


def _inside(box: Kotak, bingkai: Bingkai) -> bool:
    return box[0] >= 2 and box[1] >= 2 and box[2] <= bingkai.lebar - 2 and box[3] <= bingkai.tinggi - 2


def _overlap(a: Kotak, b: Kotak) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _misleads(box: Kotak, own: Lingkaran, other: Lingkaran, gap: float) -> bool:
    """True when the name touches another circle, or stands so near to it that it could be its name."""
    return other is not own and _distance(box, other) < max(gap * 0.7, _distance(box, own) * 1.2)


def _distance(box: Kotak, circle: Lingkaran) -> float:
    """From the box to the circle's line; less than 0 when the circle reaches into the box."""
    dx = circle.x - min(max(circle.x, box[0]), box[2])
    dy = circle.y - min(max(circle.y, box[1]), box[3])
    return sqrt(dx * dx + dy * dy) - circle.r
