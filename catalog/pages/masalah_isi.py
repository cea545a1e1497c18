"""What stands behind a door: the entries of the home region by what one can do, those of others by their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from catalog.catalog import Entri
from catalog.model.bagian import Layanan
from catalog.pages.context import PageContext
from catalog.pages.komponen import Kartu, make_card

_BERHENTI = "berhenti"
_TANYA_KANTOR = "Tempat dan jam layanannya belum tercatat; tanyakan kepada kantor yang mengurusnya."

_LAIN = (
    ("terukur", "Hasilnya sudah diukur atau dinilai"),
    ("tercatat", "Ada keterangannya, hasilnya belum diukur"),
    ("nama", "Baru namanya yang tercatat"),
    ("sudah-berhenti", "Sudah berhenti"),
)
"""Groups of what other regions do, in the order in which they are shown: anchor, title."""

_GROUP_OF_EVIDENCE = {"dievaluasi": 0, "terukur": 0, "terdokumentasi": 1, "klaim": 1, "nama-saja": 2}


@dataclass(frozen=True, slots=True)
class Baris:
    """An entry behind a door; ``layanan`` only where the page says how to use it."""

    kartu: Kartu
    layanan: Layanan | None = None


@dataclass(frozen=True, slots=True)
class Bagian:
    """Entries under one heading. ``jenis``: 'pakai' (with how to use them), 'baris', or 'nama' (names only)."""

    id: str
    judul: str
    ket: str
    jenis: str
    baris: Sequence[Baris]


def home_order(entri: Entri) -> int:
    """Sort key of the home region's entries: those one can use, the others, those that stopped."""
    if entri.keadaan == _BERHENTI:
        return 2
    return 0 if entri.inovasi.layanan else 1


def other_order(entri: Entri) -> int:
    """Sort key of other regions' entries: measured, described, named only, stopped."""
    return 3 if entri.keadaan == _BERHENTI else _GROUP_OF_EVIDENCE[entri.bukti]


def home_parts(entries: Sequence[Entri], for_citizens: bool, context: PageContext) -> list[Bagian]:
    """Return the home region's entries, given in ``home_order``, under their headings.

    Behind a door for officials nothing is to be used: all that still runs stands under one heading.
    """
    name = context.catalog.nama_wilayah(context.settings.wilayah_rumah)
    usable, others, stopped = ([e for e in entries if home_order(e) == order] for order in range(3))
    if not for_citizens:
        usable, others = [], usable + others
    parts = [
        Bagian("sekarang", f"Yang bisa dipakai sekarang di {name}", "", "pakai", _rows(usable, context, True)),
        Bagian(
            "di-sini",
            f"{'Juga' if usable else 'Yang sudah'} ada di {name}",
            _TANYA_KANTOR if for_citizens else "",
            "baris",
            _rows(others, context),
        ),
        Bagian("pernah", f"Pernah ada di {name}, sudah berhenti", "", "baris", _rows(stopped, context)),
    ]
    return [part for part in parts if part.baris]


def other_parts(entries: Sequence[Entri], context: PageContext) -> list[Bagian]:
    """Return other regions' entries, given in ``other_order``, under their headings."""
    parts = []
    for place, group in groupby(entries, other_order):
        id, title = _LAIN[place]
        parts.append(Bagian(id, title, "", "nama" if id == "nama" else "baris", _rows(list(group), context)))
    return parts


def _rows(entries: Sequence[Entri], context: PageContext, with_service: bool = False) -> list[Baris]:
    return [Baris(make_card(e, context), e.inovasi.layanan if with_service else None) for e in entries]
