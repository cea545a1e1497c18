"""axe-core finds nothing on any type of page, on phones and wide screens, in both schemes, in every state."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from .accessibility import COLOURS, judge
from .chromium import Visitor
from .findings import assert_none


class Look(NamedTuple):
    """How a page is shown, and the rules that are asked; all when none is named."""

    width: int
    scheme: Literal["light", "dark"]
    rules: tuple[str, ...] = ()


LOOKS = (Look(320, "dark"), Look(360, "light", COLOURS), Look(1280, "light"), Look(1280, "dark", COLOURS))
"""A phone and a wide screen, each in both schemes; what a scheme does not change is asked once of each."""


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> Iterator[Visitor]:
    """One page for all: only its width and scheme change."""
    visitor = Visitor(browser, address)
    yield visitor
    visitor.close()
    visitor.assert_quiet()


def in_every_look(page: Page, prepare: Callable[[Page], object] = lambda page: None) -> list[str]:
    """Return what is wrong with the open page in all looks, each once, with where it was seen."""
    seen: dict[str, list[str]] = {}
    for width, scheme, rules in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        prepare(page)
        for line in judge(page, rules):
            seen.setdefault(line, []).append(f"{width} {scheme}")
    return [f"{line} at {', '.join(where)}" for line, where in seen.items()]


def test_every_type_of_page_is_free_of_violations(visitor: Visitor, addresses: dict[str, str]) -> None:
    assert_none({name: in_every_look(visitor.go(where)) for name, where in addresses.items()})


def open_menu(page: Page) -> None:
    button = page.locator("#tombol-menu")
    if button.is_visible():
        if button.get_attribute("aria-expanded") == "false":
            button.click()
        expect(page.locator("#menu")).to_be_visible()


def unfold(page: Page) -> None:
    page.evaluate("for (const e of document.querySelectorAll('main details')) e.open = true")


@pytest.mark.parametrize("name", ["beranda", "entri-dalam"])
def test_the_open_menu_of_a_phone_is_free_of_violations(visitor: Visitor, addresses: dict[str, str], name: str) -> None:
    assert_none({name: in_every_look(visitor.go(addresses[name]), open_menu)})


@pytest.mark.parametrize("name", ["jelajah-saring", "jelajah-kosong", "entri-dalam", "statistik", "wilayah-rumah"])
def test_open_filters_and_unfolded_parts_are_free_of_violations(
    visitor: Visitor, addresses: dict[str, str], name: str
) -> None:
    assert_none({name: in_every_look(visitor.go(addresses[name]), unfold)})
