"""The statistics page: sentences and tables against a small catalogue counted by hand, and where its numbers lead."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog.catalog import Catalog, Daerah
from catalog.model.wilayah import AngkaLaporan, PerangkatDaerah
from catalog.pages.context import PageContext, make_context
from catalog.pages.statistik import statistik_page
from catalog.settings import Settings
from catalog.statistics import count_statistics

SOURCE = "Sumber: katalog ini, 4 entri; sumber terbaru bertanggal Mei 2024. CSV: "


def _four() -> tuple[Any, ...]:
    return (
        make_entri(
            "kab-blora/a", nama="Alfa", urusan=["kesehatan", "sosial"], tanggal={"penerapan": "2021-06"},
            tahapan="penerapan", jenis="digital", perangkat_daerah=["dinas-kesehatan"], status={"keadaan": "berjalan"},
            hasil_terukur=[{"indikator": "x", "satuan": "hari", "sebelum": "9", "sesudah": "2"}],
            bentuk="pelayanan-publik", inisiator="kepala-daerah", klasifikasi="perangkat-daerah",
            dikonfirmasi={"tanggal": "2026-03-02", "oleh": "Dinas Kesehatan"},
        ),
        make_entri("kab-blora/b", nama="Beta", pertama_diberitakan="2021", perangkat_daerah=["dinas-kesehatan"]),
        make_entri(
            "kota-solok/c", nama="Ceria", urusan=["pangan"], jenis="non-digital", tanggal={"uji_coba": "2019"},
            perangkat_daerah=["balitbang"],
        ),
        make_entri("prov-bali/d", nama="Desa", urusan=["pangan"], status={"keadaan": "berhenti"}),
    )  # fmt: skip


def _regions() -> list[Daerah]:
    health, research = PerangkatDaerah(nama="Dinas Kesehatan"), PerangkatDaerah(nama="Balitbang")
    return [
        Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah={"dinas-kesehatan": health}),
        Daerah("kota-solok", "Kota Solok", perangkat_daerah={"balitbang": research}),
    ]


def _context(catalog: Catalog) -> PageContext:
    settings = Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora")
    return make_context(catalog, settings, count_statistics(catalog))


@pytest.fixture(autouse=True)
def no_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a build's date nothing on the page speaks of age."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)


@pytest.fixture
def tree(catalog_of) -> LexborHTMLParser:
    return LexborHTMLParser(statistik_page(_context(catalog_of(*_four(), daerah=_regions()))).body)


def _text(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text()).strip()


def _figure(tree: LexborHTMLParser, id: str) -> LexborNode:
    return next(node for node in tree.css("figure") if node.css_first(f"#{id}"))


def _table(tree: LexborHTMLParser, id: str) -> list[tuple[str, str, str]]:
    """(name, numbers, where the name leads) of each row below the head."""
    rows = []
    for row in _figure(tree, id).css("tbody tr"):
        link = row.css_first("a")
        numbers = " ".join(_text(cell) for cell in row.css("td"))
        rows.append((_text(row.css_first("th")), numbers, (link.attributes["href"] or "") if link else ""))
    return rows


def test_every_finding_is_a_sentence_with_its_base(tree):
    assert [_text(h) for h in tree.css("figure h3")] == [
        "Kesehatan dan Pangan menyumbang sama banyak, 2 dari 4 entri",
        "Kabupaten Blora punya entri terbanyak: 2 dari 4",
        "Dinas Kesehatan, Kabupaten Blora punya entri terbanyak: 2",
        "Tahun 2021 paling banyak: 2 dari 3 entri yang tahunnya diketahui",
        "Separuh dari 3 entri yang tahunnya diketahui mulai 2021 atau sebelumnya",
        "Bulan terbaru dengan entri baru: Juni 2021, 1 entri",
        "1 dari 4 entri diketahui sudah diterapkan",
        "1 dari 4 entri diketahui masih berjalan, 1 sudah berhenti",
        "1 dari 4 entri pernah dikonfirmasi kantornya",
        "1 dari 2 entri yang jenisnya diketahui adalah digital",
        "1 dari 1 entri yang bentuknya diketahui: inovasi pelayanan publik",
        "1 dari 1 entri yang inisiatornya diketahui: kepala daerah",
        "1 dari 1 entri yang klasifikasinya diketahui: perangkat daerah",
        "1 dari 4 entri punya hasil terukur atau sudah dievaluasi",
        "0 dari 4 entri mengisi setengah isian atau lebih",
    ]
    assert [_text(h) for h in tree.css("h1, h2")] == [
        "Isi katalog dalam angka", "Bidang dan tempat", "Tahun dan bulan", "Tahapan dan status", "Jenis dan asal",
        "Bukti dan kelengkapan", "Yang perlu dikonfirmasi", "Unduh angkanya",
    ]  # fmt: skip


def test_the_head_says_what_is_counted(tree):
    assert _text(tree.css_first(".lede")) == "4 entri dari 3 daerah di 3 provinsi, disusun dari 4 rujukan sumber."
    assert _text(tree.css_first(".kotak")) == (
        "Yang dihitung di sini adalah entri katalog ini: inovasi yang sumbernya ditemukan. Bukan jumlah seluruh "
        "inovasi di Indonesia, dan bukan penilaian atas daerah."
    )
    figures = [(_text(a), a.attributes["href"]) for a in tree.css(".angka a")]
    assert figures == [
        ("4 entri", "../inovasi/"),
        ("3 daerah punya entri", "../wilayah/"),
        ("3 dari 38 urusan punya entri", "../urusan/"),
    ]


def test_urusan_table_holds_all_38_and_the_note_names_the_empty_ones(tree):
    rows = _table(tree, "urusan")
    assert rows[:3] == [
        ("Kesehatan", "2", "../urusan/kesehatan/"),
        ("Pangan", "2", "../urusan/pangan/"),
        ("Sosial", "1", "../urusan/sosial/"),
    ]
    assert len(rows) == 38 and {numbers for _, numbers, _ in rows[3:]} == {"0"}
    note = _text(_figure(tree, "urusan").css_first(".bagan__sumber"))
    assert note.startswith(
        "Satu entri dapat termasuk beberapa urusan, jadi jumlahnya melebihi banyaknya entri. 35 dari 38"
    )
    assert note.endswith(f"{SOURCE}Entri menurut urusan")


def test_regions_stand_under_their_provinces(tree):
    assert _table(tree, "wilayah") == [
        ("Bali, semua daerah", "1", "../jelajah/?provinsi=prov-bali"),
        ("Provinsi Bali", "1", "../wilayah/prov-bali/"),
        ("Jawa Tengah, semua daerah", "2", "../jelajah/?provinsi=prov-jawa-tengah"),
        ("Kabupaten Blora", "2", "../wilayah/kab-blora/"),
        ("Sumatera Barat, semua daerah", "1", "../jelajah/?provinsi=prov-sumatera-barat"),
        ("Kota Solok", "1", "../wilayah/kota-solok/"),
    ]


def test_offices_lead_to_their_report_card_and_name_the_base(tree):
    assert _table(tree, "perangkat-daerah") == [
        ("Dinas Kesehatan, Kabupaten Blora", "2", "../wilayah/kab-blora/opd/dinas-kesehatan/"),
        ("Balitbang, Kota Solok", "1", "../wilayah/kota-solok/opd/balitbang/"),
    ]
    assert _text(_figure(tree, "perangkat-daerah").css_first(".bagan__sumber")) == (
        "3 dari 4 entri menyebut pemiliknya: 2 perangkat daerah dan pemilik lain. Entri lain tidak dihitung di sini. "
        "Yang tanpa entri ada di halaman tiap daerah. Selama daftar OPD suatu daerah belum lengkap, bagiannya tidak "
        f"dihitung. {SOURCE}Entri menurut perangkat daerah"
    )


def test_growth_month_by_month_ends_at_all_that_is_dated(tree):
    assert _table(tree, "bulan") == [
        ("2021, bulan tidak diketahui", "1 3", "../tahun/2021/"),
        ("Juni 2021", "1 2", "../tahun/2021/"),
        ("2019, bulan tidak diketahui", "1 1", "../tahun/2019/"),
        ("Tanpa tanggal", "1 –", "../tahun/belum-diketahui/"),
    ]
    assert _table(tree, "kumulatif") == [
        ("2021", "3", "../tahun/2021/"),
        ("2020", "1", ""),
        ("2019", "1", "../tahun/2019/"),
    ]


def test_every_drawing_has_its_table_and_its_csv(tree):
    figures = tree.css("figure")
    files = [figure.css_first(".bagan__sumber a").attributes["href"] for figure in figures]
    assert all(figure.css_first("svg[role=img]") and figure.css_first("tbody tr") for figure in figures)
    names = [file.removeprefix("../data/v1/statistik/").removesuffix(".csv") for file in files]
    assert names == [
        "urusan", "wilayah", "perangkat_daerah", "tahun", "tahun", "bulan", "tahapan", "keadaan", "konfirmasi",
        "jenis", "bentuk", "inisiator", "klasifikasi", "bukti", "kelengkapan",
    ]  # fmt: skip


def test_years_of_first_reports_are_told_apart(tree):
    assert _table(tree, "tahun") == [
        ("2021", "2 1", "../tahun/2021/"),
        ("2019", "1 0", "../tahun/2019/"),
        ("Belum diketahui", "1 –", "../tahun/belum-diketahui/"),
    ]


def test_the_other_tables_lead_to_lists_or_to_the_search(tree):
    assert _table(tree, "tahapan") == [
        ("Inisiatif", "0", "../tahapan/inisiatif/"),
        ("Uji coba", "0", "../tahapan/uji-coba/"),
        ("Penerapan", "1", "../tahapan/penerapan/"),
        ("Belum diketahui", "3", "../tahapan/belum-diketahui/"),
    ]
    assert _table(tree, "jenis") == [
        ("Digital", "1", "../jenis/digital/"),
        ("Non-digital", "1", "../jenis/non-digital/"),
        ("Belum diketahui", "2", "../jenis/belum-diketahui/"),
    ]
    assert _table(tree, "keadaan") == [
        ("Berjalan", "1", "../keadaan/berjalan/"),
        ("Dikembangkan", "0", ""),
        ("Berhenti", "1", "../keadaan/berhenti/"),
        ("Belum diketahui", "2", "../keadaan/belum-diketahui/"),
    ]
    assert _table(tree, "bukti") == [
        ("Nama saja", "3", "../jelajah/?bukti=nama-saja"),
        ("Klaim", "0", ""),
        ("Terdokumentasi", "0", ""),
        ("Terukur", "1", "../jelajah/?bukti=terukur"),
        ("Dievaluasi", "0", ""),
    ]
    assert _table(tree, "kelengkapan") == [
        ("Kurang dari seperempat", "3", "../jelajah/?isi=0"),
        ("Seperempat sampai setengah", "1", "../jelajah/?isi=1"),
        ("Setengah sampai tiga perempat", "0", ""),
        ("Tiga perempat lebih", "0", ""),
    ]
    assert _table(tree, "dikonfirmasi") == [
        ("2026", "1", "../jelajah/?konfirmasi=2026"),
        ("Belum pernah", "3", "../jelajah/?konfirmasi=belum-pernah"),
    ]
    assert _table(tree, "klasifikasi")[0] == ("Perangkat daerah", "1", "../jelajah/?klasifikasi=perangkat-daerah")


def test_reported_figures_stand_apart_with_their_source(catalog_of):
    figure = {
        "tahun": "2025",
        "ukuran": "inovasi dijaring IGA",
        "nilai": "36742",
        "sumber": [{"judul": "B", "penerbit": "P"}],
    }
    national = Daerah("nasional", "Nasional", angka=(AngkaLaporan.model_validate(figure),))
    tree = LexborHTMLParser(statistik_page(_context(catalog_of(*_four(), daerah=[national]))).body)
    section = tree.css_first("#dilaporkan")
    assert [_text(cell) for cell in section.css("tbody tr > *")] == ["Inovasi dijaring IGA1", "2025", "36.742"]
    assert [_text(li) for li in tree.css(".sumber > li")] == ["B. P. Dipakai di: a"]
    assert _text(tree.css_first("figure h3")) == "Kesehatan dan Pangan menyumbang sama banyak, 2 dari 4 entri"


def test_every_drawing_tells_its_finding(tree):
    for figure in tree.css("figure"):
        svg = figure.css_first("svg[role=img]")
        if svg is not None:
            assert svg.attributes["aria-label"] == _text(figure.css_first("h3")) + "."
    assert len(tree.css("svg[role=img]")) == 15


def test_an_empty_catalogue_has_a_page(catalog_of):
    tree = LexborHTMLParser(statistik_page(_context(catalog_of())).body)
    assert _text(tree.css_first(".kosong__judul")) == "Belum ada entri untuk dihitung"
    assert not tree.css("figure")


def test_hostile_names_stay_text(catalog_of):
    canary = '"><script>alert(1)</script>'
    blora = Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah={"dinas-kesehatan": PerangkatDaerah(nama=canary)})
    entries = (
        make_entri("kab-blora/a", nama=canary, perangkat_daerah=["dinas-kesehatan"], status={"keadaan": "berhenti"}),
    )
    body = statistik_page(_context(catalog_of(*entries, daerah=[blora]))).body
    assert body.count("alert(1)") == 4
    assert "<script" not in body
