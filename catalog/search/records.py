"""What of an entry can be found by its words, and how much each word weighs: name, keywords, summary, place, owner,
first words of each section, and other words for the same things.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from catalog.catalog import Catalog, Entri
from catalog.search.kata import Pengolah, name_forms, unique
from catalog.sinonim import EMPTY, Sinonim

MOST_WORDS = 150
"""Words of its own in a record: time and memory of indexing grow with them, and the first words of a section say what
it is about. Words without meaning do not count, and each word of the body counts once.
"""

MOST_KEYS = 40
"""Keys of synonyms in a record, those of the greatest weight first."""

NAMA, KEPANJANGAN, KATA_KUNCI, RINGKASAN, LATAR, BADAN = 10.0, 5.0, 5.0, 3.0, 2.0, 25 / 24
"""Weights of a word by where it stands, of at most 10; LATAR is place, owner and urusan. 25/24 is the weight that
Pagefind stores shortest.
"""

MOST_ISI = 9
"""Filled isian from which an entry tells enough: of two that fit a query alike, the one that tells more comes first."""

_KEY_SHARE = 0.8
"""Weight of a synonym's key as a share of the weight of the words that name it."""

_KEYED_WORDS = 30
"""Words of a section in which synonyms are looked for: what it is about stands at its beginning."""

_KIND = re.compile(r"^(?:Kabupaten|Kota|Provinsi) ")
_LINK = re.compile(r"!?\[([^\][]*)\]\([^()\s]*\)")
_MOST_BODY_CHARS = 1600
"""As much of a body is read, in equal shares of its sections: it holds MOST_WORDS words with something to spare."""


class Bagian(NamedTuple):
    """Words of one weight: letters and digits only, separated by blanks."""

    bobot: float
    kata: str


class SearchRecord(NamedTuple):
    """One entry as the full-text index sees it.

    ``tautan`` is the site path of its page; ``isi`` is how much there is to read, 0 to ``MOST_ISI``.
    """

    id: str
    tautan: str
    bagian: tuple[Bagian, ...]
    isi: int = 0


def make_records(catalog: Catalog, sinonim: Sinonim = EMPTY) -> Iterator[SearchRecord]:
    """Yield one record per entry, in the order of the catalogue; parts of greater weight stand first."""
    pengolah = Pengolah(sinonim)
    for entri in (one.take_out() for one in catalog.entri):
        yield SearchRecord(entri.id, entri.tautan, _parts(catalog, entri, pengolah), _isi(entri))


def _isi(entri: Entri) -> int:
    """Filled isian, up to ``MOST_ISI``; fewer for an innovation that has stopped."""
    filled = min(entri.kelengkapan.terisi, MOST_ISI)
    return max(0, filled - 3) if entri.keadaan == "berhenti" else filled


def _parts(catalog: Catalog, entri: Entri, pengolah: Pengolah) -> tuple[Bagian, ...]:
    fields = _fields(catalog, entri, pengolah)
    sections = _sections(entri, pengolah)
    name = pengolah.words(entri.nama)
    words = [name + name_forms(entri.nama, name), *(list(chain.from_iterable(texts)) for _, texts in fields[1:])]
    seen = set(chain.from_iterable(words))
    room = max(0, MOST_WORDS - sum(map(len, words)))
    words[-1] += chain.from_iterable(_first_words([unique(text, seen) for text in sections], room))
    fields[-1][1].extend(text[:_KEYED_WORDS] for text in sections)
    parts = [Bagian(weight, " ".join(text)) for (weight, _), text in zip(fields, words, strict=True)]
    return tuple(part for part in (*parts, *_key_parts(fields, pengolah)) if part.kata)


def _fields(catalog: Catalog, entri: Entri, pengolah: Pengolah) -> list[tuple[float, list[list[str]]]]:
    """The words of what always counts, by weight: several texts where terms must not run from one into the next."""
    inovasi = entri.inovasi
    background = (*_place(catalog, entri), *_subjects(catalog, entri))
    return [
        (NAMA, [pengolah.content(inovasi.nama)]),
        (KEPANJANGAN, [pengolah.content(inovasi.kepanjangan or "")]),
        (KATA_KUNCI, [pengolah.content(text) for text in (*inovasi.kata_kunci, *_state(entri))]),
        (RINGKASAN, [pengolah.content(inovasi.ringkasan)]),
        (LATAR, [pengolah.often(text) for text in background]),
        (BADAN, [pengolah.often(text) for text in _owners(catalog, entri)]),
    ]


def _sections(entri: Entri, pengolah: Pengolah) -> list[list[str]]:
    badan = entri.badan
    answered = (f"{t.tanya} {t.jawab}" for t in entri.inovasi.tanya_jawab)
    texts = [text for text in (badan.masalah, badan.cara_kerja, badan.hasil, badan.pelajaran, *answered) if text]
    return [pengolah.content(_plain(text[: _MOST_BODY_CHARS // len(texts)])) for text in texts]


def _key_parts(fields: Sequence[tuple[float, Sequence[Sequence[str]]]], pengolah: Pengolah) -> Iterator[Bagian]:
    """Keys of the synonyms that the fields name, each once, with a share of the weight of its first field."""
    seen: set[str] = set()
    for weight, texts in fields:
        keys = unique(chain.from_iterable(map(pengolah.keys, texts)), seen)
        yield Bagian(weight * _KEY_SHARE, " ".join(keys[: max(0, MOST_KEYS - len(seen) + len(keys))]))


def _place(catalog: Catalog, entri: Entri) -> Iterator[str]:
    """Region and province, without the words for their kind, which nearly every entry would hold."""
    yield _KIND.sub("", catalog.nama_wilayah(entri.wilayah))
    region = catalog.vocabularies.wilayah.get(entri.wilayah)
    if region and region.jenis != "provinsi":
        yield _KIND.sub("", catalog.vocabularies.wilayah_by_kode[region.provinsi].nama)


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


def _state(entri: Entri) -> Iterator[str]:
    if entri.keadaan == "berhenti":
        yield "dihentikan"


def _plain(markdown: str) -> str:
    """A section without the addresses of links."""
    return _LINK.sub(r"\1", markdown) if "](" in markdown else markdown


def _first_words(sections: Sequence[Sequence[str]], room: int) -> list[list[str]]:
    """The first words of each section, in order: equal shares of ``room``, and what a short section leaves
    goes to the longer ones.
    """
    taken = [0] * len(sections)
    by_length = sorted(range(len(sections)), key=lambda place: len(sections[place]))
    for left, place in zip(range(len(sections), 0, -1), by_length, strict=True):
        taken[place] = min(len(sections[place]), room // left)
        room -= taken[place]
    return [list(section[:count]) for section, count in zip(sections, taken, strict=True)]
