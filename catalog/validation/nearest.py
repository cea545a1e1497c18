"""The one allowed value that a mistyped one surely means, or none: a wrong proposal is worse than no proposal."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rapidfuzz.distance import DamerauLevenshtein

_SHORTEST_GUESSED = 4


def nearest(typed: str, allowed: Mapping[str, str]) -> str | None:
    """Return the id of ``allowed`` (id → label) that ``typed`` surely means, else None.

    Sure are: the same letters but for case, spaces, hyphens and accents of the id or of the label; else one id alone
    nearest of all, within one slip of a short word (4–7 letters) or two slips of a longer one.
    """
    wanted = _letters(typed)
    if not wanted:
        return None
    same = [id for id, label in allowed.items() if wanted in (_letters(id), _letters(label))]
    if same:
        return same[0] if len(same) == 1 else None
    if len(wanted) < _SHORTEST_GUESSED:
        return None
    slips = 1 if len(wanted) < 8 else 2
    distances = sorted((DamerauLevenshtein.distance(wanted, _letters(id), score_cutoff=slips), id) for id in allowed)
    if not distances or distances[0][0] > slips:
        return None
    alone = len(distances) == 1 or distances[1][0] > distances[0][0]
    return distances[0][1] if alone else None


def _letters(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "", plain)
