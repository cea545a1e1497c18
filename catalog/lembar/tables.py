"""A workbook or CSV file as tables of texts: what stands in which cell, and which cells cannot be taken as they are."""

from __future__ import annotations

import csv
import io
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl.xml
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from catalog.lembar.cells import cell_text
from catalog.lembar.guard import clean_workbook, what_is_broken
from catalog.lembar.places import RefusedWorkbook, Sel, Temuan, finding
from catalog.progress import Progress, silent
from catalog.tabel_csv import original_cell

if not openpyxl.xml.DEFUSEDXML:
    raise ImportError("openpyxl must find defusedxml, or XML bombs in a workbook would be unpacked")

MAX_CSV = 10 * 1024 * 1024
MAX_CSV_CELLS = 200_000
CSV_SHEET = "CSV"


@dataclass(slots=True)
class Tabel:
    """One sheet: (row, column), 1-based → text of the cell, '' never.

    ``cacat`` are the cells that hold no plain value: code, what was found, and the range of merged cells. They become
    findings only when a row is read: there may be as many as cells.
    """

    nama: str
    sel: dict[tuple[int, int], str] = field(default_factory=dict)
    cacat: dict[tuple[int, int], tuple[str, str, str]] = field(default_factory=dict)

    @property
    def tinggi(self) -> int:
        """The last row with anything in it, 0 for an empty sheet."""
        return max(max((row for row, _ in self.sel), default=0), max((row for row, _ in self.cacat), default=0))

    def row(self, number: int) -> dict[int, str]:
        """Return the filled cells of a row, column → text."""
        return self._rows().get(number, {})

    def defects(self, number: int) -> dict[int, Temuan]:
        """Return the cells of a row that hold no plain value, by column; the first twenty."""
        return {column: self._defect(number, column) for column in sorted(self._defect_columns(number))[:20]}

    def _defect_columns(self, number: int) -> list[int]:
        if self._defects_by_row is None:
            self._defects_by_row = {}
            for row, column in self.cacat:
                self._defects_by_row.setdefault(row, []).append(column)
        return self._defects_by_row.get(number, [])

    def has_defects(self, number: int) -> bool:
        """Return True when a cell of the row holds no plain value."""
        return bool(self._defect_columns(number))

    def _defect(self, row: int, column: int) -> Temuan:
        kode, found, span = self.cacat[row, column]
        return finding(kode, Sel(self.nama, row, column), found, rentang=span)

    def filled_columns(self, below: int) -> frozenset[int]:
        """Return the columns with anything below row ``below``."""
        return frozenset(column for row, column in (*self.sel, *self.cacat) if row > below)

    def _rows(self) -> dict[int, dict[int, str]]:
        if self._by_row is None:
            self._by_row = {}
            for (row, column), text in self.sel.items():
                self._by_row.setdefault(row, {})[column] = text
        return self._by_row

    _by_row: dict[int, dict[int, str]] | None = None
    _defects_by_row: dict[int, list[int]] | None = None


@dataclass(slots=True)
class Buku:
    """A file that was read: its tables, and the open workbook to write comments into (None for CSV)."""

    tabel: tuple[Tabel, ...]
    buku: Workbook | None


def read_tables(path: Path, progress: Progress = silent) -> Buku:
    """Return every sheet of a workbook (``.xlsx``), or the one table of a CSV file, as texts.

    Raises:
        RefusedWorkbook: the file is hostile, broken or too large.
        OSError: it cannot be opened.
    """
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return Buku((_read_csv(path),), None)
    progress("memeriksa buku kerja", 0, 0)
    stream, _ = clean_workbook(path)
    progress("membuka buku kerja", 0, 0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl tells what it leaves out; we left it out before
            book = load_workbook(stream, rich_text=False, keep_links=False, keep_vba=False)
    except Exception as error:  # whatever a crafted workbook provokes: it is broken, and that is all to say
        raise RefusedWorkbook(finding("lembar-rusak", Sel(""), what_is_broken(error))) from error
    if not book.worksheets:
        raise RefusedWorkbook(finding("lembar-rusak", Sel(""), "tanpa lembar"))
    return Buku(tuple(_read_sheet(sheet) for sheet in book.worksheets), book)


def _read_sheet(sheet: Worksheet) -> Tabel:
    table = Tabel(sheet.title)
    for cell in existing_cells(sheet):
        if cell.value is not None:
            _take(table, cell)
    for merged in sheet.merged_cells.ranges:
        place = (merged.min_row, merged.min_col)
        table.cacat[place] = ("sel-gabungan", table.sel.get(place, "sel gabungan"), merged.coord)
    return table


def existing_cells(sheet: Worksheet) -> list[Any]:
    """Return the cells that the file has, in order; ``iter_rows`` would make all those between them too."""
    return [sheet._cells[place] for place in sorted(sheet._cells)]


def _take(table: Tabel, cell: Any) -> None:
    place = (cell.row, cell.column)
    if cell.data_type == "f":
        table.cacat[place] = ("sel-rumus", cell.value if isinstance(cell.value, str) else "rumus", "")
    elif cell.data_type == "e":
        table.cacat[place] = ("sel-galat", str(cell.value), "")
    else:
        text = cell_text(cell.value, cell.number_format if isinstance(cell.value, float) else "General")
        if text:
            table.sel[place] = text


def _read_csv(path: Path) -> Tabel:
    with path.open("rb") as file:
        data = file.read(MAX_CSV + 1)
    limit = {"batas": f"{MAX_CSV // 2**20} MB"}
    if len(data) > MAX_CSV:
        raise RefusedWorkbook(finding("lembar-csv-tidak-terbaca", Sel(""), f"lebih dari {limit['batas']}", **limit))
    try:
        text = data.decode("utf-8-sig")
        if "\x00" in text:
            raise ValueError("NUL")
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))
    except (UnicodeDecodeError, csv.Error, ValueError) as error:
        found = "bukan UTF-8" if isinstance(error, UnicodeDecodeError) else "isi yang bukan tabel"
        raise RefusedWorkbook(finding("lembar-csv-tidak-terbaca", Sel(""), found, **limit)) from error
    if sum(len(line) for line in lines) > MAX_CSV_CELLS:
        raise RefusedWorkbook(finding("lembar-csv-tidak-terbaca", Sel(""), f"lebih dari {MAX_CSV_CELLS} sel", **limit))
    table = Tabel(CSV_SHEET)
    for row, line in enumerate(lines, start=1):
        for column, value in enumerate(line, start=1):
            text = cell_text(original_cell(value))
            if value.lstrip().startswith("="):  # a text that begins so has a quote sign in front
                table.cacat[row, column] = ("sel-rumus", value, "")
            elif _ERROR.fullmatch(text):
                table.cacat[row, column] = ("sel-galat", text, "")
            elif text:
                table.sel[row, column] = text
    return table


_ERROR = re.compile(r"#(?:REF!|N/A|DIV/0!|NAME\?|VALUE!|NUM!|NULL!)")
"""What a spreadsheet writes where a formula failed."""


def _delimiter(text: str) -> str:
    """Return the sign between columns: the one of ``; , <tab>`` that occurs most often in the first line."""
    first = text.partition("\n")[0]
    return max(";,\t", key=first.count)
