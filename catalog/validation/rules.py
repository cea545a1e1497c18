"""Rules inside one record: dates in order, keys used once, a profile that fits its folder, visits at home."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath
from typing import Any

from catalog.model.inovasi import Inovasi
from catalog.model.isian import Rekaman
from catalog.model.wilayah import (
    ProfilWilayah,
    RegisterAngka,
    RegisterIndeks,
    RegisterKunjungan,
    RegisterPerangkatDaerah,
)
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord
from catalog.slugs import make_slug
from catalog.validation.figures import figure_faults, index_faults
from catalog.validation.penilaian import assessment_faults
from catalog.validation.replications import check_replication
from catalog.validation.shapes import Place, field_label
from catalog.validation.visits import visit_faults
from catalog.vocabularies import Vocabularies

NASIONAL = "nasional"


def check_rules(record: SourceRecord, rekaman: Rekaman, vocabularies: Vocabularies) -> Iterator[Problem]:
    """Yield every breach of a rule that needs only this record and the closed lists."""
    yield from check_dates(record, rekaman)
    if isinstance(rekaman, Inovasi):
        yield from check_sources(record, rekaman.sumber)
        yield from check_replication(record, rekaman)
        for place, code, found, told in assessment_faults(rekaman, vocabularies.iid):
            yield _at(record, place, code, found, **told)
    elif isinstance(rekaman, ProfilWilayah):
        yield from check_sources(record, rekaman.sumber)
        yield from check_profile(record, rekaman, vocabularies)
    elif isinstance(rekaman, RegisterPerangkatDaerah):
        yield from check_offices(record, rekaman)
    elif isinstance(rekaman, RegisterIndeks):
        for place, code, found, told in index_faults(rekaman, record.nilai):
            yield _at(record, place, code, found, **told)
    elif isinstance(rekaman, RegisterAngka):
        for place, code, found, told in figure_faults(rekaman, record.nilai):
            yield _at(record, place, code, found, **told)
    elif isinstance(rekaman, RegisterKunjungan):
        yield from check_visits(record, rekaman)
        for place, code, found in visit_faults(rekaman):
            yield _at(record, place, code, found)


_IN_ORDER: dict[str, tuple[tuple[Place, Place], ...]] = {
    "inovasi": (
        (("tanggal", "uji_coba"), ("tanggal", "penerapan")),
        (("tanggal", "penerapan"), ("tanggal", "pengembangan")),
    ),
}
_SPAN = (("tanggal",), ("tanggal_selesai",))


def check_dates(record: SourceRecord, instance: Rekaman) -> Iterator[Problem]:
    """Yield a problem where a later date stands before an earlier one; dates of unlike precision compare by prefix."""
    if isinstance(instance, Inovasi):
        for early, late in _IN_ORDER["inovasi"]:
            yield from _check_pair(record, early, late)
        return
    rows = record.data.get("daftar")
    for index, row in enumerate(rows if isinstance(rows, list) else ()):
        if isinstance(row, dict):
            yield from _check_pair(record, ("daftar", index, *_SPAN[0]), ("daftar", index, *_SPAN[1]))


def _check_pair(record: SourceRecord, early: Place, late: Place) -> Iterator[Problem]:
    first, second = _text_at(record.data, early), _text_at(record.data, late)
    if first and second:
        shared = min(len(first), len(second))
        if first[:shared] > second[:shared]:
            yield _at(record, late, "tanggal-terbalik", second, awal=field_label(early), tanggal_awal=first)


def _text_at(data: Any, path: Place) -> str | None:
    for step in path:
        try:
            data = data[step]
        except (KeyError, IndexError, TypeError):
            return None
    return data if isinstance(data, str) else None


def check_sources(record: SourceRecord, sources: Iterable[Any]) -> Iterator[Problem]:
    """Yield a problem for each source key used twice in one record."""
    seen: set[str] = set()
    for index, source in enumerate(sources):
        if source.id and source.id in seen:
            yield _at(record, ("sumber", index, "id"), "kunci-sumber-ganda", source.id)
        elif source.id:
            seen.add(source.id)


def check_profile(record: SourceRecord, profil: ProfilWilayah, vocabularies: Vocabularies) -> Iterator[Problem]:
    """Yield a problem where ``wilayah.yml`` contradicts its folder or the list of regions."""
    folder = PurePosixPath(record.berkas).parent.name
    row = vocabularies.wilayah.get(folder)
    if row is None:
        yield _at(record, (), "folder-wilayah-tidak-dikenal", folder)
        return
    province = vocabularies.wilayah_by_kode[row.provinsi].nama.removeprefix("Provinsi ")
    expected = {"kode": row.kode, "nama": row.nama, "jenis": row.jenis, "provinsi": province}
    for key, value in expected.items():
        if getattr(profil, key) != value:
            yield _at(record, (key,), "wilayah-tidak-cocok", str(getattr(profil, key)), kunci=key, benar=value)


def check_offices(record: SourceRecord, register: RegisterPerangkatDaerah) -> Iterator[Problem]:
    """Yield a problem for each office listed twice."""
    seen: dict[str, int] = {}
    for index, office in enumerate(register.daftar):
        id = office.id or make_slug(office.nama)
        if id in seen:
            place: Place = ("daftar", index, "nama")
            yield _at(record, place, "perangkat-daerah-ganda", office.nama, nomor=seen[id] + 1)
        seen.setdefault(id, index)


def check_visits(record: SourceRecord, register: RegisterKunjungan) -> Iterator[Problem]:
    """Yield a problem for each visit in which the region of its folder is neither host nor guest."""
    folder = PurePosixPath(record.berkas).parent.name
    if folder == NASIONAL:
        return
    for index, visit in enumerate(register.daftar):
        if folder not in (visit.tuan_rumah, visit.tamu):
            place: Place = ("daftar", index, "tuan_rumah")
            yield _at(record, place, "kunjungan-bukan-milik-wilayah", visit.tuan_rumah, wilayah=folder)


def _at(record: SourceRecord, path: Place, kode: str, found: str, **isi: Any) -> Problem:
    line, column = record.nilai.get(path) or record.kunci.get(path) or (1, 1)
    return problem(
        kode, berkas=record.berkas, baris=line, kolom=column, ditemukan=found, isian=field_label(path), **isi
    )
