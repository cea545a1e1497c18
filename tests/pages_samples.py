"""Entries and regions for the tests of pages: deep, name only, stopped, copied."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from catalog.bukti import measure_bukti
from catalog.catalog import Badan, Catalog, Daerah, Entri, make_catalog
from catalog.kelengkapan import measure_kelengkapan
from catalog.model.inovasi import Inovasi
from catalog.model.wilayah import Kunjungan, Pameran, Penghargaan, PerangkatDaerah, ProfilWilayah
from catalog.settings import Settings
from catalog.vocabularies import load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
VOCABULARIES = load_vocabularies(ROOT / "vocabularies")
SETTINGS = Settings(nama_katalog="Katalog Inovasi Daerah", wilayah_rumah="kab-blora")

BERITA: dict[str, Any] = {"judul": "Berita contoh", "penerbit": "contoh.id", "tanggal": "2024-05"}


def make_entri(id: str, badan: Badan | None = None, **isian: Any) -> Entri:
    """Return an entry with this id; ``isian`` are values as typed, over a small valid front matter."""
    wilayah, slug = id.split("/")
    front: dict[str, Any] = {
        "nama": slug.replace("-", " ").title(),
        "urusan": ["kesehatan"],
        "ringkasan": "Uraian singkat tentang inovasi ini bagi warga yang membutuhkannya.",
        "sumber": [BERITA],
    }
    inovasi, body = Inovasi.model_validate(front | isian), badan or Badan()
    sections = {"masalah": body.masalah, "cara_kerja": body.cara_kerja, "hasil": body.hasil}
    return Entri(
        wilayah=wilayah,
        slug=slug,
        berkas=f"innovations/{id}.md",
        inovasi=inovasi,
        badan=body,
        bukti=measure_bukti(inovasi, bool(body)),
        kelengkapan=measure_kelengkapan(inovasi, sections),
    )


DALAM = make_entri(
    "kab-blora/mal-pelayanan-publik",
    Badan(
        masalah="Warga harus berkeliling dari satu kantor ke kantor lain untuk mengurus izin dan surat.\n\n"
        "- jarak antarkantor jauh\n- syarat diminta berulang",
        cara_kerja="Layanan dari banyak instansi dikumpulkan dalam **satu gedung** yang sudah ada.\n\n"
        "Setiap instansi mengisi satu gerai. Pegawai DPMPTSP mengatur gedung, antrean, dan jaringan.",
        hasil="Sejak Oktober 2024 seluruh pelayanan izin dipindahkan ke gedung ini.",
        pelajaran="Memakai gedung yang ada membuat biaya jauh di bawah rencana gedung baru.",
    ),
    nama="MPP Blora",
    kepanjangan="Mal Pelayanan Publik Kabupaten Blora",
    urusan=["penanaman-modal", "administrasi-kependudukan-dan-pencatatan-sipil"],
    ringkasan="Satu gedung tempat warga mengurus KTP, izin, pajak, dan puluhan layanan lain tanpa berpindah kantor.",
    perangkat_daerah=["dpmptsp"],
    tahapan="penerapan",
    status={
        "keadaan": "berjalan",
        "per": "2025-04-08",
        "keterangan": "Buka dan melayani setelah libur Lebaran 2025.",
        "sumber": ["kabarterdepan-2025"],
    },
    bentuk="pelayanan-publik",
    jenis="non-digital",
    inisiator="perangkat-daerah",
    klasifikasi="perangkat-daerah",
    tanggal={"uji_coba": "2021-05-11", "penerapan": "2021-06-03", "pengembangan": "2024-10"},
    aktor=[{"nama": "DPMPTSP Kabupaten Blora", "peran": "pengelola gedung"}, {"nama": "27 OPD pengisi gerai"}],
    alat=["Jaringan dan sistem antrean di gedung"],
    kendala=["Sampai September 2024 sebagian izin masih dilayani di kantor masing-masing."],
    evaluasi=[
        {
            "oleh": "Jurnal Administrasi Publik, Universitas Diponegoro",
            "tahun": "2022",
            "temuan": "Sarana memadai, tetapi jumlah petugas gerai belum sebanding dengan pemohon.",
            "sumber": ["jurnal-2022"],
        }
    ],
    catatan_konflik=[
        {
            "isian": "hasil_terukur",
            "uraian": "Jumlah layanan berbeda menurut waktu: 235 (Maret 2021) dan 261 (Juni 2022).",
            "sumber": ["suarabaru-2022", "bloranews-2021"],
        }
    ],
    layanan={
        "tempat": "Gedung MPP (bekas Gedung Konco Tani), Jalan Blora-Cepu km 5, Jepon",
        "jam": "Senin–Jumat 08.00–15.00",
        "biaya": "Izin gratis; beberapa layanan dikenai retribusi yang diumumkan di gerai.",
        "tautan": "https://mpp.blorakab.go.id/daftar",
        "telepon": "(0296) 531234",
        "whatsapp_resmi": {"nomor": "0812-0000-0000", "sumber": ["suarabaru-2022"]},
        "syarat": ["KTP asli", "Berkas sesuai layanan yang diurus"],
        "keterangan": "Ada ruang laktasi, tempat bermain anak, dan pojok baca.",
        "sumber": ["suarabaru-2022"],
    },
    hasil_terukur=[
        {
            "indikator": "Pemohon pada hari pertama sesudah libur Lebaran",
            "satuan": "pemohon sehari",
            "sesudah": "436",
            "periode": "8 April 2025",
            "sumber": ["kabarterdepan-2025"],
        },
        {
            "indikator": "Jenis layanan",
            "satuan": "layanan",
            "sebelum": "235",
            "sesudah": "261",
            "periode": "Maret 2021 ke Juni 2022",
            "sumber": ["suarabaru-2022"],
        },
        {
            "indikator": "Indeks kepuasan",
            "satuan": "dari 100",
            "sebelum": "78.5",
            "sesudah": "88.12",
            "keterangan": "Survei oleh pengelola.",
        },
    ],
    biaya=[
        {
            "uraian": "Penataan gedung dan sistem",
            "jenis": "awal",
            "tahun": "2021",
            "rupiah": "244000000",
            "sumber_dana": "APBD Kabupaten Blora",
            "sumber": ["bloranews-2021"],
        },
        {"uraian": "Perawatan gedung", "jenis": "tahunan", "tahun": "2022-2024"},
        {
            "uraian": "Gedung baru dua lantai, tidak jadi dibangun",
            "rupiah": "20500000000",
            "rencana": "ya",
            "sumber": ["bloranews-2021"],
        },
    ],
    sdm=[{"peran": "petugas gerai", "jumlah": "58", "keterangan": "Dilatih dua hari."}],
    dasar_hukum=[
        {
            "jenis": "Peraturan Bupati",
            "nomor": "12",
            "tahun": "2021",
            "judul": "Penyelenggaraan Mal Pelayanan Publik",
            "tautan": "https://jdih.blorakab.go.id/12",
            "sumber": ["suarabaru-2022"],
        }
    ],
    dokumen=[{"jenis": "SOP", "judul": "Pelayanan gerai", "keterangan": "Nomor tidak disebut sumber."}],
    prasyarat=["Gedung milik daerah yang bisa ditata ulang", "Perjanjian kerja sama dengan lembaga lain"],
    langkah=[
        {"uraian": "Belajar ke MPP Banyuwangi dan Sidoarjo.", "durasi": "2019 sampai Maret 2020"},
        {
            "uraian": "Gedung ditata, pegawai pindah lebih dulu.",
            "keluaran": "gedung siap",
            "sumber": ["bloranews-2021"],
        },
        {"uraian": "Kerja sama dengan enam lembaga diteken.", "durasi": "satu hari", "keluaran": "perjanjian"},
    ],
    risiko=[{"uraian": "OPD tetap melayani di kantornya.", "mitigasi": "Wajibkan pindah lewat peraturan."}],
    pelajaran=["Seluruh layanan izin perlu diwajibkan pindah."],
    tanya_jawab=[
        {"tanya": "Berapa lama persiapannya?", "jawab": "Tiga bulan sejak gedung dipilih.", "tanggal": "2021-04"}
    ],
    replikasi={
        "dari": [
            {
                "asal": "MPP Banyuwangi",
                "inspirasi": "Masalahnya sama.",
                "proses": "Kunjungan, lalu meniru susunan gerai.",
                "pembeda": "Memakai gedung lama.",
                "sumber": ["suarabaru-2022"],
            }
        ],
        "oleh": [
            {
                "wilayah": "kab-grobogan",
                "tahap": "kesepakatan",
                "tanggal": "2024-09-03",
                "kesepakatan": "Nota kesepahaman 2024",
                "sumber": ["suarabaru-2022"],
            },
            {"wilayah": "kab-rembang", "tahap": "berjalan", "entri": "kab-rembang/mpp-rembang", "hasil": "18 gerai."},
        ],
        "catatan": [{"uraian": "Delapan kabupaten lain menyatakan ingin meniru."}],
    },
    kunjungan={
        "yang_dapat_dilihat": ["Gerai bersama", "Ruang kendali antrean"],
        "aturan": {"rombongan_maksimal": "20", "daring": "ya", "sumber": ["suarabaru-2022"]},
        "catatan": [{"uraian": "Beberapa tamu dari luar Jawa, tahun tidak disebut."}],
    },
    penghargaan=[
        {
            "nama": "Unit pelayanan predikat A",
            "pemberi": "Kementerian PANRB",
            "tanggal": "2022",
            "sumber": ["suarabaru-2022"],
        }
    ],
    kriteria={"manfaat": {"memenuhi": "ya", "alasan": "Warga cukup datang ke satu tempat."}},
    kematangan={"edisi": "2026", "indikator": [{"nomor": "31", "level": "2", "dokumen": "SK Bupati 2024"}]},
    lab={"tahap": "deliver", "tahun": "2017"},
    kontak={
        "unit": "DPMPTSP Kabupaten Blora",
        "surel": "dpmptsp@blorakab.go.id",
        "situs": "https://dpmptsp.blorakab.go.id",
    },
    kata_kunci=["MPP", "izin", "KTP"],
    tautan_luar={"jippnas": "https://jippnas.menpan.go.id/1", "nomor_iga": "33.16-2025-001"},
    alamat_lama=["kab-blora/mall-pelayanan-publik"],
    lapor={
        "tujuan": "Mempercepat layanan.\n\nMendekatkan layanan.",
        "video": "https://youtu.be/contoh",
        "sdgs": ["16"],
    },
    sumber=[
        {
            "id": "bloranews-2021",
            "judul": "Sekitar 400 Juta CSR Bank Jateng untuk MPP Blora",
            "penerbit": "bloranews.com",
            "tanggal": "2021-06-03",
            "tautan": "https://bloranews.com/sekitar-400-juta",
        },
        {
            "id": "suarabaru-2022",
            "judul": "Setahun, MPP Blora Diminta Berinovasi",
            "penerbit": "suarabaru.id",
            "tanggal": "2022-06-03",
            "tautan": "https://suarabaru.id/2022/06/03/setahun-mpp-blora",
        },
        {
            "id": "kabarterdepan-2025",
            "judul": "Hari Pertama Pelayanan MPP Blora",
            "penerbit": "kabarterdepan.com",
            "tanggal": "2025-04-08",
            "tautan": "https://kabarterdepan.com/?p=73994",
        },
        {
            "id": "jurnal-2022",
            "judul": "Kualitas Pelayanan MPP",
            "penerbit": "Universitas Diponegoro",
            "tanggal": "2022",
        },
    ],
)

NAMA_SAJA = make_entri(
    "kab-rembang/ojo-ngulon-ojo-ngalor",
    nama="Ojo Ngulon",
    ringkasan="Inovasi layanan di Kabupaten Rembang yang masuk daftar finalis lomba tahun 2019.",
    urusan=["sosial"],
    pertama_diberitakan="2019",
    penghargaan=[{"nama": "Finalis lomba inovasi provinsi", "tanggal": "2019"}],
)

BERHENTI = make_entri(
    "kab-blora/warung-izin-keliling",
    Badan(cara_kerja="Mobil pelayanan izin berkeliling ke kecamatan setiap pekan."),
    nama="Warung Izin Keliling",
    urusan=["penanaman-modal"],
    tahapan="penerapan",
    tanggal={"penerapan": "2016"},
    status={"keadaan": "berhenti", "per": "2021", "alasan": "Dilebur ke MPP.", "pengganti": DALAM.id},
)

PENIRU = make_entri(
    "kab-rembang/mpp-rembang",
    Badan(masalah="Layanan terpencar."),
    nama="MPP Rembang",
    urusan=["penanaman-modal"],
    tahapan="uji-coba",
    tanggal={"uji_coba": "2025-01"},
    replikasi={"dari": [{"asal": DALAM.id}]},
    bagian_dari="kab-blora/mal-pelayanan-publik",
)

PROFIL_BLORA = ProfilWilayah.model_validate(
    {
        "kode": "33.16",
        "nama": "Kabupaten Blora",
        "jenis": "kabupaten",
        "provinsi": "Jawa Tengah",
        "situs": "https://blorakab.go.id",
        "kontak": {"unit": "Bapperida Kabupaten Blora", "telepon": "(0296) 531827"},
        "aturan_kunjungan": {
            "ditujukan_kepada": "Bupati Blora melalui Sekretaris Daerah",
            "tenggat_hari_kerja": "7",
            "rombongan_maksimal": "40",
        },
        "sumber": [BERITA],
    }
)

BLORA = Daerah(
    "kab-blora",
    "Kabupaten Blora",
    profil=PROFIL_BLORA,
    perangkat_daerah={
        "dpmptsp": PerangkatDaerah(nama="Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", singkatan="DPMPTSP")
    },
    kunjungan=(
        Kunjungan.model_validate(
            {
                "tanggal": "2021-04-22",
                "tuan_rumah": "kab-blora",
                "tamu": "kota-pasuruan",
                "rombongan": "Sekretaris Daerah dan DPMPTSP",
                "jenis": "studi-banding",
                "peserta": "10",
                "topik": "Mempercepat pembentukan mal pelayanan publik",
                "inovasi": [DALAM.id],
                "hasil": "Menyebut Blora contoh karena cepat.",
                "tindak_lanjut": [{"bulan": "6", "uraian": "Tim dibentuk."}],
                "sumber": [BERITA | {"tautan": "https://contoh.id/kunjungan"}],
            }
        ),
    ),
    pameran=(
        Pameran.model_validate(
            {
                "nama": "Festival Blora Inovasi 2024",
                "tanggal": "2024-10-10",
                "tanggal_selesai": "2024-10-12",
                "gerai": [{"nama": "Gerai MPP", "inovasi": DALAM.id}],
                "sumber": [BERITA],
            }
        ),
    ),
    penghargaan=(
        Penghargaan.model_validate(
            {"nama": "Kabupaten Terinovatif", "tanggal": "2023-12-12", "inovasi": [DALAM.id], "sumber": [BERITA]}
        ),
    ),
)

REMBANG = Daerah("kab-rembang", "Kabupaten Rembang")
GROBOGAN = Daerah("kab-grobogan", "Kabupaten Grobogan")


def sample_catalog(*further: Entri) -> Catalog:
    """Return the catalogue of the samples and the regions they name."""
    return make_catalog([DALAM, NAMA_SAJA, BERHENTI, PENIRU, *further], [BLORA, REMBANG, GROBOGAN], VOCABULARIES)
