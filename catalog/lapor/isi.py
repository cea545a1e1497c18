"""The texts of reports, composed from an entry's isian: one function each, '' where the isian say nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from catalog.catalog import Entri
from catalog.iid import count_words
from catalog.indonesian import ribuan
from catalog.model.bagian import Biaya, HasilTerukur, Langkah, ReplikasiDari
from catalog.model.inovasi import Inovasi
from catalog.swanilai.bacaan import document_name
from catalog.validation.plans import plan_of
from catalog.vocabularies import Vocabularies

_LINK = re.compile(r"\[([^\]\n]*)\]\(([^)\s]*)\)")
_BULLET = re.compile(r"^[ \t]*[-*] ", re.MULTILINE)
_HEADING = re.compile(r"^#+ +", re.MULTILINE)
_PLACE = re.compile(r"\[[^\[\]\n]+\]")


@dataclass(frozen=True, slots=True)
class Sumber:
    """What the texts are made from: the entry, the closed lists, and the names of the regions that copied it."""

    entri: Entri
    lists: Vocabularies
    peniru: tuple[str, ...] = ()


def plain(text: str) -> str:
    """Return a contributor's text without Markdown, and without brackets, which mark places to fill in."""
    if "[" in text or "**" in text:
        text = _LINK.sub(r"\1 (\2)", text).replace("**", "").replace("[", "(")
    text = text.replace("]", ")")
    if "- " in text or "* " in text:
        text = _BULLET.sub("• ", text)
    return (_HEADING.sub("", text) if "# " in text else text).strip()


def count_written(text: str) -> int:
    """Return how many words of a report's text are written; places to fill in are left out."""
    return count_words(_PLACE.sub(" ", text) if "[" in text else text)


def compose(name: str, source: Sumber) -> str:
    """Return one text by its name.

    Raises:
        KeyError: a name that is not here; a test holds the vocabulary to them.
    """
    return TEXTS[name](source)


@cache
def isian_place(path: str) -> str:
    """Return 'isian Tujuan (lapor.tujuan)': its title, as forms call it, and its key; other texts as they are."""
    plans, title = plan_of(Inovasi), ""
    for name in path.split("."):
        plan = plans.get(name)
        if plan is None:
            return path
        title, plans = plan.judul, plan_of(plan.rekaman) if plan.rekaman else {}
    return f"isian {title} ({path})"


def _body(section: str) -> Callable[[Sumber], str]:
    return lambda source: plain(getattr(source.entri.badan, section))


def _report(name: str) -> Callable[[Sumber], str]:
    def text(source: Sumber) -> str:
        report = source.entri.inovasi.lapor
        value = getattr(report, name) if report else None
        return plain(", ".join(value) if isinstance(value, tuple) else value or "")

    return text


def _lines(items: Iterable[str]) -> str:
    return "\n".join(plain(item) for item in items if item)


def _steps(source: Sumber) -> str:
    return _lines(f"{number}. {_step(one)}" for number, one in enumerate(source.entri.inovasi.langkah, start=1))


def _step(one: Langkah) -> str:
    told = "; ".join(text for text in (one.durasi, f"keluaran: {one.keluaran}" if one.keluaran else "") if text)
    return f"{one.uraian}{f' ({told})' if told else ''}"


def _results(source: Sumber) -> str:
    measured = _lines(result_line(one) for one in source.entri.inovasi.hasil_terukur)
    return "\n".join(text for text in (measured, plain(source.entri.badan.hasil)) if text)


def result_line(one: HasilTerukur) -> str:
    """Return 'Waktu tunggu: dari 45 menjadi 20 menit (2021 sampai 2024)' with what is known."""
    before = ribuan(one.sebelum) if one.sebelum is not None else ""
    after = ribuan(one.sesudah) if one.sesudah is not None else ""
    values = f"dari {before} menjadi {after}" if before and after else f"sebelum {before}" if before else after
    return f"{one.indikator}: {values} {one.satuan}{f' ({one.periode})' if one.periode else ''}"


def _costs(source: Sumber) -> str:
    return _lines(_cost(one) for one in source.entri.inovasi.biaya)


def _cost(one: Biaya) -> str:
    told = ", ".join(text for text in (one.tahun, one.sumber_dana, "masih rencana" if one.rencana else "") if text)
    rupiah = f": Rp {ribuan(one.rupiah)}" if one.rupiah is not None else ""
    return f"{one.uraian}{rupiah}{f' ({told})' if told else ''}"


def _awards(source: Sumber) -> str:
    awards = source.entri.inovasi.penghargaan
    return _lines(", ".join(t for t in (a.nama, a.kategori, a.pemberi, (a.tanggal or "")[:4]) if t) for a in awards)


def _evaluations(source: Sumber) -> str:
    judged = (
        f"{one.oleh}{f' ({one.tahun})' if one.tahun else ''}: {one.temuan}" for one in source.entri.inovasi.evaluasi
    )
    indicators = [f"Indikator: {one.indikator} ({one.satuan})" for one in source.entri.inovasi.hasil_terukur]
    return _lines([*dict.fromkeys(indicators), *judged])


def _criterion(name: str) -> Callable[[Sumber], str]:
    def text(source: Sumber) -> str:
        judged = getattr(source.entri.inovasi.kriteria, name, None)
        return plain(judged.alasan) if judged and judged.memenuhi else ""

    return text


def _legal(source: Sumber) -> str:
    return _lines(document_name(one) for one in source.entri.inovasi.dasar_hukum)


def _manuals(source: Sumber) -> str:
    return _lines(document_name(one) for one in source.entri.inovasi.dokumen)


def _actors(source: Sumber) -> str:
    return _lines(f"{one.nama}{f': {one.peran}' if one.peran else ''}" for one in source.entri.inovasi.aktor)


def _potential(source: Sumber) -> str:
    needed = source.entri.inovasi.prasyarat
    text = _criterion("dapat_direplikasi")(source)
    return "\n".join(t for t in (text, f"Prasyarat: {plain('; '.join(needed))}" if needed else "") if t)


def _copies(source: Sumber) -> str:
    names = source.peniru
    return f"{len(names)} daerah sudah mencoba atau menjalankannya: {', '.join(names)}." if names else ""


def _resources(source: Sumber) -> str:
    inovasi = source.entri.inovasi
    people = [f"{one.peran}{f': {ribuan(one.jumlah)} orang' if one.jumlah else ''}" for one in inovasi.sdm]
    tools = [f"Alat: {'; '.join(inovasi.alat)}"] if inovasi.alat else []
    return "\n".join(text for text in (_lines([*people, *tools]), _costs(source)) if text)


def _origin(name: str) -> Callable[[Sumber], str]:
    def text(source: Sumber) -> str:
        rows: tuple[ReplikasiDari, ...] = source.entri.inovasi.replikasi.dari if source.entri.inovasi.replikasi else ()
        return _lines(dict.fromkeys(getattr(row, name) or "" for row in rows))

    return text


TEXTS: Mapping[str, Callable[[Sumber], str]] = {
    "ringkasan": lambda source: plain(source.entri.inovasi.ringkasan),
    "masalah": _body("masalah"),
    "cara_kerja": _body("cara_kerja"),
    "langkah": _steps,
    "tujuan": _report("tujuan"),
    "manfaat": _report("manfaat"),
    "asta_cita": _report("asta_cita"),
    "pkpn": _report("pkpn"),
    "sdgs": _report("sdgs"),
    "haki": _report("haki"),
    "video": _report("video"),
    "pembaharuan": _criterion("pembaharuan"),
    "hasil": _results,
    "biaya": _costs,
    "penghargaan": _awards,
    "evaluasi": _evaluations,
    "dasar_hukum": _legal,
    "pedoman": _manuals,
    "aktor": _actors,
    "potensi": _potential,
    "peniru": _copies,
    "sumber_daya": _resources,
    "inspirasi": _origin("inspirasi"),
    "proses": _origin("proses"),
    "pembeda": _origin("pembeda"),
}
"""Name of a text → what composes it."""

FILLED_BY: Mapping[str, str] = {
    "ringkasan": "ringkasan",
    "masalah": "bagian Masalah",
    "cara_kerja": "bagian Cara kerja",
    "langkah": "langkah",
    "tujuan": "lapor.tujuan",
    "manfaat": "lapor.manfaat",
    "asta_cita": "lapor.asta_cita",
    "pkpn": "lapor.pkpn",
    "sdgs": "lapor.sdgs",
    "haki": "lapor.haki",
    "video": "lapor.video",
    "pembaharuan": "kriteria.pembaharuan",
    "hasil": "hasil_terukur",
    "biaya": "biaya",
    "penghargaan": "penghargaan",
    "evaluasi": "evaluasi",
    "dasar_hukum": "dasar_hukum",
    "pedoman": "dokumen",
    "aktor": "aktor",
    "potensi": "kriteria.dapat_direplikasi",
    "peniru": "replikasi.oleh",
    "sumber_daya": "sdm, alat, dan biaya",
    "inspirasi": "replikasi.dari.inspirasi",
    "proses": "replikasi.dari.proses",
    "pembeda": "replikasi.dari.pembeda",
}
"""Name of a text → the isian that would fill it."""
