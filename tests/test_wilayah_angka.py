"""What a region's page says in numbers: sentences from reported figures, its own counts, and the real regions."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from conftest import ROOT, make_entri
from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog.catalog import Daerah
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.model.bagian import Kriteria
from catalog.model.wilayah import AngkaLaporan, CatatanIndeks, Penghargaan
from catalog.pages.context import PageContext, make_context
from catalog.pages.wilayah import wilayah_page
from catalog.pages.wilayah_indeks import award_records
from catalog.pages.wilayah_kalimat import catalogued_sentence, figure_sentences, index_sentences
from catalog.settings import Settings

SUMBER = [{"judul": "Berita", "penerbit": "contoh.id"}]
LAPOR = "inovasi dilaporkan ke Kemendagri (IGA/IID)"


def _index(**isian: str) -> CatatanIndeks:
    return CatatanIndeks.model_validate({"indeks": "IID", "sumber": SUMBER} | isian)


def _figure(tahun: str, nilai: str, ukuran: str = LAPOR, **isian: str) -> AngkaLaporan:
    return AngkaLaporan.model_validate({"tahun": tahun, "nilai": nilai, "ukuran": ukuran, "sumber": SUMBER} | isian)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [_index(tahun="2022", peringkat="16", dari="415"), _index(periode="sebelum 2022", peringkat="80")],
            ["Peringkat IID naik dari 80 (sebelum 2022) ke 16 dari 415 (2022)"],
        ),
        (
            [_index(tahun="2020", peringkat="2"), _index(tahun="2025", peringkat="3")],
            ["Peringkat IID turun dari 2 (2020) ke 3 (2025)"],
        ),
        (
            [_index(tahun="2023", peringkat="22", skor="60.46", catatan="Peringkat di antara kota.")],
            ["IID 2023: peringkat 22, skor 60,46 (peringkat di antara kota)"],
        ),
        ([_index(tahun="2023", skor="61"), _index(tahun="2023", skor="60")], []),
        (
            [_index(tahun="2020", peringkat="9"), _index(tahun="2026", peringkat="1", target="ya")],
            ["IID 2020: peringkat 9"],
        ),
        ([_index(periode="menjelang IGA", peringkat="12")], []),
        ([], []),
    ],
)  # fmt: skip
def test_index_sentences(rows: list[CatatanIndeks], said: list[str]) -> None:
    assert [k.teks for k in index_sentences(rows)] == said


def test_a_disputed_year_is_no_end_of_a_way() -> None:
    rows = [_index(tahun=y, peringkat=p) for y, p in (("2020", "9"), ("2021", "5"), ("2022", "3"), ("2022", "4"))]
    assert [k.teks for k in index_sentences(rows)] == ["Peringkat IID naik dari 9 (2020) ke 5 (2021)"]


def test_figures_of_one_thing_and_of_one_year_become_sentences() -> None:
    rows = [
        _figure("2021", "208"),
        _figure("2021", "207", "inovasi memenuhi kategori inovasi"),
        _figure("2025", "471"),
        _figure("2022", "32", "peserta KIPP kabupaten"),
    ]
    assert [k.teks for k in figure_sentences(rows)] == [
        "208 terdaftar, 207 memenuhi kategori inovasi (2021)",
        "Inovasi dilaporkan ke Kemendagri (IGA/IID): naik dari 208 (2021) ke 471 (2025)",
    ]


def test_a_year_in_which_sources_disagree_is_not_chosen_from() -> None:
    rows = [_figure("2020", "10"), _figure("2021", "20"), _figure("2021", "25")]
    assert figure_sentences(rows) == []
    sentence = catalogued_sentence(3, rows)
    assert sentence and sentence.teks == "Tercatat di katalog 3 dari 10 yang dilaporkan ke Kemendagri (2020)"


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (17, "Tercatat di katalog 17 dari 471 yang dilaporkan ke Kemendagri (2025)"),
        (500, "Tercatat di katalog 500; 471 yang dilaporkan ke Kemendagri (2025)"),
    ],
)
def test_no_part_is_larger_than_its_whole(count: int, said: str) -> None:
    sentence = catalogued_sentence(count, [_figure("2021", "208"), _figure("2025", "471")])
    assert sentence and sentence.teks == said


# ---- the counts on the page ----


def _text(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text()).strip()


def _page(context: PageContext, id: str) -> LexborHTMLParser:
    return LexborHTMLParser(wilayah_page(id, context).body)


def _context(catalog: Any) -> PageContext:
    return make_context(catalog, Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora"))


def test_bars_by_hand_and_where_they_lead(catalog_of: Callable[..., Any]) -> None:
    entries = (
        make_entri("kab-blora/a", tahapan="penerapan", tanggal={"penerapan": "2021"}, bentuk="pelayanan-publik"),
        make_entri("kab-blora/b", tahapan="penerapan", pertama_diberitakan="2021"),
        make_entri("kab-blora/c", urusan=["sosial"]),
    )
    section = _page(_context(catalog_of(*entries)), "kab-blora").css_first("#angka")
    rows = {
        _text(block.css_first("h3")): [
            (
                _text(li),
                li.css_first("a").attributes["href"] if li.css_first("a") else "",
                li.css_first("meter").attributes,
            )
            for li in block.css("li")
        ]
        for block in section.css(".hitungan > div")
    }
    to = "../../jelajah/?wilayah=kab-blora&"
    assert list(rows) == [
        "Urusan",
        "Tahun mulai",
        "Tahapan",
        "Status",
        "Bukti",
        "Kelengkapan isian",
        "Bentuk",
        "Terakhir dikonfirmasi",
    ]
    assert rows["Urusan"] == [
        ("Kesehatan 2", f"{to}urusan=kesehatan", {"max": "3", "value": "2"}),
        ("Sosial 1", f"{to}urusan=sosial", {"max": "3", "value": "1"}),
    ]
    assert rows["Tahun mulai"] == [
        ("2021 (1 perkiraan) 2", f"{to}tahun=2021", {"max": "3", "value": "2"}),
        ("Belum diketahui 1", "", {"max": "3", "value": "1"}),
    ]
    assert rows["Tahapan"][0] == ("Penerapan 2", f"{to}tahapan=penerapan", {"max": "3", "value": "2"})
    assert rows["Bentuk"][0][1] == f"{to}bentuk=pelayanan-publik"
    assert [_text(summary) for summary in section.css("summary")] == [
        "Inovasi baru tiap bulan: 2 dari 3 diketahui waktunya",
        "36 dari 38 urusan belum punya inovasi tercatat",
    ]
    assert [a.attributes["href"] for a in section.css("p a")] == ["statistik.csv", "evaluasi/"]
    for name, block in rows.items():
        if name != "Urusan":
            assert sum(int(attributes["value"]) for _, _, attributes in block) == 3, name


def test_growth_of_a_region_month_by_month(catalog_of: Callable[..., Any]) -> None:
    dates = ("2021-06", "2021-06-03", "2021", "2022-01")
    entries = [make_entri(f"kab-blora/e{n}", tanggal={"penerapan": date}) for n, date in enumerate(dates)]
    entries += [make_entri("kab-blora/tanpa"), make_entri("kota-solok/lain", tanggal={"penerapan": "2021-06"})]
    fold = _page(_context(catalog_of(*entries)), "kab-blora").css_first("#angka details")
    assert _text(fold.css_first("summary")) == "Inovasi baru tiap bulan: 4 dari 5 diketahui waktunya"
    assert [[_text(cell) for cell in row.css("th, td")] for row in fold.css("tbody tr")] == [
        ["Januari 2022", "1", "4"],
        ["2021, bulan tidak diketahui", "1", "3"],
        ["Juni 2021", "2", "2"],
    ]
    assert fold.css_first("tbody a").attributes["href"] == "../../jelajah/?wilayah=kab-blora&tahun=2022"


def test_the_three_states_of_the_category_lead_to_their_reasons(catalog_of: Callable[..., Any]) -> None:
    met = {name: {"memenuhi": "ya", "alasan": "Jelas."} for name in Kriteria.model_fields}
    unmet = {next(iter(met)): {"memenuhi": "tidak", "alasan": "Sama dengan aplikasi pusat."}}
    entries = (
        make_entri("kab-blora/a", kriteria=met),
        make_entri("kab-blora/b", kriteria=unmet),
        make_entri("kab-blora/c"),
    )
    context = _context(catalog_of(*entries))
    link = _page(context, "kab-blora").css_first("a[href='swanilai/#kriteria']")
    assert _text(link) == "1 memenuhi, 1 belum, 1 belum dinilai"


def test_awards_of_the_ministry_are_the_predicates_of_its_index() -> None:
    sumber = [{"judul": "Berita", "penerbit": "contoh.id"}]
    rows = [
        ("Innovative Government Award (IGA) 2023", "Kabupaten Terinovatif", "2023-12-12"),
        ("Innovative Government Award 2020", "Kabupaten Sangat Inovatif", None),
        ("Innovative Government Award (IGA) 2022", "Nominator akhir Kabupaten Terinovatif", None),
        ("Innovative Government Award (IGA) 2018", "Terbaik II", None),
        ("Innovative Government Award (IGA) 2024", "Kabupaten terinovatif", None),
        ("PEKPPP 2024", "Sangat Inovatif", None),
    ]
    awards = tuple(
        Penghargaan.model_validate({"nama": name, "kategori": kind, "tanggal": day, "sumber": sumber})
        for name, kind, day in rows
    )
    stated = (_index(indeks="IGA", tahun="2024", predikat="Terinovatif"),)
    found = award_records(Daerah("kab-blora", "Kabupaten Blora", indeks=stated, penghargaan=awards))
    assert [(row.tahun, row.predikat) for row in found] == [
        (2023, "Kabupaten Terinovatif"),
        (2020, "Kabupaten Sangat Inovatif"),
    ]
    assert [sentence.teks for sentence in index_sentences([*stated, *found])] == [
        "Predikat IGA: Kabupaten Sangat Inovatif (2020), Kabupaten Terinovatif (2023), Terinovatif (2024)"
    ]


def test_two_entries_are_not_counted(catalog_of: Callable[..., Any]) -> None:
    page = _page(_context(catalog_of(make_entri("kab-blora/a"), make_entri("kab-blora/b"))), "kab-blora")
    assert page.css_first("#angka") is None and "Inovasi dalam angka" not in page.body.text()


def test_hostile_text_of_a_figure_stays_text(catalog_of: Callable[..., Any]) -> None:
    canary = "<script>alert(1)</script>"
    region = Daerah(
        "kab-blora", "Kabupaten Blora",
        angka=(_figure("2020", "1", canary), _figure("2021", "2", canary)),
        indeks=(_index(tahun="2020", predikat=canary),),
    )  # fmt: skip
    body = wilayah_page("kab-blora", _context(catalog_of(daerah=[region]))).body
    assert "<script" not in body and body.count("alert(1)") >= 3


# ---- the real regions ----


@pytest.fixture(scope="module")
def real() -> PageContext:
    return _context(load_catalog(Inputs(ROOT, ROOT / "innovations")).catalog)


@pytest.mark.parametrize(
    ("wilayah", "sentences"),
    [
        (
            "kab-blora",
            [
                "208 terdaftar, 207 memenuhi kategori inovasi (2021)",
                "Peringkat IID naik dari 80 (sebelum 2022) ke 16 dari 415 (2022)",
                "Inovasi dilaporkan ke Kemendagri (IGA/IID): naik dari 208 (2021) ke 471 (2025)",
                "Predikat IGA: Kabupaten Sangat Inovatif (2020 dan 2022), Kabupaten Terinovatif (2023 dan 2024)",
            ],
        ),
        ("kab-pekalongan", ["16 dari 72"]),
        ("kota-pekalongan", ["IID 2024: peringkat 7 (peringkat di antara kota)"]),
        ("kota-solok", ["IID 2023: peringkat 22, skor 60,46 (peringkat di antara kota)", "IGA 2018: peringkat 7"]),
        ("kab-kudus", ["Peserta KIPP kabupaten: naik dari 32 (2022) ke 38 (2023)"]),
    ],
)
def test_real_regions_say_it_with_their_sources(wilayah: str, sentences: list[str], real: PageContext) -> None:
    tree = _page(real, wilayah)
    numbers = {li.attributes["id"] for li in tree.css("ol.sumber > li")}
    for sentence in sentences:
        line = next(node for node in tree.css("li, p") if node.css_first("strong") and sentence in _text(node))
        sources = [a.attributes["href"] for a in line.css("sup a")]
        assert sources and {source[1:] for source in sources} <= numbers, sentence


def test_no_real_page_prints_what_is_no_number(real: PageContext) -> None:
    for wilayah in real.wilayah:
        text = _page(real, wilayah).body.text()
        assert not re.search(r"\b(NaN|nan|inf|Infinity|None)\b", text), wilayah


def test_a_sentence_that_the_chart_says_is_not_said_twice(catalog_of: Callable[..., Any]) -> None:
    rows = tuple(_index(tahun=year, peringkat=rank) for year, rank in (("2020", "9"), ("2021", "5")))
    tree = _page(_context(catalog_of(daerah=[Daerah("kab-blora", "Kabupaten Blora", indeks=rows)])), "kab-blora")
    section = tree.css_first("#riwayat-indeks")
    assert [_text(h) for h in section.css("h3")] == ["Peringkat IID naik dari 9 (2020) ke 5 (2021)"]
    assert section.css("strong") == []
