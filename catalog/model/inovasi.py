"""One innovation: the front matter of ``innovations/<wilayah>/<slug>.md``, every isian once with title and help.

``KELENGKAPAN`` in ``json_schema_extra`` marks the isian that count towards completeness.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from catalog.model.bagian import (
    Aktor,
    Biaya,
    Dikonfirmasi,
    Evaluasi,
    Foto,
    HasilTerukur,
    Kematangan,
    Kriteria,
    KunjunganInovasi,
    LabInovasi,
    Langkah,
    Lapor,
    Layanan,
    PenghargaanInovasi,
    Replikasi,
    Risiko,
    Sdm,
    Status,
    TanggalInovasi,
    TanyaJawab,
    TautanLuar,
)
from catalog.model.isian import (
    DaftarTeks,
    DariDaftar,
    Menunjuk,
    Nama,
    Rekaman,
    Ringkasan,
    RujukanEntri,
    Tanggal,
    TeksPendek,
    one_or_many,
)
from catalog.model.umum import CatatanKonflik, Dokumen, Kantor, Sumber

KELENGKAPAN: dict[str, Any] = {"kelengkapan": True}


class Inovasi(Rekaman):
    """The front matter of one innovation; four isian are required, the rest is optional."""

    nama: Nama = Field(
        title="Nama inovasi", description="Nama seperti orang menyebutnya, akronim ikut.", examples=["Samin 119"]
    )
    kepanjangan: TeksPendek | None = Field(
        None, title="Kepanjangan", description="Kepanjangan akronim.", examples=["Sistem Informasi Layanan …"]
    )
    urusan: Annotated[tuple[Annotated[str, DariDaftar("urusan")], ...], BeforeValidator(one_or_many)] = Field(
        min_length=1,
        max_length=5,
        title="Urusan",
        description="Urusan pemerintahan; yang pertama urusan utama.",
        examples=[["kesehatan"]],
    )
    ringkasan: Ringkasan = Field(
        title="Ringkasan",
        description="Satu atau dua kalimat, 30 sampai 300 huruf.",
        examples=["Ambulans gratis yang dipanggil lewat satu nomor."],
    )
    sumber: tuple[Sumber, ...] = Field(
        min_length=1,
        title="Sumber",
        description="Dari mana isi entri ini; sedikitnya satu.",
        examples=[[{"judul": "…", "penerbit": "…"}]],
    )
    perangkat_daerah: Annotated[
        tuple[Annotated[str, Menunjuk("perangkat_daerah")], ...], BeforeValidator(one_or_many)
    ] = Field(
        (),
        title="Perangkat daerah",
        description="Id perangkat daerah pemilik, dari perangkat_daerah.yml.",
        examples=[["dinas-kesehatan"]],
        json_schema_extra=KELENGKAPAN,
    )
    tahapan: Annotated[str, DariDaftar("tahapan")] | None = Field(
        None,
        title="Tahapan",
        description="Inisiatif, uji coba, atau penerapan.",
        examples=["penerapan"],
        json_schema_extra=KELENGKAPAN,
    )
    status: Status | None = Field(
        None,
        title="Status",
        description="Apakah masih berjalan.",
        examples=[{"keadaan": "berjalan"}],
        json_schema_extra=KELENGKAPAN,
    )
    dikonfirmasi: Dikonfirmasi | None = Field(
        None,
        title="Dikonfirmasi",
        description="Pernyataan kantor bahwa inovasi masih berjalan.",
        examples=[{"tanggal": "2026-10-01"}],
        json_schema_extra=KELENGKAPAN,
    )
    bentuk: Annotated[str, DariDaftar("bentuk")] | None = Field(
        None,
        title="Bentuk",
        description="Bentuk inovasi menurut PP 38/2017.",
        examples=["pelayanan-publik"],
        json_schema_extra=KELENGKAPAN,
    )
    jenis: Annotated[str, DariDaftar("jenis")] | None = Field(
        None,
        title="Jenis",
        description="Digital atau non-digital.",
        examples=["digital"],
        json_schema_extra=KELENGKAPAN,
    )
    inisiator: Annotated[str, DariDaftar("inisiator")] | None = Field(
        None,
        title="Inisiator",
        description="Siapa yang memulai.",
        examples=["perangkat-daerah"],
        json_schema_extra=KELENGKAPAN,
    )
    klasifikasi: Annotated[str, DariDaftar("klasifikasi")] | None = Field(
        None,
        title="Klasifikasi",
        description="Pemilik inovasi.",
        examples=["perangkat-daerah"],
        json_schema_extra=KELENGKAPAN,
    )
    tanggal: TanggalInovasi | None = Field(
        None,
        title="Tanggal",
        description="Uji coba, penerapan, pengembangan.",
        examples=[{"penerapan": "2021"}],
        json_schema_extra=KELENGKAPAN,
    )
    pertama_diberitakan: Tanggal | None = Field(
        None,
        title="Pertama diberitakan",
        description="Dipakai sebagai tahun bila tanggal mulai tidak diketahui.",
        examples=["2019"],
    )
    bagian_dari: RujukanEntri | None = Field(
        None, title="Bagian dari", description="Id entri induk.", examples=["kab-contoh/program-induk"]
    )
    aktor: tuple[Aktor, ...] = Field(
        (),
        title="Yang terlibat",
        description="Lembaga yang berperan.",
        examples=[[{"nama": "DPMPTSP"}]],
        json_schema_extra=KELENGKAPAN,
    )
    alat: DaftarTeks = Field(
        (), title="Alat", description="Alat dan teknologi yang dipakai.", examples=[["aplikasi web"]]
    )
    kendala: DaftarTeks = Field(
        (), title="Kendala", description="Kesulitan yang dialami.", examples=[["Jaringan desa lambat."]]
    )
    evaluasi: tuple[Evaluasi, ...] = Field(
        (),
        title="Evaluasi",
        description="Temuan penilai.",
        examples=[[{"oleh": "Undip", "temuan": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    catatan_konflik: tuple[CatatanKonflik, ...] = Field(
        (), title="Catatan konflik data", description="Perbedaan antarsumber.", examples=[[{"uraian": "…"}]]
    )
    layanan: Layanan | None = Field(
        None,
        title="Cara memakai layanan",
        description="Tempat, jam, biaya, syarat bagi warga.",
        examples=[{"biaya": "Gratis"}],
        json_schema_extra=KELENGKAPAN,
    )
    hasil_terukur: tuple[HasilTerukur, ...] = Field(
        (),
        title="Hasil terukur",
        description="Angka sebelum dan sesudah.",
        examples=[[{"indikator": "…", "satuan": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    biaya: tuple[Biaya, ...] = Field(
        (),
        title="Biaya",
        description="Biaya awal dan tahunan.",
        examples=[[{"uraian": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    sdm: tuple[Sdm, ...] = Field(
        (),
        title="SDM",
        description="Orang yang dibutuhkan.",
        examples=[[{"peran": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    dasar_hukum: tuple[Dokumen, ...] = Field(
        (),
        title="Dasar hukum",
        description="Peraturan atau keputusan.",
        examples=[[{"jenis": "…", "judul": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    dokumen: tuple[Dokumen, ...] = Field(
        (),
        title="Dokumen",
        description="SOP, panduan, petunjuk teknis.",
        examples=[[{"jenis": "SOP", "judul": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    prasyarat: DaftarTeks = Field(
        (),
        title="Prasyarat",
        description="Yang harus ada lebih dulu.",
        examples=[["Gedung milik daerah"]],
        json_schema_extra=KELENGKAPAN,
    )
    langkah: tuple[Langkah, ...] = Field(
        (),
        title="Langkah",
        description="Langkah dari gagasan sampai penerapan.",
        examples=[[{"uraian": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    risiko: tuple[Risiko, ...] = Field(
        (),
        title="Risiko",
        description="Risiko dan cara menguranginya.",
        examples=[[{"uraian": "…"}]],
        json_schema_extra=KELENGKAPAN,
    )
    pelajaran: DaftarTeks = Field(
        (),
        title="Pelajaran",
        description="Yang dipelajari.",
        examples=[["Mulai dari yang ada."]],
        json_schema_extra=KELENGKAPAN,
    )
    tanya_jawab: tuple[TanyaJawab, ...] = Field(
        (),
        title="Tanya jawab",
        description="Jawaban yang pernah diberikan kepada tamu.",
        examples=[[{"tanya": "…", "jawab": "…"}]],
    )
    replikasi: Replikasi | None = Field(
        None, title="Replikasi", description="Asal dan peniru.", examples=[{"oleh": [{"wilayah": "kab-x"}]}]
    )
    kunjungan: KunjunganInovasi | None = Field(
        None, title="Kunjungan", description="Yang dapat dilihat tamu.", examples=[{"yang_dapat_dilihat": ["Gerai"]}]
    )
    penghargaan: tuple[PenghargaanInovasi, ...] = Field(
        (), title="Penghargaan", description="Penghargaan yang diterima inovasi ini.", examples=[[{"nama": "Top 45"}]]
    )
    kriteria: Kriteria | None = Field(
        None,
        title="Kriteria PP 38/2017",
        description="Lima kriteria inovasi daerah beserta alasan.",
        examples=[{"manfaat": {"memenuhi": "ya"}}],
    )
    kematangan: Kematangan | None = Field(
        None, title="Kematangan (swanilai)", description="Swanilai indikator IID.", examples=[{"edisi": "2026"}]
    )
    lab: LabInovasi | None = Field(
        None, title="Lab inovasi", description="Tahap laboratorium inovasi LAN.", examples=[{"tahap": "deliver"}]
    )
    kontak: Kantor | None = Field(
        None,
        title="Kontak",
        description="Kantor yang bisa dihubungi.",
        examples=[{"unit": "Dinas Kesehatan"}],
        json_schema_extra=KELENGKAPAN,
    )
    kata_kunci: tuple[TeksPendek, ...] = Field(
        (), title="Kata kunci", description="Kata yang dicari orang.", examples=[["ambulans", "gawat darurat"]]
    )
    tautan_luar: TautanLuar | None = Field(
        None, title="Tautan luar", description="Alamat di sistem nasional.", examples=[{"nomor_iga": "…"}]
    )
    foto: tuple[Foto, ...] = Field(
        (),
        title="Foto",
        description="Foto di folder entri.",
        examples=[[{"berkas": "gedung.jpg"}]],
        json_schema_extra=KELENGKAPAN,
    )
    alamat_lama: tuple[Annotated[str, Menunjuk("alamat-lama")], ...] = Field(
        (),
        title="Alamat lama",
        description="Id entri sebelum berganti nama; alamat lamanya dialihkan ke sini.",
        examples=[["kab-contoh/nama-lama"]],
    )
    lapor: Lapor | None = Field(
        None, title="Isian laporan", description="Hanya untuk formulir IID dan KIPP.", examples=[{"asta_cita": "4"}]
    )
