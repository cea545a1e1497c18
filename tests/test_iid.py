"""Editions of the innovation index: their files with every check, and the arithmetic by hand-counted examples."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT

from catalog.iid import (
    EditionError,
    current_edition,
    load_editions,
    maturity,
    place,
    rounded,
    simulate,
    wording,
)
from catalog.iid.kipp import load_forms
from catalog.vocabularies import VocabularyError, load_vocabularies

FOLDER = ROOT / "vocabularies" / "iid"
EDITIONS = load_editions(FOLDER)
E2026, E2023 = EDITIONS[2026], EDITIONS[2023]
RULES = E2026.rumus


# ---- what the files say ----


def test_the_edition_of_2026_is_there_in_full() -> None:
    assert [row.nomor for row in E2026.indikator] == list(range(16, 36))
    assert [row.nomor for row in E2026.indikator if row.wajib] == [16, 17, 32, 33, 35]
    assert sum(row.bobot for row in E2026.indikator) == 37
    assert (len(E2026.spd), sum(row.bobot for row in E2026.spd)) == (20, 21)
    assert [row.nomor for row in E2026.profil] == list(range(1, 23))
    assert current_edition(EDITIONS) is E2026


def test_of_2023_only_what_is_known_is_stated() -> None:
    assert (E2023.rumus.pembagi, E2023.indikator, E2023.rumus.seperseratus_jumlah) == (10, (), None)
    assert E2023.belum_pasti


def test_private_sector_and_schools_report_as_community() -> None:
    (item,) = [row for row in E2026.profil if row.id == "klasifikasi"]
    assert item.pilihan["swasta"] == item.pilihan["pendidikan"] == item.pilihan["masyarakat"] == "Inovasi Masyarakat"


# ---- the worked examples of the guideline ----


def test_the_best_innovation_has_111_points() -> None:
    assert maturity({row.nomor: 3 for row in E2026.indikator}, E2026) == 111
    assert maturity({}, E2026) == 0


def test_the_maxima_63_187_and_100() -> None:
    assert sum(row.bobot for row in E2026.spd) * 3 == 63
    best = simulate(200, 200 * 111, 6, 6300, RULES)
    assert (best.rata, best.bonus, best.sid, best.spd, best.iid) == (11100, 7600, 18700, 6300, 10000)


def test_fewer_than_five_affairs_of_basic_service_give_no_points_for_the_number() -> None:
    assert [simulate(200, 0, yandas, 0, RULES).bonus for yandas in range(7)] == [0, 0, 0, 0, 0, 7600, 7600]


def test_up_to_twelve_innovations_are_divided_by_twelve_and_more_by_their_number() -> None:
    assert [simulate(n, n * 60, 6, 0, RULES).rata for n in (1, 12, 13, 24)] == [500, 6000, 6000, 6000]


def test_an_example_counted_by_hand() -> None:
    """35 innovations with 243 points, 5 affairs, SPD 41.25: 6.942… + 13.3 = 20.242…; (41.25 + 20.242…) / 2.5."""
    steps = simulate(35, 243, 5, 4125, RULES)
    assert (steps.pembagi, steps.rata, steps.bonus, steps.sid, steps.iid) == (35, 694, 1330, 2024, 2460)


def test_what_the_edition_of_2023_does_not_tell_is_not_computed() -> None:
    steps = simulate(4, 40, 6, 0, E2023.rumus)
    assert (steps.pembagi, steps.rata, steps.bonus, steps.sid, steps.iid) == (10, 400, None, None, None)


@pytest.mark.parametrize(
    ("edition", "index", "name"),
    [
        (E2026, 10000, "Sangat Inovatif"), (E2026, 6501, "Sangat Inovatif"), (E2026, 6500, "Inovatif"),
        (E2026, 4001, "Inovatif"), (E2026, 4000, "Kurang Inovatif"), (E2026, 1, "Kurang Inovatif"),
        (E2026, 0, "Tidak Dapat Dinilai"),
        (E2023, 6001, "Sangat Inovatif"), (E2023, 6000, "Inovatif"), (E2023, 3500, "Inovatif"),
        (E2023, 3499, "Kurang Inovatif"), (E2023, 0, "Tidak Dapat Dinilai"),
    ],
)  # fmt: skip
def test_the_predicates_at_their_borders(edition, index, name) -> None:
    assert place(index, edition) == name


def test_every_index_has_one_predicate() -> None:
    for edition in EDITIONS.values():
        assert all(place(index, edition) for index in range(10_001))


def test_whatever_goes_in_nothing_odd_comes_out() -> None:
    rng = random.Random(3)
    for _ in range(3000):
        count, total = rng.randint(-5, 700), rng.randint(-100, 90_000)
        steps = simulate(count, total, rng.randint(-1, 9), rng.randint(-100, 9000), RULES)
        assert steps.iid is not None and 0 <= steps.iid <= 10_000
        assert steps.sid is not None and 0 <= steps.sid <= 18_700
    assert [rounded(0, 0), rounded(1, 0), rounded(3, 2), rounded(-1, 4), rounded(1, 8)] == [0, 0, 100, 0, 13]


def test_numbers_in_words() -> None:
    assert [wording(n) for n in (0, 38, 6300, 6125, 6120, 123456789)] == [
        "0",
        "0,38",
        "63",
        "61,25",
        "61,2",
        "1.234.567,89",
    ]


def test_a_level_outside_0_to_3_is_our_bug() -> None:
    with pytest.raises(ValueError, match="levels"):
        maturity({16: 4}, E2026)


# ---- broken files ----


def _broken(tmp_path: Path, old: str, new: str, name: str = "2026.yml") -> str:
    shutil.copytree(FOLDER, tmp_path / "iid")
    path = tmp_path / "iid" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(EditionError) as caught:
        load_editions(tmp_path / "iid")
    return str(caught.value)


def test_weights_that_do_not_sum_up_name_file_and_line(tmp_path: Path) -> None:
    assert _broken(tmp_path, "    nama: Replikasi\n    bobot: 3", "    nama: Replikasi\n    bobot: 4") == (
        "vocabularies/iid/2026.yml:10:14: kesalahan [jumlah-bobot-iid] "
        "`rumus.bobot_sid` tidak sama dengan jumlah bobot indikator di berkas ini.\n"
        "  ditemukan : 37\n"
        "  seharusnya: 38\n"
        "  perbaiki  : periksa bobot tiap indikator, atau perbaiki `rumus.bobot_sid`"
    )


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("edisi: 2026", "edisi: 2025", "seharusnya: 2026, seperti nama berkasnya"),
        ("maksimum_spd: 63", "maksimum_spd: 60", "seharusnya: 63"),
        ("maksimum_sid: 187", "maksimum_sid: 190", "seharusnya: 187"),
        ("maksimum: 250", "maksimum: 251", "seharusnya: 250"),
        ("dari: 40.01, sampai: 65.00", "dari: 40.01, sampai: 64.99", "seharusnya: 65.00, tepat di bawah"),
        ("batas: [1, 11, 31]", "batas: [1, 31, 11]", "seharusnya: tiga batas yang makin besar"),
        ("ukuran: jumlah_orang", "ukuran: jumlah_org", "seharusnya: salah satu dari jenis_dasar_hukum"),
        ("  - nomor: 17\n", "  - nomor: 16\n", "seharusnya: nomor yang belum dipakai; 16"),
        ("    wajib: ya\n", "    wajib: yes\n", "seharusnya: ya atau tidak"),
        ("faktor_jumlah: 0.38", "faktor_jumlah: 0,38", "seharusnya: angka 0 sampai 10"),
        ("pembagi: 12", "pembagi: 0", "seharusnya: bilangan bulat 1 sampai 1000"),
        ("jendela: {dari: 2024-01-01", "jendela: {dari: 2026-01-01", "seharusnya: dua tanggal berurutan"),
        ("rumus:\n", "rumus: [\n", "berkas YAML yang dapat dibaca"),
        ("    bukti: foto atau tangkapan layar\n", "", "seharusnya: memuat bukti"),
        ("judul: Indeks", "judull: Indeks", "seharusnya: hanya edisi"),
    ],
)  # fmt: skip
def test_a_broken_edition_is_refused_where_it_is_broken(tmp_path: Path, old: str, new: str, says: str) -> None:
    message = _broken(tmp_path, old, new)
    assert re.match(r"vocabularies/iid/2026\.yml:\d+:\d+: kesalahan \[(edisi-iid-keliru|jumlah-bobot-iid)\] ", message)
    assert says in message


def test_a_broken_edition_stops_the_loading_of_the_lists(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "vocabularies", tmp_path / "vocabularies")
    path = tmp_path / "vocabularies" / "iid" / "2023.yml"
    path.write_text(path.read_text(encoding="utf-8").replace("pembagi: 10", "pembagi: sepuluh"), encoding="utf-8")
    with pytest.raises(VocabularyError, match=r"^vocabularies/iid/2023\.yml:8:12: kesalahan \[edisi-iid-keliru\]"):
        load_vocabularies(tmp_path / "vocabularies")


def test_the_forms_of_the_contest_have_their_word_limits() -> None:
    forms = load_forms(ROOT / "vocabularies" / "kipp" / "proposal.yml")
    assert list(forms) == ["2025", "2021"]
    assert [aspect.nama for aspect in forms["2025"].aspek] == [
        "Kebaruan", "Efektivitas dan manfaat", "Adaptabilitas", "Keberlanjutan",
    ]  # fmt: skip
    limits = {part.nama: part.kata_maksimal for aspect in forms["2021"].aspek for part in aspect.bagian}
    assert list(limits.values()) == [100, 200, 100, 200, 600, 600, 200, 400, 600, 200]
