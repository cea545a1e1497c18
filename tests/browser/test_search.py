"""Searching the real catalogue at ``/jelajah/``: finding, narrowing, address, history, keyboard, hostile queries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.catalog import Entri

from .building import Site
from .chromium import Visitor
from .liveness import live_nodes
from .scripts import run_script

HOSTILE = (
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "</title></textarea><svg onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus=alert(1) x='",
    "javascript:alert(1)",
    "{{7*7}} ${7*7} #{7*7}",
    "__proto__ constructor toString",
    "%00%ff%E0%A4%A",
    "\u202e\u2066\u0000",
    "((((((((((([[[[[[[[[{{{{{{",
    '"',
    "a" * 20_000,
    "layanan " * 3_000,
)


def found(page: Page) -> int:
    """Return the number in the sentence of results, once it is written (after a pause of 0.2 s)."""
    page.wait_for_timeout(300)
    sentence = page.locator("#hasil-jumlah")
    expect(sentence).to_have_text(re.compile(r"\d|Tidak ada"))
    number = re.search(r"([\d.]+) inovasi", sentence.inner_text())
    return int(number[1].replace(".", "")) if number else 0


def all_found(visitor: Visitor, address: str) -> list[str]:
    """Return the ids of every entry found, over all pages of results, in their order."""
    ids: list[str] = []
    number = 1
    while True:
        page = visitor.go(f"{address}&hal={number}")
        links = page.locator(".kartu__nama a").evaluate_all("links => links.map((link) => link.href)")
        ids += [url.removeprefix(visitor.address + "inovasi/").rstrip("/") for url in links]
        if not page.locator(".halaman-nav a[rel=next]").count():
            assert len(ids) == found(page)
            return ids
        number += 1


def words(entri: Entri) -> set[str]:
    """Return the words of an entry's name, expansion and summary, which are always searched."""
    text = f"{entri.nama} {entri.inovasi.kepanjangan or ''} {entri.inovasi.ringkasan}"
    return set(re.findall(r"\w+", text.lower()))


def having(site: Site, word: str, *, without: str) -> set[str]:
    """Return the ids of the entries that hold one word and not the other."""
    return {e.id for e in site.catalog.entri if word in words(e) and without not in words(e)}


@pytest.mark.parametrize(
    ("asked", "written"), [("perizinan", "izin"), ("izin", "perizinan"), ("melayani", "pelayanan"), ("desa", "desa")]
)
def test_words_are_found_by_their_root(visit: Callable[..., Visitor], site: Site, asked: str, written: str) -> None:
    expected = having(site, written, without=asked if asked != written else "\0")
    assert expected, f"the catalogue holds no entry with {written!r}"
    assert expected - set(all_found(visit(), f"jelajah/?q={asked}")) == set()


def test_typing_on_the_page_finds_what_the_address_finds(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    by_address = found(visitor.go("jelajah/?q=perizinan"))
    page = visitor.go("jelajah/")
    page.locator("#cari-jelajah").press_sequentially("perizinan", delay=5)
    expect(page.locator("#hasil-jumlah")).to_contain_text("“perizinan”")
    assert (found(page), urlsplit(page.url).query) == (by_address, "q=perizinan")


def test_what_is_typed_stands_at_once_and_the_rest_follows_as_by_the_address(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go("jelajah/?q=desa")
    by_address, counts = page.locator(".kartu__nama a").all_inner_texts(), offered(page, "urusan")
    pages = page.locator(".halaman-nav").inner_text()
    page = visitor.go("jelajah/")
    page.evaluate(
        """() => {
          window.seen = [];
          const place = document.getElementById('hasil');
          const watch = new MutationObserver(() => seen.push(place.querySelectorAll('.kartu').length));
          watch.observe(place, { childList: true, subtree: true });
        }"""
    )
    page.locator("#cari-jelajah").fill("desa")
    page.wait_for_function("count => seen.length && seen.at(-1) === count", arg=len(by_address))
    assert page.evaluate("seen[0]") == 6
    expect(page.locator(".halaman-nav")).to_have_text(re.compile(r"\s*".join(pages.split())))
    assert page.locator(".kartu__nama a").all_inner_texts() == by_address
    assert offered(page, "urusan") == counts


def test_the_forms_of_home_and_header_lead_to_the_results(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    counts = []
    for where, box in (("", "main input[name=q]"), ("tentang/", "#cari-atas")):
        page = visitor.go(where)
        page.fill(box, "ambulans")
        page.press(box, "Enter")
        page.wait_for_url("**/jelajah/?q=ambulans")
        expect(page.locator("#hasil-jumlah")).to_contain_text("“ambulans”")
        counts.append(found(page))
    assert counts[0] == counts[1] > 0


def unfold(page: Page) -> None:
    page.evaluate("for (const e of document.querySelectorAll('#jelajah-saring details')) e.open = true")


def offered(page: Page, column: str) -> dict[str, int]:
    """Return the values of a facet that are offered, with the count beside each."""
    rows = page.locator(f"#jelajah-saring li:not([hidden]) > label:has(> input[name='{column}'])").evaluate_all(
        "rows => rows.map((r) => [r.querySelector('input').value, r.querySelector('.saring__jumlah').textContent])"
    )
    return {value: int(count.replace(".", "")) for value, count in rows}


def test_the_counts_of_the_facets_are_those_of_the_catalogue(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().go("jelajah/")
    entries = site.catalog.entri
    expected = {
        "urusan": dict(Counter(urusan for entri in entries for urusan in entri.inovasi.urusan)),
        "wilayah": dict(Counter(entri.wilayah for entri in entries)),
        "bukti": dict(Counter(entri.bukti for entri in entries)),
    }
    assert {column: offered(page, column) for column in expected} == expected


def test_each_filter_narrows_to_what_its_count_promised(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit()
    page = visitor.go("jelajah/")
    unfold(page)
    everything = found(page)
    urusan, promised = max(offered(page, "urusan").items(), key=lambda item: item[1])
    page.check(f"#jelajah-saring input[name=urusan][value='{urusan}']")
    expect(page.locator(".saring-terpilih button").first).to_be_visible()
    expect(page.locator("#hasil-jumlah")).to_contain_text(f"{promised} inovasi")
    bukti, narrower = min(offered(page, "bukti").items(), key=lambda item: item[1])
    page.check(f"#jelajah-saring input[name=bukti][value='{bukti}']")
    expect(page.locator("#hasil-jumlah")).to_contain_text(f"{narrower} inovasi")
    assert parse_qs(urlsplit(page.url).query) == {"urusan": [urusan], "bukti": [bukti]}
    expected = {e.id for e in site.catalog.entri if urusan in e.inovasi.urusan and e.bukti == bukti}
    assert set(all_found(visitor, f"jelajah/?urusan={urusan}&bukti={bukti}")) == expected
    assert len(expected) == narrower < promised < everything == len(site.catalog.entri)


def test_back_forward_reload_and_chips_restore_the_state(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?q=layanan")
    unfold(page)
    steps = [(page.url, found(page))]
    for column in ("bukti", "urusan"):
        value = max(offered(page, column).items(), key=lambda item: item[1])[0]
        page.check(f"#jelajah-saring input[name={column}][value='{value}']")
        expect(page.locator(".saring-terpilih button:not(:has-text('semua'))")).to_have_count(len(steps))
        steps.append((page.url, found(page)))
    assert len({url for url, _ in steps}) == len({count for _, count in steps}) == 3

    def now() -> tuple[str, int]:
        return page.url, found(page)

    page.go_back()
    assert now() == steps[1]
    page.go_back()
    assert now() == steps[0]
    page.go_forward()
    assert now() == steps[1]
    page.go_forward()
    page.reload()
    page.wait_for_selector(".saring-terpilih button")
    assert now() == steps[2]
    assert page.locator("#jelajah-saring input:checked").count() == 2
    label = page.locator("#jelajah-saring input[name=urusan]:checked + span").inner_text()
    for step, chip in ((steps[1], f"Hapus filter {label}"), (steps[0], "Hapus semua filter")):
        page.get_by_role("button", name=chip).click()
        expect(page).to_have_url(step[0])
        assert now() == step


def test_nothing_found_offers_a_way_on(visit: Callable[..., Visitor], addresses: dict[str, str]) -> None:
    page = visit().go(addresses["jelajah-kosong"])
    assert page.inner_text("#hasil-jumlah") == "Tidak ada inovasi yang cocok dengan “qzxvqzxv”"
    links = page.locator(".kosong a").evaluate_all("links => links.map((a) => new URL(a.href).pathname)")
    assert set(links) >= {"/urusan/", "/wilayah/"}
    page.locator(".kosong button").first.click()
    page.wait_for_selector(".kartu")
    assert found(page) > 0 and page.evaluate("document.activeElement.id") == "hasil-judul"


def test_the_whole_search_by_keyboard_alone(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/")

    def press_until(selector: str) -> None:
        for _ in range(150):
            page.keyboard.press("Tab")
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
        raise AssertionError(f"no Tab leads to {selector}")

    press_until("#cari-jelajah")
    page.keyboard.type("layanan")
    page.keyboard.press("Enter")
    expect(page.locator("#hasil-jumlah")).to_contain_text("“layanan”")
    all_of_it = found(page)
    press_until("#jelajah-saring input[type=checkbox]")
    chosen = page.evaluate("document.activeElement.value")
    page.keyboard.press("Space")
    expect(page.locator(".saring-terpilih button").first).to_be_visible()
    assert page.evaluate("document.activeElement.value") == chosen  # a tick does not move the focus
    assert 0 < found(page) < all_of_it
    press_until(".saring-terpilih button")
    page.keyboard.press("Enter")
    expect(page.locator(".saring-terpilih button")).to_have_count(0)
    press_until(".kartu__nama a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/inovasi/*/*/")


def test_on_a_phone_only_terapkan_changes_results_and_moves_the_focus(visit: Callable[..., Visitor]) -> None:
    page = visit(viewport={"width": 360, "height": 740}).go("jelajah/")
    everything = found(page)
    page.click(".saring__laci > summary")
    page.locator("#jelajah-saring input[type=checkbox]:visible").first.check()
    assert (found(page), urlsplit(page.url).query) == (everything, "")
    page.get_by_role("button", name="Terapkan").click()
    expect(page.locator(".saring-terpilih button").first).to_be_visible()
    assert 0 < found(page) < everything and urlsplit(page.url).query
    assert page.evaluate("document.activeElement.id") == "hasil-judul"


def test_the_count_is_announced_in_one_lasting_status_line(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/")
    run_script(page, "watch_status")
    page.locator("#cari-jelajah").press_sequentially("ambulans", delay=30)
    expect(page.locator("#hasil-jumlah")).to_contain_text("“ambulans”")
    page.wait_for_timeout(300)
    told = page.evaluate("told")
    assert page.evaluate("document.querySelectorAll('[role=status]').length") == 1
    assert page.evaluate("document.getElementById('hasil-jumlah').isMarked")  # the same element, only its text changed
    assert [line for line in told if line != "Mencari…"] == [page.inner_text("#hasil-jumlah")]


def test_hostile_queries_in_the_address_do_nothing(visit: Callable[..., Visitor]) -> None:
    """With the page's own policy off, so that what is injected would run."""
    visitor = visit(bypass_csp=True)
    for text in HOSTILE:
        if len(text) < 5_000:
            assert (live_nodes(visitor.go("jelajah/?q=" + quote(text, safe=""))), text) == ([], text)


def test_hostile_queries_that_are_typed_do_nothing(visit: Callable[..., Visitor]) -> None:
    page = visit(bypass_csp=True).go("jelajah/")
    for text in HOSTILE:
        page.fill("#cari-jelajah", text)
        page.press("#cari-jelajah", "Enter")
        page.wait_for_timeout(350)
        page.wait_for_selector(".kartu, .kosong")
        assert (live_nodes(page), text[:60]) == ([], text[:60])


@pytest.mark.parametrize(
    "query",
    [
        "urusan=<img src=x onerror=alert(1)>&wilayah=kab-tidak-ada&bukti=__proto__&tahun=abc",
        "urut=<script>&hal=-1",
        "hal=999999999999999999999",
        "q=%00%ff&urusan=%E0%A4%A",
        "q=a&q=b&" + "urusan=x&" * 500,
        "constructor=1&__proto__[x]=1&hasOwnProperty=1",
    ],
)
def test_unknown_values_in_the_address_are_ignored(visit: Callable[..., Visitor], query: str) -> None:
    page = visit(bypass_csp=True).go("jelajah/?" + query)
    page.wait_for_selector(".kartu, .kosong")
    assert live_nodes(page) == []
    assert page.locator(".saring-terpilih button").count() == 0
