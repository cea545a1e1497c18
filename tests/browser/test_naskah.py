"""The browser writes documents exactly as the build does: same templates, same skeleton, same parts."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from catalog.naskah import fill, load_templates, skeleton_parts, write_docx
from catalog.naskah.templat import ORDER

from .building import ROOT, Site
from .chromium import Visitor

VALUES: dict[str, Any] = {
    "tuan_rumah": "Kabupaten Blora & <b>Grobogan</b>",
    "inovasi": ["SAMIN 119", "**tebal** dan [kosong]"],
    "pertanyaan": [["1", "SAMIN 119", "Berapa biayanya?\nPer tahun?", ""]],
    "hari_tanggal": "Selasa, 12 Mei 2026 \x00 😀",
}
SCRIPT = """async ([fillAt, docxAt, template, values, title, kerangka]) => {
  const [{ fill }, { writeDocx }] = await Promise.all([import(fillAt), import(docxAt)]);
  return Array.from(writeDocx(fill(template, values), title, kerangka));
}"""


def script(site: Site, name: str) -> str:
    (path,) = (site.folder / "assets").glob(f"{name}.*.js")
    return f"/assets/{path.name}"


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


@pytest.fixture
def page(visit: Callable[..., Visitor]) -> Page:
    visitor = visit()
    visitor.page.goto("/tentang/")
    return visitor.page


@pytest.mark.parametrize("id", ORDER)
@pytest.mark.parametrize("values", [{}, VALUES], ids=["kosong", "terisi"])
def test_the_browser_writes_the_same_parts(page: Page, site: Site, id: str, values: dict[str, Any]) -> None:
    template = load_templates(Path(ROOT) / "vocabularies" / "naskah")[id]
    given = {"isian": dict(template.isian), "blok": list(template.blok)}
    asked = [script(site, "naskah"), script(site, "naskah-docx"), given, values, template.nama, skeleton_parts()]
    made = bytes(page.evaluate(SCRIPT, asked))
    assert parts(made) == parts(write_docx(fill(template, values), template.nama))
