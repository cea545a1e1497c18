"""What the tests of the spreadsheet door share: a small catalogue, workbooks filled by hand, an import at one call."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
import pytest

from catalog.inputs import Inputs
from catalog.lembar import Hasil, Pilihan, import_workbook
from catalog.lembar.template import make_workbook, save_workbook
from catalog.vocabularies import load_vocabularies

ROOT = Path(__file__).resolve().parent.parent.parent
BASE = ROOT / "tests" / "records" / "dasar" / "innovations"

GOOD = {
    "wilayah": "kab-blora",
    "nama": "Lumbung Digital",
    "urusan.1": "pangan",
    "ringkasan": "Warga menitip dan mengambil gabah di lumbung desa lewat satu nomor.",
    "sumber.1.judul": "Lumbung desa Blora",
    "sumber.1.penerbit": "contoh.id",
    "sumber.1.tanggal": "2024-05",
}
"""A row with the required isian only."""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The small valid catalogue in a folder of its own."""
    return Path(shutil.copytree(BASE, tmp_path / "innovations"))


class Lembaran:
    """The empty template, to be filled and saved."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = make_workbook(load_vocabularies(ROOT / "vocabularies"))
        self._next: dict[str, int] = {}

    def column(self, sheet: str, key: str) -> int:
        """Return the number of a column by its name."""
        return next(cell.column for cell in self.book[sheet][3] if cell.value == key)

    def add(self, sheet: str, row: Mapping[str, object]) -> int:
        """Write one row below the others, values as they are given, and return its number."""
        number = self._next.setdefault(sheet, 5)
        for key, value in row.items():
            cell = self.book[sheet].cell(number, self.column(sheet, key))
            cell.number_format = "General"
            cell.value = value  # type: ignore[assignment]
        self._next[sheet] = number + 1
        return number

    def save(self) -> Path:
        """Save and return the path."""
        save_workbook(self.book, self.path)
        return self.path


@pytest.fixture
def sheets(tmp_path: Path) -> Lembaran:
    """A template to fill."""
    return Lembaran(tmp_path / "isi.xlsx")


@pytest.fixture
def take(tree: Path) -> Callable[..., Hasil]:
    """Return an import into the small catalogue: ``take(path, update=True)``."""

    def run(path: Path, **wanted: object) -> Hasil:
        return import_workbook(Inputs.of(ROOT, tree), path, Pilihan(**wanted))  # type: ignore[arg-type]

    return run


def said(result: Hasil) -> list[tuple[str, str, str]]:
    """Return (sheet, cell, code) of every finding."""
    return [(one.sel.lembar, one.sel.nama, one.masalah.kode) for one in result.temuan]


def given_back(path: Path) -> openpyxl.Workbook:
    """Return the workbook that came back."""
    return openpyxl.load_workbook(path.with_name(f"{path.stem}-diperiksa.xlsx"))
