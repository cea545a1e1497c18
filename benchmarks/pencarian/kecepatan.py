"""``python -m benchmarks.pencarian.kecepatan``: how long a query takes on a slow processor, and what it costs in bytes.

The site is our own, its search data those of the real entries repeated up to 1,000 and 10,000 times: real words in
their real shares, so that "ambulans" is found as often as in a catalogue of that size.
"""

from __future__ import annotations

import argparse
import gzip
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Page

from benchmarks.generator import ROOT
from benchmarks.pencarian.browser import open_page, serving
from benchmarks.pencarian.judgements import load_queries
from catalog.build import build_site
from catalog.catalog import Catalog, Entri, make_catalog
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.search.write import write_search
from catalog.sinonim import load_sinonim

SIZES = (1_000, 10_000)
SLOWDOWN = 4
"""Times by which Chromium slows its processor (``Emulation.setCPUThrottlingRate``): a cheap phone."""

FIRST = ("ambulans", "KTP", "anak putus sekolah", "ambukans")
"""Queries of which the bytes at first use are told: one word, the most frequent, three words, a slip."""

_FILE = ROOT / "build" / "uji" / "pencarian-kecepatan.txt"
_QUIET_MS = 150
_ASK = """([q, quiet]) => new Promise((give) => {
  const place = document.getElementById('hasil');
  const input = document.getElementById('cari-jelajah');
  let first = 0, last = 0, ending;
  const painted = (act) => {
    const channel = new MessageChannel(); // its message comes after the frame, before any timer
    channel.port1.onmessage = () => act(performance.now() - typed);
    requestAnimationFrame(() => channel.port2.postMessage(0));
  };
  const watch = new MutationObserver(() => {
    if (new URLSearchParams(location.search).get('q') !== q || !place.querySelector('.kartu, .kosong')) return;
    painted((at) => {
      first ||= at;
      last = at;
      clearTimeout(ending);
      ending = setTimeout(() => { watch.disconnect(); give([first, last]); }, quiet);
    });
  });
  for (const id of ['hasil', 'jelajah-saring']) {
    watch.observe(document.getElementById(id), { childList: true, subtree: true });
  }
  input.value = q;
  const typed = performance.now();
  input.dispatchEvent(new Event('input', { bubbles: true }));
})"""
"""Milliseconds from the last key, the pause after which typing has stopped included, to the frame that shows the first
results (what fills a screen, and more), and to the last frame that changed cards or counts.
"""


@dataclass(frozen=True, slots=True)
class Speed:
    """Milliseconds of each query, everything it needs having been fetched, sorted: to the first results, to all."""

    waits: tuple[float, ...]
    whole: tuple[float, ...]

    def share_within(self, limit: float) -> float:
        """Return the share of queries, 0 to 1, whose first results took at most so many milliseconds."""
        return sum(wait <= limit for wait in self.waits) / len(self.waits)


def main(arguments: list[str]) -> int:
    """Measure, print the figures and write them to ``build/uji/pencarian-kecepatan.txt``; 0."""
    asked = _parse(arguments)
    scratch = asked.scratch.resolve() / "kecepatan"
    shutil.rmtree(scratch, ignore_errors=True)
    queries = tuple(query.kueri for query in load_queries())[:: asked.setiap]
    lines = [line for count in asked.entri for line in measure_size(count, queries, scratch / str(count))]
    shutil.rmtree(scratch)
    text = "\n".join(lines) + "\n"
    _FILE.parent.mkdir(parents=True, exist_ok=True)
    _FILE.write_text(text, encoding="utf-8")
    print(f"{text}\nTersimpan di {os.path.relpath(_FILE)}.")
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pencarian.kecepatan", description="Mengukur waktu dan byte sebuah pencarian."
    )
    parser.add_argument("--entri", type=int, nargs="+", default=SIZES, metavar="N", help="banyaknya entri")
    parser.add_argument("--setiap", type=int, default=3, metavar="N", help="tanyakan setiap kueri ke-N (bawaan: 3)")
    parser.add_argument("--scratch", type=Path, default=ROOT / "build" / "bench", metavar="FOLDER", help="tempat kerja")
    return parser.parse_args(arguments)


def measure_size(count: int, queries: Sequence[str], folder: Path) -> Iterator[str]:
    """Yield the lines about a catalogue of ``count`` entries; its site is built below ``folder``."""
    site = build_repeated(count, folder)
    with serving(site) as address:
        speed = ask_slowly(address, queries)
        yield (
            f"{count:,} entri, prosesor {SLOWDOWN} kali lebih lambat, {len(speed.waits)} kueri: "
            f"{_spread(speed.waits)}; dalam 200 ms: {speed.share_within(200):.0%}; "
            f"sampai semua kartu dan jumlah tergambar: {_spread(speed.whole)}"
        )
        for query in FIRST:
            yield f"  pertama kali “{query}”, gzip: {_told(count_bytes(address, site, query))}"


def _spread(waits: Sequence[float]) -> str:
    return f"tengah {median(waits):.0f} ms, 95% {waits[int(0.95 * len(waits))]:.0f} ms, terlama {waits[-1]:.0f} ms"


def build_repeated(count: int, folder: Path) -> Path:
    """Build our site with the search data of ``count`` entries and return its folder."""
    build = build_site(Inputs.of(ROOT, ROOT / "innovations"), folder / "site")
    site = (folder / "site").resolve()
    if not build.published:
        raise RuntimeError("the site of the real entries was not built")
    shutil.rmtree(site / "jelajah" / "indeks")
    shutil.rmtree(site / "jelajah" / "kartu")
    catalog = repeat_entries(load_catalog(Inputs.of(ROOT, ROOT / "innovations")).catalog, count)
    write_search(catalog, site / "jelajah", sinonim=load_sinonim(ROOT / "vocabularies" / "sinonim.yml"))
    return site


def repeat_entries(catalog: Catalog, count: int) -> Catalog:
    """Return a catalogue of ``count`` entries: the given ones again and again, each under a further slug."""
    entries: list[Entri] = []
    while len(entries) < count:
        turn = len(entries) // len(catalog.entri)
        entries += [replace(entri, slug=f"{entri.slug}-{turn}" if turn else entri.slug) for entri in catalog.entri]
    return make_catalog(entries[:count], list(catalog.daerah.values()), catalog.vocabularies)


def ask_slowly(address: str, queries: Iterable[str]) -> Speed:
    """Return how long each query takes on a slow processor, the second time it is asked."""
    with open_page() as page:
        page.goto(f"{address}jelajah/")
        page.wait_for_selector("#hasil .kartu")
        session = page.context.new_cdp_session(page)
        asked = list(queries)
        for query in asked:
            _wait_for(page, query)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
        waits = [_again(page, query) for query in asked]
        return Speed(*(tuple(sorted(kind)) for kind in zip(*waits, strict=True)))


def _again(page: Page, query: str) -> tuple[float, float]:
    """Ask something else, then the query, of whose words the page keeps nothing by then but what it has fetched."""
    _wait_for(page, "inovasi daerah")
    return _wait_for(page, query)


def _wait_for(page: Page, query: str) -> tuple[float, float]:
    first, last = page.evaluate(_ASK, [query, _QUIET_MS])
    return first, last


def count_bytes(address: str, site: Path, query: str) -> dict[str, int]:
    """Return the gzip bytes that the first query fetches beyond the page without one: engine, index, cards, scripts."""
    before, after = (_asked_for(address, suffix) for suffix in ("", f"?q={query}"))
    spent = {"mesin": 0, "indeks": 0, "kartu": 0, "skrip": 0, "sebelum": 0}
    for path in before:
        spent["sebelum"] += _size(site, path) if "/indeks/" in path else 0
    for path in sorted(set(after) - set(before)):
        spent[_kind(path)] += _size(site, path)
    return spent


def _asked_for(address: str, suffix: str) -> list[str]:
    paths: list[str] = []
    with open_page() as page:
        page.on("request", lambda request: paths.append(urlsplit(request.url).path))
        page.goto(f"{address}jelajah/{suffix}")
        page.wait_for_selector("#hasil .kartu, #hasil .kosong")
        page.wait_for_timeout(300)
    return paths


def _kind(path: str) -> str:
    if path.endswith(("pagefind.js", ".pagefind")):
        return "mesin"
    if "/indeks/" in path:
        return "indeks"
    return "kartu" if "/kartu/" in path else "skrip"


def _size(site: Path, path: str) -> int:
    file = site / path.lstrip("/")
    return len(gzip.compress(file.read_bytes(), 9, mtime=0)) if file.is_file() else 0


def _told(spent: dict[str, Any]) -> str:
    return ", ".join(f"{name} {size / 1000:.1f} KB" for name, size in spent.items())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
