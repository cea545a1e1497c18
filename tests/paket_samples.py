"""What the tests of packages share: a context with further entries, and reading the page of a package."""

from __future__ import annotations

from dataclasses import replace

from pages_samples import SETTINGS, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Entri, make_catalog
from catalog.pages.context import PageContext, make_context
from catalog.pages.paket import package_page


def context_of(*entri: Entri, site_url: str = "") -> PageContext:
    """The sample catalogue with these entries, instead of those of the same id."""
    catalog = sample_catalog()
    known = [old for old in catalog.entri if old.id not in {new.id for new in entri}]
    made = make_catalog([*known, *entri], catalog.daerah.values(), catalog.vocabularies)
    return make_context(made, replace(SETTINGS, site_url=site_url))


def page_of(entri: Entri, context: PageContext) -> LexborHTMLParser:
    """The package page of an entry."""
    return LexborHTMLParser(package_page(entri.id, 1, context).body)


def headings(page: LexborHTMLParser) -> list[str]:
    """Its parts in their order."""
    return [node.text() for node in page.css("h2")]


def rows_under(page: LexborHTMLParser, heading: str) -> list[list[str]]:
    """Cells of the rows below the head of the first table under a heading."""
    node = next(h for h in page.css("h2") if h.text() == heading)
    while node.tag != "table":
        assert node.next
        node = node.next
    return [[cell.text().strip() for cell in row.css("td")] for row in node.css("tr")[1:]]
