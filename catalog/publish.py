"""Releases of the site side by side, and the one link that says which of them is public.

``site`` is a symbolic link to a folder under ``build/releases/`` beside it. A build fills a fresh release; the link
is renamed over the old one when the release is whole. So a build that fails or is killed at any moment leaves the
site as it was. (Against a killed process, not against a power cut: file contents are not forced to the disk.)
"""

from __future__ import annotations

import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.refusal import Refusal

RELEASES = Path("build", "releases")
_LOCK = Path("build", "kunci")
_UNFINISHED = ".belum-selesai"  # a release being filled, or one being removed
_NAME = re.compile(r"rilis-(\d{6,})")


class PublishError(Refusal):
    """The site cannot be replaced; the message is a sentence in Indonesian with what to do."""


@contextmanager
def publishing(site: Path, keep: int = 2) -> Iterator[Path]:
    """Give an empty release to fill; switch the site to it when the block ends well, else remove it.

    Raises:
        PublishError: another build is running, or ``site`` is not a link.
    """
    with build_lock(site.parent), filling_release(site, keep) as release:
        yield release


@contextmanager
def filling_release(site: Path, keep: int = 2, former: str = "") -> Iterator[Path]:
    """Do the same for whoever holds ``build_lock`` already.

    With the name of the release that the new one starts from as ``former``, it may hold the files of an older one,
    which would be removed otherwise (``spare_release``): whoever fills it has to remove what is not wanted.

    Raises:
        PublishError: ``site`` is not a link.
    """
    base = site.parent
    refuse_real_site(site)
    release = fresh_release(base, former)
    try:
        yield release
        switch_site(release, site)
    finally:
        shutil.rmtree(release, ignore_errors=True)  # a release that became the site has another name by now
    remove_old_releases(base, keep)


@contextmanager
def build_lock(base: Path) -> Iterator[None]:
    """Keep other processes from building beside ``base / 'build'`` while the block runs.

    The lock belongs to this process alone and ends with it, however it ends; worker processes do not inherit it.

    Raises:
        PublishError: another process holds it.
    """
    path = base / _LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise PublishError(
                f"Pembangunan lain sedang berjalan di folder {base.resolve()}. Tunggu sampai selesai, lalu ulangi."
            ) from error
        yield


def fresh_release(base: Path, former: str = "") -> Path:
    """Return a new folder under ``base / 'build/releases'``, numbered after the newest one there.

    It is empty, or with ``former`` the spare release, renamed.
    """
    releases = base / RELEASES
    releases.mkdir(parents=True, exist_ok=True)
    number = max((_number(path) for path in releases.iterdir()), default=0) + 1
    release = releases / f"rilis-{number:06d}{_UNFINISHED}"
    spare = spare_release(base, former) if former else None
    if spare:
        spare.rename(release)
    else:
        release.mkdir()
    return release


def spare_release(base: Path, former: str) -> Path | None:
    """Return the oldest release that is neither public nor the one named ``former``; None when there is none."""
    releases, public = base / RELEASES, _public(base)
    old = [path for path in sorted(releases.iterdir()) if _number(path) and path.resolve() not in public]
    return next((path for path in old if path.name != former), None)


def public_release(site: Path) -> str:
    """Return the name of the release that the site is; '' where it is none."""
    release = site.resolve()
    return release.name if release.parent == (site.parent / RELEASES).resolve() and release.is_dir() else ""


def switch_site(release: Path, site: Path) -> Path:
    """Make a whole release the public site, at once, and return its final folder.

    Raises:
        PublishError: ``site`` is a folder or file of its own, which is never overwritten.
    """
    refuse_real_site(site)
    final = release.with_name(release.name.removesuffix(_UNFINISHED))
    if final != release:
        release.rename(final)
        _force_to_disk(final.parent)
    link = site.with_name(site.name + ".new")
    if link.is_symlink():
        link.unlink()  # left by a process that was killed between the next two steps
    link.symlink_to(os.path.relpath(final.resolve(), site.parent.resolve()), target_is_directory=True)
    link.replace(site)
    _force_to_disk(site.parent)
    return final


def refuse_real_site(site: Path) -> None:
    """Raise PublishError when something that is not our link stands where the site should be."""
    if site.is_symlink() or not site.exists():
        return
    kind = "folder" if site.is_dir() else "berkas"
    raise PublishError(
        f"{site} adalah {kind} biasa, bukan tautan ke hasil bangun, jadi tidak ditimpa. "
        f"Pindahkan atau hapus dahulu, lalu ulangi; atau pilih tempat lain dengan --out."
    )


def remove_old_releases(base: Path, keep: int) -> None:
    """Remove unfinished releases, and finished ones except the newest ``keep`` and any that a link in ``base`` names.

    Only for the process that holds ``build_lock``: an unfinished release is then nobody's.
    """
    releases = base / RELEASES
    public = _public(base)
    everything = sorted(path for path in releases.iterdir() if _number(path))
    finished = [path for path in everything if not path.name.endswith(_UNFINISHED)]
    kept = {path.resolve() for path in finished[max(0, len(finished) - keep) :]} | public
    for path in everything:
        if path.resolve() not in kept:
            shutil.rmtree(_as_unfinished(path))


def _as_unfinished(release: Path) -> Path:
    """Rename a release before its removal, so that a half removed one never passes for a whole one."""
    if release.name.endswith(_UNFINISHED):
        return release
    return release.rename(release.with_name(release.name + _UNFINISHED))


def _public(base: Path) -> set[Path]:
    """Return the folders that links beside the site lead to."""
    return {path.resolve() for path in base.iterdir() if path.is_symlink()}


def _number(release: Path) -> int:
    match = _NAME.fullmatch(release.name.removesuffix(_UNFINISHED))
    return int(match.group(1)) if match else 0


def _force_to_disk(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
