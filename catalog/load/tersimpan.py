"""Records kept between builds: only files whose bytes changed are read and checked again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from catalog.berdampingan import workers
from catalog.isi import Digests
from catalog.load.berkas import check_file
from catalog.load.ringan import put_entry_away
from catalog.photos import MAX_BYTES
from catalog.problems import Problem
from catalog.tembolok import Simpanan, digest, file_digest
from catalog.validation import CheckedRecord
from catalog.vocabularies import ISTILAH, Vocabularies

if TYPE_CHECKING:
    from catalog.load.sari import Penyari, Sari

_SHARDS = 64
_ALONE = 1500
"""Up to so many files to check, starting processes costs more than it saves."""

_MOST_IN_MEMORY = 15_000
"""Files of a catalogue whose entries stay in memory, 18 KB each in each process, when most are needed whole."""

_FOLDER = "rekaman"
_INDEX = f"{_FOLDER}/daftar"
_PHOTOS = f"{_FOLDER}/foto"

Baris: TypeAlias = "tuple[str, CheckedRecord | None, tuple[Problem, ...], Sari | None]"
"""Digest of a file's bytes ('' is never taken again), its record, the problems of reading it, and what lists and
likeness draw from it."""

Shard = dict[str, Baris]
"""File → its row."""


@dataclass(frozen=True, slots=True)
class _Daftar:
    """The lists of terms that rows were checked against: ids by list, and a mark of everything they say."""

    id: Mapping[str, frozenset[str]]
    tanda: str

    @classmethod
    def of(cls, lists: Vocabularies) -> _Daftar:
        """Return those of ``lists``; the other closed lists are in the fingerprint."""
        terms = {name: getattr(lists, name) for name in ISTILAH}
        return cls({name: frozenset(rows) for name, rows in terms.items()}, digest(map(repr, terms.values())))

    def holds_all_of(self, former: _Daftar) -> bool:
        """True when no id is gone: a sound record is still sound, because nothing else was asked of its terms."""
        return all(ids <= self.id.get(name, frozenset()) for name, ids in former.id.items())


@dataclass(frozen=True, slots=True)
class Kept:
    """Where records are kept, and the fingerprint of what read and checked them."""

    simpanan: Simpanan
    sidik: str

    def sound_photos(self) -> frozenset[str]:
        """Return the marks of the photos that nothing forbade."""
        return self.simpanan.read(_PHOTOS, self.sidik) or frozenset()

    def keep_sound_photos(self, marks: frozenset[str]) -> None:
        """Keep the marks of photos that nothing forbids."""
        self.simpanan.write(_PHOTOS, self.sidik, marks - {""})


def photo_mark(parent: Path, photo: str) -> str:
    """Return a mark of a photo's name and bytes; '' where they cannot be read or are too many."""
    mark = file_digest(f"{parent}/{photo}", MAX_BYTES)
    return mark and f"{photo} {mark}"


def read_shards(
    parent: Path,
    files: tuple[str, ...],
    vocabularies: Vocabularies,
    penyari: Penyari,
    processes: int,
    kept: Kept,
    digest_all: Digests,
) -> Iterator[Shard]:
    """Yield every file's row, shard by shard in any order, as if all had been read and checked now.

    Files are spread over shards by name. A shard in which something changed is read by a worker process, which takes
    from it what did not, and keeps it anew; the others have only to be unpickled. Entries are put away, but for those
    of a catalogue that fits into memory and of which most pages will be made now. Where lists of terms have changed,
    rows of which there was something to say are checked anew, and every row if a term is gone.
    """
    global _parent, _vocabularies, _penyari, _kept, _shards, _daftar
    _parent, _vocabularies, _penyari, _kept = parent, vocabularies, penyari, kept
    _daftar = _Daftar.of(vocabularies)
    _shards = [[] for _ in range(_SHARDS)]
    for file in files:
        _shards[crc32(file.encode()) % _SHARDS].append(file)
    known: tuple[_Daftar, dict[int, dict[str, str]]] | None = kept.simpanan.read(_INDEX, kept.sidik)
    index = known[1] if known and _daftar.holds_all_of(known[0]) else {}
    marks = digest_all() if index else {}
    now = {number: {file: marks[file] for file in _shards[number]} for number in index}
    fresh = {number for number in index if now[number] == index[number] and "" not in now[number].values()}
    stale = [number for number in range(_SHARDS) if number not in fresh]
    count = sum(len(_shards[number]) for number in stale)
    stay = len(files) <= _MOST_IN_MEMORY and 2 * count > len(files)
    found: dict[int, dict[str, str]] = {}
    for number, shard in _shard_by_shard(stale, count, processes, now):
        found[number] = _digests(shard)
        yield {file: _taken_out(row) for file, row in shard.items()} if stay else shard
    if stale:
        kept.simpanan.write(_INDEX, kept.sidik, (_daftar, found))


def _shard_by_shard(
    stale: list[int], count: int, processes: int, now: dict[int, dict[str, str]]
) -> Iterator[tuple[int, Shard]]:
    fresh = [number for number in range(_SHARDS) if number not in stale]
    if processes == 1 or count <= _ALONE:
        yield from ((number, _check_shard(number)) for number in stale)
        yield from ((number, _kept_shard(number, now[number])) for number in fresh)
        return
    with workers(processes) as pool:
        done = pool.imap_unordered(_check_in_worker, stale)
        yield from ((number, _kept_shard(number, now[number])) for number in fresh)
        yield from ((number, _kept_shard(number, digests)) for number, digests in done)


# What the worker processes inherit when they are forked.
_parent = Path()
_vocabularies: Vocabularies
_penyari: Penyari
_kept: Kept
_shards: list[list[str]]
_daftar: _Daftar


def _kept_shard(number: int, digests: dict[str, str]) -> Shard:
    """Return a shard as it is kept; checked again where it is gone or not of these bytes."""
    shard = _read(number)
    return shard if shard is not None and _digests(shard) == digests else _check_shard(number)


def _check_in_worker(number: int) -> tuple[int, dict[str, str]]:
    return number, _digests(_renew(number))


def _check_shard(number: int) -> Shard:
    """Return a shard that was checked now, as it is kept: what is put away lies on disk, unless that refused."""
    shard = _renew(number)
    kept = _read(number)
    return kept if kept is not None and _digests(kept) == _digests(shard) else shard


def _renew(number: int) -> Shard:
    """Check the files of a shard that changed, and keep the shard; digests are taken before the files are read."""
    known = _read(number) or {}
    shard: Shard = {}
    for file in _shards[number]:
        mark, row = _digest(file), known.get(file)
        shard[file] = row if row and mark and row[0] == mark else _check(file, mark)
    _kept.simpanan.write_apart(f"{_FOLDER}/{number}", _kept.sidik, (_daftar, shard))
    return shard


def _read(number: int) -> Shard | None:
    """Return what is kept of a shard and still holds; None where nothing is kept."""
    found: tuple[_Daftar, Shard] | None = _kept.simpanan.read_apart(f"{_FOLDER}/{number}", _kept.sidik)
    if found is None or not _daftar.holds_all_of(found[0]):
        return None
    if _daftar.tanda == found[0].tanda:
        return found[1]
    return {file: row for file, row in found[1].items() if _is_sound(row)}


def _is_sound(row: Baris) -> bool:
    _, record, faults, _ = row
    return record is not None and not record.problems and not faults


def _check(file: str, mark: str) -> Baris:
    record, faults = check_file(_parent, file, _vocabularies)
    if record is None:
        return mark, None, faults, None
    return mark, put_entry_away(record), faults, _penyari(record.entri) if record.entri else None


def _taken_out(row: Baris) -> Baris:
    mark, record, faults, sari = row
    if record is None or record.entri is None:
        return row
    return mark, replace(record, entri=record.entri.take_out()), faults, sari


def _digests(shard: Shard) -> dict[str, str]:
    return {file: row[0] for file, row in shard.items()}


def _digest(file: str) -> str:
    return file_digest(f"{_parent}/{file}")
