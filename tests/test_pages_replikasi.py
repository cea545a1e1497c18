"""The ledger as readers see it: on its own pages, on both entries, on regions; lineages; the open table."""

from __future__ import annotations

import csv
import io
import os
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Catalog, Daerah
from catalog.exports.replications import COLUMNS, replikasi_csv
from catalog.final_check.page import inspect_page
from catalog.frame.page import Page
from catalog.model.wilayah import Kunjungan
from catalog.pages import PageJob, plan_pages, render
from catalog.pages.context import PageContext, make_context
from catalog.pages.entri_replikasi import replication_view
from catalog.pages.silsilah import draw_lineage, lineage_path
from catalog.pages.wilayah_replikasi import replication_lists
from catalog.settings import Settings

GOLDEN = Path(__file__).parent / "golden" / "replikasi"
SETTINGS = Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora")
A, B = (
    {"id": "asal-2024", "judul": "Grobogan meniru SILAT", "penerbit": "contoh.id", "tanggal": "2024-09-03"},
    {
        "id": "penerima-2025",
        "judul": "SILAT Grobogan berjalan",
        "penerbit": "contoh.go.id",
        "tautan": "https://c.go.id/1",
    },
)


def sample(catalog_of: Any, *further: Any) -> Catalog:
    """An origin copied in many ways, a copy of its copy, a sequel at home, a visit."""
    origin = make_entri(
        "kab-blora/silat",
        nama="SILAT",
        sumber=[A],
        replikasi={
            "oleh": [
                {"wilayah": "kab-grobogan", "tahap": "kesepakatan", "tanggal": "2024-09-03", "kesepakatan": "PKS 2024",
                 "sumber": "asal-2024"},
                {"wilayah": "kab-grobogan", "tahap": "berjalan", "tanggal": "2025"},
                {"wilayah": "kab-rembang", "tahap": "kesepakatan", "tanggal": "2024-09-03", "sumber": "asal-2024"},
                {"wilayah": "kab-pati", "tahap": "minat"},
                {"wilayah": "Komunitas Sedulur Sikep", "tahap": "uji-coba"},
                {"wilayah": "kab-kudus", "tahap": "berjalan", "tanggal": "2025-03"},
            ]
        },
    )  # fmt: skip
    copy = make_entri(
        "kab-grobogan/silat-grobogan",
        nama="SILAT Grobogan",
        sumber=[B],
        replikasi={
            "dari": [
                {"asal": "kab-blora/silat", "tahap": "berjalan", "tanggal": "2025-02", "pembeda": "Tanpa aplikasi.",
                 "hasil": "Enam desa.", "sumber": "penerima-2025"},
            ]
        },
    )  # fmt: skip
    stopped = {"dari": [{"asal": "kab-blora/silat", "tahap": "berhenti", "tanggal": "2025-01"}]}
    visit = {"tanggal": "2024-04-18", "tuan_rumah": "kab-blora", "jenis": "studi-tiru", "topik": "x", "sumber": [A]}
    guests = [visit | {"tamu": guest, "inovasi": ["kab-blora/silat"]} for guest in ("kab-grobogan", "kota-solok")]
    return catalog_of(
        origin,
        copy,
        make_entri("kab-kudus/silat-kudus", nama="SILAT Kudus", replikasi=stopped),
        make_entri("kab-sragen/tiga", nama="Tiga", replikasi={"dari": [{"asal": copy.id}]}),
        make_entri("kab-blora/silat-dua", nama="SILAT Dua", replikasi={"dari": [{"asal": origin.id}]}),
        *further,
        daerah=[Daerah("kab-blora", "Kabupaten Blora", kunjungan=tuple(map(Kunjungan.model_validate, guests)))],
    )


@pytest.fixture
def context(catalog_of: Any) -> PageContext:
    return make_context(sample(catalog_of), SETTINGS)


def ledger(context: PageContext, number: int = 1) -> Page:
    path = "replikasi/" if number == 1 else f"replikasi/halaman-{number}/"
    return render(PageJob(path, "replikasi", "", number), context)


def lineage(context: PageContext, root: str) -> Page:
    return render(PageJob(lineage_path(root), "silsilah", root), context)


def texts(page: Page, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in LexborHTMLParser(page.body).css(selector)]


@pytest.mark.parametrize("name", ["buku", "silsilah"])
def test_golden_pages(context: PageContext, name: str) -> None:
    page = ledger(context) if name == "buku" else lineage(context, "kab-blora/silat")
    path = GOLDEN / f"{name}.html"
    if os.environ.get("REGENERATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(page.body, encoding="utf-8")
    assert page.body == path.read_text(encoding="utf-8")


def test_every_pair_stands_once_under_its_stage(context: PageContext) -> None:
    page = LexborHTMLParser(ledger(context).body)
    found = {
        str(section.attributes["id"]): [" ".join(p.text().split()) for p in section.css(".pasangan, .tamu li")]
        for section in page.css("section")
        if section.css(".pasangan")
    }
    assert found == {
        "berjalan": ["SILAT Kabupaten Blora ke Kabupaten Grobogan: SILAT Grobogan"],
        "uji-coba": ["SILAT Kabupaten Blora ke Komunitas Sedulur Sikep"],
        "kesepakatan": ["SILAT Kabupaten Blora ke Kabupaten Rembang"],
        "minat": ["SILAT Kabupaten Blora ke Kabupaten Pati"],
        "tahap-belum-disebut": ["SILAT Grobogan Kabupaten Grobogan ke Kabupaten Sragen: Tiga"],
        "berhenti": ["SILAT Kabupaten Blora ke Kabupaten Kudus: SILAT Kudus"],
        "kunjungan": ["SILAT Kabupaten Blora", "Kota Solok 18 April 20241"],
        "lanjutan": ["SILAT Kabupaten Blora ke Kabupaten Blora: SILAT Dua"],
    }


def test_the_summary_counts_replications_apart_from_what_is_none(context: PageContext) -> None:
    page = ledger(context)
    assert texts(page, ".angka a") == [
        "1 sudah berjalan",
        "1 sedang diuji coba",
        "1 baru kesepakatan",
        "1 baru minat",
        "1 tahapnya belum disebut",
        "1 pernah ditiru, lalu berhenti",
        "1 baru kunjungan",
    ]
    assert texts(page, ".angka-daftar + p")[0].startswith(
        "Tercatat 1 replikasi antardaerah dari 1 inovasi; 1 di antaranya dikonfirmasi dua pihak. Hanya yang"
    )
    assert texts(page, "#tabel-hitungan ~ tbody tr") == ["SILAT Kabupaten Blora11 dari 3Kabupaten Grobogan"]


def test_a_pair_tells_its_stages_who_says_so_what_was_changed_and_what_came_out(context: PageContext) -> None:
    page = LexborHTMLParser(ledger(context).body)
    row = page.css_first("#berjalan .pasangan-daftar > li")
    assert row is not None
    assert [" ".join(node.text().split()) for node in row.css(".pasangan__tahap, .jejak li, div > p:not([class])")] == [
        "Berjalan Februari 2025, dikonfirmasi dua pihak",
        "Kunjungan, 18 April 20241",
        "Kesepakatan, 3 September 20241",
        "Berjalan, Februari 20252",
        "Kesepakatan, menurut asal: PKS 20241",
        "Yang diubah, menurut penerima: Tanpa aplikasi.2",
        "Hasilnya, menurut penerima: Enam desa.2",
    ]


def test_both_entries_show_their_pair(context: PageContext) -> None:
    origin, copy = (context.catalog.find(id) for id in ("kab-blora/silat", "kab-grobogan/silat-grobogan"))
    assert origin is not None
    assert copy is not None
    own, other = replication_view(origin, context), replication_view(copy, context)
    assert [(p.pihak.nama, p.tahap, p.ket) for p in own.oleh] == [
        ("Kabupaten Kudus", "Berhenti", "Januari 2025, dikonfirmasi dua pihak, tahapnya menurut penerima"),
        ("Kabupaten Grobogan", "Berjalan", "Februari 2025, dikonfirmasi dua pihak"),
        ("Komunitas Sedulur Sikep", "Uji coba", "tanggal belum diketahui, menurut asal"),
        ("Kabupaten Rembang", "Kesepakatan", "3 September 2024, menurut asal"),
        ("Kabupaten Pati", "Minat", "tanggal belum diketahui, menurut asal"),
        ("Kabupaten Blora", "Lanjutan", "menurut penerima"),
    ]
    assert [(p.pihak.nama, p.ket) for p in other.dari] == [
        ("SILAT (Kabupaten Blora)", "Februari 2025, dikonfirmasi dua pihak")
    ]
    assert (own.hitungan, own.silsilah) == (
        "1 daerah lain mencoba atau menjalankannya, setara level 1 dari 3 pada pedoman 2026.",
        "replikasi/kab-blora/silat/",
    )
    assert own.oleh[1].langkah == [
        ("kunjungan", "18 April 2024", ()),
        ("kesepakatan", "3 September 2024", ()),
        ("berjalan", "Februari 2025", ()),
    ]
    assert (own.oleh[1].sumber, other.dari[0].sumber) == (("asal-2024",), ("penerima-2025",))


def test_where_the_sides_differ_both_are_shown(context: PageContext) -> None:
    origin = context.catalog.find("kab-blora/silat")
    assert origin is not None
    assert [p.selisih for p in replication_view(origin, context).oleh if p.selisih] == [
        ["Tahapnya berbeda: berjalan (Maret 2025) menurut asal, berhenti (Januari 2025) menurut penerima."]
    ]


@pytest.mark.parametrize(
    ("oleh", "heading"),
    [
        ([{"wilayah": "kab-pati", "tahap": "minat"}], "Minat dan kesepakatan daerah lain"),
        ([{"wilayah": "kab-pati", "tahap": "kesepakatan"}], "Minat dan kesepakatan daerah lain"),
        ([{"wilayah": "kab-pati", "tahap": "uji-coba"}], "Ditiru oleh"),
        ([{"wilayah": "kab-pati", "tahap": "berhenti"}], "Ditiru oleh"),
    ],
)
def test_a_wish_or_an_agreement_is_not_called_a_copy(catalog_of: Any, oleh: Any, heading: str) -> None:
    entri = make_entri("kab-blora/a", replikasi={"oleh": oleh})
    assert replication_view(entri, make_context(catalog_of(entri), SETTINGS)).judul == heading


def test_two_sides_with_one_source_are_said_to_have_it(catalog_of: Any) -> None:
    origin = make_entri(
        "kab-blora/a",
        sumber=[A],
        replikasi={"oleh": [{"wilayah": "kab-pati", "tahap": "minat", "sumber": "asal-2024"}]},
    )
    copy = make_entri(
        "kab-pati/b", sumber=[A], replikasi={"dari": [{"asal": "kab-blora/a", "inspirasi": "x", "sumber": "asal-2024"}]}
    )
    page = ledger(make_context(catalog_of(origin, copy), SETTINGS))
    assert texts(page, ".pasangan__tahap") == [
        "Minat tanggal belum diketahui, kedua pihak memakai satu sumber yang sama, tahapnya menurut asal1"
    ]


def test_a_region_shows_what_went_out_and_what_came_in(context: PageContext) -> None:
    def shown(wilayah: str) -> list[tuple[str, list[tuple[str, list[str], str]]]]:
        return [
            (part.judul, [(row.asal.nama, [t.nama for t in row.ke], row.tahap) for row in part.terbuka])
            for part in replication_lists(wilayah, context)
        ]

    assert shown("kab-grobogan") == [
        ("Dari Kabupaten Grobogan ke daerah lain", [("SILAT Grobogan", ["Kabupaten Sragen"], "Tahap belum disebut")]),
        ("Dari daerah lain ke Kabupaten Grobogan", [("SILAT (Kabupaten Blora)", ["SILAT Grobogan"], "Berjalan")]),
    ]
    assert shown("kota-solok") == []
    assert texts(render(PageJob("wilayah/kab-pati/", "wilayah", "kab-pati"), context), "#replikasi h2") == ["Replikasi"]


def test_an_empty_ledger_says_how_to_fill_it(catalog_of: Any) -> None:
    context = make_context(catalog_of(make_entri("kab-blora/a")), SETTINGS)
    page = ledger(context)
    assert texts(page, ".kosong__judul") == ["Belum ada replikasi yang tercatat"]
    assert [job.path for job in plan_pages(context) if job.kind in ("replikasi", "silsilah")] == ["replikasi/"]


def test_fifty_pairs_a_page_and_figures_lead_to_the_page_where_their_pairs_begin(catalog_of: Any) -> None:
    rows = [{"wilayah": f"Tempat {n:02}", "tahap": "berjalan"} for n in range(50)]
    entri = make_entri("kab-blora/a", replikasi={"oleh": [*rows, {"wilayah": "kab-pati", "tahap": "minat"}]})
    context = make_context(catalog_of(entri), SETTINGS)
    paths = [job.path for job in plan_pages(context) if job.kind == "replikasi"]
    assert paths == ["replikasi/", "replikasi/halaman-2/"]
    first, second = ledger(context), ledger(context, 2)
    links = [str(node.attributes["href"]) for node in LexborHTMLParser(first.body).css(".angka a")]
    assert links == ["../replikasi/#berjalan", "../replikasi/halaman-2/#minat"]
    assert (len(texts(first, ".pasangan")), texts(second, ".pasangan")) == (
        50,
        ["Samin 119 Kabupaten Blora ke Kabupaten Pati"],
    )
    assert texts(second, "h2") == ["Baru minat"]


# ---- lineages ----


def test_both_pictures_of_a_lineage_lead_to_every_member(context: PageContext) -> None:
    page = LexborHTMLParser(lineage(context, "kab-blora/silat").body)
    for drawing in ("rapat", "lapang"):
        links = page.css(f".silsilah__{drawing} a")
        assert [" ".join(link.text().split()) for link in links] == [
            "SILAT",
            "SILAT Dua",
            "SILAT Grobogan",
            "Tiga",
            "SILAT Kudus",
        ]
    assert len(page.css("#tabel-silsilah ~ tbody tr")) == 6


def test_nothing_overlaps_in_either_picture(catalog_of: Any) -> None:
    long = "Layanan yang namanya sangat panjang sampai tidak muat pada satu baris di layar telepon mana pun juga " * 2
    chain = [
        make_entri(f"kab-pati/e{n}", nama=long[:150], replikasi={"dari": [{"asal": f"kab-pati/e{n - 1}"}]})
        for n in range(1, 9)
    ]
    context = make_context(sample(catalog_of, make_entri("kab-pati/e0"), *chain), SETTINGS)
    for one in context.buku.silsilah.values():
        drawn = draw_lineage(one, context)
        boxes = [(a.x, a.y, a.tinggi) for a in drawn.lapang.anggota]
        for column in {x for x, _, _ in boxes}:
            inside = sorted((y, y + height) for x, y, height in boxes if x == column)
            assert all(upper[1] < lower[0] for upper, lower in pairwise(inside))
        lines = [y for a in drawn.rapat.anggota for y, _ in (*a.nama, *a.ket)]
        assert lines == sorted(lines)
        assert max(lines) <= drawn.rapat.tinggi
        assert max(y + height for _, y, height in boxes) <= drawn.lapang.tinggi
        assert all(0 <= a.x_teks <= drawn.rapat.lebar - 150 for a in drawn.rapat.anggota)


def test_an_origin_outside_the_catalogue_has_a_lineage_too(catalog_of: Any) -> None:
    copies = [
        make_entri(f"{w}/lapor", replikasi={"dari": [{"asal": "Lapor Hendi, Kota Semarang"}]})
        for w in ("kab-pati", "kab-kudus")
    ]
    context = make_context(catalog_of(*copies), SETTINGS)
    jobs = [job for job in plan_pages(context) if job.kind == "silsilah"]
    assert [job.path for job in jobs] == ["replikasi/lain/lapor-hendi-kota-semarang/"]
    assert texts(render(jobs[0], context), "h1") == ["Silsilah Lapor Hendi, Kota Semarang"]


def test_a_root_that_cannot_be_written_in_an_address_has_no_page_of_its_own(catalog_of: Any) -> None:
    copies = [make_entri(f"{w}/a", replikasi={"dari": [{"asal": "ꦱꦩꦶꦤ꧀"}]}) for w in ("kab-pati", "kab-kudus")]
    context = make_context(catalog_of(*copies), SETTINGS)
    assert [job.path for job in plan_pages(context) if job.kind in ("replikasi", "silsilah")] == ["replikasi/"]
    assert "ꦱꦩꦶꦤ꧀" in ledger(context).body


# ---- open data ----


def test_the_table_has_a_row_a_pair(catalog_of: Any) -> None:
    rows = list(csv.DictReader(io.StringIO(replikasi_csv(sample(catalog_of)).removeprefix("\ufeff"))))
    assert [list(row) for row in rows] == [list(COLUMNS)] * len(rows)
    by_adopter = {row["penerima"]: row for row in rows}
    assert len(rows) == 8
    assert by_adopter["kab-grobogan"] == {
        "asal": "kab-blora/silat",
        "nama_asal": "SILAT",
        "wilayah_asal": "kab-blora",
        "kode_wilayah_asal": "33.16",
        "penerima": "kab-grobogan",
        "nama_penerima": "Kabupaten Grobogan",
        "kode_wilayah_penerima": "33.15",
        "entri_penerima": "kab-grobogan/silat-grobogan",
        "tahap": "berjalan",
        "tanggal": "2025-02",
        "pihak": "dua-pihak",
        "satu_sumber": "tidak",
        "sewilayah": "tidak",
        "dihitung": "ya",
        "riwayat": "kunjungan 2024-04-18 (asal); kesepakatan 2024-09-03 (asal); berjalan 2025-02 (asal, penerima)",
        "kesepakatan": "PKS 2024",
        "pembeda": "Tanpa aplikasi.",
        "hasil": "Enam desa.",
        "perbedaan": "",
        "sumber": "Grobogan meniru SILAT; SILAT Grobogan berjalan https://c.go.id/1",
    }
    assert by_adopter["kab-kudus"]["perbedaan"] == "berjalan 2025-03 / berhenti 2025-01"
    assert by_adopter["kota-solok"]["dihitung"] == "tidak"


# ---- hostile text ----

EVIL = "<script>alert(1)</script>{{7*7}}\"'&amp;<b onclick=x>"


def test_no_text_becomes_mark_up(catalog_of: Any) -> None:
    isian = ("inspirasi", "proses", "kesepakatan", "pembeda", "hasil")
    origin = make_entri(
        "kab-blora/a",
        nama=EVIL,
        sumber=[{"id": "s", "judul": EVIL, "penerbit": EVIL}],
        replikasi={
            "oleh": [
                {"wilayah": EVIL, "tahap": "berjalan", "entri": EVIL, "keterangan": EVIL, "hasil": EVIL, "sumber": "s"},
                {"wilayah": "kab-pati", "tahap": "kesepakatan", "sumber": "s"},
            ],
            "dari": [{"asal": EVIL, "tahap": "berjalan"} | dict.fromkeys(isian, EVIL)],
        },
    )
    copy = make_entri("kab-pati/b", nama=EVIL, replikasi={"dari": [{"asal": EVIL}, {"asal": origin.id}]})
    context = make_context(catalog_of(origin, copy), SETTINGS)
    jobs = [job for job in plan_pages(context) if job.kind in ("replikasi", "silsilah", "entri", "wilayah")]
    assert sum(job.kind == "silsilah" for job in jobs) == 1
    bodily = {
        "tag-tidak-dikenal",
        "atribut-style",
        "atribut-peristiwa",
        "atribut-terlarang",
        "alamat-terlarang",
        "id-ganda",
    }
    for job in jobs:
        body = render(job, context).body
        assert LexborHTMLParser(body).css("script, b, [onclick]") == []
        assert "49" not in re.sub(r'="[^"]*"', "", body)
        head = '<!doctype html><html lang="id"><head><title>x</title></head><body><main id="isi">'
        facts = inspect_page(f"{job.path}index.html", f"{head}{body}</main></body></html>")
        assert [fault for fault in facts.kesalahan if fault.aturan in bodily] == []
