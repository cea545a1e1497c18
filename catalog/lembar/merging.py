"""A draft laid over the record that exists: what the workbook has columns for is replaced, everything else stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from catalog.lembar.headings import Terbaca
from catalog.lembar.layout import LAIN, Lembar, Path_
from catalog.record_text import normal

Sheets = Mapping[str, Terbaca]
"""Name of a sheet → the sheet as it stands in this workbook."""


class MissingColumns(Exception):
    """Rows of a detail sheet cannot be matched with the items that exist, and columns of it are missing."""

    def __init__(self, sheet: Terbaca, columns: list[str]) -> None:
        super().__init__(sheet.tabel.nama)
        self.sheet = sheet
        self.columns = columns


def merge_record(old: Mapping[str, Any], new: Mapping[str, Any], lembar: Lembar, sheets: Sheets) -> dict[str, Any]:
    """Return ``old`` with everything that the workbook covers as it is in ``new``; both in normal form.

    An empty cell in a column that is there takes the isian away; a missing column or sheet leaves it.

    Raises:
        MissingColumns: see there.
    """
    result = deepcopy(dict(old))
    read = sheets.get(lembar.nama)
    if read is not None:
        if read.column_of(LAIN):
            _take_rest(result, old, new, lembar)
        for path in _plain_paths(read):
            _set_at(result, path, value_at(new, path))
    for anak in lembar.anak:
        merged = _merge_list(old, new, anak, sheets, _inline_fields(read, anak.jalur) if read else set())
        if merged is not None:
            _set_at(result, anak.jalur, merged)
    return normal(result, lembar.rekaman)


def _merge_list(
    old: Mapping[str, Any], new: Mapping[str, Any], anak: Lembar, sheets: Sheets, inline: set[str]
) -> list[Any] | None:
    """Return the list that ``anak`` holds, None where the workbook does not speak of it."""
    before, after = value_at(old, anak.jalur) or [], value_at(new, anak.jalur) or []
    before = before if isinstance(before, list) else []
    if anak.nama in sheets:
        if len(before) == len(after):
            pairs = zip(before, after, strict=True)
            return [merge_record(_record(one), two, anak, sheets) for one, two in pairs]
        _check_columns(before, anak, sheets[anak.nama])
        return [merge_record({}, item, anak, sheets) | rest_of(item, anak) for item in after]
    if not inline:
        return None
    first = dict(_record(before[0])) if before else {}
    for key in inline:
        _set_at(first, (key,), (after[0] if after else {}).get(key))
    return [first, *before[1:]] if first else list(before[1:])


def _record(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _check_columns(before: list[Any], anak: Lembar, read: Terbaca) -> None:
    """Refuse a sheet that lacks columns which existing items fill, when rows and items no longer correspond."""
    shown = {kolom.kunci for kolom in read.kolom.values()}
    missing = [
        kolom.kunci
        for kolom in anak.kolom
        if kolom.bentuk in ("teks", "daftar")
        and kolom.kunci not in shown
        and any(value_at(_record(item), kolom.jalur) for item in before)
    ]
    if LAIN not in shown and any(rest_of(_record(item), anak) for item in before):
        missing.append(LAIN)
    if missing:
        raise MissingColumns(read, missing)


def _plain_paths(read: Terbaca) -> Iterator[Path_]:
    """Yield where the columns of a sheet belong, those of one list once; inline items of records are not among them."""
    seen = set()
    for kolom in read.isi:
        if kolom.bentuk not in ("teks", "daftar"):
            continue
        path = kolom.jalur[:-1] if isinstance(kolom.jalur[-1], int) else kolom.jalur
        if not any(isinstance(step, int) for step in path) and path not in seen:
            seen.add(path)
            yield path


def _inline_fields(read: Terbaca, jalur: Path_) -> set[str]:
    """Return the isian of the first item of a list that stand beside their row."""
    head = (*jalur, 0)
    return {str(kolom.jalur[-1]) for kolom in read.isi if kolom.jalur[:-1] == head and len(head) > 1}


def value_at(data: Any, path: Path_) -> Any:
    """Return what stands at ``path``, None where nothing does."""
    for step in path:
        if not isinstance(data, Mapping) or step not in data:
            return None
        data = data[step]
    return data


def _set_at(data: dict[str, Any], path: Path_, value: Any) -> None:
    """Put a value at ``path``; an empty one takes away what stands there."""
    holder: Any = data
    for step in path[:-1]:
        if value in (None, "", [], {}) and step not in holder:
            return
        if not isinstance(holder.get(step), dict):
            holder[step] = {}
        holder = holder[step]
    if value in (None, "", [], {}):
        holder.pop(path[-1], None)
    else:
        holder[path[-1]] = deepcopy(value)


def _take_rest(result: dict[str, Any], old: Mapping[str, Any], new: Mapping[str, Any], lembar: Lembar) -> None:
    """Replace the isian without a column by those of the draft."""
    _remove(result, rest_of(old, lembar))
    _add(result, rest_of(new, lembar))


def _remove(data: dict[str, Any], rest: Mapping[str, Any]) -> None:
    for key, value in rest.items():
        if isinstance(value, Mapping) and isinstance(data.get(key), dict) and data[key] != value:
            _remove(data[key], value)
        else:
            data.pop(key, None)


def _add(data: dict[str, Any], rest: Mapping[str, Any]) -> None:
    for key, value in rest.items():
        if isinstance(value, Mapping) and isinstance(data.get(key), dict):
            _add(data[key], value)
        else:
            data[key] = deepcopy(value)


def rest_of(data: Mapping[str, Any], lembar: Lembar) -> dict[str, Any]:
    """Return the part of a record for which its sheet has no column and no detail sheet: unknown isian."""
    return _rest(data, (), _leaves(lembar.nama, lembar))


_LEAVES: dict[str, frozenset[Path_]] = {}


def _leaves(nama: str, lembar: Lembar) -> frozenset[Path_]:
    if nama not in _LEAVES:
        paths = {kolom.jalur for kolom in lembar.kolom if kolom.bentuk in ("teks", "daftar")}
        plain = {path[:-1] if isinstance(path[-1], int) else path for path in paths}
        _LEAVES[nama] = frozenset(
            {path for path in plain if not any(isinstance(step, int) for step in path)}
            | {anak.jalur for anak in lembar.anak}
        )
    return _LEAVES[nama]


def _rest(data: Mapping[str, Any], path: Path_, leaves: frozenset[Path_]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in data.items():
        here = (*path, key)
        if here in leaves or value is None:
            continue
        inner = any(leaf[: len(here)] == here for leaf in leaves)
        if inner and isinstance(value, Mapping):
            rest = _rest(value, here, leaves)
            if rest:
                found[key] = rest
        else:
            found[key] = deepcopy(value)
    return found
