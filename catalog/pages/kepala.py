"""What stands in a page's head for others than readers: the card of a pasted link, its feed, and its JSON-LD.

The description of the card is the page's own: the frame writes it once, for search engines and for cards.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from dataclasses import replace

from catalog.frame.page import Page
from catalog.kabar import GAMBAR, SEMUA, UMPAN
from catalog.kabar.kartu_dasar import LEBAR, TINGGI
from catalog.pages.context import PageContext
from catalog.pages.data_terstruktur import handwritten_graph, page_graph, write_graph
from catalog.pages.quick_jinja import quick_escape
from catalog.settings import Settings

PINDAH = "alamat-lama"
"""Kind of the pages that only lead on: their card is that of the page they lead to, and they are nothing themselves."""

_TITLE = re.compile(r"<title>([^<]*)</title>")
_MAIN = re.compile(r'<main id="isi"[^>]*>\n(.*?)\n</main>', re.DOTALL)


def with_head(page: Page, kind: str, key: str, context: PageContext) -> Page:
    """Return the page with its head; ``kind`` and ``key`` are those of its job. Pages for paper have none."""
    if page.bingkai:
        return page
    region = _region(page, kind, key, context)
    head = share_tags(page, kind == "entri", region, context.catalog.nama_wilayah(region), context.settings)
    if _has_feed(page, kind, key, context):
        head += f'<link rel="alternate" type="application/atom+xml" title="Inovasi terbaru" href="{UMPAN}">\n'
    if kind != PINDAH:
        head += write_graph(page_graph(page, kind, key, context))
    return replace(page, head=head)


def finish_handwritten(pages: Mapping[str, bytes], settings: Settings) -> dict[str, bytes]:
    """Return the pages of ``content/`` by their files, each with its head, as if it had been poured."""
    return {path: _finish(path, data.decode("utf-8"), settings).encode("utf-8") for path, data in pages.items()}


def share_tags(page: Page, is_article: bool, region: str, region_name: str, settings: Settings) -> str:
    """Return the Open Graph tags of a page; ``region`` is the id of the one whose image it shows, '' for the common.

    Address and image must be absolute, so they are left out while the site has no address. An article, of which there
    are as many as entries, has only what ogp.me requires, which is what WhatsApp reads.
    """
    name = settings.nama_katalog
    tags = [("title", page.title or name), ("type", "article" if is_article else "website")]
    if not is_article:
        tags += [("locale", "id_ID"), ("site_name", name)]
    if site := settings.site_url:
        tags += [
            ("url", site + (page.moved_to or page.path)),
            ("image", site + (f"wilayah/{region}/{GAMBAR}" if region else GAMBAR)),
        ]
        if not is_article:
            tags += [
                ("image:width", str(LEBAR)),
                ("image:height", str(TINGGI)),
                ("image:alt", f"{region_name}, {name}" if region else name),
            ]
    return "".join([f'<meta property="og:{key}" content="{quick_escape(value)}">\n' for key, value in tags])


def _region(page: Page, kind: str, key: str, context: PageContext) -> str:
    """The region to which a page belongs, '' for a page of all."""
    if kind == "wilayah":
        return key
    if kind == PINDAH:
        return context.pindah[key].wilayah
    return key.split("/")[0] if kind == "entri" else ""


def _has_feed(page: Page, kind: str, key: str, context: PageContext) -> bool:
    """A feed lies beside the first page of what it follows, and only when an entry there has a date."""
    if kind == "wilayah":
        entries = context.catalog.entri_of(key)
    elif kind == "urusan" and page.path == f"urusan/{key}/":
        entries = context.daftar.get(("urusan", key), ())
    elif page.path == SEMUA:
        entries = context.catalog.entri
    else:
        return False
    return any(entri.kebaruan for entri in entries)


def _finish(path: str, text: str, settings: Settings) -> str:
    title, body = _TITLE.search(text), _MAIN.search(text)
    if title is None or body is None:
        raise ValueError(f"{path} has no title or no main; our bug in the theme")
    name = html.unescape(title[1]).removesuffix(f" – {settings.nama_katalog}")
    page = Page(path.removesuffix("index.html"), name, "", body[1])
    head = share_tags(page, False, "", "", settings) + write_graph(handwritten_graph(page, settings))
    return text.replace("</head>", f"{head}</head>", 1)
