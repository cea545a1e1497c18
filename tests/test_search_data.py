"""Records, rows, facet columns and cards: what `/jelajah/` is given, as values."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from search_samples import VOCABULARIES, make_entri, make_sample_catalog

from catalog.catalog import make_catalog
from catalog.kelengkapan import counted_isian
from catalog.search.biaya import ARTI_BIAYA
from catalog.search.cards import card_files
from catalog.search.cells import encode_cells
from catalog.search.ciri import ARTI_CIRI
from catalog.search.facets import facet_document, name_ranks
from catalog.search.pecahan import Part
from catalog.search.records import make_records
from catalog.search.rows import FacetRow, make_rows
from catalog.search.write import write_search_data


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
            biaya=None,
            ciri=(),
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
    biaya=None,
    ciri=(),
    tahun=2020,
    tahun_teks="2020",
    terbaru="2020",
    kelengkapan=3,
)


def test_facet_document_of_three_entries():
    rows = [
        replace(ROW, ciri=("bisa-dikunjungi", "berdokumen")),
        replace(
            ROW, id="kab-blora/b", nama="ábaka", urusan=("perpustakaan", "kesehatan"), tahun=None, terbaru="2021-05-04",
            status="berjalan", biaya="di-atas-1-miliar", ciri=("berdokumen",),
        ),
        replace(
            ROW, id="kota-makassar/c", nama="Batik", wilayah="kota-makassar", jenis="digital", terbaru="", tahun=2019
        ),
    ]  # fmt: skip
    document = facet_document(rows, VOCABULARIES, 5)
    assert document == {
        "jumlah": 3,
        "per_kartu": 5,
        "isian": len(counted_isian()),
        "awal": [1, 0, 2],
        "saringan": [
            ["wilayah", "Wilayah", ""],
            ["urusan", "Urusan", ""],
            ["tahapan", "Tahapan", ""],
            ["status", "Status", ""],
            ["jenis", "Jenis", ""],
            ["bukti", "Bukti", ""],
            ["tahun", "Tahun", ""],
            ["biaya", "Biaya", f"{ARTI_BIAYA} Biaya tercatat pada 1 dari 3 inovasi."],
            ["ciri", "Hanya yang", ARTI_CIRI],
        ],
        "provinsi": [["prov-jawa-tengah", "Jawa Tengah"], ["prov-sulawesi-selatan", "Sulawesi Selatan"]],
        "nilai": {
            "wilayah": [["kab-blora", "Kabupaten Blora", 0], ["kota-makassar", "Kota Makassar", 1]],
            "urusan": [["kesehatan", "Kesehatan"], ["perpustakaan", "Perpustakaan"]],
            "tahapan": [["penerapan", "Penerapan"]],
            "status": [["berjalan", "Berjalan"], ["belum-diketahui", "Keadaan belum diketahui"]],
            "jenis": [["digital", "Digital"]],
            "bukti": [
                ["nama-saja", "Nama saja"],
                ["klaim", "Klaim"],
                ["terdokumentasi", "Terdokumentasi"],
                ["terukur", "Terukur"],
                ["dievaluasi", "Dievaluasi"],
            ],
            "tahun": [["2020", "2020"], ["2019", "2019"]],
            "biaya": [["di-atas-1-miliar", "Di atas Rp 1 miliar"]],
            "ciri": [
                ["bisa-dikunjungi", "Bisa dikunjungi"],
                ["berdokumen", "Punya SOP, dokumen, atau dasar hukum"],
            ],
            "bentuk": [],
            "inisiator": [],
            "klasifikasi": [],
            "isi": [["0", "Kurang dari seperempat isian terisi"]],
            "konfirmasi": [["belum-pernah", "Belum pernah dikonfirmasi"]],
        },
        "kolom": {
            "wilayah": encode_cells([0, 0, 1]),
            "urusan": encode_cells([0, 1, 0]),
            "tahapan": encode_cells([0, 0, 0]),
            "status": encode_cells([1, 0, 1]),
            "jenis": encode_cells([-1, -1, 0]),
            "bukti": encode_cells([1, 1, 1]),
            "tahun": encode_cells([0, -1, 1]),
            "biaya": encode_cells([-1, 0, -1]),
            "ciri": encode_cells([3, 2, 0]),
            **{name: encode_cells([-1, -1, -1]) for name in ("bentuk", "inisiator", "klasifikasi")},
            "isi": encode_cells([0, 0, 0]),
            "konfirmasi": encode_cells([0, 0, 0]),
        },
        "lain": {"urusan": {"1": encode_cells([0])}},
        "urut": {"terbaru": encode_cells([1, 2, 0]), "kelengkapan": encode_cells([3, 3, 3])},
    }
    assert name_ranks(rows) == [1, 0, 2]


def test_dates_of_any_length_are_ranked_and_the_unknown_come_last():
    dates = ["", "2021", "2020-12-31", "2020", "2020-12", "2021-01-01"]
    document = facet_document([replace(ROW, terbaru=date) for date in dates], VOCABULARIES, 5)
    assert document["urut"]["terbaru"] == encode_cells([0, 4, 3, 1, 2, 5])
    assert document["awal"] == [5, 1, 2, 4, 3, 0]


def test_facet_known_for_less_than_a_tenth_is_not_offered():
    rows = [replace(ROW, id=f"kab-blora/{n:02}", jenis="digital" if n == 0 else None) for n in range(11)]

    def offered(rows):
        return [name for name, *_ in facet_document(rows, VOCABULARIES, 5)["saringan"]]

    assert offered(rows) == ["wilayah", "urusan", "tahapan", "bukti", "tahun"]
    assert "jenis" in offered(rows[:10])


def test_costs_are_offered_once_one_is_known_and_it_is_said_how_few_they_are():
    rows = [replace(ROW, id=f"kab-blora/{n:04}") for n in range(1100)]
    assert "biaya" not in [name for name, *_ in facet_document(rows, VOCABULARIES, 5)["saringan"]]
    rows[7] = replace(rows[7], biaya="tanpa-biaya")
    meanings = {name: meaning for name, _, meaning in facet_document(rows, VOCABULARIES, 5)["saringan"]}
    assert meanings["biaya"].endswith("Biaya tercatat pada 1 dari 1.100 inovasi.")


def test_status_is_known_where_it_is_not_said_to_be_unknown_and_one_entry_is_enough_for_a_trait():
    rows = [replace(ROW, id=f"kab-blora/{n:02}") for n in range(11)]
    rows[3] = replace(rows[3], status="berjalan", ciri=("pernah-direplikasi",))
    offered = [name for name, *_ in facet_document(rows, VOCABULARIES, 5)["saringan"]]
    assert "status" not in offered and "ciri" in offered
    rows[4] = replace(rows[4], status="berhenti")
    assert "status" in [name for name, *_ in facet_document(rows, VOCABULARIES, 5)["saringan"]]


def test_facet_document_of_an_empty_catalogue_offers_nothing():
    document = facet_document([], VOCABULARIES, 5)
    assert (document["jumlah"], document["saringan"], document["provinsi"], document["awal"]) == (0, [], [], [])


def test_cells_are_single_signs_that_json_leaves_as_they_are():
    values = [-1, 0, 55, 56, 57, 91, 552, 20_000]
    text = encode_cells(values)
    assert [ord(sign) - (37 if ord(sign) > 92 else 36) for sign in text] == values
    assert json.dumps(text, ensure_ascii=False) == f'"{text}"'
    assert encode_cells([]) == ""
    for wrong in (-2, 60_000):
        with pytest.raises(ValueError, match="no single sign"):
            encode_cells([wrong])


def test_cards_stand_in_files_of_five_in_the_order_of_the_rows_and_the_newest_in_one():
    rows = [replace(ROW, id=f"kab-blora/{n:02}", terbaru=f"20{n:02}") for n in range(23)]
    files = dict(card_files(rows))
    assert list(files) == [*(f"kartu/{n}.json" for n in range(5)), "kartu/awal.json"]
    assert files["kartu/1.json"] == [[f"kab-blora/{n:02}", "Ambulans", "", "2020", "Ringkas."] for n in range(5, 10)]
    assert [card[0] for card in files["kartu/awal.json"]] == [f"kab-blora/{n:02}" for n in range(22, 2, -1)]


@pytest.mark.parametrize("processes", [1, 2])
def test_records_and_rows_of_different_entries_are_refused(tmp_path, processes):
    catalog = make_sample_catalog()
    with pytest.raises(ValueError, match="same entries in the same order"):
        write_search_data(
            [Part(0, make_records(catalog))], lambda: list(make_rows(catalog))[1:], VOCABULARIES, tmp_path, processes
        )
