"""The results as a plain-text table: times as ratios to ours, and the budgets with what was measured."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Iterator
from importlib.metadata import version

from benchmarks.peers import hugo_is_here
from benchmarks.story import Built, Results

_MB = 1_000_000
_WITHOUT = ("kami, tanpa pencarian", "MkDocs + Material, tanpa pencarian", "Hugo")
_WITH = ("kami", "MkDocs + Material, dengan pencarian", "Hugo + Pagefind")
_HEAD = f"{'':38}{'detik':>9}{'rasio':>8}{'CPU':>9}{'memori MB':>11}{'berkas':>9}{'MB':>8}"


def describe_run(processes: int, repeats: int) -> str:
    """Return what was compared on what: versions, processors, processes."""
    hugo = _hugo_version() if hugo_is_here() else "tidak ada"
    rounds = "" if repeats == 1 else f"; tercepat dari {repeats} putaran"
    return (
        f"Python {platform.python_version()}, MkDocs {version('mkdocs')}, Material {version('mkdocs-material')}, "
        f"Hugo {hugo}, Pagefind {version('pagefind')}\n"
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} inti; {processes} proses{rounds}; "
        f"tanpa tembolok, folder baru setiap kali\n"
    )


def format_results(results: Results) -> str:
    """Return the tables of one size."""
    made = results.generated
    title = f"{_number(made.entri)} entri, {made.wilayah} wilayah, {made.byte / _MB:.0f} MB sumber"
    lines = [title, "=" * len(title), ""]
    lines += [*_comparison("Semua kecuali pencarian", _WITHOUT, results), ""]
    lines += [*_comparison("Semua, dengan pencarian", _WITH, results), ""]
    lines += [*_stages(results), ""]
    lines += [*_budgets(results)]
    return "\n".join(lines) + "\n"


def _comparison(title: str, names: tuple[str, ...], results: Results) -> Iterator[str]:
    base = results.rows[names[0]].run.detik
    yield f"{title:38}{_HEAD[38:]}"
    for name in names:
        built = results.rows.get(name)
        why = results.gagal.get(name, "dilewati: program hugo tidak ada")
        yield _row(name, built, base) if built else f"  {name:36}{why}"
    if names is _WITH:
        seconds, files, size = results.lantai
        yield f"  {'lantai: berkas yang sama':36}{seconds:9.2f}{seconds / base:8.2f}{'':20}{files:9}{size / _MB:8.0f}"


def _row(name: str, built: Built, base: float) -> str:
    run = built.run
    return (
        f"  {name:36}{run.detik:9.2f}{run.detik / base:8.2f}{run.cpu:9.2f}{run.memori / _MB:11.0f}"
        f"{built.berkas:9}{built.byte / _MB:8.0f}"
    )


def _stages(results: Results) -> Iterator[str]:
    whole = results.rows["kami"].run.detik
    yield f"{'Tahap kami':38}{'detik':>9}{'bagian':>8}"
    for name, seconds in results.stages.items():
        yield f"  {name:36}{seconds:9.2f}{seconds / whole:8.0%}"
    seconds, files, size = results.lantai_halaman
    yield f"  {'lantai tahap halaman':36}{seconds:9.2f}{'':8}{'':20}{files:9}{size / _MB:8.0f}"
    poured, written, pages = results.tuang
    yield f"  {'menuang isi yang sudah jadi':36}{poured:9.2f}{'':8}{'':20}{pages:9}"
    yield f"  {'lantai menuang':36}{written:9.2f}{'':8}{'':20}{pages:9}"


def _budgets(results: Results) -> Iterator[str]:
    """Each budget: what it asks, what was measured, whether that holds at this size."""
    ours, lean = results.rows["kami"], results.rows["kami, tanpa pencarian"]
    rows = results.rows
    entries = results.generated.entri
    yield "Anggaran untuk 10.000 entri"
    asked = (
        ("MkDocs tanpa pencarian / kami", _WITHOUT[1], lean, 3),
        ("MkDocs dengan pencarian / kami", _WITH[1], ours, 1),
        ("Hugo + Pagefind / kami", _WITH[2], ours, 1),
    )
    for name, peer, own, limit in asked:
        if peer in rows:
            yield _budget(name, rows[peer].run.detik / own.run.detik, ">=", limit, "kali")
    poured, written, _ = results.tuang
    yield _budget("menuang / lantainya", poured / written, "<=", 2, "kali")
    pages = results.stages.get("halaman", 0.0) / results.lantai_halaman[0]
    yield _budget("seluruh tahap halaman / lantainya", pages, "<=", 2, "kali")
    yield _budget("memori", ours.run.memori / 1e9, "<=", 1.5, "GB")
    yield _budget("check", rows["kami, check"].run.detik, "<=", 10, "detik")
    yield _budget("ukuran situs", ours.byte / entries / 1024, "<=", 40, "KB per entri")


def _budget(name: str, value: float, sign: str, limit: float, unit: str) -> str:
    holds = value >= limit if sign == ">=" else value <= limit
    return f"  {name:36}{value:9.2f} {unit} ({sign} {limit:g})  {'terpenuhi' if holds else 'BELUM'}"


def _hugo_version() -> str:
    words = subprocess.run(["hugo", "version"], capture_output=True, text=True, check=False).stdout.split()
    return words[1].split("+")[0].removeprefix("v") if len(words) > 1 else "?"


def _number(count: int) -> str:
    return f"{count:,}".replace(",", ".")
