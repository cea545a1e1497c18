"""Find and mask personal numbers (NIK, KK, NIP, NPWP, mobile phones) in text.

The same rules run in the browser form against the same vectors, ``tests/privacy_vectors.json``, so they are
plain steps: cut the text into chains of digit groups (``runs``), judge every run of whole groups that has the
right number of digits (``kinds``, ``shapes``), keep the best of findings that overlap. Whether a finding
blocks is the caller's business. A finding carries a place and a kind, never the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from catalog.privacy.kinds import Finding, judge_nik, judge_nip, judge_npwp, judge_phone
from catalog.privacy.runs import DIGITS_TOGETHER, cut_runs, plain_digits
from catalog.privacy.shapes import is_one_amount

__all__ = ["Finding", "find_personal_numbers", "mask"]

_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"]+", re.IGNORECASE)
# Codes that regencies had before Kalimantan Timur (2012), Papua and Papua Barat (2022) were divided. A NIK
# keeps the code of the day it was issued, so these still occur. Source: Kemendagri region codes before those years.
_FORMER_CODES = frozenset(
    [f"91{number:02d}" for number in (*range(1, 30), 71)]
    + [f"92{number:02d}" for number in (*range(1, 13), 71)]
    + ["6404", "6405", "6406", "6410", "6473"]
)
_RANK = {"NIP": 0, "NPWP": 1, "NIK": 2, "KK": 2, "nomor ponsel": 3}


def find_personal_numbers(
    text: str, kode_kabupaten: frozenset[str], *, strip_urls: bool = False
) -> tuple[Finding, ...]:
    """Return every personal number in a text, in order of place, never overlapping.

    ``kode_kabupaten`` holds the codes of all kabupaten and kota, as ``33.16`` or ``3316``. With
    ``strip_urls`` web addresses are not looked into; without it they are, because a wa.me link carries a
    phone number.
    """
    if strip_urls:
        text = _URL.sub(lambda match: "|" * len(match.group()), text)
    codes = _plain_codes(kode_kabupaten)
    found: list[Finding] = []
    for run in cut_runs(text):
        for judge in (judge_nip, judge_npwp, judge_nik, judge_phone):
            finding = judge(run, codes) if len(set(run.digits)) > 1 else None  # 0000… is a placeholder
            if finding is not None:
                found.append(finding)
    return _without_overlaps(found)


def mask(text: str) -> str:
    """Return the text with the inside of every run of digits that could be a personal number made bullets.

    The first two and last two digits stay (``32••••••••••••01``). It hides too much rather than too little,
    because it serves messages and logs, which are public; grouped amounts of money stay readable.
    """
    pieces: list[str] = []
    position = 0
    for start, end, digits in _hidden_spans(text):
        pieces.append(text[position:start])
        pieces.append(digits[:2] + "•" * (len(digits) - 4) + digits[-2:])
        position = end
    return "".join([*pieces, text[position:]])


@lru_cache(maxsize=8)
def _plain_codes(kode_kabupaten: frozenset[str]) -> frozenset[str]:
    plain = {kode.replace(".", "") for kode in kode_kabupaten}
    return frozenset(kode for kode in plain if len(kode) == 4) | _FORMER_CODES


def _without_overlaps(found: list[Finding]) -> tuple[Finding, ...]:
    """Keep, of findings that share a place, the certain one, then the longest; a named NPWP before a NIK."""
    found.sort(key=lambda one: (not one.pasti, _RANK[one.jenis], one.mulai - one.akhir, one.mulai))
    kept: list[Finding] = []
    for one in found:
        if all(one.akhir <= other.mulai or other.akhir <= one.mulai for other in kept):
            kept.append(one)
    return tuple(sorted(kept))


def _hidden_spans(text: str) -> list[tuple[int, int, str]]:
    """Return the places to mask, merged where they overlap, with their digits."""
    spans: list[list[int]] = []
    for start, end in sorted(_maskable(text)):
        if spans and start < spans[-1][1]:
            spans[-1][1] = max(end, spans[-1][1])
        else:
            spans.append([start, end])
    return [(start, end, plain_digits(text[start:end])) for start, end in spans]


def _maskable(text: str) -> Iterator[tuple[int, int]]:
    for match in DIGITS_TOGETHER.finditer(text):
        if len(plain_digits(match.group())) > 13:
            yield match.span()
    for run in cut_runs(text):
        could_be_id = len(run.digits) in (15, 16, 18) and not is_one_amount(run)
        if could_be_id or judge_phone(run, frozenset()) is not None:
            yield run.groups[0].start, run.groups[-1].end
