"""The geometry of the maps: where places fall, how large circles are, what gives way, and the real outline."""

from __future__ import annotations

import json
import re
from math import pi, sqrt
from pathlib import Path

import pytest

from catalog.peta.bingkai import Bingkai, fit, widen
from catalog.peta.garis import Cincin, Garis, GarisProvinsi, Titik, bounds_of, read_outline
from catalog.peta.jalur import path_of
from catalog.peta.lingkaran import Lingkaran, choose_size, free_radius, separate
from catalog.peta.nama import LetakNama, place_names
from catalog.vocabularies import Vocabularies

FILE = Path(__file__).resolve().parent.parent / "vocabularies" / "garis_indonesia.json"
TEN = Bingkai(barat=100.0, utara=0.0, skala=10.0, lebar=100, tinggi=100)
"""Ten degrees by ten degrees, from 100 east and the equator to the south east."""


@pytest.fixture(scope="module")
def garis() -> Garis:
    return read_outline(FILE)


def is_inside(point: Titik, ring: Cincin) -> bool:
    """Whether a ray to the east meets the ring an odd number of times."""
    x, y = point
    crossings = 0
    for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            crossings += 1
    return crossings % 2 == 1


KNOWN = {
    "Banda Aceh": (95.35, 5.5, "prov-aceh"),
    "Bukittinggi": (100.37, -0.31, "prov-sumatera-barat"),
    "Metro": (105.3, -5.11, "prov-lampung"),
    "Monas": (106.83, -6.18, "prov-dki-jakarta"),
    "Bandung": (107.61, -6.91, "prov-jawa-barat"),
    "Blora": (111.41, -6.97, "prov-jawa-tengah"),
    "Wonosari": (110.6, -7.96, "prov-di-yogyakarta"),
    "Malang": (112.63, -7.98, "prov-jawa-timur"),
    "Bangli": (115.35, -8.4, "prov-bali"),
    "Soe": (124.28, -9.86, "prov-nusa-tenggara-timur"),
    "Palangka Raya": (113.92, -2.21, "prov-kalimantan-tengah"),
    "Malinau": (116.63, 3.58, "prov-kalimantan-utara"),
    "Makale": (119.85, -3.1, "prov-sulawesi-selatan"),
    "Jailolo": (127.53, 1.1, "prov-maluku-utara"),
    "Wamena": (138.95, -4.09, "prov-papua-pegunungan"),
    "Aimas": (131.4, -0.95, "prov-papua-barat-daya"),
}


@pytest.mark.parametrize("name", KNOWN)
@pytest.mark.parametrize("level", ["halus", "kasar"])
def test_known_places_lie_inside_the_line_of_their_province_and_in_no_other(
    garis: Garis, name: str, level: str
) -> None:
    x, y, province = KNOWN[name]
    around = [line for line in garis.provinsi if any(is_inside((x, y), ring) for ring in getattr(line, level))]
    assert around == [garis.of(province)]


def test_every_province_of_today_has_a_line_and_its_middle_is_land(garis: Garis, vocabularies: Vocabularies) -> None:
    today = {row.id for row in vocabularies.wilayah.values() if row.jenis == "provinsi"}
    named = [id for line in garis.provinsi for id in line.wilayah]
    assert (len(named), set(named)) == (38, today)
    assert all(is_inside(line.tengah, line.halus[0]) for line in garis.provinsi)
    assert garis.of("prov-atlantis") is None


def test_the_outline_is_as_small_as_promised_and_its_coarse_level_a_selection(garis: Garis) -> None:
    assert FILE.stat().st_size <= 60_000
    for line in garis.provinsi:
        assert {p for ring in line.kasar for p in ring} <= {p for ring in line.halus for p in ring}
        assert all(len(ring) > 2 for ring in (*line.halus, *line.kasar))
    assert 95 < bounds_of(p for line in garis.provinsi for ring in line.halus for p in ring)[2] < 141.1


def test_neighbours_share_their_border(garis: Garis) -> None:
    tengah, timur = garis.of("prov-jawa-tengah"), garis.of("prov-jawa-timur")
    assert tengah and timur
    common = {p for ring in tengah.halus for p in ring} & {p for ring in timur.halus for p in ring}
    assert len(common) > 20


def test_a_file_is_read_as_its_note_says(tmp_path: Path) -> None:
    file = tmp_path / "garis.json"
    ring = ["1000 20 10 0 0 -10 -5 -5 -5 5", "1d"]  # five points, of which all but the fourth are coarse
    file.write_text(
        json.dumps(
            {"satuan_per_derajat": 10, "provinsi": [{"wilayah": ["prov-a"], "tengah": [1005, 15], "garis": [ring]}]}
        )
    )
    points = ((100.0, 2.0), (101.0, 2.0), (101.0, 1.0), (100.5, 0.5), (100.0, 1.0))
    expected = GarisProvinsi(("prov-a",), (100.5, 1.5), (points,), ((*points[:3], points[4]),))
    assert read_outline(file) == Garis((expected,))
    assert expected.batas == (100.0, 0.5, 101.0, 2.0)


def test_north_is_up_and_east_is_right() -> None:
    assert TEN.place((100.0, 0.0)) == (0, 0)
    assert TEN.place((110.0, -10.0)) == (100, 100)
    assert TEN.place((99.0, 1.0)) == (-10, -10)


def test_a_fitted_frame_shows_everything_in_the_middle_and_is_neither_flat_nor_tall() -> None:
    wide = fit((100.0, -1.0, 110.0, 0.0), 200, 0.5, 1.0)
    assert (wide.lebar, wide.tinggi, wide.skala) == (200, 100, 20)
    assert wide.place((105.0, -0.5)) == (100, 50)
    tall = fit((100.0, -10.0, 101.0, 0.0), 200, 0.5, 1.0)
    assert (tall.tinggi, tall.skala) == (200, 20)
    assert tall.place((100.5, -5.0)) == (100, 100)
    assert widen((1.0, 2.0, 3.0, 4.0), 0.5) == (0.5, 1.5, 3.5, 4.5)


def test_a_path_has_whole_relative_steps_without_points_on_the_straight() -> None:
    square = ((101.0, -1.0), (102.0, -1.0), (103.0, -1.0), (103.0, -3.0), (101.0, -3.0))
    assert path_of([square], TEN) == "M10 10l20 0 0 20-20 0z"
    speck = ((101.0, -1.0), (101.01, -1.0), (101.0, -1.01))
    assert path_of([speck], TEN) == ""


def test_what_lies_outside_the_frame_is_cut_off_with_a_margin() -> None:
    half_outside = ((95.0, -2.0), (105.0, -2.0), (105.0, -4.0), (95.0, -4.0))
    assert path_of([half_outside], TEN) == "M-12 20l62 0 0 20-62 0z"
    assert path_of([((90.0, -2.0), (91.0, -2.0), (91.0, -4.0))], TEN) == ""


def test_areas_are_as_the_numbers_until_they_would_be_too_small() -> None:
    size = choose_size([1, 4, 100], Bingkai(0, 0, 1, 1000, 1000), terkecil=2, terbesar=40, bagian=0.5)
    assert [size.radius(n) for n in (100, 25, 4)] == [40, 20, 8]
    assert size.radius(25) ** 2 / size.radius(100) ** 2 == pytest.approx(25 / 100)
    crowded = choose_size([100] * 50, Bingkai(0, 0, 1, 100, 100), terkecil=1, terbesar=40, bagian=0.1)
    assert 50 * pi * crowded.radius(100) ** 2 == pytest.approx(0.1 * 100 * 100)
    assert choose_size([], TEN, 3, 10, 0.1).radius(1) == 3
    assert choose_size([1], TEN, terkecil=2, terbesar=40, bagian=1).radius(1) == 2 * 2.2


def distance(a: Lingkaran, b: Lingkaran) -> float:
    return sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2)


def test_circles_that_hide_each_other_move_apart_the_smaller_one_more() -> None:
    large, small, alone = separate([(50, 50), (52, 50), (10, 90)], [10, 4, 3], TEN, celah=1)
    assert distance(large, small) == pytest.approx(15, abs=0.1)
    assert large.geser < small.geser
    assert (alone.x, alone.y, alone.geser) == (10, 90, 0)


def test_circles_on_the_same_spot_part_and_stay_in_the_frame() -> None:
    circles = separate([(1.0, 1.0)] * 6, [5] * 6, TEN, celah=0.5)
    pairs = [(a, b) for i, a in enumerate(circles) for b in circles[i + 1 :]]
    assert min(distance(a, b) for a, b in pairs) > 10
    assert all(5 <= c.x <= 95 and 5 <= c.y <= 95 for c in circles)
    assert circles == separate([(1.0, 1.0)] * 6, [5] * 6, TEN, celah=0.5)


def test_circles_that_may_overlap_leave_every_middle_free() -> None:
    large, small = separate([(50, 50), (51, 50)], [20, 6], TEN, celah=1, tumpang=0.6)
    assert distance(large, small) == pytest.approx(max(0.4 * 26, 6) + 1, abs=0.1)
    assert distance(large, small) > small.r


def test_a_target_is_as_large_as_its_neighbours_allow() -> None:
    circles = [Lingkaran((0, 0), 0, 0, 3), Lingkaran((0, 0), 10, 0, 3), Lingkaran((0, 0), 90, 0, 3)]
    assert free_radius(circles, 12) == [5, 5, 12]
    assert free_radius(circles[:1], 12) == [12]


def test_names_stand_beside_their_circles_and_give_way() -> None:
    circles = [Lingkaran((0, 0), 40, 40, 4), Lingkaran((0, 0), 55, 40, 4), Lingkaran((0, 0), 95, 70, 4)]
    placed = place_names(["Blora", "Kudus", "Pati"], circles, TEN, huruf=8, jarak=2, paling=9)
    assert [(p.nomor, p.rata) for p in placed] == [(0, "end"), (1, "start"), (2, "end")]
    assert placed[1] == LetakNama(1, 61, 42.6, "start")
    assert [p.nomor for p in place_names(["Blora", "Kudus"], circles[:2], TEN, huruf=8, jarak=2, paling=1)] == [0]
    assert place_names(["Nama yang terlalu panjang untuk peta"], circles[:1], TEN, huruf=8, jarak=2, paling=9) == []


def test_a_name_never_stands_nearer_to_another_circle_than_to_its_own() -> None:
    names = ["Blora", "Kudus", "Pati", "Rembang"]
    crowded = [Lingkaran((0, 0), x, y, 8) for x, y in ((50, 50), (68, 50), (50, 68), (34, 56))]
    placed = place_names(names, crowded, TEN, huruf=8, jarak=2, paling=9)
    assert placed
    for name in placed:
        width = len(names[name.nomor]) * 0.62 * 8
        left = {"start": name.x, "end": name.x - width, "middle": name.x - width / 2}[name.rata]
        away = []
        for circle in crowded:
            dx = circle.x - min(max(circle.x, left), left + width)
            dy = circle.y - min(max(circle.y, name.y - 6), name.y + 2)
            away.append(sqrt(dx * dx + dy * dy) - circle.r)
        assert min(away) == away[name.nomor] > 0


def test_every_number_of_a_path_is_whole(garis: Garis) -> None:
    frame = fit((94.8, -11.2, 141.2, 6.2), 2000, 0.3, 0.5)
    path = path_of((ring for line in garis.provinsi for ring in line.kasar), frame)
    assert re.fullmatch(r"(?:M-?\d+ -?\d+l-?\d+[ -]\d+(?:[ -]\d+)*z)+", path)
