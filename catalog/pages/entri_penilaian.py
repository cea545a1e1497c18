"""What an entry's owners judge or report themselves: the five criteria, and the isian only official forms ask for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.model.bagian import Kriteria, Lapor
from catalog.model.inovasi import Inovasi
from catalog.pages.context import PageContext
from catalog.swanilai import DINYATAKAN, assess
from catalog.swanilai.wilayah import copiers
from catalog.validation.plans import plan_of
from catalog.vocabularies import Vocabularies

BarisKriteria = tuple[str, bool, str]
"""(criterion, is it met, the reason)."""

BarisLapor = tuple[str, list[str], str]
"""(title, paragraphs, address of a link or '')."""

_BLANK_LINES = re.compile(r"\n\s*\n")


def criteria_rows(inovasi: Inovasi, lists: Vocabularies) -> list[BarisKriteria]:
    """Return the criteria that were judged, in the order of the law."""
    if inovasi.kriteria is None:
        return []
    rows = []
    for name in Kriteria.model_fields:
        judged = getattr(inovasi.kriteria, name)
        if judged is not None:
            rows.append((lists.kriteria[name.replace("_", "-")].nama, judged.memenuhi, judged.alasan))
    return rows


@dataclass(frozen=True, slots=True)
class KematanganView:
    """What the office states of maturity: (indicator, level, document) in the order of the edition.

    ``skor`` ('13 dari 111') counts what other isian show too; '' where the edition's indicators are unknown.
    """

    edisi: int
    skor: str
    baris: Sequence[tuple[str, int, str]]


def maturity_view(entri: Entri, context: PageContext) -> KematanganView | None:
    """Return the stated levels of an entry; None when its office has not judged it."""
    judged = entri.inovasi.kematangan
    if judged is None:
        return None
    edition = context.catalog.vocabularies.iid.get(judged.edisi)
    if edition is None or not edition.indikator:
        stated = [(f"Nomor {row.nomor}", row.level, row.dokumen or "") for row in judged.indikator]
        return KematanganView(judged.edisi, "", stated)
    assessed = assess(entri, edition, copiers(entri.id, context.catalog, context.buku))
    rows = [(row.indikator.nama, row.level, ", ".join(row.bukti)) for row in assessed.baris if row.asal == DINYATAKAN]
    return KematanganView(judged.edisi, f"{assessed.skor} dari {edition.rumus.maksimum_inovasi}", rows)


def report_rows(inovasi: Inovasi) -> list[BarisLapor]:
    """Return the isian of the forms that are filled, in the order of the model."""
    if inovasi.lapor is None:
        return []
    rows: list[BarisLapor] = []
    for name, plan in plan_of(Lapor).items():
        value = getattr(inovasi.lapor, name)
        if name == "video" and value:
            rows.append((plan.judul, [], value))
        elif value:
            text = value if isinstance(value, str) else ", ".join(value)
            rows.append((plan.judul, _BLANK_LINES.split(text), ""))
    return rows
