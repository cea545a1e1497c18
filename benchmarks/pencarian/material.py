"""Material for MkDocs' own search over pages of the same entries: typed into its box in a real browser.

Material has no Indonesian for its search (lunr): with ``theme.language: id`` it builds an index without stemmer and
without stop words, and finds the beginnings of words. That is what its users get, so it is what we compare with.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Page

from benchmarks.measure import RunFailed
from benchmarks.pages import read_pages
from benchmarks.peers import environment, mkdocs, prepare_mkdocs
from benchmarks.pencarian.measures import DEPTH
from benchmarks.pencarian.ours import entry_id
from catalog.vocabularies import Vocabularies

_ANSWERED = 3  # number of the message in which Material's worker gives its results

_LISTEN = """(() => {
  window.answers = [];
  window.Worker = class extends Worker {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => { if (data.type === %d) window.answers.push(data.data.items); });
    }
  };
})()"""
"""Keeps what the worker answers: the box shows the same, but draws only as much of it as is scrolled to."""


def build_material(innovations: Path, lists: Vocabularies, folder: Path) -> Path:
    """Build the site of MkDocs with Material and its search below ``folder`` and return where it stands.

    Raises:
        RunFailed: the build ended with an error.
    """
    prepare_mkdocs(tuple(read_pages(innovations, lists)), folder)
    command = mkdocs(folder, with_search=True)
    run = subprocess.run(
        command.arguments, cwd=command.folder, env=environment(command), capture_output=True, text=True
    )
    if run.returncode:
        raise RunFailed(f"mkdocs berakhir dengan kode {run.returncode}:\n{run.stderr[-2000:]}")
    return command.site


def ask_material(page: Page, address: str, queries: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield for each query the ids of the entries found, best first, at most 20.

    The pages that list a region's entries are left out of the ranking, in favour of Material.

    Raises:
        playwright.sync_api.TimeoutError: a query was not answered in thirty seconds.
    """
    page.add_init_script(_LISTEN % _ANSWERED)
    page.goto(address)
    box = page.locator("input.md-search__input")
    page.locator("label.md-search__icon[for=__search]").first.click(force=True)
    for count, query in enumerate(queries, start=1):
        box.fill(query)
        box.press("End")  # Material listens to keys
        page.wait_for_function("count => window.answers.length >= count", arg=count, timeout=30_000)
        groups = page.evaluate("window.answers.at(-1).map((group) => group[0].location)")
        yield tuple(dict.fromkeys(entries_at(groups)))[:DEPTH]


def entries_at(locations: Iterable[str]) -> Iterator[str]:
    """Yield the ids of the entry pages among these places of the index, in their order;
    a place is like ``inovasi/kab-blora/silat/#hasil``.
    """
    for location in locations:
        path = "/" + urlsplit(location).path
        if path.startswith("/inovasi/"):
            yield entry_id(path)
