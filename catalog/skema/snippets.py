"""Snippets for VS Code: type the name of an isian in an entry, take the proposal, fill the places. No extension needed.

Format: https://code.visualstudio.com/docs/editing/userdefinedsnippets
"""

from __future__ import annotations

from typing import Any

from catalog.formulir.jenis import describe_record
from catalog.model import Inovasi
from catalog.model.isian import Rekaman
from catalog.skema.json_schema import explain
from catalog.validation.plans import plan_of
from catalog.vocabularies import Vocabularies

_LONGEST_CHOICE = 60
"""Values; a longer list would be a menu nobody reads."""


def make_snippets(vocabularies: Vocabularies) -> dict[str, Any]:
    """Return the snippets of an entry by name: the whole entry, each isian, each section of the body."""
    made: dict[str, Any] = {"Entri baru": _whole(vocabularies)}
    for field in describe_record(Inovasi):
        body = _Places(vocabularies).field(field, Inovasi, "")
        made[field["j"]] = {"prefix": field["k"], "body": body, "description": explain(field)}
    for title in ("Masalah", "Cara kerja", "Hasil", "Pelajaran"):
        made[f"Bagian {title}"] = {
            "prefix": f"## {title}",
            "body": [f"## {title}", "", "$0"],
            "description": f"Bagian {title} di bawah front matter.",
        }
    return {name: {"scope": "markdown,yaml", **snippet} for name, snippet in made.items()}


def _whole(vocabularies: Vocabularies) -> dict[str, Any]:
    places = _Places(vocabularies)
    fields = [field for field in describe_record(Inovasi) if field.get("w")]
    lines = [line for field in fields for line in places.field(field, Inovasi, "")]
    body = ["---", *lines, "---", "", "## Masalah", "", "$0", "", "## Cara kerja", "", "## Hasil"]
    return {"prefix": "entri", "body": body, "description": "Entri baru dengan isian wajib."}


class _Places:
    """Numbers the places of one snippet as they are written."""

    def __init__(self, vocabularies: Vocabularies) -> None:
        self._vocabularies = vocabularies
        self._last = 0

    def field(self, field: dict[str, Any], rekaman: type[Rekaman], indent: str) -> list[str]:
        """Return the lines of one isian; of a group of isian those that are required, else the first."""
        child = plan_of(rekaman)[field["k"]].rekaman
        if child is None:
            place = self._place(field)
            if field.get("l"):
                return [f"{indent}{field['k']}:", f"{indent}  - {place}"]
            return [f"{indent}{field['k']}: {place}"]
        fields = describe_record(child)
        asked = [one for one in fields if one.get("w")] or fields[:1]
        inner = [
            line for one in asked for line in self.field(one, child, f"{indent}{'    ' if field.get('l') else '  '}")
        ]
        if field.get("l"):
            inner[0] = f"{indent}  - {inner[0].lstrip()}"
        return [f"{indent}{field['k']}:", *inner]

    def _place(self, field: dict[str, Any]) -> str:
        self._last += 1
        choices: list[str] = []
        if field.get("t") == "yatidak":
            choices = ["ya", "tidak"]
        elif "d" in field:
            choices = list(getattr(self._vocabularies, field["d"]))
        if 0 < len(choices) <= _LONGEST_CHOICE:
            return f"${{{self._last}|{','.join(choices)}|}}"
        return f"${{{self._last}:{_escape(field['j'].lower())}}}"


def _escape(text: str) -> str:
    return text.replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
