"""One door of ``vocabularies/masalah.yml``: its row, and the rules a row and all rows together must keep."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_ENTRI = re.compile(rf"{_SLUG.pattern}/{_SLUG.pattern}")
_WORDS = re.compile(r"[^\W_]+|\x1f")
_TEXTS = ("id", "nama", "uraian", "kelompok")
_LISTS = ("kata", "urusan", "sisa", "pilihan", "kecuali")
_FLAG = "beranda"
_YA_TIDAK = {"ya": True, "tidak": False}


class DoorError(Exception):
    """A row, or the rows together, break a rule; the message is an Indonesian sentence that names the row."""


@dataclass(frozen=True, slots=True)
class Masalah:
    """A door: an everyday problem as citizens say it (``nama``), one plain sentence (``uraian``), and what is behind.

    Behind it stand the entries that have one of ``urusan``, those in whose words one of ``kata`` occurs, and those of
    ``pilihan``; never those of ``kecuali``. ``sisa`` are the urusan whose entries come here when no other door takes
    them. ``kelompok`` is an id of kelompok_masalah.yml; ``beranda``: does the home page show the door. The first of
    ``kata`` is also what is searched for in ``/jelajah/``.
    """

    id: str
    nama: str
    uraian: str
    kelompok: str
    kata: tuple[str, ...]
    urusan: tuple[str, ...] = ()
    sisa: tuple[str, ...] = ()
    pilihan: tuple[str, ...] = ()
    kecuali: tuple[str, ...] = ()
    beranda: bool = False


def split_words(text: str) -> list[str]:
    """Return the words of a text in lower case, without signs: 'e-KTP, Akta' → ['e', 'ktp', 'akta'].

    The separator of units (U+001F), which no text of an entry holds, counts as a word.
    """
    return _WORDS.findall(text.lower())


def make_door(record: Any) -> Masalah:
    """Return the door of one record of the file, whose scalars are all text.

    Raises:
        DoorError: an isian is missing, unknown, empty or of the wrong form.
    """
    _require(isinstance(record, dict), "isi `daftar` harus berupa isian, bukan teks")
    shown = record.get("id", "tanpa id")
    unknown = sorted(set(record) - {*_TEXTS, *_LISTS, _FLAG})
    _require(not unknown, f"baris `{shown}` memuat isian yang tidak dikenal: {', '.join(unknown)}")
    missing = [name for name in (*_TEXTS, "kata") if name not in record]
    _require(not missing, f"baris `{shown}` belum memuat {', '.join(missing)}")
    for name in _TEXTS:
        is_filled = isinstance(record[name], str) and bool(record[name])
        _require(is_filled, f"`{name}` pada baris `{shown}` kosong atau bukan teks")
    _require(bool(_SLUG.fullmatch(shown)), f"id `{shown}` harus huruf kecil, angka, dan tanda hubung")
    lists = {name: _texts(record[name], name, shown) for name in _LISTS if name in record}
    for name in ("pilihan", "kecuali"):
        odd = [id for id in lists.get(name, ()) if not _ENTRI.fullmatch(id)]
        _require(
            not odd, f"`{name}` pada baris `{shown}` harus seperti kab-blora/samin-119, bukan `{''.join(odd[:1])}`"
        )
    answer = _YA_TIDAK.get(record.get(_FLAG, "tidak"))
    _require(answer is not None, f"`{_FLAG}` pada baris `{shown}` harus ya atau tidak")
    values: dict[str, Any] = {name: record[name] for name in _TEXTS} | lists
    return Masalah(**values, beranda=bool(answer))


def check_doors(doors: Mapping[str, Masalah], kelompok: Collection[str], urusan: Collection[str]) -> None:
    """Check that every door points at groups and urusan that exist, and that every urusan has a door.

    Raises:
        DoorError: the first rule that is broken.
    """
    for door in doors.values():
        _require(door.kelompok in kelompok, f"kelompok `{door.kelompok}` tidak ada di kelompok_masalah.yml")
        for id in (*door.urusan, *door.sisa):
            _require(id in urusan, f"urusan `{id}` pada baris `{door.id}` tidak ada di urusan.yml")
    covered = {id for door in doors.values() for id in (*door.urusan, *door.sisa)}
    without = [id for id in urusan if id not in covered]
    _require(not without, f"urusan tanpa pintu: {', '.join(without)}; tulis di `urusan` atau `sisa` satu baris")


def _texts(value: Any, name: str, shown: str) -> tuple[str, ...]:
    """The items of a list: texts with at least one word, none twice."""
    is_list = isinstance(value, list) and bool(value)
    _require(is_list, f"`{name}` pada baris `{shown}` kosong atau bukan daftar; hapus barisnya bila tidak dipakai")
    for item in value:
        is_word = isinstance(item, str) and bool(split_words(item))
        _require(is_word, f"`{name}` pada baris `{shown}` berisi butir yang kosong atau bukan teks")
        _require(value.count(item) == 1, f"`{item}` ditulis dua kali di `{name}` pada baris `{shown}`")
    return tuple(value)


def _require(holds: bool, otherwise: str) -> None:
    if not holds:
        raise DoorError(otherwise)
