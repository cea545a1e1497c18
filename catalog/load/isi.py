"""What lies below ``innovations/``, before anything is made of it: records, digests, photos, what is misplaced."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from catalog.problems import Problem
from catalog.reading import walk_innovations
from catalog.tembolok import file_digest

_PHOTOS = (".jpg", ".jpeg", ".png", ".webp")


class Isi(NamedTuple):
    """The records as ``walk_innovations`` names them, the problems of everything else, and the photos."""

    berkas: tuple[str, ...]
    problems: tuple[Problem, ...]
    foto: frozenset[str]


def list_folder(innovations: Path) -> Isi:
    """Return what lies in the folder of the data; nothing is opened."""
    return Isi(*walk_innovations(innovations.parent), find_photos(innovations))


def list_in_turn(innovations: Path) -> Iterator[object]:
    """Yield an ``Isi``, then the digest of each of its records by name: for a process beside others, which is asked for
    the second only by whom it serves.
    """
    isi = list_folder(innovations)
    yield isi
    yield digest_files(innovations.parent, isi.berkas)


def digest_files(parent: Path, files: tuple[str, ...]) -> dict[str, str]:
    """Return file below ``parent`` → digest of its bytes, '' for one that cannot be read at once."""
    return {file: file_digest(f"{parent}/{file}") for file in files}


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
