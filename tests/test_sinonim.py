"""The words that mean the same: how the file is read, what is refused, and that the real file is sound."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from catalog.sinonim import MOST_ONWARD, Sinonim, load_sinonim, make_speller, split_words
from catalog.vocabularies import VocabularyError

REAL = Path(__file__).resolve().parent.parent / "vocabularies" / "sinonim.yml"
GOOD = """\
judul: Padanan
dasar: Daftar katalog ini
padanan:
  - [KTP, kartu tanda penduduk, e-KTP]
  - [rawat inap, opname di rumah sakit]
searah:
  - {dari: [wong edan, edan], ke: [ODGJ]}
  - {dari: [edan], ke: [rawat inap]}
sehari_hari:
  omah: rumah
  bayan: kepala dusun
ejaan:
  ijin: izin
abaikan: di yang
lemah: cara
"""


def read(folder: Path, text: str) -> Sinonim:
    path = folder / "sinonim.yml"
    path.write_text(text, encoding="utf-8")
    return load_sinonim(path)


def test_a_file_becomes_terms_and_keys(tmp_path: Path) -> None:
    assert read(tmp_path, GOOD) == Sinonim(
        padanan={
            ("ktp",): "ktp",
            ("kartu", "tanda", "penduduk"): "ktp",
            ("e", "ktp"): "ktp",
            ("rawat", "inap"): "rawatinap",
            ("opname", "rumah", "sakit"): "rawatinap",
            ("odgj",): "odgj",
            ("wong", "edan"): "wongedan",
            ("edan",): "edan",
        },
        searah={"wongedan": ("odgj",), "edan": ("odgj", "rawatinap")},
        ejaan={"ijin": "izin"},
        sehari_hari={"omah": ("rumah",), "bayan": ("kepala", "dusun")},
        abaikan=frozenset({"di", "yang"}),
        lemah=frozenset({"cara"}),
    )


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("[rawat inap,", "[kartu tanda penduduk,", "5: istilah `kartu tanda penduduk` juga ada di baris lain padanan"),
        ("  - [rawat inap, opname di rumah sakit]", "  - [rawat inap]", "5: baris harus memuat dua istilah"),
        ("  - [rawat inap, opname di rumah sakit]", "  - rawat inap", "5: baris harus memuat dua istilah"),
        ("opname di rumah sakit", "di yang", "5: istilah kosong, terlalu panjang"),
        ("opname di rumah sakit", "di rumah", "5: istilah `di rumah` tinggal `rumah` tanpa kata tugas"),
        ("{dari: [edan]", "{dari: [e-KTP]", "8: istilah `e-KTP` sama arti dengan `ktp`, yang ikut berlaku; tulis itu"),
        ("{dari: [edan]", "{asal: [edan]", "8: baris searah harus memuat `dari: [ ]` dan `ke: [ ]`"),
        ("{dari: [edan]", "{dari: edan", "8: baris searah harus memuat"),
        ("  ijin: izin\n", "  ijin: izin\n  ijin: ijin\n", "14: ejaan harus satu kata, lalu satu kata lain"),
        ("  ijin: izin\n", "  ijin: izin\n  Ijin: izinkan\n", "14: ejaan `ijin` ditulis dua kali"),
        ("  ijin: izin\n", "  ijin: izin\n  izin: idzin\n", "13: ejaan baku `izin` juga ditulis sebagai ejaan lazim"),
        ("  ijin: izin\n", "  kerjasama: kerja sama\n", "13: ejaan harus satu kata"),
        ("  omah: rumah\n", "  omah: omah\n", "10: kata sehari-hari harus satu kata, lalu kata lain"),
        ("  omah: rumah\n", "  ijin: rumah\n", "10: kata `ijin` ditulis dua kali, di sini atau di `ejaan`"),
        ("sehari_hari:\n", "sehari_hari: x\nlain:\n", "1: berkas harus memuat judul, dasar, padanan"),
        ("lemah: cara\n", "", "1: berkas harus memuat judul, dasar, padanan"),
        ("lemah: cara\n", "lemah: [cara]\n", "15: bagian ini harus berupa kata-kata"),
        ("lemah: cara\n", "lemah: cara\ntambahan: x\n", "1: berkas harus memuat judul, dasar, padanan"),
        ("judul: Padanan", "judul: [", "berkas tidak terbaca"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, before: str, after: str, message: str) -> None:
    assert before in GOOD
    with pytest.raises(VocabularyError, match=rf"sinonim\.yml:? ?{re.escape(message)}"):
        read(tmp_path, GOOD.replace(before, after, 1))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"sinonim\.yml: berkas tidak ada$"):
        load_sinonim(tmp_path / "sinonim.yml")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("e-KTP, KTP-el!", ["e", "ktp", "ktp", "el"]),
        ("SI N'DUK’s café", ["si", "nduks", "cafe"]),
        ("TPS3R 1.000", ["tps3r", "1", "000"]),
        ("___PAGEFIND_WEIGHT___9 <b>x</b>", ["pagefind", "weight", "9", "b", "x", "b"]),
        ("", []),
        ("\x00\ud800 ﷽ 日本", ["日本"]),
    ],
)
def test_words_are_letters_and_digits_without_marks(text: str, words: list[str]) -> None:
    assert split_words(text) == words


@pytest.mark.parametrize(
    ("word", "mended"),
    [
        ("ijin", "izin"),
        ("perijinan", "perizinan"),
        ("mengijinkan", "mengizinkan"),
        ("antrian", "antrean"),
        ("berresiko", "berrisiko"),
        ("beresiko", "berisiko"),
        ("apotik", "apotek"),
        ("hutangnya", "utangnya"),
        ("bijinya", "bijinya"),
        ("izin", "izin"),
    ],
)
def test_usual_spellings_are_mended_with_their_affixes(word: str, mended: str) -> None:
    assert make_speller(load_sinonim(REAL).ejaan)(word) == mended


@pytest.mark.parametrize(
    "terms",
    [
        ["KTP", "kartu tanda penduduk", "e-KTP", "KTP elektronik"],
        ["puskesmas", "pusat kesehatan masyarakat"],
        ["ODGJ", "orang dengan gangguan jiwa", "gangguan jiwa", "sakit jiwa"],
        ["bumil", "ibu hamil", "kehamilan"],
        ["ATS", "anak tidak sekolah", "putus sekolah"],
        ["UMKM", "usaha mikro kecil dan menengah", "usaha kecil"],
        ["RTLH", "rumah tidak layak huni", "bedah rumah"],
        ["PBB", "pajak bumi dan bangunan"],
        ["MPP", "mal pelayanan publik", "mall pelayanan publik"],
        ["pengaduan", "aduan", "wadul"],
    ],
)
def test_the_real_file_holds_what_people_say(terms: list[str]) -> None:
    sinonim = load_sinonim(REAL)
    speller = make_speller(sinonim.ejaan)
    keys = {
        sinonim.padanan[tuple(speller(word) for word in split_words(term) if word not in sinonim.abaikan)]
        for term in terms
    }
    assert len(keys) == 1


def test_the_real_file_leads_nowhere_twice() -> None:
    sinonim = load_sinonim(REAL)
    assert all(len(others) <= MOST_ONWARD and key not in others for key, others in sinonim.searah.items())
    assert not sinonim.abaikan & sinonim.lemah
    assert not sinonim.abaikan & {word for term in sinonim.padanan for word in term}
