"""The story of ``import``: read, match, draft, judge, decide, write, give back; written is only what is judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from catalog.inputs import Inputs
from catalog.lembar.advice import advise_rows
from catalog.lembar.assembling import assemble
from catalog.lembar.existing import Ada, office_names, read_existing
from catalog.lembar.files import write_files
from catalog.lembar.headings import Terbaca, match_tables
from catalog.lembar.judging import judge
from catalog.lembar.layout import WILAYAH
from catalog.lembar.marks import mark_workbook, sorted_findings
from catalog.lembar.meanings import Meanings, letters
from catalog.lembar.outcome import Hasil, decide
from catalog.lembar.places import Temuan
from catalog.lembar.rows import read_rows
from catalog.lembar.tables import Buku, read_tables
from catalog.lembar.template import save_workbook
from catalog.progress import Progress, silent
from catalog.vocabularies import Vocabularies, load_vocabularies

CHECKED = "-diperiksa"
"""Ending of the name of the workbook that is given back."""

_ADVISED = ("baru", "diubah", "perlu --update")


@dataclass(frozen=True, slots=True)
class Pilihan:
    """How an import is wanted: change what exists, the region of rows that name none, write at all."""

    update: bool = False
    wilayah: str | None = None
    tulis: bool = True


def import_workbook(
    inputs: Inputs,
    path: Path,
    wanted: Pilihan,
    own_list: Callable[[Buku], list[Terbaca]] | None = None,
    progress: Progress = silent,
) -> Hasil:
    """Take over the good rows of a workbook or CSV file and return what became of all of them.

    ``own_list`` (``own_list.DaftarSendiri``) says which column is which where no table is one of ours.

    Raises:
        RefusedWorkbook: the file is hostile, broken or too large.
        OSError: a file cannot be read or written.
    """
    vocabularies = load_vocabularies(inputs.root / "vocabularies")
    book = read_tables(path, progress)
    sheets, strangers = match_tables(book.tabel)
    if not sheets and own_list is not None:
        sheets, strangers = own_list(book), []
    result = _judged(inputs, sheets, strangers, wanted, vocabularies, progress)
    if wanted.tulis:
        progress("menulis", 0, 0)
        write_files(inputs.innovations.parent, result.ditulis)
        _give_back(book, path, result)
    return result


def _judged(
    inputs: Inputs,
    sheets: list[Terbaca],
    strangers: list[Temuan],
    wanted: Pilihan,
    vocabularies: Vocabularies,
    progress: Progress,
) -> Hasil:
    regions = _regions(sheets, Meanings(vocabularies, {}), wanted.wilayah)
    existing = read_existing(inputs, regions, vocabularies)
    meanings = Meanings(vocabularies, _offices(sheets, existing, Meanings(vocabularies, {}), wanted.wilayah))
    rows = read_rows(sheets, meanings, existing.names(), wanted.wilayah)
    blocked = [one for one in strangers if one.is_error]
    for draf in rows.draf:
        draf.temuan.extend(blocked)  # a detail sheet that cannot be read: no row is whole
    files = assemble(rows.draf, existing, {read.lembar.nama: read for read in sheets})
    good = judge(files, existing, vocabularies, progress)
    result = decide(rows.draf, good, update=wanted.update)
    found = [*strangers, *rows.temuan, *(one for draf in rows.draf for one in draf.temuan)]
    result.temuan = sorted_findings(found)
    taken = frozenset(one.berkas for one in result.nasib if one.keadaan in _ADVISED)
    by_path = {calon.berkas: calon for calon in good}
    result.saran = sorted_findings(advise_rows(by_path, taken, existing, inputs, vocabularies, progress))
    return result


def _region_cells(sheets: Iterable[Terbaca]) -> Iterable[tuple[Terbaca, int, str]]:
    for read in sheets:
        number = read.column_of(WILAYAH)
        if read.lembar.induk is None:
            for row in range(read.baris_kunci + 1, read.tabel.tinggi + 1):
                yield read, row, read.tabel.row(row).get(number, "") or read.tetap.get(WILAYAH, "")


def _regions(sheets: list[Terbaca], meanings: Meanings, wilayah: str | None) -> set[str]:
    typed = {text for _, _, text in _region_cells(sheets) if text} | ({wilayah} if wilayah else set())
    return {region for text in typed if (region := meanings.region(text))}


def _offices(
    sheets: list[Terbaca], existing: Ada, meanings: Meanings, wilayah: str | None
) -> Mapping[str, Mapping[str, str]]:
    """Return the offices that exist and those that the workbook brings along."""
    found = {region: dict(names) for region, names in existing.offices().items()}
    for read, row, text in _region_cells(sheets):
        region = meanings.region(text or wilayah or "") if read.lembar.akar == "perangkat_daerah.yml" else None
        if region:
            cells = read.tabel.row(row)
            office = {key: cells.get(read.column_of(key), "") for key in ("nama", "id", "singkatan")}
            if letters(office["nama"]):
                for name, id in office_names([office]):
                    found.setdefault(region, {}).setdefault(name, id)
    return found


def _give_back(book: Buku, path: Path, result: Hasil) -> None:
    """Write the checked workbook beside the one that came; a CSV file has nothing to write comments into."""
    if book.buku is None:
        return
    place = path.with_name(f"{path.stem.removesuffix(CHECKED)}{CHECKED}.xlsx")
    mark_workbook(book.buku, result)
    save_workbook(book.buku, place)
    result.diperiksa = str(place)
