"""What the tests of the planner share: opening it, filling it, and reading back what it gives."""

from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import docx
from playwright.sync_api import Page

from .chromium import Visitor

PATH = "kunjungan/rencana/"
KUDUS = ("kab-blora/silat", "kab-grobogan/rumah-kedelai", "kab-blora/samin-119")
"""What Kabupaten Kudus wants to learn: two offices in Blora, one in Grobogan."""


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
