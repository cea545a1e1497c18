"""One record: typed text → model. Every fault becomes a ``Problem`` at its line and column; one cause, one message."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pydantic import ValidationError

from catalog.model.isian import Rekaman
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord
from catalog.reading.slips import suggest_date
from catalog.validation.nearest import nearest
from catalog.validation.plans import FieldPlan, plan_of
from catalog.vocabularies import Vocabularies

Place = tuple[str | int, ...]


class Reference(NamedTuple):
    """A value that points at another record, and where it stands."""

    ke: str
    nilai: str
    jalur: Place
    baris: int
    kolom: int

    @property
    def label(self) -> str:
        """The isian as a person counts."""
        return field_label(self.jalur)

    def line(self, value: str) -> str:
        """Return the line that would hold ``value`` here, ready to paste."""
        return _line(_last_key(self.jalur), self.jalur, value)


@dataclass(slots=True)
class Shaped:
    """What became of one record: its model (None when a fault forbids it), the faults, the references it makes."""

    rekaman: Rekaman | None
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)


def shape_record(record: SourceRecord, rekaman: type[Rekaman], vocabularies: Vocabularies) -> Shaped:
    """Return ``record`` as an instance of ``rekaman`` with every fault of its shape."""
    walk = _Walk(record, vocabularies)
    cleaned = walk.mapping(record.data, rekaman, ())
    instance: Rekaman | None = None
    try:
        instance = rekaman.model_validate(cleaned)
    except ValidationError as error:
        for fault in error.errors(include_url=False, include_context=True):
            walk.add_pydantic(rekaman, dict(fault))
    if any(p.is_error for p in walk.problems):
        instance = None
    return Shaped(instance, walk.problems, walk.references)


class _Walk:
    """Walks raw data beside its record class: finds what pydantic cannot word, and leaves clean data for it."""

    def __init__(self, record: SourceRecord, vocabularies: Vocabularies) -> None:
        self.record = record
        self.vocabularies = vocabularies
        self.problems: list[Problem] = []
        self.references: list[Reference] = []
        self.settled: set[Place] = set()

    def mapping(self, data: dict[str, Any], rekaman: type[Rekaman], path: Place) -> dict[str, Any]:
        plans = plan_of(rekaman)
        clean: dict[str, Any] = {}
        for key, value in data.items():
            plan = plans.get(key)
            if plan is None:
                self._unknown(key, plans, data, path)
            elif value is None:
                self._empty(plan, (*path, key))
            else:
                kept = self._value(value, plan, (*path, key))
                if kept is not None:
                    clean[key] = kept
        return clean

    def _value(self, value: Any, plan: FieldPlan, path: Place) -> Any:
        if not plan.berdaftar:
            return self._single(value, plan, path)
        if isinstance(value, str) and plan.rekaman is None and (plan.daftar or plan.menunjuk):
            return self._single(value, plan, path)
        if not isinstance(value, list):
            found = value if isinstance(value, str) else f"{path[-1]}: (tanpa tanda hubung)"
            example = "- judul: …" if plan.rekaman else "- …"
            if plan.rekaman:
                example = f"- {next(iter(plan_of(plan.rekaman)))}: …"
                required = [n for n, p in plan_of(plan.rekaman).items() if p.wajib]
                example = f"- {required[0]}: …" if required else example
            self._add("bukan-daftar", path, found, contoh=example)
            return None
        kept = []
        for index, item in enumerate(value):
            if item is None:
                self._add("butir-kosong", (*path, index), "-")
                continue
            single = self._single(item, plan, (*path, index))
            if single is not None:
                kept.append(single)
            else:
                kept.append({} if plan.rekaman else "")
                self.settled.add((*path, index))
        return kept

    def _single(self, value: Any, plan: FieldPlan, path: Place) -> Any:
        if plan.rekaman is not None:
            if isinstance(value, dict):
                return self.mapping(value, plan.rekaman, path)
            names = list(plan_of(plan.rekaman))
            found = value if isinstance(value, str) else "daftar"
            self._add("bukan-kelompok", path, found, anak=", ".join(names[:4]), pertama=names[0])
            return None
        if not isinstance(value, str):
            self._add("bukan-teks", path, "daftar" if isinstance(value, list) else "beberapa isian", contoh=plan.contoh)
            return None
        value = value.strip()
        if plan.daftar and not self._in_list(value, plan, path):
            return None
        if plan.menunjuk:
            line, column = self.record.nilai.get(path, (1, 1))
            self.references.append(Reference(plan.menunjuk, value, path, line, column))
        return value

    def _in_list(self, value: str, plan: FieldPlan, path: Place) -> bool:
        allowed: dict[str, Any] = getattr(self.vocabularies, plan.daftar or "")
        if value in allowed:
            return True
        names = {id: row.nama for id, row in allowed.items()}
        close = nearest(value, names)
        key = _last_key(path)
        self._add(
            "nilai-di-luar-daftar",
            path,
            value,
            pilihan=_options(plan.daftar or "", list(allowed)),
            saran=f"tulis `{_line(key, path, close)}`" if close else _choose(plan.daftar or "", list(allowed)),
        )
        return False

    def _unknown(self, key: str, plans: dict[str, FieldPlan], data: dict[str, Any], path: Place) -> None:
        close = nearest(key, {name: name for name in plans if name not in data})
        at = (*path, key)
        line, column = self.record.kunci.get(at, (1, 1))
        if close:
            self.settled.add((*path, close))
            self._add_at("isian-salah-eja", line, column, key, isian=field_label(at), dekat=close)
        else:
            self._add_at("isian-tidak-dikenal", line, column, key, isian=field_label(at), dikenal=_some(plans))

    def _empty(self, plan: FieldPlan, path: Place) -> None:
        self.settled.add(path)
        line, column = self.record.kunci.get(path, (1, 1))
        kode = "isian-wajib-kosong" if plan.wajib else "isian-kosong"
        self._add_at(
            kode, line, column, f"{plan.nama}:", isian=field_label(path), kunci=plan.nama, contoh=_example(plan)
        )

    def add_pydantic(self, rekaman: type[Rekaman], fault: dict[str, Any]) -> None:
        """Add the problem of one pydantic error, unless its cause is already reported."""
        path: Place = tuple(fault["loc"])
        if any(path[:n] in self.settled for n in range(1, len(path) + 1)):
            return
        plan = _plan_at(rekaman, path)
        kind = str(fault["type"])
        if kind == "missing":
            self._missing(plan, path)
            return
        if kind == "too_short" and self._length(path) >= fault["ctx"]["min_length"]:
            return  # its items have faults of their own
        context = fault.get("ctx") or {}
        found = self._typed(path)
        kode, isi = _pydantic_wording(kind, context, found, plan, path)
        self._add(kode, path, found, **isi)

    def _missing(self, plan: FieldPlan, path: Place) -> None:
        parent = path[:-1]
        line, column = self.record.nilai.get(parent, (1, 1)) if parent else (1, 1)
        self._add_at(
            "isian-wajib-tidak-ada",
            line,
            column,
            f"tidak ada `{plan.nama}`",
            isian=field_label(path),
            kunci=plan.nama,
            bantuan=_lower_first(plan.bantuan),
            contoh=_example(plan),
        )

    def _raw(self, path: Place) -> Any:
        value: Any = self.record.data
        for step in path:
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                break
        return value

    def _length(self, path: Place) -> int:
        value = self._raw(path)
        return len(value) if isinstance(value, list) else 0

    def _typed(self, path: Place) -> str:
        value = self._raw(path)
        if isinstance(value, list):
            return f"{len(value)} butir"
        return value if isinstance(value, str) else "beberapa isian"

    def _add(self, kode: str, path: Place, found: str, **isi: Any) -> None:
        self.settled.add(path)
        line, column = self.record.nilai.get(path) or self.record.kunci.get(path) or (1, 1)
        self._add_at(kode, line, column, found, isian=field_label(path), kunci=_last_key(path), **isi)

    def _add_at(self, kode: str, line: int, column: int, found: str, **isi: Any) -> None:
        from catalog.privacy import mask

        self.problems.append(
            problem(kode, berkas=self.record.berkas, baris=line, kolom=column, ditemukan=mask(found), **isi)
        )


_SAME_NAME = frozenset(
    {
        "tanggal-salah-bentuk",
        "tanggal-tidak-ada",
        "tahun-salah-bentuk",
        "angka-bulat-salah-bentuk",
        "angka-salah-bentuk",
        "bukan-ya-tidak",
        "tautan-salah-bentuk",
        "telepon-salah-bentuk",
        "surel-salah-bentuk",
    }
)


def _pydantic_wording(
    kind: str, context: dict[str, Any], found: str, plan: FieldPlan, path: Place
) -> tuple[str, dict[str, Any]]:
    """Return our code and its filling for one pydantic error type."""
    if kind in _SAME_NAME:
        return kind, {"saran": _repair(kind, found, plan, path)}
    if kind == "string_too_short":
        return "teks-terlalu-pendek", {"batas": context["min_length"], "panjang": len(found)}
    if kind == "string_too_long":
        return "teks-terlalu-panjang", {"batas": context["max_length"], "panjang": len(found)}
    if kind == "too_short":
        return "daftar-kurang", {"batas": context["min_length"], "contoh": _example(plan)}
    if kind == "too_long":
        return "daftar-terlalu-banyak", {"batas": context["max_length"]}
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        word = "paling kecil" if kind == "greater_than_equal" else "paling besar"
        return "angka-di-luar-batas", {"batas": f"{word} {limit}"}
    return "bentuk-salah", {"contoh": _example(plan)}


def _repair(kind: str, found: str, plan: FieldPlan, path: Place) -> str:
    key = _last_key(path)
    certain: str | None = None
    if kind == "tanggal-salah-bentuk":
        certain = suggest_date(found)
    elif kind == "angka-bulat-salah-bentuk":
        certain = _plain_integer(found)
    elif kind == "angka-salah-bentuk":
        certain = _plain_decimal(found)
    elif kind == "bukan-ya-tidak":
        certain = {"yes": "ya", "true": "ya", "iya": "ya", "y": "ya", "no": "tidak", "false": "tidak"}.get(
            found.lower()
        )
    elif kind == "tautan-salah-bentuk" and found.lower().startswith("www.") and " " not in found:
        certain = f"https://{found}"
    elif kind == "tahun-salah-bentuk" and suggest_date(found):
        certain = (suggest_date(found) or "")[:4]
    return f"tulis `{_line(key, path, certain)}`" if certain else f"tulis seperti `{_line(key, path, plan.contoh)}`"


def _plain_integer(text: str) -> str | None:
    """Return "244000000" for "Rp 244.000.000,00"; None where the dots may mean something else."""
    match = re.fullmatch(r"(?:Rp\.?\s*)?(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(?:00?|-))?", text.strip(), re.IGNORECASE)
    return match[1].replace(".", "").replace(" ", "") if match else None


def _plain_decimal(text: str) -> str | None:
    """Return "12.61" for "12,61"; None where the comma may part thousands."""
    match = re.fullmatch(r"(-?\d{1,15}),(\d{1,2}|\d{4,6})\s*%?", text.strip())
    if match:
        return f"{match[1]}.{match[2]}"
    match = re.fullmatch(r"(-?\d+(?:\.\d+)?)\s*%", text.strip())
    return match[1] if match else None


def _plan_at(rekaman: type[Rekaman], path: Place) -> FieldPlan:
    plan: FieldPlan | None = None
    current: type[Rekaman] | None = rekaman
    for step in path:
        if isinstance(step, str) and current is not None and step in plan_of(current):
            plan = plan_of(current)[step]
            current = plan.rekaman
    if plan is None:
        raise LookupError(f"no isian at {path} of {rekaman.__name__}")
    return plan


def field_label(path: Place) -> str:
    """Return the isian as a person counts: ``biaya.2.rupiah`` for the second item."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in path)


def _last_key(path: Place) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _line(key: str, path: Place, value: Any) -> str:
    return f"- {value}" if isinstance(path[-1], int) else f"{key}: {value}"


def _some(names: Iterable[str]) -> str:
    listed = list(names)
    return ", ".join(listed) if len(listed) <= 12 else ", ".join(listed[:8]) + ", … (lihat panduan kontribusi)"


def _options(daftar: str, ids: list[str]) -> str:
    if len(ids) <= 8:
        return "salah satu dari " + ", ".join(ids)
    return f"salah satu id di vocabularies/{daftar}.yml, misalnya {', '.join(ids[:3])}"


def _choose(daftar: str, ids: list[str]) -> str:
    if len(ids) <= 8:
        return "pilih salah satu nilai itu"
    return f"pilih dari daftarnya di formulir atau buku kerja, atau salin id yang cocok dari vocabularies/{daftar}.yml"


def _example(plan: FieldPlan) -> str:
    example = plan.contoh
    if plan.berdaftar or plan.rekaman is not None:
        return "…"
    return str(example)


def _lower_first(text: str) -> str:
    return text[:1].lower() + text[1:].rstrip(".")
