"""The filters of ``/jelajah/`` on the real catalogue: facets, search among regions, chips, orders, shortcut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from catalog.search.biaya import classify_biaya
from catalog.search.ciri import CIRI, find_ciri

from .accessibility import judge
from .building import Site
from .chromium import Visitor
from .findings import assert_none
from .liveness import live_nodes
from .test_search import all_found, found, offered, unfold

PHONE = {"width": 360, "height": 740}


def chips(page: Page) -> list[str]:
    """Return the labels of the chosen filters, without the button for all."""
    texts = page.locator(".saring-terpilih button").all_inner_texts()
    return [text.removeprefix("Hapus filter").strip() for text in texts if "semua" not in text]


def query(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def with_trait(site: Site, trait: str) -> set[str]:
    return {id for id, traits in find_ciri(site.catalog).items() if trait in traits}


def test_status_and_traits_are_counted_as_in_the_catalogue(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().go("jelajah/")
    assert offered(page, "status") == dict(Counter(entri.keadaan for entri in site.catalog.entri))
    expected = {trait: len(with_trait(site, trait)) for trait in CIRI}
    assert offered(page, "ciri") == {trait: count for trait, count in expected.items() if count}


def test_traits_narrow_each_other_and_other_facets(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit()
    page = visitor.go("jelajah/")
    both = with_trait(site, "bisa-dikunjungi") & with_trait(site, "berdokumen")
    page.check("#jelajah-saring input[value=bisa-dikunjungi]")
    expect(page.locator("#jelajah-saring li:has(input[value=berdokumen]) .saring__jumlah")).to_have_text(str(len(both)))
    page.check("#jelajah-saring input[value=berdokumen]")
    expect(page.locator(".saring-terpilih li")).to_have_count(3)
    assert (found(page), query(page)) == (len(both), {"ciri": ["bisa-dikunjungi", "berdokumen"]})
    assert set(all_found(visitor, "jelajah/?ciri=bisa-dikunjungi&ciri=berdokumen")) == both
    running = {e.id for e in site.catalog.entri if e.keadaan == "berjalan"} & both
    assert set(all_found(visitor, "jelajah/?ciri=bisa-dikunjungi&ciri=berdokumen&status=berjalan")) == running


def test_every_option_that_is_offered_leads_to_something(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?q=ambulans&status=berjalan")
    columns = ("wilayah", "provinsi", "urusan", "tahapan", "status", "jenis", "bukti", "tahun", "ciri")
    counts = {column: offered(page, column) for column in columns}
    assert all(counts["status"].values()) and all(all(values.values()) for values in counts.values())
    assert sum(counts["bukti"].values()) == found(page)
    assert len(counts["wilayah"]) < len(offered(visit().go("jelajah/"), "wilayah"))


def test_every_facet_is_offered_and_costs_say_of_how_few_they_are_known(
    visit: Callable[..., Visitor], site: Site
) -> None:
    page = visit().go("jelajah/")
    facets = page.locator("#jelajah-saring fieldset:visible")
    assert facets.locator("legend").all_inner_texts() == [
        *("Wilayah", "Urusan", "Tahapan", "Status", "Jenis", "Bukti", "Tahun", "Biaya", "Hanya yang")
    ]
    known = sum(classify_biaya(entri.inovasi) is not None for entri in site.catalog.entri)
    assert 0 < known < len(site.catalog.entri) / 10
    costs = facets.nth(7)
    costs.get_by_text("Apa artinya?").click()
    expect(costs).to_contain_text(f"Biaya tercatat pada {known} dari {len(site.catalog.entri)} inovasi.")
    assert sum(offered(page, "biaya").values()) == known


def test_a_cost_asked_for_by_its_address_is_a_filter(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().go("jelajah/?biaya=di-atas-1-miliar")
    assert chips(page) == ["Di atas Rp 1 miliar"]
    assert 0 < found(page) < len(site.catalog.entri) / 10


def test_chips_take_back_one_filter_and_keep_the_focus_among_them(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?wilayah=kab-blora&status=berjalan&ciri=berdokumen&urut=bukti")
    assert chips(page) == ["Kabupaten Blora", "Berjalan", "Punya SOP, dokumen, atau dasar hukum"]
    page.get_by_role("button", name="Hapus filter Berjalan").press("Enter")
    expect(page.locator(".saring-terpilih li")).to_have_count(3)
    assert query(page) == {"wilayah": ["kab-blora"], "ciri": ["berdokumen"], "urut": ["bukti"]}
    assert page.evaluate("document.activeElement.textContent").startswith("Hapus filter Punya SOP")
    page.go_back()
    expect(page.locator(".saring-terpilih li")).to_have_count(4)
    page.get_by_role("button", name="Hapus semua filter").press("Enter")
    expect(page.locator(".saring-terpilih")).to_have_count(0)
    assert (query(page), page.evaluate("document.activeElement.id")) == ({"urut": ["bukti"]}, "hasil-judul")


def shown_regions(page: Page) -> list[str]:
    return page.locator("#jelajah-saring fieldset:first-of-type label:visible span:first-of-type").all_inner_texts()


def test_a_region_is_found_by_typing_and_ticked_by_keyboard_alone(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/")
    everything = found(page)
    field = page.get_by_role("searchbox", name="Cari nama wilayah")
    field.focus()
    page.keyboard.type("BLOR")
    assert shown_regions(page) == ["Jawa Tengah", "Kabupaten Blora"]
    expect(page.locator("#jelajah-saring [aria-live=polite]")).to_have_text("1 pilihan cocok")
    assert (found(page), query(page)) == (everything, {})  # looking for a box is no search
    for _ in range(4):  # the province, its fold, the region
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "kab-blora":
            break
    page.keyboard.press("Space")
    expect(page.locator(".saring-terpilih li")).to_have_count(2)
    assert query(page) == {"wilayah": ["kab-blora"]}
    assert page.evaluate("document.activeElement.value") == "kab-blora"
    field.press("Escape")
    assert field.input_value() == ""
    assert len(shown_regions(page)) > 2
    assert page.locator("input[value=kab-blora]").is_visible()  # its fold stays open while it is ticked


def test_the_search_among_regions_takes_a_province_for_all_its_regions(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/")
    page.fill("#saring-wilayah", "bali")
    assert {"Bali", "Provinsi Bali", "Kabupaten Badung", "Kota Denpasar"} <= set(shown_regions(page))
    assert "Kabupaten Blora" not in shown_regions(page)


def test_enter_in_the_search_among_regions_goes_to_the_first_box(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/")
    page.fill("#saring-wilayah", "sulawesi")
    page.press("#saring-wilayah", "Enter")
    assert page.evaluate("document.activeElement.type") == "checkbox"
    assert "Sulawesi" in page.evaluate("document.activeElement.parentElement.textContent")
    page.fill("#saring-wilayah", "tidak ada yang begini")
    page.press("#saring-wilayah", "Enter")
    expect(page.locator("#jelajah-saring [aria-live=polite]")).to_have_text("Tidak ada wilayah yang cocok")
    assert (shown_regions(page), query(page)) == ([], {})
    assert page.locator("#saring-wilayah").is_visible()


def test_ticked_regions_stay_in_sight_while_others_are_looked_for(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/?wilayah=kab-blora")
    page.fill("#saring-wilayah", "badung")
    assert {"Kabupaten Blora", "Kabupaten Badung"} <= set(shown_regions(page))


def test_a_phone_opens_with_its_drawer_closed_whatever_is_chosen(visit: Callable[..., Visitor]) -> None:
    page = visit(viewport=PHONE).go("jelajah/?wilayah=kab-blora&ciri=berdokumen&tahun=2021")
    assert page.locator(".saring__laci").get_attribute("open") is None
    assert page.locator(".saring__laci > summary").inner_text() == "Saring (3 dipilih)"


def test_several_filters_wait_in_the_drawer_for_terapkan(visit: Callable[..., Visitor]) -> None:
    page = visit(viewport=PHONE).go("jelajah/")
    everything = found(page)
    page.click(".saring__laci > summary")
    page.fill("#saring-wilayah", "jawa tengah")
    page.check("input[name=provinsi][value=prov-jawa-tengah]")
    page.check("input[name=status][value=berjalan]")
    page.check("input[name=ciri][value=berdokumen]")
    assert (found(page), query(page)) == (everything, {})
    promised = re.findall(r"\d+", page.locator(".saring__terapkan button").inner_text())
    page.click(".saring__terapkan button")
    expect(page.locator(".saring-terpilih li")).to_have_count(4)
    assert [str(found(page))] == promised
    assert query(page) == {"provinsi": ["prov-jawa-tengah"], "status": ["berjalan"], "ciri": ["berdokumen"]}
    assert page.evaluate("document.activeElement.id") == "hasil-judul"
    page.go_back()
    expect(page.locator(".saring-terpilih")).to_have_count(0)
    assert found(page) == everything


def test_orders_sort_and_completeness_says_why(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit()
    page = visitor.go("jelajah/")
    labels = page.locator("#urut option").all_inner_texts()
    assert labels[:4] == ["Terbaru", "Nama A–Z", "Bukti terkuat", "Paling lengkap"]
    assert [url for url in visitor.asked if "urut-nama" in url] == []
    page.select_option("#urut", "kelengkapan")
    fullest = sorted((e.kelengkapan.terisi for e in site.catalog.entri), reverse=True)[:20]
    total = site.catalog.entri[0].kelengkapan.dari
    expect(page.locator(".kartu__alasan").first).to_have_text(f"{fullest[0]} dari {total} isian terisi")
    assert page.locator(".kartu__alasan").all_inner_texts() == [f"{n} dari {total} isian terisi" for n in fullest]
    levels = list(site.catalog.vocabularies.bukti)
    strongest = sorted((levels.index(e.bukti) for e in site.catalog.entri), reverse=True)
    page.select_option("#urut", "bukti")
    expect(page.locator(".kartu__alasan")).to_have_count(0)
    steps = page.locator(".kartu .bukti").evaluate_all("all => all.map((one) => Number(one.dataset.tingkat) - 1)")
    assert steps == strongest[:20]
    assert all_found(visitor, "jelajah/?urut=nama")[0] == min(site.catalog.entri, key=lambda e: e.nama.casefold()).id
    page = visitor.go("jelajah/?q=layanan")
    assert page.locator("#urut option").all_inner_texts() == ["Paling sesuai", *labels]


def test_the_shortcut_is_off_until_it_is_switched_on_and_can_be_switched_off(visit: Callable[..., Visitor]) -> None:
    page = visit().go("jelajah/")

    def focused() -> str:
        return page.evaluate("document.activeElement.id")

    box = page.get_by_role("checkbox", name="Pintasan: tekan / untuk mencari")
    expect(box).not_to_be_checked()
    page.keyboard.press("/")
    assert focused() == ""
    box.check()
    page.keyboard.press("/")
    assert (focused(), page.input_value("#cari-jelajah")) == ("cari-jelajah", "")
    page.keyboard.type("a/b")
    assert page.input_value("#cari-jelajah") == "a/b"
    page.focus("#saring-wilayah")
    page.keyboard.press("/")
    assert (focused(), page.input_value("#saring-wilayah")) == ("saring-wilayah", "/")
    page.focus("#urut")
    page.keyboard.press("Control+/")
    assert focused() == "urut"
    page.goto(page.url.split("?")[0])
    expect(box).to_be_checked()
    page.keyboard.press("/")
    assert focused() == "cari-jelajah"
    box.uncheck()
    page.reload()
    expect(box).not_to_be_checked()


def test_without_storage_everything_still_works(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page = visitor.go("jelajah/?status=berjalan")
    page.check("#pintasan")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "cari-jelajah"
    assert chips(page) == ["Berjalan"]


KEYS = ("q", "provinsi", "wilayah", "urusan", "status", "biaya", "ciri", "tahun", "urut", "daerah", "hal", "lain")
NASTY = (
    "x" * 10_000,
    "\x00\x01\x1f\x7f\x85\u2028\u202e\ufeff",
    "<img src=x onerror=alert(1)>",
    "__proto__",
    "constructor",
    "-1",
    "1e9",
    "NaN",
    "%",
    "../../..",
)


@pytest.mark.parametrize("value", NASTY, ids=range(len(NASTY)))
def test_any_value_of_any_key_is_data(visit: Callable[..., Visitor], value: str) -> None:
    """Asked for by address and by history (a server refuses the longest), with the page's own policy off."""
    page = visit(bypass_csp=True).go("jelajah/")
    at_rest = live_nodes(page)
    asked = "&".join(f"{key}={quote(value, safe='')}" for key in KEYS)
    if len(asked) < 20_000:
        page.goto(f"{page.url}?{asked}")
    else:
        page.goto(f"{page.url}?{asked[: len(asked) // len(KEYS)]}")
        page.evaluate(
            "asked => { history.pushState(null, '', '?' + asked); dispatchEvent(new PopStateEvent('popstate')) }", asked
        )
    page.wait_for_selector(".kartu, .kosong")
    page.wait_for_timeout(400)
    assert (live_nodes(page), chips(page)) == (at_rest, [])
    page.goto(page.url.split("?")[0])
    page.fill("#saring-wilayah", value[:200])
    page.wait_for_timeout(450)
    assert live_nodes(page) == at_rest


def test_a_slip_is_mended_and_said(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.go("jelajah/?q=ambulanz")
    expect(page.locator("#hasil-jumlah")).to_contain_text("“ambulanz” tidak ditemukan;")
    expect(page.locator(".maksud")).to_have_text("Maksud Anda: ambulans?")
    assert page.locator("#hasil mark").first.inner_text().lower().startswith("ambulan")
    mended = found(page)
    page.locator(".maksud a").click()
    expect(page.locator(".maksud")).to_have_count(0)
    expect(page.locator("#hasil-jumlah")).to_contain_text("cocok dengan “ambulans”")
    assert page.input_value("#cari-jelajah") == "ambulans"
    assert (query(page), found(page)) == ({"q": ["ambulans"]}, mended)
    assert page.evaluate("document.activeElement.id") == "hasil-judul"


def test_nothing_found_leads_to_everyday_problems_and_to_looser_filters(
    visit: Callable[..., Visitor], site: Site
) -> None:
    visitor = visit()
    page = visitor.go("jelajah/?q=ambulans&tahun=2010&status=berjalan&ciri=pernah-direplikasi&ciri=berdokumen")
    assert page.inner_text("#hasil-jumlah") == "Tidak ada inovasi yang cocok dengan “ambulans”"
    ways = page.locator(".kosong button").all_inner_texts()
    assert ways and all(re.search(r": [1-9][\d.]* inovasi$", way) for way in ways)
    doors = page.locator(".kosong .pintu a").evaluate_all("links => links.map((link) => new URL(link.href).pathname)")
    assert doors[0] == "/masalah/butuh-ambulans/"
    assert all(door.strip("/") + "/" in site.addresses() for door in doors)
    promised = re.findall(r"\d+", ways[-1])[0]
    page.locator(".kosong button").last.click()
    page.wait_for_selector(".kartu")
    assert str(found(page)) == promised


def test_a_query_that_is_like_nothing_leads_to_everyday_problems_all_the_same(
    visit: Callable[..., Visitor], site: Site
) -> None:
    page = visit().go("jelajah/?q=qwrtzxcv")
    expect(page.locator(".kosong")).to_contain_text("Atau mulai dari masalah sehari-hari:")
    doors = page.locator(".kosong .pintu a").evaluate_all("links => links.map((link) => new URL(link.href).pathname)")
    assert len(doors) == 4 and {door.strip("/") + "/" for door in doors} <= set(site.addresses())


STATES = {
    "kartu": "jelajah/?ciri=bisa-dikunjungi&urut=kelengkapan",
    "kosong": "jelajah/?q=ambulans&tahun=2010&ciri=pernah-direplikasi",
    "wilayah": "jelajah/?wilayah=kab-blora",
}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_states_are_free_of_violations_with_the_drawer_open(
    visit: Callable[..., Visitor], state: str, width: int
) -> None:
    page = visit(viewport={"width": width, "height": 900}).go(STATES[state])
    wrong = {}
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        wrong[f"{scheme} at rest"] = judge(page)
    unfold(page)
    page.fill("#saring-wilayah", "ba")
    unfold(page)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")  # where "Terapkan" covers no box
    page.wait_for_timeout(450)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        wrong[f"{scheme} open"] = judge(page)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert_none(wrong)
