"""Pages into files, in worker processes: render a body, pour it into the frame, write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from multiprocessing import get_context
from pathlib import Path

from catalog.exports import export_entri
from catalog.frame import Frame
from catalog.pages import PageContext, PageJob, render
from catalog.progress import Progress, silent

_CHUNK = 50
_ALONE = 100
"""Up to so many pages, starting processes costs more than it saves."""


def pour_pages(
    jobs: Sequence[PageJob], context: PageContext, frame: Frame, out: Path, processes: int, progress: Progress = silent
) -> None:
    """Write every page of ``jobs``, and the JSON of each entry, below ``out``."""
    _prepare(context, frame, out)
    done = 0
    for written in _chunks(jobs, processes):
        done += written
        progress("menulis halaman", done, len(jobs))


def write_file(out: Path, path: str, data: bytes) -> int:
    """Write ``data`` to ``path`` below ``out``, folders made as needed; return its bytes."""
    target = out / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    return len(data)


def _chunks(jobs: Sequence[PageJob], processes: int) -> Iterator[int]:
    chunks = [jobs[start : start + _CHUNK] for start in range(0, len(jobs), _CHUNK)]
    if processes == 1 or len(jobs) <= _ALONE:
        yield from map(_pour_chunk, chunks)
        return
    with get_context("fork").Pool(processes) as pool:
        yield from pool.imap_unordered(_pour_chunk, chunks)


# What the worker processes inherit when they are forked.
_context: PageContext
_frame: Frame
_out = Path()


def _prepare(context: PageContext, frame: Frame, out: Path) -> None:
    global _context, _frame, _out
    _context, _frame, _out = context, frame, out


def _pour_chunk(jobs: Sequence[PageJob]) -> int:
    for job in jobs:
        page = render(job, _context)
        write_file(_out, f"{page.path}index.html", _frame.pour(page).encode("utf-8"))
        entri = _context.catalog.find(job.key) if job.kind == "entri" else None
        if entri is not None:
            path, text = export_entri(entri)
            write_file(_out, path, text.encode("utf-8"))
    return len(jobs)
