"""Rules of ``replikasi``: stages in the order of time, places that fit, no circle of origins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from catalog.model.bagian import ReplikasiDari, ReplikasiOleh
from catalog.model.inovasi import Inovasi
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord
from catalog.validation.shapes import Place, Reference, field_label

_STEPS = ("minat", "kesepakatan", "uji-coba", "berjalan")
"""Stages that follow each other in time. Visits come before, between and after; see also ``_is_early``."""

_AFTER_START = frozenset({"uji-coba", "berjalan"})
_WILAYAH_ID = re.compile(r"(?:kab|kota|prov)-[a-z0-9-]+")
_DARI, _OLEH = ("replikasi", "dari"), ("replikasi", "oleh")


def check_replication(record: SourceRecord, inovasi: Inovasi) -> Iterator[Problem]:
    """Yield a problem for each row of ``replikasi`` that another row of the file, or the row itself, contradicts."""
    if inovasi.replikasi is None:
        return
    yield from _check_stages(
        record, _OLEH, inovasi.replikasi.oleh, [(c.wilayah, c.entri) for c in inovasi.replikasi.oleh]
    )
    yield from _check_stages(record, _DARI, inovasi.replikasi.dari, [o.asal for o in inovasi.replikasi.dari])
    own = PurePosixPath(record.berkas).parent.name
    for index, copy in enumerate(inovasi.replikasi.oleh):
        yield from _check_place(record, (*_OLEH, index), copy, own)


def _check_stages(
    record: SourceRecord, path: Place, rows: Sequence[ReplikasiOleh | ReplikasiDari], partners: Sequence[Any]
) -> Iterator[Problem]:
    """Yield a problem for each row whose stage comes after another row's of the same partner but whose date before."""
    by_partner: dict[Any, list[int]] = {}
    for index, partner in enumerate(partners):
        by_partner.setdefault(partner, []).append(index)
    for places in by_partner.values():
        dated = [(rows[n].tahap or "", rows[n].tanggal or "", n) for n in places if rows[n].tanggal]
        for stage, date, index in dated:
            earlier = next(
                (other for other in dated if _comes_first(other[0], stage) and _is_early(date, other[1])), None
            )
            if earlier:
                yield _at(
                    record,
                    (*path, index, "tanggal"),
                    "tahap-replikasi-terbalik",
                    date,
                    tahap=stage,
                    tahap_awal=earlier[0],
                    tanggal_awal=earlier[1],
                )


def _comes_first(one: str, other: str) -> bool:
    """Return whether a stage belongs before another; a copy stops after it began, and may begin again."""
    if other == "berhenti":
        return one in _AFTER_START
    return one in _STEPS and other in _STEPS and _STEPS.index(one) < _STEPS.index(other)


def _is_early(date: str, other: str) -> bool:
    shared = min(len(date), len(other))
    return date[:shared] < other[:shared]


def _check_place(record: SourceRecord, path: Place, copy: ReplikasiOleh, own: str) -> Iterator[Problem]:
    there, slash, _ = (copy.entri or "").partition("/")
    if copy.wilayah == own:
        yield _at(record, (*path, "wilayah"), "replikasi-di-wilayah-sendiri", copy.wilayah)
    elif slash and _is_region(there) and _is_region(copy.wilayah) and there != copy.wilayah:
        yield _at(record, (*path, "entri"), "entri-di-wilayah-lain", copy.entri or "", wilayah=copy.wilayah)


def _is_region(id: str) -> bool:
    return _WILAYAH_ID.fullmatch(id) is not None


def _at(record: SourceRecord, path: Place, kode: str, found: str, **isi: Any) -> Problem:
    line, column = record.nilai.get(path) or (1, 1)
    return problem(
        kode, berkas=record.berkas, baris=line, kolom=column, ditemukan=found, isian=field_label(path), **isi
    )


def origins_of(id: str, berkas: str, references: Iterable[Reference]) -> list[tuple[str, str, Reference]]:
    """Return (entry, file, reference) of every origin that an entry names in ``replikasi.dari``."""
    return [(id, berkas, ref) for ref in references if ref.jalur[:2] == _DARI and ref.jalur[-1] == "asal"]


def check_circles(origins: Iterable[tuple[str, str, Reference]]) -> Iterator[Problem]:
    """Yield a problem for each origin that comes, over however many steps, from the entry that names it."""
    links = [row for row in origins if row[2].nilai != row[0]]
    parents: dict[str, set[str]] = {}
    for id, _, ref in links:
        parents.setdefault(id, set()).add(ref.nilai)
    circles = _circles(parents)
    for id, berkas, ref in links:
        if id in circles and circles[id] == circles.get(ref.nilai):
            yield problem(
                "replikasi-berputar",
                berkas=berkas,
                baris=ref.baris,
                kolom=ref.kolom,
                ditemukan=ref.nilai,
                isian=ref.label,
            )


def _circles(parents: Mapping[str, set[str]]) -> dict[str, str]:
    """Return entry → the first id of the circle it is in (its strongly connected component), entries outside left out.

    Kosaraju's two walks, without recursion: a hostile chain of origins may be as long as the catalogue.
    """
    children: dict[str, set[str]] = {}
    for id, names in parents.items():
        for name in names:
            children.setdefault(name, set()).add(id)
    found: dict[str, str] = {}
    seen: set[str] = set()
    for start in reversed(_finished(parents)):
        group = _reached(start, children, seen)
        if len(group) > 1:
            found |= dict.fromkeys(group, min(group))
    return found


def _finished(parents: Mapping[str, set[str]]) -> list[str]:
    """Every entry after all that can be reached from it by going to origins, as far as there is no circle."""
    order: list[str] = []
    seen: set[str] = set()
    for start in sorted(parents):
        waiting = [(start, False)]
        while waiting:
            id, is_done = waiting.pop()
            if is_done:
                order.append(id)
            elif id not in seen:
                seen.add(id)
                waiting.append((id, True))
                waiting.extend((name, False) for name in sorted(parents.get(id, ())))
    return order


def _reached(start: str, children: Mapping[str, set[str]], seen: set[str]) -> list[str]:
    group: list[str] = []
    waiting = [start]
    while waiting:
        id = waiting.pop()
        if id not in seen:
            seen.add(id)
            group.append(id)
            waiting.extend(sorted(children.get(id, ())))
    return group
