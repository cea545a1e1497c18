"""``python -m benchmarks.bertahap``: what a build costs after one change, as a share of a build from nothing.

Generated entries; after each change our own command builds anew. The shares are of wall time, in one run; of several
rounds the median counts, each round with a build from scratch of its own, because a machine changes its pace.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from benchmarks.generator import ROOT, generate
from benchmarks.measure import USUAL

_FULL = "dari nol"
_FILE = ROOT / "build" / "bench" / "bertahap.txt"


def main(arguments: list[str]) -> int:
    """Measure, print the table and write it to ``build/bench/bertahap.txt``; 0."""
    asked = _parse(arguments)
    scratch = asked.scratch.resolve() / "bertahap"
    shutil.rmtree(scratch, ignore_errors=True)
    own = _own_repository(scratch / "repo", asked.entri)
    rounds = [_round(own, scratch / "site", number) for number in range(1, asked.putaran + 1)]
    shutil.rmtree(scratch)
    text = "\n".join([f"{asked.entri:,} entri, {asked.putaran} putaran", *_table(rounds)]) + "\n"
    _FILE.parent.mkdir(parents=True, exist_ok=True)
    _FILE.write_text(text, encoding="utf-8")
    print(f"{text}\nTersimpan di {os.path.relpath(_FILE)}.")
    return 0


def _round(own: Path, site: Path, number: int) -> dict[str, float]:
    """Return the seconds of a build from scratch and of one after each change, by name."""
    seconds = {_FULL: _build(own, site, "--dari-nol")}
    for name, change in CHANGES.items():
        change(own, number)
        seconds[name] = _build(own, site)
    return seconds


def _table(rounds: list[dict[str, float]]) -> Iterator[str]:
    yield f"{_FULL:<36}{median(one[_FULL] for one in rounds):>8.2f} detik"
    for name in CHANGES:
        shares = sorted(one[_FULL] / one[name] for one in rounds)
        spread = f"   (1/{shares[0]:.1f} sampai 1/{shares[-1]:.1f})" if len(rounds) > 1 else ""
        yield f"{name:<36}{median(one[name] for one in rounds):>8.2f} detik   1/{median(shares):.1f}{spread}"


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.bertahap", description="Mengukur bangun ulang setelah satu perubahan."
    )
    parser.add_argument("--entri", type=int, default=10_000, metavar="N", help="banyaknya entri (bawaan: 10000)")
    parser.add_argument("--putaran", type=int, default=1, metavar="N", help="banyaknya putaran (bawaan: 1)")
    parser.add_argument("--scratch", type=Path, default=ROOT / "build" / "bench", metavar="FOLDER", help="tempat kerja")
    return parser.parse_args(arguments)


def _own_repository(folder: Path, count: int) -> Path:
    """Return a copy of the repository with generated entries: closed lists and templates can be changed in it."""
    folder.mkdir(parents=True)
    for name in ("catalog", "content", "theme", "vocabularies"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build_catalog.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, folder / name)
    generate(count, folder / "innovations", processes=os.cpu_count() or 1)
    return folder


def _build(own: Path, site: Path, *options: str) -> float:
    command = [sys.executable, str(own / "build_catalog.py"), "build", "--out", str(site), *options]
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=own, env=USUAL)
    return time.perf_counter() - began


def _entry(own: Path, place: float) -> Path:
    entries = sorted((own / "innovations").glob("*/*.md"))
    return entries[int(place * len(entries))]


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path} has no {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _nothing(own: Path, number: int) -> None:
    """Change nothing."""


def _edit(own: Path, number: int) -> None:
    _replace(_entry(own, 0.4), "\nringkasan: ", "\nringkasan: Diperbarui. ")


def _add(own: Path, number: int) -> None:
    source = _entry(own, 0.6)
    target = source.with_name("entri-baru.md")
    shutil.copy(source, target)
    _replace(target, "\nnama: ", "\nnama: Inovasi Baru ")


def _remove(own: Path, number: int) -> None:
    next((own / "innovations").glob("*/entri-baru.md")).unlink()


def _rename(own: Path, number: int) -> None:
    source = _entry(own, 0.2 + number / 100)
    target = source.with_name(f"entri-pindah-{number}.md")
    source.rename(target)
    _replace(target, "\nurusan:", f"\nalamat_lama: [{source.parent.name}/{source.stem}]\nurusan:")


def _template(name: str) -> Callable[[Path, int], None]:
    def change(own: Path, number: int) -> None:
        with (own / "catalog" / "pages" / "templates" / name).open("a", encoding="utf-8") as file:
            file.write("\n<p>Satu baris lagi.</p>\n")

    return change


def _synonym(own: Path, number: int) -> None:
    word = " ".join(["kartu jati diri", *["baru"] * (number - 1)])
    _replace(own / "vocabularies" / "sinonim.yml", "  - [KTP, ", f"  - [KTP, {word}, ")


def _vocabulary(own: Path, number: int) -> None:
    _replace(own / "vocabularies" / "tahapan.yml", "nama: ", "nama: Tahap ")


CHANGES: dict[str, Callable[[Path, int], None]] = {
    "tidak ada yang berubah": _nothing,
    "satu entri diubah": _edit,
    "satu entri ditambahkan": _add,
    "satu entri dihapus": _remove,
    "satu entri berganti nama": _rename,
    "satu kata cari ditambahkan": _synonym,
    "templat daftar entri diubah": _template("daftar.html"),
    "templat semua entri diubah": _template("entri.html"),
    "satu daftar istilah diubah": _vocabulary,
}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
