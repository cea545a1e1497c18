"""One entry of the table: the level of a code and its sentences."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wording:
    """Level and sentences of one code; ``{names}`` are filled by ``problems.problem``."""

    tingkat: str
    pesan: str
    seharusnya: str
    perbaiki: str


def error(pesan: str, seharusnya: str, perbaiki: str) -> Wording:
    """Return the wording of a fault that stops the writing."""
    return Wording("kesalahan", pesan, seharusnya, perbaiki)


def warning(pesan: str, seharusnya: str, perbaiki: str) -> Wording:
    """Return the wording of a fault that is only reported."""
    return Wording("peringatan", pesan, seharusnya, perbaiki)


def advice(pesan: str, seharusnya: str, perbaiki: str) -> Wording:
    """Return the wording of a hint that is shown only when asked for and never fails anything."""
    return Wording("saran", pesan, seharusnya, perbaiki)
