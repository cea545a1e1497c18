"""What each command does: it calls the library, prints the report, and answers with the exit code."""

from __future__ import annotations

import argparse
import gc
import sys
from pathlib import Path

from catalog.commands.arguments import CLEAN, MISUSE, parse_arguments
from catalog.history import Changes, HistoryError, newest_commit_epoch, read_changes
from catalog.load import Inputs
from catalog.publish import PublishError
from catalog.settings import SettingsError
from catalog.vocabularies import VocabularyError


class _Misuse(Exception):
    """The command cannot be carried out as asked; the message is in Indonesian."""


def main(arguments: list[str], root: Path) -> int:
    """Carry out one command for the repository at ``root`` and return its exit code."""
    asked = parse_arguments(arguments)
    if asked.perintah != "serve":
        gc.disable()  # short-lived: looking for rubbish among a million live objects is a fifth of the time
    try:
        return {"check": _check, "build": _build, "serve": _serve}[asked.perintah](asked, root)
    except (_Misuse, HistoryError, PublishError, SettingsError, VocabularyError) as error:
        print(f"build_catalog.py: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        print("\nDihentikan. Situs yang ada tidak berubah.", file=sys.stderr)
        return 130


def _check(asked: argparse.Namespace, root: Path) -> int:
    from catalog.commands.report import print_check
    from catalog.judging import check_data
    from catalog.progress import Bar

    inputs, changes = _inputs(asked, root), _changes(asked, root)
    bar = Bar()
    judged = check_data(inputs, changes, _asked_paths(asked.path, inputs), bar)
    bar.close()
    return print_check(judged, asked.format)


def _build(asked: argparse.Namespace, root: Path) -> int:
    import os

    from catalog.build import build_site
    from catalog.commands.report import print_build
    from catalog.progress import Bar

    inputs, changes = _inputs(asked, root), _changes(asked, root)
    epoch = newest_commit_epoch(root)
    if epoch is not None:
        os.environ.setdefault("SOURCE_DATE_EPOCH", str(epoch))
    bar = Bar()
    site = (asked.out or root / "site").absolute()
    result = build_site(
        inputs, site, changes=changes, processes=asked.proses, with_search=not asked.tanpa_pencarian, progress=bar
    )
    bar.close()
    return print_build(result, site)


def _serve(asked: argparse.Namespace, root: Path) -> int:
    from catalog.serve import serve

    serve(_inputs(asked, root), asked.port)
    return CLEAN


def _inputs(asked: argparse.Namespace, root: Path) -> Inputs:
    inputs = Inputs.of(root, asked.innovations)
    if inputs.innovations.name != "innovations" or not inputs.innovations.is_dir():
        raise _Misuse(f"{inputs.innovations} bukan folder data; namanya harus innovations dan folder itu harus ada.")
    return inputs


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
            raise _Misuse(f"{path} tidak ada di dalam {inputs.innovations.name}/.")
        asked.add(full.relative_to(inputs.innovations.parent).as_posix())
    return frozenset(asked)
