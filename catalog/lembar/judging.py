"""Which rows are taken over: each file judged alone, then among those that exist, until no row waits for a bad one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from catalog.lembar.assembling import without_faulty
from catalog.lembar.candidates import Calon
from catalog.lembar.drafts import Draf
from catalog.lembar.existing import Ada
from catalog.lembar.places import Temuan
from catalog.problems import Problem, problem
from catalog.progress import Progress, silent
from catalog.validation import CheckedRecord, join_records
from catalog.vocabularies import Vocabularies

_TWINS = frozenset({"entri-ganda", "entri-mirip"})


def judge(
    files: Iterable[Calon], existing: Ada, vocabularies: Vocabularies, progress: Progress = silent
) -> list[Calon]:
    """Return the files that can be written; every fault is noted on the draft that it is about.

    A file stays out when its row has an error, also when it refers to a new entry whose own row has one.
    """
    candidates = list(files)
    for number, calon in enumerate(candidates, start=1):
        _note(calon.check(vocabularies))
        progress("memeriksa", number, len(candidates))
    is_first = True
    while True:
        good = [one for calon in candidates if (one := _good_part(calon, vocabularies)) is not None]
        named = {calon.berkas for calon in (candidates if is_first else good)}
        if not _relate(good, named, existing, vocabularies) and not is_first:
            return good
        is_first = False


def _good_part(calon: Calon, vocabularies: Vocabularies) -> Calon | None:
    """Return what of a file can be written, None for nothing; a register loses its faulty rows."""
    if not calon.has_rows:
        return None if calon.baris[0].has_error or calon.diperiksa is None else calon
    if not any(draf.has_error for draf in calon.baris.values()):
        part = calon
    else:
        part = without_faulty(calon, lambda _, draf: draf.has_error)
        _note(part.check(vocabularies))
    return part if part.baris and part.diperiksa is not None else None


def _note(found: Iterable[tuple[Draf, Temuan]]) -> bool:
    """Add findings to their drafts and return whether one of them is a new error.

    A cell that cannot be read (a formula, say) is not also told to be empty.
    """
    is_new = False
    for draf, temuan in found:
        if temuan.masalah.kode == "isian-wajib-tidak-ada" and any(
            one.sel == temuan.sel and one.masalah.kode.startswith("sel-") for one in draf.temuan
        ):
            continue
        if temuan not in draf.temuan:
            draf.temuan.append(temuan)
            is_new = is_new or temuan.is_error
    return is_new


def _relate(good: list[Calon], named: set[str], existing: Ada, vocabularies: Vocabularies) -> bool:
    """Apply the rules between records and return whether a row fell to one of them."""
    by_file = {calon.berkas: calon for calon in good}
    checked: list[CheckedRecord] = [
        one.diperiksa for path, one in existing.berkas.items() if path not in by_file and one.diperiksa is not None
    ]
    checked.extend(calon.diperiksa for calon in good if calon.diperiksa is not None)
    problems = join_records(checked, vocabularies, existing.semua | named, existing.foto).problems
    fell = False
    for fault in problems:
        for calon in _about(fault, by_file):
            said = _turned(fault, calon)
            if said not in calon.masalah:
                fell = _note(calon.locate(said)) or fell
        if fault.kode == "wilayah-tanpa-profil":
            drafts = [d for calon in good for d in calon.baris.values() if d.wilayah == fault.ditemukan]
            fell = _note((draf, Temuan(draf.kepala, fault)) for draf in drafts) or fell
    return fell


def _about(fault: Problem, by_file: dict[str, Calon]) -> list[Calon]:
    """Return the files of the workbook that a fault is about; of two alike entries it names the later one only."""
    if fault.kode == "wilayah-tanpa-profil":
        return []
    if fault.kode in _TWINS:
        names = (fault.berkas, *(word.strip("`;,") for word in fault.perbaiki.split()))
        return [by_file[name] for name in dict.fromkeys(names) if name in by_file]
    return [by_file[fault.berkas]] if fault.berkas in by_file else []


def _turned(fault: Problem, calon: Calon) -> Problem:
    """Return the warning of two alike entries as the other one of them would get it."""
    if fault.kode not in _TWINS or fault.berkas == calon.berkas:
        return fault
    line, column = calon.diperiksa.tempat_nama if calon.diperiksa else (1, 1)
    nama = str(calon.data.get("nama") or PurePosixPath(calon.berkas).stem)
    return problem(fault.kode, berkas=calon.berkas, baris=line, kolom=column, ditemukan=nama, lain=fault.berkas)
