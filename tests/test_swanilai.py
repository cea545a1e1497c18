"""Self-assessment: what is read from isian, what offices state, next steps, criteria, and the page of a region."""

from __future__ import annotations

import os
import re
from typing import Any

import pytest
from conftest import ROOT, make_entri, make_inovasi
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Badan, Daerah
from catalog.iid import current_edition, load_editions
from catalog.iid.baca import MEASURES
from catalog.model.wilayah import AngkaLaporan
from catalog.pages.context import make_context
from catalog.pages.entri import entry_page
from catalog.pages.swanilai import assessment_page
from catalog.pages.swanilai_wilayah import formula_rows, region_page
from catalog.replikasi import open_book
from catalog.settings import Settings
from catalog.swanilai import assess, assess_region, edition_of, is_judged, judge_criteria, next_steps
from catalog.swanilai import bacaan as readings
from catalog.swanilai.wilayah import in_window, levels_by_indicator

EDITION = current_edition(load_editions(ROOT / "vocabularies" / "iid"))
BERITA = {"judul": "Berita", "penerbit": "contoh.id", "tanggal": "2024-05"}
DALAM = Badan(masalah="Antre lama.")


def level(number: int, peniru: tuple[str, ...] = (), **isian: Any) -> tuple[int, str, tuple[str, ...]]:
    assessed = assess(make_entri(**isian), EDITION, peniru)
    (row,) = [row for row in assessed.baris if row.indikator.nomor == number]
    return row.level, row.asal, row.bukti


# ---- what is read ----


def test_the_loader_and_the_readings_know_the_same_measures() -> None:
    assert tuple(readings.MEASURES) == MEASURES
    assert {row.baca.ukuran for row in EDITION.indikator if row.baca} == set(MEASURES)


def law(kind: str) -> dict[str, Any]:
    return {"jenis": kind, "judul": "Ambulans", "nomor": "5", "tahun": "2022"}


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (["Keputusan Bupati Kudus"], 1), (["Peraturan Wali Kota"], 2), (["Peraturan Daerah Kota Ambon"], 3),
        (["Peraturan Menteri Dalam Negeri"], 0), (["Nota kesepahaman"], 0), (["SK Bupati", "Perbup"], 2), ([], 0),
    ],
)  # fmt: skip
def test_the_kind_of_the_legal_ground(kinds: list[str], expected: int) -> None:
    found, _, evidence = level(16, dasar_hukum=[law(kind) for kind in kinds])
    assert found == expected
    assert bool(evidence) == bool(expected)


@pytest.mark.parametrize(("people", "expected"), [([10], 1), ([6, 5], 2), ([30], 2), ([31], 3), ([], 0)])
def test_the_number_of_people(people: list[int], expected: int) -> None:
    assert level(17, sdm=[{"peran": "petugas", "jumlah": str(n)} for n in people])[0] == expected


@pytest.mark.parametrize(
    ("years", "expected"),
    [(["2025"], 1), (["2024", "2026"], 1), (["2025", "2026"], 2), (["2024-2026"], 3), (["2020-2023"], 0)],
)
def test_budget_years_count_in_the_window_when_they_follow_each_other(years: list[str], expected: int) -> None:
    assert level(18, biaya=[{"uraian": "operasional", "tahun": year} for year in years])[0] == expected


def test_a_planned_budget_is_no_budget() -> None:
    assert level(18, biaya=[{"uraian": "x", "tahun": "2025", "rencana": "ya"}])[0] == 0


def test_tools_actors_offices_and_ways_to_ask() -> None:
    assert level(19, jenis="non-digital")[0] == 1
    assert level(19, jenis="digital")[0] == 2
    assert level(19, jenis="digital", layanan={"aplikasi": "Samin"})[0] == 3
    assert level(22, aktor=[{"nama": name} for name in ("A", "a", "B")])[0] == 0
    assert level(22, aktor=[{"nama": name} for name in "ABCD"])[0] == 2
    assert level(24, perangkat_daerah=["a", "b"])[0] == 1
    assert level(23, perangkat_daerah=["a"])[0] == 1
    assert level(27, layanan={"tempat": "Jepon", "telepon": "119", "tautan": "https://a.id/"})[0] == 3


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://www.kompas.com/a", 3), ("https://blorakab.go.id/a", 2), ("https://jurnal.undip.ac.id/a", 0),
        ("https://id.scribd.com/a", 0), ("https://desaku.desa.id/a", 2), ("https://seputarblora.my.id/a", 0),
    ],
)  # fmt: skip
def test_news_is_told_from_government_pages_and_papers(address: str, expected: int) -> None:
    assert level(25, sumber=[BERITA | {"tautan": address}])[0] == expected


def test_copies_evaluations_manuals_and_videos() -> None:
    assert level(31, peniru=("Kabupaten Grobogan", "Kabupaten Pati")) == (
        2, "terbaca", ("Kabupaten Grobogan", "Kabupaten Pati"),
    )  # fmt: skip
    assert level(34, evaluasi=[{"oleh": "Inspektorat", "temuan": "Baik."}])[0] == 1
    assert level(34, evaluasi=[{"oleh": "Universitas Diponegoro", "temuan": "Baik."}])[0] == 3
    assert level(26, dokumen=[{"jenis": "Panduan", "judul": "x"}])[0] == 1
    assert level(26, dokumen=[{"jenis": "SOP", "judul": "x", "tautan": "https://a.id/"}])[0] == 3
    assert level(35, lapor={"video": "https://youtu.be/a"})[0] == 1


# ---- what offices state ----


def stated(*rows: tuple[int, int], edisi: str = "2026") -> dict[str, Any]:
    levels = [{"nomor": str(number), "level": str(level), "dokumen": f"Dokumen {number}"} for number, level in rows]
    return {"edisi": edisi, "indikator": levels}


def test_what_the_office_states_counts_also_when_isian_show_more() -> None:
    assert level(17, sdm=[{"peran": "petugas", "jumlah": "40"}], kematangan=stated((17, 1))) == (
        1, "dinyatakan", ("Dokumen 17",),
    )  # fmt: skip


def test_statements_by_another_edition_are_left_aside() -> None:
    entri = make_entri(kematangan=stated((16, 3), edisi="2023"))
    assert assess(entri, EDITION).skor == 0
    assert edition_of(entri, {2026: EDITION}) is EDITION


def test_the_score_is_the_sum_and_the_pattern_tells_judged_from_zero() -> None:
    assessed = assess(make_entri(kematangan=stated((16, 2), (35, 0))), EDITION)
    assert (assessed.skor, assessed.dinilai, assessed.pola) == (6, 2, "2------------------0")


def test_next_steps_give_most_points_for_the_least_work_first() -> None:
    steps = next_steps(assess(make_entri(kematangan=stated(*((n, 3) for n in range(16, 31)), (31, 1))), EDITION))
    told = [f"{s.indikator.nama} {s.dari} → {s.ke}: +{s.poin}; butuh {s.butuh}" for s in steps]
    assert told == [
        "Kemanfaatan inovasi 0 → 1: +3; butuh rekap kemanfaatan dengan satu ukuran",
        "Video inovasi daerah 0 → 1: +4; butuh video paling lama 5 menit",
        "Kecepatan penciptaan inovasi 0 → 1: +2; butuh dokumen langkah dan waktu penciptaan",
        "Monitoring dan evaluasi 0 → 1: +2; butuh laporan monev internal",
        "Replikasi 1 → 2: +3; butuh surat minat dari satu daerah lain",
    ]


# ---- criteria ----

FIVE = ("pembaharuan", "manfaat", "tidak_membebani", "kewenangan", "dapat_direplikasi")


def test_the_three_states_of_the_criteria() -> None:
    met = {name: {"memenuhi": "ya", "alasan": "Jelas."} for name in FIVE}
    unmet = met | {"manfaat": {"memenuhi": "tidak", "alasan": "Belum dipakai."}}
    assert judge_criteria(make_inovasi()).keadaan == "belum-dinilai"
    assert judge_criteria(make_inovasi(kriteria=met)).keadaan == "memenuhi"
    assert judge_criteria(make_inovasi(kriteria={"manfaat": met["manfaat"]})).keadaan == "belum-dinilai"
    judged = judge_criteria(make_inovasi(kriteria=unmet))
    assert (judged.keadaan, judged.karena) == ("belum", (("manfaat", "Belum dipakai."),))


# ---- a region ----


def _blora(catalog_of: Any, **daerah: Any) -> Any:
    return catalog_of(
        make_entri("kab-blora/a", DALAM, nama="Alfa", urusan=["kesehatan"], jenis="digital"),
        make_entri("kab-blora/b", DALAM, nama="Beta", urusan=["sosial"], status={"keadaan": "berhenti"}),
        make_entri("kab-blora/c", DALAM, nama="Ceria", urusan=["pangan"], tahapan="inisiatif"),
        make_entri("kab-blora/d", nama="Delta"),
        make_entri(
            "kab-blora/e",
            nama="Eka",
            urusan=["sosial"],
            kematangan=stated((16, 3), (35, 3)),
            tanggal={"penerapan": "2024"},
        ),
        daerah=[Daerah("kab-blora", "Kabupaten Blora", **daerah)],
    )


def test_stopped_ideas_and_mere_names_are_not_counted(catalog_of: Any) -> None:
    catalog = _blora(catalog_of)
    found = assess_region("kab-blora", catalog, EDITION, open_book(catalog))
    assert [(row.entri.nama, row.swanilai.skor, row.dihitung) for row in found.entri] == [
        ("Alfa", 4, True), ("Beta", 0, False), ("Ceria", 0, False), ("Eka", 21, True),
    ]  # fmt: skip
    assert (found.nama_saja, found.total, found.yandas) == (1, 25, ("kesehatan", "sosial"))
    assert [is_judged(entri) for entri in catalog.entri] == [True, True, True, False, True]
    counts = levels_by_indicator(found.dihitung, EDITION)
    assert all(sum(row) == 2 for row in counts.values())
    assert counts[16] == (1, 0, 0, 1)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ({"penerapan": "2024"}, True), ({"penerapan": "2019", "pengembangan": "2025-12-31"}, True),
        ({"penerapan": "2026-01-01"}, False), ({"penerapan": "2023"}, False), ({"uji_coba": "2024"}, None),
        (None, None),
    ],
)  # fmt: skip
def test_the_window_of_the_edition(dates: dict[str, str] | None, expected: bool | None) -> None:
    assert in_window(make_inovasi(**({"tanggal": dates} if dates else {})), EDITION) is expected


def _context(catalog: Any) -> Any:
    return make_context(catalog, Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora"))


def _text(node: Any) -> str:
    return re.sub(r"\s+", " ", node.text()).strip()


def test_every_step_of_the_arithmetic_is_shown(catalog_of: Any) -> None:
    catalog = _blora(catalog_of)
    rows = formula_rows(assess_region("kab-blora", catalog, EDITION, open_book(catalog)))
    assert [(row.nama, row.cara, row.nilai) for row in rows] == [
        ("Inovasi yang dihitung", "dari daftar di bawah", "2"),
        ("Jumlah poin", "poin menurut indikator 2026", "25"),
        ("Pembagi", "yang lebih besar dari 12 dan 2", "12"),
        ("Rata-rata kematangan", "25 ÷ 12", "2,08"),
        ("Skor jumlah inovasi", "0, karena baru 2 dari 5 urusan pelayanan dasar yang disyaratkan", "0"),
        ("Satuan inovasi daerah (SID)", "2,08 + 0; paling tinggi 187", "2,08"),
        ("Satuan pemerintah daerah (SPD)", "katalog ini tidak mengetahuinya", "0 sampai 63"),
        ("Indeks (IID)", "(SPD + 2,08) ÷ 250 × 100", "0,83 sampai 26,03"),
    ]


def test_the_page_of_a_region(catalog_of: Any) -> None:
    figures = [
        {"tahun": "2021", "ukuran": "inovasi dilaporkan ke Kemendagri (IGA/IID)", "nilai": "208", "sumber": [BERITA]},
        {"tahun": "2021", "ukuran": "inovasi memenuhi kategori inovasi", "nilai": "207", "sumber": [BERITA]},
        {"tahun": "2024", "ukuran": "inovasi dilaporkan ke Kemendagri (IGA/IID)", "nilai": "250", "sumber": [BERITA]},
    ]
    catalog = _blora(catalog_of, angka=tuple(AngkaLaporan.model_validate(row) for row in figures))
    page = region_page("kab-blora", 1, _context(catalog))
    tree = LexborHTMLParser(page.body)
    assert (page.path, page.title) == ("wilayah/kab-blora/swanilai/", "Swanilai inovasi Kabupaten Blora")
    assert [_text(node) for node in tree.css("summary")] == ["Alfa: 4", "Beta: 0", "Ceria: 0", "Eka: 21"]
    assert [node.attributes["id"] for node in tree.css("details[data-pola]")] == ["e-a", "e-e"]
    assert tree.css_first("#e-e").attributes["data-jendela"] == "ya"
    assert [_text(node) for node in tree.css("#kriteria .angka__nilai")] == ["0", "0", "5"]
    assert [_text(row) for row in tree.css("#kriteria tbody tr")] == [
        "Inovasi dilaporkan ke Kemendagri (IGA/IID)12021208", "Inovasi memenuhi kategori inovasi12021207",
    ]  # fmt: skip
    words = _text(tree.body)
    assert "swanilai" in words and not re.search(r"NaN|inf\b", words)
    assert not re.search(r"(Sangat|Kurang) Inovatif", words)


def test_a_region_with_names_only_divides_by_nothing(catalog_of: Any) -> None:
    body = region_page("kab-blora", 1, _context(catalog_of(make_entri("kab-blora/d", nama="Delta")))).body
    assert "Belum ada yang dapat dinilai" in body and "0,0" not in body


def test_the_page_of_the_index_marks_what_is_unsure(catalog_of: Any) -> None:
    tree = LexborHTMLParser(assessment_page(_context(_blora(catalog_of))).body)
    assert len(tree.css("#belum-pasti li")) == len(EDITION.belum_pasti)
    assert len(tree.css("#indikator > section")) == 20
    assert [_text(node) for node in tree.css("#wilayah li")] == ["Kabupaten Blora"]
    assert [_text(row) for row in tree.css("#predikat tbody tr")][:2] == [
        "2026Sangat Inovatif65,01 sampai 100", "2026Inovatif40,01 sampai 65",
    ]  # fmt: skip


def test_an_entry_leads_to_its_assessment_and_reports(catalog_of: Any) -> None:
    catalog = _blora(catalog_of)
    context = _context(catalog)
    judged, named = (entry_page(catalog.find(f"kab-blora/{slug}"), context).body for slug in "ed")
    assert 'href="../../../wilayah/kab-blora/swanilai/#e-e"' in judged
    assert 'href="iid-e.docx"' in judged and 'href="kipp-e.docx"' in judged
    assert "Kematangan, swanilai edisi 2026: 21 dari 111; bukan nilai resmi" in judged
    assert "iid-d.docx" not in named


def test_hostile_text_stays_text(catalog_of: Any) -> None:
    canary = '"><script>alert(1)</script><b onmouseover=x>'
    entri = make_entri(
        "kab-blora/a", DALAM, nama=canary,
        kematangan={"edisi": "2026", "indikator": [{"nomor": "16", "level": "1", "dokumen": canary}]},
        kriteria={"manfaat": {"memenuhi": "tidak", "alasan": canary}},
    )  # fmt: skip
    figure = {"tahun": "2021", "ukuran": f"memenuhi {canary}", "nilai": "1", "catatan": canary, "sumber": [BERITA]}
    region = Daerah("kab-blora", "Kabupaten Blora", angka=(AngkaLaporan.model_validate(figure),))
    context = _context(catalog_of(entri, daerah=[region]))
    for body in (region_page("kab-blora", 1, context).body, entry_page(entri, context).body):
        assert body.count("alert(1)") >= 2
        assert not LexborHTMLParser(body).css("script, [onmouseover]")


def test_the_page_of_a_region_as_a_whole(catalog_of: Any) -> None:
    """``REGENERATE_GOLDEN=1 pytest tests/test_swanilai.py`` writes it anew; read the difference."""
    body, file = (
        region_page("kab-blora", 1, _context(_blora(catalog_of))).body,
        ROOT / "tests/golden/swanilai/wilayah.html",
    )
    if os.environ.get("REGENERATE_GOLDEN"):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(body, encoding="utf-8")
    assert body == file.read_text(encoding="utf-8")
