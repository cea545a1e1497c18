"""The sentences of faults in readable records: isian, values, bodies, personal data, relations."""

from __future__ import annotations

from catalog.wordings.angka import FIGURES
from catalog.wordings.penilaian import ASSESSMENT
from catalog.wordings.wording import Wording, error, warning

_RECORD: dict[str, Wording] = {
    # one record: is every isian there, known, and of the right form
    "isian-wajib-tidak-ada": error(
        "Isian wajib `{isian}` belum ditulis.", "{bantuan}", "tambahkan baris `{kunci}: {contoh}`"
    ),
    "isian-wajib-kosong": error(
        "Isian wajib `{isian}` masih kosong.", "nilai di belakang titik dua", "isi, misalnya `{kunci}: {contoh}`"
    ),
    "isian-kosong": warning(
        "Isian `{isian}` kosong, jadi tidak ditampilkan.",
        "nilai di belakang titik dua, atau barisnya tidak ada",
        "isi, misalnya `{kunci}: {contoh}`, atau hapus baris ini",
    ),
    "butir-kosong": warning(
        "Satu butir pada `{isian}` kosong.", "tulisan di belakang tanda hubung", "isi butirnya, atau hapus baris ini"
    ),
    "isian-salah-eja": error(
        "Isian `{isian}` tidak dikenal; ejaannya mirip `{dekat}`.",
        "`{dekat}`",
        "ganti `{ditemukan}:` dengan `{dekat}:`",
    ),
    "isian-tidak-dikenal": warning(
        "Isian `{isian}` tidak dikenal; isinya disimpan tetapi tidak ditampilkan.",
        "salah satu dari: {dikenal}",
        "hapus baris ini bila tidak diperlukan, atau pindahkan isinya ke isian yang cocok",
    ),
    "bukan-daftar": error(
        "Isian `{isian}` adalah daftar; tiap butirnya diawali tanda hubung.",
        "baris-baris di bawah `{kunci}:` yang diawali `- `",
        "tulis `{contoh}` di bawah `{kunci}:`, menjorok dua spasi",
    ),
    "bukan-kelompok": error(
        "Isian `{isian}` berisi beberapa isian lain, bukan satu tulisan.",
        "isian di bawahnya, misalnya {anak}",
        "tulis `{pertama}: …` di baris baru di bawah `{kunci}:`, menjorok dua spasi",
    ),
    "bukan-teks": error(
        "Isian `{isian}` berisi satu tulisan saja.", "satu tulisan di belakang titik dua", "tulis `{kunci}: {contoh}`"
    ),
    "teks-terlalu-pendek": error(
        "Isian `{isian}` terlalu pendek: {panjang} huruf.", "sedikitnya {batas} huruf", "lengkapi kalimatnya"
    ),
    "teks-terlalu-panjang": error(
        "Isian `{isian}` terlalu panjang: {panjang} huruf.",
        "paling banyak {batas} huruf",
        "ringkas tulisannya",
    ),
    "daftar-kurang": error(
        "Isian `{isian}` perlu sedikitnya {batas} butir.",
        "daftar dengan sedikitnya {batas} butir",
        "tambahkan butirnya",
    ),
    "daftar-terlalu-banyak": error(
        "Isian `{isian}` berisi terlalu banyak butir.", "paling banyak {batas} butir", "sisakan butir yang utama"
    ),
    "angka-di-luar-batas": error("Angka pada `{isian}` di luar batas.", "{batas}", "periksa angkanya"),
    "bentuk-salah": error("Bentuk isian `{isian}` tidak tepat.", "seperti `{contoh}`", "tulis seperti `{contoh}`"),
    "tanggal-salah-bentuk": error(
        "Tanggal pada `{isian}` tidak dapat dibaca.",
        "tahun-bulan-hari, misalnya 2023-12-31 (boleh hanya 2023 atau 2023-12 bila tanggal tidak diketahui)",
        "{saran}",
    ),
    "tanggal-tidak-ada": error(
        "Tanggal pada `{isian}` tidak ada di kalender.",
        "bulan 01–12 dan hari yang ada di bulan itu",
        "periksa tanggalnya",
    ),
    "tahun-salah-bentuk": error("Tahun pada `{isian}` tidak dapat dibaca.", "empat angka, misalnya 2021", "{saran}"),
    "angka-bulat-salah-bentuk": error(
        "Angka pada `{isian}` tidak dapat dibaca.",
        "angka saja tanpa titik, koma, atau Rp, misalnya 244000000",
        "{saran}",
    ),
    "angka-salah-bentuk": error(
        "Angka pada `{isian}` tidak dapat dibaca.", "angka dengan titik untuk desimal, misalnya 12.61", "{saran}"
    ),
    "bukan-ya-tidak": error("Isian `{isian}` hanya berisi ya atau tidak.", "ya atau tidak", "{saran}"),
    "tautan-salah-bentuk": error(
        "Alamat pada `{isian}` tidak dapat dibaca.", "alamat lengkap yang diawali https:// atau http://", "{saran}"
    ),
    "telepon-salah-bentuk": error(
        "Nomor telepon pada `{isian}` tidak dapat dibaca.", "nomor kantor, misalnya (0296) 531234 atau 119", "{saran}"
    ),
    "surel-salah-bentuk": error(
        "Alamat surel pada `{isian}` tidak dapat dibaca.", "alamat surel kantor, misalnya dinas@contoh.go.id", "{saran}"
    ),
    "nilai-di-luar-daftar": error("Nilai `{isian}` tidak ada dalam daftar.", "{pilihan}", "{saran}"),
}

_BODY: dict[str, Wording] = {
    # the text below the second line of dashes
    "badan-terlalu-panjang": error(
        "Tulisan di bawah garis `---` terlalu panjang.", "paling banyak {batas} huruf", "ringkas tulisannya"
    ),
    "badan-tanpa-judul": warning(
        "Tulisan ini berdiri sebelum judul bagian, jadi ditampilkan pada Cara kerja.",
        "tulisan di bawah salah satu judul {judul}",
        "beri judul bagian di atasnya, misalnya `## Masalah`",
    ),
    "bagian-tidak-dikenal": warning(
        "Judul bagian ini tidak dikenal, jadi isinya ditampilkan pada Cara kerja.",
        "salah satu dari {judul}",
        "ganti judulnya dengan salah satu judul itu",
    ),
    "bagian-ganda": warning(
        "Bagian ini ditulis dua kali; isinya digabung.", "tiap bagian satu kali", "gabungkan isinya di bawah satu judul"
    ),
}

_PERSONAL: dict[str, Wording] = {
    "data-pribadi": error(
        "Ada {jenis} di sini; data pribadi tidak boleh masuk katalog.",
        "tulisan tanpa nomor pribadi; nomor kantor ditulis di `kontak` atau `layanan`",
        "hapus nomor itu, lalu beri tahu pengelola bila berkas ini sudah pernah dikirim",
    ),
    "mungkin-data-pribadi": warning(
        "Deretan angka ini mungkin {jenis}.",
        "tulisan tanpa nomor pribadi",
        "hapus bila benar nomor pribadi; biarkan bila nomor dokumen",
    ),
}

_RELATIONS: dict[str, Wording] = {
    # between records, or between two isian of one record
    "sumber-tidak-ditemukan": error(
        "`{isian}` menunjuk sumber yang tidak ada di daftar `sumber` entri ini.",
        "`id` salah satu sumber di berkas ini ({contoh})",
        "{saran}",
    ),
    "kunci-sumber-ganda": error(
        "`id` sumber ini sudah dipakai sumber lain di berkas yang sama.",
        "`id` yang berbeda untuk tiap sumber",
        "tambahkan pembeda, misalnya `id: {ditemukan}-2`",
    ),
    "perangkat-daerah-tidak-ditemukan": error(
        "`{isian}` menunjuk perangkat daerah yang tidak ada di perangkat_daerah.yml.",
        "id perangkat daerah di innovations/{wilayah}/perangkat_daerah.yml ({contoh})",
        "{saran}",
    ),
    "perangkat-daerah-ganda": error(
        "Perangkat daerah ini sudah tercantum pada nomor {nomor}.",
        "tiap perangkat daerah satu kali",
        "hapus salah satunya",
    ),
    "rujukan-tidak-ditemukan": error(
        "`{isian}` menunjuk entri yang tidak ada.",
        "<wilayah>/<nama berkas tanpa .md> yang ada di innovations/",
        "{saran}",
    ),
    "rujukan-diri-sendiri": error(
        "`{isian}` menunjuk entri ini sendiri.", "id entri lain", "tunjuk entri lain, atau hapus baris ini"
    ),
    "bagian-berputar": error(
        "`{isian}` berputar: induknya juga bagian dari entri ini.",
        "induk yang bukan bagian dari entri ini",
        "hapus `{isian}` pada salah satu entri",
    ),
    "alamat-lama-terpakai": error(
        "`{isian}` bukan alamat lama yang bebas dipakai.",
        "id entri yang dulu dipakai dan kini tidak ada",
        "tulis id lama yang sudah tidak dipakai entri lain, atau hapus baris ini",
    ),
    "wilayah-tidak-ditemukan": error(
        "`{isian}` menunjuk wilayah yang tidak ada.", "id wilayah di vocabularies/wilayah.csv", "{saran}"
    ),
    "wilayah-tanpa-profil": error(
        "Folder wilayah ini belum punya wilayah.yml.",
        "innovations/{wilayah}/wilayah.yml",
        "buat wilayah.yml berisi kode, nama, jenis, provinsi, dan sumber",
    ),
    "folder-wilayah-tidak-dikenal": error(
        "Nama folder ini bukan id wilayah.",
        "id wilayah di vocabularies/wilayah.csv, misalnya kab-blora",
        "ganti nama foldernya dengan id wilayah yang benar",
    ),
    "wilayah-tidak-cocok": error(
        "`{isian}` tidak cocok dengan daftar wilayah untuk folder ini.", "{benar}", 'tulis `{kunci}: "{benar}"`'
    ),
    "tanggal-terbalik": error(
        "`{isian}` lebih awal daripada `{awal}`.", "{tanggal_awal} atau sesudahnya", "periksa kedua tanggal itu"
    ),
    "kunjungan-bukan-milik-wilayah": error(
        "Kunjungan ini bukan milik wilayah folder ini.",
        "`tuan_rumah` atau `tamu` berisi {wilayah}",
        "pindahkan ke kunjungan.yml milik tuan rumah atau tamunya",
    ),
    "peserta-nol": error(
        "Kunjungan ini tidak punya peserta.",
        "sedikitnya 1 orang",
        "tulis jumlahnya, atau hapus baris `peserta` bila tidak diketahui",
    ),
    "peserta-terlalu-banyak": warning(
        "Jumlah peserta satu kunjungan ini tidak lazim.",
        "paling banyak 1000 orang dalam satu kunjungan",
        "periksa angkanya; jumlah tamu setahun ditulis di angka.yml",
    ),
    "tamu-tuan-rumah-sama": warning(
        "Tuan rumah dan tamu kunjungan ini sama.",
        "daerah atau lembaga yang datang dari luar",
        "periksa `tuan_rumah` dan `tamu`",
    ),
    "bulan-tindak-lanjut": warning(
        "Tindak lanjut dilaporkan sesudah 3, 6, atau 12 bulan.",
        "3, 6, atau 12",
        "tulis bulan yang terdekat, dan waktu tepatnya di `uraian`",
    ),
    "rencana-sudah-berhasil": warning(
        "Kunjungan ini bertanda masih rencana, tetapi sudah punya hasil atau tindak lanjut.",
        "`rencana: ya` hanya bagi kunjungan yang belum berlangsung",
        "hapus baris `rencana` bila kunjungan sudah berlangsung",
    ),
    "tahap-replikasi-terbalik": warning(
        "Tahap `{tahap}` bertanggal lebih awal daripada tahap `{tahap_awal}`.",
        "{tanggal_awal} atau sesudahnya",
        "periksa tanggal kedua tahap itu",
    ),
    "replikasi-di-wilayah-sendiri": warning(
        "`{isian}` menyebut wilayah entri ini sendiri; penyebaran di dalam satu wilayah tidak dihitung sebagai "
        "replikasi.",
        "wilayah lain yang meniru",
        "tulis wilayah penirunya, atau pindahkan keterangannya ke `replikasi.catatan`",
    ),
    "entri-di-wilayah-lain": error(
        "`{isian}` menunjuk entri yang tidak berada di wilayah penirunya.",
        "entri milik {wilayah}",
        "periksa `wilayah` dan `entri`, atau hapus baris `entri`",
    ),
    "replikasi-berputar": warning(
        "`{isian}` berputar: asal itu sendiri tercatat berasal dari entri ini.",
        "entri asal yang lebih dahulu ada",
        "hapus `dari` pada entri yang lebih dahulu ada",
    ),
    "foto-tidak-ditemukan": error(
        "Foto ini tidak ada di folder entri.",
        "berkas di {folder}/",
        "taruh fotonya di folder itu, atau hapus butir ini",
    ),
    "entri-ganda": warning(
        "Nama inovasi ini sama dengan entri lain di wilayah yang sama.",
        "satu entri untuk satu inovasi",
        "bandingkan dengan {lain}; gabungkan bila sama, bedakan namanya bila tidak",
    ),
    "entri-mirip": warning(
        "Nama inovasi ini hampir sama dengan entri lain di wilayah yang sama.",
        "satu entri untuk satu inovasi",
        "bandingkan dengan {lain}; gabungkan bila sama, biarkan bila memang berbeda",
    ),
}

_PHOTOS: dict[str, Wording] = {
    # photos beside the entries
    "foto-tidak-terbaca": error(
        "Foto ini tidak dapat dibaca.", "foto JPG, PNG, atau WebP yang utuh", "simpan ulang fotonya sebagai JPG"
    ),
    "foto-terlalu-besar": error(
        "Foto ini terlalu besar.", "paling besar {batas} dan 25 juta piksel", "kecilkan fotonya, lalu simpan ulang"
    ),
    "foto-menyimpan-lokasi": error(
        "Foto ini menyimpan tempat pengambilannya (GPS).",
        "foto tanpa data lokasi",
        "kirim fotonya lewat tangkapan layar, atau hapus data lokasinya lewat Properti, lalu simpan ulang",
    ),
}

_VOCABULARIES: dict[str, Wording] = {
    # the lists beside the entries
    "pintu-entri-tidak-ada": warning(
        "Pintu masalah sehari-hari menyebut entri yang tidak ada.",
        "<wilayah>/<nama berkas tanpa .md> yang ada di innovations/",
        "tulis id barunya, atau hapus `{ditemukan}` dari baris ini",
    ),
}

VALIDATION: dict[str, Wording] = (
    _RECORD | _BODY | _PERSONAL | _RELATIONS | _PHOTOS | _VOCABULARIES | ASSESSMENT | FIGURES
)
