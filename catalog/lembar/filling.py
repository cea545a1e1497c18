"""Records → rows of the workbook; the way back is ``rows``. Nothing of a record is left out."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from catalog.lembar.cells import LONGEST_CELL, join_items
from catalog.lembar.layout import BERKAS, LAIN, MILIK, NOMOR, WILAYAH, Lembar
from catalog.lembar.merging import rest_of, value_at

Rows = dict[str, list[dict[str, str]]]
"""Name of a sheet → its rows, each from name of a column to text."""


class TooLongForACell(Exception):
    """A value that no cell of a workbook can hold; the message names it in Indonesian."""


def add_rows(
    rows: Rows,
    lembar: Lembar,
    data: Mapping[str, Any],
    *,
    wilayah: str,
    owner: str,
    slug: str = "",
    badan: Mapping[str, str] | None = None,
) -> None:
    """Add the rows of one record (in normal form) to ``rows``: its own, and those of its lists.

    ``owner`` is what the rows of its lists call it; ``slug`` is '' where the record is no entry.

    Raises:
        TooLongForACell: see there.
    """
    head = {WILAYAH: wilayah}
    if slug:
        head[BERKAS] = slug
    else:
        head[NOMOR] = owner
    body = {f"badan.{key}": text for key, text in (badan or {}).items()}
    _add(rows, lembar, data, head | body, owner)


def _add(rows: Rows, lembar: Lembar, data: Mapping[str, Any], head: dict[str, str], name: str) -> None:
    inline = {anak.jalur for anak in lembar.anak if _is_inline(lembar, anak, data)}
    row = dict(head)
    for kolom in lembar.kolom:
        if kolom.bentuk in ("teks", "daftar") and kolom.kunci not in row:
            _put(row, kolom.kunci, kolom.bentuk, _value(data, kolom.jalur, inline))
    _put_further_choices(row, lembar, data)
    rest = rest_of(data, lembar)
    if rest:
        row[LAIN] = json.dumps(rest, ensure_ascii=False)
    for key, text in row.items():
        if len(text) > LONGEST_CELL:
            raise TooLongForACell(f"isian {key} lebih panjang daripada satu sel ({LONGEST_CELL} huruf)")
    rows.setdefault(lembar.nama, []).append(row)
    for anak in lembar.anak:
        _add_items(rows, anak, value_at(data, anak.jalur) or [], name, skips_first=anak.jalur in inline)


def _add_items(rows: Rows, anak: Lembar, items: Sequence[Any], name: str, *, skips_first: bool) -> None:
    for item in items[1:] if skips_first else items:
        head = {MILIK: name}
        number = ""
        if any(kolom.kunci == NOMOR for kolom in anak.kolom):
            number = f"#{len(rows.get(anak.nama, ())) + 1}"
            head[NOMOR] = number
        _add(rows, anak, item, head, number)


def _is_inline(lembar: Lembar, anak: Lembar, data: Mapping[str, Any]) -> bool:
    """Return True when the first item of a list stands beside its row: it has nothing that needs a row of its own."""
    items = value_at(data, anak.jalur)
    has_columns = any(kolom.jalur[:-1] == (*anak.jalur, 0) for kolom in lembar.kolom)
    if not has_columns or not isinstance(items, list) or not items:
        return False
    return not rest_of(items[0], anak) and not any(value_at(items[0], inner.jalur) for inner in anak.anak)


def _value(data: Mapping[str, Any], path: tuple[str | int, ...], inline: set[tuple[str | int, ...]]) -> Any:
    """Return the value of a column; one beside its row only where the first item stands there."""
    for place, step in enumerate(path):
        if isinstance(step, int):
            items = value_at(data, path[:place]) or []
            rest = path[place + 1 :]
            if rest and path[:place] not in inline:
                return None
            item = items[step] if step < len(items) else None
            return value_at(item, rest) if rest else item
    return value_at(data, path)


def _put(row: dict[str, str], kunci: str, bentuk: str, value: Any) -> None:
    if value in (None, "", []):
        return
    if bentuk != "daftar":
        row[kunci] = str(value)
        return
    items = [str(item) for item in value]
    text = join_items(items)
    if len(text) <= LONGEST_CELL:
        row[kunci] = text
    else:
        row.update({f"{kunci}.{number}": item for number, item in enumerate(items, start=1)})


def _put_further_choices(row: dict[str, str], lembar: Lembar, data: Mapping[str, Any]) -> None:
    """Add columns for the items of closed lists beyond those that the template has."""
    for kolom in lembar.kolom:
        if kolom.jalur[-1] == 0 and kolom.bentuk == "teks":
            items = value_at(data, kolom.jalur[:-1]) or []
            stem = kolom.kunci.rpartition(".")[0]
            row.update({f"{stem}.{number}": str(item) for number, item in enumerate(items, start=1)})
