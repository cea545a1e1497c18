"""Packages in Chromium: two to six pages of A4, free of violations; and the readiness that the browser measures."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from catalog.catalog import Entri
from catalog.indonesian import ribuan, rupiah
from catalog.kesiapan import parts_document
from catalog.pages.context import make_context
from catalog.pages.entri_kesiapan import kesiapan_of
from catalog.paket import rescale

from .accessibility import judge
from .building import Site
from .chromium import Visitor
from .findings import assert_none
from .scripts import run_script


def by_size(site: Site) -> list[Entri]:
    return sorted(site.catalog.entri, key=lambda entri: (len(site.html(f"{entri.tautan}paket/")), entri.id))


def printed(page: Page) -> PdfReader:
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))


def test_the_browser_and_the_build_agree_on_every_entry(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit().go("tentang/")
    (script,) = (site.folder / "assets").glob("kesiapan.*.js")
    parts = parts_document(site.catalog.vocabularies.kesiapan.values())
    ids = [entri.id for entri in site.catalog.entri]
    measured = run_script(page, "readiness", [f"/assets/{script.name}", json.loads(json.dumps(parts)), ids])
    context = make_context(site.catalog, site.settings)
    expected = {}
    for entri in site.catalog.entri:
        found = kesiapan_of(entri, context)
        expected[entri.id] = [[part.id for part in found.terjawab], [part.id for part in found.belum]]
    assert measured == expected and len(expected) >= 355


def test_rich_packages_print_on_two_to_six_pages_of_a4(visit: Callable[..., Visitor], site: Site) -> None:
    visitor = visit()
    counts: dict[str, int] = {}
    for entri in by_size(site)[-8:]:
        pages = printed(visitor.go(f"{entri.tautan}paket/")).pages
        counts[entri.id] = len(pages)
        assert {(round(float(p.mediabox.width)), round(float(p.mediabox.height))) for p in pages} == {(595, 842)}
        assert f"Halaman 1 dari {len(pages)}" in pages[0].extract_text()
        assert "Kembali ke entri" not in pages[0].extract_text()
    assert all(2 <= count <= 6 for count in counts.values()), counts


def test_a_package_of_a_name_is_short(visit: Callable[..., Visitor], site: Site) -> None:
    smallest = by_size(site)[0]
    assert len(printed(visit().go(f"{smallest.tautan}paket/")).pages) <= 2
    assert len(site.html(f"{smallest.tautan}paket/").encode()) <= 6_000


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_packages_are_free_of_violations_and_scroll_only_down(
    visit: Callable[..., Visitor], site: Site, width: int
) -> None:
    visitor = visit(viewport={"width": width, "height": 900})
    chosen = by_size(site)
    found: dict[str, list[Any]] = {}
    for entri in (chosen[0], chosen[len(chosen) // 2], chosen[-1]):
        page = visitor.go(f"{entri.tautan}paket/")
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found[f"{entri.id} {scheme}"] = [*judge(page), *run_script(page, "too_wide")]
    assert_none(found)


def test_every_download_of_a_package_and_every_template_is_there(visit: Callable[..., Visitor], site: Site) -> None:
    page = visit(java_script_enabled=False).go(f"{by_size(site)[-1].tautan}paket/")
    links = [link.get_attribute("href") or "" for link in page.locator("nav a[href*='.']").all()]
    assert {link.rsplit(".", 1)[1] for link in links if not link.startswith("..")} == {"docx", "csv"}
    page.goto("/panduan/templat/")
    templates = [link.get_attribute("href") for link in page.locator("main a[href$='.docx']").all()]
    assert len(templates) == 8
    for name in templates:
        assert page.request.get(f"{page.url}{name}").ok


COSTS = "inovasi/kab-blora/mal-pelayanan-publik/paket/"


def filled(page: Page) -> tuple[str, list[str]]:
    """What the page says below the field, and the last column of the worksheet."""
    return page.inner_text(".hitung [role=status]"), page.locator(".hitung + table tr > :last-child").all_inner_texts()


def test_ones_own_region_fills_the_worksheet(visit: Callable[..., Visitor], site: Site) -> None:
    """Each amount lies between that of the origin and the same share of people, as Python computes it."""
    page = visit().go(COSTS)
    page.fill("#kami", "kab kudus")
    expect(page.locator(".hitung [role=status]")).to_contain_text("Dihitung untuk Kabupaten Kudus,")
    said, (head, *amounts) = filled(page)
    people = [site.catalog.daerah[id].profil for id in ("kab-blora", "kab-kudus")]
    asal, kami = (profile.penduduk or 0 for profile in people if profile)
    whose = f"Kabupaten Kudus, {ribuan(kami)} jiwa"
    assert said == f"Dihitung untuk {whose}; caranya di bawah tabel." and head == f"Daerah kami: {whose}"
    entri = site.catalog.find("kab-blora/mal-pelayanan-publik")
    assert entri
    whole = [item.rupiah or 0 for item in entri.inovasi.biaya]
    assert amounts == [f"{rupiah(rescale(amount, asal, kami))} sampai {rupiah(amount)}" for amount in whole]


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Kudu", "Belum cocok dengan nama daerah."),
        ("<b>x", "Belum cocok dengan nama daerah."),
        ("0", "Jumlah penduduk satu daerah antara 1 dan 300 juta jiwa."),
        ("999999999999", "Jumlah penduduk satu daerah antara 1 dan 300 juta jiwa."),
        ("88,5", "Tulis jumlah penduduk sebagai bilangan bulat"),
        ("Kabupaten Simeulue", "Penduduk Kabupaten Simeulue belum tercatat di katalog."),
        ("", ""),
    ],
)
def test_what_cannot_be_reckoned_gets_a_sentence_and_empties_the_column(
    visit: Callable[..., Visitor], typed: str, told: str
) -> None:
    page = visit().go(COSTS)
    page.fill("#kami", "900.000 jiwa")
    expect(page.locator(".hitung [role=status]")).to_have_text("Dihitung untuk 900.000 jiwa; caranya di bawah tabel.")
    page.fill("#kami", typed)
    page.press("#kami", "Tab")
    expect(page.locator(".hitung [role=status]")).to_contain_text(told)
    expect(page.locator(".hitung + table td:last-child:not(:empty)")).to_have_count(0)
    assert page.input_value("#kami") == typed and filled(page)[1][0] in ("Daerah kami", "")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_filled_worksheet_is_free_of_violations_and_printed_without_the_field(
    visit: Callable[..., Visitor], width: int
) -> None:
    page = visit(viewport={"width": width, "height": 900}).go(COSTS)
    page.fill("#kami", "Kabupaten Grobogan")
    expect(page.locator(".hitung [role=status]")).to_contain_text("Dihitung untuk Kabupaten Grobogan")
    assert_none({f"{width}": [*judge(page), *run_script(page, "too_wide")]})
    text = "".join(sheet.extract_text() for sheet in printed(page).pages)
    assert "Daerah kami: Kabupaten Grobogan" in " ".join(text.split()) and "Hitung untuk" not in text


def test_the_browser_rescales_like_the_build(visit: Callable[..., Visitor], site: Site) -> None:
    random = Random(4)
    cases = [(random.randint(0, 10 ** random.randint(1, 15)), *_people(random)) for _ in range(2_000)]
    page = visit().go("tentang/")
    (script,) = (site.folder / "assets").glob("biaya.*.js")
    reckon = f"(all) => import('/assets/{script.name}').then((m) => all.map((one) => String(m.rescale(...one))))"
    assert page.evaluate(reckon, cases) == [str(rescale(*case)) for case in cases]


def _people(random: Random) -> tuple[int, int]:
    asal = random.randint(1, 60_000_000)
    return asal, random.choice([asal, 1_000, random.randint(1, 60_000_000)])


def test_only_a_page_with_a_script_may_run_one(site: Site) -> None:
    with_costs, without = site.html(COSTS), site.html(f"{by_size(site)[0].tautan}paket/")
    assert "script-src 'self';connect-src 'self';" in with_costs and with_costs.count("<script") == 1
    assert "script-src;" in without and "<script" not in without
