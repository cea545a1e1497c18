"""The pages of the everyday problems: the index of all doors, and one page a door; and links to doors for others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.frame.page import Page
from catalog.indonesian import ribuan
from catalog.masalah import Masalah
from catalog.model.umum import Kantor
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.komponen import PER_HALAMAN, make_paging, plan_pages
from catalog.pages.masalah_isi import home_order, home_parts, other_order, other_parts
from catalog.pages.tautan import Tautan

PATH = "masalah/"
KANTOR = "desa-dan-kantor"
"""The group whose doors are for officials: there nothing is to be used, only copied."""

CONTOH_CARI = ("ambulans", "beasiswa", "jalan berlubang")
"""Queries offered below the search box of the index."""


@dataclass(frozen=True, slots=True)
class Pintu:
    """A door as a link, with its sentence and how many entries are behind it."""

    nama: str
    uraian: str
    tautan: str
    jumlah: int


@dataclass(frozen=True, slots=True)
class Rumah:
    """The home region: how many entries it has behind the door, and where to turn to when it has none."""

    nama: str
    jumlah: int
    tautan: str
    situs: str
    meja: Kantor | None


def door_path(id: str) -> str:
    """Return the address of a door's page below the site's root."""
    return f"{PATH}{id}/"


def entry_doors(entri: Entri, context: PageContext) -> list[Tautan]:
    """Return links to the doors of an entry, in the order of the vocabulary."""
    doors = context.catalog.vocabularies.masalah
    return [Tautan(doors[id].nama, door_path(id)) for id in context.pintu.get(entri.id, ())]


def home_doors(context: PageContext) -> list[Tautan]:
    """Return links to the doors that the home page shows: the chosen ones that have entries."""
    doors = context.catalog.vocabularies.masalah.values()
    return [Tautan(d.nama, door_path(d.id)) for d in doors if d.beranda and _entries(d.id, context)]


def problem_index(context: PageContext) -> Page:
    """Return the index of all doors in their groups, in the order of the vocabulary."""
    lists = context.catalog.vocabularies
    groups = [
        (group, [_door(door, context) for door in lists.masalah.values() if door.kelompok == group.id])
        for group in lists.kelompok_masalah.values()
    ]
    return render_page(
        "masalah.html",
        path=PATH,
        title="Masalah sehari-hari",
        description="Layanan dan inovasi menurut masalah sehari-hari: sakit, surat, sekolah, bantuan, usaha, jalan.",
        section="masalah",
        kelompok=[(group, doors) for group, doors in groups if doors],
        contoh=CONTOH_CARI,
        rumah=context.catalog.nama_wilayah(context.settings.wilayah_rumah),
    )


def problem_plan(context: PageContext) -> Iterator[tuple[str, str, int]]:
    """Yield (address, door, number) of every page of every door, at least one each."""
    for id in context.catalog.vocabularies.masalah:
        yield from plan_pages(door_path(id), len(_entries(id, context)), id)


def problem_page(id: str, number: int, context: PageContext) -> Page:
    """Return page ``number`` (from 1) of a door: the home region first, then the others by their evidence."""
    lists, home_id = context.catalog.vocabularies, context.settings.wilayah_rumah
    door, entries = lists.masalah[id], _entries(id, context)
    paging = make_paging(door_path(id), number, len(entries))
    home = sorted((e for e in entries if e.wilayah == home_id), key=home_order)
    others = sorted((e for e in entries if e.wilayah != home_id), key=other_order)
    shown = [*home, *others][(number - 1) * PER_HALAMAN : number * PER_HALAMAN]
    siblings = (d for d in lists.masalah.values() if d.kelompok == door.kelompok and d.id != id)
    return render_page(
        "masalah_pintu.html",
        path=paging.tautan(number),
        title=door.nama + (f", halaman {number}" if number > 1 else ""),
        description=f"{door.uraian} {ribuan(len(entries))} inovasi dalam katalog.",
        section="masalah",
        pintu=door,
        kelompok=lists.kelompok_masalah[door.kelompok],
        kantor=door.kelompok == KANTOR,
        rumah=_home_region(len(home), context),
        lain=len(others),
        bagian_rumah=home_parts([e for e in shown if e.wilayah == home_id], door.kelompok != KANTOR, context),
        bagian_lain=other_parts([e for e in shown if e.wilayah != home_id], context),
        tetangga=[Tautan(d.nama, door_path(d.id)) for d in siblings],
        halaman=paging,
    )


def _door(door: Masalah, context: PageContext) -> Pintu:
    return Pintu(door.nama, door.uraian, door_path(door.id), len(_entries(door.id, context)))


def _entries(id: str, context: PageContext) -> Sequence[Entri]:
    """The entries behind a door, the best evidence first."""
    return context.daftar.get(("masalah", id), ())


def _home_region(entries: int, context: PageContext) -> Rumah:
    id = context.settings.wilayah_rumah
    daerah = context.catalog.daerah.get(id)
    profil = daerah.profil if daerah else None
    return Rumah(
        nama=context.catalog.nama_wilayah(id),
        jumlah=entries,
        tautan=f"wilayah/{id}/" if context.has_wilayah(id) else "",
        situs=profil.situs or "" if profil else "",
        meja=profil.meja_informasi if profil else None,
    )
