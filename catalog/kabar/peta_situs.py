"""What search engines ask for first: ``robots.txt`` and, once the site has an address, its sitemap."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

PER_BAGIAN = 20_000
"""Addresses in one file; the protocol allows 50,000."""

_HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_files(paths: Iterable[str], site_url: str) -> dict[str, str]:
    """Return ``robots.txt`` and the sitemap, name → text; without ``site_url`` only the former.

    ``paths`` are the pages below the site's root. More than ``PER_BAGIAN`` of them go into parts, and ``sitemap.xml``
    names the parts. There is no ``lastmod``: the data does not know when a page last changed.
    """
    robots = "User-agent: *\nAllow: /\n"
    if not site_url:
        return {"robots.txt": robots}
    places = sorted(set(paths))
    parts = [places[start : start + PER_BAGIAN] for start in range(0, len(places), PER_BAGIAN)] or [[]]
    texts = [_list("urlset", "url", [site_url + place for place in part]) for part in parts]
    files = {"robots.txt": f"{robots}Sitemap: {site_url}sitemap.xml\n"}
    if len(texts) == 1:
        return {**files, "sitemap.xml": texts[0]}
    numbered = {f"sitemap-{number}.xml": text for number, text in enumerate(texts, start=1)}
    return {
        **files,
        "sitemap.xml": _list("sitemapindex", "sitemap", [site_url + name for name in numbered]),
        **numbered,
    }


def _list(root: str, item: str, addresses: Iterable[str]) -> str:
    lines = "".join(f"<{item}><loc>{escape(address, quote=False)}</loc></{item}>\n" for address in addresses)
    return f'{_HEAD}<{root} xmlns="{_XMLNS}">\n{lines}</{root}>\n'
