"""Personal numbers are found in every spelling, and ordinary figures of an innovation never are.

The cases are data, ``privacy_vectors.json``, so that the browser form can be held to the same verdicts.
No assertion message repeats a number: failures name the spelling by its place in the file.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

import pytest

from catalog.privacy import Finding, find_personal_numbers, mask

VECTORS: dict[str, Any] = json.loads((Path(__file__).parent / "privacy_vectors.json").read_text("utf-8"))
CODES = frozenset(VECTORS["kode_kabupaten"])


def write_number(digits: str, pattern: str, script: str) -> str:
    """Put the digits of a number into the places marked # and write them in another script."""
    signs = iter(digits)
    return "".join(script[int(next(signs))] if sign == "#" else sign for sign in pattern)


def spellings(group: dict[str, Any]) -> Iterator[tuple[str, str, Finding]]:
    """Every text of one group of vectors: its name, the text, and the one finding it must give."""
    places = [range(len(group[key])) for key in ("angka", "pola", "aksara", "bingkai")]
    for angka, pola, aksara, bingkai in product(*places):
        pattern, frame = group["pola"][pola], group["bingkai"][bingkai]
        spelling = write_number(group["angka"][angka], pattern, group["aksara"][aksara])
        start = frame.index("{}") + len(pattern) - len(pattern.lstrip("+(*"))
        end = frame.index("{}") + len(pattern.rstrip("*"))
        name = f"angka {angka} pola {pola} aksara {aksara} bingkai {bingkai}"
        yield name, frame.replace("{}", spelling), Finding(start, end, group["jenis"], group["pasti"])


def count_digits(text: str) -> int:
    return sum(sign.isdecimal() for sign in text)


def clean_texts() -> Iterator[str]:
    for row in VECTORS["bersih"]:
        names = list(row["isi"])
        for values in product(*row["isi"].values()):
            text = row["pola"]
            for name, value in zip(names, values, strict=True):
                text = text.replace("{" + name + "}", value)
            yield text


@pytest.mark.parametrize("group", VECTORS["berkali"], ids=lambda group: f"{group['jenis']}-{group['pasti']}")
def test_every_spelling_gives_exactly_its_finding(group: dict[str, Any]) -> None:
    cases = spellings(group)
    assert [name for name, text, one in cases if find_personal_numbers(text, CODES) != (one,)] == []


def test_there_are_enough_spellings_and_clean_texts() -> None:
    assert sum(1 for group in VECTORS["berkali"] for _ in spellings(group)) >= 5000
    assert len(set(clean_texts())) >= 2000


def test_clean_texts_give_nothing() -> None:
    assert [text for text in clean_texts() if find_personal_numbers(text, CODES)] == []


@pytest.mark.parametrize("case", VECTORS["penuh"], ids=lambda case: case["id"])
def test_single_case_gives_exactly_its_findings(case: dict[str, Any]) -> None:
    found = find_personal_numbers(case["teks"], CODES)
    assert [[one.mulai, one.akhir, one.jenis, one.pasti] for one in found] == case["temuan"]


def test_mask_leaves_four_digits_of_every_spelling() -> None:
    wrong = []
    for place, group in enumerate(VECTORS["berkali"]):
        for name, text, expected in spellings(group):
            around = text[: expected.mulai] + text[expected.akhir :]
            if count_digits(mask(text)) - count_digits(around) > 4:
                wrong.append(f"{place}: {name}")
    assert wrong == []


def test_mask_shows_first_and_last_two_digits() -> None:
    text = "NIK 33.16.00.010190.0000 dan HP 0812-0000-0000."
    assert mask(text) == "NIK 33••••••••••••00 dan HP 08••••••••00."


@pytest.mark.parametrize("text", ["", "Rp 3.316.170.845.001.234", "(0296) 531234", "400.10.11/1887/BSKDN", "2019-2026"])
def test_mask_leaves_ordinary_figures(text: str) -> None:
    assert mask(text) == text


def test_masking_twice_changes_nothing_more() -> None:
    once = mask("KK 3316000101900000 HP +62 812 0000 0000")
    assert mask(once) == once


def test_addresses_are_skipped_only_on_request() -> None:
    text = "Lihat https://contoh.go.id/berita/081200000000 atau HP 081300000000"
    assert len(find_personal_numbers(text, CODES)) == 2
    assert [one.mulai for one in find_personal_numbers(text, CODES, strip_urls=True)] == [55]


def test_codes_are_taken_with_and_without_the_dot() -> None:
    text = "3316000101900000"
    assert len(find_personal_numbers(text, frozenset({"3316"}))) == 1
    assert len(find_personal_numbers(text, frozenset({"33.16"}))) == 1
    assert find_personal_numbers(text, frozenset({"33", "35.78"})) == ()


def test_a_finding_never_carries_the_number() -> None:
    (finding,) = find_personal_numbers("3316000101900000", CODES)
    assert "3316" not in repr(finding)


def test_random_identifiers_of_sixteen_digits_rarely_look_like_a_nik() -> None:
    """Half a percent of random 16-digit runs would pass even with all 514 codes; with these 14 far fewer."""
    random = Random(20261121)
    texts = [f"kode {random.randrange(10**16):016d}" for _ in range(20_000)]
    hits = sum(bool(find_personal_numbers(text, CODES)) for text in texts)
    assert hits / 20_000 < 0.005


@pytest.mark.parametrize(
    "text",
    ["1 " * 20_000, "1" * 40_000, "1.111 " * 7_000, "0812 " * 8_000, "1\u200b" * 20_000, "3316 0001 " * 999],
    ids=["satu", "panjang", "rupiah", "ponsel", "tak-terlihat", "nik"],
)
def test_long_hostile_texts_take_linear_time(text: str) -> None:
    start = perf_counter()
    find_personal_numbers(text, CODES)
    mask(text)
    assert perf_counter() - start < 30
