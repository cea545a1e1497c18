"""Our own search: ``/jelajah/`` of a built site, asked by its address in a real browser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from playwright.sync_api import Page

_QUIET_MS = 80
_PATIENCE_MS = 3000

_ASK = """([address, quiet, patience]) => new Promise((give) => {
  const place = document.getElementById('hasil');
  let timer = setTimeout(end, patience);
  const watch = new MutationObserver(() => {
    clearTimeout(timer);
    timer = setTimeout(end, place.querySelector('.kartu, .kosong') ? quiet : patience);
  });
  function end() {
    watch.disconnect();
    give([...place.querySelectorAll('.kartu__nama a')].map((link) => new URL(link.href).pathname));
  }
  watch.observe(place, { childList: true, subtree: true });
  history.pushState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate')); // what the browser's own "back" does: the page reads its address
})"""
"""Goes to an address of the page and waits for an answer that no longer changes; gives the addresses of the entries in
the order of the cards. Loading the page anew for every query would give the same and take three times as long.
"""


def ask_ours(page: Page, address: str, queries: Iterable[str]) -> Iterator[tuple[str, ...]]:
    """Yield for each query the ids of the entries on the first page of results (at most 20), best first.

    ``address`` is the site's root, with a slash at the end. Cards come in the usual order, by relevance.

    Raises:
        playwright.sync_api.TimeoutError: the page itself does not come up.
    """
    page.goto(f"{address}jelajah/")
    page.wait_for_selector("#hasil .kartu")
    for query in queries:
        place = page.evaluate("q => '?' + new URLSearchParams({ q })", query)
        yield tuple(entry_id(path) for path in page.evaluate(_ASK, [place, _QUIET_MS, _PATIENCE_MS]))


def entry_id(path: str) -> str:
    """Return the id in the address of an entry's page: ``/inovasi/kab-blora/silat/`` → ``kab-blora/silat``."""
    return path.split("/inovasi/")[1].rstrip("/")
