"""Innovations that have stopped: why, and what to use instead."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.indonesian import ribuan, tanggal
from catalog.pages.context import BERALASAN, BERHENTI, PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import PER_HALAMAN, make_paging, plan_pages
from catalog.pages.masalah import entry_doors
from catalog.pages.tautan import Tautan, entry_link

ALAMAT = "berhenti/"
_RUNNING = frozenset({"berjalan", "dikembangkan"})
_MOST_ALIKE = 3


@dataclass(frozen=True, slots=True)
class BarisBerhenti:
    """A stopped innovation: when, why, its successor, else running ones like it, else the doors it stands behind."""

    entri: Tautan
    wilayah: Tautan
    ringkasan: str
    kapan: str
    alasan: str
    keterangan: str
    pengganti: Tautan | None
    serupa: Sequence[Tautan]
    pintu: Sequence[Tautan]


def stopped_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (address, '', number) of the pages of stopped innovations, 50 a page."""
    return plan_pages(ALAMAT, len(context.daftar.get(BERHENTI, ())))


def stopped_page(key: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of the stopped innovations."""
    stopped = context.daftar.get(BERHENTI, ())
    paging = make_paging(ALAMAT, number, len(stopped))
    return render_page(
        "berhenti.html",
        path=paging.tautan(number),
        title="Inovasi yang berhenti" + (f", halaman {number}" if number > 1 else ""),
        description=f"{ribuan(len(stopped))} inovasi yang tercatat berhenti, alasannya, dan yang dipakai sekarang.",
        section="kunjungan",
        baris=[_row(entri, context) for entri in stopped[(number - 1) * PER_HALAMAN : number * PER_HALAMAN]],
        jumlah=len(stopped),
        beralasan=len(context.daftar.get(BERALASAN, ())),
        halaman=paging,
    )


def _row(entri: Entri, context: PageContext) -> BarisBerhenti:
    status = entri.inovasi.status
    successor = status.pengganti if status else None
    alike = [] if successor else _alike(entri, context)
    return BarisBerhenti(
        entri=Tautan(entri.nama, entri.tautan),
        wilayah=Tautan(context.catalog.nama_wilayah(entri.wilayah), f"wilayah/{entri.wilayah}/"),
        ringkasan=entri.inovasi.ringkasan,
        kapan=tanggal(status.per) if status and status.per else "",
        alasan=(status.alasan or "") if status else "",
        keterangan=(status.keterangan or "") if status else "",
        pengganti=entry_link(successor, context) if successor else None,
        serupa=alike,
        pintu=() if successor or alike else entry_doors(entri, context),
    )


def _alike(entri: Entri, context: PageContext) -> list[Tautan]:
    """Related entries that run, the best first."""
    related = (context.catalog.find(id) for id in context.terkait.get(entri.id, ()))
    running = [other for other in related if other and other.keadaan in _RUNNING]
    return [entry_link(other.id, context) for other in running[:_MOST_ALIKE]]
