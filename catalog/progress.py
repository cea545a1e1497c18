"""Telling how far a long run has come: a bar on a terminal after two seconds, nothing elsewhere; and stage times."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import TextIO

Progress = Callable[[str, int, int], None]
"""Called with (stage, done, of all); ``of all`` is 0 where a stage cannot be counted."""

_PATIENCE = 2.0
_WIDTH = 30


def silent(stage: str, done: int, of: int) -> None:
    """Show nothing."""


class Bar:
    """A progress bar on ``stream``: stage, share, rate and time left. Quiet when the stream is no terminal."""

    def __init__(self, stream: TextIO = sys.stderr) -> None:
        self._stream = stream
        self._shown = False
        self._stage = ""
        self._start = perf_counter()
        self._last = 0.0
        self._first = self._start

    def __call__(self, stage: str, done: int, of: int) -> None:
        """Show how far ``stage`` is; at most ten times a second."""
        now = perf_counter()
        if stage != self._stage:
            self._stage, self._start = stage, now
        if not self._stream.isatty() or now - self._first < _PATIENCE or now - self._last < 0.1:
            return
        self._last, self._shown = now, True
        self._stream.write("\r\033[K" + self._text(done, of, now - self._start))
        self._stream.flush()

    def close(self) -> None:
        """Take the bar off the terminal."""
        if self._shown:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def _text(self, done: int, of: int, seconds: float) -> str:
        if not of:
            return f"{self._stage} … {seconds:.0f} detik"
        share = min(1.0, done / of)
        filled = int(share * _WIDTH)
        rate = done / seconds if seconds > 0 else 0.0
        left = f", sisa {max(0.0, (of - done) / rate):.0f} detik" if rate else ""
        bar = "█" * filled + "░" * (_WIDTH - filled)
        return f"{self._stage} {bar} {share:.0%} ({rate:,.0f}/detik{left})".replace(",", ".", 1)


@dataclass(slots=True)
class Stopwatch:
    """How long each stage took, in seconds, in order."""

    stages: list[tuple[str, float]] = field(default_factory=list)

    @contextmanager
    def time(self, stage: str) -> Iterator[None]:
        """Measure one stage, also when it ends in an exception."""
        start = perf_counter()
        try:
            yield
        finally:
            self.stages.append((stage, perf_counter() - start))
