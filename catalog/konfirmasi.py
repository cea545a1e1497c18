"""Which entries no office has confirmed for a year: counted from the build's date, which is an input, never the clock.

Nothing is deleted for silence. A stopped innovation needs no confirmation.
"""

from __future__ import annotations

import os
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from catalog.catalog import Catalog, Entri

BATAS_BULAN = 12
"""Months after which an entry is asked about again."""

BERHENTI = "berhenti"


@dataclass(frozen=True, slots=True)
class Tertunda:
    """An entry to ask about. ``sejak`` is the date as written: of the last confirmation, or, where there was none
    (``pernah`` is False), of the newest thing known of it; '' where nothing has a date."""

    entri: Entri
    sejak: str
    pernah: bool


@dataclass(frozen=True, slots=True)
class TertundaKantor:
    """The entries of one office to ask about, longest silence first; ``id`` is '' for entries without an owner."""

    wilayah: str
    id: str
    nama: str
    entri: tuple[Tertunda, ...]


def build_day() -> date | None:
    """Return the build's date (``SOURCE_DATE_EPOCH``, which the commands set), None where nobody set one."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(epoch), UTC).date() if epoch.isdigit() else None


def last_word(entri: Entri) -> tuple[str, bool]:
    """Return (date, whether an office confirmed it then); without a confirmation the newest of status and sources."""
    confirmed, status = entri.inovasi.dikonfirmasi, entri.inovasi.status
    if confirmed:
        return confirmed.tanggal, True
    return max(*entri.tanggal_sumber, (status.per or "") if status else "", ""), False


def find_overdue(entries: Iterable[Entri], today: date) -> tuple[Tertunda, ...]:
    """Return the entries that nobody confirmed within 12 months of ``today``, longest silence first, then by id.

    A date without a day counts as the last day it may mean: nobody is asked too early.
    """
    limit = _months_before(today, BATAS_BULAN).isoformat()
    found = []
    for entri in entries:
        since, confirmed = last_word(entri)
        if entri.keadaan != BERHENTI and _last_day_text(since) < limit:
            found.append(Tertunda(entri, since, confirmed))
    return tuple(sorted(found, key=lambda one: (_last_day_text(one.sejak), one.entri.id)))


def group_by_office(overdue: Iterable[Tertunda], catalog: Catalog) -> tuple[TertundaKantor, ...]:
    """Return the entries under their offices: by region, then by the office's name, those without an owner last.

    An entry of two offices stands under both.
    """
    groups: dict[tuple[str, str], list[Tertunda]] = {}
    for one in overdue:
        for office in dict.fromkeys(one.entri.inovasi.perangkat_daerah) or {"": None}:
            groups.setdefault((one.entri.wilayah, office), []).append(one)
    rows = [
        TertundaKantor(region, office, _office_name(region, office, catalog), tuple(found))
        for (region, office), found in groups.items()
    ]
    return tuple(sorted(rows, key=lambda row: (row.wilayah, row.id == "", row.nama, row.id)))


def _office_name(region: str, office: str, catalog: Catalog) -> str:
    if not office:
        return "Pemilik belum tercatat"
    daerah = catalog.daerah.get(region)
    known = daerah.perangkat_daerah if daerah else {}
    return known[office].nama if office in known else office


def _last_day_text(text: str) -> str:
    """'2025' → '2025-12-31', '2025-02' → '2025-02-28', '' → ''."""
    if len(text) == 4:
        return f"{text}-12-31"
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return f"{text}-{monthrange(year, month)[1]:02d}"
    return text


def _months_before(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
