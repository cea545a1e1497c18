"""What the form of the national innovation index (IID) asks for and an entry that prepares for it still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.catalog import Entri
from catalog.problems import Problem
from catalog.saran.bahasa import count_words
from catalog.saran.tempat import Tempat, hint

RANCANG_BANGUN_WORDS = 300
"""Fewest words of *rancang bangun*. Source: the national innovation form, question "rancang bangun"."""

_ASKED = ("rancang_bangun", "tujuan", "manfaat")


def readiness_hints(entri: Entri, tempat: Tempat | None = None) -> Iterator[Problem]:
    """Yield what an entry lacks for the index; nothing for one that has not begun ``lapor``."""
    lapor, places = entri.inovasi.lapor, tempat or Tempat()
    if lapor is None:
        return
    if lapor.rancang_bangun:
        words = count_words(lapor.rancang_bangun)
        if words < RANCANG_BANGUN_WORDS:
            path = ("lapor", "rancang_bangun")
            found = lapor.rancang_bangun
            yield hint("rancang-bangun-pendek", entri, places, path, found, kata=words, batas=RANCANG_BANGUN_WORDS)
    for name in _ASKED:
        if not getattr(lapor, name):
            yield hint("iid-belum-lengkap", entri, places, ("lapor", name), f"tidak ada `lapor.{name}`")
