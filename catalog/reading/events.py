"""YAML text → plain values with their places, from libyaml's event stream; no guessing of types, no object graph.

Every scalar stays the text that was typed. The stream is left at the first breach (a fault of grammar, an anchor,
alias, tag, second document, too deep or too much), so hostile text costs no more than what was read of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from catalog.reading.characters import is_clean, normalise, strip_forbidden

_Parser: Callable[[str], Any]
try:
    from yaml import _yaml

    _Parser = _yaml.CParser
except ImportError:  # libyaml is missing: the same events, many times slower
    _Parser = yaml.BaseLoader

MAX_DEPTH = 20
MAX_NODES = 20_000
MAX_SCALAR = 20_000
MAX_FAULTS = 20
_ODD_STARTS = frozenset("-–—•·●▪◦“”„‘’\u00a0\u2002\u2003\u2009\u202f\u3000")

Place = tuple[int, int]
Path_ = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A breach at a place (0-based in the YAML text); ``kode`` ``sintaks`` where the grammar itself broke.

    ``context_line`` is where the unfinished thing began; with ``is_open_key`` that is a line that lacks its colon.
    """

    kode: str
    line: int
    column: int
    context_line: int | None = None
    is_open_key: bool = False
    isi: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Odd:
    """An unquoted text (0-based place) that reads well but may not be what was meant; ``losses`` decides."""

    line: int
    column: int
    value: str


@dataclass(slots=True)
class Tree:
    """What was read: values, the place of each value and key (1-based, shifted to the file), and what was wrong."""

    data: dict[str, Any] = field(default_factory=dict)
    nilai: dict[Path_, Place] = field(default_factory=dict)
    kunci: dict[Path_, Place] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    odd: list[Odd] = field(default_factory=list)


class _Breach(Exception):
    """Leaves the stream; carries the fault to where it is noted."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.kode)
        self.fault = fault


def read_tree(text: str, first_line: int = 1) -> Tree:
    """Return the values of one YAML mapping with their places; never raises for any text.

    ``first_line`` is the line of the file on which ``text`` starts. ``faults`` holds every repeated key and, last,
    the breach at which the stream was left; the tree is then partial and must not be used as a record.
    """
    tree = Tree()
    parser = None
    try:
        parser = _Parser(text)
        _build(parser.get_event, first_line, tree, "\\" in text)
    except _Breach as breach:
        tree.faults.append(breach.fault)
    except yaml.YAMLError as error:
        tree.faults.append(_syntax_fault(error))
    except (ValueError, OverflowError, RecursionError):  # the pure parser on escapes beyond Unicode
        tree.faults.append(Fault("sintaks", getattr(parser, "line", 0), 0))
    return tree


def plain_ends(text: str) -> list[tuple[Place, Place, str]]:
    """Return (start, end, value) of every unquoted scalar of a well-formed ``text``, places 0-based, in order."""
    ends: list[tuple[Place, Place, str]] = []
    parser = _Parser(text)
    while True:
        event = parser.get_event()
        if event.__class__ is StreamEndEvent:
            return ends
        if event.__class__ is ScalarEvent and not event.style:
            start: Any = event.start_mark
            end: Any = event.end_mark
            ends.append(((start.line, start.column), (end.line, end.column), event.value))


def _syntax_fault(error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if mark is None:
        return Fault("sintaks", 0, 0)
    is_open_key = getattr(error, "context", None) == "while scanning a simple key"
    return Fault("sintaks", mark.line, mark.column, context.line if context is not None else None, is_open_key)


def _open_root(get: Callable[[], Any]) -> None:
    """Read up to the start of the one mapping, or leave the stream."""
    get()
    if get().__class__ is StreamEndEvent:
        raise _Breach(Fault("yaml-kosong", 0, 0))
    root = get()
    mark = root.start_mark
    if root.__class__ is SequenceStartEvent:
        raise _Breach(Fault("yaml-daftar-di-awal", mark.line, mark.column))
    if root.__class__ is ScalarEvent and not root.value:
        raise _Breach(Fault("yaml-kosong", 0, 0))
    _refuse_extras(root)
    if root.__class__ is not MappingStartEvent:
        raise _Breach(Fault("yaml-bukan-isian", mark.line, mark.column))


def _refuse_extras(event: Any) -> None:
    """Leave the stream at an alias, an anchor or a tag."""
    mark = event.start_mark
    if event.__class__ is AliasEvent:
        raise _Breach(Fault("yaml-rujukan", mark.line, mark.column))
    if event.anchor is not None:
        raise _Breach(Fault("yaml-jangkar", mark.line, mark.column))
    if event.tag is not None:
        raise _Breach(Fault("yaml-penanda", mark.line, mark.column))


def _key_text(event: Any, tree: Tree, has_escapes: bool) -> str:
    """Return the text of a key, or leave the stream where it is not one."""
    mark = event.start_mark
    if event.__class__ is not ScalarEvent:
        _refuse_extras(event)
        raise _Breach(Fault("yaml-kunci-bukan-teks", mark.line, mark.column))
    if event.anchor is not None or event.tag is not None:
        _refuse_extras(event)
    key: str = event.value
    if not key or len(key) > MAX_SCALAR:
        raise _Breach(Fault("yaml-kunci-kosong" if not key else "yaml-terlalu-panjang", mark.line, mark.column))
    if key[0] in _ODD_STARTS and not event.style:
        tree.odd.append(Odd(mark.line, mark.column, key))
    return _escaped(key, mark, tree) if has_escapes else key


def _escaped(value: str, mark: Any, tree: Tree) -> str:
    """Return ``value`` without forbidden characters that came in by an escape such as ``\\u202e``; note the fault."""
    if not is_clean(value):
        tree.faults.append(Fault("yaml-karakter-tersandi", mark.line, mark.column))
        value = strip_forbidden(value)
    return normalise(value)


def _build(get: Callable[[], Any], first: int, tree: Tree, has_escapes: bool) -> None:
    """Fill ``tree`` from the events. One flat loop: this runs once for every value of every record."""
    _open_root(get)
    nilai, kunci, odd = tree.nilai, tree.kunci, tree.odd
    stack: list[tuple[Any, Path_, bool]] = []
    container: Any = tree.data
    path: Path_ = ()
    in_mapping = True
    nodes = 1
    while True:
        event = get()
        kind = event.__class__
        mark = event.start_mark
        if in_mapping:
            if kind is MappingEndEvent:
                if not stack:
                    break
                container, path, in_mapping = stack.pop()
                continue
            key: Any = event.value if kind is ScalarEvent else None
            if not key or has_escapes or key[0] in _ODD_STARTS or len(key) > MAX_SCALAR:
                key = _key_text(event, tree, has_escapes)
            elif event.anchor is not None or event.tag is not None:
                _refuse_extras(event)
            here = (*path, key)
            if key in container:
                first_time = {"kunci": key, "pertama_baris": kunci[here][0]}
                tree.faults.append(Fault("yaml-kunci-ganda", mark.line, mark.column, isi=first_time))
            else:
                kunci[here] = (mark.line + first, mark.column + 1)
            event = get()
            kind = event.__class__
            mark = event.start_mark
            nodes += 2
        else:
            if kind is SequenceEndEvent:
                container, path, in_mapping = stack.pop()
                continue
            here = (*path, len(container))
            nodes += 1
        line = mark.line
        column = mark.column
        if nodes > MAX_NODES or len(tree.faults) > MAX_FAULTS:
            raise _Breach(Fault("yaml-terlalu-banyak", line, column))
        nilai[here] = (line + first, column + 1)
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _refuse_extras(event)
            value: Any = event.value
            if len(value) > MAX_SCALAR:
                raise _Breach(Fault("yaml-terlalu-panjang", line, column))
            if not event.style:
                if not value:
                    value = None
                elif (":" in value and "://" not in value) or value[0] in _ODD_STARTS:
                    odd.append(Odd(line, column, value))
            elif has_escapes:
                value = _escaped(value, mark, tree)
            if in_mapping:
                container[key] = value
            else:
                container.append(value)
            continue
        if kind is AliasEvent or event.anchor is not None or event.tag is not None:
            _refuse_extras(event)
        if len(stack) + 2 > MAX_DEPTH:
            raise _Breach(Fault("yaml-terlalu-dalam", line, column))
        child: Any = {} if kind is MappingStartEvent else []
        if in_mapping:
            container[key] = child
        else:
            container.append(child)
        stack.append((container, path, in_mapping))
        container, path, in_mapping = child, here, kind is MappingStartEvent
    get()
    after = get()
    if after.__class__ is DocumentStartEvent:
        second: Any = after.start_mark
        raise _Breach(Fault("yaml-beberapa-dokumen", second.line, 0, isi={"garis": "---"}))
