"""The template opened, filled and saved by LibreOffice itself is taken over like any other workbook."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.lembar import Hasil
from lembar.conftest import Lembaran, said

_SCRIPT = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Isi" script:language="StarBasic">
Sub Tulis(oSheet, sKolom As String, nBaris As Integer, vNilai)
    Dim n As Integer
    For n = 0 To 200
        If oSheet.getCellByPosition(n, 2).String = sKolom Then
            If VarType(vNilai) = 8 Then
                oSheet.getCellByPosition(n, nBaris).String = vNilai
            Else
                oSheet.getCellByPosition(n, nBaris).Value = vNilai
            End If
            Exit Sub
        End If
    Next n
End Sub

Sub Utama
    Dim aKosong(0) As New com.sun.star.beans.PropertyValue
    Dim aSimpan(0) As New com.sun.star.beans.PropertyValue
    aKosong(0).Name = "Hidden" : aKosong(0).Value = True
    oDoc = StarDesktop.loadComponentFromURL("@MASUK@", "_blank", 0, aKosong())
    oSheet = oDoc.Sheets.getByName("Inovasi")
    Tulis(oSheet, "wilayah", 4, "kab-blora")
    Tulis(oSheet, "nama", 4, "Lumbung Digital")
    Tulis(oSheet, "urusan.1", 4, "pangan")
    Tulis(oSheet, "ringkasan", 4, "Warga menitip dan mengambil gabah di lumbung desa lewat satu nomor.")
    Tulis(oSheet, "kata_kunci", 4, "gabah" &amp; Chr(10) &amp; "lumbung")
    Tulis(oSheet, "sumber.1.judul", 4, "Lumbung desa: berita")
    Tulis(oSheet, "sumber.1.penerbit", 4, "contoh.id")
    Tulis(oSheet, "sumber.1.tanggal", 4, "2024-05-17")
    oBiaya = oDoc.Sheets.getByName("Biaya")
    Tulis(oBiaya, "milik", 4, "Lumbung Digital")
    Tulis(oBiaya, "uraian", 4, "Timbangan")
    Tulis(oBiaya, "rupiah", 4, 12500000)
    Tulis(oBiaya, "milik", 5, "Lumbung Digital")
    Tulis(oBiaya, "uraian", 5, "Gudang")
    Tulis(oBiaya, "rupiah", 5, "12 juta")
    aSimpan(0).Name = "FilterName" : aSimpan(0).Value = "Calc MS Excel 2007 XML"
    oDoc.storeToURL("@KELUAR@", aSimpan())
    oDoc.close(True)
    StarDesktop.terminate()
End Sub
</script:module>
"""
_LIBRARY = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false"><library:element library:name="Isi"/></library:library>
"""


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed: no workbook of its"
)
def test_a_workbook_filled_by_libreoffice_is_imported(
    sheets: Lembaran, take: Callable[..., Hasil], tree: Path, tmp_path: Path
) -> None:
    path = _filled(sheets.save(), tmp_path)
    result = take(path)
    assert [(sheet, kode) for sheet, _, kode in said(result)] == [("Biaya", "angka-bulat-salah-bentuk")]
    again = _mended(path, tmp_path)
    result = take(again)
    assert said(result) == [] and result.count("baru") == 1
    text = (tree / "kab-blora" / "lumbung-digital.md").read_text(encoding="utf-8")
    assert "kata_kunci:\n  - gabah\n  - lumbung\n" in text and 'judul: "Lumbung desa: berita"\n' in text
    assert "    rupiah: 12500000\n" in text and "    tanggal: 2024-05-17\n" in text


def _filled(template: Path, tmp_path: Path) -> Path:
    """Return the template as LibreOffice saved it after a macro filled some cells."""
    out = tmp_path / "terisi.xlsx"
    script = _SCRIPT.replace("@MASUK@", template.as_uri()).replace("@KELUAR@", out.as_uri())
    profile = tmp_path / "profil"
    library = profile / "user" / "basic" / "Standard"
    # a first start makes the profile; a macro put there before it would be taken for a broken library
    _soffice(profile, "--terminate_after_init")
    library.mkdir(parents=True, exist_ok=True)
    (library / "Isi.xba").write_text(script, encoding="utf-8")
    (library / "script.xlb").write_text(_LIBRARY, encoding="utf-8")
    _soffice(profile, "macro:///Standard.Isi.Utama")
    assert out.is_file(), "LibreOffice wrote no workbook"
    return out


def _soffice(profile: Path, *arguments: str) -> None:
    command = ["soffice", "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}"]
    subprocess.run([*command, *arguments], timeout=180, check=True, capture_output=True)


def _mended(path: Path, tmp_path: Path) -> Path:
    """Return the workbook that came back, its bad cell corrected by hand."""
    from openpyxl import load_workbook

    checked = path.with_name("terisi-diperiksa.xlsx")
    book = load_workbook(checked)
    bad = next(cell for row in book["Biaya"].iter_rows() for cell in row if cell.value == "12 juta")
    assert bad.comment.author == "Pemeriksa katalog"
    bad.value = "12000000"
    book.save(checked)
    return checked
