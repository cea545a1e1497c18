"""Shapes of runs that are something else than a personal number: amounts, dates, coordinates, codes."""

from __future__ import annotations

import re

from catalog.privacy.runs import MAX_GROUPS, Group, Run

_DECIMAL = re.compile(r"\d{1,3}\.\d{5,}")


def is_one_amount(run: Run) -> bool:
    """True when the run is money or a count written in groups of three: ``3.316.170.845.001.234``."""
    separators = {group.gap for group in run.groups[1:]}
    return len(separators) == 1 and all(group.in_amount for group in run.groups)


def is_ragged(run: Run) -> bool:
    """True for a run cut out of something longer, or in more pieces than anyone writes one number in."""
    shape = run.shape
    if len(shape) == 1:
        return False
    if set(shape) == {1}:
        return run.tight_left or run.tight_right
    return run.tight_left or run.tight_right or len(shape) > MAX_GROUPS or shape[0] == 1


def reads_as_other_numbers(run: Run) -> bool:
    """True for amounts, decimals (coordinates) and dates that happen to add up to sixteen digits."""
    if any(group.in_amount for group in run.groups):
        return True
    if len(run.groups) > 1 and run.shape[0] <= 3 and set(run.shape[1:]) == {3}:
        return True
    if any(_DECIMAL.fullmatch(token) for token in run.text.split()):
        return True
    return any(_is_date(*run.groups[place : place + 3]) for place in range(len(run.groups) - 2))


def _is_date(day: Group, month: Group, year: Group) -> bool:
    first, last = (day, year) if len(year.digits) == 4 else (year, day)
    return (
        max(len(first.digits), len(month.digits)) <= 2
        and 1 <= int(first.digits) <= 31
        and 1 <= int(month.digits) <= 12
        and is_year(last.digits)
    )


def is_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")
