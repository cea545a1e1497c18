"""The page of the open data: which files there are, what their isian mean, under which licence, how to cite them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from catalog.exports import FILES, HITUNGAN, TABLES, TABLES_FOLDER
from catalog.exports.statistics import COLUMNS as STATISTICS
from catalog.frame.page import Page
from catalog.model.inovasi import Inovasi
from catalog.model.isian import Rekaman
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.validation.plans import FieldPlan, plan_of

DIHITUNG = (
    ("id", "Wilayah dan nama berkas entri; tidak pernah berubah.", "kab-blora/samin-119"),
    ("tautan", "Alamat halaman entri di bawah alamat situs.", "inovasi/kab-blora/samin-119/"),
    ("wilayah", "Id wilayah.", "kab-blora"),
    ("masalah, cara_kerja, hasil", "Bagian naskah entri, ditulis dengan Markdown.", ""),
    ("pelajaran_naskah", "Bagian Pelajaran dari naskah, dengan Markdown; paragrafnya juga ada di pelajaran.", ""),
    ("bukti", "Tingkat bukti, dihitung dari isi entri.", "terdokumentasi"),
    ("kelengkapan", "Banyaknya isian yang terisi, dan dari berapa.", '{"terisi": 12, "dari": 26}'),
    ("tahun", "Tahun mulai; bila tidak diketahui, tahun pertama diberitakan.", "2021"),
    ("tahun_perkiraan", "true bila tahun itu tahun pertama diberitakan.", "false"),
    ("berkas_asli", "Teks berkasnya, hanya bila memuat catatan, isian lain, atau bagian naskah lain.", ""),
)
"""Keys that are added to the isian: (key, what it is, example)."""


@dataclass(frozen=True, slots=True)
class Berkas:
    """One file: ``ukuran`` is its size in bytes, None while it is not known."""

    alamat: str
    nama: str
    isi: str
    ukuran: int | None


@dataclass(frozen=True, slots=True)
class BarisIsian:
    """One isian of a record: ``bentuk`` says what stands there in one or two words."""

    kunci: str
    judul: str
    bantuan: str
    bentuk: str
    wajib: bool
    contoh: str


@dataclass(frozen=True, slots=True)
class TabelIsian:
    """The isian of one record: ``kunci`` is where it stands ('layanan'), '' for the entry itself."""

    kunci: str
    judul: str
    baris: Sequence[BarisIsian]


def data_page(context: PageContext) -> Page:
    """Return the page of the open data."""
    files = [Berkas(path, path.rsplit("/", 1)[1], text, context.ukuran_data.get(path)) for path, text in FILES.items()]
    fullest = max(context.catalog.entri, key=lambda e: e.kelengkapan.terisi, default=None)
    return render_page(
        "data.html",
        path="data/",
        title="Data terbuka",
        description="Seluruh isi katalog sebagai berkas JSON dan CSV, dengan keterangan isiannya. Lisensi CC BY 4.0.",
        section="data",
        berkas=files,
        contoh=fullest,
        dihitung=DIHITUNG,
        kolom=TABLES,
        hitungan=HITUNGAN,
        statistik=STATISTICS,
        folder_statistik=TABLES_FOLDER,
        rumah=context.settings.wilayah_rumah,
        tabel=list(_tables(Inovasi, "", "Isian pada tingkat pertama")),
        nama=context.settings.nama_katalog,
        situs=context.settings.site_url,
    )


def _tables(rekaman: type[Rekaman], key: str, title: str) -> Iterator[TabelIsian]:
    """The table of a record, then those of the records inside it, each below its key."""
    plans = plan_of(rekaman)
    yield TabelIsian(key, title, [_row(plan) for plan in plans.values()])
    for name, plan in plans.items():
        if plan.rekaman:
            yield from _tables(plan.rekaman, f"{key}.{name}" if key else name, plan.judul)


def _row(plan: FieldPlan) -> BarisIsian:
    return BarisIsian(
        kunci=plan.nama,
        judul=plan.judul,
        bantuan=plan.bantuan,
        bentuk=_shape(plan),
        wajib=plan.wajib,
        contoh="" if plan.rekaman else _example(plan.contoh),
    )


def _shape(plan: FieldPlan) -> str:
    what = "isian di bawah" if plan.rekaman else "pilihan" if plan.daftar else "rujukan" if plan.menunjuk else "nilai"
    return f"daftar {what}" if plan.berdaftar else what


def _example(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
