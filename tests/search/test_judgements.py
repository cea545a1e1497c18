"""The judgements themselves: enough queries, every entry exists, the part that is held aside is chosen by the rule."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.pencarian.judgements import FEWEST, KINDS, PARTS, Query, find_faults, load_queries, part_of

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = frozenset(f"{file.parent.name}/{file.stem}" for file in (ROOT / "innovations").glob("*/*.md"))


def test_the_judgements_are_sound() -> None:
    assert find_faults(load_queries(), ENTRIES) == []


def test_every_kind_is_asked_in_both_parts_and_about_a_third_is_held_aside() -> None:
    queries = load_queries()
    counts = Counter((query.jenis, query.bagian) for query in queries)
    assert set(counts) == {(kind, part) for kind in KINDS for part in PARTS}
    assert 0.25 <= sum(query.bagian == "uji" for query in queries) / len(queries) <= 0.4


def test_capitals_and_spaces_do_not_move_a_query_to_the_other_part() -> None:
    assert part_of("SAMIN 119") == part_of(" samin   119 ")
    shares = Counter(part_of(f"kueri {number}") for number in range(1000))
    assert 250 < shares["uji"] < 350


def test_each_fault_is_found() -> None:
    words = next(f"kata {number}" for number in range(99) if part_of(f"kata {number}") == "setel")
    query = Query(words, "puisi", "uji", {"kab-blora/tidak-ada": 1})
    assert find_faults([query, query], ENTRIES) == [
        *(f"{words}: unknown jenis puisi", f"{words}: belongs into kueri-setel.yml"),
        *(f"{words}: no entry answers it", f"{words}: no entry kab-blora/tidak-ada"),
    ] * 2 + [f"{words}: is there twice", f"2 queries; at least {FEWEST} are needed"]


RIGHT = "bagian: {part}\ndaftar:\n  - kueri: ambulans\n    jenis: awam\n    cocok: {{3: [a/b], 1: [a/c, a/d]}}\n"


def test_a_file_becomes_queries_with_a_grade_for_each_entry(tmp_path: Path) -> None:
    for part in PARTS:
        (tmp_path / f"kueri-{part}.yml").write_text(RIGHT.format(part=part))
    grades = {"a/b": 3, "a/c": 1, "a/d": 1}
    assert load_queries(tmp_path) == tuple(Query("ambulans", "awam", part, grades) for part in PARTS)


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (RIGHT.format(part="uji"), "as in the file's name"),
        (RIGHT.format(part="setel").replace("jenis", "macam"), "kueri, jenis and cocok"),
        (RIGHT.format(part="setel").replace("a/c", "a/b"), "two grades"),
        (RIGHT.format(part="setel").replace("3:", "4:"), "two grades, or a grade"),
    ],
)
def test_a_file_of_another_shape_is_refused(tmp_path: Path, wrong: str, message: str) -> None:
    (tmp_path / "kueri-setel.yml").write_text(wrong)
    with pytest.raises(ValueError, match=message):
        load_queries(tmp_path)
