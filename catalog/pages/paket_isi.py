"""What a package for replication says, as blocks of ``catalog.naskah``: page and DOCX are written from the same.

A part that the entry cannot fill is left out and asked for instead, with the ready question of the vocabulary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.catalog import Entri
from catalog.indonesian import tanggal
from catalog.markup import plain_text
from catalog.model.bagian import Evaluasi, ReplikasiOleh
from catalog.model.umum import Dokumen, Kantor
from catalog.pages.context import PageContext
from catalog.pages.entri_kesiapan import kesiapan_of
from catalog.pages.paket_tabel import (
    NOTHING_TYPED,
    TASKS,
    context_table,
    cost_table,
    plan_table,
    result_table,
    staff_table,
)

Blok = dict[str, Any]

ENOUGH = 900
"""Characters of a section of the body after which a package leads on to the entry's page."""


@dataclass(frozen=True, slots=True)
class Bab:
    """One part of the package under its heading."""

    judul: str
    blok: Sequence[Blok]


def package_parts(entri: Entri, context: PageContext) -> list[Bab]:
    """Return the parts of an entry's package in their order, without the sources."""
    inovasi = entri.inovasi
    known = entri.bukti != "nama-saja"
    made = [
        ("Daerah asal dan daerah kami", [context_table(entri, context)]),
        ("Masalah", _text(entri.badan.masalah)),
        ("Cara kerja", _text(entri.badan.cara_kerja)),
        ("Hasil dan buktinya", list(_results(entri))),
        ("Rencana langkah", plan_table(inovasi) if known else []),
        ("Lembar kerja biaya", cost_table(entri, context) if known else []),
        ("Tim", staff_table(inovasi)),
        ("Dasar hukum dan dokumen", _list(map(_document, (*inovasi.dasar_hukum, *inovasi.dokumen)))),
        ("Yang harus ada lebih dulu", _list((*inovasi.prasyarat, *inovasi.alat), "ceklis")),
        ("Risiko dan pelajaran", list(_lessons(entri))),
        ("Pernah ditanyakan", _list(f"{answer.tanya} {answer.jawab}" for answer in inovasi.tanya_jawab)),
        ("Tanyakan kepada daerah asal", _questions(entri, context)),
        ("Daftar periksa", _list(TASKS, "ceklis") if inovasi.langkah or not known else []),
        ("Siapa yang bisa ditanya", list(_contacts(entri, context))),
    ]
    return [Bab(title, blocks) for title, blocks in made if blocks]


def source_numbers(entri: Entri, keys: Iterable[str]) -> str:
    """Return '(sumber 1, 3)' for the keys of an entry's sources, '' for none."""
    order = {source.id: number for number, source in enumerate(entri.inovasi.sumber, start=1) if source.id}
    numbers = sorted({order[key] for key in keys if key in order})
    return f" (sumber {', '.join(map(str, numbers))})" if numbers else ""


def _paragraph(text: str) -> Blok:
    return {"blok": "paragraf", "teks": text}


def _list(items: Iterable[str], kind: str = "titik") -> list[Blok]:
    texts = list(items)
    return [{"blok": "daftar", "jenis": kind, "butir": texts}] if texts else []


def _text(markdown: str) -> list[Blok]:
    """A section of the body, paragraph by paragraph, up to about ``ENOUGH`` characters."""
    blocks: list[Blok] = []
    length = 0
    for part in markdown.split("\n\n"):
        if length >= ENOUGH:
            return [*blocks, _paragraph("Selengkapnya di halaman entri.")]
        lines = part.strip("\n").split("\n")
        if all(line.startswith(("- ", "* ")) for line in lines):
            blocks += _list(plain_text(line[2:]) for line in lines)
        elif words := plain_text(part):
            blocks.append(_paragraph(words))
        length += len(part)
    return blocks


def _results(entri: Entri) -> Iterator[Blok]:
    inovasi = entri.inovasi
    yield from result_table(inovasi.hasil_terukur, lambda keys: source_numbers(entri, keys))
    yield from _text(entri.badan.hasil)
    yield from _list(_judgement(judged, entri) for judged in inovasi.evaluasi)
    yield from _list(
        f"Sumber tidak sama: {note.uraian}{source_numbers(entri, note.sumber)}" for note in inovasi.catatan_konflik
    )


def _judgement(judged: Evaluasi, entri: Entri) -> str:
    year = f", {judged.tahun}" if judged.tahun else ""
    return f"{judged.oleh}{year}: {judged.temuan}{source_numbers(entri, judged.sumber)}"


def _document(document: Dokumen) -> str:
    number = f" Nomor {document.nomor}" if document.nomor else ""
    year = f" Tahun {document.tahun}" if document.tahun else ""
    return f"{document.jenis}{number}{year}: {document.judul}"


def _lessons(entri: Entri) -> Iterator[Blok]:
    inovasi = entri.inovasi
    risks = (f"{r.uraian} Yang membantu: {r.mitigasi}" if r.mitigasi else r.uraian for r in inovasi.risiko)
    yield from _list((*risks, *inovasi.kendala, *inovasi.pelajaran))
    yield from _text(entri.badan.pelajaran)


def _questions(entri: Entri, context: PageContext) -> list[Blok]:
    open_parts = kesiapan_of(entri, context).belum
    if not open_parts:
        return []
    rows = [[part.tanya, NOTHING_TYPED] for part in open_parts]
    return [{"blok": "tabel", "kepala": ["Pertanyaan", "Jawaban"], "baris": rows, "lebar": [60, 40]}]


def _contacts(entri: Entri, context: PageContext) -> Iterator[Blok]:
    daerah = context.catalog.daerah.get(entri.wilayah)
    profile = daerah.profil if daerah else None
    offices = [office for office in (entri.inovasi.kontak, profile.kontak if profile else None) if office]
    yield from _list(map(_office, offices))
    rows = entri.inovasi.replikasi.oleh if entri.inovasi.replikasi else ()
    if copies := [_copy(row, entri, context) for row in rows if row.tahap in _TRIED]:
        yield _paragraph("Yang sudah mencobanya:")
        yield from _list(copies)


def _office(office: Kantor) -> str:
    return ", ".join(
        part
        for part in (office.jabatan, office.unit, office.alamat, office.telepon, office.surel, office.situs)
        if part
    )


_TRIED = ("uji-coba", "berjalan")


def _copy(row: ReplikasiOleh, entri: Entri, context: PageContext) -> str:
    stage = context.catalog.vocabularies.tahap_replikasi[row.tahap].nama.lower()
    when = f", {tanggal(row.tanggal)}" if row.tanggal else ""
    return f"{context.catalog.nama_wilayah(row.wilayah)} ({stage}{when}){source_numbers(entri, row.sumber)}"
