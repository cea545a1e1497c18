"""The kinds of value an isian may hold: every value arrives as typed text and is converted here, strictly.

Errors are raised as ``PydanticCustomError`` whose type is the permanent code of the problem (``catalog.wordings``).
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, cast

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints
from pydantic_core import PydanticCustomError

_TANGGAL = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_TAUTAN = re.compile(r"https?://(?P<host>[A-Za-z0-9.-]+(?::\d{1,5})?)(?:[/?#][^\s\\<>\"]*)?")
_ANGKA = re.compile(r"-?\d{1,15}(?:\.\d{1,6})?")
_BULAT = re.compile(r"\d{1,15}")
_TELEPON = re.compile(r"[0-9+() .,/-]{3,60}(?:\([a-z /]+\))?")
_SUREL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


_REQUIRED = object()
_NOT_TOLD: set[str] = set()
_WHOLE, _FILLED = "_utuh", "_terisi"
_new = object.__new__
_set_isian, _set_filled, _set_extra, _set_private = (
    BaseModel.__dict__[name].__set__
    for name in ("__dict__", "__pydantic_fields_set__", "__pydantic_extra__", "__pydantic_private__")
)
"""What makes up a record, set as it is: two dozen are restored for every page, in half the time of ``setattr``."""


class Rekaman(BaseModel):
    """Base of every record: immutable, strict; unknown isian are kept and reported by validation."""

    model_config = ConfigDict(frozen=True, extra="allow", str_strip_whitespace=True)

    def __reduce__(self) -> tuple[Any, ...]:
        """Travel between processes with the filled isian only: most of a record is defaults.

        Which isian were filled is not told there: a set for each record would take a sixth of the memory.
        """
        return _restore, (type(self), _filled(self), self.__pydantic_extra__)

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Ask the whole record for what this one leaves to it; see ``put_away``."""
            whole = self.__dict__.get(_WHOLE)
            if whole is None or name[0] == "_":
                return super().__getattr__(name)
            kind = type(self)
            place = _places(kind).get(name)
            if place is not None and not self.__dict__[_FILLED] >> place & 1:
                return _defaults(kind)[name]
            return getattr(whole(), name)


Kind = TypeVar("Kind", bound=Rekaman)


def put_away(record: Kind, names: frozenset[str], whole: Callable[[], Kind]) -> Kind:
    """Return the record with the isian of these names only; any other that is filled is taken from ``whole()``,
    which returns an equal record, whenever it is asked for.
    """
    filled = _filled(record)
    places = _places(type(record))
    here: dict[str, Any] = {name: value for name, value in filled.items() if name in names}
    here[_WHOLE], here[_FILLED] = whole, sum(1 << places[name] for name in filled)
    return cast("Kind", _restore(type(record), here, record.__pydantic_extra__))


def take_out(record: Kind) -> Kind:
    """Return the whole of a record that is put away; any other as it is."""
    whole = record.__dict__.get(_WHOLE)
    return record if whole is None else cast("Kind", whole())


def _filled(record: Rekaman) -> dict[str, Any]:
    defaults = _defaults(type(record))
    return {name: value for name, value in record.__dict__.items() if value is not defaults.get(name, _REQUIRED)}


def _restore(kind: type[Rekaman], filled: dict[str, Any], extra: dict[str, Any] | None) -> Rekaman:
    record = _new(kind)
    _set_isian(record, filled if _WHOLE in filled else _defaults(kind) | filled)
    _set_filled(record, _NOT_TOLD)
    _set_extra(record, extra)
    _set_private(record, None)
    return record


@cache
def _defaults(kind: type[Rekaman]) -> dict[str, Any]:
    return {name: info.default for name, info in kind.model_fields.items() if not info.is_required()}


@cache
def _places(kind: type[Rekaman]) -> dict[str, int]:
    return {name: place for place, name in enumerate(kind.model_fields)}


def _tanggal(value: str) -> str:
    match = _TANGGAL.fullmatch(value)
    if not match:
        raise PydanticCustomError("tanggal-salah-bentuk", "tanggal")
    year, month, day = (int(part) if part else None for part in match.groups())
    if not 1900 <= (year or 0) <= 2100 or (month is not None and not 1 <= month <= 12):
        raise PydanticCustomError("tanggal-tidak-ada", "tanggal")
    if day is not None and not 1 <= day <= monthrange(year or 1, month or 1)[1]:
        raise PydanticCustomError("tanggal-tidak-ada", "tanggal")
    return value


def _tahun_rentang(value: str) -> str:
    if not re.fullmatch(r"(19|20)\d{2}(-(19|20)\d{2})?", value):
        raise PydanticCustomError("tahun-salah-bentuk", "tahun")
    return value


def _tahun(value: Any) -> Any:
    if isinstance(value, str):
        if not re.fullmatch(r"(19|20)\d{2}", value.strip()):
            raise PydanticCustomError("tahun-salah-bentuk", "tahun")
        return int(value)
    return value


def _bulat(value: Any) -> Any:
    if isinstance(value, str):
        if not _BULAT.fullmatch(value.strip()):
            raise PydanticCustomError("angka-bulat-salah-bentuk", "bilangan bulat")
        return int(value)
    return value


def _angka(value: Any) -> Any:
    if isinstance(value, str):
        if not _ANGKA.fullmatch(value.strip()):
            raise PydanticCustomError("angka-salah-bentuk", "angka")
        number = Decimal(value.strip())
        return int(number) if number == number.to_integral_value() else float(number)
    return value


def _ya_tidak(value: Any) -> Any:
    if isinstance(value, str):
        if value.strip() not in ("ya", "tidak"):
            raise PydanticCustomError("bukan-ya-tidak", "ya atau tidak")
        return value.strip() == "ya"
    return value


def _tautan(value: str) -> str:
    match = _TAUTAN.fullmatch(value)
    if not match or "." not in match["host"] or ".." in match["host"]:
        raise PydanticCustomError("tautan-salah-bentuk", "tautan")
    return value


def _telepon(value: str) -> str:
    if not _TELEPON.fullmatch(value):
        raise PydanticCustomError("telepon-salah-bentuk", "telepon")
    return value


def _surel(value: str) -> str:
    if not _SUREL.fullmatch(value):
        raise PydanticCustomError("surel-salah-bentuk", "surel")
    return value


def one_or_many(value: Any) -> Any:
    """Return a lone text as a list of one: ``urusan: kesehatan`` means the same as ``urusan: [kesehatan]``."""
    return (value,) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class DariDaftar:
    """Marks a value that must stand in the closed list ``vocabularies/<nama>.yml``; validation looks it up."""

    nama: str


@dataclass(frozen=True, slots=True)
class Menunjuk:
    """Marks a reference to another record; validation looks it up.

    ``ke`` is entri, entri-atau-teks, wilayah-atau-teks, perangkat_daerah, sumber, or alamat-lama. With "-atau-teks" a
    value of the shape of an id must exist, any other text is a name that stands for itself.
    """

    ke: str


WilayahAtauTeks = Annotated[str, StringConstraints(min_length=1, max_length=200), Menunjuk("wilayah-atau-teks")]
EntriAtauTeks = Annotated[str, StringConstraints(min_length=1, max_length=200), Menunjuk("entri-atau-teks")]
RujukanEntri = Annotated[str, Menunjuk("entri")]

Nama = Annotated[str, StringConstraints(min_length=2, max_length=160)]
TeksPendek = Annotated[str, StringConstraints(min_length=1, max_length=300)]
Teks = Annotated[str, StringConstraints(min_length=1, max_length=1000)]
TeksPanjang = Annotated[str, StringConstraints(min_length=1, max_length=4000)]
Ringkasan = Annotated[str, StringConstraints(min_length=30, max_length=300)]
Kunci = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Tanggal = Annotated[str, AfterValidator(_tanggal)]
Tahun = Annotated[int, BeforeValidator(_tahun)]
TahunRentang = Annotated[str, AfterValidator(_tahun_rentang)]
Bulat = Annotated[int, BeforeValidator(_bulat)]
Angka = Annotated[int | float, BeforeValidator(_angka)]
YaTidak = Annotated[bool, BeforeValidator(_ya_tidak)]
Tautan = Annotated[str, StringConstraints(max_length=2000), AfterValidator(_tautan)]
Telepon = Annotated[str, AfterValidator(_telepon)]
Surel = Annotated[str, AfterValidator(_surel)]
KodeWilayah = Annotated[str, StringConstraints(pattern=r"^\d{2}(\.\d{2})?$")]

RujukanSumber = Annotated[tuple[Annotated[str, Menunjuk("sumber")], ...], BeforeValidator(one_or_many)]
DaftarTeks = tuple[Teks, ...]
