"""A host's rules for guests as a page shows them, worded alike on the entry and on the region."""

from __future__ import annotations

from catalog.model.umum import AturanKunjungan
from catalog.pages.indonesian import ribuan
from catalog.validation.plans import plan_of

_JUDUL_ATURAN = {"tenggat_hari_kerja": "Tenggat surat"}


def rule_rows(own: AturanKunjungan | None, general: AturanKunjungan | None) -> tuple[list[tuple[str, str]], bool]:
    """Return (rules as (title, text) in the order of the model, whether any is ``general``); ``own`` goes before."""
    rows, from_general = [], False
    for name, plan in plan_of(AturanKunjungan).items():
        if name == "sumber":
            continue
        special = getattr(own, name, None)
        value = special if special is not None else getattr(general, name, None)
        if value is not None:
            from_general = from_general or special is None
            rows.append((_JUDUL_ATURAN.get(name, plan.judul), _rule_text(name, value)))
    return rows, from_general


def _rule_text(name: str, value: str | int | bool) -> str:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if name == "tenggat_hari_kerja":
        return f"Paling lambat {value} hari kerja sebelum kunjungan"
    return f"{ribuan(value)} orang" if isinstance(value, int) else value
