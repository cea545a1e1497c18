"""How the isian are laid out on the form: which forms there are, their sections, what is asked first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bagian:
    """A section of a form: its id, heading, one sentence of help, and its isian in order.

    ``badan`` marks the section in which the story of an entry is written, below the isian.
    """

    id: str
    judul: str
    bantuan: str
    isian: tuple[str, ...]
    badan: bool = False


@dataclass(frozen=True, slots=True)
class Borang:
    """One form: ``rekaman`` is the class it fills, ``berkas`` the file's name (``{slug}`` where it has its own).

    ``bagian[0]`` is open from the start. ``baris`` is the isian that holds the rows of a register.
    """

    id: str
    judul: str
    untuk: str
    rekaman: str
    berkas: str
    bagian: tuple[Bagian, ...]
    baris: str = ""


_ENTRI = (
    Bagian(
        "inti", "Yang wajib", "Empat isian ini sudah cukup untuk mengirim.", ("nama", "urusan", "ringkasan", "sumber")
    ),
    Bagian(
        "cerita", "Ceritanya", "Tulis seperti bercerita kepada rekan di daerah lain. Boleh sebagian.", (), badan=True
    ),
    Bagian(
        "pemilik",
        "Pemilik dan jenisnya",
        "Siapa yang punya, siapa yang terlibat, dan inovasi macam apa.",
        ("kepanjangan", "perangkat_daerah", "inisiator", "klasifikasi", "bentuk", "jenis", "aktor", "bagian_dari"),
    ),
    Bagian(
        "waktu",
        "Tahap dan waktu",
        "Sejak kapan, dan apakah masih berjalan.",
        ("tahapan", "status", "tanggal", "pertama_diberitakan", "dikonfirmasi"),
    ),
    Bagian("layanan", "Untuk warga", "Bagaimana warga memakai layanan ini.", ("layanan",)),
    Bagian(
        "hasil",
        "Hasil dan bukti",
        "Angka sebelum dan sesudah, temuan penilai, dan penghargaan.",
        ("hasil_terukur", "evaluasi", "penghargaan"),
    ),
    Bagian(
        "modal",
        "Biaya, orang, dan dokumen",
        "Yang dibutuhkan untuk menjalankannya.",
        ("biaya", "sdm", "alat", "dasar_hukum", "dokumen"),
    ),
    Bagian(
        "meniru",
        "Agar dapat ditiru",
        "Langkah, syarat, dan pelajaran bagi daerah lain.",
        ("prasyarat", "langkah", "risiko", "kendala", "pelajaran", "tanya_jawab"),
    ),
    Bagian(
        "jejak",
        "Replikasi dan kunjungan",
        "Dari mana asalnya, siapa yang meniru, dan apa yang dapat dilihat tamu.",
        ("replikasi", "kunjungan"),
    ),
    Bagian(
        "temu",
        "Kontak, foto, dan kata kunci",
        "Agar entri ini ditemukan dan kantornya dapat dihubungi.",
        ("kontak", "foto", "kata_kunci", "tautan_luar"),
    ),
    Bagian(
        "nilai",
        "Penilaian dan laporan",
        "Untuk formulir IID dan KIPP, dan catatan bagi pengelola.",
        ("kriteria", "kematangan", "lab", "lapor", "catatan_konflik", "alamat_lama"),
    ),
)


def _register(id: str, judul: str, untuk: str, rekaman: str, berkas: str, *lain: str) -> Borang:
    isian = (*lain, "daftar")
    return Borang(id, judul, untuk, rekaman, berkas, (Bagian("daftar", judul, untuk, isian),), baris="daftar")


BORANG: tuple[Borang, ...] = (
    Borang("entri", "Entri inovasi", "Satu inovasi: baru, atau perbaikan.", "Inovasi", "{slug}.md", _ENTRI),
    Borang(
        "replikasi",
        "Catatan replikasi",
        "Meniru inovasi daerah lain, atau ditiru.",
        "Inovasi",
        "{slug}.md",
        (
            Bagian("jejak", "Replikasi", "Dari mana asalnya, dan siapa yang meniru.", ("replikasi",)),
            Bagian("sumber", "Sumber", "Sumber yang dipakai catatan ini ditambahkan di bawah.", ("sumber",)),
        ),
    ),
    _register(
        "kunjungan",
        "Catatan kunjungan",
        "Kunjungan belajar yang diterima atau dilakukan, dan hasilnya.",
        "RegisterKunjungan",
        "kunjungan.yml",
    ),
    Borang(
        "aturan",
        "Profil dan aturan tuan rumah",
        "Kantor yang dihubungi, dan yang diminta dari tamu.",
        "ProfilWilayah",
        "wilayah.yml",
        (
            Bagian("aturan", "Aturan kunjungan", "Yang perlu diketahui tamu sebelum bersurat.", ("aturan_kunjungan",)),
            Bagian("kantor", "Kantor", "Kantor saja, bukan nama orang.", ("kontak", "sekretariat", "meja_informasi")),
            Bagian(
                "wilayah",
                "Profil wilayah",
                "Kode, nama, jenis, dan provinsi terisi dari daftar wilayah.",
                (
                    "kode",
                    "nama",
                    "jenis",
                    "provinsi",
                    "penduduk",
                    "luas_km2",
                    "bentang_alam",
                    "koordinat",
                    "situs",
                    "situs_lain",
                    "catatan",
                ),
            ),
            Bagian("sumber", "Sumber", "Dari mana keterangan ini.", ("sumber",)),
        ),
    ),
    _register(
        "perangkat_daerah",
        "Daftar perangkat daerah",
        "Nama perangkat daerah, agar entri dapat menyebut pemiliknya.",
        "RegisterPerangkatDaerah",
        "perangkat_daerah.yml",
        "lengkap",
    ),
    _register("pameran", "Pameran inovasi", "Pameran dan gerainya.", "RegisterPameran", "pameran.yml"),
    _register(
        "penghargaan",
        "Penghargaan daerah",
        "Penghargaan kepada daerah, bukan kepada satu inovasi.",
        "RegisterPenghargaan",
        "penghargaan.yml",
    ),
    _register("indeks", "Riwayat indeks", "Skor dan peringkat seperti diumumkan.", "RegisterIndeks", "indeks.yml"),
    _register(
        "angka",
        "Angka yang dilaporkan",
        "Angka dari laporan atau berita, beserta sumbernya.",
        "RegisterAngka",
        "angka.yml",
    ),
    _register("lab", "Lab inovasi", "Putaran laboratorium inovasi.", "RegisterLab", "lab.yml"),
)
"""Every form, in the order in which they are offered."""
