"""The tables of a package: never more than three columns, the last one empty for whoever copies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from catalog.catalog import Entri
from catalog.indonesian import huruf_besar, ribuan, rupiah
from catalog.model.bagian import Biaya, HasilTerukur, Langkah, Sdm
from catalog.model.inovasi import Inovasi
from catalog.pages.context import PageContext
from catalog.paket import per_thousand, schedule
from catalog.vocabularies import Vocabularies

Blok = dict[str, Any]

NOTHING_TYPED = ""
"""A cell to be filled in by whoever copies."""

_UNKNOWN_WEEKS = "… sampai …"

TASKS = (
    "Masalahnya sama di daerah kami, dan ada angkanya",
    "Surat minat replikasi dikirim, dengan tembusan BSKDN",
    "Semua pertanyaan terjawab",
    "SK tim dan SOP disusun",
    "Biaya masuk rencana kerja dan anggaran",
    "Uji coba; hasilnya dikabarkan ke daerah asal dan katalog sesudah 3, 6, dan 12 bulan",
)
"""What every replication needs, whatever the innovation."""


def context_table(entri: Entri, context: PageContext) -> Blok:
    """Return the facts of the origin's region beside empty cells for one's own."""
    daerah = context.catalog.daerah.get(entri.wilayah)
    profile = daerah.profil if daerah else None
    register = daerah.perangkat_daerah if daerah else {}
    offices = [register[id].nama if id in register else id for id in entri.inovasi.perangkat_daerah]
    facts = (
        ("Penduduk", f"{ribuan(profile.penduduk)} jiwa" if profile and profile.penduduk else ""),
        ("Luas", f"{ribuan(round(profile.luas_km2))} km²" if profile and profile.luas_km2 else ""),
        ("Bentang alam", (profile.bentang_alam or "") if profile else ""),
        ("Pelaksana", "; ".join(offices) or "belum tercatat"),
    )
    rows = [[title, value, NOTHING_TYPED] for title, value in facts if value]
    return _table(["Hal", context.catalog.nama_wilayah(entri.wilayah), "Daerah kami"], rows, [24, 40, 36])


def result_table(results: Sequence[HasilTerukur], cite: Callable[[Iterable[str]], str]) -> list[Blok]:
    """Return the measured results, pairs of before and after first; ``cite`` gives the numbers of their sources."""
    if not results:
        return []
    ordered = sorted(results, key=lambda result: result.sebelum is None or result.sesudah is None)
    rows = [
        [
            f"{result.indikator} ({', '.join(part for part in (result.satuan, result.periode) if part)})"
            f"{cite(result.sumber)}",
            _number(result.sebelum),
            _number(result.sesudah),
        ]
        for result in ordered
    ]
    return [_table(["Indikator", "Sebelum", "Sesudah"], rows, [60, 20, 20])]


def plan_table(inovasi: Inovasi) -> list[Blok]:
    """Return the steps as a plan in weeks; without steps the tasks of every replication, their weeks left open."""
    head, widths = ["Langkah", "Minggu ke-", "Pelaksana"], [56, 18, 26]
    if not inovasi.langkah:
        rows = [[f"{number}. {task}", _UNKNOWN_WEEKS, NOTHING_TYPED] for number, task in enumerate(TASKS, start=1)]
        return [_table(head, rows, widths), _small("Langkah di daerah asal belum tercatat; ini kerangka umum.")]
    weeks = schedule(step.durasi for step in inovasi.langkah)
    rows = [
        [_step(number, step), _weeks(week), NOTHING_TYPED]
        for number, (step, week) in enumerate(zip(inovasi.langkah, weeks, strict=True), start=1)
    ]
    how = [
        "Minggu dihitung dari lama tiap langkah di daerah asal, satu sesudah yang lain." if any(weeks) else "",
        "Titik-titik: lamanya tidak tercatat; isi menurut rencana sendiri." if None in weeks else "",
    ]
    return [_table(head, rows, widths), _small(" ".join(filter(None, how)))]


def cost_table(entri: Entri, context: PageContext) -> list[Blok]:
    """Return the cost worksheet; without any known item its rows are empty too."""
    lists, items = context.catalog.vocabularies, entri.inovasi.biaya
    head = ["Untuk", "Di daerah asal", "Daerah kami"]
    if not items:
        rows = [[f"Biaya {kind}: …", NOTHING_TYPED, NOTHING_TYPED] for kind in ("awal", "tahunan")]
        return [_table(head, rows, _COST_WIDTHS), _small("Belum ada angka dari daerah asal.")]
    population = context.catalog.penduduk_of(entri.wilayah)
    rows = [[_cost_line(item, lists), _amount(item, population), NOTHING_TYPED] for item in items]
    how = " ".join(_method(items, population, context.catalog.nama_wilayah(entri.wilayah)))
    return [_table(head, rows, _COST_WIDTHS), *([_small(how)] if how else [])]


def _method(items: Sequence[Biaya], population: int | None, region: str) -> Iterator[str]:
    """Yield the sentences on how to bring the amounts to one's own region: only those that its items need."""
    known = [item for item in items if item.rupiah]
    kinds = {item.sifat for item in known}
    if scaled := [item for item in known if item.sifat in (None, "ikut-penduduk")]:
        divisor = f"{ribuan(population)} (penduduk {region})" if population else "penduduk daerah asal"
        yield f"Bila ikut jumlah penduduk: biaya asal × penduduk daerah kami ÷ {divisor}."
        if example := per_thousand(scaled[0], population):
            amount = rupiah(scaled[0].rupiah or 0)
            yield f"Contoh untuk 1.000 jiwa: {amount} × 1.000 ÷ {ribuan(population or 0)} = sekitar {rupiah(example)}."
    if kinds & {None, "tetap"}:
        yield "Bila tetap: sama dengan biaya asal."
    if None in kinds:
        yield "Bila sumber tidak menyebut sifatnya, kebutuhan daerah kami kira-kira di antara keduanya."
    if "satuan" in kinds:
        yield "Harga satuan: kalikan dengan banyaknya di daerah kami."
    if known:
        yield "Sesuaikan dengan harga sekarang."
    elif all(item.rupiah is None for item in items):
        yield "Belum ada angka dari daerah asal."
    if len(known) > 1:
        yield "Tidak dijumlahkan, karena satu angka dapat memuat yang lain."


_COST_WIDTHS = [48, 27, 25]


def staff_table(inovasi: Inovasi) -> list[Blok]:
    """Return the people needed beside empty cells, and who took part at the origin; [] when neither is known."""
    blocks: list[Blok] = []
    if inovasi.sdm:
        rows = [[_role(person), _people(person), NOTHING_TYPED] for person in inovasi.sdm]
        blocks.append(_table(["Tugas", "Di daerah asal", "Daerah kami"], rows, [50, 24, 26]))
    if inovasi.aktor:
        actors = "; ".join(f"{actor.nama} ({actor.peran})" if actor.peran else actor.nama for actor in inovasi.aktor)
        blocks.append({"blok": "paragraf", "teks": f"Yang terlibat di daerah asal: {actors}."})
    return blocks


def _table(head: list[str], rows: list[list[str]], widths: list[int]) -> Blok:
    return {"blok": "tabel", "kepala": head, "baris": rows, "lebar": widths}


def _small(text: str) -> Blok:
    return {"blok": "paragraf", "gaya": "kecil", "teks": text}


def _number(value: float | int | None) -> str:
    return "–" if value is None else ribuan(value)


def _step(number: int, step: Langkah) -> str:
    made = f" Keluaran: {step.keluaran}." if step.keluaran else ""
    took = f" Lamanya: {step.durasi}." if step.durasi else ""
    return f"{number}. {step.uraian}{made}{took}"


def _weeks(week: tuple[int, int] | None) -> str:
    if week is None:
        return _UNKNOWN_WEEKS
    return str(week[0]) if week[0] == week[1] else f"{week[0]} sampai {week[1]}"


def _cost_line(item: Biaya, lists: Vocabularies) -> str:
    kind = lists.jenis_biaya[item.jenis].nama.lower() if item.jenis else ""
    nature = lists.sifat_biaya[item.sifat].nama.lower() if item.sifat else ""
    year = f"harga {item.tahun.replace('-', ' sampai ')}" if item.tahun else "tahun harga tidak tercatat"
    details = (kind, nature, year, item.sumber_dana, "masih rencana" if item.rencana else "")
    return f"{item.uraian} ({', '.join(part for part in details if part)})"


def _amount(item: Biaya, population: int | None) -> str:
    if item.rupiah is None:
        return "belum ada angka"
    share = per_thousand(item, population)
    return rupiah(item.rupiah) + (f"; sekitar {rupiah(share)} per 1.000 jiwa" if share else "")


def _role(person: Sdm) -> str:
    return huruf_besar(person.peran) + (f" ({person.keterangan})" if person.keterangan else "")


def _people(person: Sdm) -> str:
    return "" if person.jumlah is None else f"{ribuan(person.jumlah)} orang"
