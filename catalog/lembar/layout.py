"""Sheets and columns, made from the model: a row an innovation, office, visit or region; a sheet a list of records.

A nested record becomes columns (``status.keadaan``), a list of texts one cell of several lines, a list from a closed
list several columns with drop-downs (``urusan.1``), and the first ``sumber`` stands beside its row: whoever has one
source fills one row on one sheet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.record_text import OTHER, SECTIONS
from catalog.validation.plans import FieldPlan, plan_of

Path_ = tuple[str | int, ...]
Bentuk = Literal["teks", "daftar", "kepala", "badan", "lain"]

WILAYAH, BERKAS, NOMOR, MILIK, LAIN = "wilayah", "berkas", "no", "milik", "isian_lain"
"""Keys of the columns that are no isian: which region, which file, number of the row, row it belongs to, the rest."""

FONT = "Calibri"
"""The font of every sheet; LibreOffice has a twin of the same widths."""

ENTRI = "inovasi.md"
"""The root of the sheets of innovations, beside the names of registers."""

_ROOTS = {
    ENTRI: ("Inovasi", "", "Satu baris satu inovasi."),
    "perangkat_daerah.yml": ("Perangkat daerah", "OPD", "Satu baris satu perangkat daerah (OPD) pemilik inovasi."),
    "kunjungan.yml": ("Kunjungan", "Kunjungan", "Satu baris satu kunjungan belajar, diterima atau dilakukan."),
    "wilayah.yml": ("Wilayah", "Wilayah", "Satu baris satu wilayah: profil, kantor inovasi, aturan bagi tamu."),
}
"""Kind of file → name of its first sheet, what stands before the names of its lists, what a row is."""

_INLINE = "sumber"
_CHOICES = 3
_LONGEST_NAME = 31


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column. ``jalur`` is where its value belongs in the record of its row; a number is the place in a list."""

    jalur: Path_
    judul: str
    bantuan: str = ""
    contoh: str = ""
    wajib: bool = False
    bentuk: Bentuk = "teks"
    daftar: str | None = None
    menunjuk: str | None = None
    ya_tidak: bool = False
    kelompok: str = "Pokok"
    kunci: str = field(init=False)
    """The name of the column in the workbook: ``status.keadaan``, ``urusan.1``."""

    def __post_init__(self) -> None:
        """Make the name once; it is asked for at every cell."""
        name = ".".join(str(step + 1) if isinstance(step, int) else step for step in self.jalur)
        object.__setattr__(self, "kunci", name)


@dataclass(frozen=True, slots=True)
class Lembar:
    """One sheet. ``jalur`` leads from the record of a row of ``induk`` to the list that this sheet holds, () at a root.

    ``akar`` is the kind of file: ``inovasi.md`` or the name of a register.
    """

    nama: str
    akar: str
    jalur: Path_
    rekaman: type[Rekaman]
    kolom: tuple[Kolom, ...]
    induk: Lembar | None = None
    bantuan: str = ""
    anak: list[Lembar] = field(default_factory=list, compare=False, repr=False)

    @property
    def is_register(self) -> bool:
        """True when rows are items of a register's ``daftar``, False when each row is a file of its own."""
        return self.akar not in (ENTRI, "wilayah.yml")

    def find(self, kunci: str) -> Kolom | None:
        """Return the column of this name; of a list also ``urusan.7``, beyond the columns of the template."""
        return _columns_by_key(self).get(kunci) or self._further(kunci)

    def _further(self, kunci: str) -> Kolom | None:
        stem, dot, number = kunci.rpartition(".")
        like = _columns_by_key(self).get(f"{stem}.1") or _columns_by_key(self).get(stem)
        if not dot or like is None or not number.isdecimal() or not 0 < int(number) <= 500:
            return None
        if like.bentuk == "daftar":
            return Kolom((*like.jalur, int(number) - 1), f"{like.judul} {number}", like.bantuan, menunjuk=like.menunjuk)
        if like.jalur[-1] != 0:
            return None
        return Kolom(
            (*like.jalur[:-1], int(number) - 1), f"{_bare(like.judul)} {number}", like.bantuan, daftar=like.daftar
        )


def _bare(judul: str) -> str:
    return judul.removesuffix(" 1")


_KEYS: dict[int, dict[str, Kolom]] = {}


def _columns_by_key(lembar: Lembar) -> dict[str, Kolom]:
    found = _KEYS.get(id(lembar))
    if found is None:
        found = _KEYS[id(lembar)] = {kolom.kunci: kolom for kolom in lembar.kolom}
    return found


@cache
def make_layout() -> tuple[Lembar, ...]:
    """Return every sheet that holds data, roots before the lists below them, in the order of the workbook."""
    sheets: list[Lembar] = []
    for akar in _ROOTS:
        _add_sheet(akar, _row_class(akar), (), None, sheets, "", "")
    names = [sheet.nama.casefold() for sheet in sheets]
    if len(set(names)) != len(names):
        raise ValueError("two sheets have the same name; change a title of the model")
    return tuple(sheets)


def root_of(akar: str) -> Lembar:
    """Return the first sheet of a kind of file."""
    return next(sheet for sheet in make_layout() if sheet.akar == akar and sheet.induk is None)


def _row_class(akar: str) -> type[Rekaman]:
    """Return the class of the record on a row: of a register the class of the items of ``daftar``."""
    if akar == ENTRI:
        return Inovasi
    register = REGISTER[akar]
    item = plan_of(register)["daftar"].rekaman if "daftar" in plan_of(register) else register
    assert item is not None
    return item


def _add_sheet(
    akar: str,
    rekaman: type[Rekaman],
    jalur: Path_,
    induk: Lembar | None,
    sheets: list[Lembar],
    judul: str,
    bantuan: str,
) -> None:
    lists: list[tuple[Path_, FieldPlan, str]] = []
    fields = list(_columns(rekaman, (), "", lists))
    lead = list(_lead(akar, induk, has_lists=bool(lists)))
    name, prefix, about = _ROOTS[akar]
    about = bantuan or about
    if induk is not None:
        parts = [prefix] if prefix and induk.induk is None else []
        parts += [induk.nama.rpartition(" - ")[2]] if induk.induk is not None else []
        name = _sheet_name([*parts, judul])
    rest = Kolom((LAIN,), "Isian lain", "Isian yang tidak dikenal katalog. Jangan diubah.", bentuk="lain")
    sheet = Lembar(name, akar, jalur, rekaman, (*lead, *fields, rest), induk, about)
    sheets.append(sheet)
    if induk is not None:
        induk.anak.append(sheet)
    for path, plan, title in lists:
        assert plan.rekaman is not None
        _add_sheet(akar, plan.rekaman, path, sheet, sheets, title, plan.bantuan)


def _sheet_name(parts: list[str]) -> str:
    """Return the parts as a name that a sheet may have: at most 31 characters, nothing in brackets."""
    plain = [re.sub(r" *\(.*?\)", "", part) for part in parts]
    name = " - ".join(plain)
    return name if len(name) <= _LONGEST_NAME else name.replace(" - ", "-")[:_LONGEST_NAME]


def _lead(akar: str, induk: Lembar | None, *, has_lists: bool) -> Iterator[Kolom]:
    """Yield the columns that say whose row this is."""
    band = "Baris ini"
    if induk is not None:
        whose = "nama inovasi, atau isi kolom berkas" if induk.akar == ENTRI and induk.induk is None else "nomor (no)"
        help_ = f"Milik baris mana di lembar {induk.nama}: tulis {whose} baris itu."
        yield Kolom((MILIK,), "Milik", help_, "(contoh)", True, "kepala", kelompok=band)
    else:
        help_ = "Wilayah pemilik baris ini; pilih dari daftar."
        yield Kolom((WILAYAH,), "Wilayah", help_, "(contoh)", True, "kepala", daftar="wilayah", kelompok=band)
        if akar == ENTRI:
            help_ = "Nama berkas entri tanpa .md. Kosongkan untuk entri baru: dibuat dari nama inovasi."
            yield Kolom((BERKAS,), "Berkas", help_, bentuk="kepala", kelompok=band)
    if has_lists and not (akar == ENTRI and induk is None):
        help_ = "Nomor baris ini, Anda yang memberi; dipakai di kolom Milik pada lembar rinciannya."
        yield Kolom((NOMOR,), "No", help_, "1", bentuk="kepala", kelompok=band)


def _columns(
    rekaman: type[Rekaman], jalur: Path_, band: str, lists: list[tuple[Path_, FieldPlan, str]]
) -> Iterator[Kolom]:
    """Yield the columns of a record class, those of nested records among them; lists of records go to ``lists``."""
    hints = get_type_hints(rekaman, include_extras=True)
    plans = plan_of(rekaman)
    for name, plan in plans.items():
        here = (*jalur, name)
        required = plan.wajib and not jalur
        group = band or ("Wajib" if required else "Pokok")
        if plan.rekaman is None:
            yield from _value_columns(plan, here, group, required, hints[name])
        elif not plan.berdaftar:
            yield from _columns(plan.rekaman, here, f"{band} - {plan.judul}" if band else plan.judul, lists)
        else:
            if not jalur and name == _INLINE:
                yield from _inline(plan, here, required)
            lists.append((here, plan, f"{band} - {plan.judul}" if band else plan.judul))
        if rekaman is Inovasi and name == "sumber":
            yield from _body_columns()


def _inline(plan: FieldPlan, jalur: Path_, required: bool) -> Iterator[Kolom]:
    """Yield the columns of the first item of a list of records, beside its row."""
    assert plan.rekaman is not None
    hints = get_type_hints(plan.rekaman, include_extras=True)
    for name, inner in plan_of(plan.rekaman).items():
        if inner.rekaman is None:
            title = inner.judul if _INLINE in inner.judul.lower() else f"{inner.judul} {_INLINE}"
            named = replace(inner, judul=title)
            yield from _value_columns(named, (*jalur, 0, name), "Sumber pertama", required and inner.wajib, hints[name])


def _value_columns(plan: FieldPlan, jalur: Path_, band: str, required: bool, hint: Any) -> Iterator[Kolom]:
    example = plan.contoh
    if plan.berdaftar and plan.daftar:
        for number in range(_CHOICES):
            title = f"{plan.judul} {number + 1}"
            shown = example[number] if isinstance(example, list) and number < len(example) else ""
            needed = required and number == 0
            yield Kolom((*jalur, number), title, plan.bantuan, shown, needed, daftar=plan.daftar, kelompok=band)
    elif plan.berdaftar:
        lines = "\n".join(str(item) for item in example) if isinstance(example, list) else str(example or "")
        help_ = f"{plan.bantuan} Bila lebih dari satu, tiap butir di baris sendiri (Alt+Enter)."
        yield Kolom(jalur, plan.judul, help_, lines, required, "daftar", menunjuk=plan.menunjuk, kelompok=band)
    else:
        yield Kolom(
            jalur,
            plan.judul,
            plan.bantuan,
            str(example if example is not None else ""),
            required,
            daftar=plan.daftar,
            menunjuk=plan.menunjuk,
            ya_tidak=_is_bool(hint),
            kelompok=band,
        )


def _body_columns() -> Iterator[Kolom]:
    for key, title in SECTIONS.items():
        help_ = f"Bagian {title} di halaman entri; boleh beberapa paragraf."
        yield Kolom(("badan", key), title, help_, bentuk="badan", kelompok="Cerita")
    help_ = "Tulisan di luar keempat bagian itu, dengan judulnya sendiri. Biasanya kosong."
    yield Kolom(("badan", OTHER), "Tulisan lain", help_, bentuk="badan", kelompok="Cerita")


def _is_bool(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return _is_bool(get_args(hint)[0])
    return hint is bool or any(_is_bool(part) for part in get_args(hint))
