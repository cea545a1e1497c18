"""One file that the workbook speaks of: what it would hold, the same checks as for a file, each fault at its cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from catalog.lembar.drafts import Draf
from catalog.lembar.places import Temuan
from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.problems import Problem
from catalog.reading import parse_record
from catalog.reading.encoding import max_bytes, too_large
from catalog.record_text import Written, revise_entry, revise_register, write_entry, write_register
from catalog.validation import CheckedRecord, check_record
from catalog.vocabularies import Vocabularies

Path_ = tuple[str | int, ...]
_MISSING = re.compile(r"tidak ada `([^`]+)`")


@dataclass(slots=True)
class Calon:
    """A file to be. ``baris`` are its drafts: one, or of a register several by their place in ``daftar``.

    ``data`` and ``badan`` are whole, with what the workbook does not speak of; ``lama`` is the text that stands there.
    """

    berkas: str
    data: dict[str, Any]
    badan: dict[str, str]
    baris: dict[int, Draf]
    lama: str = ""
    diperiksa: CheckedRecord | None = None
    tulisan: Written | None = None
    masalah: list[Problem] = field(default_factory=list)
    asli: list[dict[str, Any]] = field(default_factory=list)
    """Of a register: the items that exist, in normal form."""

    @property
    def rekaman(self) -> type[Rekaman]:
        """The class of the whole file."""
        return REGISTER.get(self.berkas.rpartition("/")[2], Inovasi)

    @property
    def is_entry(self) -> bool:
        """True for an innovation, False for a profile or register."""
        return self.berkas.endswith(".md")

    @property
    def has_rows(self) -> bool:
        """True for a register: its drafts are items."""
        return not self.is_entry and self.rekaman is not REGISTER["wilayah.yml"]

    def write(self) -> str:
        """Return the text the file shall have: new in canonical form, existing with its changed lines only."""
        if self.lama and self.is_entry:
            return revise_entry(self.lama, self.berkas, self.data, self.badan)
        if self.lama:
            return revise_register(self.lama, self.berkas, self.data, self.rekaman)
        return self._written().text

    def _written(self) -> Written:
        if self.is_entry:
            return write_entry(self.data, self.badan)
        return write_register(self.data, self.rekaman)

    def check(self, vocabularies: Vocabularies) -> Iterator[tuple[Draf, Temuan]]:
        """Judge the file as ``check`` does, and yield each fault with the draft and the cell that it is about.

        Faults of rows that only exist in the file, not in the workbook, are left out: they are not this import's.
        """
        size = _size(self.data) + _size(self.badan)
        if size > max_bytes(self.berkas):  # never written out: many times the longest cell would fill the memory
            self.diperiksa, self.masalah = None, [too_large(self.berkas, size)]
            yield from ((draf, Temuan(_largest(draf), self.masalah[0])) for draf in self.baris.values())
            return
        self.tulisan = self._written()
        record, problems = parse_record(self.tulisan.text, self.berkas)
        self.diperiksa = check_record(record, vocabularies) if record is not None else None
        self.masalah = [*problems, *(self.diperiksa.problems if self.diperiksa else ())]
        for problem in self.masalah:
            yield from self.locate(problem)

    def locate(self, problem: Problem) -> Iterator[tuple[Draf, Temuan]]:
        """Yield the draft and cell of a problem of this file; nothing where it is about no row of the workbook."""
        if self.tulisan is None:
            return
        path = self.tulisan.path_at(problem.baris)
        missing = ""
        if problem.kode == "isian-wajib-tidak-ada" and (found := _MISSING.search(problem.ditemukan)):
            missing = found[1]
            path = () if (problem.baris, problem.kolom) == (1, 1) and not self._is_first_item(path) else path[:-1]
        if not self.has_rows:
            draf = self.baris[0]
            yield draf, Temuan(draf.place_of(path, missing), problem)
        elif len(path) > 1 and path[1] in self.baris:
            draf = self.baris[int(path[1])]
            yield draf, Temuan(draf.place_of(path[2:], missing), problem)

    def _is_first_item(self, path: Path_) -> bool:
        return len(path) > 1 and not self.is_entry


def _size(value: Any) -> int:
    if isinstance(value, dict):
        return sum(len(str(key)) + _size(child) for key, child in value.items())
    if isinstance(value, list):
        return sum(_size(child) for child in value)
    return len(value) if isinstance(value, str) else 0


def _largest(draf: Draf) -> Any:
    """Return the cell with the longest text of a draft."""

    def length(path: Path_) -> int:
        value: Any = {**draf.data, "badan": draf.badan}
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return 0
        return _size(value)

    longest = max(sorted(draf.asal, key=str), key=length, default=None)
    return draf.asal[longest] if longest is not None else draf.kepala
