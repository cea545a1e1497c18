"""What an isian may hold, read from the annotations of the model: its kind, its limits, whether it is a list."""

from __future__ import annotations

from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from annotated_types import Ge, Le, MaxLen, MinLen
from pydantic import AfterValidator, BeforeValidator, StringConstraints

from catalog.model.isian import Rekaman
from catalog.validation.plans import FieldPlan, plan_of

_KINDS = {
    "_tanggal": "tanggal",
    "_tahun": "tahun",
    "_tahun_rentang": "rentang",
    "_bulat": "bulat",
    "_angka": "angka",
    "_ya_tidak": "yatidak",
    "_tautan": "tautan",
    "_telepon": "telepon",
    "_surel": "surel",
}
"""Function of ``catalog.model.isian`` that reads a kind of value → its name in the form; without one it is ``teks``."""


def describe_record(rekaman: type[Rekaman]) -> list[dict[str, Any]]:
    """Return the isian of a record class in their order, each as the form reads it; what is not said is left out.

    ``k`` key, ``j`` title, ``b`` help, ``c`` example, ``w`` required, ``t`` kind, ``d`` closed list, ``m`` what it
    refers to, ``r`` record class below, ``l`` is a list, ``min`` ``max`` ``pola`` of a text, ``ge`` ``le`` of a number,
    ``lmin`` ``lmax`` of a list, ``n`` counts in kelengkapan.
    """
    hints = get_type_hints(rekaman, include_extras=True)
    return [_describe(plan, hints[name], rekaman) for name, plan in plan_of(rekaman).items()]


def child_records(rekaman: type[Rekaman]) -> list[type[Rekaman]]:
    """Return the record classes below this one, without repeats, in the order in which they are met."""
    found: dict[type[Rekaman], None] = {}
    for plan in plan_of(rekaman).values():
        if plan.rekaman is not None and plan.rekaman not in found:
            found[plan.rekaman] = None
            found |= dict.fromkeys(child_records(plan.rekaman))
    return list(found)


def _describe(plan: FieldPlan, annotation: Any, rekaman: type[Rekaman]) -> dict[str, Any]:
    info = rekaman.model_fields[plan.nama]
    limits: dict[str, Any] = {}
    _read(annotation, limits)
    _read_limits(info.metadata, limits, prefix="l" if plan.berdaftar else "")
    extra = info.json_schema_extra
    said = {
        "k": plan.nama,
        "j": plan.judul,
        "b": plan.bantuan,
        "c": plan.contoh,
        "w": int(plan.wajib),
        "t": limits.pop("t", ""),
        "d": plan.daftar,
        "m": plan.menunjuk,
        "r": plan.rekaman.__name__ if plan.rekaman else None,
        "l": int(plan.berdaftar),
        **limits,
        "n": int(isinstance(extra, dict) and bool(extra.get("kelengkapan"))),
    }
    return {key: value for key, value in said.items() if value not in (None, "", 0) or key in ("ge", "le")}


def _read(annotation: Any, limits: dict[str, Any], prefix: str = "") -> None:
    """Note kind and limits of an annotation; inside a tuple they are the item's, on it the list's."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner, *marks = get_args(annotation)
        is_list = get_origin(inner) is tuple
        _read_limits(marks, limits, prefix="l" if is_list else "")
        _read(inner, limits)
    elif origin is tuple:
        _read(get_args(annotation)[0], limits)
    elif origin in (Union, UnionType):
        for member in get_args(annotation):
            _read(member, limits)


def _read_limits(marks: Any, limits: dict[str, Any], prefix: str) -> None:
    for mark in marks:
        if isinstance(mark, AfterValidator | BeforeValidator):
            kind = _KINDS.get(getattr(mark.func, "__name__", ""))
            if kind:
                limits["t"] = kind
        elif isinstance(mark, StringConstraints):
            _note(limits, {"min": mark.min_length, "max": mark.max_length, "pola": mark.pattern})
        elif isinstance(mark, MinLen):
            limits[f"{prefix}min"] = mark.min_length
        elif isinstance(mark, MaxLen):
            limits[f"{prefix}max"] = mark.max_length
        elif isinstance(mark, Ge):
            limits["ge"] = mark.ge
        elif isinstance(mark, Le):
            limits["le"] = mark.le
        elif hasattr(mark, "metadata"):  # a FieldInfo inside Annotated
            _read_limits(mark.metadata, limits, prefix)


def _note(limits: dict[str, Any], said: dict[str, Any]) -> None:
    limits.update({key: value for key, value in said.items() if value is not None})
