"""A cost of the origin for another number of people: proportional, rounded to what such an estimate can tell.

The browser does the same (``theme/assets/js/biaya.js``); a test holds both together.
"""

from __future__ import annotations

_DIGITS = 3
"""An estimate that looks exact to the rupiah would promise too much."""


def rescale(rupiah: int, asal: int, kami: int) -> int:
    """Return ``rupiah`` × ``kami`` ÷ ``asal`` in whole rupiah, three digits of it, halves up.

    ``asal`` is the population of the origin and positive, ``kami`` that of whoever asks; where they are equal the
    amount comes back as it is.
    """
    if asal == kami:
        return rupiah
    product = rupiah * kami
    unit = 10 ** max(0, len(str(product // asal)) - _DIGITS)
    return (2 * product + asal * unit) // (2 * asal * unit) * unit
