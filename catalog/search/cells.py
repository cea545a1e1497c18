"""Columns of small numbers as text, one sign a row: half the bytes of a list of numbers, and quickly read."""

from __future__ import annotations

from collections.abc import Sequence

_FIRST = 36
_BACKSLASH = 92
_SURROGATES = 0xD800


def encode_cells(values: Sequence[int]) -> str:
    """Return one sign a value, for values from -1 (not known); ``theme/assets/js/jelajah-kolom.js`` reads it back.

    The sign's number is the value + 36, or + 37 from the backslash on, so that JSON never escapes one: -1 is ``#``, 0
    is ``$``, 5 is ``)``.

    Raises:
        ValueError: a value below -1 or above 55,258, where signs are no longer single; no column has so many values.
    """
    if values and not (min(values) >= -1 and max(values) < _SURROGATES - _FIRST - 1):
        raise ValueError("a column of the search data holds a number that is no single sign")
    return "".join(chr(value + _FIRST + (value + _FIRST >= _BACKSLASH)) for value in values)
