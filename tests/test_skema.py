"""Help for editors: the schema takes every real record and refuses slips; snippets give what the check accepts."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from catalog.commands import main
from catalog.model import REGISTER, Inovasi
from catalog.reading import parse_record
from catalog.skema import editor_files, make_snippets, record_schema
from catalog.validation import check_record
from catalog.vocabularies import Vocabularies, load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
_PLAIN = re.compile(r"-?(0|[1-9]\d*)(\.\d+)?")


@cache
def _vocabularies() -> Vocabularies:
    return load_vocabularies(ROOT / "vocabularies")


def _faults(value: Any, schema: dict[str, Any], whole: dict[str, Any], path: str = "") -> list[str]:
    """Return where ``value`` breaks ``schema``: the part of JSON Schema that ours uses, as an editor applies it."""
    if "$ref" in schema:
        schema = whole["definitions"][schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        tries = [_faults(value, {**one}, whole, path) for one in schema["anyOf"]]
        return [] if [] in tries else tries[0]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{path}: {value!r} tidak ada di daftar"]
    kinds = {"object": dict, "array": list, "string": str, "number": (int, float), "integer": int, "boolean": bool}
    told = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, kinds[kind]) for kind in told):
        return [f"{path}: bukan {told}"]
    if isinstance(value, dict):
        found = [f"{path}/{key}: tidak dikenal" for key in value if key not in schema["properties"]]
        found += [f"{path}/{key}: tidak ada" for key in schema["required"] if key not in value]
        for key, child in value.items():
            if key in schema["properties"]:
                found += _faults(child, schema["properties"][key], whole, f"{path}/{key}")
        return found
    if isinstance(value, list):
        count = [] if schema.get("minItems", 0) <= len(value) else [f"{path}: kurang"]
        return count + [
            fault for i, item in enumerate(value) for fault in _faults(item, schema["items"], whole, f"{path}/{i}")
        ]
    if isinstance(value, str):
        fits = re.search(schema.get("pattern", ""), value)
        size = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", 10**9)
        return [] if fits and size else [f"{path}: {value!r} salah bentuk"]
    return [] if schema.get("minimum", value) <= value <= schema.get("maximum", value) else [f"{path}: di luar batas"]


def _as_editor(node: yaml.Node) -> Any:
    """Values as YAML 1.2 gives them to an editor: plain numbers are numbers, all else is text."""
    if isinstance(node, yaml.MappingNode):
        return {key.value: _as_editor(value) for key, value in node.value}
    if isinstance(node, yaml.SequenceNode):
        return [_as_editor(item) for item in node.value]
    text = str(node.value)
    if node.style is None and _PLAIN.fullmatch(text):
        return float(text) if "." in text else int(text)
    return text


def _read(path: Path) -> Any:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        text = text.split("---\n", 2)[1]
    return _as_editor(yaml.compose(text, Loader=yaml.BaseLoader))


@pytest.mark.parametrize("name", ["*.md", *sorted(REGISTER)])
def test_the_schema_takes_every_real_record(name: str) -> None:
    schema = record_schema(REGISTER.get(name, Inovasi), _vocabularies(), name)
    paths = sorted((ROOT / "innovations").glob(f"*/{name}"))
    assert paths
    found = {str(path): _faults(_read(path), schema, schema) for path in paths}
    assert {path: faults for path, faults in found.items() if faults} == {}


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("urusan: kesehatann", "/urusan: bukan ['array']"),
        ("tahapn: penerapan", "/tahapn: tidak dikenal"),
        ("tahapan: ujicoba", "/tahapan: 'ujicoba' tidak ada di daftar"),
        ("tanggal: {penerapan: 17-08-2023}", "/tanggal/penerapan: '17-08-2023' salah bentuk"),
        ("biaya: [{uraian: x, rupiah: Rp 5.000}]", "/biaya/0/rupiah: 'Rp 5.000' salah bentuk"),
        ("ringkasan: pendek", "/ringkasan: 'pendek' salah bentuk"),
    ],
)
def test_the_schema_shows_a_slip(line: str, fault: str) -> None:
    schema = record_schema(Inovasi, _vocabularies(), "x")
    data = {
        "nama": "Samin",
        "urusan": ["kesehatan"],
        "ringkasan": "x" * 30,
        "sumber": [{"judul": "x", "penerbit": "y"}],
    }
    typed = _as_editor(yaml.compose(line, Loader=yaml.BaseLoader))
    assert fault in _faults(data | typed, schema, schema)


def test_every_isian_is_explained_in_the_schema() -> None:
    schema = record_schema(Inovasi, _vocabularies(), "x")
    objects = [schema, *schema["definitions"].values()]
    silent = [
        key
        for one in objects
        for key, told in one["properties"].items()
        if not told["title"] or not told["description"]
    ]
    assert silent == []
    assert schema["properties"]["ringkasan"] == {
        "title": "Ringkasan",
        "description": "Satu atau dua kalimat, 30 sampai 300 huruf. "
        "Contoh: Ambulans gratis yang dipanggil lewat satu nomor.",
        "type": ["string", "number", "boolean"],
        "minLength": 30,
        "maxLength": 300,
    }


def _fill(body: list[str]) -> str:
    """Take the first choice of each place, and for a free one an answer that fits its name."""
    answers = {"ringkasan": "Ringkasan yang cukup panjang untuk diterima.", "nama inovasi": "Inovasi Contoh"}
    text = "\n".join(body)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^}]*\}", r"\1", text)
    return re.sub(r"\$\{\d+:([^}]*)\}", lambda match: answers.get(match[1], match[1]), text).replace("$0", "Isi.")


def test_the_snippet_of_a_whole_entry_is_a_valid_one() -> None:
    text = _fill(make_snippets(_vocabularies())["Entri baru"]["body"])
    record, faults = parse_record(text, "innovations/kab-blora/contoh.md")
    assert record is not None and faults == ()
    assert [p for p in check_record(record, _vocabularies()).problems if p.is_error] == []


@pytest.mark.parametrize("name", sorted(make_snippets(_vocabularies())))
def test_every_snippet_reads_as_yaml(name: str) -> None:
    snippet = make_snippets(_vocabularies())[name]
    assert snippet["scope"] == "markdown,yaml" and snippet["description"]
    if not snippet["prefix"].startswith("##") and name != "Entri baru":
        record, faults = parse_record(f"---\n{_fill(snippet['body'])}\n---\n", "innovations/kab-blora/contoh.md")
        assert record is not None and faults == ()
        assert list(record.data) == [snippet["prefix"]]


def test_the_command_writes_what_the_settings_point_at(tmp_path: Path, capsys) -> None:
    assert main(["skema", "--out", str(tmp_path)], ROOT) == 0
    settings = re.sub(r"^\s*//.*$", "", (ROOT / ".vscode" / "settings.json").read_text(), flags=re.MULTILINE)
    schemas = json.loads(settings)["yaml.schemas"]
    assert {f"innovations/*/{name}" for name in ("*.md", *REGISTER)} == set(schemas.values())
    for path in [*schemas, ".vscode/katalog.code-snippets"]:
        assert json.loads((tmp_path / path).read_text(encoding="utf-8"))
    assert set(editor_files(_vocabularies())) == {*schemas, ".vscode/katalog.code-snippets"}


def test_generated_files_are_not_kept() -> None:
    ignored = (ROOT / ".gitignore").read_text().splitlines()
    assert "/build/" in ignored and "/.vscode/katalog.code-snippets" in ignored


def test_the_tasks_find_each_level_in_the_checks_output() -> None:
    text = re.sub(r"^\s*//.*$", "", (ROOT / ".vscode" / "tasks.json").read_text(), flags=re.MULTILINE)
    matchers = json.loads(text)["tasks"][0]["problemMatcher"]
    for level, matcher in zip(("kesalahan", "peringatan", "saran"), matchers, strict=True):
        line = f"innovations/kab-blora/a.md:3:9: {level} [nilai-di-luar-daftar] Nilai `x` tidak ada."
        found = [re.match(one["pattern"]["regexp"], line) for one in matchers]
        assert [bool(match) for match in found] == [one is matcher for one in matchers]


def test_the_line_for_language_servers_is_read_as_a_comment() -> None:
    line = "# yaml-language-server: $schema=../../build/skema/inovasi.json"
    record, faults = parse_record(f"---\n{line}\nnama: Samin 119\n---\n", "innovations/kab-blora/a.md")
    assert record is not None and record.data == {"nama": "Samin 119"} and faults == ()
