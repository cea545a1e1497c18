"""Slips in how lines stand to each other: indentation, tabs, dashes of lists, texts that run over several lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from catalog.reading.isian_names import isian_names
from catalog.reading.quoting import split_line
from catalog.reading.slip import Lines, Slip

_NO_SPACE_DASH = re.compile(r"([ \t]*)-([^\s-].*)")
_BULLET = re.compile(r"([ \t]*)([–—•·●▪◦*+])[ \t]*(\S.*)")
_LONGEST_RUN = 200  # so many lines above and below are looked at, and moved together


def tab_indent(lines: Lines, i: int) -> Slip | None:
    """Tabs in the indentation: all such lines of the file at once, each tab as two spaces."""
    edits = {}
    for n, line in enumerate(lines):
        if "\t" not in line:
            continue
        head = re.match(r"[ \t]*(?:-[ \t]*)?", line)
        blanks = head[0] if head else ""
        if "\t" in blanks and line.strip():
            edits[n] = blanks.replace("\t", " " if "-" in blanks.partition("\t")[0] else "  ") + line[len(blanks) :]
    if not edits:
        return None
    first = min(edits)
    others = len(edits) - 1
    lain = f" (begitu juga {others} baris lain)" if others else ""
    return Slip("yaml-tab", first, lines[first].index("\t"), edits, {"lain": lain})


def no_space_after_dash(lines: Lines, i: int) -> Slip | None:
    """``-judul: x``, with every other such line of the same list."""
    match = _NO_SPACE_DASH.fullmatch(lines[i].rstrip())
    if not match:
        return None
    indent = match[1]
    edits = {}
    for n, line in enumerate(lines):
        other = _NO_SPACE_DASH.fullmatch(line.rstrip())
        if other and other[1] == indent:
            edits[n] = f"{indent}- {other[2]}"
    others = len(edits) - 1
    lain = f" (begitu juga {others} baris lain)" if others else ""
    first = min(edits)
    return Slip("yaml-spasi-daftar", first, len(indent), edits, {"lain": lain})


def bullet(lines: Lines, i: int) -> Slip | None:
    """A bullet or long dash in place of the list's minus (Word makes them), with the others of the same list."""
    match = _BULLET.fullmatch(lines[i].rstrip())
    if not match:
        return None
    indent, sign, _ = match.groups()
    edits = {}
    for n, line in enumerate(lines):
        other = _BULLET.fullmatch(line.rstrip())
        if other and other[1] == indent and other[2] == sign:
            edits[n] = f"{indent}- {other[3]}"
    first = min(edits)
    return Slip("yaml-butir", first, len(indent), edits, {"tanda": sign})


def missing_dash(lines: Lines, i: int) -> Slip | None:
    """A line among list items that has no dash of its own."""
    parts = split_line(lines[i])
    if parts.dash or parts.is_blank:
        return None
    above = _item_above(lines, i, len(parts.indent))
    if above is None or (parts.key and parts.key not in above):
        return None
    edits = {i: f"{parts.indent}- {lines[i].lstrip()}"}
    for n in range(i + 1, min(len(lines), i + _LONGEST_RUN)):
        inner = split_line(lines[n])
        if inner.indent != parts.indent or inner.dash or not inner.key or inner.key == parts.key:
            break
        edits[n] = "  " + lines[n]
    return Slip("yaml-tanda-daftar", i, len(parts.indent), edits)


def _item_above(lines: Lines, i: int, column: int) -> set[str] | None:
    """Return the keys of the list item above line ``i`` whose dash stands in ``column``; None if there is none."""
    keys: set[str] = set()
    for n in range(i - 1, max(-1, i - _LONGEST_RUN), -1):
        parts = split_line(lines[n])
        if parts.is_blank:
            continue
        if parts.key:
            keys.add(parts.key)
        if len(parts.indent) == column and parts.dash:
            return keys
        if len(parts.indent) <= column:
            return None
    return None


def wrong_indent(lines: Lines, i: int) -> Iterator[Slip]:
    """Yield the line, with what hangs under it, moved to each column that is open above it, nearest first."""
    parts = split_line(lines[i])
    if parts.is_blank or not (parts.key or parts.dash) or "\t" in parts.indent:
        return
    now = len(parts.indent)
    run = _run_below(lines, i, now)
    for column in sorted(_open_columns(lines, i), key=lambda c: (abs(c - now), -c)):
        if column != now:
            whole = {n: _shift(lines[n], column - now) for n in run}
            yield _indent_slip(lines, i, column, whole)
            if len(whole) > 1:
                yield _indent_slip(lines, i, column, {i: whole[i]})


def known_indent(lines: Lines, i: int) -> Iterator[Slip]:
    """Yield ``wrong_indent`` only where the line starts with a known name or a dash, so surely is not running text."""
    parts = split_line(lines[i])
    if parts.dash or parts.key in isian_names():
        yield from wrong_indent(lines, i)


def indented_start(lines: Lines, i: int) -> Slip | None:
    """The first lines stand further right than the rest."""
    first = next((n for n, line in enumerate(lines) if not split_line(line).is_blank), None)
    if first is None or first >= i:
        return None
    now = len(split_line(lines[first]).indent)
    if not now:
        return None
    edits = {n: _shift(lines[n], -now) for n in range(first, i) if lines[n].strip()}
    return _indent_slip(lines, first, 0, edits)


def _indent_slip(lines: Lines, i: int, column: int, edits: dict[int, str]) -> Slip:
    others = len(edits) - 1
    lain = f", begitu juga {others} baris di bawahnya" if others else ""
    now = len(split_line(lines[i]).indent)
    return Slip(
        "yaml-indentasi",
        i,
        now,
        edits,
        {"sekarang": now, "benar": f"{column} spasi" if column else "tanpa spasi", "lain": lain},
    )


def _run_below(lines: Lines, i: int, indent: int) -> list[int]:
    """Return ``i`` and the lines right below it that stand at least as far right."""
    run = [i]
    for n in range(i + 1, min(len(lines), i + _LONGEST_RUN)):
        if lines[n].strip() and len(split_line(lines[n]).indent) < indent:
            break
        run.append(n)
    while not lines[run[-1]].strip():
        run.pop()
    return run


def _shift(line: str, by: int) -> str:
    return " " * by + line if by > 0 else line[-by:] if line[:-by].isspace() else line.lstrip()


def _open_columns(lines: Lines, i: int) -> set[int]:
    """Return the columns at which a block above line ``i`` may go on."""
    columns: set[int] = {0}
    lowest = 10_000
    for n in range(i - 1, max(-1, i - _LONGEST_RUN), -1):
        parts = split_line(lines[n])
        if parts.is_blank or len(parts.indent) > lowest:
            continue
        if parts.dash and parts.start <= lowest:
            columns.add(parts.start)
        lowest = len(parts.indent)
        columns.add(lowest)
        if parts.key and not parts.value and lowest + 2 not in columns and n == i - 1:
            columns.add(parts.start + 2)
        if lowest == 0:
            break
    return columns


def continuation(lines: Lines, i: int) -> Slip | None:
    """A long text broken over lines whose next line is not indented."""
    parts = split_line(lines[i])
    above = next((n for n in range(i - 1, -1, -1) if not split_line(lines[n]).is_blank), None)
    if parts.key or parts.dash or parts.is_blank or above is None:
        return None
    start = split_line(lines[above])
    indent = " " * (start.start + (2 if start.key or start.dash else 0))
    if lines[i].startswith(("...", "%")):
        return None
    edits: dict[int, str] = {}
    for n in range(i, min(len(lines), i + _LONGEST_RUN)):
        inner = split_line(lines[n])
        if inner.key or inner.dash or not lines[n].strip():
            break
        edits[n] = indent + lines[n].strip()
    last = max(edits)
    baris = "Baris ini" if last == i else f"Baris ini dan {last - i} baris di bawahnya"
    return Slip("yaml-lanjutan", i, len(parts.indent), edits, {"baris_ini": baris, "spasi": len(indent)})


def colon_in_continuation(lines: Lines, i: int) -> Slip | None:
    """A colon in the second or a later line of an unquoted text."""
    parts = split_line(lines[i])
    if not parts.key or parts.dash:
        return None
    return _quote_over_lines(lines, i, "yaml-titik-dua-lanjutan")


def comment_in_text(lines: Lines, i: int) -> Slip | None:
    """`` #`` in an unquoted text of several lines: the rest of the line is not read and the next line stands alone."""
    above = next((n for n in range(i - 1, -1, -1) if lines[n].strip()), None)
    if above is None or not re.search(r"\S[ \t]+#", lines[above]):
        return None
    return _quote_over_lines(lines, i, "yaml-pagar-memutus")


def _quote_over_lines(lines: Lines, i: int, kode: str) -> Slip | None:
    """Return the unquoted text that runs over line ``i``, from its key to its last line, put between quotes."""
    indent = len(split_line(lines[i]).indent)
    start = next(
        (
            n
            for n in range(i - 1, max(-1, i - _LONGEST_RUN), -1)
            if split_line(lines[n]).start < indent and lines[n].strip()
        ),
        None,
    )
    if start is None:
        return None
    head = split_line(lines[start])
    if not (head.key or head.dash) or not head.value or head.value[0] in "\"'|>[{":
        return None
    end = i
    while (
        end + 1 < min(len(lines), i + _LONGEST_RUN)
        and lines[end + 1].strip()
        and len(split_line(lines[end + 1]).indent) > head.start
    ):
        end += 1
    text = "\n".join([head.value, *lines[start + 1 : end + 1]]).rstrip()
    mark = "'" if '"' in text or "\\" in text else '"'
    text = text.replace("'", "''") if mark == "'" else text
    edits = dict(enumerate(f"{head.head}{mark}{text}{mark}".split("\n"), start=start))
    column = head.value_column
    return Slip(kode, start, column, edits, {"petik": mark, "akhir": end, "baris_akhir": edits[end].rstrip()})
