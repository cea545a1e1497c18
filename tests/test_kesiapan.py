"""Siap direplikasi?: each part both ways, the published formula, what an entry's page says of it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from pages_samples import DALAM, NAMA_SAJA, SETTINGS, VOCABULARIES, make_entri, sample_catalog

from catalog.catalog import Badan, Catalog, Daerah, Entri, make_catalog
from catalog.kelengkapan import BAGIAN
from catalog.kesiapan import Bagian, PartError, make_part, measure_kesiapan, parts_document
from catalog.model.bagian import Biaya, Evaluasi, HasilTerukur, KunjunganInovasi, Langkah
from catalog.model.inovasi import Inovasi
from catalog.model.wilayah import ProfilWilayah
from catalog.pages.context import make_context
from catalog.pages.entri import entry_page
from catalog.pages.entri_kesiapan import kesiapan_of, make_readiness
from catalog.validation.plans import plan_of
from catalog.vocabularies import VocabularyError, load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "content" / "tentang" / "kesiapan.md"
PARTS = VOCABULARIES.kesiapan
SUMBER = [{"id": "berita", "judul": "Berita", "penerbit": "contoh.id"}]


def answered(entri: Entri, **profil: Any) -> set[str]:
    """Ids of the parts that an entry answers whose region has this profile."""
    data = {
        "kode": "33.16",
        "nama": "Kabupaten Blora",
        "jenis": "kabupaten",
        "provinsi": "Jawa Tengah",
        "sumber": SUMBER,
    }
    region = Daerah("kab-blora", "Kabupaten Blora", ProfilWilayah.model_validate(data | profil))
    context = make_context(make_catalog([entri], [region], VOCABULARIES), SETTINGS)
    return {part.id for part in kesiapan_of(entri, context).terjawab}


def entry(badan: Badan | None = None, **isian: Any) -> Entri:
    return make_entri("kab-blora/contoh", badan, **({"sumber": SUMBER} | isian))


ANSWERS: list[tuple[str, dict[str, Any]]] = [
    ("hasil", {"hasil_terukur": [{"indikator": "a", "satuan": "b", "sesudah": "0", "sumber": ["berita"]}]}),
    ("hasil", {"evaluasi": [{"oleh": "Undip", "temuan": "Baik.", "sumber": ["berita"]}]}),
    ("langkah", {"langkah": [{"uraian": "Satu."}, {"uraian": "Dua.", "durasi": "2 bulan"}]}),
    ("biaya", {"biaya": [{"uraian": "Aplikasi", "rupiah": "0"}]}),
    ("orang", {"sdm": [{"peran": "operator"}]}),
    ("dasar", {"dasar_hukum": [{"jenis": "Perbup", "judul": "A"}]}),
    ("dasar", {"dokumen": [{"jenis": "SOP", "judul": "A"}]}),
    ("prasyarat", {"prasyarat": ["Gedung"]}),
    ("risiko", {"risiko": [{"uraian": "Sinyal lemah."}]}),
    ("risiko", {"kendala": ["Sinyal lemah."]}),
    ("risiko", {"pelajaran": ["Mulai kecil."]}),
    ("kontak", {"kontak": {"unit": "Dinas Kesehatan"}}),
    ("kunjungan", {"kunjungan": {"aturan": {"rombongan_maksimal": "20"}}}),
]


@pytest.mark.parametrize(("part", "isian"), ANSWERS)
def test_a_filled_isian_answers_its_part_and_no_other(part: str, isian: dict[str, Any]) -> None:
    assert answered(entry(**isian)) == {part}


def test_the_body_answers_too() -> None:
    assert answered(entry(Badan(masalah="Jauh."))) == {"masalah"}
    assert answered(entry(Badan(pelajaran="Mulai kecil."))) == {"risiko"}
    assert answered(entry(Badan(cara_kerja="Begini.", hasil="Baik."))) == set()


NOT_ENOUGH: list[dict[str, Any]] = [
    {"hasil_terukur": [{"indikator": "a", "satuan": "b", "sesudah": "5"}]},
    {"hasil_terukur": [{"indikator": "a", "satuan": "b", "sebelum": "5", "sumber": ["berita"]}]},
    {"evaluasi": [{"oleh": "Undip", "temuan": "Baik."}]},
    {"langkah": [{"uraian": "Satu."}]},
    {"biaya": [{"uraian": "Aplikasi"}]},
    {"biaya": [{"uraian": "Gedung", "rupiah": "5", "rencana": "ya"}]},
    {"kunjungan": {"yang_dapat_dilihat": ["Gerai"]}},
    {"aktor": [{"nama": "Dinas"}], "alat": ["aplikasi"]},
]


@pytest.mark.parametrize("isian", NOT_ENOUGH)
def test_half_an_answer_is_none(isian: dict[str, Any]) -> None:
    assert answered(entry(**isian)) == set()


def test_what_one_item_says_is_not_joined_with_what_another_says() -> None:
    results = [
        {"indikator": "a", "satuan": "b", "sesudah": "5"},
        {"indikator": "c", "satuan": "d", "sebelum": "5", "sumber": ["berita"]},
    ]
    assert answered(entry(hasil_terukur=results)) == set()
    plan_and_spent = [
        {"uraian": "a", "rupiah": "5", "rencana": "ya"},
        {"uraian": "b", "rupiah": "3", "rencana": "tidak"},
    ]
    assert answered(entry(biaya=plan_and_spent)) == {"biaya"}


def test_the_region_answers_for_its_entries() -> None:
    assert answered(entry(), kontak={"unit": "Bapperida"}) == {"kontak"}
    assert answered(entry(), aturan_kunjungan={"tenggat_hari_kerja": "7"}) == {"kunjungan"}


def test_a_region_without_a_profile_answers_nothing() -> None:
    found = measure_kesiapan(PARTS.values(), entry().inovasi, [], None)
    assert found.terjawab == () and list(found.belum) == list(PARTS.values())


def test_every_part_looks_at_isian_that_exist() -> None:
    items = {"hasil_terukur": HasilTerukur, "evaluasi": Evaluasi, "langkah": Langkah, "biaya": Biaya}
    for part in PARTS.values():
        for name in part.isian:
            holder = {"wilayah": ProfilWilayah, "kunjungan": KunjunganInovasi}.get(name.split(".")[0], Inovasi)
            last = name.split(".")[-1]
            assert last in holder.model_fields or name in BAGIAN, name
        for name, needed in part.butir.items():
            assert {one.removeprefix("!") for one in needed} <= items[name].model_fields.keys()


@pytest.mark.parametrize(
    ("record", "fault"),
    [
        ({"id": "a", "nama": "b", "tanya": "c", "isian": []}, "bagian `a` tidak menyebut isian yang dilihat"),
        (
            {"id": "a", "nama": "b", "tanya": "c", "butir": {"biaya": []}},
            "bagian `a` tidak menyebut isian yang dilihat",
        ),
        ({"id": "a", "nama": "b", "isian": ["x"]}, "satu bagian harus memuat id, nama, tanya, dan isian atau butir"),
        ({"id": "a", "nama": "b", "tanya": "c", "isain": ["x"]}, "satu bagian harus memuat"),
        ("masalah", "satu bagian harus memuat"),
    ],
)
def test_a_broken_part_is_refused(record: Any, fault: str) -> None:
    with pytest.raises(PartError, match=fault):
        make_part(record)


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    folder = shutil.copytree(ROOT / "vocabularies", tmp_path / "vocabularies")
    file = folder / "kesiapan.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("tanya:", "tnya:", 1), encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"kesiapan\.yml: satu bagian harus memuat"):
        load_vocabularies(folder)


def test_the_browser_is_told_the_same_parts() -> None:
    assert parts_document([Bagian("a", "b", "c?", ("x",)), Bagian("d", "e", "f?", (), {"y": ("z",)})]) == [
        {"id": "a", "nama": "b", "isian": ["x"], "butir": {}, "tanya": "c?"},
        {"id": "d", "nama": "e", "isian": [], "butir": {"y": ["z"]}, "tanya": "f?"},
    ]


# ---- what is published ----


def low(title: str) -> str:
    """A title in the middle of a sentence; an abbreviation stays as it is."""
    return title if title.isupper() else title[0].lower() + title[1:]


def title_of(name: str) -> str:
    """How a reader knows an isian: its title, and that it stands on the region's profile."""
    if name.startswith("wilayah."):
        return f"{plan_of(ProfilWilayah)[name.removeprefix('wilayah.')].judul} pada profil daerah"
    if name in BAGIAN:
        return f"bagian {BAGIAN[name]}"
    first, _, rest = name.partition(".")
    return plan_of(KunjunganInovasi)[rest].judul + " kunjungan" if rest else plan_of(Inovasi)[first].judul


def items_of(name: str, needed: tuple[str, ...]) -> str:
    plans = plan_of({"hasil_terukur": HasilTerukur, "evaluasi": Evaluasi, "langkah": Langkah, "biaya": Biaya}[name])
    words = " dan ".join(low(plans[one].judul) for one in needed if one[0] != "!")
    never = "".join(f", bukan yang {low(plans[one[1:]].judul)}" for one in needed if one[0] == "!")
    return f"{low(plan_of(Inovasi)[name].judul)} dengan {words}{never}"


def published_table() -> str:
    rows = []
    for part in PARTS.values():
        tests = [low(title_of(name)) for name in part.isian] + [items_of(*pair) for pair in part.butir.items()]
        name, looked_at = part.nama[0].upper() + part.nama[1:], ", atau ".join(tests)
        rows.append(f"| {name} | {looked_at} | {part.tanya} |")
    return "\n".join(rows)


def test_the_published_formula_is_the_vocabulary() -> None:
    """``REGENERATE_GOLDEN=1`` writes the table anew."""
    text = PAGE.read_text(encoding="utf-8")
    table = re.compile(r"(?<=\|---\|---\|---\|\n).*?(?=\n\n)", re.DOTALL)
    if os.environ.get("REGENERATE_GOLDEN"):
        PAGE.write_text(table.sub(lambda _: published_table(), text), encoding="utf-8")
    found = table.search(PAGE.read_text(encoding="utf-8"))
    assert found and found[0] == published_table()
    assert len(PARTS) == 10 and "sepuluh bagian" in text


# ---- the page of an entry ----


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    return sample_catalog()


def test_a_full_entry_and_one_known_by_name(catalog: Catalog) -> None:
    context = make_context(catalog, SETTINGS)
    full, name_only = make_readiness(DALAM, context), make_readiness(NAMA_SAJA, context)
    assert (full.jumlah, full.dari, full.belum) == (10, 10, "")
    assert name_only.jumlah == len(name_only.terjawab) < 3
    assert name_only.belum.startswith("masalah dan konteks, hasil dengan bukti, langkah dengan lamanya, biaya,")


def test_the_page_says_it_in_few_bytes_and_never_as_a_score(catalog: Catalog) -> None:
    context = make_context(catalog, SETTINGS)
    for entri in (DALAM, NAMA_SAJA):
        body = entry_page(entri, context).body
        start = body.index('<div class="siap">')
        part = body[start : body.index("</div>", start)]
        assert "Siap direplikasi?" in part and "Bukan nilai resmi." in part and 'href="paket/"' in part
        assert len(part.encode()) <= 900
        assert "skor" not in part.lower()
