"""Which parts of "how to copy it" an entry answers: tests declared in ``vocabularies/kesiapan.yml``, a count, no score.

The planner in the browser applies the same tests to the same isian (``theme/assets/js/kesiapan.js``), so they know
nothing but filled and empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

_REGION = "wilayah."
_EMPTY = "!"


class PartError(ValueError):
    """A part of the vocabulary is not one; the message is in Indonesian."""


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part: answered when an isian is filled, or when one item of a list holds all that ``butir`` asks of it.

    ``isian`` may be dotted (``kunjungan.aturan``); ``wilayah.`` means the region's profile. A name in ``butir`` that
    begins with ``!`` must be empty. ``nama`` reads in the middle of a sentence, ``tanya`` is the ready question.
    """

    id: str
    nama: str
    tanya: str
    isian: tuple[str, ...] = ()
    butir: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """The parts in the order of the vocabulary, those the entry answers and those it does not."""

    terjawab: tuple[Bagian, ...]
    belum: tuple[Bagian, ...]


def make_part(record: Any) -> Bagian:
    """Return the part of one record as it stands in the file.

    Raises:
        PartError: another key, no text, or a test without anything to look at.
    """
    if not isinstance(record, dict) or not {"id", "nama", "tanya"} <= set(record) <= {*Bagian.__dataclass_fields__}:
        raise PartError("satu bagian harus memuat id, nama, tanya, dan isian atau butir")
    part = Bagian(
        record["id"],
        record["nama"],
        record["tanya"],
        tuple(record.get("isian", ())),
        {name: tuple(needed) for name, needed in record.get("butir", {}).items()},
    )
    if not (part.isian or part.butir) or not all(part.butir.values()):
        raise PartError(f"bagian `{part.id}` tidak menyebut isian yang dilihat")
    return part


def measure_kesiapan(
    parts: Iterable[Bagian], inovasi: object, badan: Collection[str], profil: object | None
) -> Kesiapan:
    """Return which parts an entry answers; ``badan`` names the sections of its body that have text."""
    ordered = tuple(parts)
    answers = {part.id for part in ordered if _is_answered(part, inovasi, badan, profil)}
    return Kesiapan(
        terjawab=tuple(part for part in ordered if part.id in answers),
        belum=tuple(part for part in ordered if part.id not in answers),
    )


def parts_document(parts: Iterable[Bagian]) -> list[dict[str, Any]]:
    """Return the parts as JSON values for the browser, with the keys of the file."""
    return [
        {"id": part.id, "nama": part.nama, "isian": list(part.isian)}
        | {"butir": {name: list(needed) for name, needed in part.butir.items()}, "tanya": part.tanya}
        for part in parts
    ]


def _is_answered(part: Bagian, inovasi: object, badan: Collection[str], profil: object | None) -> bool:
    for name in part.isian:
        if name in badan or _is_filled(_look_up(name, inovasi, profil)):
            return True
    return any(_holds(item, needed) for name, needed in part.butir.items() for item in getattr(inovasi, name))


def _look_up(name: str, inovasi: object, profil: object | None) -> object:
    of_region, steps = _steps_of(name)
    value = profil if of_region else inovasi
    for step in steps:
        value = getattr(value, step, None)
    return value


@cache
def _steps_of(name: str) -> tuple[bool, tuple[str, ...]]:
    return name.startswith(_REGION), tuple(name.removeprefix(_REGION).split("."))


def _holds(item: object, needed: Iterable[str]) -> bool:
    return all(_is_filled(getattr(item, name.removeprefix(_EMPTY))) != name.startswith(_EMPTY) for name in needed)


def _is_filled(value: object) -> bool:
    """Not None, no empty text or list, not "tidak"; the number 0 is an answer."""
    return value is not None and value is not False and value != "" and value != ()
