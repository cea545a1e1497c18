"""Live preview on this computer: open pages are loaded anew when they have become others.

A mistake shows as a banner with the message of ``check`` until it is mended, above the page as it was.
"""

from __future__ import annotations

import gc
import json
import threading
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, unquote, urlsplit

from catalog.inputs import Inputs
from catalog.pratinjau import Preview, mark_page
from catalog.problems import format_text
from catalog.refusal import Refusal

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent

_SETTLE_SECONDS = 0.05

_SCRIPT = b"""const tanda = document.createElement("div");
tanda.id = "pesan-pratinjau";
tanda.setAttribute("role", "status");
Object.assign(tanda.style, {
  position: "sticky", top: "0", zIndex: "9", color: "var(--tinta)", background: "var(--kuning-pudar)",
});
document.body.prepend(tanda);
const halaman = new URL(import.meta.url).searchParams.get("halaman");
const alamat = encodeURIComponent(location.pathname);
let pesan = "";
for (;;) {
  try {
    const jawab = await (await fetch(`/_pratinjau.json?alamat=${alamat}&halaman=${halaman}&pesan=${pesan}`)).json();
    if (jawab.halaman !== halaman) {
      location.reload();
      break;
    }
    pesan = jawab.pesan;
    tanda.replaceChildren();
    if (jawab.masalah.length) {
      const isi = document.createElement("pre");
      isi.tabIndex = 0;
      Object.assign(isi.style, {
        margin: "0", padding: "0.75rem 1rem", maxHeight: "40vh", overflow: "auto", fontSize: "0.8rem",
        lineHeight: "1.5", whiteSpace: "pre-wrap", overflowWrap: "anywhere", borderBottom: "4px solid var(--kuning)",
      });
      isi.textContent = jawab.masalah.join("\\n");
      tanda.append(isi);
    }
  } catch { await new Promise((lanjut) => setTimeout(lanjut, 1000)); }
}
"""


def serve(inputs: Inputs, port: int) -> None:
    """Serve the preview on 127.0.0.1 until interrupted."""
    preview = Preview(inputs)
    preview.refresh()
    gc.freeze()  # looking for rubbish among a million records that stay took most of the time of counting
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
            asked = {key: values[0] for key, values in parse_qs(address.query).items()}
            told = self.preview.wait(asked.get("alamat", ""), asked.get("halaman", ""), asked.get("pesan", ""))
            self._send(HTTPStatus.OK, json.dumps(told).encode(), "application/json")
        elif found := self.preview.answer(path):
            body, media_type = found
            self._send(HTTPStatus.OK, _with_script(body) if media_type.startswith("text/html") else body, media_type)
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
                refresh_and_tell(preview)

    observer = Observer()
    for folder in (preview.inputs.innovations, root / "content", root / "theme", root / "vocabularies"):
        observer.schedule(Handler(), str(folder), recursive=True)
    observer.start()
    threading.Thread(target=follow, daemon=True).start()

    def stop() -> None:
        stopped.set()
        observer.stop()

    return stop


def refresh_and_tell(preview: Preview) -> None:
    """Take in what was saved and print what came of it; what cannot be taken in leaves the preview as it was."""
    try:
        preview.refresh()
    except (Refusal, ValueError, OSError) as error:
        print(f"Pratinjau belum dapat diperbarui: {error}", flush=True)
        return
    errors = [p for p in preview.state.problems if p.is_error] if preview.state else []
    for p in errors:
        print(format_text(p), flush=True)
    print(f"Diperbarui; {len(errors)} kesalahan.", flush=True)


def _with_script(html: bytes) -> bytes:
    script = f'<script type="module" src="/_pratinjau.js?halaman={mark_page(html)}"></script></head>'
    return html.replace(b"</head>", script.encode(), 1)
