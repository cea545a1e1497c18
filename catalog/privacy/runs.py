"""Cut a text into runs of whole digit groups that have the right length to be a personal number.

Digits of every script count; invisible characters are passed over; a blank line, a slash, a comma or a letter
ends a chain of groups. What a run means is left to ``kinds``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from unicodedata import decimal, normalize

from catalog.privacy.labels import ALL_LABELS

# Invisible characters that may stand inside a number without a reader seeing them.
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
# What people put between groups of digits: white space, dots, hyphens of all kinds, brackets, emphasis marks.
_SEPARATOR = r"\s.\-_*()\u00b7\u2010-\u2015\u2027\u2043\u2212\u30fb\ufe52\ufe63\uff0d\uff0e"
_CHAIN = re.compile(rf"\d(?:[{_SEPARATOR}{_INVISIBLE}]{{0,16}}\d)*")
DIGITS_TOGETHER = re.compile(rf"\d(?:[{_INVISIBLE}]*\d)*")
_INVISIBLE_RUN = re.compile(rf"[{_INVISIBLE}]+")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# 3.316.170.845 or 3,316,170,845, with decimals behind the other mark. A leading zero is never an amount.
_AMOUNT = re.compile(r"(?<![\d.,])[1-9]\d{0,2}(?:(?:\.\d{3})+(?:,\d{1,2})?|(?:,\d{3})+(?:\.\d{1,2})?)(?!\d|[.,]\d)")
_LABEL_REACH = 48  # characters before a number in which its label is looked for
_LABEL_WORDS = 4  # how many words back a label may stand
MAX_GROUPS = 8  # more groups than this is a table, unless every group is one digit


@dataclass(frozen=True, slots=True)
class Group:
    """Digits that stand together, and where; ``gap`` is what separates them from the group before."""

    digits: str
    start: int
    end: int
    gap: str
    in_amount: bool


@dataclass(frozen=True, slots=True)
class Run:
    """Whole neighbouring groups under judgement, as written and with their surroundings."""

    groups: tuple[Group, ...]
    tight_left: bool  # joined by a bare dot or hyphen to a group before
    tight_right: bool
    labels: tuple[str, ...]  # the last words before, newest first
    before: str  # the visible character directly before, "" at the start
    text: str  # as written, invisible characters removed

    @property
    def plus(self) -> bool:
        return self.before in ("+", "＋")

    @property
    def digits(self) -> str:
        return "".join(group.digits for group in self.groups)

    @property
    def shape(self) -> tuple[int, ...]:
        """The number of digits in each group."""
        return tuple(len(group.digits) for group in self.groups)

    def labelled(self, labels: frozenset[str]) -> bool:
        return any(word in labels for word in self.labels)


def cut_runs(text: str) -> Iterator[Run]:
    """Give every run of 9 to 18 digits made of whole neighbouring groups that does not sit inside a code."""
    amounts: list[tuple[int, int]] | None = None
    for match in _CHAIN.finditer(text):
        if match.end() - match.start() < 9:
            continue
        if amounts is None:
            amounts = [found.span() for found in _AMOUNT.finditer(text)]
        for groups in _chains(text, match.start(), match.end(), amounts):
            yield from _windows(text, groups)


def _chains(text: str, start: int, end: int, amounts: list[tuple[int, int]]) -> Iterator[list[Group]]:
    """Cut one chain at blank lines and give the groups of each part."""
    groups: list[Group] = []
    before = start
    for match in DIGITS_TOGETHER.finditer(text, start, end):
        gap = _INVISIBLE_RUN.sub("", text[before : match.start()])
        if groups and _BLANK_LINE.search(gap):
            yield groups
            groups = []
        digits = plain_digits(match.group())
        groups.append(Group(digits, match.start(), match.end(), gap, _is_inside(match.start(), amounts)))
        before = match.end()
    yield groups


def _is_inside(position: int, spans: list[tuple[int, int]]) -> bool:
    place = bisect_right(spans, (position, len(spans) and spans[-1][1])) - 1
    return place >= 0 and position < spans[place][1]


def _windows(text: str, groups: list[Group]) -> Iterator[Run]:
    if sum(len(group.digits) for group in groups) < 9:
        return
    for first in range(len(groups)):
        labels: tuple[str, ...] | None = None
        for last in _possible_ends(groups, first):
            if labels is None:
                labels = _labels_before(text, groups[first].start)
            run = _make_run(text, groups, first, last, labels)
            if not _sits_in_a_code(text, run):
                yield run


def _possible_ends(groups: list[Group], first: int) -> Iterator[int]:
    """Give the last groups with which a run could have the number of digits of some kind.

    More than eight groups are looked at only when each is one digit (boxes of a form), from the first box on.
    """
    first_box = first == 0 or (first + 1 < len(groups) and groups[first].gap != groups[first + 1].gap)
    could_be_phone = groups[first].digits[0] in "068"
    total = 0
    for last in range(first, min(first + 18, len(groups))):
        width = len(groups[last].digits)
        total += width
        if total > 18 or (last - first >= MAX_GROUPS and (width > 1 or not first_box)):
            return
        if total in (15, 16, 18) or (could_be_phone and 9 <= total <= 16):
            yield last


def _make_run(text: str, groups: list[Group], first: int, last: int, labels: tuple[str, ...]) -> Run:
    inside = tuple(groups[first : last + 1])
    start, end = inside[0].start, inside[-1].end
    return Run(
        groups=inside,
        tight_left=first > 0 and _is_tight(inside[0].gap) and not _is_list_number(groups, first),
        tight_right=last + 1 < len(groups) and _is_tight(groups[last + 1].gap),
        labels=labels,
        before=_visible_before(text, start)[-1:],
        text=_INVISIBLE_RUN.sub("", text[start:end]),
    )


def _is_tight(gap: str) -> bool:
    return bool(gap) and not any(sign.isspace() or sign in "()*" for sign in gap)


def _is_list_number(groups: list[Group], first: int) -> bool:
    """True for the ``1.`` of a numbered list glued to the number behind it."""
    return first == 1 and len(groups[0].digits) <= 2 and groups[1].gap == "." and len(groups[1].digits) > 3


def _visible_before(text: str, position: int) -> str:
    return _INVISIBLE_RUN.sub("", text[max(0, position - _LABEL_REACH) : position])


def _labels_before(text: str, position: int) -> tuple[str, ...]:
    """Return up to four words before a place, newest first, as far as no other digit stands between."""
    before = normalize("NFKC", _visible_before(text, position)).lower()
    before = re.split(r"\d", before)[-1]
    return tuple(reversed(re.findall(r"[a-z]+", before)[-_LABEL_WORDS:]))


def _sits_in_a_code(text: str, run: Run) -> bool:
    """True when letters touch the digits as in ``TRX0812…X``: an identifier, not a number a person has."""
    before = re.search(r"[^\W\d_]+$", _visible_before(text, run.groups[0].start))
    after = re.match(r"[^\W\d_]+", _INVISIBLE_RUN.sub("", text[run.groups[-1].end : run.groups[-1].end + 16]))
    if before and before.group().lower() not in ALL_LABELS and _looks_like_code(before.group()):
        return True
    return bool(after and _looks_like_code(after.group()))


def _looks_like_code(letters: str) -> bool:
    return len(letters) == 1 or letters.upper() == letters


def plain_digits(text: str) -> str:
    """Return the digits of a text as 0 to 9, whatever script they are written in."""
    return "".join(str(decimal(sign)) for sign in text if sign.isdecimal())
