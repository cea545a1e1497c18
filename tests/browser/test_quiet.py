"""The site speaks to nobody else, stores nothing in the browser, and says nothing in the console, policy or not."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .chromium import Visitor
from .scripts import run_script
from .serving import SECURITY_HEADERS

NOTHING = {"cookies": "", "local": 0, "session": 0, "databases": 0, "workers": 0}


def use_search(page: Page) -> None:
    """What a reader does: type, choose a filter, turn the page, take the filter back."""
    page.fill("#cari-jelajah", "layanan")
    page.press("#cari-jelajah", "Enter")
    page.wait_for_selector("mark")
    page.locator("#jelajah-saring input[type=checkbox]:visible").first.check()
    page.wait_for_selector(".saring-terpilih button")
    page.locator(".saring-terpilih button").first.click()
    page.wait_for_selector(".saring-terpilih button", state="detached")


@pytest.mark.parametrize("server", ["address", "address_with_headers"])
def test_every_type_of_page_is_silent_and_stores_nothing(
    server: str, request: pytest.FixtureRequest, visit: Callable[..., Visitor], addresses: dict[str, str]
) -> None:
    visitor = visit(request.getfixturevalue(server))
    stored = {}
    for name, where in addresses.items():
        page = visitor.go(where)
        page.wait_for_timeout(50)  # what the console says may come a moment after the page
        if name == "jelajah":
            use_search(page)
        stored[name] = run_script(page, "stored")
    assert stored == dict.fromkeys(addresses, NOTHING)
    assert visitor.context.storage_state() == {"cookies": [], "origins": []}
    visitor.assert_quiet()


def test_the_second_server_does_send_the_policy(visit: Callable[..., Visitor], address_with_headers: str) -> None:
    visitor = visit(address_with_headers)
    response = visitor.page.goto(address_with_headers)
    assert response is not None
    sent = {name: response.headers.get(name.lower()) for name in SECURITY_HEADERS}
    assert sent == SECURITY_HEADERS


@pytest.mark.parametrize("server", ["address", "address_with_headers"])
def test_the_policy_stops_what_it_should(server: str, request: pytest.FixtureRequest, browser: object) -> None:
    """The gate is alive: a planted inline script, handler, style and foreign image are refused, and are noticed."""
    visitor = Visitor(browser, request.getfixturevalue(server))  # type: ignore[arg-type]
    page = visitor.go("")
    run_script(page, "plant")
    page.wait_for_timeout(300)
    colour = page.evaluate("getComputedStyle(document.getElementById('uji')).color")
    visitor.close()
    assert visitor.dialogs == [] and colour != "rgb(255, 0, 0)"
    refused = {kind for kind in ("script", "event handler", "style", "image") if any(kind in s for s in visitor.said)}
    assert refused == {"script", "event handler", "style", "image"}
