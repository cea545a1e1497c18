"""The statistics page: what the entries of the catalogue add up to, and, apart from it, what others reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.frame.page import Page
from catalog.model.wilayah import AngkaLaporan
from catalog.pages.context import NASIONAL, PageContext
from catalog.pages.environment import render_page
from catalog.pages.indonesian import ribuan, tanggal
from catalog.pages.statistik_temuan import (
    Temuan,
    completeness_finding,
    evidence_finding,
    kind_finding,
    office_finding,
    region_finding,
    stage_finding,
    status_finding,
    urusan_finding,
    year_finding,
)
from catalog.pages.sumber_halaman import PageReferences
from catalog.pages.wilayah_opd import order_figures
from catalog.statistics import Statistik


@dataclass(frozen=True, slots=True)
class BagianStatistik:
    """Findings about one thing, under a heading."""

    id: str
    judul: str
    temuan: Sequence[Temuan]


def statistik_page(context: PageContext) -> Page:
    """Return the statistics page; ``context.statistik`` must be the counts of ``context.catalog``."""
    s: Statistik = context.statistik
    parts = make_parts(s, context)
    reported = _reported(context)
    contents = [(part.id, part.judul) for part in parts]
    if reported:
        contents.append(("dilaporkan", "Angka pihak lain"))
    lede = (
        f"{ribuan(s.jumlah)} entri dari {ribuan(s.jumlah_wilayah)} daerah di {ribuan(s.jumlah_provinsi)} provinsi, "
        f"disusun dari {ribuan(s.jumlah_sumber)} rujukan sumber."
    )
    return render_page(
        "statistik.html",
        path="statistik/",
        title="Statistik",
        description=f"Isi katalog dalam angka: {lede}",
        section="statistik",
        s=s,
        lede=lede,
        urusan_berisi=sum(1 for count in s.urusan if count.jumlah),
        bagian=parts,
        dilaporkan=reported,
        isi=contents,
        sumber=_source_line(s, context),
        ref=PageReferences(),
    )


def make_parts(s: Statistik, context: PageContext) -> list[BagianStatistik]:
    """Return the findings in their parts; [] for a catalogue without entries."""
    if not s.jumlah:
        return []
    parts = (
        (
            "bidang",
            "Bidang dan tempat",
            (urusan_finding(s, context), region_finding(s, context), office_finding(s, context)),
        ),
        ("waktu", "Waktu dan keadaan", (year_finding(s), stage_finding(s), status_finding(s))),
        (
            "mutu",
            "Jenis, bukti, dan kelengkapan",
            (kind_finding(s), evidence_finding(s), completeness_finding(s, context)),
        ),
    )
    return [BagianStatistik(id, title, [f for f in findings if f]) for id, title, findings in parts]


def _source_line(s: Statistik, context: PageContext) -> str:
    dates = [source.tanggal for entri in context.catalog.entri for source in entri.inovasi.sumber if source.tanggal]
    newest = f"; sumber terbaru bertanggal {tanggal(max(dates))}" if dates else ""
    return f"Sumber: katalog ini, {ribuan(s.jumlah)} entri{newest}."


def _reported(context: PageContext) -> list[AngkaLaporan]:
    national = context.catalog.daerah.get(NASIONAL)
    return order_figures(national.angka) if national else []
