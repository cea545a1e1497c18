"""Judge one run of digits: is it a NIK or KK, a NIP, an NPWP, a mobile number, and how sure is that.

Each judge returns a ``Finding`` or None and knows one kind; which finding wins a place is decided above.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from catalog.privacy.labels import KK_LABELS, NIK_LABELS, NIK_NAMES, NIP_LABELS, NPWP_LABELS, PHONE_LABELS
from catalog.privacy.runs import Run
from catalog.privacy.shapes import is_one_amount, is_ragged, is_year, reads_as_other_numbers

_NPWP_SHAPE = (2, 3, 3, 1, 3, 3)
_PHONE_SECOND_DIGITS = "1235789"  # 080x are toll-free numbers, 084x and 086x are unused


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One personal number: its place in the text (``akhir`` exclusive, in characters) and kind, never digits.

    ``jenis`` is ``NIK``, ``KK``, ``NIP``, ``NPWP`` or ``nomor ponsel``. ``pasti`` is True when digits and
    shape leave little doubt; False asks for a human eye.
    """

    mulai: int
    akhir: int
    jenis: str
    pasti: bool


def _finding(run: Run, jenis: str, pasti: bool) -> Finding:
    return Finding(run.groups[0].start, run.groups[-1].end, jenis, pasti)


def judge_nik(run: Run, codes: frozenset[str]) -> Finding | None:
    """NIK and KK: 16 digits that begin with a regency's code, with a date at the seventh digit."""
    digits = run.digits
    if len(digits) != 16 or is_one_amount(run):
        return None
    certain = _has_birth_date(digits) if digits[:4] in codes else None
    if certain is None and not run.labelled(NIK_LABELS | KK_LABELS):
        return None
    named = certain and run.labelled(NIK_NAMES)
    if not named and (is_ragged(run) or reads_as_other_numbers(run)):
        return None
    return _finding(run, "KK" if _is_kk(run) else "NIK", bool(certain))


def _is_kk(run: Run) -> bool:
    nearest = next((word for word in run.labels if word in NIK_LABELS | KK_LABELS), "")
    if nearest == "keluarga":
        return "kartu" in run.labels
    return nearest == "kk"


def _has_birth_date(digits: str) -> bool | None:
    """True for DDMMYY at digits 7 to 12 (women DD + 40), False for days shifted by 50 or 60, None otherwise.

    Field data holds the shifted days too, so they lower certainty and do not clear the number.
    """
    day, month = int(digits[6:8]), int(digits[8:10])
    if not 1 <= month <= 12 or not (1 <= day <= 31 or day >= 41):
        return None
    return day <= 71


def judge_nip(run: Run, codes: frozenset[str]) -> Finding | None:
    """NIP: 18 digits, birth date, appointment year and month (21 for PPPK), sex, serial number."""
    digits = run.digits
    if len(digits) != 18 or is_one_amount(run):
        return None
    plausible = _is_nip(digits)
    labelled = run.labelled(NIP_LABELS)
    if not labelled and (not plausible or is_ragged(run)):
        return None
    return _finding(run, "NIP", plausible)


def _is_nip(digits: str) -> bool:
    born = _read_date(digits[:8])
    appointed, month = int(digits[8:12]), int(digits[12:14])
    return (
        born is not None
        and 1930 <= born.year <= 2010
        and 15 <= appointed - born.year <= 70
        and (1 <= month <= 12 or month == 21)
        and digits[14] in "12"
    )


def _read_date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def judge_npwp(run: Run, codes: frozenset[str]) -> Finding | None:
    """NPWP: 15 digits in the official shape or after the word, or the 16-digit form after the word."""
    digits = run.digits
    labelled = run.labelled(NPWP_LABELS)
    if is_one_amount(run) or len(digits) not in (15, 16):
        return None
    if len(digits) == 15:
        shaped = run.shape == _NPWP_SHAPE and not run.tight_left and not run.tight_right
        return _finding(run, "NPWP", _passes_luhn(digits[:9])) if labelled or shaped else None
    if not labelled:
        return None
    is_nik = digits[:4] in codes and _has_birth_date(digits) is True
    return _finding(run, "NPWP", is_nik or (digits[0] == "0" and _passes_luhn(digits[1:10])))


def _passes_luhn(digits: str) -> bool:
    doubled = (int(sign) * 2 if place % 2 else int(sign) for place, sign in enumerate(reversed(digits)))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def judge_phone(run: Run, codes: frozenset[str]) -> Finding | None:
    """Mobile numbers: ``08…``, ``62 8…``, ``+62 8…``; after a word like HP or WA also ``8…`` and pairs."""
    labelled = run.labelled(PHONE_LABELS)
    in_a_code = run.tight_left or run.tight_right or run.before in ("-", "_")
    if len(run.groups) > 1 and in_a_code and not (run.plus or labelled):
        return None
    if run.groups[0].in_amount and not run.plus:
        return None
    national, international = _national_number(run.digits)
    if national is None or not 9 <= len(national) <= 12 or national[1] not in _PHONE_SECOND_DIGITS:
        return None
    pasti = _phone_certainty(run, labelled, international)
    if pasti is None:
        return None
    return _finding(run, "nomor ponsel", pasti)


def _national_number(digits: str) -> tuple[str | None, bool]:
    """Return the number from its 8 on, None for others, and whether the country code stood before it."""
    for prefix, international in (("0062", True), ("620", True), ("62", True), ("0", False), ("", False)):
        if digits.startswith(prefix + "8"):
            return digits[len(prefix) :], international
    return None, False


def _phone_certainty(run: Run, labelled: bool, international: bool) -> bool | None:
    """True or False for the certainty that a run of the right digits is a phone, None when it is not one."""
    shape = run.shape
    if run.digits[0] == "8":
        return False if labelled else None
    if labelled or run.plus or len(shape) == 1:
        return True
    if international:
        return True if shape[0] > 2 or min(shape[1:]) >= 3 else None
    if shape[0] >= 3:
        return True
    if shape[0] == 2 and set(shape) <= {1, 2}:
        return False if len({group.gap for group in run.groups[1:]}) == 1 and "." not in run.text else None
    if run.groups[1].gap == "." or run.before in ("-", "_", "/"):
        return None
    return False if shape[1] >= 3 and not any(is_year(group.digits) for group in run.groups) else None
