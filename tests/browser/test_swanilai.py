"""The browser counts the index digit for digit as the build does, and copies what the documents say."""

from __future__ import annotations

import random
import zipfile
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import pytest
from playwright.sync_api import expect

from catalog.iid import Edisi, maturity, place, simulate, wording
from catalog.lapor import profile_items
from catalog.lapor.berkas import report_names, source_of
from catalog.replikasi import open_book
from catalog.swanilai import is_judged
from catalog.swanilai.edisi_peramban import edition_document

from .building import Site
from .chromium import Visitor

COUNT = """async ([at, document, cases]) => {
  const { maturity, raise, simulate, place, wording, hundredths } = await import(at);
  const bobot = document.indikator.map((row) => row.bobot);
  return cases.map(([edition, count, total, yandas, spd, pola, where, level]) => {
    const { rumus, predikat } = document.edisi[edition];
    const steps = simulate(count, total, yandas, spd, rumus);
    const typed = hundredths(wording(spd).replace('.', ''), 999999);
    const predicate = steps.iid === null ? '' : place(steps.iid, predikat);
    return [steps, maturity(raise(pola, where, level), bobot), predicate, wording(steps.rata), typed];
  });
}"""


def editions(site: Site) -> list[tuple[Edisi, Any]]:
    """The editions of the form with their rules, in its order."""
    lists = site.catalog.vocabularies.iid
    current = lists[2026]
    later = [replace(current.rumus, pembagi=u.pembagi, yandas_minimal=u.yandas_minimal) for u in current.diumumkan]
    older = [(one, one.rumus) for year, one in lists.items() if year < current.edisi]
    return [(current, current.rumus), *((current, rules) for rules in later), *older]


def make_cases(count: int, kinds: int) -> list[list[Any]]:
    """Regions of every size, odd ones among them; the same ones on every run."""
    dice = random.Random(111)
    cases = []
    for _ in range(count):
        size = dice.choice((0, 1, 5, 11, 12, 13, 199, 200, 201, dice.randrange(700)))
        pola = "".join(dice.choice("-0123") for _ in range(20))
        total = dice.randrange(size * 111 + 200)
        spd = dice.choice((0, 6300, 6301, dice.randrange(7000)))
        cases.append(
            [dice.randrange(kinds), size, total, dice.randrange(7), spd, pola, dice.randrange(20), dice.randint(1, 3)]
        )
    return cases


def test_the_browser_and_the_build_count_alike(site: Site, visit: Callable[..., Visitor]) -> None:
    known = editions(site)
    document = edition_document(site.catalog.vocabularies.iid)
    assert len(document["edisi"]) == len(known)
    cases = make_cases(4000, len(known))
    visitor = visit()
    visitor.go("wilayah/kab-blora/swanilai/")
    at = next(
        url
        for url in visitor.page.evaluate("performance.getEntriesByType('resource').map((r) => r.name)")
        if "swanilai-hitung" in url
    )
    said = visitor.page.evaluate(COUNT, [at, document, cases])
    for case, (steps, points, predicate, mean, typed) in zip(cases, said, strict=True):
        which, size, total, yandas, spd, pola, where, level = case
        edition, rules = known[which]
        expected = simulate(size, total, yandas, spd, rules)
        assert steps == asdict(expected), case
        levels = {
            row.nomor: int(sign) if sign != "-" else 0 for row, sign in zip(known[0][0].indikator, pola, strict=True)
        }
        raised = known[0][0].indikator[where].nomor
        levels[raised] = max(levels[raised], level)
        assert points == maturity(levels, known[0][0])
        assert predicate == ("" if expected.iid is None else place(expected.iid, edition))
        assert (mean, typed) == (wording(expected.rata), spd)


def test_the_form_shows_every_step_again(site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("wilayah/kab-blora/swanilai/")
    page = visitor.page
    page.wait_for_selector("#andai:not([hidden])")
    assert page.locator("#indikator option").count() == 21
    before = page.inner_text("#iid-nilai")
    assert " sampai " in before
    page.fill("#spd", "41,25")
    page.fill("#yandas", "6")
    page.fill("#tambahan", "10")
    page.fill("#poin", "60")
    steps = {
        id: page.inner_text(f"#{id}-nilai")
        for id in ("jumlah", "total", "pembagi", "rata", "bonus", "sid", "spd", "iid")
    }
    counted = page.locator("details[data-pola]").count() + 10
    assert (steps["jumlah"], steps["pembagi"], steps["spd"]) == (str(counted), str(max(12, counted)), "41,25")
    assert f"simulasi indeks {steps['iid']}" in page.inner_text("#andai-hasil")
    page.select_option("#edisi", label="2023 (sebagian diketahui)")
    assert page.inner_text("#iid-nilai") == "belum diketahui untuk edisi ini"
    page.fill("#spd", "tujuh")
    assert page.get_attribute("#spd", "aria-invalid") == "true"
    assert page.inner_text("#spd-nilai") == "0"
    assert "NaN" not in page.inner_text("main")


@pytest.mark.parametrize("asked", ["kab-blora/samin-119", "https://katalog.id/inovasi/kab-blora/samin-119/#hasil"])
def test_every_field_of_the_report_is_ready_to_copy(site: Site, visit: Callable[..., Visitor], asked: str) -> None:
    catalog = site.catalog
    entri = catalog.find("kab-blora/samin-119")
    assert entri is not None
    visitor = visit()
    visitor.go("lapor/")
    visitor.page.fill("#inovasi", asked)
    visitor.page.keyboard.press("Enter")
    visitor.page.wait_for_selector(".salin")
    read = visitor.page.evaluate(
        "[...document.querySelectorAll('.salin')][0].innerText && [...document.querySelector('.salin').children]"
        ".map((node) => node.localName === 'dt' ? node.textContent : node.firstChild.innerText)"
    )
    items = profile_items(source_of(entri, catalog, open_book(catalog)), catalog.vocabularies.iid[2026])
    expected = [text for one in items for text in (f"{one.nomor}. {one.judul}", one.teks or one.kurang)]
    assert read == expected
    assert visitor.page.locator(".salin").count() > 3


def test_all_reports_of_a_region_come_as_one_zip(site: Site, visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    page = visitor.page
    page.goto(f"{visitor.address}wilayah/kota-solok/swanilai/")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Unduh profil IID dan proposal KIPP").click()
    assert waiting.value.suggested_filename == "laporan-kota-solok.zip"
    judged = [entri for entri in site.catalog.entri_of("kota-solok") if is_judged(entri)]
    names = sorted(f"{entri.slug}/{name}" for entri in judged for name in report_names(entri))
    with zipfile.ZipFile(waiting.value.path()) as package:
        assert package.namelist() == names and package.testzip() is None
        for entri in judged:
            for name in report_names(entri):
                assert package.read(f"{entri.slug}/{name}") == (site.folder / entri.tautan / name).read_bytes()
    expect(page.locator("#unduh-kabar")).to_have_text(f"{len(names)} dokumen disimpan sebagai laporan-kota-solok.zip.")


def test_reports_that_cannot_be_fetched_are_said(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.page.route("**/kipp-*.docx", lambda route: route.abort())
    visitor.page.goto(f"{visitor.address}wilayah/kota-solok/swanilai/")
    with visitor.page.expect_download():
        visitor.page.click("#unduh-laporan")
    expect(visitor.page.locator("#unduh-kabar")).to_contain_text("dokumen tidak dapat diambil; coba lagi.")
    visitor.page.route("**/*.docx", lambda route: route.abort())
    visitor.page.click("#unduh-laporan")
    expect(visitor.page.locator("#unduh-kabar")).to_contain_text("Periksa sambungan internet")
    visitor.said.clear()  # Chromium itself reports what was refused


def test_an_entry_that_is_not_there_is_said(visit: Callable[..., Visitor]) -> None:
    visitor = visit()
    visitor.go("lapor/?inovasi=kab-blora/tidak-ada-sama-sekali")
    expect(visitor.page.locator("#lapor-kabar")).to_contain_text("Laporannya tidak ada")
    visitor.said.clear()  # Chromium itself reports the missing file
    visitor.go("lapor/?inovasi=javascript:alert(1)")
    expect(visitor.page.locator("#lapor-kabar")).to_contain_text("Tautan itu bukan")
