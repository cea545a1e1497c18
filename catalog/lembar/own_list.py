"""A region's own list as it is: which of its columns is which isian, asked once and remembered beside the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from catalog.lembar.headings import Terbaca, entry_sheet
from catalog.lembar.layout import WILAYAH, Kolom, Lembar
from catalog.lembar.meanings import letters
from catalog.lembar.tables import Buku, Tabel
from catalog.privacy import mask
from catalog.problems import shorten
from catalog.reading import parse_record
from catalog.record_text.canonical import write_mapping

SKIP = "-"
_LOOKED_AT = 15
_MAX_MEMORY = 100_000
_SAME_FOR_ALL = (WILAYAH, "sumber.1.judul", "sumber.1.penerbit", "sumber.1.tanggal")
_ALIASES: Mapping[str, tuple[str, ...]] = {
    "nama": ("nama inovasi", "judul inovasi", "nama inovasi daerah", "inovasi", "judul"),
    "perangkat_daerah": ("opd", "skpd", "perangkat daerah", "opd pengampu", "dinas", "instansi", "pengelola"),
    "urusan.1": ("urusan", "urusan utama", "urusan pemerintahan", "urusan inovasi daerah"),
    "ringkasan": ("deskripsi", "uraian", "deskripsi singkat", "uraian singkat", "gambaran umum"),
    "tahapan": ("tahapan inovasi", "tahap"),
    "bentuk": ("bentuk inovasi", "bentuk inovasi daerah"),
    "jenis": ("jenis inovasi",),
    "inisiator": ("inisiator inovasi", "inisiator inovasi daerah", "pemrakarsa"),
    "tanggal.uji_coba": ("waktu uji coba", "tanggal uji coba", "tahun uji coba"),
    "tanggal.penerapan": (
        "waktu penerapan",
        "tahun penerapan",
        "tanggal implementasi",
        "tahun",
        "thn",
        "tahun mulai",
        "tahun implementasi",
    ),
    "sumber.1.tautan": ("link", "url", "tautan", "link berita", "link dokumen"),
    "layanan.tautan": ("link aplikasi", "alamat aplikasi", "website"),
    WILAYAH: ("kabupaten", "daerah", "kabupaten/kota", "pemda"),
}


class ColumnsUnknown(Exception):
    """Nobody said which column is which; the message, in Indonesian, lists the columns and how to say it."""


@dataclass(slots=True)
class Pemetaan:
    """What was answered: heading of a column → isian (or ``-``), and isian that are the same on every row."""

    kolom: dict[str, str] = field(default_factory=dict)
    tetap: dict[str, str] = field(default_factory=dict)


Ask = Callable[[str], str]
"""Asks a person one question and returns the answer; '' for just Enter."""


@dataclass(slots=True)
class DaftarSendiri:
    """Reads a region's own list. ``berkas`` is the file; answers come from ``diberikan``, its memory, or ``ask``.

    ``wilayah`` is the region of rows that name none, where that is known: it is then not asked for.
    """

    berkas: Path
    diberikan: Pemetaan
    ask: Ask | None = None
    wilayah: str | None = None

    def __call__(self, book: Buku) -> list[Terbaca]:
        """Return the largest table as the sheet of innovations.

        Raises:
            ColumnsUnknown: no answer is known and nobody can be asked.
        """
        table = max(book.tabel, key=lambda one: len(one.sel), default=None)
        if table is None or not table.sel:
            return []
        row = find_heading(table)
        heads = {number: " ".join(text.split()) for number, text in sorted(table.row(row).items())}
        lembar = entry_sheet()
        answers = self._answers(table, row, heads, lembar)
        columns: dict[int, Kolom] = {}
        for number, head in heads.items():
            kolom = lembar.find(answers.kolom.get(head, SKIP))
            if kolom is not None and kolom.kunci not in {one.kunci for one in columns.values()}:
                columns[number] = kolom
        return [Terbaca(table, lembar, columns, row, tetap=dict(answers.tetap))]

    @property
    def ingatan(self) -> Path:
        """The file beside the list that holds the answers."""
        return self.berkas.with_name(f"{self.berkas.stem}.kolom.yml")

    def _answers(self, table: Tabel, row: int, heads: Mapping[int, str], lembar: Lembar) -> Pemetaan:
        known = read_answers(self.ingatan, lembar) or Pemetaan()
        known.kolom.update(self.diberikan.kolom)
        known.tetap.update(self.diberikan.tetap)
        if "nama" in {known.kolom.get(head) for head in heads.values()}:
            if self.diberikan.kolom or self.diberikan.tetap:
                write_answers(self.ingatan, known)
            return known
        if self.ask is None:
            raise ColumnsUnknown(_how_to_say_it(heads, lembar))
        same = [key for key in _SAME_FOR_ALL if key != WILAYAH or not self.wilayah]
        answers = _ask_all(self.ask, table, row, heads, lembar, known, same)
        write_answers(self.ingatan, answers)
        return answers


def find_heading(table: Tabel) -> int:
    """Return the row of headings: among the first 15 the first one with most texts that are no numbers."""
    best, most = 1, 0
    for row in range(1, _LOOKED_AT + 1):
        texts = {text for text in table.row(row).values() if not text.replace(".", "").isdecimal() and len(text) < 80}
        if len(texts) > most:
            best, most = row, len(texts)
    return best


def suggest(head: str, lembar: Lembar) -> str | None:
    """Return the isian that a heading surely means."""
    wanted = letters(head)
    usual = next((key for key, names in _ALIASES.items() if wanted in {letters(name) for name in names}), None)
    if usual is not None or not wanted:
        return usual
    same = [k.kunci for k in lembar.kolom if k.bentuk != "lain" and wanted in (letters(k.kunci), letters(k.judul))]
    return same[0] if len(same) == 1 else None


def _how_to_say_it(heads: Mapping[int, str], lembar: Lembar) -> str:
    shown = [f'  --kolom "{mask(head)}={suggest(head, lembar) or SKIP}"' for head in heads.values()]
    return (
        "tabel ini bukan templat katalog. Sebutkan kolom mana berisi isian apa (`-` untuk yang dilewati), misalnya:\n"
        + "\n".join(shown)
        + '\n  --tetap wilayah=kab-blora --tetap "sumber.1.judul=Daftar inovasi 2024"'
        + " --tetap sumber.1.penerbit=Bapperida"
    )


def _ask_all(
    ask: Ask, table: Tabel, row: int, heads: Mapping[int, str], lembar: Lembar, known: Pemetaan, same: Sequence[str]
) -> Pemetaan:
    """Ask for every column, then for what is the same on all rows (``same``)."""
    answers = Pemetaan(dict(known.kolom), dict(known.tetap))
    taken: set[str] = set()
    for number, head in heads.items():
        proposal = known.kolom.get(head) or suggest(head, lembar) or SKIP
        proposal = SKIP if proposal in taken else proposal
        samples = "; ".join(_samples(table, row, number))
        answers.kolom[head] = _ask_column(ask, f"Kolom “{mask(head)}” ({samples})", proposal, lembar)
        taken.add(answers.kolom[head])
    for key in same:
        if key not in taken and not answers.tetap.get(key):
            kolom = lembar.find(key)
            need = "wajib bagi tiap baris" if kolom and kolom.wajib else "kosong: lewati"
            text = ask(f"Semua baris, {kolom.judul if kolom else key} ({key}) [{need}]: ").strip()
            if text:
                answers.tetap[key] = text
    return answers


def _ask_column(ask: Ask, question: str, proposal: str, lembar: Lembar) -> str:
    while True:
        answer = ask(f"{question}: isian apa? [{proposal}; - lewati; ? daftar]: ").strip() or proposal
        if answer == SKIP or lembar.find(answer) is not None:
            return answer
        names = ", ".join(kolom.kunci for kolom in lembar.kolom if kolom.bentuk != "lain")
        question = f"Pilih salah satu: {names}.\n{question.rpartition(chr(10))[2]}"


def _samples(table: Tabel, row: int, number: int) -> Iterator[str]:
    """Yield the first three values of a column, shortened, numbers of persons masked."""
    found = 0
    for below in range(row + 1, table.tinggi + 1):
        text = table.row(below).get(number)
        if text:
            yield shorten(mask(text))[:40]
            found += 1
            if found == 3:
                return


def read_answers(path: Path, lembar: Lembar) -> Pemetaan | None:
    """Return the remembered answers, None where there are none or the file does not hold them."""
    try:
        if path.is_symlink() or path.stat().st_size > _MAX_MEMORY:
            return None
        record, _ = parse_record(path.read_text(encoding="utf-8"), path.name)
    except (OSError, UnicodeDecodeError):
        return None
    if record is None:
        return None
    columns, constants = record.data.get("kolom"), record.data.get("tetap")
    answers = Pemetaan()
    if isinstance(columns, dict):
        answers.kolom = {head: key for head, key in columns.items() if _is_answer(key, lembar)}
    if isinstance(constants, dict):
        answers.tetap = {key: text for key, text in constants.items() if isinstance(text, str) and lembar.find(key)}
    return answers


def _is_answer(key: Any, lembar: Lembar) -> bool:
    return isinstance(key, str) and (key == SKIP or lembar.find(key) is not None)


def write_answers(path: Path, answers: Pemetaan) -> None:
    """Remember the answers beside the list."""
    data = {"kolom": {mask(head): key for head, key in answers.kolom.items()}, "tetap": answers.tetap}
    lines = [line for line, _ in write_mapping(data, None, 0)]
    head = "# Kolom mana berisi isian apa; ditulis oleh build_catalog.py import, boleh diubah."
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
