"""How many regions have copied an innovation, as the indicator Replikasi of the national index counts them.

A count for those who fill the form in, never a score: the form also asks for documents, which no catalogue can judge.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from catalog.replikasi.pasangan import Pasangan


@dataclass(frozen=True, slots=True)
class Hitungan:
    """Regions in which a copy is tried or runs, ordered by id; the level they give is the edition's to say."""

    wilayah: tuple[str, ...]
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
        dua_pihak=sum(pair.dikonfirmasi for pair in real.values()),
    )
