"""The form as it is seen: free of axe violations in every state, nothing sideways on a phone, within its budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from .building import Site
from .chromium import Visitor
from .formulir import open_all, open_form, pick
from .test_axe import in_every_look
from .test_budgets import KB, measure


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """One page for all looks."""
    visitor = Visitor(browser, address)
    yield visitor
    visitor.close()
    visitor.assert_quiet()


def _empty(page: Page) -> None:
    """As it comes."""


def _faulty(page: Page) -> None:
    """Everything unfolded, with faults at the fields and in the summary, and a list open."""
    open_all(page)
    page.fill("#f-ringkasan", "HP 0812-0000-0001")
    page.locator("#f-biaya > div:last-of-type > .borang-tambah").click()
    page.fill("#f-biaya-0-rupiah", "Rp 244.000.000")
    page.locator("#f-prasyarat > div:last-of-type > .borang-tambah").click()
    page.click("#borang-periksa")


def _list(page: Page) -> None:
    """A list open, with nothing below it: of what it covers axe cannot tell the ground."""
    page.evaluate(
        "document.querySelectorAll('.borang > :not(.borang-mulai), .borang-mulai details, .laporkan, .bawah')"
        ".forEach((one) => one.remove())"
    )
    page.fill("#borang-wilayah", "kab")
    page.press("#borang-wilayah", "ArrowDown")


def _sound(page: Page) -> None:
    """Checked and offered, with the preview beside it."""
    page.click("#borang-periksa")
    page.wait_for_selector(".borang-kirim")
    page.get_by_role("button", name="Lihat pratinjau").click()
    page.wait_for_selector(".borang-lihat h2")
    open_all(page)


STATES: dict[str, tuple[str, Callable[[Page], None]]] = {
    "kosong": ("", _empty),
    "daftar": ("", _list),
    "keliru": ("?wilayah=kab-blora", _faulty),
    "siap": ("?entri=kab-blora/mal-pelayanan-publik", _sound),
    "aturan": ("?jenis=aturan&wilayah=kab-blora", open_all),
    "perangkat daerah": ("?jenis=perangkat_daerah&wilayah=kab-blora", open_all),
    "replikasi tanpa entri": ("?jenis=replikasi", _empty),
}


@pytest.mark.parametrize("state", STATES)
def test_every_state_is_free_of_violations(visitor: Visitor, state: str) -> None:
    query, prepare = STATES[state]
    visitor.page.set_viewport_size({"width": 1280, "height": 900})
    page = open_form(visitor.page, visitor.address, query)
    page.evaluate("localStorage.clear()")
    prepare(page)
    assert "\n".join(in_every_look(page)) == ""


@pytest.mark.parametrize("state", ["keliru", "siap"])
def test_nothing_scrolls_sideways_on_a_phone(visitor: Visitor, state: str) -> None:
    query, prepare = STATES[state]
    page = open_form(visitor.page, visitor.address, query)
    page.evaluate("localStorage.clear()")
    prepare(page)
    for width in (320, 360, 768, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"), width


@pytest.mark.parametrize("query", ["", "?entri=kab-blora/mal-pelayanan-publik", "?jenis=kunjungan"])
def test_the_first_view_stays_within_its_budget(browser: Browser, address: str, site: Site, query: str) -> None:
    """What does not grow with the catalogue: the names of entries come later and are looked up, not shown."""
    visitor = Visitor(browser, address)
    cost = measure(visitor, f"kontribusi/formulir/{query}", site)
    visitor.close()
    print(f"formulir{query}: {cost.total / KB:.1f} KB, skrip {cost.script / KB:.1f} KB, {cost.requests} permintaan")
    assert cost.total <= 120 * KB


def test_a_region_is_picked_by_keyboard_alone(visitor: Visitor) -> None:
    page = open_form(visitor.page, visitor.address)
    page.evaluate("localStorage.clear()")
    page.focus("#borang-wilayah")
    page.keyboard.type("blora")
    assert page.get_attribute("#borang-wilayah", "aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    active = page.get_attribute("#borang-wilayah", "aria-activedescendant")
    assert active and page.inner_text(f"#{active} span") == "Kabupaten Blora"
    page.keyboard.press("Escape")
    assert page.get_attribute("#borang-wilayah", "aria-expanded") == "false"
    pick(page, "#borang-wilayah", "rembang")
    assert page.input_value("#borang-wilayah") == "Kabupaten Rembang"


def test_a_box_comes_whole_into_view_by_keyboard_and_stays_where_it_is_clicked(visitor: Visitor) -> None:
    """Chromium shows the caret only, which stands on the first line; what moves under a pointer would be selected."""
    visitor.page.set_viewport_size({"width": 1280, "height": 740})
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    at_the_edge = (
        "(box) => { document.activeElement.blur(); scrollBy(0, box.getBoundingClientRect().top - innerHeight + 50);"
        " return scrollY }"
    )
    box = page.locator("#f-ringkasan")
    before = box.evaluate(at_the_edge)
    box.focus()
    assert page.evaluate("scrollY") > before
    assert box.evaluate("(box) => box.getBoundingClientRect().bottom <= innerHeight")
    before = box.evaluate(at_the_edge)
    place = box.bounding_box()
    assert place is not None
    page.mouse.click(place["x"] + 20, place["y"] + 20)
    assert box.evaluate("(box) => box === document.activeElement") and page.evaluate("scrollY") == before


def test_without_a_script_the_other_doors_are_named(browser: Browser, address: str) -> None:
    visitor = Visitor(browser, address, java_script_enabled=False)
    visitor.page.goto(f"{address}kontribusi/formulir/")
    assert visitor.page.locator("#borang").is_hidden()
    assert "memerlukan JavaScript" in visitor.page.inner_text("#borang-tanpa")
    assert visitor.page.get_by_role("link", name="Menulis berkasnya sendiri").is_visible()
    visitor.close()
