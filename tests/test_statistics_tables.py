"""The tables of counts against cases counted by hand, and the example of the documentation run on the real data."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT, make_entri

from catalog.catalog import Catalog, Daerah
from catalog.exports import HITUNGAN, export_files, statistics_files
from catalog.exports.statistics import COLUMNS, TABLES_FOLDER
from catalog.inputs import Inputs
from catalog.load import load_catalog
from catalog.model.wilayah import AngkaLaporan, CatatanIndeks, PerangkatDaerah
from catalog.statistics import count_statistics

BERITA = {"judul": "Berita", "penerbit": "contoh.id", "tautan": "https://contoh.id/1"}


def _catalog(catalog_of) -> Catalog:
    blora = Daerah(
        "kab-blora", "Kabupaten Blora",
        perangkat_daerah={"dinkes": PerangkatDaerah(nama="Dinas Kesehatan"), "dlh": PerangkatDaerah(nama="DLH")},
        angka=(AngkaLaporan.model_validate(
            {"tahun": "2021", "ukuran": "=inovasi", "nilai": "208", "sumber": [BERITA]}
        ),),
        indeks=(CatatanIndeks.model_validate(
            {"indeks": "IID", "tahun": "2022", "peringkat": "16", "dari": "415", "sumber": [BERITA]}
        ),),
    )  # fmt: skip
    return catalog_of(
        make_entri("kab-blora/a", perangkat_daerah=["dinkes"], tanggal={"penerapan": "2021-06-03"}, jenis="digital"),
        make_entri("kab-blora/b", perangkat_daerah=["dinkes"], pertama_diberitakan="2021"),
        make_entri("kab-blora/c", urusan=["sosial", "kesehatan"]),
        make_entri("kota-solok/d", jenis="digital"),
        daerah=[blora],
    )


def _tables(catalog: Catalog) -> dict[str, list[list[str]]]:
    made = {path: make() for path, make in statistics_files(catalog, count_statistics(catalog)).items()}
    assert all(text.startswith("\ufeff") for text in made.values())
    return {path: list(csv.reader(io.StringIO(text.removeprefix("\ufeff")))) for path, text in made.items()}


@pytest.fixture
def tables(catalog_of) -> dict[str, list[list[str]]]:
    return _tables(_catalog(catalog_of))


def test_one_file_a_table_and_a_region_with_three_entries(tables):
    names = [f"{TABLES_FOLDER}{name}.csv" for name in HITUNGAN]
    further = [TABLES_FOLDER + name for name in COLUMNS if name != "hitungan"]
    assert list(tables) == [*names, *further, "wilayah/kab-blora/statistik.csv"]


def test_every_table_is_rectangular_under_its_documented_columns(tables):
    for path, rows in tables.items():
        assert {len(row) for row in rows} == {len(rows[0])}, path
        if path.startswith(TABLES_FOLDER):
            name = path.removeprefix(TABLES_FOLDER)
            assert rows[0] == list(COLUMNS.get(name, COLUMNS["hitungan"]))


def test_counts_by_hand(tables):
    def of(name: str) -> list[list[str]]:
        return tables[f"{TABLES_FOLDER}{name}.csv"][1:]

    assert of("jenis") == [
        ["digital", "Digital", "2", "4"],
        ["non-digital", "Non-digital", "0", "4"],
        ["belum-diketahui", "Belum diketahui", "2", "4"],
    ]
    assert of("urusan")[:3] == [
        ["kesehatan", "Kesehatan", "4", "4"],
        ["sosial", "Sosial", "1", "4"],
        ["administrasi-kependudukan-dan-pencatatan-sipil", "Administrasi kependudukan dan pencatatan sipil", "0", "4"],
    ]
    assert of("wilayah") == [
        ["kab-blora", "Kabupaten Blora", "Jawa Tengah", "3", "4"],
        ["kota-solok", "Kota Solok", "Sumatera Barat", "1", "4"],
    ]
    assert of("perangkat_daerah") == [
        ["kab-blora", "dinkes", "Dinas Kesehatan", "2", "3", "tidak"],
        ["kab-blora", "dlh", "DLH", "0", "3", "tidak"],
    ]
    assert of("tahun") == [["2021", "2", "1"], ["", "2", "0"]]
    assert of("bulan") == [["2021-06", "1", "1"], ["2021", "1", "2"]]
    assert of("dilaporkan") == [["kab-blora", "2021", "'=inovasi", "208", "", "", "Berita https://contoh.id/1"]]
    assert of("indeks") == [["kab-blora", "IID", "2022", "", "16", "415", "", "", "", "", "Berita https://contoh.id/1"]]


def test_a_region_tells_what_occurs_and_every_office(tables):
    rows = tables["wilayah/kab-blora/statistik.csv"][1:]
    growth = [row for row in rows if "bulan" in row[0]]
    assert growth == [
        ["bulan", "2021-06", "Juni 2021", "1", "3"],
        ["bulan", "2021", "2021, bulan tidak diketahui", "1", "3"],
        ["sampai_bulan", "2021-06", "Juni 2021", "1", "3"],
        ["sampai_bulan", "2021", "2021, bulan tidak diketahui", "2", "3"],
    ]
    assert [row for row in rows if row[0] in ("jenis", "tahun", "perangkat_daerah", "kelengkapan")] == [
        ["jenis", "digital", "Digital", "1", "3"],
        ["jenis", "belum-diketahui", "Belum diketahui", "2", "3"],
        ["kelengkapan", "0", "Kurang dari seperempat", "3", "3"],
        ["tahun", "2021", "2021", "2", "3"],
        ["tahun", "", "Belum diketahui", "1", "3"],
        ["perangkat_daerah", "dinkes", "Dinas Kesehatan", "2", "3"],
        ["perangkat_daerah", "dlh", "DLH", "0", "3"],
    ]


def test_an_empty_catalogue_has_tables_without_a_number_that_is_none(catalog_of):
    for rows in _tables(catalog_of()).values():
        assert not [cell for row in rows for cell in row if re.fullmatch(r"(?i)-?(nan|inf|infinity|none)", cell)]


@pytest.fixture(scope="module")
def real() -> Catalog:
    return load_catalog(Inputs(ROOT, ROOT / "innovations")).catalog


def test_real_tables_hold_no_part_above_its_whole(real):
    for path, rows in _tables(real).items():
        assert not [cell for row in rows for cell in row if cell.lower() in ("nan", "inf", "none")], path
        if rows[0][-2:] == ["jumlah", "dari"]:
            assert all(int(row[-2]) <= int(row[-1]) for row in rows[1:]), path


def test_the_example_of_the_documentation_recomputes_three_published_numbers(real, tmp_path: Path):
    """The code block of docs/statistik.md is run as it stands, beside the ``inovasi.csv`` of the real data."""
    statistik = count_statistics(real)
    (tmp_path / "inovasi.csv").write_text(export_files(real, statistik)["data/v1/inovasi.csv"](), encoding="utf-8")
    text = (ROOT / "docs" / "statistik.md").read_text(encoding="utf-8")
    code = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    assert len(code) == 1
    done = subprocess.run([sys.executable, "-c", code[0]], cwd=tmp_path, capture_output=True, text=True, check=True)
    health = next(c.jumlah for c in statistik.urusan if c.id == "kesehatan")
    applied = next(c.jumlah for c in statistik.tahapan if c.id == "penerapan")
    in_2021 = next(y.jumlah for y in statistik.tahun if y.tahun == 2021)
    assert done.stdout.split() == [str(health), str(applied), str(in_2021)]
