"""The cost worksheet of an entry as CSV: what it cost there, and empty columns for whoever wants to copy it."""

from __future__ import annotations

from catalog.model.bagian import Biaya
from catalog.model.inovasi import Inovasi
from catalog.paket.skala import rescale
from catalog.tabel_csv import write_csv
from catalog.vocabularies import Vocabularies

COLUMNS: dict[str, str] = {
    "uraian": "Untuk apa, seperti pada entri.",
    "jenis": "awal atau tahunan; kosong bila tidak disebut sumber.",
    "tahun_harga": "Tahun harga itu.",
    "rupiah_asal": "Jumlah di daerah asal; kosong bila tidak diketahui.",
    "rencana": "ya bila angkanya rencana, bukan belanja.",
    "sumber_dana": "Siapa yang membayar di daerah asal.",
    "penduduk_asal": "Penduduk daerah asal menurut profilnya.",
    "ikut_penduduk": "ya bila biaya ini ikut jumlah penduduk, tidak bila tetap atau harga satuan; kosong bila tidak"
    " disebut sumber: isi sendiri.",
    "penduduk_kami": "Diisi sendiri.",
    "rupiah_kami": "Diisi sendiri; bila ikut penduduk: rupiah_asal x penduduk_kami : penduduk_asal.",
    "sifat": "tetap, ikut-penduduk, atau satuan; kosong bila tidak disebut sumber.",
    "rupiah_per_1000_jiwa": "rupiah_asal x 1.000 : penduduk_asal, dibulatkan; kosong untuk biaya tetap dan satuan.",
}
"""Column → what it holds."""


def cost_sheet(inovasi: Inovasi, penduduk: int | None, lists: Vocabularies) -> str:
    """Return the worksheet, one row an item in the order of the entry, '' when the entry names no cost."""
    if not inovasi.biaya:
        return ""
    rows = []
    for item in inovasi.biaya:
        kind = lists.jenis_biaya[item.jenis].id if item.jenis else None
        plan = "ya" if item.rencana else None
        known = (item.uraian, kind, item.tahun, item.rupiah, plan, item.sumber_dana, penduduk)
        follows = _FOLLOWS.get(item.sifat or "")
        rows.append((*known, follows, None, None, item.sifat, per_thousand(item, penduduk)))
    return write_csv(COLUMNS, rows, all_quoted=False)


_FOLLOWS = {"ikut-penduduk": "ya", "tetap": "tidak", "satuan": "tidak"}


def per_thousand(item: Biaya, penduduk: int | None) -> int | None:
    """Return what an item costs for each 1,000 inhabitants of the origin, about; None where that says nothing.

    It says nothing for a fixed cost, for the price of one piece, and without amount or population.
    """
    if item.sifat in ("tetap", "satuan") or not item.rupiah or not penduduk:
        return None
    return rescale(item.rupiah, penduduk, 1000)
