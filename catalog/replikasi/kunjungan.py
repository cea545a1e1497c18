"""Visits as stages of pairs: guests of a region who came to study an entry; never more than that."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from catalog.catalog import Catalog, Entri
from catalog.model.wilayah import Kunjungan
from catalog.replikasi.catatan import Kunci, Tempat, Ujung
from catalog.replikasi.pasangan import ASAL, LAIN, PENERIMA, Peristiwa, Rujukan

_NOT_TO_LEARN = frozenset({"verifikasi", "kajian"})
"""Kinds in the register of visits at which nobody comes to learn for a region of their own."""


def read_visits(catalog: Catalog, tempat: Tempat, known: Collection[Kunci]) -> Iterator[tuple[Ujung, Ujung, Peristiwa]]:
    """Yield (origin, adopter, event) of every visit that took place and names an entry of its host or of its guest.

    Guests of another region who came to the entry's region make a pair of their own. Guests who are no region of the
    closed list (a ministry, another country), and people of the origin who went to the adopter, only join a pair that
    an entry records (``known``). A planned visit is no event, nor is a jury's inspection or a study.
    """
    for daerah in catalog.daerah.values():
        for visit in daerah.kunjungan:
            is_event = not visit.rencana and visit.jenis not in _NOT_TO_LEARN
            for id in dict.fromkeys(visit.inovasi) if is_event else ():
                entri = catalog.find(id)
                if entri:
                    yield from _events(entri, visit, daerah.id, tempat, known)


def _events(
    entri: Entri, visit: Kunjungan, register: str, tempat: Tempat, known: Collection[Kunci]
) -> Iterator[tuple[Ujung, Ujung, Peristiwa]]:
    origin = Ujung(entri.id, entri.id, entri.wilayah)
    host = tempat.place(visit.tuan_rumah, None, entri.wilayah)
    guest = tempat.place(visit.tamu, None, entri.wilayah)
    if entri.wilayah not in (host.kunci, guest.kunci):
        return
    is_home = host.kunci == entri.wilayah
    other = guest if is_home else host
    if other.wilayah == entri.wilayah:
        return
    if (is_home and other.wilayah) or (origin.kunci, other.kunci) in known:
        yield origin, other, _event(visit, register, entri.wilayah, other.wilayah)


def _event(visit: Kunjungan, register: str, origin: str, adopter: str) -> Peristiwa:
    side = ASAL if register == origin else PENERIMA if register == adopter else LAIN
    sources = tuple(Rujukan("", source) for source in visit.sumber)
    return Peristiwa("kunjungan", visit.tanggal or "", (side,), sources, visit.topik)
