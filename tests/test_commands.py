"""The command line as a person uses it: what is printed, and the exit code."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from catalog.commands import main

RECORDS = Path(__file__).parent / "records"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small valid tree as a folder named innovations."""
    return Path(shutil.copytree(RECORDS / "dasar" / "innovations", tmp_path / "innovations"))


def _check(data: Path, root: Path, *arguments: str) -> int:
    return main(["check", "--innovations", str(data), *arguments], root)


def test_clean_data_ends_with_a_count_and_code_0(data: Path, root: Path, capsys) -> None:
    assert _check(data, root) == 0
    assert capsys.readouterr().out == "0 kesalahan, 0 peringatan di 4 berkas yang diperiksa.\n"


def test_errors_are_printed_with_four_lines_and_code_1(data: Path, root: Path, capsys) -> None:
    shutil.copy(RECORDS / "validation" / "nilai-di-luar-daftar.md", data / "kab-blora" / "posyandu-remaja.md")
    assert _check(data, root) == 1
    assert capsys.readouterr().out == (
        "innovations/kab-blora/posyandu-remaja.md:10:10: kesalahan [nilai-di-luar-daftar] "
        "Nilai `tahapan` tidak ada dalam daftar.\n"
        "  ditemukan : ujicoba\n"
        "  seharusnya: salah satu dari inisiatif, uji-coba, penerapan\n"
        "  perbaiki  : tulis `tahapan: uji-coba`\n"
        "1 kesalahan, 0 peringatan di 5 berkas yang diperiksa.\n"
    )


def test_json_has_every_part_of_a_problem(data: Path, root: Path, capsys) -> None:
    shutil.copy(RECORDS / "validation" / "nilai-di-luar-daftar.md", data / "kab-blora" / "posyandu-remaja.md")
    assert _check(data, root, "--format", "json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "masalah": [
            {
                "berkas": "innovations/kab-blora/posyandu-remaja.md",
                "baris": 10,
                "kolom": 10,
                "tingkat": "kesalahan",
                "kode": "nilai-di-luar-daftar",
                "pesan": "Nilai `tahapan` tidak ada dalam daftar.",
                "ditemukan": "ujicoba",
                "seharusnya": "salah satu dari inisiatif, uji-coba, penerapan",
                "perbaiki": "tulis `tahapan: uji-coba`",
            }
        ]
    }


def test_github_gets_one_escaped_annotation_line_each(data: Path, root: Path, capsys) -> None:
    shutil.copy(RECORDS / "validation" / "isian-kosong.md", data / "kab-blora" / "posyandu-remaja.md")
    assert _check(data, root, "--format", "github") == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith(
        "::warning file=innovations/kab-blora/posyandu-remaja.md,line=10,col=1,title=isian-kosong::"
        "Isian `kepanjangan` kosong, jadi tidak ditampilkan.%0Aditemukan: kepanjangan:%0A"
    )


def test_only_the_named_file_is_judged(data: Path, root: Path, capsys) -> None:
    shutil.copy(RECORDS / "validation" / "nilai-di-luar-daftar.md", data / "kab-blora" / "posyandu-remaja.md")
    assert _check(data, root, str(data / "kab-blora" / "samin-119.md")) == 0
    assert capsys.readouterr().out == (
        "0 kesalahan, 0 peringatan di 1 berkas yang diperiksa.\n"
        "1 kesalahan di berkas lain tidak dihitung di sini; lihat pemeriksaan seluruh katalog.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ["check", "tidak-ada.md"],
            "build_catalog.py: tidak-ada.md tidak ada di dalam innovations/; periksa ejaannya.\n",
        ),
        (["build", "--innovations", "tidak-ada"], "bukan folder data; namanya harus innovations"),
        (["check", "--changed-since", "tidak-ada"], "build_catalog.py: Git tidak dapat menjawab"),
    ],
)
def test_misuse_is_code_2_and_one_line_in_indonesian(arguments: list[str], said: str, root: Path, capsys) -> None:
    assert main(arguments, root) == 2
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_an_unknown_command_is_explained_in_indonesian(root: Path, capsys) -> None:
    with pytest.raises(SystemExit) as left:
        main(["chek"], root)
    assert left.value.code == 2
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith("build_catalog.py: PERINTAH: 'chek' tidak dikenal (pilih dari 'check', 'build', 'serve', ")
    assert second == "Bantuan: build_catalog.py --help"


def test_a_faulty_tree_is_not_built_and_the_old_site_stays(data: Path, root: Path, tmp_path: Path, capsys) -> None:
    shutil.copy(RECORDS / "validation" / "nilai-di-luar-daftar.md", data / "kab-blora" / "posyandu-remaja.md")
    (tmp_path / "lama").mkdir()
    (tmp_path / "site").symlink_to("lama")
    assert main(["build", "--innovations", str(data), "--out", str(tmp_path / "site")], root) == 1
    assert capsys.readouterr().out.splitlines()[-1] == "Tidak ada halaman yang ditulis; situs terakhir tetap utuh."
    assert (tmp_path / "site").readlink() == Path("lama")


def test_whoever_reads_along_may_stop_reading(data: Path, root: Path) -> None:
    """``check | head`` says nothing of its own when head has seen enough."""
    read, write = os.pipe()
    os.close(read)
    command = [sys.executable, str(root / "build_catalog.py"), "check", "--innovations", str(data)]
    done = subprocess.run(command, stdout=write, stderr=subprocess.PIPE, check=False)
    os.close(write)
    assert (done.returncode, done.stderr) == (141, b"")
