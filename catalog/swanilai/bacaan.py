"""Levels that can be read from an entry's isian: one function a measure, each careful rather than generous.

A measure returns its value, which the edition's limits turn into a level, and what it was read from. 0 means that the
isian say nothing, never that there is nothing. What only papers can show (RKPD, SOP, complaints …) is read by none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from catalog.iid import Baca
from catalog.model.inovasi import Inovasi
from catalog.model.umum import Dokumen

Bacaan = tuple[int, tuple[str, ...]]
"""(value of the measure, what it was read from: short texts for people)."""

NOTHING: Bacaan = (0, ())


@dataclass(frozen=True, slots=True)
class Bahan:
    """What the measures look at: the isian, the year of the edition, and the regions that copied the innovation."""

    inovasi: Inovasi
    edisi: int
    peniru: tuple[str, ...] = ()


def read_value(reading: Baca, bahan: Bahan) -> Bacaan:
    """Return what the measure of ``reading`` finds.

    Raises:
        KeyError: a measure that is not here; the loader of editions excludes it.
    """
    return MEASURES[reading.ukuran](bahan, reading)


def document_name(document: Dokumen) -> str:
    """Return 'Peraturan Bupati Nomor 5 Tahun 2021: Judul', as far as it is known."""
    number = f" Nomor {document.nomor}" if document.nomor else ""
    year = f" Tahun {document.tahun}" if document.tahun else ""
    return f"{document.jenis}{number}{year}: {document.judul}"


def _legal_ground(bahan: Bahan, reading: Baca) -> Bacaan:
    best: Bacaan = NOTHING
    for document in bahan.inovasi.dasar_hukum:
        kind = document.jenis.casefold()
        for level, words in reading.kata.items():
            if any(kind.startswith(word) for word in words) and int(level) > best[0]:
                best = int(level), (document_name(document),)
    return best


def _people(bahan: Bahan, reading: Baca) -> Bacaan:
    total = sum(row.jumlah or 0 for row in bahan.inovasi.sdm)
    return (total, (f"{total} orang",)) if total else NOTHING


def _budget_years(bahan: Bahan, reading: Baca) -> Bacaan:
    """The longest run of budget years among this year and the two before; plans are no budgets."""
    window = range(bahan.edisi - 2, bahan.edisi + 1)
    spent: set[int] = set()
    for cost in bahan.inovasi.biaya:
        if cost.tahun and not cost.rencana:
            first, _, last = cost.tahun.partition("-")
            spent |= set(range(int(first), int(last or first) + 1)) & set(window)
    longest = run = 0
    for year in window:
        run = run + 1 if year in spent else 0
        longest = max(longest, run)
    return (longest, ("anggaran " + ", ".join(map(str, sorted(spent))),)) if longest else NOTHING


def _tools(bahan: Bahan, reading: Baca) -> Bacaan:
    service = bahan.inovasi.layanan
    online = [f"layanan daring {text}" for text in (service.aplikasi, service.tautan) if text] if service else []
    if bahan.inovasi.jenis == "digital":
        return (3, (online[0],)) if online else (2, ("jenis digital",))
    return (1, ("jenis non-digital",)) if bahan.inovasi.jenis else NOTHING


def _actors(bahan: Bahan, reading: Baca) -> Bacaan:
    return _count({actor.nama.casefold() for actor in bahan.inovasi.aktor}, "lembaga")


def _executor(bahan: Bahan, reading: Baca) -> Bacaan:
    return (1, ("perangkat daerah pelaksana tercatat",)) if bahan.inovasi.perangkat_daerah else NOTHING


def _offices(bahan: Bahan, reading: Baca) -> Bacaan:
    return _count(set(bahan.inovasi.perangkat_daerah), "perangkat daerah")


def _publicity(bahan: Bahan, reading: Baca) -> Bacaan:
    """2 for news of a government, 3 for dated news of others; papers, blogs and social media count as neither."""
    hosts = [
        urlsplit(source.tautan).hostname or "" for source in bahan.inovasi.sumber if source.tautan and source.tanggal
    ]
    government = [host for host in hosts if _ends(host, reading.kata.get("pemerintah", ()))]
    others = [
        host
        for host in hosts
        if host not in government and not any(word in f".{host}" for word in reading.kata.get("bukan_berita", ()))
    ]
    if others:
        return 3, (others[0].removeprefix("www."),)
    return (2, (government[0].removeprefix("www."),)) if government else NOTHING


def _manual(bahan: Bahan, reading: Baca) -> Bacaan:
    words = reading.kata.get("jenis", ())
    found = [document for document in bahan.inovasi.dokumen if document.jenis.casefold().startswith(tuple(words))]
    online = [document for document in found if document.tautan]
    if not found:
        return NOTHING
    return (3, (document_name(online[0]),)) if online else (1, (document_name(found[0]),))


def _ways_to_ask(bahan: Bahan, reading: Baca) -> Bacaan:
    service = bahan.inovasi.layanan
    if service is None:
        return NOTHING
    ways = (
        (service.tempat, "tatap muka"),
        (service.telepon or service.whatsapp_resmi, "telepon"),
        (service.tautan or service.aplikasi, "daring"),
    )
    return _list([name for value, name in ways if value])


def _copies(bahan: Bahan, reading: Baca) -> Bacaan:
    return len(bahan.peniru), bahan.peniru


def _evaluators(bahan: Bahan, reading: Baca) -> Bacaan:
    """3 for research by others, 1 for any evaluation; a satisfaction survey stands between them."""
    outside = reading.kata.get("luar", ())
    for judged in bahan.inovasi.evaluasi:
        if any(word in judged.oleh.casefold() for word in outside):
            return 3, (judged.oleh,)
    for result in bahan.inovasi.hasil_terukur:
        if "kepuasan masyarakat" in result.indikator.casefold():
            return 2, (result.indikator,)
    return (1, (bahan.inovasi.evaluasi[0].oleh,)) if bahan.inovasi.evaluasi else NOTHING


def _video(bahan: Bahan, reading: Baca) -> Bacaan:
    report = bahan.inovasi.lapor
    return (1, ("video tercatat; bagiannya belum dinilai",)) if report and report.video else NOTHING


def _ends(host: str, endings: Sequence[str]) -> bool:
    return f".{host}".endswith(tuple(endings)) if endings else False


def _count(names: Iterable[str], unit: str) -> Bacaan:
    total = len(list(names))
    return (total, (f"{total} {unit}",)) if total else NOTHING


def _list(names: Sequence[str]) -> Bacaan:
    return len(names), ((", ".join(names),) if names else ())


MEASURES: dict[str, Callable[[Bahan, Baca], Bacaan]] = {
    "jenis_dasar_hukum": _legal_ground,
    "jumlah_orang": _people,
    "tahun_anggaran": _budget_years,
    "alat_kerja": _tools,
    "jumlah_aktor": _actors,
    "pelaksana": _executor,
    "jumlah_perangkat_daerah": _offices,
    "sosialisasi": _publicity,
    "pedoman": _manual,
    "cara_layanan": _ways_to_ask,
    "jumlah_replikasi": _copies,
    "penilai": _evaluators,
    "video": _video,
}
"""Measure → its function; the names that ``catalog.iid.baca.MEASURES`` allows."""
