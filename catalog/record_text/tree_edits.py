"""Where the isian of a record stand in its lines, and the edits that turn what they say into what is wanted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from catalog.model.isian import Rekaman
from catalog.reading import SourceRecord
from catalog.reading.events import read_tree
from catalog.record_text.canonical import is_empty, ordered, write_isian, write_item
from catalog.record_text.edits import Edit, NotByLines
from catalog.record_text.normal import normal
from catalog.validation.plans import FieldPlan, plan_of

Path_ = tuple[str | int, ...]
_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")


@dataclass(frozen=True, slots=True)
class Layout:
    """A record with its lines (0-based); ``akhir`` is the line on which its isian end."""

    record: SourceRecord
    lines: list[str]
    akhir: int

    @classmethod
    def of(cls, record: SourceRecord, lines: list[str]) -> Layout:
        """Return the layout of a record read from ``lines``."""
        is_entry = record.berkas.endswith(".md")
        return cls(record, lines, record.baris_badan - 2 if is_entry else len(lines))

    def place(self, path: Path_) -> tuple[int, int]:
        """Return line and column (0-based) where an isian's key, or the text of a list's item, begins."""
        line, column = self.record.kunci[path] if isinstance(path[-1], str) else self.record.nilai[path]
        return line - 1, column - 1

    def extent(self, path: Path_, following: int) -> tuple[int, int]:
        """Return the lines of an isian or item: from its first to before ``following``, comments of the next left out.

        Raises:
            NotByLines: something else stands on its first line.
        """
        start, column = self.place(path)
        before = self.lines[start][:column]
        if not _DASHES.fullmatch(before):
            raise NotByLines
        indent = before.rfind("-") if isinstance(path[-1], int) else column
        if indent < 0:
            raise NotByLines  # the dash stands on a line of its own
        end = following
        while end > start + 1 and _is_between(self.lines[end - 1], indent):
            end -= 1
        if end <= start:
            raise NotByLines
        return start, end


def _is_between(line: str, indent: int) -> bool:
    """Return True for a blank line, and for a comment that is not indented deeper than the isian above it."""
    bare = line.strip()
    return not bare or (bare.startswith("#") and len(line) - len(line.lstrip(" ")) <= indent)


def find_edits(layout: Layout, wanted: Mapping[str, Any], rekaman: type[Rekaman]) -> Iterator[Edit]:
    """Yield the smallest edits that make the record say ``wanted`` (in normal form)."""
    yield from _mapping_edits(layout, (), layout.record.data, wanted, rekaman, layout.akhir, 0, is_deep=True)


def find_top_edits(layout: Layout, wanted: Mapping[str, Any], rekaman: type[Rekaman]) -> Iterator[Edit]:
    """Yield edits that replace every changed isian of the first level as a whole."""
    yield from _mapping_edits(layout, (), layout.record.data, wanted, rekaman, layout.akhir, 0, is_deep=False)


def _mapping_edits(
    layout: Layout,
    path: Path_,
    old: Mapping[str, Any],
    wanted: Mapping[str, Any],
    rekaman: type[Rekaman] | None,
    end: int,
    indent: int,
    *,
    is_deep: bool,
) -> Iterator[Edit]:
    plans = plan_of(rekaman) if rekaman is not None else {}
    spans = _spans(layout, [(*path, key) for key in old], end)
    said = normal(old, rekaman)
    for key in old:
        here = (*path, key)
        child = _child(plans.get(key))
        if key not in wanted:
            if key in said:
                yield _removal(layout, here, spans[here])
        elif said.get(key) != wanted[key]:
            yield from _value_edits(layout, here, old[key], wanted[key], child, spans[here], is_deep=is_deep)
    yield from _insertions(path, old, wanted, rekaman, spans, indent)


def _child(plan: FieldPlan | None) -> type[Rekaman] | None:
    return plan.rekaman if plan is not None else None


def _spans(layout: Layout, paths: list[Path_], end: int) -> dict[Path_, tuple[int, int]]:
    """Return the lines of neighbours, in the order in which they stand."""
    placed = sorted(paths, key=layout.place)
    ends = [layout.place(path)[0] for path in placed[1:]] + [end]
    return {path: layout.extent(path, following) for path, following in zip(placed, ends, strict=True)}


def _removal(layout: Layout, path: Path_, span: tuple[int, int]) -> Edit:
    if "-" in layout.lines[span[0]][: layout.place(path)[1]]:
        raise NotByLines  # the first isian of an item bears its dash
    return Edit(*span)


def _insertions(
    path: Path_,
    old: Mapping[str, Any],
    wanted: Mapping[str, Any],
    rekaman: type[Rekaman] | None,
    spans: dict[Path_, tuple[int, int]],
    indent: int,
) -> Iterator[Edit]:
    """Yield the new isian, each behind the nearest one that is written before it."""
    place: int | None = None
    plans = plan_of(rekaman) if rekaman is not None else {}
    for key in ordered({**old, **wanted}, rekaman):
        here = (*path, key)
        if here in spans:
            place = spans[here][1]
        elif key in wanted:
            if place is None:
                firsts = [span[0] for span in spans.values()]
                place = min(firsts, default=0)
                if path and isinstance(path[-1], int):
                    raise NotByLines  # it would have to take over the dash
            lines = write_isian(key, wanted[key], _child(plans.get(key)), indent, here)
            yield Edit(place, place, tuple(line for line, _ in lines))


def _value_edits(
    layout: Layout,
    path: Path_,
    old: Any,
    wanted: Any,
    rekaman: type[Rekaman] | None,
    span: tuple[int, int],
    *,
    is_deep: bool,
) -> Iterator[Edit]:
    try:
        if is_deep and isinstance(old, Mapping) and isinstance(wanted, Mapping) and old:
            first = min(layout.place((*path, key)) for key in old)
            if first[0] == layout.place(path)[0] and isinstance(path[-1], str):
                raise NotByLines
            yield from list(_mapping_edits(layout, path, old, wanted, rekaman, span[1], first[1], is_deep=True))
            return
        if is_deep and isinstance(old, list) and isinstance(wanted, list) and old:
            yield from list(_list_edits(layout, path, old, wanted, rekaman, span))
            return
    except NotByLines:
        pass
    yield _replacement(layout, path, old, wanted, rekaman, span)


def _list_edits(
    layout: Layout, path: Path_, old: list[Any], wanted: list[Any], rekaman: type[Rekaman] | None, span: tuple[int, int]
) -> Iterator[Edit]:
    """Yield edits of whole items; an item that took another's place is compared with it."""
    paths = [(*path, number) for number in range(len(old))]
    spans = _spans(layout, list(paths), span[1])
    indent = layout.lines[spans[paths[0]][0]].index("-")
    said = [_text_of(normal({"x": item}, None).get("x") if rekaman is None else _said(item, rekaman)) for item in old]
    matcher = SequenceMatcher(None, said, [_text_of(item) for item in wanted], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            continue
        both = min(b - a, d - c)
        for number in range(both):
            here = paths[a + number]
            new = wanted[c + number]
            yield from _value_edits(layout, here, old[a + number], new, rekaman, spans[here], is_deep=True)
        yield from (Edit(*spans[here]) for here in paths[a + both : b])
        place = spans[paths[b - 1]][1] if b else spans[paths[0]][0]
        for item in wanted[c + both : d]:
            yield Edit(place, place, tuple(line for line, _ in write_item(item, rekaman, indent, path)))


def _said(item: Any, rekaman: type[Rekaman]) -> Any:
    return normal(item, rekaman) if isinstance(item, Mapping) else item


def _text_of(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def _replacement(
    layout: Layout, path: Path_, old: Any, wanted: Any, rekaman: type[Rekaman] | None, span: tuple[int, int]
) -> Edit:
    """Return the edit that writes one isian or item anew; a comment behind a value of one line stays."""
    start, column = layout.place(path)
    before = layout.lines[start][:column]
    if isinstance(path[-1], int):
        dash = before.rfind("-")
        lines = [line for line, _ in write_item(wanted, rekaman, dash, path)]
        lines[0] = before[:dash] + lines[0][dash:]
    else:
        lines = [line for line, _ in write_isian(path[-1], wanted, rekaman, column, path)]
        lines[0] = before + lines[0][column:]
    if span[1] - span[0] == 1 and len(lines) == 1:
        lines[0] += _comment_behind(layout.lines[start], old)
    return Edit(*span, tuple(lines))


def _comment_behind(line: str, old: Any) -> str:
    """Return the comment on the line of the value ``old``, with the blanks before it."""
    for match in re.finditer(r"[ \t]+#", line):
        if not isinstance(old, str | None) or is_empty(line[: match.start()]):
            return ""
        tree = read_tree(re.sub(r"^[ ]*(?:- +)*", "", line[: match.start()]) + "\n")
        bare = re.sub(r"^[ ]*(?:- +)*", "", line[: match.start()])
        if (not tree.faults and old in tree.data.values()) or bare == old:
            return line[match.start() :]
    return ""
