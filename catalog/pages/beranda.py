"""The home page: what this is, a search, doors for the common wishes, what is new, figures that lead to their lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import Kartu, make_card
from catalog.pages.masalah import home_doors
from catalog.pages.provinsi import group_by_province

CONTOH_CARI = ("ambulans", "akta lahir", "izin usaha")
"""Queries offered below the search box."""

TERUKUR = ("terukur", "dievaluasi")
"""Evidence levels with a measured result or an evaluation."""

_BARU = 6
_BARU_RUMAH = 3


@dataclass(frozen=True, slots=True)
class Angka:
    """A figure that leads to what it counts; ``tautan`` is below the site's root."""

    nilai: int
    dari: int
    nama: str
    tautan: str


@dataclass(frozen=True, slots=True)
class Pintu:
    """A door: its words, a quiet line, where it leads."""

    nama: str
    ket: str
    tautan: str


@dataclass(frozen=True, slots=True)
class Rumah:
    """The home region with what the catalogue holds of it."""

    nama: str
    tautan: str
    jumlah: int
    kunjungan: int
    penghargaan: int


SAYA_INGIN = (
    Pintu("Mencari layanan", "Pilih masalah Anda, lalu lihat tempat, jam, dan syaratnya.", "masalah/"),
    Pintu("Meniru inovasi", "Biaya, langkah, dasar hukum, dan pelajaran dari daerah lain.", "panduan/meniru/"),
    Pintu("Berkunjung ke daerah lain", "Siapa pernah datang ke mana, dan aturan bagi tamu.", "kunjungan/"),
    Pintu(
        "Menambah atau memperbaiki entri",
        "Untuk perangkat daerah dan siapa pun yang punya sumbernya.",
        "panduan/kontribusi/",
    ),
)
"""Doors whose pages exist; more are added with their features."""


def home_page(context: PageContext) -> Page:
    """Return the home page."""
    name = context.settings.nama_katalog
    return render_page(
        "beranda.html",
        path="",
        title=name,
        description="Inovasi kabupaten, kota, dan provinsi: cara memakainya, buktinya, dan cara menirunya.",
        contoh=CONTOH_CARI,
        saya_ingin=SAYA_INGIN,
        masalah=home_doors(context),
        terbaru=newest_cards(context),
        angka=_figures(context),
        rumah=_home_region(context),
        provinsi=[province for province in group_by_province(context) if province.jumlah],
    )


def newest_cards(context: PageContext) -> list[Kartu]:
    """Return six cards: the newest three of the home region, then of others; more of one if the other is short."""
    ordered = sorted(context.catalog.entri, key=lambda e: e.kebaruan, reverse=True)
    home = [e for e in ordered if e.wilayah == context.settings.wilayah_rumah]
    first = home[:_BARU_RUMAH]
    others = (e for e in ordered if e.wilayah != context.settings.wilayah_rumah)
    chosen = first + list(islice(others, _BARU - len(first)))
    chosen += home[_BARU_RUMAH : _BARU_RUMAH + _BARU - len(chosen)]
    return [make_card(entri, context) for entri in chosen]


def _figures(context: PageContext) -> list[Angka]:
    entries = context.catalog.entri
    urusan = {id for kind, id in context.daftar if kind == "urusan"}
    return [
        Angka(len(entries), 0, "inovasi, semuanya bersumber", "inovasi/"),
        Angka(len(context.catalog.wilayah_berentri), 0, "wilayah punya inovasi di sini", "wilayah/"),
        Angka(len(urusan), len(context.catalog.vocabularies.urusan), "urusan pemerintahan terwakili", "urusan/"),
        Angka(
            _count(entries, TERUKUR),
            0,
            "inovasi dengan hasil terukur atau evaluasi",
            "jelajah/?" + "&".join(f"bukti={level}" for level in TERUKUR),
        ),
    ]


def _count(entries: Sequence[Entri], levels: Sequence[str]) -> int:
    return sum(entri.bukti in levels for entri in entries)


def _home_region(context: PageContext) -> Rumah | None:
    id = context.settings.wilayah_rumah
    if not context.has_wilayah(id):
        return None
    daerah = context.catalog.daerah.get(id)
    return Rumah(
        nama=context.catalog.nama_wilayah(id),
        tautan=f"wilayah/{id}/",
        jumlah=len(context.catalog.entri_of(id)),
        kunjungan=len(context.catalog.kunjungan_of(id)),
        penghargaan=len(daerah.penghargaan) if daerah else 0,
    )
