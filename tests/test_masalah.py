"""Everyday problems: which doors an entry stands behind, broken files, and that no real entry is without a door."""

from __future__ import annotations

import dataclasses
import shutil
from collections import Counter
from pathlib import Path

import pytest
from pages_samples import VOCABULARIES, make_entri

from catalog.catalog import Entri
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.masalah import DoorError, Masalah, assign, check_picks, make_door, make_doors, plain_doors
from catalog.problems import format_text
from catalog.vocabularies import VocabularyError, load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
AIR = Masalah("air", "Air sulit", "Air.", "lingkungan", kata=("air", "air bersih", "sumur bor"), sisa=("pangan",))
SAKIT = Masalah("sakit", "Sakit", "Sakit.", "kesehatan", kata=("ambulans",), urusan=("sosial",), sisa=("kesehatan",))
TANI = Masalah(
    "tani", "Bertani", "Tani.", "tani", ("padi",), pilihan=("kab-blora/pilihan",), kecuali=("kab-blora/kecuali",)
)
DOORS = make_doors({door.id: door for door in (AIR, SAKIT, TANI)})


def doors_of(id: str = "kab-blora/contoh", **isian: object) -> tuple[str, ...]:
    entri = make_entri(id, **isian)
    return DOORS.of(entri.id, entri.inovasi)


# ---- matching ----


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Warga mengebor sumur bor supaya tidak kekeringan.", ("air",)),
        ("Sumur-Bor untuk warga yang jauh dari sungai.", ("air",)),
        ("Sumur yang bor-nya dibeli bersama oleh warga.", ("sakit",)),
        ("Pengairan sawah oleh warga satu dusun, sejak lama.", ("sakit",)),
        ("Memakai AIR BERSIH dari mata air pegunungan di desa.", ("air",)),
        ("Ambulans membawa air bersih ke ladang padi warga.", ("air", "sakit", "tani")),
    ],
)
def test_words_and_phrases_are_found_whole_and_in_any_case(text: str, found: tuple[str, ...]) -> None:
    assert doors_of(ringkasan=text) == found


def test_a_phrase_does_not_reach_from_one_text_into_the_next() -> None:
    assert doors_of(kata_kunci=["sumur", "bor"]) == ("sakit",)
    assert doors_of(kata_kunci=["sumur bor"]) == ("air",)


def test_a_name_counts_only_where_it_is_no_acronym() -> None:
    assert doors_of(nama="Ambulans Padi") == ("sakit", "tani")
    assert doors_of(nama="Padi", kepanjangan="Pelayanan Air Dekat Ibu") == ("air",)


def test_an_urusan_brings_an_entry_in_whatever_it_says() -> None:
    assert doors_of(urusan=["sosial"]) == ("sakit",)
    assert doors_of(urusan=["pertanian", "sosial"], kata_kunci=["padi"]) == ("sakit", "tani")


def test_the_fallback_takes_only_what_no_other_door_took() -> None:
    assert doors_of(urusan=["kesehatan"]) == ("sakit",)
    assert doors_of(urusan=["kesehatan"], kata_kunci=["padi"]) == ("tani",)
    assert doors_of(urusan=["kesehatan", "pangan"]) == ("air", "sakit")


def test_a_hand_picked_entry_is_behind_its_door_and_a_barred_one_is_not() -> None:
    assert doors_of("kab-blora/pilihan", kata_kunci=["sumur bor"]) == ("air", "tani")
    assert doors_of("kab-blora/kecuali", kata_kunci=["padi", "ambulans"]) == ("sakit",)


def test_entries_are_assigned_one_by_one() -> None:
    """The answer for an entry is the same alone as among others: an incremental build may rely on it."""
    entries = [make_entri(f"kab-blora/e{n}", kata_kunci=[word]) for n, word in enumerate(("padi", "air", "awan"))]
    together = assign(entries, DOORS)
    assert together == {"kab-blora/e0": ("tani",), "kab-blora/e1": ("air",), "kab-blora/e2": ("sakit",)}
    assert list(assign(reversed(entries), DOORS).items()) == list(reversed(together.items()))


def test_plain_doors_are_plain_values() -> None:
    assert plain_doors({AIR.id: AIR}) == [("air", "Air sulit", ["air", "air bersih", "sumur bor"])]


# ---- the file ----

ROW = {"id": "air", "nama": "Air sulit", "uraian": "Air.", "kelompok": "lingkungan", "kata": ["air"]}


def test_a_row_becomes_a_door() -> None:
    made = make_door({**ROW, "sisa": ["pangan"], "pilihan": ["kab-blora/samin-119"], "beranda": "ya"})
    assert made == Masalah(
        "air", "Air sulit", "Air.", "lingkungan", ("air",), (), ("pangan",), ("kab-blora/samin-119",), (), True
    )


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ("air", "isi `daftar` harus berupa isian, bukan teks"),
        ({**ROW, "warna": "biru"}, "baris `air` memuat isian yang tidak dikenal: warna"),
        ({k: v for k, v in ROW.items() if k != "kata"}, "baris `air` belum memuat kata"),
        ({**ROW, "nama": ""}, "`nama` pada baris `air` kosong atau bukan teks"),
        ({**ROW, "id": "Air Sulit"}, "id `Air Sulit` harus huruf kecil, angka, dan tanda hubung"),
        ({**ROW, "kata": "air"}, "`kata` pada baris `air` kosong atau bukan daftar; hapus barisnya bila tidak dipakai"),
        ({**ROW, "kata": ["air", "?"]}, "`kata` pada baris `air` berisi butir yang kosong atau bukan teks"),
        ({**ROW, "kata": ["air", "air"]}, "`air` ditulis dua kali di `kata` pada baris `air`"),
        ({**ROW, "pilihan": ["samin"]}, "`pilihan` pada baris `air` harus seperti kab-blora/samin-119, bukan `samin`"),
        ({**ROW, "beranda": "true"}, "`beranda` pada baris `air` harus ya atau tidak"),
    ],
)
def test_a_broken_row_is_named(row: object, message: str) -> None:
    with pytest.raises(DoorError) as raised:
        make_door(row)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("sisa: [sosial]", "sisa: [sosail]", "urusan `sosail` pada baris `butuh-bantuan-sosial` tidak ada"),
        ("sisa: [sosial]", "beranda: tidak", "kunci ditulis dua kali"),
        ("    sisa: [pertanian]\n", "", "urusan tanpa pintu: pertanian; tulis di `urusan` atau `sisa` satu baris"),
        ("kelompok: suara-warga", "kelompok: suara", "kelompok `suara` tidak ada di kelompok_masalah.yml"),
        ("id: mencari-kerja", "id: jalan-rusak", "id `jalan-rusak` ditulis dua kali"),
    ],
)
def test_a_broken_vocabulary_is_refused_by_name(tmp_path: Path, old: str, new: str, message: str) -> None:
    folder = shutil.copytree(ROOT / "vocabularies", tmp_path / "vocabularies")
    file = folder / "masalah.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(VocabularyError) as raised:
        load_vocabularies(folder)
    assert str(raised.value).startswith(f"{file}: ")
    assert message in str(raised.value)


def test_a_picked_entry_that_does_not_exist_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "vocabularies").mkdir()
    rows = "daftar:\n  - id: tani\n    pilihan: [kab-blora/pilihan,kab-blora/pilihan-lain]\n    kecuali:\n"
    (tmp_path / "vocabularies" / "masalah.yml").write_text(f"{rows}      - kab-blora/kecuali\n", encoding="utf-8")
    said = check_picks({"tani": TANI}, ["innovations/kab-blora/kecuali.md"], tmp_path)
    assert [format_text(problem) for problem in said] == [
        "vocabularies/masalah.yml:3:15: peringatan [pintu-entri-tidak-ada] "
        "Pintu masalah sehari-hari menyebut entri yang tidak ada.\n"
        "  ditemukan : kab-blora/pilihan\n"
        "  seharusnya: <wilayah>/<nama berkas tanpa .md> yang ada di innovations/\n"
        "  perbaiki  : tulis id barunya, atau hapus `kab-blora/pilihan` dari baris ini"
    ]


# ---- the real catalogue ----


@pytest.fixture(scope="module")
def entries() -> tuple[Entri, ...]:
    return load_catalog(Inputs.of(ROOT)).catalog.entri


def test_every_entry_is_behind_a_door(entries: tuple[Entri, ...]) -> None:
    found = assign(entries, make_doors(VOCABULARIES.masalah))
    assert [id for id, doors in found.items() if not doors] == []


def test_a_future_entry_of_any_urusan_is_behind_a_door() -> None:
    """Whatever it says: the words of these entries are in no door."""
    doors = make_doors(VOCABULARIES.masalah)
    for urusan in VOCABULARIES.urusan:
        entri = make_entri("kab-blora/xyzzy", nama="Xyzzy", ringkasan="x" * 40, urusan=[urusan])
        assert doors.of(entri.id, entri.inovasi), urusan


def test_no_door_is_empty_and_none_is_a_heap(entries: tuple[Entri, ...]) -> None:
    found = assign(entries, make_doors(VOCABULARIES.masalah))
    behind = Counter(door for doors in found.values() for door in doors)
    few = {door for door in VOCABULARIES.masalah if behind[door] < 3}
    many = {door for door, count in behind.items() if count > max(40, len(entries) // 8)}
    assert (few, many) == (set(), set())


def test_every_hand_picked_entry_exists(entries: tuple[Entri, ...]) -> None:
    assert check_picks(VOCABULARIES.masalah, [entri.berkas for entri in entries], ROOT) == []


def test_no_pick_is_idle(entries: tuple[Entri, ...]) -> None:
    """A hand-picked entry is not there anyhow, and a barred one would be there: else the line only misleads."""
    idle = []
    for door in VOCABULARIES.masalah.values():
        bare = dataclasses.replace(door, pilihan=(), kecuali=())
        doors = make_doors({**VOCABULARIES.masalah, door.id: bare})
        for entri in entries:
            if entri.id in (*door.pilihan, *door.kecuali):
                is_there = door.id in doors.of(entri.id, entri.inovasi)
                if is_there == (entri.id in door.pilihan):
                    idle.append(f"{door.id}: {entri.id}")
    assert idle == []


def test_the_words_of_doors_are_written_as_people_say_them() -> None:
    doors = VOCABULARIES.masalah.values()
    assert len({door.nama for door in doors}) == len(doors)
    assert [door.nama for door in doors if len(door.nama) > 60] == []
    assert [door.uraian for door in doors if not door.uraian.endswith(".") or len(door.uraian) > 110] == []
    assert 10 <= sum(door.beranda for door in doors) <= 12
