"""An address as a QR code: one SVG path in whole units, so that a page can hold it without a file of its own."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby


@dataclass(frozen=True, slots=True)
class QR:
    """``sisi`` is the units of a side, quiet zone included; ``jalur`` is drawn with a stroke one unit wide."""

    sisi: int
    jalur: str


_QUIET = 4
_MASK = 3
"""Any mask can be read; to look for the best of eight takes twenty times as long."""


def qr_code(text: str) -> QR:
    """Return the code of ``text`` with the lowest error correction; same text, same path."""
    import segno  # read only where a site has an address

    matrix = segno.make_qr(text, error="l", mask=_MASK, boost_error=False).matrix
    strokes = []
    for line, row in enumerate(matrix):
        column = 0
        pen = None
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                start = column + _QUIET
                strokes.append(f"M{start} {line + _QUIET}.5h{length}" if pen is None else f"m{start - pen} 0h{length}")
                pen = start + length
            column += length
    return QR(len(matrix) + 2 * _QUIET, "".join(strokes))
