"""One incoming file → the text of a record and its place; whatever it is, it is only read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from catalog.catalog import Catalog
from catalog.reading import parse_record, read_text
from catalog.reading.characters import normalise
from catalog.terima.isu import looks_like_issue, read_issue
from catalog.terima.konfirmasi import looks_like_confirmation, read_confirmation
from catalog.terima.pilihan import Ditolak, Pilihan
from catalog.terima.tujuan import choose_region, choose_slug, register_name, split_name
from catalog.vocabularies import Vocabularies

_LARGEST = 1024 * 1024
_TEXT = re.compile(r"\.(?:md|markdown|txt|yml|yaml)$", re.IGNORECASE)
_OFFICE = re.compile(r"\.(?:docx?|xlsx?|ods|odt|pdf|pptx?|rtf|zip)$", re.IGNORECASE)
_FENCE = re.compile(r"\A\s*```[a-z]*[ \t]*\n(.*?)\n```\s*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Terbaca:
    """A record's text and where it goes; ``sisa`` are answers of an issue that no isian takes."""

    asal: str
    tujuan: str
    teks: str
    sisa: tuple[tuple[str, str], ...] = ()


def read_incoming(
    path: Path, asked: Pilihan, existing: Iterable[str], catalog: Catalog, vocabularies: Vocabularies, parent: Path
) -> Terbaca:
    """Return the record in the file at ``path`` and its place; ``parent`` holds the folder ``innovations``.

    Raises:
        Ditolak: not a text, no place for it, or a name that nothing can be made of.
    """
    text = _text_of(path)
    from_name, bare = split_name(path)
    files = tuple(existing)
    if looks_like_confirmation(text):
        return Terbaca(str(path), *read_confirmation(text, parent))
    if looks_like_issue(text):
        issue = read_issue(text, catalog.daerah, vocabularies)
        region = choose_region(asked.wilayah, issue.wilayah or from_name, "", vocabularies.wilayah, files)
        slug = choose_slug(asked.nama, "", issue.nama)
        return Terbaca(str(path), f"innovations/{region}/{slug}.md", issue.teks, issue.sisa)
    register = None if text.lstrip().startswith("---") else register_name(bare)
    if register:
        region = choose_region(asked.wilayah, from_name, "", vocabularies.wilayah, files)
        return Terbaca(str(path), f"innovations/{region}/{register}", text)
    slug = choose_slug(asked.nama, bare, _name_in(text))
    region = choose_region(asked.wilayah, from_name, slug, vocabularies.wilayah, files)
    return Terbaca(str(path), f"innovations/{region}/{slug}.md", text)


def _text_of(path: Path) -> str:
    """Return the text with our line ends; a text that was pasted as a code block loses its fence."""
    if _OFFICE.search(path.name):
        raise Ditolak(
            "Ini berkas kantor, bukan teks. Lembar kerja dibaca dengan `import`; isi dokumen lain disalin ke formulir."
        )
    if not _TEXT.search(path.name):
        raise Ditolak("Bukan berkas entri (.md, .txt), register (.yml), atau foto (.jpg, .png, .webp).")
    try:
        if path.stat().st_size > _LARGEST:
            raise Ditolak("Berkas ini lebih besar dari 1 MB; satu entri paling besar 64 KB.")
        data = path.read_bytes()
    except OSError:
        raise Ditolak("Berkas ini tidak dapat dibuka; periksa letak dan namanya.") from None
    text, faults = read_text(data, "kiriman.yml")
    if text is None:
        raise Ditolak(f"{faults[0].pesan} Perbaiki: {faults[0].perbaiki}.")
    text = normalise(text)
    fenced = _FENCE.match(text)
    return (fenced[1] if fenced else text).rstrip() + "\n"


def _name_in(text: str) -> str:
    record, _ = parse_record(text, "kiriman.md")
    name = record.data.get("nama") if record else None
    return name if isinstance(name, str) else ""
