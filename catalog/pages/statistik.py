"""The statistics page: what the entries of the catalogue add up to, and, apart from it, what others reported."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.exports import TABLES_FOLDER
from catalog.frame.page import Page
from catalog.indonesian import ribuan, tanggal
from catalog.model.wilayah import AngkaLaporan
from catalog.pages.context import NASIONAL, PageContext
from catalog.pages.environment import render_page
from catalog.pages.statistik_isian import (
    confirmation_finding,
    form_finding,
    growth_finding,
    initiator_finding,
    month_finding,
    owner_finding,
)
from catalog.pages.statistik_konfirmasi import confirmation_view
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
from catalog.pages.tautan import Tautan, region_link
from catalog.pages.wilayah_kalimat import newest_reported
from catalog.pages.wilayah_opd import order_figures
from catalog.statistics import Statistik


@dataclass(frozen=True, slots=True)
class BagianStatistik:
    """Findings about one thing, under a heading."""

    id: str
    judul: str
    temuan: Sequence[Temuan]


@dataclass(frozen=True, slots=True)
class BarisTercatat:
    """What a region reported to the ministry, and beside it what the catalogue holds: two ways of counting."""

    wilayah: Tautan
    tercatat: int
    dilaporkan: AngkaLaporan


def statistik_page(context: PageContext) -> Page:
    """Return the statistics page; ``context.statistik`` must be the counts of ``context.catalog``."""
    s: Statistik = context.statistik
    parts = make_parts(s, context)
    reported, confirmation = _reported(context), confirmation_view(context)
    beside = catalogued_rows(context)
    contents = [(part.id, part.judul) for part in parts]
    if confirmation.kantor or confirmation.wilayah:
        contents.append(("konfirmasi", "Perlu dikonfirmasi"))
    if reported or beside:
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
        konfirmasi=confirmation,
        dilaporkan=reported,
        tercatat=beside,
        folder=TABLES_FOLDER,
        isi=contents,
        sumber=_source_line(s, context),
        ref=PageReferences(),
    )


def make_parts(s: Statistik, context: PageContext) -> list[BagianStatistik]:
    """Return the findings in their parts; [] for a catalogue without entries."""
    if not s.jumlah:
        return []
    confirmed = confirmation_finding(s, context)
    parts = (
        (
            "bidang",
            "Bidang dan tempat",
            (urusan_finding(s, context), region_finding(s, context), office_finding(s, context)),
        ),
        ("waktu", "Tahun dan bulan", (year_finding(s), growth_finding(s), month_finding(s))),
        (
            "keadaan-entri",
            "Tahapan dan status",
            (stage_finding(s), status_finding(s), confirmed),
        ),
        (
            "ragam",
            "Jenis dan asal",
            (kind_finding(s), form_finding(s), initiator_finding(s), owner_finding(s)),
        ),
        ("mutu", "Bukti dan kelengkapan", (evidence_finding(s), completeness_finding(s, context))),
    )
    return [BagianStatistik(id, title, [f for f in findings if f]) for id, title, findings in parts]


def catalogued_rows(context: PageContext) -> list[BarisTercatat]:
    """Return the regions that reported how many innovations they sent to the ministry, by name."""
    rows = []
    for id in context.wilayah:
        daerah = context.catalog.daerah.get(id)
        newest = newest_reported(daerah.angka) if daerah else None
        if newest:
            link = region_link(id, context)
            there = Tautan(link.nama, f"{link.tautan}#angka-dilaporkan")
            rows.append(BarisTercatat(there, len(context.catalog.entri_of(id)), newest))
    return sorted(rows, key=lambda row: row.wilayah.nama)


def _source_line(s: Statistik, context: PageContext) -> str:
    last = max((date for entri in context.catalog.entri for date in entri.tanggal_sumber), default="")
    newest = f"; sumber terbaru bertanggal {tanggal(last)}" if last else ""
    return f"Sumber: katalog ini, {ribuan(s.jumlah)} entri{newest}."


def _reported(context: PageContext) -> list[AngkaLaporan]:
    national = context.catalog.daerah.get(NASIONAL)
    return order_figures(national.angka) if national else []
