"""Which problems count for whoever asks: all, those of named files, or those a change can be blamed for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from catalog.catalog import Catalog
from catalog.history import Changes
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.problems import Problem
from catalog.progress import Progress, silent
from catalog.reading import read_record
from catalog.saran import NameIndex, Tempat, advise, places_of


@dataclass(frozen=True, slots=True)
class Judged:
    """``problems`` count; ``lain`` errors elsewhere do not and are only mentioned. ``jumlah_berkas`` were looked at.

    ``saran`` is advice about the valid entries among them, empty unless asked for; it never counts. ``catalog`` holds
    the valid records that were read.
    """

    problems: tuple[Problem, ...]
    lain: int
    jumlah_berkas: int
    catalog: Catalog = field(repr=False)
    saran: tuple[Problem, ...] = ()


def check_data(
    inputs: Inputs,
    changes: Changes | None = None,
    paths: frozenset[str] | None = None,
    progress: Progress = silent,
    with_saran: bool = False,
) -> Judged:
    """Check the data and return the problems that count; ``with_saran`` also advice, for which all names are read.

    With ``changes``, a fault counts in a file that the change touched, and elsewhere when it points at a record that
    the change deleted. Read are then only the regions that the change touched, or all when a record was deleted.
    """
    counts = _counting(changes, paths)
    loaded = load_catalog(inputs, None if with_saran else _reading(changes, paths), progress=progress)
    counted = tuple(p for p in loaded.problems if counts(p))
    looked_at = sum(1 for file in loaded.berkas if counts_file(file, changes, paths))
    others = sum(1 for p in loaded.problems if p.is_error and not counts(p))
    saran = _advise(inputs, loaded.catalog, changes, paths, progress) if with_saran else ()
    return Judged(counted, others, looked_at, loaded.catalog, saran)


def _advise(
    inputs: Inputs, catalog: Catalog, changes: Changes | None, paths: frozenset[str] | None, progress: Progress
) -> tuple[Problem, ...]:
    names = NameIndex(catalog)
    asked = [entri for entri in catalog.entri if counts_file(entri.berkas, changes, paths)]
    hints: list[Problem] = []
    for done, entri in enumerate(asked, start=1):
        record, _ = read_record(inputs.innovations.parent, entri.berkas)  # again: the catalogue keeps no places
        hints.extend(advise(entri, names, catalog.vocabularies, places_of(record) if record else Tempat()))
        progress("mencari saran", done, len(asked))
    return tuple(hints)


def counts_file(file: str, changes: Changes | None, paths: frozenset[str] | None) -> bool:
    """Return True when a fault in ``file`` counts."""
    touched = changes is None or any(file == path or file.startswith(f"{path}/") for path in _touched(changes))
    asked = paths is None or any(file == path or file.startswith(f"{path}/") for path in paths)
    return touched and asked


def _counting(changes: Changes | None, paths: frozenset[str] | None) -> Callable[[Problem], bool]:
    deleted = _deleted_ids(changes)

    def counts(p: Problem) -> bool:
        if p.kode == "rujukan-tidak-ditemukan" and p.ditemukan in deleted:
            return True
        return counts_file(p.berkas, changes, paths)

    return counts


def _reading(changes: Changes | None, paths: frozenset[str] | None) -> Callable[[str], bool] | None:
    if _deleted_ids(changes) or (changes is not None and any(p.startswith("vocabularies/") for p in changes.berkas)):
        return None
    wanted = paths if paths is not None else _touched(changes) if changes is not None else None
    if wanted is None:
        return None
    regions = {path.split("/")[1] for path in wanted if path.count("/") >= 1}
    if "innovations" in wanted:
        return None
    return lambda file: file.split("/")[1] in regions


def _touched(changes: Changes) -> frozenset[str]:
    return frozenset(path for path in changes.berkas if path.startswith("innovations/"))


def _deleted_ids(changes: Changes | None) -> frozenset[str]:
    gone = changes.terhapus if changes is not None else frozenset()
    return frozenset(path.removeprefix("innovations/").removesuffix(".md") for path in gone if path.endswith(".md"))
