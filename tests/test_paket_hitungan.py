"""What a package computes: the weeks of its steps, its costs for another population, the worksheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import Any

import pytest
from pages_samples import DALAM, NAMA_SAJA, SETTINGS, VOCABULARIES, make_entri, sample_catalog
from paket_samples import context_of, page_of, rows_under
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Entri, make_catalog
from catalog.pages.context import PageContext, make_context
from catalog.pages.paket import package_page
from catalog.paket import COLUMNS, cost_sheet, rescale, schedule
from catalog.paket.jadwal import read_days


@pytest.fixture(scope="module")
def context() -> PageContext:
    return make_context(sample_catalog(), SETTINGS)


# ---- weeks ----


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("14 hari", 14),
        ("Sekitar dua minggu", 14),
        ("10 hari kerja", 14),
        ("sebulan", 30.4375),
        ("tiga bulan", 91.3125),
        ("2-3 bulan", 91.3125),
        ("2 sampai 3 bulan", 91.3125),
        ("sekitar setengah tahun", 182.625),
        ("dua belas hari", 12),
        ("1,5 tahun", 547.875),
        ("2005 sampai 2006", None),
        ("Januari sampai Februari 2025", None),
        ("dua minggu, lalu tiga bulan", None),
        ("seharian", None),
        ("", None),
    ],
)
def test_durations_are_read_as_people_write_them(text: str, days: float | None) -> None:
    assert read_days(text) == days


def test_steps_follow_each_other_in_whole_weeks() -> None:
    assert schedule(["14 hari", "3 hari", "2 hari", "2 bulan"]) == [(1, 2), (3, 3), (3, 3), (3, 12)]


def test_nobody_knows_the_weeks_after_a_step_without_a_duration() -> None:
    assert schedule(["2 minggu", None, "1 minggu"]) == [(1, 2), None, None]
    assert schedule(["sampai selesai"]) == [None]
    assert schedule([]) == []


# ---- costs ----


def test_the_worksheet_has_every_item_and_leaves_ones_own_columns_empty() -> None:
    text = cost_sheet(DALAM.inovasi, 927961, VOCABULARIES)
    head, *rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert text.startswith("\ufeff") and head == list(COLUMNS)
    assert rows[0] == [
        "Penataan gedung dan sistem", "awal", "2021", "244000000", "", "APBD Kabupaten Blora", "927961", "", "", "", "",
        "263000",
    ]  # fmt: skip
    assert [row[4] for row in rows] == ["", "", "ya"]
    assert rows[1][3] == ""


def test_a_cell_that_looks_like_a_formula_is_defused() -> None:
    entri = make_entri("kab-blora/contoh", biaya=[{"uraian": "=1+1"}])
    assert "'=1+1" in cost_sheet(entri.inovasi, None, VOCABULARIES)


def test_an_entry_without_costs_has_no_worksheet_and_no_link_to_it(context: PageContext) -> None:
    assert cost_sheet(NAMA_SAJA.inovasi, 1, VOCABULARIES) == ""
    assert [path.rsplit(".", 1)[1] for path, _ in package_page(NAMA_SAJA.id, 1, context).beside()] == ["docx"]
    assert "biaya-" not in package_page(NAMA_SAJA.id, 1, context).body
    assert [path.rsplit("/", 1)[1] for path, _ in package_page(DALAM.id, 1, context).beside()] == [
        "paket-mal-pelayanan-publik.docx",
        "biaya-mal-pelayanan-publik.csv",
    ]


def test_the_worksheet_says_what_follows_the_population_and_what_does_not() -> None:
    costs = [{"uraian": kind, "rupiah": "5000000", "sifat": kind} for kind in VOCABULARIES.sifat_biaya]
    entri = make_entri("kab-blora/contoh", biaya=[*costs, {"uraian": "apa saja", "rupiah": "5000000"}])
    _, *rows = csv.reader(io.StringIO(cost_sheet(entri.inovasi, 500_000, VOCABULARIES)))
    assert [(row[0], row[7], *row[10:]) for row in rows] == [
        ("tetap", "tidak", "tetap", ""),
        ("ikut-penduduk", "ya", "ikut-penduduk", "10000"),
        ("satuan", "tidak", "satuan", ""),
        ("apa saja", "", "", "10000"),
    ]
    without = csv.reader(io.StringIO(cost_sheet(entri.inovasi, None, VOCABULARIES)))
    assert [row[-1] for row in without] == ["rupiah_per_1000_jiwa", "", "", "", ""]


@pytest.mark.parametrize(
    ("rupiah", "asal", "kami", "scaled"),
    [
        (244_000_000, 927_961, 1_000, 263_000),
        (244_000_000, 927_961, 886_000, 233_000_000),
        (4_712_877_000, 900_000, 900_000, 4_712_877_000),
        (999_600, 1_000, 1_000_001, 1_000_000_000),
        (5, 2, 1, 3),
        (1, 1_000_000, 1_000, 0),
        (0, 7, 9, 0),
        (999_999_999_999_999, 1, 300_000_000, 300_000_000_000_000_000_000_000),
    ],
)
def test_amounts_follow_the_population_in_three_digits(rupiah: int, asal: int, kami: int, scaled: int) -> None:
    assert rescale(rupiah, asal, kami) == scaled


def with_population(*biaya: dict[str, Any], penduduk: str | None = "927961") -> tuple[Entri, PageContext]:
    """An entry with these costs in a region of so many people."""
    entri = make_entri("kab-blora/contoh", biaya=list(biaya))
    catalog = context_of(entri).catalog
    known = catalog.daerah["kab-blora"]
    assert known.profil
    daerah = replace(known, profil=known.profil.model_copy(update={"penduduk": int(penduduk) if penduduk else None}))
    made = make_catalog(catalog.entri, [*catalog.daerah.values(), daerah], catalog.vocabularies)
    return entri, make_context(made, SETTINGS)


def small_print(page: LexborHTMLParser) -> list[str]:
    return [node.text().strip() for node in page.css("h2 ~ p.kecil")]


def test_without_a_word_on_its_nature_a_cost_has_both_bounds_and_a_worked_example() -> None:
    entri, context = with_population({"uraian": "Aplikasi", "rupiah": "244000000", "tahun": "2021-2022"})
    page = page_of(entri, context)
    assert rows_under(page, "Lembar kerja biaya") == [
        ["Aplikasi (harga 2021 sampai 2022)", "Rp\xa0244.000.000; sekitar Rp\xa0263.000 per 1.000 jiwa", ""]
    ]
    assert (
        "Bila ikut jumlah penduduk: biaya asal × penduduk daerah kami ÷ 927.961 (penduduk Kabupaten Blora)."
        " Contoh untuk 1.000 jiwa: Rp\xa0244.000.000 × 1.000 ÷ 927.961 = sekitar Rp\xa0263.000."
        " Bila tetap: sama dengan biaya asal."
        " Bila sumber tidak menyebut sifatnya, kebutuhan daerah kami kira-kira di antara keduanya."
        " Sesuaikan dengan harga sekarang."
    ) in small_print(page)


def test_a_cost_whose_nature_is_known_is_told_so_and_asks_for_no_guess() -> None:
    entri, context = with_population(
        {"uraian": "Aplikasi", "rupiah": "5000000", "sifat": "tetap"},
        {"uraian": "Satu rumah", "rupiah": "7000000", "sifat": "satuan"},
    )
    page = page_of(entri, context)
    assert [row[:2] for row in rows_under(page, "Lembar kerja biaya")] == [
        ["Aplikasi (biaya tetap, tahun harga tidak tercatat)", "Rp\xa05.000.000"],
        ["Satu rumah (harga satuan, tahun harga tidak tercatat)", "Rp\xa07.000.000"],
    ]
    assert (
        "Bila tetap: sama dengan biaya asal. Harga satuan: kalikan dengan banyaknya di daerah kami."
        " Sesuaikan dengan harga sekarang. Tidak dijumlahkan, karena satu angka dapat memuat yang lain."
    ) in small_print(page)


def test_without_the_population_of_the_origin_the_method_stands_alone() -> None:
    entri, context = with_population({"uraian": "Aplikasi", "rupiah": "5000000"}, penduduk=None)
    page = page_of(entri, context)
    assert rows_under(page, "Lembar kerja biaya")[0][1] == "Rp\xa05.000.000"
    assert "× penduduk daerah kami ÷ penduduk daerah asal." in page.text() and "Contoh untuk" not in page.text()


@pytest.mark.parametrize(("amount", "said"), [("0", ""), (None, "Belum ada angka dari daerah asal.")])
def test_no_amount_is_not_the_same_as_no_cost(amount: str | None, said: str) -> None:
    entri, context = with_population({"uraian": "Aplikasi"} | ({"rupiah": amount} if amount else {}))
    assert small_print(page_of(entri, context))[1:] == ([said] if said else [])  # the first is about the steps


@pytest.mark.parametrize(
    ("item", "penduduk", "scripts"),
    [
        ({"rupiah": "5"}, "927961", ("paket-biaya.js",)),
        ({"rupiah": "5"}, None, ()),
        ({}, "927961", ()),
    ],
)
def test_only_a_package_with_something_to_rescale_has_a_script(
    item: dict[str, str], penduduk: str | None, scripts: tuple[str, ...]
) -> None:
    entri, context = with_population({"uraian": "Aplikasi", **item}, penduduk=penduduk)
    assert package_page(entri.id, 1, context).scripts == scripts
