"""Rows → drafts of records: the isian that a row and its detail rows hold, and from which cell each came."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from catalog.lembar.headings import Terbaca
from catalog.lembar.layout import Lembar
from catalog.lembar.places import Sel, Temuan

Path_ = tuple[str | int, ...]


@dataclass(slots=True)
class Draf:
    """One record as the workbook has it: a file of its own, or one item of a region's register.

    ``asal`` is the cell of each value, ``butir`` the sheet and row of each item of a list of records; ``slug`` is ''
    for an item of a register.
    """

    lembar: Lembar
    kepala: Sel
    wilayah: str
    slug: str = ""
    nomor: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    badan: dict[str, str] = field(default_factory=dict)
    asal: dict[Path_, Sel] = field(default_factory=dict)
    butir: dict[Path_, tuple[Terbaca, int]] = field(default_factory=dict)
    temuan: list[Temuan] = field(default_factory=list)

    @property
    def berkas(self) -> str:
        """The file, below the repository."""
        name = f"{self.slug}.md" if self.slug else self.lembar.akar
        return f"innovations/{self.wilayah}/{name}"

    @property
    def has_error(self) -> bool:
        """True when the row is not taken over."""
        return any(one.is_error for one in self.temuan)

    def place_of(self, path: Path_, missing: str = "") -> Sel:
        """Return the cell of the isian ``path``, or where ``missing`` below it ought to stand, else the row's head."""
        if not missing and path in self.asal:
            return self.asal[path]
        if missing:
            found = self._empty_cell(path, missing)
            if found is not None:
                return found
        for length in range(len(path), 0, -1):
            inside = [cell for other, cell in self.asal.items() if other[:length] == path[:length]]
            if inside:
                return min(inside)
            if path[:length] in self.butir:
                read, row = self.butir[path[:length]]
                return Sel(read.tabel.nama, row, 1)
        return self.kepala

    def _empty_cell(self, path: Path_, missing: str) -> Sel | None:
        """Return the empty cell of an isian that is not there: below its own heading, on the row of its record."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.butir:
                read, row = self.butir[path[:length]]
                steps = (*path[length:], missing)
                for wanted in (steps, (*steps, 0)):
                    for number, kolom in read.kolom.items():
                        if kolom.jalur[: len(wanted)] == wanted:
                            return Sel(read.tabel.nama, row, number)
        return None


def put_value(data: dict[str, Any], path: Path_, value: Any) -> None:
    """Put ``value`` at ``path``, making the mappings on the way; a number is the next item of a list of records."""
    holder: Any = data
    for step, following in pairwise(path):
        if isinstance(step, int):
            while len(holder) <= step:
                holder.append({})
            holder = holder[step]
        else:
            holder = holder.setdefault(step, [] if isinstance(following, int) else {})
    if isinstance(path[-1], int):
        holder.append(value)
    else:
        holder[path[-1]] = value
