"""The planner from chosen entries to a calendar, a record, a link and a print; Kudus plans two days in full."""

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
from playwright.sync_api import Page, expect

from .building import ROOT
from .chromium import Visitor
from .findings import assert_none
from .planned import ASKED, PATH, download, fill_letter, give, kudus_plan, open_planner, plan_for_kudus, read_docx, wait
from .scripts import run_script
from .test_axe import in_every_look
from .test_keyboard import walk

Visit = Callable[..., Visitor]


@pytest.fixture
def visitor(visit: Visit) -> Visitor:
    return visit()


@pytest.fixture
def page(visitor: Visitor) -> Page:
    return open_planner(visitor)


@pytest.fixture
def kudus(visitor: Visitor) -> Page:
    """The plan of Kudus, filled."""
    return kudus_plan(visitor)


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
