"""What each record class holds, read once from its annotations, so that raw data can be walked beside the model."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from catalog.model.isian import DariDaftar, Menunjuk, Rekaman


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """One isian: is it a list, does it hold records of ``rekaman``, is its text from ``daftar`` or a reference."""

    nama: str
    judul: str
    bantuan: str
    contoh: Any
    wajib: bool
    berdaftar: bool
    rekaman: type[Rekaman] | None
    daftar: str | None
    menunjuk: str | None


@cache
def plan_of(rekaman: type[Rekaman]) -> dict[str, FieldPlan]:
    """Return the isian of a record class in their order, name → plan."""
    hints = get_type_hints(rekaman, include_extras=True)
    plans = {}
    for name, info in rekaman.model_fields.items():
        shape = _Shape()
        _read_annotation(hints[name], shape)
        plans[name] = FieldPlan(
            nama=name,
            judul=info.title or name,
            bantuan=info.description or "",
            contoh=(info.examples or [None])[0],
            wajib=info.is_required(),
            berdaftar=shape.berdaftar,
            rekaman=shape.rekaman,
            daftar=shape.daftar,
            menunjuk=shape.menunjuk,
        )
    return plans


class _Shape:
    berdaftar = False
    rekaman: type[Rekaman] | None = None
    daftar: str | None = None
    menunjuk: str | None = None


def _read_annotation(annotation: Any, shape: _Shape) -> None:
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        for mark in marks:
            if isinstance(mark, DariDaftar):
                shape.daftar = mark.nama
            elif isinstance(mark, Menunjuk):
                shape.menunjuk = mark.ke
        _read_annotation(inner, shape)
    elif origin is tuple:
        shape.berdaftar = True
        _read_annotation(get_args(annotation)[0], shape)
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            _read_annotation(member, shape)
    elif isinstance(annotation, type) and issubclass(annotation, Rekaman):
        shape.rekaman = annotation
