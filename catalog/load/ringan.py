"""Checked records with what lists and counts ask of an entry; the rest of it is put away until a page asks for it."""

from __future__ import annotations

from dataclasses import replace
from sys import intern
from typing import Any, cast

from catalog.catalog import Badan
from catalog.model.isian import put_away
from catalog.tembolok import Titipan
from catalog.validation import CheckedRecord

_OWN = frozenset(
    {
        "nama",
        "kepanjangan",
        "ringkasan",
        "pertama_diberitakan",
        "status",
        "dikonfirmasi",
        "penghargaan",
        "bagian_dari",
    }
)
_TERMS = frozenset({"urusan", "perangkat_daerah", "tahapan", "jenis", "bentuk", "inisiator", "klasifikasi"})
"""Isian that are asked of many entries for one page, or of all; those of closed lists have few values."""


class BadanTersimpan(Badan):
    """A body that is put away; its sections are fetched."""

    __slots__ = ("_utuh",)

    def __init__(self, utuh: Titipan) -> None:
        """``utuh`` gives the body."""
        object.__setattr__(self, "_utuh", utuh)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._utuh(), name)

    def take_out(self) -> Badan:
        """Return the body."""
        return cast("Badan", self._utuh())

    def __reduce__(self) -> tuple[Any, ...]:
        return BadanTersimpan, (self._utuh,)


def put_entry_away(checked: CheckedRecord) -> CheckedRecord:
    """Return an entry's record that tells the same and takes a fifth of the memory; any other as it is."""
    entri = checked.entri
    if entri is None:
        return checked
    terms = {name: _shared(getattr(entri.inovasi, name)) for name in _TERMS}
    inovasi = put_away(entri.inovasi.model_copy(update=terms), _OWN | _TERMS, Titipan(entri.inovasi))
    badan = BadanTersimpan(Titipan(entri.badan.with_html())) if entri.badan else entri.badan
    light = replace(entri, wilayah=intern(entri.wilayah), inovasi=inovasi, badan=badan)
    return replace(checked, rekaman=inovasi, badan=badan, entri=light)


def _shared(value: Any) -> Any:
    """The same text once for all entries: also when they are kept and read again, part by part."""
    if isinstance(value, tuple):
        return tuple(map(intern, value))
    return intern(value) if value else value
