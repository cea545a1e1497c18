"""What each command does: it calls the library, prints the report, and answers with the exit code."""

from __future__ import annotations

import argparse
import errno
import sys
from pathlib import Path

from catalog.commands.arguments import CLEAN, MISUSE, parse_arguments
from catalog.commands.baru import baru
from catalog.commands.inputs import Misuse, inputs_of, reason_of
from catalog.commands.konfirmasi import konfirmasi
from catalog.commands.lapor import lapor
from catalog.commands.lembar import export, import_, template
from catalog.commands.ringkas import ringkas
from catalog.commands.skema import skema
from catalog.commands.tautan import tautan
from catalog.commands.terima import terima
from catalog.history import Changes, newest_commit_epoch, read_changes
from catalog.inputs import Inputs
from catalog.refusal import Refusal

_DISK = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EACCES, errno.EPERM, errno.EIO})
"""What a disk refuses with; any other refusal of the system is our bug."""


def main(arguments: list[str], root: Path) -> int:
    """Carry out one command for the repository at ``root`` and return its exit code."""
    asked = parse_arguments(arguments)
    try:
        return _COMMANDS[asked.perintah](asked, root)
    except Refusal as error:
        print(f"build_catalog.py: {error}", file=sys.stderr)
        return MISUSE
    except OSError as error:
        if error.errno not in _DISK:
            raise
        print(
            f"build_catalog.py: hasil tidak dapat ditulis ({reason_of(error)}): {error.filename or 'folder hasil'}. "
            f"Beri ruang atau izin, lalu ulangi. Situs yang ada tidak berubah.",
            file=sys.stderr,
        )
        return MISUSE
    except KeyboardInterrupt:
        print("\nDihentikan. Situs yang ada tidak berubah.", file=sys.stderr)
        return 130


def _check(asked: argparse.Namespace, root: Path) -> int:
    from catalog.commands.report import print_check
    from catalog.judging import check_data
    from catalog.progress import Bar

    inputs, changes = inputs_of(asked, root), _changes(asked, root)
    bar = Bar()
    judged = check_data(inputs, changes, _asked_paths(asked.path, inputs), bar, with_saran=asked.saran)
    bar.close()
    return print_check(judged, asked.format)


def _build(asked: argparse.Namespace, root: Path) -> int:
    import os

    from catalog.begin import begin_build

    inputs, changes = inputs_of(asked, root), _changes(asked, root)
    epoch = newest_commit_epoch(root)
    if epoch is not None:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))
    site = (asked.out or root / "site").absolute()
    with begin_build(inputs, site) as begun:
        from catalog.build import complete_build  # half a second, in which others look at the data
        from catalog.commands.report import print_build
        from catalog.progress import Bar

        bar = Bar()
        result = complete_build(
            begun,
            changes=changes,
            processes=asked.proses,
            with_search=not asked.tanpa_pencarian,
            compressed=asked.mampat,
            from_scratch=asked.dari_nol,
            progress=bar,
        )
    bar.close()
    return print_build(result, site)


def _serve(asked: argparse.Namespace, root: Path) -> int:
    import gc

    from catalog.serve import serve

    gc.enable()  # the only command that lasts
    serve(inputs_of(asked, root), asked.port)
    return CLEAN


def _changes(asked: argparse.Namespace, root: Path) -> Changes | None:
    return read_changes(root, asked.changed_since) if asked.changed_since else None


def _asked_paths(paths: list[Path], inputs: Inputs) -> frozenset[str] | None:
    """Return the asked files or folders as ``innovations/…``, or None when none was asked for."""
    if not paths:
        return None
    asked = set()
    for path in paths:
        full = path.absolute()
        if not full.exists() or not full.is_relative_to(inputs.innovations):
            raise Misuse(f"{path} tidak ada di dalam {inputs.innovations.name}/; periksa ejaannya.")
        asked.add(full.relative_to(inputs.innovations.parent).as_posix())
    return frozenset(asked)


_COMMANDS = {
    "check": _check,
    "build": _build,
    "serve": _serve,
    "ringkas": ringkas,
    "new": baru,
    "terima": terima,
    "konfirmasi": konfirmasi,
    "tautan": tautan,
    "skema": skema,
    "template": template,
    "import": import_,
    "export": export,
    "lapor": lapor,
}
