"""Entries whose comparison is known to the letter, beside a hostile catalogue, for the tests of ``/bandingkan/``."""

from __future__ import annotations

from pathlib import Path

from catalog.vocabularies import Vocabularies

from .hostile_entries import Filler, write_hostile_catalogue

FULL = "kota-semarang/antar-obat"
OTHER = "kab-rembang/obat-desa"
BARE = "kab-rembang/nama-saja"
RENAMED = "kab-rembang/nama-lama"
"""An id that ``OTHER`` bore before."""

_FILES = {
    "kota-semarang/wilayah.yml": """
kode: "33.74"
nama: Kota Semarang
jenis: kota
provinsi: Jawa Tengah
penduduk: 1694743
luas_km2: 373.78
bentang_alam: Pantai di utara, perbukitan di selatan.
sumber: [{judul: Angka uji, penerbit: Pengujian}]
""",
    "kota-semarang/antar-obat.md": """---
nama: Antar Obat
urusan: kesehatan
ringkasan: Obat pasien rutin diantar ke rumah oleh kurir puskesmas setiap pekan.
tahapan: penerapan
status: {keadaan: berjalan, per: 2025-03}
tanggal: {uji_coba: 2021-03, penerapan: 2022-01-10}
aktor: [{nama: Dinas Kesehatan, peran: pengelola}, {nama: Kurir}]
hasil_terukur:
  - {indikator: Antrean obat, satuan: menit, sebelum: 90, sesudah: 12.5, periode: 2021 sampai 2024}
  - {indikator: Pasien diantar, satuan: orang, sesudah: 4200}
biaya:
  - {uraian: Sepeda motor, jenis: awal, tahun: 2021, rupiah: 1500000000, sumber_dana: APBD}
  - {uraian: Honor kurir, jenis: tahunan, tahun: 2022-2024, rupiah: 244000000, rencana: ya}
  - {uraian: Kotak pendingin}
sdm: [{peran: kurir, jumlah: 12, keterangan: Dilatih sehari.}]
langkah:
  - {uraian: Data pasien disusun., durasi: 2 bulan}
  - {uraian: Kurir mulai mengantar.}
dasar_hukum: [{jenis: Peraturan Wali Kota, judul: Pengantaran obat, nomor: "12", tahun: 2021}]
dokumen: [{jenis: SOP, judul: Pengantaran}]
prasyarat: [Data pasien rutin, Apotek buka enam hari]
sumber: [{judul: Berita uji, penerbit: Pengujian, tanggal: 2024}]
---

## Masalah

Pasien **lansia** antre [dua jam](https://contoh.go.id/a) hanya untuk obat yang sama.

## Hasil

- Antrean *pendek*.
- Petugas tetap `lima`.
""",
    "kab-rembang/wilayah.yml": """
kode: "33.17"
nama: Kabupaten Rembang
jenis: kabupaten
provinsi: Jawa Tengah
sumber: [{judul: Kode, penerbit: Pengujian}]
""",
    "kab-rembang/obat-desa.md": """---
nama: "=1+1 Obat Desa"
urusan: kesehatan
ringkasan: Bidan desa membawa obat rutin ke posyandu terdekat setiap bulan sekali.
tahapan: penerapan
alamat_lama: [kab-rembang/nama-lama]
pertama_diberitakan: 2019
prasyarat: ["@SUM(1+1) kader terlatih"]
sumber: [{judul: Berita uji, penerbit: Pengujian, tanggal: 2024}]
---
""",
    "kab-rembang/nama-saja.md": """---
nama: Nama Saja
urusan: kesehatan
ringkasan: Hanya namanya yang diketahui dari daftar penghargaan tahun ini.
sumber: [{judul: Berita uji, penerbit: Pengujian, tanggal: 2024}]
---
""",
}

KNOWN_ROWS: dict[str, tuple[str, list[list[str]]]] = {
    "Ringkasan": (
        "berbeda",
        [
            ["Obat pasien rutin diantar ke rumah oleh kurir puskesmas setiap pekan."],
            ["Bidan desa membawa obat rutin ke posyandu terdekat setiap bulan sekali."],
        ],
    ),
    "Masalah": ("data sebagian", [["Pasien lansia antre dua jam hanya untuk obat yang sama."], []]),
    "Hasil terukur (sebelum → sesudah)": (
        "data sebagian",
        [["Antrean obat: 90 → 12,5 menit (2021 sampai 2024)", "Pasien diantar: 4.200 orang"], []],
    ),
    "Hasil menurut uraian": ("data sebagian", [["Antrean pendek.", "Petugas tetap lima."], []]),
    "Biaya awal": ("data sebagian", [["Rp 1,5 miliar (2021; APBD): Sepeda motor"], []]),
    "Biaya tahunan": ("data sebagian", [["Rp 244.000.000 (2022–2024; masih rencana): Honor kurir"], []]),
    "Biaya, jenisnya tidak disebut": ("data sebagian", [["angkanya belum ada: Kotak pendingin"], []]),
    "Orang yang dibutuhkan": ("data sebagian", [["Kurir: 12 orang (Dilatih sehari.)"], []]),
    "Pihak yang terlibat": ("data sebagian", [["Dinas Kesehatan: pengelola", "Kurir"], []]),
    "Mulai": (
        "berbeda",
        [
            ["Diuji coba Maret 2021", "Diterapkan 10 Januari 2022"],
            ["Pertama diberitakan 2019; tanggal mulai belum diketahui"],
        ],
    ),
    "Waktu tiap langkah": (
        "data sebagian",
        [["2 bulan: Data pasien disusun.", "1 langkah lain tanpa keterangan waktu"], []],
    ),
    "Dasar hukum dan dokumen": (
        "data sebagian",
        [["Peraturan Wali Kota Nomor 12 Tahun 2021: Pengantaran obat", "SOP: Pengantaran"], []],
    ),
    "Prasyarat": (
        "berbeda",
        [["Data pasien rutin", "Apotek buka enam hari"], ["@SUM(1+1) kader terlatih"]],
    ),
    "Status": ("data sebagian", [["Berjalan, per Maret 2025"], []]),
    "Tahapan": ("", [["Penerapan"], ["Penerapan"]]),
    "Tingkat bukti": ("berbeda", [["Terukur (4 dari 5)"], ["Nama saja (1 dari 5)"]]),
    "Kelengkapan": ("berbeda", [["13 dari 26 isian"], ["2 dari 26 isian"]]),
    "Wilayah": ("berbeda", [["Kota Semarang, Jawa Tengah"], ["Kabupaten Rembang, Jawa Tengah"]]),
    "Penduduk": ("data sebagian", [["1.694.743 jiwa"], []]),
    "Luas": ("data sebagian", [["373,78 km²"], []]),
    "Kepadatan": ("data sebagian", [["4.534 jiwa per km²"], []]),
    "Bentang alam": ("data sebagian", [["Pantai di utara, perbukitan di selatan."], []]),
}
"""Title → mark and cells of the rows in which ``FULL`` and ``OTHER`` are compared, in the order of the table."""


def write_compared_catalogue(innovations: Path, vocabularies: Vocabularies) -> Filler:
    """Write the entries above and the hostile catalogue below ``innovations``."""
    for name, text in _FILES.items():
        file = innovations / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text.lstrip(), encoding="utf-8")
    return write_hostile_catalogue(innovations, vocabularies)
