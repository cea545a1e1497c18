"""Nothing scrolls sideways on the narrowest phone or with twice the text size; printing leaves the page's text only."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page

from .chromium import Visitor
from .findings import assert_none
from .scripts import run_script


def twice_the_text(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = '200%'")


def usual_text(page: Page) -> None:
    page.evaluate("document.documentElement.style.fontSize = ''")


def more_space(page: Page) -> None:
    run_script(page, "spaced")


LOOKS: dict[str, tuple[int, Callable[[Page], None]]] = {
    "320 px": (320, usual_text),
    "360 px, 200 %": (360, twice_the_text),
    "1280 px, 200 %": (1280, twice_the_text),
    "1280 px": (1280, usual_text),
    "320 px, spaced": (320, more_space),
}
"""Name of a look → width of the window and what a reader does to the text."""


def test_nothing_scrolls_sideways(visit: Callable[..., Visitor], addresses: dict[str, str]) -> None:
    """With the menu open and everything unfolded."""
    visitor = visit()
    found = {}
    for name, where in addresses.items():
        page = visitor.go(where)
        page.evaluate("for (const e of document.querySelectorAll('main details')) e.open = true")
        for look, (width, change) in LOOKS.items():
            page.set_viewport_size({"width": width, "height": 800})
            change(page)
            button = page.locator("#tombol-menu")
            if button.is_visible() and button.get_attribute("aria-expanded") == "false":
                button.click()
            found[f"{name}, {look}"] = run_script(page, "too_wide")
    assert_none(found)


_NOT_PRINTED = [
    ".menu",
    "[role=search]",
    ".remah",
    ".laporkan",
    ".bawah nav",
    "#tombol-menu",
    ".lewati",
    ".halaman-nav",
]


def test_printing_leaves_out_what_only_a_screen_needs(visit: Callable[..., Visitor], addresses: dict[str, str]) -> None:
    visitor = visit(color_scheme="dark", viewport={"width": 720, "height": 1000})
    found = {}
    for name, where in addresses.items():
        page = visitor.go(where)
        page.emulate_media(media="print")
        found[name] = [f"{selector} is printed" for selector in run_script(page, "shown", _NOT_PRINTED)]
        found[name] += [] if run_script(page, "shown", ["main h1"]) else ["the heading is not printed"]
        colour = page.evaluate("getComputedStyle(document.body).color")
        found[name] += [] if colour == "rgb(0, 0, 0)" else [f"text is printed in {colour}"]
        found[name] += run_script(page, "too_wide")
        page.emulate_media(media="screen")
    assert_none(found)
