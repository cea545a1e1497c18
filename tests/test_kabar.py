"""Feeds, share images and the sitemap: what stands in them, and whether they are valid."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import pytest
from pages_samples import BERHENTI, DALAM, NAMA_SAJA, PENIRU, SETTINGS, VOCABULARIES, make_entri, sample_catalog
from PIL import Image

from catalog.catalog import Catalog, Entri, make_catalog
from catalog.kabar import feed_files, image_files, newest, sitemap_files
from catalog.kabar.kartu import KATA_UMUM, draw_card, region_words
from catalog.kabar.kartu_dasar import AKSEN, JATI, KERTAS
from catalog.kabar.peta_situs import PER_BAGIAN
from catalog.kabar.umpan import TERBANYAK, TERBANYAK_SEMUA, moment
from catalog.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
THEME = ROOT / "theme"
GOLDEN = Path(__file__).parent / "golden" / "kabar"
ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
ADDRESSED = replace(SETTINGS, site_url="https://inovasi.contoh.go.id/katalog/")
UNDATED = make_entri("kab-blora/tanpa-tanggal", sumber=[{"judul": "Berita", "penerbit": "contoh.id"}])


def feeds(catalog: Catalog, settings: Settings) -> dict[str, str]:
    """Every feed, path → text."""
    return {path: make() for path, make in feed_files(catalog, settings).items()}


def titles(feed: str) -> list[str | None]:
    """Names of a feed's entries, in its order."""
    return [entry.findtext(f"{ATOM}title") for entry in ET.fromstring(feed).findall(f"{ATOM}entry")]


def dated(id: str, date: str) -> Entri:
    return make_entri(id, tanggal={"penerapan": date})


# ---- feeds ----


@pytest.mark.parametrize(("settings", "name"), [(SETTINGS, "umpan.xml"), (ADDRESSED, "umpan-beralamat.xml")])
def test_golden_feed(settings: Settings, name: str) -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_kabar.py`` writes them anew; read the difference."""
    text, file = feeds(sample_catalog(UNDATED), settings)["terbaru/umpan.xml"], GOLDEN / name
    if os.environ.get("REGENERATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert text == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("settings", [SETTINGS, ADDRESSED])
def test_every_feed_is_valid_atom(settings: Settings) -> None:
    for path, text in feeds(sample_catalog(), settings).items():
        assert faults_of(text, urljoin("https://lain.contoh/", path)) == [], path


def faults_of(text: str, address: str) -> list[str]:
    """What RFC 4287 asks of a feed and this one lacks; ``address`` is where a reader got it."""
    feed = ET.fromstring(text)
    faults = [] if feed.tag == f"{ATOM}feed" else ["the root is no feed"]
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(element.findall(f"{ATOM}{name}")) != 1:
                faults.append(f"{name} is not there once")
        moment_text = element.findtext(f"{ATOM}updated") or ""
        datetime.strptime(moment_text, "%Y-%m-%dT%H:%M:%SZ")
        if not re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", element.findtext(f"{ATOM}id") or ""):
            faults.append("the id is no absolute IRI")
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == "alternate"]
        if len(alternates) != 1 or not urljoin(address, alternates[0].get("href")).startswith("https://"):
            faults.append("there is not one alternate link that leads to a web page")
    if not feed.findtext(f"{ATOM}author/{ATOM}name"):
        faults.append("nobody is the author")
    ids = [element.text for element in feed.iter(f"{ATOM}id")]
    if len(set(ids)) != len(ids):
        faults.append("an id stands twice")
    return faults


def test_the_gate_is_alive() -> None:
    text = feeds(sample_catalog(), SETTINGS)["terbaru/umpan.xml"]
    assert faults_of(re.sub(r"<author>.*</author>", "", text), "https://a/") == ["nobody is the author"]
    assert faults_of(re.sub("urn:uuid:[^<]*", "samin", text, count=1), "https://a/") == ["the id is no absolute IRI"]
    assert "updated is not there once" in faults_of(re.sub("</updated>", "</updated><updated/>", text, count=1), "")


def test_newest_goes_by_start_else_newest_source_then_by_id() -> None:
    entries = [
        dated("kab-blora/bb", "2024"),
        dated("kab-blora/cc", "2024-05"),
        dated("kab-blora/aa", "2024"),
        dated("kab-blora/dd", "2024-05-03"),
        make_entri("kab-blora/ee"),  # its newest source is of 2024-05
        UNDATED,
    ]
    assert [e.slug for e in newest(entries, 9)] == ["dd", "cc", "ee", "aa", "bb"]
    assert [e.slug for e in newest(reversed(entries), 2)] == ["dd", "cc"]


@pytest.mark.parametrize(
    ("date", "expected"),
    [("2024", "2024-01-01T00:00:00Z"), ("2024-05", "2024-05-01T00:00:00Z"), ("2024-05-03", "2024-05-03T00:00:00Z")],
)
def test_a_date_becomes_the_first_moment_of_what_it_names(date: str, expected: str) -> None:
    assert moment(date) == expected


def test_there_is_a_feed_for_all_for_each_region_and_for_each_urusan_with_a_dated_entry() -> None:
    lonely = make_entri("kota-solok/tanpa", urusan=["pertanian"], sumber=[{"judul": "Berita", "penerbit": "contoh.id"}])
    assert list(feeds(sample_catalog(lonely), SETTINGS)) == [
        "terbaru/umpan.xml",
        "wilayah/kab-blora/umpan.xml",
        "wilayah/kab-rembang/umpan.xml",
        "urusan/administrasi-kependudukan-dan-pencatatan-sipil/umpan.xml",
        "urusan/penanaman-modal/umpan.xml",
        "urusan/sosial/umpan.xml",
    ]
    assert feeds(make_catalog([], [], VOCABULARIES), SETTINGS) == {}


def test_each_feed_holds_what_belongs_to_it() -> None:
    made = feeds(sample_catalog(), SETTINGS)
    mpp, keliling = "MPP Blora, Kabupaten Blora", "Warung Izin Keliling, Kabupaten Blora"
    rembang = "MPP Rembang, Kabupaten Rembang"
    assert titles(made["wilayah/kab-blora/umpan.xml"]) == [mpp, keliling]
    assert titles(made["urusan/penanaman-modal/umpan.xml"]) == [rembang, mpp, keliling]
    assert titles(made["urusan/administrasi-kependudukan-dan-pencatatan-sipil/umpan.xml"]) == [mpp]


def test_a_feed_does_not_grow_with_the_catalogue() -> None:
    made = feeds(sample_catalog(*(make_entri(f"kota-solok/inovasi-{n:03}") for n in range(120))), SETTINGS)
    sizes = [len(titles(made[path])) for path in ("terbaru/umpan.xml", "wilayah/kota-solok/umpan.xml")]
    assert sizes == [TERBANYAK_SEMUA, TERBANYAK]


def test_identifiers_stay_when_the_site_moves_and_differ_from_another_catalogue() -> None:
    def ids(settings: Settings) -> list[str | None]:
        feed = feeds(sample_catalog(), settings)["terbaru/umpan.xml"]
        return [element.text for element in ET.fromstring(feed).iter(f"{ATOM}id")]

    here = ids(SETTINGS)
    assert ids(ADDRESSED) == ids(replace(SETTINGS, nama_katalog="Nama baru")) == here
    assert not set(here) & set(ids(replace(SETTINGS, wilayah_rumah="kab-rembang")))


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        (SETTINGS, [("alternate", "../../wilayah/kab-blora/"), ("license", "https://creativecommons.org/licenses/by/4.0/")]),
        (
            ADDRESSED,
            [
                ("self", "https://inovasi.contoh.go.id/katalog/wilayah/kab-blora/umpan.xml"),
                ("alternate", "https://inovasi.contoh.go.id/katalog/wilayah/kab-blora/"),
                ("license", "https://creativecommons.org/licenses/by/4.0/"),
            ],
        ),
    ],
)  # fmt: skip
def test_links_are_absolute_when_the_site_has_an_address(settings: Settings, expected: list[tuple[str, str]]) -> None:
    feed = ET.fromstring(feeds(sample_catalog(), settings)["wilayah/kab-blora/umpan.xml"])
    assert [(link.get("rel", "alternate"), link.get("href")) for link in feed.findall(f"{ATOM}link")] == expected


def test_signs_that_xml_does_not_know_are_left_out_and_others_kept() -> None:
    nasty = make_entri("kab-blora/aa").inovasi.model_copy(update={"nama": "A\x00\x0b\ufffe<b>&amp; \U0001f33f"})
    entri = replace(make_entri("kab-blora/aa"), inovasi=nasty)
    feed = feeds(make_catalog([entri], [], VOCABULARIES), SETTINGS)["terbaru/umpan.xml"]
    assert titles(feed) == ["A<b>&amp; \U0001f33f, Kabupaten Blora"]


def test_feeds_do_not_depend_on_the_order_of_the_records() -> None:
    entries = [DALAM, NAMA_SAJA, BERHENTI, PENIRU]
    regions = list(sample_catalog().daerah.values())
    turned = make_catalog(reversed(entries), reversed(regions), VOCABULARIES)
    assert feeds(turned, SETTINGS) == feeds(sample_catalog(), SETTINGS)


# ---- share images ----


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize("id", ["kab-blora", "kab-kepulauan-siau-tagulandang-biaro", "prov-di-yogyakarta"])
def test_a_share_image_is_a_small_png_of_the_usual_shape(id: str) -> None:
    data = draw_card(region_words(id, VOCABULARIES), SETTINGS.nama_katalog, THEME)
    image = opened(data)
    assert (image.format, image.size, image.mode) == ("PNG", (1200, 630), "P")
    assert len(data) <= 12_500
    colours = {colour for _, colour in image.convert("RGB").getcolors() or []}
    assert {AKSEN, KERTAS, JATI} <= colours and len(colours) <= 8


def test_two_draws_are_the_same_bytes_and_two_regions_are_not() -> None:
    def draw(id: str) -> bytes:
        return draw_card(region_words(id, VOCABULARIES), SETTINGS.nama_katalog, THEME)

    assert draw("kab-blora") == draw("kab-blora") != draw("kab-rembang")


def test_the_words_of_an_image() -> None:
    words = {id: region_words(id, VOCABULARIES) for id in ("kab-blora", "kota-semarang", "prov-jawa-tengah")}
    assert [(w.atas, w.besar, w.bawah) for w in words.values()] == [
        ("Kabupaten", "Blora", "Jawa Tengah"),
        ("Kota", "Semarang", "Jawa Tengah"),
        ("Provinsi", "Jawa Tengah", ""),
    ]


def test_no_words_of_any_region_run_out_of_the_image() -> None:
    """Both margins, the rows below the name of the catalogue and those above the hem stay empty ground."""
    for id in VOCABULARIES.wilayah:
        image = opened(draw_card(region_words(id, VOCABULARIES), SETTINGS.nama_katalog, THEME)).convert("RGB")
        for box in ((0, 0, 66, 556), (1130, 0, 1200, 556), (0, 145, 1200, 180), (0, 545, 1200, 556)):
            assert image.crop(box).getcolors(4) == [((box[2] - box[0]) * (box[3] - box[1]), AKSEN)], (id, box)


def test_a_long_name_of_a_catalogue_still_fits() -> None:
    image = opened(draw_card(KATA_UMUM, "Katalog Inovasi Pelayanan Publik Kabupaten Kepulauan Sangihe Raya", THEME))
    assert image.convert("RGB").crop((1130, 0, 1200, 556)).getcolors(4) == [(70 * 556, AKSEN)]


def test_the_colours_are_those_of_the_theme() -> None:
    style = (THEME / "assets" / "css" / "katalog.css").read_text(encoding="utf-8")
    light = style[: style.index("prefers-color-scheme: dark")]
    for name, colour in (("aksen", AKSEN), ("kertas", KERTAS), ("jati", JATI)):
        assert f"--{name}: #{bytes(colour).hex()};" in light


def test_images_are_made_for_regions_with_a_page_and_only_when_they_can_be_named() -> None:
    assert list(image_files(sample_catalog(), SETTINGS, THEME)) == []
    assert list(image_files(sample_catalog(), ADDRESSED, THEME)) == [
        "kartu.png",
        "wilayah/kab-blora/kartu.png",
        "wilayah/kab-grobogan/kartu.png",
        "wilayah/kab-rembang/kartu.png",
    ]


# ---- sitemap ----


def places(text: str) -> list[str | None]:
    return [element.text for element in ET.fromstring(text).iter(f"{SITEMAP}loc")]


def test_the_sitemap_lists_every_page_once_in_order() -> None:
    made = sitemap_files(["wilayah/", "", "tentang/", "wilayah/"], ADDRESSED.site_url)
    root = "https://inovasi.contoh.go.id/katalog/"
    assert sorted(made) == ["robots.txt", "sitemap.xml"]
    assert places(made["sitemap.xml"]) == [root, f"{root}tentang/", f"{root}wilayah/"]
    assert made["robots.txt"] == f"User-agent: *\nAllow: /\nSitemap: {root}sitemap.xml\n"


def test_a_long_sitemap_comes_in_parts() -> None:
    made = sitemap_files((f"inovasi/kab-a/{n:05}/" for n in range(PER_BAGIAN + 1)), "https://a.id/")
    assert sorted(made) == ["robots.txt", "sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert places(made["sitemap.xml"]) == ["https://a.id/sitemap-1.xml", "https://a.id/sitemap-2.xml"]
    assert [len(places(made[f"sitemap-{n}.xml"])) for n in (1, 2)] == [PER_BAGIAN, 1]


def test_without_an_address_there_is_no_sitemap_and_robots_may_come_all_the_same() -> None:
    assert sitemap_files(["", "wilayah/"], "") == {"robots.txt": "User-agent: *\nAllow: /\n"}
