"""What the repository's history says: which files a change touched, and when the newest commit was made. Runs git."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from catalog.refusal import Refusal


class HistoryError(Refusal):
    """Git cannot answer; the message is in Indonesian."""


@dataclass(frozen=True, slots=True)
class Changes:
    """Paths below the repository's root, posix, that a change touched; ``terhapus`` no longer exist.

    ``dasar`` is the commit with which was compared.
    """

    berkas: frozenset[str]
    terhapus: frozenset[str]
    dasar: str = ""


def read_changes(root: Path, revision: str) -> Changes:
    """Return what differs between ``revision`` and the files as they lie there, untracked files included.

    Compared is with the common ancestor, so that commits which ``revision`` has gained since do not count as ours.

    Raises:
        HistoryError: no git, no repository, or an unknown revision.
    """
    if revision.startswith("-"):
        raise HistoryError(f"`{revision}` bukan nama revisi git.")
    base = _git(root, "merge-base", revision, "HEAD").strip()
    listed = _git(root, "diff", "--name-status", "--no-renames", "-z", "--relative", base, "--").split("\0")
    states = list(zip(listed[::2], listed[1::2], strict=False))
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z").split("\0")
    return Changes(
        berkas=frozenset(path for _, path in states) | frozenset(path for path in untracked if path),
        terhapus=frozenset(path for state, path in states if state == "D"),
        dasar=base,
    )


def read_old(root: Path, commit: str, path: str) -> bytes | None:
    """Return the file ``path`` (below ``root``, posix) as it was in ``commit``, or None where it was not there."""
    try:
        return _git_bytes(root, "cat-file", "blob", f"{commit}:./{path}")
    except HistoryError:
        return None


def newest_commit_epoch(root: Path) -> int | None:
    """Return the time of the newest commit in seconds since 1970, or None where there is no history."""
    try:
        return int(_git(root, "log", "-1", "--format=%ct").strip())
    except (HistoryError, ValueError):
        return None


def _git(root: Path, *arguments: str) -> str:
    return _git_bytes(root, *arguments).decode("utf-8", errors="surrogateescape")


def _git_bytes(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 (arguments are ours; a revision never starts with a dash)
            ["git", "-C", str(root), *arguments],  # noqa: S607
            capture_output=True,
            check=True,
        )
    except FileNotFoundError:
        raise HistoryError("Program git tidak ada di komputer ini.") from None
    except subprocess.CalledProcessError as error:
        detail = error.stderr.decode(errors="replace").strip().splitlines()
        raise HistoryError(f"Git tidak dapat menjawab: {detail[0] if detail else 'tanpa keterangan'}") from None
    return done.stdout
