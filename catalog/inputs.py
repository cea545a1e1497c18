"""Where everything is read from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Inputs:
    """Where everything is read from: the repository, and the folder ``innovations`` (a test's may lie elsewhere)."""

    root: Path
    innovations: Path

    @classmethod
    def of(cls, root: Path, innovations: Path | None = None) -> Inputs:
        """Return the inputs of the repository at ``root``."""
        return cls(root.resolve(), (innovations or root / "innovations").absolute())
