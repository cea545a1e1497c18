"""What an entry's owners judge or report themselves: the five criteria, and the isian only official forms ask for."""

from __future__ import annotations

import re

from catalog.model.bagian import Kriteria, Lapor
from catalog.model.inovasi import Inovasi
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
