"""What stands in a cell ↔ the text of an isian: numbers, dates, yes and no, lists in one cell. Nothing is judged."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

LONGEST_CELL = 32_000
"""Excel holds 32,767 characters in a cell and openpyxl silently cuts what is longer."""

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_BULLET = re.compile(r"[-–•*·] +")
_IDS = re.compile(r"[\n;,]")


def cell_text(value: Any, number_format: str = "General") -> str:
    """Return what a person reads in a cell as text: ``2021-06-03`` for a date, ``12.6`` for 12,6 %, ``ya`` for TRUE.

    Whole numbers lose their ``.0``; line ends are ``\\n``. '' for an empty cell.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return _unescape(value).replace("\r\n", "\n").replace("\r", "\n").strip()
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, int | float):
        return _number(value, "%" in number_format)
    return str(value)


def _number(value: int | float, is_percent: bool) -> str:
    exact = Decimal(repr(value)) * (100 if is_percent else 1)
    if not exact.is_finite():
        return str(value)
    text = format(exact, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _unescape(text: str) -> str:
    """Undo how workbooks write characters that XML lacks: ``_x000D_`` is a carriage return, ``_x005F_`` a ``_``."""
    if "_x" not in text:
        return text
    return _ESCAPED.sub(lambda m: m[0] if 0xD800 <= int(m[1], 16) <= 0xDFFF else chr(int(m[1], 16)), text)


def write_text(text: str) -> str:
    """Return ``text`` as it is put into a cell of a workbook, so that ``cell_text`` gives it back."""
    return _ESCAPED.sub(lambda m: f"_x005F{m[0]}", text) if "_x" in text else text


def split_items(text: str, *, is_ids: bool = False) -> list[str]:
    """Return the items of a list written in one cell, a line each; an indented line continues the item above it.

    A bullet before every item is taken off. With ``is_ids`` items are also parted by ``;`` and ``,``.
    """
    if is_ids:
        return [item.strip() for item in _IDS.split(text) if item.strip()]
    items: list[str] = []
    for line in text.split("\n"):
        if line.startswith("  ") and items:
            items[-1] += "\n" + line[2:]
        elif line.strip():
            items.append(line.strip())
    if items and all(_BULLET.match(item) for item in items):
        items = [_BULLET.sub("", item, count=1) for item in items]
    return [item.strip() for item in items if item.strip()]


def join_items(items: list[str]) -> str:
    """Return the items of a list as one cell, so that ``split_items`` gives them back."""
    lines = ["\n  ".join(item.strip().split("\n")) for item in items]
    if lines and all(_BULLET.match(line) for line in lines):
        lines = [f"- {line}" for line in lines]
    return "\n".join(lines)
