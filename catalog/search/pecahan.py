"""The shards of the index: which entries share one, and which shards can be taken from the last build.

Whole regions are spread by their id, so an entry that comes, goes or changes touches its region's shard only, and the
others need no new index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from functools import partial
from zlib import crc32

from catalog.berdampingan import beside
from catalog.catalog import Catalog, Entri
from catalog.search.pagefind import Shard, index_shard
from catalog.search.records import SearchRecord, make_records
from catalog.sinonim import Sinonim
from catalog.tembolok import Simpanan

FOLDER = "cari"
"""Where in what is kept the shards lie."""

MOST_IN_SHARD = 3_500
"""Entries in a shard on average, at most: Pagefind takes about 0.55 GB for 5,000 records of 140 words."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the index is kept between builds, under which fingerprint, and the digest of each file's bytes."""

    simpanan: Simpanan
    mesin: str
    sidik: Mapping[str, str]


def share_out(entries: Sequence[Entri]) -> tuple[tuple[Entri, ...], ...]:
    """Return the entries by shard, each in the order given; without entries, no shard.

    The number of shards is a power of two, so that it changes only when a catalogue doubles.
    """
    count = 1
    while len(entries) > count * MOST_IN_SHARD:
        count *= 2
    shards: list[list[Entri]] = [[] for _ in range(count)]
    number = {wilayah: crc32(wilayah.encode()) % count for wilayah in {entri.wilayah for entri in entries}}
    for entri in entries:
        shards[number[entri.wilayah]].append(entri)
    return tuple(tuple(shard) for shard in shards if shard)


def _marks(shard: Sequence[Entri], sidik: Mapping[str, str]) -> tuple[str, ...]:
    """Return a mark of everything that the record of each entry is made from; () where a file's digest is unknown.

    ``sidik`` is file → digest of its bytes. A record tells of its entry and of the names of its region's offices.
    """
    if not all(sidik.get(entri.berkas) for entri in shard):
        return ()
    offices = {wilayah: f"innovations/{wilayah}/perangkat_daerah.yml" for wilayah in {e.wilayah for e in shard}}
    return tuple(f"{e.berkas} {sidik[e.berkas]} {sidik.get(offices[e.wilayah], '')}" for e in shard)


class Part:
    """The records of one shard, and its index."""

    def __init__(self, number: int, records: Iterable[SearchRecord]) -> None:
        """Take the records of the shard with this number, counted from 0."""
        self._number = number
        self.records: Sequence[SearchRecord] = tuple(records)

    def prepare(self) -> Callable[[], Shard]:
        """Have the records ready; return what makes the index, in any thread."""
        return lambda: index_shard(self._number, self.records)

    def mark(self) -> str:
        """Return a digest of the records."""
        return hashlib.sha256(repr(self.records).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class _Value:
    """A shard as it is kept: the mark of each record, the records, the mark of all, the index."""

    marks: tuple[str, ...]
    records: Sequence[SearchRecord]
    mark: str
    shard: Shard


class KeptPart(Part):
    """A shard of a catalogue, taken from what is kept when nothing of it has changed, else made of what has not."""

    def __init__(self, number: int, catalog: Catalog, sinonim: Sinonim, kept: Kept | None, apart: bool) -> None:
        """``apart``: records are made in a process of their own, so that what they read is copied there only."""
        super().__init__(number, ())
        self._apart = apart
        self._catalog, self._sinonim, self._kept = catalog, sinonim, kept
        self._marks = _marks(catalog.entri, kept.sidik) if kept else ()
        self._mark = ""

    def prepare(self) -> Callable[[], Shard]:
        found: _Value | None = None
        if self._kept and self._marks:
            found = self._kept.simpanan.read(f"{FOLDER}/{self._number}", self._kept.mesin)
        if found is not None and found.marks == self._marks:
            self.records, self._mark, shard = found.records, found.mark, found.shard
            return lambda: shard
        known = dict(zip(found.marks, found.records, strict=True)) if found else {}
        make = partial(tuple, self._make(known))
        with beside(make) if self._apart else nullcontext(make) as wait:
            self.records = wait()
        return self._index

    def _make(self, known: Mapping[str, SearchRecord]) -> Iterator[SearchRecord]:
        """Yield the record of each entry, those of entries that did not change as they were."""
        entries = self._catalog.entri
        marks = self._marks or ("",) * len(entries)
        missing = tuple(entri for entri, mark in zip(entries, marks, strict=True) if mark not in known)
        new = make_records(replace(self._catalog, entri=missing), self._sinonim)
        return (known[mark] if mark in known else next(new) for mark in marks)

    def _index(self) -> Shard:
        shard = index_shard(self._number, self.records)
        if self._kept and self._marks:
            value = _Value(self._marks, self.records, self.mark(), shard)
            self._kept.simpanan.write(f"{FOLDER}/{self._number}", self._kept.mesin, value)
        return shard

    def mark(self) -> str:
        self._mark = self._mark or super().mark()
        return self._mark
