"""Photos beside the entries: looked at before they are trusted, and always encoded anew before they are published.

Original bytes are never published, so neither is what a camera wrote into them (place, time, owner).
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.problems import Problem, problem

if TYPE_CHECKING:
    from PIL.Image import Image as PillowImage

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 25_000_000
WIDTHS = (640, 1280)
"""Widths in pixels in which a photo is published; never wider than it is."""

_FORMATS = ("JPEG", "PNG", "WEBP")
_QUALITY = 72
_EFFORT = 2
"""Of 6: twice as fast as the usual 4, for files about 5 % larger."""
_LONGEST_SIDE, _KEPT_QUALITY = 2560, 88
"""Of a photo that is taken in: twice the widest that is published."""
_GPS = 0x8825
"""The EXIF tag of the place where a photo was taken."""


@dataclass(frozen=True, slots=True)
class PublishedPhoto:
    """A photo as published: (file name, width, height) per width, narrowest first."""

    ukuran: tuple[tuple[str, int, int], ...]


def check_photo(parent: Path, file: str) -> Problem | None:
    """Return what forbids the photo ``file`` (a path below ``parent``): its kind, its size, or a place in it."""
    path = parent / file
    size = path.stat().st_size
    if size > MAX_BYTES:
        return _problem(file, "foto-terlalu-besar", f"{size // 1024} KB")
    try:
        image = _open(path)
    except _Unreadable as error:
        return _problem(file, "foto-tidak-terbaca", str(error))
    if image.width * image.height > MAX_PIXELS:
        return _problem(file, "foto-terlalu-besar", f"{image.width} × {image.height} piksel")
    if _GPS in image.getexif():
        return _problem(file, "foto-menyimpan-lokasi", "lokasi GPS di dalam berkas")
    return None


def publish_photo(source: Path, out: Path) -> PublishedPhoto:
    """Write the photo into the folder ``out`` as WebP in up to two widths, turned upright, without any metadata."""
    from PIL import Image, ImageOps

    upright = ImageOps.exif_transpose(_open(source)).convert("RGB")
    out.mkdir(parents=True, exist_ok=True)
    made = []
    for width in sorted({min(width, upright.width) for width in WIDTHS}):
        height = max(1, round(upright.height * width / upright.width))
        name = f"{source.stem}-{width}.webp"
        small = upright.resize((width, height), Image.Resampling.LANCZOS)
        small.save(out / name, "WEBP", quality=_QUALITY, method=_EFFORT)
        made.append((name, width, height))
    return PublishedPhoto(tuple(made))


class PhotoError(Exception):
    """A photo cannot be taken; the message is in Indonesian."""


def clean_photo(source: Path, out: Path) -> None:
    """Write the photo to ``out``, in the format of its ending, upright and without anything that a camera wrote in.

    Raises:
        PhotoError: no photo that we take, or too large.
    """
    from PIL import Image, ImageOps

    formats = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
    try:
        if source.stat().st_size > MAX_BYTES * 4:
            raise PhotoError("Foto ini terlalu besar; kecilkan dulu.")
        image = _open(source)
        if image.width * image.height > MAX_PIXELS:
            raise PhotoError("Foto ini lebih dari 25 juta piksel; kecilkan dulu.")
        upright = ImageOps.exif_transpose(image).convert("RGB")
        upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE), Image.Resampling.LANCZOS)
        upright.info.clear()  # a JPEG's comment would be written again
        upright.save(out, formats[out.suffix], quality=_KEPT_QUALITY)
        if out.stat().st_size > MAX_BYTES:
            raise PhotoError("Foto ini masih lebih dari 5 MB; kirim sebagai JPG.")
    except _Unreadable as error:
        raise PhotoError(f"Foto ini tidak dapat dibaca: {error}. Simpan ulang sebagai JPG, lalu kirim lagi.") from None
    except OSError:  # its text is English, and about our own files
        raise PhotoError("Foto ini tidak dapat diolah. Simpan ulang sebagai JPG, lalu kirim lagi.") from None


class _Unreadable(Exception):
    """The file is no photo that we take."""


def _open(path: Path) -> PillowImage:
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            image = Image.open(path, formats=_FORMATS)
            if image.width * image.height <= MAX_PIXELS:
                image.load()
        except (Image.DecompressionBombError, Image.DecompressionBombWarning):
            raise _Unreadable("terlalu banyak piksel") from None
        except (OSError, ValueError, SyntaxError, EOFError, OverflowError):
            raise _Unreadable("bukan JPG, PNG, atau WebP yang utuh") from None
    return image


def _problem(file: str, kode: str, found: str) -> Problem:
    return problem(kode, berkas=file, baris=1, kolom=1, ditemukan=found, batas=f"{MAX_BYTES // 1024 // 1024} MB")
