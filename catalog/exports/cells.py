"""What several tables write alike into a cell."""

from __future__ import annotations

from collections.abc import Iterable

from catalog.catalog import Catalog
from catalog.model.umum import Sumber


def code_of(wilayah: str, catalog: Catalog) -> str:
    """Return a region's code; '' for a name that is no region of the list."""
    row = catalog.vocabularies.wilayah.get(wilayah)
    return row.kode if row else ""


def yes_or_no(holds: bool) -> str:
    """Return 'ya' or 'tidak'."""
    return "ya" if holds else "tidak"


def sources_of(sources: Iterable[Sumber]) -> str:
    """Return title and address of each source once, parted by semicolons."""
    return "; ".join(dict.fromkeys(" ".join(part for part in (s.judul, s.tautan) if part) for s in sources))
