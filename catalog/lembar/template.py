"""The workbook: sheets with headings, help as notes, drop-downs and an example row; empty, or filled by an export.

The same rows give the same bytes: no clock, fixed times inside the file.
"""

from __future__ import annotations

import io
import os
import re
import tempfile
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from catalog.lembar.cells import write_text
from catalog.lembar.guide import write_guide
from catalog.lembar.layout import BERKAS, FONT, MILIK, NOMOR, Kolom, Lembar, make_layout
from catalog.vocabularies import Vocabularies

KEY_ROW = 3
"""Row with the names of the columns; above it bands and titles, below it the example, then the data."""

EXAMPLE_ROW = KEY_ROW + 1
FIRST_ROW = EXAMPLE_ROW + 1
LAST_ROW = 5000
CHOICES_SHEET = "Daftar pilihan"

_EPOCH = datetime(2000, 1, 1)
_HEAD = PatternFill("solid", start_color="1F4E79")
_REQUIRED = PatternFill("solid", start_color="7A1F1F")
_BAND = PatternFill("solid", start_color="DDE6F0")
_EXAMPLE = PatternFill("solid", start_color="F2F2F2")
_TOP = Alignment(vertical="top", wrap_text=True)
_EDGE = Border(left=Side(style="thin", color="FFFFFF"), right=Side(style="thin", color="FFFFFF"))

Row = Mapping[str, str]
"""Name of a column → text of its cell."""


def make_workbook(
    vocabularies: Vocabularies, rows: Mapping[str, Sequence[Row]] | None = None, *, wilayah: str | None = None
) -> Workbook:
    """Return the workbook: the empty template, or with ``rows`` (name of a sheet → its rows) without example rows.

    Columns that occur only in ``rows`` (``urusan.4``) stand before the last one of their sheet.
    """
    book = Workbook()
    guide = book.active
    assert guide is not None
    write_guide(guide, filled=rows is not None, wilayah=wilayah)
    places = _choice_places(vocabularies)
    for lembar in make_layout():
        _write_sheet(
            book.create_sheet(lembar.nama), lembar, places, None if rows is None else rows.get(lembar.nama, ())
        )
    _write_choices(book.create_sheet(CHOICES_SHEET), vocabularies)
    return book


def save_workbook(book: Workbook, path: Path) -> None:
    """Write ``book`` to ``path`` in one step: the file is there as a whole or not at all; same book, same bytes."""
    book.properties.creator = "Katalog inovasi daerah"
    book.properties.created = _EPOCH
    raw = io.BytesIO()
    book.save(raw)
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>2000-01-01T00:00:00Z", data)
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    write_bytes(path, out.getvalue())


def write_bytes(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of ``path`` in one step; what stood there stays until all of it is written."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def example_cells(lembar: Lembar) -> dict[str, str]:
    """Return the example row of a sheet, name of the column → text."""
    return {kolom.kunci: kolom.contoh for kolom in lembar.kolom if kolom.contoh}


def _write_sheet(sheet: Worksheet, lembar: Lembar, places: Mapping[str, str], rows: Sequence[Row] | None) -> None:
    columns = _columns_for(lembar, rows or ())
    _write_heads(sheet, columns)
    for number, kolom in enumerate(columns, start=1):
        _style_column(sheet, number, kolom)
        _add_choices(sheet, number, lembar, kolom, places, is_filled=rows is not None)
    if rows is None:
        for number, kolom in enumerate(columns, start=1):
            cell = put_text(sheet, EXAMPLE_ROW, number, kolom.contoh)
            cell.font = Font(name=FONT, italic=True, color="595959")
            cell.fill = _EXAMPLE
    start = EXAMPLE_ROW if rows is not None else FIRST_ROW
    for row, texts in enumerate(rows or (), start=start):
        for number, kolom in enumerate(columns, start=1):
            if texts.get(kolom.kunci):
                put_text(sheet, row, number, texts[kolom.kunci])
    sheet.freeze_panes = sheet.cell(EXAMPLE_ROW, 4 if lembar.induk is None else 2).coordinate


def _columns_for(lembar: Lembar, rows: Iterable[Row]) -> list[Kolom]:
    """Return the columns of the template, and where rows need more of a list, these behind the list's."""
    columns = list(lembar.kolom)
    known = {kolom.kunci for kolom in columns}
    further = sorted({key for row in rows for key in row} - known, key=lambda key: (len(key), key))
    for key in further:
        kolom = lembar.find(key)
        if kolom is None:
            raise KeyError(f"{lembar.nama}: {key}")
        stem = key.rpartition(".")[0] + "."
        at = max(n for n, one in enumerate(columns) if one.kunci.startswith(stem) or one.kunci == stem[:-1])
        columns.insert(at + 1, kolom)
    return columns


def put_text(sheet: Worksheet, row: int, column: int, text: str) -> Any:
    """Write ``text`` as text, whatever it looks like (no formula, number or date), and return the cell."""
    cell = sheet.cell(row, column)
    cell.value = write_text(text) or None
    if text:
        cell.data_type = "s"
        cell.quotePrefix = text[:1] in "=+-@'"
    cell.number_format = "@"
    cell.alignment = _TOP
    return cell


def _write_heads(sheet: Worksheet, columns: Sequence[Kolom]) -> None:
    before = ""
    for number, kolom in enumerate(columns, start=1):
        band = sheet.cell(1, number, kolom.kelompok if kolom.kelompok != before else None)
        band.fill, band.font, before = _BAND, Font(name=FONT, bold=True), kolom.kelompok
        title = sheet.cell(2, number, kolom.judul + (" *" if kolom.wajib else ""))
        title.fill, title.font = (_REQUIRED if kolom.wajib else _HEAD), Font(name=FONT, bold=True, color="FFFFFF")
        title.alignment, title.border = Alignment(vertical="center", wrap_text=True), _EDGE
        title.comment = _note(kolom)
        key = sheet.cell(KEY_ROW, number, kolom.kunci)
        key.font, key.fill = Font(name=FONT, size=8, color="595959"), _BAND
    sheet.row_dimensions[2].height = 32


def _note(kolom: Kolom) -> Comment:
    lines = [("WAJIB. " if kolom.wajib else "") + kolom.bantuan]
    if kolom.contoh and kolom.contoh not in ("(contoh)",):
        lines.append(f"Contoh: {kolom.contoh}")
    if kolom.daftar:
        lines.append("Pilih dari daftar yang muncul di sel.")
    note = Comment("\n".join(lines), "Katalog")
    note.width, note.height = 280, 40 + 16 * sum(1 + len(line) // 42 for text in lines for line in text.split("\n"))
    return note


def _style_column(sheet: Worksheet, number: int, kolom: Kolom) -> None:
    dimension = sheet.column_dimensions[get_column_letter(number)]
    dimension.number_format = "@"
    dimension.alignment = _TOP
    is_long = kolom.bentuk in ("badan", "daftar") or len(kolom.contoh) > 30 or kolom.kunci in ("nama", "ringkasan")
    dimension.width = 44 if is_long else 20 if kolom.kunci not in (NOMOR,) else 8
    if kolom.bentuk == "lain":
        dimension.width = 12


def _add_choices(
    sheet: Worksheet, number: int, lembar: Lembar, kolom: Kolom, places: Mapping[str, str], *, is_filled: bool
) -> None:
    """Put a drop-down on a column whose values come from a list; owners of rows may also be typed otherwise."""
    source = places.get(kolom.daftar or "")
    if kolom.ya_tidak:
        source = '"ya,tidak"'
    elif kolom.bentuk == "kepala" and kolom.kunci == MILIK and lembar.induk is not None:
        source = _owners(lembar.induk, is_filled=is_filled)
    if not source:
        return
    choices = DataValidation("list", formula1=source, allow_blank=True)
    choices.errorTitle, choices.error = "Tidak ada dalam daftar", "Pilih salah satu dari daftar."
    choices.errorStyle = "warning" if kolom.kunci == MILIK else "stop"
    choices.showErrorMessage = True
    letter = get_column_letter(number)
    choices.add(f"{letter}{EXAMPLE_ROW}:{letter}{LAST_ROW}")
    sheet.add_data_validation(choices)


def _owners(induk: Lembar, *, is_filled: bool) -> str:
    keys = [kolom.kunci for kolom in induk.kolom]
    by_name = NOMOR not in keys
    key = (BERKAS if is_filled else "nama") if by_name else NOMOR
    letter = get_column_letter(keys.index(key) + 1)
    return f"'{induk.nama}'!${letter}${EXAMPLE_ROW}:${letter}${LAST_ROW}"


def _lists(vocabularies: Vocabularies) -> dict[str, list[tuple[str, str]]]:
    """Return the lists that some column uses: name → (id, label) in the order of the vocabulary."""
    used = {kolom.daftar for lembar in make_layout() for kolom in lembar.kolom if kolom.daftar}
    return {name: [(id, row.nama) for id, row in getattr(vocabularies, name).items()] for name in sorted(used)}


def _choice_places(vocabularies: Vocabularies) -> dict[str, str]:
    places = {}
    for number, (name, rows) in enumerate(_lists(vocabularies).items()):
        letter = get_column_letter(2 * number + 1)
        places[name] = f"'{CHOICES_SHEET}'!${letter}$3:${letter}${len(rows) + 2}"
    return places


def _write_choices(sheet: Worksheet, vocabularies: Vocabularies) -> None:
    """Write every list: the value to pick, and beside it what it means."""
    for number, (name, rows) in enumerate(_lists(vocabularies).items()):
        column = 2 * number + 1
        about = vocabularies.keterangan.get(name)
        title = about.judul if about else name.replace("_", " ").capitalize()
        sheet.cell(1, column, title).font = Font(name=FONT, bold=True)
        for offset, text in enumerate(("yang ditulis", "artinya")):
            sheet.cell(2, column + offset, text).font = Font(name=FONT, italic=True, color="595959")
        for row, (id, label) in enumerate(rows, start=3):
            put_text(sheet, row, column, id)
            put_text(sheet, row, column + 1, label)
        sheet.column_dimensions[get_column_letter(column)].width = 30
        sheet.column_dimensions[get_column_letter(column + 1)].width = 40
    sheet.freeze_panes = "A3"
