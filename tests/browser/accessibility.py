"""axe-core on the page that is open, under the page's own policy."""

from __future__ import annotations

from collections.abc import Sequence

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from .scripts import run_script

_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]

SEEN_BY_A_PERSON = {
    "color-contrast": [
        *(".keranjang p", ".bagan__gambar", ".peta__gambar", ".silsilah", ".sebelum-sesudah__panah"),
        *(".tabel-geser .kanan", ".angka-tabel"),
    ],
    "link-in-text-block": [".kartu__nama"],
    "th-has-data-cells": [".banding"],
}
"""Where axe cannot judge a rule and a person has looked.

Of text over two lines in the bar of picked entries axe compares what lies below the bar, which has a ground of its own.
Text in a chart and in a lineage stands on grounds of the page in the colours of the page, on a map it has a rim of
that ground, and ``test_peta.py`` measures the numbers in its circles; the arrow between two numbers is also written
out for screen readers; a single figure in a table that can be scrolled is too short for axe to tell it from a drawing,
and has the colours of the page; the name on a card differs from the expansion behind it by weight and size; in a
comparison the heads of groups of rows have their cells in the rows below.
"""


COLOURS = ("color-contrast", "link-in-text-block")
"""The rules that depend on the scheme."""


def judge(page: Page, rules: Sequence[str] = ()) -> list[str]:
    """Return a line for every element that breaks a rule of WCAG 2.0 to 2.2 A and AA or of axe's best practice, or one
    of the ``rules`` where some are named.

    What axe could not judge counts too, unless a person has looked at it.
    """
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE_SCRIPT)
    found = run_script(
        page, "axe", {"asked": {"type": "rule", "values": rules} if rules else _TAGS, "known": SEEN_BY_A_PERSON}
    )
    return [_line("", node) for node in found["violations"]] + [_line("undecided: ", n) for n in found["undecided"]]


def _line(prefix: str, node: dict[str, str]) -> str:
    return f"{prefix}{node['rule']}: {node['target']} {node['html']} ({node['why'].strip()})"
