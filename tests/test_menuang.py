"""The benchmark of pouring: the same bytes written twice, and no waiting for a process that is gone."""

from __future__ import annotations

import os
from pathlib import Path
from threading import BrokenBarrierError
from typing import Any

import pytest

from benchmarks import menuang
from benchmarks.generator import generate


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tuang") / "innovations"
    generate(4, folder)
    return folder


def _files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_poured_is_what_the_floor_writes(four: Path, tmp_path: Path) -> None:
    poured, written, pages = menuang.measure_pouring(four, tmp_path, processes=2)
    assert pages == 8
    assert poured > 0 and written > 0
    assert len(_files(tmp_path / "tuang")) == 8
    assert _files(tmp_path / "tuang") == _files(tmp_path / "lantai")


def test_a_large_catalogue_pours_an_even_share(four: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(menuang, "_MOST", 3)
    assert menuang.measure_pouring(four, tmp_path, processes=2)[2] == 3
    poured = "".join(_files(tmp_path / "tuang"))
    assert poured.count("inovasi/") == 3
    assert poured.count("paket/") in {1, 2}


def test_a_process_that_the_system_ended_ends_the_measuring(
    four: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pour_share = menuang._pour_share
    gone = tmp_path / "berakhir"

    def end_one(*share: Any) -> None:
        try:
            gone.mkdir()
        except FileExistsError:
            pour_share(*share)
        else:
            os._exit(9)

    monkeypatch.setattr(menuang, "_pour_share", end_one)
    with pytest.raises(BrokenBarrierError):
        menuang.measure_pouring(four, tmp_path, processes=2)
