"""Completeness of an entry: how many of the isian that help others are filled. A published count, never a score."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from catalog.model.inovasi import Inovasi

BAGIAN = {"masalah": "Masalah", "cara_kerja": "Cara kerja", "hasil": "Hasil"}
"""Sections of the body that count, with their titles. *Pelajaran* counts once, as isian or as section."""


class Kelengkapan(NamedTuple):
    """``terisi`` of ``dari`` isian; ``kurang`` names the missing ones in the order of the model."""

    terisi: int
    dari: int
    kurang: tuple[str, ...]


@cache
def counted_isian() -> dict[str, str]:
    """Return the isian that count towards completeness, key → title, body sections last."""
    flagged = {
        name: info.title or name
        for name, info in Inovasi.model_fields.items()
        if isinstance(info.json_schema_extra, dict) and info.json_schema_extra.get("kelengkapan")
    }
    return flagged | BAGIAN


def changed_isian(before: Kelengkapan, now: Kelengkapan) -> tuple[list[str], list[str]]:
    """Return the titles of the counted isian that were filled in between, and of those that were emptied."""
    titles = counted_isian()
    gained = [titles[key] for key in before.kurang if key not in now.kurang]
    return gained, [titles[key] for key in now.kurang if key not in before.kurang]


def measure_kelengkapan(inovasi: Inovasi, badan: Mapping[str, str]) -> Kelengkapan:
    """Return the completeness of an entry; ``badan`` maps section keys to their Markdown ('' where absent)."""
    missing = tuple(key for key in counted_isian() if not (getattr(inovasi, key, None) or badan.get(key)))
    total = len(counted_isian())
    return Kelengkapan(terisi=total - len(missing), dari=total, kurang=missing)
