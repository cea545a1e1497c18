"""Random records of any class of the model, as reading gives them: texts, lists and mappings of texts.

Every value is one the model accepts; texts hold what people type: colons, quotes, dashes, several lines.
"""

from __future__ import annotations

from random import Random
from typing import Any

from catalog.formulir.jenis import describe_record
from catalog.model.isian import Rekaman
from catalog.validation.plans import plan_of
from catalog.vocabularies import Vocabularies

_WORDS = (
    *("warga", "desa", "layanan:", "cepat", "#", "tagar", '"petik"', "'tunggal'", "-", "Rp", "5.000", "é", "24", "jam"),
    *("&", "{kurung}", "[siku]", "@at", "*bintang", "%", "ya", "tidak", "null", "010", "~", "|", ">", "`a`", "\\", "!"),
)
_FIXED = {
    "tautan": ("https://contoh.go.id/a?b=c#d", "http://contoh.id"),
    "telepon": ("119", "(0296) 531234"),
    "surel": ("dinas@contoh.go.id",),
    "tanggal": ("2021", "2021-06", "2021-06-03"),
    "tahun": ("2019", "2026"),
    "rentang": ("2021", "2021-2023"),
    "yatidak": ("ya", "tidak"),
}
_REFERENCES = {"entri": "kab-blora/samin-119", "perangkat_daerah": "dinas-kesehatan", "alamat-lama": "kab-blora/lama"}


def random_record(kind: type[Rekaman], random: Random, lists: Vocabularies, fullness: float = 0.4) -> dict[str, Any]:
    """Return a record of ``kind`` with its required isian and about ``fullness`` of the others.

    It refers to no source and to no other record than those of ``_REFERENCES``; rules between isian are not kept.
    """
    told = {field["k"]: field for field in describe_record(kind)}
    found: dict[str, Any] = {}
    for name, plan in plan_of(kind).items():
        field = told[name]
        if plan.menunjuk in ("sumber", "foto") or name in ("id", "kematangan", "foto", "whatsapp_resmi"):
            continue
        if not plan.wajib and random.random() > fullness:
            continue
        make = _group if plan.rekaman else _value
        child = plan.rekaman
        if plan.berdaftar:
            count = random.randint(field.get("lmin", 1), min(3, field.get("lmax", 3)))
            items = [make(field, child, random, lists, fullness / 2) for _ in range(count)]
            found[name] = [item for item in items if item] or [make(field, child, random, lists, 1.0)]
        else:
            found[name] = make(field, child, random, lists, fullness / 2)
    return {key: value for key, value in found.items() if value not in ({}, [], [{}])}


def _group(field: dict[str, Any], kind: Any, random: Random, lists: Vocabularies, fullness: float) -> dict[str, Any]:
    return random_record(kind, random, lists, fullness)


def _value(field: dict[str, Any], kind: Any, random: Random, lists: Vocabularies, fullness: float) -> str:
    if field.get("d"):
        return random.choice(list(getattr(lists, field["d"])))
    if field.get("m") in _REFERENCES:
        return _REFERENCES[field["m"]]
    if field.get("t") in _FIXED:
        return random.choice(_FIXED[field["t"]])
    if field.get("t") in ("bulat", "angka"):
        return str(random.randint(int(field.get("ge", 0)), int(field.get("le", 10**6))))
    return _text(field, random)


def _text(field: dict[str, Any], random: Random) -> str:
    """A text within its limits, on several lines where it may be long."""
    low, high = field.get("min", 1), min(field.get("max", 300), 240)
    text = ""
    while len(text) < max(low, random.randint(low, high)):
        text += random.choice(_WORDS) + random.choice((" ", " ", " ", "\n" if high > 200 else " "))
    lines = [line.strip() for line in text[:high].split("\n")]
    short = "\n".join(line for line in lines if line).strip()
    return short if len(short) >= low else (short + " warga desa layanan cepat sekali")[: max(low, 30)].strip()
