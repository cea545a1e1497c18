"""The real catalogue built for a site with an address: whatever feeds, sitemap, cards and JSON-LD name is there."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog.build import build_site
from catalog.inputs import Inputs

pytestmark = pytest.mark.slow

SITE = "https://inovasi.contoh.go.id/"
ATOM = "{http://www.w3.org/2005/Atom}"
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """The folder of the built site; nothing is written into the repository."""
    base = tmp_path_factory.mktemp("beralamat")
    for name in ("content", "theme", "vocabularies"):
        shutil.copytree(root / name, base / name)
    config = (root / "mkdocs.yml").read_text(encoding="utf-8")
    (base / "mkdocs.yml").write_text(re.sub(r"(?m)^site_url:.*", f"site_url: {SITE}", config), encoding="utf-8")
    result = build_site(Inputs(base, root / "innovations"), base / "site", with_search=False)
    assert result.published, result.faults[:5]
    return (base / "site").resolve()


def exists(site: Path, address: str) -> bool:
    assert address.startswith(SITE), address
    path = site / address.removeprefix(SITE).partition("?")[0]
    return (path / "index.html").is_file() if address.endswith("/") or "?" in address else path.is_file()


def pages_of(site: Path) -> dict[str, LexborHTMLParser]:
    """Every page by its address below the root; those for paper, which tell machines nothing, are left out."""
    return {
        page.relative_to(site).as_posix().removesuffix("index.html"): LexborHTMLParser(page.read_text(encoding="utf-8"))
        for page in sorted(site.rglob("index.html"))
        if page.parent.name not in ("paket", "evaluasi") and page.parent.parent.name != "opd"
    }


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, LexborHTMLParser]:
    return pages_of(site)


def test_the_sitemap_names_every_page_and_nothing_else(site: Path, pages: dict[str, LexborHTMLParser]) -> None:
    named = [str(loc.text) for loc in ET.parse(site / "sitemap.xml").iter(LOC)]
    lasting = [path for path, page in pages.items() if not page.css("meta[http-equiv=refresh]")]
    assert named == sorted(SITE + path for path in lasting)
    assert f"Sitemap: {SITE}sitemap.xml\n" in (site / "robots.txt").read_text()


def test_whatever_a_feed_links_to_is_there(site: Path) -> None:
    feeds = sorted(site.rglob("umpan.xml"))
    assert len(feeds) > 100
    for file in feeds:
        feed = ET.parse(file).getroot()
        links = [link for link in feed.iter(f"{ATOM}link") if link.get("rel") != "license"]
        assert len(links) == 2 + len(feed.findall(f"{ATOM}entry"))
        assert [link.get("href") for link in links if not exists(site, str(link.get("href")))] == [], file


def test_every_card_has_its_image_and_no_image_is_heavy(site: Path, pages: dict[str, LexborHTMLParser]) -> None:
    cards = {path: page.css_first("meta[property='og:image']") for path, page in pages.items()}
    named = {str(card.attributes["content"]) for card in cards.values() if card is not None}
    assert None not in cards.values()
    assert {SITE + file.relative_to(site).as_posix() for file in site.rglob("kartu.png")} == named
    assert max(file.stat().st_size for file in site.rglob("kartu.png")) <= 60_000
    assert sum(file.stat().st_size for file in site.rglob("kartu.png")) <= 10_000 * len(named)


def test_card_and_canonical_name_the_same_address(pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        url, canonical = page.css_first("meta[property='og:url']"), page.css_first("link[rel=canonical]")
        assert url is not None and canonical is not None, path
        assert url.attributes["content"] == canonical.attributes["href"], path


def test_whatever_json_ld_names_is_there(site: Path, pages: dict[str, LexborHTMLParser]) -> None:
    for path, page in pages.items():
        block = page.css_first('script[type="application/ld+json"]')
        assert (block is None) == bool(page.css("meta[http-equiv=refresh]")), path
        if block is not None:
            text = json.dumps(json.loads(block.text()))
            named = re.findall(rf'"(?:url|item|contentUrl|urlTemplate)": "({re.escape(SITE)}[^"]*)"', text)
            assert [address for address in named if not exists(site, address)] == [], path
