"""The closed lists: their sizes, their ids, and that a broken file is refused with its name."""

import csv
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from catalog.vocabularies import (
    Urusan,
    Vocabularies,
    VocabularyError,
    WilayahKode,
    load_vocabularies,
)

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "vocabularies"
TERMS = {
    "bentuk": "tata-kelola-pemerintahan-daerah pelayanan-publik inovasi-daerah-lainnya",
    "tahapan": "inisiatif uji-coba penerapan",
    "inisiator": "kepala-daerah anggota-dprd asn perangkat-daerah masyarakat",
    "jenis": "digital non-digital",
    "klasifikasi": "perangkat-daerah desa-kelurahan masyarakat swasta pendidikan",
    "status": "berjalan dikembangkan berhenti belum-diketahui",
    "bukti": "nama-saja klaim terdokumentasi terukur dievaluasi",
    "tahap_replikasi": "minat kunjungan kesepakatan uji-coba berjalan berhenti",
    "jenis_kunjungan": "studi-tiru studi-banding kaji-tiru kunjungan-kerja peninjauan studi-lapangan audiensi"
    " forum-berbagi verifikasi kajian lainnya",
    "moda": "luring daring campuran",
    "kriteria": "pembaharuan manfaat tidak-membebani kewenangan dapat-direplikasi",
    "lab": "drum-up diagnose design deliver display",
    "jenis_biaya": "awal tahunan",
    "sifat_biaya": "tetap ikut-penduduk satuan",
    "kesiapan": "masalah hasil langkah biaya orang dasar prasyarat risiko kontak kunjungan",
    "jenis_wilayah": "provinsi kabupaten kota",
    "kelompok": "wajib-pelayanan-dasar wajib-non-pelayanan-dasar pilihan fungsi-penunjang",
    "jenis_perangkat_daerah": "sekretariat-daerah sekretariat-dprd inspektorat dinas badan satpol-pp"
    " kecamatan kelurahan uptd puskesmas rumah-sakit sekolah desa bumd lainnya",
}


@pytest.fixture(scope="module")
def vocabularies() -> Vocabularies:
    return load_vocabularies(FOLDER)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the vocabularies that a test may break."""
    return shutil.copytree(FOLDER, tmp_path / "vocabularies")


def replace_in(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_38_urusan_stand_in_groups_of_6_18_8_and_6(vocabularies: Vocabularies) -> None:
    groups = Counter(row.kelompok for row in vocabularies.urusan.values())
    assert groups == {
        "wajib-pelayanan-dasar": 6,
        "wajib-non-pelayanan-dasar": 18,
        "pilihan": 8,
        "fungsi-penunjang": 6,
    }
    assert list(groups) == list(vocabularies.kelompok)


def test_urusan_codes_are_text_in_rising_order_and_only_the_last_has_none(vocabularies: Vocabularies) -> None:
    codes = [row.kode for row in vocabularies.urusan.values()]
    assert all(re.fullmatch(r"[1235]\.\d\d", kode) for kode in codes[:-1])
    assert codes[:-1] == sorted(set(codes[:-1]))
    assert codes[-1] == ""


def test_one_urusan_as_a_whole(vocabularies: Vocabularies) -> None:
    assert vocabularies.urusan["administrasi-kependudukan-dan-pencatatan-sipil"] == Urusan(
        id="administrasi-kependudukan-dan-pencatatan-sipil",
        kode="2.12",
        nama="Administrasi kependudukan dan pencatatan sipil",
        singkat="Kependudukan",
        kelompok="wajib-non-pelayanan-dasar",
        penjelasan="KTP, kartu keluarga, akta kelahiran dan kematian, kartu identitas anak, dan surat pindah.",
    )


def test_an_urusan_id_is_its_name_in_lower_case_with_hyphens(vocabularies: Vocabularies) -> None:
    made = {
        row.id: re.sub(r"[^a-z0-9]+", "-", row.nama.lower())
        for row in vocabularies.urusan.values()
        if row.id != "fungsi-penunjang-lainnya"
    }
    assert made == {row_id: row_id for row_id in made}


def test_short_names_of_urusan_are_short_and_differ(vocabularies: Vocabularies) -> None:
    short = [row.singkat for row in vocabularies.urusan.values()]
    assert len(set(short)) == 38
    assert max(map(len, short)) <= 26


@pytest.mark.parametrize("name", sorted(TERMS))
def test_a_list_holds_exactly_its_terms_in_order(vocabularies: Vocabularies, name: str) -> None:
    assert list(getattr(vocabularies, name)) == TERMS[name].split()


def test_every_list_says_what_it_is_and_on_what_it_rests(vocabularies: Vocabularies) -> None:
    lists = {path.stem for path in FOLDER.glob("*.yml")} - {"sinonim"}  # read by catalog/sinonim.py
    assert vocabularies.keterangan.keys() == lists
    own = {name for name, about in vocabularies.keterangan.items() if about.dasar.startswith("Daftar katalog ini")}
    assert own == {
        "klasifikasi",
        "status",
        "bukti",
        "tahap_replikasi",
        "jenis_kunjungan",
        "moda",
        "jenis_biaya",
        "sifat_biaya",
        "masalah",
        "kelompok_masalah",
        "kesiapan",
    }


def test_only_seven_kinds_are_perangkat_daerah(vocabularies: Vocabularies) -> None:
    kinds = [row.id for row in vocabularies.jenis_perangkat_daerah.values() if row.perangkat_daerah]
    assert kinds == TERMS["jenis_perangkat_daerah"].split()[:7]


def test_the_country_has_38_provinces_and_514_kabupaten_and_kota(vocabularies: Vocabularies) -> None:
    kinds = Counter(row.jenis for row in vocabularies.wilayah.values())
    assert kinds == {"provinsi": 38, "kabupaten": 416, "kota": 98}
    assert len(vocabularies.wilayah_by_kode) == 552
    assert list(vocabularies.wilayah_by_kode) == sorted(vocabularies.wilayah_by_kode)


@pytest.mark.parametrize(
    ("kode", "row_id", "nama"),
    [
        ("33.16", "kab-blora", "Kabupaten Blora"),
        ("13.72", "kota-solok", "Kota Solok"),
        ("33", "prov-jawa-tengah", "Provinsi Jawa Tengah"),
        ("31", "prov-dki-jakarta", "Provinsi DKI Jakarta"),
        ("34", "prov-di-yogyakarta", "Provinsi Daerah Istimewa Yogyakarta"),
        ("31.74", "kota-jakarta-selatan", "Kota Administrasi Jakarta Selatan"),
        ("72.04", "kab-toli-toli", "Kabupaten Toli-Toli"),
    ],
)
def test_a_region_is_found_by_code_and_by_id(vocabularies: Vocabularies, kode: str, row_id: str, nama: str) -> None:
    row = vocabularies.wilayah_by_kode[kode]
    jenis = {"prov": "provinsi", "kab": "kabupaten", "kota": "kota"}[row_id.split("-")[0]]
    assert row == WilayahKode(kode, row_id, nama, jenis, kode[:2])
    assert vocabularies.wilayah[row_id] is row


def test_names_that_are_both_kabupaten_and_kota_keep_two_ids(vocabularies: Vocabularies) -> None:
    names = Counter(row_id.split("-", 1)[1] for row_id in vocabularies.wilayah if not row_id.startswith("prov-"))
    both = {name for name, count in names.items() if count == 2}
    assert max(names.values()) == 2
    assert len(both) == 26
    ten = {"bandung", "blitar", "bogor", "magelang", "pasuruan", "pekalongan", "probolinggo", "semarang"}
    assert ten | {"solok", "tegal"} <= both


def test_a_name_starts_with_the_word_for_its_kind(vocabularies: Vocabularies) -> None:
    odd = [row for row in vocabularies.wilayah.values() if row.nama.split()[0].lower() != row.jenis]
    assert odd == []


def test_codes_for_the_nik_check_have_four_digits(vocabularies: Vocabularies) -> None:
    codes = vocabularies.kode_kabupaten
    assert len(codes) == 514
    assert {"3316", "1372", "9671"} <= codes
    assert all(re.fullmatch(r"\d{4}", kode) for kode in codes)


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("moda.yml", "id: daring", "id: luring", "id `luring` ditulis dua kali"),
        ("moda.yml", "id: daring", "id: Daring", "id `Daring` harus huruf kecil, angka, dan tanda hubung"),
        ("moda.yml", "nama: Daring", "label: Daring", "baris `daring` harus memuat id, nama, penjelasan"),
        ("moda.yml", "nama: Daring", "nama:", "`nama` pada baris `daring` kosong"),
        ("moda.yml", "nama: Daring", "nama: Daring\n    nama: Dua", "kunci ditulis dua kali"),
        ("moda.yml", "judul: Moda kunjungan\n", "", "berkas harus memuat judul, dasar, dan daftar"),
        ("moda.yml", "judul: Moda kunjungan", "judul: [", "YAML tidak terbaca"),
        ("urusan.yml", 'kode: "1.02"', 'kode: "1.01"', "kode `1.01` ditulis dua kali"),
        ("urusan.yml", 'kode: "1.02"', "kode: 1.2", "kode `1.2` harus seperti 2.12"),
        ("urusan.yml", "kelompok: pilihan", "kelompok: wajib", "kelompok `wajib` tidak ada"),
        (
            "jenis_perangkat_daerah.yml",
            "perangkat_daerah: ya",
            "perangkat_daerah: true",
            "harus ya atau tidak",
        ),
        ("wilayah.csv", "kode,id", "id,kode", "baris pertama harus kode,id,nama,jenis,provinsi"),
        ("wilayah.csv", "33.16,kab-blora", "33.16,kab-rembang", "id `kab-rembang` ditulis dua kali"),
        ("wilayah.csv", "33.16,kab-blora", "33.15,kab-blora", "kode `33.15` ditulis dua kali"),
        ("wilayah.csv", "33.16,kab-blora", "3316,kab-blora", "kode `3316` harus seperti 33 atau 33.16"),
        ("wilayah.csv", "33.16,kab-blora", "33.16,kota-blora", "tidak cocok dengan jenis `kabupaten`"),
        (
            "wilayah.csv",
            "Kabupaten Blora,kabupaten,33",
            "Kabupaten Blora,kabupaten,35",
            "provinsi `35` salah",
        ),
        ("wilayah.csv", ",Kabupaten Blora,kabupaten", ",Kabupaten Blora", "harus berisi 5 kolom"),
    ],
)
def test_a_broken_file_is_refused_by_name(folder: Path, name: str, old: str, new: str, message: str) -> None:
    replace_in(folder / name, old, new)
    with pytest.raises(VocabularyError) as raised:
        load_vocabularies(folder)
    assert str(raised.value).startswith(f"{folder / name}: ")
    assert message in str(raised.value)


def test_a_missing_file_is_refused_by_name(folder: Path) -> None:
    (folder / "lab.yml").unlink()
    with pytest.raises(VocabularyError, match=r"lab\.yml: berkas tidak ada$"):
        load_vocabularies(folder)


def test_wilayah_csv_is_written_as_the_script_writes_it() -> None:
    text = (FOLDER / "wilayah.csv").read_bytes()
    rows = list(csv.reader(text.decode("utf-8").splitlines()))
    assert rows[1:] == sorted(rows[1:])
    assert b"\r" not in text
    assert text.endswith(b"\n")


def test_make_wilayah_refuses_another_edition(tmp_path: Path) -> None:
    package = tmp_path / "package" / "data"
    package.mkdir(parents=True)
    (package / "provinces.csv").write_text("code,name\n33,Jawa Tengah\n", encoding="utf-8")
    script = ROOT / "scripts" / "make_wilayah.py"
    out = tmp_path / "wilayah.csv"
    done = subprocess.run(
        [sys.executable, script, package.parent, "--out", out], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stderr == ("make_wilayah: data/provinces.csv is not the file of the pinned edition of idn-area-data\n")
    assert not out.exists()
