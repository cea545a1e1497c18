"""What the comparison needs to look at two sites: a server on 127.0.0.1 and a Chromium."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from tests.browser.chromium import find_chromium


class BrowserMissing(RuntimeError):
    """There is no Chromium; the message says what to do."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port while the block runs; gives the address, with a slash at the end."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def open_page() -> Iterator[Page]:
    """Give one page of a running Chromium, the one that the tests take.

    Raises:
        BrowserMissing: there is none.
    """
    place = find_chromium()
    if not place:
        raise BrowserMissing("Chromium tidak ada. Pasang lebih dulu, atau isi CHROMIUM=/letak/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=place, args=["--no-sandbox", "--disable-gpu"])
        try:
            yield browser.new_page()
        finally:
            browser.close()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args: object) -> None:
        """Keep quiet."""
