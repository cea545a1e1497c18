"""Working days in Indonesia: weekends, national holidays and joint leave, as far as they are decided.

Pure arithmetic; the days themselves come from ``vocabularies/libur.yml``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

HARI = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
"""Ids of vocabularies/hari.yml in the order of ``date.weekday()``."""

_SATURDAY = 5
_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Kalender:
    """Holidays: ``libur`` by ISO date, ``tetap`` by 'month-day' every year; ``lengkap`` the decided years."""

    libur: Mapping[str, str]
    tetap: Mapping[str, str]
    lengkap: frozenset[int]

    def nama_libur(self, day: date) -> str:
        """Return why nobody works on a day that is no mere weekend; '' when it is no holiday."""
        text = day.isoformat()
        return self.libur.get(text) or self.tetap.get(text[5:], "")

    def is_kerja(self, day: date) -> bool:
        """True from Monday to Friday, except on holidays and joint leave."""
        return day.weekday() < _SATURDAY and not self.nama_libur(day)

    def kerja_sesudah(self, day: date, count: int) -> date:
        """Return the ``count``-th working day after ``day``; ``day`` itself for 0."""
        while count > 0:
            day += _ONE
            count -= self.is_kerja(day)
        return day

    def kerja_sebelum(self, day: date, count: int) -> date:
        """Return the last working day from which ``count`` working days lead to ``day`` or earlier."""
        while count > 0:
            count -= self.is_kerja(day)
            day -= _ONE
        while not self.is_kerja(day):
            day -= _ONE
        return day
