"""Visits, replication and awards of an entry: its own records together with what refers to it from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.model.bagian import ReplikasiOleh
from catalog.model.wilayah import Kunjungan, Penghargaan, TindakLanjut
from catalog.pages.context import NOTHING, PageContext
from catalog.pages.indonesian import rentang_tanggal, ribuan
from catalog.pages.rujukan import Kutipan, cite
from catalog.pages.tautan import Tautan, entry_link, region_link

_BELUM_REPLIKASI = {
    "minat": "Baru menyatakan minat; belum dihitung sebagai replikasi.",
    "kunjungan": "Baru datang belajar; belum dihitung sebagai replikasi.",
    "kesepakatan": "Baru kesepakatan; pelaksanaannya belum tercatat, jadi belum dihitung sebagai replikasi.",
}


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


@dataclass(frozen=True, slots=True)
class Asal:
    """Where the idea came from; ``sumber`` are keys of the entry's own sources."""

    asal: Tautan
    inspirasi: str | None = None
    proses: str | None = None
    pembeda: str | None = None
    sumber: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Peniru:
    """A place that takes the innovation over: ``baru_niat`` says so while it is only a wish or an agreement."""

    wilayah: Tautan
    tahap: str
    baru_niat: str
    tanggal: str | None
    entri: Tautan | None
    rincian: Sequence[tuple[str, str]]
    sumber: tuple[str, ...]


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


def origin_rows(entri: Entri, context: PageContext) -> list[Asal]:
    """Return where the entry says it comes from, then the entries that name this one as their copy."""
    own = entri.inovasi.replikasi.dari if entri.inovasi.replikasi else ()
    rows = [Asal(entry_link(o.asal, context), o.inspirasi, o.proses, o.pembeda, o.sumber) for o in own]
    named = {origin.asal for origin in own}
    others = context.masuk.get(entri.id, NOTHING).asal
    return rows + [Asal(entry_link(other.id, context)) for other in others if other.id not in named]


def copy_rows(entri: Entri, context: PageContext) -> list[Peniru]:
    """Return the places the entry names as replicating, then the entries that name this one as their origin."""
    own = entri.inovasi.replikasi.oleh if entri.inovasi.replikasi else ()
    rows = [_copy_row(copy, context) for copy in own]
    named = {copy.entri for copy in own}
    others = [other for other in context.masuk.get(entri.id, NOTHING).peniru if other.id not in named]
    return rows + [
        Peniru(
            wilayah=region_link(other.wilayah, context),
            tahap="Disebut di entri sana",
            baru_niat="",
            tanggal=None,
            entri=Tautan(other.nama, other.tautan),
            rincian=(),
            sumber=(),
        )
        for other in others
    ]


def _copy_row(copy: ReplikasiOleh, context: PageContext) -> Peniru:
    details = (
        ("Kesepakatan: ", copy.kesepakatan),
        ("Penyesuaian: ", copy.penyesuaian),
        ("Hasil: ", copy.hasil),
        ("", copy.keterangan),
    )
    return Peniru(
        wilayah=region_link(copy.wilayah, context),
        tahap=context.catalog.vocabularies.tahap_replikasi[copy.tahap].nama,
        baru_niat=_BELUM_REPLIKASI.get(copy.tahap, ""),
        tanggal=copy.tanggal,
        entri=entry_link(copy.entri, context) if copy.entri else None,
        rincian=[(title, text) for title, text in details if text],
        sumber=copy.sumber,
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
