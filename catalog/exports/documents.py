"""Records as plain JSON values: the same keys as in the files, in the order of the model."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any

from catalog.catalog import Catalog, Daerah, Entri
from catalog.markup import plain_text
from catalog.model.isian import Rekaman
from catalog.statistics import Statistik, StatistikWilayah

LISENSI = "CC BY 4.0"


def to_json(value: Any) -> str:
    """Return compact JSON with a newline at the end; a number that JSON cannot hold is our bug and raises."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"


def plain(value: Any) -> Any:
    """Return a record as dicts, lists and scalars, without the isian that are not filled."""
    if isinstance(value, Rekaman):
        return {
            name: plain(child)
            for name in _isian_of(type(value))
            if (child := getattr(value, name)) is not None and child != ()
        }
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def statistik_document(statistik: Statistik) -> dict[str, Any]:
    """Return the counts of /statistik/, and under ``per_wilayah`` those of each region.

    A count of the whole catalogue is a row of id, nama, jumlah, and bagian (a fraction of 1, four decimals). Of a
    region only id → jumlah is told: the names stand in the rows above, and there are hundreds of regions.
    """
    document: dict[str, Any] = plain_rows(replace(statistik, per_wilayah={}))
    document["per_wilayah"] = {region: _region_counts(counts) for region, counts in statistik.per_wilayah.items()}
    return document


def _region_counts(counts: StatistikWilayah) -> dict[str, Any]:
    """Every office of the register is told, also without entries; of the closed lists only what occurs."""
    return {
        "jumlah": counts.jumlah,
        **{
            name: {row.id: row.jumlah for row in getattr(counts, name) if row.jumlah}
            for name in ("urusan", "tahapan", "keadaan", "bukti")
        },
        "tahun": {str(row.tahun): row.jumlah for row in counts.tahun},
        "tanpa_tahun": counts.tanpa_tahun,
        "perangkat_daerah": {row.id: row.jumlah for row in counts.perangkat_daerah},
        "opd_lengkap": counts.opd_lengkap,
    }


def plain_rows(value: Any) -> Any:
    """Return rows, dataclasses and named tuples, as dicts, lists and scalars; in a tenth of the time of ``asdict``."""
    if isinstance(value, float):
        return round(value, 4)
    if is_dataclass(value) and not isinstance(value, type):
        return {name: plain_rows(getattr(value, name)) for name in _names_of(type(value))}
    if isinstance(value, tuple) and hasattr(value, "_fields"):
        return {name: plain_rows(child) for name, child in zip(value._fields, value, strict=True)}
    if isinstance(value, dict):
        return {key: plain_rows(child) for key, child in value.items()}
    if isinstance(value, tuple | list):
        return [plain_rows(item) for item in value]
    return value


@cache
def _isian_of(kind: type[Rekaman]) -> tuple[str, ...]:
    return tuple(kind.model_fields)


@cache
def _names_of(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def entri_document(entri: Entri) -> dict[str, Any]:
    """Return one entry: id, tautan, every filled isian, the body's sections as Markdown, and what is computed.

    ``pelajaran`` is always a list of texts: the items of the isian, then the paragraphs of the section, whose own
    Markdown is ``pelajaran_naskah``. ``berkas_asli`` is the text of the file, only where it holds more than all this.
    """
    entri = entri.take_out()
    document = {"id": entri.id, "tautan": entri.tautan, "wilayah": entri.wilayah, **plain(entri.inovasi)}
    for section in ("masalah", "cara_kerja", "hasil"):
        if text := getattr(entri.badan, section):
            document[section] = text
    lessons = [*entri.inovasi.pelajaran, *_paragraphs(entri.badan.pelajaran)]
    if lessons:
        document["pelajaran"] = lessons
    if entri.badan.pelajaran:
        document["pelajaran_naskah"] = entri.badan.pelajaran
    document["bukti"] = entri.bukti
    document["kelengkapan"] = {
        "terisi": entri.kelengkapan.terisi,
        "dari": entri.kelengkapan.dari,
    }
    if entri.tahun is not None:
        document["tahun"] = entri.tahun
        document["tahun_perkiraan"] = entri.tahun_perkiraan
    if entri.naskah:
        document["berkas_asli"] = entri.naskah
    return document


def wilayah_document(daerah: Daerah, catalog: Catalog) -> dict[str, Any]:
    """Return one region: its profile and registers, and the ids of its entries.

    ``berkas_asli`` has the texts of those of its files that hold more than their isian, by name.
    """
    document: dict[str, Any] = {"id": daerah.id, "tautan": daerah.tautan, "nama": daerah.nama}
    if daerah.profil:
        document |= plain(daerah.profil)
    document["perangkat_daerah"] = {
        "lengkap": daerah.opd_lengkap,
        "daftar": [{**plain(office), "id": id} for id, office in sorted(daerah.perangkat_daerah.items())],
    }
    for part in ("indeks", "angka", "kunjungan", "pameran", "penghargaan", "lab"):
        document[part] = plain(getattr(daerah, part))
    document["inovasi"] = [e.id for e in catalog.entri_of(daerah.id)]
    if daerah.naskah:
        document["berkas_asli"] = dict(sorted(daerah.naskah.items()))
    return document


def _paragraphs(markdown: str) -> list[str]:
    return [plain_text(part) for part in markdown.split("\n\n") if part.strip()]
