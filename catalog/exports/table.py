"""The entries as one CSV: a row an entry, readable by Excel, safe to open."""

from __future__ import annotations

from catalog.catalog import Catalog, Entri
from catalog.exports.cells import yes_or_no
from catalog.tabel_csv import write_csv

COLUMNS = {
    "id": "Id entri, <wilayah>/<nama>.",
    "nama": "Nama inovasi.",
    "kepanjangan": "Kepanjangan akronim.",
    "wilayah": "Id wilayah.",
    "nama_wilayah": "Nama wilayah.",
    "kode_wilayah": "Kode wilayah Kemendagri.",
    "provinsi": "Nama provinsi.",
    "perangkat_daerah": "Perangkat daerah pemilik; dipisah titik koma.",
    "urusan": "Id urusan; yang pertama urusan utama; dipisah titik koma.",
    "tahapan": "Tahapan inovasi.",
    "keadaan": "Keadaan menurut sumber.",
    "per": "Tanggal bukti keadaan.",
    "jenis": "Digital atau non-digital.",
    "bentuk": "Bentuk inovasi.",
    "inisiator": "Pemrakarsa.",
    "klasifikasi": "Klasifikasi pemilik.",
    "tahun": "Tahun mulai, atau tahun pertama diberitakan.",
    "tahun_perkiraan": "ya bila tahun berasal dari pemberitaan pertama.",
    "bukti": "Tingkat bukti, dihitung.",
    "kelengkapan": "Jumlah isian yang terisi.",
    "kelengkapan_dari": "Jumlah isian yang dihitung.",
    "jumlah_sumber": "Jumlah sumber.",
    "ringkasan": "Ringkasan.",
    "tautan": "Alamat halaman entri di bawah alamat situs.",
}
"""Column → what it holds, in the order of the file; shown on ``/data/``."""


def inovasi_csv(catalog: Catalog) -> str:
    """Return the entries as CSV, every cell quoted, one row an entry by id."""
    return write_csv(COLUMNS, (_row(e, catalog) for e in catalog.entri))


def _row(e: Entri, catalog: Catalog) -> list[object]:
    v = catalog.vocabularies
    place = v.wilayah[e.wilayah]
    offices = catalog.daerah[e.wilayah].perangkat_daerah
    owners = [offices[id].nama if id in offices else id for id in e.inovasi.perangkat_daerah]
    status = e.inovasi.status
    cells = {
        "id": e.id,
        "nama": e.nama,
        "kepanjangan": e.inovasi.kepanjangan,
        "wilayah": e.wilayah,
        "nama_wilayah": place.nama,
        "kode_wilayah": place.kode,
        "provinsi": v.wilayah_by_kode[place.provinsi].nama.removeprefix("Provinsi "),
        "perangkat_daerah": "; ".join(owners),
        "urusan": "; ".join(e.inovasi.urusan),
        "tahapan": e.inovasi.tahapan,
        "keadaan": status.keadaan if status else None,
        "per": status.per if status else None,
        "jenis": e.inovasi.jenis,
        "bentuk": e.inovasi.bentuk,
        "inisiator": e.inovasi.inisiator,
        "klasifikasi": e.inovasi.klasifikasi,
        "tahun": e.tahun,
        "tahun_perkiraan": yes_or_no(e.tahun_perkiraan) if e.tahun else None,
        "bukti": e.bukti,
        "kelengkapan": e.kelengkapan.terisi,
        "kelengkapan_dari": e.kelengkapan.dari,
        "jumlah_sumber": len(e.tanggal_sumber),
        "ringkasan": e.inovasi.ringkasan,
        "tautan": e.tautan,
    }
    return [cells[name] for name in COLUMNS]
