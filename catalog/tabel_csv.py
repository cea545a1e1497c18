"""Tables as CSV that Excel reads and that is safe to open; every CSV of the catalogue is written here."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

TANDA_RUMUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")
"""With one of these in front a spreadsheet would take a text for a formula (OWASP ASVS 5.0, 1.2.10)."""

_TANDA_RUMUS = frozenset(TANDA_RUMUS)


def write_csv(columns: Iterable[str], rows: Iterable[Iterable[object]], *, all_quoted: bool = True) -> str:
    """Return a byte-order mark, a header row and the rows as ``safe_cell`` gives them; of a mapping its keys.

    Without ``all_quoted`` only the cells that need it stand between quotes, for tables of names and numbers.
    """
    out = io.StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL if all_quoted else csv.QUOTE_MINIMAL, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def safe_cell(value: object) -> str:
    """Return a cell's text; '' for None. A leading formula sign gets one quote sign in front, see ``original_cell``."""
    text = value if isinstance(value, str) else "" if value is None else str(value)
    return f"'{text}" if text[:1] in _TANDA_RUMUS else text


def original_cell(text: str) -> str:
    """Return what ``safe_cell`` was given; any other text as it is."""
    return text[1:] if text[:1] == "'" and text[1:].startswith(TANDA_RUMUS) else text
