"""Words the generator starts from: Indonesian function words, roots and syllables. No corpus stands behind them."""

from __future__ import annotations

_FUNCTION_WORDS = """
    yang dan di untuk dengan dari ini pada dalam tidak oleh akan juga ke sudah bagi serta atau karena agar lebih
    itu setiap para telah dapat ada secara kepada seluruh sehingga satu bisa menjadi adalah sebagai hingga saat
    belum tersebut melalui bersama antara lain sejak namun setelah sebelum semua hanya masih dua sampai tanpa jika
    ketika bahwa maka masing selama terhadap tentang sekitar tiga beberapa langsung supaya sering cukup
"""
FUNCTION_WORDS: tuple[str, ...] = tuple(_FUNCTION_WORDS.split())
"""The most frequent words of Indonesian administrative prose, most frequent first."""

_ROOTS = """
    layan warga desa daerah kantor dokumen izin data sehat sekolah anak ibu guru petani pasar jalan air sampah tani
    usaha kerja latih dampingi kunjung daftar antre bayar biaya dana anggaran lapor adu awas jaga bangun rawat obat
    sakit gizi lahir tumbuh didik ajar baca tulis hitung ukur nilai uji coba terap kembang ubah perbaiki tambah kurang
    turun naik cepat lambat mudah sulit murah mahal dekat jauh baru lama besar kecil tinggi rendah kuat lemah bersih
    kotor aman bahaya bantu tolong sambung hubung jaring sistem aplikasi situs nomor surat kartu akta tanda bukti sah
    periksa teliti kaji rencana susun rapat putus atur hukum wajib hak tanggung jawab wenang tugas pegawai petugas
    kepala camat lurah bupati dewan dinas badan bagian unit pusat cabang pos rumah gedung ruang loket meja kursi papan
    layar mesin alat kendaraan motor mobil bus ambulans jembatan irigasi sungai waduk sumur hutan kebun sawah ladang
    tanam panen bibit pupuk hama ternak sapi kambing ayam ikan kolam laut nelayan perahu jaring pantai gunung bukit
    banjir kering gempa longsor api bakar padam siaga lindung selamat korban kerja upah buruh tenaga magang pabrik
    industri dagang jual beli harga untung rugi modal pinjam simpan koperasi bank pajak retribusi pungut setor catat
    arsip buku pustaka koleksi budaya seni tari musik adat wisata tamu hotel makan minum olah rasa jamu batik kain
    jahit ukir kayu bambu tanah batu pasir besi listrik lampu surya energi hemat guna pakai ganti buang pilah kumpul
    angkut daur timbang tabung kompos maggot plastik kaca kertas limbah cemar udara panas dingin hujan musim iklim
    hijau pohon taman lapang olahraga pemuda perempuan lansia difabel miskin kaya yatim santri masjid gereja agama
    rukun damai konflik sengketa saksi hakim jaksa polisi tentara aman curi jahat narkoba rehabilitasi jiwa pulih
    sembuh periksa rujuk rawat inap darah jantung paru gigi mata telinga kulit tulang otak saraf hamil salin susu
    imunisasi stunting timbang posyandu puskesmas bidan perawat dokter apotek resep dosis vaksin tes virus wabah
    sebar cegah tangkal pantau kendali lacak peta titik batas wilayah ruang tata kota kampung dusun rukun tetangga
    keluarga nikah cerai waris penduduk pindah datang tinggal alamat telepon pesan suara gambar video kamera sensor
    jarak waktu jam hari minggu bulan tahun awal akhir mulai henti lanjut ulang tunda batal pilih suara calon partai
    dukung tolak setuju usul saran kritik tanya jawab dengar lihat pikir paham ingat lupa tahu yakin ragu berani takut
    senang sedih marah sabar jujur adil ramah sopan rajin malas pintar bodoh kreatif inovasi gagas mimpi harap tuju
    target capai hasil dampak manfaat guna fungsi peran posisi jabat pimpin ikut gabung mitra kerjasama janji sepakat
    kontrak pihak luar dalam atas bawah depan belakang samping tengah pinggir ujung pangkal pokok inti utama penting
    perlu butuh minta beri kirim terima ambil bawa taruh letak tempat isi kosong penuh buka tutup kunci pintu jendela
    atap dinding lantai tiang kabel pipa selang pompa tangki saring alir serap resap genang surut pasang rob garam
"""
ROOTS: tuple[str, ...] = tuple(_ROOTS.split())
"""Roots that administrative Indonesian really uses."""

ONSETS: tuple[str, ...] = ("b", "c", "d", "g", "h", "j", "k", "l", "m", "n", "p", "r", "s", "t", "w", "y", "ng", "ny")
VOWELS: tuple[str, ...] = ("a", "i", "u", "e", "o", "a")
CODAS: tuple[str, ...] = ("", "", "", "n", "ng", "r", "s", "t", "k", "l", "m", "p")
"""Sounds of Indonesian syllables; more frequent ones stand more than once."""
