"""What the form of the national innovation index (IID) asks for and an entry that prepares for it still lacks."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.catalog import Entri
from catalog.iid import Edisi, count_words
from catalog.problems import Problem
from catalog.saran.tempat import Tempat, hint

_ASKED = ("rancang_bangun", "tujuan", "manfaat")


def readiness_hints(entri: Entri, edition: Edisi, tempat: Tempat | None = None) -> Iterator[Problem]:
    """Yield what an entry lacks for an edition of the index; nothing for one that has not begun ``lapor``."""
    lapor, places = entri.inovasi.lapor, tempat or Tempat()
    if lapor is None:
        return
    if design := lapor.rancang_bangun:
        words, fewest = count_words(design), edition.fewest_words("lapor.rancang_bangun")
        if words < fewest:
            path = ("lapor", "rancang_bangun")
            yield hint("rancang-bangun-pendek", entri, places, path, design, kata=words, batas=fewest)
    for name in _ASKED:
        if not getattr(lapor, name):
            yield hint("iid-belum-lengkap", entri, places, ("lapor", name), f"tidak ada `lapor.{name}`")
