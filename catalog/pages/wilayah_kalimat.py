"""What sources report of a region, said in sentences: ranks from year to year, figures of one thing, and beside them,
never mixed, what the catalogue holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.indonesian import gabung, huruf_besar, ribuan
from catalog.model.umum import Sumber
from catalog.model.wilayah import AngkaLaporan, CatatanIndeks

_BEFORE = re.compile(r"sebelum (\d{4})")
_SHORT = re.compile(r"Peringkat di .{1,30}$")
"""A note that says among whom the rank is."""
DILAPORKAN = "dilaporkan ke kemendagri"
_REPORTED = (DILAPORKAN, "didaftarkan ke kemendagri")
_QUALIFIED = "memenuhi kategori inovasi"


@dataclass(frozen=True, slots=True)
class Kalimat:
    """One sentence without its full stop, and the sources of every figure in it."""

    teks: str
    sumber: tuple[Sumber, ...]


def index_sentences(records: Sequence[CatatanIndeks]) -> list[Kalimat]:
    """Return a sentence an index: its way from the first to the last undisputed rank, else what is known last; and one
    about its predicates, where they stand alone.

    A figure of before a year ("sebelum 2022") is older than that year's; targets are left to the table.
    """
    sentences = []
    for name in dict.fromkeys(sorted(row.indeks for row in records)):
        rows = [row for row in records if row.indeks == name and not row.target]
        words = [row for row in rows if row.predikat and row.tahun and not row.peringkat and row.skor is None]
        figures = [row for row in rows if row not in words]
        told = (_ranks(name, figures) or _last(name, figures), _predicates(name, words))
        sentences += [sentence for sentence in told if sentence]
    return sentences


def _predicates(name: str, rows: Sequence[CatatanIndeks]) -> Kalimat | None:
    """ "Predikat IGA: Kabupaten Sangat Inovatif (2020 dan 2022), Kabupaten Terinovatif (2023)"; oldest first."""
    ordered = sorted(rows, key=lambda row: (row.tahun or 0, row.predikat or ""))
    years: dict[str, list[str]] = {}
    for row in ordered:
        years.setdefault(row.predikat or "", []).append(str(row.tahun))
    said = [f"{predicate} ({gabung(list(dict.fromkeys(when)))})" for predicate, when in years.items()]
    return Kalimat(f"Predikat {name}: {', '.join(said)}", _unique(*ordered)) if said else None


def _ranks(name: str, rows: Iterable[CatatanIndeks]) -> Kalimat | None:
    dated = [(when, row) for row in rows if row.peringkat and (when := _when(row))]
    disputed = {when for when, row in dated for other, one in dated if other == when and one.peringkat != row.peringkat}
    ordered = sorted((item for item in dated if item[0] not in disputed), key=lambda item: item[0])
    if len({when for when, _ in ordered}) < 2:
        return None
    (_, first), (_, last) = ordered[0], ordered[-1]
    verb = "naik" if (last.peringkat or 0) < (first.peringkat or 0) else "turun"
    if first.peringkat == last.peringkat:
        return Kalimat(f"Peringkat {name} tetap {_rank(first)}, lalu {_rank(last)}", _unique(first, last))
    return Kalimat(f"Peringkat {name} {verb} dari {_rank(first)} ke {_rank(last)}", _unique(first, last))


def _last(name: str, rows: Sequence[CatatanIndeks]) -> Kalimat | None:
    """What is said of the last year that has one record; None where a year has several or nothing but a note."""
    dated = [row for row in rows if row.tahun and (row.peringkat or row.skor is not None or row.predikat)]
    if not dated:
        return None
    year = max(row.tahun or 0 for row in dated)
    newest = [row for row in dated if row.tahun == year]
    if len(newest) > 1:
        return None
    row = newest[0]
    of = f" dari {ribuan(row.dari)}" if row.dari else ""
    parts = (
        f"peringkat {ribuan(row.peringkat)}{of}" if row.peringkat else "",
        f"skor {ribuan(row.skor)}" if row.skor is not None else "",
        f"predikat {row.predikat}" if row.predikat else "",
    )
    note = (
        f" ({row.catatan[:1].lower()}{row.catatan[1:].rstrip('.')})"
        if row.catatan and _SHORT.match(row.catatan)
        else ""
    )
    return Kalimat(f"{name} {year}: {', '.join(part for part in parts if part)}{note}", tuple(row.sumber))


def _when(row: CatatanIndeks) -> float:
    """Its year, half a year earlier for "sebelum" that year, 0 where no year can be told."""
    if row.tahun:
        return row.tahun
    found = _BEFORE.search(row.periode or "")
    return int(found[1]) - 0.5 if found else 0


def _rank(row: CatatanIndeks) -> str:
    of = f" dari {ribuan(row.dari)}" if row.dari else ""
    return f"{ribuan(row.peringkat or 0)}{of} ({row.tahun or row.periode})"


def figure_sentences(figures: Sequence[AngkaLaporan]) -> list[Kalimat]:
    """Return what the reported figures say together: reported and qualified in one year, one thing over the years."""
    sentences = [_qualified(row, one) for row, one in _pairs(figures)]
    by_thing: dict[str, list[AngkaLaporan]] = {}
    for row in figures:
        by_thing.setdefault(row.ukuran, []).append(row)
    for thing, rows in sorted(by_thing.items()):
        ordered = sorted((row for row in rows if _alone(row, rows)), key=lambda row: row.tahun)
        if len(ordered) > 1 and ordered[0].dari is None and ordered[-1].dari is None:
            sentences.append(_change(thing, ordered[0], ordered[-1]))
    return sentences


def catalogued_sentence(count: int, figures: Sequence[AngkaLaporan]) -> Kalimat | None:
    """Return how many entries the catalogue holds beside the newest number reported to the ministry, None without one.

    'x dari y' only where it can be a part: a region may have more entries than it reported in that year.
    """
    row = newest_reported(figures)
    if row is None:
        return None
    reported = f"{ribuan(row.nilai)} yang dilaporkan ke Kemendagri ({row.tahun})"
    text = f"Tercatat di katalog {ribuan(count)}"
    text += f" dari {reported}" if count <= row.nilai else f"; {reported}"
    return Kalimat(text, tuple(row.sumber))


def newest_reported(figures: Sequence[AngkaLaporan]) -> AngkaLaporan | None:
    """Return the newest figure of innovations reported to the ministry, None without one or where two disagree."""
    reported = [row for row in figures if any(words in row.ukuran.casefold() for words in _REPORTED)]
    alone = [row for row in reported if _alone(row, reported)]
    return max(alone, key=lambda row: row.tahun, default=None)


def _pairs(figures: Sequence[AngkaLaporan]) -> list[tuple[AngkaLaporan, AngkaLaporan]]:
    qualified = [row for row in figures if _QUALIFIED in row.ukuran.casefold()]
    reported = [row for row in figures if any(words in row.ukuran.casefold() for words in _REPORTED)]
    return [
        (all_, part) for part in qualified for all_ in reported if all_.tahun == part.tahun and part.nilai <= all_.nilai
    ]


def _qualified(reported: AngkaLaporan, part: AngkaLaporan) -> Kalimat:
    text = f"{ribuan(reported.nilai)} terdaftar, {ribuan(part.nilai)} memenuhi kategori inovasi ({part.tahun})"
    return Kalimat(text, _unique(reported, part))


def _change(thing: str, first: AngkaLaporan, last: AngkaLaporan) -> Kalimat:
    verb = "naik dari" if last.nilai > first.nilai else "turun dari" if last.nilai < first.nilai else "tetap, dari"
    ends = f"{ribuan(first.nilai)} ({first.tahun}) ke {ribuan(last.nilai)} ({last.tahun})"
    return Kalimat(f"{huruf_besar(thing)}: {verb} {ends}", _unique(first, last))


def _alone(row: AngkaLaporan, rows: Iterable[AngkaLaporan]) -> bool:
    """False where another figure of its year says otherwise: sources that disagree are shown, not chosen from."""
    return all(other.nilai == row.nilai for other in rows if other.tahun == row.tahun)


def _unique(*rows: CatatanIndeks | AngkaLaporan) -> tuple[Sumber, ...]:
    return tuple({source.model_dump_json(): source for row in rows for source in row.sumber}.values())
