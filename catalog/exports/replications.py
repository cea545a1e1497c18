"""The ledger of replications as one CSV: a row a pair of origin and adopter."""

from __future__ import annotations

from catalog.catalog import Catalog
from catalog.exports.cells import code_of, sources_of, yes_or_no
from catalog.replikasi import Pasangan, Peristiwa, Selisih, make_ledger
from catalog.tabel_csv import write_csv

COLUMNS = {
    "asal": "Id entri asal, atau nama inovasi asal bila tidak ada di katalog.",
    "nama_asal": "Nama inovasi asal.",
    "wilayah_asal": "Id wilayah asal.",
    "kode_wilayah_asal": "Kode wilayah Kemendagri dari wilayah asal.",
    "penerima": "Id wilayah penerima, atau nama tempatnya bila bukan wilayah dalam daftar.",
    "nama_penerima": "Nama penerima.",
    "kode_wilayah_penerima": "Kode wilayah Kemendagri dari penerima.",
    "entri_penerima": "Id entri di daerah penerima; dipisah titik koma.",
    "tahap": "Tahap terjauh; kosong bila belum disebut.",
    "tanggal": "Tanggal tahap itu.",
    "pihak": "dua-pihak, asal, penerima, atau lain: di berkas siapa pasangan ini tertulis.",
    "satu_sumber": "ya bila kedua pihak memakai satu sumber yang sama.",
    "sewilayah": "ya bila asal dan penerima di wilayah yang sama; bukan replikasi.",
    "dihitung": "ya bila masuk hitungan untuk indikator Replikasi.",
    "riwayat": "Semua tahap: tahap, tanggal, menurut siapa; dipisah titik koma.",
    "kesepakatan": "Bentuk dan nomor kesepakatan.",
    "pembeda": "Apa yang diubah.",
    "hasil": "Apa hasilnya.",
    "perbedaan": "Bila kedua pihak berbeda: kata asal, lalu kata penerima.",
    "sumber": "Judul dan alamat sumber; dipisah titik koma.",
}
"""Column → what it holds, in the order of the file; shown on ``/data/``."""


def replikasi_csv(catalog: Catalog) -> str:
    """Return the ledger as CSV in the form of ``inovasi.csv``, ordered by origin and adopter; visits are among it."""
    return write_csv(COLUMNS, (_row(pair, catalog) for pair in make_ledger(catalog)))


def _row(pair: Pasangan, catalog: Catalog) -> list[str]:
    entri = catalog.find(pair.asal)
    cells = {
        "asal": pair.asal,
        "nama_asal": entri.nama if entri else pair.asal,
        "wilayah_asal": pair.wilayah_asal,
        "kode_wilayah_asal": code_of(pair.wilayah_asal, catalog),
        "penerima": pair.penerima,
        "nama_penerima": catalog.nama_wilayah(pair.penerima),
        "kode_wilayah_penerima": code_of(pair.wilayah_penerima, catalog),
        "entri_penerima": "; ".join(pair.entri),
        "tahap": pair.tahap,
        "tanggal": pair.tanggal,
        "pihak": pair.pihak,
        "satu_sumber": yes_or_no(pair.satu_sumber),
        "sewilayah": yes_or_no(pair.sewilayah),
        "dihitung": yes_or_no(pair.dihitung),
        "riwayat": "; ".join(_event(event) for event in pair.peristiwa),
        "kesepakatan": _said("kesepakatan", pair),
        "pembeda": _said("pembeda", pair),
        "hasil": _said("hasil", pair),
        "perbedaan": "; ".join(_difference(one) for one in pair.selisih),
        "sumber": _sources(pair),
    }
    return [cells[name] for name in COLUMNS]


def _event(event: Peristiwa) -> str:
    return " ".join(part for part in (event.tahap, event.tanggal, f"({', '.join(event.pihak)})") if part)


def _said(isian: str, pair: Pasangan) -> str:
    return "; ".join(dict.fromkeys(s.teks for s in pair.pernyataan if s.isian == isian))


def _difference(one: Selisih) -> str:
    return (
        f"{one.tahap_asal} {one.tanggal_asal}".strip() + " / " + f"{one.tahap_penerima} {one.tanggal_penerima}".strip()
    )


def _sources(pair: Pasangan) -> str:
    groups = [event.sumber for event in pair.peristiwa] + [said.sumber for said in pair.pernyataan]
    return sources_of(one.sumber for group in groups for one in group)
