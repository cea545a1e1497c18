"""The visits as one CSV: a row a visit, newest first."""

from __future__ import annotations

from catalog.catalog import Catalog
from catalog.exports.cells import code_of, sources_of, yes_or_no
from catalog.kunjungan import Catatan, read_visits
from catalog.model.wilayah import BULAN_TINDAK_LANJUT
from catalog.tabel_csv import write_csv

COLUMNS = {
    "tanggal": "Tanggal kunjungan; boleh hanya tahun, atau tahun dan bulan; kosong bila tidak diketahui.",
    "tanggal_selesai": "Tanggal selesai.",
    "rencana": "ya bila kunjungan belum berlangsung.",
    "tuan_rumah": "Id wilayah tuan rumah, atau nama lembaganya.",
    "nama_tuan_rumah": "Nama tuan rumah.",
    "kode_wilayah_tuan_rumah": "Kode wilayah Kemendagri dari tuan rumah.",
    "tamu": "Id wilayah tamu, atau nama lembaganya.",
    "nama_tamu": "Nama tamu.",
    "kode_wilayah_tamu": "Kode wilayah Kemendagri dari tamu.",
    "rombongan": "Siapa yang datang.",
    "jenis": "Jenis kunjungan.",
    "moda": "luring, daring, atau campuran; kosong bila tidak disebut.",
    "peserta": "Jumlah orang.",
    "topik": "Yang dipelajari.",
    "inovasi": "Id entri yang dipelajari; dipisah titik koma.",
    "acara": "Bagaimana kunjungan berlangsung.",
    "hasil": "Hasil kunjungan.",
    **{
        f"sesudah_{n}_bulan": f"Tindak lanjut sesudah {n} bulan; kosong bila belum ada laporan."
        for n in BULAN_TINDAK_LANJUT
    },
    "perbedaan": "Yang berbeda antarsumber; dipisah titik koma.",
    "dicatat": "Id wilayah yang mencatat kunjungan ini; dua bila tuan rumah dan tamu sama-sama mencatat.",
    "sumber": "Judul dan alamat sumber; dipisah titik koma.",
}
"""Column → what it holds, in the order of the file; shown on ``/data/``."""


def kunjungan_csv(catalog: Catalog) -> str:
    """Return the visits as CSV in the form of ``inovasi.csv``, in the order of ``catalog.kunjungan.read_visits``."""
    return write_csv(COLUMNS, (_row(visit, catalog) for visit in read_visits(catalog)))


def _row(visit: Catatan, catalog: Catalog) -> list[str]:
    host, guest = visit.utama.tuan_rumah, visit.utama.tamu
    cells = {
        "tanggal": visit.tanggal,
        "tanggal_selesai": visit.kata("tanggal_selesai"),
        "rencana": yes_or_no(visit.rencana),
        "tuan_rumah": host,
        "nama_tuan_rumah": catalog.nama_wilayah(host),
        "kode_wilayah_tuan_rumah": code_of(host, catalog),
        "tamu": guest,
        "nama_tamu": catalog.nama_wilayah(guest),
        "kode_wilayah_tamu": code_of(guest, catalog),
        "inovasi": "; ".join(visit.inovasi),
        "perbedaan": "; ".join(note.uraian for row in visit.baris for note in row.catatan_konflik),
        "dicatat": "; ".join(visit.register),
        "sumber": sources_of(visit.sumber),
    }
    for month in BULAN_TINDAK_LANJUT:
        cells[f"sesudah_{month}_bulan"] = "; ".join(t.uraian for t in visit.tindak_lanjut if t.bulan == month)
    return [cells[name] if name in cells else visit.kata(name) for name in COLUMNS]
