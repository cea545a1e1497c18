"""The part of the statistics page that asks: which entries no office has confirmed for a year, office by office."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.indonesian import ribuan, tanggal
from catalog.konfirmasi import BERHENTI, Tertunda, find_overdue, group_by_office
from catalog.pages.context import PageContext
from catalog.pages.tautan import Tautan
from catalog.pages.wilayah_opd import office_anchor


@dataclass(frozen=True, slots=True)
class BarisTertunda:
    """An entry to ask about, and since when it is silent."""

    id: str
    nama: Tautan
    sejak: str


@dataclass(frozen=True, slots=True)
class KantorTertunda:
    """An office of the home region with its entries to ask about."""

    nama: Tautan
    jumlah: str
    entri: Sequence[BarisTertunda]


@dataclass(frozen=True, slots=True)
class KonfirmasiView:
    """``rumah`` is the home region's name; of the others only how many entries are to be asked about."""

    kalimat: str
    rumah: str
    kantor: Sequence[KantorTertunda]
    wilayah: Sequence[tuple[Tautan, str]]


def confirmation_view(context: PageContext) -> KonfirmasiView:
    """Return the list as of the build's date; the section always stands, because other pages lead to it."""
    catalog, home = context.catalog, context.settings.wilayah_rumah
    overdue = find_overdue(catalog.entri, context.hari) if context.hari else ()
    offices = group_by_office([one for one in overdue if one.entri.wilayah == home], catalog)
    elsewhere = Counter(one.entri.wilayah for one in overdue if one.entri.wilayah != home)
    names = {id: catalog.nama_wilayah(id) for id in elsewhere}
    return KonfirmasiView(
        kalimat=_sentence(context, len(overdue)),
        rumah=catalog.nama_wilayah(home),
        kantor=[
            KantorTertunda(
                Tautan(row.nama, f"wilayah/{home}/#{office_anchor(row.id)}" if row.id else ""),
                ribuan(len(row.entri)),
                [_row(one) for one in row.entri],
            )
            for row in offices
        ],
        wilayah=[
            (Tautan(names[id], f"wilayah/{id}/"), ribuan(elsewhere[id]))
            for id in sorted(names, key=lambda id: names[id])
        ],
    )


def _sentence(context: PageContext, overdue: int) -> str:
    if context.hari is None:
        return "Daftar ini dihitung dari tanggal situs dibuat; pratinjau ini tidak punya tanggal."
    day = tanggal(context.hari.isoformat())
    total = sum(1 for entri in context.catalog.entri if entri.keadaan != BERHENTI)
    if not overdue:
        return f"Sampai {day} tidak ada entri yang perlu dikonfirmasi."
    return (
        f"Sampai {day}, {ribuan(overdue)} dari {ribuan(total)} entri belum dikonfirmasi kantornya dalam 12 bulan. "
        "Yang berhenti tidak dihitung. Yang belum pernah dikonfirmasi dihitung dari sumber terbarunya."
    )


def _row(one: Tertunda) -> BarisTertunda:
    word = "dikonfirmasi" if one.pernah else "sumber terbaru"
    since = f"{word} {tanggal(one.sejak)}" if one.sejak else "tanpa tanggal"
    return BarisTertunda(one.entri.id, Tautan(one.entri.nama, one.entri.tautan), since)
