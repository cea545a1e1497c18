"""Planned visits as an iCalendar file (RFC 5545): whole days, folded lines, escaped texts, no clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from uuid import UUID, uuid5

from catalog.catalog import Catalog
from catalog.kunjungan.catatan import Catatan

_NAMESPACE = UUID("0f6a3ad2-6f0e-5b57-9d4f-3f1c1b6f2a77")
"""Ours alone: the same visit has the same identifier on every computer and for good."""

_LONGEST = 75
_FULL = len("2027-01-12")


def planned(visits: Iterable[Catatan]) -> list[Catatan]:
    """Return the planned visits with a full date, the soonest first; those without a day cannot be in a calendar."""
    found = [visit for visit in visits if visit.rencana and len(visit.tanggal) == _FULL]
    return sorted(found, key=lambda visit: (visit.tanggal, visit.utama.tuan_rumah, visit.utama.tamu))


def write_calendar(visits: Iterable[Catatan], catalog: Catalog, name: str, site_url: str = "") -> str:
    """Return the calendar of the planned visits among ``visits``.

    A calendar must hold something (RFC 5545, 3.6), so it always names the time zone of the home region; without a
    planned visit that is all it holds. DTSTAMP is the date of the newest source, since nothing here knows the time.
    """
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Katalog Inovasi Daerah//Kunjungan//ID", "METHOD:PUBLISH"]
    lines += [f"X-WR-CALNAME:{escape(f'Rencana kunjungan, {name}')}", *_TIME_ZONE]
    for visit in planned(visits):
        lines += _event(visit, catalog, site_url)
    return "".join(fold(line) for line in (*lines, "END:VCALENDAR"))


_TIME_ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Jakarta",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:WIB",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def _event(visit: Catatan, catalog: Catalog, site_url: str) -> Iterator[str]:
    row = visit.utama
    host, guest = catalog.nama_wilayah(row.tuan_rumah), catalog.nama_wilayah(row.tamu)
    end = row.tanggal_selesai if row.tanggal_selesai and len(row.tanggal_selesai) == _FULL else visit.tanggal
    after = date.fromisoformat(end) + timedelta(days=1)
    kind = catalog.vocabularies.jenis_kunjungan[row.jenis].nama
    entries = [entri.nama for id in visit.inovasi if (entri := catalog.find(id))]
    told = [f"{kind}: {row.topik}", f"Inovasi: {', '.join(entries)}" if entries else "", row.acara or ""]
    newest = max((source.tanggal or "" for source in visit.sumber), default="") or visit.tanggal
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(_NAMESPACE, '|'.join((row.tuan_rumah, row.tamu, visit.tanggal, row.topik)))}"
    yield f"DTSTAMP:{_basic(newest)}T000000Z"
    yield f"DTSTART;VALUE=DATE:{_basic(visit.tanggal)}"
    yield f"DTEND;VALUE=DATE:{after:%Y%m%d}"
    yield f"SUMMARY:{escape(f'{guest} berkunjung ke {host}')}"
    yield f"LOCATION:{escape(host)}"
    yield f"DESCRIPTION:{escape(chr(10).join(part for part in told if part))}"
    yield "STATUS:TENTATIVE"
    yield "TRANSP:TRANSPARENT"
    if site_url and row.tuan_rumah in catalog.daerah:
        yield f"URL:{site_url}wilayah/{row.tuan_rumah}/"
    yield "END:VEVENT"


def _basic(text: str) -> str:
    """'2026-05' → '20260501': a date that is not known in full counts from its first day."""
    return "".join((*text.split("-"), "01", "01"))[:8]


def escape(text: str) -> str:
    """Return a text as a value of iCalendar (RFC 5545, 3.3.11); signs that no calendar may hold are left out."""
    clean = "".join(sign for sign in text.replace("\r\n", "\n") if sign == "\n" or ord(sign) >= ord(" "))
    return clean.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def fold(line: str) -> str:
    """Return a line with its line end, broken after at most 75 octets, never inside a character (RFC 5545, 3.1)."""
    parts, current, room = [], "", _LONGEST
    for sign in line:
        size = len(sign.encode("utf-8"))
        if size > room:
            parts.append(current)
            current, room = " ", _LONGEST - 1
        current += sign
        room -= size
    return "\r\n".join((*parts, current)) + "\r\n"
