"""Reports: items from their isian, gaps that say what fills them, documents that Word and LibreOffice open."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from conftest import ROOT, make_entri
from pages_samples import BERHENTI, DALAM, NAMA_SAJA, VOCABULARIES
from pypdf import PdfReader

from catalog.catalog import Badan, Catalog, make_catalog
from catalog.lapor import contest_document, profile_document, profile_items, profile_text, report_files, write_batch
from catalog.lapor.butir import _VALUES
from catalog.lapor.isi import FILLED_BY, TEXTS, Sumber, count_written, plain, result_line
from catalog.model.bagian import HasilTerukur
from catalog.naskah import write_slim_docx
from catalog.replikasi import open_book

EDITION = VOCABULARIES.iid[2026]
FORMS = VOCABULARIES.kipp


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return make_catalog([DALAM, NAMA_SAJA, BERHENTI], (), VOCABULARIES)


def items(**isian: Any) -> dict[int, Any]:
    badan = isian.pop("badan", None)
    return {item.nomor: item for item in profile_items(Sumber(make_entri(badan=badan, **isian), VOCABULARIES), EDITION)}


def read(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


# ---- the vocabulary and the code know the same names ----


def test_every_item_and_every_text_is_composed_by_something() -> None:
    assert {row.id for row in EDITION.profil} == set(_VALUES)
    named = {name for form in FORMS.values() for aspect in form.aspek for part in aspect.bagian for name in part.isi}
    assert named <= set(TEXTS)
    assert set(TEXTS) == set(FILLED_BY)


# ---- the items ----


def test_an_empty_entry_says_what_would_fill_each_item() -> None:
    found = items()
    assert found[1].isi == "Samin 119"
    assert found[11].isi == "Kesehatan"
    assert found[2].isi == "[belum terisi: tulis di isian Tahapan (tahapan)]"
    assert found[4].isi == "[diisi di kantor; nama orang tidak disimpan di katalog]"
    assert found[15].isi == "[belum terisi: tulis di isian Rancang bangun (lapor.rancang_bangun)]"
    assert found[15].judul == "Rancang bangun dan pokok perubahan (0 dari sedikitnya 300 kata)"
    assert found[21].isi == "[belum terisi: bila ada, tulis di isian HAKI (lapor.haki)]"
    assert [n for n, item in found.items() if item.teks] == [1, 11]


@pytest.mark.parametrize(
    ("isian", "nomor", "teks"),
    [
        ({"kepanjangan": "Sistem"}, 1, "Samin 119 (Sistem)"),
        ({"tahapan": "uji-coba"}, 2, "Uji Coba"),
        ({"inisiator": "anggota-dprd"}, 3, "DPRD"),
        ({"klasifikasi": "swasta"}, 6, "Inovasi Masyarakat"),
        ({"klasifikasi": "pendidikan"}, 6, "Inovasi Masyarakat"),
        ({"klasifikasi": "desa-kelurahan"}, 6, "Inovasi Desa dan Kelurahan"),
        ({"jenis": "non-digital"}, 7, "Non Digital"),
        ({"lapor": {"asta_cita": "4", "pkpn": "Kesehatan"}}, 10, "Kesehatan"),
        ({"tanggal": {"uji_coba": "2021-05-11"}}, 12, "11 Mei 2021"),
        ({"tanggal": {"penerapan": "2021-06"}}, 13, "Juni 2021"),
        ({"tanggal": {"pengembangan": "2024"}}, 14, "Ya, 2024"),
        ({"lapor": {"tujuan": "Cepat."}}, 16, "Cepat."),
        (
            {"hasil_terukur": [{"indikator": "Waktu", "satuan": "menit", "sebelum": "45.5", "sesudah": "8783"}]},
            18,
            "Waktu: dari 45,5 menjadi 8.783 menit",
        ),
        (
            {"biaya": [{"uraian": "Aplikasi", "rupiah": "244000000", "tahun": "2021", "sumber_dana": "APBD"}]},
            19,
            "Aplikasi: Rp 244.000.000 (2021, APBD)",
        ),
        ({"penghargaan": [{"nama": "Top 45", "pemberi": "PANRB", "tanggal": "2019-07"}]}, 22, "Top 45, PANRB, 2019"),
    ],
)  # fmt: skip
def test_an_item_from_its_isian(isian: dict[str, Any], nomor: int, teks: str) -> None:
    assert items(**isian)[nomor].isi == teks


def test_the_design_is_the_offices_own_else_a_draft_in_six_parts() -> None:
    own = items(lapor={"rancang_bangun": "kata " * 320})[15]
    assert (own.kata, own.judul) == (320, "Rancang bangun dan pokok perubahan (320 dari sedikitnya 300 kata)")
    draft = items(badan=Badan(masalah="Antre **lama**.\n\n- jauh"))[15]
    assert draft.teks.split("\n")[0] == "Dasar hukum: [isian dasar_hukum]"
    assert "Permasalahan: Antre lama.\n\n• jauh" in draft.teks
    assert "Isu strategis: [isu global, nasional, dan lokal]" in draft.teks
    assert draft.kata == count_written(draft.teks) == 15


def test_texts_lose_their_markup_and_brackets() -> None:
    assert plain("## Judul\nLihat [ini](https://a.id/x) **tebal** [catatan]\n* satu") == (
        "Judul\nLihat ini (https://a.id/x) tebal (catatan)\n• satu"
    )
    assert result_line(HasilTerukur(indikator="A", satuan="orang", sesudah=3)) == "A: 3 orang"
    assert count_written("Satu dua-tiga, [belum ada] 4.200 kata") == 4


def test_the_text_to_copy_holds_every_item_once() -> None:
    found = profile_items(Sumber(DALAM, VOCABULARIES), EDITION)
    text = profile_text(found, "Profil")
    assert re.findall(r"^(\d+)\. ", text, re.MULTILINE)[:3] == ["1", "2", "3"]
    assert all(f"{item.nomor}. {item.judul}\n{item.isi}\n" in text for item in found)


# ---- the documents ----


def test_the_profile_holds_22_items_and_the_checklist(catalog: Catalog) -> None:
    document = read(profile_document(DALAM, catalog, open_book(catalog), "https://katalog.id/"))
    profile, checklist = document.tables
    assert document.paragraphs[0].text == f"Profil Inovasi Daerah 2026: {DALAM.nama}"
    assert document.paragraphs[0].style.name == "Title"
    assert f"https://katalog.id/{DALAM.tautan}" in document.paragraphs[1].text
    expected = [(str(i.nomor), i.judul, i.isi) for i in profile_items(Sumber(DALAM, VOCABULARIES), EDITION)]
    assert [tuple(cell.text for cell in row.cells) for row in profile.rows][1:] == expected
    assert [row.cells[0].text for row in checklist.rows][1:] == [str(n) for n in range(16, 36)]
    assert [cell.text for cell in checklist.rows[4].cells] == [
        "19", "Alat kerja (2)", "1", "jenis non-digital; [foto pemakaian perangkat elektronik]",
    ]  # fmt: skip


def test_the_proposal_has_the_four_aspects(catalog: Catalog) -> None:
    document = read(contest_document(DALAM, catalog, open_book(catalog), FORMS["2025"]))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert heads == ["Kebaruan", "Efektivitas dan manfaat", "Adaptabilitas", "Keberlanjutan"]
    words = [p.text for p in document.paragraphs]
    assert words[words.index("Latar belakang") + 1] == plain(DALAM.badan.masalah).split("\n\n")[0]
    assert (
        words[words.index("Keunggulan ide") + 1]
        == "[belum terisi: tulis di isian Mengandung pembaharuan (kriteria.pembaharuan)]"
    )
    assert [row.cells[1].text for row in document.tables[0].rows][1] == "MPP Blora"


def test_the_older_form_counts_words_against_its_limits(catalog: Catalog) -> None:
    document = read(contest_document(DALAM, catalog, open_book(catalog), FORMS["2021"]))
    heads = [p.text for p in document.paragraphs if p.style.name == "Heading 2"]
    assert heads[3] == f"Ringkasan ({count_written(DALAM.inovasi.ringkasan)} dari paling banyak 200 kata)"
    copied = make_entri(replikasi={"dari": [{"asal": "Bank sampah Bantul", "inspirasi": "Masalahnya sama."}]})
    one = make_catalog([copied], (), VOCABULARIES)
    document = read(contest_document(copied, one, open_book(one), FORMS["2021"]))
    texts = [p.text for p in document.paragraphs]
    assert texts[texts.index("Inspirasi (2 dari paling banyak 100 kata)") + 1] == "Masalahnya sama."


def test_documents_are_small_and_the_same_every_time(catalog: Catalog) -> None:
    book = open_book(catalog)
    files = [(path, len(data)) for e in catalog.entri for path, data in report_files(e.id, catalog, book)]
    assert [path for path, _ in files] == [
        f"{e.tautan}{kind}-{e.slug}.docx" for e in catalog.entri if e.bukti != "nama-saja" for kind in ("iid", "kipp")
    ]
    assert max(size for _, size in files) <= 5 * 1024, files
    with zipfile.ZipFile(io.BytesIO(profile_document(DALAM, catalog, book))) as package:
        assert package.namelist() == [
            "[Content_Types].xml",
            "_rels/.rels",
            "_rels/d.xml.rels",
            "s.xml",
            "t.xml",
            "d.xml",
        ]
        text = package.read("d.xml")
    assert text.count(b"<w:cantSplit/>") == text.count(b"<w:cantSplit/><w:tblHeader/>")  # a long row may run over
    assert profile_document(DALAM, catalog, book) == profile_document(DALAM, catalog, book)


def test_a_region_in_one_zip(catalog: Catalog) -> None:
    data = write_batch("kab-blora", catalog, open_book(catalog), FORMS["2025"])
    assert data == write_batch("kab-blora", catalog, open_book(catalog), FORMS["2025"])
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = package.namelist()
    slugs = [entri.slug for entri in catalog.entri_of("kab-blora")]
    assert names == [f"{s}/{name}" for s in slugs for name in (f"iid-{s}.docx", f"iid-{s}.txt", f"kipp-{s}.docx")]


def test_the_command_writes_the_zip_and_refuses_what_it_cannot_do(tmp_path: Path, capsys: Any) -> None:
    from catalog.commands import main

    place = tmp_path / "kudus.zip"
    asked = ["lapor", "--wilayah", "kab-kudus", "--out", str(place)]
    assert main(asked, ROOT) == 0
    assert zipfile.ZipFile(place).testzip() is None
    assert "inovasi Kabupaten Kudus" in capsys.readouterr().out
    assert main(asked, ROOT) == 2
    assert "sudah ada" in capsys.readouterr().err
    assert main(["lapor", "--wilayah", "kab-atlantis", "--out", str(tmp_path / "a.zip")], ROOT) == 2
    assert main([*asked[:-1], str(tmp_path / "b.zip"), "--kipp", "1999"], ROOT) == 2
    assert "pilih 2025, 2021" in capsys.readouterr().err


def test_hostile_text_leaves_the_document_whole() -> None:
    nasty = "<w:p>&amp;\x00\x1f\ufffe]]> [a] ** **b** \ud800 😀\r\nx"
    blocks = [
        {"blok": "judul", "tingkat": 0, "teks": nasty},
        {"blok": "paragraf", "teks": nasty},
        {"blok": "tabel", "kepala": ["a", "b"], "lebar": [1, 1], "baris": [(nasty, "")]},
    ]
    document = read(write_slim_docx(blocks))
    assert "<w:p>&amp;" in document.paragraphs[0].text and "😀" in document.tables[0].rows[1].cells[0].text


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_libreoffice_opens_both(catalog: Catalog, tmp_path: Path) -> None:
    book = open_book(catalog)
    for path, data in report_files(DALAM.id, catalog, book):
        (tmp_path / Path(path).name).write_bytes(data)
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, *sorted(map(str, tmp_path.glob("*.docx")))], cwd=tmp_path, check=True, timeout=180)
    words = {
        path.stem: " ".join(page.extract_text() for page in PdfReader(path).pages) for path in tmp_path.glob("*.pdf")
    }
    assert "Ceklis 20 indikator" in words["iid-mal-pelayanan-publik"]
    assert "Keberlanjutan" in words["kipp-mal-pelayanan-publik"]


def test_the_text_to_copy_as_a_whole() -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_lapor.py`` writes it anew; read the difference."""
    text = profile_text(profile_items(Sumber(DALAM, VOCABULARIES), EDITION), "Profil Inovasi Daerah 2026: MPP Blora")
    file = ROOT / "tests/golden/swanilai/profil.txt"
    if os.environ.get("REGENERATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")
