"""The page of the newest entries: what stands where, and what it says of its dates."""

from __future__ import annotations

import pytest
from pages_samples import SETTINGS, VOCABULARIES, make_entri, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import make_catalog
from catalog.pages import make_context
from catalog.pages.terbaru import TERBANYAK, group_by_month, newest_page

UNDATED = make_entri("kab-blora/tanpa-tanggal", sumber=[{"judul": "Berita", "penerbit": "contoh.id"}])


@pytest.fixture(scope="module")
def page() -> LexborHTMLParser:
    return LexborHTMLParser(newest_page(make_context(sample_catalog(UNDATED), SETTINGS)).body)


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_entries_stand_in_their_years_and_months_newest_first(page: LexborHTMLParser) -> None:
    assert texts(page, ".lini h2, .lini h3, .lini li > a") == [
        "2025", "Januari", "MPP Rembang",
        "2024", "Mei", "Ojo Ngulon",
        "2021", "Juni", "MPP Blora",
        "2016", "Bulan belum diketahui", "Warung Izin Keliling",
    ]  # fmt: skip


def test_each_date_says_what_it_is_the_date_of(page: LexborHTMLParser) -> None:
    assert texts(page, ".lini .kepala__ket") == [
        "Kabupaten Rembang · Perizinan dan investasi · mulai Januari 2025",
        "Kabupaten Rembang · Sosial · sumber terbaru Mei 2024",
        "Kabupaten Blora · Perizinan dan investasi · mulai 3 Juni 2021",
        "Kabupaten Blora · Perizinan dan investasi · mulai 2016",
    ]


def test_links_lead_to_entries_years_and_feeds(page: LexborHTMLParser) -> None:
    links = [node.attributes["href"] for node in page.css(".lini li a, .sisi a, .utama > p a, .kepala .kepala__ket a")]
    assert links == [
        "#umpan",
        "../tahun/",
        "../inovasi/kab-rembang/mpp-rembang/",
        "../inovasi/kab-rembang/ojo-ngulon-ojo-ngalor/",
        "../inovasi/kab-blora/mal-pelayanan-publik/",
        "../inovasi/kab-blora/warung-izin-keliling/",
        "../tahun/",
        "umpan.xml",
        "../wilayah/kab-blora/umpan.xml",
    ]


def test_the_page_does_not_grow_with_the_catalogue() -> None:
    many = make_context(sample_catalog(*(make_entri(f"kota-solok/inovasi-{n:03}") for n in range(120))), SETTINGS)
    assert len(LexborHTMLParser(newest_page(many).body).css(".lini li")) == TERBANYAK


def test_a_catalogue_without_dates_says_so_and_names_no_feed() -> None:
    for entries in ([], [UNDATED]):
        body = newest_page(make_context(make_catalog(entries, [], VOCABULARIES), SETTINGS)).body
        assert "Belum ada entri yang bertanggal" in body and "umpan.xml" not in body


def test_a_month_that_is_not_known_stands_after_the_known_ones_of_its_year() -> None:
    dates = ("2024-03", "2024-03-02", "2024-01-05", "2024", "2023")
    entries = [make_entri(f"kab-blora/e-{n}", tanggal={"penerapan": date}) for n, date in enumerate(dates)]
    context = make_context(make_catalog(entries, [], VOCABULARIES), SETTINGS)
    ordered = sorted(entries, key=lambda entri: entri.kebaruan, reverse=True)
    years = [(t.tahun, [(b.nama, len(b.baris)) for b in t.bulan]) for t in group_by_month(ordered, context)]
    assert years == [("2024", [("Maret", 2), ("Januari", 1), ("", 1)]), ("2023", [("", 1)])]
