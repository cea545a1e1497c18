"""The lists of entries as Markdown, for the site builders we compare with: as many pages as our own lists have.

By region, by office (our reports of offices), by urusan, year, stage, status and kind, 50 entries a page; and of each
region the two tables our site has beside its profile: evaluation of offices and self-assessment. What the builders
cannot reckon (doors of problems, the ledger, statistics, scores) is left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from benchmarks.pages import MarkdownPage

PER_PAGE = 50


@dataclass(frozen=True, slots=True)
class ListPage:
    """One page: its path without ending ('urusan/1-02-kesehatan/2'), its title, and its Markdown below the title."""

    path: str
    judul: str
    teks: str


def list_pages(pages: Sequence[MarkdownPage], link: Callable[[str, MarkdownPage], str]) -> Iterator[ListPage]:
    """Yield every page of every list; ``link(path, page)`` is the address of an entry from the list at ``path``."""
    groups: dict[tuple[str, str], list[MarkdownPage]] = defaultdict(list)
    for page in pages:
        for path, title in page.daftar:
            groups[path, title].append(page)
    for (path, title), entries in groups.items():
        for number, start in enumerate(range(0, len(entries), PER_PAGE), start=1):
            place = path if number == 1 else f"{path}/{number}"
            lines = [_line(page, link(place, page)) for page in entries[start : start + PER_PAGE]]
            yield ListPage(place, title, "\n".join(lines) + "\n")
        if path.startswith("wilayah/"):
            yield from _tables(path, title, entries, link)


def _line(page: MarkdownPage, address: str) -> str:
    return f"- [{page.judul}]({address}) ({page.wilayah}). {page.keterangan}"


def _tables(
    path: str, title: str, entries: Sequence[MarkdownPage], link: Callable[[str, MarkdownPage], str]
) -> Iterator[ListPage]:
    """The two tables of a region, a row an entry, with the cells that need no reckoning."""
    for name, heads in (("evaluasi", ("Tahapan", "Status")), ("swanilai", ("Jenis", "Tahun"))):
        place = f"{path}/{name}"
        rows = [f"| [{page.judul}]({link(place, page)}) | {' | '.join(map(page.ciri, heads))} |" for page in entries]
        table = [f"| Inovasi | {' | '.join(heads)} |", "| --- | --- | --- |", *rows]
        yield ListPage(place, f"{title}: {name}", "\n".join(table) + "\n")
