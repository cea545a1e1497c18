"""An existing file with some isian changed: only the lines of these change; comments and everything else stay.

Changes are sought as deep as lines allow. What was written is read again; should it not say what was wanted (flow
lists, odd layouts), a coarser change is tried, and in the end the whole record is written anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from catalog.model import Inovasi
from catalog.model.isian import Rekaman
from catalog.reading import SourceRecord, parse_record
from catalog.reading.characters import normalise
from catalog.record_text.bodies import body_parts, join_body
from catalog.record_text.canonical import write_entry, write_register
from catalog.record_text.edits import Edit, NotByLines, apply_edits
from catalog.record_text.normal import normal
from catalog.record_text.tree_edits import Layout, find_edits, find_top_edits


def revise_entry(text: str, berkas: str, data: Mapping[str, Any], badan: Mapping[str, str]) -> str:
    """Return the entry ``text`` with the isian ``data`` and the sections ``badan``; its own bytes when these are the
    same as before. A text that cannot be read is written anew."""
    wanted = normal(data, Inovasi)
    parts = {key: value.strip() for key, value in badan.items() if value.strip()}
    whole = write_entry(wanted, parts).text
    record, _ = parse_record(text, berkas)
    if record is None:
        return whole
    lines = normalise(text).split("\n")
    if body_parts(record.badan) != parts:
        head = lines[: record.baris_badan - 1]
        lines = [*head, *join_body(parts).split("\n")]
        text = "\n".join(lines)
        record, _ = parse_record(text, berkas)
        if record is None:
            return whole

    def says_it(candidate: str) -> bool:
        again, _ = parse_record(candidate, berkas)
        return again is not None and normal(again.data, Inovasi) == wanted and body_parts(again.badan) == parts

    kept = write_entry(wanted).text + "\n".join(lines[record.baris_badan - 1 :])
    return _first_good(_candidates(record, text, wanted, Inovasi), says_it, kept if says_it(kept) else whole)


def revise_register(text: str, berkas: str, data: Mapping[str, Any], rekaman: type[Rekaman]) -> str:
    """Return the register or profile ``text`` with the isian ``data``; see ``revise_entry``."""
    wanted = normal(data, rekaman)
    whole = write_register(wanted, rekaman).text
    record, _ = parse_record(text, berkas)
    if record is None:
        return whole

    def says_it(candidate: str) -> bool:
        again, _ = parse_record(candidate, berkas)
        return again is not None and normal(again.data, rekaman) == wanted

    return _first_good(_candidates(record, text, wanted, rekaman), says_it, whole)


def _first_good(candidates: Iterator[str], says_it: Callable[[str], bool], otherwise: str) -> str:
    return next((candidate for candidate in candidates if says_it(candidate)), otherwise)


def _candidates(record: SourceRecord, text: str, wanted: dict[str, Any], rekaman: type[Rekaman]) -> Iterator[str]:
    """Yield the text as it is, then with the finest edits, then with whole isian of the first level replaced."""
    yield text
    lines = normalise(text).split("\n")
    layout = Layout.of(record, lines)
    for find in (find_edits, find_top_edits):
        try:
            edits: list[Edit] = list(find(layout, wanted, rekaman))
        except NotByLines:
            continue
        changed = "\n".join(apply_edits(lines, edits))
        yield changed.replace("\n", "\r\n") if "\r\n" in text else changed
