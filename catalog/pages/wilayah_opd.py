"""Which offices of a region have entries, and which do not, as far as its register says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Daerah, Entri
from catalog.indonesian import ribuan
from catalog.model.umum import Sumber
from catalog.model.wilayah import AngkaLaporan, PerangkatDaerah
from catalog.pages.context import PageContext, name_key
from catalog.pages.tautan import Tautan

_REPORTED_WORDS = ("opd", "perangkat daerah")


@dataclass(frozen=True, slots=True)
class BarisOpd:
    """One office with its entries by name; ``ket`` is its short name or its kind, '' for none."""

    id: str
    nama: str
    ket: str
    entri: Sequence[Tautan]
    sumber: Sequence[Sumber]


@dataclass(frozen=True, slots=True)
class CakupanOpd:
    """Offices with entries (most first, then by name), those without, and what may be said of them together.

    ``berinovasi`` and ``dari`` count regional apparatus only, not villages or clinics that also own entries; they are
    compared only when the register is complete. ``tanpa_opd`` are entries that name no office.
    """

    berentri: Sequence[BarisOpd]
    kosong: Sequence[BarisOpd]
    lengkap: bool
    berinovasi: int
    dari: int
    tanpa_opd: int

    @property
    def ada(self) -> bool:
        """True when the region has a register, or an entry that names an office."""
        return bool(self.berentri or self.kosong)


def make_coverage(daerah: Daerah, entries: Sequence[Entri], context: PageContext) -> CakupanOpd:
    """Return the coverage of a region's offices by its entries."""
    of: dict[str, list[Entri]] = {}
    for entri in sorted(entries, key=name_key):
        for id in dict.fromkeys(entri.inovasi.perangkat_daerah):
            of.setdefault(id, []).append(entri)
    offices = dict(daerah.perangkat_daerah) | {
        id: PerangkatDaerah(nama=id) for id in of if id not in daerah.perangkat_daerah
    }
    rows = [_row(id, office, of.get(id, ()), context) for id, office in offices.items()]
    rows.sort(key=lambda row: (-len(row.entri), row.nama))
    apparatus = [id for id, office in offices.items() if _is_apparatus(office, context)]
    return CakupanOpd(
        berentri=[row for row in rows if row.entri],
        kosong=[row for row in rows if not row.entri],
        lengkap=daerah.opd_lengkap,
        berinovasi=sum(1 for id in apparatus if id in of),
        dari=len(apparatus),
        tanpa_opd=sum(1 for entri in entries if not entri.inovasi.perangkat_daerah),
    )


def _row(id: str, office: PerangkatDaerah, entries: Sequence[Entri], context: PageContext) -> BarisOpd:
    ket = office.singkatan or ""
    if not ket and office.jenis and not _is_apparatus(office, context):
        ket = context.catalog.vocabularies.jenis_perangkat_daerah[office.jenis].nama
    links = [Tautan(entri.nama, entri.tautan) for entri in entries]
    return BarisOpd(id, office.nama, "" if ket in office.nama else ket, links, office.sumber)


def _is_apparatus(office: PerangkatDaerah, context: PageContext) -> bool:
    """An office whose kind is not told is taken for one."""
    return not office.jenis or context.catalog.vocabularies.jenis_perangkat_daerah[office.jenis].perangkat_daerah


def office_anchor(id: str) -> str:
    """Return the id of an office's line on the page of its region."""
    return f"opd-{id}"


def reported_shares(figures: Sequence[AngkaLaporan]) -> list[tuple[str, AngkaLaporan]]:
    """Return the reported figures about offices that name their base, each with how it reads, newest first."""
    about = [f for f in figures if f.dari is not None and any(word in f.ukuran.lower() for word in _REPORTED_WORDS)]
    newest = sorted(about, key=lambda f: -f.tahun)
    return [(f"{ribuan(f.nilai)} dari {ribuan(f.dari or 0)}", f) for f in newest]


def order_figures(figures: Sequence[AngkaLaporan]) -> list[AngkaLaporan]:
    """Return reported figures so that those of the same thing stand together, newest first; the newest thing first."""
    newest: dict[str, int] = {}
    for figure in figures:
        newest[figure.ukuran] = max(figure.tahun, newest.get(figure.ukuran, 0))
    return sorted(figures, key=lambda f: (-newest[f.ukuran], f.ukuran, -f.tahun, f.nilai))
