"""A PNG of up to 16 colours whose upper rows are the same in many images and are compressed only once.

Pillow could write it too, but compresses the whole image each time, which takes twice as long.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS = 4
_PALETTE_KIND = 3
_NO_FILTER = b"\0"
_LEVEL = 6


@dataclass(frozen=True, slots=True)
class PalettePng:
    """An image begun: its head, the compressed upper rows, and the compressor as it stood after them."""

    head: bytes
    begun: bytes
    compressor: Any
    stride: int

    @classmethod
    def begin(cls, width: int, height: int, palette: Sequence[int], rows: bytes) -> PalettePng:
        """Return an image whose upper ``rows`` (two pixels a byte) are known; ``palette`` is r, g, b, r, g, b …"""
        stride = width // 2
        header = struct.pack(">IIBBBBB", width, height, _BITS, _PALETTE_KIND, 0, 0, 0)
        compressor = zlib.compressobj(_LEVEL)
        begun = compressor.compress(_scanlines(rows, stride))
        head = _SIGNATURE + _chunk(b"IHDR", header) + _chunk(b"PLTE", bytes(palette))
        return cls(head, begun, compressor, stride)

    def finish(self, rows: bytes) -> bytes:
        """Return the whole PNG with these lower rows; may be called again and again."""
        compressor = self.compressor.copy()
        data = self.begun + compressor.compress(_scanlines(rows, self.stride)) + compressor.flush()
        return self.head + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _scanlines(rows: bytes, stride: int) -> bytes:
    return b"".join([_NO_FILTER + rows[start : start + stride] for start in range(0, len(rows), stride)])


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
