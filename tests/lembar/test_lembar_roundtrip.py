"""Nothing is lost on the way model → workbook → model and model → file → model, for random and for real entries.

``LEMBAR_ACAK=10000`` runs as many random entries as the name says; the usual run takes 300.
"""

from __future__ import annotations

import os
import shutil
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from catalog.inputs import Inputs
from catalog.lembar import Pilihan, export_regions, import_workbook
from catalog.lembar.filling import Rows, add_rows
from catalog.lembar.headings import match_tables
from catalog.lembar.layout import ENTRI, make_layout, root_of
from catalog.lembar.meanings import Meanings
from catalog.lembar.rows import read_rows
from catalog.lembar.tables import read_tables
from catalog.lembar.template import make_workbook, save_workbook
from catalog.model import REGISTER, Inovasi
from catalog.reading import parse_record
from catalog.record_text import body_parts, normal, revise_entry, revise_register, write_entry, write_register
from catalog.vocabularies import Vocabularies
from lembar.conftest import ROOT
from lembar.random_entries import random_entry

COUNT = int(os.environ.get("LEMBAR_ACAK", "300"))
_BATCH = 100


def test_random_entries_survive_the_workbook(vocabularies: Vocabularies, tmp_path: Path) -> None:
    random = Random(20261122)
    lembar = root_of(ENTRI)
    for start in range(0, COUNT, _BATCH):
        wanted = []
        rows: Rows = {sheet.nama: [] for sheet in make_layout()}
        for number in range(start, min(start + _BATCH, COUNT)):
            data, body = random_entry(random, vocabularies)
            data = normal(data, Inovasi)
            slug = f"entri-{number}"
            add_rows(rows, lembar, data, wilayah="kab-blora", owner=slug, slug=slug, badan=body)
            wanted.append((slug, data, {key: text.strip() for key, text in body.items()}))
        path = tmp_path / "acak.xlsx"
        save_workbook(make_workbook(vocabularies, rows), path)
        sheets, problems = match_tables(read_tables(path).tabel)
        read = read_rows(sheets, Meanings(vocabularies, {}), {})
        assert not problems and not read.temuan
        got = [(draf.slug, normal(draf.data, Inovasi), draf.badan) for draf in read.draf]
        for one, two in zip(got, wanted, strict=True):
            assert one == two


def test_random_entries_survive_the_file(vocabularies: Vocabularies) -> None:
    random = Random(7)
    for _ in range(COUNT):
        data, body = random_entry(random, vocabularies)
        written = write_entry(data, body)
        record, problems = parse_record(written.text, "innovations/kab-blora/acak.md")
        assert record is not None, problems
        assert problems == ()
        assert normal(record.data, Inovasi) == normal(data, Inovasi)
        assert len(written.jalur) == written.text.count("\n")
        for path, (line, _) in record.nilai.items():
            assert written.path_at(line)[: len(path)] == path


def test_a_changed_random_entry_says_what_was_wanted(vocabularies: Vocabularies) -> None:
    random = Random(11)
    for _ in range(COUNT):
        one, body = random_entry(random, vocabularies)
        two, _ = random_entry(random, vocabularies)
        mixed = {key: (two if random.random() < 0.3 else one).get(key) for key in {**one, **two}}
        parts = body_parts(parse_record(write_entry(one, body).text, "innovations/a/b.md")[0].badan)  # type: ignore[union-attr]
        wanted_parts = parts if random.random() < 0.5 else {"masalah": "Satu kalimat."}
        text = revise_entry(write_entry(one, body).text, "innovations/a/b.md", mixed, wanted_parts)
        record, _ = parse_record(text, "innovations/a/b.md")
        assert record is not None
        assert normal(record.data, Inovasi) == normal(mixed, Inovasi)
        assert body_parts(record.badan) == wanted_parts


@pytest.mark.parametrize("pattern", ["*/*.md", "*/*.yml"])
def test_every_real_file_survives_the_canonical_writer_and_is_left_alone_when_nothing_changed(pattern: str) -> None:
    for path in sorted((ROOT / "innovations").glob(pattern)):
        name = f"innovations/{path.parent.name}/{path.name}"
        text = path.read_text(encoding="utf-8")
        record, _ = parse_record(text, name)
        assert record is not None
        if pattern.endswith("md"):
            parts = body_parts(record.badan)
            again, problems = parse_record(write_entry(record.data, parts).text, name)
            assert again is not None and body_parts(again.badan) == parts
            assert revise_entry(text, name, record.data, parts) == text
            kind = Inovasi
        else:
            kind = REGISTER[path.name]  # type: ignore[assignment]
            again, problems = parse_record(write_register(record.data, kind).text, name)
            assert revise_register(text, name, record.data, kind) == text
        assert problems == () and again is not None
        assert normal(again.data, kind) == normal(record.data, kind)


def test_the_whole_catalogue_goes_out_and_comes_back(tmp_path: Path) -> None:
    source = ROOT / "innovations"
    regions = sorted(path.name for path in source.iterdir() if path.is_dir())
    book = tmp_path / "semua.xlsx"
    exported = export_regions(Inputs.of(ROOT), regions, book)
    before = {path.relative_to(source): path.read_text(encoding="utf-8") for path in sorted(source.glob("*/*.md"))}
    assert exported.entri == len(before) and exported.dilewati == []

    kept = Path(shutil.copytree(source, tmp_path / "sama" / "innovations"))
    unchanged = import_workbook(Inputs.of(ROOT, kept), book, Pilihan())
    assert Counter(one.keadaan for one in unchanged.nasib) == {"sama": exported.entri + exported.baris}
    assert unchanged.ditulis == [] and not any(one.is_error for one in unchanged.temuan)

    empty = Path(shutil.copytree(source, tmp_path / "baru" / "innovations"))
    for path in before:
        (empty / path).unlink()
    written = import_workbook(Inputs.of(ROOT, empty), book, Pilihan())
    assert written.count("baru") == len(before)
    for path, text in before.items():
        old, _ = parse_record(text, "innovations/a/b.md")
        new, _ = parse_record((empty / path).read_text(encoding="utf-8"), "innovations/a/b.md")
        assert old is not None and new is not None
        assert normal(new.data, Inovasi) == normal(old.data, Inovasi)
        assert body_parts(new.badan) == body_parts(old.badan)
