"""The quiet facts of an entry: whose it is, what kind, since when, and what it belongs to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.indonesian import rentang_tanggal, tanggal
from catalog.model.bagian import TautanLuar
from catalog.pages.context import NOTHING, PageContext
from catalog.pages.tautan import Tautan, entry_link, region_link
from catalog.vocabularies import Istilah

_SISTEM = {"jippnas": "JIPPNas", "tuxedovation": "Tuxedovation", "sinovik": "SINOVIK"}


@dataclass(frozen=True, slots=True)
class Fakta:
    """One fact: no value means that it is not known; ``ket`` is a quiet word behind each value."""

    judul: str
    nilai: Sequence[Tautan]
    ket: str = ""


def make_facts(entri: Entri, context: PageContext, gaps: bool = True) -> list[Fakta]:
    """Return the facts; with ``gaps`` also the basic ones that are not known, else only what is known."""
    inovasi, lists = entri.inovasi, context.catalog.vocabularies
    facts = [
        Fakta("Wilayah", (region_link(entri.wilayah, context),)),
        Fakta("Perangkat daerah", _offices(entri, context)),
        Fakta("Urusan", [Tautan(lists.urusan[id].nama, f"urusan/{id}/") for id in inovasi.urusan]),
        Fakta("Tahapan", _term(inovasi.tahapan, lists.tahapan, "tahapan/")),
        Fakta("Jenis", _term(inovasi.jenis, lists.jenis)),
        Fakta("Bentuk", _term(inovasi.bentuk, lists.bentuk)),
        Fakta("Inisiator", _term(inovasi.inisiator, lists.inisiator)),
        _year(entri),
    ]
    facts += _dates(entri)
    return [fact for fact in facts if gaps or fact.nilai] + [fact for fact in _further(entri, context) if fact.nilai]


def _term(id: str | None, terms: Mapping[str, Istilah], folder: str = "") -> Sequence[Tautan]:
    if not id:
        return ()
    return (Tautan(terms[id].nama, f"{folder}{id}/" if folder else ""),)


def _offices(entri: Entri, context: PageContext) -> list[Tautan]:
    daerah = context.catalog.daerah.get(entri.wilayah)
    known = daerah.perangkat_daerah if daerah else {}
    return [Tautan(known[id].nama if id in known else id) for id in entri.inovasi.perangkat_daerah]


def _year(entri: Entri) -> Fakta:
    if entri.tahun is None:
        return Fakta("Tahun mulai", ())
    link = (Tautan(str(entri.tahun), f"tahun/{entri.tahun}/"),)
    return (
        Fakta("Pertama diberitakan", link, "tahun mulai belum diketahui")
        if entri.tahun_perkiraan
        else Fakta("Tahun", link)
    )


def _dates(entri: Entri) -> list[Fakta]:
    dates = entri.inovasi.tanggal
    if dates is None:
        return []
    named = (
        ("Mulai diuji coba", dates.uji_coba),
        ("Mulai diterapkan", dates.penerapan),
        ("Mulai dikembangkan lagi", dates.pengembangan),
    )
    return [Fakta(title, (Tautan(tanggal(date)),)) for title, date in named if date]


def _further(entri: Entri, context: PageContext) -> Iterable[Fakta]:
    inovasi, incoming = entri.inovasi, context.masuk.get(entri.id, NOTHING)
    lists = context.catalog.vocabularies
    yield Fakta("Pemilik", _term(inovasi.klasifikasi, lists.klasifikasi))
    yield Fakta("Bagian dari", [entry_link(inovasi.bagian_dari, context)] if inovasi.bagian_dari else ())
    yield Fakta("Bagian-bagiannya", [Tautan(part.nama, part.tautan) for part in incoming.bagian])
    yield Fakta("Menggantikan", [entry_link(old.id, context) for old in incoming.digantikan])
    if inovasi.lab:
        year = f", {inovasi.lab.tahun}" if inovasi.lab.tahun else ""
        yield Fakta("Tahap lab inovasi LAN", (Tautan(lists.lab[inovasi.lab.tahap].nama + year, "lab/"),))
    yield Fakta(
        "Pernah dipamerkan di",
        [_exhibition(shown.nama, shown.tanggal, shown.tanggal_selesai) for shown in incoming.pameran],
    )
    if inovasi.tautan_luar:
        yield from _other_systems(inovasi.tautan_luar)
    if inovasi.kata_kunci:
        yield Fakta("Kata kunci", (Tautan(", ".join(inovasi.kata_kunci)),))


def _exhibition(name: str, start: str, end: str | None) -> Tautan:
    return Tautan(f"{name}, {rentang_tanggal(start, end)}", "pameran/")


def _other_systems(links: TautanLuar) -> Iterable[Fakta]:
    for key, system in _SISTEM.items():
        address = getattr(links, key)
        if address:
            yield Fakta(system, (Tautan(f"Lihat di {system}", luar=address),))
    if links.nomor_iga:
        yield Fakta("Nomor IGA", (Tautan(links.nomor_iga),))
