"""The files of the innovations folder: which are records, which should not be there, and their bytes.

Links are never followed and nothing but regular files is opened, so nothing outside the folder is ever read.
"""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from catalog.problems import Problem, problem
from catalog.reading.characters import make_visible
from catalog.reading.found import show

FOLDER = "innovations"
REGISTERS = (
    "angka.yml",
    "indeks.yml",
    "kunjungan.yml",
    "lab.yml",
    "pameran.yml",
    "penghargaan.yml",
    "perangkat_daerah.yml",
    "wilayah.yml",
)
MAX_SLUG = 80
_REGION = re.compile(r"nasional|(?:kab|kota|prov)-[a-z0-9]+(?:-[a-z0-9]+)*")
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_WINDOWS_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(1, 10)), *(f"lpt{n}" for n in range(1, 10))]
)
_PHOTO_ENDINGS = (".jpg", ".jpeg", ".png", ".webp")
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_bytes(root: Path, berkas: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Return the bytes of the regular file ``berkas`` below ``root``, or None and the one reason why not.

    The size is checked before reading. A link, in the path or at its end, is refused, not followed.
    """
    path, fault = _check_path(str(root), berkas)
    if fault is not None:
        return None, (fault,)
    try:
        descriptor = os.open(path, _OPEN)
    except (OSError, ValueError):
        return None, (_file_problem("berkas-tidak-terbaca", berkas),)
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            return None, (_file_problem("berkas-bukan-berkas", berkas, _kind(status.st_mode)),)
        if status.st_size > limit:
            from catalog.reading.encoding import too_large

            return None, (too_large(berkas, status.st_size),)
        with os.fdopen(descriptor, "rb", closefd=False) as file:
            return file.read(limit + 1), ()
    except OSError:
        return None, (_file_problem("berkas-tidak-terbaca", berkas),)
    finally:
        os.close(descriptor)


def walk_innovations(root: Path) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """Return the records below ``root/innovations`` and the problems of everything that should not be there.

    Records are paths below ``root`` with ``/``, sorted: entries (``<wilayah>/<slug>.md``) and known registers.
    Nothing is opened. A wrongly named file is a problem and not a record.
    """
    records: list[str] = []
    problems: list[Problem] = []
    for entry in _scan(str(root), FOLDER, problems):
        berkas = f"{FOLDER}/{entry.name}"
        if entry.is_symlink():
            problems.append(_file_problem("berkas-tautan-simbolik", berkas))
        elif entry.is_dir(follow_symlinks=False):
            if _REGION.fullmatch(entry.name):
                _walk_region(str(root), entry.name, records, problems)
            else:
                problems.append(_file_problem("folder-nama-salah", berkas, entry.name))
        elif entry.name not in ("README.md", ".gitkeep"):
            problems.append(_file_problem("berkas-tidak-dikenal", berkas, entry.name))
    return tuple(sorted(records)), tuple(sorted(problems))


def entry_name_fault(berkas: str) -> Problem | None:
    """Return what is wrong with the name of an entry's file that does not exist yet, None if nothing is."""
    return _name_fault(berkas, berkas.rpartition("/")[2], set())


def _walk_region(root: str, region: str, records: list[str], problems: list[Problem]) -> None:
    entries = list(_scan(root, f"{FOLDER}/{region}", problems))
    names = {entry.name for entry in entries}
    for entry in entries:
        berkas = f"{FOLDER}/{region}/{entry.name}"
        if entry.is_symlink():
            problems.append(_file_problem("berkas-tautan-simbolik", berkas))
        elif entry.is_dir(follow_symlinks=False):
            _walk_photos(root, berkas, names, problems)
        elif not entry.is_file(follow_symlinks=False):
            problems.append(
                _file_problem("berkas-bukan-berkas", berkas, _kind(entry.stat(follow_symlinks=False).st_mode))
            )
        elif entry.name.endswith(".md") or entry.name in REGISTERS:
            fault = _name_fault(berkas, entry.name, names)
            if fault is None:
                records.append(berkas)
            else:
                problems.append(fault)
        elif entry.name != ".gitkeep":
            problems.append(_unexpected(berkas, entry.name, names))


def _walk_photos(root: str, folder: str, names: set[str], problems: list[Problem]) -> None:
    """Check a folder beside the entries: it holds the photos of the entry of the same name, nothing else."""
    name = folder.rpartition("/")[2]
    if name.endswith((".md", ".yml")):
        problems.append(_file_problem("berkas-bukan-berkas", folder, "folder"))
        return
    if f"{name}.md" not in names:
        problems.append(_file_problem("folder-tanpa-entri", folder, name))
    seen: dict[str, str] = {}
    for entry in _scan(root, folder, problems):
        berkas = f"{folder}/{entry.name}"
        ending = PurePosixPath(entry.name).suffix
        if entry.is_symlink():
            problems.append(_file_problem("berkas-tautan-simbolik", berkas))
        elif not entry.is_file(follow_symlinks=False):
            kind = _kind(entry.stat(follow_symlinks=False).st_mode)
            problems.append(_file_problem("berkas-bukan-berkas", berkas, kind))
        elif ending.lower() in (".svg", ".svgz"):
            problems.append(_file_problem("berkas-svg", berkas, entry.name))
        elif entry.name.casefold() in seen:
            problems.append(_twin(berkas, entry.name, seen[entry.name.casefold()]))
        elif ending not in _PHOTO_ENDINGS and entry.name != ".gitkeep":
            problems.append(_file_problem("berkas-tidak-dikenal", berkas, entry.name))
        seen.setdefault(entry.name.casefold(), entry.name)


def _name_fault(berkas: str, name: str, names: set[str]) -> Problem | None:
    """Return what is wrong with the name of an entry or register, None if nothing is."""
    if name in REGISTERS:
        return None
    slug = name.removesuffix(".md")
    if not _SLUG.fullmatch(slug):
        return _bad_name(berkas, name, names)
    if len(slug) > MAX_SLUG:
        return problem(
            "berkas-nama-terlalu-panjang",
            berkas=berkas,
            baris=1,
            kolom=1,
            ditemukan=name,
            panjang=len(slug),
            batas=MAX_SLUG,
        )
    if slug in _WINDOWS_NAMES:
        return _file_problem("berkas-nama-terlarang", berkas, name)
    return None


def _unexpected(berkas: str, name: str, names: set[str]) -> Problem:
    """Return the problem of a file that is no record: a picture, a register in the wrong case, anything else."""
    lowered = name.casefold()
    if lowered.endswith((".svg", ".svgz")):
        return _file_problem("berkas-svg", berkas, name)
    stem, ending = PurePosixPath(lowered).stem, PurePosixPath(lowered).suffix
    proper = {".md": f"{stem}.md", ".markdown": f"{stem}.md", ".yml": lowered, ".yaml": f"{stem}.yml"}.get(ending)
    if proper and (ending in (".md", ".markdown") or proper in REGISTERS):
        return _bad_name(berkas, name, names)
    return _file_problem("berkas-tidak-dikenal", berkas, name)


def _bad_name(berkas: str, name: str, names: set[str]) -> Problem:
    """Return the problem of a name out of form, with the name it should have; a twin if that one is taken."""
    named = PurePosixPath(name.casefold())
    stem, ending = named.stem, named.suffix
    proper_ending = ".yml" if ending in (".yml", ".yaml") else ".md"
    slug = stem if proper_ending == ".yml" else re.sub(r"[^a-z0-9]+", "-", stem).strip("-")
    better = f"{slug[:MAX_SLUG].rstrip('-')}{proper_ending}"
    if better != name and better in names and name.casefold() == better:
        return _twin(berkas, name, better)
    advice = f"ganti nama berkas menjadi `{better}`" if slug else "beri nama seperti `nama-inovasi.md`"
    if better in names:
        advice = "beri nama lain yang belum dipakai, seperti `nama-inovasi.md`"
    return problem("berkas-nama-salah", berkas=_printable(berkas), baris=1, kolom=1, ditemukan=show(name), saran=advice)


def _twin(berkas: str, name: str, other: str) -> Problem:
    return problem(
        "berkas-nama-kembar", berkas=_printable(berkas), baris=1, kolom=1, ditemukan=show(name), lain=show(other)
    )


def _scan(root: str, folder: str, problems: list[Problem]) -> Iterator[os.DirEntry[str]]:
    """Yield what stands in ``folder``, sorted by name; a folder that is a link or cannot be read is a problem."""
    path = Path(root, *folder.split("/"))
    if path.is_symlink():
        problems.append(_file_problem("berkas-tautan-simbolik", folder))
        return
    try:
        with os.scandir(path) as listing:
            entries = sorted(listing, key=lambda entry: entry.name)
    except FileNotFoundError:
        problems.append(_file_problem("berkas-tidak-ada", folder))
        return
    except OSError:
        problems.append(_file_problem("berkas-tidak-terbaca", folder))
        return
    yield from entries


def _check_path(root: str, berkas: str) -> tuple[str, Problem | None]:
    """Return the path of ``berkas`` on this machine, and what forbids opening it; no part of it is followed."""
    parts = berkas.split("/")
    if "\x00" in berkas or "\\" in berkas or not all(part not in ("", ".", "..") for part in parts):
        return "", _file_problem("berkas-di-luar", berkas, berkas)
    path = root
    mode = 0
    try:
        for part in parts:
            path = f"{path}{os.sep}{part}"
            mode = os.lstat(path).st_mode
            if stat.S_ISLNK(mode):
                return path, _file_problem("berkas-tautan-simbolik", berkas)
    except (FileNotFoundError, NotADirectoryError):
        return path, _file_problem("berkas-tidak-ada", berkas)
    except (OSError, ValueError):
        return path, _file_problem("berkas-tidak-terbaca", berkas)
    if not stat.S_ISREG(mode):
        return path, _file_problem("berkas-bukan-berkas", berkas, _kind(mode))
    return path, None


def _file_problem(kode: str, berkas: str, ditemukan: str | None = None) -> Problem:
    found = {
        "berkas-tautan-simbolik": "tautan simbolik",
        "berkas-tidak-ada": "tidak ada",
        "berkas-tidak-terbaca": "tidak dapat dibuka",
    }
    typed = found.get(kode, "") if ditemukan is None else ditemukan
    return problem(kode, berkas=_printable(berkas), baris=1, kolom=1, ditemukan=show(typed))


def _printable(berkas: str) -> str:
    """Return a path that fits on one line of a message, whatever characters the file system allowed in it."""
    return make_visible(berkas).replace("\n", "<U+000A>")


def _kind(mode: int) -> str:
    if stat.S_ISDIR(mode):
        return "folder"
    if stat.S_ISFIFO(mode):
        return "pipa (FIFO)"
    return "soket" if stat.S_ISSOCK(mode) else "perangkat"
