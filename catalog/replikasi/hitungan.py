"""How many regions have copied an innovation, as the indicator Replikasi of the national index counts them.

A count for those who fill the form in, never a score: the form also asks for documents, which no catalogue can judge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.replikasi.pasangan import Pasangan

EDISI = 2026
"""The edition of the guideline that the levels below are from."""

BATAS = (1, 2, 3)
"""Different regions needed for level 1, 2 and 3: Pedoman Indeks Inovasi Daerah 2026, indicator 31 (Replikasi)."""


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Regions in which a copy is tried or runs, ordered by id, and the level, 0 to 3, that so many would give."""

    wilayah: tuple[str, ...]
    level: int
    dua_pihak: int
    """How many of them both sides confirm."""

    @property
    def jumlah(self) -> int:
        """How many regions are counted."""
        return len(self.wilayah)


def counted(pairs: Iterable[Pasangan]) -> Hitungan:
    """Return the count over the pairs of one origin: each region once, only copies that exist, only other regions.

    Not counted: interest, visits, agreements, copies that stopped, copies inside the origin's own region, places that
    are no region of the closed list, and pairs whose stage is unknown or disputed (``Pasangan.dihitung``).
    """
    real = {pair.wilayah_penerima: pair for pair in pairs if pair.dihitung}
    return Hitungan(
        wilayah=tuple(sorted(real)),
        level=sum(len(real) >= needed for needed in BATAS),
        dua_pihak=sum(pair.dikonfirmasi for pair in real.values()),
    )
