"""Every name an isian may have anywhere in the model: a slip is told apart from running text by the word before it."""

from __future__ import annotations

from functools import cache
from typing import Any, get_args


@cache
def isian_names() -> frozenset[str]:
    """Return the names of all fields of all records, at every depth."""
    from catalog.model import REGISTER, Inovasi  # late: only a faulty file needs them, and pydantic is slow to load

    names: set[str] = set()
    seen: set[type] = set()
    for record in (Inovasi, *REGISTER.values()):
        _collect(record, names, seen)
    return frozenset(names)


def _collect(annotation: Any, names: set[str], seen: set[type]) -> None:
    fields = getattr(annotation, "model_fields", None)
    if fields is not None and annotation not in seen:
        seen.add(annotation)
        for name, info in fields.items():
            names.add(name)
            _collect(info.annotation, names, seen)
    for part in get_args(annotation):
        _collect(part, names, seen)
