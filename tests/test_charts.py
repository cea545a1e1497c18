"""Charts: what is drawn and what is not, that nothing but marks is left in the SVG, and that bytes stay the same."""

from __future__ import annotations

import multiprocessing
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from catalog.charts import Batang, BatangTahun, TitikIndeks, bar_chart, index_chart, year_chart
from catalog.charts.marks import round_ticks

PALETTE = {"#0b6b5d", "#8a5a2b", "#1c2126", "#565d63", "#ddd8cc", "#fbfaf7", "none"}
BARS = (Batang("Kesehatan", 8, "8"), Batang("Perizinan dan investasi", 4, "4"), Batang("Belum diketahui", 2, "2", True))
RANKS = tuple(TitikIndeks(year, rank, str(rank)) for year, rank in ((2020, 80), (2022, 16), (2023, 14), (2024, 12)))


def _texts(svg: str) -> list[str]:
    return [" ".join(text.itertext()) for text in ET.fromstring(svg).iter("text")]


def _bars(svg: str) -> list[tuple[float, str]]:
    """(width, colour) of each lying bar."""
    found = re.findall(r'<path d="M[\d.]+,[\d.]+h([\d.]+)v[\d.]+h-[\d.]+Z" fill="(#\w+)"', svg)
    return [(float(width), colour) for width, colour in found]


def _lines(svg: str) -> list[str]:
    return [p.get("d", "") for p in ET.fromstring(svg).iter("path") if not p.get("fill") and p.get("stroke")]


def _discs(svg: str, fill: str) -> list[tuple[float, float]]:
    """Centres of the round marks of one fill, left to right."""
    marks = [p for p in ET.fromstring(svg).iter("path") if p.get("fill") == fill and "A" in p.get("d", "")]
    places = [re.findall(r"[\d.]+", mark.get("transform", "")) for mark in marks]
    return sorted((float(x), float(y)) for x, y in places)


def test_bars_have_their_names_numbers_and_lengths():
    svg = bar_chart(BARS, "Kesehatan menyumbang 8 dari 12 entri.", "jumlah entri")
    assert _texts(svg) == [
        "jumlah entri", "Kesehatan", "Belum diketahui", "Perizinan dan investasi", "8", "4", "2",
    ]  # fmt: skip
    assert _bars(svg) == [(136.0, "#0b6b5d"), (68.0, "#0b6b5d"), (34.0, "#565d63")]


def test_a_name_too_long_for_two_lines_ends_in_dots():
    svg = bar_chart([Batang("Administrasi kependudukan dan pencatatan sipil", 1, "1")], "x", "jumlah entri")
    assert _texts(svg)[1] == "Administrasi kependudukan …"


def test_years_without_entries_keep_their_place_and_first_reports_are_hollow():
    svg = year_chart([BatangTahun(2019, 3), BatangTahun(2021, 4, 1)], "Tahun 2021 paling banyak.", "jumlah entri")
    assert _texts(svg) == [
        "jumlah entri", "0", "1", "2", "3", "4", "tahun mulai diketahui", "baru tahun pertama diberitakan",
        "2019", "2020", "2021",
    ]  # fmt: skip
    starts = [float(x) for x in re.findall(r'<path d="M([\d.]+),[\d.]+h[\d.]+v[\d.]+h-[\d.]+Z" fill="#0b6b5d" />', svg)]
    assert len(starts) == 2 and starts[1] - starts[0] > 2 * 60
    assert svg.count('fill="#fbfaf7" stroke="#8a5a2b"') == 2, "one bar and its key"


def test_without_estimates_there_is_no_key():
    assert _texts(year_chart([BatangTahun(2020, 1)], "x", "jumlah entri")) == ["jumlah entri", "0", "1", "2020"]


def test_only_neighbouring_years_are_joined():
    svg = index_chart(RANKS, "x", "peringkat", peringkat=True)
    assert len(_lines(svg)) == 2, "2022–2023 and 2023–2024; 2020 stands alone"
    assert len(_discs(svg, "#0b6b5d")) == 4


def test_the_best_rank_is_on_top_and_the_best_score_too():
    points = (TitikIndeks(2022, 100, "100"), TitikIndeks(2023, 1, "1"))
    ranks = _discs(index_chart(points, "x", "peringkat", peringkat=True), "#0b6b5d")
    scores = _discs(index_chart(points, "x", "skor", peringkat=False), "#0b6b5d")
    assert ranks[0][1] > ranks[1][1]
    assert scores[0][1] < scores[1][1]


def test_figures_that_disagree_are_both_shown_hollow_and_not_joined():
    points = (TitikIndeks(2022, 16, "16"), TitikIndeks(2022, 18, "18"), *RANKS[2:])
    svg = index_chart(points, "x", "peringkat", peringkat=True)
    assert len(_lines(svg)) == 1
    assert len(_discs(svg, "#fbfaf7")) == 2
    assert [text for text in _texts(svg) if "atau" in text] == ["16 atau 18"]


def test_a_target_is_hollow_named_and_not_joined():
    svg = index_chart((*RANKS, TitikIndeks(2025, 10, "10", target=True)), "x", "peringkat", peringkat=True)
    assert len(_lines(svg)) == 2
    assert len(_discs(svg, "#fbfaf7")) == 1
    assert [text for text in _texts(svg) if "target" in text] == ["target 10"]


def test_the_same_figure_twice_is_one():
    svg = index_chart((*RANKS, RANKS[0]), "x", "peringkat", peringkat=True)
    assert svg == index_chart(RANKS, "x", "peringkat", peringkat=True)


@pytest.mark.parametrize(
    ("least", "most", "expected"),
    [(0, 35, [0, 10, 20, 30, 40]), (1, 123, [1, 50, 100, 150]), (1, 4, [1, 2, 3, 4]), (0, 0, [0]), (0, 1, [0, 1])],
)
def test_rules_stand_at_round_numbers(least, most, expected):
    assert round_ticks(least, most) == expected


CHARTS = {
    "batang": lambda label: bar_chart(BARS, label, "jumlah entri"),
    "tahun": lambda label: year_chart([BatangTahun(2019, 3), BatangTahun(2021, 1400, 1)], label, "jumlah entri"),
    "indeks": lambda label: index_chart((*RANKS, TitikIndeks(2022, 18, "18")), label, "peringkat", True),
}


@pytest.mark.parametrize("name", CHARTS)
def test_nothing_but_marks_in_known_colours_is_left(name):
    root = ET.fromstring(CHARTS[name]("Temuan."))
    elements = list(root.iter())
    assert {e.tag for e in elements} <= {"svg", "path", "line", "text", "tspan", "g"}
    assert {value for e in elements for key, value in e.attrib.items() if key in ("fill", "stroke")} <= PALETTE
    assert not {key for e in elements for key in e.attrib} & {"style", "class", "id", "href", "opacity"}
    assert (root.get("role"), root.get("aria-label"), root.get("font-size")) == ("img", "Temuan.", "13")
    assert int(root.get("width", "999")) <= 480
    assert not [v for e in elements for v in e.attrib.values() if re.search(r"\d\.\d\d", v)], "one decimal is enough"


@pytest.mark.parametrize("name", CHARTS)
def test_text_cannot_become_markup(name):
    assert "<script" not in CHARTS[name]('"><script>alert(1)</script>')
    assert "&lt;script&gt;" in bar_chart([Batang("<script>", 1, "1")], "x", "jumlah entri")


def test_no_rows_no_chart():
    assert [bar_chart([], "x", "y"), year_chart([], "x", "y"), index_chart([], "x", "y", True)] == ["", "", ""]


def test_bytes_do_not_depend_on_process_hash_seed_or_fonts(root: Path, tmp_path: Path):
    code = (
        "from test_charts import CHARTS; import sys;"
        "sys.stdout.buffer.write(''.join(draw('Temuan.') for draw in CHARTS.values()).encode())"
    )
    (tmp_path / "fonts.conf").write_text("<fontconfig></fontconfig>", encoding="utf-8")
    environment = os.environ | {
        "PYTHONPATH": f"{root}:{root / 'tests'}",
        "PYTHONHASHSEED": "4711",
        "FONTCONFIG_FILE": str(tmp_path / "fonts.conf"),
    }
    done = subprocess.run([sys.executable, "-c", code], env=environment, cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode() == "".join(draw("Temuan.") for draw in CHARTS.values())


def test_a_fork_of_a_process_that_drew_can_draw_too():
    """The engine's threads do not survive a fork; without care the child waits for ever."""
    bar_chart(BARS, "di induk", "jumlah entri")
    with multiprocessing.get_context("fork").Pool(1) as pool:
        drawn = pool.apply_async(bar_chart, (BARS, "di anak", "jumlah entri")).get(timeout=60)
    assert drawn == bar_chart(BARS, "di anak", "jumlah entri")
