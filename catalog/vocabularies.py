"""The closed lists of the catalogue, read from vocabularies/ into typed rows looked up by id.

The files are our own and trusted, so a fault in one is an exception for us, not a ``Problem`` for a
contributor. Comparing entries with these lists is the work of validation.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast

import yaml

from catalog.iid import Edisi, EditionError, load_editions
from catalog.iid.kipp import BentukKipp, load_forms
from catalog.kalender import HARI, Kalender
from catalog.kesiapan import Bagian, PartError, make_part
from catalog.masalah import DoorError, Masalah, check_doors, make_door
from catalog.model.umum import AturanKunjungan
from catalog.peta.garis import Garis, read_outline
from catalog.refusal import Refusal

_OWN_FILE = """
    urusan bentuk tahapan inisiator jenis klasifikasi status jenis_perangkat_daerah tahap_replikasi jenis_kunjungan moda
    kriteria lab jenis_biaya sifat_biaya jenis_wilayah kesiapan
"""
ISTILAH = {"kelompok": "kelompok_urusan", **{name: name for name in _OWN_FILE.split()}}
"""Lists of terms whose change a build follows term by term: attribute of ``Vocabularies`` → name of the file.

The checking of a sound record asks of them whether an id is there, and nothing else.
"""

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_KODE_URUSAN = re.compile(r"(?:\d\.\d\d)?")
_KODE_WILAYAH = re.compile(r"\d\d(?:\.\d\d)?")
_JENIS_WILAYAH = {"provinsi": "prov-", "kabupaten": "kab-", "kota": "kota-"}
_YA_TIDAK = {"ya": True, "tidak": False}
_MAY_BE_EMPTY = {"kode"}


class VocabularyError(Refusal):
    """A vocabulary file is missing or broken; the message, in Indonesian, starts with the file's path."""


@dataclass(frozen=True, slots=True)
class Istilah:
    """One term of a closed list."""

    id: str
    nama: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class Urusan:
    """One of the 38 affairs of the national innovation form.

    ``kode`` is its code in the budget nomenclature ("2.12"), '' for the one that has none; ``singkat`` is a
    short everyday label; ``kelompok`` is an id of ``Vocabularies.kelompok``.
    """

    id: str
    kode: str
    nama: str
    singkat: str
    kelompok: str
    penjelasan: str


@dataclass(frozen=True, slots=True)
class JenisPerangkatDaerah:
    """A kind of office or owner; ``perangkat_daerah``: is it a regional apparatus by PP 18/2016."""

    id: str
    nama: str
    perangkat_daerah: bool
    penjelasan: str


@dataclass(frozen=True, slots=True)
class WilayahKode:
    """A province, kabupaten or kota.

    ``kode`` is "33" or "33.16", ``jenis`` provinsi, kabupaten or kota; ``provinsi`` is the code of its
    province, for a province its own.
    """

    kode: str
    id: str
    nama: str
    jenis: str
    provinsi: str


@dataclass(frozen=True, slots=True)
class Keterangan:
    """What a list is called, and on what it rests."""

    judul: str
    dasar: str


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """Every closed list, each a dict from id to row in the order of its file."""

    kelompok: dict[str, Istilah]
    urusan: dict[str, Urusan]
    bentuk: dict[str, Istilah]
    tahapan: dict[str, Istilah]
    inisiator: dict[str, Istilah]
    jenis: dict[str, Istilah]
    klasifikasi: dict[str, Istilah]
    status: dict[str, Istilah]
    bukti: dict[str, Istilah]
    jenis_perangkat_daerah: dict[str, JenisPerangkatDaerah]
    tahap_replikasi: dict[str, Istilah]
    jenis_kunjungan: dict[str, Istilah]
    moda: dict[str, Istilah]
    kriteria: dict[str, Istilah]
    lab: dict[str, Istilah]
    jenis_biaya: dict[str, Istilah]
    sifat_biaya: dict[str, Istilah]
    jenis_wilayah: dict[str, Istilah]
    kelompok_masalah: dict[str, Istilah]
    masalah: dict[str, Masalah]
    wilayah: dict[str, WilayahKode]
    wilayah_by_kode: dict[str, WilayahKode]
    kode_kabupaten: frozenset[str]
    """Codes of kabupaten and kota without the dot, "3316": the first four digits of a NIK."""
    kesiapan: dict[str, Bagian]
    """The parts of "Siap direplikasi?"."""
    keterangan: dict[str, Keterangan]
    """Title and legal ground of each YAML list, by the name of its file without '.yml'."""
    garis: Garis
    """The outline of the country by province, for maps."""
    hari: dict[str, Istilah]
    kalender: Kalender
    """Holidays and working days."""
    praktik_kunjungan: AturanKunjungan
    """What hosts usually ask of guests, where their own rules are not known; its ground is in ``keterangan``."""
    iid: dict[int, Edisi]
    """Editions of the innovation index by year, the newest first."""
    kipp: dict[str, BentukKipp]
    """Forms of the proposal for the public-service contest."""


class _Row(Protocol):
    @property
    def id(self) -> str: ...


_R = TypeVar("_R", bound=_Row)
_T = TypeVar("_T")


def load_vocabularies(folder: Path) -> Vocabularies:
    """Read every list in ``folder`` (the repository's vocabularies/).

    Raises:
        VocabularyError: a file is missing or unreadable, has other keys than its rows need, an id that is not
            a slug, an id or code twice, or points at a row that does not exist.
    """
    keterangan: dict[str, Keterangan] = {}

    def read(name: str, row: Callable[..., _R]) -> dict[str, _R]:
        path = folder / f"{name}.yml"
        keterangan[name], records = _read_list(path)
        return _by_id(path, (_make_row(path, row, record) for record in records))

    kelompok = read("kelompok_urusan", Istilah)
    urusan = read("urusan", Urusan)
    _check_urusan(folder / "urusan.yml", urusan, kelompok)
    kelompok_masalah = read("kelompok_masalah", Istilah)
    keterangan["masalah"], masalah = _read_doors(folder / "masalah.yml", kelompok_masalah, urusan)
    wilayah = _read_wilayah(folder / "wilayah.csv")
    return Vocabularies(
        kelompok=kelompok,
        urusan=urusan,
        bentuk=read("bentuk", Istilah),
        tahapan=read("tahapan", Istilah),
        inisiator=read("inisiator", Istilah),
        jenis=read("jenis", Istilah),
        klasifikasi=read("klasifikasi", Istilah),
        status=read("status", Istilah),
        bukti=read("bukti", Istilah),
        jenis_perangkat_daerah=read("jenis_perangkat_daerah", JenisPerangkatDaerah),
        tahap_replikasi=read("tahap_replikasi", Istilah),
        jenis_kunjungan=read("jenis_kunjungan", Istilah),
        moda=read("moda", Istilah),
        kriteria=read("kriteria", Istilah),
        lab=read("lab", Istilah),
        jenis_biaya=read("jenis_biaya", Istilah),
        sifat_biaya=read("sifat_biaya", Istilah),
        jenis_wilayah=read("jenis_wilayah", Istilah),
        kelompok_masalah=kelompok_masalah,
        masalah=masalah,
        kesiapan=_read_parts(folder / "kesiapan.yml", keterangan),
        wilayah=wilayah,
        wilayah_by_kode={row.kode: row for row in wilayah.values()},
        kode_kabupaten=frozenset(row.kode.replace(".", "") for row in wilayah.values() if "." in row.kode),
        keterangan=keterangan,
        garis=_read_garis(folder / "garis_indonesia.json"),
        hari=_read_days(folder / "hari.yml", read("hari", Istilah)),
        kalender=_read_calendar(folder / "libur.yml", keterangan),
        praktik_kunjungan=_read_practice(folder / "praktik_kunjungan.yml", keterangan),
        iid=_read_edition_file(load_editions, folder / "iid"),
        kipp=_read_edition_file(load_forms, folder / "kipp" / "proposal.yml"),
    )


def _read_edition_file(load: Callable[[Path], _T], path: Path) -> _T:
    try:
        return load(path)
    except EditionError as fault:
        raise VocabularyError(str(fault)) from None


def _read_days(path: Path, days: dict[str, Istilah]) -> dict[str, Istilah]:
    _require(tuple(days) == HARI, path, f"`daftar` harus memuat {', '.join(HARI)}, berurutan")
    return days


def _read_calendar(path: Path, keterangan: dict[str, Keterangan]) -> Kalender:
    """Holidays of the years that are decided in full, and those of every year."""
    content = _read_content(path, ("judul", "dasar", "tetap", "tahun"))
    keterangan["libur"] = Keterangan(content["judul"], content["dasar"])
    libur: dict[str, str] = {}
    years = set()
    for row in content["tahun"]:
        _require(
            isinstance(row, dict) and str(row.get("tahun", "")).isdecimal(), path, "baris `tahun` tanpa angka tahun"
        )
        years.add(int(row["tahun"]))
        for key, word in (("libur_nasional", "libur nasional"), ("cuti_bersama", "cuti bersama")):
            for day, name in row[key].items():
                belongs = _is_date(day) and day.startswith(row["tahun"]) and day not in libur
                _require(belongs, path, f"tanggal `{day}` pada tahun {row['tahun']} keliru atau ditulis dua kali")
                libur[day] = f"{word} ({name})"
    tetap = {day: f"libur nasional ({name})" for day, name in content["tetap"].items()}
    for day in tetap:
        _require(_is_date(f"2000-{day}"), path, f"tanggal tetap `{day}` harus seperti 08-17")
    return Kalender(libur, tetap, frozenset(years))


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _read_practice(path: Path, keterangan: dict[str, Keterangan]) -> AturanKunjungan:
    content = _read_content(path, ("judul", "dasar", "aturan"))
    keterangan["praktik_kunjungan"] = Keterangan(content["judul"], content["dasar"])
    try:
        rules = AturanKunjungan.model_validate(content["aturan"])
    except ValueError as error:
        raise VocabularyError(f"{path}: `aturan` tidak terbaca ({error})") from error
    unknown = set(rules.model_extra or ()) | (set(rules.hari_terima) - set(HARI))
    _require(not unknown, path, f"`aturan` memuat yang tidak dikenal: {', '.join(sorted(unknown))}")
    return rules


def _read_garis(path: Path) -> Garis:
    try:
        return read_outline(path)
    except (OSError, ValueError, KeyError) as error:
        raise VocabularyError(f"{path}: garis peta tidak terbaca ({error})") from error


class _TextLoader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]  # C where libyaml is present
    """Reads YAML and keeps every scalar the text that was typed; a key written twice is refused."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        mapping: dict[Any, Any] = super().construct_mapping(node, deep=deep)
        if len(mapping) != len(node.value):
            raise yaml.MarkedYAMLError(problem="kunci ditulis dua kali", problem_mark=node.start_mark)
        return mapping


def _require(holds: bool, path: Path, otherwise: str) -> None:
    if not holds:
        raise VocabularyError(f"{path}: {otherwise}")


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise VocabularyError(f"{path}: berkas tidak ada") from None
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: berkas tidak dapat dibaca ({error})") from error


def _read_list(path: Path) -> tuple[Keterangan, list[dict[str, str]]]:
    """Title and ground of one YAML list, and its records as they stand."""
    content = _read_content(path, ("judul", "dasar", "daftar"))
    records = content["daftar"]
    _require(isinstance(records, list) and bool(records), path, "`daftar` kosong atau bukan daftar")
    return Keterangan(content["judul"], content["dasar"]), records


def _read_content(path: Path, keys: tuple[str, ...]) -> dict[str, Any]:
    """The values of a file of ours that holds exactly these keys; judul and dasar are filled texts."""
    try:
        content = yaml.load(_read_text(path), _TextLoader)  # noqa: S506  it builds nothing but text
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path}: YAML tidak terbaca ({error})") from error
    holds = isinstance(content, dict) and set(content) == set(keys)
    _require(holds, path, f"berkas harus memuat {', '.join(keys[:-1])}, dan {keys[-1]}, tidak lebih")
    for key in ("judul", "dasar"):
        is_filled = isinstance(content[key], str) and bool(content[key])
        _require(is_filled, path, f"`{key}` kosong atau bukan teks")
    return cast(dict[str, Any], content)


def _make_row(path: Path, row: Callable[..., _R], record: dict[str, str]) -> _R:
    """The typed row of one record, whose keys are exactly the row's fields and whose values are text."""
    names = [field.name for field in fields(row)]  # type: ignore[arg-type]  # every row class is a dataclass
    _require(isinstance(record, dict), path, "isi `daftar` harus berupa isian, bukan teks")
    shown = record.get("id", "tanpa id")
    _require(set(record) == set(names), path, f"baris `{shown}` harus memuat {', '.join(names)}, tidak lebih")
    for name, value in record.items():
        filled = isinstance(value, str) and (bool(value) or name in _MAY_BE_EMPTY)
        _require(filled, path, f"`{name}` pada baris `{shown}` kosong atau bukan teks")
    _check_id(path, shown)
    values: dict[str, Any] = dict(record)
    if "perangkat_daerah" in values:
        answer = _YA_TIDAK.get(record["perangkat_daerah"])
        _require(answer is not None, path, f"`perangkat_daerah` pada baris `{shown}` harus ya atau tidak")
        values["perangkat_daerah"] = answer
    return row(**values)


def _check_id(path: Path, row_id: str) -> None:
    is_slug = _SLUG.fullmatch(row_id) is not None
    _require(is_slug, path, f"id `{row_id}` harus huruf kecil, angka, dan tanda hubung")


def _by_id(path: Path, rows: Iterable[_R]) -> dict[str, _R]:
    found: dict[str, _R] = {}
    for row in rows:
        _require(row.id not in found, path, f"id `{row.id}` ditulis dua kali")
        found[row.id] = row
    return found


def _check_urusan(path: Path, urusan: dict[str, Urusan], kelompok: dict[str, Istilah]) -> None:
    seen: set[str] = set()
    for row in urusan.values():
        known = row.kelompok in kelompok
        _require(known, path, f"kelompok `{row.kelompok}` tidak ada di kelompok_urusan.yml")
        _require(_KODE_URUSAN.fullmatch(row.kode) is not None, path, f"kode `{row.kode}` harus seperti 2.12")
        _require(not row.kode or row.kode not in seen, path, f"kode `{row.kode}` ditulis dua kali")
        seen.add(row.kode)


def _read_doors(
    path: Path, kelompok: dict[str, Istilah], urusan: dict[str, Urusan]
) -> tuple[Keterangan, dict[str, Masalah]]:
    about, records = _read_list(path)
    try:
        doors = _by_id(path, [make_door(record) for record in records])
        check_doors(doors, kelompok, urusan)
    except DoorError as fault:
        raise VocabularyError(f"{path}: {fault}") from None
    return about, doors


def _read_parts(path: Path, keterangan: dict[str, Keterangan]) -> dict[str, Bagian]:
    keterangan["kesiapan"], records = _read_list(path)
    try:
        return _by_id(path, [make_part(record) for record in records])
    except PartError as fault:
        raise VocabularyError(f"{path}: {fault}") from None


def _read_wilayah(path: Path) -> dict[str, WilayahKode]:
    """The rows of wilayah.csv by id, in its order; every province stands before its kabupaten and kota."""
    header, *lines = list(csv.reader(_read_text(path).splitlines())) or [[]]
    columns = [field.name for field in fields(WilayahKode)]
    _require(header == columns, path, f"baris pertama harus {','.join(columns)}")
    rows: list[WilayahKode] = []
    known: set[str] = set()
    for number, line in enumerate(lines, start=2):
        is_full = len(line) == len(columns) and all(line)
        _require(is_full, path, f"baris {number} harus berisi {len(columns)} kolom")
        rows.append(WilayahKode(*line))
        _check_wilayah(path, rows[-1], known)
        known.add(rows[-1].kode)
    return _by_id(path, rows)


def _check_wilayah(path: Path, row: WilayahKode, known: set[str]) -> None:
    """One row against itself and against the codes read before it."""
    _check_id(path, row.id)
    prefix = _JENIS_WILAYAH.get(row.jenis)
    _require(prefix is not None, path, f"jenis `{row.jenis}` harus provinsi, kabupaten, atau kota")
    _require(row.id.startswith(prefix or ""), path, f"id `{row.id}` tidak cocok dengan jenis `{row.jenis}`")
    is_code = _KODE_WILAYAH.fullmatch(row.kode) is not None
    _require(is_code, path, f"kode `{row.kode}` harus seperti 33 atau 33.16")
    _require(row.kode not in known, path, f"kode `{row.kode}` ditulis dua kali")
    is_province = row.jenis == "provinsi"
    fits = is_province == ("." not in row.kode)
    _require(fits, path, f"kode `{row.kode}` tidak cocok dengan jenis `{row.jenis}`")
    belongs = row.provinsi == row.kode[:2] and (is_province or row.provinsi in known)
    _require(belongs, path, f"provinsi `{row.provinsi}` salah atau belum ada di atas baris `{row.kode}`")
