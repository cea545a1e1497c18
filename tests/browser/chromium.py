"""Chromium for the tests: how it is started, and a page that remembers what it asked for and said."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Dialog,
    Page,
    Playwright,
    Request,
    sync_playwright,
)

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no other host can be reached, whoever asks for it
)


def find_chromium() -> str | None:
    """Return the Chromium that ``CHROMIUM`` names, else one on the path, None for none; without windows is faster."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium-headless-shell") or shutil.which("chromium")


@contextmanager
def running_chromium() -> Iterator[Browser]:
    """Give a running Chromium, see ``find_chromium``."""
    place = find_chromium()
    assert place, "Chromium is missing: install it, or set CHROMIUM=/place/of/chromium"
    with sync_playwright() as playwright:
        browser = _launch(playwright, place)
        yield browser
        browser.close()


def _launch(playwright: Playwright, place: str) -> Browser:
    return playwright.chromium.launch(executable_path=place, args=list(_ARGUMENTS))


class Visitor:
    """One page in a context of its own, with everything it asked of other hosts and everything it said.

    ``foreign``, ``said`` and ``dialogs`` stay empty on a sound site; ``assert_quiet`` says so.
    """

    def __init__(self, browser: Browser, address: str, **options: Any) -> None:
        options = {"viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"} | options
        self.context: BrowserContext = browser.new_context(base_url=address, **options)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(10_000)
        self.address = address
        self.asked: list[str] = []
        self.said: list[str] = []
        self.dialogs: list[str] = []
        self.context.on("request", self._note_request)
        self.page.on("console", self._note_message)
        self.page.on("pageerror", lambda error: self.said.append(f"{self.page.url}: {error}"))
        self.page.on("dialog", self._note_dialog)

    @property
    def foreign(self) -> list[str]:
        """Every request that was not for the site itself."""
        return [url for url in self.asked if not url.startswith((self.address, "data:"))]

    def go(self, address: str) -> Page:
        """Open a page of the site; on ``/jelajah/`` wait for its first results."""
        self.page.goto(self.address + address)
        if address.startswith("jelajah/") and self.page.evaluate("document.documentElement.classList.contains('js')"):
            self.page.wait_for_selector("#hasil .kartu, #hasil .kosong")
            self.page.wait_for_timeout(250)  # the count sentence is written after a pause of 0.2 s
        if address.startswith("bandingkan/") and self.page.evaluate("document.documentElement.matches('.js')"):
            self.page.wait_for_selector("#bandingkan[data-siap]")
            self.page.wait_for_timeout(150)  # the status line is written after a pause of 0.1 s
        if address.startswith("lapor/?") and self.page.evaluate("document.documentElement.matches('.js')"):
            self.page.wait_for_selector("#lapor[data-siap]")
        what_if = address.startswith("wilayah/") and address.endswith("/swanilai/")
        if what_if and self.page.evaluate("document.documentElement.matches('.js')"):
            self.page.wait_for_selector("#andai:not([hidden])")
        if address.startswith("kontribusi/formulir/") and self.page.evaluate("document.documentElement.matches('.js')"):
            self.page.wait_for_selector("#borang[data-siap]")
            self.page.wait_for_timeout(400)  # the first check comes after a pause of 0.3 s
        if address.startswith("kontribusi/konfirmasi/") and self.page.evaluate(
            "document.documentElement.matches('.js')"
        ):
            self.page.wait_for_selector("#konfirmasi-entri:not(:empty)")
        if address.startswith("kunjungan/rencana/") and self.page.evaluate("document.documentElement.matches('.js')"):
            self.page.wait_for_selector("#rencana[data-siap]")
            self.page.wait_for_timeout(250)  # the status line is written after a pause of 0.2 s
        return self.page

    def assert_quiet(self) -> None:
        """No request to another host, nothing in the console, no dialog."""
        noticed = (self.foreign, self.said, self.dialogs)
        assert noticed == ([], [], []), noticed

    def close(self) -> None:
        """Close the context."""
        self.context.close()

    def _note_request(self, request: Request) -> None:
        self.asked.append(request.url)

    def _note_dialog(self, dialog: Dialog) -> None:
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def _note_message(self, message: ConsoleMessage) -> None:
        """Everything counts, except the browser's own line about a page that was asked for and is not there."""
        is_missing_page = "status of 404" in message.text and message.location["url"] == self.page.url
        if not is_missing_page:
            self.said.append(f"{self.page.url}: {message.text}")
