"""The order by likeness in Chromium: its arithmetic, its sentences, the chooser by keyboard, and with the facets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from .accessibility import judge
from .building import Site
from .chromium import Visitor

FACTS: dict[str, Any] = {
    "bobot": {"penduduk": 40, "kepadatan": 30, "jenis": 20, "bentang_alam": 10},
    "kali_beda": 10,
    "tidak_diketahui": 0.5,
    "jenis": ["kabupaten", "kota", "provinsi"],
    "bentang": ["pesisir", "dataran rendah", "perbukitan"],
    "wilayah": [
        ["kab-a", "Kabupaten A", 0, 1_000_000, 1_000, [0, 1]],
        ["kab-b", "Kabupaten B", 0, 1_000_000, 1_000, [0, 1]],
        ["kab-c", "Kabupaten C", 0, 2_000_000, 2_000, [0]],
        ["kota-d", "Kota D", 1, 1_000_000, 10],
        ["kab-e", "Kabupaten E", 0, None, None],
        ["kab-f", "Kabupaten F", 0, 64_400, 9_200, [2]],
    ],
}

CALL = """async ([home, address, expression, facts]) => {
  const known = (await import(home)).readFacts(facts);
  return new Function('m', 'facts', `return ${expression}`)(await import(address), known);
}"""


@pytest.fixture
def call(visit: Callable[..., Visitor], site: Site) -> Callable[..., Any]:
    """Return what an expression of ``m``, a script of the page, and ``facts`` gives in a page of the site."""
    page = visit(bypass_csp=True).go("panduan/daerah-serupa/")  # the expressions are compiled in the page

    def address(script: str) -> str:
        (file,) = site.folder.glob(f"assets/{script}.*.js")
        return f"/assets/{file.name}"

    def call(expression: str, script: str = "jelajah-serupa") -> Any:
        return page.evaluate(CALL, [address("jelajah-serupa"), address(script), expression, FACTS])

    return call


@pytest.mark.parametrize(
    ("wanted", "other", "expected"),
    [
        ("kab-a", "kab-b", 0),
        ("kab-a", "kab-c", (40 * 0.30103 + 10 * 0.5) / 100),  # twice the people, one of two kinds of land
        ("kab-a", "kota-d", (30 * 1 + 20 * 1 + 10 * 0.5) / 100),  # a hundred times as dense counts as wholly different
        ("kab-a", "kab-e", (40 * 0.5 + 30 * 0.5 + 10 * 0.5) / 100),  # nothing is known of it but its kind
        ("kab-e", "kab-a", 0),  # only the kind can be compared
        ("kota-d", "kab-a", (30 * 1 + 20 * 1) / 90),  # its land is not known, so that is left out
    ],
)
def test_differences_are_as_the_page_about_them_says(
    call: Callable[..., Any], wanted: str, other: str, expected: float
) -> None:
    found = call(f"m.difference(facts.wilayah.get('{wanted}'), facts.wilayah.get('{other}'), facts)")
    assert found == pytest.approx(expected, abs=1e-4)


def test_regions_go_from_alike_to_unlike_and_the_own_one_is_last(call: Callable[..., Any]) -> None:
    ids = json.dumps([row[0] for row in FACTS["wilayah"]])
    order = call(f"m.orderRegions({ids}, facts.wilayah.get('kab-a'), facts)")
    assert order == ["kab-b", "kab-c", "kab-e", "kota-d", "kab-f", "kab-a"]
    typed = "m.wantedPlace({daerah: '', penduduk: 70000, luas: 9000}, facts)"
    assert call(f"m.orderRegions({ids}, {typed}, facts)")[0] == "kab-f"


@pytest.mark.parametrize(
    ("wanted", "other", "sentence"),
    [
        (
            "facts.wilayah.get('kab-a')",
            "kab-c",
            "Kemiripan 83 dari 100: penduduk 2,00 juta, Anda 1,00 juta; kepadatan 1.000, Anda 1.000 jiwa per km²; "
            "sama-sama kabupaten; sama-sama punya pesisir.",
        ),
        (
            "facts.wilayah.get('kab-a')",
            "kab-e",
            "Kemiripan 60 dari 100: penduduknya belum tercatat; kepadatannya belum diketahui; sama-sama kabupaten; "
            "bentang alamnya belum tercatat.",
        ),
        (
            "facts.wilayah.get('kab-c')",
            "kab-f",
            "Kemiripan 20 dari 100: penduduk 64 ribu, Anda 2,00 juta; kepadatan 7, Anda 1.000 jiwa per km²; "
            "sama-sama kabupaten; bentang alam lain (perbukitan).",
        ),
        (
            "m.wantedPlace({daerah: '', penduduk: 880000, luas: null}, facts)",
            "kota-d",
            "Kemiripan 94 dari 100: penduduk 1,00 juta, Anda 0,88 juta.",
        ),
        ("facts.wilayah.get('kab-a')", "kab-a", "Daerah Anda sendiri, ditaruh paling akhir."),
    ],
)
def test_the_reason_names_both_numbers_and_what_is_not_known(
    call: Callable[..., Any], wanted: str, other: str, sentence: str
) -> None:
    assert call(f"m.reasonFor({wanted}, facts.wilayah.get('{other}'), facts)") == sentence


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("daerah=kab-kudus", ["kab-kudus", None, None]),
        ("penduduk=880000&luas=425.5", ["", 880000, 425.5]),
        ("penduduk=880000", ["", 880000, None]),
        ("daerah=<b>&penduduk=-4&luas=x", ["", None, None]),
        ("daerah=__proto__&penduduk=1e99&luas=1e99", ["", None, None]),
        ("penduduk=1.5&luas=0", ["", None, None]),
        ("", ["", None, None]),
    ],
)
def test_an_address_says_a_place_or_nothing(call: Callable[..., Any], query: str, place: list[Any]) -> None:
    found = call(f"m.readPlace(new URLSearchParams({json.dumps(query)}))", "jelajah-tempat")
    assert [found["daerah"], found["penduduk"], found["luas"]] == place


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (("Kabupaten A", "", ""), ["kab-a", None, None]),
        (("  kabupaten   a ", "5", "5"), ["kab-a", None, None]),
        (("d", "", ""), ["kota-d", None, None]),
        (("", "880.000", "425,5"), ["", 880000, 425.5]),
        (("", "880000", ""), ["", 880000, None]),
        (("", "880 000", "1.957,289"), ["", 880000, 1957.289]),
    ],
)
def test_what_is_typed_is_read_as_indonesians_write_it(
    call: Callable[..., Any], typed: tuple[str, ...], place: list[Any]
) -> None:
    found = call(f"m.readFields(...{json.dumps(typed)}, facts)", "jelajah-serupa-pilih")["place"]
    assert [found["daerah"], found["penduduk"], found["luas"]] == place


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        (("Atlantis", "", ""), [0]),
        (("", "", ""), [0]),
        (("", "0,88 juta", ""), [1]),
        (("", "88,5", "banyak"), [1, 2]),
        (("", "880000", "-5"), [2]),
    ],
)
def test_what_cannot_be_used_is_blamed_at_its_field(
    call: Callable[..., Any], typed: tuple[str, ...], wrong: list[int]
) -> None:
    found = call(f"m.readFields(...{json.dumps(typed)}, facts)", "jelajah-serupa-pilih")
    assert "place" not in found
    assert [place for place, sentence in enumerate(found["wrong"]) if sentence] == wrong


def regions(page: Page) -> list[str]:
    return page.locator(".kartu__wilayah").all_text_contents()


def test_the_facts_are_fetched_only_for_this_order(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go("jelajah/")
    assert not [url for url in visitor.asked if "serupa.json" in url]
    assert not page.locator(".serupa").is_visible()
    page.select_option("#urut", "serupa")
    expect(page.locator(".serupa")).to_be_visible()
    assert [url for url in visitor.asked if "serupa.json" in url]


def test_the_nearest_regions_come_first_and_say_why(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().go("jelajah/?urut=serupa&daerah=kab-kudus")
    expect(page.locator(".serupa__pilihan")).to_contain_text("Diurutkan menurut kemiripan dengan Kabupaten Kudus (")
    assert "Kabupaten Kudus" not in regions(page)
    reasons = page.locator(".kartu__alasan").all_text_contents()
    alike = [int(reason.split()[1]) for reason in reasons]
    assert len(reasons) == 20 and alike == sorted(alike, reverse=True) and alike[0] > 85
    last = page.locator(".halaman-nav li a").all()[-2]
    last.click()
    expect(page.locator(".kartu__alasan").last).to_have_text("Daerah Anda sendiri, ditaruh paling akhir.")


def test_a_filter_keeps_the_order_and_a_query_too(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().go("jelajah/?urut=serupa&daerah=kab-kudus&urusan=kesehatan")
    expect(page.locator(".kartu__alasan").first).to_contain_text("Kemiripan")
    expect(page.locator("#hasil-jumlah")).not_to_contain_text(str(len(site.catalog.entri)))
    page.fill("#cari-jelajah", "ibu")
    page.wait_for_url("**q=ibu**")
    assert "urut=serupa" in page.url and "daerah=kab-kudus" in page.url
    expect(page.locator(".kartu__alasan").first).to_contain_text("Kemiripan")


def test_the_chooser_works_by_keyboard_and_moves_the_focus_to_the_results(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?urut=serupa")
    page.locator("#serupa-daerah").focus()
    page.keyboard.type("kabupaten kudus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jelajah/?urut=serupa&daerah=kab-kudus")
    expect(page.locator("#hasil-judul")).to_be_focused()
    page.locator(".serupa summary").press("Enter")
    page.fill("#serupa-daerah", "")
    page.fill("#serupa-penduduk", "880.000")
    page.fill("#serupa-luas", "425")
    page.locator(".serupa button").press("Enter")
    page.wait_for_url("**/jelajah/?urut=serupa&penduduk=880000&luas=425")
    expect(page.locator(".serupa__pilihan")).to_contain_text("penduduk 0,88 juta, 2.071 jiwa per km²")
    page.go_back()
    expect(page.locator(".serupa__pilihan")).to_contain_text("Kabupaten Kudus")


def test_mistakes_are_told_in_place_and_the_first_gets_the_focus(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?urut=serupa")
    page.fill("#serupa-penduduk", "0,88 juta")
    page.locator(".serupa button").click()
    field = page.locator("#serupa-penduduk")
    expect(field).to_be_focused()
    assert field.get_attribute("aria-invalid") == "true"
    expect(page.locator(f"#{field.get_attribute('aria-describedby')}")).to_have_text(
        "Tulis jumlah penduduk dengan angka saja, misalnya 880.000."
    )
    assert judge(page) == []


def test_an_unknown_region_in_the_address_is_told_and_the_usual_order_stays(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?urut=serupa&daerah=kab-atlantis")
    expect(page.locator("#serupa-daerah-salah")).to_contain_text("tidak dikenal katalog")
    assert page.locator(".kartu__alasan").count() == 0


def test_a_region_without_facts_says_what_is_not_compared(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?urut=serupa&daerah=kota-batam")
    expect(page.locator(".serupa__pilihan")).to_have_text(
        "Diurutkan menurut kemiripan dengan Kota Batam. "
        "Tidak dibandingkan karena belum tercatat: penduduk, kepadatan dan bentang alam."
    )


def test_a_region_leads_to_regions_like_it_and_to_the_method(visit: Callable[..., Visitor]) -> None:
    page = visit().go("wilayah/kab-kudus/")
    page.get_by_role("link", name="Cari praktik dari daerah seperti Kabupaten Kudus").click()
    expect(page.locator(".serupa__pilihan")).to_contain_text("Kabupaten Kudus")
    page.locator(".serupa summary").click()
    page.get_by_role("link", name="Cara menghitungnya").click()
    expect(page.locator("h1")).to_have_text("Daerah seperti kami")
