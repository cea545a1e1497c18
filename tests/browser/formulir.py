"""Filling the form as a contributor does: typed words, lists, buttons; and what the check says of its file."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.problems import format_text
from catalog.validation.plans import plan_of

from .building import ROOT

FORM = "kontribusi/formulir/"


def open_form(page: Page, address: str, query: str = "") -> Page:
    """Open the form and wait until it can be filled; the first touch asks for the names of other entries."""
    page.goto(f"{address}{FORM}{query}")
    page.wait_for_selector("#borang[data-siap]")
    with page.expect_response(lambda response: response.url.endswith("nama.json")):
        page.focus("#borang summary")
    return page


def pick(page: Page, selector: str, words: str) -> None:
    """Type into a searched list and take the first row."""
    page.fill(selector, words)
    page.wait_for_selector(f"{selector}[aria-expanded=true]")
    page.press(selector, "ArrowDown")
    page.press(selector, "Enter")


def open_all(page: Page) -> None:
    """Unfold every section and whatever is folded in it."""
    for _ in range(3):
        page.evaluate("document.querySelectorAll('#borang details:not([open])').forEach((d) => { d.open = true })")
        page.wait_for_timeout(50)  # what lies inside is made when it is unfolded


def fill(page: Page, kelas: type[Any], data: dict[str, Any], path: tuple[str | int, ...] = ()) -> None:
    """Type a whole record into the fields of its sections, which are open; lists by their buttons."""
    plans = plan_of(kelas)
    keys = sorted(data, key=lambda key: key != "sumber") if not path else list(data)  # sources are referred to
    for key in keys:
        plan, value, here = plans[key], data[key], (*path, key)
        if plan.menunjuk == "sumber":
            _tick_sources(page, here, value, data)
        elif plan.rekaman and isinstance(value, list):
            for number, item in enumerate(value):
                if page.locator(f"#{_id((*here, number))}").count() == 0:
                    page.click(f"#{_id(here)} > div:last-of-type > .borang-tambah")
                _unfold(page, _id((*here, number)))
                fill(page, plan.rekaman, item, (*here, number))
        elif plan.rekaman:
            _unfold(page, _id(here))
            fill(page, plan.rekaman, value, here)
        elif isinstance(value, list):
            _fill_list(page, here, value, bool(plan.daftar or plan.menunjuk in ("perangkat_daerah", "entri")))
        else:
            _fill_one(page, here, str(value))


def _id(path: tuple[str | int, ...]) -> str:
    return "-".join(["f", *map(str, path)])


def _unfold(page: Page, id: str) -> None:
    page.evaluate(
        "(id) => { const box = document.getElementById(id); const unfold = (one) => { one.open = true;"
        " one.dispatchEvent(new Event('toggle')) }; if (box.localName === 'details') unfold(box);"
        " box.querySelectorAll(':scope > details, :scope > * > details').forEach(unfold) }",
        id,
    )


def _fill_one(page: Page, path: tuple[str | int, ...], value: str) -> None:
    field = page.locator(f"#{_id(path)}")
    if field.evaluate("(one) => one.localName") == "select":
        field.select_option(value)
        return
    field.fill(value)
    field.press("Tab")


def _fill_list(page: Page, path: tuple[str | int, ...], values: list[str], is_picked: bool) -> None:
    for number, value in enumerate(values):
        if is_picked:
            page.fill(f"#{_id(path)}-cari", value)
            page.press(f"#{_id(path)}-cari", "Enter")
            page.wait_for_selector(f"#{_id((*path, number))}")
        else:
            page.click(f"#{_id(path)} > div:last-of-type > .borang-tambah")
            page.fill(f"#{_id((*path, number))}", value)


def _tick_sources(page: Page, path: tuple[str | int, ...], keys: list[str], data: dict[str, Any]) -> None:
    """Tick the boxes of the sources with these keys; their titles stand in the form already."""
    for key in keys:
        judul = page.evaluate(
            "(key) => [...document.querySelectorAll('[id^=f-sumber-][id$=-id]')].filter((one) => one.value === key)"
            ".map((one) => document.getElementById(one.id.replace(/-id$/, '-judul')).value)[0]",
            key,
        )
        page.locator(f"#{_id(path)} label").filter(has_text=judul).locator("input").first.check()


def check_and_read(page: Page) -> str:
    """Press "Periksa isian" and return the file's text; the summary must say that it may be sent."""
    page.click("#borang-periksa")
    summary = page.locator(".borang-ringkas")
    assert summary.locator("h3").first.inner_text() == "Siap dikirim", summary.inner_text()
    page.wait_for_selector("#borang-teks", state="attached")
    return str(page.text_content("#borang-teks"))


def download(page: Page, button: str = "Unduh") -> tuple[str, bytes]:
    """Press a button of download and return name and bytes of the file."""
    with page.expect_download() as told:
        page.get_by_role("button", name=button, exact=True).click()
    path = told.value.path()
    return told.value.suggested_filename, Path(path).read_bytes()


def problems_of(files: dict[str, bytes], wilayah: tuple[str, ...]) -> list[str]:
    """What the check says of the catalogue's own ``wilayah`` with these files (path below innovations/) put in."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(folder) / "innovations"
        for name in wilayah:
            shutil.copytree(ROOT / "innovations" / name, tree / name)
        for name, data in files.items():
            (tree / name).parent.mkdir(parents=True, exist_ok=True)
            (tree / name).write_bytes(data)
        loaded = load_catalog(Inputs(ROOT, tree))
        named = {f"innovations/{name}" for name in files}
        return [format_text(problem) for problem in loaded.problems if problem.berkas in named]
