"""The package of an entry: its weeks, its costs, its page and its DOCX; and the document templates to download."""

from __future__ import annotations

import csv
import io
import os
import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from pages_samples import BERHENTI, BERITA, DALAM, NAMA_SAJA, SETTINGS, VOCABULARIES, make_entri, sample_catalog
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Badan, Entri, make_catalog
from catalog.final_check import inspect_page
from catalog.frame.pour import split_print_frame
from catalog.naskah import load_templates
from catalog.pages import PageJob, render
from catalog.pages.context import PageContext, make_context
from catalog.pages.paket import PAKET, make_package, package_blocks, package_page
from catalog.pages.paket_isi import ENOUGH
from catalog.pages.paket_tabel import TASKS
from catalog.paket import COLUMNS, cost_sheet, qr_code, rescale, schedule, template_files
from catalog.paket.jadwal import read_days

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = Path(__file__).parent / "golden" / "paket"
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) tidak terpasang")


@pytest.fixture(scope="module")
def context() -> PageContext:
    return make_context(sample_catalog(), SETTINGS)


def context_of(*entri: Entri, site_url: str = "") -> PageContext:
    catalog = sample_catalog()
    known = [old for old in catalog.entri if old.id not in {new.id for new in entri}]
    made = make_catalog([*known, *entri], catalog.daerah.values(), catalog.vocabularies)
    return make_context(made, replace(SETTINGS, site_url=site_url))


def page_of(entri: Entri, context: PageContext) -> LexborHTMLParser:
    return LexborHTMLParser(package_page(entri.id, 1, context).body)


def headings(page: LexborHTMLParser) -> list[str]:
    return [node.text() for node in page.css("h2")]


def rows_under(page: LexborHTMLParser, heading: str) -> list[list[str]]:
    """Cells of the rows below the head of the first table under a heading."""
    node = next(h for h in page.css("h2") if h.text() == heading)
    while node.tag != "table":
        assert node.next
        node = node.next
    return [[cell.text().strip() for cell in row.css("td")] for row in node.css("tr")[1:]]


# ---- weeks ----


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("14 hari", 14),
        ("Sekitar dua minggu", 14),
        ("10 hari kerja", 14),
        ("sebulan", 30.4375),
        ("tiga bulan", 91.3125),
        ("2-3 bulan", 91.3125),
        ("2 sampai 3 bulan", 91.3125),
        ("sekitar setengah tahun", 182.625),
        ("dua belas hari", 12),
        ("1,5 tahun", 547.875),
        ("2005 sampai 2006", None),
        ("Januari sampai Februari 2025", None),
        ("dua minggu, lalu tiga bulan", None),
        ("seharian", None),
        ("", None),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, days: float | None) -> None:
    assert read_days(text) == days


def test_steps_follow_each_other_in_whole_weeks() -> None:
    assert schedule(["14 hari", "3 hari", "2 hari", "2 bulan"]) == [(1, 2), (3, 3), (3, 3), (3, 12)]


def test_nobody_knows_the_weeks_after_a_step_without_a_duration() -> None:
    assert schedule(["2 minggu", None, "1 minggu"]) == [(1, 2), None, None]
    assert schedule(["sampai selesai"]) == [None]
    assert schedule([]) == []


# ---- costs ----


def test_the_worksheet_has_every_item_and_leaves_ones_own_columns_empty() -> None:
    text = cost_sheet(DALAM.inovasi, 927961, VOCABULARIES)
    head, *rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and head == list(COLUMNS)
    assert rows[0] == [
        "Penataan gedung dan sistem", "awal", "2021", "244000000", "", "APBD Kabupaten Blora", "927961", "", "", "", "",
        "263000",
    ]  # fmt: skip
    assert [row[4] for row in rows] == ["", "", "ya"]
    assert rows[1][3] == ""


def test_a_cell_that_looks_like_a_formula_is_defused() -> None:
    entri = make_entri("kab-blora/contoh", biaya=[{"uraian": "=1+1"}])
    assert "'=1+1" in cost_sheet(entri.inovasi, None, VOCABULARIES)


def test_an_entry_without_costs_has_no_worksheet_and_no_link_to_it(context: PageContext) -> None:
    assert cost_sheet(NAMA_SAJA.inovasi, 1, VOCABULARIES) == ""
    assert [path.rsplit(".", 1)[1] for path, _ in package_page(NAMA_SAJA.id, 1, context).beside()] == ["docx"]
    assert "biaya-" not in package_page(NAMA_SAJA.id, 1, context).body
    assert [path.rsplit("/", 1)[1] for path, _ in package_page(DALAM.id, 1, context).beside()] == [
        "paket-mal-pelayanan-publik.docx",
        "biaya-mal-pelayanan-publik.csv",
    ]


def test_the_worksheet_says_what_follows_the_population_and_what_does_not() -> None:
    costs = [{"uraian": kind, "rupiah": "5000000", "sifat": kind} for kind in VOCABULARIES.sifat_biaya]
    entri = make_entri("kab-blora/contoh", biaya=[*costs, {"uraian": "apa saja", "rupiah": "5000000"}])
    _, *rows = csv.reader(io.StringIO(cost_sheet(entri.inovasi, 500_000, VOCABULARIES)))
    assert [(row[0], row[7], *row[10:]) for row in rows] == [
        ("tetap", "tidak", "tetap", ""),
        ("ikut-penduduk", "ya", "ikut-penduduk", "10000"),
        ("satuan", "tidak", "satuan", ""),
        ("apa saja", "", "", "10000"),
    ]
    without = csv.reader(io.StringIO(cost_sheet(entri.inovasi, None, VOCABULARIES)))
    assert [row[-1] for row in without] == ["rupiah_per_1000_jiwa", "", "", "", ""]


@pytest.mark.parametrize(
    ("rupiah", "asal", "kami", "scaled"),
    [
        (244_000_000, 927_961, 1_000, 263_000),
        (244_000_000, 927_961, 886_000, 233_000_000),
        (4_712_877_000, 900_000, 900_000, 4_712_877_000),
        (999_600, 1_000, 1_000_001, 1_000_000_000),
        (5, 2, 1, 3),
        (1, 1_000_000, 1_000, 0),
        (0, 7, 9, 0),
        (999_999_999_999_999, 1, 300_000_000, 300_000_000_000_000_000_000_000),
    ],
)
def test_amounts_follow_the_population_in_three_digits(rupiah: int, asal: int, kami: int, scaled: int) -> None:
    assert rescale(rupiah, asal, kami) == scaled


def with_population(*biaya: dict[str, Any], penduduk: str | None = "927961") -> tuple[Entri, PageContext]:
    """An entry with these costs in a region of so many people."""
    entri = make_entri("kab-blora/contoh", biaya=list(biaya))
    catalog = context_of(entri).catalog
    known = catalog.daerah["kab-blora"]
    assert known.profil
    daerah = replace(known, profil=known.profil.model_copy(update={"penduduk": int(penduduk) if penduduk else None}))
    made = make_catalog(catalog.entri, [*catalog.daerah.values(), daerah], catalog.vocabularies)
    return entri, make_context(made, SETTINGS)


def small_print(page: LexborHTMLParser) -> list[str]:
    return [node.text().strip() for node in page.css("h2 ~ p.kecil")]


def test_without_a_word_on_its_nature_a_cost_has_both_bounds_and_a_worked_example() -> None:
    entri, context = with_population({"uraian": "Aplikasi", "rupiah": "244000000", "tahun": "2021-2022"})
    page = page_of(entri, context)
    assert rows_under(page, "Lembar kerja biaya") == [
        ["Aplikasi (harga 2021 sampai 2022)", "Rp\xa0244.000.000; sekitar Rp\xa0263.000 per 1.000 jiwa", ""]
    ]
    assert (
        "Bila ikut jumlah penduduk: biaya asal × penduduk daerah kami ÷ 927.961 (penduduk Kabupaten Blora)."
        " Contoh untuk 1.000 jiwa: Rp\xa0244.000.000 × 1.000 ÷ 927.961 = sekitar Rp\xa0263.000."
        " Bila tetap: sama dengan biaya asal."
        " Bila sumber tidak menyebut sifatnya, kebutuhan daerah kami kira-kira di antara keduanya."
        " Sesuaikan dengan harga sekarang."
    ) in small_print(page)


def test_a_cost_whose_nature_is_known_is_told_so_and_asks_for_no_guess() -> None:
    entri, context = with_population(
        {"uraian": "Aplikasi", "rupiah": "5000000", "sifat": "tetap"},
        {"uraian": "Satu rumah", "rupiah": "7000000", "sifat": "satuan"},
    )
    page = page_of(entri, context)
    assert [row[:2] for row in rows_under(page, "Lembar kerja biaya")] == [
        ["Aplikasi (biaya tetap, tahun harga tidak tercatat)", "Rp\xa05.000.000"],
        ["Satu rumah (harga satuan, tahun harga tidak tercatat)", "Rp\xa07.000.000"],
    ]
    assert (
        "Bila tetap: sama dengan biaya asal. Harga satuan: kalikan dengan banyaknya di daerah kami."
        " Sesuaikan dengan harga sekarang. Tidak dijumlahkan, karena satu angka dapat memuat yang lain."
    ) in small_print(page)


def test_without_the_population_of_the_origin_the_method_stands_alone() -> None:
    entri, context = with_population({"uraian": "Aplikasi", "rupiah": "5000000"}, penduduk=None)
    page = page_of(entri, context)
    assert rows_under(page, "Lembar kerja biaya")[0][1] == "Rp\xa05.000.000"
    assert "× penduduk daerah kami ÷ penduduk daerah asal." in page.text() and "Contoh untuk" not in page.text()


@pytest.mark.parametrize(("amount", "said"), [("0", ""), (None, "Belum ada angka dari daerah asal.")])
def test_no_amount_is_not_the_same_as_no_cost(amount: str | None, said: str) -> None:
    entri, context = with_population({"uraian": "Aplikasi"} | ({"rupiah": amount} if amount else {}))
    assert small_print(page_of(entri, context))[1:] == ([said] if said else [])  # the first is about the steps


@pytest.mark.parametrize(
    ("item", "penduduk", "scripts"),
    [
        ({"rupiah": "5"}, "927961", ("paket-biaya.js",)),
        ({"rupiah": "5"}, None, ()),
        ({}, "927961", ()),
    ],
)
def test_only_a_package_with_something_to_rescale_has_a_script(
    item: dict[str, str], penduduk: str | None, scripts: tuple[str, ...]
) -> None:
    entri, context = with_population({"uraian": "Aplikasi", **item}, penduduk=penduduk)
    assert package_page(entri.id, 1, context).scripts == scripts


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
