"""``lapor``: the reports of every entry of a region in one ZIP, for the offices that fill the national forms in."""

from __future__ import annotations

import argparse
from pathlib import Path

from catalog.commands.arguments import CLEAN, ERRORS
from catalog.commands.inputs import Misuse, inputs_of, reason_of


def lapor(asked: argparse.Namespace, root: Path) -> int:
    """Write the ZIP; an existing file is never overwritten. Entries with errors are left out and counted."""
    from catalog.lapor import write_batch
    from catalog.load import load_catalog
    from catalog.replikasi import open_book
    from catalog.settings import read_settings

    place: Path = asked.out
    if place.exists():
        raise Misuse(f"{place} sudah ada; pilih nama lain.")
    inputs = inputs_of(asked, root)
    loaded = load_catalog(inputs)
    catalog = loaded.catalog
    entries = catalog.entri_of(asked.wilayah)
    if not entries:
        raise Misuse(f"wilayah {asked.wilayah} tidak punya entri; tulis idnya, misalnya kab-blora.")
    form = catalog.vocabularies.kipp.get(asked.kipp)
    if form is None:
        raise Misuse(f"bentuk KIPP {asked.kipp} tidak dikenal; pilih {', '.join(catalog.vocabularies.kipp)}.")
    site = read_settings(root).site_url or "/"
    data = write_batch(asked.wilayah, catalog, open_book(catalog), form, site)
    try:
        place.write_bytes(data)
    except OSError as error:
        raise Misuse(f"{place} tidak dapat ditulis ({reason_of(error)}).") from error
    prefix = f"innovations/{asked.wilayah}/"
    faulty = {
        p.berkas for p in loaded.problems if p.is_error and p.berkas.startswith(prefix) and p.berkas.endswith(".md")
    }
    print(f"{place}: laporan {len(entries)} inovasi {catalog.nama_wilayah(asked.wilayah)}.")
    if faulty:
        print(f"{len(faulty)} entri dilewati karena berisi kesalahan; jalankan build_catalog.py check.")
    return ERRORS if faulty else CLEAN
