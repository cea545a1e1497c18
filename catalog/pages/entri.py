"""The page of one entry: everything it holds, in the order in which a reader asks.

It carries no counts of the catalogue and no build date: it depends on the entry, its region's profile, the lists, what
refers to it, and its near neighbours (``catalog.terkait``), and on nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from catalog.catalog import Badan, Entri
from catalog.exports import export_entri
from catalog.frame.page import Page
from catalog.indonesian import tanggal
from catalog.konfirmasi import last_word
from catalog.lapor import report_files, report_names
from catalog.model.bagian import HasilTerukur
from catalog.model.inovasi import Inovasi
from catalog.model.umum import CatatanKonflik, Kantor
from catalog.pages.aturan import BarisAturan, own_rules
from catalog.pages.context import PageContext
from catalog.pages.entri_biaya import BarisBiaya, cost_rows
from catalog.pages.entri_fakta import Fakta, make_facts
from catalog.pages.entri_foto import Foto, make_photos
from catalog.pages.entri_jejak import BarisPenghargaan, Tamu, award_rows, guest_rows
from catalog.pages.entri_kelengkapan import KelengkapanView, make_completeness
from catalog.pages.entri_kesiapan import KesiapanView, make_readiness
from catalog.pages.entri_penilaian import (
    BarisKriteria,
    BarisLapor,
    KematanganView,
    criteria_rows,
    maturity_view,
    report_rows,
)
from catalog.pages.entri_replikasi import ReplikasiView, replication_view
from catalog.pages.entri_terkait import BarisTerkait, related_rows
from catalog.pages.environment import render_page
from catalog.pages.komponen import Remah, status_name
from catalog.pages.masalah import entry_doors
from catalog.pages.rujukan import Kutipan, References, cite
from catalog.pages.swanilai import assessment_anchor
from catalog.pages.tautan import Tautan, entry_link
from catalog.swanilai import is_judged
from catalog.validation.plans import plan_of

BERHENTI = "berhenti"
SINGKAT = "nama-saja"
"""Evidence level whose entries get a short page."""


@dataclass(frozen=True, slots=True)
class Ada:
    """Which parts of the page have something to show."""

    hasil: bool
    biaya_rencana: bool
    kunjungan: bool
    replikasi: bool
    penghargaan: bool
    penilaian: bool
    tanya: bool
    terkait: bool


@dataclass(frozen=True, slots=True)
class EntriView:
    """Everything the templates of an entry's page ask for, ready to be written."""

    id: str
    berkas: str
    inovasi: Inovasi
    badan: Badan
    singkat: bool
    wilayah_id: str
    wilayah: str
    remah: Remah
    wilayah_tautan: str
    urusan: Tautan
    keadaan: str
    keadaan_nama: str
    keterangan_keadaan: str
    sejak: str
    pintu: Sequence[Tautan]
    pengganti: Tautan | None
    fakta: Sequence[Fakta]
    warga: str
    hasil: Sequence[HasilTerukur]
    biaya: Sequence[BarisBiaya]
    kesiapan: KesiapanView
    aturan: Sequence[BarisAturan]
    bisa_dikunjungi: bool
    tamu: Sequence[Tamu]
    replikasi: ReplikasiView
    penghargaan_wilayah: Sequence[BarisPenghargaan]
    kriteria: Sequence[BarisKriteria]
    lapor: Sequence[BarisLapor]
    konflik: Sequence[tuple[str, CatatanKonflik]]
    kontak_wilayah: Kantor | None
    terkait: Sequence[BarisTerkait]
    kelengkapan: KelengkapanView
    laporan: Sequence[str]
    jangkar: str
    kematangan: KematanganView | None
    foto: Sequence[Foto]
    ada: Ada
    isi: Sequence[tuple[str, str]]

    def kutipan(self, ref: References) -> list[Kutipan]:
        """Return the entry's sources with the letters of their uses; to be called after the last use."""
        return [cite(source, ref.uses(number)) for number, source in enumerate(self.inovasi.sumber, start=1)]


def entry_page(entri: Entri, context: PageContext) -> Page:
    """Return the page of an entry; one of which only the name is known gets a short, honest one."""
    view = make_view(entri, context)
    return render_page(
        "entri.html",
        path=entri.tautan,
        title=f"{entri.nama}, {view.wilayah}",
        description=entri.inovasi.ringkasan,
        section="wilayah",
        beside=partial(_files, entri, context),
        e=view,
        ref=References(entri.inovasi.sumber),
    )


def _files(entri: Entri, context: PageContext) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of the entry's open data and of its reports."""
    path, text = export_entri(entri)
    yield path, text.encode("utf-8")
    yield from report_files(entri.id, context.catalog, context.buku, context.settings.site_url or "/")


def make_view(entri: Entri, context: PageContext) -> EntriView:
    """Return what the page of an entry shows."""
    inovasi, lists = entri.inovasi, context.catalog.vocabularies
    wilayah = context.catalog.nama_wilayah(entri.wilayah)
    daerah = context.catalog.daerah.get(entri.wilayah)
    profil = daerah.profil if daerah else None
    singkat = entri.bukti == SINGKAT
    rules = own_rules(inovasi.kunjungan.aturan if inovasi.kunjungan else None)
    guests = guest_rows(entri, context)
    replication = replication_view(entri, context)
    awards = award_rows(entri, context)
    criteria, report = criteria_rows(inovasi, lists), report_rows(inovasi)
    contact = profil.kontak if profil else None
    related = related_rows(entri, context)
    ada = Ada(
        hasil=bool(inovasi.hasil_terukur or entri.badan.hasil),
        biaya_rencana=any(item.rencana for item in inovasi.biaya),
        kunjungan=bool(rules or guests or inovasi.tanya_jawab or inovasi.kunjungan),
        replikasi=bool(replication or (inovasi.replikasi and inovasi.replikasi.catatan)),
        penghargaan=bool(inovasi.penghargaan or awards),
        penilaian=bool(criteria or report or inovasi.kematangan),
        tanya=bool(inovasi.kontak or contact),
        terkait=bool(related),
    )
    return EntriView(
        id=entri.id,
        berkas=entri.berkas,
        inovasi=inovasi,
        badan=entri.badan,
        singkat=singkat,
        wilayah_id=entri.wilayah,
        wilayah=wilayah,
        remah=[("Wilayah", "wilayah/"), (wilayah, f"wilayah/{entri.wilayah}/")],
        wilayah_tautan=f"wilayah/{entri.wilayah}/",
        urusan=Tautan(lists.urusan[entri.urusan_utama].singkat, f"urusan/{entri.urusan_utama}/"),
        keadaan=entri.keadaan,
        keadaan_nama=_status_badge(entri, context),
        keterangan_keadaan=_status_line(inovasi),
        sejak=_last_heard(entri),
        pintu=entry_doors(entri, context),
        pengganti=entry_link(inovasi.status.pengganti, context)
        if inovasi.status and inovasi.status.pengganti
        else None,
        fakta=make_facts(entri, context, gaps=not singkat),
        warga=_citizen_line(entri, contact, wilayah),
        hasil=_pairs_first(inovasi.hasil_terukur),
        biaya=cost_rows(inovasi, lists),
        kesiapan=make_readiness(entri, context),
        aturan=rules,
        bisa_dikunjungi=profil is not None and entri.keadaan != BERHENTI,
        tamu=guests,
        replikasi=replication,
        penghargaan_wilayah=awards,
        kriteria=criteria,
        lapor=report,
        konflik=[(_conflict_title(note), note) for note in inovasi.catatan_konflik],
        kontak_wilayah=contact,
        terkait=related,
        kelengkapan=make_completeness(entri, context),
        laporan=report_names(entri) if is_judged(entri) else (),
        jangkar=assessment_anchor(entri),
        kematangan=maturity_view(entri, context),
        foto=make_photos(entri, context),
        ada=ada,
        isi=() if singkat else _contents(entri, ada),
    )


def _status_badge(entri: Entri, context: PageContext) -> str:
    """'Berjalan per 8 April 2025': the word of the badge with the date of its evidence."""
    word, status = status_name(entri.keadaan, context.catalog), entri.inovasi.status
    return f"{word} per {tanggal(status.per)}" if status and status.per else word


def _status_line(inovasi: Inovasi) -> str:
    status = inovasi.status
    if status is None:
        return "Belum ada sumber yang menyebut apakah masih berjalan."
    return status.keterangan or ""


def _last_heard(entri: Entri) -> str:
    """The date of the newest thing known of an entry, '' where nothing has one; a confirmation is told elsewhere."""
    since, _ = last_word(entri)
    return tanggal(since) if since else ""


def _citizen_line(entri: Entri, contact: Kantor | None, wilayah: str) -> str:
    """The sentence that says whom a citizen asks: the entry's own office, else the region's."""
    office = entri.inovasi.kontak or contact
    asked = office.unit if office else f"pemerintah {wilayah}"
    if entri.keadaan == BERHENTI:
        return f"Layanan ini tercatat sudah berhenti. Tanyakan penggantinya kepada {asked}."
    if entri.inovasi.layanan:
        return f"Ada yang kurang jelas? Tanyakan kepada {asked}."
    return f"Entri ini belum menyebut cara memakai layanannya. Tanyakan kepada {asked}."


def _pairs_first(results: Sequence[HasilTerukur]) -> list[HasilTerukur]:
    return sorted(results, key=lambda h: h.sebelum is None or h.sesudah is None)


def _conflict_title(note: CatatanKonflik) -> str:
    if not note.isian:
        return "Sumber tidak sama"
    plan = plan_of(Inovasi).get(note.isian.split(".")[0])
    return f"Sumber tidak sama tentang {plan.judul.lower() if plan else note.isian}"


def _contents(entri: Entri, ada: Ada) -> list[tuple[str, str]]:
    """The parts shown on the page, (id, title), in the order of the page."""
    badan = entri.badan
    parts = (
        (True, "untuk-warga", "Untuk warga"),
        (badan.masalah, "masalah", "Masalah"),
        (badan.cara_kerja, "cara-kerja", "Cara kerja"),
        (ada.hasil, "hasil", "Hasil"),
        (entri.inovasi.evaluasi, "evaluasi", "Apa kata penilai"),
        (True, "meniru", "Meniru inovasi ini"),
        (ada.kunjungan, "kunjungan", "Kunjungan belajar"),
        (ada.replikasi, "replikasi", "Replikasi"),
        (ada.penghargaan, "penghargaan", "Penghargaan"),
        (ada.penilaian, "penilaian", "Penilaian sendiri"),
        (entri.inovasi.catatan_konflik, "konflik", "Sumber yang tidak sama"),
        (ada.tanya, "tanya", "Siapa yang bisa ditanya"),
        (ada.terkait, "serupa", "Inovasi serupa"),
        (True, "sumber", "Sumber"),
        (True, "kelengkapan", "Kelengkapan dan bukti"),
        (True, "perbaiki", "Perbaiki entri ini"),
    )
    return [(id, title) for shown, id, title in parts if shown]
