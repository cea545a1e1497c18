"""The picture of a lineage: an indented tree for phones, a tree that grows to the right for wide screens.

Both are plain SVG with links, made of the same texts; the stylesheet shows the one that fits. Sizes are pixels: no
picture is ever drawn larger than it was laid out.
"""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from catalog.pages.context import PageContext
from catalog.pages.replikasi_baris import BUKU, stage_word, state_line
from catalog.replikasi import Silsilah, Simpul
from catalog.slugs import make_slug

_RAPAT, _MENJOROK, _TERDALAM = 328, 20, 6
"""Width of the picture for phones; how far a copy is set in; from which depth on it is not set in further."""

_KOTAK, _ANTARA, _PADAT = 288, 52, 13
"""Width of a box, room between columns, room inside a box."""

_NAMA, _KET = 20, 18
"""Height of a line of a name (16 px) and of a line below it (14 px)."""

_HURUF_NAMA, _HURUF_KET = 8.6, 7.2
"""Width of a letter, generously: nobody knows the reader's typeface."""

_CELAH = 14
_ENTRI_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_TITIK = 6

_Baris = list[tuple[int, str]]
"""Lines of a text with their baselines."""


@dataclass(frozen=True, slots=True)
class Tulisan:
    """What is written of one member: its name, and quietly what it is; ``tautan`` is its page or ''."""

    nama: str
    ket: Sequence[str]
    tautan: str
    kelas: str


@dataclass(frozen=True, slots=True)
class Anggota:
    """One member as it is drawn: where its texts begin, their lines, its mark, the line from its parent.

    ``tinggi`` is the height of its box, 0 where a dot at (``x``, ``y``) marks it; else the box begins there.
    """

    tulisan: Tulisan
    x: int
    y: int
    tinggi: int
    x_teks: int
    nama: Sequence[tuple[int, str]]
    ket: Sequence[tuple[int, str]]
    jalur: str


@dataclass(frozen=True, slots=True)
class Gambar:
    """A picture and its size."""

    lebar: int
    tinggi: int
    anggota: Sequence[Anggota]


@dataclass(frozen=True, slots=True)
class GambarSilsilah:
    """Both pictures of one lineage; ``judul`` says in words what they show."""

    judul: str
    rapat: Gambar
    lapang: Gambar
    lebar_kotak: int = _KOTAK

    @property
    def putus(self) -> bool:
        """True when some line is not whole, so that lines need a word."""
        return any(member.tulisan.kelas in ("niat", "henti") for member in self.rapat.anggota)


def lineage_path(akar: str) -> str:
    """Return the address of a lineage below the site's root; one whose root is no entry goes by its words, if it can.

    '' for a name of which nothing can be written in an address.
    """
    if _ENTRI_ID.fullmatch(akar):
        return f"{BUKU}{akar}/"
    slug = make_slug(akar)
    return f"{BUKU}lain/{slug}/" if slug else ""


def draw_lineage(lineage: Silsilah, context: PageContext) -> GambarSilsilah:
    """Return the pictures of a lineage."""
    texts = [_write(member, context) for member in lineage.simpul]
    return GambarSilsilah(
        judul=f"Silsilah {texts[0].nama}: {lineage.turunan} turunan",
        rapat=_indented(lineage.simpul, texts),
        lapang=_spread(lineage.simpul, texts),
    )


def _write(member: Simpul, context: PageContext) -> Tulisan:
    catalog, pair = context.catalog, member.pasangan
    entri = catalog.find(member.nama)
    if entri:
        name, below, page = entri.nama, [catalog.nama_wilayah(entri.wilayah)], entri.tautan
    else:
        name, below = catalog.nama_wilayah(member.nama), []
        page = f"wilayah/{member.nama}/" if context.has_wilayah(member.nama) else ""
    if pair:
        below.append(f"{stage_word(pair, context)}, {state_line(pair)}")
    if member.ulang:
        below.append("Turunannya digambar di tempat lain")
    return Tulisan(name, below, page, _kind(member))


def _kind(member: Simpul) -> str:
    """How the line to a member is drawn: whole for a copy, broken while there is only an agreement or no stage."""
    pair = member.pasangan
    if pair is None:
        return "akar"
    if pair.sewilayah or pair.tahap in ("uji-coba", "berjalan"):
        return "nyata"
    return "henti" if pair.tahap == "berhenti" else "niat"


def _lines(text: Tulisan, width: int) -> tuple[list[str], list[str]]:
    name = textwrap.wrap(text.nama, int(width / _HURUF_NAMA), max_lines=4, placeholder=" …")
    below = [line for ket in text.ket for line in textwrap.wrap(ket, int(width / _HURUF_KET), max_lines=4)]
    return name, below


def _place_lines(top: int, name: Sequence[str], below: Sequence[str]) -> tuple[_Baris, _Baris]:
    """Baselines of the lines of a text whose first line begins at ``top``."""
    names = [(top + _NAMA * number + 15, line) for number, line in enumerate(name)]
    start = top + _NAMA * len(name)
    return names, [(start + _KET * number + 14, line) for number, line in enumerate(below)]


def _indented(members: Sequence[Simpul], texts: Sequence[Tulisan]) -> Gambar:
    drawn: list[Anggota] = []
    top = 0
    for member, text in zip(members, texts, strict=True):
        x = _TITIK + 1 + _MENJOROK * min(member.kedalaman, _TERDALAM)
        name, below = _lines(text, _RAPAT - x - _CELAH)
        names, kets = _place_lines(top, name, below)
        y = top + _NAMA // 2
        path = ""
        if member.induk >= 0:
            parent = drawn[member.induk]
            path = f"M{parent.x} {parent.y + _TITIK}V{y}H{x - _TITIK}" if x > parent.x else ""
        drawn.append(Anggota(text, x, y, 0, x + _CELAH, names, kets, path))
        top += _NAMA * len(name) + _KET * len(below) + _CELAH
    return Gambar(_RAPAT, top - _CELAH + 4, drawn)


def _spread(members: Sequence[Simpul], texts: Sequence[Tulisan]) -> Gambar:
    written = [_lines(text, _KOTAK - 2 * _PADAT) for text in texts]
    own = [_NAMA * len(name) + _KET * len(below) + 2 * _PADAT - 4 for name, below in written]
    below_heights = _heights_below(members, own)
    whole = [max(height, below) for height, below in zip(own, below_heights, strict=True)]
    tops = _tops(members, whole, below_heights)
    drawn: list[Anggota] = []
    for number, (member, text) in enumerate(zip(members, texts, strict=True)):
        x = 1 + (_KOTAK + _ANTARA) * member.kedalaman
        y = tops[number] + (whole[number] - own[number]) // 2 + 1
        names, kets = _place_lines(y + _PADAT - 2, *written[number])
        path = _curve(drawn[member.induk], x, y + own[number] // 2) if member.induk >= 0 else ""
        drawn.append(Anggota(text, x, y, own[number], x + _PADAT, names, kets, path))
    columns = max(member.kedalaman for member in members) + 1
    return Gambar(columns * (_KOTAK + _ANTARA) - _ANTARA + 2, whole[0] + 2, drawn)


def _heights_below(members: Sequence[Simpul], own: Sequence[int]) -> list[int]:
    """Height of everything that descends from each member, 0 for the last ones; children stand after their parents."""
    below = [0] * len(members)
    for number in range(len(members) - 1, 0, -1):
        parent = members[number].induk
        below[parent] += max(own[number], below[number]) + (_CELAH if below[parent] else 0)
    return below


def _tops(members: Sequence[Simpul], whole: Sequence[int], below: Sequence[int]) -> list[int]:
    """Upper edge of the room of each member and its descendants; children share the middle of their parent's room."""
    tops = [0] * len(members)
    free = [(whole[number] - below[number]) // 2 for number in range(len(members))]
    for number in range(1, len(members)):
        parent = members[number].induk
        tops[number] = tops[parent] + free[parent]
        free[parent] += whole[number] + _CELAH
    return tops


def _curve(parent: Anggota, x: int, y: int) -> str:
    start, middle = parent.y + parent.tinggi // 2, x - _ANTARA // 2
    return f"M{parent.x + _KOTAK} {start}C{middle} {start} {middle} {y} {x} {y}"
