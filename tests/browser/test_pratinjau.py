"""The live preview in a browser, as a contributor has it beside the editor: ``build_catalog.py serve``."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from .accessibility import judge
from .building import ROOT
from .chromium import Visitor

_TREE = ROOT / "tests" / "records" / "dasar" / "innovations"


@dataclass(frozen=True)
class _Served:
    address: str
    entry: Path

    def save(self, old: str, new: str) -> None:
        self.entry.write_text(self.entry.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def served(tmp_path: Path) -> Iterator[_Served]:
    """A preview of the small tree, by the real command on a port of its own."""
    innovations = tmp_path / "innovations"
    shutil.copytree(_TREE, innovations)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    own = [str(ROOT / "build_catalog.py"), "serve", "--innovations", str(innovations), "--port", str(port)]
    with subprocess.Popen([sys.executable, *own], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            match = re.search(r"http://[0-9.:]+/", process.stdout.readline())
            assert match
            yield _Served(match[0], innovations / "kab-blora" / "samin-119.md")
        finally:
            process.terminate()


def test_a_saved_entry_is_seen_a_mistake_told_and_the_page_kept(served: _Served, visit: Callable[..., Visitor]) -> None:
    page = visit(served.address).go("inovasi/kab-blora/samin-119/")
    heading, banner = page.locator("h1"), page.locator("#pesan-pratinjau pre")
    expect(heading).to_contain_text("Samin 119")
    served.save("nama: Samin 119", "nama: Samin Siaga 119")
    expect(heading).to_contain_text("Samin Siaga 119")
    served.save("urusan:", "tahapan: ujicoba\nurusan:")
    expect(banner).to_contain_text("samin-119.md:3:10: kesalahan [nilai-di-luar-daftar]")
    expect(heading).to_contain_text("Samin Siaga 119")
    served.save("tahapan: ujicoba", "tahapan: uji-coba")
    expect(banner).to_have_count(0)
    expect(page.get_by_text("Uji coba").first).to_be_visible()


def test_a_page_that_stays_the_same_is_not_loaded_anew(served: _Served, visit: Callable[..., Visitor]) -> None:
    page = visit(served.address).go("tentang/privasi/")
    page.evaluate("() => { window.tetap = true; }")
    served.save("urusan:", "tahapan: ujicoba\nurusan:")
    expect(page.locator("#pesan-pratinjau pre")).to_be_visible()
    assert page.evaluate("() => window.tetap")


def test_a_message_fits_a_phone_and_every_line_of_it_can_be_reached(
    served: _Served, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(served.address, viewport={"width": 360, "height": 700})
    page = visitor.go("inovasi/kab-blora/samin-119/")
    served.save("urusan:", f"tahapan: {'ujicoba' * 40}\nasing: x\nurusan:")
    message = page.locator("#pesan-pratinjau pre")
    expect(message).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert judge(page) == []
    page.mouse.wheel(0, 3000)
    expect(message).to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(message).to_be_focused()
