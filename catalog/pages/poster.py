"""The booth poster of an entry: up to three figures and how to copy it, on the page of its package.

Name, summary and QR code stand there already; the stylesheet of pages for paper shows these alone while the address
ends with ``#poster``. Only entries with a figure have one: a poster of prose is read by nobody, and costs bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from catalog.catalog import Entri
from catalog.indonesian import huruf_besar, ribuan, rupiah, rupiah_ringkas
from catalog.markup import plain_text
from catalog.model.bagian import HasilTerukur
from catalog.pages.context import PageContext
from catalog.replikasi import counted

MOST_FIGURES = 3
MOST_STEPS = 3
_SENTENCE_END = re.compile(r"(?<=\w\w\w[.!?]) (?=[A-Z0-9])")
_LONGEST = 100
"""Characters of a step or of what a figure says: a poster is read from a metre away."""
_LONGEST_RESULT = 200


@dataclass(frozen=True, slots=True)
class Poster:
    """``angka`` are (figure, what it says); ``hasil`` a sentence where no result is measured; ``langkah`` in order."""

    nama: str
    asal: str
    angka: Sequence[tuple[str, str]]
    hasil: str
    langkah: Sequence[str]
    tanya: str


def make_poster(entri: Entri, context: PageContext) -> Poster | None:
    """Return what the poster of an entry shows; None for one without any figure."""
    figures = list(islice(_figures(entri, context), MOST_FIGURES))
    if not figures:
        return None
    is_measured = any(_value(result) for result in entri.inovasi.hasil_terukur)
    contact = entri.inovasi.kontak
    return Poster(
        nama=entri.nama,
        asal=context.catalog.nama_wilayah(entri.wilayah),
        angka=figures,
        hasil="" if is_measured else _first_sentence(entri.badan.hasil),
        langkah=[_short(step.uraian) for step in entri.inovasi.langkah[:MOST_STEPS]],
        tanya=contact.unit if contact else "",
    )


def _figures(entri: Entri, context: PageContext) -> Iterator[tuple[str, str]]:
    """Measured results, pairs first; then the first cost that is no plan; then how many regions have copied it."""
    results = sorted(entri.inovasi.hasil_terukur, key=lambda h: h.sebelum is None or h.sesudah is None)
    for result in results:
        if value := _value(result):
            said = result.indikator + (f", {result.periode}" if result.periode else "")
            yield value, _short(huruf_besar(said))
    for cost in entri.inovasi.biaya:
        if cost.rupiah and not cost.rencana:
            short = rupiah_ringkas(cost.rupiah)
            yield f"Rp {short}" if short else rupiah(cost.rupiah), _short(cost.uraian)
            break
    copies = counted(context.buku.asal.get(entri.id, ())).jumlah
    if copies:
        yield f"{copies} daerah", "lain mencoba atau menjalankannya"


def _value(result: HasilTerukur) -> str:
    """'235 → 261 layanan', '436 pemohon sehari'; '' where only the state before is known, or nothing."""
    if result.sesudah is None:
        return ""
    before = f"{ribuan(result.sebelum)} → " if result.sebelum is not None else ""
    return f"{before}{ribuan(result.sesudah)} {result.satuan}"


def _first_sentence(markdown: str) -> str:
    first, *_ = _SENTENCE_END.split(plain_text(markdown.split("\n\n")[0]))
    return _short(first, _LONGEST_RESULT)


def _short(text: str, most: int = _LONGEST) -> str:
    """The text, cut at a word where it is longer than a poster bears."""
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(" ,.;:") + " …"
