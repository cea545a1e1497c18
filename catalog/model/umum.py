"""Records that several others hold: sources, offices, documents, rules for guests."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from catalog.model.isian import (
    Bulat,
    DaftarTeks,
    DariDaftar,
    Kunci,
    Rekaman,
    RujukanSumber,
    Surel,
    Tahun,
    Tanggal,
    Tautan,
    Teks,
    TeksPendek,
    Telepon,
    YaTidak,
    one_or_many,
)


class Sumber(Rekaman):
    """Where a statement comes from: a news page, a decree, a book, a letter."""

    id: Kunci | None = Field(
        None,
        title="Kunci sumber",
        description="Nama pendek sumber ini, dipakai isian lain untuk menunjuknya.",
        examples=["suarabaru-2022-06"],
    )
    judul: TeksPendek = Field(
        title="Judul", description="Judul berita, dokumen, atau halaman.", examples=["Setahun MPP Blora"]
    )
    penerbit: TeksPendek = Field(
        title="Penerbit", description="Media, kantor, atau lembaga yang menerbitkan.", examples=["suarabaru.id"]
    )
    tanggal: Tanggal | None = Field(
        None,
        title="Tanggal",
        description="Tanggal terbit; boleh hanya tahun atau tahun-bulan.",
        examples=["2022-06-03"],
    )
    tautan: Tautan | None = Field(
        None,
        title="Tautan",
        description="Alamat halaman, diawali https:// atau http://.",
        examples=["https://suarabaru.id/contoh"],
    )
    tautan_mati_sejak: Tanggal | None = Field(
        None,
        title="Tautan mati sejak",
        description="Kapan diketahui bahwa alamatnya tidak terbuka lagi; sumbernya tetap tercantum.",
        examples=["2026-11"],
    )
    untuk: tuple[TeksPendek, ...] = Field(
        (), title="Untuk isian", description="Nama isian yang didukung sumber ini.", examples=[["penduduk", "luas_km2"]]
    )


class Kantor(Rekaman):
    """An office to write to or call; never a person."""

    unit: TeksPendek = Field(
        title="Nama kantor", description="Nama unit, bukan nama orang.", examples=["Bapperida Kabupaten Blora"]
    )
    jabatan: TeksPendek | None = Field(
        None,
        title="Jabatan",
        description="Jabatan yang dihubungi, tanpa nama orang.",
        examples=["Kepala Bidang Litbang"],
    )
    alamat: TeksPendek | None = Field(
        None, title="Alamat kantor", description="Alamat kantor.", examples=["Jalan Contoh 1, Blora"]
    )
    telepon: Telepon | None = Field(
        None,
        title="Telepon kantor",
        description="Nomor telepon kantor; nomor ponsel ditolak.",
        examples=["(0296) 531234"],
    )
    surel: Surel | None = Field(
        None, title="Surel kantor", description="Alamat surel kantor.", examples=["bapperida@contoh.go.id"]
    )
    situs: Tautan | None = Field(
        None, title="Situs kantor", description="Alamat situs kantor.", examples=["https://contoh.go.id"]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Hal lain yang perlu diketahui.", examples=["Jam kerja."]
    )
    sumber: RujukanSumber = Field(
        (), title="Sumber", description="Kunci sumber yang mendukung.", examples=["profil-2024"]
    )


class Dokumen(Rekaman):
    """A regulation, decree, guide or form: its reference, never its scan."""

    jenis: TeksPendek = Field(
        title="Jenis dokumen", description="Misalnya Peraturan Bupati, SOP, panduan.", examples=["Peraturan Bupati"]
    )
    judul: TeksPendek = Field(title="Judul", description="Judul atau pokok dokumen.", examples=["Kajen Satu Data"])
    nomor: TeksPendek | None = Field(
        None, title="Nomor", description="Nomor dokumen seperti tertulis.", examples=["300.2/221/2025"]
    )
    tahun: Tahun | None = Field(None, title="Tahun", description="Tahun dokumen.", examples=["2021"])
    tautan: Tautan | None = Field(
        None, title="Tautan", description="Alamat dokumen bila ada.", examples=["https://jdih.contoh.go.id/1"]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Hal lain yang perlu diketahui.", examples=["Nomor tidak disebut sumber."]
    )
    sumber: RujukanSumber = Field(
        (), title="Sumber", description="Kunci sumber yang mendukung.", examples=["suarabaru-2021-05"]
    )


class AturanKunjungan(Rekaman):
    """What a host asks of guests who come to learn."""

    ditujukan_kepada: TeksPendek | None = Field(
        None,
        title="Surat ditujukan kepada",
        description="Pejabat yang dituju surat.",
        examples=["Bupati melalui Sekretaris Daerah"],
    )
    tembusan: TeksPendek | None = Field(
        None, title="Tembusan", description="Kantor yang diberi tembusan.", examples=["Bagian Humas"]
    )
    saluran: Teks | None = Field(
        None, title="Saluran", description="Cara mengirim permohonan.", examples=["Surat tertulis"]
    )
    tenggat_hari_kerja: Annotated[Bulat, Field(le=90)] | None = Field(
        None,
        title="Tenggat surat (hari kerja)",
        description="Berapa hari kerja sebelum kunjungan surat harus diterima.",
        examples=["7"],
    )
    hari: Teks | None = Field(
        None, title="Hari dan jam", description="Hari dan jam menerima tamu.", examples=["Selasa dan Kamis"]
    )
    hari_terima: Annotated[tuple[Annotated[str, DariDaftar("hari")], ...], BeforeValidator(one_or_many)] = Field(
        (),
        title="Hari menerima tamu",
        description="Nama-nama hari saja, agar tanggal rencana dapat diperiksa; jamnya ditulis di `hari`.",
        examples=[["selasa", "kamis"]],
    )
    rombongan_maksimal: Annotated[Bulat, Field(ge=1, le=1000)] | None = Field(
        None, title="Rombongan paling banyak", description="Jumlah tamu paling banyak.", examples=["30"]
    )
    daring: YaTidak | None = Field(
        None, title="Bisa daring", description="Apakah kunjungan daring dilayani.", examples=["ya"]
    )
    biaya: Teks | None = Field(
        None, title="Pembagian biaya", description="Siapa menanggung apa.", examples=["Tamu menanggung perjalanan."]
    )
    dikirim_sebelumnya: Teks | None = Field(
        None,
        title="Dikirim sebelumnya",
        description="Yang harus dikirim sebelum datang.",
        examples=["Daftar pertanyaan"],
    )
    menginap: Teks | None = Field(
        None,
        title="Aturan menginap",
        description="Aturan tempat menginap.",
        examples=["Tamu menginap di dalam kabupaten."],
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Hal lain.", examples=["Menurut berita 2023."]
    )
    sumber: RujukanSumber = Field(
        (), title="Sumber", description="Kunci sumber yang mendukung.", examples=["humas-2023"]
    )


class CatatanKonflik(Rekaman):
    """Two sources that disagree: both are shown, never averaged."""

    isian: TeksPendek | None = Field(
        None, title="Isian", description="Isian yang berbeda antarsumber.", examples=["biaya"]
    )
    uraian: Teks = Field(
        title="Perbedaan", description="Apa kata tiap sumber.", examples=["Sumber A menulis 26 instansi, sumber B 29."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber yang berbeda.", examples=["berita-a"])


class CatatanTempat(Rekaman):
    """A statement of replication or visit whose place is not known well enough for a record of its own."""

    uraian: Teks = Field(
        title="Uraian",
        description="Apa yang dinyatakan sumber.",
        examples=["Delapan kabupaten menandatangani komitmen."],
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["menpan-2024"])


__all__ = [
    "AturanKunjungan",
    "CatatanKonflik",
    "CatatanTempat",
    "DaftarTeks",
    "Dokumen",
    "Kantor",
    "Sumber",
]
