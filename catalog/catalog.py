"""The validated catalogue: entries and regions as the pages, statistics and exports see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from sys import intern
from typing import Any

from catalog.kelengkapan import Kelengkapan
from catalog.markup import render_markdown
from catalog.model.inovasi import Inovasi
from catalog.model.isian import take_out
from catalog.model.wilayah import (
    AngkaLaporan,
    CatatanIndeks,
    Kunjungan,
    Pameran,
    Penghargaan,
    PerangkatDaerah,
    ProfilWilayah,
    PutaranLab,
)
from catalog.vocabularies import Vocabularies, WilayahKode

BAGIAN = ("masalah", "cara_kerja", "hasil", "pelajaran")
"""The sections of a body, in their order."""


@dataclass(frozen=True, slots=True)
class Badan:
    """The body of an entry: Markdown of its four sections, '' where absent.

    ``html`` has sections as they come out on a page, where somebody has them ready; see ``prosa``.
    """

    masalah: str = ""
    cara_kerja: str = ""
    hasil: str = ""
    pelajaran: str = ""
    html: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False, kw_only=True)

    def __bool__(self) -> bool:
        return bool(self.masalah or self.cara_kerja or self.hasil or self.pelajaran)

    def prosa(self, bagian: str) -> str:
        """Return a section as HTML that may be put on a page unescaped."""
        ready = self.html.get(bagian)
        return render_markdown(getattr(self, bagian)) if ready is None else ready

    def with_html(self) -> Badan:
        """Return the same body with the HTML of all its sections."""
        filled = [name for name in BAGIAN if getattr(self, name)]
        return replace(self, html={name: self.prosa(name) for name in filled})

    def take_out(self) -> Badan:
        """Return the whole of a body that is put away; any other as it is."""
        return self


@dataclass(frozen=True, slots=True)
class Entri:
    """One valid innovation with what is computed from it alone (so that its page depends on nothing else).

    ``naskah`` is the text of its file where that holds more than the isian and the four sections: comments, isian that
    the model does not know, other text; '' for nearly all.
    """

    wilayah: str
    slug: str
    berkas: str
    inovasi: Inovasi
    badan: Badan
    bukti: str
    kelengkapan: Kelengkapan
    naskah: str = ""
    tanggal_mulai: str | None = field(init=False)
    """First known date of application, else of trial; None when neither is known."""
    tahun: int | None = field(init=False)
    """Year of the start, else of the first report; None when unknown."""
    tahun_perkiraan: bool = field(init=False)
    """True when ``tahun`` is the year of the first report, because no start is known."""
    tanggal_sumber: tuple[str, ...] = field(init=False)
    """Dates of the sources in their order, '' where one has none."""
    kata_kunci: str = field(init=False)
    """Keywords, a line each: one text, because pages ask it of every entry that is like theirs."""
    keadaan: str = field(init=False)
    """Id of the status; ``belum-diketahui`` when the entry does not say."""
    pengganti: str | None = field(init=False)
    """Id or name of what replaced it; None when nothing is told."""

    def __post_init__(self) -> None:
        """Draw from the isian what lists ask of every entry; days, which many sources share, are one text each."""
        inovasi, tanggal = self.inovasi, self.inovasi.tanggal
        start = (tanggal.penerapan or tanggal.uji_coba or tanggal.pengembangan) if tanggal else None
        date = start or inovasi.pertama_diberitakan
        drawn: dict[str, Any] = {
            "tanggal_mulai": start,
            "tahun": int(date[:4]) if date else None,
            "tahun_perkiraan": start is None and date is not None,
            "tanggal_sumber": tuple(intern(sumber.tanggal or "") for sumber in inovasi.sumber),
            "kata_kunci": "\n".join(inovasi.kata_kunci),
            "keadaan": inovasi.status.keadaan if inovasi.status else "belum-diketahui",
            "pengganti": inovasi.status.pengganti if inovasi.status else None,
        }
        for name, value in drawn.items():
            object.__setattr__(self, name, value)

    def take_out(self) -> Entri:
        """Return the entry with all of it in memory, for who reads most of it; see ``catalog.load.ringan``."""
        inovasi, badan = take_out(self.inovasi), self.badan.take_out()
        return self if inovasi is self.inovasi and badan is self.badan else replace(self, inovasi=inovasi, badan=badan)

    @property
    def id(self) -> str:
        """``kab-blora/samin-119``."""
        return f"{self.wilayah}/{self.slug}"

    @property
    def tautan(self) -> str:
        """Address of the entry's page below the site's root, with a slash at the end."""
        return f"inovasi/{self.wilayah}/{self.slug}/"

    @property
    def nama(self) -> str:
        """Name as people say it."""
        return self.inovasi.nama

    @property
    def urusan_utama(self) -> str:
        """Id of the first urusan."""
        return self.inovasi.urusan[0]

    @property
    def kebaruan(self) -> str:
        """Date by which *newest* is ordered: the start, else the newest source; '' when neither has a date."""
        return self.tanggal_mulai or max(self.tanggal_sumber, default="")


@dataclass(frozen=True, slots=True)
class Daerah:
    """One region of the catalogue (or ``nasional``): its profile and registers; entries are reached by ``Catalog``.

    ``naskah`` has the texts of those of its files that hold more than their isian, by the file's name.
    """

    id: str
    nama: str
    profil: ProfilWilayah | None = None
    opd_lengkap: bool = False
    perangkat_daerah: dict[str, PerangkatDaerah] = field(default_factory=dict)
    indeks: tuple[CatatanIndeks, ...] = ()
    angka: tuple[AngkaLaporan, ...] = ()
    kunjungan: tuple[Kunjungan, ...] = ()
    pameran: tuple[Pameran, ...] = ()
    penghargaan: tuple[Penghargaan, ...] = ()
    lab: tuple[PutaranLab, ...] = ()
    naskah: dict[str, str] = field(default_factory=dict)

    @property
    def tautan(self) -> str:
        """Address of the region's page below the site's root."""
        return f"wilayah/{self.id}/"


@dataclass(frozen=True, slots=True)
class Catalog:
    """Every valid record. ``entri`` is ordered by id, ``daerah`` by id (``nasional`` is in it when it has records)."""

    entri: tuple[Entri, ...]
    daerah: dict[str, Daerah]
    vocabularies: Vocabularies
    _by_id: dict[str, Entri]
    _by_wilayah: dict[str, tuple[Entri, ...]]
    _visits: dict[str, tuple[Kunjungan, ...]]

    def find(self, id: str) -> Entri | None:
        """Return the entry with this id, or None."""
        return self._by_id.get(id)

    def entri_of(self, wilayah: str) -> tuple[Entri, ...]:
        """Return the entries of a region ordered by id; () when it has none."""
        return self._by_wilayah.get(wilayah, ())

    @property
    def wilayah_berentri(self) -> tuple[str, ...]:
        """Ids of the regions that have entries, ordered by id."""
        return tuple(sorted(self._by_wilayah))

    def nama_wilayah(self, id_or_name: str) -> str:
        """Return the name of a region id from the closed list, or the text itself where it is a name."""
        row: WilayahKode | None = self.vocabularies.wilayah.get(id_or_name)
        return row.nama if row else id_or_name

    def penduduk_of(self, wilayah: str) -> int | None:
        """Return the number of people in a region by its profile, None where unknown."""
        daerah = self.daerah.get(wilayah)
        return daerah.profil.penduduk if daerah and daerah.profil else None

    def kunjungan_of(self, wilayah: str) -> tuple[Kunjungan, ...]:
        """Return all visits in the data with this region as host or guest, newest first, undated last."""
        return self._visits.get(wilayah, ())


def make_catalog(entri: Iterable[Entri], daerah: Iterable[Daerah], vocabularies: Vocabularies) -> Catalog:
    """Return the catalogue of these records, ordered and indexed, whatever order they come in."""
    ordered = tuple(sorted(entri, key=lambda e: e.id))
    by_wilayah: dict[str, list[Entri]] = {}
    for e in ordered:
        by_wilayah.setdefault(e.wilayah, []).append(e)
    regions = {d.id: d for d in sorted(daerah, key=lambda d: d.id)}
    return Catalog(
        entri=ordered,
        daerah=regions,
        vocabularies=vocabularies,
        _by_id={e.id: e for e in ordered},
        _by_wilayah={w: tuple(es) for w, es in by_wilayah.items()},
        _visits=_visits_of(regions.values()),
    )


def _visits_of(regions: Iterable[Daerah]) -> dict[str, tuple[Kunjungan, ...]]:
    """Every region or guest by its id or name → its visits, newest first."""
    by_text = sorted((k for d in regions for k in d.kunjungan), key=lambda k: (k.tuan_rumah, k.tamu, k.topik))
    found: dict[str, list[Kunjungan]] = {}
    for visit in sorted(by_text, key=lambda k: k.tanggal or "", reverse=True):
        for side in dict.fromkeys((visit.tuan_rumah, visit.tamu)):
            found.setdefault(side, []).append(visit)
    return {side: tuple(visits) for side, visits in found.items()}
