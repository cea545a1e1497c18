"""Names that become links where a page stands behind them: entries and regions by their ids."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class Tautan:
    """A name, and the address of its page below the site's root ('' where it has none); ``luar`` leads off the site."""

    nama: str
    tautan: str = ""
    luar: str = ""


def entry_link(id_or_text: str, context: PageContext) -> Tautan:
    """Return the link to an entry, named with its region; a text that is no id of an entry stands for itself."""
    entri = context.catalog.find(id_or_text)
    if entri is None:
        return Tautan(id_or_text)
    return Tautan(f"{entri.nama} ({context.catalog.nama_wilayah(entri.wilayah)})", entri.tautan)


def region_link(id_or_text: str, context: PageContext) -> Tautan:
    """Return the link to a region; a region without a page, or a plain name, is only named."""
    name = context.catalog.nama_wilayah(id_or_text)
    return Tautan(name, f"wilayah/{id_or_text}/" if context.has_wilayah(id_or_text) else "")
