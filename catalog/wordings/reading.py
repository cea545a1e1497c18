"""The sentences of every fault that reading can find: folders, bytes, characters, YAML."""

from __future__ import annotations

from catalog.wordings.wording import Wording, error, warning

_PASTE = "tulis `{perbaikan}`"

_FILES: dict[str, Wording] = {
    "berkas-bukan-berkas": error(
        "Di tempat ini harus ada berkas biasa, bukan benda lain.",
        "berkas biasa berisi teks atau foto",
        "hapus benda itu, lalu simpan isinya sebagai berkas biasa",
    ),
    "berkas-bukan-teks": error(
        "Berkas ini bukan berkas teks.",
        "teks biasa, disimpan sebagai UTF-8",
        "salin tulisannya ke Notepad, lalu simpan sebagai teks biasa; jangan hanya mengganti nama berkas",
    ),
    "berkas-bukan-utf8": error(
        'Huruf `{huruf}` tidak tersimpan sebagai UTF-8; biasanya karena simpanan "ANSI" dari Excel atau Word.',
        "seluruh berkas disimpan sebagai UTF-8",
        "buka berkas di Notepad, pilih Simpan sebagai, ubah Pengodean menjadi UTF-8, lalu simpan",
    ),
    "berkas-di-luar": error(
        "Alamat berkas ini tidak menunjuk ke dalam folder katalog.",
        "alamat di dalam folder katalog, misalnya innovations/kab-contoh/nama-inovasi.md",
        "tulis alamatnya dari folder katalog, dengan garis miring biasa dan tanpa `..`",
    ),
    "berkas-kosong": error(
        "Berkas ini kosong.",
        "entri atau daftar yang sudah diisi",
        "isi berkas ini menurut contoh, atau hapus berkasnya",
    ),
    "berkas-nama-kembar": error(
        "Nama ini hanya berbeda huruf besar-kecil dari `{lain}`; di banyak komputer keduanya saling menimpa.",
        "satu nama untuk satu berkas, semuanya huruf kecil",
        "gabungkan isinya ke `{lain}`, lalu hapus berkas ini",
    ),
    "berkas-nama-salah": error(
        "Nama berkas ini tidak dapat menjadi alamat halaman.",
        "huruf kecil, angka, dan tanda hubung, misalnya mal-pelayanan-publik.md",
        "{saran}",
    ),
    "berkas-nama-terlalu-panjang": error(
        "Nama berkas ini {panjang} huruf; paling banyak {batas}.",
        "nama pendek yang dikenal orang, misalnya mal-pelayanan-publik.md",
        "ganti nama berkas menjadi paling banyak {batas} huruf, `.md` tidak dihitung",
    ),
    "berkas-nama-terlarang": error(
        "Nama ini tidak dapat dipakai di Windows.",
        "nama lain, misalnya mal-pelayanan-publik.md",
        "tambahkan satu kata, misalnya nama kantor atau wilayahnya",
    ),
    "berkas-nul": error(
        "Baris ini memuat karakter kosong (NUL) yang tidak boleh ada dalam teks.",
        "teks biasa, disimpan sebagai UTF-8",
        "ketik ulang baris ini di Notepad, lalu simpan sebagai UTF-8",
    ),
    "berkas-svg": error(
        "Gambar SVG tidak diterima, karena dapat berisi program.",
        "foto jpg, png, atau webp",
        "simpan ulang gambar sebagai png, lalu hapus berkas ini",
    ),
    "berkas-tautan-simbolik": error(
        "Ini tautan ke tempat lain (symlink), bukan berkas atau folder sendiri.",
        "berkas atau folder yang sebenarnya",
        "hapus tautan itu, lalu salin berkas aslinya ke sini",
    ),
    "berkas-terlalu-besar": error(
        "Berkas ini terlalu besar untuk dibaca.",
        "paling besar {batas} KB",
        "pindahkan foto dan dokumen ke berkas sendiri, ringkas teksnya",
    ),
    "berkas-tidak-ada": error(
        "Berkas atau folder ini tidak ditemukan.",
        "berkas atau folder yang ada",
        "periksa ejaan namanya, termasuk huruf besar dan kecil",
    ),
    "berkas-tidak-dikenal": error(
        "Berkas ini tidak termasuk katalog.",
        "entri `.md`, daftar yang dikenal seperti wilayah.yml, atau foto jpg, png, webp di folder entri",
        "hapus berkas ini, atau ganti namanya bila memang entri",
    ),
    "berkas-tidak-terbaca": error(
        "Berkas atau folder ini tidak dapat dibuka.",
        "izin baca untuk semua orang",
        "tutup program yang memakai berkas ini, atau periksa izinnya",
    ),
    "berkas-utf16": error(
        'Berkas ini tersimpan sebagai UTF-16 ("Unicode" di Notepad lama), bukan UTF-8.',
        "seluruh berkas disimpan sebagai UTF-8",
        "buka berkas di Notepad, pilih Simpan sebagai, ubah Pengodean menjadi UTF-8, lalu simpan",
    ),
    "folder-nama-salah": error(
        "Nama folder ini bukan nama wilayah.",
        "`nasional`, atau kab-, kota-, prov- diikuti nama wilayah dengan huruf kecil, misalnya kab-blora",
        "ganti nama folder, misalnya menjadi `kab-nama-wilayah`",
    ),
    "folder-tanpa-entri": warning(
        "Folder foto ini tidak punya entri dengan nama yang sama.",
        "nama folder sama dengan nama entri tanpa `.md`",
        "samakan nama folder dengan nama entrinya, atau hapus folder ini",
    ),
}

_CHARACTERS: dict[str, Wording] = {
    "huruf-rusak": warning(
        "Ada huruf yang hilang di baris ini dan diganti tanda � oleh program lain.",
        "huruf aslinya",
        "ketik ulang kata yang memuat tanda itu",
    ),
    "karakter-arah": error(
        "Ada karakter tersembunyi ({karakter}) yang membalik arah tulisan di baris ini.",
        "tulisan tanpa karakter tersembunyi",
        "{tindakan}",
    ),
    "karakter-kendali": error(
        "Ada karakter kendali ({karakter}) yang tidak terlihat di baris ini.",
        "huruf, angka, dan tanda baca biasa",
        "{tindakan}",
    ),
    "karakter-rusak": error(
        "Ada karakter rusak ({karakter}) di baris ini.",
        "huruf, angka, dan tanda baca biasa",
        "{tindakan}",
    ),
    "karakter-tak-tampak": error(
        "Ada karakter tak tampak ({karakter}) di baris ini; biasanya terbawa saat menyalin dari Word atau halaman web.",
        "tulisan tanpa karakter tak tampak",
        "{tindakan}",
    ),
}

_SHAPE: dict[str, Wording] = {
    "yaml-beberapa-dokumen": error(
        "Garis `{garis}` di tengah isian terbaca sebagai awal berkas kedua.",
        "satu rangkaian isian saja dalam satu berkas",
        "hapus baris {baris_ke} yang berisi `{garis}`",
    ),
    "yaml-bukan-isian": error(
        "Baris ini bukan isian.",
        "nama isian, titik dua, spasi, lalu nilainya, misalnya `nama: Mal Pelayanan Publik`",
        "tulis nama isian dan titik dua di depan nilainya",
    ),
    "yaml-daftar-di-awal": error(
        "Isian pertama didahului tanda minus, sehingga terbaca sebagai daftar.",
        "isian langsung di awal baris, misalnya `nama: Mal Pelayanan Publik`",
        "hapus tanda minus dan spasi di awal baris {baris_ke} dan isian lain di bawahnya",
    ),
    "yaml-daftar-tanpa-nama": error(
        "Berkas ini langsung mulai dengan daftar, tanpa nama isian.",
        "daftar berada di bawah `daftar:`",
        "tambahkan satu baris berisi `daftar:` di atas baris {baris_ke}",
    ),
    "yaml-garis-akhir": error(
        "Garis `---` penutup isian tidak ditemukan.",
        "satu baris berisi tiga tanda minus di antara isian dan tulisan",
        "{tindakan}",
    ),
    "yaml-garis-awal": error(
        "Berkas ini tidak dimulai dengan garis `---`.",
        "baris pertama berisi tiga tanda minus",
        "{tindakan}",
    ),
    "yaml-jangkar": error(
        "Tanda `&` di awal nilai punya arti khusus yang tidak dipakai di katalog ini.",
        "nilai biasa; bila memang mulai dengan `&`, diapit tanda petik",
        _PASTE,
    ),
    "yaml-kosong": error(
        "Belum ada satu isian pun.",
        "nama isian, titik dua, spasi, lalu nilainya, misalnya `nama: Mal Pelayanan Publik`",
        "tulis isiannya; untuk entri, di antara kedua garis `---`",
    ),
    "yaml-kunci-bukan-teks": error(
        "Nama isian di baris ini bukan satu kata biasa.",
        "nama isian, titik dua, spasi, lalu nilainya",
        "ganti bagian sebelum titik dua dengan nama isian tanpa kurung",
    ),
    "yaml-kunci-ganda": error(
        "Isian `{kunci}` ditulis dua kali, di baris {baris_pertama} dan baris {baris_kedua}.",
        "setiap isian ditulis satu kali",
        "gabungkan isinya di baris {baris_pertama}, lalu hapus baris {baris_kedua}",
    ),
    "yaml-kunci-kosong": error(
        "Ada titik dua tanpa nama isian di depannya.",
        "nama isian, titik dua, spasi, lalu nilainya",
        "tulis nama isian di depan titik dua, atau hapus titik dua itu",
    ),
    "yaml-penanda": error(
        "Tanda `!` di awal nilai punya arti khusus yang tidak dipakai di katalog ini.",
        "nilai biasa; bila memang mulai dengan `!`, diapit tanda petik",
        _PASTE,
    ),
    "yaml-rujukan": error(
        "Tanda `*` di awal nilai punya arti khusus yang tidak dipakai di katalog ini.",
        "nilai biasa; bila memang mulai dengan `*`, diapit tanda petik",
        _PASTE,
    ),
    "yaml-terlalu-banyak": error(
        "Berkas ini memuat terlalu banyak isian atau kesalahan; pembacaan berhenti di sini.",
        "paling banyak {banyak} nama dan nilai dalam satu berkas",
        "kurangi isinya, atau perbaiki dahulu kesalahan lain di berkas ini",
    ),
    "yaml-terlalu-dalam": error(
        "Isian di baris ini berada terlalu jauh di dalam isian lain.",
        "paling dalam {dalam} tingkat",
        "tulis isiannya lebih ke luar; bila kurung di sini bagian dari tulisan, apit nilainya dengan tanda petik",
    ),
    "yaml-terlalu-panjang": error(
        "Satu nilai di baris ini terlalu panjang.",
        "paling banyak {panjang} huruf dalam satu nilai",
        "ringkas nilainya; tulisan panjang ditaruh di bagian Masalah, Cara kerja, Hasil, atau Pelajaran",
    ),
}

_SLIPS: dict[str, Wording] = {
    "kutip-melengkung": warning(
        "Tanda petik melengkung di kedua ujung nilai ini ikut tampil di halaman.",
        "tanda petik lurus, atau tanpa tanda petik",
        _PASTE,
    ),
    "yaml-butir": error(
        "Tanda `{tanda}` di awal baris tidak terbaca sebagai daftar.",
        "tiap butir daftar mulai dengan tanda minus biasa dan satu spasi",
        _PASTE,
    ),
    "yaml-daftar-sebaris": error(
        "Daftar tidak boleh mulai di baris yang sama dengan nama isiannya.",
        "tiap butir daftar di barisnya sendiri, di bawah nama isian",
        "tulis `{perbaikan}`, dan di baris bawahnya `{bawah}`",
    ),
    "yaml-garis-miring": error(
        "Garis miring terbalik di antara tanda petik ganda punya arti khusus.",
        "nilai yang memuat garis miring terbalik diapit tanda petik tunggal",
        _PASTE,
    ),
    "yaml-indentasi": error(
        "Jarak di awal baris ini tidak sejajar dengan baris di atasnya.",
        "{benar} di awal baris ini, bukan {sekarang}{lain}",
        _PASTE,
    ),
    "yaml-karakter-awal": error(
        "Nilai di baris ini mulai dengan {karakter}, tanda yang punya arti khusus.",
        "nilai yang mulai dengan {karakter} diapit tanda petik",
        _PASTE,
    ),
    "yaml-kurung": error(
        "Kurung yang dibuka di baris ini belum ditutup.",
        "kurung penutup `{penutup}` di akhir baris; bila kurung bagian dari tulisan, apit nilainya dengan tanda petik",
        _PASTE,
    ),
    "yaml-kutip-melengkung": error(
        "Tanda petik melengkung tidak terbaca sebagai tanda petik; biasanya terbawa dari Word atau WhatsApp.",
        "tanda petik lurus di awal dan akhir nilai",
        _PASTE,
    ),
    "yaml-karakter-tersandi": error(
        "Nilai di baris ini memuat sandi untuk karakter yang tidak boleh dipakai, misalnya `\\u202e`.",
        "huruf, angka, dan tanda baca biasa",
        "hapus sandi itu; bila garis miring terbalik bagian dari tulisan, apit nilainya dengan tanda petik tunggal",
    ),
    "yaml-lanjutan": error(
        "{baris_ini} sambungan nilai di atasnya, tetapi tidak menjorok.",
        "sambungan nilai menjorok {spasi} spasi",
        _PASTE,
    ),
    "yaml-pagar": warning(
        "Tulisan sesudah tanda `#` tidak ikut terbaca.",
        "nilai yang memuat ` #` diapit tanda petik",
        "bila bagian dari nilai, tulis `{perbaikan}`; bila bukan, tulis `{tanpa}`",
    ),
    "yaml-pagar-memutus": error(
        "Tanda `#` dalam nilai yang lebih dari satu baris memutus nilai itu.",
        "nilai yang memuat ` #` diapit tanda petik dari awal sampai akhir",
        "tulis `{perbaikan}` di baris {baris_ke}, dan akhiri baris {akhir} menjadi `{baris_akhir}`",
    ),
    "yaml-petik-di-tengah": error(
        "Tanda petik di tengah nilai terbaca sebagai akhir nilai.",
        "nilai diapit tanda petik yang tidak dipakai di dalamnya",
        _PASTE,
    ),
    "yaml-spasi-daftar": error(
        "Setelah tanda minus belum ada spasi, sehingga baris ini tidak terbaca sebagai daftar.",
        "tanda minus, satu spasi, lalu isinya{lain}",
        _PASTE,
    ),
    "yaml-spasi-khusus": error(
        "Ada spasi khusus di baris ini; tampak seperti spasi biasa, tetapi tidak terbaca sebagai spasi.",
        "spasi biasa di awal baris dan sesudah titik dua",
        "hapus spasinya lalu ketik lagi: `{perbaikan}`",
    ),
    "yaml-spasi-titik-dua": error(
        "Setelah `{kunci}:` belum ada spasi, sehingga tidak terbaca sebagai isian.",
        "nama isian, titik dua, satu spasi, lalu nilainya",
        _PASTE,
    ),
    "yaml-tab": error(
        "Awal baris ini memakai tombol Tab.",
        "spasi biasa, dua untuk tiap tingkat{lain}",
        _PASTE,
    ),
    "yaml-tanda-daftar": error(
        "Baris ini berada di dalam daftar, tetapi tidak diawali tanda minus.",
        "tiap butir daftar mulai dengan tanda minus dan satu spasi",
        _PASTE,
    ),
    "yaml-tanda-petik": error(
        "Tanda petik yang dibuka di baris ini belum ditutup.",
        "tanda petik `{petik}` di awal dan akhir nilai",
        _PASTE,
    ),
    "yaml-tanpa-titik-dua": error(
        "Setelah nama isian `{kunci}` belum ada titik dua.",
        "nama isian, titik dua, satu spasi, lalu nilainya",
        _PASTE,
    ),
    "yaml-tidak-terbaca": error(
        "Baris ini tidak dapat dibaca sebagai isian.",
        "nama isian, titik dua, spasi, lalu nilainya; jarak di awal baris sejajar dengan isian di atasnya",
        "periksa tanda petik, titik dua, kurung, dan jarak di awal baris {baris_ke} dan baris di atasnya",
    ),
    "yaml-titik-dua": error(
        "Titik dua kedua di baris ini terbaca sebagai isian baru.",
        "nilai yang memuat titik dua diapit tanda petik",
        _PASTE,
    ),
    "yaml-titik-dua-lanjutan": error(
        "Titik dua di baris sambungan nilai ini terbaca sebagai isian baru.",
        "nilai yang memuat titik dua diapit tanda petik dari awal sampai akhir",
        "tulis `{perbaikan}` di baris {baris_ke}, dan akhiri baris {akhir} menjadi `{baris_akhir}`",
    ),
}

READING: dict[str, Wording] = {**_FILES, **_CHARACTERS, **_SHAPE, **_SLIPS}
