"""Hostile workbooks are refused, or read, within 5 seconds and 256 MB; what is refused names its sheet or cell."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.lembar import Hasil, RefusedWorkbook
from catalog.lembar.tables import read_tables
from catalog.wordings import LEMBAR
from lembar.conftest import ROOT
from lembar.hostile_workbooks import HOSTILE, READ

_SECONDS, _MEGABYTES = 5.0, 256
_READER = """
import json, re, sys, time
from pathlib import Path
from catalog.lembar.places import RefusedWorkbook
from catalog.lembar.tables import read_tables
from catalog.lembar.headings import match_tables
answers = []
for path in sys.argv[1:]:
    start = time.process_time()
    try:
        match_tables(read_tables(Path(path)).tabel)
        kode = "dibaca"
    except RefusedWorkbook as refused:
        kode = refused.temuan.masalah.kode
    peak = int(re.search(r"VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
    answers.append((kode, time.process_time() - start, peak))
print(json.dumps(answers))
"""


def _read_apart(path: Path) -> tuple[str, float, float]:
    """Return code (or "dibaca"), processor seconds and peak memory in MB of reading a file in a process of its own."""
    run = subprocess.run(
        [sys.executable, "-c", _READER, str(path)],
        capture_output=True, text=True, timeout=60, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True,
    )  # fmt: skip
    kode, seconds, megabytes = json.loads(run.stdout)[0]
    return kode, seconds, megabytes


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_hostile_workbook_is_refused_quickly(name: str, tmp_path: Path) -> None:
    make, kode = HOSTILE[name]
    path = tmp_path / "isi.xlsx"
    path.write_bytes(make())
    found, seconds, megabytes = _read_apart(path)
    assert found == kode
    assert seconds < _SECONDS and megabytes < _MEGABYTES


@pytest.mark.parametrize("name", sorted(READ))
def test_an_odd_workbook_is_read_or_refused_quickly(name: str, tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    path.write_bytes(READ[name]())
    _, seconds, megabytes = _read_apart(path)
    assert seconds < _SECONDS and megabytes < _MEGABYTES


@pytest.mark.parametrize(
    "name", ["long texts everywhere", "most formulas", "most cells that are read", "a corner far out"]
)
def test_an_odd_workbook_can_be_imported_to_its_end(name: str, tmp_path: Path, take: Callable[..., Hasil]) -> None:
    path = tmp_path / "isi.xlsx"
    path.write_bytes(READ[name]())
    result = take(path)
    assert result.ditulis == []


def test_a_refusal_names_the_sheet_and_the_cell(tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    path.write_bytes(HOSTILE["far column"][0]())
    with pytest.raises(RefusedWorkbook) as refused:
        read_tables(path)
    assert (refused.value.temuan.sel.lembar, refused.value.temuan.sel.nama) == ("Inovasi", "XFD3")
    assert refused.value.temuan.masalah.seharusnya == "paling jauh baris 12000 dan kolom OJ"


@pytest.mark.parametrize(
    ("content", "ends_well"),
    [
        (b"nama,urusan\n" + b"x," * 300_000, False),
        ("nama;urusan.1\nLumbung;pangan\n".encode("utf-16"), False),
        (b"\x00" * 100, False),
        (b'"nama', True),
        (b"", True),
        (b"nama\n" + b'"' + b"x" * 200_000, False),
    ],
)
def test_odd_csv_files_never_crash(content: bytes, ends_well: bool, tmp_path: Path) -> None:
    path = tmp_path / "isi.csv"
    path.write_bytes(content)
    if ends_well:
        read_tables(path)
    else:
        with pytest.raises(RefusedWorkbook) as refused:
            read_tables(path)
        assert refused.value.temuan.masalah.kode == "lembar-csv-tidak-terbaca"


def test_every_code_of_workbooks_occurs_in_these_tests() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in sorted(Path(__file__).parent.glob("*.py")))
    assert [kode for kode in LEMBAR if kode not in tests] == []


@pytest.mark.parametrize("name", ["cut short", "broken book", "merged nonsense", "part outside"])
def test_what_is_broken_is_said_in_words(name: str, tmp_path: Path) -> None:
    path = tmp_path / "isi.xlsx"
    path.write_bytes(HOSTILE[name][0]())
    with pytest.raises(RefusedWorkbook) as refused:
        read_tables(path)
    assert not re.search(r"Error|Zip|Exception", refused.value.temuan.masalah.ditemukan)
