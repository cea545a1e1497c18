"""What every command that reads data starts from, and the way to refuse a command that cannot be carried out."""

from __future__ import annotations

import argparse
import errno
from pathlib import Path

from catalog.inputs import Inputs
from catalog.refusal import Refusal

_REASONS = {
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "tempat itu hanya dapat dibaca",
    errno.ENOENT: "berkas atau foldernya tidak ada",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENOTDIR: "sebagian alamatnya bukan folder",
    errno.ENOSPC: "ruang simpan penuh",
    errno.EDQUOT: "ruang simpan penuh",
    errno.EFBIG: "berkas tidak boleh sebesar itu",
    errno.EIO: "perangkat penyimpan bermasalah",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EBUSY: "sedang dipakai program lain",
}
"""What the system may say → the same in Indonesian."""


class Misuse(Refusal):
    """The command cannot be carried out as asked; the message is in Indonesian."""


def inputs_of(asked: argparse.Namespace, root: Path) -> Inputs:
    """Return where to read from.

    Raises:
        Misuse: the folder is not there, or is not called ``innovations``.
    """
    inputs = Inputs.of(root, asked.innovations)
    if inputs.innovations.name != "innovations" or not inputs.innovations.is_dir():
        raise Misuse(f"{inputs.innovations} bukan folder data; namanya harus innovations dan folder itu harus ada.")
    return inputs


def reason_of(error: OSError) -> str:
    """Return why a file could not be opened or written; the system's own words where they are rare."""
    return _REASONS.get(error.errno or 0) or error.strerror or str(error)
