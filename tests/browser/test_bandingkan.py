"""``/bandingkan/``: what is in the table, what a reader does with it, wrong and hostile addresses, copy and print."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from catalog.vocabularies import load_vocabularies
from tests.hostile_strings import BROKEN_ESCAPES, LONG, STRINGS

from .building import ROOT, Site, build
from .chromium import Visitor
from .clipboard import Cells, clipboard
from .compared import BARE, FULL, KNOWN_ROWS, OTHER, RENAMED, write_compared_catalogue
from .findings import assert_none
from .hostile_entries import SLUG, WILAYAH
from .liveness import live_nodes
from .scripts import run_script
from .serving import Server, serve
from .test_axe import in_every_look
from .test_keyboard import walk

Visit = Callable[..., Visitor]
MISSING = "belum ada data"


@dataclass(frozen=True, slots=True)
class Known:
    """The site of the entries in ``compared.py``, being served."""

    site: Site
    server: Server


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    scratch = tmp_path_factory.mktemp("banding")
    write_compared_catalogue(scratch / "innovations", load_vocabularies(ROOT / "vocabularies"))
    site = build(scratch / "innovations", scratch)
    with serve(site.folder) as server:
        yield Known(site, server)


@pytest.fixture
def compare(visit: Visit, known: Known) -> Callable[..., Page]:
    """Return an opener of the comparison of some ids in the known site."""

    def open(*ids: str, **options: Any) -> Page:
        return visit(known.server.address, **options).go(address_of(*ids))

    return open


def address_of(*ids: str) -> str:
    """Return the address of a comparison."""
    return "bandingkan/?" + "&".join(f"inovasi={id}" for id in ids)


def fullest(site: Site, count: int) -> list[str]:
    """Return the ids of the entries with the longest pages."""
    by_size = sorted(site.catalog.entri, key=lambda entri: len(site.html(entri.tautan)))
    return [entri.id for entri in by_size[-count:]]


def columns(page: Page) -> list[str]:
    """Return the names at the head of the table."""
    return page.locator("thead a").all_inner_texts()


def rows(page: Page) -> dict[str, tuple[str, list[list[str]]]]:
    """Return title → mark and lines of each cell, of all rows that are not hidden."""
    read = page.locator("tr[data-keadaan]:visible").evaluate_all(
        """rows => rows.map((row) => [
            row.cells[0].firstChild.textContent,
            row.cells[0].querySelector('.banding__tanda')?.textContent ?? '',
            [...row.cells].slice(1).map((cell) => {
                const lines = [...cell.querySelectorAll(':scope > ul > li, .banding__layar > ul > li')];
                return (lines.length ? lines : [cell]).map((line) => line.textContent);
            }),
        ])"""
    )
    return {title: (mark, [[] if cell == [MISSING] else cell for cell in cells]) for title, mark, cells in read}


def notices(page: Page) -> list[str]:
    """Return the boxes above the table, each on one line."""
    return [" ".join(text.split()) for text in page.locator(".admonition").all_inner_texts()]


def told(page: Page) -> str:
    """Return what the status line says, once it is written."""
    page.wait_for_timeout(200)
    return page.inner_text("#bandingkan-kabar")


# -- the table ----------------------------------------------------------------------------


def test_the_table_says_what_the_entries_say(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER)
    assert columns(page) == ["Antar Obat", "=1+1 Obat Desa"]
    plain = {
        title: (mark, [[t.replace("\u00a0", " ") for t in c] for c in cells])
        for title, (mark, cells) in rows(page).items()
    }
    assert plain == KNOWN_ROWS
    assert list(plain) == list(KNOWN_ROWS)
    assert told(page) == "2 inovasi dibandingkan: 6 dari 22 hal berbeda, 15 baru diketahui sebagian."


def test_it_is_a_table_for_a_screen_reader_also_where_rows_are_stacked(compare: Callable[..., Page]) -> None:
    for width in (1280, 360):
        page = compare(FULL, OTHER, viewport={"width": width, "height": 740})
        table = page.get_by_role("table", name="Perbandingan 2 inovasi")
        assert table.get_by_role("columnheader").all_inner_texts() == [
            "Antar Obat\nKota Semarang",
            "=1+1 Obat Desa\nKabupaten Rembang",
        ]
        row = table.get_by_role("row", name="Penduduk")
        assert row.get_by_role("rowheader").count() == 1
        assert row.get_by_role("cell").all_text_contents() == ["1.694.743 jiwa", MISSING]


def test_names_in_the_head_lead_to_the_entries(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER)
    page.get_by_role("link", name="Antar Obat").click()
    page.wait_for_url(f"**/inovasi/{FULL}/")


def test_on_a_phone_every_value_has_its_entrys_name(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER, viewport={"width": 360, "height": 740})
    labels = page.locator("tr[data-keadaan=beda] td").evaluate_all(
        "cells => cells.map((cell) => getComputedStyle(cell, '::before').content)"
    )
    assert set(labels) == {'"Antar Obat"', '"=1+1 Obat Desa"'}


def test_only_what_differs_is_kept_in_the_address(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER)
    everything = rows(page)
    page.get_by_label("Hanya yang berbeda").check()
    left = rows(page)
    assert set(everything) - set(left) == {title for title, (mark, _) in everything.items() if not mark} != set()
    assert page.url.endswith(f"?inovasi={FULL}&inovasi={OTHER}&tampil=beda")
    page.reload()
    page.wait_for_selector("#bandingkan[data-siap]")
    assert rows(page) == left and page.get_by_label("Hanya yang berbeda").is_checked()
    page.get_by_label("Hanya yang berbeda").uncheck()
    assert rows(page) == everything


def test_equal_entries_of_one_region_have_no_mark_for_it(visit: Visit, site: Site) -> None:
    wilayah = site.settings.wilayah_rumah
    ids = [entri.id for entri in site.catalog.entri_of(wilayah)[:2]]
    marks = {title: mark for title, (mark, _) in rows(visit().go(address_of(*ids))).items()}
    assert [marks[title] for title in ("Wilayah", "Penduduk", "Luas", "Kepadatan")] == ["", "", "", ""]


# -- changing what is compared ------------------------------------------------------------------


def test_columns_move_and_leave_and_the_focus_stays_with_them(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER, BARE)
    names = columns(page)
    focused = "document.activeElement.getAttribute('aria-label')"
    page.get_by_role("button", name="Pindahkan Nama Saja ke kiri").press("Enter")
    expect(page.locator("thead a").nth(1)).to_have_text("Nama Saja")
    assert (columns(page), page.evaluate(focused)) == (
        [names[0], names[2], names[1]],
        "Pindahkan Nama Saja ke kiri",
    )
    assert told(page) == "Nama Saja sekarang kolom 2 dari 3."
    page.keyboard.press("Enter")
    expect(page.locator("thead a").first).to_have_text("Nama Saja")
    assert page.evaluate(focused) == "Pindahkan Nama Saja ke kanan"  # it cannot go further
    page.get_by_role("button", name="Keluarkan Antar Obat").press("Enter")
    expect(page.locator("thead a")).to_have_count(2)
    assert (columns(page), page.evaluate(focused)) == (["Nama Saja", names[1]], f"Keluarkan {names[1]}")
    assert page.url.endswith(f"?inovasi={BARE}&inovasi={OTHER}")
    page.go_back()
    expect(page.locator("thead a")).to_have_count(3)


def test_one_entry_asks_for_another_and_none_says_how_to_pick(compare: Callable[..., Page]) -> None:
    page = compare(FULL)
    assert page.locator(".admonition-title").all_inner_texts() == ["Pilih satu lagi"]
    page.get_by_role("button", name="Keluarkan Antar Obat").click()
    expect(page.locator(".kosong__judul")).to_have_text("Belum ada inovasi yang dipilih")
    assert page.evaluate("document.activeElement.id") == "isi"
    ways = page.locator(".kosong a").evaluate_all("links => links.map((link) => new URL(link.href).pathname)")
    assert ways == ["/jelajah/", "/wilayah/", "/urusan/", "/inovasi/"]


PASTED = {
    "address": f"https://katalog.contoh.go.id/inovasi/{OTHER}/",
    "address with anchor": f" https://katalog.contoh.go.id/katalog/inovasi/{OTHER}/?x=1#biaya ",
    "id": OTHER,
    "old id": RENAMED,
    "comparison": f"https://katalog.contoh.go.id/bandingkan/?inovasi={OTHER}",
    "in a sentence": f"Lihat <http://127.0.0.1/inovasi/{OTHER}/>, bagus",
}


@pytest.mark.parametrize("kind", list(PASTED))
def test_a_pasted_link_adds_a_column(compare: Callable[..., Page], kind: str) -> None:
    page = compare(FULL)
    page.get_by_label("Tautan halaman inovasi").fill(PASTED[kind])
    page.get_by_role("button", name="Tambahkan").click()
    expect(page.locator("thead a")).to_have_count(2)
    assert page.url.endswith(f"?inovasi={FULL}&inovasi={OTHER}")
    assert page.evaluate("document.activeElement.textContent") == "Keluarkan"
    assert page.evaluate("localStorage.getItem('keranjang:/')") == f'["{OTHER}"]'


def test_a_link_that_leads_to_no_entry_is_named(compare: Callable[..., Page]) -> None:
    page = compare(FULL, bypass_csp=True)
    sentences = {}
    for typed in ("", "inovasi/kab-rembang/tidak-ada/", "<img src=x onerror=alert(1)>", FULL, "x" * 10_000):
        page.get_by_label("Tautan halaman inovasi").fill(typed)
        page.get_by_label("Tautan halaman inovasi").press("Enter")
        sentences[typed[:40]] = told(page)
        assert live_nodes(page) == []
    where = "Salin alamatnya dari halaman inovasi di katalog ini."
    assert sentences == {
        "": "Tempelkan dulu tautan halaman inovasi.",
        "inovasi/kab-rembang/tidak-ada/": f"Tidak ada inovasi pada “inovasi/kab-rembang/tidak-ada/”. {where}",
        "<img src=x onerror=alert(1)>": f"Tidak ada inovasi pada “<img src=x onerror=alert(1)>”. {where}",
        FULL: "Inovasi itu sudah ada di tabel.",
        "x" * 40: f"Tidak ada inovasi pada “{'x' * 60}…”. {where}",
    }


def test_without_an_address_the_basket_is_shown_and_its_rest_can_be_put_in(visit: Visit, site: Site) -> None:
    visitor = visit()
    ids = fullest(site, 6)
    visitor.go("tentang/").evaluate("ids => localStorage.setItem('keranjang:/', JSON.stringify(ids))", ids)
    page = visitor.go("bandingkan/")
    assert page.url == visitor.address + address_of(*ids[:4])
    rest = page.locator(".banding__lain li a")
    expect(rest).to_have_count(2)
    assert page.locator(".banding__lain button").count() == 0  # the table is full
    page.get_by_role("button", name="Keluarkan").first.click()
    page.get_by_role("button", name="Masukkan").first.click()
    expect(page).to_have_url(visitor.address + address_of(*ids[1:5]))
    expect(rest).to_have_count(1)
    assert page.evaluate("JSON.parse(localStorage.getItem('keranjang:/'))") == ids[1:]


# -- wrong and hostile addresses ------------------------------------------------------------------


def test_unknown_ids_are_named_and_left_out(compare: Callable[..., Page]) -> None:
    page = compare(FULL, "kab-rembang/tidak-ada", "kab-entah/apa", "bukan-id", "__proto__/x", OTHER)
    assert notices(page) == [
        "Tidak ditemukan Tidak ada inovasi dengan id “kab-rembang/tidak-ada”, “kab-entah/apa”, “bukan-id”, "
        "“__proto__/x”, jadi tidak ikut dibandingkan."
    ]
    assert columns(page) == ["Antar Obat", "=1+1 Obat Desa"]


def test_an_old_id_and_a_doubled_one_are_the_same_entry(compare: Callable[..., Page]) -> None:
    page = compare(RENAMED, FULL, OTHER, FULL)
    assert (columns(page), page.locator(".admonition").count()) == (["=1+1 Obat Desa", "Antar Obat"], 0)


def test_of_more_than_four_the_first_are_compared(visit: Visit, site: Site) -> None:
    ids = fullest(site, 6)
    page = visit().go(address_of(*ids))
    assert len(columns(page)) == 4
    assert notices(page) == [
        f"Paling banyak 4 inovasi Yang dibandingkan 4 yang pertama. Tidak ikut: {ids[4]}, {ids[5]}."
    ]


HOSTILE_ADDRESSES = [
    *(f"inovasi={quote(text, safe='')}&inovasi={FULL}" for text in STRINGS),
    *(f"inovasi={text}&inovasi={FULL}" for text in BROKEN_ESCAPES),
    *(f"inovasi={FULL}&inovasi={quote(text, safe='')[:12_000]}" for text in LONG),
    f"tampil={quote(STRINGS[45], safe='')}&inovasi={FULL}",
    "&".join(f"inovasi=kab-rembang/x{number}" for number in range(500)) + f"&inovasi={FULL}",
    f"{quote(STRINGS[4])}=1&constructor[x]=1&inovasi={FULL}",
]


def test_any_query_is_data(compare: Callable[..., Page], known: Known) -> None:
    """With the page's own policy off, so that what is injected would run; ``visit`` watches console and requests."""
    page = compare(FULL, bypass_csp=True)
    found = {}
    for query in HOSTILE_ADDRESSES:
        page.goto(f"{known.server.address}bandingkan/?{query}")
        page.wait_for_selector("#bandingkan[data-siap]")
        found[query[:80]] = live_nodes(page)
        if "x499" not in query and "#" not in query:  # of hundreds only the first are read; behind # none
            assert columns(page) == ["Antar Obat"], query[:80]
    assert_none(found)


def test_hostile_strings_are_shown_on_one_line_and_shortened(visit: Visit, known: Known) -> None:
    visitor = visit(known.server.address)
    for text in STRINGS:
        page = visitor.go(address_of(quote(text, safe="")))
        shown = page.locator(".admonition p:last-child")
        if not shown.count():  # nothing but blanks
            assert not text.strip() or not re.sub(r"\s", "", text)
            continue
        said = shown.inner_text()
        assert said.startswith("Tidak ada inovasi dengan id “") and len(said) < 160 and "\n" not in said
        if text.isascii() and text.isprintable() and len(text) < 60:
            assert f"“{text.strip()}”" in said


def test_hostile_entries_are_compared_as_text(compare: Callable[..., Page], known: Known) -> None:
    page = compare(f"{WILAYAH}/{SLUG}", f"{WILAYAH}/serangan-001", FULL, bypass_csp=True)
    assert live_nodes(page) == []
    assert len(columns(page)) == 3
    page.get_by_role("button", name="Salin tabel").click()
    for number in range(0, len(known.site.catalog.entri_of(WILAYAH)) - 1, 4):
        page.goto(known.server.address + address_of(*(f"{WILAYAH}/serangan-{number + n:03}" for n in range(4))))
        page.wait_for_selector("#bandingkan[data-siap]")
        assert live_nodes(page) == []


# -- copying ------------------------------------------------------------------------------------


def test_the_copy_is_a_table_for_word_and_excel_and_no_formula(compare: Callable[..., Page], known: Known) -> None:
    page = compare(FULL, OTHER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin tabel").click()
    assert told(page) == "Tabel disalin. Tempelkan di Word atau Excel."
    copied = clipboard(page)
    text = [line.split("\t") for line in copied["text/plain"].replace("\r", "").split("\n")]
    cells = [[title, *("; ".join(cell) or MISSING for cell in row)] for title, (_, row) in KNOWN_ROWS.items()]
    root = known.server.address
    expected = [
        ["Hal", "Antar Obat", "'=1+1 Obat Desa"],
        *([("'" if cell.startswith("@") else "") + cell for cell in row] for row in cells),
        ["Halaman entri", f"{root}inovasi/{FULL}/", f"{root}inovasi/{OTHER}/"],
        ["Perbandingan ini", root + address_of(FULL, OTHER), ""],
    ]
    assert [[cell.replace("\u00a0", " ") for cell in row] for row in text] == expected
    table = Cells()
    table.feed(copied["text/html"])
    assert [[" ".join(cell.split()) for cell in row] for row in table.rows] == expected
    assert table.tags <= {"html", "head", "body", "meta", "table", "thead", "tbody", "tr", "th", "td", "br"}


def test_what_is_hidden_is_not_copied(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_label("Hanya yang berbeda").check()
    page.get_by_role("button", name="Salin tabel").click()
    assert told(page).startswith("Tabel disalin")
    titles = [line.split("\t")[0] for line in clipboard(page)["text/plain"].splitlines()]
    assert "Tahapan" not in titles and "Prasyarat" in titles


def test_another_way_is_taken_where_the_first_is_refused(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER, permissions=["clipboard-read", "clipboard-write"])
    page.evaluate("() => { document.execCommand = () => { throw new Error() } }")
    page.get_by_role("button", name="Salin tabel").click()
    assert told(page).startswith("Tabel disalin")
    assert "<table" in clipboard(page)["text/html"]
    page.evaluate("() => { navigator.clipboard.write = () => Promise.reject(new Error()) }")
    page.get_by_role("button", name="Salin tabel").click()
    assert told(page).startswith("Peramban tidak mengizinkan penyalinan.")


def test_the_address_can_be_copied(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Salin tautan").click()
    assert told(page) == "Tautan perbandingan disalin."
    assert page.evaluate("navigator.clipboard.readText()") == page.url


# -- print, keyboard, no script, no network ---------------------------------------------------------


def test_four_real_entries_are_printed_on_one_landscape_page(visit: Visit, site: Site) -> None:
    visitor = visit()
    ids = fullest(site, 40)
    sets = {"fullest": ids[-4:], "next": ids[-12:-8], "full": ids[:4], "two": ids[-2:], "three": ids[-7:-4]}
    found = {}
    for name, chosen in sets.items():
        pdf = visitor.go(address_of(*chosen)).pdf(prefer_css_page_size=True)
        boxes = re.findall(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", pdf)
        found[name] = (len(re.findall(rb"/Type\s*/Page\b", pdf)), {float(w) > float(h) for w, h in boxes})
    assert found == dict.fromkeys(sets, (1, {True}))


def test_print_has_the_table_and_its_source_and_nothing_else(compare: Callable[..., Page]) -> None:
    page = compare(FULL, OTHER)
    page.emulate_media(media="print")
    assert (
        run_script(page, "shown", ["form", ".banding__bilah", ".banding__alat", ".atas", ".bawah", ".laporkan"]) == []
    )
    assert run_script(page, "shown", ["main h1", "tr[data-keadaan]", ".banding__sumber"]) == [
        "main h1",
        "tr[data-keadaan]",
        ".banding__sumber",
    ]
    assert address_of(FULL, OTHER) in page.inner_text(".banding__sumber")


def test_the_whole_page_by_keyboard(visit: Visit, site: Site) -> None:
    found = {}
    for width in (320, 768, 1280):
        page = visit(viewport={"width": width, "height": 640}).go(address_of(*fullest(site, 4)))
        found[str(width)] = walk(page)
    assert_none(found)


def test_every_state_is_free_of_violations(visit: Visit, site: Site) -> None:
    visitor = visit()
    ids = fullest(site, 6)
    visitor.go("tentang/").evaluate("ids => localStorage.setItem('keranjang:/', JSON.stringify(ids))", ids)
    states = {
        "basket with rest": "bandingkan/",
        "two": address_of(*ids[:2]) + "&tampil=beda",
        "unknown": address_of("a/b", ids[0]),
        "too many": address_of(*ids),
    }
    found = {}
    for name, where in states.items():
        page = visitor.go(where)
        page.wait_for_selector(".banding__lain" if name != "too many" else "table")
        found[name] = in_every_look(page)
    assert_none(found)


def test_without_a_script_the_form_leads_to_the_list_of_all(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.go(address_of("kab-blora/samin-119"))
    assert "memerlukan JavaScript" in page.inner_text("#bandingkan")
    page.get_by_label("Tautan halaman inovasi").fill("x")
    page.get_by_role("button", name="Tambahkan").click()
    page.wait_for_url(visitor.address + "inovasi/?tautan=x")
    assert page.locator("main li > a[href*=inovasi]").count() > 10


def test_a_failed_request_is_told_and_can_be_tried_again(browser: Browser, known: Known) -> None:
    visitor = Visitor(browser, known.server.address)
    refused = "**/data/v1/inovasi/**"
    visitor.page.route(refused, lambda route: route.abort())
    page = visitor.go(address_of(FULL, OTHER))
    assert page.inner_text(".kosong__judul") == "Data tidak dapat dimuat"
    page.unroute(refused)
    page.get_by_role("button", name="Coba lagi").click()
    expect(page.locator("thead a")).to_have_count(2)
    visitor.close()


def test_it_asks_only_for_what_it_shows(visit: Visit, known: Known) -> None:
    visitor = visit(known.server.address)
    visitor.go(address_of(FULL, OTHER, "kab-rembang/tidak-ada", "kab-entah/apa"))
    data = sorted(url.removeprefix(known.server.address) for url in visitor.asked if url.endswith(".json"))
    assert data == [
        "bandingkan/wilayah/kab-rembang.json",
        "bandingkan/wilayah/kota-semarang.json",
        f"data/v1/inovasi/{OTHER}.json",
        f"data/v1/inovasi/{FULL}.json",
    ]
