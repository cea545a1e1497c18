"""Dates, numbers and money as Indonesians write them; takes plain values, gives text without any mark-up."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)

_NBSP = "\u00a0"
_NO_KEY = re.compile(r"[^\w ]|_")
_SCALES = ((10**12, "triliun"), (10**9, "miliar"))


def tanggal(date: str) -> str:
    """Return a date as it is read: '2021-06-03' → '3 Juni 2021', '2021-06' → 'Juni 2021', '2021' → '2021'."""
    year, *rest = date.split("-")
    if not rest:
        return year
    month = BULAN[int(rest[0]) - 1]
    return f"{int(rest[1])} {month} {year}" if len(rest) > 1 else f"{month} {year}"


def nama_bulan(date: str) -> str:
    """Return ``YYYY-MM`` as "Juni 2021" and a bare ``YYYY`` as "2021, bulan tidak diketahui"."""
    return tanggal(date) if len(date) > 4 else f"{date}, bulan tidak diketahui"


def rentang_tanggal(start: str, end: str | None) -> str:
    """Return a span of dates, what both share written once: '18 sampai 19 April 2024'; without ``end`` the start."""
    if not end or end == start:
        return tanggal(start)
    if len(start) == len(end) == 10 and start[:7] == end[:7]:
        return f"{int(start[8:])} sampai {tanggal(end)}"
    return f"{tanggal(start)} sampai {tanggal(end)}"


def ribuan(number: int | float) -> str:
    """Return a number with dots for thousands and a comma for decimals: 927961 → '927.961', -12.61 → '−12,61'."""
    if isinstance(number, int):
        text = f"{number:,}"
    else:
        whole, _, decimals = f"{Decimal(repr(number)):f}".partition(".")
        decimals = decimals.rstrip("0")
        text = f"{int(whole):,}" + (f".{decimals}" if decimals else "")
        text = text if number >= 0 or text.startswith("-") else f"-{text}"
    return text.replace(",", " ").replace(".", ",").replace(" ", ".").replace("-", "−")


def rupiah(amount: int) -> str:
    """Return an amount in full: 244000000 → 'Rp 244.000.000', with a blank that does not break."""
    return f"Rp{_NBSP}{ribuan(amount)}"


def rupiah_ringkas(amount: int) -> str:
    """Return an amount of a milliard or more in words, '5,7 miliar'; '' for a smaller one or a rounded one."""
    for scale, word in _SCALES:
        if amount >= scale:
            return f"{ribuan(amount * 100 // scale / 100)}{_NBSP}{word}" if amount * 100 % scale == 0 else ""
    return ""


def ukuran_berkas(size: int) -> str:
    """Return a file size as people say it: 812 → '812 bita', 20_500 → '20 KB', 3_400_000 → '3,4 MB'."""
    if size < 1_000:
        return f"{size} bita"
    if size < 1_000_000:
        return f"{size // 1_000} KB"
    return f"{ribuan(size // 100_000 / 10)} MB"


def gabung(words: Sequence[str]) -> str:
    """Return words as an enumeration: ('a', 'b', 'c') → 'a, b, dan c'; '' for none."""
    if len(words) < 3:
        return " dan ".join(words)
    return ", ".join(words[:-1]) + f", dan {words[-1]}"


def huruf_besar(text: str) -> str:
    """Return ``text`` with its first letter as a capital and the rest as it was written."""
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=200_000)
def urutan_nama(name: str) -> str:
    """Return the key by which names are sorted from A to Z: letters and digits without accents or case, and spaces.

    Kept, because half a dozen lists sort every entry by its name, and the preview sorts them all at each change.
    """
    plain = name if name.isascii() else unicodedata.normalize("NFKD", name)
    return _NO_KEY.sub("", plain.casefold()).strip()
