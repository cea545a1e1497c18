"""The story of a build, in order: load with the frame beside it, count, open data, pages, search, final check, switch.

No rules of its own: each stage lives in its own module, this one knows them all.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from catalog.begin import Begun, begin_build
from catalog.berdampingan import beside, beside_in_turn, here, here_in_turn
from catalog.bersama import Bersama, compare_releases
from catalog.catalog import Catalog
from catalog.charts import keep_drawings
from catalog.final_check import Findings, SiteFault, look_through
from catalog.frame import Frame, build_frame
from catalog.history import Changes
from catalog.ingatan import Foto, Ingatan, Lama, Terbit, open_memory
from catalog.inputs import Inputs
from catalog.jejak import Nilai
from catalog.kabar import image_files, sitemap_files
from catalog.keseluruhan import Keseluruhan, doors_of
from catalog.lama import Awal
from catalog.load import Loaded, load_catalog
from catalog.mampat import compress_release
from catalog.pages import PageContext, PageJob, make_context, plan_pages
from catalog.pages.environment import keep_templates
from catalog.pages.kepala import PINDAH, finish_handwritten
from catalog.pages.paket import PAKET
from catalog.pages.rapor import EVALUASI, RAPOR
from catalog.pengalihan import FILE as PENGALIHAN
from catalog.pengalihan import redirect_map
from catalog.progress import Progress, Stopwatch, silent
from catalog.publish import filling_release
from catalog.settings import Settings, read_settings
from catalog.writing import Pictures, make_pictures, pour_pages, write_file

DATA = "data"
"""Kind of the page that names the sizes of the open data: made last."""

_BINGKAI = "bingkai"
"""Name under which the frame is kept."""

_SCRATCH = Path("build", "bingkai")
"""Where MkDocs works, beside the site."""


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build came to.

    ``published`` is False when a fault kept the old site: an error in the data (``loaded.problems``) or, rarely, of
    the built pages (``faults``). ``left_out`` are faulty files that the change did not touch. ``stages`` are seconds.
    """

    loaded: Loaded = field(repr=False)
    published: bool
    jumlah_halaman: int = 0
    jumlah_berkas: int = 0
    jumlah_byte: int = 0
    faults: tuple[SiteFault, ...] = ()
    left_out: tuple[str, ...] = ()
    stages: tuple[tuple[str, float], ...] = ()


def build_site(inputs: Inputs, site: Path, **how: Any) -> BuildResult:
    """Do the same as ``complete_build``, for whoever has the programs loaded."""
    with begin_build(inputs, site) as begun:
        return complete_build(begun, **how)


def complete_build(
    begun: Begun,
    *,
    changes: Changes | None = None,
    processes: int | None = None,
    with_search: bool = True,
    compressed: bool = False,
    from_scratch: bool = False,
    progress: Progress = silent,
) -> BuildResult:
    """Check the data and, when nothing forbids it, build the whole site and switch ``site`` to it at once.

    A publish stops on any error and leaves the site that stands. With ``changes``, faulty files that the change did
    not touch are left out and named, and the rest is built. ``compressed``: ``.gz`` beside every text file,
    which are not counted. What the last build made and what still holds is taken over, unless ``from_scratch``; the
    bytes are the same either way.
    """
    root, base = begun.inputs.root, begun.site.parent
    memory, settings = open_memory(root, base, from_scratch), read_settings(root)
    keep_drawings(memory.simpanan, memory.mesin)
    keep_templates(memory.simpanan, memory.mesin)
    with _frame_beside(root, base, settings, memory) as frame:
        run = _Run(begun, settings, memory, frame, processes or os.cpu_count() or 1, Stopwatch(), progress)
        return _build(run, changes, with_search, compressed)


def _build(run: _Run, changes: Changes | None, with_search: bool, compressed: bool) -> BuildResult:
    with run.watch.time("membaca dan memeriksa"):
        loaded = load_catalog(run.inputs, None, run.processes, run.progress, run.memory.rekaman, run.begun.listing)
    faulty = tuple(sorted({p.berkas for p in loaded.problems if p.is_error}))
    if any(changes is None or file in changes.berkas for file in faulty):
        return BuildResult(loaded, published=False, stages=tuple(run.watch.stages))
    try:
        made, findings = _publish(run, loaded, with_search, compressed)
    except _UnsoundSite as unsound:
        return BuildResult(loaded, published=False, faults=unsound.faults, stages=tuple(run.watch.stages))
    return BuildResult(
        loaded,
        published=True,
        jumlah_halaman=made.jumlah_halaman,
        jumlah_berkas=len(findings.berkas),
        jumlah_byte=findings.jumlah_byte,
        left_out=faulty,
        stages=tuple(run.watch.stages),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """One build: what it has begun with, what it knows of the last one, and how it runs.

    ``frame`` waits for the frame, which is made beside other work; it is asked once.
    """

    begun: Begun
    settings: Settings
    memory: Ingatan
    frame: Callable[[], Frame]
    processes: int
    watch: Stopwatch
    progress: Progress

    @property
    def inputs(self) -> Inputs:
        """What it is made from."""
        return self.begun.inputs

    @property
    def site(self) -> Path:
        """Where it comes to."""
        return self.begun.site


@dataclass(frozen=True, slots=True)
class _Made:
    """What a release came to; ``baru`` are the files of the pages that were made, not taken over."""

    script_hashes: tuple[str, ...]
    jumlah_halaman: int
    terbit: Terbit
    baru: frozenset[str]


@contextmanager
def _frame_beside(root: Path, base: Path, settings: Settings, memory: Ingatan) -> Iterator[Callable[[], Frame]]:
    """Give the way to the frame, which is made anew only when theme, content, settings or the program changed."""
    kept: Frame | None = memory.simpanan.read(_BINGKAI, memory.tampilan)
    if kept is not None:
        known = kept
        yield lambda: known
        return
    scratch = base / _SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)  # of a build that was killed
    with beside(partial(build_frame, root, scratch, settings)) as wait:

        def keep() -> Frame:
            made = wait()
            memory.simpanan.write(_BINGKAI, memory.tampilan, made)
            return made

        yield keep
    shutil.rmtree(scratch, ignore_errors=True)


def _publish(run: _Run, loaded: Loaded, with_search: bool, compressed: bool) -> tuple[_Made, Findings]:
    """Fill a release, look at it, and make it the public site.

    Raises:
        _UnsoundSite: the look found faults; the old site stays.
    """
    memory, watch = run.memory, run.watch
    shared = _shared_with(run.begun, memory.lama.rilis)  # before the release it looks through gets another name
    with filling_release(run.site, former=memory.lama.rilis) as release:
        start = Awal(release, memory, shared, compressed)
        whole = Keseluruhan(loaded, run.inputs.root, run.settings, memory, start, with_search)
        search = partial(whole.make_search, run.processes)
        with (
            (here_in_turn if whole.same_data else beside_in_turn)(whole.make_figures) as figures,
            beside(search) if whole.lacks_search else nullcontext(_no_wait) as wait,
        ):
            made = _make_release(run, loaded, start, whole, figures)
            with watch.time("menunggu indeks pencarian"):
                wait()
        start.sweep()
        drawn = whole.known()
        with watch.time("pemeriksaan akhir"):
            allowed = frozenset(made.script_hashes)
            findings = look_through(release, allowed, run.processes, start.known_facts(), made.baru)
        if findings.faults:
            raise _UnsoundSite(findings.faults)
        if compressed:
            with watch.time("bentuk mampat"):
                compress_release(release, run.processes)
    with watch.time("tembolok"):
        name = run.site.resolve().name
        held = replace(made.terbit.tetap, rilis=name, fakta=findings.facts, seluruh=drawn)
        memory.keep(replace(made.terbit, tetap=held, fakta=findings.learnt))
    return made, findings


def _shared_with(begun: Begun, former: str) -> Bersama:
    """Return what the release named ``former`` shares with the spare one; mostly it is the one begun with."""
    if not former:
        return Bersama()
    shared = begun.shared()
    return shared if shared.rilis == former else compare_releases(begun.site.parent, former)


def _no_wait() -> None:
    """Stand for waiting where nothing was begun."""


class _UnsoundSite(Exception):
    """The final check found faults: the release is thrown away and the old site stays."""

    def __init__(self, faults: tuple[SiteFault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


def _make_release(run: _Run, loaded: Loaded, start: Awal, whole: Keseluruhan, figures: Callable[[], Any]) -> _Made:
    """Fill the release with everything but the search; ``figures`` gives in turn what ``whole`` makes beside it."""
    catalog, release, watch, settings = loaded.catalog, start.release, run.watch, run.settings
    photos = _photos(run.inputs, catalog)
    held = start.take_photos(photos)
    cards = image_files(catalog, settings, run.inputs.root / "theme")
    there = start.take_lasting(cards)
    missing = Pictures(
        {path: cards[path] for path in sorted(cards.keys() - there)},
        {key: place for key, place in photos.items() if key not in held},
    )
    with watch.time("daftar, statistik, terkait"):
        context = make_context(catalog, settings, figures, pintu=doors_of(loaded))
        jobs = plan_pages(context)
        context = replace(context, terkait=figures())  # related meanwhile; no plan looks at them
    with watch.time("bingkai dan foto"), make_pictures(missing, release, run.processes) as wait:
        frame = run.frame()
        _write_frame(frame, context, start)
        made = {key: start.made_photo(key, photo, photos[key][1]) for key, photo in wait().items()}
    shown: Mapping[str, Foto] = {**held, **made}
    context = replace(context, foto={key: photo.terbit for key, photo in sorted(shown.items())})
    with watch.time("halaman"):
        terbit, new = _make_pages(run, loaded, context, frame, jobs, start, whole.same_data)
    with watch.time("data terbuka"):
        data = whole.complete_data(figures())
        sizes = {path: (release / path).stat().st_size for path in data}
        told = replace(context, ukuran_data=sizes)  # only this page names them
        pour_pages([job for job in jobs if job.kind == DATA], told, frame, release, 1)
    lasting = frozenset({*cards, *_lasting_files(frame)})
    terbit = replace(terbit, tetap=replace(terbit.tetap, foto=shown, awet=lasting))
    return _Made(frame.script_hashes, len(jobs) + len(frame.handwritten), terbit, new)


_NOT_FOUND = "404.html"


def _lasting_files(frame: Frame) -> Iterator[str]:
    """Yield the files of what MkDocs made: they are the same while the frame is."""
    yield from frame.handwritten
    yield from frame.assets
    yield _NOT_FOUND


def _write_frame(frame: Frame, context: PageContext, start: Awal) -> None:
    """Write what MkDocs made, as far as it cannot be taken over, and the map of old addresses."""
    there = start.take_lasting(_lasting_files(frame))
    missing = {path: data for path, data in frame.handwritten.items() if path not in there}
    moved = redirect_map((f"inovasi/{old}", entri.tautan) for old, entri in context.pindah.items())
    own = {**finish_handwritten(missing, context.settings), **frame.assets, _NOT_FOUND: frame.not_found}
    for path in own.keys() - there:
        write_file(start.release, path, own[path])
    write_file(start.release, PENGALIHAN, moved.encode("utf-8"))


def _make_pages(
    run: _Run,
    loaded: Loaded,
    context: PageContext,
    frame: Frame,
    jobs: Sequence[PageJob],
    start: Awal,
    same_data: bool,
) -> tuple[Terbit, frozenset[str]]:
    """Take over the pages of ``jobs`` that still hold, and make the others but that of the open data; return what came
    of it, and the files of those that were made.
    """
    now, known = Nilai(context, loaded.sidik), run.memory.lama.nilai
    with (here if same_data else beside)(partial(now.changed, known, same_data)) as wait:
        for path, text in sitemap_files(_addresses(jobs, frame.handwritten), run.settings.site_url).items():
            write_file(start.release, path, text.encode("utf-8"))
        wanted = [job for job in jobs if job.kind != DATA]
        changed = wait()
        pages, beside_them = start.take_pages(wanted, changed)
    now.assume(known, changed)
    left = [job for job in wanted if job.path not in pages]
    new = pour_pages(left, context, frame, start.release, run.processes, run.progress, now, beside_them)
    held = {one: mark for one, mark in known.items() if one not in changed}  # also what no page reads any more
    made = frozenset(f"{job.path}index.html" for job in left)
    return Terbit(Lama("", pages, held), new.halaman, jumlah_baru=new.jumlah), made


def _addresses(jobs: Iterable[PageJob], handwritten: Iterable[str]) -> list[str]:
    """Return the addresses of all pages but the old ones, which only lead on."""
    generated = [job.path for job in jobs if job.kind not in (PINDAH, PAKET, RAPOR, EVALUASI)]
    return generated + [file.removesuffix("index.html") for file in handwritten]


def _photos(inputs: Inputs, catalog: Catalog) -> dict[str, tuple[Path, str]]:
    """Return every entry's photos by ``<entry id>/<berkas>``: their files, and where the published ones go."""
    return {
        f"{entri.id}/{photo.berkas}": (inputs.innovations / entri.id / photo.berkas, f"{entri.tautan}foto")
        for entri in catalog.entri
        for photo in entri.inovasi.foto
    }
