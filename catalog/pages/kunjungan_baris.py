"""What a visit looks like on the pages of visits: guests, host, topic, result, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.indonesian import gabung, rentang_tanggal, ribuan
from catalog.kunjungan import Catatan, is_followed
from catalog.model.umum import Sumber
from catalog.model.wilayah import TindakLanjut
from catalog.pages.context import PageContext
from catalog.pages.replikasi_baris import stage_name
from catalog.pages.tautan import Tautan, region_link
from catalog.pages.wilayah_jejak import own_entry


@dataclass(frozen=True, slots=True)
class BarisKunjungan:
    """One visit; ``ket`` is kind, number of guests and mode, ``belum`` the months without a report in words."""

    tamu: Tautan
    rombongan: str
    tuan_rumah: Tautan
    kapan: str
    ket: str
    rencana: bool
    topik: str
    inovasi: Sequence[Tautan]
    acara: str
    hasil: str
    tindak_lanjut: Sequence[TindakLanjut]
    belum: str
    ditiru: Sequence[str]
    """Names of stages that copies by the guests have reached since."""
    dua_pihak: bool
    konflik: Sequence[str]
    sumber: Sequence[Sumber]


def make_row(visit: Catatan, context: PageContext) -> BarisKunjungan:
    """Return a visit as the list prints it."""
    row = visit.utama
    date = visit.tanggal
    return BarisKunjungan(
        tamu=_visitor(row.tamu, context),
        rombongan=visit.kata("rombongan"),
        tuan_rumah=_visitor(row.tuan_rumah, context),
        kapan=rentang_tanggal(date, row.tanggal_selesai) if date else "tanggal belum diketahui",
        ket=_details(visit, context),
        rencana=visit.rencana,
        topik=row.topik,
        inovasi=[own_entry(id, row.tuan_rumah, context) for id in visit.inovasi],
        acara=visit.kata("acara"),
        hasil=visit.kata("hasil"),
        tindak_lanjut=visit.tindak_lanjut,
        belum=gabung([str(month) for month in visit.tanpa_laporan]),
        ditiru=_copies(visit, context),
        dua_pihak=len(visit.register) > 1,
        konflik=[note.uraian for one in visit.baris for note in one.catatan_konflik],
        sumber=visit.sumber,
    )


def _visitor(id: str, context: PageContext) -> Tautan:
    """A region as a link to the visits on its page."""
    link = region_link(id, context)
    return Tautan(link.nama, f"{link.tautan}#kunjungan") if link.tautan else link


def _details(visit: Catatan, context: PageContext) -> str:
    lists, row = context.catalog.vocabularies, visit.utama
    guests, mode = visit.kata("peserta"), visit.kata("moda")
    details = (
        lists.jenis_kunjungan[row.jenis].nama.lower() if row.jenis != "lainnya" else "",
        f"{ribuan(int(guests))} orang" if guests else "",
        lists.moda[mode].nama.lower() if mode else "",
    )
    return ", ".join(part for part in details if part)


def _copies(visit: Catatan, context: PageContext) -> list[str]:
    pairs = (pair for id in visit.inovasi for pair in context.buku.asal.get(id, ()))
    return [
        stage_name(pair.tahap, context).lower()
        for pair in pairs
        if pair.penerima == visit.utama.tamu and is_followed(pair)
    ]
