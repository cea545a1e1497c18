"""Durations as people write them ("sekitar tiga bulan") read as days, and added up to the weeks of a plan."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_DAYS = {"hari": 1.0, "minggu": 7.0, "bulan": 365.25 / 12, "semester": 365.25 / 2, "tahun": 365.25}
_WORK_WEEK = 5
_WORDS = {
    "satu": 1.0,
    "dua": 2.0,
    "tiga": 3.0,
    "empat": 4.0,
    "lima": 5.0,
    "enam": 6.0,
    "tujuh": 7.0,
    "delapan": 8.0,
    "sembilan": 9.0,
    "sepuluh": 10.0,
    "sebelas": 11.0,
    "dua belas": 12.0,
    "setengah": 0.5,
}
_NUMBER = rf"(?:\d{{1,3}}(?:,\d)?|{'|'.join(sorted(_WORDS, key=len, reverse=True))})"
_DURATION = re.compile(
    rf"\b(?:(?:{_NUMBER}\s*(?:sampai|hingga|-|–|s\.d\.)\s*)?(?P<angka>{_NUMBER})\s+|(?P<se>se))"
    rf"(?P<satuan>{'|'.join(_DAYS)})\b(?P<kerja>\s+kerja)?",
    re.IGNORECASE,
)

Minggu = tuple[int, int]


def read_days(text: str) -> float | None:
    """Return a duration in days, of a span the longer; None when the text holds none or several.

    Five working days are a week.
    """
    found = list(_DURATION.finditer(text))
    if len(found) != 1:
        return None
    match = found[0]
    days = _number(match["angka"]) * _DAYS[match["satuan"].lower()]
    return days * 7 / _WORK_WEEK if match["kerja"] else days


def schedule(durations: Iterable[str | None]) -> list[Minggu | None]:
    """Return first and last week of each step, counted from 1, one step after the other.

    From the first step on whose duration cannot be read nobody knows, so that step and all later ones have None.
    """
    plan: list[Minggu | None] = []
    done: float | None = 0.0
    for text in durations:
        days = read_days(text) if text else None
        if done is None or days is None:
            done = None
            plan.append(None)
            continue
        first = math.floor(round(done / 7, 6)) + 1
        done += days
        plan.append((first, max(first, math.ceil(round(done / 7, 6)))))
    return plan


def _number(text: str | None) -> float:
    if text is None:  # "sebulan"
        return 1.0
    return _WORDS.get(text.lower()) or float(text.replace(",", "."))
