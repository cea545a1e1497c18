"""What the files say of replications, row by row: ``replikasi.oleh`` of origins and ``replikasi.dari`` of adopters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.catalog import Catalog, Entri
from catalog.model.bagian import ReplikasiDari, ReplikasiOleh
from catalog.replikasi.pasangan import ASAL, PENERIMA, Pernyataan, Rujukan
from catalog.slugs import make_slug
from catalog.vocabularies import WilayahKode

Kunci = tuple[str, str]
"""What makes two rows speak of one pair: origin and adopter, by id where there is one, else by the slug of the name."""


@dataclass(frozen=True, slots=True)
class Ujung:
    """One end of a pair: ``kunci`` tells whether two files mean the same, ``wilayah`` is the region's id or ''."""

    nama: str
    kunci: str
    wilayah: str


@dataclass(frozen=True, slots=True)
class Catatan:
    """One row of an entry's file: who says what of which pair; ``tahap`` is '' where the row names none."""

    asal: Ujung
    penerima: Ujung
    entri: str
    """The adopter's entry, '' where the row names none."""
    pihak: str
    tahap: str
    tanggal: str
    sumber: tuple[Rujukan, ...]
    pernyataan: tuple[Pernyataan, ...]

    @property
    def kunci(self) -> Kunci:
        """Which pair the row belongs to."""
        return self.asal.kunci, self.penerima.kunci


class Tempat:
    """Finds entries and regions by what a row calls them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._listed = catalog.vocabularies.wilayah
        self._by_name = {row.nama.casefold(): row.id for row in self._listed.values()}

    def innovation(self, id_or_text: str, other: str) -> Ujung:
        """Return the end that an entry's id or a text names.

        A text that names the region ``other``, in which the other end lies, is taken to lie there, too.
        """
        entri = self._catalog.find(id_or_text)
        if entri:
            return Ujung(entri.id, entri.id, entri.wilayah)
        return Ujung(id_or_text, _text_key(id_or_text), self._if_named(other, id_or_text))

    def place(self, id_or_text: str, entri: str | None, other: str) -> Ujung:
        """Return the end that a region's id, its full name or a text names; ``entri`` is the entry there, if any."""
        id = id_or_text if id_or_text in self._listed else self._by_name.get(id_or_text.casefold(), "")
        found = self._catalog.find(entri) if entri and not id else None
        id = found.wilayah if found else id
        if id:
            return Ujung(id, id, id)
        return Ujung(id_or_text, _text_key(id_or_text), self._if_named(other, id_or_text))

    def _if_named(self, wilayah: str, text: str) -> str:
        row: WilayahKode | None = self._listed.get(wilayah)
        return wilayah if row and row.nama.casefold() in text.casefold() else ""


def _text_key(text: str) -> str:
    """A key no id has: ids hold no colon."""
    return f"teks:{make_slug(text) or text}"


def read_notes(catalog: Catalog, tempat: Tempat) -> Iterator[Catatan]:
    """Yield every row of every entry, in the order of the catalogue; a row about the entry itself is left out."""
    for entri in catalog.entri:
        if entri.inovasi.replikasi:
            for copy in entri.inovasi.replikasi.oleh:
                yield _origin_note(entri, copy, catalog, tempat)
            for origin in entri.inovasi.replikasi.dari:
                if origin.asal != entri.id:
                    yield _adopter_note(entri, origin, tempat)


def _origin_note(entri: Entri, row: ReplikasiOleh, catalog: Catalog, tempat: Tempat) -> Catatan:
    found = catalog.find(row.entri) if row.entri else None
    sources = _sources(entri, row.sumber)
    texts = (
        ("kesepakatan", row.kesepakatan),
        ("pembeda", row.penyesuaian),
        ("hasil", row.hasil),
        ("nama", None if found else row.entri),
        ("keterangan", row.keterangan),
    )
    return Catatan(
        asal=Ujung(entri.id, entri.id, entri.wilayah),
        penerima=tempat.place(row.wilayah, row.entri, entri.wilayah),
        entri=found.id if found else "",
        pihak=ASAL,
        tahap=row.tahap,
        tanggal=row.tanggal or "",
        sumber=sources,
        pernyataan=tuple(Pernyataan(isian, ASAL, entri.id, text, sources) for isian, text in texts if text),
    )


def _adopter_note(entri: Entri, row: ReplikasiDari, tempat: Tempat) -> Catatan:
    sources = _sources(entri, row.sumber)
    texts = (
        ("inspirasi", row.inspirasi),
        ("proses", row.proses),
        ("kesepakatan", row.kesepakatan),
        ("pembeda", row.pembeda),
        ("hasil", row.hasil),
    )
    return Catatan(
        asal=tempat.innovation(row.asal, entri.wilayah),
        penerima=Ujung(entri.wilayah, entri.wilayah, entri.wilayah),
        entri=entri.id,
        pihak=PENERIMA,
        tahap=row.tahap or "",
        tanggal=row.tanggal or "",
        sumber=sources,
        pernyataan=tuple(Pernyataan(isian, PENERIMA, entri.id, text, sources) for isian, text in texts if text),
    )


def _sources(entri: Entri, keys: tuple[str, ...]) -> tuple[Rujukan, ...]:
    by_key = {source.id: source for source in entri.inovasi.sumber if source.id} if keys else {}
    return tuple(Rujukan(entri.id, by_key[key]) for key in keys if key in by_key)
