"""The same workbook given back: a comment and colour on each cell with a fault, and a summary as the first sheet.

Marks of an earlier check are taken off first, so a corrected workbook can be checked again and again.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.worksheet import Worksheet

from catalog.lembar.headings import SUMMARY_SHEET
from catalog.lembar.layout import FONT
from catalog.lembar.outcome import Hasil
from catalog.lembar.places import Sel, Temuan
from catalog.lembar.tables import existing_cells
from catalog.lembar.template import put_text
from catalog.reading.found import show

AUTHOR = "Pemeriksa katalog"
MOST_MARKED = 3000
_ERROR = PatternFill("solid", start_color="FFC7CE")
_WARNING = PatternFill("solid", start_color="FFEB9C")
_OURS = {_ERROR.start_color.rgb, _WARNING.start_color.rgb}
_OWN_NOTE = "\n\n(catatan Anda sebelumnya)\n"
_HEADS = ("Lembar", "Sel", "Tingkat", "Apa yang keliru", "Ditemukan", "Seharusnya", "Cara memperbaiki", "Kode")
_WIDTHS = (24, 10, 12, 52, 36, 44, 52, 26)


def mark_workbook(book: Workbook, result: Hasil) -> None:
    """Take off old marks, mark the cells of ``result``, and put the summary in front."""
    if SUMMARY_SHEET in book.sheetnames:
        del book[SUMMARY_SHEET]
    for sheet in book.worksheets:
        _unmark(sheet)
    for place, group in groupby(result.temuan[:MOST_MARKED], key=lambda one: one.sel):
        if place.lembar in book.sheetnames and place.baris:
            _mark(book[place.lembar], place, list(group))
    _write_summary(book.create_sheet(SUMMARY_SHEET, 0), result, set(book.sheetnames))
    book.active = 0


def _unmark(sheet: Worksheet) -> None:
    for cell in existing_cells(sheet):
        comment = cell.comment
        if comment is None or comment.author != AUTHOR:
            continue
        own = comment.text.partition(_OWN_NOTE)[2]
        cell.comment = Comment(own, "Pengguna") if own else None
        if cell.fill.start_color.rgb in _OURS:
            cell.fill = PatternFill()


def _mark(sheet: Worksheet, place: Sel, found: list[Temuan]) -> None:
    cell = sheet.cell(place.baris, place.kolom or 1)
    if cell.__class__.__name__ == "MergedCell":
        return
    text = "\n\n".join(_sentence(one) for one in found)
    if cell.comment is not None and cell.comment.author != AUTHOR:
        text += _OWN_NOTE + cell.comment.text
    cell.comment = Comment(text, AUTHOR, height=60 + 18 * (1 + len(text) // 40), width=360)
    cell.fill = _ERROR if any(one.is_error for one in found) else _WARNING


def _sentence(one: Temuan) -> str:
    p = one.masalah
    return f"{p.tingkat.capitalize()}: {p.pesan}\nSeharusnya: {p.seharusnya}\nPerbaiki: {p.perbaiki}\n[{p.kode}]"


def _write_summary(sheet: Worksheet, result: Hasil, names: set[str]) -> None:
    errors = sum(1 for one in result.temuan if one.is_error)
    sheet.append(["Hasil pemeriksaan"])
    sheet["A1"].font = Font(name=FONT, bold=True, size=14)
    for line in summary_lines(result):
        sheet.append([line])
    sheet.append([])
    if result.temuan:
        sheet.append([f"{errors} kesalahan dan {len(result.temuan) - errors} peringatan. Klik nama sel untuk ke sana."])
        sheet.append(list(_HEADS))
        for cell in sheet[sheet.max_row]:
            cell.font = Font(name=FONT, bold=True)
    for one in result.temuan[:MOST_MARKED]:
        _write_finding(sheet, one, names)
    if len(result.temuan) > MOST_MARKED:
        sheet.append([f"… dan {len(result.temuan) - MOST_MARKED} lagi; perbaiki dahulu yang di atas."])
    _write_advice(sheet, result, names)
    _write_fates(sheet, result)
    for number, width in enumerate(_WIDTHS):
        sheet.column_dimensions["ABCDEFGH"[number]].width = width


def summary_lines(result: Hasil) -> list[str]:
    """Return what became of the rows, in a few sentences."""
    lines = [
        (result.count("baru"), "baris baru masuk katalog."),
        (result.count("diubah"), "baris mengubah isi yang sudah ada."),
        (result.count("sama"), "baris sama dengan isi katalog; tidak ada yang berubah."),
        (result.count("perlu --update"), "baris berbeda dari isi katalog dan belum diambil; jalankan dengan --update."),
        (result.count("salah"), "baris belum diambil karena ada kesalahan."),
    ]
    return [f"{count} {words}" for count, words in lines if count] or ["Tidak ada baris isian."]


def _write_finding(sheet: Worksheet, one: Temuan, names: set[str]) -> None:
    p = one.masalah
    row = sheet.max_row + 1
    texts = (show(one.sel.lembar), one.sel.nama, p.tingkat, p.pesan, p.ditemukan, p.seharusnya, p.perbaiki, p.kode)
    for column, text in enumerate(texts, start=1):
        put_text(sheet, row, column, text)
    if one.sel.lembar in names and one.sel.baris:
        target = one.sel.nama if one.sel.kolom else f"A{one.sel.baris}"
        quoted = one.sel.lembar.replace("'", "''")
        sheet.cell(row, 2).hyperlink = f"#'{quoted}'!{target}"
        sheet.cell(row, 2).font = Font(name=FONT, underline="single", color="1F4E79")


def _write_advice(sheet: Worksheet, result: Hasil, names: set[str]) -> None:
    """List the advice below the faults; no cell is coloured for it."""
    if not result.saran:
        return
    sheet.append([])
    sheet.append([f"{len(result.saran)} saran; boleh diabaikan."])
    sheet.append(list(_HEADS))
    for cell in sheet[sheet.max_row]:
        cell.font = Font(name=FONT, bold=True)
    for one in result.saran[:MOST_MARKED]:
        _write_finding(sheet, one, names)


def _write_fates(sheet: Worksheet, result: Hasil) -> None:
    """List every row and what became of it."""
    if not result.nasib:
        return
    sheet.append([])
    sheet.append(["Lembar", "Baris", "Hasil", "Berkas"])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(name=FONT, bold=True)
    for one in result.nasib:
        row = sheet.max_row + 1
        head = one.draf.kepala
        for column, text in enumerate((show(head.lembar), str(head.baris), one.keadaan, show(one.berkas)), start=1):
            put_text(sheet, row, column, text)
        sheet.cell(row, 3).alignment = Alignment(vertical="top")


def sorted_findings(found: Iterable[Temuan]) -> tuple[Temuan, ...]:
    """Return findings once each, by sheet, row and column."""
    return tuple(sorted(set(found)))
