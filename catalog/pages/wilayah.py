"""The page of one region: who it is, its entries in one list, its offices, and what sources say of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from catalog.catalog import Daerah
from catalog.frame.page import Page
from catalog.model.umum import Kantor, Sumber
from catalog.model.wilayah import AngkaLaporan, Pameran, Penghargaan, ProfilWilayah, PutaranLab
from catalog.pages.aturan import BarisAturan, region_rules
from catalog.pages.context import PageContext, name_key
from catalog.pages.environment import render_page
from catalog.pages.komponen import Remah
from catalog.pages.peta import map_ids
from catalog.pages.peta_provinsi import map_path
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.tautan import Tautan
from catalog.pages.wilayah_daftar import Kelompok, group_entries
from catalog.pages.wilayah_indeks import RiwayatIndeks, award_records, make_history
from catalog.pages.wilayah_jejak import (
    BarisKunjungan,
    own_entry,
    profile_sources,
    stand_link,
    visit_rows,
)
from catalog.pages.wilayah_kalimat import Kalimat, catalogued_sentence, figure_sentences, index_sentences
from catalog.pages.wilayah_kepala import Angka, FaktaWilayah, make_facts, make_figures, make_lede, make_terrain
from catalog.pages.wilayah_opd import CakupanOpd, make_coverage, office_anchor, order_figures, reported_shares
from catalog.pages.wilayah_replikasi import DaftarReplikasi, replication_lists
from catalog.pages.wilayah_statistik import HitunganWilayah, empty_urusan, region_counts
from catalog.swanilai import count_criteria

_OPEN_VISITS = 5


@dataclass(frozen=True, slots=True)
class DaftarKunjungan:
    """Visits in one role: the newest open, the others in a fold."""

    judul: str
    terbuka: Sequence[BarisKunjungan]
    lain: Sequence[BarisKunjungan]


@dataclass(frozen=True, slots=True)
class BarisPenghargaan:
    """An award to the region, with the entries it was given for."""

    rekaman: Penghargaan
    entri: Sequence[Tautan]


@dataclass(frozen=True, slots=True)
class WilayahView:
    """Everything the template of a region's page asks for."""

    id: str
    nama: str
    remah: Remah
    lede: str
    fakta: Sequence[FaktaWilayah]
    bentang_alam: tuple[str, Sequence[Sumber]] | None
    angka: Sequence[Angka]
    jumlah: int
    kelompok: Sequence[Kelompok]
    opd: CakupanOpd
    opd_dilaporkan: Sequence[tuple[str, AngkaLaporan]]
    indeks: RiwayatIndeks
    dilaporkan: Sequence[AngkaLaporan]
    kunjungan: Sequence[DaftarKunjungan]
    replikasi: Sequence[DaftarReplikasi]
    daerah: Daerah
    pameran: Sequence[tuple[Pameran, Sequence[Tautan]]]
    penghargaan: Sequence[BarisPenghargaan]
    lab: Sequence[tuple[PutaranLab, str]]
    kantor: Sequence[tuple[str, Kantor, Sequence[Sumber]]]
    aturan: Sequence[BarisAturan]
    aturan_sumber: Sequence[str | Sumber]
    anggota: Sequence[tuple[Tautan, int]]
    catatan: Sequence[str]
    sumber_profil: Sequence[Sumber]
    isi: Sequence[tuple[str, str]]
    umpan: bool
    """Whether a feed lies beside the page: an entry has a date."""
    serupa: bool
    """True when enough is known to look for regions like it."""
    peta: Tautan | None
    """The map of its province; None when the province has no entry."""
    hitungan: HitunganWilayah | None
    """Its counts; None with too few entries to count."""
    kalimat_indeks: Sequence[Kalimat]
    kalimat_angka: Sequence[Kalimat]
    kriteria: tuple[int, int, int]
    """Entries that meet the five criteria, that do not, and that nobody has judged."""


def wilayah_page(wilayah_id: str, context: PageContext) -> Page:
    """Return the page of a region of the closed list, also of one that has visits or awards but no entry."""
    view = make_view(wilayah_id, context)
    return render_page(
        "wilayah.html",
        path=f"wilayah/{wilayah_id}/",
        title=f"Inovasi {view.nama}",
        description=f"{view.nama}: {view.lede}",
        section="wilayah",
        w=view,
        ref=PageReferences(view.sumber_profil),
        jangkar_opd=office_anchor,
        urusan_kosong=empty_urusan(view.hitungan) if view.hitungan else "",
    )


def make_view(wilayah_id: str, context: PageContext) -> WilayahView:
    """Return what the page of a region shows."""
    row = context.catalog.vocabularies.wilayah[wilayah_id]
    daerah = context.catalog.daerah.get(wilayah_id) or Daerah(wilayah_id, row.nama)
    entries = sorted(context.catalog.entri_of(wilayah_id), key=name_key)
    profil = daerah.profil
    host, guest = visit_rows(wilayah_id, context)
    coverage = make_coverage(daerah, entries, context)
    lists = context.catalog.vocabularies
    indices = (*daerah.indeks, *award_records(daerah))
    history = make_history(indices)
    view = WilayahView(
        id=wilayah_id,
        nama=row.nama,
        remah=[("Wilayah", "wilayah/")],
        lede=make_lede(daerah, entries, len(host) + len(guest), context),
        fakta=make_facts(wilayah_id, profil, context),
        bentang_alam=make_terrain(profil),
        angka=make_figures(daerah, entries, coverage, len(host) + len(guest)),
        jumlah=len(entries),
        umpan=any(entri.kebaruan for entri in entries),
        kelompok=group_entries(entries, context),
        opd=coverage,
        opd_dilaporkan=reported_shares(daerah.angka),
        indeks=history,
        dilaporkan=order_figures(daerah.angka),
        kunjungan=_visits(row.nama, host, guest),
        replikasi=replication_lists(wilayah_id, context),
        daerah=daerah,
        pameran=[(show, [stand_link(stand, context) for stand in show.gerai]) for show in daerah.pameran],
        penghargaan=[
            BarisPenghargaan(a, [own_entry(id, wilayah_id, context) for id in a.inovasi]) for a in _newest(daerah)
        ],
        lab=[(r, lists.lab[r.tahap].nama if r.tahap else "") for r in daerah.lab],
        kantor=_offices(profil),
        aturan=region_rules(wilayah_id, context),
        aturan_sumber=_rule_sources(profil),
        anggota=_members(wilayah_id, context),
        catatan=profil.catatan if profil else (),
        sumber_profil=profil.sumber if profil else (),
        isi=(),
        serupa=bool(profil and profil.penduduk),
        peta=_map_link(wilayah_id, context),
        hitungan=region_counts(wilayah_id, context),
        kalimat_indeks=[k for k in index_sentences(indices) if not _is_drawn(k, history)],
        kalimat_angka=_figures(daerah, len(entries)),
        kriteria=count_criteria(entries),
    )
    return _with_contents(view)


def _is_drawn(sentence: Kalimat, history: RiwayatIndeks) -> bool:
    """True when a chart's own finding says the same: 'Peringkat IID naik …'."""
    start = sentence.teks.partition(" dari ")[0]
    return any(chart.temuan.startswith(start) for chart in history.bagan)


def _figures(daerah: Daerah, count: int) -> list[Kalimat]:
    catalogued = catalogued_sentence(count, daerah.angka)
    return [*figure_sentences(daerah.angka), *([catalogued] if catalogued else ())]


def _visits(nama: str, host: Sequence[BarisKunjungan], guest: Sequence[BarisKunjungan]) -> list[DaftarKunjungan]:
    named = ((f"Yang datang belajar ke {nama}", host), (f"{nama} belajar ke daerah lain", guest))
    return [
        DaftarKunjungan(title, rows[:_OPEN_VISITS], rows[_OPEN_VISITS:])
        if len(rows) > _OPEN_VISITS + 1
        else DaftarKunjungan(title, rows, ())
        for title, rows in named
        if rows
    ]


def _newest(daerah: Daerah) -> list[Penghargaan]:
    """The awards, newest first, undated last."""
    return sorted(daerah.penghargaan, key=lambda award: award.tanggal or "", reverse=True)


def _offices(profil: ProfilWilayah | None) -> list[tuple[str, Kantor, Sequence[Sumber]]]:
    """(title, office, sources of the profile that are about it) of each office that is known."""
    if profil is None:
        return []
    named = (
        ("Kantor yang mengurus inovasi", "kontak"),
        ("Sekretariat daerah", "sekretariat"),
        ("Meja informasi", "meja_informasi"),
    )
    known = ((title, getattr(profil, isian), profile_sources(profil, isian)) for title, isian in named)
    return [(title, office, sources) for title, office, sources in known if office]


def _rule_sources(profil: ProfilWilayah | None) -> tuple[str | Sumber, ...]:
    if profil is None or profil.aturan_kunjungan is None:
        return ()
    return (*profil.aturan_kunjungan.sumber, *profile_sources(profil, "aturan_kunjungan"))


def _map_link(wilayah_id: str, context: PageContext) -> Tautan | None:
    """The map on which the region, or for one without entries its province, can be seen."""
    lists = context.catalog.vocabularies
    province = lists.wilayah_by_kode[lists.wilayah[wilayah_id].provinsi].id
    if not context.catalog.entri_of(wilayah_id) and province not in map_ids(context):
        return None
    return Tautan(context.nama_provinsi(wilayah_id), map_path(province))


def _members(wilayah_id: str, context: PageContext) -> list[tuple[Tautan, int]]:
    """Kabupaten and kota of a province that have a page, by name, with their number of entries; [] for others."""
    lists = context.catalog.vocabularies
    row = lists.wilayah[wilayah_id]
    if row.jenis != "provinsi":
        return []
    members = [m for m in lists.wilayah.values() if m.provinsi == row.provinsi and m.id != wilayah_id]
    shown = [m for m in sorted(members, key=lambda m: m.nama) if context.has_wilayah(m.id)]
    return [(Tautan(m.nama, f"wilayah/{m.id}/"), len(context.catalog.entri_of(m.id))) for m in shown]


def _with_contents(view: WilayahView) -> WilayahView:
    daerah = view.daerah
    parts = (
        (True, "inovasi", "Inovasi"),
        (view.hitungan, "angka", "Inovasi dalam angka"),
        (view.anggota, "anggota", "Kabupaten dan kota"),
        (view.opd.ada or view.opd_dilaporkan, "perangkat-daerah", "Perangkat daerah"),
        (view.indeks.baris, "riwayat-indeks", "Riwayat indeks"),
        (daerah.angka, "angka-dilaporkan", "Angka yang dilaporkan"),
        (view.kunjungan, "kunjungan", "Kunjungan belajar"),
        (view.replikasi, "replikasi", "Replikasi"),
        (daerah.penghargaan, "penghargaan", "Penghargaan"),
        (daerah.pameran, "pameran", "Pameran"),
        (daerah.lab, "lab", "Lab inovasi"),
        (True, "berkunjung", "Bertanya dan berkunjung"),
        (True, "sumber", "Sumber"),
    )
    return replace(view, isi=[(id, title) for shown, id, title in parts if shown])
