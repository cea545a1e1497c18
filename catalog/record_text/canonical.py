"""The canonical text of a record: isian in the order of the model, one line a value, lists indented by two blanks.

``sumber`` stands last, as in every file of the catalogue: it is the longest part, and whoever opens a file to read or
to correct looks for the innovation first. Isian that the model does not know follow in the order they came.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.model import Inovasi
from catalog.model.isian import Rekaman
from catalog.record_text.bodies import body_lines
from catalog.record_text.scalars import write_key, write_scalar
from catalog.validation.plans import plan_of

Path_ = tuple[str | int, ...]
_LAST = "sumber"
_CODES = frozenset({"kode"})


@dataclass(frozen=True, slots=True)
class Written:
    """The text of a file, and for each of its lines (the first is index 0) the path of the isian that stands on it.

    Lines of the body have the path ``("badan", <section>)``; lines without an isian have ``()``.
    """

    text: str
    jalur: tuple[Path_, ...]

    def path_at(self, baris: int) -> Path_:
        """Return the path of the isian on line ``baris`` (1-based), ``()`` beyond the end."""
        return self.jalur[baris - 1] if 0 < baris <= len(self.jalur) else ()


def write_entry(data: Mapping[str, Any], badan: Mapping[str, str] | None = None) -> Written:
    """Return the file of an innovation: front matter, then the filled sections of ``badan``.

    ``data`` is as ``reading`` gives it: texts, lists and mappings of texts; what is None or empty is left out. The key
    ``lain`` of ``badan`` is Markdown that is written as it is; what stands in it before a heading goes first.
    """
    lines = [("---", ()), *write_mapping(data, Inovasi, 0), ("---", ()), *body_lines(badan or {})]
    return _written(lines)


def write_register(data: Mapping[str, Any], rekaman: type[Rekaman]) -> Written:
    """Return the file of a region's register or profile (``.yml``)."""
    return _written(list(write_mapping(data, rekaman, 0)))


def _written(lines: list[tuple[str, Path_]]) -> Written:
    return Written("".join(f"{line}\n" for line, _ in lines), tuple(path for _, path in lines))


def write_mapping(
    data: Mapping[str, Any], rekaman: type[Rekaman] | None, indent: int, path: Path_ = ()
) -> Iterator[tuple[str, Path_]]:
    """Yield the lines of a mapping, each with the path of its isian; empty values are left out."""
    plans = plan_of(rekaman) if rekaman is not None else {}
    for key in ordered(data, rekaman):
        child = plans[key].rekaman if key in plans else None
        yield from write_isian(key, data[key], child, indent, (*path, key))


def ordered(data: Mapping[str, Any], rekaman: type[Rekaman] | None) -> list[str]:
    """Return the keys of ``data`` that have a value, in the order in which they are written."""
    plans = list(plan_of(rekaman)) if rekaman is not None else []
    known = {key: number for number, key in enumerate(plans)}
    last = len(known) + 1

    def place(key: str) -> int:
        return last + 1 if key == _LAST and rekaman is Inovasi else known.get(key, last)

    return sorted((key for key in data if not is_empty(data[key])), key=place)


def is_empty(value: Any) -> bool:
    """Return True for what is not written: None, '' and a list or mapping of such."""
    if isinstance(value, Mapping):
        return all(is_empty(child) for child in value.values())
    if isinstance(value, list | tuple):
        return all(is_empty(child) for child in value)
    return value is None or value == ""


def write_isian(
    key: str, value: Any, rekaman: type[Rekaman] | None, indent: int, path: Path_
) -> Iterator[tuple[str, Path_]]:
    """Yield the lines of one isian; ``rekaman`` is the class of the record (or of the list's records) below it."""
    head = " " * indent + write_key(key) + ":"
    if isinstance(value, Mapping):
        yield head, path
        yield from write_mapping(value, rekaman, indent + 2, path)
    elif isinstance(value, list | tuple):
        yield head, path
        number = 0
        for item in value:
            if not is_empty(item):
                yield from write_item(item, rekaman, indent + 2, (*path, number))
                number += 1
    else:
        first, *rest = write_scalar(str(value), indent + 2, is_code=key in _CODES)
        yield f"{head} {first}", path
        yield from ((line, path) for line in rest)


def write_item(item: Any, rekaman: type[Rekaman] | None, indent: int, path: Path_) -> Iterator[tuple[str, Path_]]:
    """Yield the lines of one item of a list, its dash at column ``indent``."""
    dash = " " * indent + "- "
    if isinstance(item, Mapping):
        lines = list(write_mapping(item, rekaman, indent + 2, path))
        yield dash + lines[0][0][indent + 2 :], lines[0][1]
        yield from lines[1:]
    elif isinstance(item, list | tuple):
        yield dash.rstrip(), path
        for number, child in enumerate(item):
            if not is_empty(child):
                yield from write_item(child, rekaman, indent + 2, (*path, number))
    else:
        first, *rest = write_scalar(str(item), indent + 2)
        yield dash + first, path
        yield from ((line, path) for line in rest)
