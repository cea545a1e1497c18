"""The rows of one edition of the index, as ``vocabularies/iid/<edisi>.yml`` states them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

LEVEL = (1, 2, 3)
"""The levels of an indicator; 0 means that none is reached."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level: what it asks, what is missing for it in words that follow "butuh", and how much work that is.

    ``usaha`` is our estimate: 1 gather what is there, 2 make a paper or hold an event, 3 needs others, money or years.
    """

    syarat: str
    butuh: str
    usaha: int


@dataclass(frozen=True, slots=True)
class Baca:
    """How a level can be read from an entry: the measure, the least value of level 1, 2 and 3, and its words.

    ``cara`` says in words which isian are looked at; ``kata`` are the words that the measure looks for, by group.
    """

    ukuran: str
    batas: tuple[int, ...]
    cara: str
    kata: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def level(self, value: int) -> int:
        """Return the level, 0 to 3, that a value of the measure gives."""
        return bisect_right(self.batas, value)


@dataclass(frozen=True, slots=True)
class Indikator:
    """One indicator of the part about innovations (SID); ``level`` holds level 1, 2 and 3 in order."""

    nomor: int
    nama: str
    bobot: int
    wajib: bool
    bukti: str
    level: tuple[Level, ...]
    baca: Baca | None = None


@dataclass(frozen=True, slots=True)
class UnsurSpd:
    """One row of the part about the government (SPD), which a catalogue cannot judge."""

    nomor: str
    nama: str
    bobot: Decimal
    wajib: bool
    level: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IsianProfil:
    """One item of the innovation profile form; ``isian`` is the isian of an entry that fills it, '' where none does.

    ``pilihan`` maps values of a closed list of ours to the choices of the form.
    """

    nomor: int
    id: str
    nama: str
    isian: str
    kata_minimal: int = 0
    pilihan: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Predikat:
    """A predicate of a region and its borders, both included, in hundredths of a point."""

    nama: str
    dari: int
    sampai: int


@dataclass(frozen=True, slots=True)
class Rumus:
    """The constants of the formula; None is not known for the edition, and what needs it is not computed."""

    pembagi: int
    bobot_sid: int | None = None
    maksimum_inovasi: int | None = None
    batas_jumlah: int | None = None
    seperseratus_jumlah: int | None = None
    """Points that each counted innovation adds, in hundredths: 38 means 0.38."""
    yandas_minimal: int | None = None
    maksimum_spd: int | None = None
    maksimum_sid: int | None = None
    maksimum: int | None = None


@dataclass(frozen=True, slots=True)
class Umuman:
    """What was announced of a later edition; everything else is taken to stay."""

    edisi: int
    pembagi: int
    yandas_minimal: int


@dataclass(frozen=True, slots=True)
class Edisi:
    """One edition; lists that are not known are empty. ``jendela`` is the span in which an innovation must have been
    applied or developed (first and last day), None when not known.
    """

    edisi: int
    judul: str
    dasar: str
    rumus: Rumus
    predikat: tuple[Predikat, ...]
    belum_pasti: tuple[str, ...]
    jendela: tuple[str, str] | None = None
    diumumkan: tuple[Umuman, ...] = ()
    profil: tuple[IsianProfil, ...] = ()
    indikator: tuple[Indikator, ...] = ()
    spd: tuple[UnsurSpd, ...] = ()

    def find(self, nomor: int) -> Indikator | None:
        """Return the indicator with this number, or None."""
        return next((row for row in self.indikator if row.nomor == nomor), None)

    def fewest_words(self, isian: str) -> int:
        """Return how many words the form asks for in an isian, 0 where it does not say."""
        return next((row.kata_minimal for row in self.profil if row.isian == isian), 0)

    def level_of(self, ukuran: str, value: int) -> int:
        """Return the level, 0 to 3, that a value of a measure gives; 0 where no indicator is read by it."""
        found = self.read_by(ukuran)
        return found.baca.level(value) if found and found.baca else 0

    def read_by(self, ukuran: str) -> Indikator | None:
        """Return the indicator that is read by a measure, or None."""
        return next((row for row in self.indikator if row.baca and row.baca.ukuran == ukuran), None)


def current_edition(editions: Mapping[int, Edisi]) -> Edisi:
    """Return the newest edition whose indicators are known.

    Raises:
        ValueError: none is; the repository's own files exclude it.
    """
    full = [edition for edition in editions.values() if edition.indikator]
    if not full:
        raise ValueError("no edition with indicators")
    return max(full, key=lambda edition: edition.edisi)
