"""``python -m benchmarks.pratinjau``: from the saving of an entry to its being seen in the open page of ``serve``.

In Chromium, on generated entries, as a contributor would: the page is open, the file is saved, the page shows it.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from playwright.sync_api import Error, Page

from benchmarks.generator import ROOT, generate
from benchmarks.measure import USUAL
from benchmarks.pencarian.browser import open_page

_FILE = ROOT / "build" / "bench" / "pratinjau.txt"
_TIMES = 7
_REST_SECONDS = 4.0
"""Between two savings, so that what follows the first does not stand in the way of the second."""
_PATIENCE_SECONDS = 30.0


def main(arguments: list[str]) -> int:
    """Measure, print the figures and write them to ``build/bench/pratinjau.txt``; 0."""
    asked = _parse(arguments)
    scratch = asked.scratch.resolve() / "pratinjau"
    shutil.rmtree(scratch, ignore_errors=True)
    innovations = scratch / "innovations"
    generate(asked.entri, innovations, processes=os.cpu_count() or 1)
    entry = sorted(innovations.glob("*/*.md"))[asked.entri // 3]
    text = f"{asked.entri:,} entri\n" + "".join(f"{line}\n" for line in _watch(innovations, entry))
    shutil.rmtree(scratch)
    _FILE.parent.mkdir(parents=True, exist_ok=True)
    _FILE.write_text(text, encoding="utf-8")
    print(f"{text}\nTersimpan di {os.path.relpath(_FILE)}.")
    return 0


def _parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.pratinjau", description="Mengukur pratinjau langsung dari simpan sampai terlihat."
    )
    parser.add_argument("--entri", type=int, default=10_000, metavar="N", help="banyaknya entri (bawaan: 10000)")
    parser.add_argument("--scratch", type=Path, default=ROOT / "build" / "bench", metavar="FOLDER", help="tempat kerja")
    return parser.parse_args(arguments)


def _watch(innovations: Path, entry: Path) -> list[str]:
    command = [sys.executable, str(ROOT / "build_catalog.py"), "serve", "--innovations", str(innovations)]
    began = time.perf_counter()
    with subprocess.Popen([*command, "--port", "8765"], stdout=subprocess.PIPE, text=True, env=USUAL) as process:
        try:
            assert process.stdout is not None
            match = re.search(r"http://\S+", process.stdout.readline())
            assert match, "the preview did not start"
            ready = time.perf_counter() - began
            with open_page() as page:
                page.goto(f"{match[0]}inovasi/{entry.parent.name}/{entry.stem}/")
                return [f"{'siap setelah perintah':<36}{ready:>8.2f} detik", *_save_again_and_again(page, entry)]
        finally:
            process.terminate()


def _save_again_and_again(page: Page, entry: Path) -> list[str]:
    good = entry.read_text(encoding="utf-8")
    shown, told, mended = [], [], []
    for turn in range(_TIMES):
        text = good.replace("\nringkasan: ", f"\nringkasan: Kali {turn} disimpan. ", 1)
        shown.append(_wait(page, entry, text, f"document.body?.textContent.includes('Kali {turn} disimpan')"))
        wrong = text.replace("\nurusan:", "\ntahapan: keliru\nurusan:", 1)
        told.append(_wait(page, entry, wrong, "document.querySelector('#pesan-pratinjau pre')"))
        mended.append(_wait(page, entry, text, "document.body && !document.querySelector('#pesan-pratinjau pre')"))
    return [
        f"{name:<36}{median(waits):>8.2f} detik, terlama {max(waits):.2f}"
        for name, waits in (
            ("simpan → terlihat", shown),
            ("keliru → pesan", told),
            ("diperbaiki → pesan hilang", mended),
        )
    ]


def _wait(page: Page, entry: Path, text: str, seen: str) -> float:
    """Save ``text`` and return after how many seconds ``seen`` holds in the page; asked some thirty times a second,
    because Playwright's own waiting looks twice a second only.
    """
    time.sleep(_REST_SECONDS)
    began = time.perf_counter()
    entry.write_text(text, encoding="utf-8")
    while time.perf_counter() - began < _PATIENCE_SECONDS:
        with suppress(Error):  # the page is just being loaded anew
            if page.evaluate(f"() => Boolean({seen})"):
                return time.perf_counter() - began
        time.sleep(0.03)
    raise TimeoutError(seen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
