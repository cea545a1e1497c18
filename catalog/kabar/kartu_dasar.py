"""What all share images have in common: ground, mark and name of the catalogue above, a hem below; fonts and colours.

Drawn, and its upper part compressed, once per process. Mark and fonts come from ``theme/``.
"""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.charts.raster import svg_to_png
from catalog.kabar.png import PalettePng

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage
    from PIL.ImageFont import FreeTypeFont

LEBAR, TINGGI = 1200, 630
"""Pixels: the shape that Facebook and WhatsApp show uncut."""

Warna = tuple[int, int, int]
AKSEN: Warna = (0x0B, 0x6B, 0x5D)
KERTAS: Warna = (0xFB, 0xFA, 0xF7)
JATI: Warna = (0x8A, 0x5A, 0x2B)
"""``--aksen``, ``--kertas`` and ``--jati`` of the light scheme in ``katalog.css``."""

SHADES = 5
"""From the ground to white, the first colours of every image; more would not be seen, and each costs bytes."""
MARGIN = 72
FOOT = 74
"""Height of stripe and hem."""

_HEAD = 176
"""Height of the upper part, the same on every image."""
_NAME_MIDDLE = 100
_NAME_SIZES, _NAME_WIDTH = (38, 32, 26, 20), 970
_MARK = 104
_STRIPE = 14
_LEAF = FOOT - _STRIPE
"""Side of one mark of the hem; 20 of them are the whole width."""
_HEM = 0.18
"""How light the hem is, of 1."""
_UNSEEN = 24
"""A difference from the ground that nobody sees, of 255."""


@cache
def begin_card(nama_katalog: str, theme: Path) -> tuple[PillowImage, PalettePng]:
    """Return (the lower part, still without words, the PNG into which the upper part is already packed)."""
    from PIL import Image

    image = Image.new("RGB", (LEBAR, TINGGI), AKSEN)
    _draw_head(image, nama_katalog, theme)
    _draw_hem(image, theme)
    shades = [_mix(number / (SHADES - 1)) for number in range(SHADES)]
    palette = [part for colour in (*shades, JATI, _mix(_HEM)) for part in colour]
    few = Image.new("P", (1, 1))
    few.putpalette(palette)
    flat = image.quantize(palette=few, dither=Image.Dither.NONE)
    head, ground = flat.crop((0, 0, LEBAR, _HEAD)), flat.crop((0, _HEAD, LEBAR, TINGGI))
    return ground, PalettePng.begin(LEBAR, TINGGI, palette, packed(head))


def packed(image: PillowImage) -> bytes:
    """Return the rows of an image of colour numbers, two pixels a byte."""
    return image.tobytes("raw", "P;4")


@cache
def font(theme: Path, weight: str, size: int) -> FreeTypeFont:
    """Return the font in a size of pixels.

    With Pillow's own layout: the other one needs a library of the system, and where that is missing words would stand
    elsewhere.
    """
    from PIL import ImageFont

    path = theme / "kartu" / f"NotoSans-{weight}.ttf"
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _draw_head(image: PillowImage, nama_katalog: str, theme: Path) -> None:
    from PIL import ImageDraw

    mark = _cut_to_drawing(_mark(theme, _MARK))
    image.paste(mark, (MARGIN, _NAME_MIDDLE - mark.height // 2))
    fonts = [font(theme, "Bold", size) for size in _NAME_SIZES]
    fitting = next((each for each in fonts if each.getlength(nama_katalog) <= _NAME_WIDTH), fonts[-1])
    place = (MARGIN + mark.width + 26, _NAME_MIDDLE)
    ImageDraw.Draw(image).text(place, nama_katalog, KERTAS, fitting, anchor="lm")


def _draw_hem(image: PillowImage, theme: Path) -> None:
    """A row of small marks above a stripe, as at the hem of a cloth; what repeats within a row packs well."""
    from PIL import Image, ImageDraw

    ImageDraw.Draw(image).rectangle((0, TINGGI - _STRIPE, LEBAR, TINGGI), JATI)
    leaf = Image.blend(Image.new("RGB", (_LEAF, _LEAF), AKSEN), _mark(theme, _LEAF), _HEM)
    for left in range(0, LEBAR, _LEAF):
        image.paste(leaf, (left, TINGGI - FOOT))


@cache
def _mark(theme: Path, side: int) -> PillowImage:
    """The site's mark on the ground colour."""
    from PIL import Image

    svg = (theme / "assets" / "tanda.svg").read_text(encoding="utf-8")
    natural = Image.open(io.BytesIO(svg_to_png(svg, 1))).width
    drawn = Image.open(io.BytesIO(svg_to_png(svg, side / natural))).convert("RGBA").resize((side, side))
    image = Image.new("RGB", (side, side), AKSEN)
    image.paste(drawn, (0, 0), drawn)
    return image


def _cut_to_drawing(image: PillowImage) -> PillowImage:
    from PIL import Image, ImageChops

    seen = ImageChops.difference(image, Image.new("RGB", image.size, AKSEN)).point(lambda step: step > _UNSEEN and 255)
    return image.crop(seen.getbbox())


def _mix(share: float) -> Warna:
    """A colour between ground (0) and white (1)."""
    r, g, b = (round(dark + (light - dark) * share) for dark, light in zip(AKSEN, KERTAS, strict=True))
    return r, g, b
