"""Which sheet of the layout a table is, and which of its columns is which: by names of columns, else by their titles.

Sheets and columns may stand in any order; what is renamed, doubled or missing is named at its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from catalog.lembar.guide import GUIDE_SHEET
from catalog.lembar.layout import ENTRI, LAIN, Kolom, Lembar, make_layout
from catalog.lembar.places import Sel, Temuan, finding
from catalog.lembar.tables import CSV_SHEET, Tabel
from catalog.lembar.template import CHOICES_SHEET
from catalog.validation.nearest import nearest

SUMMARY_SHEET = "Hasil pemeriksaan"
_LOOKED_AT = 15
_LEAST = 2


@dataclass(slots=True)
class Terbaca:
    """A table that is a sheet of the layout: its columns, and the row on which the data begin."""

    tabel: Tabel
    lembar: Lembar
    kolom: dict[int, Kolom]
    baris_kunci: int
    temuan: list[Temuan] = field(default_factory=list)
    tetap: dict[str, str] = field(default_factory=dict)
    """Name of a column → what stands in it on every row where the cell is empty or the column missing."""

    @property
    def isi(self) -> list[Kolom]:
        """The columns that say something about every row: those of the table, and those with a fixed value."""
        fixed = [kolom for key in self.tetap if not self.column_of(key) and (kolom := self.lembar.find(key))]
        return [*self.kolom.values(), *fixed]

    _numbers: dict[str, int] = field(default_factory=dict)

    def column_of(self, kunci: str) -> int:
        """Return the number of a column by its name, 0 where the sheet does not have it."""
        if len(self._numbers) != len(self.kolom):
            self._numbers = {kolom.kunci: number for number, kolom in self.kolom.items()}
        return self._numbers.get(kunci, 0)


def match_tables(tables: Iterable[Tabel]) -> tuple[list[Terbaca], list[Temuan]]:
    """Return the tables that are sheets of the layout, in the order of the layout, and what is wrong with sheets.

    An empty list means that no table looks like one of ours: a region's own list.
    """
    found: dict[str, Terbaca] = {}
    strangers: list[Tabel] = []
    remaining = [table for table in tables if table.nama not in (GUIDE_SHEET, CHOICES_SHEET, SUMMARY_SHEET)]
    by_name = {lembar.nama.casefold(): lembar for lembar in make_layout()}
    for table in remaining:
        named = by_name.get(table.nama.strip().casefold())
        lembar = entry_sheet() if table.nama == CSV_SHEET else named
        row = _key_row(table, lembar) if lembar else 0
        if table.nama == CSV_SHEET and "nama" not in {text.strip() for text in table.row(row).values()}:
            row = 0
        if lembar is not None and row:
            found[lembar.nama] = _read_heading(table, lembar, row)
        else:
            strangers.append(table)
    problems = []
    for table in strangers:
        lembar, row = _guess(table, found)
        if lembar is not None:
            found[lembar.nama] = _read_heading(table, lembar, row)
        elif table.nama.strip().casefold() in by_name and table.sel:
            expected = ", ".join(kolom.kunci for kolom in by_name[table.nama.strip().casefold()].kolom[:4])
            problems.append(finding("lembar-tanpa-judul", Sel(table.nama, 1), table.nama, contoh=expected))
        elif table.sel:
            known = ", ".join(root.nama for root in make_layout() if root.induk is None)
            problems.append(finding("lembar-tidak-dikenal", Sel(table.nama), table.nama, dikenal=f"{known}, …"))
    return [found[lembar.nama] for lembar in make_layout() if lembar.nama in found], problems


def entry_sheet() -> Lembar:
    """Return the sheet of innovations, which is what a CSV file holds."""
    return next(lembar for lembar in make_layout() if lembar.akar == ENTRI)


def _key_row(table: Tabel, lembar: Lembar) -> int:
    """Return the row with the names of columns, else the one with their titles, 0 if there is neither."""
    best, best_count = 0, 0
    for row in range(1, _LOOKED_AT + 1):
        texts = table.row(row).values()
        count = sum(2 for text in texts if lembar.find(text.strip()) is not None)
        count += sum(1 for text in texts if _by_title(lembar, text) is not None)
        if count > best_count:
            best, best_count = row, count
    return best if best_count >= _LEAST else 0


def _by_title(lembar: Lembar, text: str) -> Kolom | None:
    return _titles_of(lembar).get(_letters(text))


_TITLES: dict[str, dict[str, Kolom]] = {}


def _titles_of(lembar: Lembar) -> dict[str, Kolom]:
    """Return letters of a title → its column, for titles that only one column of the sheet has."""
    if lembar.nama not in _TITLES:
        titles = [_letters(kolom.judul) for kolom in lembar.kolom]
        pairs = zip(titles, lembar.kolom, strict=True)
        _TITLES[lembar.nama] = {title: kolom for title, kolom in pairs if titles.count(title) == 1}
    return _TITLES[lembar.nama]


def _letters(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "", text.lower())


def _guess(table: Tabel, found: dict[str, Terbaca]) -> tuple[Lembar | None, int]:
    """Return the one sheet that a renamed table must be, by its columns."""
    scores = []
    for lembar in make_layout():
        row = _key_row(table, lembar) if lembar.nama not in found else 0
        keys = {text.strip() for text in table.row(row).values()} if row else set()
        known = {kolom.kunci for kolom in lembar.kolom}
        if row and len(keys & known) >= 3:
            scores.append((len(keys & known) / len(keys | known), lembar.nama, lembar, row))
    scores.sort(key=lambda score: (-score[0], score[1]))
    if not scores or scores[0][0] < 0.6 or (len(scores) > 1 and scores[1][0] == scores[0][0]):
        return None, 0
    return scores[0][2], scores[0][3]


def _read_heading(table: Tabel, lembar: Lembar, row: int) -> Terbaca:
    read = Terbaca(table, lembar, {}, row)
    keys, titles = table.row(row), table.row(row - 1)
    filled = table.filled_columns(row)
    is_key_row = any(lembar.find(text.strip()) is not None for text in keys.values())
    for number in sorted(set(keys) | (set(titles) if is_key_row else set())):
        typed = keys.get(number, titles.get(number, "")).strip()
        kolom = lembar.find(typed) or _by_title(lembar, typed)
        if kolom is None and is_key_row:
            kolom = _by_title(lembar, titles.get(number, ""))
        place = Sel(table.nama, row, number)
        if kolom is None:
            _note_stranger(read, number, typed, filled)
        elif read.column_of(kolom.kunci):
            first = Sel(table.nama, row, read.column_of(kolom.kunci)).nama
            read.temuan.append(finding("kolom-ganda", place, typed, kunci=kolom.kunci, pertama=first))
        else:
            read.kolom[number] = kolom
    _note_missing(read)
    return read


def _note_stranger(read: Terbaca, number: int, typed: str, filled: frozenset[int]) -> None:
    """Note a column that the layout does not know, if anything stands in it."""
    place = Sel(read.tabel.nama, read.baris_kunci, number)
    if number not in filled:
        return
    keys = {kolom.kunci: kolom.judul for kolom in read.lembar.kolom}
    close = nearest(typed, keys)
    if close and not read.column_of(close):
        read.temuan.append(finding("kolom-salah-eja", place, typed, dekat=close))
    else:
        advice = "hapus kolom ini bila tidak diperlukan, atau beri judul kolom templat yang cocok"
        read.temuan.append(finding("kolom-tidak-dikenal", place, typed, saran=advice))


def _note_missing(read: Terbaca) -> None:
    """Note the columns of the template that are not there; a CSV table may have as few as it likes."""
    if read.tabel.nama == CSV_SHEET:
        return
    there = {kolom.kunci for kolom in read.kolom.values()}
    spelled = {str(t.masalah.perbaiki) for t in read.temuan if t.masalah.kode == "kolom-salah-eja"}
    missing = [
        kolom.kunci
        for kolom in read.lembar.kolom
        if kolom.kunci not in there
        and kolom.kunci != LAIN
        and not any(f"`{kolom.kunci}`" in advice for advice in spelled)
        and not (kolom.jalur[-1] in (1, 2) and isinstance(kolom.jalur[-1], int))
    ]
    if missing:
        shown = ", ".join(f"`{key}`" for key in missing[:6]) + (", …" if len(missing) > 6 else "")
        place = Sel(read.tabel.nama, read.baris_kunci)
        read.temuan.append(finding("kolom-hilang", place, f"{len(missing)} kolom tidak ada", daftar=shown))
