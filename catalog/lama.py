"""The release before the new one: which of its pages still hold, and how they come into the new one without a copy.

A page that holds is a second name of the same file (a hard link). A finished release is never written to, so the folder
that becomes the new release is first rid of everything that does not hold; what is written then has files of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from catalog.final_check import PageFacts
from catalog.jejak import Bacaan, Nilai
from catalog.load import Kept
from catalog.mampat import ENDING
from catalog.pages import PageJob
from catalog.photos import MAX_BYTES, PublishedPhoto
from catalog.publish import RELEASES
from catalog.tembolok import Simpanan, file_digest, machine_fingerprint, view_fingerprint

FOLDER = Path("build", "tembolok")
"""Where a build keeps what the next one may use, beside the site."""

_NAME = "halaman"


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page that was made: its job, the files it came to and their bytes, what it read, and the digest of that."""

    job: PageJob
    berkas: tuple[str, ...]
    byte: int
    bacaan: tuple[Bacaan, ...]
    sidik: str


@dataclass(frozen=True, slots=True)
class Foto:
    """A photo that was published: the digest of its source, its sizes, its files in the release."""

    sidik: str
    terbit: PublishedPhoto
    berkas: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lama:
    """What is known of a finished release: the name of its folder, its pages by path, its facts by file.

    ``foto`` is ``<entry id>/<berkas>`` → the photo as it was taken over or made; ``gambar`` are the paths of pictures
    that are the same while the fingerprint is.
    """

    rilis: str
    halaman: Mapping[str, Halaman] = field(default_factory=dict)
    fakta: Mapping[str, PageFacts] = field(default_factory=dict)
    foto: Mapping[str, Foto] = field(default_factory=dict)
    gambar: frozenset[str] = frozenset()


NONE = Lama("")
"""No former release is known."""


@dataclass(frozen=True, slots=True)
class Ingatan:
    """What this build knows of the last one, and where it keeps what the next one may know."""

    simpanan: Simpanan
    mesin: str
    tampilan: str
    lama: Lama
    releases: Path

    @property
    def rekaman(self) -> Kept:
        """Where the checked records are kept."""
        return Kept(self.simpanan, self.mesin)

    def keep(self, made: Lama) -> None:
        """Keep what became of this build, once its release is public."""
        self.simpanan.write(_NAME, self.tampilan, made)


def open_memory(root: Path, base: Path, from_scratch: bool = False) -> Ingatan:
    """Return what is kept beside the site in ``base``; nothing of it when ``from_scratch``, or when it is of other
    code, libraries, closed lists, templates, theme or content.
    """
    simpanan = Simpanan(base / FOLDER)
    if from_scratch:
        simpanan.clear()
    machine = machine_fingerprint(root)
    view = view_fingerprint(root, machine)
    kept: Lama | None = simpanan.read(_NAME, view)
    is_there = kept is not None and (base / RELEASES / kept.rilis).is_dir()
    return Ingatan(simpanan, machine, view, kept if kept and is_there else NONE, base / RELEASES)


class Awal:
    """A release that starts from the former one: what of it is there already, and what still comes."""

    def __init__(self, release: Path, memory: Ingatan, compressed: bool) -> None:
        """Rid the folder ``release`` of everything but pages that it shares with the former release.

        ``compressed``: the compressed forms of pages are shared, too.
        """
        self.release, self._lama = release, memory.lama
        self._source = memory.releases / memory.lama.rilis
        self._files = scan(self._source) if memory.lama.rilis else {}
        self._compressed = compressed
        pages = (file for page in memory.lama.halaman.values() for file in page.berkas)
        photos = (file for photo in memory.lama.foto.values() for file in photo.berkas)
        wanted = {*memory.lama.gambar, *photos, *pages}
        self._there = _empty_except(release, self._files, self._forms(wanted))
        self._held: set[str] = set()
        self._marks: dict[str, str] = {}

    def take_photos(self, photos: Mapping[str, tuple[Path, str]]) -> dict[str, Foto]:
        """Take over the photos whose source is the same; return them by key. ``photos`` is key → (source, folder)."""
        self._marks = {key: file_digest(str(source), MAX_BYTES) for key, (source, _) in photos.items()}
        known = {key: photo for key, photo in self._lama.foto.items() if key in photos and self._has(photo.berkas)}
        held = {key: photo for key, photo in known.items() if photo.sidik and photo.sidik == self._marks[key]}
        self._take(file for photo in held.values() for file in photo.berkas)
        return held

    def made_photo(self, key: str, made: PublishedPhoto, folder: str) -> Foto:
        """Return a photo that was made now, with the digest its source had before."""
        return Foto(self._marks[key], made, tuple(f"{folder}/{name}" for name, _, _ in made.ukuran))

    def take_pictures(self, paths: Iterable[str]) -> frozenset[str]:
        """Take over the pictures of these paths that the former release has; return which."""
        held = frozenset(path for path in paths if path in self._lama.gambar and path in self._files)
        self._take(held)
        return held

    def take_pages(self, jobs: Iterable[PageJob], now: Nilai) -> dict[str, Halaman]:
        """Take over every page that would be made the same way now; return path → page.

        It comes last: what then was not taken over is removed.
        """
        held = {}
        for job in jobs:
            page = self._lama.halaman.get(job.path)
            if page and page.job == job and self._has(page.berkas) and now.of(page.bacaan) == page.sidik:
                held[job.path] = page
        self._take(file for page in held.values() for file in page.berkas)
        for path in self._there - self._held:
            _remove(self.release, path)
        return held

    def _take(self, files: Iterable[str]) -> None:
        taken = self._forms(files)
        self._held |= taken
        for path in taken - self._there:
            _link(f"{self._source}/{path}", f"{self.release}/{path}")

    def known_facts(self) -> dict[str, PageFacts]:
        """Return file → what the final check learnt of it, for the files that were taken over."""
        return {file: fact for file, fact in self._lama.fakta.items() if file in self._held}

    def _has(self, files: Iterable[str]) -> bool:
        return all(file in self._files for file in files)

    def _forms(self, files: Iterable[str]) -> set[str]:
        """Return the files, with their compressed forms where these are wanted and there."""
        plain = set(files)
        if not self._compressed:
            return plain
        return plain | {file + ENDING for file in plain if file + ENDING in self._files}


def scan(folder: Path) -> dict[str, int]:
    """Return path below ``folder`` → number by which the disk knows the file; symbolic links are left out."""
    found: dict[str, int] = {}
    waiting = [(str(folder), "")]
    while waiting:
        place, inside = waiting.pop()
        with os.scandir(place) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append((entry.path, f"{inside}{entry.name}/"))
                elif not entry.is_symlink():
                    found[inside + entry.name] = entry.inode()
    return found


def _empty_except(release: Path, former: Mapping[str, int], wanted: set[str]) -> set[str]:
    """Remove from ``release`` all but the ``wanted`` files that are the same ones as in ``former``; return these."""
    there = scan(release)
    kept = {path for path, number in there.items() if path in wanted and former.get(path) == number}
    if not kept:
        shutil.rmtree(release)
        release.mkdir()
        return kept
    for path in there.keys() - kept:
        _remove(release, path)
    return kept


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(target[: target.rindex("/")], exist_ok=True)  # noqa: PTH103  one of tens of thousands
        os.link(source, target)


def _remove(release: Path, path: str) -> None:
    """Remove a file, and the folders that end up empty."""
    os.unlink(f"{release}/{path}")  # noqa: PTH108  one of tens of thousands
    with suppress(OSError):  # not empty
        while path := path.rpartition("/")[0]:
            os.rmdir(f"{release}/{path}")  # noqa: PTH106
