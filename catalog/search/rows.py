"""One entry as `/jelajah/` lists, filters and sorts it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from catalog.catalog import Catalog, Entri
from catalog.search.biaya import classify_biaya
from catalog.search.ciri import find_ciri
from catalog.statistics.table import BELUM_PERNAH, quarter

TAHUN_TIDAK_DIKETAHUI = "tahun belum diketahui"


@dataclass(frozen=True, slots=True)
class FacetRow:
    """Values of one entry as ids of the vocabularies, None for what is not known.

    ``biaya`` is a class (``catalog.search.biaya``), ``ciri`` holds traits (``catalog.search.ciri``). ``tahun_teks`` is
    how a card prints the year; ``terbaru`` is the date it is sorted by: '' or YYYY, YYYY-MM or YYYY-MM-DD, so that a
    day comes after its month and a month after its year; ``kelengkapan`` counts filled isian, ``isi`` is the quarter of
    them. ``konfirmasi`` is the year of the last confirmation. The last five are filtered by, but offered nowhere: the
    numbers of the statistics lead to them.
    """

    id: str
    nama: str
    kepanjangan: str
    ringkasan: str
    wilayah: str
    urusan: tuple[str, ...]
    tahapan: str | None
    status: str
    jenis: str | None
    bukti: str
    biaya: str | None
    ciri: tuple[str, ...]
    tahun: int | None
    tahun_teks: str
    terbaru: str
    kelengkapan: int
    bentuk: str | None = None
    inisiator: str | None = None
    klasifikasi: str | None = None
    isi: str = "0"
    konfirmasi: str = BELUM_PERNAH


def make_rows(catalog: Catalog) -> Iterator[FacetRow]:
    """Yield one row per entry, in the order of the catalogue, which is that of ``make_records``."""
    ciri = find_ciri(catalog)
    return (_row(entri, ciri[entri.id]) for entri in catalog.entri)


def _row(entri: Entri, ciri: tuple[str, ...]) -> FacetRow:
    inovasi = entri.inovasi
    return FacetRow(
        id=entri.id,
        nama=inovasi.nama,
        kepanjangan=inovasi.kepanjangan or "",
        ringkasan=inovasi.ringkasan,
        wilayah=entri.wilayah,
        urusan=inovasi.urusan,
        tahapan=inovasi.tahapan,
        status=entri.keadaan,
        jenis=inovasi.jenis,
        bukti=entri.bukti,
        biaya=classify_biaya(inovasi),
        ciri=ciri,
        tahun=entri.tahun,
        tahun_teks=_year_text(entri),
        terbaru=entri.kebaruan,
        kelengkapan=entri.kelengkapan.terisi,
        bentuk=inovasi.bentuk,
        inisiator=inovasi.inisiator,
        klasifikasi=inovasi.klasifikasi,
        isi=quarter(entri.kelengkapan),
        konfirmasi=inovasi.dikonfirmasi.tanggal[:4] if inovasi.dikonfirmasi else BELUM_PERNAH,
    )


def _year_text(entri: Entri) -> str:
    if entri.tahun is None:
        return TAHUN_TIDAK_DIKETAHUI
    return f"diberitakan {entri.tahun}" if entri.tahun_perkiraan else str(entri.tahun)
