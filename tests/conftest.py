"""What many tests need: the real vocabularies, small valid records, a small catalogue."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from catalog.bukti import measure_bukti
from catalog.catalog import Badan, Catalog, Daerah, Entri, make_catalog
from catalog.kelengkapan import measure_kelengkapan
from catalog.model import Inovasi
from catalog.vocabularies import Vocabularies, load_vocabularies

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's root."""
    return ROOT


@pytest.fixture(scope="session")
def vocabularies() -> Vocabularies:
    """The real closed lists."""
    return load_vocabularies(ROOT / "vocabularies")


def make_inovasi(**changes: Any) -> Inovasi:
    """Return a valid innovation with the required isian only, changed as asked; values as typed text."""
    data: dict[str, Any] = {
        "nama": "Samin 119",
        "urusan": ["kesehatan"],
        "ringkasan": "Ambulans gratis yang dipanggil warga lewat satu nomor.",
        "sumber": [{"judul": "Berita contoh", "penerbit": "contoh.id", "tanggal": "2024-05"}],
    }
    return Inovasi.model_validate(data | changes)


def make_entri(id: str = "kab-blora/samin-119", badan: Badan | None = None, **changes: Any) -> Entri:
    """Return a valid entry with this id."""
    wilayah, slug = id.split("/")
    inovasi, body = make_inovasi(**changes), badan or Badan()
    sections = {"masalah": body.masalah, "cara_kerja": body.cara_kerja, "hasil": body.hasil}
    return Entri(
        wilayah=wilayah,
        slug=slug,
        berkas=f"innovations/{id}.md",
        inovasi=inovasi,
        badan=body,
        bukti=measure_bukti(inovasi, has_body=bool(body)),
        kelengkapan=measure_kelengkapan(inovasi, sections),
    )


@pytest.fixture
def catalog_of(vocabularies: Vocabularies) -> Callable[..., Catalog]:
    """Return a maker of catalogues, ``catalog_of(entri, …, daerah=[…])``; regions of entries come by themselves."""

    def make(*entri: Entri, daerah: list[Daerah] | None = None) -> Catalog:
        given = {d.id: d for d in daerah or []}
        for e in entri:
            given.setdefault(e.wilayah, Daerah(e.wilayah, vocabularies.wilayah[e.wilayah].nama))
        return make_catalog(entri, given.values(), vocabularies)

    return make
