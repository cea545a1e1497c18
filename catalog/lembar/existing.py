"""What the catalogue holds already, of the regions that a workbook speaks of: texts, records, offices, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.inputs import Inputs
from catalog.isi import find_photos
from catalog.lembar.meanings import letters
from catalog.reading import SourceRecord, parse_record, read_text, walk_innovations
from catalog.reading.encoding import max_bytes
from catalog.reading.files import read_bytes
from catalog.slugs import make_slug
from catalog.validation import CheckedRecord, check_record
from catalog.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class Berkas:
    """A file that exists: its text, and its record where it can be read."""

    teks: str
    rekaman: SourceRecord | None
    diperiksa: CheckedRecord | None


@dataclass(slots=True)
class Ada:
    """The files of some regions, and the paths of all files and photos of the catalogue."""

    semua: frozenset[str]
    foto: frozenset[str]
    berkas: dict[str, Berkas] = field(default_factory=dict)

    def names(self) -> dict[tuple[str, str], str]:
        """Return (region, letters of the name) → slug of each entry."""
        found: dict[tuple[str, str], str] = {}
        for path, one in sorted(self.berkas.items()):
            if path.endswith(".md") and one.rekaman is not None:
                _, wilayah, name = path.split("/")
                found.setdefault((wilayah, letters(str(one.rekaman.data.get("nama") or ""))), name[:-3])
        return found

    def offices(self) -> dict[str, dict[str, str]]:
        """Return region → letters of an office's id, name or short name → its id."""
        found: dict[str, dict[str, str]] = {}
        for path, one in sorted(self.berkas.items()):
            if path.endswith("/perangkat_daerah.yml") and one.rekaman is not None:
                rows = one.rekaman.data.get("daftar")
                found[path.split("/")[1]] = dict(office_names(rows if isinstance(rows, list) else ()))
        return found


def office_names(rows: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """Yield the letters of id, name and short name of each office, with its id; ids come last and so win."""
    known = [row for row in rows if isinstance(row, dict)]
    ids = [str(row.get("id") or make_slug(str(row.get("nama") or ""))) for row in known]
    for key in ("singkatan", "nama"):
        for row, id in zip(known, ids, strict=True):
            if row.get(key):
                yield letters(str(row[key])), id
    yield from ((letters(id), id) for id in ids)


def read_existing(inputs: Inputs, wilayah: Iterable[str], vocabularies: Vocabularies) -> Ada:
    """Return the files of the regions ``wilayah``; nothing but regular files is opened."""
    files, _ = walk_innovations(inputs.innovations.parent)
    wanted = frozenset(wilayah)
    found = Ada(frozenset(files), find_photos(inputs.innovations))
    for path in files:
        if path.split("/")[1] in wanted:
            found.berkas[path] = _read(inputs.innovations.parent, path, vocabularies)
    return found


def _read(root: Path, path: str, vocabularies: Vocabularies) -> Berkas:
    data, _ = read_bytes(root, path, max_bytes(path))
    text = read_text(data, path)[0] if data is not None else None
    if text is None:
        return Berkas("", None, None)
    record, _ = parse_record(text, path)
    return Berkas(text, record, check_record(record, vocabularies) if record is not None else None)
