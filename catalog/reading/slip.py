"""What a slip is: a usual mistake in YAML written by hand, found at a place, with the lines as they should be."""

from __future__ import annotations

from dataclasses import dataclass, field

Lines = list[str]


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip found: its code, where to edit (0-based), and the lines as they should be, by number.

    ``edits`` keep the number of lines; they are empty where no repair is certain. ``isi`` fills the sentences.
    """

    kode: str
    line: int
    column: int
    edits: dict[int, str]
    isi: dict[str, object] = field(default_factory=dict)
