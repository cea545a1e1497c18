"""What the maintainer asks for, and the way to say that a file cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


class Ditolak(Exception):
    """A file cannot be taken; the message is one sentence in Indonesian with the remedy."""


@dataclass(frozen=True, slots=True)
class Pilihan:
    """The files to take, the region and the entry if the maintainer names them, and what may be done.

    ``ganti``: a record that exists may be replaced. ``hanya_lihat``: nothing is written.
    """

    berkas: tuple[Path, ...]
    wilayah: str | None = None
    nama: str | None = None
    ganti: bool = False
    hanya_lihat: bool = False
