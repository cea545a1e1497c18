"""The text of the issue form → the text of an entry, so that nobody types it again.

GitHub writes the answers of ``.github/ISSUE_TEMPLATE/usul-inovasi.yml`` as ``### question`` and the answer below it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from catalog.catalog import Daerah
from catalog.record_text import write_entry
from catalog.slugs import make_slug
from catalog.vocabularies import Vocabularies

JUDUL = {
    "daerah": "Daerah",
    "nama": "Nama inovasi",
    "perangkat_daerah": "Perangkat daerah pemilik",
    "urusan": "Urusan",
    "ringkasan": "Ringkasan",
    "masalah": "Masalah",
    "cara_kerja": "Cara kerja",
    "hasil": "Hasil",
    "judul": "Judul sumber",
    "penerbit": "Penerbit sumber",
    "tautan": "Tautan sumber",
    "lain": "Keterangan lain",
}
"""Key → the question as the form asks it; a test compares them with the form."""

_EMPTY = frozenset({"", "_No response_", "None"})


@dataclass(frozen=True, slots=True)
class Isu:
    """What an issue says: the region's id ('' where it is not known), the entry's name, its file, what is left over."""

    wilayah: str
    nama: str
    teks: str
    sisa: tuple[tuple[str, str], ...]


def looks_like_issue(text: str) -> bool:
    """Return True for the text of an issue made with the form."""
    return re.search(rf"^### {re.escape(JUDUL['nama'])}\s*$", text, re.MULTILINE) is not None


def read_issue(text: str, daerah: Mapping[str, Daerah], vocabularies: Vocabularies) -> Isu:
    """Return the entry that an issue tells; what finds no isian is in ``sisa`` as (question, answer)."""
    answers = _answers(text)
    region = _region(answers.get("daerah", ""), vocabularies)
    office = _office(answers.get("perangkat_daerah", ""), daerah.get(region))
    urusan = _urusan(answers.get("urusan", ""), vocabularies)
    source = {key: answers[key] for key in ("judul", "penerbit", "tautan") if key in answers}
    data: dict[str, Any] = {
        "nama": answers.get("nama"),
        "urusan": [urusan] if urusan else None,
        "ringkasan": _one_line(answers.get("ringkasan")),
        "perangkat_daerah": [office] if office else None,
        "sumber": [source] if source else None,
    }
    badan: dict[str, str] = {key: answers[key] for key in ("masalah", "cara_kerja", "hasil") if key in answers}
    left = [key for key in ("lain",) if key in answers]
    left += ["perangkat_daerah"] if answers.get("perangkat_daerah") and not office else []
    left += ["daerah"] if answers.get("daerah") and not region else []
    return Isu(
        region, answers.get("nama", ""), write_entry(data, badan).text, tuple((JUDUL[k], answers[k]) for k in left)
    )


def _answers(text: str) -> dict[str, str]:
    keys = {title: key for key, title in JUDUL.items()}
    pattern = "|".join(re.escape(title) for title in keys)
    parts = re.split(rf"^### ({pattern})[ \t]*$", text.replace("\r\n", "\n"), flags=re.MULTILINE)
    found = {keys[title]: answer.strip() for title, answer in zip(parts[1::2], parts[2::2], strict=True)}
    return {key: answer for key, answer in found.items() if answer not in _EMPTY}


def _one_line(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _region(text: str, vocabularies: Vocabularies) -> str:
    """ "Kabupaten Blora", "Kab. Blora", "kab-blora" → kab-blora; '' for what is not one region alone."""
    wanted = make_slug(text)
    for word, short in (("kabupaten-", "kab-"), ("provinsi-", "prov-")):
        wanted = wanted.replace(word, short, 1) if wanted.startswith(word) else wanted
    if wanted in vocabularies.wilayah:
        return wanted
    ends = [id for id in vocabularies.wilayah if wanted and id.split("-", 1)[1] == wanted]
    return ends[0] if len(ends) == 1 else ""


def _office(text: str, daerah: Daerah | None) -> str:
    wanted = make_slug(text)
    if daerah is None or not wanted:
        return ""
    for id, office in daerah.perangkat_daerah.items():
        if wanted in (id, make_slug(office.nama), make_slug(office.singkatan or "")):
            return id
    return ""


def _urusan(text: str, vocabularies: Vocabularies) -> str:
    for id, row in vocabularies.urusan.items():
        if text in (id, row.nama, row.singkat):
            return id
    return make_slug(text)
