"""The self-assessment of a region: the steps of the index, the five criteria, and every entry with what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.catalog import Catalog, Entri
from catalog.frame.page import Page
from catalog.iid import Edisi, Indikator, Rumus, Simulasi, current_edition, simulate, wording
from catalog.indonesian import gabung
from catalog.model.wilayah import AngkaLaporan
from catalog.pages.context import PageContext, name_key
from catalog.pages.environment import render_page
from catalog.pages.komponen import Remah
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.swanilai import METODE, PATH, assessment_anchor, region_path
from catalog.swanilai import (
    BELUM,
    BELUM_DINILAI,
    MEMENUHI,
    EntriDinilai,
    Langkah,
    SwanilaiWilayah,
    assess_region,
    judge_criteria,
    next_steps,
)
from catalog.swanilai.wilayah import YANDAS, levels_by_indicator

_STEPS = 3
"""Next steps shown of an entry; all of them stand in its document for the index."""

_SCRIPTS = ("swanilai.js",)


@dataclass(frozen=True, slots=True)
class BarisHitung:
    """One step of the arithmetic: its name, how it is computed, its value, all as text."""

    id: str
    nama: str
    cara: str
    nilai: str


@dataclass(frozen=True, slots=True)
class BarisEntri:
    """One entry: ``catatan`` says why it is not counted; ``bukti`` are (indicator, level, evidence)."""

    nama: str
    jangkar: str
    tautan: str
    skor: int
    pola: str
    jendela: bool
    dihitung: bool
    catatan: str
    dinilai: int
    bukti: Sequence[tuple[str, int, str]]
    langkah: Sequence[Langkah]


@dataclass(frozen=True, slots=True)
class BarisIndikator:
    """One indicator over the counted entries: how many stand at each level, and the points still to gain."""

    indikator: Indikator
    jumlah: tuple[int, int, int, int]
    sisa: int


@dataclass(frozen=True, slots=True)
class KriteriaView:
    """The entries of a region by whether they meet the five criteria, and what was reported elsewhere."""

    memenuhi: Sequence[Entri]
    belum: Sequence[tuple[Entri, str]]
    belum_dinilai: int
    dilaporkan: Sequence[AngkaLaporan]


@dataclass(frozen=True, slots=True)
class SwanilaiView:
    """Everything the template asks for."""

    nama: str
    remah: Remah
    edisi: Edisi
    langkah: Sequence[BarisHitung]
    belum_yandas: Sequence[str]
    kriteria: KriteriaView
    indikator: Sequence[BarisIndikator]
    entri: Sequence[BarisEntri]
    nama_saja: int
    dihitung: int
    dalam_jendela: int
    yandas: int


def region_plan(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Return (path, region id, 1) of every region with entries."""
    return ((region_path(id), id, 1) for id in context.catalog.wilayah_berentri if context.has_wilayah(id))


def region_page(key: str, number: int, context: PageContext) -> Page:
    """Return the self-assessment of a region."""
    view = make_view(key, context)
    return render_page(
        "swanilai_wilayah.html",
        path=region_path(key),
        title=f"Swanilai inovasi {view.nama}",
        description=f"Swanilai {len(view.entri)} inovasi {view.nama} menurut Indeks Inovasi Daerah edisi "
        f"{view.edisi.edisi}, langkah berikutnya, dan simulasi indeks. Bukan nilai resmi.",
        section="wilayah",
        scripts=_SCRIPTS,
        s=view,
        ref=PageReferences(),
        indeks=PATH,
        metode=METODE,
    )


def make_view(wilayah: str, context: PageContext) -> SwanilaiView:
    """Return what the page of a region shows."""
    catalog = context.catalog
    edition = current_edition(catalog.vocabularies.iid)
    assessed = assess_region(wilayah, catalog, edition, context.buku)
    counted = assessed.dihitung
    return SwanilaiView(
        nama=catalog.nama_wilayah(wilayah),
        remah=[("Wilayah", "wilayah/"), (catalog.nama_wilayah(wilayah), f"wilayah/{wilayah}/")],
        edisi=edition,
        langkah=formula_rows(assessed),
        belum_yandas=_uncovered(assessed, catalog),
        kriteria=criteria_view(wilayah, catalog),
        indikator=_indicators(assessed),
        entri=[_entry(row) for row in assessed.entri],
        nama_saja=assessed.nama_saja,
        dihitung=len(counted),
        dalam_jendela=sum(row.dalam_jendela is True for row in counted),
        yandas=len(assessed.yandas),
    )


def formula_rows(assessed: SwanilaiWilayah) -> list[BarisHitung]:
    """Return every step of the index with its numbers; what the catalogue cannot know is a range."""
    rules, count = assessed.edisi.rumus, len(assessed.dihitung)
    most = rules.maksimum_spd or 0
    low = simulate(count, assessed.total, len(assessed.yandas), 0, rules)
    high = simulate(count, assessed.total, len(assessed.yandas), most * 100, rules)
    rows = [
        BarisHitung("jumlah", "Inovasi yang dihitung", "dari daftar di bawah", str(count)),
        BarisHitung("total", "Jumlah poin", f"poin menurut indikator {assessed.edisi.edisi}", str(low.total)),
        BarisHitung("pembagi", "Pembagi", f"yang lebih besar dari {rules.pembagi} dan {count}", str(low.pembagi)),
        BarisHitung("rata", "Rata-rata kematangan", f"{low.total} ÷ {low.pembagi}", wording(low.rata)),
        BarisHitung("bonus", "Skor jumlah inovasi", _bonus_way(low, len(assessed.yandas), rules), _known(low.bonus)),
    ]
    if low.sid is None or low.iid is None or high.iid is None or low.bonus is None:
        return rows
    return [
        *rows,
        BarisHitung(
            "sid",
            "Satuan inovasi daerah (SID)",
            f"{wording(low.rata)} + {wording(low.bonus)}; paling tinggi {rules.maksimum_sid}",
            wording(low.sid),
        ),
        BarisHitung("spd", "Satuan pemerintah daerah (SPD)", "katalog ini tidak mengetahuinya", f"0 sampai {most}"),
        BarisHitung(
            "iid",
            "Indeks (IID)",
            f"(SPD + {wording(low.sid)}) ÷ {rules.maksimum} × 100",
            f"{wording(low.iid)} sampai {wording(high.iid)}",
        ),
    ]


def _known(value: int | None) -> str:
    return "belum diketahui" if value is None else wording(value)


def _bonus_way(steps: Simulasi, yandas: int, rules: Rumus) -> str:
    if steps.bonus is None or rules.batas_jumlah is None or rules.yandas_minimal is None:
        return "rumusnya belum diketahui"
    if yandas < rules.yandas_minimal:
        return f"0, karena baru {yandas} dari {rules.yandas_minimal} urusan pelayanan dasar yang disyaratkan"
    each = wording(rules.seperseratus_jumlah or 0)
    return f"{min(steps.jumlah, rules.batas_jumlah)} × {each}; paling banyak {rules.batas_jumlah} inovasi"


def _uncovered(assessed: SwanilaiWilayah, catalog: Catalog) -> list[str]:
    urusan = catalog.vocabularies.urusan
    return [row.singkat for id, row in urusan.items() if row.kelompok == YANDAS and id not in assessed.yandas]


def criteria_view(wilayah: str, catalog: Catalog) -> KriteriaView:
    """Return the three states over all entries of a region, and the figures its register reports of the same."""
    names = {id: term.nama.lower() for id, term in catalog.vocabularies.kriteria.items()}
    entries = sorted(catalog.entri_of(wilayah), key=name_key)
    judged = [(entri, judge_criteria(entri.inovasi)) for entri in entries]
    daerah = catalog.daerah.get(wilayah)
    return KriteriaView(
        memenuhi=[entri for entri, one in judged if one.keadaan == MEMENUHI],
        belum=[
            (entri, "; ".join(f"{names[id]}: {reason}" for id, reason in one.karena))
            for entri, one in judged
            if one.keadaan == BELUM
        ],
        belum_dinilai=sum(one.keadaan == BELUM_DINILAI for _, one in judged),
        dilaporkan=_reported(daerah.angka if daerah else ()),
    )


def _reported(figures: Sequence[AngkaLaporan]) -> list[AngkaLaporan]:
    """The figures about meeting the category, and what was registered in the same year."""
    years = {figure.tahun for figure in figures if "memenuhi" in figure.ukuran.casefold()}
    words = ("memenuhi", "kemendagri")
    return sorted(
        (f for f in figures if f.tahun in years and any(word in f.ukuran.casefold() for word in words)),
        key=lambda f: (-f.tahun, "memenuhi" in f.ukuran.casefold(), f.ukuran),
    )


def _indicators(assessed: SwanilaiWilayah) -> list[BarisIndikator]:
    counted = levels_by_indicator(assessed.dihitung, assessed.edisi)
    rows = []
    for indicator in assessed.edisi.indikator:
        zero, one, two, _ = counted[indicator.nomor]
        rows.append(BarisIndikator(indicator, counted[indicator.nomor], indicator.bobot * (3 * zero + 2 * one + two)))
    return rows


def _entry(row: EntriDinilai) -> BarisEntri:
    entri, assessed = row.entri, row.swanilai
    return BarisEntri(
        nama=entri.nama,
        jangkar=assessment_anchor(entri),
        tautan=entri.tautan,
        skor=assessed.skor,
        pola=assessed.pola,
        jendela=row.dalam_jendela is True,
        dihitung=row.dihitung,
        catatan="" if row.dihitung else "sudah berhenti" if entri.keadaan == "berhenti" else "masih inisiatif",
        dinilai=assessed.dinilai,
        bukti=[
            (one.indikator.nama, one.level, gabung(one.bukti) if one.bukti else "dokumen belum disebut")
            for one in assessed.baris
            if one.asal
        ],
        langkah=next_steps(assessed)[:_STEPS],
    )
