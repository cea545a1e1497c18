"""``python -m benchmarks [--sizes N …]``: prints the table and writes it to ``build/bench/hasil.txt``."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from benchmarks.generator import ROOT
from benchmarks.measure import RunFailed
from benchmarks.report import describe_run, format_results
from benchmarks.story import run_size

RESULTS = ROOT / "build" / "bench" / "hasil.txt"


def main(arguments: list[str]) -> int:
    """Run the benchmark and return the exit code: 0, or 1 when a build failed. Missed budgets are only reported."""
    asked = _parse(arguments)
    RESULTS.parent.mkdir(parents=True, exist_ok=True)
    parts = [describe_run(asked.proses, asked.ulang)]
    print(parts[0])
    for size in asked.sizes:
        try:
            results = run_size(size, asked.scratch / f"ukuran-{size}", asked.proses, asked.ulang, _say)
        except RunFailed as failure:
            print(failure, file=sys.stderr)
            return 1
        parts.append(format_results(results))
        print(f"\n{parts[-1]}", flush=True)
        RESULTS.write_text("\n".join(parts), encoding="utf-8")
    print(f"Tersimpan di {os.path.relpath(RESULTS)}.")
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description="Membandingkan waktu dan memori pembangunan katalog dengan MkDocs + Material dan Hugo + Pagefind.",
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000], metavar="N", help="banyaknya entri (1000)")
    parser.add_argument("--proses", type=int, default=os.cpu_count() or 1, metavar="N", help="proses sekaligus")
    parser.add_argument("--ulang", type=int, default=1, metavar="N", help="putaran; yang tercepat dipakai (1)")
    parser.add_argument(
        "--scratch", type=Path, default=RESULTS.parent, metavar="FOLDER", help="tempat kerja (bawaan: build/bench)"
    )
    asked = parser.parse_args(arguments)
    asked.scratch = asked.scratch.resolve()
    return asked


def _say(text: str) -> None:
    print(f"  … {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
