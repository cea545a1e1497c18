"""Whether an entry is ready to be reported to the innovation index, and else what it lacks, in words.

Ready is: applied, within the edition's window, a design of enough words, every mandatory indicator at level 1 or
more. Our own reading of the edition's rules, never an official judgement.
"""

from __future__ import annotations

from dataclasses import replace

from catalog.catalog import Entri
from catalog.iid import Edisi, current_edition
from catalog.lapor import profile_items
from catalog.lapor.berkas import source_of
from catalog.pages.context import PageContext
from catalog.swanilai import assess
from catalog.swanilai.wilayah import copiers, in_window, is_judged

PENERAPAN = "penerapan"


def report_gaps(entri: Entri, context: PageContext) -> tuple[str, ...]:
    """Return what the entry lacks, most general first; () when it is ready to be reported."""
    catalog = context.catalog
    edition = current_edition(catalog.vocabularies.iid)
    if entri.keadaan == "berhenti":
        return ("sudah berhenti, tidak dilaporkan",)
    if not is_judged(entri):
        return ("baru namanya yang tercatat",)
    asked = _what_is_asked(edition)
    assessed = assess(entri, asked, copiers(entri.id, catalog, context.buku))
    return (
        *_stage(entri, asked),
        *_words(entri, asked, context),
        *(_short(row.indikator.nama) for row in assessed.baris if not row.level),
    )


def _what_is_asked(edition: Edisi) -> Edisi:
    """The edition without what nobody must have: reading the other indicators and items takes time and says nothing."""
    return replace(
        edition,
        indikator=tuple(row for row in edition.indikator if row.wajib),
        profil=tuple(row for row in edition.profil if row.kata_minimal),
    )


def _stage(entri: Entri, edition: Edisi) -> list[str]:
    gaps = [] if entri.inovasi.tahapan == PENERAPAN else ["tahap penerapan"]
    if edition.jendela and not (inside := in_window(entri.inovasi, edition)):
        first, last = (day[:4] for day in edition.jendela)
        gaps.append("tanggal penerapan" if inside is None else f"penerapan atau pengembangan {first}–{last}")
    return gaps


def _words(entri: Entri, edition: Edisi, context: PageContext) -> list[str]:
    items = profile_items(source_of(entri, context.catalog, context.buku), edition)
    return [
        f"{item.nama.split(' dan ')[0].lower()} {item.kata} dari {item.kata_minimal} kata"
        for item in items
        if item.kata < item.kata_minimal
    ]


def _short(name: str) -> str:
    """'Regulasi inovasi daerah' → 'regulasi'; abbreviations keep their capitals."""
    text = name.removesuffix(" daerah").removesuffix(" inovasi")
    return text[:1].lower() + text[1:]
