"""The form door as a contributor uses it: a new entry, an entry corrected, a visit told, by hand and by keyboard."""

from __future__ import annotations

import json
from collections.abc import Callable
from difflib import unified_diff
from typing import Any

import pytest
from playwright.sync_api import Page, Route, expect

from catalog.exports import export_entri
from catalog.iid import count_words
from catalog.model import Inovasi
from catalog.reading import parse_record
from catalog.record_text import body_parts, revise_entry, write_entry
from catalog.validation import check_record
from catalog.vocabularies import load_vocabularies

from .building import ROOT
from .chromium import Visitor
from .formulir import check_and_read, download, fill, open_all, open_form, pick, problems_of

REAL = ROOT / "innovations"


def _entry(id: str) -> tuple[str, dict[str, Any], dict[str, str]]:
    text = (REAL / f"{id}.md").read_text(encoding="utf-8")
    record, _ = parse_record(text, f"innovations/{id}.md")
    assert record is not None
    return text, record.data, body_parts(record.badan)


def _three() -> list[str]:
    """Three real entries of the home region: rich, middling and small, none that refers to another entry."""
    files = sorted((REAL / "kab-blora").glob("*.md"), key=lambda path: path.stat().st_size)
    plain = [f for f in files if "kab-" not in f.read_text(encoding="utf-8")]
    return [f"kab-blora/{plain[place].stem}" for place in (-1, len(plain) // 2, len(plain) // 5)]


@pytest.mark.parametrize("id", _three())
def test_a_new_contributor_enters_a_real_innovation(id: str, visit: Callable[..., Visitor]) -> None:
    _, data, badan = _entry(id)
    visitor = visit()
    page = open_form(visitor.page, visitor.address)
    pick(page, "#borang-wilayah", "Kabupaten Blora")
    open_all(page)
    fill(page, Inovasi, data)
    for key, section in badan.items():
        page.fill(f"#f-badan-{key}", section)
    shown = check_and_read(page)
    name, written = download(page)
    assert written.decode() == shown
    record, problems = parse_record(shown, "innovations/kab-blora/x.md")
    assert record is not None and not problems
    assert (record.data, body_parts(record.badan)) == (data, badan)
    assert shown == write_entry(data, badan).text
    file = name.replace("--", "/")
    assert [p for p in problems_of({file: written}, ("kab-blora",)) if "entri-ganda" not in p] == []


def test_an_edit_of_the_original_changes_only_the_edited_lines(visit: Callable[..., Visitor]) -> None:
    """The exact file is opened beside the entry's data; what was typed before stays."""
    text, _, _ = _entry("kab-blora/samin-119")
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    assert page.input_value("#f-nama") == "Samin 119"
    open_all(page)
    page.fill("#f-layanan-jam", "24 jam setiap hari")
    page.set_input_files("#borang-berkas", str(REAL / "kab-blora/samin-119.md"))
    expect(page.locator("#borang .kotak").first).to_contain_text("samin-119.md dibuka")
    open_all(page)
    page.get_by_role("button", name="Tambah alat").click()
    page.fill("#f-alat-0", "Aplikasi: Samin 119")
    changed = check_and_read(page)
    lines = [line for line in unified_diff(text.split("\n"), changed.split("\n"), lineterm="", n=0) if line[0] in "+-"]
    assert lines[2:] == ["+alat:", '+  - "Aplikasi: Samin 119"', "-  jam: 24 jam", "+  jam: 24 jam setiap hari"]


def test_an_entry_opened_from_its_data_loses_nothing(visit: Callable[..., Visitor]) -> None:
    text, data, badan = _entry("kab-blora/samin-119")
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    shown = check_and_read(page)
    record, _ = parse_record(shown, "innovations/kab-blora/samin-119.md")
    assert record is not None and (record.data, body_parts(record.badan)) == (data, badan)
    assert revise_entry(text, "innovations/kab-blora/samin-119.md", record.data, body_parts(record.badan)) == text


def test_a_contributors_own_file_keeps_its_comments_and_unknown_isian(
    visit: Callable[..., Visitor], tmp_path: Any
) -> None:
    text = """---
# catatan pengelola
nama: Samin 119   # nama resmi
urusan: kesehatan
ringkasan: 'Ambulans gratis yang dipanggil lewat satu nomor.'
catatan_kami: jangan hilang
layanan: {jam: 24 jam, telepon: "119"}
sumber:
  # berita pertama
  - judul: Judul satu
    penerbit: contoh.id   # koran

  - {judul: Judul dua, penerbit: contoh.id}
---

Pembuka.

## Hasil

Hasil lama.
"""
    own = tmp_path / "samin-119.md"
    own.write_text(text, encoding="utf-8")
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?wilayah=kab-blora")
    page.locator("#borang-berkas").evaluate("(one) => { one.closest('details').open = true }")
    page.set_input_files("#borang-berkas", str(own))
    expect(page.locator("#f-nama")).to_have_value("Samin 119")
    open_all(page)
    page.fill("#f-sumber-0-judul", "Judul satu yang benar")
    page.fill("#f-nama", "Samin 119 Blora")
    changed = check_and_read(page)
    assert changed == text.replace("nama: Samin 119 ", "nama: Samin 119 Blora ").replace(
        "Judul satu\n", "Judul satu yang benar\n"
    )


def test_an_edit_from_the_entrys_page_keeps_comments_and_unknown_isian(visit: Callable[..., Visitor]) -> None:
    """The ordinary path: nobody opens a file, the open data bring the text of one that holds more than its isian."""
    name = "innovations/kab-blora/samin-119.md"
    text = (REAL / "kab-blora/samin-119.md").read_text(encoding="utf-8")
    text = text.replace("nama: Samin 119\n", "# jangan diubah tanpa PSC\nnama: Samin 119 # resmi\ncatatan_kami: x\n", 1)
    text += "\n## Catatan\n\nDi luar keempat bagian.\n"
    record, _ = parse_record(text, name)
    assert record is not None
    entri = check_record(record, load_vocabularies(ROOT / "vocabularies")).entri
    assert entri is not None
    path, document = export_entri(entri)
    visitor = visit()
    visitor.page.route(f"**/{path}", lambda route: route.fulfill(body=document, content_type="application/json"))
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    open_all(page)
    page.fill("#f-nama", "Samin 119 Blora")
    assert check_and_read(page) == text.replace("nama: Samin 119 #", "nama: Samin 119 Blora #")


def test_an_original_that_the_browser_cannot_read_gives_way_to_the_data(visit: Callable[..., Visitor]) -> None:
    visitor = visit()

    def broken(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "berkas_asli": "---\nnama: [Samin\n---\n"})

    visitor.page.route("**/data/v1/inovasi/kab-blora/samin-119.json", broken)
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    assert page.input_value("#f-nama") == "Samin 119"


def test_a_register_with_comments_is_added_to_in_its_own_text(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    old = "# dari buku tamu\ndaftar:\n  - tuan_rumah: kab-blora # kami\n    tamu: kab-pati\n    lantai: '2'\n"

    def with_text(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "berkas_asli": {"kunjungan.yml": old}})

    visitor.page.route("**/data/v1/wilayah/kab-blora.json", with_text)
    page = open_form(visitor.page, visitor.address, "?jenis=kunjungan&wilayah=kab-blora")
    _type_visit(page)
    assert check_and_read(page).startswith(f"{old}  - tanggal: 2024-04-18\n")


def test_a_number_in_a_comment_of_an_opened_file_is_named(visit: Callable[..., Visitor], tmp_path: Any) -> None:
    text = (REAL / "kab-blora/samin-119.md").read_text(encoding="utf-8")
    own = tmp_path / "samin-119.md"
    own.write_text(text.replace("nama: Samin 119\n", "nama: Samin 119 # HP 0812-0000-0001\n"), encoding="utf-8")
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?wilayah=kab-blora")
    page.set_input_files("#borang-berkas", str(own))
    expect(page.locator("#f-nama")).to_have_value("Samin 119")
    page.click("#borang-periksa")
    assert "Berkas: Ada nomor ponsel di sini" in page.inner_text(".borang-ringkas")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("tanpa garis", "Berkas ini tidak berisi dua garis --- yang mengapit isian."),
        ("---\nnama: a: b\n---\n", "Baris 2 berkas ini tidak dapat dibaca sebagai isian."),
        ("---\n- satu\n---\n", "Berkas ini tidak berisi isian."),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(
    visit: Callable[..., Visitor], tmp_path: Any, text: str, said: str
) -> None:
    own = tmp_path / "rusak.md"
    own.write_text(text, encoding="utf-8")
    visitor = visit()
    page = open_form(visitor.page, visitor.address)
    page.set_input_files("#borang-berkas", str(own))
    expect(page.locator("#borang-kabar")).to_contain_text(said)
    assert page.input_value("#f-nama") == ""


def _type_visit(page: Page) -> None:
    page.fill("#f-daftar-0-tanggal", "18/04/2024")
    page.fill("#f-daftar-0-tuan_rumah", "Kabupaten Blora")
    page.press("#f-daftar-0-tuan_rumah", "Tab")
    page.fill("#f-daftar-0-tamu", "Kabupaten Rembang")
    page.press("#f-daftar-0-tamu", "Tab")
    page.fill("#f-daftar-0-jenis", "Studi tiru")
    page.press("#f-daftar-0-jenis", "Enter")
    page.fill("#f-daftar-0-topik", "Penanganan stunting")
    page.fill("#f-daftar-0-sumber-0-judul", "Rembang belajar ke Blora")
    page.fill("#f-daftar-0-sumber-0-penerbit", "blorakab.go.id")
    page.click("#borang-periksa")
    page.get_by_role("button", name="Pakai 2024-04-18").click()


def test_a_visit_is_added_to_the_register(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?jenis=kunjungan&wilayah=kab-blora")
    _type_visit(page)
    before = (REAL / "kab-blora/kunjungan.yml").read_text(encoding="utf-8")
    shown = check_and_read(page)
    assert shown.endswith("""
  - tanggal: 2024-04-18
    tuan_rumah: kab-blora
    tamu: kab-rembang
    jenis: studi-tiru
    topik: Penanganan stunting
    sumber:
      - judul: Rembang belajar ke Blora
        penerbit: blorakab.go.id
""")
    name, written = download(page)
    assert (name, written.decode()) == ("kab-blora--kunjungan.yml", shown)
    old, _ = parse_record(before, "innovations/kab-blora/kunjungan.yml")
    new, _ = parse_record(shown, "innovations/kab-blora/kunjungan.yml")
    assert old is not None and new is not None and new.data["daftar"][:-1] == old.data["daftar"]
    assert problems_of({"kab-blora/kunjungan.yml": written}, ("kab-blora",)) == []


def test_a_number_of_a_person_is_named_while_typing(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address)
    page.fill("#f-ringkasan", "Hubungi petugas di 0812-0000-0001 setiap hari kerja.")
    page.wait_for_selector("#f-ringkasan-salah")
    said = page.inner_text("#f-ringkasan-salah")
    assert "Ada nomor ponsel di sini; data pribadi tidak boleh masuk katalog." in said and "0000" not in said
    page.click("#borang-periksa")
    assert page.locator(".borang-kirim").count() == 0


def test_the_summary_leads_to_each_field(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?wilayah=kab-blora")
    page.click("#borang-periksa")
    links = page.locator(".borang-ringkas a")
    assert [links.nth(n).inner_text() for n in range(links.count())] == [
        "Nama inovasi: Isian wajib nama belum ditulis.",
        "Urusan: Isian wajib urusan belum ditulis.",
        "Ringkasan: Isian wajib ringkasan belum ditulis.",
        "Sumber: Isian wajib sumber belum ditulis.",
    ]
    assert page.evaluate("document.activeElement.className").startswith("borang-ringkas")
    links.nth(0).press("Enter")
    assert page.evaluate("document.activeElement.id") == "f-nama"
    assert page.get_attribute("#f-nama", "aria-invalid") == "true"


def test_items_move_by_buttons_and_the_focus_stays_with_them(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address)
    page.evaluate("document.getElementById('bagian-meniru').open = true")
    for number, word in enumerate(("satu", "dua", "tiga")):
        page.locator("#f-prasyarat .borang-tambah").click()
        assert page.evaluate("document.activeElement.id") == f"f-prasyarat-{number}"
        page.keyboard.type(word)
    page.get_by_role("button", name="Naik: Prasyarat 3").press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Naik: Prasyarat 2"
    page.get_by_role("button", name="Hapus: Prasyarat 1").press("Enter")
    values = [page.input_value(f"#f-prasyarat-{n}") for n in range(2)]
    assert values == ["tiga", "dua"]
    assert page.inner_text("#borang-kabar") == "Prasyarat 1 dihapus."


def test_the_draft_survives_a_reload_and_can_be_thrown_away(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address)
    page.fill("#f-nama", "Rumah Kedelai")
    expect(page.locator(".borang-sisi .borang-ket")).to_have_text("Draf tersimpan di peramban ini.")
    open_form(page, visitor.address)
    assert page.input_value("#f-nama") == "Rumah Kedelai"
    page.get_by_role("button", name="Mulai dari kosong").click()
    expect(page.locator("#f-nama")).to_have_value("")


def test_a_photo_loses_what_the_camera_wrote(visit: Callable[..., Visitor], tmp_path: Any) -> None:
    from io import BytesIO

    from PIL import Image

    picture = Image.new("RGB", (2400, 1200), (20, 120, 100))
    exif = Image.Exif()
    exif[0x010F] = "Kamera Contoh"
    exif.get_ifd(0x8825)[2] = (7.0, 0.0, 0.0)
    picture.save(tmp_path / "Gedung Baru.JPG", "JPEG", exif=exif)
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    open_all(page)
    page.locator("#f-foto .borang-tambah").click()
    page.set_input_files("#f-foto-0-pilih", str(tmp_path / "Gedung Baru.JPG"))
    expect(page.locator("#f-foto-0-berkas")).to_have_value("gedung-baru.jpg")
    page.fill("#f-foto-0-alt", "Gedung layanan dari depan")
    check_and_read(page)
    name, written = download(page)
    photo_name, photo = download(page, "Unduh gedung-baru.jpg")
    assert (name, photo_name) == ("kab-blora--samin-119.md", "gedung-baru.jpg")
    image = Image.open(BytesIO(photo))
    assert image.size == (1600, 800) and not image.getexif() and b"Kamera" not in photo
    files = {"kab-blora/samin-119.md": written, "kab-blora/samin-119/gedung-baru.jpg": photo}
    assert problems_of(files, ("kab-blora",)) == []


def test_a_near_name_elsewhere_is_named_with_a_link(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?wilayah=kab-rembang")
    page.fill("#f-nama", "SAMIN 119 Kabupaten Rembang")
    page.click("#borang-periksa")
    link = page.locator(".kotak a[href*='inovasi/']").first
    link.wait_for()
    assert link.get_attribute("href") == f"{visitor.address}inovasi/kab-blora/samin-119/"


def test_another_thing_under_the_same_letters_is_named_as_such(visit: Callable[..., Visitor]) -> None:
    """As ``catalog/saran`` does: the same letters and the same meaning are a near name, another meaning is a clash."""
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?wilayah=kab-rembang")
    open_all(page)
    said = page.locator(".kotak li").filter(has=page.locator("a[href$='inovasi/kab-blora/geseku/']"))
    page.fill("#f-nama", "Geseku")
    for expansion, sentence in (
        ("Gelar Sepak Bola Kuno", "Singkatan ini juga dipakai inovasi lain"),
        ("Gerakan Sejuta Kotak Umat", "Inovasi bernama sama atau hampir sama"),
        ("", "Inovasi bernama sama atau hampir sama"),
    ):
        page.fill("#f-kepanjangan", expansion)
        page.click("#borang-periksa")
        expect(said).to_contain_text(sentence)


def test_rancang_bangun_is_counted_as_the_check_counts_it(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?wilayah=kab-rembang")
    open_all(page)
    text = "1. dua-tiga [dua kata](https://contoh.id/a-b) – dan/atau\n- 38,28 %\n* a & b"
    page.fill("#f-nama", "Geseku")
    page.fill("#f-lapor-rancang_bangun", text)
    page.click("#borang-periksa")
    said = page.locator(".kotak li", has_text="Rancang bangun berisi")
    expect(said).to_have_text(
        f"Rancang bangun berisi {count_words(text)} kata; formulir Indeks Inovasi Daerah meminta sedikitnya 300."
    )


def test_without_a_repository_the_button_explains_itself(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    check_and_read(page)
    assert "belum ditetapkan pengelola" in page.inner_text(".borang-kirim")


def test_where_no_file_can_be_shared_it_is_downloaded_and_the_message_prepared(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.page.add_init_script("Object.defineProperty(navigator, 'canShare', { value: undefined })")
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    check_and_read(page)
    name, _ = download(page, "Bagikan")
    assert name == "kab-blora--samin-119.md"
    expect(page.locator("#borang [role=status].borang-ket").last).to_contain_text("tidak dapat membagikan berkas")


def test_what_is_stored_or_asked_wrongly_opens_an_empty_form(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = open_form(visitor.page, visitor.address, "?jenis=__proto__&wilayah=constructor")
    key = page.evaluate("`borang:${new URL('../../', location.href).pathname}:entri:baru`")
    for broken in ("", "null", "[]", '{"v":1}', json.dumps({"v": 1, "data": [], "badan": {}, "asli": 5})):
        page.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, broken])
        open_form(page, visitor.address)
        assert page.input_value("#f-nama") == ""
