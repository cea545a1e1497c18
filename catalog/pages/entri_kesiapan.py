"""Which parts of "how to copy it" an entry answers, as its page and its package show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.catalog import BAGIAN, Entri
from catalog.indonesian import gabung, huruf_besar
from catalog.kesiapan import Kesiapan, measure_kesiapan
from catalog.pages.context import PageContext


@dataclass(frozen=True, slots=True)
class KesiapanView:
    """``terjawab`` are the answered parts, each with a capital; ``belum`` is the others in one enumeration."""

    jumlah: int
    dari: int
    terjawab: Sequence[str]
    belum: str


def kesiapan_of(entri: Entri, context: PageContext) -> Kesiapan:
    """Return the parts an entry answers, its region's profile included."""
    daerah = context.catalog.daerah.get(entri.wilayah)
    written = [name for name in BAGIAN if getattr(entri.badan, name)]
    parts = context.catalog.vocabularies.kesiapan.values()
    return measure_kesiapan(parts, entri.inovasi, written, daerah.profil if daerah else None)


def make_readiness(entri: Entri, context: PageContext) -> KesiapanView:
    """Return what the page of an entry says about it."""
    found = kesiapan_of(entri, context)
    return KesiapanView(
        jumlah=len(found.terjawab),
        dari=len(found.terjawab) + len(found.belum),
        terjawab=[huruf_besar(part.nama) for part in found.terjawab],
        belum=gabung([part.nama for part in found.belum]),
    )
