"""The same innovation entered twice: equal or nearly equal names within a region are a warning that names the other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from catalog.catalog import Entri
from catalog.problems import Problem, problem
from catalog.validation.records import CheckedRecord

_ALIKE = 90.0
_SHORTEST_COMPARED = 6
_WORD = re.compile(r"[a-z0-9]+")


def find_duplicates(entries: Iterable[tuple[Entri, CheckedRecord]]) -> Iterator[Problem]:
    """Yield one warning per pair of entries of a region with equal or nearly equal names, at the later id."""
    by_wilayah: dict[str, list[tuple[str, Entri, CheckedRecord]]] = {}
    for entri, record in entries:
        by_wilayah.setdefault(entri.wilayah, []).append((_key(entri.nama), entri, record))
    for wilayah in sorted(by_wilayah):
        yield from _pairs(sorted(by_wilayah[wilayah], key=lambda row: row[1].id))


def _pairs(rows: list[tuple[str, Entri, CheckedRecord]]) -> Iterator[Problem]:
    keys = [key for key, _, _ in rows]
    for index, (key, entri, record) in enumerate(rows):
        for other, score, position in process.extract(
            key, keys[:index], scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
        ):
            if _differ_by_number(key, other) or (key != other and len(key) < _SHORTEST_COMPARED):
                continue
            kode = "entri-ganda" if score == 100 else "entri-mirip"
            line, column = record.tempat_nama
            yield problem(
                kode,
                berkas=record.berkas,
                baris=line,
                kolom=column,
                ditemukan=entri.nama,
                lain=rows[position][1].berkas,
            )


def _key(nama: str) -> str:
    return "".join(_WORD.findall(nama.lower()))


def _differ_by_number(one: str, other: str) -> bool:
    """Return True for "Layanan 112" beside "Layanan 119": another number is another innovation."""
    return re.sub(r"[^0-9]", "", one) != re.sub(r"[^0-9]", "", other)
