"""Whether an entry meets the five criteria of a regional innovation: yes, not yet and why, or not judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.model.bagian import Kriteria
from catalog.model.inovasi import Inovasi

MEMENUHI, BELUM, BELUM_DINILAI = "memenuhi", "belum", "belum-dinilai"
"""The three states: all five are judged met; one is judged not met; the rest."""


@dataclass(frozen=True, slots=True)
class Penilaian:
    """The state of an entry; ``karena`` are (id of the criterion, reason) of those not met, ``belum_dinilai`` the ids
    of those nobody judged.
    """

    keadaan: str
    karena: tuple[tuple[str, str], ...]
    belum_dinilai: tuple[str, ...]


def judge_criteria(inovasi: Inovasi) -> Penilaian:
    """Return the state of an entry. All five must be met (PP 38/2017 Pasal 6); ids are those of the vocabulary."""
    judged = {name.replace("_", "-"): getattr(inovasi.kriteria, name, None) for name in Kriteria.model_fields}
    unmet = tuple((id, one.alasan) for id, one in judged.items() if one is not None and not one.memenuhi)
    open_ones = tuple(id for id, one in judged.items() if one is None)
    state = BELUM if unmet else BELUM_DINILAI if open_ones else MEMENUHI
    return Penilaian(state, unmet, open_ones)


def count_criteria(entries: Iterable[Entri]) -> tuple[int, int, int]:
    """Return how many entries meet the five criteria, how many do not, and how many nobody has judged."""
    found = Counter(judge_criteria(entri.inovasi).keadaan for entri in entries)
    return found[MEMENUHI], found[BELUM], found[BELUM_DINILAI]
