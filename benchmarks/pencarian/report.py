"""The measures as plain text: a table by part and by kind, the missed queries, the comparison."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields

from benchmarks.pencarian.judgements import KINDS, PARTS, Query
from benchmarks.pencarian.measures import Measures, is_right, measure

Ranking = Sequence[str]
_WIDTH = 40


def measure_all(queries: Sequence[Query], rankings: Sequence[Ranking]) -> Measures:
    """Return the measures of the rankings, given in the order of the queries."""
    return measure([(ranking, query.cocok) for query, ranking in zip(queries, rankings, strict=True)])


def format_measures(queries: Sequence[Query], rankings: Sequence[Ranking]) -> str:
    """Return the table: all queries, each part, each kind within all parts; kinds without a query are left out."""
    pairs = list(zip(queries, rankings, strict=True))
    rows = [("semua", pairs)]
    rows += [(f"bagian {part}", [pair for pair in pairs if pair[0].bagian == part]) for part in PARTS]
    rows += [(kind, [pair for pair in pairs if pair[0].jenis == kind]) for kind in KINDS]
    return "\n".join(
        [_head(""), *(_row(name, [q for q, _ in some], [r for _, r in some]) for name, some in rows if some)]
    )


def format_comparison(queries: Sequence[Query], searches: Mapping[str, Sequence[Ranking]]) -> str:
    """Return a table of several searches over the same queries: all, and each part."""
    blocks = []
    for title, parts in (("semua", PARTS), *((f"bagian {part}", (part,)) for part in PARTS)):
        lines = [_head(title)]
        for name, rankings in searches.items():
            some = [(q, r) for q, r in zip(queries, rankings, strict=True) if q.bagian in parts]
            lines.append(_row(name, [q for q, _ in some], [r for _, r in some]))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def format_missed(queries: Sequence[Query], rankings: Sequence[Ranking]) -> str:
    """Return each query without a right hit in the first three, with what came first instead; '' when there is none."""
    missed = [(q, r) for q, r in zip(queries, rankings, strict=True) if not is_right(r, q.cocok)]
    return "\n".join(f"  {q.kueri} ({q.jenis}): {', '.join(r[:3]) or 'tidak ada hasil'}" for q, r in missed)


def is_above(ours: Measures, others: Iterable[Measures]) -> bool:
    """True when ours is greater than each of the others on every measure."""
    return all(getattr(ours, field.name) > getattr(other, field.name) for other in others for field in fields(Measures))


def _head(title: str) -> str:
    return f"{title:{_WIDTH}}{'kueri':>7}{'nDCG@10':>10}{'MRR':>8}{'tiga teratas':>15}"


def _row(name: str, queries: Sequence[Query], rankings: Sequence[Ranking]) -> str:
    found = measure_all(queries, rankings)
    return f"  {name:{_WIDTH - 2}}{len(queries):7}{found.ndcg:10.3f}{found.mrr:8.3f}{found.tiga:15.1%}"
