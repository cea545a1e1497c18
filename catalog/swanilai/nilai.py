"""The self-assessment of one entry: the level of every indicator, its points, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from catalog.catalog import Entri
from catalog.iid import Edisi, Indikator, current_edition, maturity
from catalog.model.isian import take_out
from catalog.swanilai.bacaan import Bahan, read_value

DINYATAKAN = "dinyatakan"
"""The office states the level in ``kematangan``."""

TERBACA = "terbaca"
"""The level is read from other isian."""

BELUM = ""
"""Nobody has judged it: the indicator counts 0 points so far."""


class Nilai(NamedTuple):
    """One indicator: its level, 0 to 3, where that comes from, and the document or isian behind it."""

    indikator: Indikator
    level: int
    asal: str
    bukti: tuple[str, ...]

    @property
    def poin(self) -> int:
        """Weight × level."""
        return self.indikator.bobot * self.level


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step up: from ``dari`` to ``dari + 1`` of an indicator, its points, and what it needs."""

    indikator: Indikator
    dari: int
    butuh: str
    usaha: int

    @property
    def ke(self) -> int:
        """The level reached."""
        return self.dari + 1

    @property
    def poin(self) -> int:
        """Points to gain: the weight."""
        return self.indikator.bobot


@dataclass(frozen=True, slots=True)
class Swanilai:
    """Every indicator of the edition in its order, and the sum of points: what is known so far, at least."""

    edisi: Edisi
    baris: tuple[Nilai, ...]
    skor: int

    @property
    def dinilai(self) -> int:
        """How many indicators have been stated or read."""
        return sum(row.asal != BELUM for row in self.baris)

    @property
    def pola(self) -> str:
        """The levels as signs in the order of the edition, '-' where nobody judged."""
        return "".join(str(row.level) if row.asal != BELUM else "-" for row in self.baris)


def edition_of(entri: Entri, editions: Mapping[int, Edisi]) -> Edisi:
    """Return the edition by which to judge: the one the entry names when its indicators are known, else the newest."""
    named = editions.get(entri.inovasi.kematangan.edisi) if entri.inovasi.kematangan else None
    return named if named and named.indikator else current_edition(editions)


def assess(entri: Entri, edition: Edisi, peniru: tuple[str, ...] = ()) -> Swanilai:
    """Return the self-assessment of an entry; ``peniru`` are the names of the regions that copied it.

    What the office states counts, also where the isian show more; statements by another edition are left aside.
    """
    judged = entri.inovasi.kematangan
    stated = {row.nomor: row for row in judged.indikator} if judged and judged.edisi == edition.edisi else {}
    bahan = Bahan(take_out(entri.inovasi), edition.edisi, peniru)
    rows = []
    for indicator in edition.indikator:
        own = stated.get(indicator.nomor)
        if own is not None:
            rows.append(Nilai(indicator, own.level, DINYATAKAN, (own.dokumen,) if own.dokumen else ()))
        else:
            rows.append(_read(indicator, bahan))
    return Swanilai(edition, tuple(rows), maturity({row.indikator.nomor: row.level for row in rows}, edition))


def _read(indicator: Indikator, bahan: Bahan) -> Nilai:
    value, evidence = read_value(indicator.baca, bahan) if indicator.baca else (0, ())
    level = indicator.baca.level(value) if indicator.baca else 0
    return Nilai(indicator, level, TERBACA, evidence) if level else Nilai(indicator, 0, BELUM, ())


def next_steps(assessed: Swanilai) -> tuple[Langkah, ...]:
    """Return the next step of every indicator below level 3: most points for the least work first.

    Ordered by points ÷ work, then points, then mandatory ones, then number.
    """
    steps = [
        Langkah(row.indikator, row.level, level.butuh, level.usaha)
        for row in assessed.baris
        for level in row.indikator.level[row.level : row.level + 1]
    ]
    return tuple(sorted(steps, key=_order))


def _order(step: Langkah) -> tuple[int, int, bool, int]:
    sixths = -step.poin * 6 // step.usaha  # work is 1, 2 or 3: whole numbers, no fractions to round
    return sixths, -step.poin, not step.indikator.wajib, step.indikator.nomor
