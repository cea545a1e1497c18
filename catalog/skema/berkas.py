"""The files for editors by their path in the repository; they are generated and never committed."""

from __future__ import annotations

import json
from typing import Any

from catalog.model import REGISTER, Inovasi
from catalog.skema.json_schema import record_schema
from catalog.skema.snippets import make_snippets
from catalog.vocabularies import Vocabularies

FOLDER = "build/skema"
SNIPPETS = ".vscode/katalog.code-snippets"


def editor_files(vocabularies: Vocabularies) -> dict[str, str]:
    """Return path → text: a schema for entries, one for each register, and the snippets."""
    files = {f"{FOLDER}/inovasi.json": _json(record_schema(Inovasi, vocabularies, "Entri inovasi"))}
    for name, kind in REGISTER.items():
        files[f"{FOLDER}/{name.removesuffix('.yml')}.json"] = _json(record_schema(kind, vocabularies, name))
    return files | {SNIPPETS: _json(make_snippets(vocabularies))}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
