"""The package of an entry: its page and its DOCX; and the document templates to download."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
import pytest
from pages_samples import BERHENTI, BERITA, DALAM, NAMA_SAJA, SETTINGS, VOCABULARIES, make_entri, sample_catalog
from paket_samples import context_of, headings, page_of, rows_under
from pypdf import PdfReader

from catalog.catalog import Badan, Entri
from catalog.final_check import inspect_page
from catalog.frame.pour import split_print_frame
from catalog.naskah import load_templates
from catalog.pages import PageJob, render
from catalog.pages.context import PageContext, make_context
from catalog.pages.paket import PAKET, make_package, package_blocks, package_page
from catalog.pages.paket_isi import ENOUGH
from catalog.pages.paket_tabel import TASKS
from catalog.paket import COLUMNS, qr_code, template_files

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "paket"
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")


@pytest.fixture(scope="module")
def context() -> PageContext:
    return make_context(sample_catalog(), SETTINGS)


# ---- the page ----


@pytest.mark.parametrize("entri", [DALAM, NAMA_SAJA], ids=lambda e: e.slug)
def test_golden_package(entri: Entri, context: PageContext) -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_paket.py`` writes them anew; read the difference."""
    body, file = package_page(entri.id, 1, context).body, GOLDEN / f"{entri.slug}.html"
    if os.environ.get("REGENERATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")
    assert body == file.read_text(encoding="utf-8")


def test_a_full_entry_has_every_part_in_order(context: PageContext) -> None:
    assert headings(page_of(DALAM, context)) == [
        "Daerah asal dan daerah kami",
        "Masalah",
        "Cara kerja",
        "Hasil dan buktinya",
        "Rencana langkah",
        "Lembar kerja biaya",
        "Tim",
        "Dasar hukum dan dokumen",
        "Yang harus ada lebih dulu",
        "Risiko dan pelajaran",
        "Pernah ditanyakan",
        "Daftar periksa",
        "Siapa yang bisa ditanya",
        "Sumber",
    ]


def test_an_entry_known_by_name_says_what_is_known_and_what_to_ask(context: PageContext) -> None:
    page = page_of(NAMA_SAJA, context)
    assert "Rencana langkah" not in headings(page) and "Lembar kerja biaya" not in headings(page)
    asked = [row[0] for row in rows_under(page, "Tanyakan kepada daerah asal")]
    assert VOCABULARIES.kesiapan["biaya"].tanya in asked
    assert "Baru namanya yang tercatat." in page.text()


def test_what_is_answered_is_not_asked(context: PageContext) -> None:
    entri = make_entri("kab-blora/contoh", Badan(masalah="Jauh."), sdm=[{"peran": "operator", "jumlah": "3"}])
    page = page_of(entri, context_of(entri))
    asked = [row[0] for row in rows_under(page, "Tanyakan kepada daerah asal")]
    parts = VOCABULARIES.kesiapan
    assert parts["masalah"].tanya not in asked and parts["orang"].tanya not in asked and parts["biaya"].tanya in asked
    assert rows_under(page, "Tim") == [["Operator", "3 orang", ""]]


def test_steps_become_a_plan_with_weeks() -> None:
    steps = [
        {"uraian": "Membentuk tim.", "durasi": "2 minggu", "keluaran": "SK tim"},
        {"uraian": "Uji coba.", "durasi": "3 minggu"},
        {"uraian": "Menerapkan."},
    ]
    entri = make_entri("kab-blora/contoh", langkah=steps)
    page = page_of(entri, context_of(entri))
    assert rows_under(page, "Rencana langkah") == [
        ["1. Membentuk tim. Keluaran: SK tim. Lamanya: 2 minggu.", "1 sampai 2", ""],
        ["2. Uji coba. Lamanya: 3 minggu.", "3 sampai 5", ""],
        ["3. Menerapkan.", "… sampai …", ""],
    ]
    assert "Titik-titik: lamanya tidak tercatat" in page.text()


def test_without_steps_the_plan_is_the_general_one_and_says_so() -> None:
    entri = make_entri("kab-blora/contoh", Badan(cara_kerja="Begini."))
    page = page_of(entri, context_of(entri))
    assert [row[0] for row in rows_under(page, "Rencana langkah")] == [f"{n}. {t}" for n, t in enumerate(TASKS, 1)]
    assert "Langkah di daerah asal belum tercatat" in page.text() and "Daftar periksa" not in headings(page)


def test_a_stopped_innovation_says_so_first(context: PageContext) -> None:
    text = page_of(BERHENTI, context).text()
    assert "Inovasi ini tercatat sudah berhenti. " + (BERHENTI.inovasi.status.alasan or "") in text  # type: ignore[union-attr]


def test_results_name_their_sources_by_number() -> None:
    result = {"indikator": "Waktu", "satuan": "menit", "sebelum": "45", "sesudah": "20.5", "sumber": ["dua"]}
    sources = [BERITA | {"id": "satu"}, BERITA | {"id": "dua", "judul": "Kedua", "tautan": "https://contoh.id/2"}]
    entri = make_entri("kab-blora/contoh", hasil_terukur=[result], sumber=sources)
    page = page_of(entri, context_of(entri))
    assert rows_under(page, "Hasil dan buktinya") == [["Waktu (menit) (sumber 2)", "45", "20,5"]]
    assert [node.text() for node in page.css("ol li")] == [
        "Berita contoh. contoh.id, Mei 2024.",
        "Kedua. contoh.id, Mei 2024.",
    ]
    assert [node.attributes["href"] for node in page.css("ol a")] == ["https://contoh.id/2"]


def test_a_long_body_leads_on_to_the_entry() -> None:
    paragraphs = [f"Alinea {number} " + "kata " * 60 for number in range(1, 12)]
    entri = make_entri("kab-blora/contoh", Badan(masalah="\n\n".join(paragraphs), cara_kerja="- satu\n- dua **tebal**"))
    page = page_of(entri, context_of(entri))
    text = page.text()
    assert "Alinea 3" in text and "Alinea 9" not in text and "Selengkapnya di halaman entri." in text
    assert text.count("kata ") < ENOUGH / 5 + 61
    assert [li.text() for li in page.css("ul li")[:2]] == ["satu", "dua tebal"]


def test_nothing_an_entry_holds_becomes_markup() -> None:
    evil = '<img src=x onerror=alert(1)> & "kutip"'
    entri = make_entri(
        "kab-blora/contoh",
        Badan(masalah=evil),
        nama=f"A {evil}",
        biaya=[{"uraian": evil, "sumber_dana": evil}],
        langkah=[{"uraian": evil, "durasi": evil}],
        risiko=[{"uraian": evil}],
        kontak={"unit": evil},
    )
    page = page_of(entri, context_of(entri))
    assert not page.css("img") and "onerror" not in "".join(str(dict(n.attributes)) for n in page.css("*"))


def test_the_address_is_text_and_a_code_only_where_the_site_has_one() -> None:
    plain, addressed = context_of(), context_of(site_url="https://inovasi.contoh.go.id/")
    assert not page_of(DALAM, plain).css("svg")
    assert "Halaman entri: /inovasi/kab-blora/mal-pelayanan-publik/" in page_of(DALAM, plain).text()
    page = page_of(DALAM, addressed)
    assert len(page.css("svg path")) == 1
    assert "https://inovasi.contoh.go.id/inovasi/kab-blora/mal-pelayanan-publik/" in page.text()


def test_the_code_is_what_segno_draws() -> None:
    import segno

    text = "https://inovasi.contoh.go.id/inovasi/kab-blora/mal-pelayanan-publik/"
    matrix = segno.make_qr(text, error="l", mask=3, boost_error=False).matrix
    code = qr_code(text)
    drawn = set()
    x = y = 0
    for command, first, second, length in re.findall(r"([Mm])(\d+) (\d+)(?:\.5)?h(\d+)", code.jalur):
        x, y = (int(first), int(second)) if command == "M" else (x + int(first), y)
        drawn |= {(x + step - 4, y - 4) for step in range(int(length))}
        x += int(length)
    dark = {(column, row) for row, line in enumerate(matrix) for column, value in enumerate(line) if value}
    assert drawn == dark and code.sisi == len(matrix) + 8


def test_the_page_is_sound_in_its_small_frame(context: PageContext) -> None:
    template = (ROOT / "theme" / "cetak.html").read_text(encoding="utf-8")
    for name, file in (("berkas_cetak", "assets/cetak.css"), ("berkas_tanda", "assets/tanda.svg")):
        template = template.replace(f"{{{{ {name} }}}}", file)
    frame = split_print_frame(template)
    for entri in (DALAM, NAMA_SAJA):
        page = render(PageJob(f"{entri.tautan}paket/", PAKET, entri.id), context)
        values = {"judul": page.title, "keterangan": page.description, "dasar": page.base, "isi": page.body}
        html = frame.filled(values)
        assert inspect_page(f"{page.path}index.html", html).kesalahan == ()
        assert page.head == "" and len(html.encode()) < (6_000 if entri is NAMA_SAJA else 12_000)


# ---- DOCX ----


def read_docx(entri: Entri, context: PageContext) -> Any:
    files = dict(package_page(entri.id, 1, context).beside())
    (data,) = (data for path, data in files.items() if path.endswith(".docx"))
    return docx.Document(io.BytesIO(data))


def test_the_document_holds_what_the_page_holds(context: PageContext) -> None:
    document = read_docx(DALAM, context)
    page = page_of(DALAM, context)
    assert [p.text for p in document.paragraphs if p.style.name == "Heading 1"] == headings(page)
    assert document.paragraphs[0].text == "Paket replikasi: MPP Blora"
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert cells == [cell.text().strip() for table in page.css("table") for cell in table.css("th, td")]
    lines = [p.text for p in document.paragraphs]
    assert set(TASKS) <= set(lines)
    assert any(line.startswith("Berita contoh") or "https://" in line for line in lines)


def test_documents_stay_small_and_are_the_same_each_time(context: PageContext) -> None:
    sizes = {}
    for entri in (DALAM, NAMA_SAJA):
        first, second = (dict(package_page(entri.id, 1, context).beside()) for _ in range(2))
        assert first == second
        sizes[entri.slug] = max(len(data) for data in first.values())
    assert sizes[NAMA_SAJA.slug] <= 4_500 and max(sizes.values()) <= 8 * 1024, sizes


def test_a_package_has_one_numbered_list(context: PageContext) -> None:
    """``write_slim_docx`` gives numbered lists no new start."""
    blocks = package_blocks(make_package(DALAM, context))
    assert [block["blok"] for block in blocks if block.get("jenis") == "nomor"] == ["daftar"]


@needs_office
def test_libreoffice_prints_a_full_package_on_two_to_six_pages_of_a4(context: PageContext, tmp_path: Path) -> None:
    for path, data in package_page(DALAM.id, 1, context).beside():
        (tmp_path / path.rsplit("/", 1)[1]).write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profil"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", *map(str, tmp_path.glob("*.docx"))]
    subprocess.run(command, cwd=tmp_path, check=True, timeout=180, capture_output=True)
    (printed,) = tmp_path.glob("*.pdf")
    pages = PdfReader(printed).pages
    assert 2 <= len(pages) <= 6
    assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pages} == {(595, 842)}
    assert "Halaman 1 dari" in pages[0].extract_text()


# ---- templates ----


def test_every_template_can_be_downloaded_with_its_places_visible() -> None:
    files = template_files(ROOT / "vocabularies")
    templates = load_templates(ROOT / "vocabularies" / "naskah")
    assert list(files) == [f"panduan/templat/{id}.docx" for id in templates]
    for make in files.values():
        text = docx.Document(io.BytesIO(make()))
        words = "\n".join(
            [p.text for p in text.paragraphs] + [c.text for t in text.tables for r in t.rows for c in r.cells]
        )
        assert "[" in words and "{" not in words


def test_the_page_of_templates_names_each_with_when_to_use_it_and_the_columns_of_the_worksheet() -> None:
    page = (ROOT / "content" / "panduan" / "templat.md").read_text(encoding="utf-8")
    told = dict(re.findall(r"^\[[^\]]+\]\(([a-z-]+)\.docx\)\n:   (.+)$", page, re.MULTILINE))
    templates = load_templates(ROOT / "vocabularies" / "naskah")
    assert told == {id: template.untuk for id, template in templates.items()}
    assert re.findall(r"^\| `(\w+)` \| (.+) \|$", page, re.MULTILINE) == list(COLUMNS.items())
    names = dict(re.findall(r"^\[([^\]]+)\]\(([a-z-]+)\.docx\)", page, re.MULTILINE))
    assert names == {template.nama: id for id, template in templates.items()}
