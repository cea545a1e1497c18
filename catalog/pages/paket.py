"""The package of an entry for whoever wants to copy it: a page for paper, the same as DOCX, the costs as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.naskah import write_slim_docx
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import status_name
from catalog.pages.paket_isi import Bab, package_parts
from catalog.pages.poster import make_poster
from catalog.pages.rujukan import Kutipan, cite
from catalog.paket import cost_sheet, qr_code

PAKET = "paket"
"""Kind of these pages. They repeat what entries say: no head for machines, no line in the site map."""

BINGKAI = "cetak"
SCRIPTS = ("paket-biaya.js",)
"""Fills the column of one's own region in the cost worksheet; only pages with something to rescale have it."""
TEMPLATES = "panduan/templat/"
"""Address of the page of document templates."""


@dataclass(frozen=True, slots=True)
class PaketView:
    """Everything the template asks for; ``alamat`` is absolute when the site has an address, else begins with '/'."""

    nama: str
    kepanjangan: str
    ringkasan: str
    ket: str
    catatan: str
    bab: list[Bab]
    sumber: list[Kutipan]
    alamat: str
    docx: str
    csv: str


def package_plan(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Return (path, entry id, 1) of every package."""
    return ((f"{entri.tautan}paket/", entri.id, 1) for entri in context.catalog.entri)


def package_page(key: str, number: int, context: PageContext) -> Page:
    """Return the package of an entry as a page for paper.

    Raises:
        KeyError: no such entry; our bug.
    """
    entri = _find(key, context)
    view = make_package(entri, context)
    return render_page(
        "paket.html",
        path=f"{entri.tautan}paket/",
        title=f"Paket replikasi: {entri.nama}",
        description=f"Bahan untuk meniru {entri.nama} dari {context.catalog.nama_wilayah(entri.wilayah)}.",
        scripts=SCRIPTS if _can_be_rescaled(entri, context) else (),
        bingkai=BINGKAI,
        beside=partial(_package_files, entri, view, context),
        p=view,
        qr=qr_code(view.alamat) if context.settings.site_url else None,
        poster=make_poster(entri, context),
        templat=TEMPLATES,
    )


def _package_files(entri: Entri, view: PaketView, context: PageContext) -> Iterator[tuple[str, bytes]]:
    """Yield path below the site's root and bytes of what lies beside the page: the DOCX and, with costs, the CSV."""
    folder = f"{entri.tautan}paket/"
    yield folder + view.docx, write_slim_docx(package_blocks(view))
    if view.csv:
        catalog = context.catalog
        sheet = cost_sheet(entri.inovasi, catalog.penduduk_of(entri.wilayah), catalog.vocabularies)
        yield folder + view.csv, sheet.encode("utf-8")


def _can_be_rescaled(entri: Entri, context: PageContext) -> bool:
    return bool(context.catalog.penduduk_of(entri.wilayah)) and any(item.rupiah for item in entri.inovasi.biaya)


def make_package(entri: Entri, context: PageContext) -> PaketView:
    """Return what the package of an entry shows."""
    lists, site = context.catalog.vocabularies, context.settings.site_url
    step, evidence = context.tingkat_bukti[entri.bukti]
    about = (
        context.catalog.nama_wilayah(entri.wilayah),
        lists.urusan[entri.urusan_utama].singkat,
        status_name(entri.keadaan, context.catalog),
        f"bukti: {evidence.lower()} ({step} dari {len(context.tingkat_bukti)})",
    )
    return PaketView(
        nama=entri.nama,
        kepanjangan=entri.inovasi.kepanjangan or "",
        ringkasan=entri.inovasi.ringkasan,
        ket=" · ".join(about),
        catatan=_notice(entri),
        bab=package_parts(entri, context),
        sumber=[cite(source) for source in entri.inovasi.sumber],
        alamat=(site or "/") + entri.tautan,
        docx=f"paket-{entri.slug}.docx",
        csv=f"biaya-{entri.slug}.csv" if entri.inovasi.biaya else "",
    )


def package_blocks(view: PaketView) -> list[dict[str, Any]]:
    """Return the whole package as the blocks of a document."""
    expansion = [_paragraph(view.kepanjangan)] if view.kepanjangan else []
    blocks = [
        {"blok": "judul", "tingkat": 0, "teks": f"Paket replikasi: {view.nama}"},
        *expansion,
        _paragraph(view.ringkasan),
        _paragraph(f"{view.ket}. Halaman entri: {view.alamat}", "kecil"),
    ]
    if view.catatan:
        blocks.append(_paragraph(view.catatan))
    for part in view.bab:
        blocks += [{"blok": "judul", "tingkat": 1, "teks": part.judul}, *part.blok]
    sources = [_source(source) for source in view.sumber]
    return [
        *blocks,
        {"blok": "judul", "tingkat": 1, "teks": "Sumber"},
        {"blok": "daftar", "jenis": "nomor", "butir": sources},
    ]


def _notice(entri: Entri) -> str:
    """What must be known before anything else: that it has stopped, or that little is known."""
    status = entri.inovasi.status
    if entri.keadaan == "berhenti":
        reason = status.alasan if status and status.alasan else "Alasannya belum tercatat."
        return f"Inovasi ini tercatat sudah berhenti. {reason}"
    if entri.bukti == "nama-saja":
        return "Baru namanya yang tercatat. Paket ini memuat yang sudah diketahui dan yang perlu ditanyakan."
    return ""


def _paragraph(text: str, style: str = "") -> dict[str, Any]:
    return {"blok": "paragraf", "gaya": style, "teks": text}


def _source(source: Kutipan) -> str:
    return f"{source.judul}. {source.terbit}.{f' {source.tautan}' if source.tautan else ''}"


def _find(key: str, context: PageContext) -> Entri:
    entri = context.catalog.find(key)
    if entri is None:
        raise KeyError(key)
    return entri.take_out()
