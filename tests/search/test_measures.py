"""The measures against examples worked out by hand, and the tables made of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from conftest import make_entri

from benchmarks.pencarian.judgements import Query
from benchmarks.pencarian.material import entries_at
from benchmarks.pencarian.measures import DEPTH, Measures, is_right, measure, ndcg, reciprocal_rank
from benchmarks.pencarian.ours import entry_id
from benchmarks.pencarian.report import format_comparison, format_measures, format_missed, is_above
from benchmarks.pencarian.substring import search_substrings
from catalog.catalog import Badan, Catalog

GRADES = {"a": 3, "b": 2, "c": 1}
"""Gains 7, 3, 1. The best order gives 7/1 + 3/1.58496 + 1/2 = 9.39279."""


@pytest.mark.parametrize(
    ("ranking", "expected"),
    [
        (["a", "b", "c"], 1.0),
        (["c", "x", "a"], 4.5 / 9.39279),  # 1/1 + 0 + 7/2
        (["x", "a"], 7 / 1.58496 / 9.39279),
        (["x"] * 9 + ["b"], 3 / 3.45943 / 9.39279),  # rank ten is discounted by log2(11)
        (["x"] * 10 + ["a"], 0.0),
        ([], 0.0),
    ],
)
def test_ndcg_is_gain_over_the_best_possible_gain_of_ten_results(ranking: list[str], expected: float) -> None:
    assert ndcg(ranking, GRADES) == pytest.approx(expected, rel=1e-5)


def test_the_ideal_holds_no_more_than_ten_entries() -> None:
    many = {str(number): 3 for number in range(12)}
    assert ndcg([str(number) for number in range(10)], many) == 1.0


@pytest.mark.parametrize(
    ("ranking", "rank", "among_three"),
    [
        (["b", "x"], 1, True),
        (["c", "x", "a"], 3, True),  # grade 1 is no answer
        (["c", "x", "y", "b"], 4, False),
        (["x"] * (DEPTH - 1) + ["a"], DEPTH, False),
        (["x"] * DEPTH + ["a"], None, False),
        ([], None, False),
    ],
)
def test_a_right_hit_has_grade_two_or_more(ranking: list[str], rank: int | None, among_three: bool) -> None:
    assert reciprocal_rank(ranking, GRADES) == (1 / rank if rank else 0.0)
    assert is_right(ranking, GRADES) is among_three


def test_measures_are_means_over_queries() -> None:
    found = measure([(["a", "b", "c"], GRADES), (["x", "x", "x", "b"], {"b": 2})])
    assert found == Measures(ndcg=pytest.approx((1 + 1 / 2.32193) / 2, rel=1e-5), mrr=(1 + 1 / 4) / 2, tiga=1 / 2)


QUERIES = (
    Query("ambulans", "awam", "setel", {"kab-blora/samin-119": 3}),
    Query("wong edan", "dialek", "uji", {"kab-blora/jempol-odgj": 2}),
)
GOOD = [("kab-blora/samin-119",), ("kab-blora/silat", "kab-blora/jempol-odgj")]
BAD = [("kab-blora/silat",) * 3 + ("kab-blora/samin-119",), ()]


def test_the_table_counts_all_each_part_and_each_kind() -> None:
    assert format_measures(QUERIES, GOOD).splitlines() == [
        "                                          kueri   nDCG@10     MRR   tiga teratas",
        "  semua                                       2     0.815   0.750         100.0%",
        "  bagian setel                                1     1.000   1.000         100.0%",
        "  bagian uji                                  1     0.631   0.500         100.0%",
        "  awam                                        1     1.000   1.000         100.0%",
        "  dialek                                      1     0.631   0.500         100.0%",
    ]


def test_missed_queries_are_told_with_what_came_first() -> None:
    assert format_missed(QUERIES, GOOD) == ""
    assert format_missed(QUERIES, BAD).splitlines() == [
        "  ambulans (awam): kab-blora/silat, kab-blora/silat, kab-blora/silat",
        "  wong edan (dialek): tidak ada hasil",
    ]


def test_the_comparison_holds_every_search_for_all_and_for_each_part() -> None:
    lines = format_comparison(QUERIES, {"kami": GOOD, "lain": BAD}).splitlines()
    assert [line[:14].rstrip() for line in lines if line] == [
        *("semua", "  kami", "  lain", "bagian setel", "  kami", "  lain", "bagian uji", "  kami", "  lain")
    ]
    assert lines[2] == "  lain                                        2     0.215   0.125           0.0%"


@pytest.mark.parametrize(("ours", "above"), [((0.6, 0.6, 0.6), True), ((0.6, 0.6, 0.5), False)])
def test_above_means_more_on_every_measure(ours: tuple[float, float, float], above: bool) -> None:
    assert is_above(Measures(*ours), [Measures(0.5, 0.5, 0.5), Measures(0.1, 0.2, 0.3)]) is above


def test_the_plain_search_wants_every_word_and_counts_hits(catalog_of: Callable[..., Catalog]) -> None:
    catalog = catalog_of(
        make_entri("kab-blora/b", nama="Ambulans", ringkasan="Ambulans gratis untuk semua warga yang sakit."),
        make_entri("kab-blora/a", nama="Ambulans", ringkasan="Ambulans gratis untuk semua warga yang sakit."),
        make_entri(
            "kab-blora/c",
            nama="Mobil",
            ringkasan="Mobil yang dipakai semua warga desa.",
            badan=Badan(hasil="AMBULANS " * 3 + "gratis"),
        ),
        make_entri("kab-blora/d", nama="Ambulans desa", ringkasan="Mobil milik desa yang dipakai semua warga."),
    )
    assert list(search_substrings(catalog, ["ambulans grati", "tidak ada"])) == [
        ("kab-blora/c", "kab-blora/a", "kab-blora/b"),
        (),
    ]


def test_addresses_become_ids() -> None:
    assert entry_id("/katalog/inovasi/kab-blora/silat/") == "kab-blora/silat"
    places = ["inovasi/kab-blora/silat/#hasil", "wilayah/kab-blora/", "", "inovasi/kab-kudus/k-119/"]
    assert list(entries_at(places)) == ["kab-blora/silat", "kab-kudus/k-119"]
