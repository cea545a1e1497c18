"""Dates as Indonesians write them → the one form of the catalogue, only where there is no doubt."""

from __future__ import annotations

import re
from calendar import monthrange

from catalog.indonesian import BULAN

_OTHER_NAMES = (
    *("jan", "feb pebruari", "mar", "apr", "", "jun", "jul", "agu agt ags agust"),
    *("sep sept", "okt", "nov nopember nop", "des"),
)
_MONTH_NUMBER = {
    name: number
    for number, names in enumerate(zip(BULAN, _OTHER_NAMES, strict=True), start=1)
    for name in " ".join(names).lower().split()
}
_DAYS = "senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad"
_DAY_FIRST = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_WORDS = re.compile(rf"(?:(?:{_DAYS})\s*,?\s+)?(?:(\d{{1,2}})[\s-]+)?([a-z]+)\.?[\s-]+(\d{{4}})", re.ASCII)
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/](\d{4})", re.ASCII)


def suggest_date(text: str) -> str | None:
    """Return ``YYYY-MM-DD`` or ``YYYY-MM`` for a date written another way, None where it is not certain.

    Indonesian order is day first: ``03/04/2023`` is 3 April. With dashes or dots the same holds only if the
    day is above 12, or equals the month; two-digit years and dates that do not exist give None.
    """
    typed = " ".join(text.split()).lower()
    if len(typed) > 40:
        return None
    if match := _YEAR_FIRST.fullmatch(typed):
        return _form(match[3], match[1], match[4])
    if match := _DAY_FIRST.fullmatch(typed):
        day, separator, month, year = match.groups()
        certain = separator == "/" or int(day) > 12 or int(day) == int(month)
        return _form(month, year, day) if certain else None
    if match := _WORDS.fullmatch(typed):
        month_number = _MONTH_NUMBER.get(match[2])
        return _form(str(month_number), match[3], match[1]) if month_number else None
    if match := _MONTH_YEAR.fullmatch(typed):
        return _form(match[1], match[2], None)
    return None


def _form(month: str, year: str, day: str | None) -> str | None:
    y, m = int(year), int(month)
    if not 1900 <= y <= 2100 or not 1 <= m <= 12:
        return None
    if day is None:
        return f"{y:04d}-{m:02d}"
    d = int(day)
    return f"{y:04d}-{m:02d}-{d:02d}" if 1 <= d <= monthrange(y, m)[1] else None
