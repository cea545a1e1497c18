"""Pouring alone: bodies that are ready, put into the frame and written, beside writing the same bytes.

``python -m benchmarks.menuang INNOVATIONS OUT PROCESSES``
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from multiprocessing import connection, get_context
from multiprocessing.context import ForkProcess
from multiprocessing.synchronize import Barrier
from pathlib import Path
from threading import Thread
from time import perf_counter

from benchmarks.generator import ROOT
from catalog.frame import Frame, build_frame
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.pages import PageContext, PageJob, make_context, plan_pages, render
from catalog.settings import read_settings
from catalog.writing import write_file

_KINDS = ("entri", "paket")
"""Pages that exist once per entry: nearly all there are."""

_MOST = 20_000
"""Pages at most: each is held twice in memory, as body and as text; a greater catalogue pours one in so many."""


def measure_pouring(innovations: Path, out: Path, processes: int) -> tuple[float, float, int]:
    """Return (seconds of pouring and writing, seconds of writing the same bytes, pages).

    Each process first makes the bodies of its share; timed is what follows, from the moment all are ready until the
    last is done, the writing alone right after it.

    Raises:
        BrokenBarrierError: a process ended before it was done, as the system lets it where memory runs short.
    """
    settings = read_settings(ROOT)
    loaded = load_catalog(Inputs.of(ROOT, innovations), processes=processes)
    frame = build_frame(ROOT, out / "bingkai", settings)
    context = make_context(loaded.catalog, settings)
    jobs = [job for job in plan_pages(context) if job.kind in _KINDS]
    jobs = jobs[:: -(-len(jobs) // _MOST) or 1]
    forked = get_context("fork")
    ready = forked.Barrier(processes + 1)
    shares = [jobs[number::processes] for number in range(processes)]
    workers = [forked.Process(target=_pour_share, args=(share, context, frame, out, ready)) for share in shares]
    for worker in workers:
        worker.start()
    watching = Thread(target=_stop_when_one_dies, args=(workers, ready))
    watching.start()
    try:
        poured, written = _between(ready), _between(ready)
    finally:
        watching.join()
    return poured, written, len(jobs)


def _stop_when_one_dies(workers: Sequence[ForkProcess], ready: Barrier) -> None:
    """Wait for all; a process that failed would let the others wait for it for ever."""
    running = list(workers)
    while running:
        connection.wait([worker.sentinel for worker in running])
        for worker in running:
            worker.join(0)
            if worker.exitcode:
                ready.abort()
        running = [worker for worker in running if worker.is_alive()]


def _between(ready: Barrier) -> float:
    ready.wait()
    start = perf_counter()
    ready.wait()
    return perf_counter() - start


def _pour_share(jobs: Sequence[PageJob], context: PageContext, frame: Frame, out: Path, ready: Barrier) -> None:
    pages = [render(job, context) for job in jobs]
    (out / "tuang").mkdir(parents=True, exist_ok=True)
    (out / "lantai").mkdir(parents=True, exist_ok=True)
    _timed(lambda: [write_file(out / "tuang", f"{p.path}index.html", frame.pour(p).encode()) for p in pages], ready)
    texts = [(f"{page.path}index.html", frame.pour(page).encode()) for page in pages]
    _timed(lambda: [write_file(out / "lantai", path, text) for path, text in texts], ready)


def _timed(work: Callable[[], object], ready: Barrier) -> None:
    ready.wait()
    work()
    ready.wait()


def main(arguments: list[str]) -> int:
    """Print the seconds of pouring, of writing, and the number of pages."""
    innovations, out, processes = arguments
    print(*measure_pouring(Path(innovations).resolve(), Path(out).resolve(), int(processes)))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
