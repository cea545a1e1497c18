"""What every page may ask for: the catalogue, the settings, and who refers to whom, computed once before rendering."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from catalog.anugerah import DaftarAnugerah, read_awards
from catalog.catalog import Catalog, Entri
from catalog.indonesian import urutan_nama
from catalog.konfirmasi import build_day
from catalog.kunjungan import Catatan, read_visits
from catalog.masalah import assign, make_doors
from catalog.model.wilayah import Kunjungan, Pameran, Penghargaan
from catalog.photos import PublishedPhoto
from catalog.replikasi import Buku, open_book
from catalog.settings import Settings
from catalog.statistics import Statistik, count_statistics

BELUM_DIKETAHUI = "belum-diketahui"
"""Key of the list of entries whose year or stage is not known."""

NASIONAL = "nasional"

ListKey = tuple[str, str]
"""A static list of entries: ('inovasi', ''), ('urusan', id), ('tahun', '2021'), ('tahapan', id),
('keadaan', id), ('jenis', id), ('masalah', id)."""

BERHENTI, BERALASAN = ("berhenti", ""), ("berhenti", "beralasan")
"""Lists of those that stopped, and of those of them of which it is known why: the most recently stopped first, undated
last, then as in every list."""


@dataclass(slots=True)
class Masuk:
    """What elsewhere in the catalogue refers to one entry; each list in the order of the catalogue."""

    bagian: list[Entri] = field(default_factory=list)
    digantikan: list[Entri] = field(default_factory=list)
    kunjungan: list[Kunjungan] = field(default_factory=list)
    penghargaan: list[Penghargaan] = field(default_factory=list)
    pameran: list[Pameran] = field(default_factory=list)


NOTHING = Masuk()
"""Nothing refers to the entry."""


@dataclass(frozen=True, slots=True)
class PageContext:
    """Everything that pages are made from; small jobs beside it say which page."""

    catalog: Catalog
    settings: Settings
    statistik: Statistik
    """What ``catalog.statistics`` computed; only the pages about figures look into it."""
    ukuran_data: Mapping[str, int]
    """Sizes of the open-data files in bytes by name ('inovasi.csv'); empty while they are not written."""
    foto: Mapping[str, PublishedPhoto]
    """Photos as published, by ``<entry id>/<berkas>``; empty while they are not made."""
    masuk: Mapping[str, Masuk]
    """Entry id → what refers to it; ids to which nothing refers are left out."""
    pindah: Mapping[str, Entri]
    """Old id → the entry that bears it now, ordered by old id; one that an entry has taken is left out."""
    pintu: Mapping[str, tuple[str, ...]]
    """Entry id → ids of the everyday problems behind whose doors it stands."""
    daftar: Mapping[ListKey, tuple[Entri, ...]]
    """Every static list with its entries in the order in which they are shown."""
    terkait: Mapping[str, tuple[str, ...]]
    """Entry id → ids of related entries, best first; empty while they are not computed."""
    tingkat_bukti: Mapping[str, tuple[int, str]]
    """Evidence level id → (step from 1, name)."""
    buku: Buku
    """The ledger of replications."""
    kunjungan: tuple[Catatan, ...]
    """Every visit, newest first."""
    anugerah: DaftarAnugerah
    """Every award, and who gave most."""
    hari: date | None
    """The build's date, None where nobody set one; only pages that speak of age look at it, an entry's never."""

    def has_wilayah(self, id: str) -> bool:
        """True when the region has a page: a folder with records or entries, and a code of the closed list."""
        return id in self.catalog.vocabularies.wilayah and (
            id in self.catalog.daerah or bool(self.catalog.entri_of(id))
        )

    @property
    def wilayah(self) -> tuple[str, ...]:
        """Ids of the regions that have a page, ordered by id."""
        known = set(self.catalog.daerah) | set(self.catalog.wilayah_berentri)
        return tuple(sorted(id for id in known if self.has_wilayah(id)))

    def nama_provinsi(self, wilayah: str) -> str:
        """Name of the region's province without the word, 'Jawa Tengah'."""
        lists = self.catalog.vocabularies
        return lists.wilayah_by_kode[lists.wilayah[wilayah].provinsi].nama.removeprefix("Provinsi ")


def make_context(
    catalog: Catalog,
    settings: Settings,
    statistik: Statistik | Callable[[], Statistik] | None = None,
    ukuran_data: Mapping[str, int] | None = None,
    foto: Mapping[str, PublishedPhoto] | None = None,
    terkait: Mapping[str, tuple[str, ...]] | None = None,
    pintu: Mapping[str, tuple[str, ...]] | None = None,
) -> PageContext:
    """Return the context of the pages of this catalogue; one pass over its records.

    What is not given is counted (``statistik``), assigned (``pintu``) or left empty. ``statistik`` may be what waits
    for the counts, made elsewhere meanwhile: it is asked after everything else is done.
    """
    levels = enumerate(catalog.vocabularies.bukti.values(), start=1)
    doors = pintu or assign(catalog.entri, make_doors(catalog.vocabularies.masalah))
    return PageContext(
        catalog=catalog,
        settings=settings,
        ukuran_data=ukuran_data or {},
        foto=foto or {},
        masuk=_references(catalog),
        pindah=_moved(catalog),
        pintu=doors,
        daftar=_lists(catalog, doors),
        terkait=terkait or {},
        tingkat_bukti={level.id: (step, level.nama) for step, level in levels},
        buku=open_book(catalog),
        kunjungan=read_visits(catalog),
        anugerah=read_awards(catalog),
        hari=build_day(),
        statistik=statistik() if callable(statistik) else statistik or count_statistics(catalog),
    )


def _moved(catalog: Catalog) -> dict[str, Entri]:
    moved = {old: entri for entri in catalog.entri for old in entri.inovasi.alamat_lama if not catalog.find(old)}
    return dict(sorted(moved.items()))


def name_key(entri: Entri) -> tuple[str, str]:
    """Sort key of an entry by its name, then the id."""
    return urutan_nama(entri.nama), entri.id


def _references(catalog: Catalog) -> dict[str, Masuk]:
    found: dict[str, Masuk] = {}

    def of(id: str) -> Masuk:
        return found.setdefault(id, Masuk())

    for entri in catalog.entri:
        _add_references(entri, of)
    for daerah in catalog.daerah.values():
        for award in daerah.penghargaan:
            for id in award.inovasi:
                of(id).penghargaan.append(award)
        for exhibition in daerah.pameran:
            for id in sorted({stand.inovasi for stand in exhibition.gerai if stand.inovasi}):
                of(id).pameran.append(exhibition)
        for visit in daerah.kunjungan:
            for id in visit.inovasi:
                of(id).kunjungan.append(visit)
    for incoming in found.values():
        incoming.kunjungan.sort(key=lambda k: (k.tuan_rumah, k.tamu, k.topik))
        incoming.kunjungan.sort(key=lambda k: k.tanggal or "", reverse=True)
    return {id: incoming for id, incoming in found.items() if catalog.find(id)}


def _add_references(entri: Entri, of: Any) -> None:
    if entri.inovasi.bagian_dari:
        of(entri.inovasi.bagian_dari).bagian.append(entri)
    if entri.pengganti:
        of(entri.pengganti).digantikan.append(entri)


def _lists(catalog: Catalog, doors: Mapping[str, tuple[str, ...]]) -> dict[ListKey, tuple[Entri, ...]]:
    """All entries from A to Z; the others with the best evidence first, then the most complete, then by name."""
    levels = list(catalog.vocabularies.bukti)
    by_name = sorted(catalog.entri, key=name_key)
    by_evidence = sorted(by_name, key=lambda e: (-levels.index(e.bukti), -e.kelengkapan.terisi))
    groups: dict[ListKey, list[Entri]] = {}
    for entri in by_evidence:
        for key in (*_keys(entri), *(("masalah", id) for id in doors[entri.id])):
            groups.setdefault(key, []).append(entri)
    stopped = sorted(groups.get(("keadaan", "berhenti"), ()), key=_since, reverse=True)
    of_stopped = {BERHENTI: stopped, BERALASAN: [e for e in stopped if e.inovasi.status and e.inovasi.status.alasan]}
    lists = {("inovasi", ""): by_name} | {key: groups[key] for key in sorted(groups)}
    return {key: tuple(entries) for key, entries in (lists | of_stopped).items() if entries or key[0] == "inovasi"}


def _since(entri: Entri) -> str:
    return (entri.inovasi.status.per or "") if entri.inovasi.status else ""


def _keys(entri: Entri) -> list[ListKey]:
    urusan = [("urusan", id) for id in dict.fromkeys(entri.inovasi.urusan)]
    year = str(entri.tahun) if entri.tahun else BELUM_DIKETAHUI
    return [
        *urusan,
        ("tahun", year),
        ("tahapan", entri.inovasi.tahapan or BELUM_DIKETAHUI),
        ("keadaan", entri.keadaan),
        ("jenis", entri.inovasi.jenis or BELUM_DIKETAHUI),
    ]
