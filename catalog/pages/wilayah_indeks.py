"""The index history of a region: a table of what sources say, and a chart where one index has two dated figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from catalog.catalog import Daerah
from catalog.charts import TitikIndeks, index_chart
from catalog.indonesian import gabung, ribuan
from catalog.model.umum import Sumber
from catalog.model.wilayah import CatatanIndeks

_LARGEST_NEW_SCORE = 100
"""Scores of the index went beyond 1,000 up to 2020 and end at 100 since: the two do not belong on one axis."""


_IGA = "IGA"
_IGA_YEAR = re.compile(r"\b(?:IGA|Innovative Government Award)\b.*?\b(20\d\d)\b")


@dataclass(frozen=True, slots=True)
class BarisIndeks:
    """One row of the table; '' where the source does not say."""

    indeks: str
    kapan: str
    peringkat: str
    skor: str
    predikat: str
    target: bool
    catatan: str
    sumber: Sequence[Sumber]


@dataclass(frozen=True, slots=True)
class BaganIndeks:
    """A chart under its finding; ``ket`` explains its rings, '' where it has none."""

    temuan: str
    gambar: Markup
    ket: str


@dataclass(frozen=True, slots=True)
class RiwayatIndeks:
    """The history of a region.

    ``judul`` names the index where there is only one, ``kolom`` the optional columns that have a value, ``catatan``
    says why something is not drawn.
    """

    judul: str
    baris: Sequence[BarisIndeks]
    kolom: frozenset[str]
    bagan: Sequence[BaganIndeks]
    catatan: Sequence[str]


def award_records(daerah: Daerah) -> list[CatatanIndeks]:
    """Return the predicates that awards of the ministry (IGA) gave to a region, as records of the index "IGA".

    The award's name holds its year. Nominations and awards without a predicate ("Terbaik II") are no records, nor is a
    predicate that the register of indices states for that year itself.
    """
    stated = {(row.tahun, _bare(row.predikat or "")) for row in daerah.indeks if row.indeks == _IGA}
    found = []
    for award in daerah.penghargaan:
        name = _IGA_YEAR.search(award.nama)
        predicate = award.kategori or ""
        if not name or "inovatif" not in predicate.casefold() or predicate.casefold().startswith("nomin"):
            continue
        if (int(name[1]), _bare(predicate)) not in stated:
            year = int(name[1])
            found.append(
                CatatanIndeks.model_construct(indeks=_IGA, tahun=year, predikat=predicate, sumber=award.sumber)
            )
    return found


def _bare(predicate: str) -> str:
    """ "Kabupaten Terinovatif" and "Terinovatif" are one."""
    return re.sub(r"^(?:kabupaten|kota|provinsi) ", "", predicate.casefold())


def make_history(records: Sequence[CatatanIndeks]) -> RiwayatIndeks:
    """Return the history, newest year first, undated records last."""
    ordered = sorted(records, key=lambda r: (r.tahun is None, -(r.tahun or 0), r.indeks, bool(r.target)))
    rows = [_row(record) for record in ordered]
    optional = ("peringkat", "skor", "predikat")
    shown = {name for name in optional if any(getattr(row, name) for row in rows)}
    names = sorted({row.indeks for row in rows})
    if len(names) > 1:
        shown.add("indeks")
    charts, notes = [], []
    for indeks in names:
        of_one = [r for r in records if r.indeks == indeks and r.tahun is not None]
        drawn, note = _chart(indeks, of_one)
        charts += drawn
        notes += [note] if note else []
    return RiwayatIndeks(names[0] if len(names) == 1 else "Indeks", rows, frozenset(shown), charts, notes)


def _row(record: CatatanIndeks) -> BarisIndeks:
    of = f" dari {ribuan(record.dari)}" if record.dari else ""
    return BarisIndeks(
        indeks=record.indeks,
        kapan=str(record.tahun) if record.tahun else record.periode or "",
        peringkat=f"{ribuan(record.peringkat)}{of}" if record.peringkat else "",
        skor=ribuan(record.skor) if record.skor is not None else "",
        predikat=record.predikat or "",
        target=bool(record.target),
        catatan=record.catatan or "",
        sumber=record.sumber,
    )


def _chart(indeks: str, records: Sequence[CatatanIndeks]) -> tuple[list[BaganIndeks], str]:
    """Return the chart of one index (ranks, else scores; none when fewer than two years), and what to say of it."""
    ranks = [_point(r, r.peringkat) for r in records if r.peringkat]
    if len({p.tahun for p in ranks}) > 1:
        return [_drawn("Peringkat", indeks, ranks, peringkat=True)], ""
    scores = [_point(r, r.skor) for r in records if r.skor is not None]
    if len({p.tahun for p in scores}) < 2:
        return [], ""
    if min(p.nilai for p in scores) <= _LARGEST_NEW_SCORE < max(p.nilai for p in scores):
        return [], f"Skor {indeks} tidak digambar: tahun-tahun ini memakai skala nilai yang berbeda."
    return [_drawn("Skor", indeks, scores, peringkat=False)], ""


def _point(record: CatatanIndeks, value: float | None) -> TitikIndeks:
    figure = value or 0
    return TitikIndeks(record.tahun or 0, figure, ribuan(figure), bool(record.target))


def _drawn(ukuran: str, indeks: str, points: Sequence[TitikIndeks], peringkat: bool) -> BaganIndeks:
    finding = state_finding(f"{ukuran} {indeks}", points, peringkat)
    unit = "peringkat (1 terbaik)" if peringkat else "skor"
    described = "; ".join(
        f"{p.tahun}: {'target ' if p.target else ''}{p.teks}"
        for p in sorted(set(points), key=lambda p: (p.tahun, p.nilai))
    )
    drawing = index_chart(points, f"{finding}. {described}.", unit, peringkat)
    rings = []
    if _disputed_years(points):
        rings.append("angka yang berbeda antarsumber")
    if any(p.target for p in points):
        rings.append("sasaran, bukan hasil")
    ket = f"Lingkaran kosong: {gabung(rings)}." if rings else ""
    return BaganIndeks(finding, Markup(drawing), ket)  # noqa: S704  charts escape what they write


def state_finding(ukuran: str, points: Sequence[TitikIndeks], peringkat: bool) -> str:
    """Return what the figures say: the first and the last year that have one figure, or that sources disagree."""
    disputed = _disputed_years(points)
    sure = sorted({(p.tahun, p.nilai, p.teks) for p in points if not p.target and p.tahun not in disputed})
    if len(sure) < 2:
        years = gabung([str(year) for year in disputed])
        return f"{ukuran}: sumber tidak sama untuk {years}" if years else f"{ukuran}: baru satu tahun yang pasti"
    (first_year, first, first_text), (last_year, last, last_text) = sure[0], sure[-1]
    if first == last:
        return f"{ukuran} tetap {first_text} pada {first_year} dan {last_year}"
    verb = "naik" if (last < first) == peringkat else "turun"
    sentence = f"{ukuran} {verb} dari {first_text} ({first_year}) ke {last_text} ({last_year})"
    best_year, best, best_text = (min if peringkat else max)(sure, key=lambda point: point[1])
    return sentence if best in (first, last) else f"{sentence}; terbaik {best_text} ({best_year})"


def _disputed_years(points: Sequence[TitikIndeks]) -> list[int]:
    values: dict[int, set[float]] = {}
    for point in points:
        if not point.target:
            values.setdefault(point.tahun, set()).add(point.nilai)
    return sorted(year for year, figures in values.items() if len(figures) > 1)
