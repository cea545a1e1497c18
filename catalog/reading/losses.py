"""Text that YAML reads without complaint, yet not as meant: lost after ``#``, or a list or isian taken for text."""

from __future__ import annotations

import re

from catalog.reading.events import Odd, Tree, plain_ends
from catalog.reading.isian_names import isian_names
from catalog.reading.layout_slips import bullet, no_space_after_dash
from catalog.reading.quoting import split_line
from catalog.reading.slip import Lines, Slip
from catalog.reading.value_slips import no_space_after_colon, special_space

_OPENING = "“„‘"
_CLOSING = "”“’"
_LOST = re.compile(r"[ \t]+#(.*)")


def find_losses(text: str, tree: Tree) -> list[Slip]:
    """Return the slips in a well-formed ``text``: warnings, and errors where an isian or list item was surely meant."""
    slips: list[Slip] = []
    if tree.odd:
        lines = text.split("\n")
        for odd in tree.odd:
            slip = _meant_as_key_or_item(lines, odd) or _curly_quoted(lines, odd)
            if slip is not None and (slip.kode, slip.line) not in {(s.kode, s.line) for s in slips}:
                slips.append(slip)
    if " #" in text or "\t#" in text:
        slips.extend(_lost_after_hash(text))
    return slips


def _meant_as_key_or_item(lines: Lines, odd: Odd) -> Slip | None:
    before = lines[odd.line][: odd.column]
    if before.strip(" -"):
        return None
    if not before.strip() and re.match(r"-[^\W\d]", odd.value):
        return no_space_after_dash(lines, odd.line)
    if not before.strip() and odd.value[0] in "–—•·●▪◦":
        return bullet(lines, odd.line)
    if odd.value[0].isspace():
        return special_space(lines, odd.line)
    name, colon, _ = odd.value.partition(":")
    if colon and name in isian_names():
        return no_space_after_colon(lines, odd.line)
    return None


def _curly_quoted(lines: Lines, odd: Odd) -> Slip | None:
    value = odd.value
    inner = value[1:-1]
    if len(value) < 2 or value[0] not in _OPENING or value[-1] not in _CLOSING:
        return None
    if any(mark in inner for mark in "“”„"):
        return None
    parts = split_line(lines[odd.line])
    edits = {odd.line: parts.quoted(inner)} if parts.value == value else {}
    return Slip("kutip-melengkung", odd.line, odd.column, edits)


def _lost_after_hash(text: str) -> list[Slip]:
    """Return one warning for each unquoted value that is followed by `` #`` and more text on its line."""
    lines = text.split("\n")
    slips = []
    for (_, _), (line, column), value in plain_ends(text):
        match = _LOST.match(lines[line], column) if line < len(lines) else None
        if match is None or not match[1].strip():
            continue
        if not value and match[1].startswith(" "):  # an empty isian with a hint behind it, as in the template
            continue
        parts = split_line(lines[line])
        slips.append(
            Slip(
                "yaml-pagar",
                line,
                lines[line].index("#", column),
                {line: parts.quoted()},
                {
                    "hilang": lines[line][lines[line].index("#", column) :].strip(),
                    "tanpa": lines[line][:column].strip(),
                },
            )
        )
    return slips
