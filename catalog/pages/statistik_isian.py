"""Findings of the statistics page about form, initiator, classification, confirmation, and growth month by month."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from catalog.charts import Batang, BatangTahun, bar_chart, year_chart
from catalog.indonesian import nama_bulan, ribuan, tanggal
from catalog.konfirmasi import find_overdue
from catalog.pages.context import BELUM_DIKETAHUI, PageContext
from catalog.pages.statistik_temuan import BarisTabel, Tabel, Temuan, all_bars, explore_path, with_bars
from catalog.pages.tautan import Tautan
from catalog.statistics import Hitungan, Statistik

_MONTHS_DRAWN = 12
_SATUAN = "jumlah entri"
_DATED = "Menurut tanggal mulai di entri, atau bila tidak diketahui tanggal pertama diberitakan."


def form_finding(s: Statistik) -> Temuan | None:
    """Return which form most entries have, of those whose form is known; None when none is."""
    return _leading("bentuk", "bentuknya", "Bentuk", s.bentuk)


def initiator_finding(s: Statistik) -> Temuan | None:
    """Return who began most entries, of those of which it is known; None when it is of none."""
    return _leading("inisiator", "inisiatornya", "Inisiator", s.inisiator)


def owner_finding(s: Statistik) -> Temuan | None:
    """Return which kind of owner most entries have, of those whose kind is known; None when none is."""
    return _leading("klasifikasi", "klasifikasinya", "Klasifikasi", s.klasifikasi)


def _leading(id: str, owned: str, title: str, counts: Sequence[Hitungan]) -> Temuan | None:
    known = [c for c in counts if c.id != BELUM_DIKETAHUI and c.jumlah]
    if not known:
        return None
    total, best = sum(c.jumlah for c in known), max(known, key=lambda c: c.jumlah)
    sentence = f"{ribuan(best.jumlah)} dari {ribuan(total)} entri yang {owned} diketahui: {_lower(best.nama)}"
    rows = [BarisTabel(Tautan(c.nama, explore_path(id, c)), (ribuan(c.jumlah),)) for c in counts]
    table = Tabel(f"Entri menurut {title.lower()}", (title, "Entri"), rows)
    return with_bars(id, sentence, all_bars(counts), (), table)


def _lower(name: str) -> str:
    """Abbreviations keep their capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def confirmation_finding(s: Statistik, context: PageContext) -> Temuan:
    """Return how many entries an office ever confirmed, by year, and how many within the last 12 months."""
    never = sum(c.jumlah for c in s.konfirmasi if not c.id.isdigit())
    sentence = f"{ribuan(s.jumlah - never)} dari {ribuan(s.jumlah)} entri pernah dikonfirmasi kantornya"
    notes = ["Dikonfirmasi: kantor pemiliknya menyatakan inovasi ini masih berjalan."]
    if context.hari:
        late = {one.entri.id for one in find_overdue(context.catalog.entri, context.hari)}
        fresh = sum(1 for e in context.catalog.entri if e.inovasi.dikonfirmasi and e.id not in late)
        notes.append(f"Dalam 12 bulan sampai {tanggal(context.hari.isoformat())}: {ribuan(fresh)}.")
    rows = [BarisTabel(Tautan(c.nama, explore_path("konfirmasi", c)), (ribuan(c.jumlah),)) for c in s.konfirmasi]
    table = Tabel("Entri menurut tahun terakhir dikonfirmasi", ("Terakhir dikonfirmasi", "Entri"), rows)
    return with_bars("dikonfirmasi", sentence, all_bars(s.konfirmasi), notes, table, csv="konfirmasi")


def growth_finding(s: Statistik) -> Temuan | None:
    """Return the running total year by year; None when no year is known."""
    if not s.tahun:
        return None
    total, bars = 0, []
    by_year = {year.tahun: year.jumlah for year in s.tahun}
    for year in range(min(by_year), max(by_year) + 1):
        total += by_year.get(year, 0)
        bars.append(BatangTahun(year, total))
    half = next(bar for bar in bars if bar.jumlah * 2 >= total)
    sentence = f"Separuh dari {ribuan(total)} entri yang tahunnya diketahui mulai {half.tahun} atau sebelumnya"
    rows = [
        BarisTabel(Tautan(str(bar.tahun), f"tahun/{bar.tahun}/" if bar.tahun in by_year else ""), (ribuan(bar.jumlah),))
        for bar in reversed(bars)
    ]
    table = Tabel("Jumlah entri sampai akhir tahun", ("Tahun", "Jumlah sampai tahun itu"), rows)
    drawing = year_chart(bars, f"{sentence}.", "jumlah entri sampai tahun itu")
    return Temuan("kumulatif", sentence, Markup(drawing), [_DATED], table, "tahun")  # noqa: S704  charts escape


def month_finding(s: Statistik) -> Temuan | None:
    """Return the newest month with entries, every month with its running total; None when no month is known.

    Entries of which only the year is known have a row of their own behind the months of that year.
    """
    months = [row for row in s.bulan if len(row.bulan) > 4]
    if not months:
        return None
    drawn = months[-_MONTHS_DRAWN:]
    newest, known = months[-1], sum(row.jumlah for row in months)
    dated = s.bulan[-1].kumulatif
    sentence = f"Bulan terbaru dengan entri baru: {tanggal(newest.bulan)}, {ribuan(newest.jumlah)} entri"
    notes = [_DATED, f"Bulannya diketahui untuk {ribuan(known)} dari {ribuan(s.jumlah)} entri."]
    if len(months) > len(drawn):
        notes.append(f"Digambar: {len(drawn)} bulan terakhir yang punya entri baru; bulan tanpa entri tidak digambar.")
    rows = [
        BarisTabel(
            Tautan(nama_bulan(row.bulan), f"tahun/{row.bulan[:4]}/"),
            (ribuan(row.jumlah), ribuan(row.kumulatif)),
        )
        for row in reversed(s.bulan)
    ]
    if s.jumlah > dated:
        unknown = Tautan("Tanpa tanggal", f"tahun/{BELUM_DIKETAHUI}/")
        rows.append(BarisTabel(unknown, (ribuan(s.jumlah - dated), "–")))
    table = Tabel("Entri baru tiap bulan", ("Bulan", "Entri baru", "Jumlah sampai bulan itu"), rows)
    bars = [Batang(tanggal(row.bulan), row.jumlah, ribuan(row.jumlah)) for row in drawn]
    drawing = bar_chart(bars, f"{sentence}.", _SATUAN)
    return Temuan("bulan", sentence, Markup(drawing), notes, table)  # noqa: S704  charts escape what they write
