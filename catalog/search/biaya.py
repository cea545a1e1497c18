"""The class of cost of an entry: how large the largest amount is that its sources name.

Nothing is added up. The items of an entry are often parts of one another ("termasuk dalam Rp 14 miliar"), the same
thing in several years, or the price of one piece beside the whole, so that a sum would state what no source says. The
largest amount as written is never more than a source says, and in classes this wide it nearly always is the class of
the sum too. A plan is not a cost: items marked ``rencana`` do not count.
"""

from __future__ import annotations

from collections.abc import Mapping

from catalog.model.inovasi import Inovasi

_JUTA = 10**6
_MILIAR = 10**9

KELAS_BIAYA: Mapping[str, str] = {
    "tanpa-biaya": "Tanpa biaya",
    "di-bawah-50-juta": "Di bawah Rp 50 juta",
    "50-200-juta": "Rp 50 juta sampai Rp 200 juta",
    "200-juta-1-miliar": "Di atas Rp 200 juta sampai Rp 1 miliar",
    "di-atas-1-miliar": "Di atas Rp 1 miliar",
}
"""The classes with their labels, from the least; ids are part of addresses and never change."""

ARTI_BIAYA = (
    "Menurut angka terbesar yang disebut sumber. Angka tidak dijumlahkan, bisa berupa harga satuan, dan rencana tidak "
    "dihitung."
)
"""What the classes mean, for the reader."""


def classify_biaya(inovasi: Inovasi) -> str | None:
    """Return the class of the largest amount in rupiah, an id of ``KELAS_BIAYA``; None when no amount is known.

    *Tanpa biaya* is only said of an entry whose source says 0.
    """
    amounts = [item.rupiah for item in inovasi.biaya if item.rupiah is not None and not item.rencana]
    return _class_of(max(amounts)) if amounts else None


def _class_of(rupiah: int) -> str:
    if rupiah == 0:
        return "tanpa-biaya"
    if rupiah < 50 * _JUTA:
        return "di-bawah-50-juta"
    if rupiah <= 200 * _JUTA:
        return "50-200-juta"
    return "200-juta-1-miliar" if rupiah <= _MILIAR else "di-atas-1-miliar"
