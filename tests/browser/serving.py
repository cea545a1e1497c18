"""A small web server for a built site, as a real host would serve it: gzip, folders, 404, and headers if asked for."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from catalog.frame.policy import content_security_policy

SECURITY_HEADERS = {
    "Content-Security-Policy": content_security_policy() + "; frame-ancestors 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
"""What a better host than a plain one sends with every answer."""

_TEXT = (".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".txt")
_TYPES = {".js": "text/javascript", ".json": "application/json", ".csv": "text/csv", ".html": "text/html"}


@dataclass(slots=True)
class Server:
    """A running server: its address ends with a slash; ``answers`` keeps what was compressed once."""

    address: str
    answers: dict[Path, bytes] = field(default_factory=dict)


@contextmanager
def serve(folder: Path, headers: Mapping[str, str] | None = None) -> Iterator[Server]:
    """Serve ``folder`` on a free port of 127.0.0.1 while the block runs."""
    state = Server("")
    handler = partial(_Handler, folder=folder, headers=headers or {}, answers=state.answers)
    server = _QuietServer(("127.0.0.1", 0), handler)
    state.address = f"http://127.0.0.1:{server.server_port}/"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()


class _QuietServer(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *args: object) -> None:
        """A browser that leaves a page breaks its connections off; that is no fault."""


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, folder: Path, headers: Mapping[str, str], answers: dict[Path, bytes]) -> None:
        self.folder, self.more, self.answers = folder, headers, answers
        super().__init__(*args, directory=str(folder))  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        file = (self.folder / path.lstrip("/")).resolve()
        if file.is_dir() and not path.endswith("/"):
            self._redirect(path + "/")
            return
        if file.is_dir():
            file = file / "index.html"
        if file.is_relative_to(self.folder) and file.is_file():
            self._answer(HTTPStatus.OK, file)
        else:
            self._answer(HTTPStatus.NOT_FOUND, self.folder / "404.html")

    def _redirect(self, place: str) -> None:
        self.send_response(HTTPStatus.MOVED_PERMANENTLY)
        self.send_header("Location", place)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: HTTPStatus, file: Path) -> None:
        zipped = file.suffix in _TEXT and "gzip" in self.headers.get("Accept-Encoding", "")
        if file not in self.answers:
            data = file.read_bytes()
            self.answers[file] = gzip.compress(data, 6, mtime=0) if zipped else data
        body = self.answers[file]
        self.send_response(status)
        self.send_header("Content-Type", _TYPES.get(file.suffix) or self.guess_type(str(file)))
        self.send_header("Content-Length", str(len(body)))
        if zipped:
            self.send_header("Content-Encoding", "gzip")
        for name, value in self.more.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Keep quiet."""
