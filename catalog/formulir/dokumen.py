"""The files that the form fetches: model, sentences and closed lists in one hashed file, the offices of each region."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import asdict
from functools import partial
from typing import Any

from catalog.catalog import Catalog
from catalog.formulir.borang import BORANG
from catalog.formulir.jenis import child_records, describe_record
from catalog.iid import current_edition
from catalog.kelengkapan import BAGIAN as BODY_SECTIONS
from catalog.kelengkapan import counted_isian
from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.vocabularies import Vocabularies
from catalog.wordings import WORDINGS

FOLDER = "kontribusi/formulir/"

_READING = ("karakter-arah", "karakter-kendali", "karakter-rusak", "karakter-tak-tampak", "huruf-rusak")
_FILES = (
    "berkas-nama-salah",
    "berkas-nama-terlalu-panjang",
    "berkas-nama-terlarang",
    "yaml-terlalu-panjang",
    "yaml-tidak-terbaca",
    "berkas-terlalu-besar",
)
_NOT_IN_FORM = frozenset({"pintu-entri-tidak-ada", "bukan-teks"})


def model_document(vocabularies: Vocabularies) -> dict[str, Any]:
    """Return all that the form's rules know.

    ``rekaman``: class → isian (``describe_record``); ``borang``: the forms; ``daftar``: closed list → rows of id,
    name, explanation; ``wilayah``: rows of code, id, name; ``kalimat``: code → level and sentences; ``edisi``: edition
    of the index → numbers of its indicators; ``kata_minimal``: isian → fewest words by the current edition;
    ``kelengkapan``: what counts.
    """
    kinds = dict.fromkeys(kind for root in _roots() for kind in (root, *child_records(root)))
    records = {kind.__name__: describe_record(kind) for kind in kinds}
    profile = current_edition(vocabularies.iid).profil
    lists = sorted({str(field["d"]) for fields in records.values() for field in fields if "d" in field})
    return {
        "rekaman": records,
        "borang": [asdict(form) for form in BORANG],
        "register": {name: kind.__name__ for name, kind in REGISTER.items()},
        "daftar": {name: _rows(getattr(vocabularies, name).values()) for name in lists},
        "wilayah": [[row.kode, row.id, row.nama] for row in vocabularies.wilayah.values()],
        "kalimat": {code: list(asdict(WORDINGS[code]).values()) for code in sorted(_codes())},
        "edisi": {str(year): [row.nomor for row in one.indikator] for year, one in sorted(vocabularies.iid.items())},
        "kata_minimal": {row.isian: row.kata_minimal for row in profile if row.kata_minimal},
        "kelengkapan": list(counted_isian()),
        "badan": BODY_SECTIONS,
    }


def _roots() -> tuple[type[Rekaman], ...]:
    return (Inovasi, *REGISTER.values())


def _codes() -> set[str]:
    from catalog.wordings import VALIDATION

    return ({*VALIDATION, *_READING, *_FILES} | {c for c in WORDINGS if WORDINGS[c].tingkat == "saran"}) - _NOT_IN_FORM


def _rows(terms: Iterable[Any]) -> list[list[str]]:
    return [[term.id, term.nama, getattr(term, "penjelasan", "")] for term in terms]


def _model(vocabularies: Vocabularies) -> tuple[str, str]:
    """Return the model's text and the name of its file."""
    text = _json(model_document(vocabularies))
    return text, f"model.{hashlib.sha256(text.encode()).hexdigest()[:10]}.json"


def model_file_name(vocabularies: Vocabularies) -> str:
    """Return the name of the model's file below ``FOLDER``; it changes with the content."""
    return _model(vocabularies)[1]


def form_files(catalog: Catalog) -> dict[str, Callable[[], str]]:
    """Return path below the site's root → maker of its text: the model, and the offices of each region with any."""
    model, name = _model(catalog.vocabularies)
    offices = {id: region for id, region in sorted(catalog.daerah.items()) if region.perangkat_daerah}
    return {
        f"{FOLDER}{name}": lambda: model,
        **{f"{FOLDER}kantor/{id}.json": partial(_offices, id, catalog) for id in offices},
    }


def _offices(wilayah: str, catalog: Catalog) -> str:
    """Return id → name of the region's offices, ordered by id."""
    register = catalog.daerah[wilayah].perangkat_daerah
    return _json({id: register[id].nama for id in sorted(register)})


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"
