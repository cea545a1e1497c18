"""Advice: names that are alike anywhere, plain language, readiness for the index; and that it never fails a check."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import make_entri

from catalog.catalog import Badan, Catalog
from catalog.commands import main
from catalog.iid import Edisi
from catalog.inputs import Inputs
from catalog.judging import check_data
from catalog.lapor import profile_items
from catalog.lapor.isi import Sumber
from catalog.problems import Problem, count_levels, format_github, format_gitlab, format_text
from catalog.reading import parse_record
from catalog.saran import NameIndex, advise, language_hints, places_of, readiness_hints
from catalog.vocabularies import Vocabularies
from catalog.wordings import SARAN

CatalogOf = Callable[..., Catalog]


@pytest.fixture
def edition(vocabularies: Vocabularies) -> Edisi:
    return vocabularies.iid[2026]


def _advice(entri, *others, catalog_of: CatalogOf) -> tuple[Problem, ...]:
    catalog = catalog_of(entri, *others)
    return advise(entri, NameIndex(catalog), catalog.vocabularies)


def _codes(entri, *others, catalog_of: CatalogOf) -> list[str]:
    return [p.kode for p in _advice(entri, *others, catalog_of=catalog_of)]


def test_the_same_name_in_another_region_is_told_with_its_file(catalog_of: CatalogOf) -> None:
    here = make_entri("kab-blora/mal-pelayanan-publik", nama="Mal Pelayanan Publik Blora")
    there = make_entri("kab-batang/mpp", nama="Mal Pelayanan Publik Kabupaten Batang")
    other = make_entri("kab-batang/lumbung", nama="Lumbung Desa")
    (told,) = _advice(here, there, other, catalog_of=catalog_of)
    assert format_text(told) == (
        "innovations/kab-blora/mal-pelayanan-publik.md:1:1: saran [serupa-di-wilayah-lain] "
        "Inovasi bernama sama atau hampir sama ada di wilayah lain.\n"
        "  ditemukan : Mal Pelayanan Publik Blora\n"
        "  seharusnya: satu entri untuk satu inovasi; tiruan menyebut asalnya\n"
        "  perbaiki  : bandingkan dengan innovations/kab-batang/mpp.md; bila meniru, tulis asalnya di "
        "`replikasi.dari`; biarkan bila hanya mirip namanya"
    )


def test_one_region_has_its_own_warning(catalog_of: CatalogOf) -> None:
    one, two = make_entri("kab-blora/a", nama="Lumbung Desa"), make_entri("kab-blora/b", nama="Lumbung Desa")
    assert _codes(one, two, catalog_of=catalog_of) == []


def test_another_number_is_another_innovation(catalog_of: CatalogOf) -> None:
    one, two = make_entri("kab-blora/a", nama="Layanan 112"), make_entri("kab-batang/b", nama="Layanan 119")
    assert _codes(one, two, catalog_of=catalog_of) == []


@pytest.mark.parametrize("wilayah", ["kab-blora", "kab-sragen"])
def test_one_abbreviation_for_two_things_is_told_also_at_home(wilayah: str, catalog_of: CatalogOf) -> None:
    one = make_entri("kab-blora/silat", nama="SILAT", kepanjangan="Sistem Laporan Anak Tidak Sekolah")
    two = make_entri(f"{wilayah}/silat-air", nama="Silat", kepanjangan="Siaga Lindungi Air Tanah")
    assert _codes(one, two, catalog_of=catalog_of) == ["singkatan-bentrok"]


def test_names_are_found_likest_first_and_at_most_five(catalog_of: CatalogOf) -> None:
    regions = ("kab-batang", "kab-kudus", "kab-sragen", "kab-sleman", "kab-banyumas", "kab-bantul")
    others = [make_entri(f"{id}/bank-sampah", nama="Bank Sampahku") for id in regions[1:]]
    same = make_entri("kab-batang/z", nama="Bank Sampah")
    found = NameIndex(catalog_of(same, *others)).find("bank sampah", "kab-blora")
    assert [one.id for one in found] == [
        "kab-batang/z",
        "kab-bantul/bank-sampah",
        "kab-banyumas/bank-sampah",
        "kab-kudus/bank-sampah",
        "kab-sleman/bank-sampah",
    ]
    assert (found[0].berkas, found[0].tautan) == ("innovations/kab-batang/z.md", "inovasi/kab-batang/z/")


def test_a_long_sentence_is_told_with_its_count() -> None:
    entri = make_entri(badan=Badan(cara_kerja="Pendek saja. Panjang " + "kata " * 30 + "habis."))
    (told,) = language_hints(entri)
    assert told.pesan == "Ada kalimat 32 kata di `cara_kerja`."


def test_items_of_a_list_are_not_one_sentence() -> None:
    entri = make_entri(badan=Badan(cara_kerja="Isinya:\n\n" + "- satu dua tiga empat lima\n" * 9))
    assert list(language_hints(entri)) == []


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("Aplikasi ini bagian dari PSC 119 dan SPGDT.", "PSC, SPGDT"),
        ("Aplikasi ini bagian dari Public Safety Center (PSC).", None),
        ("Aplikasi ini bagian dari PSC (Public Safety Center).", None),
        ("Warga cukup membawa KTP, lalu RT mencatatnya ke BPJS.", None),
        ("Abad XVII dan tahun MMXX adalah angka Romawi, bukan singkatan.", None),
        ("Nama SAMIN dipakai di entri ini sebagai nama inovasinya.", None),
    ],
)
def test_abbreviations_that_nobody_explained(text: str, unknown: str | None) -> None:
    found = [p.ditemukan for p in language_hints(make_entri(nama="Samin 119", ringkasan=text))]
    assert found == ([unknown] if unknown else [])


def test_capitals_are_told_once_and_an_acronym_may_have_them() -> None:
    loud = "LAYANAN GRATIS UNTUK SEMUA WARGA BLORA"
    assert [p.kode for p in language_hints(make_entri(ringkasan=loud))] == ["huruf-besar-semua"]
    assert [p.kode for p in language_hints(make_entri(nama="SIPIL DOYAN JALAN"))] == ["huruf-besar-semua"]
    assert list(language_hints(make_entri(nama="SIPIL DOYAN JALAN", kepanjangan="Sistem …"))) == []


@pytest.mark.parametrize(("words", "codes"), [(299, ["rancang-bangun-pendek"]), (300, [])])
def test_rancang_bangun_needs_300_words(words: int, codes: list[str], edition: Edisi) -> None:
    lapor = {"rancang_bangun": "kata " * words, "tujuan": "…", "manfaat": "…"}
    assert [p.kode for p in readiness_hints(make_entri(lapor=lapor), edition)] == codes


def test_rancang_bangun_is_counted_as_in_the_report(vocabularies: Vocabularies, edition: Edisi) -> None:
    text = "# Dasar\n\n1. [dua kata](https://contoh.id/a-b) **tebal**, dan/atau [kami]\n- 2015–2019 – 38,28 %\n* a & b"
    entri = make_entri(lapor={"rancang_bangun": text, "tujuan": "…", "manfaat": "…"})
    (item,) = (item for item in profile_items(Sumber(entri, vocabularies), edition) if item.kata_minimal)
    (told,) = readiness_hints(entri, edition)
    expected = f"Rancang bangun berisi {item.kata} kata; formulir Indeks Inovasi Daerah meminta sedikitnya 300."
    assert (item.kata, told.pesan) == (13, expected)


def test_an_edition_without_a_number_of_words_asks_for_none(vocabularies: Vocabularies) -> None:
    entri = make_entri(lapor={"rancang_bangun": "kata", "tujuan": "…", "manfaat": "…"})
    assert list(readiness_hints(entri, vocabularies.iid[2023])) == []


def test_an_entry_that_does_not_report_is_not_asked_to(edition: Edisi) -> None:
    assert list(readiness_hints(make_entri(), edition)) == []
    missing = [p.pesan for p in readiness_hints(make_entri(lapor={"video": "https://contoh.id/v"}), edition)]
    assert [text.split("`")[3] for text in missing] == ["lapor.rancang_bangun", "lapor.tujuan", "lapor.manfaat"]


def test_a_hint_stands_on_its_line() -> None:
    text = "---\nnama: Samin 119\nringkasan: Bagian dari SPGDT yang melayani warga.\n---\n\n## Cara kerja\n\n"
    record, _ = parse_record(text + "kata " * 40, "innovations/kab-blora/samin-119.md")
    assert record is not None
    entri = make_entri(ringkasan=record.data["ringkasan"], badan=Badan(cara_kerja="kata " * 40))
    places = places_of(record)
    assert [(p.kode, p.baris, p.kolom) for p in language_hints(entri, places)] == [
        ("kalimat-panjang", 6, 1),
        ("singkatan-tanpa-kepanjangan", 3, 12),
    ]


def test_every_code_of_advice_is_of_that_level_and_shown_here() -> None:
    assert {wording.tingkat for wording in SARAN.values()} == {"saran"}
    text = Path(__file__).read_text(encoding="utf-8")
    assert [kode for kode in SARAN if kode not in text and kode != "iid-belum-lengkap"] == []


@pytest.fixture
def data(tmp_path: Path, root: Path) -> Path:
    """The small valid tree, one entry of which has something to be told."""
    source = root / "tests" / "records" / "dasar" / "innovations"
    folder = Path(shutil.copytree(source, tmp_path / "innovations"))
    path = folder / "kab-blora" / "samin-119.md"
    path.write_text(path.read_text().replace("lewat satu nomor", "lewat SPGDT"))
    return folder


def test_advice_is_shown_only_when_asked_for_and_never_fails(data: Path, root: Path, capsys) -> None:
    assert main(["check", "--innovations", str(data)], root) == 0
    assert "saran" not in capsys.readouterr().out
    assert main(["check", "--saran", "--innovations", str(data)], root) == 0
    assert capsys.readouterr().out == (
        "innovations/kab-blora/samin-119.md:4:12: saran [singkatan-tanpa-kepanjangan] "
        "Singkatan di `ringkasan` belum dijelaskan, padahal belum tentu dikenal warga.\n"
        "  ditemukan : SPGDT\n"
        "  seharusnya: kepanjangan pada penyebutan pertama, misalnya `Public Safety Center (PSC)`\n"
        "  perbaiki  : tulis kepanjangannya sebelum atau sesudah singkatan itu\n"
        "0 kesalahan, 0 peringatan di 4 berkas yang diperiksa.\n"
        "1 saran. Saran tidak menahan entri.\n"
    )


def test_advice_is_a_notice_in_github_and_a_level_of_its_own_in_json(data: Path, root: Path, capsys) -> None:
    (told,) = check_data(Inputs.of(root, data), with_saran=True).saran
    assert format_github(told).startswith("::notice file=innovations/kab-blora/samin-119.md,line=4,col=12,")
    assert count_levels([told]) == (0, 0)
    (row,) = json.loads(format_gitlab([told]))
    assert (row["severity"], row["location"]) == (
        "info",
        {"path": "innovations/kab-blora/samin-119.md", "lines": {"begin": 4}},
    )
    main(["check", "--saran", "--format", "json", "--innovations", str(data)], root)
    assert [p["tingkat"] for p in json.loads(capsys.readouterr().out)["masalah"]] == ["saran"]


def test_advice_is_about_the_named_files_only(data: Path, root: Path, capsys) -> None:
    other = data / "kab-blora" / "ambulans-desa-siaga.md"
    assert main(["check", "--saran", "--innovations", str(data), str(other)], root) == 0
    assert capsys.readouterr().out == "0 kesalahan, 0 peringatan di 1 berkas yang diperiksa.\n"
