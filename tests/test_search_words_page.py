"""What people type into `/jelajah/`, in Chromium: their own words, acronyms, usual spellings, slips; in two shards."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect
from search_samples import ROOT, VOCABULARIES, in_shards, make_entri, page_html
from test_search_page import Handler, Watched, browser, names, open_page

from catalog.catalog import Entri, make_catalog
from catalog.search import SCRIPTS
from catalog.search.bantu import read_words, vocabulary_document, word_document
from catalog.search.pagefind import write_index
from catalog.search.records import make_records
from catalog.search.write import write_search
from catalog.sinonim import load_sinonim, make_speller, split_words

__all__ = ["browser"]  # a fixture of the other module

pytestmark = pytest.mark.browser

LONG = " ".join(["ambulans"] * 2_000)
HOSTILE = [
    "a" * 10_000, LONG, "\x00\x07\u202e", "<img src=x onerror=alert(1)>", "__proto__", "constructor", "toString",
    "hasOwnProperty valueOf", "../../etc/passwd", "'; DROP TABLE entri; --", "${7*7}{{7*7}}", "%00%ff", "\ud83d",
    "❤️ ﷽ 日本",
    "Ω≈ç√∫˜µ≤≥÷", "ﻊﺒﺪ", "'\"`", '"ktp', '""', "(((((", "*", "-", "NULL undefined NaN", "1e309 0x0 -1", "​⁠﻿", "Z̮̞̠͙͔ͅḀ̗̞͈̻̗Ḷ͙͎̯̹̞͓G̻O̭̗̮",
]  # fmt: skip


def entries() -> list[Entri]:
    """Entries in the words of real ones, each about one thing; and twenty that are about nothing."""
    about = [
        ("Warung Pakdhe", "Mengurus KTP dan kartu keluarga cukup di kantor desa.", ["KTP", "kartu keluarga"]),
        ("Petir Salin", "Puskesmas mendampingi ibu hamil berisiko sampai bersalin.", ["kehamilan"]),
        ("Jempol ODGJ", "Petugas mendatangi orang dengan gangguan jiwa di rumahnya.", ["gangguan jiwa"]),
        ("Samin 119", "Memanggil ambulans lewat satu nomor, tanpa antrean.", ["ambulans", "gawat darurat"]),
        ("SIPELANGI", "Perizinan berusaha tanpa datang ke kantor.", ["izin usaha"]),
        ("SI N'DUK", "Dokumen kependudukan dari rumah.", ["akta"]),
        ("OK OCE", "Pelatihan wirausaha di tiap kecamatan.", ["wirausaha"]),
        ("Jalan Cantik", "Melaporkan jalan rusak dan berlubang.", ["jalan rusak"]),
        ("Silat", "Mendata anak tidak sekolah di semua desa.", ["anak putus sekolah"]),
        ("Rubuha", "Burung hantu memangsa tikus di sawah.", ["hama tikus"]),
        ("Jambanku", "Membangun jamban bersama warga.", ["jamban"]),
        ("Kas Perpus", "Sampah ditukar dengan buku perpustakaan.", ["perpustakaan"]),
        ("Bank Sampah", "Warga memilah sampah lalu menabung.", ["bank sampah"]),
        ("Gerakan Bersih", "Kampung dibersihkan dari sampah setiap pekan.", []),
        ("SIPPT", "Warga membayar pajak bumi dan bangunan lewat ponsel.", ["pajak bumi dan bangunan"]),
        ("E-Samsat", "Pemilik motor membayar pajak setiap tahun.", ["bayar pajak"]),
    ]
    known = [
        make_entri("kab-blora" if n % 2 else "kota-makassar", nama, ringkasan=ringkasan, kata_kunci=kata)
        for n, (nama, ringkasan, kata) in enumerate(about)
    ]
    others = [
        make_entri("kab-rembang", f"Zona {n}", ringkasan=f"Uraian ke-{n} tentang hal lain sama sekali.")
        for n in range(20)
    ]
    return known + others


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    site = tmp_path_factory.mktemp("situs")
    folder = site / "jelajah"
    catalog = make_catalog(entries(), [], VOCABULARIES)
    sinonim = load_sinonim(ROOT / "vocabularies" / "sinonim.yml")
    write_search(catalog, folder, sinonim=sinonim)
    records = tuple(make_records(catalog, sinonim))
    shutil.rmtree(folder / "indeks")
    write_index(in_shards(records, 18), folder / "indeks")
    words = read_words(records, len(records))
    for name, content in (
        ("kata", word_document(words, sinonim)),
        ("kosakata", vocabulary_document(words, sinonim)),
    ):
        (folder / "indeks" / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    (folder / "index.html").write_text(page_html(SCRIPTS), encoding="utf-8")
    shutil.copytree(ROOT / "theme" / "assets" / "js", site / "assets")
    shutil.copy(ROOT / "theme" / "assets" / "css" / "katalog.css", site / "assets")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/jelajah/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """One page for all questions; nothing in its console, nothing asked of anybody else."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=address)
    watched = Watched(context.new_page())
    open_page(watched.page)
    yield watched.page
    assert watched.said == []
    assert [url for url in watched.asked if not url.startswith(address.removesuffix("jelajah/"))] == []
    context.close()


def ask(page: Page, q: str) -> dict:
    """What ``findRows`` says: names of the entries found, best first, and the rest of the answer."""
    return page.evaluate(
        """async (q) => {
          const [{ findRows }, { loadCards, loadColumns }] =
            await Promise.all([import('../assets/jelajah-data.js'), import('../assets/jelajah-kolom.js')]);
          const { scores, partial, diganti } = await findRows(q);
          const rows = [...scores].sort((a, b) => b[1] - a[1]).map(([row]) => row);
          const cards = await loadCards(rows, await loadColumns());
          return { found: cards.map((card) => card.nama), partial, diganti };
        }""",
        q,
    )


@pytest.mark.parametrize(
    ("q", "first"),
    [
        # words that mean the same
        ("kartu tanda penduduk", "Warung Pakdhe"),
        ("e-KTP", "Warung Pakdhe"),
        ("ktp elektronik", "Warung Pakdhe"),
        ("bumil", "Petir Salin"),
        ("wong meteng", "Petir Salin"),
        ("wong edan", "Jempol ODGJ"),
        ("orang gila mengamuk", "Jempol ODGJ"),
        ("putus sekolah", "Silat"),
        ("WC", "Jambanku"),
        ("dalan bolong", "Jalan Cantik"),
        ("wadul dalan rusak", "Jalan Cantik"),
        ("omahe wong edan", "Jempol ODGJ"),
        ("wong gendeng", "Jempol ODGJ"),
        ("NIB", "SIPELANGI"),
        ("bayar pajak bumi dan bangunan", "SIPPT"),  # not "bayar pajak" and some words more
        ("bayar pajak", "E-Samsat"),
        # acronyms, written together or apart
        ("SAMIN 119", "Samin 119"),
        ("samin119", "Samin 119"),
        ("sipelangi", "SIPELANGI"),
        ("si pelangi", "SIPELANGI"),
        ("sinduk", "SI N'DUK"),
        ("si nduk", "SI N'DUK"),
        ("okoce", "OK OCE"),
        ("ok oce", "OK OCE"),
        ("warung pak de", "Warung Pakdhe"),
        # usual spellings
        ("perijinan", "SIPELANGI"),
        ("mengurus ijin", "SIPELANGI"),
        ("resiko kehamilan", "Petir Salin"),
        ("tanpa antri", "Samin 119"),
        ("akte", "SI N'DUK"),
        # slips of one letter
        ("ambukans", "Samin 119"),
        ("mbulans", "Samin 119"),
        ("ambuulans", "Samin 119"),
        ("abmulans", "Samin 119"),
        ("burumg hantu", "Rubuha"),
        ("perpustakan", "Kas Perpus"),
        ("burunghantu", "Rubuha"),
        ("sampah di burumg hantu", "Rubuha"),
        ("burung hantuu", "Rubuha"),  # one term, which is no more than one part of a query
        # sentences
        ("bagaimana cara mengurus KTP yang hilang?", "Warung Pakdhe"),
        ("saya mau lapor jalan rusak di depan rumah", "Jalan Cantik"),
        ("tikus neng sawah", "Rubuha"),
        # the beginning of the last word
        ("ambul", "Samin 119"),
        ("jalan rus", "Jalan Cantik"),
        ("wirausa", "OK OCE"),
        ("kependud", "SI N'DUK"),
        ("bersal", "Petir Salin"),
        ("memang", "Rubuha"),
        ("burung han", "Rubuha"),
    ],
)  # fmt: skip
def test_what_people_type_finds_what_they_mean(page: Page, q: str, first: str) -> None:
    assert ask(page, q)["found"][:1] == [first]


def test_names_weigh_more_than_summaries(page: Page) -> None:
    first, *others = ask(page, "sampah")["found"]
    assert (first, sorted(others)) == ("Bank Sampah", ["Gerakan Bersih", "Kas Perpus"])


def test_words_of_no_weight_are_not_asked_for(page: Page) -> None:
    answer = ask(page, "tolong bagaimana saya mengurus KTP")
    assert (answer["found"][0], answer["partial"]) == ("Warung Pakdhe", False)


def test_words_of_no_weight_alone_are_looked_for(page: Page) -> None:
    assert ask(page, "mengurus")["found"] == ["Warung Pakdhe"]
    assert ask(page, "yang di ke")["found"] == []


def test_a_mended_slip_is_told(page: Page) -> None:
    assert ask(page, "ambukans")["diganti"] == [["ambukans", "ambulans"]]
    assert ask(page, "ambulans")["diganti"] == []


@pytest.mark.parametrize("word", ["sampah", "wirausaha", "tikus"])
def test_any_one_letter_of_a_word_of_six_or_more_may_be_wrong(page: Page, word: str) -> None:
    slips = [f"{word[:n]}x{word[n + 1 :]}" for n in range(len(word))]
    mended = [ask(page, slip)["diganti"] for slip in slips]
    assert mended == [[[slip, word]] if len(word) >= 6 else [] for slip in slips]


def test_a_letter_may_be_missing_too_many_or_swapped_from_four_on(page: Page) -> None:
    assert [ask(page, slip)["diganti"] for slip in ("tiks", "tiukus", "tkius")] == [
        [[slip, "tikus"]] for slip in ("tiks", "tiukus", "tkius")
    ]


@pytest.mark.parametrize("q", ["tumbang", "samin tumbang", "zzzzzz", "sampab kkkkkk", "tilus", "dalon"])
def test_a_word_is_not_mended_where_that_leads_to_no_more(page: Page, q: str) -> None:
    assert ask(page, q)["diganti"] in ([], [["sampab", "sampah"]])


def test_what_is_still_being_typed_is_no_slip(page: Page) -> None:
    assert ask(page, "perpustak")["diganti"] == ask(page, "gangguan jiw")["diganti"] == []


def test_nothing_is_given_for_a_word_that_nothing_holds(page: Page) -> None:
    """Pagefind itself would give what the longest beginning of the word finds."""
    for q in ("zebra", "sampaikanlah", "xylofon", "jalanxyz"):
        assert (q, ask(page, q)["found"]) == (q, [])


def test_a_short_word_is_not_the_beginning_of_others(page: Page) -> None:
    """Where it stands in the index itself: "oce" is no "ocean", but "kas" is not yet "kasus" either."""
    assert ask(page, "kas")["found"] == ["Kas Perpus"]


def test_browser_and_build_split_and_spell_words_alike(page: Page) -> None:
    """Else a word would be looked for otherwise than it was written down."""
    sinonim = load_sinonim(ROOT / "vocabularies" / "sinonim.yml")
    speller = make_speller(sinonim.ejaan)
    shapes = ("{}", "per{}an", "meng{}kan", "ber{}", "{}nya", "di{}i", "menge{}", "peny{}annya")
    texts = [*HOSTILE, *(shape.format(word) for word in sinonim.ejaan for shape in shapes)]
    given = page.evaluate(
        """async (texts) => {
          const { prepareWords, readQuery, splitWords } = await import('../assets/jelajah-kata.js');
          const table = prepareWords(await (await fetch('indeks/kata.json')).json());
          return texts.map((text) => [splitWords(text), readQuery(text, table).words]);
        }""",
        texts,
    )
    split = [split_words(text) for text in texts]
    assert given == [[words, list(map(speller, words[:24]))] for words in split]


@pytest.mark.parametrize("q", HOSTILE)
def test_any_query_is_data(page: Page, q: str) -> None:
    answer = ask(page, q)
    assert isinstance(answer["found"], list)
    page.evaluate(
        """q => { history.pushState(null, '', '?' + new URLSearchParams({ q }));
                  window.dispatchEvent(new PopStateEvent('popstate')); }""",
        q,
    )
    expect(page.locator(".kartu, .kosong").first).to_be_visible()


def test_the_words_are_fetched_with_the_first_query_and_the_vocabulary_only_for_a_slip(
    browser: Browser, address: str
) -> None:
    context = browser.new_context(base_url=address)
    watched = Watched(context.new_page())
    open_page(watched.page)
    steps = []
    for q in ("ambulans", "ambukans"):
        ask(watched.page, q)
        steps.append([name for name in ("kata.json", "kosakata.json") if any(name in url for url in watched.asked)])
    assert steps == [["kata.json"], ["kata.json", "kosakata.json"]]
    context.close()


def test_a_slip_is_said_on_the_page(page: Page) -> None:
    open_page(page, "?q=ambukans")
    assert names(page) == ["Samin 119"]
    expect(page.locator("#hasil")).to_contain_text("Maksud Anda")
    assert "ambulans" in page.inner_text("#hasil")
