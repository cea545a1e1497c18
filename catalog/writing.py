"""Files of a release, written in other processes: pictures beside the frame, open data, the pages in the frame."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from catalog.berdampingan import workers
from catalog.catalog import Catalog
from catalog.exports import WHOLE_SET, entri_path, join_entri
from catalog.frame import Frame
from catalog.ingatan import Halaman
from catalog.jejak import TEMPLAT, Bacaan, Nilai, Pengamat
from catalog.pages import FAMILIES, Lingkup, PageContext, PageJob, render
from catalog.photos import PublishedPhoto, publish_photo
from catalog.progress import Progress, silent
from catalog.tembolok import pack

_CHUNK = 50
_SHARES = 8
"""Chunks that each process gets at least, however few or heavy the pages are: all end at about the same time."""

_PER_POOL = 5_000
"""Pages after which processes are started anew: whatever a process reads of the catalogue becomes its own copy."""

_NEAR, _RELATED, _IN_REGION = 3_000, 25_000, 25
"""A page that tells of many entries counts once more for so many of the catalogue, one that names a few for so many:
the further apart they lie, the more of the memory becomes a copy. One of a region counts as so many times the former,
and once more, as the entries of an average region exceed the last number.
"""

_ALONE = 100
"""Up to so many pages, starting processes costs more than it saves."""


@dataclass(frozen=True, slots=True)
class Poured:
    """Pages that were made: how many, and what is to be known of them, part by part (``catalog.ingatan.Terbit``)."""

    jumlah: int
    halaman: tuple[bytes, ...]


def pour_pages(
    jobs: Sequence[PageJob],
    context: PageContext,
    frame: Frame,
    out: Path,
    processes: int,
    progress: Progress = silent,
    nilai: Nilai | None = None,
    taken: Mapping[str, Halaman] | None = None,
) -> Poured:
    """Write every page of ``jobs`` below ``out``, and the files beside it.

    With ``nilai``, the reads of each page are watched; what is returned may then be kept for the next build. ``taken``
    is path → the page as it was, of those whose other files are there already.
    """
    _prepare(context, frame, out, nilai, taken or {})
    done, parts = 0, []
    for count, part in _chunks(jobs, processes):
        parts.append(part)
        done += count
        progress("menulis halaman", done, len(jobs))
    return Poured(done, tuple(parts) if nilai else ())


def write_file(out: Path, path: str, data: bytes) -> None:
    """Write ``data`` to ``path`` below ``out``, folders made as needed."""
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


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)  # noqa: PTH102  nearly always the one above is there
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    except FileExistsError:
        pass  # another process was first


def write_whole_set(catalog: Catalog, out: Path) -> None:
    """Write ``inovasi.json`` from the JSON of each entry that ``pour_pages`` has written."""
    texts = ((out / entri_path(entri)).read_text(encoding="utf-8") for entri in catalog.entri)
    with (out / WHOLE_SET).open("wb") as file:
        file.writelines(piece.encode("utf-8") for piece in join_entri(texts))


@dataclass(frozen=True, slots=True)
class Pictures:
    """Pictures to be made: share images by path, photos by ``<entry id>/<berkas>``.

    A photo's value is (its file, the folder below the release in which its published forms lie).
    """

    kartu: Mapping[str, Callable[[], bytes]]
    foto: Mapping[str, tuple[Path, str]]


@contextmanager
def make_pictures(pictures: Pictures, out: Path, processes: int) -> Iterator[Callable[[], dict[str, PublishedPhoto]]]:
    """Make them in other processes; the function that the block is given waits, and returns the photos as published."""
    global _pictures, _out
    _pictures, _out = pictures, out
    if processes == 1 or not (pictures.kartu or pictures.foto):
        yield lambda: _together(map(_write_card, pictures.kartu), map(_publish, pictures.foto))
        return
    with workers(processes) as pool:
        cards = pool.imap(_write_card, pictures.kartu)
        photos = pool.imap(_publish, pictures.foto, chunksize=4)
        yield lambda: _together(cards, photos)


def _together(cards: Iterable[None], photos: Iterable[PublishedPhoto]) -> dict[str, PublishedPhoto]:
    for _ in cards:
        pass
    return dict(zip(_pictures.foto, photos, strict=True))


_pictures: Pictures


def _write_card(path: str) -> None:
    write_file(_out, path, _pictures.kartu[path]())


def _publish(photo: str) -> PublishedPhoto:
    source, folder = _pictures.foto[photo]
    return publish_photo(source, _out / folder)


_Written = tuple[int, bytes]
"""Number of pages, and packed what they were made from, with the digests that this process had not told of before."""


def _chunks(jobs: Sequence[PageJob], processes: int) -> Iterator[_Written]:
    weights = _weights(_context.catalog)
    if processes == 1 or len(jobs) <= _ALONE:
        yield from map(_pour_chunk, (chunk for chunk, _ in _cut(jobs, weights, processes)))
        return
    for some in _by_pool(jobs, weights, processes):
        with workers(processes) as pool:
            yield from pool.imap_unordered(_pour_chunk, some)


def _by_pool(
    jobs: Sequence[PageJob], weights: Mapping[Lingkup, int], processes: int
) -> Iterator[list[Sequence[PageJob]]]:
    """Yield chunks of the jobs, as many at a time as the same processes may make.

    Of very many jobs, those that go through the catalogue come first and by themselves, in a very large one some kinds
    at a time: the process gets a copy of it.
    """
    if len(jobs) > _PER_POOL:
        kinds = [kind for kind, family in FAMILIES.items() if family.lingkup == "semua"]
        turns = weights["sedikit"]
        for turn in range(turns):
            if group := [job for job in jobs if job.kind in kinds[turn::turns]]:
                yield [group]
        jobs = [job for job in jobs if job.kind not in kinds]
    some: list[Sequence[PageJob]] = []
    room = _PER_POOL
    for chunk, weight in _cut(jobs, weights, processes):
        some.append(chunk)
        room -= weight
        if room <= 0:
            yield some
            some, room = [], _PER_POOL
    if some:
        yield some


def _cut(
    jobs: Sequence[PageJob], weights: Mapping[Lingkup, int], processes: int
) -> Iterator[tuple[Sequence[PageJob], int]]:
    """Yield the jobs in chunks with the weight of each; several for each process also of few or of heavy ones."""
    most = min(_CHUNK, len(jobs) // (_SHARES * processes) + 1)
    start = weight = 0
    for place, job in enumerate(jobs, start=1):
        weight += weights[_lingkup(job)]
        if place - start == most or weight * _SHARES * processes >= _PER_POOL or place == len(jobs):
            yield jobs[start:place], weight
            start, weight = place, 0


def _weights(catalog: Catalog) -> dict[Lingkup, int]:
    entries = len(catalog.entri)
    average = entries // max(1, len(catalog.wilayah_berentri))
    few, many = 1 + entries // _RELATED, 1 + entries // _NEAR
    return {"sedikit": few, "banyak": many, "wilayah": many * (1 + average // _IN_REGION), "semua": many}


def _lingkup(job: PageJob) -> Lingkup:
    return FAMILIES[job.kind].lingkup


# What the worker processes inherit when they are forked.
_context: PageContext
_frame: Frame
_out = Path()
_nilai: Nilai | None = None
_pengamat: Pengamat
_told: set[Bacaan] = set()
_taken: Mapping[str, Halaman] = {}


def _prepare(context: PageContext, frame: Frame, out: Path, nilai: Nilai | None, taken: Mapping[str, Halaman]) -> None:
    global _context, _frame, _out, _nilai, _pengamat, _taken
    _context, _frame, _out, _nilai, _taken = context, frame, out, nilai, taken
    _pengamat = Pengamat(context)
    _told.clear()


def _pour_chunk(jobs: Sequence[PageJob]) -> _Written:
    if _nilai is None:
        for job in jobs:
            _write_all(_files_of(job, _context))
        return len(jobs), b""
    pages = [_pour_watched(job) for job in jobs]
    read = {one for page in pages for one in page.bacaan} - _told
    _told.update(read)
    return len(jobs), pack((pages, _nilai.of(read)))


def _pour_watched(job: PageJob) -> Halaman:
    former = _taken.get(job.path)
    if former is None:
        written, seen = _pengamat.note(lambda context: _write_all(_files_of(job, context)))
        return Halaman(job, tuple(written), seen)
    written, seen = _pengamat.note(lambda context: _write_all(islice(_files_of(job, context), 1)))
    read = {*seen, *(one for one in former.bacaan if one[0] != TEMPLAT)}  # what the other files read has not changed
    return Halaman(job, (*written, *former.berkas[1:]), tuple(read))


def _write_all(files: Iterable[tuple[str, bytes]]) -> list[str]:
    written = []
    for path, data in files:
        write_file(_out, path, data)
        written.append(path)
    return written


def _files_of(job: PageJob, context: PageContext) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of a page, and of what is published beside it."""
    page = render(job, context)
    yield f"{page.path}index.html", _frame.pour(page).encode("utf-8")
    yield from page.beside()
