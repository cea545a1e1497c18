"""What the last two releases share: files that are the same ones on the disk under two names."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from catalog.publish import RELEASES, spare_release


@dataclass(frozen=True, slots=True)
class Bersama:
    """What two releases share: all files of the former one, named ``rilis``; which of these the spare one has as the
    same files, and what else it has.
    """

    rilis: str = ""
    berkas: frozenset[str] = frozenset()
    sama: frozenset[str] = frozenset()
    lain: tuple[str, ...] = ()


def compare_releases(base: Path, former: str) -> Bersama:
    """Look through the release named ``former`` and through the one that the next starts in; nothing without a name.

    Only for the process that holds ``build_lock``, or one that it waits for.
    """
    if not former:
        return Bersama()
    known, spare = scan(base / RELEASES / former), spare_release(base, former)
    there = scan(spare) if spare else {}
    same = frozenset(path for path, number in there.items() if known.get(path) == number)
    return Bersama(former, frozenset(known), same, tuple(there.keys() - same))


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
