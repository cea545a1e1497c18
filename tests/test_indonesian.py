"""How pages write dates, numbers, money and sizes."""

from __future__ import annotations

import pytest
from markupsafe import Markup

from catalog.indonesian import (
    gabung,
    huruf_besar,
    rentang_tanggal,
    ribuan,
    rupiah,
    rupiah_ringkas,
    tanggal,
    ukuran_berkas,
)
from catalog.pages.environment import phone_link, whatsapp_link
from catalog.pages.rujukan import host_of, letters


@pytest.mark.parametrize(
    ("typed", "read"),
    [("2021-06-03", "3 Juni 2021"), ("2021-06", "Juni 2021"), ("2021", "2021"), ("2026-12-31", "31 Desember 2026")],
)
def test_a_date_is_read_as_precisely_as_it_was_typed(typed: str, read: str) -> None:
    assert tanggal(typed) == read


@pytest.mark.parametrize(
    ("start", "end", "read"),
    [
        ("2024-04-18", "2024-04-19", "18 sampai 19 April 2024"),
        ("2024-04-30", "2024-05-01", "30 April 2024 sampai 1 Mei 2024"),
        ("2016-08", "2016-09", "Agustus 2016 sampai September 2016"),
        ("2024-04-18", "2024-04-18", "18 April 2024"),
        ("2024", None, "2024"),
    ],
)
def test_a_span_of_dates_names_what_both_share_once(start: str, end: str | None, read: str) -> None:
    assert rentang_tanggal(start, end) == read


@pytest.mark.parametrize(
    ("number", "read"),
    [
        (927961, "927.961"),
        (12.61, "12,61"),
        (0, "0"),
        (1957.289, "1.957,289"),
        (-3, "−3"),
        (-0.5, "−0,5"),
        (1234567.5, "1.234.567,5"),
        (0.00001, "0,00001"),
        (999, "999"),
    ],
)
def test_numbers_have_dots_for_thousands_and_a_decimal_comma(number: float, read: str) -> None:
    assert ribuan(number) == read


def test_money_is_written_in_full_and_large_sums_also_in_words() -> None:
    assert rupiah(244_000_000) == "Rp\u00a0244.000.000"
    assert rupiah_ringkas(5_700_000_000) == "5,7\u00a0miliar"
    assert rupiah_ringkas(20_000_000_000) == "20\u00a0miliar"
    assert rupiah_ringkas(1_250_000_000_000) == "1,25\u00a0triliun"


def test_words_are_left_out_where_they_would_round_or_help_nobody() -> None:
    assert rupiah_ringkas(244_000_000) == ""
    assert rupiah_ringkas(5_712_345_678) == ""


def test_file_sizes() -> None:
    assert [ukuran_berkas(size) for size in (812, 20_500, 3_400_000, 3_000_000)] == [
        "812 bita",
        "20 KB",
        "3,4 MB",
        "3 MB",
    ]


def test_enumerations() -> None:
    assert [gabung(w) for w in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == ["", "a", "a dan b", "a, b, dan c"]


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert huruf_besar("operator SIMDA") == "Operator SIMDA"
    assert huruf_besar("") == ""


def test_one_telephone_number_dials_and_several_are_text() -> None:
    assert phone_link("(0296) 531234") == Markup('<a href="tel:0296531234">(0296) 531234</a>')
    assert phone_link("119, 112") == Markup("119, 112")


def test_a_whatsapp_number_opens_a_conversation() -> None:
    link = '<a href="https://wa.me/6281200000000">{}</a>'
    assert whatsapp_link("0812-0000-0000") == Markup(link.format("0812-0000-0000"))
    assert whatsapp_link("+62 812 0000 0000") == Markup(link.format("+62 812 0000 0000"))


def test_hosts_and_letters() -> None:
    assert host_of("https://www.contoh.go.id/a?b") == "contoh.go.id"
    assert host_of(None) == ""
    assert host_of("https://contoh.go.id:8080/") == "contoh.go.id:8080"
    assert host_of("https://Contoh.go.id") == "Contoh.go.id"
    assert host_of("ftp://arsip.contoh.go.id/é") == "arsip.contoh.go.id"
    assert [letters(n) for n in (1, 26, 27, 52, 53)] == ["a", "z", "aa", "az", "ba"]
