"""The planner from chosen entries to papers that Word, LibreOffice and calendars open; Kudus plans two days in full."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import icalendar
import pypdf
import pytest
from playwright.sync_api import Page, Route, expect

from .building import ROOT
from .chromium import Visitor
from .findings import assert_none
from .planned import KUDUS, PATH, download, open_planner, plan_for_kudus, read_docx, texts_of, to_pdf, wait
from .scripts import run_script
from .test_axe import in_every_look
from .test_keyboard import walk

Visit = Callable[..., Visitor]
ASKED = "?" + "&".join(f"entri={id}" for id in KUDUS)


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    return visit()


@pytest.fixture
def page(visitor: Visitor) -> Page:
    return open_planner(visitor)


@pytest.fixture
def kudus(visitor: Visitor) -> Page:
    """The plan of Kudus, filled."""
    page = open_planner(visitor, ASKED)
    plan_for_kudus(page)
    return page


def days_of(page: Page) -> list[str]:
    return page.locator(".jadwal__hari h3").all_inner_texts()


def chosen(page: Page) -> list[str]:
    return page.locator("#rencana-inovasi h3").all_inner_texts()


def test_entries_come_from_the_address_until_something_is_changed(visitor: Visitor) -> None:
    """Nothing is stored before; a reload then reads the address once more."""
    page = open_planner(visitor, ASKED)
    assert chosen(page) == ["SILAT", "Rumah Kedelai Grobogan", "Samin 119"]
    assert page.evaluate("localStorage.length") == 0 and page.url.endswith(ASKED)
    page.fill("#peserta", "12")
    assert page.evaluate("localStorage.length") == 1 and page.url == visitor.address + PATH


def test_an_empty_plan_begins_with_the_basket(visitor: Visitor) -> None:
    visitor.page.goto(visitor.address + "inovasi/kab-blora/silat/")
    visitor.page.get_by_role("button", name="Bandingkan SILAT").click()
    visitor.page.locator(".keranjang").get_by_role("link", name="Rencanakan kunjungan").click()
    wait(visitor.page)
    assert chosen(visitor.page) == ["SILAT"]


def test_an_entrys_page_leads_to_a_plan_with_it(visitor: Visitor) -> None:
    visitor.page.goto(visitor.address + "inovasi/kab-grobogan/rumah-kedelai/")
    visitor.page.locator(".kepala").get_by_role("link", name="Rencanakan kunjungan").click()
    wait(visitor.page)
    assert chosen(visitor.page) == ["Rumah Kedelai Grobogan"]


def test_a_typed_name_is_found_and_picked_by_keyboard(page: Page) -> None:
    page.focus("#inovasi")
    page.keyboard.type("kedelai grob")
    expect(page.locator("#inovasi-pilihan [role=option]").first).to_contain_text("Rumah Kedelai Grobogan")
    page.keyboard.press("ArrowDown")
    assert page.get_attribute("#inovasi", "aria-activedescendant") == "pilihan-0"
    page.keyboard.press("Enter")
    expect(page.locator("#rencana-inovasi h3")).to_have_text("Rumah Kedelai Grobogan")
    assert page.input_value("#inovasi") == ""
    expect(page.locator("#rencana-kabar")).to_have_text("Rumah Kedelai Grobogan dimasukkan.")


def test_a_pasted_link_is_taken(page: Page, visitor: Visitor) -> None:
    page.fill("#inovasi", f"{visitor.address}inovasi/kab-blora/silat/ ")
    page.press("#inovasi", "Enter")
    expect(page.locator("#rencana-inovasi h3")).to_have_text("SILAT")


def test_a_removed_entry_is_gone_and_the_focus_is_not_lost(kudus: Page) -> None:
    kudus.get_by_role("button", name="Lepaskan Rumah Kedelai Grobogan").click()
    expect(kudus.locator("#rencana-inovasi h3")).to_have_text(["SILAT", "Samin 119"])
    assert kudus.evaluate("document.activeElement.getAttribute('aria-label')") == "Lepaskan Samin 119"


def test_what_is_answered_is_shown_and_what_is_not_is_asked(kudus: Page) -> None:
    first = kudus.locator("#rencana-inovasi > li").first
    first.locator("summary").click()
    expect(first).to_contain_text("Sudah terjawab: masalah dan konteks")
    answered, parts = map(int, re.findall(r"\d+", first.locator("summary").inner_text()))
    asked = kudus.locator("[data-inovasi='kab-blora/silat'] :checked")
    assert asked.count() == parts - answered
    expect(kudus.locator("#rencana-tanya summary").first).to_have_text(f"SILAT: {parts - answered} pertanyaan")
    asked.first.uncheck()
    expect(kudus.locator("#rencana-tanya summary").first).to_have_text(f"SILAT: {parts - answered - 1} pertanyaan")


def test_the_online_visit_comes_first(visitor: Visitor) -> None:
    page = open_planner(visitor, ASKED)
    assert page.locator("[name=cara]:checked").get_attribute("value") == "daring"
    plan_for_kudus(page, cara="daring")
    expect(page.locator(".jadwal")).to_contain_text("Pembukaan")
    expect(page.locator("#rencana-jadwal")).not_to_contain_text("Urutan perjalanan")
    letter = page.locator(".naskah")
    expect(letter).not_to_contain_text("Perjalanan, penginapan")
    expect(letter).to_contain_text("daring")


def test_kudus_goes_to_the_nearer_host_first_and_each_has_its_day(kudus: Page) -> None:
    expect(kudus.locator("#rencana-jadwal > p").first).to_contain_text(
        "Kabupaten Kudus → Kabupaten Grobogan (± 35 km) → Kabupaten Blora (± 56 km)"
    )
    days = kudus.locator(".jadwal__hari")
    assert days.locator("h3").all_inner_texts() == ["Senin, 14 Desember 2026", "Selasa, 15 Desember 2026"]
    expect(days.nth(0).locator(".jadwal__tuan")).to_have_text(["Kabupaten Grobogan · Dinas Pertanian"])
    expect(days.nth(1).locator(".jadwal__tuan")).to_have_text(
        ["Kabupaten Blora · Dinas Pendidikan", "Kabupaten Blora · Dinas Kesehatan"]
    )
    overview = kudus.locator("#rencana-ringkas")
    expect(overview).to_contain_text("Kabupaten Kudus, 12 orang")
    expect(overview).to_contain_text("Kamis, 3 Desember 2026")


def test_a_letter_that_comes_late_is_told_with_the_first_day_that_fits(kudus: Page) -> None:
    kudus.fill("#dikirim", "10 Desember 2026")
    told = kudus.locator("#rencana-aturan .temuan__tuan").first
    expect(told).to_contain_text("Kabupaten Grobogan")
    expect(told).to_contain_text("kunjungan paling cepat Senin, 21 Desember 2026")


def test_days_on_which_nobody_works_are_left_out_and_named(kudus: Page) -> None:
    kudus.fill("#mulai", "24-12-2026")
    kudus.fill("#selesai", "29-12-2026")
    kudus.fill("#dikirim", "")
    shown = kudus.locator("#rencana-jadwal")
    expect(shown).to_contain_text("Kamis, 24 Desember 2026 tidak dipakai: cuti bersama (Kelahiran Yesus Kristus).")
    expect(shown).to_contain_text("Sabtu, 26 Desember 2026 tidak dipakai")
    assert days_of(kudus) == ["Senin, 28 Desember 2026", "Selasa, 29 Desember 2026"]


def test_a_host_with_its_own_rules_is_visited_and_written_to_by_them(visitor: Visitor) -> None:
    """Blora with the rules that Sleman has published."""
    rules = {
        "ditujukan_kepada": "Bupati melalui Sekretaris Daerah; untuk ke kecamatan kepada Bupati",
        "tembusan": "Bagian Humas dan Protokol",
        "tenggat_hari_kerja": 7,
        "hari_terima": ["selasa", "kamis"],
        "hari": "Selasa dan Kamis",
        "rombongan_maksimal": 10,
        "menginap": "Tamu menginap di dalam kabupaten.",
    }
    give(visitor.page, "**/bandingkan/wilayah/kab-blora.json", {"aturan_kunjungan": rules})
    page = open_planner(visitor, "?entri=kab-blora/silat")
    plan_for_kudus(page)
    page.fill("#selesai", "18-12-2026")
    assert days_of(page) == ["Selasa, 15 Desember 2026"]
    told = "Senin, 14 Desember 2026 tidak dipakai: bukan hari menerima tamu."
    expect(page.locator("#rencana-jadwal")).to_contain_text(told)
    expect(page.locator("#rencana-aturan")).to_contain_text("Rombongan 12 orang lebih dari 10 orang")
    page.locator("#rencana-tuan summary").click()
    assert page.locator("#rencana-tuan dt").all_inner_texts() == [
        *("Surat ditujukan kepada", "Tembusan", "Saluran", "Tenggat surat", "Hari dan jam", "Rombongan paling banyak"),
        *("Pembagian biaya", "Dikirim sebelumnya", "Aturan menginap"),
    ]
    assert "10 orang" in page.locator("#rencana-tuan dd").all_inner_texts()
    usual = page.locator("#rencana-tuan dd", has_text="(kebiasaan umum)")
    expect(usual.first).to_contain_text("Surat")
    letter = page.locator(".naskah")
    expect(letter).to_contain_text("Bagian Humas dan Protokol, Kabupaten Blora")
    expect(letter).not_to_contain_text("Aturan penerimaan tamu")


def test_a_host_that_has_told_only_some_rules_is_asked_for_the_rest(visitor: Visitor) -> None:
    page = open_planner(visitor, "?entri=kab-sumedang/simpati")
    plan_for_kudus(page)
    expect(page.locator(".naskah")).to_contain_text(
        "Aturan penerimaan tamu di Kabupaten Sumedang baru sebagian kami temukan."
    )


def give(page: Page, address: str, more: dict[str, object]) -> None:
    """Let a JSON file of the site hold more than it does."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json=response.json() | more)

    page.route(address, answer)


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


def fill_letter(page: Page) -> None:
    page.locator("#isian-surat > summary").click()
    page.fill("#kantor", "Bapperida")
    page.fill("#alamat_kantor", "Jalan Simpang Tujuh 1, Kudus")
    page.fill("#tempat_surat", "Kudus")
    page.fill("#jabatan_penanda", "Sekretaris Daerah")
    page.fill("#alasan", "Anak tidak sekolah masih banyak")


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


def test_the_calendar_has_an_appointment_a_half_day_and_days_to_remember(kudus: Page) -> None:
    calendar = icalendar.Calendar.from_ical(download(kudus, "#rencana-jadwal button"))
    events = list(calendar.walk("VEVENT"))
    starts = [(event.decoded("DTSTART"), str(event["SUMMARY"])) for event in events]
    timed = {start: title for start, title in starts if isinstance(start, datetime)}
    days = {start: title for start, title in starts if not isinstance(start, datetime)}
    assert [start.isoformat() for start in timed] == [
        "2026-12-14T01:30:00+00:00",
        "2026-12-15T01:30:00+00:00",
        "2026-12-15T06:15:00+00:00",
    ]
    first = next(iter(timed.values()))
    assert first == "Kunjungan pembelajaran ke Kabupaten Grobogan: Rumah Kedelai Grobogan"
    assert days[date(2026, 12, 3)] == "Batas surat permohonan diterima Kabupaten Grobogan"
    assert days[date(2027, 3, 15)] == "Periksa tindak lanjut kunjungan (3 bulan)"
    assert len({str(event["UID"]) for event in events}) == len(events) == 8


def test_the_record_passes_the_check(kudus: Page, tmp_path: Path) -> None:
    """The file alone for a region without one, and the rows below what stands there already."""
    kudus.locator("#sesudah > summary").click()
    kudus.fill("#hasil-kab-blora", 'Sepakat meniru: data "per nama" dan # alamat; tim dibentuk.')
    kudus.fill("#sumber_tautan", "https://kuduskab.go.id/berita/1")
    whole = download(kudus, "#yaml-unduh").decode()
    rows = kudus.inner_text("#rencana-yaml")
    assert "tuan_rumah: kab-grobogan" in rows and "tamu: kab-kudus" in rows
    assert rows.count("rencana: ya") == 1  # Blora has its result, Grobogan is still to come
    here = tmp_path / "innovations"
    shutil.copytree(ROOT / "innovations", here)
    own = here / "kab-kudus" / "kunjungan.yml"
    own.write_text(own.read_text(encoding="utf-8").rstrip() + "\n" + rows, encoding="utf-8")
    (here / "kab-pati").mkdir(exist_ok=True)
    (here / "kab-pati" / "kunjungan.yml").write_text(
        whole.replace("tamu: kab-kudus", "tamu: kab-pati"), encoding="utf-8"
    )
    command = [sys.executable, str(ROOT / "build_catalog.py"), "check", "--format", "json", "--innovations", str(here)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    mine = [
        row
        for row in json.loads(done.stdout)["masalah"]
        if "kunjungan.yml" in row["berkas"] and ("kudus" in row["berkas"] or "pati" in row["berkas"])
    ]
    assert mine == [] and done.returncode == 0, done.stderr


def test_a_reload_keeps_the_draft_and_hapus_data_removes_it(kudus: Page) -> None:
    kudus.fill("#selesai", "31 Februari 2027")
    kudus.reload()
    wait(kudus)
    assert chosen(kudus) == ["SILAT", "Rumah Kedelai Grobogan", "Samin 119"]
    assert (kudus.input_value("#daerah"), kudus.input_value("#selesai")) == ("Kabupaten Kudus", "31 Februari 2027")
    assert kudus.is_checked("[name=cara][value=luring]")
    kudus.click("#data-hapus")
    expect(kudus.locator("#rencana-kabar")).to_have_text("Semua isian rencana dihapus dari peramban ini.")
    assert kudus.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('rencana'))") == []
    kudus.reload()
    wait(kudus)
    assert kudus.input_value("#daerah") == "" and chosen(kudus) == []


def test_the_link_makes_the_same_plan_elsewhere_without_the_letters_texts(kudus: Page, visit: Visit) -> None:
    fill_letter(kudus)
    kudus.context.grant_permissions(["clipboard-read", "clipboard-write"])
    kudus.click("#tautan-salin")
    expect(kudus.locator("#rencana-kabar")).to_have_text("Tautan rencana disalin.")
    link = kudus.evaluate("navigator.clipboard.readText()")
    assert "Bapperida+dan" in link and "Simpang" not in link and "Sekretaris" not in link
    other = visit().page
    other.goto(link)
    wait(other)
    assert chosen(other) == ["SILAT", "Rumah Kedelai Grobogan", "Samin 119"]
    assert other.input_value("#daerah") == "Kabupaten Kudus" and other.input_value("#mulai") == "14 Desember 2026"
    assert other.input_value("#kantor") == ""
    expect(other.locator(".jadwal__hari h3")).to_have_text(["Senin, 14 Desember 2026", "Selasa, 15 Desember 2026"])


def test_a_link_does_not_lose_the_plan_that_was_there(kudus: Page) -> None:
    kudus.evaluate("location.hash = '#v=1&e=kab-blora/samin-119'")
    expect(kudus.locator("#rencana-inovasi h3")).to_have_text(["Samin 119"])
    kudus.get_by_role("button", name="Kembalikan rencana sebelumnya").click()
    expect(kudus.locator("#rencana-inovasi h3")).to_have_text(["SILAT", "Rumah Kedelai Grobogan", "Samin 119"])
    assert kudus.input_value("#daerah") == "Kabupaten Kudus"


def test_the_plans_file_opens_it_again(kudus: Page, visit: Visit, tmp_path: Path) -> None:
    fill_letter(kudus)
    file = tmp_path / "rencana-kunjungan.json"
    file.write_bytes(download(kudus, "#berkas-simpan"))
    other = open_planner(visit())
    other.set_input_files("#berkas", file)
    expect(other.locator("#rencana-inovasi h3")).to_have_text(["SILAT", "Rumah Kedelai Grobogan", "Samin 119"])
    assert other.input_value("#kantor") == "Bapperida"


def test_an_earlier_answer_is_offered_before_a_question_is_added(visitor: Visitor) -> None:
    answer = [{"tanya": "Berapa lama melatih operator desa?", "jawab": "Dua hari, di kecamatan."}]
    give(visitor.page, "**/data/v1/inovasi/kab-blora/silat.json", {"tanya_jawab": answer})
    page = open_planner(visitor, "?entri=kab-blora/silat")
    page.fill("#tanya-baru", "Operator desa dilatih berapa hari?")
    page.get_by_role("button", name="Tambah pertanyaan").click()
    expect(page.locator("#tanya-tawaran")).to_contain_text("Dua hari, di kecamatan.")
    assert page.locator(".tanya-sendiri li").count() == 0
    page.get_by_role("button", name="Tetap tanyakan").click()
    expect(page.locator(".tanya-sendiri li span")).to_have_text("Operator desa dilatih berapa hari?")
    page.fill("#tanya-baru", "Apakah operator desa dilatih?")
    page.get_by_role("button", name="Tambah pertanyaan").click()
    page.get_by_role("button", name="Cukup, tidak perlu ditanyakan").click()
    assert page.locator(".tanya-sendiri li").count() == 1 and page.input_value("#tanya-baru") == ""


def test_costs_are_reckoned_for_ones_own_people(visitor: Visitor) -> None:
    """A typed number stands in for that of the profile, and a wrong one gets its sentence."""
    page = open_planner(visitor, "?entri=kab-grobogan/rat-hunter&entri=kab-blora/mal-pelayanan-publik")
    page.locator("#biaya > summary").click()
    costs = page.locator("#rencana-biaya")
    expect(costs).to_contain_text("Penduduk daerah Anda belum diketahui. Pilih daerah Anda")
    page.fill("#daerah", "Kabupaten Kudus")
    expect(costs).to_contain_text("Untuk Kabupaten Kudus, 877.821 jiwa.")
    expect(costs).to_contain_text("Rp\xa0231.000.000 sampai Rp\xa0244.000.000")
    expect(costs).to_contain_text("harga satuan, harga 2022Rp\xa01.500.000Rp\xa01.500.000\xa0×\xa0…")
    page.fill("#penduduk", "9.279.610")
    expect(costs).to_contain_text("Rp\xa0244.000.000 sampai Rp\xa02.440.000.000")
    for typed, told in (("0", "antara 1 dan 300 juta jiwa"), ("banyak", "Tulis jumlah penduduk dengan angka saja")):
        page.fill("#penduduk", typed)
        expect(page.locator("#penduduk-salah")).to_contain_text(told)
        expect(costs).to_contain_text("Untuk Kabupaten Kudus, 877.821 jiwa.")
    page.reload()
    wait(page)
    assert page.input_value("#penduduk") == "banyak"


def test_a_plan_without_amounts_has_no_part_about_costs(visitor: Visitor) -> None:
    page = open_planner(visitor, "?entri=kab-blora/silat")
    expect(page.locator("#biaya")).to_be_hidden()


def test_only_the_document_in_view_is_printed(kudus: Page) -> None:
    kudus.evaluate("print = () => {}")
    kudus.get_by_role("button", name="Cetak Surat minat replikasi untuk Kabupaten Blora").click()
    kudus.emulate_media(media="print")
    assert kudus.locator(".naskah").is_visible()
    for hidden in ("h1", "#l1", ".rencana__sisi", "#rencana-jadwal", ".naskah-pilih", "#data-hapus", ".bawah"):
        assert not kudus.locator(hidden).first.is_visible(), hidden
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(kudus.pdf(format="A4"))).pages)
    assert "Minat replikasi inovasi daerah" in text and "Rencana Anda" not in text


def test_the_page_itself_is_printed_as_a_sheet_of_days(kudus: Page) -> None:
    text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(kudus.pdf(format="A4"))).pages)
    assert "Rencana Anda" in text and "Paparan Rumah Kedelai Grobogan" in text
    assert "Yth." not in text and "Lepaskan" not in text


def test_the_planner_is_free_of_violations_in_every_look(kudus: Page) -> None:
    kudus.fill("#peserta", "0")
    kudus.fill("#inovasi", "desa")
    expect(kudus.locator("#inovasi-pilihan")).to_be_visible()
    unfold = "for (const e of document.querySelectorAll('main details')) e.open = true"
    assert_none({"rencana": in_every_look(kudus, lambda page: page.evaluate(unfold))})


def test_the_planner_is_walked_by_keyboard(kudus: Page) -> None:
    found = {}
    for width in (360, 1280):
        kudus.reload()
        wait(kudus)
        kudus.evaluate("for (const e of document.querySelectorAll('main details')) e.open = true")
        kudus.set_viewport_size({"width": width, "height": 740})
        found[str(width)] = walk(kudus) + run_script(kudus, "small") + run_script(kudus, "too_wide")
    kudus.set_viewport_size({"width": 320, "height": 740})
    found["320"] = run_script(kudus, "too_wide")
    assert_none(found)


def test_without_a_script_the_page_leads_to_the_templates(visit: Visit) -> None:
    page = visit(java_script_enabled=False).go(PATH)
    assert not page.locator("#rencana").is_visible()
    assert "memerlukan JavaScript" in page.inner_text("#rencana-tanpa")
    assert page.get_by_role("link", name="Templat surat dan daftar").is_visible()


def test_the_planner_works_under_the_headers_of_a_careful_host(visit: Visit, address_with_headers: str) -> None:
    page = open_planner(visit(address_with_headers), ASKED)
    plan_for_kudus(page)
    assert read_docx(download(page, "[data-docx=daftar-peserta]")).tables
