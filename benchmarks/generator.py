"""Writes generated entries for benchmarks: ``python -m benchmarks.generator N FOLDER [--seed S]``.

Text after Zipf from a vocabulary of 22,000 Indonesian words, bodies of 400 to 900 words, every optional isian as often
as real entries fill it, spread over up to 531 regions. The same numbers give the same bytes, whatever the machine.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import yaml
from PIL import Image

from benchmarks.entries import PHOTO, draft_entry
from benchmarks.plan import Plan, make_plan
from benchmarks.regions import draft_region
from catalog.vocabularies import WilayahKode, load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
"""The repository."""

SEED = 2026
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_MISUSE = 2


@dataclass(frozen=True, slots=True)
class Generated:
    """What was written, in numbers."""

    entri: int
    wilayah: int
    berkas: int
    byte: int


def generate(count: int, folder: Path, seed: int = SEED, processes: int = 1) -> Generated:
    """Write ``count`` entries with their regions into the new or empty ``folder``, which stands for ``innovations``.

    Raises:
        FileExistsError: ``folder`` holds something.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(str(folder))
    global _plan, _folder
    _plan, _folder = make_plan(count, seed, load_vocabularies(ROOT / "vocabularies")), folder
    if processes == 1:
        sizes = [_write_region(region) for region in _plan.regions]
    else:
        with get_context("fork").Pool(processes) as pool:
            sizes = pool.map(_write_region, _plan.regions, chunksize=4)
    files = [size for region in sizes for size in region]
    return Generated(count, len(_plan.regions), len(files), sum(files))


# What the worker processes inherit when they are forked.
_plan: Plan
_folder = Path()


def _write_region(region: WilayahKode) -> list[int]:
    """Write every file of one region and return their sizes in bytes."""
    place = _folder / region.id
    place.mkdir()
    sizes = [_write(place / name, _yaml(record)) for name, record in draft_region(_plan, region).items()]
    for entry in _plan.entries[region.id]:
        record, body = draft_entry(_plan, entry)
        sizes.append(_write(place / f"{entry.slug}.md", f"---\n{_yaml(record)}---\n\n{body}"))
        if "foto" in record:
            sizes.append(_write_photo(place / entry.slug / PHOTO, entry.slug))
    return sizes


def _yaml(record: dict[str, Any]) -> str:
    return str(yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000))


def _write(path: Path, text: str) -> int:
    data = text.encode("utf-8")
    path.write_bytes(data)
    return len(data)


def _write_photo(path: Path, slug: str) -> int:
    """Write a picture of one colour: its bytes matter to no peer, that it is there does."""
    path.parent.mkdir()
    shade = sum(slug.encode()) % 256
    buffer = io.BytesIO()
    Image.new("RGB", (640, 480), (shade, 120, 90)).save(buffer, "PNG")
    path.write_bytes(buffer.getvalue())
    return len(buffer.getvalue())


def main(arguments: list[str]) -> int:
    """Carry out the command line and return the exit code: 0, or 2 when the folder is not empty."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.generator", description="Menulis entri buatan.")
    parser.add_argument("jumlah", type=int, metavar="N", help="banyaknya entri")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder kosong; untuk build namanya innovations")
    parser.add_argument("--seed", type=int, default=SEED, metavar="S", help=f"benih acak (bawaan: {SEED})")
    asked = parser.parse_args(arguments)
    try:
        done = generate(asked.jumlah, asked.folder, asked.seed, os.cpu_count() or 1)
    except FileExistsError:
        print(f"{asked.folder} tidak kosong; pilih folder lain.", file=sys.stderr)
        return _MISUSE
    print(f"{done.entri} entri dari {done.wilayah} wilayah, {done.berkas} berkas, {done.byte // 1024} KB.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
