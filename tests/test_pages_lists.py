"""Lists, indexes, the home page, and the plan that makes every page."""

from __future__ import annotations

import pickle
from itertools import pairwise
from pathlib import PurePosixPath

import pytest
from pages_samples import BERHENTI, DALAM, NAMA_SAJA, PENIRU, ROOT, SETTINGS, VOCABULARIES, make_entri, sample_catalog
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Entri, make_catalog
from catalog.frame.page import Page
from catalog.kabar import feed_files
from catalog.kunjungan import visit_files
from catalog.lapor import report_names
from catalog.pages import PageContext, PageJob, make_context, plan_pages, render
from catalog.pages.beranda import newest_cards
from catalog.pages.data import data_page
from catalog.pages.jelajah import SCRIPTS, explore_page
from catalog.pages.komponen import make_card, make_paging, year_text
from catalog.pages.paket import package_page
from catalog.search import SCRIPTS as SEARCH_SCRIPTS


@pytest.fixture(scope="module")
def context() -> PageContext:
    return make_context(sample_catalog(), SETTINGS, None, {"data/v1/inovasi.csv": 20_500})


@pytest.fixture(scope="module")
def many() -> PageContext:
    """120 entries of one urusan."""
    return make_context(sample_catalog(*(make_entri(f"kota-solok/inovasi-{n:03}") for n in range(120))), SETTINGS)


def parse(page: Page) -> LexborHTMLParser:
    return LexborHTMLParser(page.body)


def links(page: Page) -> set[str]:
    """Where the page's own links lead, below the site's root, without anchors and queries."""
    found = set()
    for node in parse(page).css("a[href], form[action]"):
        address = str(node.attributes.get("href") or node.attributes.get("action"))
        if "://" in address or address.startswith(("#", "mailto:", "tel:")):
            continue
        steps = list(PurePosixPath(page.path).parts)
        path = address.split("?")[0].split("#")[0]
        for step in path.split("/"):
            if step == "..":
                steps.pop()
            elif step not in ("", "."):
                steps.append(step)
        found.add("/".join(steps) + "/" if path.endswith("/") and steps else "/".join(steps))
    return found


# ---- cards and paging ----


def test_a_card(context: PageContext) -> None:
    card = make_card(DALAM, context)
    assert (card.nama, card.wilayah, card.urusan, card.tahun, card.keadaan_nama, card.tingkat, card.bukti) == (
        "MPP Blora",
        "Kabupaten Blora",
        "Perizinan dan investasi",
        "2021",
        "Berjalan",
        5,
        "Dievaluasi",
    )


def test_a_year_of_the_first_report_is_marked() -> None:
    assert [year_text(e) for e in (DALAM, NAMA_SAJA, make_entri("kab-blora/contoh"))] == [
        "2021",
        "diberitakan 2019",
        "tahun belum diketahui",
    ]


@pytest.mark.parametrize(
    ("entries", "number", "shown"),
    [
        (0, 1, (1,)),
        (50, 1, (1,)),
        (51, 1, (1, 2)),
        (500, 1, (1, 2, 3, None, 10)),
        (500, 5, (1, 2, 3, 4, 5, 6, 7, None, 10)),
        (500, 6, (1, None, 4, 5, 6, 7, 8, 9, 10)),
        (10_000, 100, (1, None, 98, 99, 100, 101, 102, None, 200)),
    ],
)
def test_paging_shows_the_ends_and_the_neighbours(entries: int, number: int, shown: tuple[int | None, ...]) -> None:
    assert make_paging("inovasi/", number, entries).nomor == shown


def test_pages_of_a_list_follow_each_other(many: PageContext) -> None:
    pages = [render(job, many) for job in plan_pages(many) if (job.kind, job.key) == ("urusan", "kesehatan")]
    assert [page.path for page in pages] == [
        "urusan/kesehatan/",
        "urusan/kesehatan/halaman-2/",
        "urusan/kesehatan/halaman-3/",
    ]
    assert [len(parse(page).css(".kartu")) for page in pages] == [50, 50, 20]
    assert [node.text() for node in parse(pages[1]).css(".hasil-jumlah")] == ["51 sampai 100 dari 120 inovasi"]
    nav = {str(a.attributes.get("rel")): a.attributes["href"] for a in parse(pages[1]).css(".halaman-nav a[rel]")}
    assert nav == {"prev": "../../../urusan/kesehatan/", "next": "../../../urusan/kesehatan/halaman-3/"}


def test_lists_put_the_best_evidence_first_and_all_goes_by_name(context: PageContext) -> None:
    assert context.daftar["urusan", "penanaman-modal"] == (DALAM, BERHENTI, PENIRU)
    assert context.daftar["inovasi", ""] == (DALAM, PENIRU, NAMA_SAJA, BERHENTI)
    assert context.daftar["tahun", "2019"] == (NAMA_SAJA,)
    assert context.daftar["tahapan", "belum-diketahui"] == (NAMA_SAJA,)


def test_an_urusan_without_entries_keeps_its_page_and_says_what_to_do(context: PageContext) -> None:
    job = next(job for job in plan_pages(context) if job.key == "persandian")
    page = parse(render(job, context))
    assert [node.text() for node in page.css(".kosong__judul")] == ["Belum ada inovasi pada urusan ini"]
    assert page.css(".kartu") == []


# ---- the plan ----


def test_every_job_makes_the_page_it_announces(context: PageContext) -> None:
    jobs = plan_pages(context)
    assert [render(job, context).path for job in jobs] == [job.path for job in jobs]
    assert len({job.path for job in jobs}) == len(jobs)


def test_pages_are_the_same_whatever_the_order_of_the_records() -> None:
    entries: list[Entri] = [DALAM, NAMA_SAJA, BERHENTI, PENIRU]
    regions = list(sample_catalog().daerah.values())
    one = make_context(make_catalog(entries, regions, VOCABULARIES), SETTINGS)
    other = make_context(make_catalog(reversed(entries), reversed(regions), VOCABULARIES), SETTINGS)
    jobs = plan_pages(one)
    assert plan_pages(other) == jobs
    assert [render(job, other) for job in jobs] == [render(job, one) for job in jobs]


def test_jobs_travel_between_processes() -> None:
    job = PageJob("inovasi/halaman-2/", "inovasi", "", 2)
    assert pickle.loads(pickle.dumps(job)) == job


def test_pages_link_only_to_pages_that_exist(context: PageContext) -> None:
    pages = [render(job, context) for job in plan_pages(context)]
    known = {page.path for page in pages} | {"wilayah/" + id + "/" for id in context.wilayah}
    written = (path.relative_to(ROOT / "content").with_suffix("") for path in (ROOT / "content").rglob("*.md"))
    known |= {f"{(path.parent if path.name == 'index' else path).as_posix()}/" for path in written}
    known |= {path for entri in context.catalog.entri for path, _ in package_page(entri.id, 1, context).beside()}
    known |= {e.tautan + name for e in context.catalog.entri for name in report_names(e)}
    known |= set(feed_files(context.catalog, context.settings)) | set(visit_files(context.catalog, context.settings))
    for page in pages:
        assert {link for link in links(page) if not link.startswith("data/v1/")} <= known, page.path


def test_every_entry_stands_in_the_list_of_its_urusan_year_and_stage(many: PageContext) -> None:
    pages = [render(job, many) for job in plan_pages(many)]
    for prefix in ("inovasi/", "urusan/", "tahun/", "tahapan/"):
        listed = set().union(
            *(links(page) for page in pages if page.path.startswith(prefix) and "/kab-" not in page.path)
        )
        assert {entri.tautan for entri in many.catalog.entri} <= listed


def test_the_home_page_leads_to_every_index(context: PageContext) -> None:
    home = render(PageJob("", "beranda"), context)
    assert {"inovasi/", "urusan/", "tahun/", "tahapan/", "wilayah/", "jelajah/"} <= links(home)


def test_a_home_page_of_an_empty_catalogue_stands() -> None:
    empty = make_context(make_catalog([], [], VOCABULARIES), SETTINGS)
    for job in plan_pages(empty):
        assert render(job, empty).path == job.path


@pytest.mark.parametrize("kind", ["beranda", "jelajah", "data", "urusan-indeks", "entri"])
def test_pages_have_one_title_and_skip_no_level(context: PageContext, kind: str) -> None:
    for job in (job for job in plan_pages(context) if job.kind == kind):
        levels = [int(str(node.tag)[1]) for node in parse(render(job, context)).css("h1, h2, h3, h4")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


# ---- single pages ----


def test_the_figures_of_the_home_page_lead_to_what_they_count(context: PageContext) -> None:
    page = parse(render(PageJob("", "beranda"), context))
    values = [" ".join(node.text().split()) for node in page.css(".angka a .angka__nilai")]
    figures = list(zip(values, [node.attributes["href"] for node in page.css(".angka a")], strict=True))
    assert figures == [
        ("4", "./inovasi/"),
        ("2", "./wilayah/"),
        ("3 dari 38", "./urusan/"),
        ("1", "./jelajah/?bukti=terukur&bukti=dievaluasi"),
    ]


def test_newest_cards_begin_with_the_home_region() -> None:
    home = [make_entri(f"kab-blora/b{n}", tanggal={"penerapan": f"201{n}"}) for n in range(5)]
    others = [make_entri(f"kota-solok/s{n}", tanggal={"penerapan": f"202{n}"}) for n in range(5)]
    context = make_context(make_catalog(home + others, [], VOCABULARIES), SETTINGS)
    assert [card.nama for card in newest_cards(context)] == ["B4", "B3", "B2", "S4", "S3", "S2"]
    alone = make_context(make_catalog(home, [], VOCABULARIES), SETTINGS)
    assert [card.nama for card in newest_cards(alone)] == ["B4", "B3", "B2", "B1", "B0"]


def test_the_search_page_has_the_places_its_script_needs(context: PageContext) -> None:
    page = explore_page(context)
    ids = {str(node.attributes["id"]) for node in parse(page).css("[id]")}
    assert {
        "jelajah",
        "jelajah-cari",
        "jelajah-saring",
        "hasil",
        "hasil-judul",
        "hasil-jumlah",
        "cari-jelajah",
    } <= ids
    assert page.scripts == SCRIPTS == SEARCH_SCRIPTS


def test_the_data_page_explains_every_isian_and_names_sizes_that_are_known(context: PageContext) -> None:
    page = parse(data_page(context))
    assert [" ".join(node.text().split()) for node in page.css("#berkas .daftar-ringkas__nilai")] == ["20 KB"]
    keys = {node.text() for node in page.css("#isian code")}
    assert {"nama", "hasil_terukur", "replikasi.oleh", "kunjungan.aturan", "whatsapp_resmi"} <= keys


def test_an_old_address_leads_to_the_new_one(context: PageContext) -> None:
    job = next(job for job in plan_pages(context) if job.kind == "alamat-lama")
    page = render(job, context)
    assert page.path == "inovasi/kab-blora/mall-pelayanan-publik/"
    assert DALAM.tautan in links(page)


def test_the_index_of_regions_goes_by_province_and_keeps_regions_without_entries_quiet(context: PageContext) -> None:
    page = parse(render(PageJob("wilayah/", "wilayah-indeks"), context))
    assert [node.text() for node in page.css("h2")] == ["Jawa Tengah"]
    assert [" ".join(node.text().split()) for node in page.css(".daftar-ringkas li")] == [
        "Kabupaten Blora 2 inovasi",
        "Kabupaten Rembang 2 inovasi",
    ]
    assert [node.text() for node in page.css(".bagian .kepala__ket a")] == ["Kabupaten Grobogan"]
