"""A file of the data in canonical form, where that is certain to lose nothing."""

from __future__ import annotations

from catalog.model.wilayah import REGISTER
from catalog.reading import parse_record
from catalog.record_text.bodies import body_parts
from catalog.record_text.canonical import write_entry, write_register


def canonical_text(text: str, berkas: str) -> str | None:
    """Return the text in canonical form; None where that is not certain to lose nothing."""
    record, _ = parse_record(text, berkas)
    if record is None or record.komentar:
        return None
    parts = body_parts(record.badan)
    register = REGISTER.get(berkas.rsplit("/", 1)[1])
    written = (write_register(record.data, register) if register else write_entry(record.data, parts)).text
    again, _ = parse_record(written, berkas)
    if again is None or (again.data, body_parts(again.badan)) != (record.data, parts):
        return None
    return written
