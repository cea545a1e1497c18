"""The front matter of a record: what stands between the two ``---`` lines, what stands after, and on which lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from catalog.reading.isian_names import isian_names
from catalog.reading.quoting import split_line

_ALMOST = re.compile(r"\s*(?:[-–—_=*•~][ \t]*){1,}\s*")


@dataclass(frozen=True, slots=True)
class Split:
    """The YAML and the Markdown of a record, and the lines (1-based) on which each starts."""

    yaml: str
    first_line: int
    body: str
    body_line: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A ``---`` line that is missing: code, the line (1-based) to edit, what stands there, what to do."""

    kode: str
    line: int
    found: str
    action: str


def split_front_matter(text: str) -> Split | Missing:
    """Return the two parts of ``text`` (line ends ``\\n``), or which of the ``---`` lines is missing and where it goes.

    Blank lines before the first ``---`` and blanks behind either are allowed.
    """
    start = len(text) - len(text.lstrip("\n \t"))
    begin = text.rfind("\n", 0, start) + 1
    first = text.count("\n", 0, begin) + 1
    end_of_first = text.find("\n", begin)
    opening = text[begin : end_of_first if end_of_first >= 0 else len(text)]
    if opening.rstrip() != "---":
        return _missing_start(text.split("\n"), first)
    after = end_of_first + 1 if end_of_first >= 0 else len(text)
    at = after
    while True:
        if text.startswith("---", at):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            if not text[at + 3 : stop].strip():
                yaml = text[after:at]
                line = first + 1 + yaml.count("\n")
                return Split(yaml, first + 1, text[stop + 1 :], line + 1)
        found = text.find("\n---", at)
        if found < 0:
            return _missing_end(text.split("\n"), first)
        at = found + 1


def _missing_start(lines: list[str], line: int) -> Missing:
    found = lines[line - 1]
    if _ALMOST.fullmatch(found):
        action = f"ganti baris {line} dengan tiga tanda minus: `---`"
    else:
        action = f"tambahkan satu baris berisi `---` di atas baris {line}"
    return Missing("yaml-garis-awal", line, found, action)


def _missing_end(lines: list[str], first: int) -> Missing:
    """Say where the second ``---`` goes: at a line that almost is one, else before the first line that is no isian."""
    for n in range(first, len(lines)):
        line = lines[n]
        if _ALMOST.fullmatch(line) and len(line.strip()) > 1:
            return Missing("yaml-garis-akhir", n + 1, line, f"ganti baris {n + 1} dengan tiga tanda minus: `---`")
        if _looks_like_body(lines, n):
            return Missing("yaml-garis-akhir", n + 1, line, f"tambahkan satu baris berisi `---` di atas baris {n + 1}")
    last = max((n for n, line in enumerate(lines) if line.strip()), default=0)
    action = f"tambahkan satu baris berisi `---` di bawah baris {last + 1}"
    return Missing("yaml-garis-akhir", last + 1, lines[last], action)


def _looks_like_body(lines: list[str], n: int) -> bool:
    """True for a Markdown heading, and for running text after a blank line."""
    line = lines[n]
    if re.match(r"#{1,6} \S", line):
        following = next((later for later in lines[n + 1 :] if later.strip()), "")
        return line.startswith("##") or split_line(following).key not in isian_names()
    if n == 0 or lines[n - 1].strip() or not line.strip() or line[0] in " \t":
        return False
    parts = split_line(line)
    return not parts.key and not parts.dash and not parts.is_blank
