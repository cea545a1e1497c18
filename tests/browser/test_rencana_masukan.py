"""Bad input of the planner: each gets a sentence at its field, and nothing typed is lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from .chromium import Visitor
from .planned import PATH, open_planner, plan_for_kudus, wait

Visit = Callable[..., Visitor]
MARKUP = "<img src=x onerror=alert(1)><script>alert(2)</script>\"'&amp;"


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    return visit()


@pytest.fixture
def page(visitor: Visitor) -> Page:
    page = open_planner(visitor, "?entri=kab-blora/silat")
    plan_for_kudus(page)
    return page


def fault_of(page: Page, field: str) -> str:
    """The sentence at a field, after looking whether it is tied to it and whether the summary leads there."""
    sentence = page.locator(f"#{field}-salah")
    expect(sentence).to_be_visible()
    assert f"{field}-salah" in (page.get_attribute(f"#{field}", "aria-describedby") or "")
    assert page.get_attribute(f"#{field}", "aria-invalid") == "true"
    expect(page.locator(f"#rencana-kesalahan a[href='#{field}']")).to_have_text(sentence.inner_text())
    return sentence.inner_text()


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("31 Februari 2027", "31 Februari 2027 tidak ada di kalender."),
        ("2026-02-29", "29 Februari 2026 tidak ada di kalender."),
        ("40-13-2026", "“40-13-2026” tidak ada di kalender."),
        ("kapan saja", "“kapan saja” tidak terbaca sebagai tanggal. Tulis seperti 14 Desember 2026."),
        (MARKUP[:40], f"“{MARKUP[:40]}” tidak terbaca sebagai tanggal. Tulis seperti 14 Desember 2026."),
    ],
)
def test_a_date_that_does_not_exist(page: Page, typed: str, told: str) -> None:
    page.fill("#mulai", typed)
    assert fault_of(page, "mulai") == told
    assert page.input_value("#mulai") == typed
    page.reload()
    wait(page)
    assert page.input_value("#mulai") == typed and fault_of(page, "mulai") == told
    page.fill("#mulai", "14-12-2026")
    expect(page.locator("#mulai-salah")).to_have_count(0)
    assert page.get_attribute("#mulai", "aria-invalid") is None
    expect(page.locator("#mulai-arti")).to_have_text("Senin, 14 Desember 2026")


def test_a_return_before_departure_and_a_year_by_mistake(page: Page) -> None:
    page.fill("#selesai", "13 Desember 2026")
    assert fault_of(page, "selesai") == "Hari terakhir lebih awal daripada hari pertama. Betulkan salah satunya."
    expect(page.locator(".jadwal__hari h3")).to_have_text(["Senin, 14 Desember 2026"])
    page.fill("#selesai", "15 Desember 2027")
    assert fault_of(page, "selesai") == "Lamanya 367 hari, padahal paling lama 14. Periksa kedua tanggalnya."


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("0", "Jumlah peserta sedikitnya 1 orang."),
        (
            "5000",
            "5.000 orang terlalu banyak untuk satu kunjungan. Periksa angkanya; bila memang sebanyak "
            "itu, pilih daring.",
        ),
        ("-3", "Tulis jumlah peserta dengan angka saja, misalnya 12."),
        ("dua belas", "Tulis jumlah peserta dengan angka saja, misalnya 12."),
    ],
)
def test_a_number_of_guests_that_cannot_be(page: Page, typed: str, told: str) -> None:
    page.fill("#peserta", typed)
    assert fault_of(page, "peserta") == told
    assert page.input_value("#peserta") == typed
    expect(page.locator(".naskah")).to_contain_text("[jumlah] orang dari Bapperida")


def test_the_summary_leads_to_the_field_by_keyboard(page: Page) -> None:
    page.fill("#peserta", "0")
    page.locator("#rencana-kesalahan a").first.focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "peserta"
    assert "#" not in page.url


def test_a_region_that_is_none_and_ones_own_as_host(page: Page) -> None:
    page.fill("#daerah", "Kabupaten Kudu")
    assert fault_of(page, "daerah") == "Tidak ada daerah bernama “Kabupaten Kudu”. Pilih nama dari daftar."
    page.fill("#daerah", "kab. kudus")
    expect(page.locator("#daerah-salah")).to_have_count(0)
    page.fill("#daerah", "Blora")
    assert fault_of(page, "daerah").startswith("Daerah Anda juga tuan rumah dalam rencana ini.")


def test_a_name_that_no_entry_has(page: Page) -> None:
    page.fill("#inovasi", "qzx tidak ada")
    page.press("#inovasi", "Enter")
    assert (
        fault_of(page, "inovasi")
        == "Tidak ada inovasi bernama “qzx tidak ada”. Coba satu kata saja, atau tempelkan tautan halamannya."
    )
    assert page.input_value("#inovasi") == "qzx tidak ada"


def test_entries_that_have_vanished_are_named_and_left_out(visitor: Visitor) -> None:
    page = open_planner(visitor, "#v=1&e=kab-blora/silat&e=kab-blora/hilang&e=kab-atlantis/sirna&d=kab-kudus")
    expect(page.locator("#rencana-inovasi h3")).to_have_text(["SILAT"])
    expect(page.locator(".admonition.warning")).to_contain_text(
        "Tidak ikut dalam rencana: kab-blora/hilang, kab-atlantis/sirna."
    )


def test_fifty_entries_in_a_plan(visitor: Visitor) -> None:
    names = visitor.context.request.get(f"{visitor.address}{PATH}nama.json").json()
    ids = [f"{region}/{slug}" for region, entries in names.items() for slug in entries][:50]
    page = open_planner(visitor, "#v=1&" + "&".join(f"e={id}" for id in ids))
    told = fault_of(page, "inovasi")
    assert told.startswith("Rencana ini memuat 50 inovasi, padahal yang dapat dijadwalkan 20.")
    assert page.locator("#rencana-inovasi > li").count() == 50
    page.reload()
    wait(page)
    assert page.locator("#rencana-inovasi > li").count() == 50
    page.fill("#mulai", "14-12-2026")
    page.fill("#selesai", "15-12-2026")
    expect(page.locator("#rencana-jadwal")).to_contain_text("Belum mendapat hari:")


def test_pasted_markup_is_text_everywhere(page: Page) -> None:
    page.locator("#isian-surat > summary").click()
    page.locator("#sesudah > summary").click()
    fields = page.locator(
        "#rencana :is(input[type=text], textarea):visible:not(#inovasi, #mulai, #selesai, #dikirim, #peserta, #daerah)"
    )
    for field in fields.all():
        field.fill(MARKUP)
    page.get_by_role("button", name="Tambah pertanyaan").click()
    for button in page.locator("[data-lihat]").all():
        button.click()
    assert page.evaluate("document.querySelectorAll('#rencana :is(img, script)').length") == 0
    expect(page.locator(".tanya-sendiri li span")).to_have_text(MARKUP)
    assert MARKUP in page.inner_text("#rencana-pratinjau") + page.inner_text("#rencana-tanya")
    page.reload()
    wait(page)
    assert page.input_value("#asal_peserta") == MARKUP


def file_with(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "rencana-kunjungan.json"
    path.write_text(content, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            json.dumps({"berkas": "rencana-kunjungan", "versi": 2, "rencana": {}}),
            "Berkas ini memakai bentuk versi 2, sedangkan halaman ini membaca versi 1.",
        ),
        ('{"berkas":"rencana-kunjungan","versi":1,"renc', "Berkas ini terpotong atau bukan berkas rencana."),
        ("[]", "Berkas ini bukan berkas rencana kunjungan."),
        ("", "Berkas ini terpotong atau bukan berkas rencana."),
        ("[" * 100_000, "Berkas ini terpotong atau bukan berkas rencana."),
        ("9" * 400_000, "Berkas ini terlalu besar untuk berkas rencana."),
    ],
    ids=["versi-lain", "terpotong", "lain", "kosong", "kurung", "besar"],
)
def test_a_file_that_is_no_plan(page: Page, tmp_path: Path, content: str, told: str) -> None:
    page.set_input_files("#berkas", file_with(tmp_path, content))
    expect(page.locator("#berkas-salah")).to_contain_text(told)
    assert fault_of(page, "berkas").startswith(told)
    assert page.input_value("#daerah") == "Kabupaten Kudus"


def test_a_file_with_odd_values_gives_a_plan_without_them(page: Page, tmp_path: Path) -> None:
    odd = {
        "inovasi": ["kab-blora/silat", 7, "../x", {}],
        "peserta": 12,
        "cara": "terbang",
        "tujuan": "modal",
        "lepas": [1],
        "tanya": [{"teks": 5}, None],
        "hasil": {"a b": "x"},
        "mulai": ["a"],
    }
    content = json.dumps({"berkas": "rencana-kunjungan", "versi": 1, "rencana": odd})
    page.set_input_files("#berkas", file_with(tmp_path, content))
    expect(page.locator("#rencana-kabar")).to_have_text("Rencana dari berkas dibuka.")
    assert page.input_value("#peserta") == "12" and page.input_value("#mulai") == ""
    assert page.is_checked("[name=cara][value=daring]")
    expect(page.locator("#rencana-inovasi h3")).to_have_text(["SILAT"])


@pytest.mark.parametrize(
    "hash",
    ["x" * 10_000, "v=1&" + "e=a/b&" * 2_000, "%E0%A4%A" * 1_250, "v=7&e=kab-blora/silat", "v=1&q=<b>:&x=9:&t=,,"],
    ids=["sampah", "panjang", "persen", "versi", "aneh"],
)
def test_garbage_in_the_address_changes_no_plan(page: Page, visitor: Visitor, hash: str) -> None:
    page.goto("about:blank")
    page.goto(f"{visitor.address}{PATH}#{hash}")
    wait(page)
    box = page.locator("#rencana-pemberitahuan .admonition").first
    if hash.startswith("v=1&q"):
        box.get_by_role("button", name="Kembalikan rencana sebelumnya").click()
    else:
        expect(box).to_contain_text("Rencana Anda di bawah tidak berubah.")
    expect(page.locator("#rencana-inovasi h3")).to_have_text(["SILAT"])
    assert page.input_value("#daerah") == "Kabupaten Kudus"


def test_a_link_to_a_place_of_the_page_is_no_plan(visitor: Visitor) -> None:
    page = open_planner(visitor, "#l3")
    assert page.url.endswith("#l3") and page.locator(".admonition").count() == 0


@pytest.mark.parametrize("stored", ["{", "null", "[]", '{"inovasi":"x","cara":7}', '"' + "a" * 5000 + '"'])
def test_a_spoilt_draft_is_as_good_as_none(visitor: Visitor, stored: str) -> None:
    visitor.page.goto(visitor.address + "tentang/")
    visitor.page.evaluate("(text) => localStorage.setItem('rencana:/', text)", stored)
    page = open_planner(visitor)
    assert page.locator("#rencana-inovasi > li").count() == 0


def test_a_browser_that_keeps_nothing_says_so_and_still_plans(visit: Visit) -> None:
    visitor = visit()
    visitor.page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };"
    )
    page = open_planner(visitor, "?entri=kab-blora/silat")
    plan_for_kudus(page)
    expect(page.locator(".admonition.warning")).to_contain_text("Rencana tidak tersimpan")
    expect(page.locator(".jadwal__hari")).to_have_count(1)


def test_numbers_of_persons_are_kept_out_of_link_and_record(page: Page) -> None:
    page.fill("#tujuan_lain", "Menemui 19850101 201001 1 001")
    assert fault_of(page, "tujuan_lain").startswith("Tujuan lain tampaknya memuat NIK atau NIP.")
