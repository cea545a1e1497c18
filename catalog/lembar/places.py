"""A fault at a cell: what ``check`` says, and on which sheet and cell it is said."""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.utils import get_column_letter

from catalog.problems import Problem, problem


@dataclass(frozen=True, slots=True, order=True)
class Sel:
    """A cell of a workbook; row and column are 1-based, 0 where the whole sheet, row or column is meant."""

    lembar: str
    baris: int = 0
    kolom: int = 0

    @property
    def nama(self) -> str:
        """``C7``; ``baris 7`` for a whole row, '' for a whole sheet."""
        if not self.baris:
            return ""
        return f"{get_column_letter(self.kolom)}{self.baris}" if self.kolom else f"baris {self.baris}"


@dataclass(frozen=True, slots=True, order=True)
class Temuan:
    """A problem and its cell; ``masalah`` names the file that the row is for, or the workbook."""

    sel: Sel
    masalah: Problem

    @property
    def is_error(self) -> bool:
        """True when the row of the cell is not taken over."""
        return self.masalah.is_error


def finding(kode: str, sel: Sel, ditemukan: str, berkas: str = "", **isi: object) -> Temuan:
    """Return the finding ``kode`` at a cell; what was found is masked like everywhere."""
    from catalog.reading.found import show

    said = problem(kode, berkas=berkas, baris=sel.baris, kolom=sel.kolom, ditemukan=show(ditemukan), **isi)
    return Temuan(sel, said)


class RefusedWorkbook(Exception):
    """The file is not opened at all; ``temuan`` says why, in Indonesian."""

    def __init__(self, temuan: Temuan) -> None:
        super().__init__(temuan.masalah.pesan)
        self.temuan = temuan
