"""How the pages are shared out: each is made once, and the larger the catalogue, the sooner processes start anew."""

from __future__ import annotations

from collections import Counter
from types import SimpleNamespace
from typing import Any

import pytest

from catalog import writing
from catalog.pages import PageJob

SINGLE = [PageJob("", "beranda"), PageJob("statistik/", "statistik"), PageJob("lapor/", "lapor")]
LISTS = [PageJob(f"inovasi/halaman/{number}/", "inovasi", "", number) for number in range(2, 2000)]
REGIONS = [PageJob(f"wilayah/{number}/", "wilayah", str(number)) for number in range(531)]
ENTRIES = [PageJob(f"inovasi/a/{number}/", "entri", f"a/{number}") for number in range(9000)]


def _catalog(entries: int) -> Any:
    return SimpleNamespace(entri=range(entries), wilayah_berentri=range(531))


def _pools(jobs: list[PageJob], entries: int) -> list[list[list[PageJob]]]:
    weights = writing._weights(_catalog(entries))
    return [[list(chunk) for chunk in pool] for pool in writing._by_pool(jobs, weights, 2)]


@pytest.mark.parametrize("entries", [355, 10_000, 36_742, 100_000])
@pytest.mark.parametrize("jobs", [SINGLE, SINGLE + LISTS[:200], SINGLE + LISTS + REGIONS + ENTRIES, []])
def test_every_page_is_made_once(jobs: list[PageJob], entries: int) -> None:
    made = [job for pool in _pools(jobs, entries) for chunk in pool for job in chunk]
    assert Counter(made) == Counter(jobs)
    few = [list(chunk) for chunk, _ in writing._cut(jobs, writing._weights(_catalog(entries)), 2)]
    assert [job for chunk in few for job in chunk] == jobs


def test_processes_start_anew_sooner_in_a_larger_catalogue() -> None:
    jobs = SINGLE + LISTS + REGIONS + ENTRIES
    assert [len(_pools(jobs, entries)) for entries in (10_000, 36_742, 100_000)] == [5, 15, 52]


def test_what_goes_through_the_catalogue_has_a_process_of_its_own() -> None:
    """Of very many pages; a few kinds at a time in a very large catalogue, so that no copy holds all of it."""
    jobs = SINGLE + LISTS + REGIONS + ENTRIES
    (first,) = _pools(jobs, 10_000)[0]
    assert first == SINGLE
    groups = [chunk for pool in _pools(jobs, 100_000) for chunk in pool if set(chunk) & set(SINGLE)]
    assert len(groups) > 1 and sorted(job for group in groups for job in group) == sorted(SINGLE)


def test_heavy_pages_come_in_small_chunks_so_that_each_process_has_some() -> None:
    pools = [pool for pool in _pools(REGIONS + ENTRIES, 100_000) if pool[0][0].kind == "wilayah"]
    assert all(len(pool) >= 2 for pool in pools)
    assert max(sum(job.kind == "wilayah" for job in chunk) for pool in pools for chunk in pool) <= 5
