"""The front matter of a generated entry: every isian of the model, each as often as real entries fill it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from random import Random
from typing import Any

from benchmarks.plan import Plan, PlannedEntry
from benchmarks.prose import Prose
from benchmarks.shares import CHOICES, SHARES, SIZES
from catalog.iid import current_edition
from catalog.slugs import make_slug

Record = dict[str, Any]

PHOTO = "kegiatan.png"
"""Name of the one photo an entry may have."""

_AREA_CODES = ("0274", "0296", "0341", "0411", "0711")


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry being written: its chance, its prose, its sources, and the plan it may refer to."""

    plan: Plan
    entry: PlannedEntry
    rng: Random
    prose: Prose
    keys: list[str] = field(default_factory=list)

    def chance(self, share: float) -> bool:
        """Return True in ``share`` of the cases."""
        return self.rng.random() < share

    def pick(self, name: str) -> str:
        """Return a value of a closed list by its weight."""
        values = CHOICES[name]
        return self.rng.choices(list(values), list(values.values()))[0]

    def some(self, name: str, make: Callable[[Draft], Any]) -> list[Any]:
        """Return as many items as real entries have in the isian ``name``."""
        return [make(self) for _ in range(self.rng.randint(*SIZES[name]))]

    def cited(self, record: Record) -> Record:
        """Return the record with a reference to a source of this entry, where it has one that can be named."""
        if self.keys and self.chance(0.8):
            record["sumber"] = [self.rng.choice(self.keys)]
        return record

    def year(self, least: int = 2016) -> int:
        """Return a year up to 2025."""
        return self.rng.randint(least, 2025)

    def date(self, year: int | None = None) -> str:
        """Return a date of one of the three precisions: YYYY, YYYY-MM, YYYY-MM-DD."""
        year = year or self.year()
        month, day = self.rng.randint(1, 12), self.rng.randint(1, 28)
        return self.rng.choice((f"{year}", f"{year}-{month:02}", f"{year}-{month:02}-{day:02}"))


def draft_entry(plan: Plan, entry: PlannedEntry) -> tuple[Record, str]:
    """Return front matter and Markdown body of one entry; they depend on the plan's seed and the entry's id alone."""
    rng = plan.rng(entry.id)
    draft = Draft(plan, entry, rng, Prose(plan.vocabulary, rng))
    sources = _sources(draft)
    record: Record = {
        "nama": entry.nama,
        **({"kepanjangan": entry.kepanjangan} if entry.kepanjangan else {}),
        "urusan": rng.sample(list(plan.lists.urusan), 2 if draft.chance(0.02) else 1),
        "ringkasan": draft.prose.sentence(10, 16)[:300],
    }
    for name, make in FIELDS.items():
        if draft.chance(SHARES[name]):
            value = make(draft)
            if value:
                record[name] = value
    return {**record, "sumber": sources}, draft.prose.body()


def _sources(draft: Draft) -> list[Record]:
    """Return the sources and note the keys of those that have one."""
    sources = []
    for number in range(1, draft.rng.randint(*SIZES["sumber"]) + 1):
        title = draft.prose.phrase(6, 12)
        host = f"kabar-{draft.entry.wilayah}.example"
        source: Record = {"judul": title, "penerbit": host}
        if draft.chance(0.6):
            draft.keys.append(f"kabar-{number}")
            source = {"id": draft.keys[-1], **source}
        if draft.chance(0.88):
            source["tanggal"] = draft.date()
        source["tautan"] = f"https://{host}/{draft.year()}/{make_slug(title)}"
        sources.append(source)
    return sources


def _status(draft: Draft) -> Record:
    state = draft.pick("keadaan")
    record: Record = {"keadaan": state, "per": draft.date(draft.year(2022)), "keterangan": draft.prose.sentence()}
    if state == "berhenti":
        record["alasan"] = draft.prose.sentence()
        record["pengganti"] = draft.plan.any_entry(draft.rng).id if draft.chance(0.5) else draft.prose.phrase(2, 4)
        if record["pengganti"] == draft.entry.id:
            del record["pengganti"]
    return draft.cited(record)


def _dates(draft: Draft) -> Record:
    start = draft.year()
    dates = {"penerapan": draft.date(start)}
    if draft.chance(0.15):
        dates = {"uji_coba": draft.date(start - 1), **dates}
    if draft.chance(0.15):
        dates["pengembangan"] = draft.date(start + 1)
    return dates


def _parent(draft: Draft) -> str | None:
    """Return an entry planned before this one, so that nothing becomes part of itself."""
    siblings = draft.plan.entries[draft.entry.wilayah]
    before = siblings[: siblings.index(draft.entry)]
    return draft.rng.choice(before).id if before else None


def _service(draft: Draft) -> Record:
    record: Record = {"tempat": draft.prose.phrase(3, 7), "biaya": "Gratis"}
    optional: Mapping[str, Any] = {
        "jam": "Senin–Jumat 08.00–15.00",
        "tautan": f"https://layanan-{draft.entry.wilayah}.example/{draft.entry.slug}",
        "aplikasi": draft.prose.phrase(1, 2),
        "telepon": f"({draft.rng.choice(_AREA_CODES)}) {draft.rng.randint(300_000, 799_999)}",
        "syarat": [draft.prose.phrase(3, 8) for _ in range(draft.rng.randint(1, 4))],
        "keterangan": draft.prose.sentence(),
    }
    record |= {name: value for name, value in optional.items() if draft.chance(0.4)}
    if draft.keys and draft.chance(0.1):
        number = f"0812-{draft.rng.randint(1000, 9999)}-{draft.rng.randint(1000, 9999)}"
        record["whatsapp_resmi"] = {"nomor": number, "sumber": [draft.keys[0]]}
    return draft.cited(record)


def _result(draft: Draft) -> Record:
    record: Record = {"indikator": draft.prose.phrase(3, 8), "satuan": draft.rng.choice(("orang", "hari", "persen"))}
    if draft.chance(0.34):
        record["sebelum"] = draft.rng.randint(1, 9000)
    record["sesudah"] = draft.rng.choice((draft.rng.randint(1, 9000), round(draft.rng.uniform(0, 100), 1)))
    record["periode"] = f"{draft.year(2018)}"
    if draft.chance(0.5):
        record["keterangan"] = draft.prose.sentence()
    return draft.cited(record)


def _cost(draft: Draft) -> Record:
    record: Record = {"uraian": draft.prose.phrase(3, 8), "jenis": draft.rng.choice(("awal", "tahunan"))}
    record |= {"tahun": draft.year(), "rupiah": draft.rng.randint(5, 900) * 1_000_000, "sumber_dana": "APBD"}
    if draft.chance(0.07):
        record["rencana"] = "ya"
    return draft.cited(record)


def _document(draft: Draft) -> Record:
    year = draft.year()
    record: Record = {"jenis": draft.rng.choice(("Peraturan Bupati", "Keputusan Bupati", "SOP"))}
    record |= {"judul": draft.prose.phrase(4, 10), "nomor": f"{draft.rng.randint(1, 99)} Tahun {year}", "tahun": year}
    if draft.chance(0.4):
        record["tautan"] = f"https://jdih-{draft.entry.wilayah}.example/{year}/{draft.rng.randint(1, 500)}"
    if draft.chance(0.4):
        record["keterangan"] = draft.prose.sentence()
    return draft.cited(record)


def _step(draft: Draft) -> Record:
    record: Record = {"uraian": draft.prose.sentences(1, 2)}
    if draft.chance(0.3):
        record["durasi"] = f"{draft.rng.randint(1, 11)} bulan"
    if draft.chance(0.3):
        record["keluaran"] = draft.prose.phrase(2, 6)
    return record


def _replication(draft: Draft) -> Record:
    record: Record = {}
    other = draft.plan.any_entry(draft.rng)
    if draft.chance(0.4) and other.wilayah != draft.entry.wilayah:
        origin: Record = {"asal": other.id, "inspirasi": draft.prose.sentence(), "pembeda": draft.prose.sentence()}
        if draft.chance(0.5):
            origin |= {"tahap": draft.rng.choice(("uji-coba", "berjalan")), "tanggal": draft.date()}
        record["dari"] = [draft.cited(origin)]
    if draft.chance(0.5):
        record["oleh"] = [_adopter(draft) for _ in range(draft.rng.randint(1, 3))]
    if not record:
        record["catatan"] = [draft.cited({"uraian": draft.prose.sentence()})]
    return record


def _adopter(draft: Draft) -> Record:
    stages = list(draft.plan.lists.tahap_replikasi)
    place = draft.rng.choice([id for id in draft.plan.lists.wilayah if id != draft.entry.wilayah])
    record: Record = {"wilayah": place, "tahap": draft.rng.choice(stages), "tanggal": draft.date()}
    if draft.chance(0.4):
        record |= {"kesepakatan": draft.prose.phrase(3, 8), "penyesuaian": draft.prose.sentence()}
    return draft.cited(record)


def _visit(draft: Draft) -> Record:
    return {
        "yang_dapat_dilihat": [draft.prose.phrase(2, 6) for _ in range(draft.rng.randint(1, 3))],
        "aturan": {"hari": "Selasa dan Kamis", "rombongan_maksimal": draft.rng.randint(10, 40), "daring": "ya"},
    }


def _award(draft: Draft) -> Record:
    year = draft.year()
    record: Record = {"nama": f"Top {draft.rng.choice((45, 99))} Kompetisi {year}", "tanggal": f"{year}"}
    if draft.chance(0.4):
        record |= {"kategori": draft.prose.phrase(2, 5), "pemberi": "Kementerian PANRB"}
    return draft.cited(record)


def _maturity(draft: Draft) -> Record:
    edition = current_edition(draft.plan.lists.iid)
    numbers = sorted(draft.rng.sample([indicator.nomor for indicator in edition.indikator], 6))
    levels = [{"nomor": number, "level": draft.rng.randint(0, 3)} for number in numbers]
    return {"edisi": edition.edisi, "indikator": [{**level, "dokumen": draft.prose.phrase(2, 6)} for level in levels]}


def _contact(draft: Draft) -> Record:
    office = draft.rng.choice(draft.plan.offices[draft.entry.wilayah])[0]
    return {"unit": office, "alamat": "Jalan Pemuda", "surel": f"kantor@{draft.entry.wilayah}.example"}


def _report(draft: Draft) -> Record:
    return {
        "asta_cita": f"{draft.rng.randint(1, 8)}",
        "rancang_bangun": " ".join(draft.prose.sentences(6, 8) for _ in range(4)),
        "tujuan": draft.prose.sentences(2, 4),
        "manfaat": draft.prose.sentences(2, 4),
        "sdgs": [f"{draft.rng.randint(1, 17)}"],
    }


def _criteria(draft: Draft) -> Record:
    names = ("pembaharuan", "manfaat", "tidak_membebani", "kewenangan", "dapat_direplikasi")
    return {name: {"memenuhi": "ya", "alasan": draft.prose.sentence()} for name in names}


def _offices(draft: Draft) -> list[str]:
    return [make_slug(draft.rng.choice(draft.plan.offices[draft.entry.wilayah])[0])]


def _conflict(draft: Draft) -> Record:
    return draft.cited({"isian": "biaya", "uraian": draft.prose.sentences(1, 3)})


def _evaluation(draft: Draft) -> Record:
    findings = draft.prose.sentences(1, 3)
    return draft.cited({"oleh": draft.prose.phrase(2, 4), "tahun": draft.year(), "temuan": findings})


def _question(draft: Draft) -> Record:
    return draft.cited({"tanya": draft.prose.phrase(5, 10) + "?", "jawab": draft.prose.sentences(1, 3)})


FIELDS: Mapping[str, Callable[[Draft], Any]] = {
    "perangkat_daerah": _offices,
    "tahapan": lambda d: d.pick("tahapan"),
    "status": _status,
    "dikonfirmasi": lambda d: {"tanggal": d.date(2025), "oleh": d.plan.offices[d.entry.wilayah][0][0]},
    "bentuk": lambda d: d.pick("bentuk"),
    "jenis": lambda d: d.pick("jenis"),
    "inisiator": lambda d: d.pick("inisiator"),
    "klasifikasi": lambda d: d.pick("klasifikasi"),
    "tanggal": _dates,
    "pertama_diberitakan": lambda d: d.date(),
    "bagian_dari": _parent,
    "aktor": lambda d: d.some("aktor", lambda d: {"nama": d.prose.phrase(2, 4), "peran": d.prose.phrase(2, 6)}),
    "alat": lambda d: d.some("alat", lambda d: d.prose.phrase(2, 8)),
    "kendala": lambda d: d.some("kendala", lambda d: d.prose.sentence()),
    "evaluasi": lambda d: d.some("evaluasi", _evaluation),
    "catatan_konflik": lambda d: d.some("catatan_konflik", _conflict),
    "layanan": _service,
    "hasil_terukur": lambda d: d.some("hasil_terukur", _result),
    "biaya": lambda d: d.some("biaya", _cost),
    "sdm": lambda d: d.some("sdm", lambda d: {"peran": d.prose.phrase(2, 4), "jumlah": d.rng.randint(1, 30)}),
    "dasar_hukum": lambda d: d.some("dasar_hukum", _document),
    "dokumen": lambda d: d.some("dokumen", _document),
    "prasyarat": lambda d: d.some("prasyarat", lambda d: d.prose.phrase(3, 9)),
    "langkah": lambda d: d.some("langkah", _step),
    "risiko": lambda d: d.some("risiko", lambda d: {"uraian": d.prose.sentence(), "mitigasi": d.prose.sentence()}),
    "pelajaran": lambda d: d.some("pelajaran", lambda d: d.prose.sentence()),
    "tanya_jawab": lambda d: d.some("tanya_jawab", _question),
    "replikasi": _replication,
    "kunjungan": _visit,
    "penghargaan": lambda d: d.some("penghargaan", _award),
    "kriteria": _criteria,
    "kematangan": _maturity,
    "lab": lambda d: {"tahap": d.rng.choice(list(d.plan.lists.lab)), "tahun": d.year()},
    "kontak": _contact,
    "kata_kunci": lambda d: d.some("kata_kunci", lambda d: d.prose.phrase(1, 3).lower()),
    "tautan_luar": lambda d: {"jippnas": f"https://jippnas.example/{d.entry.slug}", "nomor_iga": f"IGA-{d.year()}"},
    "foto": lambda d: [{"berkas": PHOTO, "alt": d.prose.phrase(4, 9), "kredit": "Diskominfo"}],
    "alamat_lama": lambda d: [f"{d.entry.id}-lama"],
    "lapor": _report,
}
"""Isian → what makes its value; the isian that every entry has are made by ``draft_entry``."""
