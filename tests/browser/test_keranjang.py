"""Picking entries: the button on cards and entry pages, the bar, what the browser keeps, and what may go wrong."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .building import ROOT, Site
from .chromium import Visitor
from .findings import assert_none
from .scripts import run_script
from .test_axe import in_every_look
from .test_keyboard import walk

Visit = Callable[..., Visitor]
BAR = ".keranjang"
STATUS = ".keranjang__isi p"
LIST = "urusan/kesehatan/"


def picks(page: Page) -> list[str]:
    """Return the ids that the browser keeps."""
    text = page.evaluate("localStorage.getItem('keranjang:/')")
    return json.loads(text) if text else []


def keep(page: Page, text: str) -> None:
    """Put a text where the basket is kept."""
    page.evaluate("text => localStorage.setItem('keranjang:/', text)", text)


def pick(page: Page, *places: int) -> list[str]:
    """Press the buttons of the cards at these places; return their entries' names."""
    names = []
    for place in places:
        card = page.locator(".kartu").nth(place)
        card.locator(".kartu__pilih").click()
        names.append(card.locator(".kartu__nama a").inner_text())
    return names


def told(page: Page) -> str:
    """Return what the status line says, once it is written."""
    page.wait_for_timeout(250)
    return page.locator("body > [role=status]").inner_text()


def test_a_pick_on_a_list_shows_on_the_entry_and_everywhere_else(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(LIST)
    assert not page.locator(BAR).count()
    (name,) = pick(page, 1)
    assert page.inner_text(STATUS) == "Dibandingkan: 1 dari 4"
    assert told(page) == f"{name} dipilih. Dibandingkan: 1 dari 4."
    page.locator(".kartu__nama a").nth(1).click()
    page.wait_for_url("**/inovasi/*/*/")
    button = page.get_by_role("button", name=f"Bandingkan {name}", exact=True)
    assert button.get_attribute("aria-pressed") == "true" and button.locator("xpath=ancestor::header").count() == 1
    visitor.go("tentang/")
    expect(page.locator(STATUS)).to_have_text("Dibandingkan: 1 dari 4")
    page.go_back()
    button.click()
    assert (button.get_attribute("aria-pressed"), picks(page)) == ("false", [])
    assert not page.locator(BAR).is_visible()
    assert told(page) == f"{name} dilepas. Dibandingkan: 0 dari 4."


def test_the_bar_leads_to_the_comparison_of_what_was_picked(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(LIST)
    names = pick(page, 0, 2)
    ids = picks(page)
    page.locator(BAR).get_by_role("link", name="Bandingkan").click()
    page.wait_for_selector("#bandingkan[data-siap] table")
    assert page.url == f"{visitor.address}bandingkan/?inovasi={ids[0]}&inovasi={ids[1]}"
    assert page.locator("thead a").all_inner_texts() == names
    assert not page.locator(BAR).count()  # the page itself shows what is compared


def test_emptying_takes_the_bar_away_and_keeps_nothing(visit: Visit) -> None:
    page = visit().go(LIST)
    pick(page, 0, 1)
    page.get_by_role("button", name="Kosongkan").click()
    assert not page.locator(BAR).is_visible()
    assert page.locator("[data-pilih][aria-pressed=true]").count() == 0
    assert told(page) == "Pilihan dikosongkan."
    assert page.evaluate("[localStorage.length, document.activeElement.id]") == [0, "isi"]


def test_every_card_of_an_entry_has_one_button_with_its_name(visit: Visit, addresses: dict[str, str]) -> None:
    visitor = visit()
    found = {}
    for name, where in addresses.items():
        page = visitor.go(where)
        cards = page.locator(".kartu").evaluate_all(
            "cards => cards.map((card) => [card.querySelector('a').textContent.trim(),"
            " ...[...card.querySelectorAll('.kartu__pilih')].map((b) => b.getAttribute('aria-label'))])"
        )
        found[name] = [card for card in cards if card != [card[0], f"Bandingkan {card[0]}"]]
    assert_none(found)


def test_lines_of_entries_have_one_too_and_other_lines_none(visit: Visit, addresses: dict[str, str]) -> None:
    visitor = visit()
    for name in ("inovasi", "wilayah-rumah"):
        page = visitor.go(addresses[name])
        assert page.locator(".daftar-ringkas > li > a:first-child[href*='/inovasi/'] ~ .kartu__pilih").count() > 10
        page.locator(".daftar-ringkas .kartu__pilih").first.click()
    assert page.inner_text(STATUS) == "Dibandingkan: 2 dari 4"
    assert visitor.go("urusan/").locator(".kartu__pilih").count() == 0


def test_cards_that_are_drawn_anew_get_their_buttons_and_their_state(visit: Visit) -> None:
    page = visit().go("jelajah/?q=ambulans")
    (name,) = pick(page, 0)
    page.fill("#cari-jelajah", "layanan")
    page.press("#cari-jelajah", "Enter")
    expect(page.locator("#hasil-jumlah")).to_contain_text("“layanan”")
    page.wait_for_timeout(300)
    assert page.locator(".kartu").count() == page.locator(".kartu > .kartu__pilih").count() > 0
    page.fill("#cari-jelajah", "ambulans")
    page.press("#cari-jelajah", "Enter")
    expect(page.get_by_role("button", name=f"Bandingkan {name}", exact=True)).to_have_attribute("aria-pressed", "true")


def test_more_than_four_may_be_picked_and_it_is_said_which_are_compared(visit: Visit) -> None:
    page = visit().go(LIST)
    pick(page, *range(6))
    assert page.inner_text(STATUS) == "Terpilih: 6, dibandingkan 4 pertama"
    href = page.locator(f"{BAR} a").first.get_attribute("href") or ""
    assert href.split("?")[1] == "&".join(f"inovasi={id}" for id in picks(page)[:4])


def test_the_basket_is_full_at_twenty(visit: Visit) -> None:
    page = visit().go(LIST)
    pick(page, *range(21))
    assert len(picks(page)) == page.locator(".kartu__pilih[aria-pressed=true]").count() == 20
    assert told(page) == "Sudah 20 inovasi terpilih. Lepaskan satu dulu."


def test_by_keyboard_alone(visit: Visit) -> None:
    page = visit().go(LIST)
    page.locator(".kartu__nama a").first.focus()
    for _ in range(2):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "true"
        page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.getAttribute('aria-pressed')") == "false"
    page.keyboard.press("Enter")
    page.evaluate("document.querySelector('.bawah a:last-of-type').focus()")
    while not page.evaluate("document.activeElement.matches('.keranjang a')"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector("thead th:nth-of-type(2)")


def test_another_tab_follows(visit: Visit) -> None:
    visitor = visit()
    page = visitor.go(LIST)
    other = visitor.context.new_page()
    other.goto(visitor.address + LIST)
    pick(page, 0)
    expect(other.locator(".kartu__pilih").first).to_have_attribute("aria-pressed", "true")
    assert other.inner_text(STATUS) == "Dibandingkan: 1 dari 4"
    other.get_by_role("button", name="Kosongkan").click()
    expect(page.locator(BAR)).to_be_hidden()
    expect(page.locator(".kartu__pilih").first).to_have_attribute("aria-pressed", "false")


BROKEN = {
    "not JSON": "{",
    "empty": "",
    "null": "null",
    "number": "12",
    "text": '"kab-blora/samin-119"',
    "object": '{"0":"kab-blora/samin-119","length":1}',
    "nested": '[["kab-blora/samin-119"]]',
    "no ids": '["<img src=x onerror=alert(1)>", 1, null, "kab-blora", "../..", "kab-blora/samin-119/"]',
    "huge": json.dumps(["x" * 100_000]),
}


@pytest.mark.parametrize("kind", list(BROKEN))
def test_broken_content_is_as_good_as_none(visit: Visit, kind: str) -> None:
    visitor = visit(bypass_csp=True)
    keep(visitor.go(LIST), BROKEN[kind])
    page = visitor.go(LIST)
    assert not page.locator(BAR).count()
    assert visitor.go("bandingkan/").locator(".kosong__judul").inner_text() == "Belum ada inovasi yang dipilih"
    page = visitor.go(LIST)
    pick(page, 0)
    assert len(picks(page)) == 1


def test_foreign_content_is_sorted_out(visit: Visit) -> None:
    visitor = visit()
    ids = [f"kab-contoh/{number}" for number in range(90)]
    keep(visitor.go(LIST), json.dumps([None, "<b>", ids[0], ids[0], *ids]))
    page = visitor.go(LIST)
    assert page.inner_text(STATUS) == "Terpilih: 20, dibandingkan 4 pertama"


NO_STORE = {
    "refused": "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })",
    "missing": "Object.defineProperty(window, 'localStorage', { value: null })",
    "full": "Storage.prototype.setItem = () => { throw new DOMException('x', 'QuotaExceededError') }",
}


@pytest.mark.parametrize("kind", list(NO_STORE))
def test_where_nothing_can_be_kept_picks_last_as_long_as_the_page(visit: Visit, kind: str) -> None:
    visitor = visit()
    visitor.context.add_init_script(NO_STORE[kind])
    page = visitor.go(LIST)
    names = pick(page, 0, 1)
    assert page.inner_text(STATUS) == "Dibandingkan: 2 dari 4"
    assert told(page).endswith("Peramban ini tidak menyimpan pilihan, jadi pilihan hanya berlaku di halaman ini.")
    page.locator(f"{BAR} a").first.click()
    page.wait_for_selector("#bandingkan[data-siap] table")
    assert page.locator("thead a").all_inner_texts() == names


def test_without_a_script_there_is_no_button_and_no_bar(visit: Visit, addresses: dict[str, str]) -> None:
    visitor = visit(java_script_enabled=False)
    for where in (LIST, addresses["entri-dalam"], ""):
        assert visitor.go(where).get_by_role("button", name="Bandingkan").count() == 0


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256), (1280, 720)])
def test_the_bar_covers_nothing_that_has_the_focus(
    visit: Visit, addresses: dict[str, str], width: int, height: int
) -> None:
    """320 × 256 px is what 1280 × 1024 px are at 400 %."""
    visitor = visit(viewport={"width": width, "height": height})
    pick(visitor.go(LIST), 0, 1)
    found = {}
    for name in ("beranda", "entri-dalam", "inovasi", "jelajah"):
        page = visitor.go(addresses[name])
        expect(page.locator(BAR)).to_be_visible()
        found[name] = walk(page) + run_script(page, "too_wide")
    assert_none(found)


def test_the_bar_takes_little_room(visit: Visit) -> None:
    heights = {}
    for width, height in ((320, 640), (360, 740), (1280, 720)):
        page = visit(viewport={"width": width, "height": height}).go(LIST)
        pick(page, 0)
        heights[width] = page.locator(BAR).bounding_box()["height"]  # type: ignore[index]
    assert heights[320] <= 92 and heights[360] <= 92 and heights[1280] <= 70


def test_buttons_and_bar_are_free_of_violations(visit: Visit, addresses: dict[str, str]) -> None:
    visitor = visit()
    pick(visitor.go(LIST), 0, 1)
    names = ("beranda", "entri-dalam", "urusan", "jelajah-hasil", "statistik")
    assert_none({name: in_every_look(visitor.go(addresses[name])) for name in names})


def test_nothing_of_it_is_printed(visit: Visit) -> None:
    page = visit().go(LIST)
    pick(page, 0)
    page.emulate_media(media="print")
    assert run_script(page, "shown", [BAR, ".kartu__pilih"]) == []


def test_buttons_do_not_move_what_is_there(visit: Visit, addresses: dict[str, str]) -> None:
    """The cards of a list are as high with their buttons as without; the place is kept by the stylesheet."""
    page = visit(viewport={"width": 360, "height": 740}).go(LIST)
    measure = "[...document.querySelectorAll('.kartu')].map((card) => card.offsetHeight)"
    with_buttons = page.evaluate(measure)
    page.evaluate("document.querySelectorAll('.kartu__pilih').forEach((button) => button.remove())")
    assert page.evaluate(measure) == with_buttons


def test_the_script_that_every_page_loads_is_small(site: Site) -> None:
    (file,) = site.folder.glob("assets/keranjang.*.js")
    assert len(gzip.compress(file.read_bytes(), 9)) <= 2_500


def test_every_page_loads_it(site: Site) -> None:
    """But for the pages made for print, which have no script at all, or a package's own alone."""
    read = {where: site.html(where) for where in site.addresses()}
    without = {where: html for where, html in read.items() if "assets/keranjang." not in html}
    assert [where for where, html in without.items() if "noindex" not in html] == []
    scripted = [where for where, html in without.items() if "<script" in html]
    assert [where for where in scripted if not where.endswith("/paket/")] == []
    assert (ROOT / "theme/assets/js/keranjang.js").exists()
