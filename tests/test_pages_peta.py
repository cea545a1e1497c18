"""The maps as pages show them: which circles, what they lead to, what is said about places that are not there."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Catalog, Daerah
from catalog.final_check.page import inspect_page
from catalog.model.wilayah import ProfilWilayah
from catalog.pages.context import PageContext, make_context
from catalog.pages.daftar_wilayah import region_index
from catalog.pages.peta import map_ids, national_map, province_map
from catalog.pages.peta_provinsi import map_paths, province_map_page
from catalog.settings import Settings

GOLDEN = Path(__file__).parent / "golden" / "peta" / "prov-jawa-tengah.html"
SETTINGS = Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora")


def region(id: str, nama: str, kode: str, titik: tuple[str, str] | None, perkiraan: str = "ya") -> Daerah:
    """A region with a profile; ``titik`` is (lintang, bujur)."""
    profil: dict[str, Any] = {
        "kode": kode,
        "nama": nama,
        "jenis": {"kab": "kabupaten", "kota": "kota", "prov": "provinsi"}[id.split("-")[0]],
        "provinsi": "Jawa Tengah",
        "sumber": [{"judul": "Contoh", "penerbit": "contoh.id"}],
    }
    if titik:
        profil["koordinat"] = {"lintang": titik[0], "bujur": titik[1], "perkiraan": perkiraan}
    return Daerah(id, nama, profil=ProfilWilayah.model_validate(profil))


REGIONS = [
    region("kab-blora", "Kabupaten Blora", "33.16", ("-7.0", "111.4")),
    region("kab-magelang", "Kabupaten Magelang", "33.08", ("-7.5", "110.2")),
    region("kota-magelang", "Kota Magelang", "33.71", ("-7.5", "110.2"), perkiraan="tidak"),
    region("prov-jawa-tengah", "Provinsi Jawa Tengah", "33", ("-7.0", "110.4")),
    region("kab-kudus", "Kabupaten Kudus", "33.19", None),
    region("kab-pati", "Kabupaten Pati", "33.18", ("-2.0", "138.0")),
    region("kab-jayawijaya", "Kabupaten Jayawijaya", "95.01", ("-4.0", "138.9")),
]
ENTRIES = {
    "kab-blora": 9,
    "kab-magelang": 4,
    "kota-magelang": 1,
    "prov-jawa-tengah": 2,
    "kab-kudus": 3,
    "kab-pati": 1,
    "kab-jayawijaya": 1,
}


@pytest.fixture
def catalog(catalog_of: Any) -> Catalog:
    entries = [make_entri(f"{id}/entri-{n}") for id, count in ENTRIES.items() for n in range(count)]
    return catalog_of(*entries, daerah=REGIONS)


@pytest.fixture
def context(catalog: Catalog) -> PageContext:
    return make_context(catalog, SETTINGS)


def test_the_map_of_a_small_case_is_as_a_person_has_looked_at_it(context: PageContext) -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_pages_peta.py`` writes it anew; look at it in a browser."""
    body = province_map_page("prov-jawa-tengah", 1, context).body
    if os.environ.get("REGENERATE_GOLDEN"):
        GOLDEN.parent.mkdir(parents=True, exist_ok=True)
        GOLDEN.write_text(body, encoding="utf-8")
    assert body == GOLDEN.read_text(encoding="utf-8")


def test_circles_go_from_large_to_small_so_that_the_small_ones_lie_on_top(context: PageContext) -> None:
    titik = province_map("prov-jawa-tengah", context).lapang.titik
    assert [(t.judul, t.kelas) for t in titik] == [
        ("Kabupaten Blora: 9 inovasi", "kira"),
        ("Kabupaten Magelang: 4 inovasi", "kira"),
        ("Provinsi Jawa Tengah: 2 inovasi", "kira prov"),
        ("Kota Magelang: 1 inovasi", ""),
    ]
    radii = [float(t.r) for t in titik]
    assert radii == sorted(radii, reverse=True)
    assert radii[0] ** 2 / radii[1] ** 2 == pytest.approx(9 / 4, rel=0.02)


def test_two_regions_at_the_same_place_are_both_seen(context: PageContext) -> None:
    titik = {t.tautan: t for t in province_map("prov-jawa-tengah", context).rapat.titik}
    one, other = titik["wilayah/kab-magelang/"], titik["wilayah/kota-magelang/"]
    apart = (float(one.x) - float(other.x)) ** 2 + (float(one.y) - float(other.y)) ** 2
    assert apart >= (float(one.r) + float(other.r)) ** 2


def test_regions_without_a_place_or_with_an_impossible_one_are_listed_below(context: PageContext) -> None:
    expected = [("Kabupaten Kudus", "wilayah/kab-kudus/"), ("Kabupaten Pati", "wilayah/kab-pati/")]
    assert list(province_map("prov-jawa-tengah", context).tanpa_letak) == expected
    assert list(national_map(context).tanpa_letak) == expected
    page = LexborHTMLParser(province_map_page("prov-jawa-tengah", 1, context).body)
    note = next(node.text() for node in page.css(".kepala__ket") if "letaknya" in node.text())
    assert note == (
        "Belum ada di peta, karena letaknya belum dicatat atau perlu diperiksa: Kabupaten Kudus, Kabupaten Pati."
    )


def test_on_a_phone_the_country_has_a_circle_a_province_with_the_sum_of_its_entries(context: PageContext) -> None:
    (west_name, west), (east_name, east) = national_map(context).rapat
    assert (west_name, east_name) == ("Indonesia bagian barat", "Indonesia bagian timur")
    assert [(t.judul, t.tautan) for t in west.titik] == [("Jawa Tengah: 20 inovasi", "wilayah/peta/prov-jawa-tengah/")]
    assert [t.judul for t in east.titik] == ["Papua Pegunungan: 1 inovasi"]
    assert all(float(t.r) >= 320 / 288 * 12 for t in (*west.titik, *east.titik))


def test_a_province_without_a_line_of_its_own_is_shown_around_its_regions_and_says_so(context: PageContext) -> None:
    peta = province_map("prov-papua-pegunungan", context)
    assert [t.judul for t in peta.lapang.titik] == ["Kabupaten Jayawijaya: 1 inovasi"]
    assert "Provinsi Papua" in peta.bersama and "Provinsi Papua Pegunungan" not in peta.bersama
    frame = peta.lapang.bingkai
    assert 0 < frame.place((138.9, -4.0))[0] < frame.lebar
    text = LexborHTMLParser(province_map_page("prov-papua-pegunungan", 1, context).body).text()
    assert "Garis batas Papua Pegunungan belum tersedia" in text


def test_there_is_a_map_for_every_province_with_entries(context: PageContext) -> None:
    assert map_ids(context) == ["prov-jawa-tengah", "prov-papua-pegunungan"]
    assert map_paths(context)[0] == ("wilayah/peta/prov-jawa-tengah/", "prov-jawa-tengah", 1)


def test_every_circle_on_the_index_is_a_link_and_everything_is_in_the_list_too(context: PageContext) -> None:
    body = region_index(context).body
    page = LexborHTMLParser(body)
    circles = {a.attributes["href"] for a in page.css(".peta__gambar--lapang a")}
    assert circles == {f"../wilayah/{id}/" for id in ENTRIES} - {"../wilayah/kab-kudus/", "../wilayah/kab-pati/"}
    assert circles <= {a.attributes["href"] for a in page.css(".daftar-ringkas a")}
    assert [a.text().strip() for a in page.css("h2 + p > a")] == ["Peta Jawa Tengah", "Peta Papua Pegunungan"]
    assert all(a.css_first("title").text().endswith("inovasi") for a in page.css("svg a"))
    assert re.findall(r'style="|<script', body) == []


def test_a_catalogue_without_places_has_no_map_but_its_list(catalog_of: Any) -> None:
    context = make_context(catalog_of(make_entri("kab-blora/a")), SETTINGS)
    page = LexborHTMLParser(region_index(context).body)
    assert page.css("svg a") == []
    assert [a.text() for a in page.css(".daftar-ringkas a")] == ["Kabupaten Blora"]
    assert "Kabupaten Blora" in LexborHTMLParser(province_map_page("prov-jawa-tengah", 1, context).body).text()


def test_pages_of_maps_are_sound(context: PageContext) -> None:
    for page in (region_index(context), province_map_page("prov-jawa-tengah", 1, context)):
        html = f'<!doctype html><html lang="id"><body><main>{page.body}</main></body></html>'
        faults = {fault.aturan for fault in inspect_page(f"{page.path}index.html", html).kesalahan}
        assert faults <= {"judul-kosong", "deskripsi-kosong", "kebijakan-tidak-ada"}


def test_the_same_catalogue_gives_the_same_map_whatever_its_order(context: PageContext, catalog_of: Any) -> None:
    entries = [make_entri(f"{id}/entri-{n}") for id, count in reversed(ENTRIES.items()) for n in range(count)]
    other = make_context(catalog_of(*entries, daerah=REGIONS[::-1]), SETTINGS)
    assert region_index(other).body == region_index(context).body
