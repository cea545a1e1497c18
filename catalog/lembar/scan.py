"""One look through a sheet's XML, without building anything: how many cells, how far, what spans too much."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from typing import Any
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml.common import DefusedXmlException
from defusedxml.sax import make_parser
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import range_boundaries

from catalog.indonesian import ribuan
from catalog.lembar.places import RefusedWorkbook, Sel, finding

MAX_CELLS = 200_000
MAX_ROW = 12_000
MAX_COLUMN = 400
MAX_SPAN = 5_000
_PLACE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_BROAD = {"mergeCell": "sel gabungan", "hyperlink": "tautan"}
_MAX_OTHER = 50_000
_MAX_DEPTH = 30


@dataclass(slots=True)
class SheetScan:
    """What was counted so far: cells of the whole workbook."""

    before: int = 0
    cells: int = 0


def scan_sheet(data: bytes, sheet: str, scan: SheetScan) -> SheetScan:
    """Count the cells of one sheet into ``scan``.

    Raises:
        RefusedWorkbook: a DTD, broken XML, too many cells, a filled cell too far out, a span of too many cells.
    """
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(_Handler(sheet, scan))
    try:
        parser.parse(io.BytesIO(data))
    except DefusedXmlException as error:
        raise RefusedWorkbook(finding("lembar-entitas", Sel(sheet), "DTD atau entitas")) from error
    except SAXException as error:
        raise RefusedWorkbook(finding("lembar-rusak", Sel(sheet), "isi lembar tidak terbaca")) from error
    return scan


def check_part(data: bytes, name: str, *, has_texts: bool) -> None:
    """Look through a part that is no sheet; ``has_texts`` for the one that may have an element a cell.

    Raises:
        RefusedWorkbook: a DTD, broken XML, too many or too deeply nested elements.
    """
    parser = make_parser()
    parser.forbid_dtd = True
    parser.setContentHandler(_Counter(name, MAX_CELLS * 3 if has_texts else _MAX_OTHER))
    try:
        parser.parse(io.BytesIO(data))
    except DefusedXmlException as error:
        raise RefusedWorkbook(finding("lembar-entitas", Sel(""), name)) from error
    except SAXException as error:
        raise RefusedWorkbook(finding("lembar-rusak", Sel(""), name)) from error


class _Counter(ContentHandler):
    def __init__(self, name: str, limit: int) -> None:
        super().__init__()
        self._name = name
        self._left = limit
        self._depth = 0

    def startElement(self, name: str, attrs: Any) -> None:
        """Count one element and the depth."""
        self._left -= 1
        self._depth += 1
        if self._left < 0 or self._depth > _MAX_DEPTH:
            isi = {"bagian": f"Bagian {self._name}", "batas": "gaya, tulisan, dan catatan sewajarnya"}
            raise RefusedWorkbook(finding("lembar-terlalu-besar", Sel(""), "terlalu banyak rincian", **isi))

    def endElement(self, name: str) -> None:
        """Leave one element."""
        self._depth -= 1


class _Handler(ContentHandler):
    def __init__(self, sheet: str, scan: SheetScan) -> None:
        super().__init__()
        self._sheet = sheet
        self._scan = scan
        self._others = 0
        self._row = 0
        self._column = 0

    def startElement(self, name: str, attrs: Any) -> None:
        """Count a cell, check its place; check what spans several."""
        name = name.rpartition(":")[2]
        if name == "c":
            self._cell(attrs)
        elif name == "row":
            row = attrs.get("r")
            self._row = int(row) if row and row.isdecimal() else self._row + 1
            self._column = 0
            self._check_place(self._row, 1)
        elif name in _BROAD:
            self._check_span(attrs.get("ref") or "", _BROAD[name])
        elif name not in ("v", "t", "is", "f"):
            self._others += 1
            if self._others > _MAX_OTHER:
                raise self._refused("lembar-terlalu-besar", "terlalu banyak rincian", **_LIMIT)

    def _cell(self, attrs: Any) -> None:
        self._count(1)
        place = _PLACE.fullmatch(attrs.get("r") or "")
        if place is None:
            self._column += 1
        else:
            self._row, self._column = int(place[2]), _column_number(place[1])
        self._check_place(self._row, self._column)

    def _count(self, cells: int) -> None:
        self._scan.cells += cells
        if self._scan.before + self._scan.cells > MAX_CELLS:
            raise self._refused("lembar-terlalu-besar", f"lebih dari {MAX_CELLS} sel", **_LIMIT)

    def _check_place(self, row: int, column: int) -> None:
        if row > MAX_ROW or column > MAX_COLUMN:
            place = Sel(self._sheet, min(row, 1_048_576), min(column, 16_384))
            raise RefusedWorkbook(
                finding(
                    "lembar-sel-jauh", place, place.nama, baris_batas=MAX_ROW, kolom_batas=get_column_letter(MAX_COLUMN)
                )
            )

    def _check_span(self, ref: str, thing: str) -> None:
        try:
            left, top, right, bottom = (part or 0 for part in range_boundaries(ref))
        except (ValueError, TypeError):
            raise self._refused("lembar-rusak", "rentang sel yang tidak terbaca") from None
        if (right - left + 1) * (bottom - top + 1) > MAX_SPAN or bottom > 1_048_576 or right > 16_384:
            place = Sel(self._sheet, top, left)
            raise RefusedWorkbook(finding("lembar-rentang-luas", place, ref[:40], benda=thing, batas=MAX_SPAN))
        self._check_place(bottom, right)
        self._count((right - left + 1) * (bottom - top + 1))  # openpyxl makes a cell of each

    def _refused(self, kode: str, found: str, **isi: str) -> RefusedWorkbook:
        return RefusedWorkbook(finding(kode, Sel(self._sheet), found, **isi))


_LIMIT = {"bagian": "Lembar ini", "batas": f"paling banyak {ribuan(MAX_CELLS)} sel"}


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
