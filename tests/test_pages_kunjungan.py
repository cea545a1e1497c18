"""Pages of visits, exhibitions, laboratories and stopped innovations; host rules; questions; the booth poster."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Badan, Catalog, Daerah
from catalog.exports import export_entri
from catalog.final_check.page import inspect_page
from catalog.frame.page import Page
from catalog.model.wilayah import Kunjungan, Pameran, ProfilWilayah, PutaranLab
from catalog.pages import plan_pages, render
from catalog.pages.aturan import own_rules, region_rules, usual_rules
from catalog.pages.context import PageContext, make_context
from catalog.pages.poster import Poster, make_poster
from catalog.settings import Settings

GOLDEN = Path(__file__).parent / "golden" / "kunjungan"
SETTINGS = Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora", site_url="https://contoh.go.id/")
KINDS = ("kunjungan", "kunjungan-wilayah", "pameran", "lab", "berhenti")
BERITA = {"judul": "Berita <contoh>", "penerbit": "contoh.id", "tanggal": "2024-05", "tautan": "https://contoh.id/1"}
STEPS = ["Bentuk tim.", "Data anak di tiap desa.", "Ajak kembali ke sekolah.", "Evaluasi."]
SILAT = make_entri(
    "kab-blora/silat",
    Badan(hasil="Anak kembali ke sekolah. Datanya dipakai desa."),
    nama="SILAT",
    hasil_terukur=[
        {"indikator": "Desa ikut", "satuan": "desa", "sesudah": "295"},
        {"indikator": "Anak tidak sekolah", "satuan": "anak", "sebelum": "8783", "sesudah": "3769", "periode": "2025"},
        {"indikator": "Tanpa angka", "satuan": "orang"},
    ],
    biaya=[{"uraian": "Rencana", "rupiah": "1", "rencana": "ya"}, {"uraian": "Pelatihan", "rupiah": "244000000"}],
    langkah=[{"uraian": text} for text in STEPS],
    kontak={"unit": "Dinas Pendidikan"},
    lab={"tahap": "deliver", "tahun": "2017"},
    tanya_jawab=[
        {"tanya": "Berapa <lama> persiapannya?", "jawab": "Tiga bulan.\n\nLalu uji coba.", "tanggal": "2025-06"},
        {"tanya": "Siapa pengelolanya?", "jawab": "Dinas Pendidikan."},
    ],
    replikasi={"oleh": [{"wilayah": "kab-grobogan", "tahap": "berjalan", "tanggal": "2025-01"}]},
    kunjungan={"aturan": {"rombongan_maksimal": "20", "daring": "ya", "hari_terima": ["selasa", "kamis"]}},
)
BUS = make_entri(
    "kota-palembang/trans-musi",
    nama="Trans Musi",
    status={"keadaan": "berhenti", "per": "2022-01-01", "alasan": "Tidak masuk anggaran."},
    layanan={"tempat": "Halte"},
)
KARTU = make_entri("prov-papua/kps", nama="Kartu Papua Sehat", status={"keadaan": "berhenti", "pengganti": "JKN"})
SEPEDA = make_entri(
    "kota-bandung/bike-bdg",
    nama="Bike.Bdg",
    status={"keadaan": "berhenti", "per": "2024-08", "keterangan": "Stasiunnya kosong.", "pengganti": SILAT.id},
)


def visit(host: str, guest: str, **isian: Any) -> Kunjungan:
    front = {"tuan_rumah": host, "tamu": guest, "jenis": "studi-tiru", "topik": "belajar SILAT", "sumber": [BERITA]}
    return Kunjungan.model_validate(front | isian)


def profile(kode: str, nama: str, jenis: str = "kabupaten", **isian: Any) -> ProfilWilayah:
    front = {"kode": kode, "nama": nama, "jenis": jenis, "provinsi": "Jawa Tengah", "sumber": [BERITA]}
    return ProfilWilayah.model_validate(front | isian)


@pytest.fixture
def catalog(catalog_of: Any) -> Catalog:
    blora = Daerah(
        "kab-blora",
        "Kabupaten Blora",
        profil=profile("33.16", "Kabupaten Blora", kontak={"unit": "Bapperida Kabupaten Blora"}),
        kunjungan=(
            visit(
                "kab-blora",
                "kab-grobogan",
                tanggal="2024-04-18",
                tanggal_selesai="2024-04-19",
                rombongan="Sekda & dinas",
                peserta="1200",
                moda="campuran",
                inovasi=SILAT.id,
                acara="Diterima Sekda.",
                hasil="Sepakat <meniru>.",
                tindak_lanjut=[{"bulan": "3", "uraian": "Tim dibentuk.", "sumber": [BERITA]}],
                catatan_konflik=[{"uraian": "Sumber lain menulis 17 April."}],
            ),
            visit("kab-blora", "Kementerian Dalam Negeri", tanggal="2027-03-02", rencana="ya", jenis="lainnya"),
            visit("Badan Litbang", "kab-blora"),
        ),
        pameran=(
            Pameran.model_validate(
                {
                    "nama": "Festival Blora",
                    "tanggal": "2024-10-10",
                    "tanggal_selesai": "2024-10-12",
                    "tempat": "Lapangan",
                    "penyelenggara": "Bapperida",
                    "jumlah_gerai": "43",
                    "gerai": [{"nama": "Gerai SILAT", "inovasi": SILAT.id}, {"nama": "Gerai <lain>"}],
                    "layanan_di_tempat": ["rekam KTP", "donor darah"],
                    "sumber": [BERITA],
                }
            ),
            Pameran.model_validate({"nama": "Bursa", "tanggal": "2018", "jumlah_gerai": "16", "sumber": [BERITA]}),
        ),
        lab=(
            PutaranLab.model_validate({"nama": "Lab Blora", "tahap": "deliver", "tanggal": "2017", "sumber": [BERITA]}),
            PutaranLab.model_validate({"nama": "Penggagas", "keterangan": "tanpa tanggal", "sumber": [BERITA]}),
        ),
    )
    national = Daerah(
        "nasional",
        "Nasional",
        pameran=(Pameran.model_validate({"nama": "Expo IGA", "tanggal": "2025-12-09", "sumber": [BERITA]}),),
        lab=(
            PutaranLab.model_validate(
                {"nama": "Labinov LAN", "tanggal": "2015", "penyelenggara": "LAN", "sumber": [BERITA]}
            ),
        ),
    )
    return catalog_of(SILAT, BUS, KARTU, SEPEDA, daerah=[blora, national, Daerah("kab-grobogan", "Kabupaten Grobogan")])


@pytest.fixture
def context(catalog: Catalog) -> PageContext:
    return replace(make_context(catalog, SETTINGS), terkait={BUS.id: (SEPEDA.id, SILAT.id)})


def pages_of(context: PageContext, *kinds: str) -> list[Page]:
    return [render(job, context) for job in plan_pages(context) if job.kind in kinds]


def page_at(context: PageContext, path: str) -> LexborHTMLParser:
    (job,) = [job for job in plan_pages(context) if job.path == path]
    return LexborHTMLParser(render(job, context).body)


def text_of(parsed: LexborHTMLParser, selector: str) -> str:
    node = parsed.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


@pytest.mark.parametrize("kind", KINDS)
def test_bodies_are_as_read_by_a_person(kind: str, context: PageContext) -> None:
    (page,) = pages_of(context, kind)
    path = GOLDEN / f"{kind}.html"
    if os.environ.get("REGENERATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page.body, encoding="utf-8")
    assert page.body == path.read_text(encoding="utf-8")


def faults_of(page: Page) -> set[str]:
    """What the final check says of the body alone: the frame brings the rest of a page."""
    html = f'<!doctype html><html lang="id"><head><title>x</title></head><body><main>{page.body}</main></body></html>'
    frame = {"deskripsi-kosong", "kebijakan-tidak-ada"}
    return {fault.aturan for fault in inspect_page(f"{page.path}index.html", html).kesalahan} - frame


def test_the_final_check_finds_nothing(context: PageContext) -> None:
    assert {page.path: faults_of(page) for page in pages_of(context, *KINDS) if faults_of(page)} == {}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("kunjungan", "Belum ada kunjungan yang tercatat"),
        ("kunjungan-wilayah", "Belum ada kunjungan antardaerah yang tercatat"),
        ("pameran", "Belum ada pameran yang tercatat"),
        ("lab", "Belum ada lab inovasi yang tercatat"),
        ("berhenti", "Belum ada inovasi yang tercatat berhenti"),
    ],
)
def test_an_empty_page_says_so(kind: str, said: str, catalog_of: Any) -> None:
    (page,) = pages_of(make_context(catalog_of(make_entri()), SETTINGS), kind)
    assert text_of(LexborHTMLParser(page.body), ".kosong__judul") == said
    assert faults_of(page) == set()


def test_long_lists_are_paged_and_years_lead_to_their_page(catalog_of: Any) -> None:
    visits = [visit("kab-blora", f"Tamu {n:03}", tanggal=f"{2026 - n // 30}-05-01") for n in range(120)]
    daerah = Daerah("kab-blora", "Kabupaten Blora", kunjungan=tuple(visits))
    context = make_context(catalog_of(daerah=[daerah]), SETTINGS)
    pages = pages_of(context, "kunjungan")
    assert [page.path for page in pages] == ["kunjungan/", "kunjungan/halaman-2/", "kunjungan/halaman-3/"]
    first, second, _ = (LexborHTMLParser(page.body) for page in pages)
    assert [node.attributes["href"] for node in first.css(".keping")] == [
        "#tahun-2026",
        "#tahun-2025",
        "../kunjungan/halaman-2/#tahun-2024",
        "../kunjungan/halaman-2/#tahun-2023",
    ]
    assert [node.attributes["id"] for node in second.css("h3")] == ["tahun-2025", "tahun-2024", "tahun-2023"]
    assert second.css_first("#kebiasaan") is None


def test_a_visit_that_was_copied_leads_to_the_ledger(context: PageContext) -> None:
    page = page_at(context, "kunjungan/")
    assert text_of(page, ".angka-daftar li:nth-child(3) .angka__nilai") == "1 dari 1"
    links = [node.text() for node in page.css("a") if (node.attributes["href"] or "").endswith("replikasi/")]
    assert "berjalan, menurut buku besar replikasi" in links


# Host rules


def test_an_entry_shows_its_own_rules_and_leads_to_its_region(context: PageContext) -> None:
    page = page_at(context, SILAT.tautan)
    shown = {node.text(): node.next.text() for node in page.css("dt") if node.next}
    assert (shown["Rombongan paling banyak"], shown["Bisa daring"]) == ("20 orang", "Ya")
    assert shown["Hari menerima tamu"] == "Selasa dan Kamis"
    assert "Tenggat surat" not in shown
    assert page.css_first('a[href$="wilayah/kab-blora/#berkunjung"]') is not None


def test_a_region_without_rules_shows_what_is_usual_and_says_so(context: PageContext) -> None:
    rows = region_rules("kab-blora", context)
    assert all(row.umum for row in rows)
    assert rows[0].teks == "Bupati Blora melalui Sekretaris Daerah"
    page = page_at(context, "wilayah/kab-blora/")
    assert "Aturan Kabupaten Blora belum tercatat." in page.text()
    assert [row.judul for row in usual_rules(context)] == [row.judul for row in rows]


def test_a_region_with_rules_marks_what_is_only_usual(catalog_of: Any) -> None:
    own = {"tenggat_hari_kerja": "3", "hari": "Selasa pagi"}
    daerah = Daerah("kab-sleman", "Kabupaten Sleman", profil=profile("34.04", "Kabupaten Sleman", aturan_kunjungan=own))
    context = make_context(catalog_of(daerah=[daerah]), SETTINGS)
    marked = {row.judul: row.umum for row in region_rules("kab-sleman", context)}
    assert (marked["Tenggat surat"], marked["Hari dan jam"], marked["Saluran"]) == (False, False, True)
    page = page_at(context, "wilayah/kab-sleman/")
    assert {node.text() for node in page.css("#berkunjung dt") if "(umum)" in node.text()} == {
        f"{title} (umum)" for title, usual in marked.items() if usual
    }


def test_no_rules_are_no_rows() -> None:
    assert own_rules(None) == []


# Questions


def test_answers_given_before_stand_on_the_entry_and_in_its_json(context: PageContext) -> None:
    page = page_at(context, SILAT.tautan)
    assert [node.text() for node in page.css("#kunjungan ~ details summary, .lipat summary")][-2:] == [
        "Berapa <lama> persiapannya?",
        "Siapa pengelolanya?",
    ]
    assert [node.text() for node in page.css("details p")][-3:-1] == ["Tiga bulan.", "Lalu uji coba. (Juni 2025)"]
    document = json.loads(export_entri(SILAT)[1])
    assert document["tanya_jawab"][0] == {
        "tanya": "Berapa <lama> persiapannya?",
        "jawab": "Tiga bulan.\n\nLalu uji coba.",
        "tanggal": "2025-06",
    }


# Laboratory and exhibitions on other pages


def test_region_and_entry_lead_to_the_lists(context: PageContext) -> None:
    region = page_at(context, "wilayah/kab-blora/")
    places = {node.attributes["href"] for node in region.css("a")}
    assert {"../../kunjungan/", "../../pameran/", "../../lab/"} <= places
    entry = page_at(context, SILAT.tautan)
    assert entry.css_first('a[href$="lab/"]').text() == "Deliver, 2017"  # type: ignore[union-attr]
    assert entry.css_first('a[href$="pameran/"]') is not None


# Poster


def test_the_poster_has_three_figures_and_three_steps(context: PageContext) -> None:
    assert make_poster(SILAT, context) == Poster(
        nama="SILAT",
        asal="Kabupaten Blora",
        angka=[
            ("8.783 → 3.769 anak", "Anak tidak sekolah, 2025"),
            ("295 desa", "Desa ikut"),
            ("Rp\u00a0244.000.000", "Pelatihan"),
        ],
        hasil="",
        langkah=STEPS[:3],
        tanya="Dinas Pendidikan",
    )


def test_a_told_result_stands_beside_a_cost_and_without_a_figure_there_is_no_poster(context: PageContext) -> None:
    told = Badan(hasil="Menurut **dinas**, 5 desa ikut. Sisanya menyusul.")
    poster = make_poster(make_entri("kab-blora/lain", told, biaya=[{"uraian": "Alat", "rupiah": "5000000"}]), context)
    assert poster is not None
    assert (poster.angka, poster.hasil) == ([("Rp\u00a05.000.000", "Alat")], "Menurut dinas, 5 desa ikut.")
    assert make_poster(make_entri("kab-blora/lain", told), context) is None
    assert make_poster(BUS, context) is None


def test_the_package_leads_to_its_poster(context: PageContext) -> None:
    page = page_at(context, f"{SILAT.tautan}paket/")
    assert page.css_first('nav a[href="#poster"]') is not None
    assert text_of(page, "#poster div").startswith("Cara menirunyaBentuk tim.")
    assert "Pindai kodenya" in text_of(page, "#poster")
    assert page_at(context, f"{BUS.tautan}paket/").css_first("#poster") is None
