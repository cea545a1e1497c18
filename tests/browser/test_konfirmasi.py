"""The page that confirms, as an office uses it: which entry, what is written, where it is sent, and without script."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from catalog.reading import parse_record

from .building import ROOT, Site
from .chromium import Visitor

PAGE = "kontribusi/konfirmasi/"


@pytest.fixture
def entry(site: Site) -> str:
    """The id of an entry with quotes or brackets in its name, if there is one."""
    return next((e.id for e in site.catalog.entri if re.search(r"[\"'(]", e.nama)), site.catalog.entri[0].id)


def _open(visit: Callable[..., Visitor], entry: str, **settings: str):
    page = visit().page
    page.goto(f"/{PAGE}")
    page.route(re.compile(r"/kontribusi/konfirmasi/\?"), lambda route: _with_settings(route, settings))
    page.goto(f"/{PAGE}?{entry}")
    page.wait_for_selector("#pesan:not([hidden])")
    return page


def _with_settings(route, settings: dict[str, str]) -> None:
    answer = route.fetch()
    text = answer.text()
    for name, value in settings.items():
        text = text.replace(f'data-{name}=""', f'data-{name}="{value}"')
    route.fulfill(response=answer, body=text)


def test_the_message_names_the_entry_and_holds_a_line_that_the_check_reads(
    visit: Callable[..., Visitor], site: Site, entry: str
) -> None:
    page = _open(visit, entry)
    office = 'Dinas "Kesehatan": Blora'
    page.fill("#kantor", office)
    page.fill("#hari", "2026-11-22")
    said = page.inner_text("#konfirmasi-pesan")
    assert f"“{site.catalog.find(entry).nama}” masih berjalan dan isi entrinya benar." in said
    assert f"/inovasi/{entry}/" in said
    line = page.text_content("#konfirmasi-baris")
    assert line in said
    assert page.text_content("#konfirmasi-berkas") == f"innovations/{entry}.md"
    record, faults = parse_record(f"---\nnama: A\n{line}\n---\n", f"innovations/{entry}.md")
    assert record is not None and faults == ()
    assert record.data["dikonfirmasi"] == {"tanggal": "2026-11-22", "oleh": office}


def test_what_has_stopped_is_told_with_its_reason(visit: Callable[..., Visitor], entry: str) -> None:
    page = _open(visit, entry)
    assert not page.is_visible("#alasan")
    page.fill("#kantor", "Dinas Kesehatan")
    page.fill("#hari", "2026-11-22")
    page.check("[value=berhenti]")
    page.fill("#alasan", "Dilebur ke MPP")
    assert "sudah berhenti. Alasan dan penggantinya: Dilebur ke MPP" in page.inner_text("#konfirmasi-pesan")
    assert page.text_content("#konfirmasi-baris") == (
        'status: {keadaan: berhenti, per: 2026-11-22, alasan: "Dilebur ke MPP"}'
    )


def test_without_an_address_the_page_says_so_and_offers_to_copy(visit: Callable[..., Visitor], entry: str) -> None:
    page = _open(visit, entry)
    assert page.inner_text("#konfirmasi-kabar") == "Tulis nama kantornya dulu."
    page.fill("#kantor", "Dinas Kesehatan")
    assert page.inner_text("#konfirmasi-kabar").startswith("Alamat pengelola katalog belum ditetapkan.")
    assert page.locator("#konfirmasi-kirim").inner_text() == "Salin pesan"
    page.click("text=Salin pesan")
    expect(page.locator("#konfirmasi-kabar")).to_contain_text(re.compile("disalin|ditandai"))


def test_with_addresses_the_message_is_ready_to_send(visit: Callable[..., Visitor], site: Site, entry: str) -> None:
    settings = {
        "surel": "a@contoh.go.id",
        "whatsapp": "6281200000000",
        "repositori": "https://github.com/contoh/katalog",
    }
    page = _open(visit, entry, **settings)
    page.fill("#kantor", "Dinas & Kesehatan")
    message = page.evaluate("document.getElementById('konfirmasi-pesan').innerText.trim()")
    links = {one.inner_text(): one.get_attribute("href") for one in page.locator("#konfirmasi-kirim a").all()}
    assert list(links) == ["Kirim lewat WhatsApp", "Kirim lewat surel", "Kirim sebagai isu"]
    whatsapp = urlsplit(links["Kirim lewat WhatsApp"])
    assert (whatsapp.netloc, whatsapp.path, parse_qs(whatsapp.query)["text"]) == ("wa.me", "/6281200000000", [message])
    assert parse_qs(urlsplit(links["Kirim lewat surel"]).query)["body"] == [message]
    issue = parse_qs(urlsplit(links["Kirim sebagai isu"]).query)
    assert issue["template"] == ["masih-berjalan.yml"]
    assert (issue["entri"], issue["kantor"]) == ([entry], ["Dinas & Kesehatan"])
    form = yaml.safe_load((ROOT / ".github" / "ISSUE_TEMPLATE" / "masih-berjalan.yml").read_text())
    fields = {one["id"]: one["attributes"].get("options") for one in form["body"]}
    assert set(issue) <= {"template", "title", *fields}
    assert issue["keadaan"][0] in fields["keadaan"]


def test_at_gitlab_an_issue_is_begun_its_way(visit: Callable[..., Visitor], entry: str) -> None:
    page = _open(visit, entry, repositori="https://gitlab.contoh.go.id/katalog")
    page.fill("#kantor", "Dinas Kesehatan")
    link = urlsplit(page.locator("#konfirmasi-kirim a").get_attribute("href"))
    assert link.path == "/katalog/-/issues/new"
    assert set(parse_qs(link.query)) == {"issue[title]", "issue[description]"}


@pytest.mark.parametrize("asked", ["", "?", "?kab-blora", "?../../etc/passwd", "?<b>x</b>", "?%"])
def test_without_an_entry_the_page_leads_on(asked: str, visit: Callable[..., Visitor]) -> None:
    page = visit().page
    page.goto(f"/{PAGE}{asked}")
    page.wait_for_selector("#konfirmasi-entri a")
    assert page.inner_text("#konfirmasi-entri").startswith("Pilih dulu inovasinya")
    assert not page.is_visible("#pesan")


def test_without_script_the_sentence_to_send_is_there(visit: Callable[..., Visitor], entry: str) -> None:
    page = visit(java_script_enabled=False).page
    page.goto(f"/{PAGE}?{entry}")
    assert "masih berjalan / sudah berhenti sejak" in page.inner_text("noscript")
    assert not page.is_visible("#konfirmasi-isi")


def test_an_entry_leads_to_its_confirmation(visit: Callable[..., Visitor], entry: str) -> None:
    page = visit().page
    page.goto(f"/inovasi/{entry}/")
    page.click("text=Masih berjalan?")
    page.wait_for_selector("#pesan:not([hidden])")
    assert page.url.endswith(f"/{PAGE}?{entry}")
