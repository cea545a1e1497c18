"""What an import comes to: for each row what happens, for each file its new text and the difference."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import unified_diff
from typing import Literal

from catalog.lembar.assembling import without_faulty
from catalog.lembar.candidates import Calon
from catalog.lembar.drafts import Draf
from catalog.lembar.places import Temuan
from catalog.privacy import mask
from catalog.record_text import normal

Keadaan = Literal["baru", "sama", "diubah", "perlu --update", "salah"]


@dataclass(frozen=True, slots=True)
class Nasib:
    """What happens to one row."""

    draf: Draf
    berkas: str
    keadaan: Keadaan


@dataclass(frozen=True, slots=True)
class Tulisan:
    """A file to write: its text before ('' for a new one) and after."""

    berkas: str
    lama: str
    baru: str

    def difference(self) -> list[str]:
        """Return the changed lines as ``diff -u`` shows them, numbers of persons masked."""
        before, after = self.lama.splitlines(), self.baru.splitlines()
        lines = unified_diff(before, after, self.berkas, self.berkas, n=1, lineterm="")
        return [mask(line) for line in lines]


@dataclass(slots=True)
class Hasil:
    """All of an import: findings in the order of sheets and cells, what becomes of the rows, what was written."""

    temuan: tuple[Temuan, ...] = ()
    nasib: list[Nasib] = field(default_factory=list)
    ditulis: list[Tulisan] = field(default_factory=list)
    ditahan: list[Tulisan] = field(default_factory=list)
    saran: tuple[Temuan, ...] = ()
    """Advice about the entries that are new or changed; it counts nowhere."""
    diperiksa: str = ""
    """Name of the workbook with comments, '' where there is none."""

    def count(self, keadaan: Keadaan) -> int:
        """Return the number of rows with this outcome."""
        return sum(1 for one in self.nasib if one.keadaan == keadaan)


def decide(drafts: Iterable[Draf], good: Iterable[Calon], *, update: bool) -> Hasil:
    """Return what happens to every row and which files are written; existing content changes only with ``update``."""
    result = Hasil()
    fates: dict[int, Nasib] = {}
    for calon in good:
        _decide_file(calon, result, fates, update=update)
    for draf in drafts:
        result.nasib.append(fates.get(id(draf)) or Nasib(draf, draf.berkas if draf.wilayah else "", "salah"))
    return result


def _decide_file(calon: Calon, result: Hasil, fates: dict[int, Nasib], *, update: bool) -> None:
    states = {index: _state(calon, index) for index in calon.baris}
    for index, draf in calon.baris.items():
        state = states[index]
        fates[id(draf)] = Nasib(draf, calon.berkas, "perlu --update" if state == "diubah" and not update else state)
    whole = Tulisan(calon.berkas, calon.lama, calon.write())
    if whole.baru == whole.lama:
        return
    if update or not calon.lama:
        result.ditulis.append(whole)
        return
    if not calon.has_rows:
        result.ditahan.append(whole)
        return
    part = without_faulty(calon, lambda index, _: states[index] == "diubah")
    added = Tulisan(calon.berkas, calon.lama, part.write())
    if added.baru != added.lama:
        result.ditulis.append(added)
    if any(state == "diubah" for state in states.values()):
        result.ditahan.append(whole)


def _state(calon: Calon, index: int) -> Keadaan:
    if not calon.has_rows:
        if not calon.lama:
            return "baru"
        return "sama" if calon.write() == calon.lama else "diubah"
    if index >= len(calon.asli):
        return "baru"
    kind = calon.baris[index].lembar.rekaman
    return "sama" if normal(calon.data["daftar"][index], kind) == calon.asli[index] else "diubah"
