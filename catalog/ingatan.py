"""What a build knows of the last one: its pages, what they read, what the final check learnt, its photos.

It is kept as a whole and, after most builds, as what has changed since: writing ten thousand pages anew would take
longer than making the few that changed.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from catalog.final_check import PageFacts
from catalog.jejak import Bacaan
from catalog.load import Kept
from catalog.pages import PageJob
from catalog.photos import PublishedPhoto
from catalog.publish import RELEASES
from catalog.tembolok import FOLDER, Simpanan, machine_fingerprint, unpack, view_fingerprint
from catalog.vocabularies import ISTILAH

_WHOLE, _SINCE = "halaman", "halaman-sejak"
_MANY = 4
"""When more than one in so many pages has changed since the whole was written, it is written anew."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class Halaman(NamedTuple):
    """A page that was made: its job, the files it came to, its own first, and what it read."""

    job: PageJob
    berkas: tuple[str, ...]
    bacaan: tuple[Bacaan, ...]


@dataclass(frozen=True, slots=True)
class Foto:
    """A photo that was published: the digest of its source, its sizes, its files in the release."""

    sidik: str
    terbit: PublishedPhoto
    berkas: tuple[str, ...]


class Seluruh(NamedTuple):
    """Files that were drawn from the whole catalogue, and a mark of what they were drawn from."""

    tanda: str
    berkas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lama:
    """What is known of a finished release: the name of its folder, its pages by path, its facts by file.

    ``nilai`` has the digest that each value had which a page read. ``foto`` is ``<entry id>/<berkas>`` → the photo as
    it was taken over or made; ``awet`` are the files of frame and share images, the same while the fingerprint is;
    ``seluruh`` are files drawn from the whole catalogue, by name.
    """

    rilis: str
    halaman: Mapping[str, Halaman] = field(default_factory=dict)
    nilai: Mapping[Bacaan, str] = field(default_factory=dict)
    fakta: Mapping[str, PageFacts] = field(default_factory=dict)
    foto: Mapping[str, Foto] = field(default_factory=dict)
    awet: frozenset[str] = frozenset()
    seluruh: Mapping[str, Seluruh] = field(default_factory=dict)


NONE = Lama("")
"""No former release is known."""


@dataclass(frozen=True, slots=True)
class Terbit:
    """What became of a build: ``tetap`` is what was taken over, what was made comes packed, part by part.

    A part of ``halaman`` is a list of pages with the digests of values that they read, a part of ``fakta`` a list of
    facts (``catalog.tembolok.pack``): of 100,000 entries, what is known of their pages would fill a gigabyte.
    """

    tetap: Lama
    halaman: tuple[bytes, ...] = ()
    fakta: tuple[bytes, ...] = ()
    jumlah_baru: int = 0

    def unpacked(self) -> Lama:
        """Return all of it as the next build will know it."""
        return self.unpacked_by_part()[0]

    def unpacked_by_part(self) -> tuple[Lama, tuple[tuple[Halaman, ...], ...]]:
        """Return the same, and the pages of each part of ``halaman``."""
        halaman, nilai, fakta = dict(self.tetap.halaman), dict(self.tetap.nilai), dict(self.tetap.fakta)
        parts = []
        for pages, read in map(unpack, self.halaman):
            halaman.update((page.job.path, page) for page in pages)
            nilai.update(read)
            parts.append(tuple(pages))
        for facts in map(unpack, self.fakta):
            fakta.update((fact.berkas, fact) for fact in facts)
        return replace(self.tetap, halaman=halaman, nilai=nilai, fakta=fakta), tuple(parts)

    def with_parts(self, parts: Iterable[_Part]) -> Terbit:
        """Return the same with those of the former ``parts`` of which every page was taken over as they were packed.

        What such a part tells of values holds, too: a page that read one that changed was not taken over.
        """
        rest = dict(self.tetap.halaman)
        held = [part for part in parts if all(rest.get(page.job.path) is page for page in part.halaman)]
        for part in held:
            for page in part.halaman:
                del rest[page.job.path]
        packed = (*(part.packed for part in held), *self.halaman)
        return replace(self, tetap=replace(self.tetap, halaman=rest), halaman=packed)


class _Part(NamedTuple):
    """A part of ``Terbit.halaman``, and the pages in it."""

    packed: bytes
    halaman: tuple[Halaman, ...]


@dataclass(frozen=True, slots=True)
class _Whole:
    """What was written as a whole, the mark it was written under, and the parts it was packed in."""

    tanda: str
    lama: Lama
    parts: tuple[_Part, ...]


@dataclass(frozen=True, slots=True)
class _Newer(Generic[Key, Value]):
    """What has changed in a mapping: new values, and keys that are gone."""

    baru: Mapping[Key, Value]
    hilang: frozenset[Key]

    @classmethod
    def of(cls, old: Mapping[Key, Value], new: Mapping[Key, Value]) -> _Newer[Key, Value]:
        """Compare by identity: what was taken over is the same object."""
        return cls({key: value for key, value in new.items() if old.get(key) is not value}, frozenset(old) - set(new))

    def applied_to(self, old: Mapping[Key, Value]) -> dict[Key, Value]:
        return {key: value for key, value in {**old, **self.baru}.items() if key not in self.hilang}


@dataclass(frozen=True, slots=True)
class _Since:
    """What became of the whole with this mark; ``kecil`` is the new ``Lama`` without what is large."""

    tanda: str
    kecil: Lama
    halaman: _Newer[str, Halaman]
    nilai: _Newer[Bacaan, str]
    fakta: _Newer[str, PageFacts]


@dataclass(frozen=True, slots=True)
class Ingatan:
    """What this build knows of the last one, and where it keeps what the next one may know."""

    simpanan: Simpanan
    mesin: str
    tampilan: str
    lama: Lama
    releases: Path
    utuh: _Whole | None = None

    @property
    def rekaman(self) -> Kept:
        """Where the checked records are kept."""
        return Kept(self.simpanan, self.mesin)

    def keep(self, made: Terbit) -> None:
        """Keep what became of this build, once its release is public."""
        few = made.jumlah_baru * _MANY <= len(made.tetap.halaman)
        since = _changes(self.utuh, made.unpacked()) if self.utuh and few else None
        if since and len(since.halaman.baru) * _MANY <= len(made.tetap.halaman):
            self.simpanan.write(_SINCE, self.tampilan, since)
        else:
            whole = made.with_parts(self.utuh.parts) if self.utuh else made
            self.simpanan.write(_WHOLE, self.tampilan, (os.urandom(8).hex(), whole))


def open_memory(root: Path, base: Path, from_scratch: bool = False) -> Ingatan:
    """Return what is kept beside the site in ``base``; nothing of it when ``from_scratch``, or when it is of other
    code, libraries, closed lists, theme or content.
    """
    simpanan = Simpanan(base / FOLDER)
    if from_scratch:
        simpanan.clear()
    machine = machine_fingerprint(root, [f"{name}.yml" for name in ISTILAH.values()])
    view = view_fingerprint(root, machine)
    releases = base / RELEASES
    whole = _read_whole(simpanan, view)
    if whole is None:
        return Ingatan(simpanan, machine, view, NONE, releases)
    since: _Since | None = simpanan.read(_SINCE, view)
    known = _apply(whole.lama, since) if since and since.tanda == whole.tanda else whole.lama
    there = known if (releases / known.rilis).is_dir() else NONE
    return Ingatan(simpanan, machine, view, there, releases, whole)


def _read_whole(simpanan: Simpanan, view: str) -> _Whole | None:
    kept: tuple[str, Terbit] | None = simpanan.read(_WHOLE, view)
    if kept is None:
        return None
    mark, made = kept
    lama, pages = made.unpacked_by_part()
    return _Whole(mark, lama, tuple(map(_Part, made.halaman, pages)))


def _changes(whole: _Whole, made: Lama) -> _Since:
    old = whole.lama
    return _Since(
        whole.tanda,
        replace(made, halaman={}, nilai={}, fakta={}),
        _Newer.of(old.halaman, made.halaman),
        _Newer.of(old.nilai, made.nilai),
        _Newer.of(old.fakta, made.fakta),
    )


def _apply(old: Lama, since: _Since) -> Lama:
    return replace(
        since.kecil,
        halaman=since.halaman.applied_to(old.halaman),
        nilai=since.nilai.applied_to(old.nilai),
        fakta=since.fakta.applied_to(old.fakta),
    )
