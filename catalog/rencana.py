"""What ``/kunjungan/rencana/`` fetches besides entries and region files: regions, names of entries, templates.

The planner runs in the browser alone; everything it knows of the catalogue it asks for here (docs/rencana.md).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from catalog.catalog import Catalog
from catalog.exports.documents import to_json
from catalog.kesiapan import parts_document
from catalog.naskah import ORDER, Templat, load_templates, skeleton_parts

FOLDER = "kunjungan/rencana/"

_NOT_YET = ("sk-tim", "sop")
NASKAH = tuple(id for id in ORDER if id not in _NOT_YET)
"""The documents of the planner in the order in which they are needed: without those of the replication itself."""


def planner_files(catalog: Catalog, vocabularies: Path) -> dict[str, Callable[[], str]]:
    """Return path below the site's root → maker of its text, by name; ``vocabularies`` is the folder of the lists.

    Raises:
        VocabularyError: a template cannot be read.
    """
    templates = load_templates(vocabularies / "naskah")
    return {
        f"{FOLDER}nama.json": partial(_text, name_document, catalog),
        f"{FOLDER}naskah.json": lambda: to_json(letter_document(templates, catalog)),
        f"{FOLDER}wilayah.json": partial(_text, region_document, catalog),
    }


def name_document(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return region id → slug → name of every entry, in the order of the catalogue, for looking up what is typed."""
    found: dict[str, dict[str, str]] = {}
    for entri in catalog.entri:
        found.setdefault(entri.wilayah, {})[entri.slug] = entri.nama
    return found


def region_document(catalog: Catalog) -> list[list[Any]]:
    """Return every listed region by its code: [id, name, code of the province, people, latitude, longitude].

    People only where the region's profile tells them, degrees only where it gives a place; 0 for unknown people before
    degrees. The code of the province tells its time zone.
    """
    return [
        [place.id, place.nama, place.provinsi, *_people_and_degrees(place.id, catalog)]
        for place in sorted(catalog.vocabularies.wilayah.values(), key=lambda place: place.kode)
    ]


def letter_document(templates: Mapping[str, Templat], catalog: Catalog) -> dict[str, Any]:
    """Return the templates of ``NASKAH``, the parts that every DOCX shares, and the parts of readiness."""
    return {
        "templat": {
            id: {"nama": (one := templates[id]).nama, "untuk": one.untuk, "isian": one.isian, "blok": one.blok}
            for id in NASKAH
        },
        "kerangka": skeleton_parts(),
        "kesiapan": parts_document(catalog.vocabularies.kesiapan.values()),
    }


def _people_and_degrees(wilayah: str, catalog: Catalog) -> list[float]:
    known = catalog.daerah.get(wilayah)
    profile = known.profil if known else None
    if profile is None:
        return []
    place = profile.koordinat
    degrees = [place.lintang, place.bujur] if place else []
    return [profile.penduduk or 0, *degrees] if profile.penduduk or degrees else []


def _text(make: Callable[[Catalog], Any], catalog: Catalog) -> str:
    return to_json(make(catalog))
