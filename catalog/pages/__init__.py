"""The bodies of all generated pages: planned as small jobs, each rendered alone, in any process, to the same bytes.

    context = make_context(catalog, settings, statistik, sizes)
    for job in plan_pages(context):
        page = render(job, context)

Workers are forked after ``plan_pages``: they inherit the context and the compiled templates, and get only the jobs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from catalog.frame.page import Page
from catalog.pages.alamat_lama import moved_page
from catalog.pages.bandingkan import compare_page
from catalog.pages.beranda import home_page
from catalog.pages.berhenti import stopped_page, stopped_paths
from catalog.pages.context import PageContext, make_context
from catalog.pages.daftar import list_keys, list_page, list_paths, stage_index, urusan_index, year_index
from catalog.pages.daftar_wilayah import region_index
from catalog.pages.data import data_page
from catalog.pages.entri import entry_page
from catalog.pages.environment import warm_up
from catalog.pages.formulir import PATH as form_path
from catalog.pages.formulir import form_page
from catalog.pages.jelajah import explore_page
from catalog.pages.kepala import with_head
from catalog.pages.kesalahan import PATH as codes_path
from catalog.pages.kesalahan import codes_page
from catalog.pages.konfirmasi import PATH as confirmation_path
from catalog.pages.konfirmasi import confirmation_page
from catalog.pages.kunjungan import WILAYAH as visit_regions_path
from catalog.pages.kunjungan import visit_paths, visit_regions_page, visits_page
from catalog.pages.lab import LAB as lab_path
from catalog.pages.lab import lab_page
from catalog.pages.lapor import PATH as reports_path
from catalog.pages.lapor import report_page
from catalog.pages.masalah import PATH as problems_path
from catalog.pages.masalah import problem_index, problem_page, problem_plan
from catalog.pages.paket import package_page, package_plan
from catalog.pages.pameran import exhibition_page, exhibition_paths
from catalog.pages.penghargaan import award_page, award_paths
from catalog.pages.peta_provinsi import map_paths, province_map_page
from catalog.pages.rapor import EVALUASI, RAPOR, evaluation_page, evaluation_plan, report_plan
from catalog.pages.rapor import report_page as office_report
from catalog.pages.rencana import planner_page
from catalog.pages.replikasi import ledger_page, ledger_paths, lineage_page, lineage_paths
from catalog.pages.statistik import statistik_page
from catalog.pages.swanilai import PATH as assessment_path
from catalog.pages.swanilai import assessment_page
from catalog.pages.swanilai_wilayah import region_page as region_assessment
from catalog.pages.swanilai_wilayah import region_plan as region_assessments
from catalog.pages.terbaru import newest_page
from catalog.pages.wilayah import wilayah_page

__all__ = ["FAMILIES", "Family", "Lingkup", "PageContext", "PageJob", "make_context", "plan_pages", "render"]


class PageJob(NamedTuple):
    """One page to make: ``kind`` says by which family, ``key`` of what, ``number`` which page of a list.

    ``path`` is the address the page will have below the site's root.
    """

    path: str
    kind: str
    key: str = ""
    number: int = 1


Lingkup = Literal["sedikit", "banyak", "wilayah", "semua"]
"""How much of the catalogue a page goes through."""


@dataclass(frozen=True, slots=True)
class Family:
    """Pages of one kind: ``plan`` gives (path, key, number) of each in order, ``make`` makes one of (key, number).

    ``lingkup`` is what each page goes through: a few entries, many from all over the catalogue, those of a region, or
    much of the catalogue.
    """

    plan: Callable[[PageContext], Iterable[tuple[str, str, int]]]
    make: Callable[[str, int, PageContext], Page]
    lingkup: Lingkup = "sedikit"


def _single(path: str, make: Callable[[PageContext], Page]) -> Family:
    return Family(lambda context: [(path, "", 1)], lambda key, number, context: make(context), "semua")


def _list(kind: str) -> Family:
    def plan(context: PageContext) -> Iterator[tuple[str, str, int]]:
        for key in list_keys(kind, context):
            for number, path in enumerate(list_paths(key, context), start=1):
                yield path, key[1], number

    return Family(plan, lambda key, number, context: list_page((kind, key), number, context), "banyak")


def _entries(context: PageContext) -> Iterator[tuple[str, str, int]]:
    return ((entri.tautan, entri.id, 1) for entri in context.catalog.entri)


def _entry(key: str, number: int, context: PageContext) -> Page:
    entri = context.catalog.find(key)
    if entri is None:
        raise KeyError(key)
    return entry_page(entri.take_out(), context)


def _regions(context: PageContext) -> Iterator[tuple[str, str, int]]:
    return ((f"wilayah/{id}/", id, 1) for id in context.wilayah)


def _moved(context: PageContext) -> Iterator[tuple[str, str, int]]:
    return ((f"inovasi/{old}/", old, 1) for old in context.pindah)


FAMILIES: dict[str, Family] = {
    "beranda": _single("", home_page),
    "jelajah": _single("jelajah/", explore_page),
    "bandingkan": _single("bandingkan/", compare_page),
    "data": _single("data/", data_page),
    "formulir": _single(form_path, form_page),
    "kesalahan": _single(codes_path, codes_page),
    "konfirmasi": _single(confirmation_path, confirmation_page),
    "masalah-indeks": _single(problems_path, problem_index),
    "masalah": Family(problem_plan, problem_page, "banyak"),
    "inovasi": _list("inovasi"),
    "urusan-indeks": _single("urusan/", urusan_index),
    "urusan": _list("urusan"),
    "tahun-indeks": _single("tahun/", year_index),
    "tahun": _list("tahun"),
    "tahapan-indeks": _single("tahapan/", stage_index),
    "tahapan": _list("tahapan"),
    "keadaan": _list("keadaan"),
    "jenis": _list("jenis"),
    "wilayah-indeks": _single("wilayah/", region_index),
    "peta": Family(map_paths, province_map_page),
    "rencana": _single("kunjungan/rencana/", planner_page),
    "statistik": _single("statistik/", statistik_page),
    "terbaru": _single("terbaru/", newest_page),
    "replikasi": Family(ledger_paths, ledger_page, "semua"),
    "silsilah": Family(lineage_paths, lineage_page),
    "kunjungan": Family(visit_paths, visits_page, "banyak"),
    "kunjungan-wilayah": _single(visit_regions_path, visit_regions_page),
    "pameran": Family(exhibition_paths, exhibition_page),
    "lab": _single(lab_path, lab_page),
    "penghargaan": Family(award_paths, award_page, "banyak"),
    "berhenti": Family(stopped_paths, stopped_page, "banyak"),
    "wilayah": Family(_regions, lambda key, number, context: wilayah_page(key, context), "wilayah"),
    RAPOR: Family(report_plan, office_report),
    EVALUASI: Family(evaluation_plan, evaluation_page, "wilayah"),
    "swanilai": _single(assessment_path, assessment_page),
    "lapor": _single(reports_path, report_page),
    "swanilai-wilayah": Family(region_assessments, region_assessment, "wilayah"),
    "entri": Family(_entries, _entry),
    "paket": Family(package_plan, package_page),
    "alamat-lama": Family(_moved, lambda key, number, context: moved_page(key, context)),
}
"""Every kind of generated page, in the order in which they are planned. A new kind is one line here."""


def plan_pages(context: PageContext) -> list[PageJob]:
    """Return a job for every page, in an order that depends on the catalogue alone; also compiles the templates."""
    warm_up()
    return [
        PageJob(path, kind, key, number)
        for kind, family in FAMILIES.items()
        for path, key, number in family.plan(context)
    ]


def render(job: PageJob, context: PageContext) -> Page:
    """Return the page of a job.

    Raises:
        KeyError: the job is not one of this context's; our bug.
    """
    return with_head(FAMILIES[job.kind].make(job.key, job.number, context), job.kind, job.key, context)
