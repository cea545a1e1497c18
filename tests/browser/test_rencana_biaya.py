"""The planner's costs, brought to the people of one's own region."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .chromium import Visitor
from .planned import open_planner, wait


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    return visit()


def test_costs_are_reckoned_for_ones_own_people(visitor: Visitor) -> None:
    """A typed number stands in for that of the profile, and a wrong one gets its sentence."""
    page = open_planner(visitor, "?entri=kab-grobogan/rat-hunter&entri=kab-blora/mal-pelayanan-publik")
    page.locator("#biaya > summary").click()
    costs = page.locator("#rencana-biaya")
    expect(costs).to_contain_text("Penduduk daerah Anda belum diketahui. Pilih daerah Anda")
    page.fill("#daerah", "Kabupaten Kudus")
    expect(costs).to_contain_text("Untuk Kabupaten Kudus, 877.821 jiwa.")
    expect(costs).to_contain_text("Rp\xa0231.000.000 sampai Rp\xa0244.000.000")
    expect(costs).to_contain_text("harga satuan, harga 2022Rp\xa01.500.000Rp\xa01.500.000\xa0×\xa0…")
    page.fill("#penduduk", "9.279.610")
    expect(costs).to_contain_text("Rp\xa0244.000.000 sampai Rp\xa02.440.000.000")
    for typed, told in (("0", "antara 1 dan 300 juta jiwa"), ("banyak", "Tulis jumlah penduduk dengan angka saja")):
        page.fill("#penduduk", typed)
        expect(page.locator("#penduduk-salah")).to_contain_text(told)
        expect(costs).to_contain_text("Untuk Kabupaten Kudus, 877.821 jiwa.")
    page.reload()
    wait(page)
    assert page.input_value("#penduduk") == "banyak"


def test_a_plan_without_amounts_has_no_part_about_costs(visitor: Visitor) -> None:
    page = open_planner(visitor, "?entri=kab-blora/silat")
    expect(page.locator("#biaya")).to_be_hidden()
