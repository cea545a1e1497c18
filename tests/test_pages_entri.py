"""The page of an entry: what it shows, whole pages byte for byte, and that nothing an entry holds becomes mark-up."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from pages_samples import (
    BERHENTI,
    BERITA,
    BLORA,
    DALAM,
    NAMA_SAJA,
    PENIRU,
    SETTINGS,
    VOCABULARIES,
    make_entri,
    sample_catalog,
)
from pydantic import TypeAdapter, ValidationError
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Badan, Daerah, Entri, make_catalog
from catalog.final_check import inspect_page
from catalog.model.inovasi import Inovasi
from catalog.model.isian import Rekaman
from catalog.pages.context import PageContext, make_context
from catalog.pages.entri import entry_page, make_view
from catalog.validation.plans import FieldPlan, plan_of

GOLDEN = Path(__file__).parent / "golden" / "pages"


@pytest.fixture(scope="module")
def context() -> PageContext:
    return make_context(sample_catalog(), SETTINGS)


def page_of(entri: Entri, context: PageContext) -> LexborHTMLParser:
    return LexborHTMLParser(entry_page(entri, context).body)


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


@pytest.mark.parametrize("entri", [DALAM, NAMA_SAJA, BERHENTI], ids=lambda e: e.slug)
def test_golden_page(entri: Entri, context: PageContext) -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_pages_entri.py`` writes them anew; read the difference."""
    body, file = entry_page(entri, context).body, GOLDEN / f"{entri.slug}.html"
    if os.environ.get("REGENERATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")
    assert body == file.read_text(encoding="utf-8")


def test_the_head_of_the_page(context: PageContext) -> None:
    page = entry_page(DALAM, context)
    assert (page.path, page.title, page.section, page.scripts) == (
        "inovasi/kab-blora/mal-pelayanan-publik/",
        "MPP Blora, Kabupaten Blora",
        "wilayah",
        (),
    )
    assert page.description == DALAM.inovasi.ringkasan


def test_the_parts_follow_the_readers_questions(context: PageContext) -> None:
    assert texts(page_of(DALAM, context), ".utama h2") == [
        "Untuk warga: cara memakai",
        "Masalah",
        "Cara kerja",
        "Hasil",
        "Apa kata penilai",
        "Meniru inovasi ini",
        "Kunjungan belajar",
        "Replikasi",
        "Penghargaan",
        "Penilaian sendiri",
        "Sumber yang tidak sama",
        "Siapa yang bisa ditanya",
        "Sumber",
        "Kelengkapan dan bukti",
        "Perbaiki entri ini",
    ]


def test_the_contents_lead_to_every_part_that_is_shown(context: PageContext) -> None:
    for entri in (DALAM, BERHENTI, PENIRU):
        page = page_of(entri, context)
        shown = [node.attributes["id"] for node in page.css(".utama section.bagian")]
        assert [node.attributes["href"] for node in page.css(".daftar-isi a")] == [f"#{id}" for id in shown]


def test_a_result_reads_as_a_sentence(context: PageContext) -> None:
    values = texts(page_of(DALAM, context), ".sebelum-sesudah__nilai")
    assert values == ["dari 235 → menjadi 261 layanan", "dari 78,5 → menjadi 88,12 dari 100", "436 pemohon sehari"]


def test_status_carries_its_date_and_the_missing_confirmation_stands_beside_it(context: PageContext) -> None:
    assert texts(page_of(DALAM, context), ".kepala .lencana") == ["Berjalan per 8 April 2025", "Belum dikonfirmasi"]
    confirmed = make_entri("kab-blora/contoh", dikonfirmasi={"tanggal": "2026-10-01", "oleh": "Dinas Kesehatan"})
    page = page_of(confirmed, context)
    assert texts(page, ".kepala .lencana") == ["Keadaan belum diketahui", "Dikonfirmasi 1 Oktober 2026"]
    assert texts(page, ".kepala__ket") == [
        "Belum ada sumber yang menyebut apakah masih berjalan. "
        "Terakhir dikonfirmasi oleh Dinas Kesehatan. Masih berjalan?"
    ]


def test_references_lead_to_sources_and_back(context: PageContext) -> None:
    page = page_of(DALAM, context)
    marks = {str(node.attributes["id"]): str(node.attributes["href"]) for node in page.css("sup.rujukan a")}
    assert len(marks) == 16
    backlinks = [str(node.attributes["href"])[1:] for node in page.css(".sumber__balik a")]
    assert sorted(backlinks) == sorted(marks)
    assert all(page.css_first(target) is not None for target in marks.values())


def test_a_source_without_address_is_cited_by_title_publisher_and_date(context: PageContext) -> None:
    assert texts(page_of(NAMA_SAJA, context), ".sumber li") == ["Berita contoh. contoh.id, Mei 2024."]


def test_costs_are_shown_not_added_and_plans_are_marked(context: PageContext) -> None:
    rows = [texts_of(row) for row in page_of(DALAM, context).css("[aria-labelledby=biaya-judul] tbody tr")]
    assert rows == [
        "Penataan gedung dan sistem1APBD Kabupaten Blora · Biaya awal · 2021 Rp 244.000.000",
        "Perawatan gedungBiaya tahunan · 2022 sampai 2024 belum ada angka",
        "Gedung baru dua lantai, tidak jadi dibangun1Masih rencana Rp 20.500.000.00020,5 miliar",
    ]


def texts_of(row: Any) -> str:
    return " ".join(" ".join(cell.text().split()) for cell in row.css("th, td"))


def test_a_commitment_is_not_a_replication(context: PageContext) -> None:
    copies = make_view(DALAM, context).replikasi.oleh
    assert [(c.pihak.nama, c.tahap, c.ket, bool(c.belum)) for c in copies] == [
        (
            "Kabupaten Rembang",
            "Berjalan",
            "tanggal belum diketahui, dikonfirmasi dua pihak, tahapnya menurut asal",
            False,
        ),
        ("Kabupaten Grobogan", "Kesepakatan", "3 September 2024, menurut asal", True),
    ]


def test_what_refers_to_an_entry_shows_on_its_page(context: PageContext) -> None:
    view = make_view(DALAM, context)
    facts = {fact.judul: [value.nama for value in fact.nilai] for fact in view.fakta}
    assert facts["Bagian-bagiannya"] == ["MPP Rembang"]
    assert facts["Menggantikan"] == ["Warung Izin Keliling (Kabupaten Blora)"]
    assert facts["Pernah dipamerkan di"] == ["Festival Blora Inovasi 2024, 10 sampai 12 Oktober 2024"]
    assert [guest.tamu.nama for guest in view.tamu] == ["Kota Pasuruan"]
    assert [award.nama for award in view.penghargaan_wilayah] == ["Kabupaten Terinovatif"]


def test_a_copy_that_names_its_origin_appears_there_without_being_listed_twice() -> None:
    copy = make_entri("kab-rembang/tiruan", replikasi={"dari": [{"asal": "kab-blora/asal"}]})
    alone = make_context(make_catalog([make_entri("kab-blora/asal"), copy], [], VOCABULARIES), SETTINGS)
    listed = make_entri(
        "kab-blora/asal", replikasi={"oleh": [{"wilayah": "kab-rembang", "tahap": "berjalan", "entri": copy.id}]}
    )
    both = make_context(make_catalog([listed, copy], [], VOCABULARIES), SETTINGS)
    for context in (alone, both):
        origin = context.catalog.find("kab-blora/asal")
        assert origin is not None
        assert [[t.nama for t in c.entri] for c in make_view(origin, context).replikasi.oleh] == [["Tiruan"]]


def test_an_entry_shows_its_own_rules_for_guests_and_leads_to_its_regions(context: PageContext) -> None:
    view = make_view(DALAM, context)
    rules = [(row.judul, row.teks) for row in view.aturan]
    assert rules == [("Rombongan paling banyak", "20 orang"), ("Bisa daring", "Ya")]
    assert texts(page_of(DALAM, context), '#kunjungan a[href$="#berkunjung"]') == ["aturan Kabupaten Blora"]


def test_without_a_service_citizens_are_sent_to_the_regions_office_and_to_lapor(context: PageContext) -> None:
    page = page_of(make_entri("kab-blora/contoh"), context)
    assert texts(page, "#untuk-warga p") == [
        "Entri ini belum menyebut cara memakai layanannya. Tanyakan kepada Bapperida Kabupaten Blora. Keluhan atau "
        "pertanyaan tentang layanan pemerintah dapat juga disampaikan lewat SP4N-LAPOR! (www.lapor.go.id)."
    ]


def test_a_region_without_office_is_still_named(context: PageContext) -> None:
    assert make_view(NAMA_SAJA, context).warga.endswith("Tanyakan kepada pemerintah Kabupaten Rembang.")


def test_a_stopped_innovation_says_so_with_reason_and_successor(context: PageContext) -> None:
    page = page_of(BERHENTI, context)
    assert texts(page, ".admonition.warning") == [
        "Inovasi ini sudah berhenti Dilebur ke MPP. Yang dipakai sekarang: MPP Blora (Kabupaten Blora)."
    ]
    assert not page.css("#kunjungan")


def test_a_name_only_entry_is_short_and_shows_no_gaps_as_facts(context: PageContext) -> None:
    page = page_of(NAMA_SAJA, context)
    assert texts(page, "h2") == [
        "Yang sudah diketahui",
        "Untuk warga: cara memakai",
        "Meniru inovasi ini",
        "Penghargaan",
        "Sumber",
        "Kelengkapan dan bukti",
        "Perbaiki entri ini",
    ]
    assert texts(page, ".fakta dt") == ["Wilayah", "Urusan", "Pertama diberitakan"]
    assert page.css(".dua-kolom") == []


def test_the_page_does_not_depend_on_how_many_entries_there_are(context: PageContext) -> None:
    larger = make_context(sample_catalog(make_entri("kab-blora/lain"), make_entri("kota-solok/lain")), SETTINGS)
    for entri in (DALAM, NAMA_SAJA, BERHENTI, PENIRU):
        assert entry_page(entri, larger) == entry_page(entri, context)


# ---- hostile text ----

CANARY = "<script>alert({n})</script>{{{{7*7}}}}{{% raw %}}\"'&amp;<b onclick=x>K{n}K"


def marks() -> Iterator[str]:
    for number in count(1):
        yield CANARY.format(n=number)


def fill(rekaman: type[Rekaman], canaries: Iterator[str]) -> dict[str, Any]:
    """Every isian of a record: hostile text wherever text is allowed, else a valid value."""
    hints = get_type_hints(rekaman, include_extras=True)
    return {name: fill_field(plan, hints[name], canaries) for name, plan in plan_of(rekaman).items()}


def fill_field(plan: FieldPlan, hint: Any, canaries: Iterator[str]) -> Any:
    if plan.rekaman:
        value: Any = fill(plan.rekaman, canaries)
    elif plan.daftar:
        value = next(iter(getattr(VOCABULARIES, plan.daftar)))
    elif plan.menunjuk == "sumber":
        value = "s1"
    elif plan.menunjuk == "alamat-lama":
        value = "kab-blora/lama"
    else:
        return fill_text(plan, hint, next(canaries))
    return [value] if plan.berdaftar else value


def fill_text(plan: FieldPlan, hint: Any, canary: str) -> Any:
    value = [canary] if plan.berdaftar else canary
    try:
        TypeAdapter(hint).validate_python(value)
    except ValidationError:
        return plan.contoh
    return value


def hostile_entry() -> tuple[Entri, int]:
    canaries = marks()
    front = fill(Inovasi, canaries)
    front["sumber"][0]["id"] = "s1"
    front["status"]["keadaan"] = "berhenti"
    body = [next(canaries) for _ in range(4)]
    last = int(body[-1].rsplit("K", 2)[1])
    return make_entri("kab-blora/jahat", Badan(*body), **front), last


NOT_SHOWN = {"foto", "sumber.untuk"}
"""Text that pages leave out: photos are not published yet, and the field names a source supports are for writers."""


def test_no_text_of_an_entry_becomes_mark_up_and_all_of_it_is_shown() -> None:
    entri, last = hostile_entry()
    context = make_context(make_catalog([entri], [BLORA], VOCABULARIES), SETTINGS)
    body = entry_page(entri, context).body
    page = LexborHTMLParser(body)
    assert page.css("script, b, [onclick]") == []
    assert "49" not in re.sub(r"K\d+K|alert\(\d+\)", "", body).replace("rujukan-1-", "")
    text = page.text()
    hidden = {n for n in range(1, last + 1) if f"K{n}K" not in text}
    assert {path_of(entri.inovasi, f"K{n}K") for n in hidden} - {""} <= NOT_SHOWN
    for n in set(range(1, last + 1)) - hidden:
        assert f"K{n}K" in text


def path_of(value: Any, mark: str, path: str = "") -> str:
    """The isian in which a mark stands, without positions in lists; '' where it stands nowhere."""
    if isinstance(value, str):
        return path if mark in value else ""
    if isinstance(value, tuple):
        return next((found for item in value if (found := path_of(item, mark, path))), "")
    if isinstance(value, Rekaman):
        for name in type(value).model_fields:
            deeper = name if path == "foto" or not path else f"{path}.{name}"
            found = path_of(getattr(value, name), mark, "foto" if path == "foto" else deeper)
            if found:
                return found
    return ""


def test_hostile_pages_pass_the_final_check() -> None:
    entri, _ = hostile_entry()
    evil = Daerah("kab-blora", "<script>", profil=BLORA.profil)
    context = make_context(make_catalog([entri], [evil], VOCABULARIES), SETTINGS)
    page = entry_page(entri, context)
    head = '<!doctype html><html lang="id"><head><title>x</title></head><body><main id="isi">'
    facts = inspect_page(f"{page.path}index.html", f"{head}{page.body}</main></body></html>")
    bodily = {
        "tag-tidak-dikenal",
        "atribut-style",
        "atribut-peristiwa",
        "atribut-terlarang",
        "alamat-terlarang",
        "id-ganda",
    }
    assert [fault for fault in facts.kesalahan if fault.aturan in bodily] == []


def test_the_required_isian_alone_make_a_page(context: PageContext) -> None:
    entri = make_entri("kab-blora/sedikit", sumber=[BERITA | {"tanggal": None}])
    assert texts(page_of(entri, context), "h1") == ["Sedikit"]
