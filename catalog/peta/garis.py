"""The outline of Indonesia by province, read from ``vocabularies/garis_indonesia.json``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Titik = tuple[float, float]
"""(bujur, lintang) in degrees; north and east are positive."""

Cincin = tuple[Titik, ...]
"""The outer line of an island, not closed: the last point is joined to the first."""


@dataclass(frozen=True, slots=True)
class GarisProvinsi:
    """One line of the source: the provinces of today inside it, first the one that bears its old name.

    ``halus`` has every island, largest first; ``kasar`` the same lines with fewer points and without small islands.
    ``tengah`` lies well inside the largest island.
    """

    wilayah: tuple[str, ...]
    tengah: Titik
    halus: tuple[Cincin, ...]
    kasar: tuple[Cincin, ...]

    @property
    def batas(self) -> tuple[float, float, float, float]:
        """West, south, east, north of all islands."""
        return bounds_of(point for ring in self.halus for point in ring)


@dataclass(frozen=True, slots=True)
class Garis:
    """All lines, ordered by their first province."""

    provinsi: tuple[GarisProvinsi, ...]

    def of(self, provinsi: str) -> GarisProvinsi | None:
        """Return the line that this province ('prov-aceh') lies in; None for an unknown one."""
        return next((line for line in self.provinsi if provinsi in line.wilayah), None)


def bounds_of(points: Iterable[Titik]) -> tuple[float, float, float, float]:
    """Return west, south, east, north of the points.

    Raises:
        ValueError: there is no point.
    """
    xs, ys = zip(*points, strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def read_outline(path: Path) -> Garis:
    """Return the outline; its form is described in ``vocabularies/garis_indonesia.LICENSE.md``.

    Raises:
        OSError, ValueError, KeyError: the file is missing or broken; it is our own, so this is our bug.
    """
    data = json.loads(path.read_text(encoding="utf-8"))
    unit = data["satuan_per_derajat"]
    return Garis(tuple(_line(record, unit) for record in data["provinsi"]))


def _line(record: Any, unit: int) -> GarisProvinsi:
    rings = [(_points(steps, unit), mask) for steps, mask in record["garis"]]
    coarse = (_chosen(points, mask) for points, mask in rings)
    x, y = record["tengah"]
    return GarisProvinsi(
        wilayah=tuple(record["wilayah"]),
        tengah=(x / unit, y / unit),
        halus=tuple(points for points, _ in rings),
        kasar=tuple(points for points in coarse if len(points) > 2),
    )


def _points(steps: str, unit: int) -> Cincin:
    numbers = [int(word) for word in steps.split()]
    x = y = 0
    points = []
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / unit, y / unit))
    return tuple(points)


def _chosen(points: Sequence[Titik], mask: str) -> Cincin:
    """The points whose bit is 1; the first point has the highest bit."""
    bits = f"{int(mask, 16):0{len(points)}b}"
    return tuple(point for point, bit in zip(points, bits, strict=True) if bit == "1")
