"""What a page is, said for machines: schema.org as JSON-LD, one small graph a page (see docs/kabar.md).

Pure functions from a page to plain dicts, and one place that writes them. Nothing is said here that the page does not
show; the page's description is not repeated.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import urljoin

from catalog.catalog import Entri
from catalog.exports import FILES
from catalog.frame.page import Page
from catalog.kabar.umpan import LISENSI
from catalog.pages.context import PageContext
from catalog.settings import Settings

Node = dict[str, Any]

KONTEKS = "https://schema.org"

_LISTS = frozenset(
    {"terbaru", "inovasi", "masalah", "urusan", "tahun", "tahapan", "keadaan", "jenis", "wilayah"}
    | {"masalah-indeks", "urusan-indeks", "tahun-indeks", "tahapan-indeks", "wilayah-indeks"}
)
"""Kinds of page that lead to entries: CollectionPage. Any other kind that is not special is a WebPage."""

_BERJALAN = frozenset({"berjalan", "dikembangkan"})
_ENTRY_STEPS = 2
"""Of an entry's breadcrumb only its region and itself are told: there are as many of them as entries."""
_TRAIL = '<nav class="remah"'
_STEP = re.compile(r'<li><a href="([^"]*)">([^<]*)</a></li>|<li aria-current="page">([^<]*)</li>')


def page_graph(page: Page, kind: str, key: str, context: PageContext) -> list[Node]:
    """Return what is said of a page, and its breadcrumb where it shows one."""
    make = _SPECIAL.get(kind)
    node = make(page, key, context) if make else _page_node(page, kind)
    steps = read_trail(page.body)
    if kind == "entri":
        steps = steps[-_ENTRY_STEPS:]
    return [node, *_breadcrumb(steps, page, context.settings)]


def handwritten_graph(page: Page, settings: Settings) -> list[Node]:
    """Return the same for a page of ``content/``."""
    return [_page_node(page, ""), *_breadcrumb(read_trail(page.body), page, settings)]


def write_graph(graph: list[Node]) -> str:
    """Return the graph as a data block for ``<head>``; nothing in it can end the block, for it holds no ``<``."""
    text = json.dumps({"@context": KONTEKS, "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    return '<script type="application/ld+json">' + text.replace("<", "\\u003c") + "</script>\n"


def address(page: Page, path: str, settings: Settings) -> str:
    """Return the address of ``path`` (below the site's root) for a machine that reads ``page``.

    Absolute when the site has an address, as search engines want it; else relative to the page, as JSON-LD allows.
    """
    return settings.site_url + path if settings.site_url else page.base + path


def _page_node(page: Page, kind: str) -> Node:
    return {"@type": "CollectionPage" if kind in _LISTS else "WebPage", "name": page.title, "inLanguage": "id"}


def _search_node(page: Page, key: str, context: PageContext) -> Node:
    return {**_page_node(page, ""), "@type": "SearchResultsPage"}


def _home_node(page: Page, key: str, context: PageContext) -> Node:
    settings = context.settings
    organisation: Node = {"@type": "Organization", "name": settings.nama_katalog}
    if settings.surel:
        organisation["email"] = settings.surel
    organisation["location"] = _area(settings.wilayah_rumah, context)
    return {
        "@type": "WebSite",
        "name": settings.nama_katalog,
        "url": address(page, "", settings),
        "inLanguage": "id",
        "license": LISENSI,
        "publisher": organisation,
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": address(page, "jelajah/?q={search_term_string}", settings),
            },
            "query-input": "required name=search_term_string",
        },
    }


def _entry_node(page: Page, key: str, context: PageContext) -> Node:
    entri = context.catalog.find(key)
    if entri is None:
        raise KeyError(key)
    node: Node = {"@type": "Article", "name": entri.nama}
    if entri.inovasi.kepanjangan:
        node["alternateName"] = entri.inovasi.kepanjangan
    node["articleSection"] = context.catalog.vocabularies.urusan[entri.urusan_utama].singkat
    node["spatialCoverage"] = _area(entri.wilayah, context)
    if period := _period(entri):
        node["temporalCoverage"] = period
    return node


def _period(entri: Entri) -> str:
    """Since when the innovation is applied, as an ISO 8601 interval that is open while it runs; '' when unknown."""
    start = entri.tanggal_mulai or ""
    return f"{start}/.." if start and entri.keadaan in _BERJALAN else start


def _region_node(page: Page, key: str, context: PageContext) -> Node:
    row = context.catalog.vocabularies.wilayah[key]
    area = _area(key, context)
    if row.jenis == "provinsi":
        area["containedInPlace"] = {"@type": "Country", "name": "Indonesia"}
    else:
        area["containedInPlace"] = _area(context.catalog.vocabularies.wilayah_by_kode[row.provinsi].id, context)
    daerah = context.catalog.daerah.get(key)
    if daerah and daerah.profil and daerah.profil.situs:
        area["sameAs"] = daerah.profil.situs
    return {**_page_node(page, "wilayah"), "about": area}


def _data_node(page: Page, key: str, context: PageContext) -> Node:
    return _dataset(page, f"Isi {context.settings.nama_katalog}", list(FILES), context)


def _statistics_node(page: Page, key: str, context: PageContext) -> Node:
    files = [path for path in FILES if path.endswith("/statistik.json")]
    return _dataset(page, f"Statistik {context.settings.nama_katalog}", files, context)


def _dataset(page: Page, name: str, files: list[str], context: PageContext) -> Node:
    settings = context.settings
    return {
        "@type": "Dataset",
        "name": name,
        "description": page.description,
        "url": address(page, page.path, settings),
        "inLanguage": "id",
        "license": LISENSI,
        "isAccessibleForFree": True,
        "creator": {"@type": "Organization", "name": settings.nama_katalog, "url": address(page, "", settings)},
        "spatialCoverage": {"@type": "Country", "name": "Indonesia"},
        "distribution": [
            {
                "@type": "DataDownload",
                "name": path.rsplit("/", 1)[1],
                "description": FILES[path],
                "encodingFormat": "text/csv" if path.endswith(".csv") else "application/json",
                "contentUrl": address(page, path, settings),
            }
            for path in files
        ],
    }


def _area(wilayah: str, context: PageContext) -> Node:
    return {"@type": "AdministrativeArea", "name": context.catalog.nama_wilayah(wilayah)}


def read_trail(body: str) -> list[tuple[str, str]]:
    """Return the breadcrumb that a page shows as (name, link), home first, the page itself last with link ''."""
    start = body.find(_TRAIL)
    steps = _STEP.findall(body, start, body.find("</nav>", start)) if start >= 0 else []
    return [(html.unescape(linked or here), html.unescape(link)) for link, linked, here in steps]


def _breadcrumb(steps: list[tuple[str, str]], page: Page, settings: Settings) -> list[Node]:
    items: list[Node] = []
    for number, (name, link) in enumerate(steps, start=1):
        item: Node = {"@type": "ListItem", "position": number, "name": name}
        if link:
            item["item"] = urljoin(settings.site_url + page.path, link) if settings.site_url else link
        items.append(item)
    return [{"@type": "BreadcrumbList", "itemListElement": items}] if items else []


_SPECIAL: dict[str, Callable[[Page, str, PageContext], Node]] = {
    "beranda": _home_node,
    "jelajah": _search_node,
    "entri": _entry_node,
    "wilayah": _region_node,
    "data": _data_node,
    "statistik": _statistics_node,
}
"""Kinds of page of which more is said than type and title."""
