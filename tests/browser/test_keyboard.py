"""Every page by keyboard: each stop can be seen, shows its focus, is not covered; nothing is skipped, nothing traps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page

from .chromium import Visitor
from .findings import assert_none
from .scripts import run_script

MOST_STOPS = 1500


def walk(page: Page) -> list[str]:
    """Press Tab from the start of the page to its end; return what is wrong with the stops."""
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    expected: list[str] = run_script(page, "stops")
    faults: list[str] = []
    reached: list[int | None] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop: dict[str, Any] | None = run_script(page, "look")
        if stop is None or (stop["place"] == 0 and reached):
            break
        if stop["place"] is not None and stop["place"] in reached:
            faults.append(f"focus returns to {stop['html']}")
            break
        reached.append(stop["place"])
        faults += [f"{fault}: {stop['html']}" for fault in stop["faults"]]
    else:
        faults.append(f"no end after {MOST_STOPS} stops")
    known = [place for place in reached if place is not None]
    faults += [f"never reached: {expected[place]}" for place in sorted(set(range(len(expected))) - set(known))]
    if known != sorted(known):
        faults.append("the order of the stops is not that of the page")
    return faults


@pytest.mark.parametrize(("width", "scheme"), [(360, "light"), (1280, "dark")])
def test_every_stop_is_seen_and_none_is_skipped(
    visit: Callable[..., Visitor], addresses: dict[str, str], width: int, scheme: str
) -> None:
    visitor = visit(viewport={"width": width, "height": 740}, color_scheme=scheme)
    found = {name: walk(visitor.go(where)) for name, where in addresses.items()}
    assert_none(found)


def test_targets_are_large_enough_or_far_apart(visit: Callable[..., Visitor], addresses: dict[str, str]) -> None:
    """WCAG 2.5.8: 24 × 24 px, or a circle of 24 px on the centre that meets no other target; links in text are free."""
    visitor = visit()
    found = {}
    for name, where in addresses.items():
        page = visitor.go(where)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 740})
            if page.locator("#tombol-menu").is_visible():
                page.click("#tombol-menu")
            found[f"{name}, {width} px"] = run_script(page, "small")
    assert_none(found)


def test_the_menu_of_a_phone_opens_and_closes_by_keyboard(visit: Callable[..., Visitor]) -> None:
    page = visit(viewport={"width": 360, "height": 740}).go("")
    steps = []
    page.locator("#tombol-menu").focus()
    for key in ("Enter", "Escape", "Space", "Space"):
        page.keyboard.press(key)
        steps.append((key, page.locator("#menu").is_visible(), page.get_attribute("#tombol-menu", "aria-expanded")))
    assert steps == [
        ("Enter", True, "true"),
        ("Escape", False, "false"),
        ("Space", True, "true"),
        ("Space", False, "false"),
    ]
    assert page.evaluate("document.activeElement.id") == "tombol-menu"


def test_every_stop_of_the_open_menu_and_the_unfolded_filters_is_seen(
    visit: Callable[..., Visitor], addresses: dict[str, str]
) -> None:
    page = visit(viewport={"width": 360, "height": 740}).go(addresses["jelajah-saring"])
    page.evaluate("document.getElementById('tombol-menu').click()")  # a real click would make Tab start there
    page.evaluate("for (const e of document.querySelectorAll('main details')) e.open = true")
    assert_none({"jelajah": walk(page)})


def test_the_skip_link_leads_to_the_content(visit: Callable[..., Visitor], addresses: dict[str, str]) -> None:
    page = visit().go(addresses["entri-dalam"])
    page.keyboard.press("Tab")
    assert page.locator("a.lewati").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "isi"
