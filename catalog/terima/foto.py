"""Photos that came with an entry: encoded anew without place and owner, and named as the entry names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from catalog.photos import PhotoError, clean_photo
from catalog.reading import parse_record
from catalog.slugs import make_slug
from catalog.terima.membaca import Terbaca

_ENDING = re.compile(r"\.(?:jpe?g|png|webp)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Foto:
    """One photo: where it came from, where it goes, the cleaned file, and whether the entry names it."""

    asal: str
    tujuan: str
    bersih: Path
    disebut: bool


def is_photo(path: Path) -> bool:
    """Return True for the name of a photo that we take."""
    return _ENDING.search(path.name) is not None


def place_photos(
    paths: Sequence[Path], read: Sequence[Terbaca], folder: Path, parent: Path
) -> tuple[tuple[Foto, ...], list[tuple[str, str]]]:
    """Clean the photos into ``folder`` and return them with their places, and (file, reason) of those refused.

    They belong to the one entry that came with them. A photo takes the name that the entry lists and that is still
    without a file, if there is exactly one of each: WhatsApp renames what it sends.
    """
    if not paths:
        return (), []
    entries = [one for one in read if one.tujuan.endswith(".md")]
    if len(entries) != 1:
        reason = "Foto dikirim bersama satu entri, misalnya: terima samin-119.md foto.jpg."
        return (), [(str(path), reason) for path in paths]
    home = entries[0].tujuan.removesuffix(".md")
    listed = _listed(entries[0])
    names = {path: _plain_name(path) for path in paths}
    missing = [name for name in listed if name not in names.values() and not (parent / home / name).is_file()]
    unnamed = [path for path in paths if names[path] not in listed]
    if len(missing) == len(unnamed) == 1:
        names[unnamed[0]] = missing[0]
    placed: dict[str, Foto] = {}
    refused: list[tuple[str, str]] = []
    for path in paths:
        target = f"{home}/{names[path]}"
        clean = folder / f"{len(placed)}{Path(names[path]).suffix}"
        try:
            if target in placed:
                raise PhotoError(f"Foto lain sudah bernama {names[path]}; ganti nama salah satunya.")
            clean_photo(path, clean)
        except PhotoError as error:
            refused.append((str(path), str(error)))
            continue
        placed[target] = Foto(str(path), target, clean, names[path] in listed)
    return tuple(placed.values()), refused


def _plain_name(path: Path) -> str:
    ending = path.suffix.lower()
    return f"{make_slug(path.stem)[:60].strip('-') or 'foto'}{ending}"


def _listed(entry: Terbaca) -> list[str]:
    record, _ = parse_record(entry.teks, entry.tujuan)
    rows = record.data.get("foto") if record else None
    return [str(row["berkas"]) for row in rows or () if isinstance(row, dict) and row.get("berkas")]
