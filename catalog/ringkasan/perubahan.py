"""A change as values: which entries it adds, alters and deletes, what each was and is, and what is said of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from catalog.bukti import measure_bukti
from catalog.catalog import Catalog, Entri
from catalog.history import Changes, read_old
from catalog.inputs import Inputs
from catalog.judging import Judged, check_data, counts_file
from catalog.kelengkapan import Kelengkapan, measure_kelengkapan
from catalog.model import REGISTER, Inovasi
from catalog.problems import Problem
from catalog.progress import Progress, silent
from catalog.reading import parse_record, read_record, read_text
from catalog.record_text import NOTHING, Lebih, lost_between
from catalog.saran import Mirip, NameIndex
from catalog.validation import check_record
from catalog.vocabularies import Vocabularies

DATA = "innovations/"


@dataclass(frozen=True, slots=True)
class Keadaan:
    """What is computed of an entry at one moment."""

    nama: str
    kelengkapan: Kelengkapan
    bukti: str


@dataclass(frozen=True, slots=True)
class EntriBerubah:
    """One entry that the change touched.

    ``lama`` is None for a new entry and for one that could not be read before, ``baru`` for a deleted or faulty one;
    ``ada_lama`` and ``ada_baru`` say whether the file was and is there. ``hilang`` are comments and unknown isian that
    the file had before: who edits on the website does not see them, and rarely means to delete them.
    """

    berkas: str
    ada_lama: bool
    ada_baru: bool
    lama: Keadaan | None
    baru: Keadaan | None
    entri: Entri | None
    problems: tuple[Problem, ...]
    saran: tuple[Problem, ...]
    mirip: tuple[Mirip, ...]
    hilang: Lebih


@dataclass(frozen=True, slots=True)
class Perubahan:
    """All that a change did: entries and other files of the data, each by file; ``lain`` are files elsewhere.

    ``problems`` are those of the other files, ``di_luar`` counts errors that the change cannot be blamed for.
    ``hilang`` is what other files of the data lost, as (file, what).
    """

    entri: tuple[EntriBerubah, ...]
    berkas_data: tuple[str, ...]
    lain: tuple[str, ...]
    problems: tuple[Problem, ...]
    di_luar: int
    catalog: Catalog
    hilang: tuple[tuple[str, Lebih], ...]

    @property
    def jumlah_kesalahan(self) -> int:
        """How many errors count."""
        own = sum(1 for p in self.problems if p.is_error)
        return own + sum(1 for one in self.entri for p in one.problems if p.is_error)


def look_at_change(inputs: Inputs, changes: Changes, progress: Progress = silent) -> Perubahan:
    """Return what ``changes`` do; the whole catalogue is read, for the names in other regions."""
    judged = check_data(inputs, changes, progress=progress, with_saran=True)
    touched = sorted(path for path in changes.berkas if path.startswith(DATA))
    files = [path for path in touched if _is_entry(path)]
    names = NameIndex(judged.catalog)
    told = {path: _entry(path, inputs, changes, judged, names) for path in files}
    return Perubahan(
        entri=tuple(told.values()),
        berkas_data=tuple(path for path in touched if path not in told),
        lain=tuple(sorted(path for path in changes.berkas if not path.startswith(DATA))),
        problems=tuple(p for p in judged.problems if p.berkas not in told),
        di_luar=judged.lain,
        catalog=judged.catalog,
        hilang=tuple(_losses((path for path in touched if path.endswith(".yml")), inputs, changes)),
    )


def _losses(paths: Iterable[str], inputs: Inputs, changes: Changes) -> Iterator[tuple[str, Lebih]]:
    for path in paths:
        if path not in changes.terhapus and (lost := _lost(path, inputs, read_old(inputs.root, changes.dasar, path))):
            yield path, lost


def _lost(path: str, inputs: Inputs, old: bytes | None) -> Lebih:
    """Return the comments and unknown isian that a file had before and has no more."""
    before = read_text(old, path)[0] if old is not None else None
    after, _ = read_record(inputs.root, path)
    return lost_between(before, after.naskah, path) if before is not None and after is not None else NOTHING


def read_state(data: bytes, berkas: str, vocabularies: Vocabularies) -> Keadaan | None:
    """Return what an entry's file, given as bytes, comes to; None when it is faulty alone."""
    text, _ = read_text(data, berkas)
    record = parse_record(text, berkas)[0] if text is not None else None
    if record is None:
        return None
    checked = check_record(record, vocabularies)
    if checked.has_error or not isinstance(checked.rekaman, Inovasi):
        return None
    badan, inovasi = checked.badan, checked.rekaman
    sections = {"masalah": badan.masalah, "cara_kerja": badan.cara_kerja, "hasil": badan.hasil}
    return Keadaan(
        nama=inovasi.nama,
        kelengkapan=measure_kelengkapan(inovasi, sections | {"pelajaran": badan.pelajaran}),
        bukti=measure_bukti(inovasi, has_body=bool(badan)),
    )


def _is_entry(path: str) -> bool:
    parts = path.split("/")
    return len(parts) == 3 and path.endswith(".md") and parts[2] not in REGISTER and parts[2] != "README.md"


def _entry(path: str, inputs: Inputs, changes: Changes, judged: Judged, names: NameIndex) -> EntriBerubah:
    old = read_old(inputs.root, changes.dasar, path)
    entri = judged.catalog.find(path.removeprefix(DATA).removesuffix(".md"))
    problems = tuple(p for p in judged.problems if p.berkas == path)
    if any(p.is_error for p in problems) or not counts_file(path, changes, None):
        entri = None
    return EntriBerubah(
        berkas=path,
        ada_lama=old is not None,
        ada_baru=path not in changes.terhapus,
        lama=read_state(old, path, judged.catalog.vocabularies) if old is not None else None,
        baru=Keadaan(entri.nama, entri.kelengkapan, entri.bukti) if entri else None,
        entri=entri,
        problems=problems,
        saran=tuple(p for p in judged.saran if p.berkas == path),
        mirip=names.of(entri) if entri else (),
        hilang=_lost(path, inputs, old) if path not in changes.terhapus else NOTHING,
    )
