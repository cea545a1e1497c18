"""What the form of a region's self-assessment fetches: constants, predicates and indicators of every edition."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Any

from catalog.catalog import Catalog
from catalog.iid import Edisi, current_edition

FILE = "swanilai/edisi.json"
"""Its path below the site's root; its keys are a contract with ``theme/assets/js/swanilai.js``."""


def edition_files(catalog: Catalog) -> dict[str, Callable[[], str]]:
    """Return path below the site's root → maker of its text."""

    def text() -> str:
        return json.dumps(edition_document(catalog.vocabularies.iid), ensure_ascii=False, separators=(",", ":"))

    return {FILE: text}


def edition_document(editions: Mapping[int, Edisi]) -> dict[str, Any]:
    """Return the indicators of the current edition, and every edition to choose: itself, those announced, the older."""
    edition = current_edition(editions)
    later = [
        (
            f"{one.edisi} (baru diumumkan)",
            replace(edition.rumus, pembagi=one.pembagi, yandas_minimal=one.yandas_minimal),
        )
        for one in edition.diumumkan
    ]
    rows = [(str(edition.edisi), edition.rumus, edition), *((name, rules, edition) for name, rules in later)]
    rows += [
        (f"{one.edisi} (sebagian diketahui)", one.rumus, one) for one in editions.values() if one.edisi < edition.edisi
    ]
    return {
        "indikator": [{"nama": row.nama, "bobot": row.bobot} for row in edition.indikator],
        "edisi": [
            {"nama": name, "rumus": asdict(rules), "predikat": [asdict(one) for one in source.predikat]}
            for name, rules, source in rows
        ],
    }
