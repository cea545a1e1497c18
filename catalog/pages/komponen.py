"""What the shared components show, made ready for their templates: cards, badges, evidence, completeness, paths.

The same thing looks the same everywhere: every page takes these views and the macros of ``templates/komponen.html``.
"""

from __future__ import annotations

from dataclasses import dataclass

from catalog.catalog import Catalog, Entri
from catalog.pages.context import BELUM_DIKETAHUI, PageContext

PER_HALAMAN = 50
"""Cards on one page of a list."""

TAHUN_TIDAK_DIKETAHUI = "tahun belum diketahui"

Remah = list[tuple[str, str]]
"""A breadcrumb: (name, address below the site's root) from the second step on; the page itself has the address ''."""


@dataclass(frozen=True, slots=True)
class Kartu:
    """A card. ``keadaan`` is the id of the status, ``tingkat`` the step of evidence from 1 to 5."""

    nama: str
    kepanjangan: str
    tautan: str
    wilayah: str
    ringkasan: str
    urusan: str
    tahun: str
    keadaan: str
    keadaan_nama: str
    tingkat: int
    bukti: str


def make_card(entri: Entri, context: PageContext) -> Kartu:
    """Return the card of an entry."""
    lists = context.catalog.vocabularies
    step, evidence = context.tingkat_bukti[entri.bukti]
    return Kartu(
        nama=entri.nama,
        kepanjangan=entri.inovasi.kepanjangan or "",
        tautan=entri.tautan,
        wilayah=context.catalog.nama_wilayah(entri.wilayah),
        ringkasan=entri.inovasi.ringkasan,
        urusan=lists.urusan[entri.urusan_utama].singkat,
        tahun=year_text(entri),
        keadaan=entri.keadaan,
        keadaan_nama=status_name(entri.keadaan, context.catalog),
        tingkat=step,
        bukti=evidence,
    )


def year_text(entri: Entri) -> str:
    """Return the year as a card prints it: '2021', 'diberitakan 2019' when no start is known, or that none is."""
    if entri.tahun is None:
        return TAHUN_TIDAK_DIKETAHUI
    return f"diberitakan {entri.tahun}" if entri.tahun_perkiraan else str(entri.tahun)


def status_name(keadaan: str, catalog: Catalog) -> str:
    """Return the word of a status badge; the unknown one says what is unknown."""
    return "Keadaan belum diketahui" if keadaan == BELUM_DIKETAHUI else catalog.vocabularies.status[keadaan].nama


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page of a list and the way to the others.

    ``nomor`` holds the numbers to link, None for a gap; addresses are below the site's root.
    """

    ini: int
    jumlah: int
    alamat: str
    nomor: tuple[int | None, ...]

    def tautan(self, number: int) -> str:
        """Address of a page of this list: the first is the list itself."""
        return self.alamat if number == 1 else f"{self.alamat}halaman-{number}/"


def count_pages(entries: int, per_page: int = PER_HALAMAN) -> int:
    """Return how many pages a list has; an empty one still has its first."""
    return max(1, -(-entries // per_page))


def make_paging(address: str, number: int, entries: int, per_page: int = PER_HALAMAN) -> Halaman:
    """Return the paging of page ``number`` of the list at ``address``: first, last, and two on either side."""
    count = count_pages(entries, per_page)
    shown = sorted({1, count} | set(range(max(1, number - 2), min(count, number + 2) + 1)))
    linked: list[int | None] = []
    for page in shown:
        previous = linked[-1] if linked else None
        if previous is not None and page == previous + 2:
            linked.append(page - 1)
        elif previous is not None and page > previous + 1:
            linked.append(None)
        linked.append(page)
    return Halaman(number, count, address, tuple(linked))


def plan_pages(address: str, entries: int, key: str = "", per_page: int = PER_HALAMAN) -> list[tuple[str, str, int]]:
    """Return (address, key, number) of every page of the list at ``address``, at least one."""
    paging = make_paging(address, 1, entries, per_page)
    return [(paging.tautan(number), key, number) for number in range(1, paging.jumlah + 1)]
