"""The generator of the benchmark: entries that pass the check, the same bytes for the same seed, every isian used."""

from __future__ import annotations

import hashlib
from collections import Counter
from pathlib import Path
from random import Random

import pytest

from benchmarks.entries import FIELDS, draft_entry
from benchmarks.floor import write_floor
from benchmarks.generator import ROOT, Generated, generate
from benchmarks.lists import list_pages
from benchmarks.measure import Run
from benchmarks.pages import MarkdownPage, read_pages
from benchmarks.plan import HOME, choose_regions, make_plan, share_out
from benchmarks.prose import LONGEST_BODY, SHORTEST_BODY, Prose
from benchmarks.report import format_results
from benchmarks.shares import SHARES
from benchmarks.story import Built, Results
from benchmarks.words import SIZE, derive, make_vocabulary, nasal
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.model import Inovasi
from catalog.vocabularies import Vocabularies, load_vocabularies


@pytest.fixture(scope="module")
def lists() -> Vocabularies:
    return load_vocabularies(ROOT / "vocabularies")


@pytest.fixture(scope="module")
def sixty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("buatan") / "innovations"
    generate(60, folder)
    return folder


def test_generated_entries_pass_the_check_without_a_word(sixty: Path) -> None:
    loaded = load_catalog(Inputs.of(ROOT, sixty), processes=1)
    assert loaded.problems == ()
    assert len(loaded.catalog.entri) == 60
    assert len(loaded.catalog.wilayah_berentri) == 7


def test_five_hundred_entries_have_no_error_either(tmp_path: Path) -> None:
    generate(500, tmp_path / "innovations", seed=7)
    loaded = load_catalog(Inputs.of(ROOT, tmp_path / "innovations"), processes=1)
    assert [p for p in loaded.problems if p.is_error] == []
    assert len(loaded.catalog.entri) == 500


def test_same_seed_same_bytes_also_with_more_processes(sixty: Path, tmp_path: Path) -> None:
    generate(60, tmp_path / "innovations", processes=2)
    assert _digests(tmp_path / "innovations") == _digests(sixty)


def test_another_seed_gives_other_entries(sixty: Path, tmp_path: Path) -> None:
    generate(60, tmp_path / "innovations", seed=1)
    assert _digests(tmp_path / "innovations") != _digests(sixty)


def test_what_was_written_is_reported(tmp_path: Path) -> None:
    done = generate(5, tmp_path / "innovations")
    sizes = [path.stat().st_size for path in (tmp_path / "innovations").rglob("*") if path.is_file()]
    assert done == Generated(entri=5, wilayah=1, berkas=len(sizes), byte=sum(sizes))


def test_a_folder_that_holds_something_is_refused(sixty: Path) -> None:
    with pytest.raises(FileExistsError):
        generate(1, sixty)


def test_every_isian_of_the_model_can_be_generated() -> None:
    always = {"nama", "kepanjangan", "urusan", "ringkasan", "sumber"}
    assert set(FIELDS) | always == set(Inovasi.model_fields)
    assert set(FIELDS) | {"kepanjangan"} == set(SHARES)


def test_isian_are_as_frequent_as_their_shares_say(lists: Vocabularies) -> None:
    plan = make_plan(800, 3, lists)
    records = [draft_entry(plan, entry)[0] for region in plan.regions for entry in plan.entries[region.id]]
    found = Counter(name for record in records for name in record)
    assert set(found) == set(Inovasi.model_fields)
    off = {name: found[name] / 800 for name, share in SHARES.items() if abs(found[name] / 800 - share) > 0.06}
    assert off == {}


def test_vocabulary_has_22000_words_whose_frequency_falls_like_zipf() -> None:
    vocabulary = make_vocabulary(2026)
    assert len(set(vocabulary.words)) == len(vocabulary.words) == SIZE >= 20_000
    counts = Counter(vocabulary.take(Random(1), 200_000))
    first, tenth, hundredth = (counts[vocabulary.words[rank - 1]] for rank in (1, 10, 100))
    assert 2.8 < first / tenth < 4.2  # (10 + 2.7) / (1 + 2.7) = 3.4
    assert 6 < tenth / hundredth < 11  # (100 + 2.7) / (10 + 2.7) = 8.1


def test_bodies_have_400_to_900_words_in_four_sections() -> None:
    prose = Prose(make_vocabulary(2026), Random(5))
    for _ in range(50):
        lines = prose.body().splitlines()
        assert [line for line in lines if line.startswith("## ")] == [
            "## Masalah", "## Cara kerja", "## Hasil", "## Pelajaran"
        ]  # fmt: skip
        words = sum(len(line.removeprefix("- ").split()) for line in lines if not line.startswith("## "))
        assert SHORTEST_BODY - 4 <= words <= LONGEST_BODY + 4


@pytest.mark.parametrize(
    ("root", "active"),
    [
        ("tulis", "menulis"),
        ("sapu", "menyapu"),
        ("pakai", "memakai"),
        ("kirim", "mengirim"),
        ("bantu", "membantu"),
        ("daftar", "mendaftar"),
        ("ambil", "mengambil"),
        ("layan", "melayan"),
        ("kritik", "mengkritik"),
        ("fungsi", "memfungsi"),
    ],
)
def test_active_verbs_take_the_nasal_of_their_first_sound(root: str, active: str) -> None:
    assert nasal("me", root) == active


def test_derivations_of_a_root() -> None:
    assert derive("rawat") == [
        "rawat", "merawatkan", "perawatan", "dirawatkan", "merawati", "rawatnya", "terawat",
        "merawat", "dirawat", "kerawatan", "berawat", "rawatan", "perawat", "dirawati",
    ]  # fmt: skip


def test_regions_are_spread_evenly_and_the_home_region_is_always_among_them(lists: Vocabularies) -> None:
    everything = tuple(lists.wilayah.values())
    assert [region.id for region in choose_regions(5, everything)] == [HOME]
    chosen = choose_regions(10_000, everything)
    assert len(chosen) == len({region.id for region in chosen}) == 531
    assert HOME in {region.id for region in chosen}
    small = Counter(region.jenis for region in choose_regions(800, everything))
    assert small["kabupaten"] > small["kota"] > 0 < small["provinsi"]


@pytest.mark.parametrize(
    ("count", "weights", "shares"),
    [(10, [1.0, 1.0, 1.0], [4, 3, 3]), (3, [5.0, 1.0, 1.0], [1, 1, 1]), (13, [8.0, 1.0, 1.0], [9, 2, 2])],
)
def test_entries_are_shared_out_by_weight_one_each_at_least(
    count: int, weights: list[float], shares: list[int]
) -> None:
    assert share_out(count, weights) == shares


def test_pages_for_the_peers_hold_the_text_of_the_entry(tmp_path: Path, lists: Vocabularies) -> None:
    region = tmp_path / "innovations" / "kab-blora"
    region.mkdir(parents=True)
    (region / "samin.md").write_text(_ENTRY, encoding="utf-8")
    (page,) = read_pages(tmp_path / "innovations", lists)
    assert (page.wilayah, page.slug, page.judul) == ("kab-blora", "samin", "Samin 119")
    above, _, missing = page.teks.partition("## Kelengkapan")
    assert above == _PAGE
    assert "- Status\n" in missing and "- Biaya\n" not in missing


def test_lists_for_the_peers_are_paged_and_each_region_has_its_two_tables() -> None:
    groups = (("wilayah/kab-blora", "Kabupaten Blora"), ("tahun/2020", "2020"))
    pages = [MarkdownPage("kab-blora", f"i{n}", f"I {n}", "Ringkas.", "", "", (), groups) for n in range(51)]
    made = {one.path: one for one in list_pages(pages, lambda path, page: f"#{page.slug}")}
    assert list(made) == [
        "wilayah/kab-blora",
        "wilayah/kab-blora/2",
        "wilayah/kab-blora/evaluasi",
        "wilayah/kab-blora/swanilai",
        "tahun/2020",
        "tahun/2020/2",
    ]
    assert made["tahun/2020/2"].teks == "- [I 50](#i50) (kab-blora). Ringkas.\n"
    assert made["wilayah/kab-blora/swanilai"].teks.splitlines()[2] == "| [I 0](#i0) | – | 2020 |"


def test_floor_writes_the_same_files(tmp_path: Path) -> None:
    site = tmp_path / "situs"
    for name in ("index.html", "a/b/index.html", "data/v1/inovasi/x.json", "assets/a.css"):
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(name)
    _, files, size = write_floor(site, tmp_path / "semua", processes=2)
    assert (files, size) == (4, 58)
    assert _digests(tmp_path / "semua") == _digests(site)
    _, files, _ = write_floor(site, tmp_path / "halaman", processes=1, poured_only=True)
    assert files == 3


def test_report_gives_ratios_to_ours_and_says_which_peer_was_left_out() -> None:
    def built(seconds: float) -> Built:
        return Built(Run(seconds, 2 * seconds, 200_000_000, ""), 10, 40_000_000)

    times = {
        "kami, tanpa pencarian": 4.0,
        "kami": 8.0,
        "kami, check": 1.0,
        "MkDocs + Material, tanpa pencarian": 10.0,
        "MkDocs + Material, dengan pencarian": 12.0,
    }
    results = Results(
        Generated(1000, 125, 1500, 9_000_000),
        rows={name: built(seconds) for name, seconds in times.items()},
        stages={"halaman": 2.0, "indeks pencarian": 4.0},
        lantai=(0.8, 12, 41_000_000),
        lantai_halaman=(0.5, 9, 30_000_000),
        tuang=(0.4, 0.25, 8),
    )
    assert format_results(results) == _REPORT
    results.gagal["Hugo + Pagefind"] = "berakhir dengan kode -9"
    assert format_results(results) == _REPORT.replace(
        "Hugo + Pagefind                     dilewati: program hugo tidak ada",
        "Hugo + Pagefind                     berakhir dengan kode -9",
    )


def _digests(folder: Path) -> dict[str, str]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


_ENTRY = """\
---
nama: Samin 119
urusan: kesehatan
ringkasan: Ambulans gratis yang dipanggil lewat satu nomor.
tahapan: penerapan
biaya:
  - uraian: Dua mobil
    jenis: awal
sumber:
  - judul: Samin 119 diluncurkan
    penerbit: kabar.example
    tanggal: "2025"
    tautan: https://kabar.example/1
---

## Masalah

Ambulans lama datang.
"""

_PAGE = """\
Ambulans gratis yang dipanggil lewat satu nomor.

| Isian | Nilai |
| --- | --- |
| Wilayah | Kabupaten Blora |
| Urusan | Kesehatan |
| Tahapan | Penerapan |

## Masalah

Ambulans lama datang.

## Biaya

- **Uraian:** Dua mobil. **Jenis biaya:** Biaya awal

## Sumber

1. [Samin 119 diluncurkan](https://kabar.example/1). kabar.example. 2025

"""

_REPORT = """\
1.000 entri, 125 wilayah, 9 MB sumber
=====================================

Semua kecuali pencarian                   detik   rasio      CPU  memori MB   berkas      MB
  kami, tanpa pencarian                    4.00    1.00     8.00        200       10      40
  MkDocs + Material, tanpa pencarian      10.00    2.50    20.00        200       10      40
  Hugo                                dilewati: program hugo tidak ada

Semua, dengan pencarian                   detik   rasio      CPU  memori MB   berkas      MB
  kami                                     8.00    1.00    16.00        200       10      40
  MkDocs + Material, dengan pencarian     12.00    1.50    24.00        200       10      40
  Hugo + Pagefind                     dilewati: program hugo tidak ada
  lantai: berkas yang sama                 0.80    0.10                           12      41

Tahap kami                                detik  bagian
  halaman                                  2.00     25%
  indeks pencarian                         4.00     50%
  lantai tahap halaman                     0.50                                    9      30
  menuang isi yang sudah jadi              0.40                                    8
  lantai menuang                           0.25                                    8

Anggaran untuk 10.000 entri
  MkDocs tanpa pencarian / kami            2.50 kali (>= 3)  BELUM
  MkDocs dengan pencarian / kami           1.50 kali (>= 1)  terpenuhi
  menuang / lantainya                      1.60 kali (<= 2)  terpenuhi
  seluruh tahap halaman / lantainya        4.00 kali (<= 2)  BELUM
  memori                                   0.20 GB (<= 1.5)  terpenuhi
  check                                    1.00 detik (<= 10)  terpenuhi
  ukuran situs                            39.06 KB per entri (<= 40)  terpenuhi
"""
