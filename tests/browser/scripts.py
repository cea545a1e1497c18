"""The functions that run inside a page: one a file in ``scripts/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_FOLDER = Path(__file__).with_name("scripts")


def run_script(page: Page, name: str, argument: object = None) -> Any:
    """Return what the function in ``scripts/<name>.js`` gives on the open page."""
    return page.evaluate(_read(name), argument)


@cache
def _read(name: str) -> str:
    return (_FOLDER / f"{name}.js").read_text(encoding="utf-8")
