"""Files of a release, written in worker processes: open data and photos beside the frame, then the pages in it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from catalog.catalog import Catalog
from catalog.exports import WHOLE_SET, entri_path, join_entri
from catalog.frame import Frame
from catalog.jejak import Nilai, Pengamat
from catalog.lama import Halaman
from catalog.pages import PageContext, PageJob, render
from catalog.photos import PublishedPhoto, publish_photo
from catalog.progress import Progress, silent

_CHUNK = 50
_ALONE = 100
"""Up to so many pages, starting processes costs more than it saves."""


def pour_pages(
    jobs: Sequence[PageJob],
    context: PageContext,
    frame: Frame,
    out: Path,
    processes: int,
    progress: Progress = silent,
    nilai: Nilai | None = None,
) -> dict[str, Halaman]:
    """Write every page of ``jobs`` below ``out``, and the files beside it.

    With ``nilai``, the reads of each page are watched; returned is path → page, to be kept for the next build.
    """
    _prepare(context, frame, out, nilai)
    made: dict[str, Halaman] = {}
    done = 0
    for count, pages in _chunks(jobs, processes):
        made |= {page.job.path: page for page in pages}
        done += count
        progress("menulis halaman", done, len(jobs))
    return made


def write_file(out: Path, path: str, data: bytes) -> int:
    """Write ``data`` to ``path`` below ``out``, folders made as needed; return its bytes."""
    target = f"{out}/{path}"  # one of tens of thousands: no Path, no buffer
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    try:
        file = os.open(target, flags, 0o644)
    except FileNotFoundError:
        _make_folder(target[: target.rindex("/")])
        file = os.open(target, flags, 0o644)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
    finally:
        os.close(file)
    return len(data)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102  nearly always the one above is there
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass  # another process was first


def write_whole_set(catalog: Catalog, out: Path) -> int:
    """Write ``inovasi.json`` from the JSON of each entry that ``pour_pages`` has written; return its bytes."""
    texts = ((out / entri_path(entri)).read_text(encoding="utf-8") for entri in catalog.entri)
    size = 0
    with (out / WHOLE_SET).open("wb") as file:
        for piece in join_entri(texts):
            size += file.write(piece.encode("utf-8"))
    return size


@dataclass(frozen=True, slots=True)
class Aside:
    """Work that needs no frame and can be done beside it: open data, feeds and share images by path, photos by
    ``<entry id>/<berkas>``.

    A photo's value is (its file, the folder below the release in which its published forms lie).
    """

    data: Mapping[str, Callable[[], str | bytes]]
    foto: Mapping[str, tuple[Path, str]]


@dataclass(frozen=True, slots=True)
class Done:
    """What came of it: bytes of each file of ``Aside.data``, and each photo as published."""

    ukuran: dict[str, int]
    foto: dict[str, PublishedPhoto]


@contextmanager
def work_aside(aside: Aside, out: Path, processes: int) -> Iterator[Callable[[], Done]]:
    """Start the work in other processes; the function that the block is given waits for it and returns what came."""
    global _aside, _out
    _aside, _out = aside, out
    if processes == 1:
        yield lambda: Done({p: _write_data(p) for p in aside.data}, {p: _publish(p) for p in aside.foto})
        return
    with get_context("fork").Pool(processes) as pool:
        data = pool.map_async(_write_data, aside.data, chunksize=1)
        photos = pool.map_async(_publish, aside.foto, chunksize=4)
        yield lambda: Done(
            dict(zip(aside.data, data.get(), strict=True)), dict(zip(aside.foto, photos.get(), strict=True))
        )


_aside: Aside


def _write_data(path: str) -> int:
    made = _aside.data[path]()
    return write_file(_out, path, made if isinstance(made, bytes) else made.encode("utf-8"))


def _publish(photo: str) -> PublishedPhoto:
    source, folder = _aside.foto[photo]
    return publish_photo(source, _out / folder)


_Written = tuple[int, list[Halaman]]


def _chunks(jobs: Sequence[PageJob], processes: int) -> Iterator[_Written]:
    size = min(_CHUNK, len(jobs) // (8 * processes) + 1)  # few jobs: none of the processes is left with the long ones
    chunks = [jobs[start : start + size] for start in range(0, len(jobs), size)]
    if processes == 1 or len(jobs) <= _ALONE:
        yield from map(_pour_chunk, chunks)
        return
    with get_context("fork").Pool(processes) as pool:
        yield from pool.imap_unordered(_pour_chunk, chunks)


# What the worker processes inherit when they are forked.
_context: PageContext
_frame: Frame
_out = Path()
_nilai: Nilai | None = None
_pengamat: Pengamat


def _prepare(context: PageContext, frame: Frame, out: Path, nilai: Nilai | None) -> None:
    global _context, _frame, _out, _nilai, _pengamat
    _context, _frame, _out, _nilai = context, frame, out, nilai
    _pengamat = Pengamat(context)


def _pour_chunk(jobs: Sequence[PageJob]) -> _Written:
    if _nilai is None:
        for job in jobs:
            _write_all(_files_of(job, _context))
        return len(jobs), []
    return len(jobs), [_pour_watched(job, _nilai) for job in jobs]


def _pour_watched(job: PageJob, nilai: Nilai) -> Halaman:
    written, seen = _pengamat.note(lambda context: _write_all(_files_of(job, context)))
    return Halaman(job, tuple(written), sum(written.values()), seen, nilai.of(seen))


def _write_all(files: Iterable[tuple[str, bytes]]) -> dict[str, int]:
    return {path: write_file(_out, path, data) for path, data in files}


def _files_of(job: PageJob, context: PageContext) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of a page, and of what is published beside it."""
    page = render(job, context)
    yield f"{page.path}index.html", _frame.pour(page).encode("utf-8")
    yield from page.beside()
