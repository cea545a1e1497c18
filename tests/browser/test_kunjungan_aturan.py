"""The browser says of a planned visit exactly what the build says: same rules, same holidays, same sentences."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

import pytest
from playwright.sync_api import Page

from catalog.kunjungan import Rencana, applying_rules, check_plan
from catalog.kunjungan.berkas import usual_document
from catalog.model.umum import AturanKunjungan

from .building import Site
from .chromium import Visitor

TUAN = "Kabupaten Sleman"
SCRIPT = """async ([at, umum, libur, cases]) => {
  const { aturanBerlaku, periksaRencana } = await import(at);
  const check = ([plan, wilayah, entri, tuan]) =>
    periksaRencana(plan, aturanBerlaku(umum, wilayah, entri), libur, tuan);
  return cases.map(check);
}"""
RULES: list[dict[str, Any]] = [
    {},
    {"tenggat_hari_kerja": 7, "hari_terima": ["selasa", "kamis"], "hari": "Selasa dan Kamis. Bila libur, digeser."},
    {"tenggat_hari_kerja": 3, "hari_terima": ["sabtu"], "keterangan": "Tamu pusat dikecualikan.", "daring": True},
    {"tenggat_hari_kerja": 0, "rombongan_maksimal": 20, "daring": False, "menginap": "Di dalam kota."},
    {"hari": "Setiap hari kerja", "tenggat_hari_kerja": 90, "rombongan_maksimal": 1},
    {"hari_terima": ["senin", "rabu", "jumat"], "keterangan": "Boleh ditawar."},
]
ODD = (
    "",
    "2026-02-29",
    "2028-02-29",
    "2026-13-01",
    "20261201",
    "2026-12-01T00",
    "１２３",
    "kemarin",
    "1999-01-01",
    "2099-12-31",
)


def make_cases(count: int = 1500) -> list[tuple[Rencana, dict[str, Any], dict[str, Any], str]]:
    """Plans of every kind around the holidays of two years, odd ones among them; the same ones on every run."""
    dice = random.Random(119)

    def day() -> str:
        if dice.random() < 0.1:
            return dice.choice(ODD)
        return (date(2026, 11, 1) + timedelta(days=dice.randrange(500))).isoformat()

    cases = []
    for _ in range(count):
        start = day()
        try:
            end = (date.fromisoformat(start) + timedelta(days=dice.randrange(-2, 18))).isoformat()
        except ValueError:
            end = day()
        plan = Rencana(
            dikirim=dice.choice((day(), "", "2026-11-23")),
            mulai=start,
            selesai=dice.choice((end, "", day())),
            peserta=dice.choice((None, 0, 1, 20, 21, 40, 41, 999, 1000, 1001, 5000, -3, 1234567)),
            moda=dice.choice(("", "luring", "daring", "campuran")),
        )
        cases.append((plan, dice.choice(RULES), dice.choice(RULES), dice.choice((TUAN, "Kota “A” & <b>"))))
    return cases


@pytest.fixture
def page(visit: Callable[..., Visitor]) -> Page:
    visitor = visit()
    visitor.page.goto("/tentang/")
    return visitor.page


def test_the_browser_says_the_same_of_every_plan(page: Page, site: Site) -> None:
    lists = site.catalog.vocabularies
    (script,) = (site.folder / "assets").glob("kunjungan-aturan.*.js")
    usual = usual_document(site.catalog)
    cases = make_cases()
    sent = [[asdict(plan), region, entry, host] for plan, region, entry, host in cases]
    found = page.evaluate(SCRIPT, [f"/assets/{script.name}", usual["praktik"], usual["libur"], sent])
    graver = 0
    for (plan, region, entry, host), said in zip(cases, found, strict=True):
        own, general = AturanKunjungan.model_validate(entry), AturanKunjungan.model_validate(region)
        rules = applying_rules(own, general, lists.praktik_kunjungan)
        expected = [asdict(one) for one in check_plan(plan, rules, lists.kalender, host)]
        assert said == expected, plan
        graver += any(one["tingkat"] == "melanggar" for one in expected)
    assert 300 < graver < len(cases)
