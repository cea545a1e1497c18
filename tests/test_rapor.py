"""Report cards of offices and the yearly evaluation of a region: what they count, say and leave out."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Catalog, Daerah
from catalog.model.wilayah import PerangkatDaerah
from catalog.pages import plan_pages, render
from catalog.pages.context import PageContext, make_context
from catalog.pages.rapor import evaluation_plan, make_report, report_plan
from catalog.pages.rapor_siap import report_gaps
from catalog.settings import Settings

_RANCANG = " ".join(["kata"] * 300)
_READY: dict[str, Any] = {
    "tahapan": "penerapan",
    "tanggal": {"penerapan": "2025-03"},
    "perangkat_daerah": ["dinas-kesehatan"],
    "lapor": {"rancang_bangun": _RANCANG},
    "kematangan": {
        "edisi": "2026",
        "indikator": [{"nomor": str(number), "level": "1"} for number in (16, 17, 32, 33, 35)],
    },
    "dikonfirmasi": {"tanggal": "2026-05-04", "oleh": "Dinas Kesehatan"},
}


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    """22 November 2026."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")


def _entries() -> tuple[Any, ...]:
    return (
        make_entri("kab-blora/siap", nama="Siaga", **_READY),
        make_entri(
            "kab-blora/dua", nama="Dua OPD", perangkat_daerah=["dinas-kesehatan", "dinas-sosial"],
            ringkasan="Layanan bersama dua perangkat daerah bagi warga.", tanggal={"uji_coba": "2026-02"},
            tahapan="uji-coba", layanan={"tempat": "Kantor camat"},
        ),
        make_entri("kab-blora/tua", nama="Tanpa pemilik"),
        make_entri("kota-solok/satu", nama="Satu", perangkat_daerah=["balitbang"], status={"keadaan": "berhenti"}),
    )  # fmt: skip


def _blora(complete: bool = False) -> Daerah:
    names = {"dinas-kesehatan": "Dinas Kesehatan", "dinas-sosial": "Dinas Sosial", "dinas-pangan": "Dinas Pangan"}
    offices = {id: PerangkatDaerah(nama=name, jenis="dinas") for id, name in names.items()}
    return Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah=offices, opd_lengkap=complete)


def _context(catalog: Catalog) -> PageContext:
    return make_context(catalog, Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora"))


@pytest.fixture
def context(catalog_of) -> PageContext:
    return _context(catalog_of(*_entries(), daerah=[_blora()]))


def _page(path: str, context: PageContext) -> LexborHTMLParser:
    job = next(job for job in plan_pages(context) if job.path == path)
    return LexborHTMLParser(f"<main>{render(job, context).body}")


def _text(node: Any) -> str:
    return re.sub(r"\s+", " ", node.text()).strip()


def _cells(tree: LexborHTMLParser, table: int = 0) -> list[list[str]]:
    return [[_text(cell) for cell in row.css("th, td")] for row in tree.css("table")[table].css("tr")]


def test_offices_with_entries_have_a_card_and_regions_with_three_an_evaluation(context):
    assert [path for path, _, _ in report_plan(context)] == [
        "wilayah/kab-blora/opd/dinas-kesehatan/",
        "wilayah/kab-blora/opd/dinas-sosial/",
        "wilayah/kota-solok/opd/balitbang/",
    ]
    assert [path for path, _, _ in evaluation_plan(context)] == ["wilayah/kab-blora/evaluasi/"]


def test_a_card_says_what_is_there_and_what_lacks(context):
    tree = _page("wilayah/kab-blora/opd/dinas-kesehatan/", context)
    assert _text(tree.css_first("h1")) == "Rapor inovasi Dinas Kesehatan Kabupaten Blora"
    assert _text(tree.css_first("p")).startswith(
        "2 inovasi tercatat, 1 pada tahap penerapan, 1 siap dilaporkan. Mulai 2026: 1. Dikonfirmasi 2026: 1."
    )
    assert _cells(tree) == [
        ["Inovasi", "Isian", "Dikonfirmasi", "Kurang untuk dilaporkan"],
        [
            "Dua OPDUji coba", "4/26", "belum",
            "tahap penerapan; tanggal penerapan; rancang bangun 0 dari 300 kata; regulasi; ketersediaan dan peran SDM; "
            "kecepatan penciptaan; kemanfaatan; video",
        ],
        ["SiagaPenerapan", "4/26", "4 Mei 2026", "siap dilaporkan"],
    ]  # fmt: skip


def test_the_evaluation_lists_all_offices_by_name_and_every_entry(context):
    tree = _page("wilayah/kab-blora/evaluasi/", context)
    assert _cells(tree) == [
        ["Perangkat daerah", "Inovasi", "Penerapan", "Mulai 2026", "Dikonfirmasi 2026", "Siap dilaporkan"],
        ["Dinas Kesehatan", "2", "1", "1", "1", "1"],
        ["Dinas Pangan", "0", "0", "0", "0", "0"],
        ["Dinas Sosial", "1", "0", "1", "0", "0"],
        ["Belum menyebut pemilik", "1", "0", "0", "0", "0"],
    ]
    assert [_text(h) for h in tree.css("section h2")] == ["Dinas Kesehatan", "Dinas Sosial", "Belum menyebut pemilik"]
    listed = {a.attributes["href"] for a in tree.css("section a")}
    assert listed == {f"../../../inovasi/kab-blora/{slug}/" for slug in ("siap", "dua", "tua")}
    assert "Daftar OPD belum lengkap" in _text(tree.css_first("main"))


def test_a_complete_register_is_not_called_incomplete(catalog_of):
    tree = _page("wilayah/kab-blora/evaluasi/", _context(catalog_of(*_entries(), daerah=[_blora(complete=True)])))
    assert "belum lengkap" not in _text(tree.css_first("main"))


@pytest.mark.parametrize(
    ("change", "gaps"),
    [
        ({}, ()),
        ({"status": {"keadaan": "berhenti"}}, ("sudah berhenti, tidak dilaporkan",)),
        ({"tahapan": "inisiatif"}, ("tahap penerapan",)),
        ({"tanggal": {"penerapan": "2019"}}, ("penerapan atau pengembangan 2024–2025",)),
        ({"tanggal": {"penerapan": "2019", "pengembangan": "2024-07"}}, ()),
        ({"lapor": {"rancang_bangun": _RANCANG[5:]}}, ("rancang bangun 299 dari 300 kata",)),
        (
            {"kematangan": {"edisi": "2026", "indikator": [{"nomor": str(n), "level": "2"} for n in (16, 17, 32, 33)]}},
            ("video",),
        ),
    ],
)
def test_ready_is_what_the_edition_asks(change, gaps, catalog_of):
    entri = make_entri("kab-blora/siap", **(_READY | change))
    assert report_gaps(entri, _context(catalog_of(entri))) == gaps


def test_a_name_alone_is_said_to_be_one(catalog_of):
    entri = make_entri("kab-blora/nama")
    assert report_gaps(entri, _context(catalog_of(entri))) == ("baru namanya yang tercatat",)


def test_without_a_date_of_the_build_no_year_is_counted(catalog_of, monkeypatch):
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    context = _context(catalog_of(*_entries(), daerah=[_blora()]))
    report = make_report("x", "X", context.catalog.entri_of("kab-blora"), context)
    assert (report.jumlah, report.mulai, report.dikonfirmasi) == (3, 0, 0)
    tree = _page("wilayah/kab-blora/evaluasi/", context)
    assert _text(tree.css_first("h1")) == "Evaluasi inovasi perangkat daerah Kabupaten Blora"
    assert _cells(tree)[0] == ["Perangkat daerah", "Inovasi", "Penerapan", "Siap dilaporkan"]


def test_hostile_names_stay_text(catalog_of):
    canary = '"><script>alert(1)</script>'
    region = Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah={"x": PerangkatDaerah(nama=canary)})
    entries = [make_entri(f"kab-blora/e{n}", nama=canary, perangkat_daerah=["x"]) for n in range(3)]
    context = _context(catalog_of(*entries, daerah=[region]))
    for path in ("wilayah/kab-blora/evaluasi/", "wilayah/kab-blora/opd/x/"):
        body = render(next(job for job in plan_pages(context) if job.path == path), context).body
        assert "<script" not in body and "alert(1)" in body


def test_a_card_is_light(context):
    for path, key, _ in report_plan(context):
        page = next(render(job, context) for job in plan_pages(context) if (job.path, job.key) == (path, key))
        assert page.bingkai == "cetak" and len(page.body.encode()) < 1_500


def test_what_is_most_often_empty_is_told_with_how_many(context):
    several = make_report("x", "X", context.catalog.entri_of("kab-blora"), context)
    assert several.kosong == "status (3), bentuk (3), jenis (3), inisiator (3), dan klasifikasi (3)"
    one = make_report("x", "X", context.catalog.entri_of("kota-solok"), context)
    assert one.kosong and "(" not in one.kosong
