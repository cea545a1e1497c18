"""Drafts → files to be: an entry or profile each by itself, the rows of a register joined with those that exist."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from catalog.lembar.candidates import Calon
from catalog.lembar.drafts import Draf
from catalog.lembar.existing import Ada
from catalog.lembar.merging import MissingColumns, Sheets, merge_record
from catalog.lembar.places import Sel, finding
from catalog.model import REGISTER, Inovasi
from catalog.record_text import body_parts, normal
from catalog.slugs import make_slug

_NEW_REGISTER: Mapping[str, dict[str, str]] = {"perangkat_daerah.yml": {"lengkap": "tidak"}}
"""What a register says of itself when the workbook makes it: nobody stated that the list is complete."""


def assemble(drafts: Iterable[Draf], existing: Ada, sheets: Sheets) -> list[Calon]:
    """Return the files of the drafts whose region and name are known, ordered by path."""
    by_file: dict[str, list[Draf]] = {}
    for draf in drafts:
        if draf.wilayah:
            by_file.setdefault(draf.berkas, []).append(draf)
    files = []
    for path, rows in sorted(by_file.items()):
        if rows[0].lembar.is_register:
            files.append(_register(path, rows, existing, sheets))
        else:
            files.extend(_single(path, draf, existing, sheets) for draf in rows)
    return files


def _single(path: str, draf: Draf, existing: Ada, sheets: Sheets) -> Calon:
    kind = Inovasi if path.endswith(".md") else REGISTER["wilayah.yml"]
    there = existing.berkas.get(path)
    record = there.rekaman if there is not None else None
    old = normal(record.data, kind) if record is not None else {}
    badan = body_parts(record.badan) if record is not None and path.endswith(".md") else {}
    read = sheets[draf.lembar.nama]
    for key in ("masalah", "cara_kerja", "hasil", "pelajaran", "lain"):
        if read.column_of(f"badan.{key}"):
            badan.pop(key, None)
    data = _merged(draf, old, sheets)
    return Calon(path, data, badan | draf.badan, {0: draf}, there.teks if there is not None else "")


def _merged(draf: Draf, old: Mapping[str, Any], sheets: Sheets) -> dict[str, Any]:
    new = normal(draf.data, draf.lembar.rekaman)
    try:
        return merge_record(old, new, draf.lembar, sheets)
    except MissingColumns as missing:
        place = Sel(missing.sheet.tabel.nama, missing.sheet.baris_kunci)
        shown = ", ".join(f"`{key}`" for key in missing.columns[:6])
        draf.temuan.append(finding("kolom-butir-hilang", place, draf.berkas, draf.berkas, daftar=shown))
        return new


def _register(path: str, rows: list[Draf], existing: Ada, sheets: Sheets) -> Calon:
    name = path.rpartition("/")[2]
    there = existing.berkas.get(path)
    record = there.rekaman if there is not None else None
    kind = rows[0].lembar.rekaman
    old: dict[str, Any] = dict(record.data) if record is not None else dict(_NEW_REGISTER.get(name, {}))
    items = [normal(item, kind) for item in old.get("daftar") or [] if isinstance(item, dict)]
    asli = [item for item in items if item]
    daftar = list(asli)
    baris: dict[int, Draf] = {}
    places = _find_all(rows, asli, name)
    for draf in rows:
        index = places.get(id(draf))
        merged = _merged(draf, asli[index] if index is not None else {}, sheets)
        if index is not None:
            daftar[index] = merged
        elif merged:
            index = len(daftar)
            daftar.append(merged)
        if index is not None:
            baris[index] = draf
    return Calon(path, {**old, "daftar": daftar}, {}, baris, there.teks if there is not None else "", asli=asli)


def without_faulty(calon: Calon, is_left_out: Callable[[int, Draf], bool]) -> Calon:
    """Return a register without the rows that are left out: new ones are dropped, existing items stay as they were."""
    daftar: list[Any] = []
    baris: dict[int, Draf] = {}
    for index, item in enumerate(calon.data["daftar"]):
        draf = calon.baris.get(index)
        if draf is not None and is_left_out(index, draf):
            if index < len(calon.asli):
                daftar.append(calon.asli[index])
            continue
        if draf is not None:
            baris[len(daftar)] = draf
        daftar.append(item)
    return Calon(calon.berkas, {**calon.data, "daftar": daftar}, {}, baris, calon.lama, asli=calon.asli)


def _find_all(rows: list[Draf], said: list[dict[str, Any]], name: str) -> dict[int, int]:
    """Return id of a draft → the existing item that it is about: the same one, that of its number, that of its key.

    Sure matches are made for all rows first, so that no row takes the item of another.
    """
    news = [(draf, normal(draf.data, draf.lembar.rekaman)) for draf in rows]
    free = dict.fromkeys(range(len(said)))
    found: dict[int, int] = {}
    for is_it in (_is_same, _is_number, _is_alike):
        for draf, new in news:
            if id(draf) not in found:
                index = next((n for n in free if is_it(draf, new, n, said[n], name)), None)
                if index is not None:
                    found[id(draf)] = index
                    del free[index]
    return found


def _is_same(draf: Draf, new: dict[str, Any], number: int, item: dict[str, Any], name: str) -> bool:
    return item == new


def _is_number(draf: Draf, new: dict[str, Any], number: int, item: dict[str, Any], name: str) -> bool:
    """A number as an export writes it, and the same parties: rows of another workbook are not mistaken for it."""
    return draf.nomor.rpartition("#")[1:] == ("#", str(number + 1)) and _who(item, name) == _who(new, name)


def _is_alike(draf: Draf, new: dict[str, Any], number: int, item: dict[str, Any], name: str) -> bool:
    return _key(item, name) == _key(new, name)


def _key(item: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    """Return what tells items of a register apart; visits without a date by their topic."""
    if name == "perangkat_daerah.yml":
        return _who(item, name)
    return (*_who(item, name), item.get("tanggal") or item.get("topik"))


def _who(item: Mapping[str, Any], name: str) -> tuple[Any, ...]:
    if name == "perangkat_daerah.yml":
        return (item.get("id") or make_slug(str(item.get("nama") or "")),)
    return (item.get("tuan_rumah"), item.get("tamu"))
