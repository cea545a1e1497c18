"""The forms of the proposal for the public-service contest (KIPP), read from ``vocabularies/kipp/proposal.yml``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from catalog.iid.berkas import Nilai, read_values


@dataclass(frozen=True, slots=True)
class BagianKipp:
    """A part: its heading, the texts it is made of (``catalog.lapor.isi``), and the most words, 0 for no limit."""

    nama: str
    isi: tuple[str, ...]
    kata_maksimal: int = 0


@dataclass(frozen=True, slots=True)
class AspekKipp:
    """Parts under one heading; ``jika`` 'replikasi' is for an innovation that was taken over from elsewhere."""

    nama: str
    jika: str
    bagian: tuple[BagianKipp, ...]


@dataclass(frozen=True, slots=True)
class BentukKipp:
    """One form of the proposal."""

    id: str
    nama: str
    aspek: tuple[AspekKipp, ...]


def load_forms(path: Path) -> dict[str, BentukKipp]:
    """Return the forms by id, in the order of the file.

    Raises:
        EditionError: the file is broken; the text names file and line.
    """
    root = read_values(path, f"vocabularies/kipp/{path.name}").fields(("judul", "dasar", "bentuk"))
    forms = [_form(row) for row in root["bentuk"].rows()]
    return {form.id: form for form in forms}


def _form(value: Nilai) -> BentukKipp:
    inner = value.fields(("id", "nama", "aspek"))
    return BentukKipp(inner["id"].text(), inner["nama"].text(), tuple(_aspect(row) for row in inner["aspek"].rows()))


def _aspect(value: Nilai) -> AspekKipp:
    inner = value.fields(("nama", "bagian"), ("jika",))
    parts = tuple(_part(row) for row in inner["bagian"].rows())
    return AspekKipp(inner["nama"].text(), inner["jika"].text() if "jika" in inner else "", parts)


def _part(value: Nilai) -> BagianKipp:
    inner = value.fields(("nama", "isi"), ("kata_maksimal",))
    most = inner["kata_maksimal"].whole(1, 10_000) if "kata_maksimal" in inner else 0
    return BagianKipp(inner["nama"].text(), tuple(row.text() for row in inner["isi"].rows()), most)
