"""Dates as Indonesians write them: a proposal only where it is certain."""

from __future__ import annotations

import pytest

from catalog.reading.slips import suggest_date, suggest_list_item


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("17-08-2023", "2023-08-17"),
        ("17/08/2023", "2023-08-17"),
        ("3/4/2023", "2023-04-03"),
        ("17.8.2023", "2023-08-17"),
        ("08-08-2023", "2023-08-08"),
        ("03-04-2023", None),
        ("08-17-2023", None),
        ("17 Agustus 2023", "2023-08-17"),
        ("  1  januari   2024 ", "2024-01-01"),
        ("17-Agu-2023", "2023-08-17"),
        ("Kamis, 17 Agustus 2023", "2023-08-17"),
        ("Jum'at, 5 Mei 2023", "2023-05-05"),
        ("17 Nopember 2020", "2020-11-17"),
        ("Agustus 2023", "2023-08"),
        ("Des. 2021", "2021-12"),
        ("2023/08/17", "2023-08-17"),
        ("2023-8-7", "2023-08-07"),
        ("2023/08", "2023-08"),
        ("08/2023", "2023-08"),
        ("17-08-23", None),
        ("31/02/2023", None),
        ("29 Februari 2023", None),
        ("29 Februari 2024", "2024-02-29"),
        ("13/13/2023", None),
        ("17 August 2023", None),
        ("awal 2023", None),
        ("2023/13", None),
        ("", None),
        ("9" * 5000, None),
        ("١٧/٠٨/٢٠٢٣", None),
    ],
)
def test_suggest_date(typed: str, expected: str | None) -> None:
    assert suggest_date(typed) == expected


def test_suggest_list_item() -> None:
    assert suggest_list_item("  judul: Lumbung") == "  - judul: Lumbung"
    assert suggest_list_item("judul: Lumbung") == "  - judul: Lumbung"
