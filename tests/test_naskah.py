"""Documents: every template fills, what is missing stays visible, Word's reader finds what was written."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest

from catalog.naskah import fill, load_templates, write_docx
from catalog.naskah.docx import document_part
from catalog.naskah.templat import ORDER
from catalog.vocabularies import VocabularyError

FOLDER = Path(__file__).resolve().parent.parent / "vocabularies" / "naskah"
TEMPLATES = load_templates(FOLDER)


def read(blocks: list[dict[str, Any]], title: str = "Judul") -> Any:
    return docx.Document(io.BytesIO(write_docx(blocks, title)))


@pytest.mark.parametrize("id", ORDER)
def test_an_unfilled_template_shows_every_place_to_fill_in(id: str) -> None:
    template = TEMPLATES[id]
    used = repr(template.blok)
    shown = repr(fill(template, {}))
    assert "{" not in shown.replace("{'", "").replace("': {", "")
    for name, hint in template.isian.items():
        if f"{{{name}}}" in used and f"'jika': '{name}'" not in used:
            assert f"[{hint}]" in shown


def test_a_request_letter_has_every_block_of_a_surat_dinas() -> None:
    blocks = fill(
        TEMPLATES["surat-permohonan-kunjungan"],
        {
            "pemerintah": "PEMERINTAH KABUPATEN KUDUS",
            "yth": "Bupati Blora",
            "lewat": "Sekretaris Daerah Kabupaten Blora",
            "tuan_rumah": "Kabupaten Blora",
            "inovasi": ["SAMIN 119", "SILAT"],
        },
    )
    document = read(blocks, "Surat permohonan kunjungan")
    lines = [paragraph.text for paragraph in document.paragraphs]
    heads = [cell.text for table in document.tables for cell in table.columns[0].cells]
    assert lines[0] == "PEMERINTAH KABUPATEN KUDUS"
    assert {"Nomor", "Sifat", "Lampiran", "Hal"} <= set(heads)
    assert "Yth. Bupati Blora" in lines and "melalui Sekretaris Daerah Kabupaten Blora" in lines
    assert lines.index("SAMIN 119") < lines.index("SILAT") < lines.index("Tembusan:")
    assert "[NIP]" in lines
    assert document.core_properties.title == "Surat permohonan kunjungan"


def test_a_part_that_is_not_wanted_is_left_out() -> None:
    letter = TEMPLATES["surat-permohonan-kunjungan"]
    asked = "Aturan penerimaan tamu"
    assert asked not in repr(fill(letter, {}))
    assert asked in repr(fill(letter, {"sejauh": "belum"}))


def test_hostile_text_is_text() -> None:
    evil = 'a & b <w:br/> "\x00\x0b\ud800'
    document = read([{"blok": "paragraf", "teks": evil}])
    assert document.paragraphs[0].text == 'a & b <w:br/> "'


def test_every_list_begins_at_one_and_the_same_blocks_give_the_same_bytes() -> None:
    blocks = [
        {"blok": "daftar", "jenis": "nomor", "butir": ["a", "b"]},
        {"blok": "daftar", "jenis": "nomor", "butir": ["c"]},
    ]
    part = document_part(blocks)
    assert part.count('<w:numId w:val="1"/>') == 2
    assert part.count('<w:numId w:val="2"/>') == 1
    assert write_docx(blocks, "x") == write_docx(blocks, "x")


def test_a_document_stays_small() -> None:
    sizes = {id: len(write_docx(fill(template, {}), template.nama)) for id, template in TEMPLATES.items()}
    assert max(sizes.values()) <= 8 * 1024, sizes


def test_a_template_that_names_an_unexplained_place_is_refused(tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "naskah")
    broken = tmp_path / "naskah" / "sop.yml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("{kantor}", "{kantr}"), encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"sop\.yml: tempat \{kantr\} belum dijelaskan di bawah isian"):
        load_templates(tmp_path / "naskah")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")
def test_libreoffice_opens_every_document(tmp_path: Path) -> None:
    for id, template in TEMPLATES.items():
        (tmp_path / f"{id}.docx").write_bytes(write_docx(fill(template, {}), template.nama))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profil", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, *sorted(map(str, tmp_path.glob("*.docx")))], cwd=tmp_path, check=True, timeout=180)
    assert {path.stem for path in tmp_path.glob("*.pdf")} == set(ORDER)
