"""The catalogue in memory while its files are written: what has changed is checked, shown, then joined and counted.

A page is rendered when it is asked for. Nothing is written but the search data, on first use.
"""

from __future__ import annotations

import mimetypes
import os
import shutil
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from catalog.catalog import Catalog, make_catalog
from catalog.data_terbuka import open_data
from catalog.exports import entri_path, export_entri, export_files
from catalog.frame import Frame, build_frame
from catalog.inputs import Inputs
from catalog.isi import find_photos
from catalog.load import check_file
from catalog.load.sari import Sari, make_penyari
from catalog.pages import PageContext, PageJob, make_context, plan_pages, render
from catalog.problems import Problem, format_text, sort_problems
from catalog.reading import walk_innovations
from catalog.search.write import write_search
from catalog.settings import Settings, read_settings
from catalog.sinonim import load_sinonim
from catalog.statistics import count_statistics
from catalog.tembolok import digest
from catalog.terkait import read_weights
from catalog.terkait.story import relate
from catalog.validation import CheckedRecord, join_records
from catalog.vocabularies import Vocabularies, load_vocabularies

_WORK = Path("build", "pratinjau")
_PATIENCE_SECONDS = 25.0
_YIELD_SECONDS = 0.3
"""Before the long counting begins: open pages fetch the new version first, undisturbed."""


@dataclass(frozen=True)
class _State:
    """What is served now; replaced as a whole, so that a request never sees half of a change."""

    nomor: int
    context: PageContext
    jobs: dict[str, PageJob]
    problems: tuple[Problem, ...]
    vocabularies: Path

    @cached_property
    def files(self) -> dict[str, Callable[[], str | bytes]]:
        """Makers of what is published beside the pages, by path."""
        catalog, statistik = self.context.catalog, self.context.statistik
        return export_files(catalog, statistik) | open_data(
            catalog, statistik, self.context.settings, self.vocabularies
        )


@dataclass(slots=True)
class Preview:
    """The catalogue in memory, and how it follows the files."""

    inputs: Inputs
    frame: Frame | None = None
    frame_aged: bool = False
    state: _State | None = None
    checked: dict[str, tuple[CheckedRecord | None, tuple[Problem, ...]]] = field(default_factory=dict)
    sari: dict[str, Sari] = field(default_factory=dict)
    stamps: dict[str, tuple[int, int]] = field(default_factory=dict)
    vocabularies: Vocabularies | None = None
    changed: threading.Condition = field(default_factory=threading.Condition)
    searching: threading.Lock = field(default_factory=threading.Lock)
    searched: tuple[_State, Path] | None = None
    scratch: TemporaryDirectory[str] = field(init=False)

    def __post_init__(self) -> None:
        """Make a folder of its own to work in, since two previews may run at once; it goes with this object."""
        work = self.inputs.root / _WORK
        work.mkdir(parents=True, exist_ok=True)
        self.scratch = TemporaryDirectory(dir=work)

    def refresh(self) -> None:
        """Take in what has changed on disk, and show it in three steps.

        First entries that were there before, with what others tell of them as it was; then all records joined; then
        with everything counted and related. At 10,000 entries these take 0.2, 0.6 and 1.5 s.
        """
        parent, before = self.inputs.innovations.parent, self.state
        files, folder_problems = walk_innovations(parent)
        vocabularies, changed = self._check_changed(parent, files)
        settings = read_settings(self.inputs.root)
        if self.frame is None or self.frame_aged:
            self.frame_aged = False
            self.frame = build_frame(self.inputs.root, Path(self.scratch.name, "bingkai"), settings)
        if before and _are_known(changed, before.context.catalog, vocabularies):
            self._show(self._with_entries(before, changed))
        records = [record for record, _ in self.checked.values() if record is not None]
        joined = join_records(records, vocabularies, files, find_photos(self.inputs.innovations))
        problems = sort_problems((*folder_problems, *self._faults(self.checked), *joined.problems))
        catalog = _with_last_good(joined.catalog, problems, before.context.catalog) if before else joined.catalog
        doors = {entri.id: self.sari[entri.berkas].pintu for entri in catalog.entri}
        statistik = before.context.statistik if before else count_statistics(catalog)
        related = _those_there(before.context.terkait, catalog) if before else {}
        self._show(self._state(make_context(catalog, settings, statistik, {}, terkait=related, pintu=doors), problems))
        if before:
            time.sleep(_YIELD_SECONDS)
        self._show(self._state(self._counted(catalog, settings, doors), problems))

    def _state(self, context: PageContext, problems: tuple[Problem, ...]) -> _State:
        number = self.state.nomor + 1 if self.state else 1
        jobs = {job.path: job for job in plan_pages(context)}
        return _State(number, context, jobs, problems, self.inputs.root / "vocabularies")

    def _with_entries(self, before: _State, files: Collection[str]) -> _State:
        """Return the state before with the sound ones of these entries as they are now, and the faults of all."""
        records = [self.checked[file][0] for file in files]
        new = {record.entri.id: record.entri for record in records if record and record.entri and not record.has_error}
        catalog = before.context.catalog
        catalog = make_catalog((new.get(e.id, e) for e in catalog.entri), catalog.daerah.values(), catalog.vocabularies)
        doors = {**before.context.pintu, **{id: self.sari[entri.berkas].pintu for id, entri in new.items()}}
        others = [p for p in before.problems if p.berkas not in files]
        own = [p for record in records if record for p in record.problems]
        problems = sort_problems((*others, *own, *self._faults(files)))
        return replace(
            before,
            nomor=before.nomor + 1,
            context=replace(before.context, catalog=catalog, pintu=doors),
            problems=problems,
        )

    def _faults(self, files: Iterable[str]) -> list[Problem]:
        return [fault for file in files for fault in self.checked[file][1]]

    def _counted(self, catalog: Catalog, settings: Settings, doors: Mapping[str, tuple[str, ...]]) -> PageContext:
        """Return the context with its own statistics and related entries."""
        weights = read_weights(self.inputs.root / "vocabularies")
        words = {entri.id: self.sari[entri.berkas].kata for entri in catalog.entri}
        related = relate(catalog, weights, doors, kata=words)
        return make_context(catalog, settings, count_statistics(catalog), {}, terkait=related, pintu=doors)

    def _check_changed(self, parent: Path, files: tuple[str, ...]) -> tuple[Vocabularies, frozenset[str]]:
        """Check the files that are new or changed, all when the closed lists are new; return the lists, and which."""
        folder = self.inputs.root / "vocabularies"
        if self.vocabularies is None:
            self.vocabularies, self.checked = load_vocabularies(folder), {}
        draw = make_penyari(folder, self.vocabularies)
        stamps = {file: _stamp(f"{parent}/{file}") for file in files}
        changed = frozenset(f for f in files if self.stamps.get(f) != stamps[f] or f not in self.checked)
        for file in sorted(changed):
            self.checked[file] = record, _ = check_file(parent, file, self.vocabularies)
            if record and record.entri:
                self.sari[file] = draw(record.entri)
        self.checked = {file: self.checked[file] for file in files}
        self.stamps = stamps
        return self.vocabularies, changed

    def _show(self, state: _State) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()

    def forget(self, path: Path) -> None:
        """Let the next refresh take in a file outside the data: a closed list, the theme, a handwritten page."""
        if path.is_relative_to(self.inputs.root / "vocabularies"):
            self.vocabularies = None
        self.frame_aged = True

    def answer(self, path: str) -> tuple[bytes, str] | None:
        """Return content and media type of a path of the site ('' is home), or None where there is nothing."""
        state, frame = self.state, self.frame
        if state is None or frame is None:
            return None
        if html := _page(path, state, frame):
            return html, "text/html; charset=utf-8"
        if path in frame.assets:
            return frame.assets[path], _media_type(path)
        if make := state.files.get(path):
            made = make()
            return made if isinstance(made, bytes) else made.encode("utf-8"), _media_type(path)
        if path.startswith("jelajah/"):
            return self._search_file(path, state)
        if (entri := state.context.catalog.find("/".join(path.split("/")[-2:]).removesuffix(".json"))) and (
            path == entri_path(entri)
        ):
            return export_entri(entri)[1].encode("utf-8"), _media_type(path)
        beside = state.jobs.get(f"{path.rpartition('/')[0]}/")
        if beside and (data := dict(render(beside, state.context).beside()).get(path)):
            return data, _media_type(path)
        return None

    def wait(self, page: str, halaman: str = "", pesan: str = "") -> dict[str, Any]:
        """Return the marks of the page at a path and of the messages, and these, as soon as one mark is another.

        A page is told of changes only when its own content has changed.
        """
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            state = self.state
            told = self._told(page.lstrip("/"), state)
            left = until - time.monotonic()
            if (told["halaman"], told["pesan"]) != (halaman, pesan) or left <= 0:
                return told
            with self.changed:
                self.changed.wait_for(lambda seen=state: self.state is not seen, left)  # type: ignore[misc]

    def _told(self, path: str, state: _State | None) -> dict[str, Any]:
        html = state and self.frame and (_page(path, state, self.frame) or self.frame.not_found)
        errors = [format_text(p) for p in state.problems if p.is_error] if state else []
        return {"halaman": mark_page(html or b""), "pesan": digest(errors), "masalah": errors}

    def _search_file(self, name: str, state: _State) -> tuple[bytes, str] | None:
        with self.searching:
            if self.searched is None or self.searched[0] is not state:
                folder = Path(self.scratch.name, "pencarian")
                shutil.rmtree(folder, ignore_errors=True)
                sinonim = load_sinonim(self.inputs.root / "vocabularies" / "sinonim.yml")
                write_search(state.context.catalog, folder, 1, sinonim)
                self.searched = (state, folder)
            folder = self.searched[1]
        file = (folder / name.removeprefix("jelajah/")).resolve()
        if not file.is_relative_to(folder.resolve()) or not file.is_file():
            return None
        return file.read_bytes(), _media_type(name)


def _are_known(files: Collection[str], catalog: Catalog, vocabularies: Vocabularies) -> bool:
    """True when these are files of entries that are there already, read with the same closed lists."""
    ids = (file.removeprefix("innovations/").removesuffix(".md") for file in files)
    return bool(files) and vocabularies is catalog.vocabularies and all(map(catalog.find, ids))


def _with_last_good(catalog: Catalog, problems: Iterable[Problem], before: Catalog) -> Catalog:
    """Return the catalogue with the entries that have faults now as they last stood without."""
    faulty = {p.berkas for p in problems if p.is_error}
    missing = [e for e in before.entri if e.berkas in faulty and not catalog.find(e.id)] if faulty else []
    if not missing:
        return catalog
    return make_catalog((*catalog.entri, *missing), catalog.daerah.values(), catalog.vocabularies)


def _those_there(related: Mapping[str, tuple[str, ...]], catalog: Catalog) -> dict[str, tuple[str, ...]]:
    return {id: tuple(other for other in others if catalog.find(other)) for id, others in related.items()}


def _page(path: str, state: _State, frame: Frame) -> bytes | None:
    """Return a page as it is published; None where there is none."""
    if path in state.jobs:
        return frame.pour(render(state.jobs[path], state.context)).encode("utf-8")
    return frame.handwritten.get(path if path and not path.endswith("/") else f"{path}index.html")


def mark_page(html: bytes) -> str:
    """Return the mark by which ``Preview.wait`` tells one state of a page from another."""
    return digest([html.decode("utf-8")])


def _stamp(path: str) -> tuple[int, int]:
    try:
        status = os.lstat(path)
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _media_type(name: str) -> str:
    if name.endswith(".js"):
        return "text/javascript; charset=utf-8"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
