"""Everything that is published beside the pages and needs no frame: open data, feeds, calendars, what forms fetch."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from catalog.bandingkan import region_files
from catalog.catalog import Catalog
from catalog.exports import WHOLE_SET, export_files, statistics_files, wilayah_files
from catalog.formulir import form_files
from catalog.kabar import feed_files
from catalog.kunjungan import visit_files
from catalog.paket import template_files
from catalog.rencana import planner_files
from catalog.settings import Settings
from catalog.statistics import Statistik
from catalog.swanilai import edition_files


def open_data(
    catalog: Catalog, statistik: Statistik, settings: Settings, vocabularies: Path
) -> dict[str, Callable[[], str | bytes]]:
    """Return path below the site's root → what makes the content of that file, each by itself.

    The file of all entries is not among them: it is put together from the entries' own, once these are there.
    """
    regions = wilayah_files(catalog)
    exports = export_files(catalog, statistik, regions)
    exports.pop(WHOLE_SET)
    return {
        **exports,
        **regions,
        **template_files(vocabularies),
        **feed_files(catalog, settings),
        **region_files(catalog),
        **form_files(catalog),
        **visit_files(catalog, settings),
        **planner_files(catalog, vocabularies),
        **edition_files(catalog),
        **statistics_files(catalog, statistik),
    }
