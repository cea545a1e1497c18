"""The frame of a map: from degrees to the units of its drawing, equirectangular.

Indonesia lies across the equator, so a degree of latitude and of longitude are nearly as long (within 2 %) and nothing
more is needed.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.peta.garis import Titik

Tempat = tuple[float, float]
"""(x, y) in units of the drawing; y grows downwards."""


@dataclass(frozen=True, slots=True)
class Bingkai:
    """A drawing of ``lebar`` × ``tinggi`` units whose upper left corner is at ``barat``, ``utara``."""

    barat: float
    utara: float
    skala: float
    """Units per degree."""
    lebar: int
    tinggi: int

    def place(self, titik: Titik) -> Tempat:
        """Return where a point of the earth lies in the drawing; it may lie outside."""
        return (titik[0] - self.barat) * self.skala, (self.utara - titik[1]) * self.skala


def fit(batas: tuple[float, float, float, float], lebar: int, paling_rendah: float, paling_tinggi: float) -> Bingkai:
    """Return the frame of this width in which the whole of ``batas`` (west, south, east, north) is seen, centred.

    Its height lies between ``paling_rendah`` and ``paling_tinggi`` times the width.
    """
    west, south, east, north = batas
    wide, high = max(east - west, 1e-6), max(north - south, 1e-6)
    ratio = min(max(high / wide, paling_rendah), paling_tinggi)
    degrees = max(wide, high / ratio)
    scale = lebar / degrees
    middle_x, middle_y = (west + east) / 2, (south + north) / 2
    return Bingkai(middle_x - degrees / 2, middle_y + degrees * ratio / 2, scale, lebar, round(lebar * ratio))


def widen(batas: tuple[float, float, float, float], derajat: float) -> tuple[float, float, float, float]:
    """Return the bounds with this many degrees more on each side."""
    west, south, east, north = batas
    return west - derajat, south - derajat, east + derajat, north + derajat
