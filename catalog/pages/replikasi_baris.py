"""What a pair of the ledger looks like to a reader: names, stage, who says so, how it went."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.iid import Edisi
from catalog.indonesian import tanggal
from catalog.model.umum import Sumber
from catalog.pages.context import PageContext
from catalog.pages.tautan import Tautan, region_link
from catalog.replikasi import ASAL, BELUM_DISEBUT, DUA_PIHAK, Hitungan, Pasangan, Pernyataan, Rujukan, Selisih

BUKU = "replikasi/"
"""Address of the ledger below the site's root."""

PIHAK = {
    DUA_PIHAK: "dikonfirmasi dua pihak",
    ASAL: "menurut asal",
    "penerima": "menurut penerima",
    "lain": "menurut pihak lain",
}

_JUDUL = {
    "nama": "Namanya di sana",
    "inspirasi": "Mengapa ditiru",
    "proses": "Cara meniru",
    "kesepakatan": "Kesepakatan",
    "pembeda": "Yang diubah",
    "hasil": "Hasilnya",
    "keterangan": "Keterangan",
}

_LENCANA = {
    "berjalan": "berjalan",
    "uji-coba": "dikembangkan",
    "berhenti": "berhenti",
    BELUM_DISEBUT: "belum-diketahui",
}
"""Stage → modifier of its badge; interest, visits and agreements have the plain one."""

_BELUM = {
    "minat": "Baru menyatakan minat; belum dihitung sebagai replikasi.",
    "kunjungan": "Baru datang belajar; belum dihitung sebagai replikasi.",
    "kesepakatan": "Baru kesepakatan; pelaksanaannya belum tercatat, jadi belum dihitung sebagai replikasi.",
    "berhenti": "Pernah ditiru, lalu berhenti; tidak dihitung lagi.",
    BELUM_DISEBUT: "Sampai tahap mana, belum tertulis; belum dihitung sebagai replikasi.",
}
TANPA_TANGGAL = "tanggal belum diketahui"
_SEWILAYAH = "Lanjutan di wilayah yang sama; tidak dihitung sebagai replikasi."


@dataclass(frozen=True, slots=True)
class Langkah:
    """One stage on the way: its name, its date as it is read, its sources."""

    nama: str
    tanggal: str
    sumber: Sequence[Sumber]


@dataclass(frozen=True, slots=True)
class BarisPasangan:
    """A pair as the ledger prints it.

    ``lencana`` is the modifier of the stage's badge or ''; ``ket`` date and side in one line; ``langkah`` are the
    stages when there is more than one. ``rincian`` are (heading, text, sources). ``sumber`` are the sources of the
    only stage, or of all that is said where there is none; texts that rest on the same ones do not repeat them.
    ``kapan`` and ``menurut`` are date and side alone. ``tanpa_sumber`` is the entry that tells a stage without naming
    which of its sources says so, None where every stage names its own.
    """

    asal: Tautan
    wilayah_asal: str
    penerima: Tautan
    entri: Sequence[Tautan]
    tahap: str
    lencana: str
    ket: str
    langkah: Sequence[Langkah]
    rincian: Sequence[tuple[str, str, Sequence[Sumber]]]
    selisih: Sequence[str]
    sumber: Sequence[Sumber]
    semua_sumber: Sequence[Sumber]
    kapan: str
    menurut: str
    tanpa_sumber: Tautan | None


def make_row(pair: Pasangan, context: PageContext) -> BarisPasangan:
    """Return a pair as the ledger prints it."""
    catalog = context.catalog
    origin = catalog.find(pair.asal)
    steps = [Langkah(stage_name(e.tahap, context), _date(e.tanggal), _sources(e.sumber)) for e in pair.peristiwa]
    texts = [(title(s, pair), s.teks, _sources(s.sumber)) for s in pair.pernyataan]
    cited = _cited(steps, texts)
    return BarisPasangan(
        asal=Tautan(origin.nama, origin.tautan) if origin else Tautan(pair.asal),
        wilayah_asal=catalog.nama_wilayah(origin.wilayah) if origin else "",
        penerima=region_link(pair.penerima, context),
        entri=entries_of(pair, context),
        tahap=stage_word(pair, context),
        lencana=badge(pair),
        ket=state_line(pair),
        langkah=steps if len(steps) > 1 else (),
        rincian=[(heading, text, [s for s in sources if s not in cited]) for heading, text, sources in texts],
        selisih=[difference(one, context) for one in pair.selisih],
        sumber=cited,
        semua_sumber=list(dict.fromkeys(s for group in _groups(steps, texts) for s in group)),
        kapan=_date(pair.tanggal),
        menurut=side_line(pair),
        tanpa_sumber=None if all(group for group in _groups(steps, ())) else _telling(pair, context),
    )


def _telling(pair: Pasangan, context: PageContext) -> Tautan | None:
    """The sources of the entry that tells the stage: the adopter's or the origin's."""
    adopter = (pair.tahap_menurut if pair.tahap else pair.pihak) == "penerima"
    told = [*pair.entri, pair.asal] if adopter else [pair.asal, *pair.entri]
    found = next((entri for id in told if (entri := context.catalog.find(id))), None)
    return Tautan(f"lihat sumber {found.nama}", f"{found.tautan}#sumber") if found else None


def _sources(references: Iterable[Rujukan]) -> list[Sumber]:
    return list(dict.fromkeys(one.sumber for one in references))


def _groups(steps: Iterable[Langkah], texts: Iterable[tuple[str, str, Sequence[Sumber]]]) -> list[Sequence[Sumber]]:
    return [step.sumber for step in steps] + [sources for _, _, sources in texts]


def _cited(steps: Sequence[Langkah], texts: Iterable[tuple[str, str, Sequence[Sumber]]]) -> list[Sumber]:
    """The sources that stand beside the badge; none where each of several stages has its own."""
    if len(steps) > 1:
        return []
    return list(steps[0].sumber) if steps else list(dict.fromkeys(s for _, _, sources in texts for s in sources))


def entries_of(pair: Pasangan, context: PageContext) -> list[Tautan]:
    """Return the adopter's entries as links; their names alone, because the region stands beside them."""
    found = (context.catalog.find(id) for id in pair.entri)
    return [Tautan(entri.nama, entri.tautan) for entri in found if entri]


def stage_name(tahap: str, context: PageContext) -> str:
    """Return the word of a stage: 'Uji coba'."""
    return context.catalog.vocabularies.tahap_replikasi[tahap].nama


def stage_word(pair: Pasangan, context: PageContext) -> str:
    """Return the word of a pair's badge: its stage, else that none is told; a sequel at home needs none."""
    if pair.tahap:
        return stage_name(pair.tahap, context)
    return "Lanjutan" if pair.sewilayah else "Tahap belum disebut"


def badge(pair: Pasangan) -> str:
    """Return the modifier of the badge, '' for the plain one."""
    return "" if pair.sewilayah and not pair.tahap else _LENCANA.get(pair.tahap, "")


def state_line(pair: Pasangan) -> str:
    """Return date and side: 'Februari 2025, dikonfirmasi dua pihak'; no date where no stage is told."""
    return f"{_date(pair.tanggal)}, {side_line(pair)}" if pair.tahap else side_line(pair)


def side_line(pair: Pasangan) -> str:
    """Return who says so: 'menurut asal', 'dikonfirmasi dua pihak, tahapnya menurut asal'."""
    side = "kedua pihak memakai satu sumber yang sama" if pair.satu_sumber else PIHAK[pair.pihak]
    if pair.pihak == DUA_PIHAK and pair.tahap and pair.tahap_menurut != DUA_PIHAK:
        return f"{side}, tahapnya {PIHAK[pair.tahap_menurut]}"
    return side


def why_not(pair: Pasangan) -> str:
    """Return why the pair is not counted as a replication, '' when it is or when the page says so anyway."""
    if pair.sewilayah:
        return _SEWILAYAH
    return _BELUM.get(pair.tahap, "")


def title(statement: Pernyataan, pair: Pasangan) -> str:
    """Return the heading of a statement; of a pair that both sides record it says whose it is."""
    heading = _JUDUL[statement.isian]
    return f"{heading}, {PIHAK[statement.pihak]}" if pair.pihak == DUA_PIHAK else heading


def difference(one: Selisih, context: PageContext) -> str:
    """Return in one sentence where the sides differ."""
    if one.isian == "tanggal":
        stage = stage_name(one.tahap_asal, context).lower()
        dates = _date(one.tanggal_asal), _date(one.tanggal_penerima)
        return f"Tanggal {stage} berbeda: {dates[0]} menurut asal, {dates[1]} menurut penerima."
    sides = ((one.tahap_asal, one.tanggal_asal, "asal"), (one.tahap_penerima, one.tanggal_penerima, "penerima"))
    said = [f"{stage_name(stage, context).lower()} ({_date(date)}) menurut {side}" for stage, date, side in sides]
    return f"Tahapnya berbeda: {said[0]}, {said[1]}."


def _date(date: str) -> str:
    return tanggal(date) if date else TANPA_TANGGAL


def count_sentence(count: Hitungan, edition: Edisi) -> str:
    """Return the count for the indicator in one sentence; never called a score."""
    if not count.jumlah:
        return "belum ada daerah lain yang tercatat mencoba atau menjalankannya."
    return (
        f"{count.jumlah} daerah lain mencoba atau menjalankannya, setara level {copy_level(count, edition)} dari 3 "
        f"pada pedoman {edition.edisi}."
    )


def copy_level(count: Hitungan, edition: Edisi) -> int:
    """Return the level of the indicator Replikasi, 0 to 3, that so many regions give."""
    return edition.level_of("jumlah_replikasi", count.jumlah)
