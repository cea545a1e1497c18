"""What the tests of the planner share: opening it, filling it, and reading back what it gives."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
from playwright.sync_api import Page, Route

from .chromium import Visitor

PATH = "kunjungan/rencana/"
KUDUS = ("kab-blora/silat", "kab-grobogan/rumah-kedelai", "kab-blora/samin-119")
"""What Kabupaten Kudus wants to learn: two offices in Blora, one in Grobogan."""
ASKED = "?" + "&".join(f"entri={id}" for id in KUDUS)
"""The same as the address asks for it."""


def open_planner(visitor: Visitor, rest: str = "") -> Page:
    """Open the planner on the 22nd of November 2026 and wait until everything is drawn."""
    visitor.page.clock.set_fixed_time("2026-11-22T03:00:00Z")
    visitor.page.goto(visitor.address + PATH + rest)
    wait(visitor.page)
    return visitor.page


def wait(page: Page) -> None:
    """Wait until the form is there."""
    page.wait_for_selector("#rencana[data-siap]")


def plan_for_kudus(page: Page, *, cara: str = "luring") -> None:
    """Type what an official of Kudus would: twelve people, two days in December."""
    page.fill("#daerah", "Kabupaten Kudus")
    page.fill("#peserta", "12")
    page.fill("#asal_peserta", "Bapperida dan Dinas Pendidikan")
    page.check("#tujuan [value=modal]")
    page.fill("#tujuan_lain", "Menyusun rencana aksi anak tidak sekolah")
    page.check(f"[name=cara][value={cara}]")
    page.fill("#mulai", "14 Desember 2026")
    page.fill("#selesai", "15-12-2026")
    page.fill("#dikirim", "2026-11-23")


def kudus_plan(visitor: Visitor) -> Page:
    """Return the planner with the plan of Kudus, filled."""
    page = open_planner(visitor, ASKED)
    plan_for_kudus(page)
    return page


def fill_letter(page: Page) -> None:
    """Type what only the letters need."""
    page.locator("#isian-surat > summary").click()
    page.fill("#kantor", "Bapperida")
    page.fill("#alamat_kantor", "Jalan Simpang Tujuh 1, Kudus")
    page.fill("#tempat_surat", "Kudus")
    page.fill("#jabatan_penanda", "Sekretaris Daerah")
    page.fill("#alasan", "Anak tidak sekolah masih banyak")


def give(page: Page, address: str, more: dict[str, object]) -> None:
    """Let a JSON file of the site hold more than it does."""

    def answer(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, json=response.json() | more)

    page.route(address, answer)


def download(page: Page, press: str) -> bytes:
    """Press a button and return the file that the browser saves."""
    with page.expect_download() as waiting:
        page.click(press)
    return Path(waiting.value.path()).read_bytes()


def read_docx(data: bytes) -> Any:
    """Return the document as python-docx reads it."""
    return docx.Document(io.BytesIO(data))


def texts_of(document: Any) -> list[str]:
    """Return paragraphs and cells in the order of their kinds."""
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def to_pdf(files: dict[str, bytes], folder: Path) -> list[Path]:
    """Convert documents by LibreOffice; the PDF files by name. The caller skips where soffice is missing."""
    for name, data in files.items():
        (folder / name).write_bytes(data)
    place = shutil.which("soffice")
    assert place
    command = [place, f"-env:UserInstallation=file://{folder}/profil", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, *files], cwd=folder, check=True, timeout=240, capture_output=True)
    return sorted(folder.glob("*.pdf"))
