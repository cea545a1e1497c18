"""Advice about the entries that an import takes over, as ``check --saran`` gives it: at its cell, never a fault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.catalog import Catalog, make_catalog
from catalog.inputs import Inputs
from catalog.lembar.candidates import Calon
from catalog.lembar.existing import Ada
from catalog.lembar.places import Temuan
from catalog.load import load_catalog
from catalog.progress import Progress, silent
from catalog.reading import parse_record
from catalog.saran import NameIndex, advise, places_of
from catalog.validation import CheckedRecord, join_records
from catalog.vocabularies import Vocabularies


def advise_rows(
    files: Mapping[str, Calon],
    wanted: frozenset[str],
    existing: Ada,
    inputs: Inputs,
    vocabularies: Vocabularies,
    progress: Progress = silent,
) -> Iterator[Temuan]:
    """Yield the advice about the entries ``wanted``, names compared with all regions and with the workbook itself.

    ``files`` are the good files of the workbook by their path; ``wanted`` names those that are new or changed.
    """
    entries = sorted(path for path in wanted if path.endswith(".md") and path in files)
    if not entries:
        return
    here = _joined(files, existing, vocabularies)
    names = NameIndex(_with_others(here, existing, inputs, vocabularies, progress))
    for path in entries:
        calon = files[path]
        entri = here.find(path.removeprefix("innovations/").removesuffix(".md"))
        record, _ = parse_record(calon.tulisan.text, path) if calon.tulisan else (None, ())
        if entri is None or record is None:
            continue
        for hint in advise(entri, names, vocabularies, places_of(record)):
            yield from (found for _, found in calon.locate(hint))


def _joined(files: Mapping[str, Calon], existing: Ada, vocabularies: Vocabularies) -> Catalog:
    """Return the regions of the workbook as they will be."""
    checked: list[CheckedRecord] = [
        one.diperiksa for path, one in existing.berkas.items() if path not in files and one.diperiksa is not None
    ]
    checked.extend(calon.diperiksa for calon in files.values() if calon.diperiksa is not None)
    return join_records(checked, vocabularies, existing.semua | files.keys(), existing.foto).catalog


def _with_others(
    here: Catalog, existing: Ada, inputs: Inputs, vocabularies: Vocabularies, progress: Progress
) -> Catalog:
    """Return these entries and those of all other regions; their photos are not looked at."""
    regions = {path.split("/")[1] for path in existing.berkas}
    loaded = load_catalog(
        inputs, lambda path: path.endswith((".md", ".yml")) and path.split("/")[1] not in regions, progress=progress
    )
    return make_catalog([*here.entri, *loaded.catalog.entri], [], vocabularies)
