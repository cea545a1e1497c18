"""Templates of letters and papers, filled with what is known; the rest stays visible as a place to fill in.

They are data in ``vocabularies/naskah/``: blocks (``catalog.naskah.docx``) whose texts hold ``{name}``. Four keys of a
block say how it is filled: ``jika`` (left out unless the value is there), ``kecuali`` (left out when it is there),
``butir_dari`` and ``baris_dari`` (items or rows from a list; without one the template's own stand). The browser does
the same in ``theme/assets/js/naskah.js``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from catalog.naskah.docx import Blok
from catalog.vocabularies import VocabularyError

_PLACE = re.compile(r"\{([a-z_]+)\}")
_OWN_KEYS = frozenset({"jika", "kecuali", "butir_dari", "baris_dari"})

ORDER = (
    "surat-permohonan-kunjungan",
    "surat-minat-replikasi",
    "daftar-pertanyaan",
    "susunan-acara",
    "daftar-peserta",
    "laporan-hasil",
    "sk-tim",
    "sop",
)
"""The templates in the order in which they are needed."""


@dataclass(frozen=True, slots=True)
class Templat:
    """One template; ``isian`` maps each place to what is shown in brackets while nobody has filled it."""

    id: str
    nama: str
    untuk: str
    isian: Mapping[str, str]
    blok: Sequence[Blok]


def load_templates(folder: Path) -> dict[str, Templat]:
    """Return the templates of ``vocabularies/naskah`` by id, in ``ORDER``.

    Raises:
        VocabularyError: a template is missing, has other keys, or names a place that it does not explain.
    """
    return {id: _load(folder / f"{id}.yml", id) for id in ORDER}


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""C where libyaml is present: eight templates take 10 ms instead of 200."""


def _load(path: Path, id: str) -> Templat:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), _LOADER)  # noqa: S506  a safe one
    except (OSError, yaml.YAMLError) as error:
        raise VocabularyError(f"{path.name}: templat tidak terbaca ({error})") from error
    if not isinstance(data, dict) or data.keys() != {"id", "nama", "untuk", "isian", "blok"} or data["id"] != id:
        raise VocabularyError(f"{path.name}: templat harus berisi id, nama, untuk, isian, dan blok")
    unknown = sorted(set(_PLACE.findall(repr(data["blok"]))) - data["isian"].keys())
    if unknown:
        raise VocabularyError(f"{path.name}: tempat {{{unknown[0]}}} belum dijelaskan di bawah isian")
    return Templat(id, data["nama"], data["untuk"], data["isian"], data["blok"])


def fill(template: Templat, values: Mapping[str, Any]) -> list[Blok]:
    """Return the blocks of ``template`` with ``values`` in their places; what is missing stays as ``[…]``.

    A value is a text, or for ``butir_dari`` a list of texts, or for ``baris_dari`` a list of rows. An empty one counts
    as missing.
    """
    return [_fill_block(block, template, values) for block in template.blok if _is_wanted(block, values)]


def _is_wanted(block: Blok, values: Mapping[str, Any]) -> bool:
    return ("jika" not in block or bool(values.get(block["jika"]))) and not values.get(block.get("kecuali", ""))


def _fill_block(block: Blok, template: Templat, values: Mapping[str, Any]) -> Blok:
    own = {key: value for key, value in block.items() if key not in _OWN_KEYS}
    filled = {key: _fill_value(value, template, values) for key, value in own.items()}
    for source, key in (("butir_dari", "butir"), ("baris_dari", "baris")):
        given = values.get(block.get(source, ""))
        if given:
            filled[key] = given
    return filled


def _fill_value(value: Any, template: Templat, values: Mapping[str, Any]) -> Any:
    if isinstance(value, str):
        return _PLACE.sub(lambda place: str(values.get(place[1]) or f"[{template.isian[place[1]]}]"), value)
    if isinstance(value, list):
        return [_fill_value(item, template, values) for item in value]
    return value
