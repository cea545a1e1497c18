"""The same pages as Markdown, for the site builders we compare with: of each entry its own page and its package.

An entry's page holds what ours shows: every filled isian under its title, with the labels of the closed lists, the
body's sections, the sources, and what is missing. Its package for print repeats what a copier needs. The documents for
Word, which the builders cannot make, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.model import Inovasi
from catalog.reading import read_record, walk_innovations
from catalog.validation.plans import FieldPlan, plan_of
from catalog.vocabularies import Vocabularies

_NOT_A_FACT = frozenset({"nama", "kepanjangan", "ringkasan", "sumber", "foto", "lapor", "alamat_lama"})


@dataclass(frozen=True, slots=True)
class MarkdownPage:
    """One entry: ``teks`` and ``paket`` are Markdown below the title, without front matter; ``foto`` are (file,
    description), ``daftar`` the lists in which it stands, (path, title), the region's first."""

    wilayah: str
    slug: str
    judul: str
    keterangan: str
    teks: str
    paket: str
    foto: tuple[tuple[Path, str], ...] = ()
    daftar: tuple[tuple[str, str], ...] = ()

    def ciri(self, name: str) -> str:
        """Return what the entry is called in the list ``name`` ('Jenis'), '–' where it is in none."""
        titles = (title for path, title in self.daftar if path.startswith(f"{name.lower()}/"))
        return next(titles, "–")


def read_pages(innovations: Path, lists: Vocabularies) -> Iterator[MarkdownPage]:
    """Yield the page of every entry below ``innovations``, by region and name."""
    files, _ = walk_innovations(innovations.parent)
    for file in files:
        if file.endswith(".md"):
            record, _problems = read_record(innovations.parent, file)
            if record is not None:
                _, wilayah, name = file.split("/")
                slug = name.removesuffix(".md")
                folder = innovations / wilayah / slug
                photos = tuple((folder / photo["berkas"], photo["alt"]) for photo in record.data.get("foto", ()))
                title, summary = record.data["nama"], record.data["ringkasan"]
                text = _text(lists.wilayah[wilayah].nama, record.data, record.badan, lists)
                package = _package(record.data, record.badan, lists)
                lists_of = tuple(_lists(wilayah, record.data, lists))
                yield MarkdownPage(wilayah, slug, title, summary, text, package, photos, lists_of)


def _lists(wilayah: str, data: Mapping[str, Any], lists: Vocabularies) -> Iterator[tuple[str, str]]:
    yield f"wilayah/{wilayah}", lists.wilayah[wilayah].nama
    for office in data.get("perangkat_daerah", ()):
        yield f"opd/{wilayah}/{office}", f"{office} ({wilayah})"
    yield from ((f"urusan/{id}", lists.urusan[id].nama) for id in data.get("urusan", ()) if id in lists.urusan)
    dates = data.get("tanggal", {})
    year = (dates.get("penerapan") or dates.get("uji_coba") or data.get("pertama_diberitakan") or "tidak")[:4]
    yield f"tahun/{year}", year
    status = data["status"]["keadaan"] if "status" in data else "belum-diketahui"
    for name, value in (("tahapan", data.get("tahapan")), ("status", status), ("jenis", data.get("jenis"))):
        if value:
            yield f"{name}/{value}", value.capitalize()


def _text(place: str, data: Mapping[str, Any], body: str, lists: Vocabularies) -> str:
    isian = {name: plan for name, plan in plan_of(Inovasi).items() if name not in _NOT_A_FACT}
    filled = {name: plan for name, plan in isian.items() if name in data}
    blocks = [
        data.get("kepanjangan", ""),
        data["ringkasan"],
        _facts(place, data, filled, lists),
        body.strip(),
        *(_section(plan, data[name], lists) for name, plan in filled.items() if not isinstance(data[name], str)),
        _sources(data["sumber"]),
        _missing([plan.judul for name, plan in isian.items() if name not in data]),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


_FOR_COPIERS = (
    "langkah",
    "biaya",
    "sdm",
    "aktor",
    "prasyarat",
    "dasar_hukum",
    "dokumen",
    "risiko",
    "pelajaran",
    "kontak",
)
_CHECKS = ("Masalahnya sama di daerah kami", "Surat minat dikirim", "Tim disusun", "Biaya masuk rencana", "Uji coba")


def _package(data: Mapping[str, Any], body: str, lists: Vocabularies) -> str:
    plans = plan_of(Inovasi)
    blocks = [
        data["ringkasan"],
        body.strip(),
        *(_section(plans[name], data[name], lists) for name in _FOR_COPIERS if name in data and name in plans),
        "\n".join(["## Daftar periksa", "", *(f"- {check}" for check in _CHECKS)]),
        _sources(data["sumber"]),
    ]
    return "\n\n".join(blocks) + "\n"


def _facts(place: str, data: Mapping[str, Any], isian: Mapping[str, FieldPlan], lists: Vocabularies) -> str:
    rows = [f"| {plan.judul} | {_label(plan, data[name], lists)} |" for name, plan in isian.items()
            if isinstance(data[name], str)]  # fmt: skip
    return "\n".join(["| Isian | Nilai |", "| --- | --- |", f"| Wilayah | {place} |", *rows])


def _section(plan: FieldPlan, value: Any, lists: Vocabularies) -> str:
    items = value if isinstance(value, list) else [value]
    return "\n".join([f"## {plan.judul}", "", *(f"- {_item(plan, item, lists)}" for item in items)])


def _item(plan: FieldPlan, item: Any, lists: Vocabularies) -> str:
    """Return a record or a text as one line of Markdown."""
    if isinstance(item, str):
        return _label(plan, item, lists)
    if isinstance(item, list):
        return "; ".join(_item(plan, part, lists) for part in item)
    inner = plan_of(plan.rekaman) if plan.rekaman else {}
    parts = [f"**{inner[name].judul}:** {_item(inner[name], part, lists)}" for name, part in item.items()
             if name in inner]  # fmt: skip
    return ". ".join(parts)


def _label(plan: FieldPlan, value: str, lists: Vocabularies) -> str:
    terms = getattr(lists, plan.daftar) if plan.daftar else {}
    text = terms[value].nama if value in terms else value
    return f"[{text}]({text})" if text.startswith("https://") else text


def _sources(sources: list[Mapping[str, str]]) -> str:
    lines = [f"1. [{s['judul']}]({s['tautan']}). {s['penerbit']}. {s.get('tanggal', '')}" for s in sources]
    return "\n".join(["## Sumber", "", *lines])


def _missing(titles: list[str]) -> str:
    return "\n".join(["## Kelengkapan", "", "Yang belum diisi:", "", *(f"- {title}" for title in titles)])
