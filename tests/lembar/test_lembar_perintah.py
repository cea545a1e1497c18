"""The spreadsheet door on the command line: what is printed, exit codes, and what is never overwritten or repeated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from catalog.commands import main
from catalog.lembar.layout import make_layout
from lembar.conftest import GOOD, ROOT, Lembaran

_NIK = "3316010101900001"


def _run(*arguments: str) -> int:
    return main(list(arguments), ROOT)


def test_the_template_has_everything_a_clerk_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "isi.xlsx"
    assert _run("template", str(path)) == 0
    assert capsys.readouterr().out.endswith("siap diisi; mulai dari lembar Bacalah.\n")
    book = load_workbook(path)
    assert book.sheetnames[:2] == ["Bacalah", "Inovasi"] and book.sheetnames[-1] == "Daftar pilihan"
    assert {"Sumber", "Langkah", "Biaya", "Replikasi - Ditiru oleh", "Kunjungan", "Perangkat daerah"} <= set(
        book.sheetnames
    )
    for lembar in make_layout():
        sheet = book[lembar.nama]
        assert [cell.value for cell in sheet[3]] == [kolom.kunci for kolom in lembar.kolom]
        assert all(cell.comment is not None and cell.comment.text for cell in sheet[2])
        assert any(cell.value for cell in sheet[4]), "no example"
    inovasi = book["Inovasi"]
    lists = {
        str(one.sqref).rstrip("0123456789").split(":")[0]: one.formula1
        for one in inovasi.data_validations.dataValidation
    }
    letter = next(cell.column_letter for cell in inovasi[3] if cell.value == "tahapan")
    source = lists[f"{letter}4"]
    start, end = source.rpartition("!")[2].replace("$", "").split(":")
    assert [cell[0].value for cell in book["Daftar pilihan"][start:end]] == ["inisiatif", "uji-coba", "penerapan"]
    assert not any(cell.data_type == "f" for sheet in book for row in sheet.iter_rows() for cell in row)


@pytest.mark.parametrize("command", [("template",), ("export", "--wilayah", "kab-blora")])
def test_an_existing_file_is_never_overwritten(command: tuple[str, ...], tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    path.write_bytes(b"penting")
    assert _run(*command, str(path)) == 2
    assert path.read_bytes() == b"penting"


def test_an_import_prints_findings_by_cell_and_what_became_of_the_rows(
    sheets: Lembaran, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheets.add("Inovasi", GOOD)
    row = sheets.add("Inovasi", {**GOOD, "nama": "Pasar Pagi", "tahapan": "ujicobaa"})
    cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", "tahapan")).coordinate
    assert _run("import", str(sheets.save()), "--innovations", str(tree)) == 1
    out = capsys.readouterr().out
    assert out.startswith(
        f"isi.xlsx, Inovasi, {cell}: kesalahan [nilai-di-luar-daftar] Nilai `tahapan` tidak ada dalam daftar.\n"
        "  ditemukan : ujicobaa\n"
        "  seharusnya: salah satu dari inisiatif, uji-coba, penerapan\n"
        "  perbaiki  : tulis `tahapan: uji-coba`\n"
        "baru: innovations/kab-blora/lumbung-digital.md\n"
        "1 kesalahan, 0 peringatan.\n"
        "1 baris baru masuk katalog.\n"
        "1 baris belum diambil karena ada kesalahan.\n"
    )


def test_advice_stands_below_the_counts_and_fails_nothing(
    sheets: Lembaran, tree: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copytree(tree / "kab-blora", tree / "kab-rembang"))
    for name, old, new in (
        ("wilayah.yml", "33.16", "33.17"),
        ("samin-119.md", "nama: Samin 119", "nama: LUMBUNG digital"),
    ):
        text = (other / name).read_text(encoding="utf-8")
        (other / name).write_text(text.replace(old, new), encoding="utf-8")
    row = sheets.add("Inovasi", GOOD)
    path = sheets.save()
    assert _run("import", str(path), "--innovations", str(tree)) == 0
    cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", "nama")).coordinate
    assert (
        "0 kesalahan, 0 peringatan.\n"
        "1 baris baru masuk katalog.\n"
        f"isi.xlsx, Inovasi, {cell}: saran [serupa-di-wilayah-lain] Inovasi bernama sama atau hampir sama ada di "
        "wilayah lain. Bandingkan dengan innovations/kab-rembang/samin-119.md; bila meniru, tulis asalnya di "
        "`replikasi.dari`; biarkan bila hanya mirip namanya.\n"
    ) in capsys.readouterr().out
    back = load_workbook(path.with_name("isi-diperiksa.xlsx"))
    assert "1 saran; boleh diabaikan." in [row[0].value for row in back["Hasil pemeriksaan"].iter_rows()]
    assert back["Inovasi"][cell].comment is None
    assert _run("import", str(path), "--innovations", str(tree)) == 0
    assert "saran" not in capsys.readouterr().out


def test_update_shows_the_difference(sheets: Lembaran, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = sheets.add("Inovasi", GOOD)
    path = str(sheets.save())
    assert _run("import", path, "--innovations", str(tree)) == 0
    sheets.book["Inovasi"].cell(row, 4).value = "Lumbung di layar"
    sheets.save()
    capsys.readouterr()
    assert _run("import", path, "--innovations", str(tree)) == 1
    assert "+kepanjangan: Lumbung di layar\n" in (out := capsys.readouterr().out) and "--update" in out
    assert _run("import", path, "--innovations", str(tree), "--update") == 0
    assert "+kepanjangan: Lumbung di layar\n" in capsys.readouterr().out


def test_a_personal_number_is_never_repeated(sheets: Lembaran, tree: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last = sheets.book["Inovasi"].max_column
    for number, key in enumerate(("nama", "wilayah", "berkas", "ringkasan", "urusan.1", "isian_lain", "tahapan")):
        row = sheets.add("Inovasi", {**GOOD, "nama": f"Lumbung {number}", key: f"Hubungi {_NIK}"})
    sheets.add("Langkah", {"milik": f"Pak {_NIK}", "uraian": "x"})
    sheets.book["Inovasi"].cell(3, last + 1).value = f"Kolom {_NIK}"
    sheets.book["Inovasi"].cell(row, last + 1).value = "x"
    sheets.book.create_sheet(f"NIK {_NIK}")["A1"] = "x"
    path = sheets.save()
    assert _run("import", str(path), "--innovations", str(tree)) == 1
    assert _NIK not in capsys.readouterr().out
    summary = load_workbook(path.with_name("isi-diperiksa.xlsx"))["Hasil pemeriksaan"]
    assert not any(_NIK in str(cell.value) for row in summary.iter_rows() for cell in row)


def test_misuse_is_said_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "isi.xlsx").write_bytes(b"PK nonsense")
    for arguments, words in (
        (("template", str(tmp_path / "isi.doc")), "harus berakhiran .xlsx"),
        (("template", str(tmp_path / "x" / "isi.xlsx")), "tidak ada"),
        (("import", str(tmp_path / "tidak-ada.xlsx")), "tidak ada"),
        (("import", str(tmp_path / "isi.xlsx"), "--kolom", "nama"), "tidak dapat dibaca"),
        (("export", "--wilayah", "../..", str(tmp_path / "y.xlsx")), "tidak punya folder"),
    ):
        assert _run(*arguments) == 2
        assert words in capsys.readouterr().err
    assert _run("import", str(tmp_path / "isi.xlsx")) == 1
    assert "isi.xlsx: kesalahan [lembar-rusak]" in capsys.readouterr().out


@pytest.mark.slow
def test_a_thousand_rows_take_less_than_thirty_seconds(sheets: Lembaran, tree: Path) -> None:
    from time import process_time

    for number in range(1000):
        name = f"Lumbung {number} Digital"
        sheets.add("Inovasi", {**GOOD, "nama": name, "badan.masalah": f"Gabah ke-{number} rusak setiap musim hujan."})
        sheets.add("Langkah", {"milik": name, "uraian": f"Mendata {number} lumbung."})
        sheets.add("Biaya", {"milik": name, "uraian": "Timbangan", "rupiah": 1000 + number})
    path = str(sheets.save())
    start = process_time()
    assert _run("import", path, "--innovations", str(tree)) == 0
    assert process_time() - start < 30
