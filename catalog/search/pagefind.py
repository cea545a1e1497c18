"""The full-text index: records in shards of Pagefind, and the list that leads from a result back to a row.

The browser joins the shards (``mergeIndex``). Pagefind writes one file ("fragment") per record, which the
page would fetch for every result; they are left out, because the cards have their own, smaller files
(``cards``). Of a fragment only the name is kept, since a result bears it: ``kunci.json`` lists the names in
the order of the records. No filters are given to Pagefind: with them the same input gives other bytes at
each run, and ``facets`` does their work.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from pathlib import Path

from catalog.berdampingan import side_by_side
from catalog.search.records import SearchRecord
from catalog.search.service import PagefindFailure, PagefindProcess

_SIGNATURE = b"pagefind_dcd"


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What ``write_index`` wrote.

    ``kunci`` is the name of each record's result as the browser gets it, in the order of the records, shape
    (n_records,), '' for a record without any word; ``ukuran`` is in bytes.
    """

    kunci: tuple[str, ...]
    pecahan: int
    berkas: int
    ukuran: int


@dataclass(frozen=True, slots=True)
class Shard:
    """The index of one shard: the name of its folder, the name of each record's result, how much each record tells
    (a digit each), and its files by path in that folder.
    """

    nama: str
    kunci: tuple[str, ...]
    isi: str
    berkas: Mapping[str, bytes]


def write_index(shards: Iterable[Callable[[], Shard]], out: Path, processes: int = 2) -> IndexReport:
    """Write the index of ``shards`` into the folder ``out`` and return what was written.

    One folder a shard, named by Pagefind's version, and ``out/kunci.json``; the first shard also holds the engine.
    ``processes`` of them are made side by side, each in a process of its own: the words of a shard leave their traces
    in memory. With 0 they are made here, one after the other.

    Raises:
        PagefindFailure: Pagefind is missing or has stopped.
    """
    out.mkdir(parents=True, exist_ok=True)
    works = [partial(_write_shard, make, out) for make in shards]
    return _finish_index(list(side_by_side(works, processes)), out)


def _finish_index(made: Sequence[tuple[Shard, int, int]], out: Path) -> IndexReport:
    shards = [shard for shard, _, _ in made]
    index = _key_list(shards)
    (out / "kunci.json").write_bytes(index)
    return IndexReport(
        kunci=tuple(key for shard in shards for key in shard.kunci),
        pecahan=len(made),
        berkas=sum(files for _, files, _ in made) + 1,
        ukuran=sum(size for _, _, size in made) + len(index),
    )


def index_shard(number: int, records: Sequence[SearchRecord]) -> Shard:
    """Return the index of one shard, made in a process of its own; the same records give the same bytes.

    Its number is part of the language name, so that result names differ between shards.

    Raises:
        PagefindFailure: Pagefind is missing or has stopped.
    """
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    with PagefindProcess(language=f"id-{number}") as process:
        process.add((record.id, _document(record)) for record in records)
        for path, content in process.files():
            if path.startswith("fragment/"):
                names[_fragment_address(path, content)] = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            elif _is_needed(path, first=number == 0):
                files[path] = content
    keys = tuple(names.get(record.id, "") for record in records)
    _check_left_out(records, keys)
    return Shard(f"{version('pagefind')}-{number}", keys, "".join(str(record.isi) for record in records), files)


def _write_shard(make: Callable[[], Shard], out: Path) -> tuple[Shard, int, int]:
    """Write a shard; return it without its contents, with the number of its files and their bytes."""
    shard = make()
    for path, content in shard.berkas.items():
        target = out / shard.nama / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return replace(shard, berkas={}), len(shard.berkas), sum(map(len, shard.berkas.values()))


def _document(record: SearchRecord) -> str:
    """The record as HTML for Pagefind; its words are letters and digits, so nothing in it needs escaping."""
    parts = "".join(f'<p data-pagefind-weight="{part.bobot:.4g}">{part.kata}</p>' for part in record.bagian)
    return f"<html><body>{parts}</body></html>"


def _check_left_out(records: Sequence[SearchRecord], keys: Sequence[str]) -> None:
    """Pagefind leaves out records without any word, which nothing could find; any other is its fault."""
    for record, key in zip(records, keys, strict=True):
        if not key and record.bagian:
            raise PagefindFailure(f"pagefind left out {record.id}")


def _is_needed(path: str, *, first: bool) -> bool:
    """Whether the browser asks for the file; engine and stemmer only once, never Pagefind's own interface
    and worker.
    """
    engine = path == "pagefind.js" or (path.startswith("wasm.") and path != "wasm.unknown.pagefind")
    data = path == "pagefind-entry.json" or path.endswith((".pf_meta", ".pf_index"))
    return data or (first and engine)


def _fragment_address(path: str, content: bytes) -> str:
    data = gzip.decompress(content)
    if not data.startswith(_SIGNATURE):
        raise PagefindFailure(f"{path} is not written as this version of pagefind is known to write it")
    return str(json.loads(data[len(_SIGNATURE) :])["url"])


def _key_list(shards: Sequence[Shard]) -> bytes:
    """``kunci.json``: folder and result names of each shard; ``tanda`` changes with the index and names it
    in caches.
    """
    rows = [
        {"folder": shard.nama, "awalan": f"id-{n}_", "kunci": _short(shard.kunci, n), "isi": shard.isi}
        for n, shard in enumerate(shards)
    ]
    mark = hashlib.sha256(json.dumps(rows).encode()).hexdigest()[:12]
    return json.dumps({"tanda": mark, "pecahan": rows}, separators=(",", ":")).encode()


def _short(keys: Iterable[str], number: int) -> list[str]:
    return [key.removeprefix(f"id-{number}_") for key in keys]
