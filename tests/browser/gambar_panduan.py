"""Take the pictures of the guide from a built site: ``python -m tests.browser.gambar_panduan site``.

They are kept in ``content/panduan/gambar/`` and taken anew, by hand, when what they show looks different. Each picture
is that of a narrow window, so that it can be read on a phone, in light colours, and at most 25 KB.
It needs LibreOffice and pdftoppm.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image, ImageChops
from playwright.sync_api import Page

from catalog.inputs import Inputs
from catalog.lembar import Pilihan, import_workbook
from catalog.lembar.template import make_workbook, save_workbook
from catalog.vocabularies import load_vocabularies

from .building import ROOT
from .chromium import Visitor, running_chromium
from .formulir import open_form
from .serving import serve

FOLDER = ROOT / "content" / "panduan" / "gambar"
WIDTH = 460
SCALE = 1.5
"""Pixels of the picture to one of the page."""

HEIGHT = 900
MOST_BYTES = 25_000
ENTRY = "kab-blora/samin-119"

SHOWN = {"nama": 20, "urusan.1": 14, "tahapan": 14}
"""Columns of the sheet that the picture shows, and how wide."""

_GOOD = {
    "wilayah": "kab-blora",
    "nama": "Lumbung Digital",
    "urusan.1": "pangan",
    "tahapan": "penerapan",
    "ringkasan": "Warga menitip dan mengambil gabah di lumbung desa lewat satu nomor.",
    "sumber.1.judul": "Lumbung desa Blora",
    "sumber.1.penerbit": "contoh.id",
}
ROWS = (_GOOD, {**_GOOD, "nama": "Pasar Pagi", "tahapan": "ujicobaa"})

RINGKASAN = "Aplikasi untuk memanggil pertolongan gawat darurat medis di Blora selama 24 jam."


def _begin(page: Page) -> list[str]:
    """The first box with a region picked, and the first required isian."""
    open_form(page, _home(page), "?wilayah=kab-blora")
    page.fill("#f-nama", "Samin 119")
    page.locator("#f-nama").blur()
    page.get_by_text("1 dari 4").first.wait_for()
    return [".borang-mulai", "#f-nama-medan"]


def _mistaken(page: Page) -> list[str]:
    """A summary with a number of a person in it, named while it is typed."""
    open_form(page, _home(page), "?wilayah=kab-blora")
    page.fill("#f-nama", "Samin 119")
    page.fill("#f-ringkasan", f"{RINGKASAN} Hubungi 0812-0000-0001.")
    page.locator("#f-ringkasan-salah").wait_for()
    page.locator("#f-ringkasan").blur()
    return ["#f-ringkasan-medan"]


def _offered(page: Page) -> list[str]:
    """The entry checked: it may be sent, and by which ways."""
    open_form(page, _home(page), f"?entri={ENTRY}")
    page.click("#borang-periksa")
    page.wait_for_selector(".borang-kirim")
    page.locator(".borang-ringkas").blur()
    return [".borang-ringkas", ".borang-kirim"]


def _preview(page: Page) -> list[str]:
    """The head of the preview."""
    open_form(page, _home(page), f"?entri={ENTRY}")
    page.get_by_role("button", name="Lihat pratinjau").click()
    page.wait_for_selector(".borang-lihat h2")
    return [".borang-lihat"]


def _correct(page: Page) -> list[str]:
    """Where an entry's page leads to its form."""
    page.goto(f"{_home(page)}inovasi/{ENTRY}/")
    return ["#perbaiki"]


def _home(page: Page) -> str:
    return str(page.evaluate("new URL('/', location.href).href"))


PICTURES: dict[str, tuple[Callable[[Page], list[str]], int]] = {
    "formulir-mulai": (_begin, 700),
    "formulir-keliru": (_mistaken, 500),
    "formulir-pratinjau": (_preview, 560),
    "formulir-kirim": (_offered, 820),
    "entri-perbaiki": (_correct, 500),
}
"""Name → what shows it (it returns the elements from whose top to whose bottom the picture reaches), most height."""


def main() -> None:
    """Take all pictures of the site named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, help="folder of a built site")
    site = parser.parse_args().site.resolve()
    FOLDER.mkdir(parents=True, exist_ok=True)
    with serve(site) as server, running_chromium() as browser:
        for name, (show, most) in PICTURES.items():
            visitor = Visitor(
                browser, server.address, viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=SCALE
            )
            visitor.go("404.html")
            box = _around(visitor.page, show(visitor.page), most)
            _keep(name, visitor.page.screenshot(full_page=True, clip=box))
            visitor.close()
    _keep("lembar-diperiksa", _sheet())


def _around(page: Page, selectors: list[str], most: int) -> dict[str, float]:
    """The stretch of the page that holds the elements, full text width, with a little air."""
    edges = page.evaluate(
        "(selectors) => { const boxes = selectors.map((one) => document.querySelector(one).getBoundingClientRect());"
        " return [Math.min(...boxes.map((b) => b.left)), Math.min(...boxes.map((b) => b.top)) + scrollY,"
        " Math.max(...boxes.map((b) => b.right)), Math.max(...boxes.map((b) => b.bottom)) + scrollY] }",
        selectors,
    )
    left, top, right, bottom = edges
    air = 12
    return {
        "x": left - air,
        "y": top - air,
        "width": right - left + 2 * air,
        "height": min(bottom - top + 2 * air, most),
    }


def _keep(name: str, png: bytes) -> None:
    """Write the picture and say how to show it; flat colours and letters stay sharper with few colours than lossy."""
    image = Image.open(BytesIO(png)).convert("RGB")
    for colours in (256, 128, 64, 48, 32, 24, 16):
        data = BytesIO()
        image.quantize(colours, dither=Image.Dither.NONE).convert("RGB").save(data, "WEBP", lossless=True, method=6)
        if data.tell() <= MOST_BYTES:
            break
    (FOLDER / f"{name}.webp").write_bytes(data.getvalue())
    width, height = round(image.width / SCALE), round(image.height / SCALE)
    print(f"{name}.webp width={width} height={height}, {data.tell()} byte, {colours} warna")


def _sheet() -> bytes:
    """The checked workbook as LibreOffice prints it: a good row, and one with the cell to mend in colour."""
    with tempfile.TemporaryDirectory() as folder:
        tree = Path(shutil.copytree(ROOT / "tests" / "records" / "dasar" / "innovations", f"{folder}/innovations"))
        place = Path(folder) / "isi.xlsx"
        book = make_workbook(load_vocabularies(ROOT / "vocabularies"))
        for number, row in enumerate(ROWS, start=5):
            _fill(book["Inovasi"], number, row)
        save_workbook(book, place)
        import_workbook(Inputs.of(ROOT, tree), place, Pilihan(tulis=True))
        checked = place.with_name("isi-diperiksa.xlsx")
        _lay_out(checked)
        for command in (
            ["soffice", "--headless", f"-env:UserInstallation=file://{folder}/lo", "--convert-to", "pdf", checked.name],
            ["pdftoppm", "-png", "-r", "200", "-singlefile", "isi-diperiksa.pdf", "isi"],
        ):
            subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=120)
        return _trimmed((Path(folder) / "isi.png").read_bytes())


def _fill(sheet: Worksheet, number: int, row: dict[str, str]) -> None:
    columns = {cell.value: cell.column for cell in sheet[3]}
    for key, text in row.items():
        sheet.cell(number, columns[key]).value = text


def _lay_out(path: Path) -> None:
    """Leave one sheet to print, and on it the columns of ``SHOWN``, on one page."""
    book = load_workbook(path)
    sheet = book["Inovasi"]
    for cell in sheet[3]:
        sheet.column_dimensions[cell.column_letter].hidden = cell.value not in SHOWN
        sheet.column_dimensions[cell.column_letter].width = SHOWN.get(cell.value, 8)
    sheet.row_dimensions[3].hidden = True  # for machines
    sheet.print_area = f"A1:{sheet.cell(1, sheet.max_column).column_letter}{4 + len(ROWS)}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 1
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.active = book.sheetnames.index("Inovasi")
    for other in book.sheetnames:
        if other != "Inovasi":
            book[other].sheet_state = "hidden"
    book.save(path)


def _trimmed(png: bytes) -> bytes:
    """The picture without its white border, as wide as the others."""
    image = Image.open(BytesIO(png)).convert("RGB")
    ground = Image.new("RGB", image.size, "white")
    image = image.crop(ImageChops.difference(image, ground).getbbox())
    width = round(WIDTH * SCALE)
    image = image.resize((width, round(image.height * width / image.width)), Image.Resampling.LANCZOS)
    data = BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


if __name__ == "__main__":
    assert shutil.which("soffice"), "LibreOffice tidak ditemukan"
    main()
