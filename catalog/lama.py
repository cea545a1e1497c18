"""The release before the new one: which of its pages still hold, and how they come into the new one without a copy.

A page that holds is a second name of the same file (a hard link). A finished release is never written to, so the folder
that becomes the new release is first rid of everything that does not hold; what is written then has files of its own.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from catalog.bersama import Bersama
from catalog.final_check import PageFacts
from catalog.ingatan import Foto, Halaman, Ingatan
from catalog.jejak import TEMPLAT, Bacaan
from catalog.mampat import ENDING
from catalog.pages import PageJob
from catalog.photos import MAX_BYTES, PublishedPhoto
from catalog.tembolok import file_digest


class Awal:
    """A release that starts from the former one: what of it is there already, and what still comes."""

    def __init__(self, release: Path, memory: Ingatan, shared: Bersama, compressed: bool) -> None:
        """Rid the folder ``release`` of everything but pages that it shares with the former release.

        ``compressed``: the compressed forms of pages are shared, too.
        """
        self.release, self._lama = release, memory.lama
        self._source = memory.releases / memory.lama.rilis
        self._files = shared.berkas
        self._compressed = compressed
        pages = (file for page in memory.lama.halaman.values() for file in page.berkas)
        photos = (file for photo in memory.lama.foto.values() for file in photo.berkas)
        whole = (file for known in memory.lama.seluruh.values() for file in known.berkas)
        self._there = _empty_except(release, shared, self._forms({*memory.lama.awet, *photos, *pages, *whole}))
        self._held: set[str] = set()
        self._left: set[str] = set()
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

    def take_lasting(self, paths: Iterable[str]) -> frozenset[str]:
        """Take over the files of these paths, of frame or share images, that the former release has; return which."""
        held = frozenset(path for path in paths if path in self._lama.awet and path in self._files)
        self._take(held)
        return held

    def take_whole(self, name: str, mark: str) -> tuple[str, ...]:
        """Take over the files known by this name when they were drawn from what has the same mark, and return them;
        remove them where they were not, because others may be written in their place from now on.
        """
        known = self._lama.seluruh.get(name)
        if known is None:
            return ()
        if mark and known.tanda == mark and self._has(known.berkas):
            self._take(known.berkas)
            return known.berkas
        self._remove(self._there & self._forms(known.berkas))
        return ()

    def take_pages(
        self, jobs: Iterable[PageJob], changed: frozenset[Bacaan]
    ) -> tuple[dict[str, Halaman], dict[str, Halaman]]:
        """Take over every page that read nothing of what ``changed``, and the files beside those of which only a
        template changed; return path → page of both.

        It comes last: what then was not taken over is removed.
        """
        held, beside = {}, {}
        for job in jobs:
            page = self._lama.halaman.get(job.path)
            if page is None or page.job != job or not self._has(page.berkas):
                continue
            if changed.isdisjoint(page.bacaan):
                held[job.path] = page
            elif len(page.berkas) > 1 and all(part == TEMPLAT for part, _ in changed.intersection(page.bacaan)):
                beside[job.path] = page
        self._take(file for page in held.values() for file in page.berkas)
        self._take(file for page in beside.values() for file in page.berkas[1:])
        self._remove(self._there - self._held)
        return held, beside

    def sweep(self) -> None:
        """Remove the folders that ended up empty, once nobody writes into the release."""
        for folder in self._left:
            _remove_empty(self.release, folder)

    def _take(self, files: Iterable[str]) -> None:
        taken = self._forms(files)
        self._held |= taken
        for path in taken - self._there:
            _link(f"{self._source}/{path}", f"{self.release}/{path}")

    def _remove(self, paths: set[str]) -> None:
        for path in paths:
            os.unlink(f"{self.release}/{path}")  # noqa: PTH108  one of tens of thousands
            self._left.add(path.rpartition("/")[0])
        self._there -= paths

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


def _empty_except(release: Path, shared: Bersama, wanted: set[str]) -> set[str]:
    """Remove from ``release`` all but the ``wanted`` files that it shares with the former one; return these."""
    kept = shared.sama & wanted
    if not kept:
        shutil.rmtree(release)
        release.mkdir()
        return set()
    for path in (*shared.lain, *(shared.sama - kept)):
        os.unlink(f"{release}/{path}")  # noqa: PTH108  one of tens of thousands
        _remove_empty(release, path.rpartition("/")[0])
    return set(kept)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except FileNotFoundError:
        os.makedirs(target[: target.rindex("/")], exist_ok=True)  # noqa: PTH103  one of tens of thousands
        os.link(source, target)


def _remove_empty(release: Path, folder: str) -> None:
    """Remove a folder and those above it, as far as they are empty."""
    with suppress(OSError):  # not empty, or gone
        while folder:
            os.rmdir(f"{release}/{folder}")  # noqa: PTH106
            folder = folder.rpartition("/")[0]
