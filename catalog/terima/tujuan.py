"""Where a file belongs: its region and its name, read from its path, from its name, or from the entry that exists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from catalog.model import REGISTER
from catalog.slugs import make_slug
from catalog.terima.pilihan import Ditolak

_LONGEST = 80
_ENDINGS = re.compile(r"(?:\.(?:md|markdown|txt|yml|yaml))+$", re.IGNORECASE)
_COPY = re.compile(r"\s*\(\d{1,3}\)$|\s+-\s+(?:copy|salinan)$|^(?:copy of|salinan dari|salinan)\s+", re.IGNORECASE)
_SAYS_NOTHING = re.compile(
    r"(?:|entri|inovasi|formulir|borang|document|dokumen|untitled|isi|isu|kiriman|pesan|tanpa-judul|"
    r"(?:whatsapp|doc|file|wa|img)(?:-[a-z0-9-]*)?|\d+)(?:-\d+)?"
)


def split_name(path: Path) -> tuple[str, str]:
    """Return the region and the bare name that a file's name and folder tell: ``("", "samin-119")`` for no region.

    The form writes ``kab-blora--samin-119.md``; two hyphens stand in no id.
    """
    bare = _COPY.sub("", _ENDINGS.sub("", path.name).strip()).strip()
    region, mark, rest = bare.partition("--")
    if mark and region == make_slug(region):
        return region, rest
    return path.absolute().parent.name, bare


def choose_region(
    told: str | None, from_name: str, slug: str, regions: Mapping[str, object], existing: Iterable[str]
) -> str:
    """Return the region's id: the one told, else that of the name or folder, else that of the one entry so called.

    Raises:
        Ditolak: none of them says it, or the one told is not in the list of regions.
    """
    if told:
        if told not in regions:
            raise Ditolak(f"`{told}` bukan id wilayah; lihat vocabularies/wilayah.csv, misalnya kab-blora.")
        return told
    if from_name in regions:
        return from_name
    homes = sorted({file.split("/")[1] for file in existing if file.endswith(f"/{slug}.md")})
    if len(homes) == 1:
        return homes[0]
    several = f" Nama itu ada di {', '.join(homes)}." if homes else ""
    raise Ditolak(f"Wilayahnya belum diketahui.{several} Tambahkan --wilayah, misalnya --wilayah kab-blora.")


def register_name(bare: str) -> str | None:
    """Return the register that a bare name means ("Kunjungan" → kunjungan.yml), None for an entry."""
    name = f"{make_slug(bare).replace('-', '_')}.yml"
    return name if name in REGISTER else None


def choose_slug(told: str | None, bare: str, nama: str) -> str:
    """Return the entry's slug: as told, else from the file's name, else from ``nama`` where the name says nothing.

    Raises:
        Ditolak: none of them leaves a letter.
    """
    slug = make_slug(told or bare)
    if not told and _SAYS_NOTHING.fullmatch(slug):
        slug = make_slug(nama)
    slug = slug[:_LONGEST].strip("-")
    if not slug:
        raise Ditolak("Nama berkasnya belum dapat ditentukan. Tambahkan --nama, misalnya --nama samin-119.")
    return slug
