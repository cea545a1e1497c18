"""Hostile workbooks are refused before openpyxl sees them; of the rest it gets a copy with the harmless parts only.

Sizes are counted while unpacking, because the headers of an archive may lie. Limits hold reading within 5 seconds and
256 MB: openpyxl needs about 0.5 KB and 14 microseconds a cell.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from xml.etree.ElementTree import Element, tostring

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from catalog.lembar.places import RefusedWorkbook, Sel, finding
from catalog.lembar.scan import SheetScan, check_part, scan_sheet

MAX_FILE = 10 * 1024 * 1024
MAX_MEMBERS = 300
MAX_TOTAL = 24 * 1024 * 1024
MAX_RATIO = 200
"""How many times larger than its packed size a part may be, where it is larger than 1 MB."""

_SMALL_PARTS = 3 * 1024 * 1024
_CHUNK = 64 * 1024
_MACROS = re.compile(r"vbaProject|macrosheets|dialogsheets|activeX|/embeddings/|customUI", re.IGNORECASE)
_OUTSIDE = re.compile(r"externalLinks|connections\.xml|queryTables|webextensions|model/item\.data", re.IGNORECASE)
_KEPT = re.compile(
    r"\[Content_Types\]\.xml|_rels/\.rels|docProps/(?:core|app)\.xml|xl/workbook\.xml|xl/_rels/workbook\.xml\.rels"
    r"|xl/worksheets/[^/]+\.xml|xl/worksheets/_rels/[^/]+\.xml\.rels|xl/sharedStrings\.xml|xl/styles\.xml"
    r"|xl/theme/[^/]+\.xml|xl/comments[^/]*\.xml|xl/comments/[^/]+\.xml|xl/tables/[^/]+\.xml",
    re.IGNORECASE,
)
_KEPT_RELATIONS = ("officeDocument", "worksheet", "sharedStrings", "styles", "theme", "comments", "table", "hyperlink")
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)


def clean_workbook(path: Path) -> tuple[io.BytesIO, int]:
    """Return the bytes of a workbook that openpyxl may open, and its number of cells.

    Pictures, charts, pivots and printer settings are left out.

    Raises:
        RefusedWorkbook: not a workbook, too large, macros, links to elsewhere, entities, cells out of bounds.
        OSError: the file cannot be read.
    """
    data = _read_file(path)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _clean(archive)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, KeyError, ParseError) as error:
        raise RefusedWorkbook(finding("lembar-rusak", Sel(""), what_is_broken(error))) from error
    except (UnicodeError, ValueError, LookupError) as error:
        if isinstance(error, DefusedXmlException):
            raise RefusedWorkbook(finding("lembar-entitas", Sel(""), "DTD atau entitas")) from error
        raise RefusedWorkbook(finding("lembar-rusak", Sel(""), what_is_broken(error))) from error


def _read_file(path: Path) -> bytes:
    with path.open("rb") as file:
        data = file.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise _too_large("Berkas ini", f"lebih dari {MAX_FILE // 2**20} MB", f"paling besar {MAX_FILE // 2**20} MB")
    if data[:4] == b"\xd0\xcf\x11\xe0":
        raise RefusedWorkbook(finding("lembar-bukan-xlsx", Sel(""), "berkas Excel lama (.xls) atau berkata sandi"))
    if data[:2] != b"PK":
        raise RefusedWorkbook(finding("lembar-bukan-xlsx", Sel(""), "isi berkas lain"))
    return data


def _too_large(part: str, found: str, limit: str, sheet: str = "") -> RefusedWorkbook:
    return RefusedWorkbook(finding("lembar-terlalu-besar", Sel(sheet), found, bagian=part, batas=limit))


def _clean(archive: zipfile.ZipFile) -> tuple[io.BytesIO, int]:
    members = archive.infolist()
    _check_names(members)
    parts = dict(_unpack(archive, members))
    if "xl/workbook.xml" not in parts or "[Content_Types].xml" not in parts:
        raise RefusedWorkbook(finding("lembar-bukan-xlsx", Sel(""), "arsip ZIP tanpa buku kerja Excel"))
    if b"macroEnabled" in parts["[Content_Types].xml"]:
        raise RefusedWorkbook(finding("lembar-makro", Sel(""), "jenis berkas bermakro"))
    names = _sheet_names(parts)
    total = 0
    for name, data in parts.items():
        if _SHEET.fullmatch(name):
            total += scan_sheet(data, names.get(name.casefold(), name), SheetScan(total)).cells
        elif name.endswith((".xml", ".rels")):
            parts[name] = _checked_xml(name, data)
    return _pack(parts), total


def _check_names(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MAX_MEMBERS:
        raise _too_large("Buku kerja ini", f"{len(members)} bagian", f"paling banyak {MAX_MEMBERS} bagian")
    seen = set()
    for member in members:
        name = member.filename
        if member.flag_bits & 0x1:
            raise RefusedWorkbook(finding("lembar-bukan-xlsx", Sel(""), "berkas berkata sandi"))
        if _MACROS.search(name):
            raise RefusedWorkbook(finding("lembar-makro", Sel(""), name.rpartition("/")[2]))
        if _OUTSIDE.search(name):
            raise RefusedWorkbook(finding("lembar-tautan-luar", Sel(""), name.rpartition("/")[2]))
        if name.casefold() in seen or ".." in name or name.startswith("/") or "\\" in name:
            raise RefusedWorkbook(finding("lembar-rusak", Sel(""), "nama bagian ganda atau di luar buku kerja"))
        seen.add(name.casefold())


def _unpack(archive: zipfile.ZipFile, members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, bytes]]:
    """Yield the kept parts, counting what really comes out of the archive."""
    total = 0
    for member in members:
        if not _KEPT.fullmatch(member.filename):
            continue
        with archive.open(member) as stream:
            data = _read_limited(stream, member, MAX_TOTAL - total)
        total += len(data)
        yield member.filename, data


def _read_limited(stream: IO[bytes], member: zipfile.ZipInfo, left: int) -> bytes:
    is_large_kind = _SHEET.fullmatch(member.filename) or "sharedStrings" in member.filename
    limit = left if is_large_kind else min(left, _SMALL_PARTS)
    pieces, size = [], 0
    while piece := stream.read(_CHUNK):
        size += len(piece)
        name = member.filename.rpartition("/")[2]
        if size > limit:
            raise _too_large(f"Bagian {name}", f"lebih dari {limit // 2**20} MB", f"paling besar {limit // 2**20} MB")
        if size > 2**20 and size > MAX_RATIO * max(1, member.compress_size):
            raise _too_large(f"Bagian {name}", "mengembang tidak wajar", f"paling banyak {MAX_RATIO} kali lipat")
        pieces.append(piece)
    return b"".join(pieces)


def _checked_xml(name: str, data: bytes) -> bytes:
    """Return one of the other parts, refused where it hides anything; relations lose what is not read."""
    check_part(data, name.rpartition("/")[2], has_texts="sharedStrings" in name)
    if not name.endswith(".rels"):
        return data
    root: Element = fromstring(data, forbid_dtd=True)
    for relation in list(root):
        kind = (relation.get("Type") or "").rpartition("/")[2]
        if kind in ("externalLink", "externalLinkPath", "oleObject"):
            raise RefusedWorkbook(finding("lembar-tautan-luar", Sel(""), kind))
        if kind not in _KEPT_RELATIONS:
            root.remove(relation)
    return tostring(root, encoding="utf-8", xml_declaration=True)


def _sheet_names(parts: dict[str, bytes]) -> dict[str, str]:
    """Return the path of each sheet's part (folded) → its name, as far as the workbook says; charts are refused."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    link = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    targets = {}
    for relation in fromstring(parts.get("xl/_rels/workbook.xml.rels", b"<x/>"), forbid_dtd=True):
        target = (relation.get("Target") or "").removeprefix("/xl/")
        if (relation.get("Type") or "").endswith("/chartsheet"):
            raise RefusedWorkbook(finding("lembar-rusak", Sel(""), "lembar grafik"))
        targets[relation.get("Id")] = f"xl/{target}".casefold()
    root = fromstring(parts["xl/workbook.xml"], forbid_dtd=True)
    sheets = root.iter(f"{main}sheet")
    return {targets.get(sheet.get(link), ""): (sheet.get("name") or "")[:60] for sheet in sheets}


def _pack(parts: dict[str, bytes]) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    out.seek(0)
    return out


def what_is_broken(error: Exception) -> str:
    """Return in words why a workbook cannot be read; the names of Python's errors say nothing to people."""
    if isinstance(error, zipfile.BadZipFile | EOFError | zlib.error):
        return "berkas yang terpotong atau bukan .xlsx"
    if isinstance(error, ParseError | KeyError | ValueError):
        return "bagian di dalamnya hilang atau rusak"
    return "isi yang tidak dapat dibuka"
