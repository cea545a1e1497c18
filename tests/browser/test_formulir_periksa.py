"""One validator, one voice: the form in Chromium says of every case what the check says, and writes what it writes.

``FORMULIR_ACAK`` sets how many random entries go form → file → model (200 in CI).
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from catalog.catalog import Badan
from catalog.exports import export_entri
from catalog.model import Inovasi
from catalog.model.wilayah import REGISTER
from catalog.reading import parse_record
from catalog.record_text import body_parts, canonical_text, revise_entry, write_entry
from catalog.record_text.normal import normal
from tests import test_privacy as privacy
from tests.conftest import make_entri
from tests.hostile_strings import BLNS, STRINGS
from tests.random_records import random_record
from tests.validator_cases import KNOWN, Case, judge, load_cases, make_case, sentences, text_of

from .building import ROOT, Site
from .chromium import Visitor
from .formulir_modul import call

RANDOM_ENTRIES = int(os.environ.get("FORMULIR_ACAK", "200"))

CHECK = """(rows, { periksa, model }, { known }) => {
  const sets = Object.fromEntries(Object.entries(known).map(([name, ids]) => [name, new Set(ids)]));
  return rows.map((record) => periksa(record, model, sets));
}"""
WRITE = """(rows, { entryLines, registerLines, textOf, model }) => rows.map(({ kelas, data, badan }) =>
  textOf(kelas === 'Inovasi' ? entryLines(data, badan, model) : registerLines(data, kelas, model)))"""


@pytest.fixture(scope="module")
def page(browser: Browser, address: str) -> Iterator[Page]:
    """An empty page of the site: modules are imported into it."""
    visitor = Visitor(browser, address)
    visitor.page.goto(address + "404.html")
    yield visitor.page
    visitor.close()


def _differences(page: Page, site: Site, cases: list[Case]) -> list[Any]:
    """Every case of which the form says something else than the check."""
    said = call(page, site, CHECK, [case.for_browser() for case in cases], known=KNOWN)
    found = []
    for case, faults in zip(cases, said, strict=True):
        ours = {sentences(problem) for problem in judge(case, site.catalog.vocabularies)}
        theirs = {sentences(fault) for fault in faults}
        if ours != theirs:
            found.append((case.nama, sorted(ours - theirs), sorted(theirs - ours)))
    return found


def test_every_shared_case_has_the_same_verdict_code_and_sentence(page: Page, site: Site) -> None:
    cases = list(load_cases())
    assert len(cases) >= 300
    assert _differences(page, site, cases) == []


def test_every_shared_case_is_written_alike(page: Page, site: Site) -> None:
    cases = list(load_cases())
    texts = call(page, site, WRITE, [case.for_browser() for case in cases])
    assert [(case.nama, text) for case, text in zip(cases, texts, strict=True) if text != text_of(case)] == []


FIELDS = (
    "nama",
    "ringkasan",
    "layanan.jam",
    "tanggal.penerapan",
    "alat.0",
    "sumber.0.tautan",
    "lapor.tujuan",
    "badan.masalah",
)


@pytest.mark.parametrize("path", FIELDS)
def test_hostile_strings_get_the_same_verdict(page: Page, site: Site, path: str) -> None:
    cases = [
        make_case(f"{path} {number}", "", {}, path, text.strip(), "")
        for number, text in enumerate((*BLNS, *STRINGS))
        if text.strip() and not any("\ud800" <= sign <= "\udfff" for sign in text)
    ]
    assert _differences(page, site, cases) == []


def test_numbers_of_persons_are_found_in_the_same_places(page: Page, site: Site) -> None:
    """Every spelling of the shared vectors, and every clean text."""
    wanted: list[tuple[str, list[list[Any]]]] = []
    for group in privacy.VECTORS["berkali"]:
        wanted += [(text, [[one.mulai, one.akhir, one.jenis, one.pasti]]) for _, text, one in privacy.spellings(group)]
    wanted += [(case["teks"], case["temuan"]) for case in privacy.VECTORS["penuh"]]
    wanted += [(text, []) for text in privacy.clean_texts()]
    script = """(rows, { findPersonalNumbers, nikCodes }, { codes }) => rows.map((text) => {
      const place = (n) => [...text.slice(0, n)].length;
      const found = findPersonalNumbers(text, nikCodes(codes));
      return found.map((one) => [place(one.mulai), place(one.akhir), one.jenis, one.pasti]);
    })"""
    found = call(page, site, script, [text for text, _ in wanted], codes=privacy.VECTORS["kode_kabupaten"])
    wrong = [number for number, (_, expected) in enumerate(wanted) if found[number] != expected]
    assert wrong == []


def test_the_preview_shows_every_string_as_text(page: Page, site: Site) -> None:
    """Nothing of a hostile string becomes an element that could run, load or lead elsewhere than a web address."""
    texts = [text for text in (*BLNS, *STRINGS) if text.strip() and "\ud800" not in text]
    script = """(rows, { makePreview, Keadaan, model }) => rows.map((text) => {
      const data = { nama: text, ringkasan: text, sumber: [{ judul: text, penerbit: text, tautan: text }] };
      const extra = { pelajaran: [text], layanan: { jam: text, tautan: text }, biaya: [{ uraian: text }] };
      const meja = { model, kantor: null, foto: new Map() };
      const badan = { masalah: text, hasil: text };
      const box = makePreview({ data: { ...data, ...extra }, badan, wilayah: text }, meja);
      document.body.append(box);
      const bad = box.querySelectorAll('script, style, iframe, object, embed, img, svg, form, input, link');
      const links = [...box.querySelectorAll('a')].map((one) => one.protocol).filter((one) => !/^https?:$/.test(one));
      const names = [...box.querySelectorAll('*')].flatMap((one) => one.getAttributeNames());
      box.remove();
      return [bad.length, links.length, names.filter((name) => /^on|style/.test(name)).length];
    })"""
    found = call(page, site, script, texts)
    assert [text for text, one in zip(texts, found, strict=True) if one != [0, 0, 0]] == []


def test_github_takes_a_new_file_filled_in_and_everything_else_by_pasting(page: Page, site: Site) -> None:
    home = "https://github.com/blora/katalog"
    told = {
        "repositori": f"{home}/",
        "berkas": "innovations/kab-blora/x.md",
        "text": "---\n",
        "isNew": True,
        "photos": [],
    }
    rows = [
        told,
        {**told, "text": "panjang " * 2000},
        {**told, "isNew": False},
        {**told, "repositori": "https://git.contoh.go.id/katalog"},
    ]
    with_photo = [{**row, "photos": [["a.jpg", {}]]} for row in rows[:3]]
    script = """(rows, { githubWay }) => rows.map((told) => {
      const { address, isPaste } = githubWay(told);
      return [address, isPaste];
    })"""
    said = call(page, site, "(rows, { githubWay }) => rows.map((told) => githubWay(told).about)", with_photo)
    assert all("unggah ke folder innovations/kab-blora/x/" in words for words in said) and len(said) == 3
    assert call(page, site, script, rows) == [
        [f"{home}/new/HEAD/innovations/kab-blora?filename=x.md&value=---%0A", False],
        [f"{home}/new/HEAD/innovations/kab-blora?filename=x.md", True],
        [f"{home}/edit/HEAD/innovations/kab-blora/x.md", True],
        ["https://git.contoh.go.id/katalog", True],
    ]


def test_help_of_what_is_picked_by_name_speaks_of_no_id(page: Page, site: Site) -> None:
    script = """(rows, { model, spoken }) => [...model.kelas.values()].flatMap((fields) => [...fields.values()])
      .filter(({ m }) => m && m !== 'sumber' && m !== 'alamat-lama').map(spoken)"""
    told = call(page, site, script, [0])
    assert "Perangkat daerah pemilik." in told and "Wilayah atau nama." in told and "Wilayah peniru." in told
    assert [words for words in told if re.search(r"\bId\b|\.yml|kab-", words)] == []


def test_numbers_of_persons_are_masked_alike(page: Page, site: Site) -> None:
    texts = ["NIK 33.16.00.010190.0000 dan HP 0812-0000-0000.", "Rp 3.316.170.845.001.234", "KK 3316000101900000"]
    script = "(rows, { mask }) => rows.map((text) => mask(text))"
    assert call(page, site, script, texts) == [privacy.mask(text) for text in texts]


def test_random_entries_survive_form_file_and_model(page: Page, site: Site) -> None:
    """State of the form → its text → read by the catalogue → the same record; and the check finds no fault of shape."""
    random = Random(20261122)
    lists = site.catalog.vocabularies
    records = [random_record(Inovasi, random, lists) for _ in range(RANDOM_ENTRIES)]
    script = """(rows, { Keadaan, entryLines, textOf, model }) => rows.map((data) => {
      const state = new Keadaan(model.borang[0], { data, badan: { masalah: 'Masalah.' }, slug: 'acak' });
      const { record } = state.tidy();
      return textOf(entryLines(record.data, record.badan, model));
    })"""
    texts = call(page, site, script, records)
    for data, text in zip(records, texts, strict=True):
        assert text == write_entry(data, {"masalah": "Masalah."}).text
        record, problems = parse_record(text, "innovations/kab-blora/acak.md")
        assert record is not None and not problems
        assert normal(record.data, Inovasi) == normal(data, Inovasi)


def test_real_entries_are_edited_as_the_catalogue_edits_them(page: Page, site: Site) -> None:
    """Every real file with a changed summary and one more word to search by: only those lines change."""
    rows = []
    for path in sorted((ROOT / "innovations").glob("*/*.md")):
        text = path.read_text(encoding="utf-8")
        berkas = f"innovations/{path.parent.name}/{path.name}"
        record, _ = parse_record(text, berkas)
        assert record is not None
        changed = {
            **record.data,
            "ringkasan": "Ringkasan yang baru: cukup panjang.",
            "kata_kunci": [*record.data.get("kata_kunci", []), "kata baru"],
        }
        badan = body_parts(record.badan)
        rows.append((text, normal(changed, Inovasi), badan, revise_entry(text, berkas, changed, badan)))
    script = """async (rows, { revise, yamlReader, model }) => {
      const read = await yamlReader();
      return rows.map(([text, data, badan]) => revise(text, { kelas: 'Inovasi', data, badan }, model, read));
    }"""
    found = call(page, site, script, [row[:3] for row in rows])
    assert [row[0][:60] for row, text in zip(rows, found, strict=True) if text != row[3]] == []


OPEN_ENTRIES = """async (rows, { openEntry, model }) => {
  const found = [];
  for (const id of rows) found.push((await openEntry(id, model)).asli);
  return found;
}"""
OPEN_REGISTERS = """async (rows, { openRegister, model }) => {
  const found = [];
  for (const [wilayah, rekaman] of rows) {
    const form = model.borang.find((one) => one.rekaman === rekaman);
    found.push((await openRegister(wilayah, form, model)).asli);
  }
  return found;
}"""


def _canonical(pattern: str) -> dict[str, str]:
    """Files of the repository that are in canonical form: path below innovations/ → text."""
    found = {}
    for path in sorted((ROOT / "innovations").glob(pattern)):
        text, name = path.read_text(encoding="utf-8"), f"{path.parent.name}/{path.name}"
        if canonical_text(text, f"innovations/{name}") == text:
            found[name] = text
    return found


def test_every_entry_opened_from_the_open_data_has_the_text_of_its_file(page: Page, site: Site) -> None:
    """So an edit changes only the edited lines; of files laid out otherwise, until ``scripts/rapikan.py``, more."""
    files = _canonical("*/*.md")
    assert len(files) > 0.9 * len(site.catalog.entri)
    opened = call(page, site, OPEN_ENTRIES, [name.removesuffix(".md") for name in files])
    assert [name for (name, text), asli in zip(files.items(), opened, strict=True) if asli != text] == []


def test_every_register_opened_from_the_open_data_has_the_text_of_its_file(page: Page, site: Site) -> None:
    files = _canonical("*/*.yml")
    rows = [(name.split("/")[0], REGISTER[name.split("/")[1]].__name__) for name in files]
    opened = call(page, site, OPEN_REGISTERS, rows)
    assert [name for (name, text), asli in zip(files.items(), opened, strict=True) if asli != text] == []


def test_a_section_of_lessons_opens_beside_the_isian_of_that_name(page: Page, site: Site) -> None:
    entri = make_entri(
        "kab-blora/contoh",
        pelajaran=["Sopir harus siap."],
        badan=Badan(hasil="Baik.", pelajaran="Mulai **dari yang ada**.\n\n- satu\n- dua"),
    )
    path, document = export_entri(entri)
    page.route(f"**/{path}", lambda route: route.fulfill(body=document, content_type="application/json"))
    script = "async (rows, { openEntry, model }) => [await openEntry(rows[0], model)]"
    (opened,) = call(page, site, script, [entri.id])
    assert opened["data"]["pelajaran"] == ["Sopir harus siap."]
    assert opened["badan"] == {"hasil": "Baik.", "pelajaran": "Mulai **dari yang ada**.\n\n- satu\n- dua"}


def test_the_form_knows_every_sentence_it_may_need(site: Site) -> None:
    """A code that the check can give for a single record is one the form can give: a shared case shows it."""
    from catalog.wordings import VALIDATION

    shown = {code for case in load_cases() for code in case.kode}
    assert set(VALIDATION) - shown - CHECKED_LATER - CANNOT_BE_TYPED == set()


CHECKED_LATER = {
    "bagian-berputar",
    "replikasi-berputar",
    "entri-ganda",
    "entri-mirip",
    "wilayah-tanpa-profil",
    "pintu-entri-tidak-ada",
    "foto-tidak-terbaca",
    "foto-terlalu-besar",
    "foto-menyimpan-lokasi",
}
"""What needs the other records, or the photo as it arrives: the form says that it is checked later."""

CANNOT_BE_TYPED = {
    "isian-wajib-kosong",
    "isian-kosong",
    "butir-kosong",
    "bukan-teks",
    "daftar-kurang",
    "badan-terlalu-panjang",
    "folder-wilayah-tidak-dikenal",
}
"""What no field of the form can hold: it writes nothing that is empty, and only known regions are picked."""


@pytest.mark.parametrize("size", [20_001, 40_000])
def test_texts_beyond_every_limit_are_named(page: Page, site: Site, size: int) -> None:
    cases = [make_case("panjang", "", {}, "lapor.rancang_bangun", "a " * (size // 2) + "b")]
    assert _differences(page, site, cases) == []


def test_a_broken_rule_would_be_seen(page: Page, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The comparison itself is sharp: a case judged as another differs."""
    case = make_case("beda", "", {}, "nama", "A")
    other = make_case("beda", "", {}, "nama", "Nama yang baik")
    said = call(page, site, CHECK, [case.for_browser()], known=KNOWN)[0]
    assert {sentences(fault) for fault in said} != {sentences(p) for p in judge(other, site.catalog.vocabularies)}
