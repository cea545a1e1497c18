"""The story of a build, in order: load with the frame beside it, count, open data, pages, search, final check, switch.

No rules of its own: each stage lives in its own module, this one knows them all.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from catalog.berdampingan import beside
from catalog.catalog import Catalog
from catalog.charts import keep_drawings
from catalog.data_terbuka import open_data
from catalog.exports import WHOLE_SET
from catalog.final_check import Findings, SiteFault, look_through
from catalog.frame import Frame, build_frame
from catalog.history import Changes
from catalog.jejak import Nilai
from catalog.kabar import image_files, sitemap_files
from catalog.lama import Awal, Foto, Halaman, Ingatan, Lama, open_memory
from catalog.load import Inputs, Loaded, load_catalog
from catalog.mampat import compress_release
from catalog.pages import PageContext, PageJob, make_context, plan_pages
from catalog.pages.kepala import PINDAH, finish_handwritten
from catalog.pages.paket import PAKET
from catalog.pages.rapor import EVALUASI, RAPOR
from catalog.pengalihan import FILE as PENGALIHAN
from catalog.pengalihan import redirect_map
from catalog.progress import Progress, Stopwatch, silent
from catalog.publish import publishing
from catalog.search.pecahan import Kept
from catalog.search.write import write_search
from catalog.settings import Settings, read_settings
from catalog.sinonim import load_sinonim
from catalog.statistics import Statistik, count_statistics
from catalog.terkait import read_weights, relate
from catalog.writing import Aside, pour_pages, work_aside, write_file, write_whole_set

DATA = "data"
"""Kind of the page that names the sizes of the open data: made last."""

_BINGKAI = "bingkai"
"""Name under which the frame is kept."""


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


def build_site(
    inputs: Inputs,
    site: Path,
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
    memory, settings = open_memory(inputs.root, site.parent, from_scratch), read_settings(inputs.root)
    keep_drawings(memory.simpanan, memory.mesin)
    watch = Stopwatch()
    with _frame_beside(inputs.root, settings, memory) as frame:
        run = _Run(inputs, settings, memory, frame, processes or os.cpu_count() or 1, watch, progress)
        with watch.time("membaca dan memeriksa"):
            loaded = load_catalog(inputs, processes=run.processes, progress=progress, kept=memory.rekaman)
        faulty = tuple(sorted({p.berkas for p in loaded.problems if p.is_error}))
        if any(changes is None or file in changes.berkas for file in faulty):
            return BuildResult(loaded, published=False, stages=tuple(watch.stages))
        try:
            made, findings = _publish(run, site, loaded, with_search, compressed)
        except _UnsoundSite as unsound:
            return BuildResult(loaded, published=False, faults=unsound.faults, stages=tuple(watch.stages))
    return BuildResult(
        loaded,
        published=True,
        jumlah_halaman=made.jumlah_halaman,
        jumlah_berkas=len(findings.berkas),
        jumlah_byte=_measure(site, findings.berkas, made.lama.halaman.values()),
        left_out=faulty,
        stages=tuple(watch.stages),
    )


@dataclass(frozen=True, slots=True)
class _Run:
    """One build: what it is made from, what it knows of the last one, and how it runs.

    ``frame`` waits for the frame, which is made beside the reading; it is asked once.
    """

    inputs: Inputs
    settings: Settings
    memory: Ingatan
    frame: Callable[[], Frame]
    processes: int
    watch: Stopwatch
    progress: Progress


@dataclass(frozen=True, slots=True)
class _Made:
    script_hashes: tuple[str, ...]
    jumlah_halaman: int
    lama: Lama


@contextmanager
def _frame_beside(root: Path, settings: Settings, memory: Ingatan) -> Iterator[Callable[[], Frame]]:
    """Give the way to the frame, which is made anew only when theme, content, settings or the program changed."""
    kept: Frame | None = memory.simpanan.read(_BINGKAI, memory.tampilan)
    if kept is not None:
        known = kept
        yield lambda: known
        return
    with TemporaryDirectory(prefix="bingkai-") as scratch:
        with beside(partial(build_frame, root, Path(scratch), settings)) as wait:

            def keep() -> Frame:
                made = wait()
                memory.simpanan.write(_BINGKAI, memory.tampilan, made)
                return made

            yield keep


def _publish(run: _Run, site: Path, loaded: Loaded, with_search: bool, compressed: bool) -> tuple[_Made, Findings]:
    """Fill a release, look at it, and make it the public site.

    Raises:
        _UnsoundSite: the look found faults; the old site stays.
    """
    memory, watch = run.memory, run.watch
    with (
        publishing(site, former=memory.lama.rilis) as release,
        beside(partial(count_statistics, loaded.catalog)) as counts,
        beside(partial(_relate, run, loaded)) as related,
    ):
        start = Awal(release, memory, compressed)
        search = partial(_search, run.inputs.root, loaded, memory, release, run.processes)
        with beside(search) if with_search else nullcontext(_no_wait) as wait:
            made = _make_release(run, loaded, start, counts, related)
            with watch.time("menunggu indeks pencarian"):
                wait()
        with watch.time("pemeriksaan akhir"):
            findings = look_through(release, frozenset(made.script_hashes), run.processes, start.known_facts())
        if findings.faults:
            raise _UnsoundSite(findings.faults)
        if compressed:
            with watch.time("bentuk mampat"):
                compress_release(release, run.processes)
    with watch.time("tembolok"):
        memory.keep(replace(made.lama, rilis=site.resolve().name, fakta=findings.facts))
    return made, findings


def _no_wait() -> None:
    """Stand for waiting where nothing was begun."""


def _measure(site: Path, files: frozenset[str], pages: Collection[Halaman]) -> int:
    """Return the bytes of all files; those of pages were counted when they were made."""
    others = files.difference(*(page.berkas for page in pages))
    return sum(page.byte for page in pages) + sum(os.lstat(f"{site}/{name}").st_size for name in others)


class _UnsoundSite(Exception):
    """The final check found faults: the release is thrown away and the old site stays."""

    def __init__(self, faults: tuple[SiteFault, ...]) -> None:
        super().__init__(f"{len(faults)} faults")
        self.faults = faults


_Related = dict[str, tuple[str, ...]]


def _relate(run: _Run, loaded: Loaded) -> _Related:
    weights = read_weights(run.inputs.root / "vocabularies")
    words = {id: sari.kata for id, sari in loaded.sari.items()}
    return relate(loaded.catalog, weights, _doors(loaded), kata=words)


def _doors(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    return {entri.id: loaded.sari[entri.id].pintu for entri in loaded.catalog.entri}


def _make_release(
    run: _Run, loaded: Loaded, start: Awal, counts: Callable[[], Statistik], related: Callable[[], _Related]
) -> _Made:
    catalog, release, watch, settings = loaded.catalog, start.release, run.watch, run.settings
    photos = _photos(run.inputs, catalog)
    held = start.take_photos(photos)
    images = image_files(catalog, settings, run.inputs.root / "theme")
    pictures = images.keys() - start.take_pictures(images)
    with watch.time("daftar, statistik, terkait"):
        context = replace(make_context(catalog, settings, counts, pintu=_doors(loaded)), terkait=related())
    aside = Aside(
        open_data(catalog, context.statistik, settings, run.inputs.root / "vocabularies")
        | {path: images[path] for path in sorted(pictures)},
        {key: place for key, place in photos.items() if key not in held},
    )
    with watch.time("bingkai, data terbuka, foto"), work_aside(aside, release, run.processes) as wait:
        frame = run.frame()
        handwritten = finish_handwritten(frame.handwritten, settings)
        moved = redirect_map((f"inovasi/{old}", entri.tautan) for old, entri in context.pindah.items())
        own = {**handwritten, **frame.assets, "404.html": frame.not_found, PENGALIHAN: moved.encode("utf-8")}
        for path, data in own.items():
            write_file(release, path, data)
        done = wait()
    made = {key: start.made_photo(key, photo, photos[key][1]) for key, photo in done.foto.items()}
    shown: Mapping[str, Foto] = {**held, **made}
    context = replace(context, foto={key: photo.terbit for key, photo in sorted(shown.items())})
    with watch.time("halaman"):
        jobs = plan_pages(context)
        for path, text in sitemap_files(_lasting(jobs, handwritten), settings.site_url).items():
            write_file(release, path, text.encode("utf-8"))
        pages = _pour(run, loaded, [job for job in jobs if job.kind != DATA], context, frame, start)
    with watch.time("halaman data terbuka"):
        sizes = {**done.ukuran, WHOLE_SET: write_whole_set(catalog, release)}
        told = replace(context, ukuran_data=sizes)  # only this page names the sizes of the files
        pour_pages([job for job in jobs if job.kind == DATA], told, frame, release, 1)
    known = Lama("", pages, foto=shown, gambar=frozenset(images))
    return _Made(frame.script_hashes, len(jobs) + len(frame.handwritten), known)


def _pour(
    run: _Run, loaded: Loaded, jobs: list[PageJob], context: PageContext, frame: Frame, start: Awal
) -> dict[str, Halaman]:
    """Take over the pages that still hold, and make the others; return path → page."""
    now = Nilai(context, loaded.sidik)
    pages = start.take_pages(jobs, now)
    left = [job for job in jobs if job.path not in pages]
    return pages | pour_pages(left, context, frame, start.release, run.processes, run.progress, now)


def _search(root: Path, loaded: Loaded, memory: Ingatan, release: Path, processes: int) -> None:
    sinonim = load_sinonim(root / "vocabularies" / "sinonim.yml")
    kept = Kept(memory.simpanan, memory.mesin, loaded.sidik)
    write_search(loaded.catalog, release / "jelajah", processes, sinonim, kept)


def _lasting(jobs: Iterable[PageJob], handwritten: Iterable[str]) -> list[str]:
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
