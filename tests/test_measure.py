"""Memory of several processes at one moment: what they share is counted once, also while one of them ends."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from benchmarks import measure


@pytest.fixture
def proc(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three processes of session 1 and one of another; what is shared stands in the share (Pss) of each."""
    for pid, kilobytes in {11: 300, 12: 200, 13: 200, 99: 5000}.items():
        _start(tmp_path, pid, kilobytes)
    monkeypatch.setattr(measure, "_PROC", tmp_path)
    monkeypatch.setattr(measure, "_session_of", lambda pid: 2 if pid == 99 else 1)
    return tmp_path


def _start(proc: Path, pid: int, kilobytes: int) -> None:
    (proc / str(pid)).mkdir(exist_ok=True)
    (proc / str(pid) / "cmdline").write_bytes(b"python\0")
    _share(proc, pid, kilobytes)


def _share(proc: Path, pid: int, kilobytes: int) -> None:
    (proc / str(pid) / "smaps_rollup").write_text(f"Rss: 9999 kB\nPss: {kilobytes} kB\nPss_Dirty: 1 kB\n")


def _end(proc: Path, pid: int) -> None:
    """As the system does: the number stays until somebody asks for it, command and memory are gone."""
    (proc / str(pid) / "cmdline").write_bytes(b"")
    (proc / str(pid) / "smaps_rollup").unlink()


def test_the_shares_of_one_session_are_added(proc: Path) -> None:
    assert measure.memory_of(1) == 700 * 1024


def test_a_process_that_has_ended_takes_nothing(proc: Path) -> None:
    _end(proc, 12)
    assert measure.memory_of(1) == 500 * 1024


def test_what_a_process_shared_is_not_counted_twice_when_it_ends_meanwhile(
    proc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def end_after_the_first_look(number: int, pid: int) -> None:
        if number == 1:
            _end(proc, pid)
            for other in {11, 12, 13} - {pid}:
                _share(proc, other, 320)

    _do_beside_looks(monkeypatch, end_after_the_first_look)
    assert measure.memory_of(1) == 640 * 1024  # not the share of the ended one beside the grown ones


def test_nothing_is_said_of_a_moment_at_which_processes_come_and_go(
    proc: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _do_beside_looks(monkeypatch, lambda number, _: _start(proc, 20 + number, 1))
    assert measure.memory_of(1) == 0


def _do_beside_looks(monkeypatch: pytest.MonkeyPatch, do: Callable[[int, int], None]) -> None:
    """Have something happen after each look at a process: it is given the look's number, from 1, and the process."""
    numbers, look = count(1), measure._proportional_bytes

    def look_and_do(pid: int) -> int:
        found = look(pid)
        do(next(numbers), pid)
        return found

    monkeypatch.setattr(measure, "_proportional_bytes", look_and_do)
