"""Putting an import's files in their places: all of them, or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from catalog.lembar.outcome import Tulisan


def write_files(root: Path, files: Iterable[Tulisan]) -> None:
    """Write every file below ``root``; each appears whole, and none before all are on the disk.

    Raises:
        OSError: nothing was changed, or, should the last step itself fail, every file is either its old or new self.
        ValueError: a file's folder is a symbolic link; nothing was changed.
    """
    ready: list[tuple[Path, Path]] = []
    try:
        for file in files:
            place = root / file.berkas
            if place.is_symlink() or place.parent.is_symlink() or not place.parent.is_dir():
                _make_folder(place)
            ready.append((_write_beside(place, file.baru), place))
        for temporary, place in ready:
            temporary.replace(place)
    except BaseException:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
        raise


def _make_folder(place: Path) -> None:
    if place.is_symlink() or place.parent.is_symlink():
        raise ValueError(f"{place.parent.name}: tautan simbolik")
    place.parent.mkdir()


def _write_beside(place: Path, text: str) -> Path:
    """Return a file in the same folder that holds ``text``; a dot before its name keeps it from being read."""
    handle, name = tempfile.mkstemp(dir=place.parent, prefix=f".{place.name}.")
    with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
        file.write(text)
    temporary = Path(name)
    temporary.chmod(place.stat().st_mode & 0o777 if place.exists() else 0o644)
    return temporary
