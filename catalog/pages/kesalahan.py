"""The page that explains every code of the check, from the one table of sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.wordings import EDITIONS, LEMBAR, READING, SARAN, VALIDATION, Wording

PATH = "panduan/kesalahan/"

_PLACE = re.compile(r"\{[a-z_]+\}")
_SUGGESTION = "tulis seperti pada Seharusnya; pesannya menyebut usulan untuk berkas Anda"
_ALONE = {
    "{saran}": _SUGGESTION,
    "{tindakan}": _SUGGESTION,
    "{pilihan}": "salah satu pilihan isian itu, disebut pada pesannya",
    "{batas}": "di dalam batas yang disebut pesannya",
    "{bantuan}": "apa yang diharapkan pada isian itu, disebut pada pesannya",
    "{benar}": "seperti yang disebut pesannya",
    "{seharusnya}": "seperti yang disebut pesannya",
    "{seharusnya_isi}": "seperti yang disebut pesannya",
}
"""Sentences that are nothing but what differs from case to case; an ellipsis alone would tell nobody anything."""


@dataclass(frozen=True, slots=True)
class Kode:
    """One code with its sentences; what differs from case to case stands as an ellipsis."""

    kode: str
    tingkat: str
    pesan: str
    seharusnya: str
    perbaiki: str


def codes_page(context: PageContext) -> Page:
    """Return the page of all codes, in five groups, each ordered by code."""
    return render_page(
        "kesalahan.html",
        path=PATH,
        title="Arti pesan pemeriksaan",
        description="Semua kode kesalahan, peringatan, dan saran pemeriksaan: artinya dan cara memperbaikinya.",
        section="tentang",
        kelompok=[
            ("berkas", "Berkas dan cara menulisnya", _codes(READING)),
            ("isian", "Isian, nilai, dan rujukan", _codes(VALIDATION)),
            ("lembar", "Buku kerja Excel dan tabel CSV", _codes(LEMBAR)),
            ("edisi", "Edisi indeks inovasi", _codes(EDITIONS)),
            ("saran", "Saran", _codes(SARAN)),
        ],
    )


def _codes(wordings: Mapping[str, Wording]) -> Sequence[Kode]:
    return [
        Kode(kode, w.tingkat, _general(w.pesan), _general(w.seharusnya), _general(w.perbaiki))
        for kode, w in sorted(wordings.items())
    ]


def _general(sentence: str) -> str:
    if sentence in _ALONE:
        return _ALONE[sentence]
    return _PLACE.sub("…", sentence).replace("{{", "{").replace("}}", "}")
