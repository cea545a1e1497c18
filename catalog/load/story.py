"""From files to the validated catalogue: reads and checks records side by side, joins them in one place."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.berdampingan import workers
from catalog.catalog import Catalog
from catalog.inputs import Inputs
from catalog.isi import Digests, Listing, list_now
from catalog.load.berkas import check_file
from catalog.load.tersimpan import Kept, Shard, photo_mark, read_shards
from catalog.masalah import check_picks
from catalog.photos import check_photo
from catalog.problems import Problem, sort_problems
from catalog.progress import Progress, silent
from catalog.validation import CheckedRecord, join_records
from catalog.vocabularies import Vocabularies, load_vocabularies

if TYPE_CHECKING:
    from catalog.load.sari import Sari

_CHUNK = 100
_ALONE = 1500
"""Up to so many files, starting processes costs more than it saves."""

_FEW_PHOTOS = 40


@dataclass(frozen=True, slots=True)
class Loaded:
    """The catalogue of the valid records, every problem sorted, and the files that were looked at.

    ``sidik`` is file → digest of its bytes, of those without an error, and ``sari`` entry id → what lists and likeness
    draw from it alone; both are empty where nothing is kept between builds.
    """

    catalog: Catalog
    problems: tuple[Problem, ...]
    berkas: tuple[str, ...]
    sidik: Mapping[str, str] = field(default_factory=dict)
    sari: Mapping[str, Sari] = field(default_factory=dict)


def load_catalog(
    inputs: Inputs,
    only: Callable[[str], bool] | None = None,
    processes: int | None = None,
    progress: Progress = silent,
    kept: Kept | None = None,
    listing: Listing | None = None,
) -> Loaded:
    """Return the catalogue of the files for which ``only`` holds (all by default), with every problem of every file.

    References are looked up among all files that exist, also those that ``only`` leaves unread. With ``kept``, records
    of unchanged files are taken from there. ``listing`` is one that was begun beside other work.
    """
    vocabularies = load_vocabularies(inputs.root / "vocabularies")
    listing = listing or list_now(inputs.innovations)
    files, folder_problems, photos = listing.isi()
    wanted = tuple(file for file in files if only is None or only(file))
    wanted_photos = tuple(photo for photo in sorted(photos) if only is None or only(photo))
    checked: list[CheckedRecord] = []
    problems: list[Problem] = [p for p in folder_problems if only is None or only(p.berkas)]
    count = processes or os.cpu_count() or 1
    problems.extend(_check_photos(inputs.innovations.parent, wanted_photos, count, kept))
    digests: dict[str, str] = {}
    drawn: dict[str, Sari] = {}
    for rows in _check_all(inputs, wanted, vocabularies, count, kept, listing.sidik):
        for file, (mark, record, faults, sari) in rows.items():
            digests[file] = mark
            problems.extend(faults)
            if record:
                checked.append(record)
            if record and record.entri and sari:
                drawn[record.entri.id] = sari
        progress("membaca dan memeriksa", len(checked), len(wanted))
    checked.sort(key=lambda one: one.berkas)
    if inputs.innovations.resolve() == inputs.root / "innovations":  # the entries that the doors were written for
        problems.extend(check_picks(vocabularies.masalah, files, inputs.root))
    validated = join_records(checked, vocabularies, files, photos)
    problems.extend(validated.problems)
    faulty = {p.berkas for p in problems if p.is_error}
    sound = {file: mark for file, mark in digests.items() if file not in faulty} if kept else {}
    return Loaded(validated.catalog, sort_problems(problems), wanted, sound, drawn)


def _check_photos(parent: Path, photos: tuple[str, ...], processes: int, kept: Kept | None) -> list[Problem]:
    """Return the faults of the photos, in their order; those known to be sound are not looked at again."""
    sound = kept.sound_photos() if kept else frozenset()
    marks = {photo: photo_mark(parent, photo) for photo in photos} if kept else {}
    faults = _look_at([photo for photo in photos if marks.get(photo) not in sound], parent, processes)
    if kept:
        faulty = {fault.berkas for fault in faults}
        kept.keep_sound_photos(frozenset(mark for photo, mark in marks.items() if photo not in faulty))
    return faults


def _look_at(photos: list[str], parent: Path, processes: int) -> list[Problem]:
    """Return the faults of photos, in their order; reading one takes milliseconds."""
    check = partial(check_photo, parent)
    if processes == 1 or len(photos) <= _FEW_PHOTOS:
        faults = [check(photo) for photo in photos]
    else:
        with workers(processes) as pool:
            faults = pool.map(check, photos)
    return [fault for fault in faults if fault is not None]


def _check_all(
    inputs: Inputs,
    files: tuple[str, ...],
    vocabularies: Vocabularies,
    processes: int,
    kept: Kept | None,
    digest_all: Digests,
) -> Iterator[Shard]:
    """Yield the rows of the files part by part; without digests and essence where records are not kept."""
    parent = inputs.innovations.parent
    if kept is None:
        yield from _check_files(parent, files, vocabularies, processes)
        return
    from catalog.load.sari import make_penyari

    penyari = make_penyari(inputs.root / "vocabularies", vocabularies)
    yield from read_shards(parent, files, vocabularies, penyari, processes, kept, digest_all)


def _check_files(parent: Path, files: tuple[str, ...], vocabularies: Vocabularies, processes: int) -> Iterator[Shard]:
    """Yield the rows chunk by chunk, in the order of the files."""
    global _parent, _vocabularies
    _parent, _vocabularies = parent, vocabularies
    chunks = [files[start : start + _CHUNK] for start in range(0, len(files), _CHUNK)]
    if processes == 1 or len(files) <= _ALONE:
        yield from map(_check_chunk, chunks)
        return
    with workers(processes) as pool:
        yield from pool.imap(_check_chunk, chunks)


# What the worker processes inherit when they are forked.
_parent = Path()
_vocabularies: Vocabularies


def _check_chunk(files: tuple[str, ...]) -> Shard:
    return {file: ("", *check_file(_parent, file, _vocabularies), None) for file in files}
