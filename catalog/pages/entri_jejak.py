"""Visits and awards of an entry: the records of regions that refer to it. Replication: ``entri_replikasi``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.indonesian import rentang_tanggal, ribuan
from catalog.model.wilayah import Kunjungan, Penghargaan, TindakLanjut
from catalog.pages.context import NOTHING, PageContext
from catalog.pages.rujukan import Kutipan, cite
from catalog.pages.tautan import Tautan, region_link


@dataclass(frozen=True, slots=True)
class Tamu:
    """One visit that studied the entry: ``ket`` is kind, date, number of guests and mode."""

    tamu: Tautan
    rombongan: str | None
    ket: str
    topik: str
    hasil: str | None
    tindak_lanjut: Sequence[TindakLanjut]
    rencana: bool
    sumber: Sequence[Kutipan]


def guest_rows(entri: Entri, context: PageContext) -> list[Tamu]:
    """Return the visits in the data that studied this entry, newest first."""
    return [_guest_row(visit, context) for visit in context.masuk.get(entri.id, NOTHING).kunjungan]


def _guest_row(visit: Kunjungan, context: PageContext) -> Tamu:
    lists = context.catalog.vocabularies
    details = (
        lists.jenis_kunjungan[visit.jenis].nama.lower(),
        rentang_tanggal(visit.tanggal, visit.tanggal_selesai) if visit.tanggal else "tanggal belum diketahui",
        f"{ribuan(visit.peserta)} orang" if visit.peserta else "",
        lists.moda[visit.moda].nama.lower() if visit.moda else "",
    )
    return Tamu(
        tamu=region_link(visit.tamu, context),
        rombongan=visit.rombongan,
        ket=", ".join(part for part in details if part),
        topik=visit.topik,
        hasil=visit.hasil,
        tindak_lanjut=visit.tindak_lanjut,
        rencana=bool(visit.rencana),
        sumber=[cite(source) for source in visit.sumber],
    )


@dataclass(frozen=True, slots=True)
class BarisPenghargaan:
    """An award to the region that names this entry, with its own sources."""

    nama: str
    kategori: str | None
    pemberi: str | None
    tanggal: str | None
    keterangan: str | None
    sumber: Sequence[Kutipan]


def award_rows(entri: Entri, context: PageContext) -> list[BarisPenghargaan]:
    """Return the awards of regions that name this entry and that it does not name itself."""
    own = {award.nama for award in entri.inovasi.penghargaan}
    incoming = context.masuk.get(entri.id, NOTHING).penghargaan
    return [_award_row(award) for award in incoming if award.nama not in own]


def _award_row(award: Penghargaan) -> BarisPenghargaan:
    sources = [cite(source) for source in award.sumber]
    return BarisPenghargaan(award.nama, award.kategori, award.pemberi, award.tanggal, award.keterangan, sources)
