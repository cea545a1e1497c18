"""One size after the other: generate, prepare the peers, run everything once in the same minutes, clean up."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.generator import ROOT, Generated, generate
from benchmarks.measure import Run, RunFailed, measure
from benchmarks.pages import read_pages
from benchmarks.peers import (
    Command,
    environment,
    hugo,
    hugo_is_here,
    mkdocs,
    pagefind,
    prepare_hugo,
    prepare_mkdocs,
)
from catalog.vocabularies import load_vocabularies

_STAGE = re.compile(r"^  (\S.*?)\s+([\d.]+) detik$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Built:
    """A measured build and the site it left: number of files, bytes."""

    run: Run
    berkas: int
    byte: int


@dataclass(slots=True)
class Results:
    """Everything measured at one size; a peer that is not installed has no row, nor one that failed, which ``gagal``
    tells of.

    ``stages`` are the seconds of our full build as it prints them. ``lantai`` and ``lantai_halaman`` are (seconds,
    files, bytes) of writing the whole site, and of what the stage *halaman* writes. ``tuang`` is (seconds of pouring
    ready bodies into the frame and writing them, seconds of writing alone, pages).
    """

    generated: Generated
    rows: dict[str, Built] = field(default_factory=dict)
    gagal: dict[str, str] = field(default_factory=dict)
    stages: dict[str, float] = field(default_factory=dict)
    lantai: tuple[float, int, int] = (0.0, 0, 0)
    lantai_halaman: tuple[float, int, int] = (0.0, 0, 0)
    tuang: tuple[float, float, int] = (0.0, 0.0, 0)


Say = Callable[[str], None]


def run_size(count: int, scratch: Path, processes: int, repeats: int, say: Say) -> Results:
    """Measure ``count`` entries below the folder ``scratch``, which is removed afterwards.

    Every build goes into a folder of its own and has no cache; nothing is removed between builds, since a file system
    looks long for room after many files were removed. With ``repeats`` the fastest of so many rounds counts.

    Raises:
        RunFailed: one of our builds ended with an error.
    """
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        return _run_size(count, scratch, processes, repeats, say)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _run_size(count: int, scratch: Path, processes: int, repeats: int, say: Say) -> Results:
    say(f"{count} entri: menulis entri dan halaman pembanding")
    innovations = scratch / "innovations"
    results = Results(generate(count, innovations, processes=processes))
    _prepare_peers(innovations, scratch)
    for turn in range(repeats):
        if turn:  # the peers write where they wrote before
            shutil.rmtree(scratch / "hugo" / "situs", ignore_errors=True)
            for site in (scratch / "mkdocs").glob("situs-*"):
                shutil.rmtree(site)
        _run_ours(results, innovations, scratch / f"kami-{turn}", processes, say)
        _run_mkdocs(results, scratch / "mkdocs", say)
        _run_hugo(results, scratch / "hugo", processes, say)
    return results


def _prepare_peers(innovations: Path, scratch: Path) -> None:
    pages = tuple(read_pages(innovations, load_vocabularies(ROOT / "vocabularies")))
    prepare_mkdocs(pages, scratch / "mkdocs")
    if hugo_is_here():
        prepare_hugo(pages, scratch / "hugo")


def _run_ours(results: Results, innovations: Path, folder: Path, processes: int, say: Say) -> None:
    program = (sys.executable, str(ROOT / "build_catalog.py"))
    data = ("--innovations", str(innovations))
    for name, options in {"kami, tanpa pencarian": ("--tanpa-pencarian",), "kami": ()}.items():
        say(name)
        own = folder / (options[0].strip("-") if options else "lengkap")
        own.mkdir(parents=True)
        build = ("build", *data, "--out", str(own / "site"), "--proses", str(processes), *options)
        command = Command((*program, *build), ROOT, own / "site")
        built = _build(command)
        if _keep(results.rows, name, built) and name == "kami":
            results.stages = _stages(built.run.keluaran)
    say("kami, check")
    check = measure((*program, "check", *data), ROOT)
    _keep(results.rows, "kami, check", Built(check, 0, 0))
    say("lantai disk")
    results.lantai = _fastest(results.lantai, _floor(folder / "lengkap", processes, "semua"))
    results.lantai_halaman = _fastest(results.lantai_halaman, _floor(folder / "lengkap", processes, "halaman"))
    say("menuang")
    results.tuang = _pouring(innovations, folder / "menuang", processes)


def _run_mkdocs(results: Results, folder: Path, say: Say) -> None:
    for with_search in (False, True):
        name = f"MkDocs + Material, {'dengan' if with_search else 'tanpa'} pencarian"
        say(name)
        with _noting_failure(results, name):
            _keep(results.rows, name, _build(mkdocs(folder, with_search)))


def _run_hugo(results: Results, folder: Path, processes: int, say: Say) -> None:
    if not hugo_is_here():
        say("Hugo + Pagefind dilewati: program hugo tidak ada (di Debian: apt-get install hugo)")
        return
    say("Hugo")
    with _noting_failure(results, "Hugo"):
        built = _build(hugo(folder, processes))
        _keep(results.rows, "Hugo", built)
        say("Pagefind atas situs Hugo")
        with _noting_failure(results, "Hugo + Pagefind"):
            searched = _build(pagefind(folder, processes))
            both = Built(built.run + searched.run, searched.berkas, searched.byte)
            _keep(results.rows, "Hugo + Pagefind", both)


@contextmanager
def _noting_failure(results: Results, name: str) -> Iterator[None]:
    """Note that a peer could not build so many entries, and go on: the others are still compared."""
    try:
        yield
    except RunFailed as failure:
        results.gagal[name] = str(failure).splitlines()[0].rpartition(" … ")[2].rstrip(":")


def _build(command: Command) -> Built:
    run = measure(command.arguments, command.folder, environment(command))
    files = [path.stat().st_size for path in command.site.resolve().rglob("*") if path.is_file()]
    return Built(run, len(files), sum(files))


def _floor(folder: Path, processes: int, which: str) -> tuple[float, int, int]:
    out = folder / f"lantai-{which}"
    arguments = (sys.executable, "-m", "benchmarks.floor", str(folder / "site"), str(out), str(processes), which)
    seconds, files, size = measure(arguments, ROOT).keluaran.split()
    return float(seconds), int(files), int(size)


def _pouring(innovations: Path, out: Path, processes: int) -> tuple[float, float, int]:
    arguments = (sys.executable, "-m", "benchmarks.menuang", str(innovations), str(out), str(processes))
    poured, written, pages = measure(arguments, ROOT).keluaran.split()
    return float(poured), float(written), int(pages)


def _keep(rows: dict[str, Built], name: str, built: Built) -> bool:
    """Keep the faster of two runs; True when it is the new one."""
    if name in rows and rows[name].run.detik <= built.run.detik:
        return False
    rows[name] = built
    return True


def _fastest(one: tuple[float, int, int], other: tuple[float, int, int]) -> tuple[float, int, int]:
    return min((row for row in (one, other) if row[1]), default=other)


def _stages(output: str) -> dict[str, float]:
    return {name: float(seconds) for name, seconds in _STAGE.findall(output)}
