"""What a region did with others: visits as host and as guest, and the rules and offices for those who want to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.indonesian import rentang_tanggal, ribuan
from catalog.model.umum import Sumber
from catalog.model.wilayah import Gerai, Kunjungan, ProfilWilayah, TindakLanjut
from catalog.pages.context import PageContext
from catalog.pages.tautan import Tautan, entry_link, region_link

_KEPALA = {"kabupaten": "Bupati", "kota": "Wali Kota", "provinsi": "Gubernur"}


@dataclass(frozen=True, slots=True)
class BarisKunjungan:
    """One visit from the region's side: ``pihak`` is the other one, ``ket`` kind, number of guests and mode."""

    pihak: Tautan
    rombongan: str
    kapan: str
    ket: str
    topik: str
    acara: str
    entri: Sequence[Tautan]
    hasil: str
    tindak_lanjut: Sequence[TindakLanjut]
    rencana: bool
    konflik: Sequence[str]
    sumber: Sequence[Sumber]


def visit_rows(wilayah: str, context: PageContext) -> tuple[list[BarisKunjungan], list[BarisKunjungan]]:
    """Return the visits in the data (as host, as guest), each newest first; a region that visits itself is host."""
    visits = context.catalog.kunjungan_of(wilayah)
    host = [_row(v, v.tamu, context) for v in visits if v.tuan_rumah == wilayah]
    guest = [_row(v, v.tuan_rumah, context) for v in visits if v.tuan_rumah != wilayah]
    return host, guest


def _row(visit: Kunjungan, other: str, context: PageContext) -> BarisKunjungan:
    lists = context.catalog.vocabularies
    details = (
        lists.jenis_kunjungan[visit.jenis].nama.lower() if visit.jenis != "lainnya" else "",
        f"{ribuan(visit.peserta)} orang" if visit.peserta else "",
        lists.moda[visit.moda].nama.lower() if visit.moda else "",
    )
    return BarisKunjungan(
        pihak=region_link(other, context),
        rombongan=visit.rombongan or "",
        kapan=rentang_tanggal(visit.tanggal, visit.tanggal_selesai) if visit.tanggal else "tanggal belum diketahui",
        ket=", ".join(part for part in details if part),
        topik=visit.topik,
        acara=visit.acara or "",
        entri=[own_entry(id, visit.tuan_rumah, context) for id in visit.inovasi],
        hasil=visit.hasil or "",
        tindak_lanjut=visit.tindak_lanjut,
        rencana=bool(visit.rencana),
        konflik=[note.uraian for note in visit.catatan_konflik],
        sumber=visit.sumber,
    )


def own_entry(id: str, wilayah: str, context: PageContext) -> Tautan:
    """Return the link to an entry; one of ``wilayah`` itself needs only its name."""
    entri = context.catalog.find(id)
    return Tautan(entri.nama, entri.tautan) if entri and entri.wilayah == wilayah else entry_link(id, context)


def stand_link(stand: Gerai, context: PageContext) -> Tautan:
    """Return a stand of an exhibition, linked to its entry where that is in the catalogue."""
    entri = context.catalog.find(stand.inovasi) if stand.inovasi else None
    return Tautan(stand.nama, entri.tautan if entri else "")


def addressee(wilayah: str, context: PageContext) -> str:
    """Return to whom a letter is generally addressed: 'Bupati Blora', 'Wali Kota Solok', 'Gubernur Jawa Tengah'."""
    row = context.catalog.vocabularies.wilayah[wilayah]
    return f"{_KEPALA[row.jenis]} {row.nama.removeprefix(row.jenis.capitalize()).strip()}"


def profile_sources(profil: ProfilWilayah, isian: str) -> tuple[Sumber, ...]:
    """Return the sources of the profile that name this isian as theirs."""
    return tuple(source for source in profil.sumber if isian in source.untuk)
