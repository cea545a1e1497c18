"""Edits of whole lines: replace, insert, remove; applied from the last to the first, so that places stay valid."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


class NotByLines(Exception):
    """The isian does not have lines of its own (a flow list, two on one line); a larger part must be replaced."""


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Lines ``mulai`` up to before ``akhir`` (0-based) become ``baris``; equal ``mulai`` and ``akhir`` insert."""

    mulai: int
    akhir: int
    baris: tuple[str, ...] = ()


def apply_edits(lines: list[str], edits: Iterable[Edit]) -> list[str]:
    """Return ``lines`` with all ``edits`` applied; several insertions at one place keep the order in which they came.

    Raises:
        NotByLines: two edits touch the same line.
    """
    changed = list(lines)
    ordered = sorted(enumerate(edits), key=lambda pair: (pair[1].mulai, pair[1].akhir, pair[0]))
    before = 0
    for _, edit in ordered:
        if edit.mulai < before:
            raise NotByLines
        before = max(before, edit.akhir)
    for _, edit in reversed(ordered):
        changed[edit.mulai : edit.akhir] = edit.baris
    return changed
