"""The index of everyday problems, the page behind a door, and the links to doors from entries and the home page."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from pages_samples import BLORA, DALAM, SETTINGS, VOCABULARIES, make_entri, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import make_catalog
from catalog.frame.page import Page
from catalog.pages import PageContext, PageJob, make_context, plan_pages, render
from catalog.pages.masalah import KANTOR, problem_index, problem_page

GOLDEN = Path(__file__).parent / "golden" / "pages"

SEMARANG = make_entri(
    "kota-semarang/ambulan-hebat",
    nama="Si Cepat Ambulan Hebat",
    ringkasan="Ambulans gawat darurat gratis yang siaga 24 jam dan mendatangi warga.",
    hasil_terukur=[{"indikator": "Waktu tiba", "satuan": "menit", "sebelum": "45", "sesudah": "20"}],
)
SAMIN = make_entri(
    "kab-blora/samin-119",
    nama="Samin 119",
    ringkasan="Aplikasi untuk memanggil ambulans di Blora selama 24 jam.",
    status={"keadaan": "berjalan"},
    layanan={"jam": "24 jam", "telepon": "119", "tautan": "https://layanan.contoh.go.id/samin"},
)
SIAGA = make_entri("kab-blora/desa-siaga", nama="Desa Siaga", kata_kunci=["ambulans"], kepanjangan="Desa yang siap")
LAMA = make_entri("kab-blora/lama", nama="Ambulans Lama", status={"keadaan": "berhenti"}, layanan={"jam": "8"})
NAMA = make_entri("kab-kudus/k-119", nama="Ambulans <b>Kudus</b>")
HENTI = make_entri("kota-kupang/bks", nama="Ambulans Kupang", status={"keadaan": "berhenti"})


@pytest.fixture(scope="module")
def context() -> PageContext:
    return make_context(sample_catalog(SEMARANG, SAMIN, SIAGA, LAMA, NAMA, HENTI), SETTINGS)


def parse(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(page.body)


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_golden_page_of_a_door(context: PageContext) -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_pages_masalah.py`` writes it anew; read the difference."""
    body, file = problem_page("butuh-ambulans", 1, context).body, GOLDEN / "butuh-ambulans.html"
    if os.environ.get("REGENERATE_GOLDEN"):
        file.write_text(body, encoding="utf-8")
    assert body == file.read_text(encoding="utf-8")


def test_what_one_can_do_now_stands_first_then_the_other_regions_by_evidence(context: PageContext) -> None:
    page = parse(problem_page("butuh-ambulans", 1, context))
    assert texts(page, "h2, h3") == [
        "Yang bisa dipakai sekarang di Kabupaten Blora",
        "Samin 119",
        "Juga ada di Kabupaten Blora",
        "Pernah ada di Kabupaten Blora, sudah berhenti",
        "Di daerah lain",
        "Hasilnya sudah diukur atau dinilai",
        "Baru namanya yang tercatat",
        "Sudah berhenti",
        "Sakit dan kesehatan: masalah lain",
    ]
    assert texts(page, "dt, dd") == [
        "Jam layanan",
        "24 jam",
        "Telepon",
        "119",
        "Layanan daring",
        "layanan.contoh.go.id",
    ]
    assert texts(page, ".kepala__ket") == ["6 inovasi tercatat: 3 di Kabupaten Blora, 3 di daerah lain."]
    assert page.css_first(".tombol").attributes["href"] == "../../jelajah/?q=ambulans"


def test_a_door_without_entries_of_the_home_region_says_where_to_turn(context: PageContext) -> None:
    only = make_context(make_catalog([SEMARANG], [BLORA], VOCABULARIES), SETTINGS)
    page = parse(problem_page("butuh-ambulans", 1, only))
    assert texts(page, ".kosong__judul") == ["Belum ada inovasi Kabupaten Blora yang tercatat untuk masalah ini"]
    links = [node.attributes["href"] for node in page.css(".kosong a")]
    assert links[0] == "../../wilayah/kab-blora/"
    assert links[-1] == "https://www.lapor.go.id/"


def test_behind_a_door_for_officials_nothing_is_to_be_used(context: PageContext) -> None:
    inside = make_entri("kab-blora/sikep", nama="Sikep", urusan=["perencanaan"], layanan={"jam": "8 sampai 15"})
    page = parse(problem_page("kantor-satu-data", 1, make_context(sample_catalog(inside), SETTINGS)))
    assert KANTOR in VOCABULARIES.kelompok_masalah
    assert texts(page, "h2")[0] == "Yang sudah ada di Kabupaten Blora"
    assert page.css_first("dl") is None
    empty = parse(problem_page("kantor-menumbuhkan-inovasi", 1, context))
    assert texts(empty, ".kosong p")[1] == "Kantor yang sudah punya caranya dapat mengirim entri."


def test_a_long_door_has_pages_and_every_entry_is_on_one_of_them() -> None:
    entries = [make_entri(f"kota-solok/ambulans-{n:03}", nama=f"Ambulans {n}") for n in range(120)]
    context = make_context(sample_catalog(*entries, SAMIN), SETTINGS)
    jobs = [job for job in plan_pages(context) if job.kind == "masalah" and job.key == "butuh-ambulans"]
    assert [job.path for job in jobs] == [
        "masalah/butuh-ambulans/",
        "masalah/butuh-ambulans/halaman-2/",
        "masalah/butuh-ambulans/halaman-3/",
    ]
    pages = [render(job, context) for job in jobs]
    listed = [href for page in pages for href in _entry_addresses(page)]
    assert sorted(listed) == sorted([SAMIN.tautan, *(entri.tautan for entri in entries)])
    assert pages[1].title == "Butuh ambulans atau pertolongan darurat, halaman 2"
    assert texts(parse(pages[1]), "h2")[0] == "Di daerah lain"


def test_what_one_can_use_is_on_the_first_page_however_many_others_there_are() -> None:
    others = [
        make_entri(f"kab-blora/a-{n:02}", nama=f"Ambulans {n}", dokumen=[{"jenis": "SOP", "judul": "Panduan"}])
        for n in range(60)
    ]
    context = make_context(sample_catalog(*others, SAMIN), SETTINGS)
    assert _entry_addresses(problem_page("butuh-ambulans", 1, context))[0] == SAMIN.tautan


def _entry_addresses(page: Page) -> list[str]:
    found = (str(node.attributes["href"]) for node in parse(page).css("a[href*='/inovasi/']"))
    return [href.removeprefix(page.base) for href in found]


def test_the_index_shows_every_door_once_with_its_count(context: PageContext) -> None:
    page = parse(problem_index(context))
    assert [node.attributes["href"] for node in page.css(".pintu a")] == [
        f"../masalah/{id}/" for group in VOCABULARIES.kelompok_masalah for id in _doors_of(group)
    ]
    counts = dict(zip(texts(page, ".pintu a"), texts(page, ".pintu__jumlah"), strict=True))
    assert counts["Butuh ambulans atau pertolongan darurat"] == "6 inovasi"
    assert counts["Sampah menumpuk"] == "belum ada"
    assert page.css_first("form[role=search]") is not None


def _doors_of(group: str) -> list[str]:
    return [door.id for door in VOCABULARIES.masalah.values() if door.kelompok == group]


def test_every_door_has_a_page_whether_or_not_it_has_entries(context: PageContext) -> None:
    assert {job.key for job in plan_pages(context) if job.kind == "masalah"} == set(VOCABULARIES.masalah)


def test_the_home_page_shows_the_chosen_doors_that_have_entries(context: PageContext) -> None:
    page = parse(render(PageJob("", "beranda"), context))
    assert [node.attributes["href"] for node in page.css("#masalah a")] == [
        "./masalah/butuh-ambulans/",
        "./masalah/mengurus-ktp-dan-kk/",
        "./masalah/mengurus-izin-usaha/",
        "./masalah/butuh-bantuan-sosial/",
        "./masalah/",
        "./urusan/",
    ]


def test_an_entry_names_its_doors_in_one_line(context: PageContext) -> None:
    page = LexborHTMLParser(render(PageJob(DALAM.tautan, "entri", DALAM.id), context).body)
    line = next(node for node in page.css(".kepala__ket") if node.text().startswith("Masalah sehari-hari"))
    said = "Masalah sehari-hari: Mengurus KTP dan KK; Banyak urusan, ingin selesai di satu tempat"
    assert " ".join(line.text().split()) == said
    assert line.css_first("a").attributes["href"] == "../../../masalah/mengurus-ktp-dan-kk/"
