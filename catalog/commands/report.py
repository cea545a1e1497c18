"""What the commands print: problems in the asked form, what was built, how long each stage took."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.commands.arguments import CLEAN, ERRORS
from catalog.indonesian import ribuan
from catalog.judging import Judged
from catalog.problems import Problem, count_levels, format_github, format_gitlab, format_json, format_text

if TYPE_CHECKING:
    from catalog.build import BuildResult

_MOST_SHOWN = 200


def print_check(judged: Judged, form: str) -> int:
    """Print the problems in ``form`` (text, json, github, gitlab) and return the exit code."""
    errors, warnings = count_levels(judged.problems)
    if form in ("json", "gitlab"):
        write = format_json if form == "json" else format_gitlab
        print(write((*judged.problems, *judged.saran)))
        return ERRORS if errors else CLEAN
    for p in (*judged.problems, *judged.saran):
        print(format_github(p) if form == "github" else format_text(p))
    print(f"{errors} kesalahan, {warnings} peringatan di {judged.jumlah_berkas} berkas yang diperiksa.")
    if judged.saran:
        print(f"{len(judged.saran)} saran. Saran tidak menahan entri.")
    if judged.lain:
        print(f"{judged.lain} kesalahan di berkas lain tidak dihitung di sini; lihat pemeriksaan seluruh katalog.")
    return ERRORS if errors else CLEAN


def print_build(result: BuildResult, site: Path) -> int:
    """Print what a build came to and return the exit code."""
    problems = result.loaded.problems
    errors, warnings = count_levels(problems)
    if not result.published and not result.faults:
        _print_problems(p for p in problems if p.is_error)
        print(f"{errors} kesalahan, {warnings} peringatan di {len({p.berkas for p in problems})} berkas.")
        print("Tidak ada halaman yang ditulis; situs terakhir tetap utuh.")
        return ERRORS
    if result.faults:
        for fault in result.faults[:_MOST_SHOWN]:
            print(f"{fault.berkas}: kesalahan [{fault.aturan}] {fault.rincian}")
        print(f"Pemeriksaan akhir menemukan {len(result.faults)} kesalahan. Situs terakhir tetap utuh.")
        return ERRORS
    for file in result.left_out:
        print(f"{file}: tidak diterbitkan karena ada kesalahan; perubahan ini tidak menyentuhnya.")
    _print_stages(result.stages)
    catalog = result.loaded.catalog
    print(
        f"{ribuan(len(catalog.entri))} inovasi dari {ribuan(len(catalog.wilayah_berentri))} wilayah, "
        f"{ribuan(result.jumlah_halaman)} halaman, {ribuan(result.jumlah_berkas)} berkas, "
        f"{ribuan(result.jumlah_byte // 1024)} KB; {warnings} peringatan."
    )
    shown = os.path.relpath(site)
    print(f"Situs siap di {shown}/. Untuk melihatnya: make serve, atau python3 -m http.server -d {shown} 8000")
    return CLEAN


def _print_problems(problems: Iterable[Problem]) -> None:
    for p in problems:
        print(format_text(p))


def _print_stages(stages: tuple[tuple[str, float], ...]) -> None:
    width = max((len(name) for name, _ in stages), default=0)
    for name, seconds in stages:
        print(f"  {name:<{width}}  {seconds:6.2f} detik")
    print(f"  {'seluruhnya':<{width}}  {sum(seconds for _, seconds in stages):6.2f} detik")
