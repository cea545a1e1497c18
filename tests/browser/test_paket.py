"""Packages in Chromium: two to six pages of A4, free of violations; and the readiness that the browser measures."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from catalog.catalog import Entri
from catalog.kesiapan import parts_document
from catalog.pages.context import make_context
from catalog.pages.entri_kesiapan import kesiapan_of

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
