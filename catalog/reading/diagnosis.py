"""Why a YAML text could not be read: slips are proposed, tried with the parser, and only what mends it is reported.

After each mended slip reading goes on behind it, so one run names every slip of a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from catalog.reading.events import Fault, read_tree
from catalog.reading.quoting import split_line
from catalog.reading.slip import Lines, Slip
from catalog.reading.slips import SLIPS
from catalog.reading.value_slips import open_quote

_MOST_SLIPS = 10
_LINES_BEHIND = 40  # a proposal is tried up to this many lines behind the fault
_LINES_ABOVE = 40  # an open quote is looked for this far above the fault
_TRIAL_CHARACTERS = 600_000  # how much text all trials of a file may parse together: bounds the time
_FEWEST_TRIALS = 3
NOTED = frozenset({"yaml-kunci-ganda", "yaml-karakter-tersandi"})  # reading goes on behind these
_MOVES = frozenset({"yaml-indentasi", "yaml-tanda-daftar"})
_REFUSED_VALUE = frozenset({"yaml-jangkar", "yaml-rujukan", "yaml-penanda"})


@dataclass(slots=True)
class _Budget:
    characters: int = _TRIAL_CHARACTERS
    trials: int = 0

    def spend(self, length: int) -> bool:
        """Return whether one more trial of this length may run, and count it."""
        self.trials += 1
        self.characters -= length
        return self.characters >= 0 or self.trials <= _FEWEST_TRIALS


def explain(text: str, fault: Fault) -> tuple[list[Slip], list[str]]:
    """Return the slips behind ``fault`` and behind those that follow it, and the lines as mended.

    The first slip always stands for ``fault`` itself, ``yaml-tidak-terbaca`` at least; ``edits`` of a slip whose
    repair is not certain are empty.
    """
    lines = text.split("\n")
    slips: list[Slip] = []
    budget = _Budget()
    current: Fault | None = fault
    while current is not None and len(slips) < _MOST_SLIPS:
        slip = _find(lines, current, budget)
        if slip is None:
            if not slips:
                slips.append(_unexplained(lines, current))
            break
        slips.append(slip)
        if not slip.edits:
            break
        lines = _edited(lines, slip.edits)
        current = _first_breach("\n".join(lines))
    return slips, lines


def _first_breach(text: str) -> Fault | None:
    """Return the fault at which reading of ``text`` ended, None if it was read to its end."""
    faults = read_tree(text).faults
    return faults[-1] if faults and faults[-1].kode not in NOTED else None


def _edited(lines: Lines, edits: dict[int, str]) -> Lines:
    return [edits.get(n, line) for n, line in enumerate(lines)]


def _find(lines: Lines, fault: Fault, budget: _Budget) -> Slip | None:
    if fault.kode in _REFUSED_VALUE:
        return _refused_value(lines, fault)
    if fault.kode not in ("sintaks", "yaml-bukan-isian", "yaml-kunci-kosong"):
        return None
    if ended := _ended_early(lines, fault):
        return ended
    for slip in _proposals(lines, fault):
        if _mends(lines, slip, fault, budget):
            return slip
    return None


def _proposals(lines: Lines, fault: Fault) -> Iterator[Slip]:
    """Yield what each slip makes of the lines near the fault, in the order of ``SLIPS``, without repeats."""
    near = _near_lines(lines, fault)
    for find in SLIPS:
        for i in near if find is not open_quote else _quote_lines(lines, near):
            found = find(lines, i)
            if isinstance(found, Slip):
                yield found
            elif found is not None:
                yield from found


def _near_lines(lines: Lines, fault: Fault) -> list[int]:
    """Return the lines a fault may come from: where a simple key began, where the parser stopped, the one above."""
    last = max((n for n, line in enumerate(lines) if line.strip()), default=0)
    stop = min(fault.line, last)
    above = next((n for n in range(stop - 1, -1, -1) if lines[n].strip()), stop)
    near = [stop, above]
    if fault.context_line is not None and fault.context_line <= last:
        near.insert(0 if fault.is_open_key else len(near), fault.context_line)
    return list(dict.fromkeys(near))


def _quote_lines(lines: Lines, near: list[int]) -> list[int]:
    """Return ``near`` and the lines above at which a quoted value starts."""
    stop = max(near)
    above = [n for n in range(stop, max(-1, stop - _LINES_ABOVE), -1) if '"' in lines[n] or "'" in lines[n]]
    return list(dict.fromkeys([*near, *above]))


def _mends(lines: Lines, slip: Slip, fault: Fault, budget: _Budget) -> bool:
    """Return whether the proposal makes the text readable beyond the fault, and repeats no key by it."""
    if all(lines[n] == line for n, line in slip.edits.items()):
        return False
    behind = max(fault.line, max(slip.edits)) + _LINES_BEHIND
    text = "\n".join(_edited(lines, slip.edits)[: behind + 1])
    if not budget.spend(len(text)):
        return False
    baseline = slip.line if slip.kode == "yaml-tanda-petik" else max(fault.line, slip.line)
    for found in read_tree(text).faults:
        if found.kode not in NOTED:
            return found.line > baseline
        if slip.kode in _MOVES and found.kode == "yaml-kunci-ganda" and found.line in slip.edits:
            return False  # the line belongs elsewhere
    return True


def _refused_value(lines: Lines, fault: Fault) -> Slip:
    """``&x``, ``*x``, ``!x`` where a value should be: as text it goes between quotes; before a group it goes out."""
    parts = split_line(lines[fault.line])
    value = parts.value
    has_group = fault.line + 1 < len(lines) and len(split_line(lines[fault.line + 1]).indent) > parts.start
    starts = lines[fault.line].rstrip()[: fault.column] + value == lines[fault.line].rstrip()
    if not value or not starts:
        return Slip(fault.kode, fault.line, fault.column, {}, {"perbaikan": lines[fault.line].strip()})
    fixed = parts.head.rstrip() if has_group else parts.quoted()
    return Slip(fault.kode, fault.line, fault.column, {fault.line: fixed})


def _ended_early(lines: Lines, fault: Fault) -> Slip | None:
    """``...`` on a line of its own ends the YAML; what follows is then out of place."""
    for n in range(min(fault.line, len(lines) - 1), -1, -1):
        if lines[n].rstrip() == "...":
            return Slip("yaml-beberapa-dokumen", n, 0, {}, {"garis": "..."})
        if n < fault.line and lines[n].strip():
            return None
    return None


def _unexplained(lines: Lines, fault: Fault) -> Slip:
    """Return the general slip at the line to look at: where an unfinished thing began, else where reading stopped."""
    kode = "yaml-tidak-terbaca" if fault.kode == "sintaks" else fault.kode
    if kode == "yaml-tidak-terbaca" and fault.line < len(lines) and lines[fault.line].lstrip(" -").startswith(":"):
        kode = "yaml-kunci-kosong"
    last = max((n for n, line in enumerate(lines) if line.strip()), default=0)
    if fault.line <= last:
        return Slip(kode, fault.line, fault.column, {}, dict(fault.isi))
    line = fault.context_line if fault.context_line is not None else last
    slip = Slip(kode, min(line, last), 0, {}, dict(fault.isi))
    return replace(slip, column=len(lines[slip.line]) - len(lines[slip.line].lstrip()))
