"""The order of validation: each record alone, then the rules between records, then the catalogue of the valid ones."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from catalog.catalog import Catalog, Daerah, make_catalog
from catalog.model.isian import Rekaman
from catalog.model.wilayah import (
    ProfilWilayah,
    RegisterAngka,
    RegisterIndeks,
    RegisterKunjungan,
    RegisterLab,
    RegisterPameran,
    RegisterPenghargaan,
    RegisterPerangkatDaerah,
)
from catalog.problems import Problem, problem, sort_problems
from catalog.slugs import make_slug
from catalog.validation.duplicates import find_duplicates
from catalog.validation.records import CheckedRecord
from catalog.validation.relations import Known, check_cycles, check_references
from catalog.validation.replications import check_circles, origins_of
from catalog.validation.rules import NASIONAL
from catalog.validation.shapes import Reference
from catalog.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Validated:
    """The catalogue of the records without errors, and every problem, sorted."""

    catalog: Catalog
    problems: tuple[Problem, ...]


def join_records(
    checked: Collection[CheckedRecord],
    vocabularies: Vocabularies,
    all_files: Collection[str],
    photos: frozenset[str] = frozenset(),
) -> Validated:
    """Apply the rules between records and return the catalogue of those without errors.

    ``all_files`` are the files of every record that exists, also of those that could not be read: a link to a faulty
    record is not also a broken link. ``photos`` are the paths of photos beside the entries.
    """
    known = Known(
        entri=frozenset(
            file.removeprefix("innovations/").removesuffix(".md") for file in all_files if file[-3:] == ".md"
        ),
        perangkat_daerah={one.wilayah: one.kantor for one in checked if one.kantor},
        wilayah=frozenset(vocabularies.wilayah),
        foto=photos,
    )
    problems = [p for one in checked for p in one.problems]
    for one in checked:
        problems.extend(check_references(one.berkas, one.references, known))
    problems.extend(check_cycles(_parents(checked)))
    origins = (origins_of(f"{one.wilayah}/{one.slug}", one.berkas, one.references) for one in checked)
    problems.extend(check_circles(row for rows in origins for row in rows))
    problems.extend(_regions_without_profile(checked, all_files))
    faulty = {p.berkas for p in problems if p.is_error}
    valid = [one for one in checked if not one.has_error and one.berkas not in faulty]
    entries = [(one.entri, one) for one in valid if one.entri is not None]
    problems.extend(find_duplicates(entries))
    catalog = make_catalog((entri for entri, _ in entries), _make_regions(valid, vocabularies), vocabularies)
    return Validated(catalog, sort_problems(problems))


def _parents(checked: Iterable[CheckedRecord]) -> dict[str, tuple[str, Reference]]:
    return {
        f"{one.wilayah}/{one.slug}": (one.berkas, ref)
        for one in checked
        for ref in one.references
        if ref.jalur == ("bagian_dari",)
    }


def _regions_without_profile(checked: Iterable[CheckedRecord], all_files: Iterable[str]) -> list[Problem]:
    """Return one problem per region that has no ``wilayah.yml``, at its first record."""
    profiled = {file.split("/")[-2] for file in all_files if file.endswith("/wilayah.yml")} | {NASIONAL}
    first: dict[str, CheckedRecord] = {}
    for one in checked:
        if one.wilayah not in profiled:
            first.setdefault(one.wilayah, one)
    return [
        problem("wilayah-tanpa-profil", berkas=one.berkas, baris=1, kolom=1, ditemukan=wilayah, wilayah=wilayah)
        for wilayah, one in first.items()
    ]


def _make_regions(valid: Iterable[CheckedRecord], vocabularies: Vocabularies) -> list[Daerah]:
    """Return one region per folder with a valid record, also where its profile is missing or faulty."""
    by_wilayah: dict[str, list[CheckedRecord]] = {}
    for one in valid:
        if one.rekaman is not None:
            by_wilayah.setdefault(one.wilayah, []).append(one)
    return [_make_region(id, rows, vocabularies) for id, rows in by_wilayah.items()]


def _make_region(id: str, records: list[CheckedRecord], vocabularies: Vocabularies) -> Daerah:
    listed = vocabularies.wilayah.get(id)
    parts: dict[str, object] = {"nama": listed.nama if listed else "Nasional"}
    parts["naskah"] = {one.berkas.rpartition("/")[2]: one.naskah for one in records if one.naskah}
    rows: list[Any] = [one.rekaman for one in records]  # each register has its own list
    for row in rows:
        if isinstance(row, ProfilWilayah):
            parts["profil"] = row
        elif isinstance(row, RegisterPerangkatDaerah):
            parts["opd_lengkap"] = row.lengkap
            parts["perangkat_daerah"] = {office.id or make_slug(office.nama): office for office in row.daftar}
        elif type(row) in _REGISTER_PART:
            parts[_REGISTER_PART[type(row)]] = row.daftar
    return Daerah(id=id, **parts)  # type: ignore[arg-type]


_REGISTER_PART: dict[type[Rekaman], str] = {
    RegisterIndeks: "indeks",
    RegisterAngka: "angka",
    RegisterKunjungan: "kunjungan",
    RegisterPameran: "pameran",
    RegisterPenghargaan: "penghargaan",
    RegisterLab: "lab",
}
