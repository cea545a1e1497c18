"""Every rule by example: ``records/validation/KODE[.lain].md`` (or ``KODE@berkas.yml``) and beside it its messages.

Each fixture is put into a small valid tree (``records/dasar``); its ``.txt`` holds everything the check then says
about it. REGENERATE_GOLDEN=1 writes the messages anew; a person reads the diff.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.problems import format_text
from catalog.wordings import VALIDATION

RECORDS = Path(__file__).parent / "records"
FIXTURES = sorted(path for path in (RECORDS / "validation").iterdir() if path.suffix in (".md", ".yml"))
ELSEWHERE = {"wilayah-tanpa-profil", "folder-wilayah-tidak-dikenal", "bagian-berputar", "replikasi-berputar"}
"""Codes that need more than one file; shown by the tests below."""

PHOTOS = {"foto-tidak-terbaca", "foto-terlalu-besar", "foto-menyimpan-lokasi"}
"""Codes of photos; shown in test_photos.py."""

VOCABULARIES = {"pintu-entri-tidak-ada"}
"""Codes of the lists beside the entries; shown in test_masalah.py."""


def _check(root: Path, tree: Path) -> list[str]:
    loaded = load_catalog(Inputs(root, tree / "innovations"))
    return [format_text(p) for p in loaded.problems]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A copy of the small valid tree."""
    shutil.copytree(RECORDS / "dasar" / "innovations", tmp_path / "innovations")
    return tmp_path


def _place(fixture: Path, tree: Path) -> None:
    register = fixture.name.partition("@")[2]
    name = register or f"{fixture.name.split('.')[0]}.md"
    shutil.copy(fixture, tree / "innovations" / "kab-blora" / name)


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda path: path.name)
def test_a_broken_record_gets_exactly_these_messages(fixture: Path, tree: Path, root: Path) -> None:
    _place(fixture, tree)
    said = "\n".join(_check(root, tree)) + "\n"
    expected = fixture.with_name(f"{fixture.name}.txt")
    if os.environ.get("REGENERATE_GOLDEN"):
        expected.write_text(said, encoding="utf-8")
    assert said == expected.read_text(encoding="utf-8")
    assert f"[{fixture.name.split('@')[0].split('.')[0]}]" in said


def test_every_expectation_has_its_fixture() -> None:
    names = {f"{path.name}.txt" for path in FIXTURES}
    assert {path.name for path in (RECORDS / "validation").glob("*.txt")} == names


def test_every_code_of_validation_has_a_fixture() -> None:
    shown = {path.name.split("@")[0].split(".")[0] for path in FIXTURES}
    assert set(VALIDATION) == shown | ELSEWHERE | PHOTOS | VOCABULARIES


def test_the_small_tree_is_valid(tree: Path, root: Path) -> None:
    assert _check(root, tree) == []


def test_a_region_without_profile_is_named_once(tree: Path, root: Path) -> None:
    (tree / "innovations" / "kab-blora" / "wilayah.yml").unlink()
    assert _check(root, tree) == [
        "innovations/kab-blora/ambulans-desa-siaga.md:1:1: kesalahan [wilayah-tanpa-profil] "
        "Folder wilayah ini belum punya wilayah.yml.\n"
        "  ditemukan : kab-blora\n"
        "  seharusnya: innovations/kab-blora/wilayah.yml\n"
        "  perbaiki  : buat wilayah.yml berisi kode, nama, jenis, provinsi, dan sumber"
    ]


def test_a_folder_that_is_no_region_is_named(tree: Path, root: Path) -> None:
    (tree / "innovations" / "kab-blora").rename(tree / "innovations" / "kab-blorra")
    assert "[folder-wilayah-tidak-dikenal] Nama folder ini bukan id wilayah." in _check(root, tree)[0]


def test_two_entries_that_are_part_of_each_other_are_both_named(tree: Path, root: Path) -> None:
    for name, parent in (("samin-119", "ambulans-desa-siaga"), ("ambulans-desa-siaga", "samin-119")):
        path = tree / "innovations" / "kab-blora" / f"{name}.md"
        path.write_text(path.read_text().replace("urusan:", f"bagian_dari: kab-blora/{parent}\nurusan:", 1))
    assert [line.split(": kesalahan ")[1].split("\n")[0] for line in _check(root, tree)] == [
        "[bagian-berputar] `bagian_dari` berputar: induknya juga bagian dari entri ini."
    ] * 2


def test_origins_that_lead_in_a_circle_are_named_where_they_stand(tree: Path, root: Path) -> None:
    def copies(name: str, *origins: str) -> None:
        path = tree / "innovations" / "kab-blora" / f"{name}.md"
        rows = "".join(f"    - asal: kab-blora/{origin}\n" for origin in origins)
        path.write_text(path.read_text().replace("sumber:", f"replikasi:\n  dari:\n{rows}sumber:", 1))

    for name in ("b", "c", "d"):
        shutil.copy(tree / "innovations/kab-blora/samin-119.md", tree / f"innovations/kab-blora/{name}.md")
        text = (tree / f"innovations/kab-blora/{name}.md").read_text().replace("Samin 119", f"Inovasi {name * 5}")
        (tree / f"innovations/kab-blora/{name}.md").write_text(text)
    copies("samin-119", "b")
    copies("b", "c")
    copies("c", "samin-119", "ambulans-desa-siaga")
    copies("d", "c")
    assert _check(root, tree) == [
        f"innovations/kab-blora/{name}.md:7:13: peringatan [replikasi-berputar] `replikasi.dari.1.asal` berputar: "
        "asal itu sendiri tercatat berasal dari entri ini.\n"
        f"  ditemukan : kab-blora/{origin}\n"
        "  seharusnya: entri asal yang lebih dahulu ada\n"
        "  perbaiki  : hapus `dari` pada entri yang lebih dahulu ada"
        for name, origin in (("b", "c"), ("c", "samin-119"), ("samin-119", "b"))
    ]


def test_a_link_to_a_faulty_record_is_not_also_a_broken_link(tree: Path, root: Path) -> None:
    folder = tree / "innovations" / "kab-blora"
    (folder / "samin-119.md").write_text("---\nnama: Samin 119\n---\n")
    path = folder / "ambulans-desa-siaga.md"
    path.write_text(path.read_text().replace("urusan:", "bagian_dari: kab-blora/samin-119\nurusan:", 1))
    assert {line.split(":")[0] for line in _check(root, tree)} == {"innovations/kab-blora/samin-119.md"}


def test_a_faulty_record_is_left_out_of_the_catalogue(tree: Path, root: Path) -> None:
    (tree / "innovations" / "kab-blora" / "samin-119.md").write_text("---\nnama: Samin 119\n---\n")
    loaded = load_catalog(Inputs(root, tree / "innovations"))
    assert [e.id for e in loaded.catalog.entri] == ["kab-blora/ambulans-desa-siaga"]


def test_personal_numbers_are_never_repeated(tree: Path, root: Path) -> None:
    for fixture in FIXTURES:
        _place(fixture, tree)
    said = "\n".join(_check(root, tree))
    assert "3316014107900001" not in said
    assert "3456-7890" not in said
