"""Live preview on this computer: pages are rendered when they are asked for, from a catalogue kept in memory.

A saved file is checked alone and joined with the rest; open pages reload by themselves, and a mistake shows as a
banner with the message of ``check`` until it is mended. Nothing is written but the search data, on first use.
"""

from __future__ import annotations

import json
import mimetypes
import os
import shutil
import threading
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from catalog.bandingkan import region_files
from catalog.exports import export_entri, export_files, wilayah_files
from catalog.formulir import FOLDER as FORMULIR
from catalog.formulir import form_files
from catalog.frame import Frame, build_frame
from catalog.kabar import UMPAN, feed_files
from catalog.kunjungan import visit_files
from catalog.load import Inputs, check_file, find_photos
from catalog.load.sari import Sari, make_penyari
from catalog.pages import PageContext, PageJob, make_context, plan_pages, render
from catalog.paket import template_files
from catalog.problems import Problem, format_text, sort_problems
from catalog.reading import walk_innovations
from catalog.rencana import FOLDER as RENCANA
from catalog.rencana import planner_files
from catalog.search.write import write_search
from catalog.settings import read_settings
from catalog.sinonim import load_sinonim
from catalog.statistics import Statistik, count_statistics
from catalog.swanilai import edition_files
from catalog.swanilai.edisi_peramban import FILE as EDISI
from catalog.terkait import read_weights, relate
from catalog.validation import CheckedRecord, join_records
from catalog.vocabularies import Vocabularies, load_vocabularies

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

_WORK = "build/pratinjau"
_PATIENCE_SECONDS = 25.0
_SETTLE_SECONDS = 0.05
_YIELD_SECONDS = 0.3
"""Before the long counting begins: open pages fetch the new version first, undisturbed."""

_SCRIPT = b"""const tanda = document.createElement("div");
tanda.setAttribute("role", "status");
document.body.prepend(tanda);
let versi = "";
const halaman = encodeURIComponent(location.pathname);
for (;;) {
  try {
    const jawab = await (await fetch(`/_pratinjau.json?halaman=${halaman}&versi=${versi}`)).json();
    if (versi && jawab.versi !== versi) location.reload();
    versi = jawab.versi;
    tanda.replaceChildren();
    tanda.className = jawab.masalah.length ? "admonition warning" : "";
    if (jawab.masalah.length) {
      const isi = document.createElement("pre");
      isi.textContent = jawab.masalah.join("\\n");
      tanda.append(isi);
    }
  } catch { await new Promise((lanjut) => setTimeout(lanjut, 1000)); }
}
"""


@dataclass(slots=True)
class _State:
    """What is served now; replaced as a whole, so that a request never sees half of a change.

    ``lengkap``: statistics and related entries are those of this version; until then they are of the last one.
    """

    versi: int
    lengkap: bool
    context: PageContext
    statistik: Statistik
    jobs: dict[str, PageJob]
    problems: tuple[Problem, ...]
    search: Path | None = None


@dataclass(slots=True)
class Preview:
    """The catalogue in memory, and how it follows the files."""

    inputs: Inputs
    frame: Frame | None = None
    state: _State | None = None
    checked: dict[str, tuple[CheckedRecord | None, tuple[Problem, ...]]] = field(default_factory=dict)
    sari: dict[str, Sari] = field(default_factory=dict)
    stamps: dict[str, tuple[int, int]] = field(default_factory=dict)
    vocabularies: Vocabularies | None = None
    changed: threading.Condition = field(default_factory=threading.Condition)
    searching: threading.Lock = field(default_factory=threading.Lock)

    def refresh(self) -> None:
        """Take in what has changed on disk: check new and changed records alone, join, plan the pages.

        At 10,000 entries half of the time goes to counting and to relating them; pages are shown before that is done.
        """
        parent = self.inputs.innovations.parent
        files, folder_problems = walk_innovations(parent)
        vocabularies = self._check_changed(parent, files)
        records = [record for record, _ in self.checked.values() if record is not None]
        joined = join_records(records, vocabularies, files, find_photos(self.inputs.innovations))
        reading = [p for _, faults in self.checked.values() for p in faults]
        settings, before = read_settings(self.inputs.root), self.state
        self.frame = self.frame or build_frame(self.inputs.root, self.inputs.root / _WORK / "bingkai", settings)
        statistik = before.statistik if before else count_statistics(joined.catalog)
        doors = {entri.id: self.sari[entri.berkas].pintu for entri in joined.catalog.entri}
        context = make_context(joined.catalog, settings, statistik, {}, pintu=doors)
        if before:
            there = {e.id for e in joined.catalog.entri}
            kept = {id: tuple(o for o in others if o in there) for id, others in before.context.terkait.items()}
            context = replace(context, terkait=kept)
        state = _State(
            versi=before.versi + 1 if before else 1,
            lengkap=False,
            context=context,
            statistik=statistik,
            jobs={job.path: job for job in plan_pages(context)},
            problems=sort_problems((*folder_problems, *reading, *joined.problems)),
        )
        self._show(state)
        if before:
            time.sleep(_YIELD_SECONDS)
        self._show(self._completed(state))

    def _check_changed(self, parent: Path, files: tuple[str, ...]) -> Vocabularies:
        """Check the files that are new or changed, or all when the closed lists are new; return these."""
        folder = self.inputs.root / "vocabularies"
        if self.vocabularies is None:
            self.vocabularies, self.checked = load_vocabularies(folder), {}
        draw = make_penyari(folder, self.vocabularies)
        stamps = {file: _stamp(f"{parent}/{file}") for file in files}
        for file in files:
            if self.stamps.get(file) != stamps[file] or file not in self.checked:
                self.checked[file] = record, _ = check_file(parent, file, self.vocabularies)
                if record and record.entri:
                    self.sari[file] = draw(record.entri)
        self.checked = {file: self.checked[file] for file in files}
        self.stamps = stamps
        return self.vocabularies

    def _completed(self, state: _State) -> _State:
        """Return the state with its own statistics and related entries, and the pages that follow from them."""
        catalog, statistik = state.context.catalog, count_statistics(state.context.catalog)
        weights = read_weights(self.inputs.root / "vocabularies")
        words = {entri.id: self.sari[entri.berkas].kata for entri in catalog.entri}
        related = relate(catalog, weights, state.context.pintu, kata=words)
        context = replace(state.context, statistik=statistik, terkait=related)
        jobs = {job.path: job for job in plan_pages(context)}
        return replace(state, lengkap=True, context=context, statistik=statistik, jobs=jobs)

    def _show(self, state: _State) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()

    def forget(self, path: Path) -> None:
        """Let the next refresh take in a file outside the data: a closed list, the theme, a handwritten page."""
        if path.is_relative_to(self.inputs.root / "vocabularies"):
            self.vocabularies = None
        self.frame = None

    def answer(self, path: str) -> tuple[bytes, str] | None:
        """Return content and media type of a path of the site ('' is home), or None where there is nothing."""
        state, frame = self.state, self.frame
        if state is None or frame is None:
            return None
        name = path if path and not path.endswith("/") else f"{path}index.html"
        if path in state.jobs:
            html = frame.pour(render(state.jobs[path], state.context))
            return _with_script(html.encode("utf-8")), "text/html; charset=utf-8"
        if name in frame.handwritten:
            return _with_script(frame.handwritten[name]), "text/html; charset=utf-8"
        if name in frame.assets:
            return frame.assets[name], _media_type(name)
        if name.startswith(("data/v1/", "bandingkan/")):
            return self._export(name, state)
        if visits := visit_files(state.context.catalog, state.context.settings).get(name):
            return visits().encode("utf-8"), _media_type(name)
        if name.startswith(RENCANA):
            file = planner_files(state.context.catalog, self.inputs.root / "vocabularies").get(name)
            return (file().encode("utf-8"), _media_type(name)) if file else None
        if name.startswith(FORMULIR):
            file = form_files(state.context.catalog).get(name)
            return (file().encode("utf-8"), _media_type(name)) if file else None
        if name.endswith(UMPAN):
            feed = feed_files(state.context.catalog, state.context.settings).get(name)
            return (feed().encode("utf-8"), _media_type(name)) if feed else None
        if name.endswith(".docx") and (template := template_files(self.inputs.root / "vocabularies").get(name)):
            return template(), _media_type(name)
        if name == EDISI:
            return edition_files(state.context.catalog)[name]().encode("utf-8"), _media_type(name)
        beside = state.jobs.get(f"{name.rpartition('/')[0]}/")
        if beside and (data := dict(render(beside, state.context).beside()).get(name)):
            return data, _media_type(name)
        if name.startswith("jelajah/"):
            return self._search_file(name, state)
        return None

    def wait(self, versi: str, page: str = "") -> dict[str, Any]:
        """Return version and messages, at once when ``versi`` is not the present one, else when it changes.

        Pages that show figures of all entries have a further version when these are counted; an entry's has not.
        """

        def present() -> str:
            state = self.state
            counted = state is not None and state.lengkap and not page.startswith("/inovasi/")
            return f"{state.versi if state else 0}{'.1' if counted else ''}"

        with self.changed:
            self.changed.wait_for(lambda: present() != versi, _PATIENCE_SECONDS)
            told, problems = present(), self.state.problems if self.state else ()
        return {"versi": told, "masalah": [format_text(p) for p in problems if p.is_error]}

    def _export(self, name: str, state: _State) -> tuple[bytes, str] | None:
        catalog = state.context.catalog
        makers = export_files(catalog, state.statistik) | wilayah_files(catalog) | region_files(catalog)
        if name in makers:
            return makers[name]().encode("utf-8"), _media_type(name)
        entri = catalog.find(name.removeprefix("data/v1/inovasi/").removesuffix(".json"))
        return (export_entri(entri)[1].encode("utf-8"), _media_type(name)) if entri else None

    def _search_file(self, name: str, state: _State) -> tuple[bytes, str] | None:
        with self.searching:
            if state.search is None:
                folder = self.inputs.root / _WORK / "pencarian"
                shutil.rmtree(folder, ignore_errors=True)
                sinonim = load_sinonim(self.inputs.root / "vocabularies" / "sinonim.yml")
                write_search(state.context.catalog, folder, sinonim=sinonim)
                state.search = folder
        file = (state.search / name.removeprefix("jelajah/")).resolve()
        if not file.is_relative_to(state.search.resolve()) or not file.is_file():
            return None
        return file.read_bytes(), _media_type(name)


def serve(inputs: Inputs, port: int) -> None:
    """Serve the preview on 127.0.0.1 until interrupted."""
    preview = Preview(inputs)
    preview.refresh()
    stop = _watch(preview)
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Handler, preview)) as server:
        server.daemon_threads = True
        print(f"Pratinjau di http://127.0.0.1:{server.server_port}/ — hentikan dengan Ctrl+C", flush=True)
        try:
            server.serve_forever()
        finally:
            stop()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, preview: Preview, *arguments: Any) -> None:
        self.preview = preview
        super().__init__(*arguments)

    def do_GET(self) -> None:
        address = urlsplit(self.path)
        path = unquote(address.path).lstrip("/")
        if path == "_pratinjau.js":
            self._send(HTTPStatus.OK, _SCRIPT, "text/javascript; charset=utf-8")
        elif path == "_pratinjau.json":
            asked = parse_qs(address.query)
            told = self.preview.wait(asked.get("versi", [""])[0], asked.get("halaman", [""])[0])
            self._send(HTTPStatus.OK, json.dumps(told).encode(), "application/json")
        elif found := self.preview.answer(path):
            self._send(HTTPStatus.OK, *found)
        else:
            body = _with_script(self.preview.frame.not_found) if self.preview.frame else b""
            self._send(HTTPStatus.NOT_FOUND, body, "text/html; charset=utf-8")

    def _send(self, status: HTTPStatus, body: bytes, media_type: str) -> None:
        with suppress(ConnectionError):  # a page that was left no longer listens
            self.send_response(status)
            self.send_header("Content-Type", media_type)
            self.send_header("Content-Length", str(len(body)))
            self.send_header("Cache-Control", "no-store")
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Stay quiet: the terminal is for mistakes in the data."""


def _watch(preview: Preview) -> Any:
    """Follow the files; return what stops it."""
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    root = preview.inputs.root
    wake = threading.Event()
    stopped = threading.Event()

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event: FileSystemEvent) -> None:
            if event.event_type in ("opened", "closed_no_write"):
                return
            path = Path(str(event.src_path))
            if not path.is_relative_to(preview.inputs.innovations):
                preview.forget(path)
            wake.set()

    def follow() -> None:
        while not stopped.is_set():
            if wake.wait(0.5):
                wake.clear()
                stopped.wait(_SETTLE_SECONDS)
                _refresh_and_tell(preview)

    observer = Observer()
    for folder in (preview.inputs.innovations, root / "content", root / "theme", root / "vocabularies"):
        observer.schedule(Handler(), str(folder), recursive=True)
    observer.start()
    threading.Thread(target=follow, daemon=True).start()

    def stop() -> None:
        stopped.set()
        observer.stop()

    return stop


def _refresh_and_tell(preview: Preview) -> None:
    try:
        preview.refresh()
    except (ValueError, OSError) as error:
        print(f"Pratinjau belum dapat diperbarui: {error}", flush=True)
        return
    errors = [p for p in preview.state.problems if p.is_error] if preview.state else []
    for p in errors:
        print(format_text(p), flush=True)
    print(f"Diperbarui; {len(errors)} kesalahan.", flush=True)


def _stamp(path: str) -> tuple[int, int]:
    try:
        status = os.lstat(path)
    except OSError:
        return (0, 0)
    return (status.st_mtime_ns, status.st_size)


def _with_script(html: bytes) -> bytes:
    return html.replace(b"</head>", b'<script type="module" src="/_pratinjau.js"></script></head>', 1)


def _media_type(name: str) -> str:
    if name.endswith(".js"):
        return "text/javascript; charset=utf-8"
    return mimetypes.guess_type(name)[0] or "application/octet-stream"
