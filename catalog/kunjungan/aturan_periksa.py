"""A planned visit held against the rules of its host: what breaks one, which, and what would fit.

A pure function of plan, rules and calendar. The planner asks the same in the browser, in
``theme/assets/js/kunjungan-aturan.js``; ``tests/browser/test_kunjungan_aturan.py`` holds both to the same sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from catalog.indonesian import gabung, ribuan, tanggal
from catalog.kalender import HARI, Kalender
from catalog.kunjungan.aturan import ENTRI, UMUM, AturanBerlaku, Butir

MELANGGAR, KEBIASAAN, CATATAN = "melanggar", "kebiasaan", "catatan"
"""How grave a finding is: against the calendar or a host's own rule, against what is usual, or good to know."""

_TANGGAL = re.compile(r"20\d\d-\d\d-\d\d", re.ASCII)
_MOST_DAYS = 14
_MOST_GUESTS = 1000
_MOST_LEAD = 90
_WEEK = 7


@dataclass(frozen=True, slots=True)
class Rencana:
    """A planned visit as typed: dates as 'year-month-day' or ''; ``dikirim`` is when the host gets the letter."""

    dikirim: str = ""
    mulai: str = ""
    selesai: str = ""
    peserta: int | None = None
    moda: str = ""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: the rule (an isian, or 'tanggal', 'peserta'), how grave, and the sentence that says so."""

    aturan: str
    tingkat: str
    kalimat: str


def check_plan(rencana: Rencana, aturan: AturanBerlaku, kalender: Kalender, tuan_rumah: str) -> list[Temuan]:
    """Return what is to be said of a plan, in the order: dates, days, letter, calendar, party, mode, host's own words.

    ``tuan_rumah`` is the host's name. Anything typed gets an answer; nothing raises.
    """
    host = _Tuan(aturan, kalender, tuan_rumah)
    found = [*_date_faults(rencana)]
    sent, start, end = (_read(text) for text in (rencana.dikirim, rencana.mulai, rencana.selesai))
    if start:
        days = _days(start, end)
        found += [*host.check_days(days), *host.check_letter(sent, start), *host.check_years(days)]
    found += [*host.check_party(rencana.peserta), *host.check_mode(rencana.moda)]
    if start and len(_days(start, end)) > 1:
        found += host.note("menginap", "Aturan menginap")
    if any(one.tingkat == MELANGGAR and one.aturan in aturan for one in found):
        found += host.note("keterangan", "Keterangan tuan rumah")
    return found


def _read(text: str) -> date | None:
    if not _TANGGAL.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _date_faults(rencana: Rencana) -> Iterator[Temuan]:
    for text in (rencana.dikirim, rencana.mulai, rencana.selesai):
        if text and not _TANGGAL.fullmatch(text):
            yield Temuan("tanggal", MELANGGAR, f"Tanggal “{text}” tidak terbaca; tulis seperti 2027-01-12.")
        elif text and not _read(text):
            yield Temuan("tanggal", MELANGGAR, f"Tanggal “{text}” tidak ada di kalender.")
    start, end = _read(rencana.mulai), _read(rencana.selesai)
    if start and end and end < start:
        sentence = f"Tanggal pulang, {tertulis(end)}, lebih awal daripada tanggal datang, {tertulis(start)}."
        yield Temuan("tanggal", MELANGGAR, sentence)
    elif start and end and (end - start).days >= _MOST_DAYS:
        sentence = f"Lama kunjungan {ribuan((end - start).days + 1)} hari; periksa tanggal datang dan pulangnya."
        yield Temuan("tanggal", MELANGGAR, sentence)


def _days(start: date, end: date | None) -> Sequence[date]:
    """The days of the visit; only the first where the last makes no sense."""
    count = (end - start).days + 1 if end else 1
    return [start + timedelta(days=n) for n in range(count if 1 <= count <= _MOST_DAYS else 1)]


class _Tuan:
    """The host: rules, calendar and name, and the checks of one plan against them."""

    def __init__(self, aturan: AturanBerlaku, kalender: Kalender, nama: str) -> None:
        self.aturan, self.kalender, self.nama = aturan, kalender, nama
        days = aturan.get("hari_terima")
        self.hari: tuple[str, ...] = days.nilai if days else HARI[:5]
        self.hari_dari = days.dari if days else UMUM

    def check_days(self, days: Sequence[date]) -> Iterator[Temuan]:
        """Holidays, then days on which the host receives nobody."""
        for day in days:
            if not self._fits(day):
                broken = "tanggal" if self.kalender.nama_libur(day) or self.hari_dari == UMUM else "hari_terima"
                fit = tertulis(self._next_fit(day))
                yield Temuan(broken, MELANGGAR, f"{tertulis(day)} {self._why_not(day)}. Yang cocok: {fit}.")

    def _why_not(self, day: date) -> str:
        if name := self.kalender.nama_libur(day):
            return name
        if self.hari_dari == UMUM:
            return "bukan hari kerja"
        words = self.aturan.get("hari")
        said = words.nilai.rstrip(".") if words else gabung([name.capitalize() for name in self.hari])
        return f"bukan hari menerima tamu {self._by(self.hari_dari)} ({said})"

    def _fits(self, day: date) -> bool:
        return HARI[day.weekday()] in self.hari and not self.kalender.nama_libur(day)

    def _next_fit(self, day: date) -> date:
        """The first day from ``day`` on that fits; a host's days always come round within some weeks."""
        for _ in range(8 * _WEEK):
            if self._fits(day):
                return day
            day += timedelta(days=1)
        return day

    def check_letter(self, sent: date | None, start: date) -> Iterator[Temuan]:
        """The lead time, counted in working days from the day after the letter has come."""
        rule = self.aturan.get("tenggat_hari_kerja")
        if not rule or not rule.nilai:
            return
        count = min(rule.nilai, _MOST_LEAD)
        by = self._by(rule.dari)
        if sent is None:
            last = tertulis(self.kalender.kerja_sebelum(start, count))
            sentence = f"Surat harus diterima {count} hari kerja sebelum kunjungan {by}: paling lambat {last}."
            yield Temuan("tenggat_hari_kerja", CATATAN, sentence)
        elif start < (earliest := self.kalender.kerja_sesudah(sent, count)):
            fit = tertulis(self._next_fit(earliest))
            sentence = (
                f"Surat harus diterima {count} hari kerja sebelum kunjungan {by}. Bila diterima {tertulis(sent)}, "
                f"kunjungan paling cepat {fit}."
            )
            yield Temuan("tenggat_hari_kerja", _grade(rule), sentence)

    def check_years(self, days: Sequence[date]) -> Iterator[Temuan]:
        """Years whose movable holidays are not decided yet."""
        for year in sorted({day.year for day in days} - self.kalender.lengkap):
            sentence = f"Hari libur keagamaan {year} belum tercatat di sini; periksa lagi sebelum bersurat."
            yield Temuan("tanggal", CATATAN, sentence)

    def check_party(self, guests: int | None) -> Iterator[Temuan]:
        """A party of nobody, of an absurd size, or larger than the host takes."""
        rule = self.aturan.get("rombongan_maksimal")
        if guests is None:
            return
        if guests < 1:
            yield Temuan("peserta", MELANGGAR, "Jumlah peserta sedikitnya 1 orang.")
        elif guests > _MOST_GUESTS:
            sentence = f"Jumlah peserta {ribuan(guests)} orang tidak lazim; periksa angkanya."
            yield Temuan("peserta", MELANGGAR, sentence)
        elif rule and guests > rule.nilai:
            most, parts = ribuan(rule.nilai), ribuan(-(-guests // rule.nilai))
            sentence = (
                f"Rombongan {ribuan(guests)} orang lebih dari {most} orang, batas {self._by(rule.dari)}. "
                f"Kurangi pesertanya, atau bagi menjadi {parts} rombongan."
            )
            yield Temuan("rombongan_maksimal", _grade(rule), sentence)

    def check_mode(self, moda: str) -> Iterator[Temuan]:
        """Whether the host meets guests online."""
        rule = self.aturan.get("daring")
        if rule and moda == "daring" and not rule.nilai:
            sentence = f"Kunjungan daring tidak dilayani {self._by(rule.dari)}. Pilih tatap muka."
            yield Temuan("daring", _grade(rule), sentence)
        elif rule and moda != "daring" and rule.nilai:
            sentence = f"Kunjungan daring dilayani {self._by(rule.dari)}; pertimbangkan sebelum bepergian."
            yield Temuan("daring", CATATAN, sentence)

    def note(self, isian: str, judul: str) -> Iterator[Temuan]:
        """A rule in the host's own words, where it has any."""
        rule = self.aturan.get(isian)
        if rule and rule.dari != UMUM:
            yield Temuan(isian, CATATAN, f"{judul} ({self._by(rule.dari)}): {rule.nilai}")

    def _by(self, side: str) -> str:
        if side == UMUM:
            return "menurut kebiasaan umum"
        return "menurut aturan inovasi ini" if side == ENTRI else f"menurut aturan {self.nama}"


def _grade(rule: Butir) -> str:
    return KEBIASAAN if rule.dari == UMUM else MELANGGAR


def tertulis(day: date) -> str:
    """Return a day as it is read: 'Selasa, 12 Januari 2027'."""
    return f"{HARI[day.weekday()].capitalize()}, {tanggal(day.isoformat())}"
