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
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from importlib.metadata import version
from itertools import islice, pairwise
from pathlib import Path

from catalog.search.records import SearchRecord
from catalog.search.service import PagefindFailure, PagefindProcess

SHARD_SIZE = 4_000
"""Most records in one shard: Pagefind takes about 0.55 GB for 5,000 records of 140 words."""

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
class _Shard:
    nama: str
    kunci: tuple[str, ...]
    isi: str
    berkas: int
    ukuran: int


def write_index(
    records: Iterable[SearchRecord],
    out: Path,
    processes: int = 2,
    shard_size: int = SHARD_SIZE,
    count: int | None = None,
) -> IndexReport:
    """Write the index of ``records`` into the new folder ``out`` and return what was written.

    One folder a shard, named by Pagefind's version, and ``out/kunci.json``; the first shard also holds the
    engine. Shards are consecutive and of nearly equal size; ``processes`` of them are made side by side, and
    where ``count`` says how many records there are, the first ones while later records are still being made.
    The same records give the same bytes.

    Raises:
        PagefindFailure: Pagefind is missing or has stopped.
        FileExistsError: ``out`` exists.
    """
    out.mkdir(parents=True)
    given = iter(records) if count is not None else iter(kept := tuple(records))
    sizes = _shard_sizes(len(kept) if count is None else count, shard_size)
    with ThreadPoolExecutor(max_workers=processes) as pool:
        parts = ((number, tuple(islice(given, size))) for number, size in enumerate(sizes))
        shards = [job.result() for job in [pool.submit(_write_shard, *part, out) for part in parts]]
    index = _key_list(shards)
    (out / "kunci.json").write_bytes(index)
    return IndexReport(
        kunci=tuple(key for shard in shards for key in shard.kunci),
        pecahan=len(shards),
        berkas=sum(shard.berkas for shard in shards) + 1,
        ukuran=sum(shard.ukuran for shard in shards) + len(index),
    )


def _shard_sizes(count: int, shard_size: int) -> list[int]:
    shards = -(-count // shard_size)
    bounds = [count * place // shards for place in range(shards + 1)] if shards else []
    return [end - start for start, end in pairwise(bounds)]


def _write_shard(number: int, records: Sequence[SearchRecord], out: Path) -> _Shard:
    """Index one shard in its own process; its number is part of the language name, so that result names
    differ between shards.
    """
    name = f"{version('pagefind')}-{number}"
    names: dict[str, str] = {}
    sizes: list[int] = []
    with PagefindProcess(language=f"id-{number}") as process:
        process.add((record.id, _document(record)) for record in records)
        for path, content in process.files():
            if path.startswith("fragment/"):
                names[_fragment_address(path, content)] = path.removeprefix("fragment/").removesuffix(".pf_fragment")
            elif _is_needed(path, first=number == 0):
                sizes.append(_write(out / name / path, content))
    keys = tuple(names.get(record.id, "") for record in records)
    _check_left_out(records, keys)
    return _Shard(name, keys, "".join(str(record.isi) for record in records), len(sizes), sum(sizes))


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


def _write(path: Path, content: bytes) -> int:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return len(content)


def _key_list(shards: Sequence[_Shard]) -> bytes:
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
