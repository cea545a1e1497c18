"""`/jelajah/` in Chromium: its script, the prescribed HTML, an index in two shards, under the site's policy."""

from __future__ import annotations

import gzip
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect
from search_samples import POLICY, ROOT, in_shards, make_sample_catalog, page_html

from catalog.frame.scripts import hash_scripts, without_comments
from catalog.search import SCRIPTS
from catalog.search.pagefind import write_index
from catalog.search.records import make_records
from catalog.search.write import write_search
from tests.browser.chromium import running_chromium

pytestmark = pytest.mark.browser

HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "</script><script>alert(1)</script>",
    "%00%ff%",
    "'\"`${1}",
    "\x00\x07\u202e",
    "(((((",
    "*",
    "a" * 10_000,
    "❤️ ﷽",
    "constructor",
    "__proto__",
    "samin " * 2_000,
    '"',
    "-",
    "\ud83d",
    "&urusan=kesehatan#x",
]


class Handler(SimpleHTTPRequestHandler):
    """Serves the site with the policy as a header too, and keeps quiet."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("situs")
    folder = site / "jelajah"
    catalog = make_sample_catalog()
    write_search(catalog, folder)
    words = {name: (folder / "indeks" / name).read_bytes() for name in ("kata.json", "kosakata.json")}
    shutil.rmtree(folder / "indeks")
    write_index(in_shards(make_records(catalog), 16), folder / "indeks")
    for name, content in words.items():
        (folder / "indeks" / name).write_bytes(content)
    (folder / "index.html").write_text(page_html(SCRIPTS), encoding="utf-8")
    shutil.copytree(ROOT / "theme" / "assets" / "js", site / "assets")
    shutil.copy(ROOT / "theme" / "assets" / "css" / "katalog.css", site / "assets")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/jelajah/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with running_chromium() as browser:
        yield browser


class Watched:
    """A page and what it asked for and said."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.said: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("dialog", lambda dialog: (self.said.append(dialog.message), dialog.dismiss()))


@pytest.fixture
def watched(browser: Browser, address: str) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    watched = Watched(context.new_page())
    yield watched
    assert watched.said == []
    assert [url for url in watched.asked if not url.startswith(address.removesuffix("jelajah/"))] == []
    context.close()


def names(page: Page) -> list[str]:
    return page.locator(".kartu__nama a").all_text_contents()


def expect_count(page: Page, sentence: str) -> None:
    expect(page.locator("#hasil-jumlah")).to_have_text(sentence)


def open_page(page: Page, query: str = "") -> None:
    page.goto(f"./{query}")
    page.wait_for_selector(".kartu, .kosong")


def search(page: Page, text: str) -> None:
    page.fill("#cari-jelajah", text)
    page.keyboard.press("Enter")
    expected = " ".join(text.split()) or "ditemukan"
    expect(page.locator("#hasil-jumlah")).to_contain_text(expected)


def offered(page: Page, column: str) -> dict[str, str]:
    """The options of a facet that can be seen or unfolded, value → count."""
    boxes = page.locator(f"li:not([hidden]) > label > input[name={column}]")
    return {box.get_attribute("value"): box.locator("xpath=../span[2]").text_content() for box in boxes.all()}


def test_nothing_of_the_engine_is_fetched_before_there_is_a_query(watched, address):
    open_page(watched.page)
    data = sorted(url.removeprefix(address) for url in watched.asked if "/assets/" not in url)
    assert [name.split("?")[0] for name in data] == [
        "",
        "kartu/awal.json",
        "saringan.json",
    ]
    expect_count(watched.page, "30 inovasi ditemukan, halaman 1 dari 2")


def test_permits_are_found_by_their_stem_and_beyond_the_first_shard(watched):
    open_page(watched.page)
    for query in ("izin", "perizinan", "mengurus izin", "IZIN!", "petarung makassar"):
        search(watched.page, query)
        assert (query, names(watched.page)) == (query, ["Si Petarung"])


def test_the_ambulance_is_found_however_it_is_written(watched):
    open_page(watched.page)
    for query in ("samin 119", "SAMIN119", "samin119", "Samin-119", "ambulans malam", "dinkes ambulans"):
        search(watched.page, query)
        assert (query, names(watched.page)[:1]) == (query, ["Samin 119"])


def test_addresses_of_links_in_the_body_are_not_words(watched):
    open_page(watched.page, "?q=zebra")
    expect_count(watched.page, "Tidak ada inovasi yang cocok dengan “zebra”")


def test_some_of_the_words_are_better_than_nothing_and_it_is_said(watched):
    open_page(watched.page, "?q=ambulans+perpustakaan")
    expect(watched.page.locator("#hasil-jumlah")).to_have_text(
        "Tidak ada yang memuat semua kata “ambulans perpustakaan”; 2 inovasi memuat sebagian"
    )
    assert sorted(names(watched.page)) == ["Perpustakaan Keliling", "Samin 119"]


def test_card_is_built_like_the_static_ones_and_marks_the_words(watched):
    open_page(watched.page, "?q=dipanggil+ambulans+blora")
    assert watched.page.locator(".kartu").first.evaluate("card => card.outerHTML") == (
        '<li class="kartu"><h3 class="kartu__nama"><a href="../inovasi/kab-blora/samin-119/">Samin 119</a> '
        '<span class="kepanjangan">Sistem <mark>Ambulans</mark> Siaga</span></h3>'
        '<p class="kartu__wilayah">Kabupaten Blora</p>'
        '<p class="kartu__ringkasan"><mark>Ambulans</mark> gratis yang '
        "<mark>dipanggil</mark> lewat satu nomor dan datang ke rumah.</p>"
        '<ul class="kartu__fakta"><li>Kesehatan</li><li>2022</li>'
        '<li><span class="lencana lencana--berjalan">Berjalan</span></li></ul>'
        '<p class="bukti" data-tingkat="2"><span class="tersembunyi">Bukti: </span>Klaim '
        '<span class="bukti__urutan">(2 dari 5)</span></p></li>'
    )


def test_markup_in_an_entry_is_text(watched):
    open_page(watched.page, "?q=markah")
    assert names(watched.page) == ["<b>Uji & coba</b>"]
    assert watched.page.locator("#hasil script, #hasil b").count() == 0


def test_counts_follow_the_query_and_the_other_facets_but_not_their_own(watched):
    open_page(watched.page, "?urusan=kesehatan&tahapan=penerapan")
    page = watched.page
    expect_count(page, "27 inovasi ditemukan, halaman 1 dari 2")
    assert offered(page, "urusan") == {"kesehatan": "27", "pekerjaan-umum-dan-penataan-ruang": "1", "perpustakaan": "1"}
    assert offered(page, "tahapan") == {"penerapan": "27", "uji-coba": "1"}
    assert offered(page, "wilayah") == {"kab-blora": "14", "kab-rembang": "13"}
    assert offered(page, "provinsi") == {"prov-jawa-tengah": "27"}
    assert offered(page, "tahun") == {"2022": "1", "2014": "5", "2013": "5", "2012": "5", "2011": "5", "2010": "6"}
    assert offered(page, "jenis") == {"non-digital": "27"}


def test_values_of_one_facet_widen_and_those_of_others_narrow(watched):
    open_page(watched.page, "?urusan=kesehatan&urusan=perpustakaan&tahun=2020&tahun=2022&tahun=2010&wilayah=kab-blora")
    expect_count(watched.page, "4 inovasi ditemukan")
    assert names(watched.page) == ["Samin 119", "Posyandu Anggrek", "Posyandu Kenanga", "Posyandu Umbi"]


def test_province_holds_its_regions_and_gives_way_to_a_chosen_one(watched):
    open_page(watched.page, "?provinsi=prov-jawa-tengah")
    page = watched.page
    expect_count(page, "29 inovasi ditemukan, halaman 1 dari 2")
    page.locator("summary", has_text="Kabupaten dan kota di Jawa Tengah").click()
    page.get_by_label("Kabupaten Rembang").check()
    expect_count(page, "13 inovasi ditemukan")
    assert page.url.endswith("?wilayah=kab-rembang")
    assert not page.get_by_label("Jawa Tengah").first.is_checked()


def test_ticking_keeps_the_focus_and_is_undone_by_back(watched):
    open_page(watched.page)
    page = watched.page
    box = page.locator("input[name=urusan][value=perpustakaan]")
    box.focus()
    page.keyboard.press("Space")
    expect_count(page, "1 inovasi ditemukan")
    expect(box).to_be_focused()
    assert page.url.endswith("?urusan=perpustakaan")
    page.reload()
    expect_count(page, "1 inovasi ditemukan")
    page.go_back()
    expect_count(page, "30 inovasi ditemukan, halaman 1 dari 2")
    expect(box).not_to_be_checked()
    page.go_forward()
    expect(box).to_be_checked()


def test_typing_searches_after_a_pause_and_leaves_one_step_in_the_history(watched):
    open_page(watched.page)
    page = watched.page
    for part in ("perpus", "perpustakaan"):
        page.fill("#cari-jelajah", part)
        expect(page.locator("#hasil-jumlah")).to_contain_text(f"“{part}”")
    assert names(page) == ["Perpustakaan Keliling"]
    expect(page.locator("#cari-jelajah")).to_be_focused()
    page.go_back()
    expect_count(page, "30 inovasi ditemukan, halaman 1 dari 2")
    assert page.input_value("#cari-jelajah") == ""


def test_chosen_filters_are_buttons_that_take_them_back(watched):
    open_page(watched.page, "?urusan=kesehatan&jenis=non-digital&bukti=tidak-ada")
    page = watched.page
    page.get_by_role("button", name="Hapus filter Kesehatan").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Hapus filter Non-digital")).to_be_focused()
    assert page.url.endswith("?jenis=non-digital")
    page.get_by_role("button", name="Hapus semua filter").click()
    expect(page.locator("#hasil-judul")).to_be_focused()
    expect_count(page, "30 inovasi ditemukan, halaman 1 dari 2")


@pytest.mark.parametrize(
    ("urut", "first"),
    [
        ("terbaru", ["Samin 119", "Perpustakaan Keliling", "Si Petarung"]),
        ("nama", ["<b>Uji & coba</b>", "Perpustakaan Keliling", "Posyandu Anggrek"]),
        ("bukti", ["Samin 119", "Perpustakaan Keliling", "Si Petarung"]),
        ("kelengkapan", ["Samin 119", "Perpustakaan Keliling", "Si Petarung"]),
    ],
)
def test_order(watched, urut, first):
    open_page(watched.page)
    watched.page.select_option("#urut", urut)
    expect(watched.page.locator(".kartu__nama a").first).to_have_text(first[0])
    assert names(watched.page)[:3] in (first, sorted(first))


def test_pages_are_links_that_move_the_focus_to_the_results(watched):
    open_page(watched.page)
    page = watched.page
    first = names(page)
    page.get_by_role("link", name="Berikutnya").click()
    expect_count(page, "30 inovasi ditemukan, halaman 2 dari 2")
    expect(page.locator("#hasil-judul")).to_be_focused()
    assert page.url.endswith("?hal=2")
    assert (len(first), len(names(page)), len({*first, *names(page)})) == (20, 10, 30)
    page.reload()
    expect_count(page, "30 inovasi ditemukan, halaman 2 dari 2")


def test_no_result_says_what_can_be_dropped_and_how_much_that_gives(watched):
    open_page(watched.page, "?q=ambulans&urusan=perpustakaan&tahapan=penerapan")
    page = watched.page
    ways = [text.strip() for text in page.locator(".kosong button").all_text_contents()]
    assert ways == ["Tanpa filter urusan: 1 inovasi", "Tanpa kata pencarian: 1 inovasi"]
    assert page.locator(".kosong a").evaluate_all("links => links.map(link => link.getAttribute('href'))") == [
        "../masalah/butuh-ambulans/",
        "../masalah/",
        "../urusan/",
        "../wilayah/",
    ]
    page.get_by_role("button", name="Tanpa filter urusan").click()
    expect_count(page, "1 inovasi cocok dengan “ambulans”")
    expect(page.locator("#hasil-judul")).to_be_focused()


def test_on_a_phone_ticks_wait_for_terapkan(watched):
    page = watched.page
    page.set_viewport_size({"width": 360, "height": 740})
    open_page(page)
    drawer = page.locator(".saring__laci")
    assert drawer.get_attribute("open") is None
    drawer.locator("summary").first.click()
    page.locator("input[name=urusan][value=perpustakaan]").check()
    apply = page.get_by_role("button", name="Terapkan (1 inovasi)")
    expect(apply).to_be_visible()
    expect_count(page, "30 inovasi ditemukan, halaman 1 dari 2")
    apply.click()
    expect_count(page, "1 inovasi ditemukan")
    expect(page.locator("#hasil-judul")).to_be_focused()
    assert drawer.get_attribute("open") is None


def test_any_query_is_data(watched):
    page = watched.page
    open_page(page, "?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    for query in HOSTILE:
        page.evaluate(
            """q => { history.pushState(null, '', '?' + new URLSearchParams({ q, urusan: q, hal: q, urut: q }));
                      window.dispatchEvent(new PopStateEvent('popstate')); }""",
            query,
        )
        page.wait_for_timeout(50)
        expect(page.locator(".kartu, .kosong").first).to_be_visible()
        assert page.locator("#jelajah img, #jelajah script, #jelajah iframe").count() == 0


def test_values_that_are_not_in_the_catalogue_are_left_out(watched):
    open_page(watched.page, "?urusan=kesehatan&urusan=sihir&wilayah=..%2F..%2Fx&tahun=0&hal=-1&urut=acak&lain=1")
    chips = watched.page.locator(".saring-terpilih button").all_text_contents()
    assert chips == ["Hapus filter Kesehatan", "Hapus semua filter"]


def test_without_javascript_the_page_leads_to_the_lists(browser, address):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    assert "memerlukan JavaScript" in page.inner_text("#hasil")
    assert page.locator("#hasil a").first.get_attribute("href") == "../wilayah/"
    context.close()


def test_failure_is_said_and_can_be_retried(browser, address):
    context = browser.new_context(base_url=address)
    page = context.new_page()
    page.route("**/kunci.json", lambda route: route.abort())
    open_page(page, "?q=ambulans")
    expect_count(page, "Pencarian tidak dapat dimuat")
    page.unroute("**/kunci.json")
    page.get_by_role("button", name="Coba lagi").click()
    expect_count(page, "1 inovasi cocok dengan “ambulans”")
    context.close()


def test_scripts_stay_within_their_budget():
    folder = ROOT / "theme" / "assets" / "js"
    scripts = hash_scripts({path.name: without_comments(path.read_bytes()) for path in folder.glob("*.js")})
    data = {script.file: script.data for script in scripts.values()}

    def weight(*names: str) -> int:
        return sum(
            len(gzip.compress(data[file])) for file in {f for n in names for f in (scripts[n].file, *scripts[n].needs)}
        )

    at_rest = weight(*SCRIPTS)
    assert at_rest <= 15_000
    assert weight(*SCRIPTS, "jelajah-data.js") <= 21_000
    assert weight(*SCRIPTS, "jelajah-data.js", "jelajah-kosong.js", "jelajah-serupa-pilih.js") <= 28_000
    later = {scripts[name].file for name in ("jelajah-data.js", "jelajah-kosong.js", "jelajah-serupa.js")}
    assert not later & set(scripts["jelajah.js"].needs)
