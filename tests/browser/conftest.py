"""What the browser tests share: one build, two servers (plain, with security headers), one Chromium."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from .building import ROOT, Site, build
from .chromium import Visitor, running_chromium
from .page_types import choose_addresses
from .serving import SECURITY_HEADERS, serve

_HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that none is forgotten."""
    for item in items:
        if _HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="package")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The whole site of the repository's own innovations, built once."""
    return build(ROOT / "innovations", tmp_path_factory.mktemp("situs"))


@pytest.fixture(scope="package")
def addresses(site: Site) -> dict[str, str]:
    """One address for every type of page."""
    return choose_addresses(site)


@pytest.fixture(scope="package")
def address(site: Site) -> Iterator[str]:
    """Address of the plain server: pages have nothing but their own ``<meta>`` policy."""
    with serve(site.folder) as server:
        yield server.address


@pytest.fixture(scope="package")
def address_with_headers(site: Site) -> Iterator[str]:
    """Address of the same site with policy and security headers on every answer."""
    with serve(site.folder, SECURITY_HEADERS) as server:
        yield server.address


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One Chromium for this package; it ends with it, since other test modules start their own."""
    with running_chromium() as browser:
        yield browser


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Callable[..., Visitor]]:
    """Return a maker of visitors; at the end of the test each must have been quiet: no request to another host, no
    console message, no dialog.
    """
    visitors: list[Visitor] = []

    def make(where: str = address, **options: Any) -> Visitor:
        visitors.append(Visitor(browser, where, **options))
        return visitors[-1]

    yield make
    for visitor in visitors:
        visitor.close()
    for visitor in visitors:
        visitor.assert_quiet()
