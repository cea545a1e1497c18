"""What lies below ``innovations/``, before anything is made of it: records, digests, photos, what is misplaced."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import NamedTuple, cast

from catalog.berdampingan import beside_in_turn
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
    """Return a listing that is made when it is asked for."""
    parts = _list_in_turn(innovations)
    return _listing(lambda: next(parts))


@contextmanager
def listing_beside(innovations: Path) -> Iterator[Listing]:
    """Give a listing that is made in a process beside whatever the block does."""
    with beside_in_turn(partial(_list_in_turn, innovations)) as wait:
        yield _listing(wait)


def _listing(wait: Callable[[], object]) -> Listing:
    return Listing(lambda: cast("Isi", wait()), lambda: cast("Mapping[str, str]", wait()))


def _list_in_turn(innovations: Path) -> Iterator[object]:
    isi = Isi(*walk_innovations(innovations.parent), find_photos(innovations))
    digests = {file: file_digest(f"{innovations.parent}/{file}") for file in isi.berkas}
    yield isi  # beside other work it waits here until it is asked: what comes next should be there by then
    yield digests


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
