# ruff: noqa: E501  a table of cases reads better with a case a line
"""Workbooks made to hurt whoever opens them, by name; ``HOSTILE`` are refused, ``ODD`` are read with named cells."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha512

from openpyxl import Workbook

from catalog.lembar.layout import ENTRI, root_of

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_DOC = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_BOMB = "".join(
    f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "ha"}{"&a" + str(n - 1) + ";" if n else ""}">'
    for n in range(40)
)
_SHEET = "xl/worksheets/sheet1.xml"
_TYPES = "[Content_Types].xml"


def _plain() -> dict[str, bytes]:
    """Return the parts of a small honest workbook with a sheet named Inovasi."""
    book = Workbook()
    book.active.title = "Inovasi"  # type: ignore[union-attr]
    book.active.append(["wilayah", "nama", "ringkasan"])  # type: ignore[union-attr]
    book.active.append(["kab-blora", "Lumbung", "x"])  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)
    with zipfile.ZipFile(out) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _zip(parts: Mapping[str, bytes], kind: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", kind) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


def _with(**changes: bytes) -> bytes:
    return _zip({**_plain(), **{name.replace("__", "/"): data for name, data in changes.items()}})


def _part(name: str, data: bytes) -> bytes:
    return _zip({**_plain(), name: data})


def _sheet(rows: str, after: str = "", before: str = "") -> bytes:
    text = f"<?xml version='1.0'?>{before}<worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>"
    return _part(_SHEET, text.encode())


def _cell(place: str, value: str = "x") -> str:
    row = "".join(sign for sign in place if sign.isdigit())
    return f'<row r="{row}"><c r="{place}" t="inlineStr"><is><t>{value}</t></is></c></row>'


def _rels(part: str, kind: str, target: str) -> bytes:
    text = (
        "<?xml version='1.0'?><Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        f"<Relationship Id='r9' Type='{_DOC}/{kind}' Target='{target}' TargetMode='External'/></Relationships>"
    )
    return _part(part, text.encode())


def _lying_sizes() -> bytes:
    """A sheet of 60 MB whose header says that it is small."""
    data = bytearray(_sheet("<row/>" * 10_000_000))
    start = 0
    while (at := data.find(b"PK\x01\x02", start)) >= 0:
        if data[at + 46 : at + 46 + len(_SHEET)] == _SHEET.encode():
            data[at + 24 : at + 28] = struct.pack("<I", 100)
        start = at + 4
    return bytes(data)


def _in_directory(offset: int, value: int) -> bytes:
    """A workbook with one byte changed in every entry of the archive's directory."""
    data = bytearray(_zip(_plain()))
    start = 0
    while (at := data.find(b"PK\x01\x02", start)) >= 0:
        data[at + offset] = value
        start = at + 4
    return bytes(data)


def _double() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in _plain().items():
            archive.writestr(name, data)
        archive.writestr(_SHEET.upper(), b"<x/>")
    return out.getvalue()


def _nested() -> bytes:
    opened = "".join(f"<r a='{n * 7919 % 99991}'>" for n in range(30_000))
    return _part("xl/sharedStrings.xml", f"<sst {_MAIN}><si>{opened}".encode() + b"</r>" * 30_000 + b"</si></sst>")


HOSTILE: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "lembar-bukan-xlsx"),
    "text": (lambda: b"nama;urusan\n", "lembar-bukan-xlsx"),
    "html": (lambda: b"<html><table><tr><td>nama", "lembar-bukan-xlsx"),
    "old xls or password": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000, "lembar-bukan-xlsx"),
    "zip of something else": (lambda: _zip({"isi.txt": b"halo"}), "lembar-bukan-xlsx"),
    "cut short": (lambda: _zip(_plain())[:-300], "lembar-rusak"),
    "cut in the middle": (lambda: _zip(_plain())[:2000], "lembar-rusak"),
    "zeros inside": (lambda: (d := _zip(_plain()))[:900] + b"\0" * 200 + d[1100:], "lembar-rusak"),
    "bad compression method": (lambda: _in_directory(10, 99), "lembar-rusak"),
    "encrypted member": (lambda: _in_directory(8, 1), "lembar-bukan-xlsx"),
    "two parts of one name": (_double, "lembar-rusak"),
    "part outside": (lambda: _part("../../etc/cron.d/x", b"x"), "lembar-rusak"),
    "too many parts": (lambda: _zip({**_plain(), **{f"xl/x{n}.xml": b"<x/>" for n in range(400)}}), "lembar-terlalu-besar"),
    "sheet of 72 MB": (lambda: _sheet("<row/>" * 12_000_000), "lembar-terlalu-besar"),
    "lying sizes": (_lying_sizes, "lembar-rusak"),
    "strings of 60 MB": (lambda: _part("xl/sharedStrings.xml", b"<sst><si><t>" + b"a" * 60_000_000), "lembar-terlalu-besar"),
    "styles of 10 MB": (lambda: _part("xl/styles.xml", b"<styleSheet>" + b"<xf/>" * 2_000_000), "lembar-terlalu-besar"),
    "styles of many kinds": (lambda: _part("xl/styles.xml", b"<styleSheet " + _MAIN.encode() + b"><cellXfs>" + b"".join(b"<xf numFmtId='%d'/>" % n for n in range(60_000)) + b"</cellXfs></styleSheet>"), "lembar-terlalu-besar"),
    "a million cells": (lambda: _sheet("".join(f"<row r='{r}'>" + "<c/>" * 300 + "</row>" for r in range(1, 1001))), "lembar-terlalu-besar"),
    "far cell": (lambda: _sheet(_cell("XFD1048576")), "lembar-sel-jauh"),
    "far row": (lambda: _sheet(_cell("A900000")), "lembar-sel-jauh"),
    "far column": (lambda: _sheet(_cell("ZZZ3")), "lembar-sel-jauh"),
    "row beyond": (lambda: _sheet("<row r='99999999999'><c><v>1</v></c></row>"), "lembar-sel-jauh"),
    "merged everything": (lambda: _sheet(_cell("A1"), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), "lembar-rentang-luas"),
    "many merges": (lambda: _sheet(_cell("A1"), "<mergeCells>" + '<mergeCell ref="A1:A5000"/>' * 100 + "</mergeCells>"), "lembar-terlalu-besar"),
    "merged nonsense": (lambda: _sheet(_cell("A1"), '<mergeCells><mergeCell ref="A0:!!"/></mergeCells>'), "lembar-rusak"),
    "link over everything": (lambda: _sheet(_cell("A1"), '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks>'), "lembar-rentang-luas"),
    "billion laughs in a sheet": (lambda: _sheet(_cell("A1", "&a39;"), before=f"<!DOCTYPE x [{_BOMB}]>"), "lembar-entitas"),
    "external entity in a sheet": (lambda: _sheet(_cell("A1", "&e;"), before="<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"), "lembar-entitas"),
    "DTD from elsewhere": (lambda: _sheet(_cell("A1"), before="<!DOCTYPE x SYSTEM 'http://127.0.0.1:9/x.dtd'>"), "lembar-entitas"),
    "entities in the strings": (lambda: _part("xl/sharedStrings.xml", f"<?xml version='1.0'?><!DOCTYPE x [{_BOMB}]><sst {_MAIN}><si><t>&a39;</t></si></sst>".encode()), "lembar-entitas"),
    "entities in the book": (lambda: _part("xl/workbook.xml", f"<?xml version='1.0'?><!DOCTYPE x [{_BOMB}]><workbook {_MAIN}/>".encode()), "lembar-entitas"),
    "entities in the styles": (lambda: _part("xl/styles.xml", f"<!DOCTYPE x [{_BOMB}]><styleSheet/>".encode()), "lembar-entitas"),
    "entities in the relations": (lambda: _part("xl/_rels/workbook.xml.rels", f"<!DOCTYPE x [{_BOMB}]><Relationships/>".encode()), "lembar-entitas"),
    "broken sheet": (lambda: _part(_SHEET, b"<worksheet><sheetData><row>"), "lembar-rusak"),
    "broken book": (lambda: _part("xl/workbook.xml", b"<workbook"), "lembar-rusak"),
    "book without sheets": (lambda: _part("xl/workbook.xml", f"<workbook {_MAIN}/>".encode()), "lembar-rusak"),
    "deep strings": (_nested, "lembar-terlalu-besar"),
    "macros": (lambda: _part("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0"), "lembar-makro"),
    "old macro sheet": (lambda: _part("xl/macrosheets/sheet1.xml", b"<x/>"), "lembar-makro"),
    "macro content type": (lambda: _zip({**(p := _plain()), "[Content_Types].xml": p["[Content_Types].xml"].replace(b"spreadsheetml.sheet.main", b"x").replace(b"</Types>", b'<Default Extension="m" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>')}), "lembar-makro"),
    "embedded program": (lambda: _part("xl/embeddings/oleObject1.bin", b"MZ"), "lembar-makro"),
    "external link": (lambda: _part("xl/externalLinks/externalLink1.xml", b"<x/>"), "lembar-tautan-luar"),
    "external link by relation": (lambda: _rels("xl/worksheets/_rels/sheet1.xml.rels", "externalLink", "file:///etc/passwd"), "lembar-tautan-luar"),
    "data connection": (lambda: _part("xl/connections.xml", b"<x/>"), "lembar-tautan-luar"),
    "UTF-7 sheet": (lambda: _part(_SHEET, b"<?xml version='1.0' encoding='utf-7'?>+ADw-worksheet+AD4-"), "lembar-rusak"),
    "sheet of noise": (lambda: _part(_SHEET, bytes(range(256)) * 100), "lembar-rusak"),
}  # fmt: skip
"""Name → maker of the bytes, and the code with which they are refused."""


def _wide_texts() -> bytes:
    """18,000 cells of 32,000 characters: far more than any record may hold, in few bytes."""
    texts = "".join(f"<si><t>{sha512(bytes([n])).hexdigest() * 250}</t></si>" for n in range(90))
    cells = "".join(f"<c t='s'><v>{n}</v></c>" for n in range(90))
    head = "".join(f"<c t='inlineStr'><is><t>{key}</t></is></c>" for key in _KEYS)
    rows = f"<row r='1'>{head}</row>" + "".join(f"<row r='{r}'>{cells}</row>" for r in range(2, 200))
    sheet = f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>".encode()
    parts = {**_plain(), _SHEET: sheet, "xl/sharedStrings.xml": f"<sst {_MAIN}>{texts}</sst>".encode()}
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    return _zip({**parts, _TYPES: parts[_TYPES].replace(b"</Types>", types)})


def _large() -> bytes:
    """Nearly as many cells and as many bytes as are read at all."""
    words = [sha512(bytes([n % 256, n // 256])).hexdigest()[: 20 + n % 60] for n in range(4000)]
    rows = "".join(
        f"<row r='{r}'>"
        + "".join(f"<c t='str'><v>{words[(r * 7919 + c) % 4000]}</v></c>" for c in range(100))
        + "</row>"
        for r in range(1, 1990)
    )
    return _sheet(rows)


_KEYS = [kolom.kunci for kolom in root_of(ENTRI).kolom]


READ: dict[str, Callable[[], bytes]] = {
    "most cells that are read": lambda: _sheet("".join(f"<row r='{r}'>" + "".join(f"<c><v>{(r * 7919 + c * 104729) % 999983}</v></c>" for c in range(100)) + "</row>" for r in range(1, 1990))),
    "long texts everywhere": _wide_texts,
    "most cells with texts": _large,
    "most formulas": lambda: _sheet("".join(f"<row r='{r}'>" + "".join(f"<c><f>{(r * 7919 + c * 104729) % 999983}+1</f></c>" for c in range(100)) + "</row>" for r in range(1, 1990))),
    "wide headings": lambda: _sheet("".join(f"<row r='{r}'>" + "".join(f"<c t='str'><v>urusan.{(r * 7919 + c) % 9973}</v></c>" for c in range(400)) + "</row>" for r in range(1, 400))),
    "a corner far out": lambda: _sheet(_cell("OJ1") + _cell("A12000")),
    "array formula": lambda: _sheet('<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>'),
    "shared formula": lambda: _sheet('<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9000">1</f></c></row>'),
    "validation over everything": lambda: _sheet(_cell("A1"), '<dataValidations count="1"><dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a"</formula1></dataValidation></dataValidations>'),
    "formats over everything": lambda: _sheet(_cell("A1"), '<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="expression" priority="1"><formula>1</formula></cfRule></conditionalFormatting>'),
    "columns over everything": lambda: _part(_SHEET, f'<worksheet {_MAIN}><cols><col min="1" max="16384" width="9"/></cols><sheetData>{_cell("A1")}</sheetData></worksheet>'.encode()),
    "picture": lambda: _part("xl/media/image1.png", b"\x89PNG" + b"\0" * 1000),
    "string index out of range": lambda: _sheet('<row r="1"><c r="A1" t="s"><v>99999</v></c></row>'),
    "date out of range": lambda: _sheet('<row r="1"><c r="A1" t="d"><v>99999-99-99</v></c></row>'),
    "huge number": lambda: _sheet('<row r="1"><c r="A1"><v>1e308</v></c><c r="B1"><v>1e999</v></c><c r="C1"><v>-0</v></c></row>'),
    "sheet with a path for a name": lambda: _zip({**(p := _plain()), "xl/workbook.xml": p["xl/workbook.xml"].replace(b'"Inovasi"', b'"../../etc/passwd"')}),
}  # fmt: skip
"""Name → maker of workbooks that may be read or refused, but quickly and in little memory."""
