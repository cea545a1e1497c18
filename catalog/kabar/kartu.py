"""The image that WhatsApp shows beside a pasted link: one for each region, one for all other pages.

Flat colours in few shades, so that an image is some 8 KB and takes 2.5 ms; a region only adds its words to what all
have in common.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.kabar.kartu_dasar import FOOT, LEBAR, MARGIN, SHADES, begin_card, font, packed
from catalog.vocabularies import Vocabularies

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage
    from PIL.ImageFont import FreeTypeFont

_TEXT_WIDTH = LEBAR - 2 * MARGIN
_SMALL = 40
_QUIET = 0.84
"""How light the small words are, of 1."""
_SIZES = ((124, 1), (104, 1), (96, 2), (80, 3), (64, 4), (50, 5))
"""Sizes of the large words, largest first, and up to how many lines of them."""


@dataclass(frozen=True, slots=True)
class Kata:
    """The words of one image: ``atas`` and ``bawah`` are small and may be ''."""

    atas: str
    besar: str
    bawah: str


KATA_UMUM = Kata("", "Inovasi daerah yang bisa dipakai, diperiksa, dan ditiru", "")
"""Words of the image of all pages that belong to no region."""


def region_words(id: str, vocabularies: Vocabularies) -> Kata:
    """Return the words of a region's image: kind, name without the kind, province ('' for a province itself)."""
    row = vocabularies.wilayah[id]
    kind, _, name = row.nama.partition(" ")
    province = vocabularies.wilayah_by_kode[row.provinsi].nama.removeprefix("Provinsi ")
    return Kata(kind, name, "" if row.jenis == "provinsi" else province)


def draw_card(words: Kata, nama_katalog: str, theme: Path) -> bytes:
    """Return the PNG with these words below mark and name of the catalogue; ``theme`` is the folder of that name."""
    ground, png = begin_card(nama_katalog, theme)
    image = ground.copy()
    text = _draw_words(words, theme)
    shades = text.point([(light * (SHADES - 1) + 127) // 255 for light in range(256)])
    image.paste(shades, (MARGIN, max(0, (image.height - FOOT - text.height) // 2)))
    return png.finish(packed(image))


def _draw_words(words: Kata, theme: Path) -> PillowImage:
    """The words in light on dark, as high as they need."""
    from PIL import Image, ImageDraw

    rows = _set_rows(words, theme)
    height = sum(step for _, _, step, _ in rows) + 0.25 * rows[-1][1].size
    mask = Image.new("L", (_TEXT_WIDTH, round(height)))
    pen, baseline = ImageDraw.Draw(mask), 0.0
    for text, face, step, light in rows:
        baseline += step
        pen.text((-_bearing(text[0], face), round(baseline)), text, round(255 * light), face, anchor="ls")
    return mask


def _set_rows(words: Kata, theme: Path) -> list[tuple[str, FreeTypeFont, float, float]]:
    """(text, font, pixels from the baseline above, light) of each line."""
    small = font(theme, "Regular", _SMALL)
    large, lines = _fit(words.besar, theme)
    rows = [(words.atas, small, 0.8 * _SMALL, _QUIET)] if words.atas else []
    first = 1.06 if words.atas else 0.8
    rows += [(line, large, large.size * (1.12 if number else first), 1.0) for number, line in enumerate(lines)]
    rows += [(words.bawah, small, 0.3 * large.size + 1.1 * _SMALL, _QUIET)] if words.bawah else []
    return rows


def _bearing(letter: str, face: FreeTypeFont) -> int:
    """Empty pixels left of a letter: they grow with its size, and lines would not begin at one edge."""
    box = face.getmask(letter).getbbox()
    return box[0] if box else 0


def _fit(text: str, theme: Path) -> tuple[FreeTypeFont, list[str]]:
    """The largest size in which the text fits in as many lines as that size may have; the smallest always does."""
    for size, most in _SIZES:
        face = font(theme, "Bold", size)
        lines = _wrap(text, face, _TEXT_WIDTH)
        if len(lines) <= most and all(face.getlength(line) <= _TEXT_WIDTH for line in lines):
            break
    return face, _balanced(lines, face)


def _wrap(text: str, face: FreeTypeFont, width: int) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and face.getlength(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _balanced(lines: list[str], face: FreeTypeFont) -> list[str]:
    """The same words in as many lines, of about the same length: none left with one short word."""
    if len(lines) == 1:
        return lines
    text, best = " ".join(lines), lines
    for width in range(_TEXT_WIDTH, _TEXT_WIDTH // 2, -_SMALL):
        tried = _wrap(text, face, width)
        if len(tried) > len(lines):
            break
        best = tried
    return best
