"""The floor: how long the disk alone takes for the files of a site.

``python -m benchmarks.floor SITE OUT PROCESSES semua|halaman``
"""

from __future__ import annotations

import sys
from multiprocessing import get_context
from multiprocessing.synchronize import Barrier
from pathlib import Path
from time import perf_counter

_POURED = ("index.html", ".docx", "data/v1/inovasi/")


def write_floor(site: Path, out: Path, processes: int, poured_only: bool = False) -> tuple[float, int, int]:
    """Write the files of ``site`` below the new folder ``out`` and return (seconds, files, bytes).

    Each process first reads its share into memory; timed is the writing, from the moment all are ready until the last
    is done. ``poured_only``: only what our stage *halaman* writes: pages, and documents and JSON of each entry.
    """
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    if poured_only:
        files = [file for file in files if file.endswith(_POURED[:2]) or file.startswith(_POURED[2])]
    context = get_context("fork")
    ready = context.Barrier(processes + 1)
    shares = [files[number::processes] for number in range(processes)]
    workers = [context.Process(target=_write_share, args=(site, out, share, ready)) for share in shares]
    for worker in workers:
        worker.start()
    ready.wait()
    start = perf_counter()
    ready.wait()
    seconds = perf_counter() - start
    for worker in workers:
        worker.join()
    return seconds, len(files), sum((site / file).stat().st_size for file in files)


def _write_share(site: Path, out: Path, files: list[str], ready: Barrier) -> None:
    contents = [(out / file, (site / file).read_bytes()) for file in files]
    ready.wait()
    for path, content in contents:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    ready.wait()


def main(arguments: list[str]) -> int:
    """Write the floor and print its seconds, files and bytes."""
    site, out, processes, poured = arguments
    seconds, files, size = write_floor(Path(site).resolve(), Path(out), int(processes), poured == "halaman")
    print(seconds, files, size)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
