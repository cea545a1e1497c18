"""Compressed forms beside the files of a release, for servers that send them as they are (nginx: ``gzip_static``)."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

from catalog.berdampingan import workers

ENDING = ".gz"
"""What a compressed form is called after its file."""

_TEXT = frozenset({".html", ".css", ".js", ".json", ".csv", ".svg", ".xml", ".ics", ".txt"})
_LEAST = 1024
"""Smaller files gain less than the headers of an answer weigh."""
_LEVEL = 9
_CHUNK = 200


def compress_release(release: Path, processes: int) -> int:
    """Write ``<file>.gz`` beside every text file of at least 1 KB that has none, and return how many were written.

    The same file gives the same bytes: neither name nor time stands in the compressed form.
    """
    texts = [path for path in release.rglob("*") if path.suffix in _TEXT and path.stat().st_size >= _LEAST]
    files = [path for path in texts if not path.with_name(path.name + ENDING).exists()]
    if processes == 1 or len(files) <= _CHUNK:
        for path in files:
            _compress(path)
    else:
        with workers(processes) as pool:
            pool.map(_compress, files, chunksize=_CHUNK)
    return len(files)


def _compress(path: Path) -> None:
    compressed = path.with_name(path.name + ENDING)
    compressed.write_bytes(gzip.compress(path.read_bytes(), _LEVEL, mtime=0))
    times = path.stat()
    os.utime(compressed, ns=(times.st_atime_ns, times.st_mtime_ns))  # both forms are equally new to a browser that asks
