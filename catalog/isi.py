"""What lies below ``innovations/``, before anything is made of it: records, digests, photos, what is misplaced."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

from catalog.berdampingan import beside, beside_in_turn
from catalog.problems import Problem
from catalog.reading import walk_innovations
from catalog.tembolok import file_digest

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp")


class Isi(NamedTuple):
    """The records as ``walk_innovations`` names them, the problems of everything else, and the photos."""

    berkas: tuple[str, ...]
    problems: tuple[Problem, ...]
    foto: frozenset[str]


Digests = Callable[[], Mapping[str, str]]
"""Gives the digest of every file, '' of one that cannot be read at once, taken before any was read as a record."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in the folder of the data, and the digests of its records; each is asked once, in this order."""

    isi: Callable[[], Isi]
    sidik: Digests


def list_now(innovations: Path) -> Listing:
    """Return a listing that is made when it is asked for, and its digests when they are."""
    return _listing(_in_turn(partial(_look, innovations), innovations))


@contextmanager
def listing_beside(innovations: Path, with_digests: bool = True) -> Iterator[Listing]:
    """Give a listing that is made in a process beside whatever the block does.

    Digests, for which every file is read, are made there only ``with_digests``: where they will be asked for.
    """
    look = partial(_look, innovations)
    if with_digests:  # all of it at once: it waits to be asked, and what comes next should be there by then
        with beside_in_turn(lambda: iter(tuple(_in_turn(look, innovations)))) as wait:
            yield _listing(iter(wait, None))
    else:
        with beside(look) as wait_for_look:
            yield _listing(_in_turn(wait_for_look, innovations))


def _listing(parts: Iterator[object]) -> Listing:
    return Listing(lambda: cast("Isi", next(parts)), lambda: cast("Mapping[str, str]", next(parts)))


def _in_turn(look: Callable[[], Isi], innovations: Path) -> Iterator[object]:
    isi = look()
    yield isi
    yield {file: file_digest(f"{innovations.parent}/{file}") for file in isi.berkas}


def _look(innovations: Path) -> Isi:
    return Isi(*walk_innovations(innovations.parent), find_photos(innovations))


def find_photos(innovations: Path) -> frozenset[str]:
    """Return ``innovations/<wilayah>/<slug>/<berkas>`` of every photo beside an entry; no symbolic links."""
    if not innovations.is_dir():
        return frozenset()
    return frozenset(
        os.path.relpath(photo.path, innovations.parent)
        for region in _list(innovations)
        if region.is_dir()
        for entry in _list(region)
        if entry.is_dir(follow_symlinks=False)
        for photo in _list(entry)
        if photo.name.endswith(_PHOTOS) and photo.is_file(follow_symlinks=False)
    )


def _list(folder: Path | os.DirEntry[str]) -> list[os.DirEntry[str]]:
    with os.scandir(folder) as entries:
        return list(entries)
