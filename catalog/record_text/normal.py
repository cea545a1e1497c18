"""What two writings of one record have in common: the form in which records are compared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from catalog.model.isian import Rekaman
from catalog.validation.plans import plan_of


def normal(data: Mapping[str, Any], rekaman: type[Rekaman] | None) -> dict[str, Any]:
    """Return ``data`` without what makes no difference to the model: empty isian, blanks around a text, a lone text
    for a list of one. Two files say the same exactly if their normal forms are equal."""
    plans = plan_of(rekaman) if rekaman is not None else {}
    found = {}
    for key, value in data.items():
        plan = plans.get(key)
        child = _normal_value(value, plan.rekaman if plan else None)
        if child in (None, "", [], {}):
            continue
        if plan is not None and plan.berdaftar and isinstance(child, str):
            child = [child]
        found[key] = child
    return found


def _normal_value(value: Any, rekaman: type[Rekaman] | None) -> Any:
    if isinstance(value, Mapping):
        return normal(value, rekaman)
    if isinstance(value, list | tuple):
        items = [_normal_value(item, rekaman) for item in value]
        return [item for item in items if item not in (None, "", [], {})]
    return value.strip() if isinstance(value, str) else value
