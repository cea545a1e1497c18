"""The ledger of replications and the page of each lineage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.frame.page import Page
from catalog.iid import current_edition
from catalog.indonesian import ribuan
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import PER_HALAMAN, Halaman, make_paging, plan_pages
from catalog.pages.replikasi_baris import BUKU, BarisPasangan, copy_level, count_sentence, make_row
from catalog.pages.silsilah import draw_lineage, lineage_path
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.tautan import Tautan, region_link
from catalog.replikasi import BELUM_DISEBUT, SEWILAYAH, Hitungan, Pasangan, Silsilah, counted, group_of

_GROUPS: Mapping[str, tuple[str, str, str]] = {
    "berjalan": ("berjalan", "Sudah berjalan", ""),
    "uji-coba": ("uji-coba", "Sedang diuji coba", ""),
    "kesepakatan": (
        "kesepakatan",
        "Baru kesepakatan",
        "Ada surat, nota kesepahaman, hibah, atau perjanjian. Pelaksanaannya belum tercatat.",
    ),
    "minat": ("minat", "Baru minat", "Sudah menyatakan ingin meniru."),
    BELUM_DISEBUT: (
        "tahap-belum-disebut",
        "Asalnya disebut, tahapnya belum",
        "Entri penerima menyebut inovasi asalnya, tetapi belum menulis sampai tahap mana ditiru.",
    ),
    "berhenti": ("berhenti", "Pernah ditiru, lalu berhenti", "Dicatat agar alasannya dapat dipelajari."),
    "kunjungan": (
        "kunjungan",
        "Baru kunjungan belajar",
        "Datang belajar belum berarti meniru, dan kabar sesudahnya belum tercatat. Menurut catatan tuan rumah, kecuali "
        "disebut lain.",
    ),
    SEWILAYAH: (
        "lanjutan",
        "Lanjutan di wilayah yang sama",
        "Inovasi yang lahir dari inovasi lain di pemerintah daerah yang sama. Bukan replikasi antardaerah.",
    ),
}
"""Group → (anchor, heading, what it means), in the order of the ledger (``KELOMPOK``)."""

_FIGURES = {
    "berjalan": "sudah berjalan",
    "uji-coba": "sedang diuji coba",
    "kesepakatan": "baru kesepakatan",
    "minat": "baru minat",
    BELUM_DISEBUT: "tahapnya belum disebut",
    "berhenti": "pernah ditiru, lalu berhenti",
    "kunjungan": "baru kunjungan",
}
_LAST = frozenset({"kunjungan", SEWILAYAH})
"""Groups that stand below the counts: they are no step of a replication, or of none between regions."""

_SHOWN_COUNTS = 50
_PICTURES = 1
"""Lineages drawn on the ledger itself; the others are links."""


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The pairs of one stage that stand on a page.

    ``tamu`` are those of which only visits are known, put together by their origin. ``nyata`` groups stand before the
    counts, the others after them.
    """

    id: str
    judul: str
    ket: str
    nyata: bool
    baris: Sequence[BarisPasangan]
    tamu: Sequence[Sequence[BarisPasangan]]


@dataclass(frozen=True, slots=True)
class BarisHitungan:
    """The count of one innovation: where it was copied."""

    asal: Tautan
    wilayah_asal: str
    hitungan: Hitungan
    level: int
    wilayah: Sequence[Tautan]


@dataclass(frozen=True, slots=True)
class BarisSilsilah:
    """A lineage as a link."""

    nama: str
    wilayah: str
    tautan: str
    turunan: int


def ledger_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (address, '', number) of the pages of the ledger, 50 pairs a page."""
    return plan_pages(BUKU, len(context.buku.urutan.baris))


def ledger_page(key: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of the ledger; what explains and counts it stands on the first."""
    ledger = context.buku.urutan
    paging = make_paging(BUKU, number, len(ledger.baris))
    shown = ledger.baris[(number - 1) * PER_HALAMAN : number * PER_HALAMAN]
    is_first = number == 1
    edition = current_edition(context.catalog.vocabularies.iid)
    indicator = edition.read_by("jumlah_replikasi")
    return render_page(
        "replikasi.html",
        path=paging.tautan(number),
        title="Buku besar replikasi" + (f", halaman {number}" if number > 1 else ""),
        description="Siapa meniru inovasi siapa, sampai tahap mana, apa yang diubah, dan apa hasilnya. "
        f"{ribuan(ledger.nyata)} replikasi antardaerah tercatat.",
        section="",
        kelompok=_groups(shown, context),
        angka=_figures(ledger.kelompok, paging),
        jumlah=len(ledger.baris),
        asal=ledger.asal,
        nyata=ledger.nyata,
        dua_pihak=ledger.dua_pihak,
        hitungan=_counts(context) if is_first else (),
        edisi=edition.edisi,
        level_replikasi=[level.syarat for level in indicator.level] if indicator else (),
        silsilah=[_lineage_row(one, context) for one in _drawable(context)] if is_first else (),
        gambar=[(draw_lineage(one, context), lineage_path(one.akar)) for one in _drawable(context)[:_PICTURES]]
        if is_first
        else (),
        halaman=paging,
        ref=PageReferences(),
    )


def _groups(shown: Sequence[Pasangan], context: PageContext) -> list[Kelompok]:
    found = []
    for stage, (id, heading, meaning) in _GROUPS.items():
        members = [pair for pair in shown if group_of(pair) == stage]
        recorded = [make_row(pair, context) for pair in members if not pair.hanya_kunjungan]
        guests = groupby((pair for pair in members if pair.hanya_kunjungan), key=lambda pair: pair.asal)
        visits = [[make_row(pair, context) for pair in together] for _, together in guests]
        if members:
            found.append(Kelompok(id, heading, meaning, stage not in _LAST, recorded, visits))
    return found


def _figures(groups: Mapping[str, tuple[int, int]], paging: Halaman) -> list[tuple[int, str, str]]:
    """(number, what, address) of every stage that has pairs; sequels at home are no figure of the ledger."""
    found = []
    for stage, words in _FIGURES.items():
        place, count = groups.get(stage, (0, 0))
        if count:
            address = paging.tautan(place // PER_HALAMAN + 1)
            found.append((count, words, f"{address}#{_GROUPS[stage][0]}"))
    return found


def _counts(context: PageContext) -> list[BarisHitungan]:
    """The innovations copied in most regions, at most 50."""
    found, edition = [], current_edition(context.catalog.vocabularies.iid)
    for id, pairs in context.buku.asal.items():
        count, entri = counted(pairs), context.catalog.find(id)
        if count.jumlah and entri:
            found.append((entri, count))
    found.sort(key=lambda row: (-row[1].jumlah, row[0].nama.casefold(), row[0].id))
    return [
        BarisHitungan(
            Tautan(entri.nama, entri.tautan),
            context.catalog.nama_wilayah(entri.wilayah),
            count,
            copy_level(count, edition),
            [region_link(id, context) for id in count.wilayah],
        )
        for entri, count in found[:_SHOWN_COUNTS]
    ]


def _drawable(context: PageContext) -> list[Silsilah]:
    """The lineages that have a page: all but those whose root no address can be made of."""
    return [one for one in context.buku.silsilah.values() if lineage_path(one.akar)]


def _lineage_row(one: Silsilah, context: PageContext) -> BarisSilsilah:
    entri = context.catalog.find(one.akar)
    name, place = (entri.nama, context.catalog.nama_wilayah(entri.wilayah)) if entri else (one.akar, "")
    return BarisSilsilah(name, place, lineage_path(one.akar), one.turunan)


def lineage_paths(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Yield (address, root, 1) of every lineage, the largest first."""
    return ((lineage_path(one.akar), one.akar, 1) for one in _drawable(context))


def lineage_page(root: str, number: int, context: PageContext) -> Page:
    """Return the page of a lineage: its picture, and every pair of it as a row; ``number`` is always 1."""
    lineage = context.buku.silsilah[root]
    row = _lineage_row(lineage, context)
    entri = context.catalog.find(root)
    pairs = dict.fromkeys(member.pasangan for member in lineage.simpul if member.pasangan)
    own = context.buku.asal.get(root, ())
    return render_page(
        "silsilah.html",
        path=row.tautan,
        title=f"Silsilah {row.nama}",
        description=f"Dari {row.nama} tercatat {ribuan(row.turunan)} turunan: siapa meniru siapa, sampai tahap mana.",
        section="",
        silsilah=row,
        entri=Tautan(entri.nama, entri.tautan) if entri else None,
        hitungan=count_sentence(counted(own), current_edition(context.catalog.vocabularies.iid)) if entri else "",
        gambar=draw_lineage(lineage, context),
        baris=[make_row(pair, context) for pair in pairs],
        ref=PageReferences(),
    )
