"""What of an entry can be found by its words: name, expansion, summary, keywords, place, owner, first words
of each section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.catalog import Catalog, Entri

MOST_WORDS = 150
"""Words in the text of a record: time and memory of indexing grow with them, and the first words of a
section say what it is about.
"""

_LINK = re.compile(r"!?\[([^\][]*)\]\([^()\s]*\)")
_LETTERS_THEN_DIGITS = re.compile(r"\b([^\W\d_]+)[ -]?(\d+)\b")
_MOST_SECTION_CHARS = 1500


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One entry as the full-text index sees it.

    ``tautan`` is the site path of its page; ``judul`` weighs most and is never shown; ``teks`` has at most
    ``MOST_WORDS`` words.
    """

    id: str
    tautan: str
    judul: str
    teks: str


def make_records(catalog: Catalog) -> Iterator[SearchRecord]:
    """Yield one record per entry, in the order of the catalogue."""
    for entri in catalog.entri:
        yield SearchRecord(id=entri.id, tautan=entri.tautan, judul=_title(entri), teks=_text(catalog, entri))


def _title(entri: Entri) -> str:
    parts = [entri.nama, entri.inovasi.kepanjangan or "", *other_spellings(entri.nama)]
    return " ".join(part for part in parts if part)


def other_spellings(nama: str) -> tuple[str, ...]:
    """Return how else people write the acronyms of a name: "Samin 119" → ("Samin119",), "MALL3" → ("MALL
    3",).
    """
    spellings: list[str] = []
    for match in _LETTERS_THEN_DIGITS.finditer(nama):
        word, digits = match.groups()
        spellings += [form for form in (f"{word}{digits}", f"{word} {digits}") if form != match[0]]
    return tuple(dict.fromkeys(spellings))


def _text(catalog: Catalog, entri: Entri) -> str:
    inovasi = entri.inovasi
    always = [
        inovasi.ringkasan,
        *inovasi.kata_kunci,
        *_place(catalog, entri),
        *_owners(catalog, entri),
        *_subjects(catalog, entri),
    ]
    words = " ".join(always).split()[:MOST_WORDS]
    badan = entri.badan
    sections = [_plain_words(text) for text in (badan.masalah, badan.cara_kerja, badan.hasil, badan.pelajaran)]
    return " ".join(words + _first_words(sections, MOST_WORDS - len(words)))


def _place(catalog: Catalog, entri: Entri) -> Iterator[str]:
    yield catalog.nama_wilayah(entri.wilayah)
    region = catalog.vocabularies.wilayah.get(entri.wilayah)
    if region and region.jenis != "provinsi":
        yield catalog.vocabularies.wilayah_by_kode[region.provinsi].nama


def _owners(catalog: Catalog, entri: Entri) -> Iterator[str]:
    region = catalog.daerah.get(entri.wilayah)
    for id in entri.inovasi.perangkat_daerah:
        office = region.perangkat_daerah.get(id) if region else None
        if office:
            yield office.nama
            yield office.singkatan or ""


def _subjects(catalog: Catalog, entri: Entri) -> Iterator[str]:
    for id in entri.inovasi.urusan:
        yield catalog.vocabularies.urusan[id].nama


def _plain_words(markdown: str) -> list[str]:
    """Words of a section without the addresses of links; other marks are left, since Pagefind reads only
    letters and digits.
    """
    return _LINK.sub(r"\1", markdown[:_MOST_SECTION_CHARS]).split()


def _first_words(sections: Sequence[Sequence[str]], room: int) -> list[str]:
    """The first words of each section, in order: equal shares of ``room``, and what a short section leaves
    goes to the longer ones.
    """
    taken = [0] * len(sections)
    by_length = sorted(range(len(sections)), key=lambda place: len(sections[place]))
    for left, place in zip(range(len(sections), 0, -1), by_length, strict=True):
        taken[place] = min(len(sections[place]), room // left)
        room -= taken[place]
    return [word for section, count in zip(sections, taken, strict=True) for word in section[:count]]
