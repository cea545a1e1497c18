"""The planner's days: in which order hosts are visited, on what days, and by the rules of each."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .chromium import Visitor
from .planned import give, kudus_plan, open_planner, plan_for_kudus


@pytest.fixture
def visitor(visit: Callable[..., Visitor]) -> Visitor:
    return visit()


@pytest.fixture
def kudus(visitor: Visitor) -> Page:
    """The plan of Kudus, filled."""
    return kudus_plan(visitor)


def days_of(page: Page) -> list[str]:
    return page.locator(".jadwal__hari h3").all_inner_texts()


def test_kudus_goes_to_the_nearer_host_first_and_each_has_its_day(kudus: Page) -> None:
    expect(kudus.locator("#rencana-jadwal > p").first).to_contain_text(
        "Kabupaten Kudus → Kabupaten Grobogan (± 35 km) → Kabupaten Blora (± 56 km)"
    )
    days = kudus.locator(".jadwal__hari")
    assert days.locator("h3").all_inner_texts() == ["Senin, 14 Desember 2026", "Selasa, 15 Desember 2026"]
    expect(days.nth(0).locator(".jadwal__tuan")).to_have_text(["Kabupaten Grobogan · Dinas Pertanian"])
    expect(days.nth(1).locator(".jadwal__tuan")).to_have_text(
        ["Kabupaten Blora · Dinas Pendidikan", "Kabupaten Blora · Dinas Kesehatan"]
    )
    overview = kudus.locator("#rencana-ringkas")
    expect(overview).to_contain_text("Kabupaten Kudus, 12 orang")
    expect(overview).to_contain_text("Kamis, 3 Desember 2026")


def test_a_letter_that_comes_late_is_told_with_the_first_day_that_fits(kudus: Page) -> None:
    kudus.fill("#dikirim", "10 Desember 2026")
    told = kudus.locator("#rencana-aturan .temuan__tuan").first
    expect(told).to_contain_text("Kabupaten Grobogan")
    expect(told).to_contain_text("kunjungan paling cepat Senin, 21 Desember 2026")


def test_days_on_which_nobody_works_are_left_out_and_named(kudus: Page) -> None:
    kudus.fill("#mulai", "24-12-2026")
    kudus.fill("#selesai", "29-12-2026")
    kudus.fill("#dikirim", "")
    shown = kudus.locator("#rencana-jadwal")
    expect(shown).to_contain_text("Kamis, 24 Desember 2026 tidak dipakai: cuti bersama (Kelahiran Yesus Kristus).")
    expect(shown).to_contain_text("Sabtu, 26 Desember 2026 tidak dipakai")
    assert days_of(kudus) == ["Senin, 28 Desember 2026", "Selasa, 29 Desember 2026"]


def test_a_host_with_its_own_rules_is_visited_and_written_to_by_them(visitor: Visitor) -> None:
    """Blora with the rules that Sleman has published."""
    rules = {
        "ditujukan_kepada": "Bupati melalui Sekretaris Daerah; untuk ke kecamatan kepada Bupati",
        "tembusan": "Bagian Humas dan Protokol",
        "tenggat_hari_kerja": 7,
        "hari_terima": ["selasa", "kamis"],
        "hari": "Selasa dan Kamis",
        "rombongan_maksimal": 10,
        "menginap": "Tamu menginap di dalam kabupaten.",
    }
    give(visitor.page, "**/bandingkan/wilayah/kab-blora.json", {"aturan_kunjungan": rules})
    page = open_planner(visitor, "?entri=kab-blora/silat")
    plan_for_kudus(page)
    page.fill("#selesai", "18-12-2026")
    assert days_of(page) == ["Selasa, 15 Desember 2026"]
    told = "Senin, 14 Desember 2026 tidak dipakai: bukan hari menerima tamu."
    expect(page.locator("#rencana-jadwal")).to_contain_text(told)
    expect(page.locator("#rencana-aturan")).to_contain_text("Rombongan 12 orang lebih dari 10 orang")
    page.locator("#rencana-tuan summary").click()
    assert page.locator("#rencana-tuan dt").all_inner_texts() == [
        *("Surat ditujukan kepada", "Tembusan", "Saluran", "Tenggat surat", "Hari dan jam", "Rombongan paling banyak"),
        *("Pembagian biaya", "Dikirim sebelumnya", "Aturan menginap"),
    ]
    assert "10 orang" in page.locator("#rencana-tuan dd").all_inner_texts()
    usual = page.locator("#rencana-tuan dd", has_text="(kebiasaan umum)")
    expect(usual.first).to_contain_text("Surat")
    letter = page.locator(".naskah")
    expect(letter).to_contain_text("Bagian Humas dan Protokol, Kabupaten Blora")
    expect(letter).not_to_contain_text("Aturan penerimaan tamu")


def test_a_host_that_has_told_only_some_rules_is_asked_for_the_rest(visitor: Visitor) -> None:
    page = open_planner(visitor, "?entri=kab-sumedang/simpati")
    plan_for_kudus(page)
    expect(page.locator(".naskah")).to_contain_text(
        "Aturan penerimaan tamu di Kabupaten Sumedang baru sebagian kami temukan."
    )
