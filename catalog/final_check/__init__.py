"""The last look at a built site, with a parser, before it is published: links, ids, scripts, sources, page basics.

It trusts nothing that made the site. ``check_site`` looks at a whole folder; a builder that has its pages in worker
processes anyway calls ``inspect_page`` there and ``resolve`` at the end.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.berdampingan import workers
from catalog.final_check.facts import PageFacts, SiteFault
from catalog.final_check.files import inspect_stylesheet, inspect_svg, list_files
from catalog.final_check.page import inspect_page

__all__ = ["Findings", "PageFacts", "SiteFault", "check_site", "inspect_page", "list_files", "look_through", "resolve"]

_CHUNK = 200  # files given to a process at once
_ALONE = 400  # up to so many files, starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Findings:
    """Every fault of a site, sorted by file and rule; what was learnt of each page, by file; every file."""

    faults: tuple[SiteFault, ...]
    facts: Mapping[str, PageFacts]
    berkas: frozenset[str]


def check_site(
    folder: Path,
    allowed_script_hashes: frozenset[str] = frozenset(),
    processes: int | None = None,
    *,
    root_path: str = "/",
) -> tuple[SiteFault, ...]:
    """Return every fault of the site built in ``folder``, sorted by file and rule; empty for a sound site.

    ``allowed_script_hashes`` lists the inline scripts that may run (``sha256-…``); ``root_path`` is the path the site
    is served under. ``processes`` defaults to the number of processors.
    """
    return look_through(folder, allowed_script_hashes, processes, root_path=root_path).faults


def look_through(
    folder: Path,
    allowed_script_hashes: frozenset[str] = frozenset(),
    processes: int | None = None,
    known: Mapping[str, PageFacts] | None = None,
    *,
    root_path: str = "/",
) -> Findings:
    """Return faults and facts of the site in ``folder``; ``known`` are the facts of files known to be the same bytes.

    Links are resolved anew for every page, also the known ones: what they lead to may have gone.
    """
    files, faults = list_files(folder)
    inspected = sorted(name for name in files if name.endswith((".html", ".css", ".svg")))
    found = {name: known[name] for name in inspected if name in known} if known else {}
    inspected = [name for name in inspected if name not in found]
    _prepare(folder, allowed_script_hashes, root_path)
    chunks = [inspected[start : start + _CHUNK] for start in range(0, len(inspected), _CHUNK)]
    count = processes or os.cpu_count() or 1
    if count == 1 or len(inspected) <= _ALONE:
        facts = [fact for chunk in chunks for fact in _inspect_chunk(chunk)]
    else:
        with workers(count) as pool:
            facts = [fact for part in pool.imap_unordered(_inspect_chunk, chunks) for fact in part]
    found |= {fact.berkas: fact for fact in facts}
    return Findings(tuple(sorted([*faults, *resolve(found.values(), files)])), found, files)


def resolve(facts: Iterable[PageFacts], files: Collection[str]) -> tuple[SiteFault, ...]:
    """Return the faults of all pages: their own, and links to a file or an anchor that does not exist. Sorted.

    ``files`` are all files of the site, relative and posix.
    """
    known = list(facts)
    broken = dict(_broken(set().union(*(fact.tautan for fact in known)), known, files))
    faults = [fault for fact in known for fault in fact.kesalahan]
    if broken:
        faults += [SiteFault(f.berkas, *broken[place]) for f in known for place in f.tautan if place in broken]
    return tuple(sorted(faults))


def _broken(
    places: Iterable[str], known: Iterable[PageFacts], files: Collection[str]
) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield each place that does not exist, with the rule and the detail of its fault. A page is led to by many."""
    ids = {fact.berkas: fact.ids for fact in known}
    anchors: dict[str, frozenset[str]] = {}
    for place in places:
        if place in files:
            continue
        file, _, anchor = place.partition("#")
        if file not in files:
            yield place, ("tautan-putus", f"tidak ada berkas {file}")
        elif anchor and file.endswith(".html"):
            if file not in anchors:
                anchors[file] = frozenset(ids.get(file, "").split("\n"))
            if anchor not in anchors[file]:
                yield place, ("jangkar-putus", f"tidak ada id {anchor!r} di {file}")


# What the worker processes inherit when they are forked.
_folder = Path()
_hashes: frozenset[str] = frozenset()
_root_path = "/"


def _prepare(folder: Path, hashes: frozenset[str], root_path: str) -> None:
    global _folder, _hashes, _root_path
    _folder, _hashes, _root_path = folder, hashes, root_path


def _inspect_chunk(names: list[str]) -> list[PageFacts]:
    return [_inspect_file(name) for name in names]


def _read(path: str) -> bytes:
    file = os.open(path, os.O_RDONLY)  # one of tens of thousands: no Path, no buffer
    try:
        return os.read(file, os.fstat(file).st_size)
    finally:
        os.close(file)


def _inspect_file(name: str) -> PageFacts:
    try:
        text = _read(f"{_folder}/{name}").decode("utf-8")
    except UnicodeDecodeError:
        return PageFacts(name, "", (), (SiteFault(name, "bukan-utf-8", "berkas tidak tertulis dalam UTF-8"),))
    if name.endswith(".css"):
        return inspect_stylesheet(name, text, root_path=_root_path)
    if name.endswith(".svg"):
        return inspect_svg(name, text)
    return inspect_page(name, text, allowed_script_hashes=_hashes, root_path=_root_path)
