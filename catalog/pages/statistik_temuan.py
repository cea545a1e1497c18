"""The findings of the statistics page: each a sentence computed from the counts, a drawing, and the numbers as a table.

Shares are told as counts of their base, '71 dari 294', never as percentages of few entries.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from catalog.charts import Batang, BatangTahun, bar_chart, year_chart
from catalog.indonesian import gabung, ribuan
from catalog.pages.context import BELUM_DIKETAHUI, PageContext
from catalog.pages.provinsi import group_by_province
from catalog.pages.rapor import office_path
from catalog.pages.tautan import Tautan
from catalog.statistics import Hitungan, Statistik

_SATUAN = "jumlah entri"
_URUSAN_DRAWN, _WILAYAH_DRAWN, _OPD_DRAWN, _OPD_LISTED = 12, 15, 10, 50


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """One row: a name that leads to the entries behind its numbers, and the numbers as they are written."""

    nama: Tautan
    angka: Sequence[str]


@dataclass(frozen=True, slots=True)
class Tabel:
    """The numbers behind a drawing; ``kolom`` are the headings, that of the names first."""

    judul: str
    kolom: Sequence[str]
    baris: Sequence[BarisTabel]


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: its sentence, its drawing, what to know of it, and its table."""

    id: str
    judul: str
    gambar: Markup
    ket: Sequence[str]
    tabel: Tabel
    csv: str = ""
    """Name of the table among ``catalog.exports.TABLES_FOLDER``, without its ending; '' for that of ``id``."""


def urusan_finding(s: Statistik, context: PageContext) -> Temuan:
    """Return which urusan has most entries, and which have none."""
    lists = context.catalog.vocabularies.urusan
    top = [c for c in s.urusan if c.jumlah]
    empty = [lists[c.id].singkat for c in s.urusan if not c.jumlah]
    sentence = f"{_leaders([lists[c.id].singkat for c in _best(top)], 'urusan', 'menyumbang')} {ribuan(top[0].jumlah)}"
    sentence += f" dari {ribuan(s.jumlah)} entri"
    drawn = [Batang(lists[c.id].singkat, c.jumlah, ribuan(c.jumlah)) for c in top[:_URUSAN_DRAWN]]
    notes = ["Satu entri dapat termasuk beberapa urusan, jadi jumlahnya melebihi banyaknya entri."]
    if len(top) > len(drawn):
        notes.append(f"Digambar: {len(drawn)} urusan terbanyak.")
    if empty:
        notes.append(f"{len(empty)} dari {len(s.urusan)} urusan belum punya entri: {gabung(empty)}.")
    rows = [BarisTabel(Tautan(c.nama, f"urusan/{c.id}/"), (ribuan(c.jumlah),)) for c in s.urusan]
    return with_bars("urusan", sentence, drawn, notes, Tabel("Entri menurut urusan", ("Urusan", "Entri"), rows))


def region_finding(s: Statistik, context: PageContext) -> Temuan:
    """Return which region has most entries; the table lists all of them under their provinces."""
    best = _best(s.wilayah)
    sentence = f"{_leaders([c.nama for c in best], 'daerah', 'punya entri terbanyak:')} {ribuan(best[0].jumlah)}"
    sentence += f" dari {ribuan(s.jumlah)}"
    drawn = [Batang(_short(c.nama), c.jumlah, ribuan(c.jumlah)) for c in s.wilayah[:_WILAYAH_DRAWN]]
    whole = len(context.catalog.vocabularies.wilayah)
    notes = [
        f"{ribuan(s.jumlah_wilayah)} dari {ribuan(whole)} kabupaten, kota, dan provinsi punya entri.",
        "Banyaknya entri menunjukkan berapa yang sumbernya ditemukan, bukan daerah mana yang paling inovatif.",
    ]
    if len(s.wilayah) > len(drawn):
        notes.append(f"Digambar: {len(drawn)} daerah terbanyak.")
    rows = []
    for province in group_by_province(context):
        if province.berentri:
            total = Tautan(f"{province.nama}, semua daerah", f"jelajah/?provinsi={province.id}")
            rows.append(BarisTabel(total, (ribuan(province.jumlah),)))
            rows += [BarisTabel(Tautan(r.nama, r.tautan), (ribuan(r.jumlah),)) for r in province.berentri]
    return with_bars("wilayah", sentence, drawn, notes, Tabel("Entri menurut daerah", ("Daerah", "Entri"), rows))


def office_finding(s: Statistik, context: PageContext) -> Temuan | None:
    """Return which offices have most entries, of those entries that name their office; None when none does."""
    entries = sum(1 for entri in context.catalog.entri if entri.inovasi.perangkat_daerah)
    offices = [
        (count, region.id) for region in s.per_wilayah.values() for count in region.perangkat_daerah if count.jumlah
    ]
    if not offices:
        return None
    offices.sort(key=lambda item: (-item[0].jumlah, item[0].nama, item[1]))
    most = offices[0][0].jumlah

    def named(count: Hitungan, wilayah: str) -> str:
        name, region = count.nama, context.catalog.nama_wilayah(wilayah)
        return name if region in name else f"{name}, {region}"

    best = [named(count, wilayah) for count, wilayah in offices if count.jumlah == most]
    sentence = f"{_leaders(best, 'perangkat daerah', 'punya entri terbanyak:')} {ribuan(most)}"
    drawn = [
        Batang(_office_tag(count.nama, context.catalog.nama_wilayah(wilayah)), count.jumlah, ribuan(count.jumlah))
        for count, wilayah in offices[:_OPD_DRAWN]
    ]
    notes = [
        f"{ribuan(entries)} dari {ribuan(s.jumlah)} entri menyebut pemiliknya: {ribuan(len(offices))} perangkat daerah "
        "dan pemilik lain. Entri lain tidak dihitung di sini.",
        "Yang tanpa entri ada di halaman tiap daerah. Selama daftar OPD suatu daerah belum lengkap, bagiannya tidak "
        "dihitung.",
    ]
    if len(offices) > len(drawn):
        notes.append(f"Digambar: {len(drawn)} terbanyak; tabelnya {min(_OPD_LISTED, len(offices))} terbanyak.")
    rows = [
        BarisTabel(Tautan(named(count, wilayah), office_path(wilayah, count.id)), (ribuan(count.jumlah),))
        for count, wilayah in offices[:_OPD_LISTED]
    ]
    table = Tabel("Entri menurut perangkat daerah", ("Perangkat daerah", "Entri"), rows)
    return with_bars("perangkat-daerah", sentence, drawn, notes, table, csv="perangkat_daerah")


def year_finding(s: Statistik) -> Temuan | None:
    """Return the year with most entries; None when no year is known. Years of the first report are marked."""
    if not s.tahun:
        return None
    most = max(year.jumlah for year in s.tahun)
    best = [str(year.tahun) for year in s.tahun if year.jumlah == most]
    known = sum(year.jumlah for year in s.tahun)
    estimated = sum(year.perkiraan for year in s.tahun)
    sentence = f"Tahun {gabung(best)} paling banyak: {ribuan(most)} dari {ribuan(known)} entri yang tahunnya diketahui"
    notes = ["Tahun mulai diterapkan, diuji coba, atau dikembangkan."]
    if estimated:
        notes.append(f"Untuk {ribuan(estimated)} entri baru diketahui tahun pertama diberitakan; batangnya kosong.")
    drawing = year_chart([BatangTahun(y.tahun, y.jumlah, y.perkiraan) for y in s.tahun], f"{sentence}.", _SATUAN)
    rows = [
        BarisTabel(Tautan(str(y.tahun), f"tahun/{y.tahun}/"), (ribuan(y.jumlah), ribuan(y.perkiraan)))
        for y in reversed(s.tahun)
    ]
    if s.tanpa_tahun:
        unknown = Tautan("Belum diketahui", f"tahun/{BELUM_DIKETAHUI}/")
        rows.append(BarisTabel(unknown, (ribuan(s.tanpa_tahun), "–")))
    table = Tabel("Entri menurut tahun", ("Tahun", "Entri", "Baru tahun diberitakan"), rows)
    return Temuan("tahun", sentence, Markup(drawing), notes, table)  # noqa: S704  charts escape what they write


def stage_finding(s: Statistik) -> Temuan:
    """Return how many entries are known to be applied."""
    applied = _count(s.tahapan, "penerapan")
    sentence = f"{ribuan(applied)} dari {ribuan(s.jumlah)} entri diketahui sudah diterapkan"
    rows = [BarisTabel(Tautan(c.nama, f"tahapan/{c.id}/"), (ribuan(c.jumlah),)) for c in s.tahapan]
    return with_bars(
        "tahapan", sentence, all_bars(s.tahapan), (), Tabel("Entri menurut tahapan", ("Tahapan", "Entri"), rows)
    )


def status_finding(s: Statistik) -> Temuan:
    """Return how many entries are known to run and to have stopped."""
    running, stopped = _count(s.keadaan, "berjalan"), _count(s.keadaan, "berhenti")
    sentence = f"{ribuan(running)} dari {ribuan(s.jumlah)} entri diketahui masih berjalan"
    sentence += f", {ribuan(stopped)} sudah berhenti" if stopped else ""
    notes = ["Belum diketahui: belum ada sumber yang menyebut apakah inovasinya masih berjalan."]
    table = Tabel("Entri menurut keadaan", ("Keadaan", "Entri"), _listed_rows("keadaan", s.keadaan))
    return with_bars("keadaan", sentence, all_bars(s.keadaan), notes, table)


def kind_finding(s: Statistik) -> Temuan | None:
    """Return how many entries are digital, of those whose kind is known; None when none is."""
    digital, other = _count(s.jenis, "digital"), _count(s.jenis, "non-digital")
    if not digital + other:
        return None
    sentence = f"{ribuan(digital)} dari {ribuan(digital + other)} entri yang jenisnya diketahui adalah digital"
    rows = _listed_rows("jenis", s.jenis)
    return with_bars("jenis", sentence, all_bars(s.jenis), (), Tabel("Entri menurut jenis", ("Jenis", "Entri"), rows))


def evidence_finding(s: Statistik) -> Temuan:
    """Return how many entries have the two strongest levels of evidence."""
    strong = _count(s.bukti, "terukur") + _count(s.bukti, "dievaluasi")
    sentence = f"{ribuan(strong)} dari {ribuan(s.jumlah)} entri punya hasil terukur atau sudah dievaluasi"
    notes = ["Tingkat bukti dihitung dari isi entri; bukan nilai resmi."]
    rows = [BarisTabel(Tautan(c.nama, explore_path("bukti", c)), (ribuan(c.jumlah),)) for c in s.bukti]
    return with_bars(
        "bukti", sentence, all_bars(s.bukti), notes, Tabel("Entri menurut bukti", ("Tingkat bukti", "Entri"), rows)
    )


def completeness_finding(s: Statistik, context: PageContext) -> Temuan:
    """Return how many entries fill at least half of the isian that are counted."""
    half = sum(c.jumlah for c in s.kelengkapan[2:])
    base = context.catalog.entri[0].kelengkapan.dari
    sentence = f"{ribuan(half)} dari {ribuan(s.jumlah)} entri mengisi setengah isian atau lebih"
    notes = [f"Dihitung {base} isian yang membantu warga dan daerah lain."]
    rows = [BarisTabel(Tautan(c.nama, explore_path("isi", c)), (ribuan(c.jumlah),)) for c in s.kelengkapan]
    table = Tabel("Entri menurut kelengkapan", ("Bagian isian yang terisi", "Entri"), rows)
    return with_bars("kelengkapan", sentence, all_bars(s.kelengkapan), notes, table)


def explore_path(column: str, count: Hitungan, wilayah: str = "") -> str:
    """Return the address of the search that lists the entries behind a count; '' where there are none to list.

    What is not known cannot be searched for; only the status says so itself.
    """
    if not count.jumlah or (count.id == BELUM_DIKETAHUI and column != "status"):
        return ""
    return f"jelajah/?{f'wilayah={wilayah}&' if wilayah else ''}{column}={count.id}"


def with_bars(
    id: str, sentence: str, bars: Sequence[Batang], notes: Sequence[str], table: Tabel, csv: str = ""
) -> Temuan:
    """Return a finding with lying bars."""
    drawing = bar_chart(bars, f"{sentence}.", _SATUAN)
    return Temuan(id, sentence, Markup(drawing), notes, table, csv)  # noqa: S704  charts escape what they write


def all_bars(counts: Sequence[Hitungan]) -> list[Batang]:
    """Return a bar for every count; what is not known in grey."""
    return [Batang(c.nama, c.jumlah, ribuan(c.jumlah), redup=c.id == BELUM_DIKETAHUI) for c in counts]


def _best(counts: Sequence[Hitungan]) -> list[Hitungan]:
    most = max((c.jumlah for c in counts), default=0)
    return [c for c in counts if c.jumlah == most]


def _leaders(names: Sequence[str], kind: str, verb: str) -> str:
    """The subject of a sentence about the first: one name, two that share the place, or how many share it."""
    if len(names) == 1:
        return f"{names[0]} {verb}"
    together = gabung(list(names)) if len(names) == 2 else f"{len(names)} {kind}"
    return f"{together} {verb.removesuffix(':')} sama banyak,"


def _count(counts: Sequence[Hitungan], id: str) -> int:
    return sum(c.jumlah for c in counts if c.id == id)


def _listed_rows(kind: str, counts: Sequence[Hitungan]) -> list[BarisTabel]:
    """A row per value, linked to the static list behind it where there is one."""
    return [BarisTabel(Tautan(c.nama, f"{kind}/{c.id}/" if c.jumlah else ""), (ribuan(c.jumlah),)) for c in counts]


def _office_tag(office: str, region: str) -> str:
    """An office beside its bar: the region first, because a long name is cut at its end."""
    place, name = region.removeprefix("Kabupaten "), office.removeprefix("Dinas ")
    return name if place in name else f"{place}: {name}"


def _short(name: str) -> str:
    return name.replace("Kabupaten ", "Kab. ").replace("Provinsi ", "Prov. ")
