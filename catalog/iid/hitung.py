"""The arithmetic of the index, in whole numbers, so that the browser (``theme/assets/js/swanilai-hitung.js``) gets the
same digits.

Source of the formula: the edition's file. Numbers with decimals travel as hundredths; results are rounded half up.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from catalog.iid.edisi import LEVEL, Edisi, Rumus
from catalog.indonesian import ribuan


@dataclass(frozen=True, slots=True)
class Simulasi:
    """The steps of the index of one region, in hundredths of a point.

    ``pembagi`` is the larger of the edition's divisor and the number of innovations; ``rata`` the sum of their scores
    divided by it. None: the edition does not tell what the step needs.
    """

    jumlah: int
    total: int
    pembagi: int
    rata: int
    bonus: int | None
    sid: int | None
    spd: int
    iid: int | None


def maturity(levels: Mapping[int, int], edition: Edisi) -> int:
    """Return the points of one innovation: the sum of weight × level over the edition's indicators, from 0 up.

    Raises:
        ValueError: a level outside 0 to 3; validation excludes it.
    """
    if any(not 0 <= level <= LEVEL[-1] for level in levels.values()):
        raise ValueError(f"levels {sorted(set(levels.values()))}")
    return sum(row.bobot * levels.get(row.nomor, 0) for row in edition.indikator)


def count_bonus(count: int, yandas: int, rumus: Rumus) -> int | None:
    """Return the points for the number of innovations, in hundredths: none below the edition's yandas rule.

    ``yandas`` is how many of the six affairs of basic service the innovations cover. None: not known for the edition.
    """
    if rumus.batas_jumlah is None or rumus.seperseratus_jumlah is None or rumus.yandas_minimal is None:
        return None
    return min(count, rumus.batas_jumlah) * rumus.seperseratus_jumlah if yandas >= rumus.yandas_minimal else 0


def simulate(count: int, total: int, yandas: int, spd: int, rumus: Rumus) -> Simulasi:
    """Return every step of the index for ``count`` innovations whose scores sum to ``total`` points.

    ``spd`` is in hundredths and cut to the edition's maximum, and no innovation counts more than its maximum, so no
    share exceeds 100 %.
    """
    count, total = max(0, count), max(0, total)
    if rumus.maksimum_inovasi is not None:
        total = min(total, count * rumus.maksimum_inovasi)
    spd = max(0, spd if rumus.maksimum_spd is None else min(spd, rumus.maksimum_spd * 100))
    divisor, bonus = max(rumus.pembagi, count), count_bonus(count, yandas, rumus)
    sid = iid = None
    if bonus is not None:
        sid = _divide(total * 100 + bonus * divisor, divisor)
        if rumus.maksimum is not None:
            iid = _divide((total * 100 + (bonus + spd) * divisor) * 100, divisor * rumus.maksimum)
    return Simulasi(count, total, divisor, _divide(total * 100, divisor), bonus, sid, spd, iid)


def place(iid: int, edition: Edisi) -> str:
    """Return the edition's predicate for an index in hundredths; only ever of a region, never of one innovation."""
    return next(row.nama for row in edition.predikat if row.dari <= iid <= row.sampai)


def rounded(part: int, whole: int) -> int:
    """Return a share in whole percent, half up, 0 for nothing of nothing, never above 100."""
    return min(100, _divide(max(0, part) * 100, whole)) if whole > 0 else 0


def wording(hundredths: int) -> str:
    """Return hundredths as Indonesian writes them: '61,2', '0,38', '63'."""
    whole, part = divmod(hundredths, 100)
    grouped = ribuan(whole)
    return f"{grouped},{part:02}".rstrip("0") if part else grouped


def _divide(number: int, divisor: int) -> int:
    """Whole division, half up; both sides from 0 up."""
    return (2 * number + divisor) // (2 * divisor)
