"""The maps in Chromium: every circle is a link that can be seen, reached and named, also without a script."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .building import Site
from .chromium import Visitor
from .findings import assert_none

SPACIOUS, DENSE = ".peta__gambar--lapang", ".peta__gambar--rapat"

CIRCLES = """(drawing) => [...document.querySelectorAll(`${drawing} a`)].map((link) => {
  const circle = [...link.querySelectorAll('circle')].at(-1).getBoundingClientRect();
  scrollTo(0, scrollY + circle.top - innerHeight / 2);
  const box = link.getBoundingClientRect();
  const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
  return {
    name: link.querySelector('title').textContent, address: link.getAttribute('href'),
    wide: box.width, inside: box.left >= 0 && box.right <= innerWidth, free: link.contains(hit),
  };
})"""


def circles(page: Page, drawing: str) -> list[dict[str, object]]:
    return page.evaluate(CIRCLES, drawing)


@pytest.mark.parametrize(
    ("name", "width", "drawing", "other"),
    [
        ("wilayah-indeks", 1080, SPACIOUS, DENSE),
        ("wilayah-indeks", 768, DENSE, SPACIOUS),
        ("wilayah-indeks", 320, DENSE, SPACIOUS),
        ("peta-terbesar", 768, SPACIOUS, DENSE),
        ("peta-terbesar", 320, DENSE, SPACIOUS),
    ],
)
def test_one_of_the_two_drawings_fits_and_is_shown(
    visit: Callable[..., Visitor], addresses: dict[str, str], name: str, width: int, drawing: str, other: str
) -> None:
    page = visit(viewport={"width": width, "height": 800}).go(addresses[name])
    assert page.locator(drawing).first.is_visible()
    assert not page.locator(other).first.is_visible()


@pytest.mark.parametrize(("width", "drawing"), [(1280, SPACIOUS), (320, DENSE)])
def test_no_circle_hides_the_middle_of_another(
    visit: Callable[..., Visitor], addresses: dict[str, str], width: int, drawing: str
) -> None:
    visitor = visit(viewport={"width": width, "height": 800})
    found = {}
    for name in ("wilayah-indeks", "peta-terbesar", "peta-baru"):
        seen = circles(visitor.go(addresses[name]), drawing)
        assert seen
        found[name] = [str(circle["name"]) for circle in seen if not (circle["free"] and circle["inside"])]
    assert_none(found)


def test_on_a_phone_every_circle_is_large_enough_for_a_thumb(
    visit: Callable[..., Visitor], addresses: dict[str, str]
) -> None:
    visitor = visit(viewport={"width": 320, "height": 800})
    for name in ("wilayah-indeks", "peta-terbesar", "peta-baru"):
        assert min(float(str(circle["wide"])) for circle in circles(visitor.go(addresses[name]), DENSE)) >= 24


def test_every_region_with_entries_has_a_circle_or_is_named_below_the_map(
    visit: Callable[..., Visitor], site: Site
) -> None:
    page = visit().go("wilayah/")
    drawn = {str(circle["address"]).strip("./") for circle in circles(page, SPACIOUS)}
    named = {link.get_attribute("href").strip("./") for link in page.locator(".peta + .kepala__ket a").all()}  # type: ignore[union-attr]
    assert drawn | named == {f"wilayah/{id}" for id in site.catalog.wilayah_berentri}


def test_the_name_of_the_circle_in_focus_is_written_on_the_map(
    visit: Callable[..., Visitor], addresses: dict[str, str], site: Site
) -> None:
    page = visit().go("wilayah/")
    link = page.locator(f"{SPACIOUS} a").first
    caption = page.locator(f"{SPACIOUS} a + text").first
    home = site.settings.wilayah_rumah
    expected = f"{site.catalog.nama_wilayah(home)}: {len(site.catalog.entri_of(home))} inovasi"
    assert (link.get_attribute("href"), caption.text_content()) == (f"../wilayah/{home}/", expected)
    assert page.get_by_role("link", name=expected).count() == 1
    opacity = "e => getComputedStyle(e).opacity"
    assert caption.evaluate(opacity) == "0"
    page.locator(".peta__lewati a").focus()
    page.keyboard.press("Tab")
    assert link.evaluate("e => e === document.activeElement")
    assert caption.evaluate(opacity) == "1"
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/wilayah/{home}/")


def test_the_way_past_the_map_leads_to_the_list(visit: Callable[..., Visitor]) -> None:
    page = visit().go("wilayah/")
    page.locator(".peta__lewati a").focus()
    assert page.locator(".peta__lewati a").bounding_box()["height"] > 20  # type: ignore[index]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#daftar') !== null")


def test_from_the_country_to_a_province_to_a_region_without_a_script(visit: Callable[..., Visitor]) -> None:
    page = visit(java_script_enabled=False, viewport={"width": 360, "height": 740}).go("wilayah/")
    page.get_by_role("link", name="Jawa Tengah: ").click()
    page.wait_for_url("**/wilayah/peta/prov-jawa-tengah/")  # with its stylesheet, which hides one of the two drawings
    page.get_by_role("link", name="Kabupaten Blora: ").first.click()
    assert page.url.endswith("/wilayah/kab-blora/")


CONTRASTS = """() => {
  const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
  const light = (rgb) => rgb.map((v) => v / 255).map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  const land = getComputedStyle(document.querySelector('.peta__darat')).fill;
  const grounds = [land, getComputedStyle(document.documentElement).backgroundColor];
  return [...document.querySelectorAll('.peta__gambar--rapat a')].flatMap((link) => grounds.map((ground) => {
    const circle = getComputedStyle(link.querySelector('circle'));
    const text = light(numbers(getComputedStyle(link.querySelector('text')).fill));
    const share = Number(circle.fillOpacity);
    const fill = light(numbers(circle.fill).map((v, i) => share * v + (1 - share) * numbers(ground)[i]));
    return (Math.max(text, fill) + 0.05) / (Math.min(text, fill) + 0.05);
  }));
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_numbers_in_circles_stand_out_over_land_and_sea(
    visit: Callable[..., Visitor], addresses: dict[str, str], scheme: str
) -> None:
    page = visit(color_scheme=scheme, viewport={"width": 360, "height": 740}).go(addresses["peta-terbesar"])
    assert min(page.evaluate(CONTRASTS)) >= 4.5


def test_in_forced_colours_land_circles_and_numbers_stay_apart(
    visit: Callable[..., Visitor], addresses: dict[str, str]
) -> None:
    page = visit(forced_colors="active", viewport={"width": 360, "height": 740}).go(addresses["peta-terbesar"])
    colours = page.evaluate(
        """() => {
          const style = (selector) => getComputedStyle(document.querySelector(`.peta__gambar--rapat ${selector}`));
          return [style('.peta__darat').fill, style('a circle').fill, style('a circle').stroke, style('a text').fill];
        }"""
    )
    land, circle, line, number = colours
    assert land == circle != line
    assert number not in (circle, land)


def test_the_country_is_printed_in_the_drawing_that_needs_no_pointer(visit: Callable[..., Visitor]) -> None:
    page = visit(color_scheme="dark", viewport={"width": 720, "height": 1000}).go("wilayah/")
    page.emulate_media(media="print")
    assert page.locator(DENSE).first.is_visible()
    assert not page.locator(SPACIOUS).is_visible()
