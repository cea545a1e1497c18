"""The sentences of faults in a workbook or table itself; what its cells say is judged with the sentences of `check`."""

from __future__ import annotations

from catalog.wordings.wording import Wording, error, warning

_FILE: dict[str, Wording] = {
    # the file as a whole: it is not opened
    "lembar-bukan-xlsx": error(
        "Berkas ini bukan buku kerja .xlsx.",
        "buku kerja Excel (.xlsx) atau tabel CSV (.csv)",
        "buka di Excel atau LibreOffice, pilih Simpan sebagai, jenis Buku Kerja Excel (.xlsx); hapus kata sandinya "
        "bila ada",
    ),
    "lembar-rusak": error(
        "Buku kerja ini rusak atau tidak lengkap, jadi tidak dapat dibaca.",
        "buku kerja yang dapat dibuka di Excel atau LibreOffice",
        "buka di Excel atau LibreOffice, lalu simpan ulang sebagai .xlsx",
    ),
    "lembar-terlalu-besar": error(
        "{bagian} terlalu besar untuk dibaca.",
        "{batas}",
        "bagi menjadi beberapa buku kerja, dan hapus gambar serta lembar yang tidak perlu",
    ),
    "lembar-makro": error(
        "Buku kerja ini memuat makro (program).",
        "buku kerja tanpa makro",
        "simpan sebagai Buku Kerja Excel (.xlsx), bukan .xlsm",
    ),
    "lembar-tautan-luar": error(
        "Buku kerja ini mengambil isi dari berkas atau alamat lain.",
        "buku kerja yang isinya lengkap sendiri",
        "di Excel buka Data, Edit Tautan, Putuskan Tautan; lalu simpan",
    ),
    "lembar-entitas": error(
        "Isi buku kerja ini memuat perintah XML (DTD atau entitas) yang tidak pernah dibuat Excel.",
        "buku kerja yang disimpan Excel atau LibreOffice",
        "salin isinya ke templat baru dari `build_catalog.py template`",
    ),
    "lembar-sel-jauh": error(
        "Ada isi di sel yang terlalu jauh.",
        "paling jauh baris {baris_batas} dan kolom {kolom_batas}",
        "hapus isi sel itu, atau hapus baris dan kolom kosong di antaranya",
    ),
    "lembar-rentang-luas": error(
        "Ada {benda} yang meliputi terlalu banyak sel.",
        "paling banyak {batas} sel",
        "pisahkan sel gabungan itu, atau hapus tautannya",
    ),
    "lembar-csv-tidak-terbaca": error(
        "Tabel CSV ini tidak dapat dibaca.",
        "tabel CSV berkode UTF-8, kolom dipisah koma atau titik koma, paling besar {batas}",
        "buka di Excel, lalu simpan sebagai CSV UTF-8",
    ),
}

_SHEET: dict[str, Wording] = {
    # sheets, rows and columns
    "lembar-tidak-dikenal": warning(
        "Lembar ini tidak dikenal, jadi tidak dibaca.",
        "salah satu dari: {dikenal}",
        "kembalikan nama lembarnya, atau biarkan bila memang bukan isian",
    ),
    "lembar-tanpa-judul": error(
        "Baris nama isian di lembar ini tidak ditemukan.",
        "baris berisi nama isian seperti pada templat: {contoh}",
        "salin baris judul dari templat ke atas isian",
    ),
    "kolom-tidak-dikenal": warning(
        "Kolom ini tidak dikenal, jadi tidak dibaca.",
        "nama kolom seperti pada templat",
        "{saran}",
    ),
    "kolom-salah-eja": error(
        "Kolom ini tidak dikenal; namanya mirip `{dekat}`.", "`{dekat}`", "ganti judul kolom itu menjadi `{dekat}`"
    ),
    "kolom-ganda": error(
        "Kolom `{kunci}` ada dua kali; yang pertama di {pertama}.", "tiap kolom satu kali", "gabungkan kedua kolom itu"
    ),
    "kolom-hilang": warning(
        "Lembar ini tidak punya kolom {daftar}; isian itu tidak dibaca, dan isi lamanya tidak berubah.",
        "semua kolom templat",
        "biarkan bila disengaja, atau salin judul kolomnya dari templat",
    ),
    "kolom-butir-hilang": error(
        "Lembar ini tidak punya kolom {daftar}, padahal entri yang ada memilikinya dan jumlah barisnya berubah.",
        "semua kolom templat",
        "salin judul kolomnya dari templat, atau ekspor ulang buku kerjanya",
    ),
}

_CELL: dict[str, Wording] = {
    # one cell
    "sel-rumus": error(
        "Sel ini berisi rumus.",
        "tulisan atau angka, bukan rumus",
        "salin sel itu, lalu tempel sebagai nilai (Tempel Khusus, Nilai)",
    ),
    "sel-galat": error(
        "Sel ini berisi tanda galat Excel.", "tulisan atau angka", "tulis nilainya, atau kosongkan sel itu"
    ),
    "sel-gabungan": error(
        "Sel ini gabungan beberapa sel ({rentang}), jadi tidak jelas milik baris atau kolom mana.",
        "satu isian di satu sel",
        "pisahkan sel itu (Batalkan Penggabungan Sel), lalu isi tiap selnya",
    ),
    "sel-isian-lain": error(
        "Kolom isian_lain di baris ini tidak dapat dibaca.",
        "isi kolom itu seperti saat diekspor",
        "kembalikan isi sel itu dari buku kerja yang diekspor, atau kosongkan",
    ),
    "baris-tanpa-wilayah": error(
        "Baris ini belum menyebut wilayahnya.",
        "id wilayah di vocabularies/wilayah.csv, misalnya kab-blora",
        "pilih wilayah pada kolom `wilayah`, atau jalankan perintahnya dengan `--wilayah`",
    ),
    "baris-contoh": error(
        "Baris contoh ini sudah diubah, tetapi kolom pertamanya masih `{ditemukan}`.",
        "nilai Anda sendiri di kolom pertama",
        "ganti isi kolom pertama, atau hapus baris contoh ini",
    ),
    "baris-ganda": error(
        "Baris ini dan {lain} menunjuk entri yang sama, {entri}.",
        "satu baris untuk satu inovasi",
        "hapus salah satu barisnya, atau bedakan namanya; bila memang dua inovasi, isi kolom `berkas` dengan nama "
        "yang berbeda",
    ),
    "baris-tanpa-nama-berkas": error(
        "Dari nama ini tidak dapat dibuat nama berkas.",
        "nama berkas dari huruf kecil, angka, dan tanda hubung, misalnya mal-pelayanan-publik",
        "isi kolom `berkas` di baris ini",
    ),
    "milik-kosong": error(
        "Baris ini belum menyebut miliknya siapa.",
        "{seharusnya_isi}",
        "isi kolom `milik` di baris ini",
    ),
    "milik-tidak-ditemukan": error(
        "Tidak ada baris di lembar {induk} dengan nama atau nomor ini.", "{seharusnya_isi}", "{saran}"
    ),
    "milik-ganda": error(
        "Nama ini cocok dengan beberapa baris di lembar {induk}.",
        "satu baris yang jelas",
        "tulis isi kolom `{kunci}` dari baris yang dimaksud: {pilihan}",
    ),
}

LEMBAR: dict[str, Wording] = _FILE | _SHEET | _CELL
