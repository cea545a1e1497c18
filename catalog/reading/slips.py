"""The usual slips in the order in which they are tried, and the suggestions that validation asks for.

A finder only proposes: ``diagnosis`` tries the proposal with the parser and reports it if the fault is gone by it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from catalog.reading.dates import suggest_date
from catalog.reading.layout_slips import (
    bullet,
    colon_in_continuation,
    comment_in_text,
    continuation,
    indented_start,
    known_indent,
    missing_dash,
    no_space_after_dash,
    tab_indent,
    wrong_indent,
)
from catalog.reading.quoting import split_line
from catalog.reading.slip import Lines, Slip
from catalog.reading.value_slips import (
    bad_escape,
    inner_quote,
    list_on_key_line,
    no_colon,
    no_space_after_colon,
    open_bracket,
    open_quote,
    second_colon,
    smart_quotes,
    special_space,
    special_start,
)

__all__ = ["SLIPS", "suggest_date", "suggest_list_item"]

Finder = Callable[[Lines, int], Slip | Iterator[Slip] | None]
# The surest sign first: the same line may fit several.
SLIPS: tuple[Finder, ...] = (
    special_space,
    tab_indent,
    smart_quotes,
    open_bracket,
    bad_escape,
    open_quote,
    inner_quote,
    list_on_key_line,
    special_start,
    no_space_after_colon,
    no_space_after_dash,
    bullet,
    second_colon,
    missing_dash,
    indented_start,
    known_indent,
    no_colon,
    continuation,
    comment_in_text,
    colon_in_continuation,
    wrong_indent,
)


def suggest_list_item(line: str) -> str:
    """Return ``line`` as the first line of a list item: ``  judul: X`` → ``  - judul: X``; for a missing list dash."""
    parts = split_line(line)
    return f"{parts.indent or '  '}- {line.strip()}"
