"""``konfirmasi``: entries that no office has confirmed for a year, as Markdown, by region and office."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.commands.arguments import CLEAN
from catalog.commands.inputs import inputs_of

if TYPE_CHECKING:
    from catalog.catalog import Catalog


def konfirmasi(asked: argparse.Namespace, root: Path) -> int:
    """Print the list; always clean, because silence is no fault."""
    from catalog.load import load_catalog
    from catalog.progress import Bar
    from catalog.settings import read_settings

    bar = Bar()
    catalog = load_catalog(inputs_of(asked, root), progress=bar).catalog
    bar.close()
    site = read_settings(root).site_url
    for line in _lines(catalog, asked.tanggal, asked.wilayah, site):
        print(line)
    return CLEAN


def _lines(catalog: Catalog, today: date, region: str | None, site: str) -> Iterator[str]:
    from catalog.indonesian import tanggal
    from catalog.konfirmasi import find_overdue, group_by_office
    from catalog.ringkasan.tulisan import code, plain

    entries = catalog.entri_of(region) if region else catalog.entri
    overdue = find_overdue(entries, today)
    yield "# Masih berjalan?"
    yield ""
    yield f"{len(overdue)} dari {len(entries)} entri belum dikonfirmasi dalam 12 bulan sebelum {tanggal(str(today))}."
    here = ""
    for group in group_by_office(overdue, catalog):
        if group.wilayah != here:
            here = group.wilayah
            yield f"\n## {plain(catalog.nama_wilayah(here))}"
        yield f"\n### {plain(group.nama)}: {len(group.entri)} entri\n"
        for one in group.entri:
            name = f"[{plain(one.entri.nama)}]({site}{one.entri.tautan})" if site else plain(one.entri.nama)
            word = "dikonfirmasi" if one.pernah else "sumber terbaru"
            since = f"{word} {tanggal(one.sejak)}" if one.sejak else "tanpa tanggal"
            yield f"- {name} ({code(one.entri.id)}): {since}"
