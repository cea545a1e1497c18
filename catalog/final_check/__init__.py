"""The last look at a built site, with a parser, before it is published: links, ids, scripts, sources, page basics.

It trusts nothing that made the site. ``check_site`` looks at a whole folder; a builder that has its pages in worker
processes anyway calls ``inspect_page`` there and ``resolve`` at the end.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from catalog.berdampingan import workers
from catalog.final_check.facts import PageFacts, SiteFault
from catalog.final_check.files import inspect_stylesheet, inspect_svg, list_files
from catalog.final_check.page import inspect_page
from catalog.tembolok import pack, unpack

__all__ = ["Findings", "PageFacts", "SiteFault", "check_site", "inspect_page", "list_files", "look_through", "resolve"]

_CHUNK = 200  # files given to a process at once
_ALONE = 400  # up to so many files, starting processes costs more than it saves


@dataclass(frozen=True, slots=True)
class Findings:
    """Every fault of a site, sorted by file and rule; every file, and the bytes of all.

    What was learnt of pages is in ``facts``, by file, where it was known before, else in ``learnt``: lists of
    ``PageFacts``, packed (``catalog.tembolok.unpack``), because there may be 300,000 of them.
    """

    faults: tuple[SiteFault, ...]
    facts: Mapping[str, PageFacts]
    learnt: tuple[bytes, ...]
    berkas: frozenset[str]
    jumlah_byte: int


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
    new: Collection[str] = (),
    *,
    root_path: str = "/",
) -> Findings:
    """Return faults and facts of the site in ``folder``; ``known`` are the facts of files known to be the same bytes,
    ``new`` are files known to be there, which are looked at while the others are listed.

    Links are resolved anew for every page, also the known ones: what they lead to may have gone.
    """
    _prepare(folder, allowed_script_hashes, root_path)
    with _inspecting(sorted(new), processes) as begun:
        files, size, faults = list_files(folder)
        asked = {name for name in files if name.endswith((".html", ".css", ".svg"))}
        found = {name: fact for name, fact in (known or {}).items() if name in asked}
        gathered = _Gathered(files)
        gathered.add(found.values())
        learnt = [gathered.add_part(part) for part in begun]
    with _inspecting(sorted(asked - found.keys() - set(new)), processes) as rest:
        learnt += [gathered.add_part(part) for part in rest]

    def facts() -> Iterator[PageFacts]:
        yield from found.values()
        for part in learnt:
            yield from unpack(part)

    every = (*faults, *gathered.faults, *gathered.broken_links(facts))
    return Findings(tuple(sorted(every)), found, tuple(learnt), files, size)


def resolve(facts: Collection[PageFacts], files: Collection[str]) -> tuple[SiteFault, ...]:
    """Return the faults of all pages: their own, and links to a file or an anchor that does not exist. Sorted.

    ``files`` are all files of the site, relative and posix.
    """
    gathered = _Gathered(files)
    gathered.add(facts)
    return tuple(sorted((*gathered.faults, *gathered.broken_links(lambda: facts))))


@dataclass(frozen=True, slots=True)
class _Part:
    """Some pages: all that was learnt of them, packed; their faults; where they lead to; their ids by file, packed."""

    learnt: bytes
    faults: tuple[SiteFault, ...]
    places: frozenset[str]
    ids: bytes


class _Gathered:
    """The faults of all pages so far, and where they lead to, as far as it is not simply a file that is there."""

    def __init__(self, files: Collection[str]) -> None:
        self._files = files
        self._open: set[str] = set()
        self._ids: list[Callable[[], Mapping[str, str]]] = []
        self.faults: list[SiteFault] = []

    def add(self, facts: Collection[PageFacts]) -> None:
        """Take in some pages."""
        self._take(_places(facts), _faults(facts), partial(_ids, facts))

    def add_part(self, part: _Part) -> bytes:
        """Take in some pages; return what was learnt of them, packed."""
        self._take(part.places, part.faults, partial(unpack, part.ids))
        return part.learnt

    def _take(self, places: Iterable[str], faults: Iterable[SiteFault], ids: Callable[[], Mapping[str, str]]) -> None:
        self._open.update(place for place in places if place not in self._files)
        self.faults.extend(faults)
        self._ids.append(ids)

    def broken_links(self, facts: Callable[[], Iterable[PageFacts]]) -> Iterator[SiteFault]:
        """Yield the fault of each link to what does not exist; ``facts`` gives those of all pages, if need be."""
        broken = dict(self._broken())
        if broken:
            yield from (SiteFault(f.berkas, *broken[place]) for f in facts() for place in f.tautan if place in broken)

    def _broken(self) -> Iterator[tuple[str, tuple[str, str]]]:
        """Yield each place that does not exist, with the rule and the detail of its fault."""
        split = [(place, *place.partition("#")[::2]) for place in self._open]
        anchors = self._anchors({file for _, file, anchor in split if anchor and file in self._files})
        for place, file, anchor in split:
            if file not in self._files:
                yield place, ("tautan-putus", f"tidak ada berkas {file}")
            elif anchor and file.endswith(".html") and anchor not in anchors.get(file, ()):
                yield place, ("jangkar-putus", f"tidak ada id {anchor!r} di {file}")

    def _anchors(self, files: Collection[str]) -> dict[str, frozenset[str]]:
        """Return the ids of these pages."""
        if not files:
            return {}
        known = (give() for give in self._ids)
        return {file: frozenset(ids.split("\n")) for part in known for file, ids in part.items() if file in files}


def _places(facts: Iterable[PageFacts]) -> frozenset[str]:
    return frozenset().union(*(fact.tautan for fact in facts))


def _faults(facts: Iterable[PageFacts]) -> tuple[SiteFault, ...]:
    return tuple(fault for fact in facts for fault in fact.kesalahan)


def _ids(facts: Iterable[PageFacts]) -> dict[str, str]:
    return {fact.berkas: fact.ids for fact in facts}


# What the worker processes inherit when they are forked.
_folder = Path()
_hashes: frozenset[str] = frozenset()
_root_path = "/"


@contextmanager
def _inspecting(names: Sequence[str], processes: int | None) -> Iterator[Iterator[_Part]]:
    """Give what is learnt of the files, part by part; in other processes, and at once, where they are many."""
    chunks = [names[start : start + _CHUNK] for start in range(0, len(names), _CHUNK)]
    count = processes or os.cpu_count() or 1
    if count == 1 or len(names) <= _ALONE:
        yield map(_inspect_chunk, chunks)
        return
    with workers(count) as pool:
        yield pool.imap_unordered(_inspect_chunk, chunks)


def _prepare(folder: Path, hashes: frozenset[str], root_path: str) -> None:
    global _folder, _hashes, _root_path
    _folder, _hashes, _root_path = folder, hashes, root_path


def _inspect_chunk(names: Sequence[str]) -> _Part:
    facts = [_inspect_file(name) for name in names]
    return _Part(pack(facts), _faults(facts), _places(facts), pack(_ids(facts)))


def _read(path: str) -> bytes:
    file = os.open(path, os.O_RDONLY)  # one of tens of thousands: no Path, no buffer
    try:
        return os.read(file, os.fstat(file).st_size)
    finally:
        os.close(file)


def _inspect_file(name: str) -> PageFacts:
    data = _read(f"{_folder}/{name}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return PageFacts(name, "", (), (SiteFault(name, "bukan-utf-8", "berkas tidak tertulis dalam UTF-8"),))
    if name.endswith(".css"):
        return inspect_stylesheet(name, text, root_path=_root_path)
    if name.endswith(".svg"):
        return inspect_svg(name, text)
    return inspect_page(name, data, allowed_script_hashes=_hashes, root_path=_root_path)
