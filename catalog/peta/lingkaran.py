"""Circles whose areas are numbers, moved apart where they would hide each other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from math import pi, sqrt

from catalog.peta.bingkai import Bingkai, Tempat

_ROUNDS = 80
_MOST_FOR_ONE = 2.2
"""Radius of the circle for the number 1, in least radii: a map with few entries has no need to look full."""
_DIRECTIONS = ((1.0, 0.0), (-0.6, 0.8), (-0.6, -0.8), (0.6, 0.8), (0.6, -0.8), (-1.0, 0.0), (0.0, 1.0), (0.0, -1.0))
"""Where circles on the very same spot go; whole fractions, so that every machine computes the same."""


@dataclass(frozen=True, slots=True)
class Lingkaran:
    """A circle: where its centre belongs (``asal``), where it is drawn, how large."""

    asal: Tempat
    x: float
    y: float
    r: float

    @property
    def geser(self) -> float:
        """How far it was moved, in units."""
        return _distance(self.asal, (self.x, self.y))


@dataclass(frozen=True, slots=True)
class Ukuran:
    """How numbers become radii: the area grows with the number, but nothing is smaller than ``terkecil``."""

    per_akar: float
    terkecil: float

    def radius(self, jumlah: int) -> float:
        """Return the radius in units of the circle for this number."""
        return max(self.terkecil, self.per_akar * sqrt(jumlah))


def choose_size(jumlah: Sequence[int], bingkai: Bingkai, terkecil: float, terbesar: float, bagian: float) -> Ukuran:
    """Return the scale on which the largest number has the radius ``terbesar``, and 1 is not much over the least.

    When all circles together would cover more than ``bagian`` (a share of 1) of the frame, all are made smaller.
    """
    if not jumlah or max(jumlah) <= 0:
        return Ukuran(0.0, terkecil)
    by_largest = terbesar / sqrt(max(jumlah))
    by_area = sqrt(bagian * bingkai.lebar * bingkai.tinggi / (pi * sum(jumlah)))
    return Ukuran(min(by_largest, by_area, _MOST_FOR_ONE * terkecil), terkecil)


def separate(
    asal: Sequence[Tempat], radii: Sequence[float], bingkai: Bingkai, celah: float, tumpang: float = 0.0
) -> list[Lingkaran]:
    """Return a circle for each place, in the given order, moved until all are ``celah`` units apart.

    ``tumpang`` is the share of 1 of two radii by which circles may overlap; even then no middle is covered by a smaller
    circle. The smaller of two gives way more. Where there is no room at all some stay closer: the rounds are limited.
    """
    spots = [[x, y] for x, y in asal]
    for _ in range(_ROUNDS):
        if not _push_apart(spots, radii, celah, 1 - tumpang):
            break
        for spot, r in zip(spots, radii, strict=True):
            spot[0] = min(max(spot[0], r), bingkai.lebar - r)
            spot[1] = min(max(spot[1], r), bingkai.tinggi - r)
    return [Lingkaran(origin, x, y, r) for origin, (x, y), r in zip(asal, spots, radii, strict=True)]


def _push_apart(spots: list[list[float]], radii: Sequence[float], gap: float, share: float) -> bool:
    """Move every pair that is too close half a step apart; False when there was none."""
    largest = max(radii, default=0.0)
    order = sorted(range(len(spots)), key=lambda i: (spots[i][0], i))
    moved = False
    for place, i in enumerate(order):
        reach = radii[i] + largest + gap
        for j in islice(order, place + 1, None):
            if spots[j][0] - spots[i][0] > reach:
                break
            if abs(spots[j][1] - spots[i][1]) > reach:
                continue
            r, s = radii[i], radii[j]
            wanted = max((r + s) * share, min(r, s)) + gap
            moved |= _push_pair(spots[i], spots[j], wanted, r * r / (r * r + s * s), i + j)
    return moved


def _push_pair(one: list[float], other: list[float], wanted: float, weight: float, seed: int) -> bool:
    """Move two middles to ``wanted`` units from each other, the first by 1 - ``weight`` of the way."""
    dx, dy = other[0] - one[0], other[1] - one[1]
    squared = dx * dx + dy * dy
    if squared >= (wanted - 0.05) * (wanted - 0.05):
        return False
    distance = sqrt(squared)
    if distance < 0.01:
        dx, dy = _DIRECTIONS[seed % len(_DIRECTIONS)]
        distance, step = 1.0, wanted
    else:
        step = wanted - distance
    for spot, share in ((one, weight - 1), (other, weight)):
        spot[0] += dx / distance * step * share
        spot[1] += dy / distance * step * share
    return True


def free_radius(circles: Sequence[Lingkaran], paling: float) -> list[float]:
    """Return for each circle how large its target may be: ``paling`` at most, never into a neighbour's half."""
    found = []
    for circle in circles:
        here = (circle.x, circle.y)
        near = min(
            (_distance(here, (other.x, other.y)) for other in circles if other is not circle), default=paling * 2
        )
        found.append(max(circle.r, min(paling, near / 2)))
    return found


def _distance(a: Tempat, b: Tempat) -> float:
    dx, dy = a[0] - b[0], a[1] - b[1]
    return sqrt(dx * dx + dy * dy)
