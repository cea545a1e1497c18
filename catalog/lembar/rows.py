"""The rows of all sheets → drafts, each with its detail rows; whatever cannot be placed is named at its cell."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from catalog.lembar.cells import split_items
from catalog.lembar.drafts import Draf, Path_, put_value
from catalog.lembar.headings import Terbaca
from catalog.lembar.layout import BERKAS, ENTRI, MILIK, NOMOR, WILAYAH, Kolom, Lembar
from catalog.lembar.meanings import Meanings, letters
from catalog.lembar.places import Sel, Temuan, finding
from catalog.lembar.template import EXAMPLE_ROW, example_cells
from catalog.privacy import mask
from catalog.reading.events import MAX_DEPTH
from catalog.reading.files import MAX_SLUG, entry_name_fault
from catalog.slugs import make_slug
from catalog.validation.nearest import nearest

EXAMPLE = "(contoh)"
NAMELESS = "tanpa-nama"
"""The file's name of a row for which there is none; such a row always has an error, and is never written."""

SlugOf = Mapping[tuple[str, str], str]
"""(region, letters of a name) → slug of the entry that has this name already."""


@dataclass(slots=True)
class Lembaran:
    """What the rows came to: drafts in the order of the workbook, and findings that belong to no draft."""

    draf: list[Draf] = field(default_factory=list)
    temuan: list[Temuan] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Node:
    """A row that others may belong to: its draft, and where its record is in it."""

    draf: Draf
    path: Path_


def read_rows(sheets: Iterable[Terbaca], meanings: Meanings, known: SlugOf, wilayah: str | None = None) -> Lembaran:
    """Return the drafts of all rows; ``wilayah`` is the region of rows that name none."""
    return _Reader(meanings, known, wilayah).read(list(sheets))


class _Reader:
    def __init__(self, meanings: Meanings, known: SlugOf, wilayah: str | None) -> None:
        self._meanings = meanings
        self._known = known
        self._wilayah = wilayah
        self._result = Lembaran()
        self._owners: dict[str, dict[str, list[_Node]]] = {}

    def read(self, sheets: list[Terbaca]) -> Lembaran:
        for read in sheets:
            owners = self._owners.setdefault(read.lembar.nama, {})
            faulty = {t.sel.kolom: t for t in read.temuan if t.is_error and t.sel.kolom}
            self._result.temuan.extend(read.temuan)
            for row in range(read.baris_kunci + 1, read.tabel.tinggi + 1):
                if self._is_empty(read, row, faulty):
                    continue
                nodes = self._root(read, row) if read.lembar.induk is None else self._child(read, row)
                for node in nodes:
                    self._fill(node, read, row)
                    node.draf.temuan.extend(_defects(read, row, faulty))
                    self._name(owners, node, read, row)
        _report_twins(self._result.draf)
        return self._result

    def _is_empty(self, read: Terbaca, row: int, faulty: Mapping[int, Temuan]) -> bool:
        """Return True for a row without content, and for the example row of the template where it is unchanged."""
        texts = read.tabel.row(row)
        defects = read.tabel.has_defects(row)
        if not any(number in read.kolom or number in faulty for number in texts) and not defects:
            return True
        cells = {kolom.kunci: texts[number] for number, kolom in read.kolom.items() if number in texts}
        if set(cells) <= {NOMOR, WILAYAH} and not defects and not any(number in faulty for number in texts):
            return True
        example = {key: text for key, text in example_cells(read.lembar).items() if read.column_of(key)}
        return row <= EXAMPLE_ROW + read.baris_kunci and cells == example and EXAMPLE in cells.values()

    def _root(self, read: Terbaca, row: int) -> list[_Node]:
        """Return the draft of a row of a first sheet."""
        head = Sel(read.tabel.nama, row, read.column_of(WILAYAH) or 1)
        draf = Draf(read.lembar, head, "")
        draf.butir[()] = (read, row)
        self._result.draf.append(draf)
        typed = _text(read, row, WILAYAH) or self._wilayah or ""
        if typed == EXAMPLE:
            draf.temuan.append(finding("baris-contoh", head, EXAMPLE))
        elif not typed:
            draf.temuan.append(finding("baris-tanpa-wilayah", head, "tidak ada wilayah"))
        else:
            draf.wilayah = self._meanings.region(typed) or ""
            if not draf.wilayah:
                draf.temuan.append(self._meanings.unknown_region(typed, head, ""))
        draf.nomor = _text(read, row, NOMOR)
        if read.lembar.akar == ENTRI:
            self._set_slug(draf, read, row)
        return [_Node(draf, ())]

    def _set_slug(self, draf: Draf, read: Terbaca, row: int) -> None:
        """Set the file's name: as given, else of the entry of this name, else made from the name."""
        given, name = _text(read, row, BERKAS), _text(read, row, "nama")
        draf.slug = self._known.get((draf.wilayah, letters(name)), "") or _short_slug(make_slug(name))
        place = Sel(read.tabel.nama, row, read.column_of(BERKAS) or read.column_of("nama") or 1)
        if given:
            draf.slug = given.removesuffix(".md")
            fault = entry_name_fault(f"innovations/{draf.wilayah}/{draf.slug.replace('/', '_')}.md")
            is_personal = mask(given) != given  # the advice for a wrong name would repeat it
            if fault is not None or "/" in draf.slug or is_personal:
                draf.slug = NAMELESS
                said = Temuan(place, fault) if fault and not is_personal else None
                draf.temuan.append(said or finding("baris-tanpa-nama-berkas", place, given))
        elif not draf.slug:
            draf.slug = NAMELESS
            if name:
                draf.temuan.append(finding("baris-tanpa-nama-berkas", place, name))

    def _child(self, read: Terbaca, row: int) -> list[_Node]:
        """Return the place of a detail row in the draft that it belongs to, or report why there is none."""
        induk = read.lembar.induk
        assert induk is not None
        typed = _text(read, row, MILIK)
        place = Sel(read.tabel.nama, row, read.column_of(MILIK) or 1)
        owners = self._owners.get(induk.nama, {})
        expected = (
            "nama inovasi atau isi kolom berkas" if _is_entries(induk) else f"isi kolom no di lembar {induk.nama}"
        )
        if not typed:
            self._result.temuan.append(finding("milik-kosong", place, "kolom milik kosong", seharusnya_isi=expected))
            return []
        nodes = owners.get(_owner_key(typed), [])
        drafts = {id(node.draf): node for node in nodes}
        if len(drafts) > 1 or len(nodes) > 1:
            choices = ", ".join(sorted({n.draf.slug or n.draf.nomor for n in nodes}))
            key = BERKAS if _is_entries(induk) else NOMOR
            found = finding("milik-ganda", place, typed, induk=induk.nama, kunci=key, pilihan=mask(choices))
            for node in drafts.values():
                node.draf.temuan.append(found)
            return []
        if not nodes:
            self._lost(typed, place, owners, induk, expected)
            return []
        return [_new_item(nodes[0], read, row)]

    def _lost(self, typed: str, place: Sel, owners: Mapping[str, list[_Node]], induk: Lembar, expected: str) -> None:
        """Report an owner that does not exist; the draft that was probably meant is held back with it."""
        files = {key for key in owners for node in owners[key] if key.endswith(node.draf.slug) and node.draf.slug}
        close = nearest(typed, {key: key for key in owners if key not in files})
        close = close or nearest(typed, {key: key for key in sorted(files) if "/" not in key})
        advice = f"tulis `{mask(close)}`" if close else f"salin namanya dari lembar {induk.nama}"
        found = finding("milik-tidak-ditemukan", place, typed, induk=induk.nama, seharusnya_isi=expected, saran=advice)
        self._result.temuan.append(found)
        for node in owners.get(close or "", []):
            node.draf.temuan.append(found)

    def _name(self, owners: dict[str, list[_Node]], node: _Node, read: Terbaca, row: int) -> None:
        """Note by what detail rows may call this row."""
        draf = node.draf
        names = {_text(read, row, NOMOR)}
        if _is_entries(read.lembar):
            names = {_text(read, row, "nama"), draf.slug, f"{draf.wilayah}/{draf.slug}"}
        for name in sorted({_owner_key(name) for name in names if name}):
            owners.setdefault(name, []).append(node)

    def _fill(self, node: _Node, read: Terbaca, row: int) -> None:
        """Put the values of one row into its record."""
        draf, texts = node.draf, read.tabel.row(row)
        for number, kolom in sorted(read.kolom.items(), key=_in_order):
            text = texts.get(number) or read.tetap.get(kolom.kunci, "")
            place = Sel(read.tabel.nama, row, number)
            if text and kolom.bentuk == "badan":
                draf.badan[str(kolom.jalur[1])] = text
                draf.asal[kolom.jalur] = place
            elif text and kolom.bentuk == "lain":
                _merge_rest(node, text, place)
            elif text and kolom.bentuk != "kepala":
                self._put(node, kolom, text, place)
        shown = {kolom.kunci for kolom in read.kolom.values()}
        for key, text in read.tetap.items():
            kolom_tetap = read.lembar.find(key)
            if key not in shown and kolom_tetap is not None and kolom_tetap.bentuk in ("teks", "daftar"):
                self._put(node, kolom_tetap, text, draf.kepala)

    def _put(self, node: _Node, kolom: Kolom, text: str, place: Sel) -> None:
        draf, path = node.draf, (*node.path, *kolom.jalur)
        if kolom.bentuk == "daftar":
            is_ids = kolom.menunjuk is not None
            items = [self._meanings.value(one, kolom, draf.wilayah) for one in split_items(text, is_ids=is_ids)]
            put_value(draf.data, path, items)
            draf.asal.update({(*path, number): place for number in range(len(items))})
        elif isinstance(path[-1], int):
            holder = path[:-1]
            put_value(draf.data, (*holder, 0), self._meanings.value(text, kolom, draf.wilayah))
            path = (*holder, len(_value_at(draf.data, holder)) - 1)
        else:
            put_value(draf.data, path, self._meanings.value(text, kolom, draf.wilayah))
        draf.asal[path] = place


def _in_order(pair: tuple[int, Kolom]) -> tuple[int, int]:
    last = pair[1].jalur[-1]
    return (last if isinstance(last, int) else 0, pair[0])


def _is_entries(lembar: Lembar) -> bool:
    return lembar.akar == ENTRI and lembar.induk is None


def _owner_key(text: str) -> str:
    return " ".join(text.split()).casefold()


def _short_slug(slug: str) -> str:
    """Return a slug of at most 80 characters, cut between words."""
    return slug if len(slug) <= MAX_SLUG else slug[: MAX_SLUG + 1].rpartition("-")[0] or slug[:MAX_SLUG]


def _text(read: Terbaca, row: int, kunci: str) -> str:
    return read.tabel.row(row).get(read.column_of(kunci), "") or read.tetap.get(kunci, "")


def _new_item(owner: _Node, read: Terbaca, row: int) -> _Node:
    """Return the node of a further item of the list that this sheet holds."""
    path = (*owner.path, *read.lembar.jalur)
    holder: Any = owner.draf.data
    for step, following in zip(path, [*path[1:], 0], strict=True):
        holder = holder[step] if isinstance(step, int) else holder.setdefault(step, [] if following == 0 else {})
    holder.append({})
    item = (*path, len(holder) - 1)
    owner.draf.butir[item] = (read, row)
    return _Node(owner.draf, item)


def _value_at(data: Any, path: Path_) -> Any:
    for step in path:
        data = data[step]
    return data


def _merge_rest(node: _Node, text: str, place: Sel) -> None:
    """Put the isian that the layout has no column for back where they were."""
    try:
        rest = _as_texts(json.loads(text, parse_int=str, parse_float=str, parse_constant=str))
    except (ValueError, RecursionError):
        rest = None
    if not isinstance(rest, dict):
        node.draf.temuan.append(finding("sel-isian-lain", place, text))
        return
    _merge(_value_at(node.draf.data, node.path), rest)
    for key in rest:
        node.draf.asal.setdefault((*node.path, key), place)


def _as_texts(value: Any, depth: int = 0) -> Any:
    """Return JSON as the reader of files gives values: mappings, lists, texts.

    Raises:
        ValueError: deeper than a file may be.
    """
    if depth > MAX_DEPTH - 6:
        raise ValueError("too deep")
    if isinstance(value, dict):
        return {key: _as_texts(child, depth + 1) for key, child in value.items()}
    if isinstance(value, list):
        return [_as_texts(child, depth + 1) for child in value]
    return value if value is None or isinstance(value, str) else str(value)


def _merge(into: dict[str, Any], rest: dict[str, Any]) -> None:
    for key, value in rest.items():
        if isinstance(value, dict) and isinstance(into.get(key), dict):
            _merge(into[key], value)
        elif key not in into:
            into[key] = value


def _defects(read: Terbaca, row: int, faulty: Mapping[int, Temuan]) -> list[Temuan]:
    """Return what is wrong with cells of this row, and with headings of columns that it fills."""
    defects = read.tabel.defects(row)
    found = [defects[number] for number in sorted(defects) if number in read.kolom or number in faulty]
    return found + [fault for number, fault in faulty.items() if number in read.tabel.row(row)]


def _report_twins(drafts: list[Draf]) -> None:
    """Report rows that mean the same file, at each of them."""
    first: dict[str, Draf] = {}
    for draf in drafts:
        if draf.lembar.is_register or not draf.wilayah or draf.slug == NAMELESS:
            continue
        other = first.setdefault(draf.berkas, draf)
        if other is not draf:
            for one, two in ((draf, other), (other, draf)):
                entri = mask(draf.berkas.removeprefix("innovations/").removesuffix(".md"))
                place = one.asal.get(("nama",), one.kepala)
                lain = two.asal.get(("nama",), two.kepala)
                one.temuan.append(
                    finding("baris-ganda", place, entri, one.berkas, lain=f"sel {lain.nama}", entri=entri)
                )
