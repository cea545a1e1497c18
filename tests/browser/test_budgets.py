"""What a first view of each type of page costs, all bytes on the way with gzip, and what it must not cost."""

from __future__ import annotations

import gzip
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from .building import ROOT, Site
from .chromium import Visitor

KB = 1_000
REPORT = ROOT / "build" / "uji" / "anggaran.txt"


@dataclass(frozen=True, slots=True)
class Cost:
    """Bytes of one first view: everything but photos, and of it our scripts, the columns and cards of the catalogue
    that ``/jelajah/`` filters, Pagefind's engine, and its index; and the number of requests.
    """

    total: int
    script: int
    columns: int
    engine: int
    index: int
    requests: int

    @property
    def page(self) -> int:
        """What does not grow with the catalogue."""
        return self.total - self.columns - self.engine - self.index

    def line(self, name: str) -> str:
        """One row of the table."""
        parts = (self.total, self.page, self.script, self.columns, self.engine, self.index)
        return f"{name:<28}" + "".join(f"{number / KB:>9.1f}" for number in parts) + f"{self.requests:>9}"


HEAD = f"{'KB (1.000 byte), gzip':<28}" + "".join(
    f"{name:>9}" for name in ("semua", "halaman", "skrip", "kolom", "mesin", "indeks", "minta")
)


def measure(visitor: Visitor, where: str, site: Site) -> Cost:
    """Open a page in an empty browser and count what comes over the wire, headers included."""
    session = visitor.context.new_cdp_session(visitor.page)
    session.send("Network.enable")
    urls: dict[str, str] = {}
    sizes: dict[str, int] = {}
    session.on("Network.requestWillBeSent", lambda event: urls.update({event["requestId"]: event["request"]["url"]}))
    session.on("Network.loadingFinished", lambda event: sizes.update({event["requestId"]: event["encodedDataLength"]}))
    session.on("Network.loadingFailed", lambda event: sizes.update({event["requestId"]: 0}))
    page = visitor.go(where)
    while set(urls) != set(sizes):
        page.wait_for_timeout(25)
    by_path = [(urlsplit(urls[id]).path, int(size)) for id, size in sizes.items()]

    def count(pattern: str) -> int:
        return sum(size for path, size in by_path if re.fullmatch(pattern, path))

    return Cost(
        total=sum(size for _, size in by_path) - count(r".*\.(jpg|png|webp)") + _favicon(site, by_path),
        script=count(r"/assets/.*\.js"),
        columns=count(r"/jelajah/(?!indeks/).*\.json"),
        engine=count(r"/jelajah/indeks/.*/(pagefind\.js|wasm\..*)"),
        index=count(r"/jelajah/indeks/(?!.*/(pagefind\.js|wasm\.)).*"),
        requests=len(sizes),
    )


def _favicon(site: Site, seen: list[tuple[str, int]]) -> int:
    """Bytes of the icon, which a browser window always fetches and a headless one does not."""
    if any(path.endswith(".svg") for path, _ in seen):
        return 0
    return sum(len(gzip.compress(icon.read_bytes())) for icon in site.folder.glob("assets/*.svg"))


@pytest.fixture(scope="module")
def costs(browser: Browser, address: str, site: Site, addresses: dict[str, str]) -> Mapping[str, Cost]:
    """Cost of the first view of every type of page, each in an empty browser; also printed and written down."""
    found = {}
    for name, where in addresses.items():
        visitor = Visitor(browser, address)
        found[name] = measure(visitor, where, site)
        visitor.close()
        visitor.assert_quiet()
    table = "\n".join([HEAD, *(cost.line(name) for name, cost in found.items())])
    print(f"\n{table}")
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(table + "\n", encoding="utf-8")
    return found


def over(costs: Mapping[str, int], limit: Mapping[str, int]) -> dict[str, int]:
    """Return what is above its limit."""
    return {name: cost for name, cost in costs.items() if cost > limit[name]}


def test_first_views_stay_within_their_budget(costs: Mapping[str, Cost]) -> None:
    """All bytes, except on ``/jelajah/``, whose columns grow with the catalogue."""
    limits = {
        name: (120 if name.startswith(("statistik", "bandingkan", "rencana", "formulir")) else 50) * KB
        for name in costs
    }
    spent = {name: cost.page if name.startswith("jelajah") else cost.total for name, cost in costs.items()}
    assert over(spent, limits) == {}


def test_exploring_costs_no_more_than_other_pages_before_anything_is_asked(costs: Mapping[str, Cost]) -> None:
    """Columns and first cards included, at the size of the real catalogue."""
    assert costs["jelajah"].total <= 50 * KB


def test_scripts_stay_within_their_budget(costs: Mapping[str, Cost]) -> None:
    limits = {name: (30 if name.startswith(("jelajah", "bandingkan")) else 12) * KB for name in costs}
    limits |= {name: 60 * KB for name in costs if name.startswith("rencana")}
    limits |= {name: 70 * KB for name in costs if name.startswith("formulir")}
    assert over({name: cost.script for name, cost in costs.items()}, limits) == {}


def test_searching_costs_nothing_before_it_is_used(costs: Mapping[str, Cost], addresses: dict[str, str]) -> None:
    """The engine and its index come with the first query; the columns of the filters only on ``/jelajah/``."""
    with_query = {name for name, where in addresses.items() if "?q=" in where}
    assert {name for name, cost in costs.items() if cost.engine} == with_query
    assert {name for name, cost in costs.items() if cost.index} == with_query
    assert {name for name, cost in costs.items() if cost.columns} == {n for n in costs if n.startswith("jelajah")}


def test_the_engine_of_the_search_is_as_light_as_promised(costs: Mapping[str, Cost]) -> None:
    assert costs["jelajah-hasil"].engine <= 95 * KB
