"""The shards of the index: which entries share one, and which shards can be taken from the last build.

Whole regions are spread by their id, so an entry that comes, goes or changes touches its region's shard only, and the
others need no new index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from zlib import crc32

from catalog.catalog import Catalog, Entri
from catalog.search.pagefind import Shard, index_shard
from catalog.search.records import SearchRecord, make_records
from catalog.sinonim import Sinonim
from catalog.tembolok import Simpanan, digest

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


def _mark_shard(shard: Sequence[Entri], sidik: Mapping[str, str]) -> str:
    """Return the digest of everything that the records of a shard are made from; '' where a file's digest is unknown.

    ``sidik`` is file → digest of its bytes. A record tells of its entry and of the names of its region's offices.
    """
    files = [entri.berkas for entri in shard]
    offices = [f"innovations/{wilayah}/perangkat_daerah.yml" for wilayah in sorted({e.wilayah for e in shard})]
    if not all(sidik.get(file) for file in files):
        return ""
    return digest([text for file in (*files, *offices) for text in (file, sidik.get(file, ""))])


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


class KeptPart(Part):
    """A shard of a catalogue, taken from what is kept when nothing of it has changed."""

    def __init__(self, number: int, catalog: Catalog, sinonim: Sinonim, kept: Kept | None) -> None:
        super().__init__(number, ())
        self._catalog, self._sinonim, self._kept = catalog, sinonim, kept
        mark = _mark_shard(catalog.entri, kept.sidik) if kept else ""
        self.name = f"{number}-{mark}" if mark else ""
        self._mark = ""

    def prepare(self) -> Callable[[], Shard]:
        found = (
            self._kept.simpanan.read(f"{FOLDER}/{self.name}", self._kept.mesin) if self._kept and self.name else None
        )
        if found is not None:
            self.records, self._mark, shard = found
            return lambda: cast("Shard", shard)
        self.records = tuple(make_records(self._catalog, self._sinonim))
        return self._index

    def _index(self) -> Shard:
        shard = index_shard(self._number, self.records)
        if self._kept and self.name:
            value = (self.records, self.mark(), shard)
            self._kept.simpanan.write(f"{FOLDER}/{self.name}", self._kept.mesin, value)
        return shard

    def mark(self) -> str:
        self._mark = self._mark or super().mark()
        return self._mark
