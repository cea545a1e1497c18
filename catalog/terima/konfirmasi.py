"""An office's word that its innovation still runs, or has stopped → the entry with just those lines changed.

It comes as the message that ``/kontribusi/konfirmasi/`` prepares, or as an issue of the form *Masih berjalan?*.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from catalog.reading import parse_record, read_record
from catalog.record_text import body_parts, revise_entry
from catalog.terima.pilihan import Ditolak

_MESSAGE = re.compile(
    r"^Baris di (innovations/[a-z0-9-]+/[a-z0-9-]+\.md):\s*\n\s*((?:dikonfirmasi|status): \{.+\})\s*$", re.MULTILINE
)
_ISSUE = re.compile(r"^### (Entri|Keadaan|Kantor yang menyatakan|Tanggal|Keterangan)[ \t]*$", re.MULTILINE)
_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_STOPPED = "sudah berhenti"


def looks_like_confirmation(text: str) -> bool:
    """Return True for the prepared message, and for the text of the issue form."""
    return _MESSAGE.search(text) is not None or {"Entri", "Kantor yang menyatakan"} <= set(_ISSUE.findall(text))


def read_confirmation(text: str, parent: Path) -> tuple[str, str]:
    """Return the entry's file and its text with the confirmation (or the end) written in; all other lines stay.

    Raises:
        Ditolak: no such entry, one that cannot be read, or a word without office or date.
    """
    file, said = _from_message(text) if _MESSAGE.search(text) else _from_issue(text)
    record, _ = read_record(parent, file)
    if record is None:
        raise Ditolak(f"{file} tidak ada atau tidak terbaca, jadi tidak dapat dikonfirmasi.")
    data: dict[str, Any] = dict(record.data)
    for key, value in said.items():
        kept = {name: old for name, old in (data.get(key) or {}).items() if name == "sumber"} if key == "status" else {}
        data[key] = {**value, **kept}
    old = (parent / file).read_text(encoding="utf-8")
    return file, revise_entry(old, file, data, body_parts(record.badan))


def _from_message(text: str) -> tuple[str, Mapping[str, Any]]:
    found = _MESSAGE.search(text)
    assert found is not None  # looked at before
    record, faults = parse_record(f"---\n{found[2]}\n---\n", "kiriman.md")
    if record is None:
        raise Ditolak(f"Baris di pesan ini tidak terbaca: {faults[0].pesan}")
    return found[1], record.data


def _from_issue(text: str) -> tuple[str, Mapping[str, Any]]:
    parts = _ISSUE.split(text)
    answers = {title: answer.strip() for title, answer in zip(parts[1::2], parts[2::2], strict=True)}
    id, office, day = (answers.get(title, "") for title in ("Entri", "Kantor yang menyatakan", "Tanggal"))
    if not _ID.fullmatch(id) or not office or not day:
        raise Ditolak("Isu ini belum menyebut id entri, kantor, atau tanggalnya.")
    if answers.get("Keadaan", "").lower().startswith(_STOPPED):
        reason = answers.get("Keterangan", "")
        why = {"alasan": " ".join(reason.split())} if reason and reason != "_No response_" else {}
        return f"innovations/{id}.md", {"status": {"keadaan": "berhenti", "per": day, **why}}
    return f"innovations/{id}.md", {"dikonfirmasi": {"tanggal": day, "oleh": office}}
