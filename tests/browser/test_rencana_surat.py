"""The planner's letters and lists: what stands in each, and that Word and LibreOffice open them."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Page

from .chromium import Visitor
from .planned import download, fill_letter, kudus_plan, read_docx, texts_of, to_pdf


@pytest.fixture
def kudus(visit: Callable[..., Visitor]) -> Page:
    """The plan of Kudus, filled."""
    return kudus_plan(visit())


def test_the_request_letter_holds_every_block_of_a_surat_dinas(kudus: Page) -> None:
    fill_letter(kudus)
    letter = read_docx(download(kudus, "[data-docx=surat-permohonan-kunjungan-kab-blora]"))
    lines = [paragraph.text for paragraph in letter.paragraphs]
    pairs = {row.cells[0].text: row.cells[1].text for table in letter.tables for row in table.rows}
    assert lines[:3] == ["PEMERINTAH KABUPATEN KUDUS", "BAPPERIDA", "Jalan Simpang Tujuh 1, Kudus"]
    assert lines[3] == "Kudus, 23 November 2026"
    assert pairs["Nomor"] == ": [kode klasifikasi/nomor/unit/tahun]"
    assert (pairs["Sifat"], pairs["Lampiran"]) == (": Biasa", ": 1 (satu) berkas")
    assert pairs["Hal"] == ": Permohonan kunjungan pembelajaran"
    assert [line for line in lines[4:] if line][:3] == [
        "Yth. Bupati Blora",
        "melalui Sekretaris Daerah Kabupaten Blora",
        "di tempat",
    ]
    assert [line.split(",")[0] for line in lines if "/inovasi/" in line] == [
        "SILAT (Dinas Pendidikan)",
        "Samin 119 (Dinas Kesehatan)",
    ]
    assert "Mengetahui kebutuhan biaya, orang, dan sarana" in lines
    assert "Menyusun rencana aksi anak tidak sekolah" in lines
    assert pairs["Hari, tanggal"] == ": Selasa, 15 Desember 2026"
    assert pairs["Pukul"] == ": 08.30–16.00 WIB"
    assert pairs["Peserta"] == ": 12 orang dari Bapperida dan Dinas Pendidikan"
    assert any("Aturan penerimaan tamu" in line for line in lines)
    closing = lines.index("Atas perhatian dan kesediaannya kami ucapkan terima kasih.")
    assert any(line.startswith("Mohon jawaban sebelum 10 Desember 2026 melalui ") for line in lines)
    assert [line for line in lines[closing + 1 : lines.index("Tembusan:")] if line] == [
        "Sekretaris Daerah,",
        "[nama penanda tangan]",
    ]
    copies = ["Bupati Kudus", "Dinas Pendidikan Kabupaten Blora", "Dinas Kesehatan Kabupaten Blora"]
    assert lines[lines.index("Tembusan:") :] == ["Tembusan:", *copies]


ABOVE = "[pejabat atasan penanda tangan]"
GROBOGAN = "Dinas Pertanian Kabupaten Grobogan"


@pytest.mark.parametrize(
    ("office", "has_nip", "copies"),
    [
        ("Kepala Bapperida", True, [ABOVE, GROBOGAN]),
        ("Asisten Sekretaris Daerah", True, [ABOVE, GROBOGAN]),
        ("a.n. Bupati Kudus, Sekretaris Daerah", False, ["Bupati Kudus", GROBOGAN]),
        ("Plt. Sekretaris Daerah Kabupaten Kudus", False, ["Bupati Kudus", GROBOGAN]),
        ("Wakil Bupati", False, ["Bupati Kudus", GROBOGAN]),
        ("Pj. Bupati Kudus", False, [GROBOGAN]),
        ("", True, [ABOVE, GROBOGAN]),
    ],
)
def test_rank_and_nip_stand_only_where_the_rule_asks_for_them(
    kudus: Page, office: str, has_nip: bool, copies: list[str]
) -> None:
    """Permendagri 1/2023, Pasal 44: heads of regions, their deputies and secretaries sign without."""
    kudus.locator("#isian-surat > summary").click()
    kudus.fill("#jabatan_penanda", office)
    letter = read_docx(download(kudus, "[data-docx=surat-permohonan-kunjungan-kab-grobogan]"))
    lines = [paragraph.text for paragraph in letter.paragraphs]
    assert ("[NIP]" in lines, "[pangkat/golongan]" in lines) == (has_nip, has_nip)
    assert lines[lines.index("Tembusan:") + 1 :] == copies


def test_an_answer_is_not_asked_for_before_the_letter_comes(kudus: Page) -> None:
    kudus.fill("#dikirim", "11 Desember 2026")
    letter = texts_of(read_docx(download(kudus, "[data-docx=surat-permohonan-kunjungan-kab-grobogan]")))
    assert any(line.startswith("Mohon jawaban sebelum [tanggal] melalui ") for line in letter)


def test_the_letter_of_interest_goes_to_the_host_with_a_copy_to_bskdn(kudus: Page) -> None:
    letter = texts_of(read_docx(download(kudus, "[data-docx=surat-minat-replikasi-kab-grobogan]")))
    assert "Yth. Bupati Grobogan" in letter
    assert any(line.startswith("Rumah Kedelai Grobogan (Dinas Pertanian)") for line in letter)
    copies = letter[letter.index("Tembusan:") + 1 :][:2]
    assert "BSKDN" in copies[0] and copies[1] == "Bupati Kudus"


def test_questions_of_the_plan_stand_in_the_list_and_in_the_report(kudus: Page) -> None:
    kudus.select_option("#tanya-untuk", "kab-blora/silat")
    kudus.fill("#tanya-baru", "Zonasi sekolahnya bagaimana?")
    kudus.get_by_role("button", name="Tambah pertanyaan").click()
    for paper in ("daftar-pertanyaan-kab-blora", "laporan-hasil"):
        rows = [
            [cell.text for cell in row.cells]
            for table in read_docx(download(kudus, f"[data-docx={paper}]")).tables
            for row in table.rows
        ]
        assert ["SILAT", "Zonasi sekolahnya bagaimana?"] in [row[1:3] for row in rows]
    grobogan = texts_of(read_docx(download(kudus, "[data-docx=daftar-pertanyaan-kab-grobogan]")))
    assert "Zonasi sekolahnya bagaimana?" not in grobogan and "SILAT" not in grobogan


def test_a_list_of_guests_has_a_line_for_each_and_no_name(kudus: Page) -> None:
    table = read_docx(download(kudus, "[data-docx=daftar-peserta]")).tables[-1]
    assert len(table.rows) == 13
    assert {cell.text for row in table.rows[1:] for cell in row.cells[1:]} == {""}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_libreoffice_makes_a_page_of_every_paper(kudus: Page, tmp_path: Path) -> None:
    fill_letter(kudus)
    keys = kudus.evaluate("[...document.querySelectorAll('[data-docx]')].map((button) => button.dataset.docx)")
    assert len(keys) == 9
    made = to_pdf({f"{key}.docx": download(kudus, f"[data-docx={key}]") for key in keys}, tmp_path)
    pages = {path.stem: pypdf.PdfReader(path) for path in made}
    assert set(pages) == set(keys)
    assert {key: len(pdf.pages) for key, pdf in pages.items() if len(pdf.pages) > 3} == {}
    assert "Yth. Bupati Grobogan" in pages["surat-permohonan-kunjungan-kab-grobogan"].pages[0].extract_text()
