"""The shared cases of the validator, ``validator-cases/*.yml``: one value in one isian, and the codes it must give.

Python and the form in Chromium get the same cases. A group is ``isian`` (path, list items counted from 0), ``berkas``
(the file it stands in; an entry without it), ``dasar`` (other isian of the record), ``baik`` (values without a fault)
and ``salah`` (code, or codes with blanks between, → values). A value is a text, a list or a mapping;
``(tidak diisi)`` leaves the isian out. Every value is read as the text that stands there.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from catalog.model import REGISTER, Inovasi
from catalog.problems import Problem
from catalog.reading import parse_record
from catalog.record_text import write_entry, write_register
from catalog.validation import check_record
from catalog.validation.relations import Known, check_references
from catalog.vocabularies import Vocabularies

FOLDER = Path(__file__).parent / "validator-cases"

ABSENT = "(tidak diisi)"
KNOWN = {
    "entri": ["kab-blora/samin-119", "kab-grobogan/contoh", "kab-contoh/bank-sampah"],
    "kantor": ["dinas-kesehatan", "bapperida"],
    "foto": ["gedung.jpg"],
}
"""What can be referred to in every case."""

_WILAYAH = "kab-blora"
_SLUG = "kasus-uji"
_ENTRY: dict[str, Any] = {
    "nama": "Kasus uji",
    "urusan": ["kesehatan"],
    "ringkasan": "Ambulans gratis yang dipanggil lewat satu nomor.",
    "sumber": [{"id": "berita", "judul": "Judul berita", "penerbit": "contoh.id"}],
}
_SOURCE = [{"id": "berita", "judul": "Judul berita", "penerbit": "contoh.id"}]
_REGISTERS: dict[str, dict[str, Any]] = {
    "wilayah.yml": {
        "kode": "33.16",
        "nama": "Kabupaten Blora",
        "jenis": "kabupaten",
        "provinsi": "Jawa Tengah",
        "sumber": _SOURCE,
    },
    "perangkat_daerah.yml": {"lengkap": "tidak", "daftar": [{"nama": "Dinas Kesehatan"}]},
    "kunjungan.yml": {
        "daftar": [
            {
                "tuan_rumah": "kab-blora",
                "tamu": "kab-rembang",
                "jenis": "studi-tiru",
                "topik": "Stunting",
                "sumber": _SOURCE,
            }
        ]
    },
    "pameran.yml": {"daftar": [{"nama": "Pameran", "tanggal": "2024-10", "sumber": _SOURCE}]},
    "indeks.yml": {"daftar": [{"indeks": "IID", "sumber": _SOURCE}]},
    "angka.yml": {"daftar": [{"tahun": "2021", "ukuran": "inovasi", "nilai": "10", "sumber": _SOURCE}]},
}


@dataclass(frozen=True, slots=True)
class Case:
    """One record with one value under test; ``kode`` are the codes it must give, sorted."""

    nama: str
    berkas: str
    data: dict[str, Any]
    badan: dict[str, str]
    kode: tuple[str, ...]

    @property
    def kelas(self) -> type[Any]:
        """The record's class."""
        return REGISTER.get(self.berkas, Inovasi)

    def for_browser(self) -> dict[str, Any]:
        """The record as the form's validator takes it."""
        return {
            "kelas": self.kelas.__name__,
            "wilayah": _WILAYAH,
            "slug": _SLUG,
            "data": self.data,
            "badan": self.badan,
        }


def make_case(name: str, berkas: str, base: dict[str, Any], path: str, value: Any, codes: str = "") -> Case:
    """Return the case of ``value`` at ``path`` (steps with dots) of a small sound record with ``base`` added."""
    data = copy.deepcopy(_REGISTERS[berkas] if berkas else _ENTRY)
    badan: dict[str, str] = {}
    data.update(copy.deepcopy(base))
    steps = path.split(".")
    if steps[0] == "badan":
        badan[steps[1]] = value
    else:
        _put(data, [int(step) if step.isdigit() else step for step in steps], value)
    return Case(name, berkas, data, badan, tuple(sorted(codes.split())))


def _put(data: Any, steps: list[str | int], value: Any) -> None:
    for step, following in pairwise(steps):
        if isinstance(step, int):
            while len(data) <= step:
                data.append([] if isinstance(following, int) else {})
            data = data[step]
        else:
            data = data.setdefault(step, [] if isinstance(following, int) else {})
    last = steps[-1]
    if isinstance(last, int):
        data[last:] = [value]
    elif value == ABSENT:
        data.pop(last, None)
    else:
        data[last] = value


@cache
def load_cases() -> tuple[Case, ...]:
    """Return every case of the folder, ordered by file."""
    return tuple(case for path in sorted(FOLDER.glob("*.yml")) for case in _cases_of(path))


def _cases_of(path: Path) -> Iterator[Case]:
    for number, group in enumerate(yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)):
        told = {"": group.get("baik", []), **group.get("salah", {})}
        for codes, values in told.items():
            for place, value in enumerate(values):
                name = f"{path.stem}-{number}-{group['isian']}-{codes or 'baik'}-{place}"
                yield make_case(name, group.get("berkas", ""), group.get("dasar", {}), group["isian"], value, codes)


def text_of(case: Case) -> str:
    """The file that would be written of the case."""
    if case.berkas:
        return write_register(case.data, case.kelas).text
    return write_entry(case.data, case.badan).text


def judge(case: Case, vocabularies: Vocabularies) -> tuple[Problem, ...]:
    """What the check of the command line says of the case's file, references included."""
    berkas = f"innovations/{_WILAYAH}/{case.berkas or f'{_SLUG}.md'}"
    record, problems = parse_record(text_of(case), berkas)
    if record is None:
        return problems
    checked = check_record(record, vocabularies)
    known = Known(
        entri=frozenset(KNOWN["entri"]),
        perangkat_daerah={_WILAYAH: frozenset(KNOWN["kantor"])},
        wilayah=frozenset(vocabularies.wilayah),
        foto=frozenset(f"innovations/{_WILAYAH}/{_SLUG}/{name}" for name in KNOWN["foto"]),
    )
    return (*problems, *checked.problems, *check_references(berkas, checked.references, known))


def sentences(problem: Problem | dict[str, str]) -> tuple[str, ...]:
    """What a fault says, without its place: the form has no lines."""
    names = ("kode", "tingkat", "pesan", "ditemukan", "seharusnya", "perbaiki")
    if isinstance(problem, dict):
        return tuple(problem[name] for name in names)
    return tuple(str(getattr(problem, name)) for name in names)
