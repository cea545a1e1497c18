"""The report card of an office and the yearly evaluation of a region, for paper: what is there and what is missing.

No ranking: offices and entries stand by name, and nothing is told of persons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.catalog import Daerah, Entri
from catalog.exports import SEDIKIT
from catalog.frame.page import Page
from catalog.indonesian import gabung, ribuan, tanggal
from catalog.kelengkapan import counted_isian
from catalog.pages.context import PageContext, name_key
from catalog.pages.environment import render_page
from catalog.pages.rapor_siap import report_gaps
from catalog.swanilai.nilai import current_edition

RAPOR, EVALUASI = "rapor", "evaluasi"
"""Kinds of these pages: for paper, made of what stands elsewhere, so in no site map."""

_BINGKAI = "cetak"
_GAPS = 5
"""Isian that are most often empty are told up to so many."""


@dataclass(frozen=True, slots=True)
class BarisRapor:
    """One entry: ``ket`` its stage and status, ``isian`` filled isian, ``kurang`` what it lacks to be reported."""

    nama: str
    tautan: str
    ket: str
    isian: str
    konfirmasi: str
    kurang: str


@dataclass(frozen=True, slots=True)
class Rapor:
    """An office ('' for entries without an owner) with its entries by name and what they add up to."""

    id: str
    nama: str
    entri: Sequence[BarisRapor]
    penerapan: int
    mulai: int
    dikonfirmasi: int
    siap: int
    kosong: str

    @property
    def jumlah(self) -> int:
        """How many entries there are."""
        return len(self.entri)


def office_path(wilayah: str, id: str) -> str:
    """Return the address of the report card of an office that has entries."""
    return f"wilayah/{wilayah}/opd/{id}/"


def evaluation_path(wilayah: str) -> str:
    """Return the address of the yearly evaluation of a region."""
    return f"wilayah/{wilayah}/evaluasi/"


def has_evaluation(wilayah: str, context: PageContext) -> bool:
    """Return whether a region has a yearly evaluation: at least three entries."""
    return len(context.catalog.entri_of(wilayah)) >= SEDIKIT and context.has_wilayah(wilayah)


def report_plan(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Return (path, '<region>/<office>', 1) of every office that has entries, by region and office."""
    for wilayah in context.catalog.wilayah_berentri:
        if context.has_wilayah(wilayah):
            owners = {id for e in context.catalog.entri_of(wilayah) for id in e.inovasi.perangkat_daerah}
            yield from ((office_path(wilayah, id), f"{wilayah}/{id}", 1) for id in sorted(owners))


def evaluation_plan(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Return (path, region, 1) of every region with at least three entries."""
    known = context.catalog.wilayah_berentri
    return ((evaluation_path(id), id, 1) for id in known if has_evaluation(id, context))


def report_page(key: str, number: int, context: PageContext) -> Page:
    """Return the report card of an office."""
    wilayah, id = key.split("/", 1)
    region = context.catalog.nama_wilayah(wilayah)
    entries = [e for e in context.catalog.entri_of(wilayah) if id in e.inovasi.perangkat_daerah]
    report = make_report(id, office_name(wilayah, id, context), entries, context)
    return render_page(
        "rapor.html",
        path=office_path(wilayah, id),
        title=f"Rapor inovasi {report.nama}, {region}",
        description=f"{report.jumlah} inovasi {report.nama}: yang ada dan yang belum.",
        bingkai=_BINGKAI,
        r=report,
        wilayah=region,
        evaluasi=has_evaluation(wilayah, context),
        tahun=year_of(context),
        edisi=current_edition(context.catalog.vocabularies.iid).edisi,
    )


def evaluation_page(key: str, number: int, context: PageContext) -> Page:
    """Return the yearly evaluation of a region: all offices in one table, then each on a page of its own."""
    region = context.catalog.nama_wilayah(key)
    daerah = context.catalog.daerah.get(key) or Daerah(key, region)
    entries = context.catalog.entri_of(key)
    owners = {id for entri in entries for id in entri.inovasi.perangkat_daerah}
    offices = sorted((office_name(key, id, context), id) for id in owners | set(daerah.perangkat_daerah))
    reports = [
        make_report(id, name, [e for e in entries if id in e.inovasi.perangkat_daerah], context) for name, id in offices
    ]
    ownerless = [e for e in entries if not e.inovasi.perangkat_daerah]
    if ownerless:
        reports.append(make_report("", "Belum menyebut pemilik", ownerless, context))
    year = year_of(context)
    return render_page(
        "evaluasi.html",
        path=evaluation_path(key),
        title=f"Evaluasi inovasi {region}{f' {year}' if year else ''}",
        description=f"Inovasi tiap perangkat daerah {region}: yang ada dan yang belum, siap cetak.",
        bingkai=_BINGKAI,
        rapor=reports,
        jumlah=len(entries),
        wilayah=region,
        lengkap=daerah.opd_lengkap,
        tahun=year,
        edisi=current_edition(context.catalog.vocabularies.iid).edisi,
        batas=SEDIKIT,
    )


def year_of(context: PageContext) -> int | None:
    """Return the year that is evaluated: that of the build's date, None where nobody set one."""
    return context.hari.year if context.hari else None


def office_name(wilayah: str, id: str, context: PageContext) -> str:
    """Return the name of an office, its id where the register lacks it."""
    daerah = context.catalog.daerah.get(wilayah)
    office = daerah.perangkat_daerah.get(id) if daerah else None
    return office.nama if office else id


def make_report(id: str, name: str, entries: Sequence[Entri], context: PageContext) -> Rapor:
    """Return the report card of these entries; the counts of the year are 0 where no year is known."""
    year = str(year_of(context) or "?")
    rows = [_row(entri.take_out(), context) for entri in sorted(entries, key=name_key)]
    return Rapor(
        id=id,
        nama=name,
        entri=rows,
        penerapan=sum(e.inovasi.tahapan == "penerapan" for e in entries),
        mulai=sum((e.tanggal_mulai or "").startswith(year) for e in entries),
        dikonfirmasi=sum(
            (e.inovasi.dikonfirmasi.tanggal if e.inovasi.dikonfirmasi else "")[:4] == year for e in entries
        ),
        siap=sum(not row.kurang for row in rows),
        kosong=_gaps(entries),
    )


def _row(entri: Entri, context: PageContext) -> BarisRapor:
    lists, inovasi = context.catalog.vocabularies, entri.inovasi
    stage = lists.tahapan[inovasi.tahapan].nama if inovasi.tahapan else "Tahap belum diketahui"
    status = "" if entri.keadaan == "belum-diketahui" else f", {lists.status[entri.keadaan].nama.lower()}"
    return BarisRapor(
        nama=entri.nama,
        tautan=entri.tautan,
        ket=stage + status,
        isian=f"{entri.kelengkapan.terisi}/{entri.kelengkapan.dari}",
        konfirmasi=tanggal(inovasi.dikonfirmasi.tanggal) if inovasi.dikonfirmasi else "belum",
        kurang="; ".join(report_gaps(entri, context)),
    )


def _gaps(entries: Sequence[Entri]) -> str:
    """The isian that most entries lack, each with how many: 'biaya (9), risiko (8), dan SDM (8)'; '' for none."""
    titles = counted_isian()
    order = {key: place for place, key in enumerate(titles)}
    missing = Counter(key for entri in entries for key in entri.kelengkapan.kurang)
    top = sorted(missing.items(), key=lambda item: (-item[1], order[item[0]]))[:_GAPS]
    words = [titles[key] if titles[key].isupper() else titles[key].lower() for key, _ in top]
    if len(entries) == 1:
        return gabung(words)
    return gabung([f"{word} ({ribuan(count)})" for word, (_, count) in zip(words, top, strict=True)])
