"""The story of ``export``: the records of regions, as they stand in their files, into one workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from catalog.inputs import Inputs
from catalog.lembar.existing import read_existing
from catalog.lembar.filling import Rows, TooLongForACell, add_rows
from catalog.lembar.layout import ENTRI, make_layout, root_of
from catalog.lembar.template import make_workbook, save_workbook
from catalog.progress import Progress, silent
from catalog.record_text import body_parts, normal
from catalog.vocabularies import load_vocabularies


@dataclass(slots=True)
class Terekspor:
    """How many entries and register rows were written, and which files were left out and why."""

    entri: int = 0
    baris: int = 0
    dilewati: list[tuple[str, str]] = field(default_factory=list)


def export_regions(inputs: Inputs, regions: Sequence[str], path: Path, progress: Progress = silent) -> Terekspor:
    """Write the records of ``regions`` to the workbook ``path``; faulty ones are left out and named.

    Raises:
        OSError: the workbook cannot be written.
    """
    vocabularies = load_vocabularies(inputs.root / "vocabularies")
    existing = read_existing(inputs, regions, vocabularies)
    is_one = len(regions) == 1
    rows: Rows = {lembar.nama: [] for lembar in make_layout()}
    result = Terekspor()
    for number, (file, one) in enumerate(sorted(existing.berkas.items()), start=1):
        progress("menyusun", number, len(existing.berkas))
        _, wilayah, name = file.split("/")
        akar = ENTRI if name.endswith(".md") else name
        if not any(lembar.akar == akar for lembar in make_layout()):
            continue
        if one.rekaman is None or one.diperiksa is None or one.diperiksa.has_error:
            result.dilewati.append((file, "ada kesalahan di berkas ini; lihat build_catalog.py check"))
            continue
        lembar = root_of(akar)
        try:
            if akar == ENTRI:
                data = normal(one.rekaman.data, lembar.rekaman)
                slug, body = name[:-3], body_parts(one.rekaman.badan)
                owner = slug if is_one else f"{wilayah}/{slug}"
                add_rows(rows, lembar, data, wilayah=wilayah, owner=owner, slug=slug, badan=body)
                result.entri += 1
            else:
                items = one.rekaman.data.get("daftar") if lembar.is_register else [one.rekaman.data]
                kept = [item for item in (normal(item, lembar.rekaman) for item in items or []) if item]
                for count, item in enumerate(kept, start=1):
                    owner = f"#{count}" if is_one else f"{wilayah}#{count}"
                    add_rows(rows, lembar, item, wilayah=wilayah, owner=owner)
                result.baris += len(kept)
        except TooLongForACell as error:
            result.dilewati.append((file, str(error)))
    save_workbook(make_workbook(vocabularies, rows, wilayah=", ".join(regions)), path)
    return result


def write_template(inputs: Inputs, path: Path) -> None:
    """Write the empty workbook.

    Raises:
        OSError: it cannot be written.
    """
    save_workbook(make_workbook(load_vocabularies(inputs.root / "vocabularies")), path)
