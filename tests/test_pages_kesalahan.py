"""The page of all codes: every code once, and each says what mends it."""

from __future__ import annotations

import errno

from pages_samples import SETTINGS, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.commands.inputs import reason_of
from catalog.pages.context import make_context
from catalog.pages.kesalahan import codes_page
from catalog.wordings import WORDINGS


def test_every_code_stands_on_the_page_once_and_names_its_repair() -> None:
    page = LexborHTMLParser(codes_page(make_context(sample_catalog(), SETTINGS)).body)
    assert sorted(node.attributes["id"] or "" for node in page.css("h3")) == sorted(WORDINGS)
    assert [node.text() for node in page.css("dd") if node.text(strip=True) == "…"] == []


def test_what_the_system_refuses_is_said_in_indonesian() -> None:
    assert reason_of(OSError(errno.EACCES, "Permission denied")) == "tidak ada izin"
    assert reason_of(OSError(errno.ENOSPC, "No space left on device")) == "ruang simpan penuh"
    assert reason_of(OSError("something of our own")) == "something of our own"
