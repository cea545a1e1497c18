"""Sheets and columns that are not as in the template, and strings that break programs, each named at its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_strings import BLNS, BROKEN_ESCAPES, LONG, STRINGS
from openpyxl import load_workbook

from catalog.lembar import Hasil
from catalog.lembar.cells import join_items, split_items
from catalog.lembar.template import save_workbook
from lembar.conftest import GOOD, Lembaran, said

Take = Callable[..., Hasil]


def test_a_sheet_of_ours_without_its_headings_holds_everything_back(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Biaya", {"milik": "Lumbung Digital", "uraian": "Timbangan"})
    sheets.book["Biaya"].delete_rows(1, 4)
    result = take(sheets.save())
    assert said(result) == [("Biaya", "baris 1", "lembar-tanpa-judul")] and result.count("salah") == 1


def test_a_strange_sheet_is_only_mentioned(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.book.create_sheet("Catatan rapat")["B2"] = "Rapat 3 Mei"
    result = take(sheets.save())
    assert said(result) == [("Catatan rapat", "", "lembar-tidak-dikenal")] and result.count("baru") == 1


def test_a_strange_column_is_only_mentioned_a_double_one_holds_back(sheets: Lembaran, take: Take) -> None:
    row = sheets.add("Inovasi", GOOD)
    last = sheets.book["Inovasi"].max_column
    for column, key in ((last + 1, "warna favorit"), (last + 2, "nama")):
        sheets.book["Inovasi"].cell(3, column).value = key
        sheets.book["Inovasi"].cell(row, column).value = "x"
    result = take(sheets.save())
    assert [kode for _, _, kode in said(result)] == ["kolom-tidak-dikenal", "kolom-ganda"]
    assert result.count("salah") == 1


def test_an_error_value_is_named(sheets: Lembaran, take: Take) -> None:
    row = sheets.add("Inovasi", GOOD)
    cell = sheets.book["Inovasi"].cell(row, 4)
    cell.value, cell.data_type = "#REF!", "e"
    assert said(take(sheets.save())) == [("Inovasi", f"D{row}", "sel-galat")]


def test_detail_rows_cannot_be_matched_when_a_column_with_content_is_gone(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Langkah", {"milik": "Lumbung Digital", "uraian": "Mendata.", "durasi": "2 bulan"})
    path = sheets.save()
    take(path)
    book = load_workbook(path)
    book["Langkah"].delete_cols(3)
    book["Langkah"]["A6"], book["Langkah"]["B6"] = "Lumbung Digital", "Melatih."
    save_workbook(book, path)
    result = take(path, update=True)
    assert "kolom-butir-hilang" in [kode for _, _, kode in said(result)] and result.ditulis == []


@pytest.mark.parametrize(
    "items",
    [
        ["satu", "dua"], ["- satu", "- dua"], ["• satu"], ["baris satu\nbaris dua", "lain"], ["a\n\n  b"], ["=1", "+2"],
        ["- a\n- b"], ["satu; dua, tiga"],
    ],
)  # fmt: skip
def test_items_of_a_list_survive_their_cell(items: list[str]) -> None:
    assert split_items(join_items(items)) == items


def test_bullets_that_people_type_are_taken_off() -> None:
    assert split_items("- satu\n- dua") == ["satu", "dua"]
    assert split_items("• satu\n\n•  dua\n") == ["satu", "dua"]
    assert split_items("kab-a/b; kab-c/d\nkab-e/f", is_ids=True) == ["kab-a/b", "kab-c/d", "kab-e/f"]


_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def _as_excel_writes(text: str) -> str:
    """Return ``text`` with what XML cannot hold written as Excel writes it."""
    return _NOT_XML.sub(lambda m: f"_x{ord(m[0]):04X}_", text.replace("_x", "_x005F_x"))


def test_no_string_breaks_the_import_or_gets_in_changed(sheets: Lembaran, take: Take, tree: Path) -> None:
    strings = [*STRINGS, *BLNS, *LONG, *BROKEN_ESCAPES]
    for number, text in enumerate(strings):
        row = sheets.add("Inovasi", {**GOOD, "nama": f"Lumbung {number}", "berkas": f"l-{number}"})
        for key in ("nama", "kepanjangan", "badan.hasil", "wilayah")[number % 4 :][:1]:
            cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", key))
            cell._value, cell.data_type = _as_excel_writes(text), "s"
    path = sheets.save()
    result = take(path)
    assert len(result.nasib) == len(strings)
    for one in result.nasib:
        assert (tree.parent / one.berkas).is_file() == (one.keadaan == "baru")
    again = take(path)
    assert again.count("baru") == 0 and again.count("sama") == result.count("baru")
