"""A host's rules for guests as a page shows them, worded alike on the entry and on the region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from catalog.indonesian import gabung, ribuan
from catalog.kunjungan import JUDUL, UMUM, AturanBerlaku, applying_rules, rules_of
from catalog.model.umum import AturanKunjungan
from catalog.pages.context import PageContext
from catalog.pages.wilayah_jejak import addressee


@dataclass(frozen=True, slots=True)
class BarisAturan:
    """One rule; ``umum`` when it is only what is usual, and no host has stated it."""

    judul: str
    teks: str
    umum: bool


def own_rules(rules: AturanKunjungan | None) -> list[BarisAturan]:
    """Return the rules that an entry states itself, in the order of the model."""
    return _rows(applying_rules(rules, None, AturanKunjungan()), {}) if rules else []


def region_rules(wilayah: str, context: PageContext) -> list[BarisAturan]:
    """Return the rules for guests of a region in the order of the model, and what is usual where it states none."""
    usual = {"ditujukan_kepada": f"{addressee(wilayah, context)} melalui Sekretaris Daerah"}
    return _rows(rules_of(context.catalog, wilayah), usual)


def usual_rules(context: PageContext) -> list[BarisAturan]:
    """Return what is usual."""
    return _rows(applying_rules(None, None, context.catalog.vocabularies.praktik_kunjungan), {})


def _rows(rules: AturanBerlaku, usual: dict[str, str]) -> list[BarisAturan]:
    found = []
    for name, rule in rules.items():
        if name == "hari_terima" and "hari" in rules:
            continue  # the words say it, with the hours
        is_usual = rule.dari == UMUM
        text = usual.get(name) if is_usual else None
        found.append(BarisAturan(JUDUL[name], text or _rule_text(name, rule.nilai), is_usual))
    return found


def _rule_text(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return "Ya" if value else "Tidak"
    if isinstance(value, tuple):
        return gabung([day.capitalize() for day in value])
    if name == "tenggat_hari_kerja":
        return f"Paling lambat {value} hari kerja sebelum kunjungan"
    return f"{ribuan(value)} orang" if isinstance(value, int) else str(value)
