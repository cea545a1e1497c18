"""Measures of a ranking against judgements: nDCG@10, reciprocal rank, a right hit in the first three.

Written out here, since the three formulas are shorter than what any library needs to be told.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from statistics import fmean

DEPTH = 20
"""Results looked at: the first page of ``/jelajah/``. What comes later counts as not found."""

RIGHT = 2
"""The least grade of a right hit: it answers the query, be it in part."""

_CUT = 10
_FIRST = 3


@dataclass(frozen=True, slots=True)
class Measures:
    """Means over queries, each 0–1: ``ndcg`` at 10, ``mrr`` of the first right hit, ``tiga`` = share of queries with a
    right hit among the first three.
    """

    ndcg: float
    mrr: float
    tiga: float


def ndcg(ranking: Sequence[str], grades: Mapping[str, int], cut: int = _CUT) -> float:
    """Return the normalised discounted cumulative gain of the first ``cut`` results, 0–1.

    The gain of grade g is 2^g - 1, the discount of rank i is log2(i + 1), the ideal is the best order of all judged
    entries (Järvelin and Kekäläinen 2002; the gain after Burges et al. 2005).

    Raises:
        ZeroDivisionError: nothing is judged above 0; such a query is no valid judgement.
    """
    found = _dcg([grades.get(entry, 0) for entry in ranking[:cut]])
    return found / _dcg(sorted(grades.values(), reverse=True)[:cut])


def _dcg(grades: Iterable[int]) -> float:
    return sum((2**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def reciprocal_rank(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    """Return 1 / rank of the first right hit, 0.0 when none is among the first ``DEPTH``."""
    right = (rank for rank, entry in enumerate(ranking[:DEPTH], start=1) if grades.get(entry, 0) >= RIGHT)
    return 1 / next(right, float("inf"))


def is_right(ranking: Sequence[str], grades: Mapping[str, int]) -> bool:
    """True when a right hit is among the first three."""
    return any(grades.get(entry, 0) >= RIGHT for entry in ranking[:_FIRST])


def measure(pairs: Sequence[tuple[Sequence[str], Mapping[str, int]]]) -> Measures:
    """Return the means over (ranking, grades) of at least one query."""
    return Measures(
        ndcg=fmean(ndcg(ranking, grades) for ranking, grades in pairs),
        mrr=fmean(reciprocal_rank(ranking, grades) for ranking, grades in pairs),
        tiga=fmean(is_right(ranking, grades) for ranking, grades in pairs),
    )
