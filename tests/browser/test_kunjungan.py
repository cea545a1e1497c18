"""What people do on the pages of visits, without any script: go to a year, take the calendar along, print a poster."""

from __future__ import annotations

import io
from collections.abc import Callable
from urllib.request import urlopen

import pytest
from icalendar import Calendar
from playwright.sync_api import expect
from pypdf import PdfReader

from catalog.kunjungan import planned, read_visits

from .building import Site
from .chromium import Visitor

POSTERS = 8


def test_a_year_leads_to_its_visits_without_script(visit: Callable[..., Visitor]) -> None:
    page = visit(java_script_enabled=False).go("kunjungan/")
    page.get_by_role("link", name="2019 (").click()
    heading = page.get_by_role("heading", name="2019", exact=True)
    expect(heading).to_be_in_viewport()
    page.go_back()
    page.get_by_role("link", name="Tanpa tanggal (").click()
    assert page.url.endswith("/kunjungan/halaman-2/#tanpa-tanggal")
    expect(page.get_by_role("heading", name="Tanpa tanggal")).to_be_in_viewport()


def test_the_calendar_on_the_page_is_one(visit: Callable[..., Visitor], address: str, site: Site) -> None:
    page = visit().go("kunjungan/")
    link = page.get_by_role("link", name="(.ics)").get_attribute("href")
    assert link == "../kunjungan/kalender.ics"
    with urlopen(f"{address}kunjungan/kalender.ics") as answer:
        calendar = Calendar.from_ical(answer.read())
    assert len(calendar.walk("VEVENT")) == len(planned(read_visits(site.catalog)))


def test_a_region_and_the_list_lead_to_each_other(visit: Callable[..., Visitor]) -> None:
    page = visit().go("kunjungan/wilayah/")
    page.get_by_role("link", name="Kabupaten Sumedang").click()
    expect(page.get_by_role("heading", name="Kunjungan belajar")).to_be_in_viewport()
    page.get_by_role("link", name="Semua catatan kunjungan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Catatan kunjungan belajar")


def test_the_poster_shows_alone_and_goes_back_without_script(visit: Callable[..., Visitor]) -> None:
    page = visit(java_script_enabled=False).go("inovasi/kab-blora/silat/paket/")
    expect(page.get_by_text("Cara menirunya")).to_be_hidden()
    page.get_by_role("link", name="Poster pameran").click()
    expect(page.get_by_text("Cara menirunya")).to_be_visible()
    expect(page.get_by_role("heading", level=2).first).to_be_hidden()
    page.get_by_role("link", name="Kembali ke paket").click()
    expect(page.get_by_role("heading", level=2).first).to_be_visible()


def _longest_posters(site: Site) -> list[str]:
    found = []
    for entri in site.catalog.entri:
        _, _, poster = site.html(f"{entri.tautan}paket/").partition('<section id="poster">')
        found.append((len(poster), entri.tautan))
    return [address for size, address in sorted(found, reverse=True)[:POSTERS] if size]


def test_the_longest_posters_fit_on_one_page(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().page
    for address in _longest_posters(site):
        page.goto(f"/{address}paket/#poster")
        printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
        assert len(printed.pages) == 1, address
        page.goto("about:blank")


@pytest.mark.parametrize("place", ["kunjungan/", "pameran/", "lab/", "berhenti/"])
def test_nothing_is_hidden_from_those_without_script(visit: Callable[..., Visitor], place: str) -> None:
    without, with_script = (
        visit(java_script_enabled=on).go(place).locator("main").inner_text() for on in (False, True)
    )
    assert without == with_script
