"""The counts of a region for its page: bars of plain HTML, every number leading to its entries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from catalog.exports import SEDIKIT
from catalog.indonesian import gabung, nama_bulan, ribuan
from catalog.pages.context import PageContext
from catalog.pages.statistik_temuan import explore_path
from catalog.pages.tautan import Tautan
from catalog.statistics import Hitungan, StatistikWilayah

_SHOWN = (
    ("Tahapan", "tahapan", "tahapan"),
    ("Status", "keadaan", "status"),
    ("Bukti", "bukti", "bukti"),
    ("Kelengkapan isian", "kelengkapan", "isi"),
    ("Jenis", "jenis", "jenis"),
    ("Bentuk", "bentuk", "bentuk"),
    ("Inisiator", "inisiator", "inisiator"),
    ("Klasifikasi", "klasifikasi", "klasifikasi"),
    ("Terakhir dikonfirmasi", "konfirmasi", "konfirmasi"),
)
"""(title, count of ``StatistikWilayah``, column of ``/jelajah/``)."""


@dataclass(frozen=True, slots=True)
class KelompokHitungan:
    """Counts of one thing: a name that leads to the entries, how many, out of the region's entries; zeros left out."""

    judul: str
    baris: Sequence[tuple[Tautan, int]]


@dataclass(frozen=True, slots=True)
class HitunganWilayah:
    """The counts of a region; ``kosong`` are the urusan without entries, of ``urusan`` in all.

    ``bulan`` are (month, new entries, entries up to it), newest first; ``bertanggal`` entries are in them.
    """

    jumlah: int
    kelompok: Sequence[KelompokHitungan]
    kosong: Sequence[str]
    urusan: int
    bulan: Sequence[tuple[Tautan, int, int]]

    @property
    def bertanggal(self) -> int:
        """How many entries have a start, or a first report."""
        return self.bulan[0][2] if self.bulan else 0


def region_counts(wilayah: str, context: PageContext) -> HitunganWilayah | None:
    """Return the counts of a region; None with fewer than three entries, whose list says all there is."""
    counts = context.statistik.per_wilayah.get(wilayah)
    if counts is None or counts.jumlah < SEDIKIT:
        return None
    lists = context.catalog.vocabularies.urusan
    urusan = [
        (Tautan(lists[c.id].singkat, explore_path("urusan", c, wilayah)), c.jumlah) for c in counts.urusan if c.jumlah
    ]
    groups = [
        KelompokHitungan("Urusan", urusan),
        KelompokHitungan("Tahun mulai", _years(counts)),
        *(KelompokHitungan(title, _rows(getattr(counts, name), column, wilayah)) for title, name, column in _SHOWN),
    ]
    empty = [lists[c.id].singkat for c in counts.urusan if not c.jumlah]
    shown = [group for group in groups if _tells(group)]
    return HitunganWilayah(counts.jumlah, shown, empty, len(counts.urusan), _months(counts))


def empty_urusan(counts: HitunganWilayah) -> str:
    """Return the sentence about the urusan without entries; '' when there are none."""
    if not counts.kosong:
        return ""
    return f"{len(counts.kosong)} dari {counts.urusan} urusan belum punya entri: {gabung(list(counts.kosong))}."


def _rows(counts: Sequence[Hitungan], column: str, wilayah: str) -> list[tuple[Tautan, int]]:
    return [(Tautan(c.nama, explore_path(column, c, wilayah)), c.jumlah) for c in counts if c.jumlah]


def _years(counts: StatistikWilayah) -> list[tuple[Tautan, int]]:
    rows = [
        (Tautan(f"{y.tahun}{f' ({ribuan(y.perkiraan)} perkiraan)' if y.perkiraan else ''}",
                f"jelajah/?wilayah={counts.id}&tahun={y.tahun}"), y.jumlah)
        for y in reversed(counts.tahun)
    ]  # fmt: skip
    return [*rows, (Tautan("Belum diketahui"), counts.tanpa_tahun)] if counts.tanpa_tahun else rows


def _months(counts: StatistikWilayah) -> list[tuple[Tautan, int, int]]:
    return [
        (Tautan(nama_bulan(m.bulan), f"jelajah/?wilayah={counts.id}&tahun={m.bulan[:4]}"), m.jumlah, m.kumulatif)
        for m in reversed(counts.bulan)
    ]


def _tells(group: KelompokHitungan) -> bool:
    """A group in which nothing is known of any entry says nothing."""
    return any(name.tautan for name, _ in group.baris)
