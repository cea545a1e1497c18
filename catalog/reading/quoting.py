"""One YAML line in its parts, and how a value is put between quotes that read back as the same text."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dash>(?:-[ \t]+)*)"
    r"(?:(?P<key>[^\s:#\"'\[\]{}&*!|>%@`,-][^:#]*?)[ \t]*:(?=[ \t]|$)[ \t]*)?(?P<value>.*)"
)
_COMMENT = re.compile(r"[ \t]+#.*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: leading blanks, dashes of list items with their blanks, key ('' if none), the rest and its column."""

    indent: str
    dash: str
    key: str
    value: str
    value_column: int

    @property
    def head(self) -> str:
        """Everything before the value, with one blank after the colon."""
        return self.indent + self.dash + (f"{self.key}: " if self.key else "")

    @property
    def start(self) -> int:
        """Column (0-based) of the first character that is neither blank nor dash."""
        return len(self.indent) + len(self.dash)

    @property
    def is_blank(self) -> bool:
        """True for an empty line and for a comment."""
        return not self.dash and not self.key and (not self.value or self.value.startswith("#"))

    def quoted(self, inner: str | None = None) -> str:
        """Return the line with its value (or ``inner``) between quotes."""
        return self.head + quote(self.value if inner is None else inner)


def split_line(line: str) -> Line:
    """Return the parts of one line of YAML; works on any text, in linear time."""
    match = _LINE.match(line.rstrip())
    assert match is not None  # the pattern matches everything
    return Line(match["indent"], match["dash"], match["key"] or "", match["value"], match.start("value"))


def quote(text: str) -> str:
    """Return ``text`` between double quotes, between single ones where that avoids escapes."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def is_comment(rest: str) -> bool:
    """Return whether what follows a value is nothing or a comment."""
    return not rest.strip() or _COMMENT.match(rest) is not None
