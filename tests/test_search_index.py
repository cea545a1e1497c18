"""The index of Pagefind as files: complete, small, and the same at every run."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from search_samples import ROOT, in_shards, make_sample_catalog

from catalog.search.kata import Pengolah
from catalog.search.pagefind import write_index
from catalog.search.pecahan import FULL, share_out
from catalog.search.records import NAMA, Bagian, SearchRecord, make_records
from catalog.search.service import PagefindFailure, PagefindProcess
from catalog.search.write import write_search
from catalog.sinonim import EMPTY, load_sinonim

RECORDS = tuple(make_records(make_sample_catalog()))


def files_of(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def test_two_builds_give_the_same_bytes(tmp_path):
    catalog = make_sample_catalog()
    for name in ("a", "b"):
        write_search(catalog, tmp_path / name, sinonim=load_sinonim(ROOT / "vocabularies" / "sinonim.yml"))
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_bytes_do_not_depend_on_the_number_of_processes(tmp_path):
    write_index(in_shards(RECORDS, 8), tmp_path / "a", processes=1)
    write_index(in_shards(RECORDS, 8), tmp_path / "b", processes=3)
    assert files_of(tmp_path / "a") == files_of(tmp_path / "b")


def test_report_counts_what_was_written(tmp_path):
    report = write_index(in_shards(RECORDS, 16), tmp_path / "indeks")
    written = files_of(tmp_path / "indeks")
    assert (report.pecahan, report.berkas, report.ukuran) == (2, len(written), sum(map(len, written.values())))
    assert len(set(report.kunci)) == len(RECORDS)


def test_only_files_that_the_browser_asks_for_are_written(tmp_path):
    write_index(in_shards(RECORDS, 16), tmp_path / "indeks")
    kinds = Counter(re.sub(r"id-\d+_[0-9a-f]+", "*", name) for name in files_of(tmp_path / "indeks"))
    assert kinds == {
        "1.5.2-0/index/*.pf_index": 1,
        "1.5.2-0/pagefind-entry.json": 1,
        "1.5.2-0/pagefind.*.pf_meta": 1,
        "1.5.2-0/pagefind.js": 1,
        "1.5.2-0/wasm.id-0.pagefind": 1,
        "1.5.2-1/index/*.pf_index": 1,
        "1.5.2-1/pagefind-entry.json": 1,
        "1.5.2-1/pagefind.*.pf_meta": 1,
        "kunci.json": 1,
    }


def test_key_list_leads_from_each_result_to_its_record(tmp_path):
    report = write_index(in_shards(RECORDS, 16), tmp_path / "indeks")
    shards = json.loads((tmp_path / "indeks" / "kunci.json").read_text())["pecahan"]
    assert [len(shard["kunci"]) for shard in shards] == [15, 15]
    assert tuple(shard["awalan"] + key for shard in shards for key in shard["kunci"]) == report.kunci


def test_changed_text_changes_the_mark_under_which_browsers_keep_the_index(tmp_path):
    write_index(in_shards(RECORDS), tmp_path / "a")
    changed = (*RECORDS[:-1], SearchRecord(RECORDS[-1].id, "x/", (Bagian(NAMA, "lain"),)))
    write_index(in_shards(changed), tmp_path / "b")
    marks = [json.loads((tmp_path / name / "kunci.json").read_text())["tanda"] for name in ("a", "b")]
    assert marks[0] != marks[1]


def test_empty_catalogue_has_an_empty_index(tmp_path):
    report = write_index((), tmp_path / "indeks")
    assert (report.pecahan, report.kunci, list(files_of(tmp_path / "indeks"))) == (0, (), ["kunci.json"])


@pytest.mark.parametrize(
    ("text", "is_found"),
    [("", False), ("---", False), ("\x00\x07", False), ("\ud800", False), ("x" * 200_000, True), ("❤️ 日本語 ﷽", True)],
)
def test_no_text_of_a_record_stops_the_index(tmp_path, text, is_found):
    words = " ".join(Pengolah(EMPTY).content(text))
    odd = SearchRecord("kab-blora/aneh", "inovasi/kab-blora/aneh/", (Bagian(NAMA, words),) if words else ())
    report = write_index(in_shards((odd, *RECORDS[:3])), tmp_path / "indeks")
    assert [bool(key) for key in report.kunci] == [is_found, True, True, True]


def test_missing_program_is_named(monkeypatch):
    monkeypatch.setattr("pagefind.service.get_executable", lambda: None)
    with pytest.raises(PagefindFailure, match="pagefind is not installed"):
        PagefindProcess("id-0")


def test_stopped_program_is_an_exception_not_a_wait(monkeypatch, tmp_path):
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind.service.get_executable", lambda: program)
    with pytest.raises(PagefindFailure, match="pagefind has stopped"):
        PagefindProcess("id-0")


class _Regions:
    """What of a catalogue the shards are made from: how many entries each region has."""

    def __init__(self, sizes: dict[str, int]) -> None:
        self._sizes = sizes
        self.wilayah_berentri, self.entri = tuple(sizes), range(sum(sizes.values()))

    def entri_of(self, wilayah: str) -> range:
        return range(self._sizes[wilayah])


SIZES = {f"kab-{n}": 370 * (n + 1) // (n + 9) + n % 60 for n in range(300)}


def test_no_shard_is_more_than_full_and_every_region_is_in_one() -> None:
    shards = share_out(_Regions(SIZES))
    assert sorted(id for shard in shards for id in shard) == sorted(SIZES)
    sizes = [sum(SIZES[id] for id in shard) for shard in shards]
    assert (len(shards), max(sizes) <= FULL) == (32, True)
    assert [list(shard) == sorted(shard, key=lambda id: f"{id}/") for shard in shards] == [True] * 32


def test_a_region_larger_than_a_shard_has_its_place_too() -> None:
    shards = share_out(_Regions({"kab-besar": 3 * FULL, "kab-kecil": 1}))
    assert sorted(id for shard in shards for id in shard) == ["kab-besar", "kab-kecil"]


def test_a_new_entry_moves_no_other_region() -> None:
    before = share_out(_Regions(SIZES))
    assert sum(share_out(_Regions({**SIZES, id: SIZES[id] + 1})) != before for id in SIZES) <= 3
