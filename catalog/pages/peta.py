"""What the maps show: the regions that have entries, as circles on the outline, each a link with its number.

Every map is drawn twice, and the stylesheet shows the one that fits: ``lapang`` for wide screens, where circles tell
the number by their area, and ``rapat`` for narrow ones, with few, large circles that have the number written in them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.indonesian import ribuan
from catalog.model.wilayah import Koordinat
from catalog.pages.context import PageContext
from catalog.peta.bingkai import Bingkai, fit, widen
from catalog.peta.garis import GarisProvinsi, Titik, bounds_of
from catalog.peta.jalur import path_of
from catalog.peta.lingkaran import Lingkaran, Ukuran, choose_size, free_radius, separate
from catalog.peta.nama import place_names

PROVINSI_BARU = (
    "prov-kalimantan-utara",
    "prov-papua-selatan",
    "prov-papua-tengah",
    "prov-papua-pegunungan",
    "prov-papua-barat-daya",
)
"""Provinces of 2012 and 2022: the outline has no line of their own (vocabularies/garis_indonesia.LICENSE.md)."""

_FURTHEST = 1.5
"""Degrees from its province's line at which a coordinate is taken for a slip and not drawn."""

NASIONAL = Bingkai(barat=94.85, utara=6.15, skala=2000 / 46.3, lebar=2000, tinggi=747)
"""The whole country, Sabang to Merauke."""
BARAT = fit((94.6, -9.9, 119.3, 6.2), 320, 0.5, 1.0)
TIMUR = fit((118.2, -11.3, 141.4, 5.7), 320, 0.5, 1.0)
"""Its halves for a phone; Kalimantan and Sumbawa are in the west."""
_BETWEEN = 119.2

_THUMB = 13.4
"""Units on a drawing 320 wide: a circle of 24 px on the narrowest phone (288 px between the margins)."""


@dataclass(frozen=True, slots=True)
class TitikPeta:
    """One circle: where it leads, its full name with the number, its place, and how it is to be drawn.

    ``x``, ``y``, ``r`` and ``sasaran``, the radius of its target, are text as it is written; ``sasaran`` is '' when it
    would be no larger than the circle.
    """

    tautan: str
    judul: str
    jumlah: int
    x: str
    y: str
    r: str
    sasaran: str
    perkiraan: bool
    pemerintah: bool

    @property
    def kelas(self) -> str:
        """Classes that say what is unusual about the circle; '' for most."""
        marks = (("kira", self.perkiraan), ("prov", self.pemerintah))
        return " ".join(word for word, holds in marks if holds)


@dataclass(frozen=True, slots=True)
class NamaPeta:
    """A name written on the map."""

    teks: str
    x: str
    y: str
    rata: str


@dataclass(frozen=True, slots=True)
class UkuranPeta:
    """An example circle of the legend: its text, where its middle and its text begin from the left, its radius."""

    teks: str
    x: float
    x_teks: float
    r: float


@dataclass(frozen=True, slots=True)
class Gambar:
    """One drawing. ``darat`` is the path of the land, ``sekitar`` that of other provinces; '' where there is none.

    ``alih`` is how a path drawn for the whole country gets into this frame; ``ekor`` is a path from the true places of
    circles that were moved far to where they are drawn.
    """

    bingkai: Bingkai
    titik: Sequence[TitikPeta]
    nama: Sequence[NamaPeta] = ()
    skala: Sequence[UkuranPeta] = ()
    darat: str = ""
    sekitar: str = ""
    alih: str = ""
    ekor: str = ""


@dataclass(frozen=True, slots=True)
class _Daerah:
    """A region or province that is to be drawn."""

    id: str
    nama: str
    jumlah: int
    titik: Titik
    tautan: str
    perkiraan: bool = False
    pemerintah: bool = False


@dataclass(frozen=True, slots=True)
class Tanda:
    """Which marks the legend must explain: are there circles of provincial governments, estimated places, others."""

    pemerintah: bool
    kabupaten_kota: bool
    perkiraan: bool
    semua_perkiraan: bool


@dataclass(frozen=True, slots=True)
class PetaNasional:
    """The maps of the whole country; ``tanpa_letak`` are regions with entries that cannot be drawn: name, address."""

    lapang: Gambar
    rapat: Sequence[tuple[str, Gambar]]
    tanpa_letak: Sequence[tuple[str, str]]
    tanda: Tanda


@dataclass(frozen=True, slots=True)
class PetaProvinsi:
    """The maps of one province; ``bersama`` names the other provinces inside the same line."""

    lapang: Gambar
    rapat: Gambar
    tanpa_letak: Sequence[tuple[str, str]]
    tanda: Tanda
    bersama: Sequence[str]


def map_ids(context: PageContext) -> list[str]:
    """Return the provinces that have a map of their own: those with entries, by id."""
    lists = context.catalog.vocabularies
    return sorted({lists.wilayah_by_kode[lists.wilayah[id].provinsi].id for id in _with_entries(context)})


def national_map(context: PageContext) -> PetaNasional:
    """Return the map of the country: a circle a region when there is room, a circle a province on a phone."""
    shown, missing = _regions(_with_entries(context), context)
    land = path_of((ring for line in context.catalog.vocabularies.garis.provinsi for ring in line.kasar), NASIONAL)
    provinces = _provinces(context, shown)
    west = [p for p in provinces if p.titik[0] < _BETWEEN]
    east = [p for p in provinces if p.titik[0] >= _BETWEEN]
    return PetaNasional(
        lapang=_spacious(shown, NASIONAL, land, unit=2.0, terbesar=17, names=12),
        rapat=[
            ("Indonesia bagian barat", _dense(west, BARAT, "", alih=_shift(BARAT))),
            ("Indonesia bagian timur", _dense(east, TIMUR, "", alih=_shift(TIMUR))),
        ],
        tanpa_letak=missing,
        tanda=_marks(shown),
    )


def province_map(provinsi: str, context: PageContext) -> PetaProvinsi:
    """Return the map of a province with its regions that have entries."""
    lists = context.catalog.vocabularies
    code = lists.wilayah[provinsi].kode
    ids = [id for id in _with_entries(context) if lists.wilayah[id].provinsi == code]
    shown, missing = _regions(ids, context)
    line = lists.garis.of(provinsi)
    batas = _extent(line, shown)
    wide, narrow = fit(batas, 640, 0.55, 0.95), fit(batas, 320, 0.6, 1.25)
    others = [other for other in lists.garis.provinsi if other is not line]
    own = line.halus if line else ()

    def around(frame: Bingkai) -> str:
        return path_of((ring for other in others for ring in other.halus), frame)

    return PetaProvinsi(
        lapang=_spacious(shown, wide, path_of(own, wide), unit=1.0, sekitar=around(wide), terbesar=24, names=60),
        rapat=_dense(shown, narrow, path_of(own, narrow), sekitar=around(narrow)),
        tanpa_letak=missing,
        tanda=_marks(shown),
        bersama=[lists.wilayah[id].nama for id in line.wilayah if id != provinsi] if line else [],
    )


def _with_entries(context: PageContext) -> list[str]:
    return [id for id in context.catalog.wilayah_berentri if id in context.catalog.vocabularies.wilayah]


def _regions(ids: Iterable[str], context: PageContext) -> tuple[list[_Daerah], list[tuple[str, str]]]:
    """The regions that can be drawn, most entries first; and (name, address) of the others, by name."""
    lists = context.catalog.vocabularies
    shown, missing = [], []
    for id in ids:
        row = lists.wilayah[id]
        place = _coordinates(id, context)
        address = f"wilayah/{id}/"
        if place is None:
            missing.append((row.nama, address))
            continue
        count = len(context.catalog.entri_of(id))
        point = (float(place.bujur), float(place.lintang))
        shown.append(_Daerah(id, row.nama, count, point, address, place.perkiraan, row.jenis == "provinsi"))
    return sorted(shown, key=lambda d: (-d.jumlah, d.id)), sorted(missing)


def _coordinates(id: str, context: PageContext) -> Koordinat | None:
    """Where the region is; None when it is not known, or so far from its province that it must be a slip."""
    daerah = context.catalog.daerah.get(id)
    place = daerah.profil.koordinat if daerah and daerah.profil else None
    if place is None:
        return None
    lists = context.catalog.vocabularies
    line = lists.garis.of(lists.wilayah_by_kode[lists.wilayah[id].provinsi].id)
    west, south, east, north = widen(line.batas, _FURTHEST) if line else (-180, -90, 180, 90)
    is_near = west <= float(place.bujur) <= east and south <= float(place.lintang) <= north
    return place if is_near else None


def _provinces(context: PageContext, shown: Sequence[_Daerah]) -> list[_Daerah]:
    """A circle for each province with entries: in the middle of its line, else amid its regions that are drawn."""
    lists = context.catalog.vocabularies
    found = []
    for id in map_ids(context):
        code = lists.wilayah[id].kode
        members = [m for m in _with_entries(context) if lists.wilayah[m].provinsi == code]
        count = sum(len(context.catalog.entri_of(member)) for member in members)
        line = lists.garis.of(id)
        point = _middle([d.titik for d in shown if lists.wilayah[d.id].provinsi == code])
        if line and (len(line.wilayah) == 1 or point is None):
            point = line.tengah
        if point:
            name = lists.wilayah[id].nama.removeprefix("Provinsi ")
            found.append(_Daerah(id, name, count, point, f"wilayah/peta/{id}/"))
    return sorted(found, key=lambda d: (-d.jumlah, d.id))


def _middle(points: Sequence[Titik]) -> Titik | None:
    if not points:
        return None
    return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)


def _extent(line: GarisProvinsi | None, shown: Sequence[_Daerah]) -> tuple[float, float, float, float]:
    """What a province's map shows: its line and its regions; of a line shared with others only around its regions."""
    points = [d.titik for d in shown]
    if line is None or (len(line.wilayah) > 1 and points):
        return widen(bounds_of(points or [(118.0, -2.5)]), 0.8)
    west, south, east, north = line.batas
    return widen(bounds_of([(west, south), (east, north), *points]), 0.03 * (east - west) + 0.04)


def _spacious(
    regions: Sequence[_Daerah],
    frame: Bingkai,
    land: str,
    *,
    unit: float,
    terbesar: float,
    names: int,
    sekitar: str = "",
) -> Gambar:
    """A drawing for wide screens with at most so many names; ``unit`` is how many of its units are a pixel there."""
    size = choose_size([d.jumlah for d in regions], frame, 3.5 * unit, terbesar * unit, bagian=0.08)
    places = [frame.place(d.titik) for d in regions]
    radii = [size.radius(d.jumlah) for d in regions]
    circles = separate(places, radii, frame, celah=1.5 * unit, tumpang=0.35)
    targets = free_radius(circles, 12.5 * unit)
    digits = 1 if unit < 2 else 0
    return Gambar(
        frame,
        titik=[_point(d, c, t, digits) for d, c, t in zip(regions, circles, targets, strict=True)],
        nama=_names(regions, circles, frame, 13 * unit, names),
        skala=_steps(regions, size, unit),
        darat=land,
        sekitar=sekitar,
        ekor=_tails(circles, digits),
    )


def _dense(regions: Sequence[_Daerah], frame: Bingkai, land: str, sekitar: str = "", alih: str = "") -> Gambar:
    """A drawing for phones, 320 units wide: every circle is large enough for a thumb and its number."""
    size = choose_size([d.jumlah for d in regions], frame, terkecil=_THUMB, terbesar=26, bagian=0.2)
    places = [frame.place(d.titik) for d in regions]
    circles = separate(places, [size.radius(d.jumlah) for d in regions], frame, celah=1)
    return Gambar(
        frame,
        titik=[_point(d, c, c.r, 1) for d, c in zip(regions, circles, strict=True)],
        nama=_names(regions, circles, frame, 11, 60),
        darat=land,
        sekitar=sekitar,
        alih=alih,
        ekor=_tails(circles, 1),
    )


def _marks(regions: Sequence[_Daerah]) -> Tanda:
    return Tanda(
        pemerintah=any(d.pemerintah for d in regions),
        kabupaten_kota=any(not d.pemerintah for d in regions),
        perkiraan=any(d.perkiraan for d in regions),
        semua_perkiraan=all(d.perkiraan for d in regions),
    )


def _point(region: _Daerah, circle: Lingkaran, target: float, digits: int) -> TitikPeta:
    return TitikPeta(
        tautan=region.tautan,
        judul=f"{region.nama}: {ribuan(region.jumlah)} inovasi",
        jumlah=region.jumlah,
        x=_number(circle.x, digits),
        y=_number(circle.y, digits),
        r=_number(circle.r, digits),
        sasaran=_number(target, digits) if target > circle.r + 0.5 else "",
        perkiraan=region.perkiraan,
        pemerintah=region.pemerintah,
    )


def _number(value: float, digits: int) -> str:
    """A number with up to so many decimals, '12' and not '12.0'."""
    return f"{round(value, digits):.{digits}f}".removesuffix(".0")


def _tails(circles: Sequence[Lingkaran], digits: int) -> str:
    moved = [circle for circle in circles if circle.geser > 2 * circle.r + 2]
    ends = [[_number(value, digits) for value in (*circle.asal, circle.x, circle.y)] for circle in moved]
    return "".join(f"M{x0} {y0}L{x} {y}" for x0, y0, x, y in ends)


def _short(nama: str) -> str:
    return nama.removeprefix("Kabupaten ")


def _names(
    regions: Sequence[_Daerah], circles: Sequence[Lingkaran], frame: Bingkai, size: float, most: int
) -> list[NamaPeta]:
    texts = [_short(d.nama) for d in regions]
    placed = place_names(texts, circles, frame, huruf=size, jarak=size / 5, paling=most)
    return [NamaPeta(texts[p.nomor], _number(p.x, 0), _number(p.y, 0), p.rata) for p in placed]


def _steps(regions: Sequence[_Daerah], size: Ukuran, unit: float) -> list[UkuranPeta]:
    """Two or three example circles for the legend, in a row from the left."""
    most = max((d.jumlah for d in regions), default=0)
    between = [n for n in (2, 5, 10, 20, 50, 100, 200, 500, 1000) if 2 <= n <= most / 2]
    found, left = [], 2.0 * unit
    for number in sorted({1, *between[len(between) // 2 :][:1], most} if most else ()):
        r = round(size.radius(number), 1)
        words = left + 2 * r + 4 * unit
        text = f"{ribuan(number)} inovasi" if number == most else ribuan(number)
        found.append(UkuranPeta(text, round(left + r, 1), round(words, 1), r))
        left = words + (len(text) * 8 + 12) * unit
    return found


def _shift(frame: Bingkai) -> str:
    """The transform that brings a path of ``NASIONAL`` into ``frame``."""
    x, y = frame.place((NASIONAL.barat, NASIONAL.utara))
    return f"translate({round(x, 1)} {round(y, 1)}) scale({round(frame.skala / NASIONAL.skala, 4)})"
