"""A record class → JSON Schema (draft 7), every isian with its title, help and example in Bahasa Indonesia.

An editor sees what YAML makes of a value, we see what was typed: where a text stands, a number is right too.
"""

from __future__ import annotations

from typing import Any

from catalog.formulir.jenis import child_records, describe_record
from catalog.model.isian import Rekaman
from catalog.vocabularies import Vocabularies

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = ["string", "number", "boolean"]
_KINDS: dict[str, dict[str, Any]] = {
    "": {"type": _TEXT},
    "tanggal": {"type": ["string", "integer"], "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$"},
    "tahun": {"type": ["integer", "string"], "pattern": r"^(19|20)\d{2}$"},
    "rentang": {"type": ["integer", "string"], "pattern": r"^(19|20)\d{2}(-(19|20)\d{2})?$"},
    "bulat": {"type": ["integer", "string"], "pattern": r"^\d{1,15}$"},
    "angka": {"type": ["number", "string"], "pattern": r"^-?\d{1,15}(\.\d{1,6})?$"},
    "yatidak": {"type": "string", "enum": ["ya", "tidak"]},
    "tautan": {"type": "string", "pattern": "^https?://"},
    "telepon": {"type": ["string", "integer"]},
    "surel": {"type": "string", "pattern": "@"},
}
_REFERS = {
    "sumber": "id salah satu sumber di berkas ini",
    "perangkat_daerah": "id di perangkat_daerah.yml wilayah ini",
    "entri": "id entri, misalnya kab-blora/samin-119",
    "entri-atau-teks": "id entri, misalnya kab-blora/samin-119, atau nama",
    "wilayah-atau-teks": "id wilayah, misalnya kab-blora, atau nama",
}


def record_schema(rekaman: type[Rekaman], vocabularies: Vocabularies, title: str) -> dict[str, Any]:
    """Return the schema of a record; the classes below it are its definitions."""
    return {
        "$schema": _DRAFT,
        "title": title,
        **_object(rekaman, vocabularies),
        "definitions": {kind.__name__: _object(kind, vocabularies) for kind in child_records(rekaman)},
    }


def _object(rekaman: type[Rekaman], vocabularies: Vocabularies) -> dict[str, Any]:
    fields = describe_record(rekaman)
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [field["k"] for field in fields if field.get("w")],
        "properties": {field["k"]: _property(field, vocabularies) for field in fields},
    }


def _property(field: dict[str, Any], vocabularies: Vocabularies) -> dict[str, Any]:
    told = {"title": field["j"], "description": explain(field)}
    item = _item(field, vocabularies)
    if not field.get("l"):
        return told | item
    many: dict[str, Any] = {"type": "array", "items": item}
    many |= {key: field[name] for key, name in (("minItems", "lmin"), ("maxItems", "lmax")) if name in field}
    takes_one = "r" not in field and ("d" in field or "m" in field)
    return told | ({"anyOf": [many, item]} if takes_one else many)


def _item(field: dict[str, Any], vocabularies: Vocabularies) -> dict[str, Any]:
    if "r" in field:
        return {"$ref": f"#/definitions/{field['r']}"}
    if "d" in field:
        rows = getattr(vocabularies, field["d"])
        names = [f"{row.nama}. {getattr(row, 'penjelasan', '')}".strip() for row in rows.values()]
        return {"enum": list(rows), "enumDescriptions": names}
    schema = dict(_KINDS[field.get("t", "")])
    if "pola" in field:
        schema["pattern"] = field["pola"]
    schema |= {key: field[name] for key, name in (("minLength", "min"), ("maxLength", "max")) if name in field}
    schema |= {key: field[name] for key, name in (("minimum", "ge"), ("maximum", "le")) if name in field}
    return schema


def explain(field: dict[str, Any]) -> str:
    """Return what an editor shows of an isian: its help, what it refers to, an example."""
    parts = [field["b"]]
    if field.get("m") in _REFERS:
        parts.append(f"Isinya {_REFERS[field['m']]}.")
    example = field.get("c")
    while isinstance(example, list) and example:
        example = example[0]
    if example is not None and not isinstance(example, dict | list):
        parts.append(f"Contoh: {example}")
    return " ".join(parts)
