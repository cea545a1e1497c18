"""Without JavaScript: everything can be found and read, the menu and the search form are there, dark stays dark."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urljoin, urlsplit

from selectolax.lexbor import LexborHTMLParser

from .building import Site
from .chromium import Visitor

ROOT = "http://situs.contoh/"


def links_of(site: Site, address: str) -> set[str]:
    """Return the addresses of the site's own pages that a page links to, without query and anchor."""
    tree = LexborHTMLParser(site.html(address))
    full = {urljoin(ROOT + address, link.attributes.get("href") or "") for link in tree.css("a[href]")}
    return {urlsplit(url).path.removeprefix("/") for url in full if url.startswith(ROOT)}


def count_links_from_home(site: Site) -> dict[str, int]:
    """Return page → number of links that have to be followed from the home page, nearest first."""
    pages = set(site.addresses())
    distance = {"": 0}
    waiting = [""]
    for address in waiting:
        for linked in sorted(links_of(site, address) & pages - set(distance)):
            distance[linked] = distance[address] + 1
            waiting.append(linked)
    return distance


def test_every_entry_is_within_three_links_of_the_home_page(site: Site) -> None:
    distance = count_links_from_home(site)
    far = {entri.tautan: distance.get(entri.tautan) for entri in site.catalog.entri}
    assert {where: links for where, links in far.items() if links is None or links > 3} == {}


def test_every_page_can_be_reached_by_links(site: Site) -> None:
    """Pages that only send old addresses on are reached by nobody."""
    moved = {f"inovasi/{old}/" for entri in site.catalog.entri for old in entri.inovasi.alamat_lama}
    assert set(site.addresses()) - set(count_links_from_home(site)) - moved == set()


def test_every_kind_of_page_has_a_type_in_these_tests(site: Site, addresses: dict[str, str]) -> None:
    kinds = {address.split("/")[0] for address in site.addresses()}
    assert kinds - {address.split("/")[0] for address in addresses.values()} == set()


def test_menu_and_search_form_are_simply_there_on_a_phone(visit: Callable[..., Visitor]) -> None:
    visitor = visit(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = visitor.go("tentang/")
    assert not page.locator("#tombol-menu").is_visible()
    shown = [link.get_attribute("href") for link in page.locator("#menu nav a").all() if link.is_visible()]
    assert len(shown) >= 5
    page.click(f"#menu nav a[href='{shown[0]}']")
    assert page.url == urljoin(visitor.address + "tentang/", shown[0])


def test_the_search_form_leads_to_a_page_with_ways_on(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.go("tentang/")
    page.fill("#cari-atas", "ambulans desa")
    page.press("#cari-atas", "Enter")
    page.wait_for_url(visitor.address + "jelajah/?q=ambulans+desa")
    assert "JavaScript" in page.inner_text("#hasil")
    ways = {urljoin(page.url, link.get_attribute("href") or "") for link in page.locator("#hasil a").all()}
    paths = {url.removeprefix(visitor.address) for url in ways}
    assert {"wilayah/", "urusan/", "tahun/"} <= paths <= set(site.addresses())


def test_the_dark_scheme_follows_the_system(visit: Callable[..., Visitor]) -> None:
    grounds = {}
    for scheme in ("light", "dark"):
        page = visit(java_script_enabled=False, color_scheme=scheme).go("")
        colour = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)")
        grounds[scheme] = sum(colour) / 3
    assert grounds["dark"] < 60 < 200 < grounds["light"]


def test_the_page_for_missing_addresses_works_at_any_depth(visit: Callable[..., Visitor]) -> None:
    visitor = visit(java_script_enabled=False)
    for where in ("tidak-ada", "tidak-ada/di/sini/sama/sekali/"):
        response = visitor.page.goto(visitor.address + where)
        assert response is not None and response.status == 404
        assert visitor.page.locator("h1").inner_text() == "Halaman tidak ditemukan"
        homes = {link.evaluate("e => e.href") for link in visitor.page.locator(".atas__nama").all()}
        assert homes == {visitor.address}
