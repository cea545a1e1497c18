"""The head of a region's page: what it amounts to in a sentence, its profile, and figures that lead further down."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Daerah, Entri
from catalog.indonesian import gabung, ribuan
from catalog.model.umum import Sumber
from catalog.model.wilayah import ProfilWilayah
from catalog.pages.context import PageContext
from catalog.pages.tautan import Tautan, region_link
from catalog.pages.wilayah_jejak import profile_sources
from catalog.pages.wilayah_opd import CakupanOpd


@dataclass(frozen=True, slots=True)
class FaktaWilayah:
    """One fact of the profile with its sources; ``luar`` leads off the site, ``ket`` is a quiet word behind."""

    judul: str
    nilai: Tautan
    sumber: Sequence[Sumber] = ()
    ket: str = ""


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure at the top that leads to its list on the page."""

    nilai: str
    nama: str
    jangkar: str


def make_lede(daerah: Daerah, entries: Sequence[Entri], visits: int, context: PageContext) -> str:
    """Return one or two sentences: how many entries on how many urusan, and how many are known to run."""
    if not entries:
        others = [
            f"{ribuan(count)} {name}"
            for count, name in ((visits, "kunjungan belajar"), (len(daerah.penghargaan), "penghargaan"))
            if count
        ]
        return (
            f"Belum ada inovasi yang tercatat. Yang ada: {gabung(others)}."
            if others
            else "Belum ada inovasi yang tercatat."
        )
    urusan = sorted({entri.urusan_utama for entri in entries})
    if len(urusan) == 1:
        about = f"pada urusan {context.catalog.vocabularies.urusan[urusan[0]].singkat}"
    else:
        about = f"dari {len(urusan)} urusan"
    running = sum(1 for entri in entries if entri.keadaan == "berjalan")
    stopped = sum(1 for entri in entries if entri.keadaan == "berhenti")
    known = [
        f"{ribuan(n)} {word}" for n, word in ((running, "diketahui masih berjalan"), (stopped, "sudah berhenti")) if n
    ]
    sentence = f"{ribuan(len(entries))} inovasi tercatat {about}"
    return f"{sentence}; {gabung(known)}." if known else f"{sentence}."


def make_facts(wilayah_id: str, profil: ProfilWilayah | None, context: PageContext) -> list[FaktaWilayah]:
    """Return the profile, each fact with the sources that name it; the density is computed and says so."""
    lists = context.catalog.vocabularies
    row = lists.wilayah[wilayah_id]
    facts = [FaktaWilayah("Kode wilayah", Tautan(row.kode))]
    if row.jenis != "provinsi":
        province = region_link(lists.wilayah_by_kode[row.provinsi].id, context)
        name = context.nama_provinsi(wilayah_id)
        facts.append(FaktaWilayah("Provinsi", Tautan(name, province.tautan)))
    if profil is None:
        return facts

    def add(title: str, text: str, isian: str, ket: str = "") -> None:
        facts.append(FaktaWilayah(title, Tautan(text), profile_sources(profil, isian), ket))

    if profil.penduduk:
        add("Penduduk", f"{ribuan(profil.penduduk)} jiwa", "penduduk")
    if profil.luas_km2:
        add("Luas", f"{ribuan(profil.luas_km2)} km²", "luas_km2")
    if profil.penduduk and profil.luas_km2:
        density = f"{ribuan(round(profil.penduduk / profil.luas_km2))} jiwa per km²"
        facts.append(FaktaWilayah("Kepadatan", Tautan(density), ket="dihitung"))
    if profil.situs:
        facts.append(FaktaWilayah("Situs resmi", Tautan("", luar=profil.situs), profile_sources(profil, "situs")))
    if profil.situs_lain:
        add("Situs lain", ", ".join(profil.situs_lain), "situs_lain")
    return facts


def make_terrain(profil: ProfilWilayah | None) -> tuple[str, Sequence[Sumber]] | None:
    """Return the lie of the land with its sources; None when it is not known."""
    if profil is None or not profil.bentang_alam:
        return None
    return profil.bentang_alam, profile_sources(profil, "bentang_alam")


def make_figures(daerah: Daerah, entries: Sequence[Entri], opd: CakupanOpd, visits: int) -> list[Angka]:
    """Return up to three figures that are not nought; a lone one is left out, the sentence above it says as much."""
    with_entries = opd.berinovasi
    share = f"{ribuan(with_entries)} dari {ribuan(opd.dari)}" if opd.lengkap else ribuan(with_entries)
    figures = (
        (len(entries), Angka(ribuan(len(entries)), "inovasi tercatat", "inovasi")),
        (with_entries, Angka(share, "perangkat daerah punya inovasi tercatat", "perangkat-daerah")),
        (visits, Angka(ribuan(visits), "kunjungan belajar", "kunjungan")),
        (len(daerah.penghargaan), Angka(ribuan(len(daerah.penghargaan)), "penghargaan daerah", "penghargaan")),
    )
    shown = [figure for count, figure in figures if count][:3]
    return shown if len(shown) > 1 else []
