"""The cost worksheet of an entry as CSV: what it cost there, and empty columns for whoever wants to copy it."""

from __future__ import annotations

from catalog.model.inovasi import Inovasi
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
    "ikut_penduduk": "Diisi sendiri: ya bila biaya ini ikut jumlah penduduk, tidak bila tetap.",
    "penduduk_kami": "Diisi sendiri.",
    "rupiah_kami": "Diisi sendiri; bila ikut penduduk: rupiah_asal x penduduk_kami : penduduk_asal.",
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
        rows.append((*known, None, None, None))
    return write_csv(COLUMNS, rows, all_quoted=False)
