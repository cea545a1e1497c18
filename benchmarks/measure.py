"""One command as a whole process: wall time, processor time and peak memory, its children included."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from time import perf_counter

_INTERVAL = 1.0
_SHARE = 0.03
"""Of the time, at most, in which memory is looked at: a look at a process of 1 GB takes a core tens of milliseconds."""

_PROC = Path("/proc")

USUAL = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The environment as users have it: a program that has run before need not be compiled again."""


class RunFailed(RuntimeError):
    """A measured command ended with an error; the message holds its last lines."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took. ``detik`` and ``cpu`` are seconds, ``memori`` is bytes, ``keluaran`` what it printed.

    ``memori`` is the greatest sum over its processes at one moment, memory they share counted once.
    """

    detik: float
    cpu: float
    memori: int
    keluaran: str

    def __add__(self, other: Run) -> Run:
        """Return two commands run one after the other."""
        memory = max(self.memori, other.memori)
        return Run(self.detik + other.detik, self.cpu + other.cpu, memory, self.keluaran + other.keluaran)


def measure(arguments: Sequence[str], folder: Path, variables: Mapping[str, str] | None = None) -> Run:
    """Run a command to its end and return what it took.

    Raises:
        RunFailed: it ended with another exit code than 0.
    """
    os.sync()  # what the run before it left to be written is not charged to this one
    with TemporaryFile() as output:
        start = perf_counter()
        process = subprocess.Popen(
            arguments,
            cwd=folder,
            env=variables,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        watch = _Watch(process.pid)
        watch.start()
        _, status, usage = os.wait4(process.pid, 0)
        seconds = perf_counter() - start
        peak = watch.stop()
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        text = output.read().decode(errors="replace")
    if process.returncode:
        last = "\n".join(text.splitlines()[-15:])
        raise RunFailed(f"{' '.join(arguments[:6])} … berakhir dengan kode {process.returncode}:\n{last}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, max(peak, usage.ru_maxrss * 1024), text)


class _Watch(threading.Thread):
    """Looks at the memory of every process of a session several times a second."""

    def __init__(self, session: int) -> None:
        super().__init__(daemon=True)
        self._session = session
        self._end = threading.Event()
        self._peak = 0

    def run(self) -> None:
        pause = _INTERVAL
        while not self._end.wait(pause):
            began = perf_counter()
            self._peak = max(self._peak, memory_of(self._session))
            pause = max(_INTERVAL, (perf_counter() - began) / _SHARE)

    def stop(self) -> int:
        """End the watching and return the peak in bytes; 0 where there is no /proc."""
        self._end.set()
        self.join()
        return self._peak


def memory_of(session: int) -> int:
    """Return the bytes that all processes of a session take now, memory they share counted once; 0 when none is there.

    Also 0 when at each of three looks one began or ended: what it shared passes to the others while they are looked
    at, and would be counted twice.
    """
    for _ in range(3):
        members = set(_members(session))
        taken = sum(_proportional_bytes(pid) for pid in members)
        if set(_members(session)) == members:
            return taken
    return 0


def _members(session: int) -> Iterator[int]:
    if not _PROC.is_dir():
        return
    for entry in _PROC.iterdir():
        if entry.name.isdigit() and _session_of(int(entry.name)) == session and _has_memory(int(entry.name)):
            yield int(entry.name)


def _has_memory(pid: int) -> bool:
    """Whether a process still has memory: one that has ended keeps its number until somebody asks, but no command."""
    try:
        return bool((_PROC / str(pid) / "cmdline").read_bytes())
    except OSError:
        return False


def _session_of(pid: int) -> int | None:
    try:
        return os.getsid(pid)
    except OSError:
        return None


def _proportional_bytes(pid: int) -> int:
    """Memory of a process, each page it shares divided by how many share it; 0 when it has just ended."""
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
