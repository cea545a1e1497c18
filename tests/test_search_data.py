"""Records, rows, facet columns and cards: what `/jelajah/` is given, as values."""

from __future__ import annotations

from dataclasses import replace

import pytest
from search_samples import OFFICES, VOCABULARIES, make_entri, make_sample_catalog

from catalog.catalog import Badan, Daerah, make_catalog
from catalog.search.cards import card_files
from catalog.search.facets import facet_document
from catalog.search.records import MOST_WORDS, SearchRecord, make_records, other_spellings
from catalog.search.rows import FacetRow, make_rows
from catalog.search.write import write_search_data


def records_of(*entri):
    return list(
        make_records(
            make_catalog(entri, [Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah=OFFICES)], VOCABULARIES)
        )
    )


def test_record_holds_everything_an_entry_can_be_found_by():
    samin = make_entri(
        "kab-blora",
        "Samin 119",
        kepanjangan="Sistem Ambulans Siaga",
        ringkasan="Ambulans gratis yang dipanggil lewat satu nomor.",
        kata_kunci=["gawat darurat"],
        perangkat_daerah=["dinas-kesehatan"],
        badan=Badan(masalah="Warga sulit memanggil [ambulans](https://contoh.id/zebra).", hasil="Lebih cepat."),
    )
    assert records_of(samin) == [
        SearchRecord(
            id="kab-blora/samin-119",
            tautan="inovasi/kab-blora/samin-119/",
            judul="Samin 119 Sistem Ambulans Siaga Samin119",
            teks="Ambulans gratis yang dipanggil lewat satu nomor. gawat darurat Kabupaten Blora Provinsi Jawa Tengah "
            "Dinas Kesehatan Dinkes Kesehatan Warga sulit memanggil ambulans. Lebih cepat.",
        )
    ]


def test_record_of_a_long_entry_takes_equal_shares_of_its_sections_and_gives_what_is_left_to_the_longer():
    long = Badan(masalah="masalah " * 200, cara_kerja="cara " * 10, hasil="hasil " * 200)
    words = records_of(make_entri("kab-blora", "Panjang", badan=long))[0].teks.split()
    counts = {word: words.count(word) for word in ("masalah", "cara", "hasil")}
    assert len(words) == MOST_WORDS
    assert counts["cara"] == 10
    assert 0 <= counts["hasil"] - counts["masalah"] <= 1


def test_record_of_province_names_the_province_once():
    record = records_of(make_entri("prov-jawa-tengah", "Perpustakaan Keliling"))[0]
    assert record.teks.count("Jawa Tengah") == 1


@pytest.mark.parametrize(
    ("nama", "spellings"),
    [
        ("Samin 119", ("Samin119",)),
        ("SAMIN119", ("SAMIN 119",)),
        ("K-119", ("K119", "K 119")),
        ("Mal Pelayanan Publik", ()),
        ("208 inovasi", ()),
    ],
)
def test_other_spellings_of_acronyms_with_digits(nama, spellings):
    assert other_spellings(nama) == spellings


def test_row_of_an_entry():
    entri = make_entri(
        "kab-blora", "Samin 119", tahapan="penerapan", jenis="digital", status={"keadaan": "berhenti"},
        tanggal={"penerapan": "2022-03"}, kepanjangan="Sistem Ambulans",
    )  # fmt: skip
    assert list(make_rows(make_catalog([entri], [], VOCABULARIES))) == [
        FacetRow(
            id="kab-blora/samin-119",
            nama="Samin 119",
            kepanjangan="Sistem Ambulans",
            ringkasan="Uraian singkat tentang Samin 119 bagi warga yang membutuhkannya.",
            wilayah="kab-blora",
            urusan=("kesehatan",),
            tahapan="penerapan",
            status="berhenti",
            jenis="digital",
            bukti="nama-saja",
            tahun=2022,
            tahun_teks="2022",
            terbaru="2022-03",
            kelengkapan=4,
        )
    ]


def test_row_says_what_is_not_known():
    row = next(make_rows(make_catalog([make_entri("kab-blora", "Samin 119")], [], VOCABULARIES)))
    assert (row.tahun, row.tahun_teks, row.status, row.tahapan, row.terbaru) == (
        None, "tahun belum diketahui", "belum-diketahui", None, "",
    )  # fmt: skip


def test_year_of_first_report_is_marked():
    entri = make_entri("kab-blora", "Samin 119", pertama_diberitakan="2019-05")
    row = next(make_rows(make_catalog([entri], [], VOCABULARIES)))
    assert (row.tahun, row.tahun_teks) == (2019, "diberitakan 2019")


ROW = FacetRow(
    id="kab-blora/a",
    nama="Ambulans",
    kepanjangan="",
    ringkasan="Ringkas.",
    wilayah="kab-blora",
    urusan=("kesehatan",),
    tahapan="penerapan",
    status="belum-diketahui",
    jenis=None,
    bukti="klaim",
    tahun=2020,
    tahun_teks="2020",
    terbaru="2020",
    kelengkapan=3,
)


def test_facet_document_of_three_entries():
    rows = [
        ROW,
        replace(
            ROW, id="kab-blora/b", nama="ábaka", urusan=("perpustakaan", "kesehatan"), tahun=None, terbaru="2021-05-04"
        ),
        replace(
            ROW, id="kota-makassar/c", nama="Batik", wilayah="kota-makassar", jenis="digital", terbaru="", tahun=2019
        ),
    ]
    assert facet_document(rows, VOCABULARIES, 10) == {
        "jumlah": 3,
        "per_kartu": 10,
        "saringan": [
            ["wilayah", "Wilayah"],
            ["urusan", "Urusan"],
            ["tahapan", "Tahapan"],
            ["jenis", "Jenis"],
            ["bukti", "Bukti"],
            ["tahun", "Tahun"],
        ],
        "provinsi": [["prov-jawa-tengah", "Jawa Tengah"], ["prov-sulawesi-selatan", "Sulawesi Selatan"]],
        "nilai": {
            "wilayah": [["kab-blora", "Kabupaten Blora", 0], ["kota-makassar", "Kota Makassar", 1]],
            "urusan": [["kesehatan", "Kesehatan"], ["perpustakaan", "Perpustakaan"]],
            "tahapan": [["penerapan", "Penerapan"]],
            "status": [["belum-diketahui", "Keadaan belum diketahui"]],
            "jenis": [["digital", "Digital"]],
            "bukti": [
                ["nama-saja", "Nama saja"],
                ["klaim", "Klaim"],
                ["terdokumentasi", "Terdokumentasi"],
                ["terukur", "Terukur"],
                ["dievaluasi", "Dievaluasi"],
            ],
            "tahun": [["2020", "2020"], ["2019", "2019"]],
        },
        "kolom": {
            "wilayah": [0, 0, 1],
            "urusan": [0, [1, 0], 0],
            "tahapan": [0, 0, 0],
            "status": [0, 0, 0],
            "jenis": [-1, -1, 0],
            "bukti": [1, 1, 1],
            "tahun": [0, -1, 1],
        },
        "urut": {"terbaru": [20200000, 20210504, 0], "nama": [1, 0, 2], "kelengkapan": [3, 3, 3]},
    }


def test_facet_known_for_less_than_a_tenth_is_not_offered():
    rows = [replace(ROW, id=f"kab-blora/{n:02}", jenis="digital" if n == 0 else None) for n in range(11)]
    offered = [name for name, _ in facet_document(rows, VOCABULARIES, 10)["saringan"]]
    assert offered == ["wilayah", "urusan", "tahapan", "bukti", "tahun"]
    assert "jenis" in [name for name, _ in facet_document(rows[:10], VOCABULARIES, 10)["saringan"]]


def test_facet_document_of_an_empty_catalogue_offers_nothing():
    document = facet_document([], VOCABULARIES, 10)
    assert (document["jumlah"], document["saringan"], document["provinsi"]) == (0, [], [])


def test_cards_stand_in_files_of_ten_in_the_order_of_the_rows():
    rows = [replace(ROW, id=f"kab-blora/{n:02}") for n in range(12)]
    files = dict(card_files(rows))
    assert list(files) == ["kartu/0.json", "kartu/1.json"]
    assert files["kartu/1.json"] == [
        ["kab-blora/10", "Ambulans", "", "2020", "Ringkas."],
        ["kab-blora/11", "Ambulans", "", "2020", "Ringkas."],
    ]


def test_records_and_rows_of_different_entries_are_refused(tmp_path):
    catalog = make_sample_catalog()
    with pytest.raises(ValueError, match="same entries in the same order"):
        write_search_data(list(make_records(catalog)), list(make_rows(catalog))[1:], VOCABULARIES, tmp_path)
