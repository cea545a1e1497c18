"""Files beside the pages of visits: the calendar of planned ones, and what is usual everywhere, for the planner.

A host's own rules reach the planner with the facts of its region and with its entries (docs/kunjungan.md).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from catalog.catalog import Catalog
from catalog.kunjungan.aturan import ISIAN, JUDUL
from catalog.kunjungan.catatan import read_visits
from catalog.kunjungan.kalender_ics import write_calendar
from catalog.model.umum import AturanKunjungan
from catalog.settings import Settings

FOLDER = "kunjungan/"
KALENDER = f"{FOLDER}kalender.ics"
ATURAN = f"{FOLDER}aturan.json"


def visit_files(catalog: Catalog, settings: Settings) -> dict[str, Callable[[], str]]:
    """Return path below the site's root → maker of its text: the calendar, and what is usual everywhere."""
    return {
        KALENDER: lambda: write_calendar(read_visits(catalog), catalog, settings.nama_katalog, settings.site_url),
        ATURAN: lambda: _text(usual_document(catalog)),
    }


def usual_document(catalog: Catalog) -> dict[str, Any]:
    """Return what ``aturan.json`` holds.

    ``praktik`` is the usual practice by isian, ``judul`` what each isian is called, in order, ``dasar`` on what the
    practice rests, ``libur`` the calendar as the script ``kunjungan-aturan.js`` takes it.
    """
    lists = catalog.vocabularies
    calendar = lists.kalender
    return {
        "praktik": plain_rules(lists.praktik_kunjungan),
        "judul": dict(JUDUL),
        "dasar": lists.keterangan["praktik_kunjungan"].dasar,
        "libur": {
            "lengkap": sorted(calendar.lengkap),
            "tetap": dict(sorted(calendar.tetap.items())),
            "libur": dict(sorted(calendar.libur.items())),
        },
    }


def plain_rules(rules: AturanKunjungan) -> dict[str, Any]:
    """Return the rules that are stated, by isian, as values that JSON can hold."""
    stated = {name: getattr(rules, name) for name in ISIAN}
    return {name: value for name, value in stated.items() if value is not None and value != ()}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
