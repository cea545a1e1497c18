"""``python -m benchmarks.pencarian``: three searches over the same entries and the same judged queries."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.generator import ROOT
from benchmarks.measure import RunFailed
from benchmarks.pencarian.browser import BrowserMissing, open_page, serving
from benchmarks.pencarian.judgements import Query, find_faults, load_queries
from benchmarks.pencarian.material import ask_material, build_material
from benchmarks.pencarian.ours import ask_ours
from benchmarks.pencarian.report import Ranking, format_comparison, is_above, measure_all
from benchmarks.pencarian.substring import search_substrings
from catalog.catalog import Catalog
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.vocabularies import load_vocabularies

_FOLDER = ROOT / "build" / "bench"
_RESULTS = _FOLDER / "pencarian.txt"
_NOTES = """\
Kueri dan jawabannya dinilai lebih dulu di tests/search. Jawaban benar = nilai 2 atau 3; dilihat 20 hasil pertama.
Material: pencarian bawaannya (lunr) dengan theme.language: id. Akar kata bahasa Indonesia tidak ada padanya.
Potongan kata: semua kata kueri ada di nama, kepanjangan, ringkasan, atau isi; terbanyak lebih dulu.
"""


def main(arguments: list[str]) -> int:
    """Compare, print the table, write it to ``build/bench/pencarian.txt``; 0, or 1 when something failed to run."""
    asked = _parse(arguments)
    scratch = asked.scratch.resolve() / "pencarian"
    shutil.rmtree(scratch, ignore_errors=True)
    try:
        text = _compare(scratch)
    except (RunFailed, BrowserMissing) as failure:
        print(failure, file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    _RESULTS.parent.mkdir(parents=True, exist_ok=True)
    _RESULTS.write_text(text, encoding="utf-8")
    print(f"\n{text}\nTersimpan di {os.path.relpath(_RESULTS)}.")
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pencarian",
        description="Membandingkan hasil pencarian katalog dengan pencarian Material dan pencarian potongan kata.",
    )
    parser.add_argument(
        "--scratch", type=Path, default=_FOLDER, metavar="FOLDER", help="tempat kerja (bawaan: build/bench)"
    )
    return parser.parse_args(arguments)


def _compare(scratch: Path) -> str:
    catalog = load_catalog(Inputs.of(ROOT, ROOT / "innovations")).catalog
    queries = load_queries()
    if faults := find_faults(queries, {entri.id for entri in catalog.entri}):
        raise RunFailed("\n".join(faults))
    title = f"Pencarian: {len(catalog.entri)} entri, {len(queries)} kueri"
    rankings = _ask_all(catalog, queries, scratch)
    ours, *others = (measure_all(queries, ranking) for ranking in rankings.values())
    verdict = f"Kami di atas keduanya pada semua ukuran: {'ya' if is_above(ours, others) else 'TIDAK'}"
    return f"{title}\n{'=' * len(title)}\n\n{_NOTES}\n{format_comparison(queries, rankings)}\n\n{verdict}\n"


def _ask_all(catalog: Catalog, queries: Sequence[Query], scratch: Path) -> dict[str, list[Ranking]]:
    words = [query.kueri for query in queries]
    _say("membangun situs kami")
    ours = _build_ours(scratch / "kami")
    _say("membangun situs MkDocs + Material")
    peer = build_material(ROOT / "innovations", load_vocabularies(ROOT / "vocabularies"), scratch / "mkdocs")
    rankings: dict[str, list[Ranking]] = {}
    with open_page() as page:
        _say("bertanya kepada pencarian kami")
        with serving(ours) as address:
            rankings["kami"] = list(ask_ours(page, address, words))
        _say("bertanya kepada pencarian Material")
        with serving(peer) as address:
            rankings["Material (lunr)"] = list(ask_material(page, address, words))
    rankings["potongan kata"] = list(search_substrings(catalog, words))
    return rankings


def _build_ours(folder: Path) -> Path:
    folder.mkdir(parents=True)
    program = (sys.executable, str(ROOT / "build_catalog.py"), "build", "--out", str(folder / "site"))
    run = subprocess.run(program, cwd=ROOT, capture_output=True, text=True)
    if run.returncode:
        raise RunFailed(
            f"pembangunan situs berakhir dengan kode {run.returncode}:\n{(run.stdout + run.stderr)[-2000:]}"
        )
    return (folder / "site").resolve()


def _say(text: str) -> None:
    print(f"  … {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
