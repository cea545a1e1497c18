"""What a page's head tells others: the card of a pasted link, the feed beside it, and its JSON-LD."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from pages_samples import BERHENTI, DALAM, NAMA_SAJA, SETTINGS, make_entri, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.exports import FILES
from catalog.frame import build_frame
from catalog.frame.page import Page
from catalog.kabar import feed_files, image_files
from catalog.pages import PageContext, PageJob, make_context, plan_pages, render
from catalog.pages.data_terstruktur import read_trail, write_graph
from catalog.pages.kepala import finish_handwritten
from catalog.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parent.parent
SITE = "https://inovasi.contoh.go.id/katalog/"
ADDRESSED = replace(SETTINGS, site_url=SITE)

PROPERTIES = {
    "WebSite": {"name", "url", "inLanguage", "license", "publisher", "potentialAction"},
    "WebPage": {"name", "inLanguage"},
    "CollectionPage": {"name", "inLanguage", "about"},
    "SearchResultsPage": {"name", "inLanguage"},
    "Article": {"name", "alternateName", "articleSection", "spatialCoverage", "temporalCoverage"},
    "Dataset": {
        "name", "description", "url", "inLanguage", "license", "isAccessibleForFree", "creator", "spatialCoverage",
        "distribution",
    },
    "DataDownload": {"name", "description", "encodingFormat", "contentUrl"},
    "Organization": {"name", "url", "email", "location"},
    "AdministrativeArea": {"name", "containedInPlace", "sameAs"},
    "Country": {"name"},
    "SearchAction": {"target", "query-input"},
    "EntryPoint": {"urlTemplate"},
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
}  # fmt: skip
"""Types of schema.org with those of their properties that we use, as schema.org defines them."""


@pytest.fixture(scope="module", params=[SETTINGS, ADDRESSED], ids=["tanpa alamat", "beralamat"])
def context(request: pytest.FixtureRequest) -> PageContext:
    return make_context(sample_catalog(), request.param)


@pytest.fixture(scope="module")
def pages(context: PageContext) -> list[tuple[PageJob, Page]]:
    """Pages for paper tell machines nothing."""
    for_paper = ("paket", "rapor", "evaluasi")
    return [(job, render(job, context)) for job in plan_pages(context) if job.kind not in for_paper]


def head_of(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(f"<!doctype html><html><head>{page.head}</head><body></body></html>")


def share_of(page: Page) -> dict[str, str]:
    """The Open Graph tags of a page."""
    nodes = head_of(page).css("meta[property^='og:']")
    return {str(node.attributes["property"]): str(node.attributes["content"]) for node in nodes}


def graph_of(page: Page) -> list[dict[str, Any]]:
    """The graph of a page; [] for a page without."""
    blocks = head_of(page).css('script[type="application/ld+json"]')
    assert len(blocks) <= 1
    if not blocks:
        return []
    document = json.loads(blocks[0].text())
    assert set(document) == {"@context", "@graph"} and document["@context"] == "https://schema.org"
    return document["@graph"]


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    """Every node of a graph, also those inside others."""
    for child in value if isinstance(value, list) else value.values() if isinstance(value, dict) else ():
        yield from nodes_of(child)
    if isinstance(value, dict):
        yield value


def one(context: PageContext, kind: str, key: str = "") -> Page:
    jobs = [job for job in plan_pages(context) if (job.kind, job.key) == (kind, key)]
    return render(jobs[0], context)


# ---- every page ----


def test_every_page_tells_what_it_is_in_terms_that_exist(pages: list[tuple[PageJob, Page]]) -> None:
    for job, page in pages:
        graph = graph_of(page)
        assert bool(graph) == (job.kind != "alamat-lama"), page.path
        for node in nodes_of(graph):
            assert set(node) - {"@type"} <= PROPERTIES[node["@type"]], page.path
            assert all(value not in ("", None, [], {}) for value in node.values()), page.path


def test_types_of_pages(pages: list[tuple[PageJob, Page]]) -> None:
    special = {
        "beranda": "WebSite",
        "jelajah": "SearchResultsPage",
        "entri": "Article",
        "data": "Dataset",
        "statistik": "Dataset",
        "kesalahan": "WebPage",
    }
    lists = ("terbaru", "inovasi", "urusan", "urusan-indeks", "tahun", "tahapan", "wilayah", "wilayah-indeks")
    found = {job.kind: graph_of(page)[0]["@type"] for job, page in pages if job.kind != "alamat-lama"}
    expected = special | dict.fromkeys(lists, "CollectionPage")
    assert {kind: found[kind] for kind in expected} == expected
    assert {found[kind] for kind in found.keys() - expected.keys()} <= {"CollectionPage", "WebPage"}


def test_every_address_leads_to_something_that_is_built(
    pages: list[tuple[PageJob, Page]], context: PageContext
) -> None:
    site, settings = "https://di.mana.saja/", context.settings
    root = settings.site_url or site
    written = {f"{file.relative_to(ROOT / 'content').with_suffix('')}/" for file in (ROOT / "content").rglob("*.md")}
    files = {page.path for _, page in pages} | {path.removesuffix("index/") for path in written} | set(FILES)
    for _, page in pages:
        for node in nodes_of(graph_of(page)):
            for key in ("url", "item", "contentUrl", "urlTemplate"):
                if key in node:
                    assert not settings.site_url or node[key].startswith(SITE)
                    address = urljoin(root + page.path, node[key])
                    assert address.startswith(root), (page.path, node)
                    assert address.removeprefix(root).partition("?")[0] in files, (page.path, node)


def test_the_breadcrumb_is_the_one_that_is_shown(pages: list[tuple[PageJob, Page]]) -> None:
    for job, page in pages:
        shown = [name for name, _ in read_trail(page.body)]
        visible = [li.text().strip() for li in LexborHTMLParser(page.body).css("nav.remah li")]
        assert shown == visible
        lists = [node for node in graph_of(page) if node["@type"] == "BreadcrumbList"]
        told = [item["name"] for node in lists for item in node["itemListElement"]]
        assert told == ([] if job.kind == "alamat-lama" else shown[-2:] if job.kind == "entri" else shown), page.path
        assert [item["position"] for node in lists for item in node["itemListElement"]] == list(range(1, len(told) + 1))


def test_every_page_has_a_card(pages: list[tuple[PageJob, Page]], context: PageContext) -> None:
    images = set(image_files(context.catalog, context.settings, ROOT / "theme"))
    for job, page in pages:
        card = share_of(page)
        assert card["og:title"] == page.title and page.description
        assert card["og:type"] == ("article" if job.kind == "entri" else "website")
        required, further = {"og:title", "og:type"}, {"og:locale", "og:site_name"}
        if context.settings.site_url:
            required |= {"og:url", "og:image"}
            further |= {"og:image:width", "og:image:height", "og:image:alt"}
            assert card["og:url"] == SITE + (page.moved_to or page.path)
            assert card["og:image"].removeprefix(SITE) in images
        assert set(card) == (required if job.kind == "entri" else required | further)
        if job.kind != "entri":
            assert (card["og:locale"], card["og:site_name"]) == ("id_ID", "Katalog Inovasi Daerah")
            assert (card.get("og:image:width", "1200"), card.get("og:image:height", "630")) == ("1200", "630")


def test_pages_name_and_show_their_feed_and_no_other(pages: list[tuple[PageJob, Page]], context: PageContext) -> None:
    feed = "[type='application/atom+xml']"
    named, linked = (
        {
            urljoin(f"https://a/{page.path}", str(link.attributes["href"])).removeprefix("https://a/")
            for page, link in found
        }
        for found in (
            [(page, link) for _, page in pages for link in head_of(page).css(f"link[rel=alternate]{feed}")],
            [(page, link) for _, page in pages for link in LexborHTMLParser(page.body).css(f"a{feed}")],
        )
    )
    assert named == linked == set(feed_files(context.catalog, context.settings))


# ---- single pages ----


def test_what_is_told_of_an_entry() -> None:
    article, trail = graph_of(one(make_context(sample_catalog(), ADDRESSED), "entri", DALAM.id))
    assert article == {
        "@type": "Article",
        "name": "MPP Blora",
        "alternateName": "Mal Pelayanan Publik Kabupaten Blora",
        "articleSection": "Perizinan dan investasi",
        "spatialCoverage": {"@type": "AdministrativeArea", "name": "Kabupaten Blora"},
        "temporalCoverage": "2021-06-03/..",
    }
    assert trail["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Kabupaten Blora", "item": f"{SITE}wilayah/kab-blora/"},
        {"@type": "ListItem", "position": 2, "name": "MPP Blora"},
    ]


def test_a_period_is_open_only_while_the_innovation_is_known_to_run() -> None:
    context = make_context(sample_catalog(), SETTINGS)
    periods = [graph_of(one(context, "entri", e.id))[0].get("temporalCoverage") for e in (DALAM, BERHENTI, NAMA_SAJA)]
    assert periods == ["2021-06-03/..", "2016", None]


def test_what_is_told_of_a_region_and_of_the_site() -> None:
    context = make_context(sample_catalog(), ADDRESSED)
    assert graph_of(one(context, "wilayah", "kab-blora"))[0]["about"] == {
        "@type": "AdministrativeArea",
        "name": "Kabupaten Blora",
        "containedInPlace": {"@type": "AdministrativeArea", "name": "Provinsi Jawa Tengah"},
        "sameAs": "https://blorakab.go.id",
    }
    site = graph_of(one(context, "beranda"))[0]
    assert site["potentialAction"]["target"]["urlTemplate"] == f"{SITE}jelajah/?q={{search_term_string}}"
    assert site["publisher"]["location"]["name"] == "Kabupaten Blora"


def test_the_data_page_lists_every_open_file() -> None:
    dataset = graph_of(one(make_context(sample_catalog(), ADDRESSED), "data"))[0]
    assert [download["contentUrl"] for download in dataset["distribution"]] == [SITE + path for path in FILES]
    assert 50 <= len(dataset["description"]) <= 5000


def test_an_old_address_shows_the_card_of_the_new_one() -> None:
    card = share_of(one(make_context(sample_catalog(), ADDRESSED), "alamat-lama", "kab-blora/mall-pelayanan-publik"))
    assert card["og:url"] == SITE + DALAM.tautan
    assert card["og:image"] == f"{SITE}wilayah/kab-blora/kartu.png"


def test_an_entry_cannot_break_out_of_the_head() -> None:
    nasty = '</script><script>alert(1)</script><!--"><meta property="og:title" content="x'
    page = one(
        make_context(sample_catalog(make_entri("kab-blora/nakal", nama=nasty, kepanjangan=nasty)), ADDRESSED),
        "entri",
        "kab-blora/nakal",
    )
    assert [node.attributes.get("type") for node in head_of(page).css("script")] == ["application/ld+json"]
    assert graph_of(page)[0]["name"] == graph_of(page)[0]["alternateName"] == nasty
    assert share_of(page)["og:title"] == f"{nasty}, Kabupaten Blora"


def test_no_sign_of_a_graph_can_end_its_block() -> None:
    block = write_graph([{"@type": "Thing", "name": "</SCRIPT <!-- <script>"}])
    assert block.count("<") == 2 and block.endswith("</script>\n")


def test_the_head_of_an_entry_knows_nothing_of_other_entries() -> None:
    small, large = make_context(sample_catalog(), SETTINGS), make_context(
        sample_catalog(*(make_entri(f"kab-blora/lain-{n}") for n in range(30))), SETTINGS
    )  # fmt: skip
    assert one(small, "entri", DALAM.id).head == one(large, "entri", DALAM.id).head


def test_the_head_of_an_entry_stays_small() -> None:
    """The budget of an entry's page; absolute addresses, once the site has one, come on top."""
    sizes = {
        settings.site_url: len(one(make_context(sample_catalog(), settings), "entri", DALAM.id).head.encode())
        for settings in (SETTINGS, ADDRESSED)
    }
    assert sizes[""] <= 650 and sizes[SITE] <= 900


# ---- handwritten pages ----


@pytest.mark.parametrize("site_url", ["", SITE])
def test_a_handwritten_page_gets_the_head_it_would_get_when_poured(site_url: str, tmp_path: Path) -> None:
    settings = replace(read_settings(ROOT), site_url=site_url)
    frame = build_frame(ROOT, tmp_path, settings)
    finished = finish_handwritten(frame.handwritten, settings)
    assert list(finished) == list(frame.handwritten)
    page = LexborHTMLParser(finished["tentang/privasi/index.html"])
    block = page.css_first('head script[type="application/ld+json"]')
    assert block is not None
    assert json.loads(block.text())["@graph"] == [
        {"@type": "WebPage", "name": "Privasi", "inLanguage": "id"},
        {"@type": "BreadcrumbList", "itemListElement": _steps(settings)},
    ]
    assert page.css("meta[property='og:title']")[0].attributes["content"] == "Privasi"
    assert page.css("meta[property='og:description']")[0].attributes["name"] == "description"


def _steps(settings: Settings) -> list[dict[str, Any]]:
    root = settings.site_url or "../../"
    return [
        {"@type": "ListItem", "position": 1, "name": "Beranda", "item": root},
        {"@type": "ListItem", "position": 2, "name": "Tentang", "item": f"{root}tentang/"},
        {"@type": "ListItem", "position": 3, "name": "Privasi"},
    ]


def test_addresses_of_a_card_are_absolute() -> None:
    card = share_of(one(make_context(sample_catalog(), ADDRESSED), "entri", DALAM.id))
    assert all(urlsplit(card[key]).scheme == "https" for key in ("og:url", "og:image"))
