"""The story of a build, in order: load, count, frame, pages, exports, search, final check, switch.

No rules of its own: each stage lives in its own module, this one knows them all.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from catalog.bandingkan import region_files
from catalog.berdampingan import beside
from catalog.catalog import Catalog
from catalog.charts import keep_drawings
from catalog.exports import WHOLE_SET, export_files, statistics_files, wilayah_files
from catalog.final_check import SiteFault, look_through
from catalog.formulir import form_files
from catalog.frame import Frame, build_frame
from catalog.history import Changes
from catalog.jejak import Nilai
from catalog.kabar import feed_files, image_files, sitemap_files
from catalog.kunjungan import visit_files
from catalog.lama import Awal, Halaman, Ingatan, Lama, open_memory
from catalog.load import Inputs, Loaded, load_catalog
from catalog.mampat import compress_release
from catalog.pages import PageJob, make_context, plan_pages
from catalog.pages.kepala import PINDAH, finish_handwritten
from catalog.pages.paket import PAKET
from catalog.pages.rapor import EVALUASI, RAPOR
from catalog.paket import template_files
from catalog.pengalihan import FILE as PENGALIHAN
from catalog.pengalihan import redirect_map
from catalog.progress import Progress, Stopwatch, silent
from catalog.publish import publishing
from catalog.rencana import planner_files
from catalog.search.pecahan import Kept
from catalog.search.write import write_search
from catalog.settings import Settings, read_settings
from catalog.sinonim import load_sinonim
from catalog.statistics import count_statistics
from catalog.swanilai import edition_files
from catalog.terkait import read_weights, relate
from catalog.writing import Aside, pour_pages, work_aside, write_file, write_whole_set


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
    watch = Stopwatch()
    count = processes or os.cpu_count() or 1
    memory = open_memory(inputs.root, site.parent, from_scratch)
    keep_drawings(memory.simpanan, memory.mesin)
    with watch.time("membaca dan memeriksa"):
        loaded = load_catalog(inputs, processes=count, progress=progress, kept=memory.rekaman)
    faulty = tuple(sorted({p.berkas for p in loaded.problems if p.is_error}))
    if any(changes is None or file in changes.berkas for file in faulty):
        return BuildResult(loaded, published=False, stages=tuple(watch.stages))
    try:
        with publishing(site, former=memory.lama.rilis) as release:
            start = Awal(release, memory, compressed)
            search = partial(_search, inputs.root, loaded, memory, release, count)
            with beside(search) if with_search else nullcontext(_no_wait) as wait:
                made = _make_release(inputs, loaded, memory, start, count, watch, progress)
                with watch.time("menunggu indeks pencarian"):
                    wait()
            with watch.time("pemeriksaan akhir"):
                findings = look_through(release, frozenset(made.script_hashes), count, start.known_facts())
            if findings.faults:
                raise _UnsoundSite(findings.faults)
            if compressed:
                with watch.time("bentuk mampat"):
                    compress_release(release, count)
        with watch.time("tembolok"):
            memory.keep(replace(made.lama, rilis=site.resolve().name, fakta=findings.facts))
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


@dataclass(frozen=True, slots=True)
class _Made:
    script_hashes: tuple[str, ...]
    jumlah_halaman: int
    lama: Lama


def _make_release(
    inputs: Inputs,
    loaded: Loaded,
    memory: Ingatan,
    start: Awal,
    processes: int,
    watch: Stopwatch,
    progress: Progress,
) -> _Made:
    catalog, release = loaded.catalog, start.release
    settings = read_settings(inputs.root)
    with watch.time("menghitung statistik"):
        statistik = count_statistics(catalog)
    exports = export_files(catalog, statistik)
    exports.pop(WHOLE_SET)  # written from the entries' own files, once they are there
    templates = template_files(inputs.root / "vocabularies")
    images, feeds = image_files(catalog, settings, inputs.root / "theme"), feed_files(catalog, settings)
    photos = _photos(inputs, catalog)
    held_images, held_photos = start.take_pictures(images), start.take_photos(photos)
    aside = Aside(
        {
            **exports,
            **wilayah_files(catalog),
            **templates,
            **{path: make for path, make in images.items() if path not in held_images},
            **feeds,
            **region_files(catalog),
            **form_files(catalog),
            **visit_files(catalog, settings),
            **planner_files(catalog, inputs.root / "vocabularies"),
            **edition_files(catalog),
            **statistics_files(catalog, statistik),
        },
        {key: place for key, place in photos.items() if key not in held_photos},
    )
    with watch.time("bingkai, data terbuka, foto"), work_aside(aside, release, processes) as wait:
        frame = _frame(inputs.root, release.parent.parent / "bingkai", settings, memory)
        handwritten = finish_handwritten(frame.handwritten, settings)
        for path, data in {**handwritten, **frame.assets, "404.html": frame.not_found}.items():
            write_file(release, path, data)
        done = wait()
    with watch.time("daftar di halaman"):
        made = {key: start.made_photo(key, photo, photos[key][1]) for key, photo in done.foto.items()}
        published = held_photos | made
        shown = {key: photo.terbit for key, photo in sorted(published.items())}
        context = make_context(catalog, settings, statistik, done.ukuran, shown)
    moved = redirect_map((f"inovasi/{old}", entri.tautan) for old, entri in context.pindah.items())
    write_file(release, PENGALIHAN, moved.encode("utf-8"))
    with watch.time("terkait"):
        weights = read_weights(inputs.root / "vocabularies")
        context = replace(context, terkait=relate(catalog, weights, context.pintu))
    with watch.time("halaman"):
        jobs = plan_pages(context)
        for path, text in sitemap_files(_lasting(jobs, handwritten), settings.site_url).items():
            write_file(release, path, text.encode("utf-8"))
        now = Nilai(context, loaded.sidik)
        pages = start.take_pages((job for job in jobs if job.kind != "data"), now)
        left = [job for job in jobs if job.kind != "data" and job.path not in pages]
        pages |= pour_pages(left, context, frame, release, processes, progress, now)
    with watch.time("halaman data terbuka"):
        sizes = {**done.ukuran, WHOLE_SET: write_whole_set(catalog, release)}
        told = replace(context, ukuran_data=sizes)  # only this page names the sizes of the files
        pour_pages([job for job in jobs if job.kind == "data"], told, frame, release, 1)
    known = Lama("", pages, foto=published, gambar=frozenset(images))
    return _Made(frame.script_hashes, len(jobs) + len(frame.handwritten), known)


def _search(root: Path, loaded: Loaded, memory: Ingatan, release: Path, processes: int) -> None:
    sinonim = load_sinonim(root / "vocabularies" / "sinonim.yml")
    kept = Kept(memory.simpanan, memory.mesin, loaded.sidik)
    write_search(loaded.catalog, release / "jelajah", processes, sinonim, kept)


def _frame(root: Path, workdir: Path, settings: Settings, memory: Ingatan) -> Frame:
    """Return the frame, made anew only when theme, content, settings or the program changed."""
    kept: Frame | None = memory.simpanan.read("bingkai", memory.tampilan)
    if kept is None:
        kept = build_frame(root, workdir, settings)
        memory.simpanan.write("bingkai", memory.tampilan, kept)
    return kept


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
