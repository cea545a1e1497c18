"""The shards of the index: which entries share one, and which shards can be taken from the last build.

Whole regions are spread by their id, so an entry that comes, goes or changes touches its region's shard only, and the
others need no new index.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from itertools import chain
from zlib import crc32

from catalog.berdampingan import beside
from catalog.catalog import Catalog, Entri
from catalog.search.pagefind import Shard, index_shard
from catalog.search.records import SearchRecord, make_records
from catalog.sinonim import Sinonim
from catalog.tembolok import Simpanan, pack, unpack

FOLDER = "cari"
"""Where in what is kept the shards lie."""

MOST_IN_SHARD = 3_500
"""Entries in a shard on average, at most: Pagefind takes about 0.55 GB for 5,000 records of 140 words."""

FULL = 4_000
"""Entries from which on a shard takes no further region."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the index is kept between builds, under which fingerprint; that of the lists which records are made with,
    and the digest of each file's bytes.
    """

    simpanan: Simpanan
    mesin: str
    daftar: str
    sidik: Mapping[str, str]


def share_out(catalog: Catalog) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the regions by shard; their entries stand in the order of the catalogue. Without entries, no
    shard.

    The number of shards is a power of two, so that it changes only when a catalogue doubles. A region goes where a
    hash of its id says, or where the next one says when that shard would be more than full.
    """
    count = 1
    while len(catalog.entri) > count * MOST_IN_SHARD:
        count *= 2
    shards: list[list[str]] = [[] for _ in range(count)]
    sizes = [0] * count
    for wilayah in sorted(catalog.wilayah_berentri, key=lambda id: f"{id}/"):  # as the ids of entries are ordered
        size = len(catalog.entri_of(wilayah))
        wishes = [crc32(f"{wilayah}{'/' * turn}".encode()) % count for turn in range(_WISHES)]
        place = next((wish for wish in wishes if sizes[wish] + size <= FULL), min(wishes, key=sizes.__getitem__))
        shards[place].append(wilayah)
        sizes[place] += size
    return tuple(tuple(shard) for shard in shards if shard)


_WISHES = 8
"""Shards that a region may go to; the least full of them where all are full."""


def only(catalog: Catalog, regions: Iterable[str]) -> Catalog:
    """Return the catalogue with the entries of these regions only, in their order.

    For a process of its own: whoever touches an entry gets a copy of the page of memory on which it lies.
    """
    return replace(catalog, entri=tuple(chain.from_iterable(map(catalog.entri_of, regions))))


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
        self._keep(tuple(records))

    def _keep(self, records: Sequence[SearchRecord]) -> None:
        self._packed, self.jumlah = pack(records), len(records)
        self.tanda = hashlib.sha256(repr(records).encode()).hexdigest()

    @property
    def records(self) -> Sequence[SearchRecord]:
        """The records, unpacked each time: of a large catalogue, only one shard is looked at a time."""
        found: Sequence[SearchRecord] = unpack(self._packed)
        return found

    def prepare(self) -> Callable[[], Shard]:
        """Have the records ready; return what makes the index, in any process begun from now on."""
        return self._index

    def _index(self) -> Shard:
        return index_shard(self._number, self.records)


@dataclass(frozen=True, slots=True)
class _Value:
    """A shard as it is kept: the lists that its records were made with, the mark of each record, the records packed,
    the mark of all, the index.
    """

    daftar: str
    marks: tuple[str, ...]
    packed: bytes
    tanda: str
    shard: Shard | None


class KeptPart(Part):
    """A shard of a catalogue, taken from what is kept when nothing of it has changed, else made of what has not.

    What can be kept is not held in memory: of a large catalogue the packed records alone are 200 MB.
    """

    def __init__(
        self, number: int, catalog: Catalog, regions: Sequence[str], sinonim: Sinonim, kept: Kept | None, apart: bool
    ) -> None:
        """``apart``: records are made in a process of their own, so that what they read is copied there only."""
        self._number, self._apart = number, apart
        self._catalog, self._regions, self._sinonim, self._kept = catalog, regions, sinonim, kept
        self._held: _Value | None = None

    def prepare(self) -> Callable[[], Shard]:
        with beside(self._look) if self._apart else nullcontext(self._look) as wait:
            self.tanda, self._held = wait()
        self.jumlah = sum(len(self._catalog.entri_of(wilayah)) for wilayah in self._regions)
        return self._index

    @property
    def records(self) -> Sequence[SearchRecord]:
        found: Sequence[SearchRecord] = unpack(self._value().packed)
        return found

    def _look(self) -> tuple[str, _Value | None]:
        """Return the mark of all records; with the value where it cannot be kept."""
        value, is_kept = self._made()
        return value.tanda, None if is_kept else value

    def _made(self) -> tuple[_Value, bool]:
        """Return the shard as it is kept, else its records without an index; and whether it is kept."""
        catalog = only(self._catalog, self._regions)
        marks = _marks(catalog.entri, self._kept.sidik) if self._kept else ()
        lists = self._kept.daftar if self._kept else ""
        found = self._read() if marks else None
        same_lists = found is not None and found.daftar == lists
        if found is not None and same_lists and found.marks == marks:
            return found, True
        known = dict(zip(found.marks, unpack(found.packed), strict=True)) if found and same_lists else {}
        self._keep(tuple(_make(catalog, marks, known, self._sinonim)))
        index = found.shard if found and found.tanda == self.tanda else None  # a new word that no entry here has
        value = _Value(lists, marks, self._packed, self.tanda, index)
        return value, bool(marks) and self._write(value)

    def _value(self) -> _Value:
        """Return the shard, which may have gone from where it was kept."""
        return self._held or self._read_of(self.tanda) or self._made()[0]

    def _read_of(self, tanda: str) -> _Value | None:
        found = self._read()
        return found if found is not None and found.tanda == tanda else None

    def _read(self) -> _Value | None:
        value: _Value | None = None
        if self._kept:
            value = self._kept.simpanan.read(f"{FOLDER}/{self._number}", self._kept.mesin)
        return value

    def _write(self, value: _Value) -> bool:
        return self._kept is not None and self._kept.simpanan.write(f"{FOLDER}/{self._number}", self._kept.mesin, value)

    def _index(self) -> Shard:
        value = self._value()
        if value.shard is not None:
            return value.shard
        shard = index_shard(self._number, unpack(value.packed))
        if value.marks:
            self._write(replace(value, shard=shard))
        return shard


def _make(
    catalog: Catalog, marks: Sequence[str], known: Mapping[str, SearchRecord], sinonim: Sinonim
) -> Iterator[SearchRecord]:
    """Yield the record of each entry, those of entries that did not change as they were."""
    entries = catalog.entri
    marks = marks or ("",) * len(entries)
    missing = tuple(entri for entri, mark in zip(entries, marks, strict=True) if mark not in known)
    new = make_records(replace(catalog, entri=missing), sinonim)
    return (known[mark] if mark in known else next(new) for mark in marks)
