"""What the form is made of: model, sections, sentences; the shared cases as the check judges them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from catalog.formulir import BORANG, FOLDER, form_files, model_file_name
from catalog.formulir.dokumen import model_document
from catalog.formulir.jenis import describe_record
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.model import REGISTER, Inovasi
from catalog.model.inovasi import KELENGKAPAN
from catalog.vocabularies import Vocabularies, load_vocabularies
from catalog.wordings import VALIDATION
from tests.validator_cases import Case, judge, load_cases


@pytest.fixture(scope="module")
def lists(root: Path) -> Vocabularies:
    """The closed lists."""
    return load_vocabularies(root / "vocabularies")


def _fields(kind: type[Any]) -> dict[str, dict[str, Any]]:
    return {field["k"]: field for field in describe_record(kind)}


def test_every_isian_of_an_entry_stands_in_one_section() -> None:
    entri = next(form for form in BORANG if form.id == "entri")
    shown = [name for part in entri.bagian for name in part.isian]
    assert sorted(shown) == sorted(Inovasi.model_fields)


def test_every_register_has_a_form_with_all_its_isian() -> None:
    by_file = {form.berkas: form for form in BORANG if form.rekaman != "Inovasi"}
    assert set(by_file) == set(REGISTER)
    for file, kind in REGISTER.items():
        shown = sorted(name for part in by_file[file].bagian for name in part.isian)
        assert (by_file[file].rekaman, shown) == (kind.__name__, sorted(kind.model_fields))


def test_required_isian_come_first() -> None:
    entri = next(form for form in BORANG if form.id == "entri")
    required = {name for name, info in Inovasi.model_fields.items() if info.is_required()}
    assert required == set(entri.bagian[0].isian)


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        (Inovasi, "nama", {"w": 1, "min": 2, "max": 160}),
        (Inovasi, "urusan", {"w": 1, "d": "urusan", "l": 1, "lmin": 1, "lmax": 5}),
        (Inovasi, "sumber", {"w": 1, "r": "Sumber", "l": 1, "lmin": 1}),
        (Inovasi, "tahapan", {"d": "tahapan", "n": 1}),
        (Inovasi, "pertama_diberitakan", {"t": "tanggal"}),
        (REGISTER["wilayah.yml"], "kode", {"w": 1, "pola": r"^\d{2}(\.\d{2})?$"}),
        (REGISTER["wilayah.yml"], "penduduk", {"t": "bulat"}),
    ],
)
def test_an_isian_is_told_with_its_kind_and_limits(kind: type[Any], name: str, expected: dict[str, Any]) -> None:
    field = _fields(kind)[name]
    assert {key: value for key, value in field.items() if key not in ("k", "j", "b", "c")} == expected


def test_what_counts_is_marked(lists: Vocabularies) -> None:
    marked = {name for name, field in _fields(Inovasi).items() if field.get("n")}
    assert marked == {n for n, info in Inovasi.model_fields.items() if info.json_schema_extra == KELENGKAPAN}
    assert set(model_document(lists)["kelengkapan"]) == marked | {"masalah", "cara_kerja", "hasil"}


def test_the_fewest_words_are_those_of_the_current_edition(lists: Vocabularies) -> None:
    assert model_document(lists)["kata_minimal"] == {"lapor.rancang_bangun": 300}


def test_limits_of_numbers_inside_a_union_are_kept(lists: Vocabularies) -> None:
    rules = {field["k"]: field for field in model_document(lists)["rekaman"]["AturanKunjungan"]}
    limits = [rules[name].get(limit) for name, limit in (("tenggat_hari_kerja", "le"), ("rombongan_maksimal", "ge"))]
    assert limits == [90, 1]


def test_the_form_has_every_sentence_of_the_check_of_a_record(lists: Vocabularies) -> None:
    sentences = model_document(lists)["kalimat"]
    assert set(VALIDATION) - set(sentences) == {"pintu-entri-tidak-ada", "bukan-teks"} - set(sentences)
    assert sentences["peserta-nol"][:2] == ["kesalahan", "Kunjungan ini tidak punya peserta."]


def test_the_files_are_named_after_their_content(root: Path) -> None:
    catalog = load_catalog(Inputs(root, root / "tests" / "records" / "dasar" / "innovations")).catalog
    files = form_files(catalog)
    name = f"{FOLDER}{model_file_name(catalog.vocabularies)}"
    assert sorted(files) == sorted([name, *(f"{FOLDER}kantor/{id}.json" for id in ("kab-blora",))])
    assert json.loads(files[name]())["register"]["kunjungan.yml"] == "RegisterKunjungan"
    offices = json.loads(files[f"{FOLDER}kantor/kab-blora.json"]())
    assert offices == {id: row.nama for id, row in catalog.daerah["kab-blora"].perangkat_daerah.items()}


def test_there_are_enough_shared_cases() -> None:
    cases = load_cases()
    assert len(cases) >= 300
    assert len({case.nama for case in cases}) == len(cases)


@pytest.mark.parametrize("case", load_cases(), ids=lambda case: case.nama)
def test_a_shared_case_gives_its_codes(case: Case, lists: Vocabularies) -> None:
    assert tuple(sorted(problem.kode for problem in judge(case, lists))) == case.kode
