"""How faults on many pages are told: all of them, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def assert_none(found: Mapping[str, Iterable[object]]) -> None:
    """Fail with every finding, where it was found before it; pass when there is none."""
    lines = [f"{place}: {finding}" for place, findings in found.items() for finding in findings]
    assert not lines, f"{len(lines)} findings\n" + "\n".join(lines)
