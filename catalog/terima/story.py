"""The order of receiving: read each file, find its place, check all of it together, and only then write.

Every new text is put beside the files that exist and judged as the whole catalogue would judge it; with one error among
the new files nothing is written.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from catalog.catalog import Catalog, Entri
from catalog.inputs import Inputs
from catalog.isi import find_photos
from catalog.load import check_file
from catalog.problems import Problem
from catalog.progress import Progress, silent
from catalog.reading import parse_record, walk_innovations
from catalog.record_text import NOTHING, Lebih, keep_unseen, lost_between
from catalog.saran import NameIndex, advise, places_of
from catalog.terima.foto import Foto, is_photo, place_photos
from catalog.terima.membaca import Terbaca, read_incoming
from catalog.terima.pilihan import Ditolak, Pilihan
from catalog.validation import CheckedRecord, check_record, join_records
from catalog.vocabularies import Vocabularies, load_vocabularies

_CONTEXT = 2


@dataclass(frozen=True, slots=True)
class Kiriman:
    """One record that came: where it goes, what is there now, what would be there, and what is said of it.

    ``lama`` is None for a new file. ``sebelum`` and ``sesudah`` are the entry before and after, None where there is
    none or it is faulty. ``sisa`` is what the sender wrote and no isian takes. ``disimpan`` are comments and unknown
    isian of the file that the sender had not seen and that were kept, ``hilang`` those that could not be.
    """

    asal: str
    tujuan: str
    lama: str | None
    teks: str
    problems: tuple[Problem, ...]
    saran: tuple[Problem, ...]
    sebelum: Entri | None
    sesudah: Entri | None
    sisa: tuple[tuple[str, str], ...]
    disimpan: Lebih
    hilang: Lebih

    @property
    def beda(self) -> tuple[str, ...]:
        """The difference as a unified diff without its head; () for a new file or the same text."""
        if self.lama is None or self.lama == self.teks:
            return ()
        lines = difflib.unified_diff(self.lama.splitlines(), self.teks.splitlines(), lineterm="", n=_CONTEXT)
        return tuple(lines)[2:]

    @property
    def sudah_ada(self) -> bool:
        """True when another text is there already."""
        return self.lama is not None and self.lama != self.teks


@dataclass(frozen=True, slots=True)
class Diterima:
    """What came of the files; ``ditolak`` are (file, reason). ``ditulis`` says whether anything was written."""

    berkas: tuple[Kiriman, ...]
    foto: tuple[Foto, ...]
    ditolak: tuple[tuple[str, str], ...]
    ditulis: bool
    catalog: Catalog

    @property
    def bersih(self) -> bool:
        """True when nothing was refused and nothing is faulty."""
        return not self.ditolak and not any(p.is_error for one in self.berkas for p in one.problems)


def receive(inputs: Inputs, asked: Pilihan, progress: Progress = silent) -> Diterima:
    """Take the files of ``asked`` into the data; all or nothing."""
    vocabularies = load_vocabularies(inputs.root / "vocabularies")
    parent = inputs.innovations.parent
    files, _ = walk_innovations(parent)
    checked: dict[str, CheckedRecord] = {}
    for done, file in enumerate(files, start=1):
        record, _ = check_file(parent, file, vocabularies)
        if record is not None:
            checked[file] = record
        progress("membaca katalog", done, len(files))
    photos = find_photos(inputs.innovations)
    before = join_records(checked.values(), vocabularies, files, photos).catalog
    read, refused = _read_all(asked, files, before, vocabularies, parent)
    with tempfile.TemporaryDirectory() as folder:
        placed, more = place_photos([path for path in asked.berkas if is_photo(path)], read, Path(folder), parent)
        refused += more
        sent, after = _check_together(read, placed, checked, files, photos, before, vocabularies, parent)
        result = Diterima(sent, placed, tuple(refused), False, after)
        if not result.bersih or asked.hanya_lihat or (not asked.ganti and any(one.sudah_ada for one in sent)):
            return result
        _write(result, parent)
    return Diterima(sent, placed, tuple(refused), True, after)


def _read_all(
    asked: Pilihan, files: tuple[str, ...], catalog: Catalog, vocabularies: Vocabularies, parent: Path
) -> tuple[list[Terbaca], list[tuple[str, str]]]:
    read: dict[str, Terbaca] = {}
    refused: list[tuple[str, str]] = []
    for path in asked.berkas:
        if is_photo(path):
            continue
        try:
            one = read_incoming(path, asked, files, catalog, vocabularies, parent)
            if one.tujuan in read:
                raise Ditolak(f"{read[one.tujuan].asal} juga menuju {one.tujuan}. Kirim satu saja, atau beri --nama.")
            read[one.tujuan] = one
        except Ditolak as refusal:
            refused.append((str(path), str(refusal)))
    return list(read.values()), refused


def _check_together(
    read: list[Terbaca],
    placed: tuple[Foto, ...],
    checked: dict[str, CheckedRecord],
    files: tuple[str, ...],
    photos: frozenset[str],
    before: Catalog,
    vocabularies: Vocabularies,
    parent: Path,
) -> tuple[tuple[Kiriman, ...], Catalog]:
    originals = {one.tujuan: _read_text(parent / one.tujuan) for one in read}
    sent_texts = {one.tujuan: one.teks for one in read}
    read = [replace(one, teks=_with_unseen(originals[one.tujuan], one)) for one in read]
    records = dict(checked)
    faults: dict[str, tuple[Problem, ...]] = {}
    for one in read:
        record, faults[one.tujuan] = parse_record(one.teks, one.tujuan)
        records.pop(one.tujuan, None)
        if record is not None:
            records[one.tujuan] = check_record(record, vocabularies)
    all_files = {*files, *(one.tujuan for one in read)}
    all_photos = photos | {photo.tujuan for photo in placed}
    joined = join_records(records.values(), vocabularies, all_files, all_photos)
    names = NameIndex(joined.catalog)
    sent = []
    for one in read:
        id = one.tujuan.removeprefix("innovations/").removesuffix(".md")
        entri = joined.catalog.find(id)
        record, _ = parse_record(one.teks, one.tujuan)
        found = (*faults[one.tujuan], *(p for p in joined.problems if p.berkas == one.tujuan))
        old = originals[one.tujuan]
        sent.append(
            Kiriman(
                asal=one.asal,
                tujuan=one.tujuan,
                lama=old,
                teks=one.teks,
                problems=tuple(sorted(set(found))),
                saran=advise(entri, names, vocabularies, places_of(record)) if entri and record else (),
                sebelum=before.find(id),
                sesudah=entri,
                sisa=one.sisa,
                disimpan=lost_between(one.teks, sent_texts[one.tujuan], one.tujuan),
                hilang=lost_between(old, one.teks, one.tujuan) if old is not None else NOTHING,
            )
        )
    return tuple(sent), joined.catalog


def _with_unseen(old: str | None, one: Terbaca) -> str:
    return one.teks if old is None else keep_unseen(old, one.teks, one.tujuan)


def _read_text(path: Path) -> str | None:
    if path.is_symlink() or not path.is_file():
        return None
    return path.read_bytes().decode("utf-8", "replace")


def _write(result: Diterima, parent: Path) -> None:
    """Write every file beside its place first, then move all in: a full disk leaves nothing half-written."""
    waiting: list[tuple[Path, Path]] = []
    try:
        for one in result.berkas:
            if one.lama != one.teks:
                waiting.append(_beside(parent / one.tujuan, one.teks.encode("utf-8")))
        for photo in result.foto:
            waiting.append(_beside(parent / photo.tujuan, photo.bersih.read_bytes()))
        for temporary, target in waiting:
            temporary.replace(target)
    finally:
        for temporary, _ in waiting:
            temporary.unlink(missing_ok=True)


def _beside(target: Path, data: bytes) -> tuple[Path, Path]:
    if target.parent.is_symlink() or target.is_symlink():
        raise OSError(f"{target} is a link")  # the check refuses such a tree; never write through one
    target.parent.mkdir(exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(prefix=".terima-", dir=target.parent)
    with os.fdopen(descriptor, "wb") as file:
        file.write(data)
    waiting = Path(temporary)
    waiting.chmod(0o644)
    return waiting, target
