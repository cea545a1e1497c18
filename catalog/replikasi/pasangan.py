"""What the ledger of replications holds: one pair of origin and adopter, its stages, and what each side says of it."""

from __future__ import annotations

from dataclasses import dataclass

from catalog.model.umum import Sumber

TAHAP = ("minat", "kunjungan", "kesepakatan", "uji-coba", "berjalan", "berhenti")
"""The stages in their order, ids of vocabularies/tahap_replikasi.yml."""

NYATA = frozenset({"uji-coba", "berjalan"})
"""Stages at which a copy exists; an interest, a visit and an agreement are none, whoever reports them."""

BELUM_DISEBUT = ""
"""The stage of a pair that an entry records without saying how far it has come."""

ASAL, PENERIMA, LAIN = "asal", "penerima", "lain"
"""Who says something: the origin's side, the adopter's, or somebody else's register."""

DUA_PIHAK = "dua-pihak"


@dataclass(frozen=True, slots=True)
class Rujukan:
    """A source with the entry in whose file it is listed; ``entri`` is '' for the register of a region."""

    entri: str
    sumber: Sumber


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One stage of a pair. ``tanggal`` is '' where unknown; ``pihak`` are who says so, ``perihal`` a visit's topic."""

    tahap: str
    tanggal: str
    pihak: tuple[str, ...]
    sumber: tuple[Rujukan, ...] = ()
    perihal: str = ""


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """What one side says of the copy, in its own words.

    ``isian`` is inspirasi, proses, kesepakatan, pembeda, hasil, nama or keterangan; ``entri`` is whose file says it.
    """

    isian: str
    pihak: str
    entri: str
    teks: str
    sumber: tuple[Rujukan, ...] = ()


@dataclass(frozen=True, slots=True)
class Selisih:
    """Where the two sides differ: in the stage they have reached, or in the date of one stage (``isian``).

    ``tahap_asal`` and ``tahap_penerima`` are equal when only the dates differ; a date is '' where it is not said.
    """

    isian: str
    tahap_asal: str
    tanggal_asal: str
    tahap_penerima: str
    tanggal_penerima: str


@dataclass(frozen=True, slots=True)
class Pasangan:
    """One origin and one adopter: the record of the ledger.

    ``asal`` is the id of an entry or the text that names one, ``penerima`` the id of a region or the text that names
    a place; ``wilayah_asal`` is '' where the origin is a text that names no region. ``entri`` are the entries of the
    adopter. ``tahap`` is the furthest stage reached, '' when none is said, and ``tanggal`` its date.
    """

    asal: str
    wilayah_asal: str
    penerima: str
    wilayah_penerima: str
    """The region's id, '' for a place outside the closed list."""
    entri: tuple[str, ...]
    tahap: str
    tanggal: str
    pihak: str
    """dua-pihak, asal, penerima or lain: in whose files the pair is recorded."""
    peristiwa: tuple[Peristiwa, ...]
    pernyataan: tuple[Pernyataan, ...]
    selisih: tuple[Selisih, ...]
    hanya_kunjungan: bool
    """True when no entry records the pair: all that is known is that guests came."""

    @property
    def sewilayah(self) -> bool:
        """True when both ends lie in one region: a sequel at home, never a replication."""
        return self.wilayah_asal != "" and self.wilayah_asal == self.wilayah_penerima

    @property
    def dihitung(self) -> bool:
        """True when the pair counts for the indicator Replikasi: a copy exists in another government's region.

        Where one side says that there is a copy and the other says that there is none yet, it does not count.
        """
        if self.tahap not in NYATA or self.sewilayah or not self.wilayah_penerima:
            return False
        said = {stage for s in self.selisih for stage in (s.tahap_asal, s.tahap_penerima)}
        return said <= NYATA

    @property
    def tahap_menurut(self) -> str:
        """Who says that the stage is reached: dua-pihak, asal, penerima, lain, or '' when none is said."""
        sides = {side for event in self.peristiwa if event.tahap == self.tahap for side in event.pihak}
        return side_of(sides)

    @property
    def dikonfirmasi(self) -> bool:
        """True when both sides record the pair, each from a source of its own or from none that is named."""
        return self.pihak == DUA_PIHAK and not self.satu_sumber

    @property
    def satu_sumber(self) -> bool:
        """True when both sides rest on one and the same source, so that neither confirms the other."""
        if self.pihak != DUA_PIHAK:
            return False
        sources = [e.sumber for e in self.peristiwa] + [s.sumber for s in self.pernyataan]
        cited = [one for group in sources for one in group if one.entri]
        return len({r.entri for r in cited}) > 1 and len({(r.sumber.judul, r.sumber.tautan) for r in cited}) == 1


def side_of(sides: set[str]) -> str:
    """Return whose word it is when these sides say the same; '' for nobody's."""
    if sides >= {ASAL, PENERIMA}:
        return DUA_PIHAK
    return next((side for side in (ASAL, PENERIMA, LAIN) if side in sides), "")
