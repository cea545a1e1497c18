"""A catalogue whose every text is an attack, built by the real build, read in Chromium with the policy switched off."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from catalog.vocabularies import load_vocabularies

from .building import ROOT, Site, build
from .chromium import Visitor
from .findings import assert_none
from .hostile_entries import ATTACKS, RAW, SLUG, WILAYAH, Filler, write_hostile_catalogue
from .liveness import live_nodes
from .serving import serve


@dataclass(frozen=True, slots=True)
class Hostile:
    """The built hostile catalogue, what filled it, and a visitor whose browser ignores the pages' policy."""

    site: Site
    filler: Filler
    visitor: Visitor


@pytest.fixture(scope="module")
def hostile(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    scratch = tmp_path_factory.mktemp("serangan")
    filler = write_hostile_catalogue(scratch / "innovations", load_vocabularies(ROOT / "vocabularies"))
    site = build(scratch / "innovations", scratch)
    with serve(site.folder) as server:
        visitor = Visitor(browser, server.address, bypass_csp=True)
        yield Hostile(site, filler, visitor)
        visitor.close()


@dataclass(frozen=True, slots=True)
class Seen:
    """What one visit of a page saw."""

    live: list[str]
    heading: str
    title: str


@pytest.fixture(scope="module")
def seen(hostile: Hostile) -> dict[str, Seen]:
    """Every page of the hostile site, visited once: address → what was seen."""
    return {where: look_at(hostile.visitor, where) for where in hostile.site.addresses()}


def look_at(visitor: Visitor, where: str) -> Seen:
    page = visitor.go(where)
    heading = page.locator("h1").evaluate("h1 => h1.firstChild.textContent")
    return Seen(live_nodes(page), one_line(heading), one_line(page.title()))


def one_line(text: str) -> str:
    """Return the text with every run of white space as one space."""
    return " ".join(text.split())


def test_every_attack_stands_in_an_isian(hostile: Hostile) -> None:
    assert len(set(ATTACKS)) == len(ATTACKS) >= 80
    assert hostile.filler.used == set(ATTACKS)
    assert hostile.filler.text_count > 300
    assert len(hostile.site.catalog.entri) == len(ATTACKS) + 1


def test_no_page_holds_a_live_node_or_runs_anything(hostile: Hostile, seen: dict[str, Seen]) -> None:
    assert len(seen) > len(ATTACKS)
    assert_none({where: page.live for where, page in seen.items()})
    hostile.visitor.assert_quiet()


def test_each_attack_is_shown_as_it_was_written(hostile: Hostile, seen: dict[str, Seen]) -> None:
    """As heading and in the title of the window: the same letters, nothing computed."""
    entries = hostile.site.catalog.entri
    assert {e.id: seen[e.tautan].heading for e in entries} == {e.id: one_line(e.nama) for e in entries}
    assert [e.id for e in entries if not seen[e.tautan].title.startswith(one_line(e.nama))] == []


def test_template_signs_stay_as_they_are_in_every_isian(hostile: Hostile) -> None:
    page = hostile.visitor.go(f"inovasi/{WILAYAH}/{SLUG}/")
    text = page.inner_text("main")
    assert "{{7*7}}" in text and "${7*7} #{7*7}" in text and "[[[isi]]]" in text
    assert "49" not in text


def test_search_results_show_every_attack_as_text(hostile: Hostile) -> None:
    visitor = hostile.visitor
    names: list[str] = []
    for number in range(1, len(ATTACKS) // 20 + 2):
        page = visitor.go(f"jelajah/?urut=nama&hal={number}")
        assert live_nodes(page) == []
        names += page.locator(".kartu__nama a").all_text_contents()
    assert sorted(map(one_line, names)) == sorted(one_line(entri.nama) for entri in hostile.site.catalog.entri)
    page = visitor.go("jelajah/?q=serangan+alert")
    page.wait_for_selector("mark")
    assert page.locator(".kartu").count() == 20 and page.locator("mark").count() > 0
    assert live_nodes(page) == []
    visitor.assert_quiet()


def test_the_open_data_holds_the_same_letters(hostile: Hostile) -> None:
    data = json.loads((hostile.site.folder / "data/v1/inovasi.json").read_text(encoding="utf-8"))
    records = data if isinstance(data, list) else next(value for value in data.values() if isinstance(value, list))
    assert {record["nama"] for record in records} == {entri.nama for entri in hostile.site.catalog.entri}


@pytest.mark.parametrize("kind", list(RAW))
def test_an_unescaped_attack_is_noticed(hostile: Hostile, kind: str) -> None:
    """The gate is alive: the same attacks, in a page that prints them as they are, are found."""
    page = hostile.visitor.go("tentang/")
    pages = {attack: f'<!doctype html><title>{attack}</title><p title="{attack}">{attack}</p>' for attack in RAW[kind]}
    assert {attack: live_nodes(page, html) for attack, html in pages.items() if not live_nodes(page, html)} == {}


def test_a_dialog_is_noticed(browser: Browser, hostile: Hostile) -> None:
    """The gate is alive: what runs in a page whose policy is off opens a dialog, and the visitor knows."""
    visitor = Visitor(browser, hostile.visitor.address, bypass_csp=True)
    page = visitor.go("tentang/")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=x: onerror=alert(1)>')")
    page.wait_for_timeout(200)
    visitor.close()
    assert visitor.dialogs == ["1"]
