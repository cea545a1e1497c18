"""Atom feeds (RFC 4287) of the newest entries: of the whole catalogue, of each region, of each urusan.

Deterministic: dates come from the entries, never from a commit or the clock. What the standard asks and how it is met
where the site has no address yet is written in docs/kabar.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from catalog.catalog import Catalog, Entri
from catalog.settings import Settings

UMPAN = "umpan.xml"
"""Name of a feed, in the folder of the page it belongs to."""

TERBANYAK_SEMUA = 50
"""Entries in the feed of the whole catalogue; feeds do not grow with it."""
TERBANYAK = 20
"""Entries in the feed of a region or an urusan."""

SEMUA = "terbaru/"
"""Address of the page whose feed is that of the whole catalogue."""

LISENSI = "https://creativecommons.org/licenses/by/4.0/"
_ATOM = "http://www.w3.org/2005/Atom"
_NAMESPACE = UUID("5f0d3c1e-8a53-5c36-9a53-0b6a2f4f8c11")
"""Ours alone; it makes the same identifier from the same name, on every computer and for good."""
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Umpan:
    """One feed: ``halaman`` is the address of its page below the site's root, ``entri`` the newest first."""

    halaman: str
    judul: str
    entri: tuple[Entri, ...]

    @property
    def alamat(self) -> str:
        """Its address below the site's root."""
        return f"{self.halaman}{UMPAN}"


def newest(entri: Iterable[Entri], most: int) -> tuple[Entri, ...]:
    """Return up to ``most`` entries, newest first, those of one date by id.

    Newest goes by ``Entri.kebaruan``: the start, else the newest source. An entry that has neither is left out: a date
    of its own would be invented.
    """
    dated = [(date, e) for e in entri if (date := e.kebaruan)]
    dated.sort(key=lambda pair: pair[1].id)
    dated.sort(key=lambda pair: pair[0], reverse=True)
    return tuple(e for _, e in dated[:most])


def plan_feeds(catalog: Catalog) -> list[Umpan]:
    """Return every feed that has something to say: the whole catalogue's, then by region id, then by urusan id."""
    ordered = newest(catalog.entri, len(catalog.entri))
    by_page: dict[str, list[Entri]] = {}
    for entri in ordered:
        for page in (f"wilayah/{entri.wilayah}/", *(f"urusan/{id}/" for id in dict.fromkeys(entri.inovasi.urusan))):
            entries = by_page.setdefault(page, [])
            if len(entries) < TERBANYAK:
                entries.append(entri)
    urusan, nama = catalog.vocabularies.urusan, catalog.nama_wilayah
    titles = {f"wilayah/{id}/": f"Inovasi {nama(id)}" for id in catalog.wilayah_berentri}
    titles |= {f"urusan/{id}/": f"Inovasi urusan {urusan[id].nama}" for id in sorted(urusan)}
    feeds = [Umpan(page, title, tuple(by_page[page])) for page, title in titles.items() if page in by_page]
    whole = Umpan(SEMUA, "Inovasi terbaru", ordered[:TERBANYAK_SEMUA])
    return [whole, *feeds] if ordered else []


def write_feed(feed: Umpan, catalog: Catalog, settings: Settings) -> str:
    """Return the feed as XML.

    Addresses are absolute when the site has one; else relative, which a reader resolves against the place from which
    it got the feed. Identifiers never change, whatever the site's address is.
    """
    root = settings.site_url or "../" * feed.halaman.count("/")
    title = f"{feed.judul} – {settings.nama_katalog}"
    element = ET.Element("feed", {"xmlns": _ATOM, "xml:lang": "id"})
    _text(element, "title", title)
    _text(element, "subtitle", "Urut menurut tanggal mulai; bila tidak diketahui, menurut tanggal sumber terbaru.")
    _text(element, "id", _identifier(settings, feed.alamat))
    _text(element, "updated", moment(feed.entri[0].kebaruan))
    _text(ET.SubElement(element, "author"), "name", settings.nama_katalog)
    if settings.site_url:
        ET.SubElement(element, "link", {"rel": "self", "href": root + feed.alamat})
    ET.SubElement(element, "link", {"href": root + feed.halaman})
    ET.SubElement(element, "link", {"rel": "license", "href": LISENSI})
    for entri in feed.entri:
        _add_entry(element, entri, root, catalog, settings)
    for child in element:
        child.tail = "\n"
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(element, encoding="unicode")}\n'


def _add_entry(feed: ET.Element, entri: Entri, root: str, catalog: Catalog, settings: Settings) -> None:
    entry = ET.SubElement(feed, "entry")
    _text(entry, "title", f"{entri.nama}, {catalog.nama_wilayah(entri.wilayah)}")
    _text(entry, "id", _identifier(settings, entri.id))
    _text(entry, "updated", moment(entri.kebaruan))
    ET.SubElement(entry, "link", {"href": root + entri.tautan})
    _text(entry, "summary", entri.inovasi.ringkasan)


def moment(date: str) -> str:
    """Return a date as Atom asks for it; of a year or a month its first day: '2024-05' → '2024-05-01T00:00:00Z'."""
    return f"{date}{'-01-01'[len(date) - 4 :]}T00:00:00Z"


def _identifier(settings: Settings, name: str) -> str:
    """The home region stands in it, so that another regency's catalogue has other identifiers."""
    return uuid5(_NAMESPACE, f"{settings.wilayah_rumah} {name}").urn


def _text(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _NOT_XML.sub("", text)
