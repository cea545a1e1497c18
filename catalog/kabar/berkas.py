"""Which feeds and share images a site has, each with what makes it, for the processes that work beside the frame."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from catalog.catalog import Catalog
from catalog.kabar.kartu import KATA_UMUM, Kata, draw_card, region_words
from catalog.kabar.umpan import plan_feeds, write_feed
from catalog.settings import Settings

GAMBAR = "kartu.png"
"""Name of a share image: in a region's folder its own, at the root that of all other pages."""


def feed_files(catalog: Catalog, settings: Settings) -> dict[str, Callable[[], str]]:
    """Return every feed: path below the site's root → maker of its text."""
    return {feed.alamat: partial(write_feed, feed, catalog, settings) for feed in plan_feeds(catalog)}


def image_files(catalog: Catalog, settings: Settings, theme: Path) -> dict[str, Callable[[], bytes]]:
    """Return every share image: path below the site's root → maker of its bytes; none while the site has no address.

    Pages can name an image only by its full address, so without one nobody would ever fetch it. ``theme`` is the
    folder of that name.
    """
    if not settings.site_url:
        return {}

    def card(words: Kata) -> Callable[[], bytes]:
        return partial(draw_card, words, settings.nama_katalog, theme)

    lists = catalog.vocabularies
    regions = sorted({*catalog.daerah, *catalog.wilayah_berentri} & set(lists.wilayah))
    own = {f"wilayah/{id}/{GAMBAR}": card(region_words(id, lists)) for id in regions}
    return {GAMBAR: card(KATA_UMUM), **own}
