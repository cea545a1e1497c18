"""Records of a region: its profile and registers (OPD, index history, figures, visits, exhibitions, awards, lab)."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from catalog.model.isian import (
    Angka,
    Bulat,
    DariDaftar,
    EntriAtauTeks,
    KodeWilayah,
    Kunci,
    Rekaman,
    RujukanEntri,
    Tahun,
    Tanggal,
    Tautan,
    Teks,
    TeksPendek,
    WilayahAtauTeks,
    YaTidak,
    one_or_many,
)
from catalog.model.umum import AturanKunjungan, CatatanKonflik, Kantor, Sumber

DaftarSumber = Annotated[
    tuple[Sumber, ...],
    Field(
        min_length=1,
        title="Sumber",
        description="Sumber rekaman ini; sedikitnya satu.",
        examples=[[{"judul": "…", "penerbit": "…"}]],
    ),
]


class Koordinat(Rekaman):
    """A point in the region, in degrees; ``perkiraan`` marks a value from general geographic knowledge."""

    lintang: Annotated[Angka, Field(ge=-11.5, le=6.5)] = Field(
        title="Lintang", description="Derajat, negatif di selatan.", examples=["-7.0"]
    )
    bujur: Annotated[Angka, Field(ge=94.5, le=141.5)] = Field(
        title="Bujur", description="Derajat bujur timur.", examples=["111.4"]
    )
    perkiraan: YaTidak = Field(title="Perkiraan", description="ya bila bukan hasil ukur.", examples=["ya"])


class ProfilWilayah(Rekaman):
    """``wilayah.yml``: who this region is and how to reach it."""

    kode: KodeWilayah = Field(
        title="Kode wilayah", description="Kode Kemendagri dalam tanda petik.", examples=["33.16"]
    )
    nama: TeksPendek = Field(title="Nama wilayah", description="Nama lengkap.", examples=["Kabupaten Blora"])
    jenis: Annotated[str, DariDaftar("jenis_wilayah")] = Field(
        title="Jenis", description="kabupaten, kota, atau provinsi.", examples=["kabupaten"]
    )
    provinsi: TeksPendek = Field(title="Provinsi", description="Nama provinsi.", examples=["Jawa Tengah"])
    penduduk: Bulat | None = Field(None, title="Penduduk", description="Jumlah penduduk (jiwa).", examples=["927961"])
    luas_km2: Angka | None = Field(
        None, title="Luas", description="Luas dalam km², titik untuk desimal.", examples=["1957.289"]
    )
    bentang_alam: Teks | None = Field(
        None, title="Bentang alam", description="Uraian singkat.", examples=["Dataran rendah dan perbukitan."]
    )
    koordinat: Koordinat | None = Field(
        None, title="Koordinat", description="Titik di wilayah ini.", examples=[{"lintang": "-7.0"}]
    )
    situs: Tautan | None = Field(
        None, title="Situs resmi", description="Alamat situs pemerintah daerah.", examples=["https://blorakab.go.id"]
    )
    situs_lain: tuple[TeksPendek, ...] = Field(
        (), title="Situs lain", description="Situs resmi lain.", examples=[["ppid.contoh.go.id"]]
    )
    kontak: Kantor | None = Field(
        None, title="Kantor inovasi", description="Kantor yang mengurus inovasi.", examples=[{"unit": "Bapperida"}]
    )
    sekretariat: Kantor | None = Field(
        None, title="Sekretariat daerah", description="Alamat surat resmi.", examples=[{"unit": "Setda"}]
    )
    meja_informasi: Kantor | None = Field(
        None, title="Meja informasi", description="Layanan informasi publik (PPID).", examples=[{"unit": "PPID"}]
    )
    aturan_kunjungan: AturanKunjungan | None = Field(
        None, title="Aturan kunjungan", description="Yang diminta dari tamu.", examples=[{"tenggat_hari_kerja": "7"}]
    )
    catatan: tuple[Teks, ...] = Field(
        (), title="Catatan", description="Hal yang belum pasti.", examples=[["Nama kantor perlu diperiksa."]]
    )
    sumber: DaftarSumber


class PerangkatDaerah(Rekaman):
    """One office of a region; ``id`` is the slug of its name unless given."""

    nama: TeksPendek = Field(
        title="Nama", description="Nama tanpa nama daerah di belakang.", examples=["Dinas Kesehatan"]
    )
    id: Kunci | None = Field(
        None, title="Id", description="Bila kosong, dibuat dari nama.", examples=["dinas-kesehatan"]
    )
    singkatan: TeksPendek | None = Field(
        None, title="Singkatan", description="Singkatan yang lazim.", examples=["Dinkes"]
    )
    jenis: Annotated[str, DariDaftar("jenis_perangkat_daerah")] | None = Field(
        None, title="Jenis", description="Dinas, badan, kecamatan, …", examples=["dinas"]
    )
    urusan: Annotated[tuple[Annotated[str, DariDaftar("urusan")], ...], BeforeValidator(one_or_many)] = Field(
        (), title="Urusan", description="Urusan yang dijalankan.", examples=[["kesehatan"]]
    )
    sumber: tuple[Sumber, ...] = Field(
        (), title="Sumber", description="Sumber nama ini.", examples=[[{"judul": "…", "penerbit": "…"}]]
    )


class RegisterPerangkatDaerah(Rekaman):
    """``perangkat_daerah.yml``: ``lengkap`` says whether all offices are listed."""

    lengkap: YaTidak = Field(
        title="Lengkap", description="ya bila semua perangkat daerah tercantum.", examples=["tidak"]
    )
    daftar: tuple[PerangkatDaerah, ...] = Field(
        title="Daftar", description="Perangkat daerah.", examples=[[{"nama": "Dinas Kesehatan"}]]
    )


class CatatanIndeks(Rekaman):
    """One year of an index: rank of how many, score, predicate; a ``target`` is a plan, not a result."""

    indeks: TeksPendek = Field(title="Indeks", description="IID, IGA, …", examples=["IID"])
    tahun: Tahun | None = Field(None, title="Tahun", description="Tahun penilaian.", examples=["2022"])
    periode: TeksPendek | None = Field(
        None, title="Periode", description="Bila tahun tidak pasti.", examples=["sebelum 2022"]
    )
    skor: Angka | None = Field(None, title="Skor", description="Skor, titik untuk desimal.", examples=["64.02"])
    peringkat: Bulat | None = Field(None, title="Peringkat", description="Peringkat.", examples=["16"])
    dari: Bulat | None = Field(None, title="Dari", description="Dari berapa daerah.", examples=["415"])
    predikat: TeksPendek | None = Field(
        None, title="Predikat", description="Predikat seperti tertulis.", examples=["Sangat Inovatif"]
    )
    target: YaTidak | None = Field(
        None, title="Target", description="ya bila ini sasaran, bukan hasil.", examples=["tidak"]
    )
    catatan: Teks | None = Field(
        None, title="Catatan", description="Perbedaan atau batas.", examples=["Sumber lain menyebut 416."]
    )
    sumber: DaftarSumber


class RegisterIndeks(Rekaman):
    """``indeks.yml``."""

    daftar: tuple[CatatanIndeks, ...] = Field(
        title="Daftar", description="Riwayat indeks.", examples=[[{"indeks": "IID"}]]
    )


class AngkaLaporan(Rekaman):
    """A figure that somebody reported; never mixed with computed ones."""

    tahun: Tahun = Field(title="Tahun", description="Tahun angka.", examples=["2021"])
    ukuran: TeksPendek = Field(
        title="Ukuran", description="Apa yang dihitung.", examples=["inovasi didaftarkan ke Kemendagri"]
    )
    nilai: Angka = Field(title="Nilai", description="Angkanya.", examples=["208"])
    dari: Angka | None = Field(None, title="Dari", description="Dari berapa.", examples=["72"])
    catatan: Teks | None = Field(
        None, title="Catatan", description="Keterangan angka.", examples=["207 memenuhi, 1 belum."]
    )
    sumber: DaftarSumber


class RegisterAngka(Rekaman):
    """``angka.yml``."""

    daftar: tuple[AngkaLaporan, ...] = Field(
        title="Daftar", description="Angka yang dilaporkan.", examples=[[{"tahun": "2021"}]]
    )


BULAN_TINDAK_LANJUT = (3, 6, 12)
"""Months after a visit at which its result is asked for."""


class TindakLanjut(Rekaman):
    """What came of a visit after 3, 6 or 12 months."""

    bulan: Bulat = Field(title="Bulan", description="3, 6, atau 12 bulan sesudah kunjungan.", examples=["3"])
    uraian: Teks = Field(title="Uraian", description="Apa yang sudah dikerjakan.", examples=["Tim dibentuk."])
    sumber: tuple[Sumber, ...] = Field(
        (), title="Sumber", description="Sumber.", examples=[[{"judul": "…", "penerbit": "…"}]]
    )


class Kunjungan(Rekaman):
    """A learning visit; never counted as a replication."""

    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal kunjungan.", examples=["2024-04-18"])
    tanggal_selesai: Tanggal | None = Field(
        None, title="Sampai", description="Tanggal selesai.", examples=["2024-04-19"]
    )
    tuan_rumah: WilayahAtauTeks = Field(title="Tuan rumah", description="Id wilayah atau nama.", examples=["kab-blora"])
    tamu: WilayahAtauTeks = Field(title="Tamu", description="Id wilayah atau nama lembaga.", examples=["kab-grobogan"])
    rombongan: TeksPendek | None = Field(
        None, title="Rombongan", description="Lembaga yang datang.", examples=["Sekda dan Dinas Pendidikan"]
    )
    jenis: Annotated[str, DariDaftar("jenis_kunjungan")] = Field(
        title="Jenis", description="Jenis kunjungan.", examples=["studi-tiru"]
    )
    peserta: Bulat | None = Field(None, title="Jumlah peserta", description="Jumlah orang.", examples=["10"])
    topik: Teks = Field(title="Topik", description="Yang dipelajari.", examples=["Penanganan anak tidak sekolah"])
    inovasi: Annotated[tuple[RujukanEntri, ...], BeforeValidator(one_or_many)] = Field(
        (), title="Inovasi", description="Id entri yang dipelajari.", examples=[["kab-blora/silat"]]
    )
    moda: Annotated[str, DariDaftar("moda")] | None = Field(
        None, title="Moda", description="Luring, daring, atau campuran.", examples=["luring"]
    )
    acara: Teks | None = Field(
        None, title="Acara", description="Bagaimana kunjungan berlangsung.", examples=["Diterima Sekda."]
    )
    hasil: Teks | None = Field(None, title="Hasil", description="Hasil kunjungan.", examples=["Sepakat meniru."])
    tindak_lanjut: tuple[TindakLanjut, ...] = Field(
        (), title="Tindak lanjut", description="Sesudah 3, 6, 12 bulan.", examples=[[{"bulan": "3", "uraian": "…"}]]
    )
    rencana: YaTidak | None = Field(
        None, title="Masih rencana", description="ya bila belum berlangsung.", examples=["tidak"]
    )
    catatan_konflik: tuple[CatatanKonflik, ...] = Field(
        (), title="Catatan konflik data", description="Perbedaan antarsumber.", examples=[[{"uraian": "…"}]]
    )
    sumber: DaftarSumber


class RegisterKunjungan(Rekaman):
    """``kunjungan.yml``: visits received or made by this region."""

    daftar: tuple[Kunjungan, ...] = Field(
        title="Daftar", description="Kunjungan.", examples=[[{"tuan_rumah": "kab-blora"}]]
    )


class Gerai(Rekaman):
    """A stand at an exhibition."""

    nama: TeksPendek = Field(title="Nama gerai", description="Nama gerai.", examples=["Gerai Dinas Kesehatan"])
    inovasi: EntriAtauTeks | None = Field(
        None, title="Inovasi", description="Id entri yang dipamerkan.", examples=["kab-blora/samin-119"]
    )


class Pameran(Rekaman):
    """An exhibition of innovations."""

    nama: TeksPendek = Field(title="Nama", description="Nama pameran.", examples=["Festival Blora Inovasi 2024"])
    tanggal: Tanggal = Field(title="Tanggal", description="Tanggal mulai.", examples=["2024-10"])
    tanggal_selesai: Tanggal | None = Field(
        None, title="Sampai", description="Tanggal selesai.", examples=["2024-10-12"]
    )
    tempat: TeksPendek | None = Field(
        None, title="Tempat", description="Tempat pameran.", examples=["Lapangan Kridosono"]
    )
    penyelenggara: TeksPendek | None = Field(
        None, title="Penyelenggara", description="Lembaga penyelenggara.", examples=["Bapperida"]
    )
    jumlah_gerai: Bulat | None = Field(None, title="Jumlah gerai", description="Jumlah gerai.", examples=["43"])
    layanan_di_tempat: tuple[TeksPendek, ...] = Field(
        (), title="Layanan di tempat", description="Layanan bagi pengunjung.", examples=[["rekam KTP"]]
    )
    gerai: tuple[Gerai, ...] = Field((), title="Gerai", description="Gerai dan inovasinya.", examples=[[{"nama": "…"}]])
    keterangan: Teks | None = Field(None, title="Keterangan", description="Hal lain.", examples=["Dibuka gubernur."])
    sumber: DaftarSumber


class RegisterPameran(Rekaman):
    """``pameran.yml``."""

    daftar: tuple[Pameran, ...] = Field(
        title="Daftar", description="Pameran.", examples=[[{"nama": "…", "tanggal": "2024"}]]
    )


class Penghargaan(Rekaman):
    """An award to the region as such."""

    nama: TeksPendek = Field(
        title="Penghargaan", description="Nama penghargaan.", examples=["Innovative Government Award 2023"]
    )
    kategori: TeksPendek | None = Field(
        None, title="Kategori", description="Kategori atau predikat.", examples=["Kabupaten Terinovatif"]
    )
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal diterima.", examples=["2023-12-12"])
    pemberi: TeksPendek | None = Field(
        None, title="Pemberi", description="Lembaga pemberi.", examples=["Kementerian Dalam Negeri"]
    )
    inovasi: Annotated[tuple[RujukanEntri, ...], BeforeValidator(one_or_many)] = Field(
        (), title="Inovasi", description="Id entri yang dinilai.", examples=[["kab-blora/silat"]]
    )
    keterangan: Teks | None = Field(None, title="Keterangan", description="Hal lain.", examples=["Diserahkan menteri."])
    sumber: DaftarSumber


class RegisterPenghargaan(Rekaman):
    """``penghargaan.yml``."""

    daftar: tuple[Penghargaan, ...] = Field(title="Daftar", description="Penghargaan.", examples=[[{"nama": "…"}]])


class PutaranLab(Rekaman):
    """A round of an innovation laboratory."""

    nama: TeksPendek = Field(title="Nama", description="Nama kegiatan.", examples=["Laboratorium Inovasi Kudus"])
    tahap: Annotated[str, DariDaftar("lab")] | None = Field(
        None, title="Tahap", description="Tahap lab LAN yang sudah dicapai.", examples=["deliver"]
    )
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal.", examples=["2016-08"])
    tanggal_selesai: Tanggal | None = Field(None, title="Sampai", description="Tanggal selesai.", examples=["2016-09"])
    tempat: TeksPendek | None = Field(
        None, title="Tempat", description="Tempat kegiatan.", examples=["Pendopo kabupaten"]
    )
    penyelenggara: TeksPendek | None = Field(
        None, title="Penyelenggara", description="Kantor yang mengadakannya.", examples=["Bappeda Kabupaten Kudus"]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Hal lain.", examples=["Nota kesepahaman dengan LAN."]
    )
    sumber: DaftarSumber


class RegisterLab(Rekaman):
    """``lab.yml``."""

    daftar: tuple[PutaranLab, ...] = Field(
        title="Daftar", description="Putaran lab inovasi.", examples=[[{"nama": "…"}]]
    )


REGISTER: dict[str, type[Rekaman]] = {
    "wilayah.yml": ProfilWilayah,
    "perangkat_daerah.yml": RegisterPerangkatDaerah,
    "indeks.yml": RegisterIndeks,
    "angka.yml": RegisterAngka,
    "kunjungan.yml": RegisterKunjungan,
    "pameran.yml": RegisterPameran,
    "penghargaan.yml": RegisterPenghargaan,
    "lab.yml": RegisterLab,
}
"""File name in a region's folder → its record class."""
