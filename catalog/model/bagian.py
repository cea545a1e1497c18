"""The parts of an innovation's front matter: status, service, results, cost, steps, replication and the rest."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from catalog.model.isian import (
    Angka,
    Bulat,
    DaftarTeks,
    DariDaftar,
    EntriAtauTeks,
    Menunjuk,
    Rekaman,
    RujukanSumber,
    Tahun,
    TahunRentang,
    Tanggal,
    Tautan,
    Teks,
    TeksPanjang,
    TeksPendek,
    Telepon,
    WilayahAtauTeks,
    YaTidak,
)
from catalog.model.umum import AturanKunjungan, CatatanTempat


class Status(Rekaman):
    """Whether the innovation still runs, and by which source."""

    keadaan: Annotated[str, DariDaftar("status")] = Field(
        title="Keadaan", description="Keadaan inovasi sekarang.", examples=["berjalan"]
    )
    per: Tanggal | None = Field(
        None, title="Per tanggal", description="Tanggal bukti keadaan itu.", examples=["2025-04-08"]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Apa yang terlihat.", examples=["Melayani setiap hari kerja."]
    )
    alasan: Teks | None = Field(
        None, title="Alasan berhenti", description="Mengapa berhenti.", examples=["Dilebur ke layanan lain."]
    )
    pengganti: EntriAtauTeks | None = Field(
        None, title="Pengganti", description="Yang dipakai sesudahnya.", examples=["kab-contoh/layanan-baru"]
    )
    sumber: RujukanSumber = Field(
        (), title="Sumber", description="Kunci sumber keadaan itu.", examples=["berita-2025-04"]
    )


class Dikonfirmasi(Rekaman):
    """An office said that the entry is right and the innovation still runs."""

    tanggal: Tanggal = Field(
        title="Tanggal konfirmasi", description="Kapan kantor menyatakannya.", examples=["2026-10-01"]
    )
    oleh: TeksPendek = Field(
        title="Dikonfirmasi oleh", description="Kantor, bukan nama orang.", examples=["Dinas Kesehatan"]
    )


class TanggalInovasi(Rekaman):
    """The dates of the innovation's life."""

    uji_coba: Tanggal | None = Field(None, title="Uji coba", description="Mulai diuji coba.", examples=["2021-03"])
    penerapan: Tanggal | None = Field(None, title="Penerapan", description="Mulai diterapkan.", examples=["2021-06-03"])
    pengembangan: Tanggal | None = Field(
        None, title="Pengembangan", description="Mulai dikembangkan lagi.", examples=["2024"]
    )


class Aktor(Rekaman):
    """A body that takes part."""

    nama: TeksPendek = Field(
        title="Nama lembaga", description="Lembaga yang berperan, bukan orang.", examples=["DPMPTSP"]
    )
    peran: TeksPendek | None = Field(
        None, title="Peran", description="Apa yang dikerjakannya.", examples=["pengelola gedung"]
    )


class WhatsappResmi(Rekaman):
    """An office's public WhatsApp number; the only place where a mobile number may stand."""

    nomor: Annotated[str, StringConstraints(pattern=r"^(\+62|0)8[0-9 .-]{7,16}$")] = Field(
        title="Nomor WhatsApp resmi kantor",
        description="Hanya nomor yang diumumkan kantor.",
        examples=["0812-0000-0000"],
    )
    sumber: RujukanSumber = Field(
        ...,
        min_length=1,
        title="Sumber",
        description="Kunci sumber resmi yang mengumumkan nomor ini.",
        examples=["situs-dinas"],
    )


class Layanan(Rekaman):
    """How a citizen uses the service."""

    tempat: Teks | None = Field(
        None, title="Tempat", description="Di mana layanan didapat.", examples=["Gedung MPP, Jepon"]
    )
    jam: Teks | None = Field(
        None, title="Jam layanan", description="Hari dan jam.", examples=["Senin–Jumat 08.00–15.00"]
    )
    biaya: Teks | None = Field(None, title="Biaya bagi warga", description="Gratis atau berapa.", examples=["Gratis"])
    tautan: Tautan | None = Field(
        None, title="Tautan layanan", description="Alamat layanan daring.", examples=["https://layanan.contoh.go.id"]
    )
    aplikasi: TeksPendek | None = Field(None, title="Aplikasi", description="Nama aplikasi.", examples=["Samin 119"])
    telepon: Telepon | None = Field(
        None, title="Telepon layanan", description="Nomor layanan atau kantor.", examples=["119"]
    )
    whatsapp_resmi: WhatsappResmi | None = Field(
        None,
        title="WhatsApp resmi",
        description="Nomor WhatsApp kantor beserta sumbernya.",
        examples=[{"nomor": "0812-0000-0000"}],
    )
    syarat: DaftarTeks = Field(
        (), title="Syarat", description="Yang harus dibawa atau dipenuhi.", examples=[["KTP asli"]]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Hal lain bagi pengguna.", examples=["Ada ruang laktasi."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["berita-2024-11"])


class HasilTerukur(Rekaman):
    """A measured result; with both sides it is a before-and-after pair."""

    indikator: TeksPendek = Field(title="Indikator", description="Apa yang diukur.", examples=["Anak tidak sekolah"])
    satuan: TeksPendek = Field(title="Satuan", description="Satuan ukurannya.", examples=["anak"])
    sebelum: Angka | None = Field(
        None, title="Sebelum", description="Angka sebelum inovasi, titik untuk desimal.", examples=["8783"]
    )
    sesudah: Angka | None = Field(
        None, title="Sesudah", description="Angka sesudah inovasi, titik untuk desimal.", examples=["3769"]
    )
    periode: TeksPendek | None = Field(
        None, title="Periode", description="Waktu pengukuran.", examples=["2021 ke Juli 2025"]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Cara ukur atau batasnya.", examples=["Angka kira-kira."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["berita-2025-07"])


class Biaya(Rekaman):
    """One cost item."""

    uraian: Teks = Field(title="Uraian", description="Untuk apa.", examples=["Penataan gedung"])
    jenis: Annotated[str, DariDaftar("jenis_biaya")] | None = Field(
        None, title="Jenis biaya", description="Biaya awal atau tahunan.", examples=["awal"]
    )
    tahun: TahunRentang | None = Field(None, title="Tahun", description="Tahun atau rentang tahun.", examples=["2021"])
    rupiah: Bulat | None = Field(None, title="Rupiah", description="Jumlah rupiah, angka saja.", examples=["244000000"])
    sifat: Annotated[str, DariDaftar("sifat_biaya")] | None = Field(
        None,
        title="Sifat biaya",
        description="Tetap, ikut jumlah penduduk, atau harga satuan; isi hanya bila jelas dari sumber.",
        examples=["tetap"],
    )
    sumber_dana: TeksPendek | None = Field(
        None, title="Sumber dana", description="Siapa yang membayar.", examples=["APBD"]
    )
    rencana: YaTidak | None = Field(
        None, title="Masih rencana", description="ya bila angka ini rencana, bukan belanja.", examples=["tidak"]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["berita-2021-06"])


class Sdm(Rekaman):
    """People needed, by role."""

    peran: TeksPendek = Field(title="Peran", description="Tugas, bukan nama orang.", examples=["operator data"])
    jumlah: Bulat | None = Field(None, title="Jumlah orang", description="Jumlah orang.", examples=["3"])
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Keahlian atau pelatihan.", examples=["Dilatih dua hari."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["kajian-2022"])


class Langkah(Rekaman):
    """One step from idea to application."""

    uraian: Teks = Field(title="Langkah", description="Apa yang dikerjakan.", examples=["Menandatangani kerja sama."])
    durasi: TeksPendek | None = Field(None, title="Durasi", description="Berapa lama.", examples=["2 bulan"])
    keluaran: TeksPendek | None = Field(None, title="Keluaran", description="Hasil langkah ini.", examples=["SK tim"])
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["berita-2021-05"])


class Risiko(Rekaman):
    """What can go wrong and what helps."""

    uraian: Teks = Field(title="Risiko", description="Apa yang bisa salah.", examples=["Jaringan desa lambat."])
    mitigasi: Teks | None = Field(
        None, title="Cara mengurangi", description="Apa yang membantu.", examples=["Formulir kertas cadangan."]
    )


class Evaluasi(Rekaman):
    """What somebody who looked at the innovation found."""

    oleh: TeksPendek = Field(title="Oleh", description="Lembaga atau jurnal.", examples=["Universitas Diponegoro"])
    tahun: Tahun | None = Field(None, title="Tahun", description="Tahun evaluasi.", examples=["2022"])
    temuan: TeksPanjang = Field(
        title="Temuan", description="Apa yang ditemukan, baik dan kurang.", examples=["Sumber daya belum memadai."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["jurnal-2022"])


class TanyaJawab(Rekaman):
    """An answer already given to a visitor."""

    tanya: Teks = Field(title="Pertanyaan", description="Pertanyaan tamu.", examples=["Berapa lama persiapannya?"])
    jawab: TeksPanjang = Field(title="Jawaban", description="Jawaban kantor.", examples=["Tiga bulan."])
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Kapan dijawab.", examples=["2025-06"])
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["notula-2025"])


class ReplikasiDari(Rekaman):
    """Where the idea came from (the three questions of the replication group of KIPP), and how far the copy has come.

    Several rows of one origin are several stages of one copy.
    """

    asal: EntriAtauTeks = Field(
        title="Asal", description="Id entri asal, atau nama inovasi dan daerahnya.", examples=["kab-contoh/bank-sampah"]
    )
    tahap: Annotated[str, DariDaftar("tahap_replikasi")] | None = Field(
        None, title="Tahap", description="Sejauh mana ditiru di daerah sendiri.", examples=["uji-coba"]
    )
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal tahap itu.", examples=["2025-01"])
    kesepakatan: Teks | None = Field(
        None,
        title="Kesepakatan",
        description="Bentuk dan nomor kesepakatan dengan asal.",
        examples=["PKS Nomor 12 Tahun 2024"],
    )
    inspirasi: Teks | None = Field(
        None, title="Inspirasi", description="Mengapa inovasi itu ditiru.", examples=["Masalahnya sama."]
    )
    proses: Teks | None = Field(
        None, title="Proses replikasi", description="Bagaimana ditiru.", examples=["Kunjungan lalu uji coba."]
    )
    pembeda: Teks | None = Field(
        None, title="Faktor pembeda", description="Apa yang diubah.", examples=["Tanpa aplikasi."]
    )
    hasil: Teks | None = Field(
        None, title="Hasil", description="Apa hasilnya di daerah sendiri.", examples=["Dipakai di 6 desa."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["berita-2020"])


class ReplikasiOleh(Rekaman):
    """A place that replicates this innovation, and how far it has come."""

    wilayah: WilayahAtauTeks = Field(
        title="Wilayah", description="Id wilayah peniru, misalnya kab-grobogan.", examples=["kab-grobogan"]
    )
    tahap: Annotated[str, DariDaftar("tahap_replikasi")] = Field(
        title="Tahap", description="Sejauh mana.", examples=["kesepakatan"]
    )
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal tahap itu.", examples=["2024-09-03"])
    entri: EntriAtauTeks | None = Field(
        None,
        title="Entri penerima",
        description="Id entri di daerah penerima bila ada.",
        examples=["kab-grobogan/contoh"],
    )
    kesepakatan: Teks | None = Field(
        None, title="Kesepakatan", description="Bentuk dan nomor kesepakatan.", examples=["PKS 2024"]
    )
    penyesuaian: Teks | None = Field(
        None, title="Penyesuaian", description="Apa yang diubah peniru.", examples=["Tanpa aplikasi."]
    )
    hasil: Teks | None = Field(
        None, title="Hasil", description="Apa hasilnya di sana.", examples=["Dipakai di 6 desa."]
    )
    keterangan: Teks | None = Field(
        None, title="Keterangan", description="Hal lain.", examples=["Hasilnya belum ditemukan."]
    )
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["menpan-2024"])


class Replikasi(Rekaman):
    """Lineage: where it came from and who took it over."""

    dari: tuple[ReplikasiDari, ...] = Field(
        (), title="Berasal dari", description="Inovasi yang ditiru.", examples=[[{"asal": "kab-contoh/x"}]]
    )
    oleh: tuple[ReplikasiOleh, ...] = Field(
        (), title="Ditiru oleh", description="Daerah yang meniru.", examples=[[{"wilayah": "kab-x"}]]
    )
    catatan: tuple[CatatanTempat, ...] = Field(
        (),
        title="Catatan replikasi",
        description="Pernyataan yang tempatnya tidak disebut jelas.",
        examples=[[{"uraian": "Enam desa lain."}]],
    )


class KunjunganInovasi(Rekaman):
    """What guests can see, and where this entry differs from its region's rules."""

    yang_dapat_dilihat: DaftarTeks = Field(
        (), title="Yang dapat dilihat", description="Yang bisa ditunjukkan.", examples=[["Pusat kendali"]]
    )
    aturan: AturanKunjungan | None = Field(
        None,
        title="Aturan khusus",
        description="Aturan yang berbeda dari aturan daerah.",
        examples=[{"rombongan_maksimal": "20"}],
    )
    catatan: tuple[CatatanTempat, ...] = Field(
        (),
        title="Catatan kunjungan",
        description="Kunjungan yang tempat asalnya tidak disebut jelas.",
        examples=[[{"uraian": "Tamu luar negeri."}]],
    )


class PenghargaanInovasi(Rekaman):
    """An award that this innovation received."""

    nama: TeksPendek = Field(
        title="Penghargaan", description="Nama penghargaan seperti tertulis.", examples=["Top 45 KIPP 2019"]
    )
    kategori: TeksPendek | None = Field(
        None, title="Kategori", description="Kategori atau predikat.", examples=["kesehatan"]
    )
    pemberi: TeksPendek | None = Field(
        None, title="Pemberi", description="Lembaga pemberi.", examples=["Kementerian PANRB"]
    )
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal atau tahun.", examples=["2019"])
    sumber: RujukanSumber = Field((), title="Sumber", description="Kunci sumber.", examples=["menpan-2019"])


class Penilaian(Rekaman):
    """One of the five criteria, judged with a reason."""

    memenuhi: YaTidak = Field(title="Memenuhi", description="ya atau tidak.", examples=["ya"])
    alasan: Teks = Field(title="Alasan", description="Alasan penilaian.", examples=["Mengubah cara lama seluruhnya."])


class Kriteria(Rekaman):
    """The five criteria of PP 38/2017 Pasal 6."""

    pembaharuan: Penilaian | None = Field(
        None, title="Mengandung pembaharuan", description="PP 38/2017 Pasal 6.", examples=[{"memenuhi": "ya"}]
    )
    manfaat: Penilaian | None = Field(
        None, title="Memberi manfaat", description="PP 38/2017 Pasal 6.", examples=[{"memenuhi": "ya"}]
    )
    tidak_membebani: Penilaian | None = Field(
        None, title="Tidak membebani masyarakat", description="PP 38/2017 Pasal 6.", examples=[{"memenuhi": "ya"}]
    )
    kewenangan: Penilaian | None = Field(
        None, title="Kewenangan daerah", description="PP 38/2017 Pasal 6.", examples=[{"memenuhi": "ya"}]
    )
    dapat_direplikasi: Penilaian | None = Field(
        None, title="Dapat direplikasi", description="PP 38/2017 Pasal 6.", examples=[{"memenuhi": "ya"}]
    )


class IndikatorKematangan(Rekaman):
    """The level of one indicator of the index, with the document that shows it."""

    nomor: Bulat = Field(title="Nomor indikator", description="Nomor indikator IID, misalnya 31.", examples=["31"])
    level: Annotated[Bulat, Field(ge=0, le=3)] = Field(title="Level", description="0 sampai 3.", examples=["2"])
    dokumen: TeksPendek | None = Field(
        None, title="Dokumen", description="Dokumen buktinya.", examples=["SK Bupati 2024"]
    )


class Kematangan(Rekaman):
    """Self-assessment of maturity by an edition of the index."""

    edisi: Tahun = Field(title="Edisi", description="Tahun edisi pedoman IID.", examples=["2026"])
    indikator: tuple[IndikatorKematangan, ...] = Field(
        (), title="Indikator", description="Level tiap indikator.", examples=[[{"nomor": "31", "level": "2"}]]
    )


class LabInovasi(Rekaman):
    """The stage in LAN's innovation laboratory."""

    tahap: Annotated[str, DariDaftar("lab")] = Field(
        title="Tahap lab", description="Tahap laboratorium inovasi LAN.", examples=["deliver"]
    )
    tahun: Tahun | None = Field(None, title="Tahun", description="Tahun putaran lab.", examples=["2017"])


class TautanLuar(Rekaman):
    """The same innovation in national systems."""

    jippnas: Tautan | None = Field(
        None, title="JIPPNas", description="Alamat di JIPPNas.", examples=["https://jippnas.menpan.go.id/1"]
    )
    tuxedovation: Tautan | None = Field(
        None, title="Tuxedovation", description="Alamat di Tuxedovation.", examples=["https://contoh.go.id/1"]
    )
    sinovik: Tautan | None = Field(
        None, title="SINOVIK", description="Alamat di SINOVIK.", examples=["https://sinovik.menpan.go.id/1"]
    )
    nomor_iga: TeksPendek | None = Field(
        None, title="Nomor IGA", description="Nomor registrasi IGA.", examples=["33.16-2025-001"]
    )


class Foto(Rekaman):
    """A photo beside the entry."""

    berkas: Annotated[
        str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9._-]{0,80}\.(jpg|jpeg|png|webp)$"), Menunjuk("foto")
    ] = Field(title="Berkas", description="Nama berkas di folder entri.", examples=["gedung.jpg"])
    alt: Annotated[str, StringConstraints(min_length=8, max_length=200)] = Field(
        title="Uraian foto",
        description="Apa yang terlihat, untuk pembaca yang tidak melihat foto.",
        examples=["Gerai layanan MPP"],
    )
    kredit: TeksPendek | None = Field(None, title="Kredit", description="Pemilik foto.", examples=["Kominfo Blora"])


class Lapor(Rekaman):
    """Isian that only the IID and KIPP forms ask for; outside kelengkapan."""

    asta_cita: TeksPendek | None = Field(
        None, title="Asta Cita", description="Misi Asta Cita yang didukung.", examples=["4"]
    )
    pkpn: TeksPendek | None = Field(
        None, title="PKPN", description="Klaster program kerja prioritas nasional.", examples=["Kesehatan"]
    )
    rancang_bangun: Annotated[str, StringConstraints(max_length=12000)] | None = Field(
        None,
        title="Rancang bangun",
        description="Rancang bangun, sedikitnya 300 kata untuk IID.",
        examples=["Dasar hukum …"],
    )
    tujuan: TeksPanjang | None = Field(
        None, title="Tujuan", description="Tujuan inovasi.", examples=["Mempercepat layanan."]
    )
    manfaat: TeksPanjang | None = Field(
        None, title="Manfaat", description="Manfaat yang diperoleh.", examples=["Waktu tunggu turun."]
    )
    video: Tautan | None = Field(None, title="Video", description="Alamat video.", examples=["https://youtu.be/contoh"])
    haki: TeksPendek | None = Field(
        None, title="HAKI", description="Nomor hak kekayaan intelektual.", examples=["EC00202100001"]
    )
    sdgs: tuple[TeksPendek, ...] = Field(
        (), title="SDGs", description="Tujuan pembangunan berkelanjutan.", examples=[["3"]]
    )
