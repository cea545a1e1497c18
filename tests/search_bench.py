"""Time, memory, size of the index for records of 120 to 150 Zipf-like words: ``python tests/search_bench.py 10000``."""

from __future__ import annotations

import gzip
import itertools
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from search_samples import in_shards  # noqa: E402  the path is set above

from catalog.search.pagefind import write_index  # noqa: E402
from catalog.search.pecahan import MOST_IN_SHARD  # noqa: E402
from catalog.search.records import BADAN, NAMA, Bagian, SearchRecord  # noqa: E402

SYLLABLES = [a + b for a in "bcdgjklmnprst" for b in "aeiou"]
WORDS = 25_000


def make_records(count: int) -> Iterator[SearchRecord]:
    """Yield records of words as frequent as those of a language: the n-th about 1/n as frequent as the first."""
    chance = random.Random(1)
    words = ["".join(chance.choices(SYLLABLES, k=chance.randint(2, 4))) for _ in range(WORDS)]
    weights = list(itertools.accumulate(1 / (rank + 3) for rank in range(WORDS)))
    for number in range(count):
        title, text = (" ".join(chance.choices(words, cum_weights=weights, k=k)) for k in (5, chance.randint(120, 150)))
        parts = (Bagian(NAMA, title), Bagian(BADAN, text))
        yield SearchRecord(f"kab-x/e{number:06}", f"inovasi/kab-x/e{number:06}/", parts)


def main(count: int) -> None:
    records = list(make_records(count))
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        report = write_index(in_shards(records, MOST_IN_SHARD), Path(folder) / "indeks", processes=2)
        seconds = time.perf_counter() - start
        keys = len(gzip.compress((Path(folder) / "indeks" / "kunci.json").read_bytes()))
        chunks = sorted(path.stat().st_size for path in Path(folder).rglob("*.pf_index"))
    process, own = (
        resource.getrusage(who).ru_maxrss / 1024 for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    )
    print(f"{count} records, {report.pecahan} shards, 2 processes: {seconds:.1f} s")
    print(f"peak memory: {process:.0f} MB in the largest Pagefind process, {own:.0f} MB in Python")
    print(f"size: {report.ukuran / count:.0f} bytes a record in {report.berkas} files; kunci.json {keys} bytes gzip")
    print(f"index chunks: median {chunks[len(chunks) // 2]} bytes, largest {chunks[-1]} bytes")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000)
