"""``new``: the dialogue in the terminal, answer by answer, and the file that comes of it."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from catalog.baru import questions, slug_of
from catalog.commands import main
from catalog.model import Inovasi
from catalog.model.umum import Sumber
from catalog.validation.plans import plan_of


@pytest.fixture
def data(tmp_path: Path, root: Path) -> Path:
    """The small valid tree."""
    return Path(shutil.copytree(root / "tests" / "records" / "dasar" / "innovations", tmp_path / "innovations"))


def _new(data: Path, root: Path, monkeypatch: pytest.MonkeyPatch, *answers: str, wilayah: str = "kab-blora") -> int:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{answer}\n" for answer in answers)))
    return main(["new", "--wilayah", wilayah, "--innovations", str(data)], root)


GOOD = ("Lumbung: Desa", "9", "Lumbung pangan milik desa, stoknya dapat dilihat semua warga.", "dinas kesehatan")
SOURCE = ("Lumbung dibuka", "contoh.id", "2023-08-17", "")


def test_answers_become_a_file_that_the_check_accepts(data: Path, root: Path, monkeypatch, capsys) -> None:
    assert _new(data, root, monkeypatch, *GOOD, *SOURCE) == 0
    path = data / "kab-blora" / "lumbung-desa.md"
    assert path.read_text() == (
        "---\n"
        'nama: "Lumbung: Desa"\n'
        "urusan:\n"
        "  - pangan\n"
        "ringkasan: Lumbung pangan milik desa, stoknya dapat dilihat semua warga.\n"
        "perangkat_daerah:\n"
        "  - dinas-kesehatan\n"
        "sumber:\n"
        "  - judul: Lumbung dibuka\n"
        "    penerbit: contoh.id\n"
        "    tanggal: 2023-08-17\n"
        "---\n"
        "\n"
        "## Masalah\n"
        "\n"
        "\n"
        "## Cara kerja\n"
        "\n"
        "\n"
        "## Hasil\n"
    )
    assert "Tertulis: innovations/kab-blora/lumbung-desa.md" in capsys.readouterr().out
    assert main(["check", "--innovations", str(data)], root) == 0
    assert capsys.readouterr().out == "0 kesalahan, 0 peringatan di 5 berkas yang diperiksa.\n"


def test_a_bad_answer_is_explained_and_asked_again(data: Path, root: Path, monkeypatch, capsys) -> None:
    answers = ["", "X", GOOD[0], "99", "pangann", "Pendek", GOOD[2], "Dinas Antariksa", ""]
    answers += [SOURCE[0], SOURCE[1], "17-08-2023", "2023", "bukan tautan", "https://contoh.id/a"]
    assert _new(data, root, monkeypatch, *answers) == 0
    said = capsys.readouterr().out
    for sentence in (
        "Bagian ini wajib diisi.",
        "Isian `nama` terlalu pendek: 1 huruf.",
        "Nilai `urusan.1` tidak ada dalam daftar.",
        "Di sini cukup ketik nomornya.",
        "  = pangan",
        "Isian `ringkasan` terlalu pendek: 6 huruf.",
        "Perangkat daerah itu belum ada di perangkat_daerah.yml wilayah ini",
        "Perbaiki: tulis `tanggal: 2023-08-17`",
        "Alamat pada `sumber.1.tautan` tidak dapat dibaca.",
    ):
        assert sentence in said
    text = (data / "kab-blora" / "lumbung-desa.md").read_text()
    assert "tanggal: 2023\n" in text and "perangkat_daerah" not in text


def test_personal_data_is_refused_before_anything_is_written(data: Path, root: Path, monkeypatch, capsys) -> None:
    answers = ["Hubungi 3316014107900001", *GOOD, *SOURCE]
    assert _new(data, root, monkeypatch, *answers) == 0
    said = capsys.readouterr().out
    assert "data pribadi tidak boleh masuk katalog" in said and "3316014107900001" not in said


@pytest.mark.parametrize(("go_on", "written"), [("tidak", False), ("ya", True)])
def test_a_name_that_is_taken_is_shown_first(
    go_on: str, written: bool, data: Path, root: Path, monkeypatch, capsys
) -> None:
    before = len(list(data.rglob("*.md")))
    answers = ["samin 119", go_on, *GOOD[1:], *SOURCE, "samin-119", "samin-119-baru"]
    assert _new(data, root, monkeypatch, *answers) == 0
    assert "  - Samin 119, Kabupaten Blora (innovations/kab-blora/samin-119.md)" in capsys.readouterr().out
    assert len(list(data.rglob("*.md"))) == before + written
    assert (data / "kab-blora" / "samin-119-baru.md").is_file() is written


def test_giving_up_leaves_nothing_behind(data: Path, root: Path, monkeypatch, capsys) -> None:
    before = sorted(data.rglob("*"))
    assert _new(data, root, monkeypatch, *GOOD[:2]) == 2
    assert capsys.readouterr().out.endswith("Dibatalkan. Tidak ada yang ditulis.\n")
    assert sorted(data.rglob("*")) == before


def test_a_region_without_a_folder_is_misuse(data: Path, root: Path, monkeypatch, capsys) -> None:
    assert _new(data, root, monkeypatch, wilayah="kab-rembang") == 2
    assert "belum punya folder dan wilayah.yml" in capsys.readouterr().err


def test_every_required_isian_is_asked() -> None:
    asked = {question.jalur for question in questions()}
    required = {(name,) for name, plan in plan_of(Inovasi).items() if plan.wajib} - {("sumber",)}
    assert required | {("sumber", name) for name, plan in plan_of(Sumber).items() if plan.wajib} <= asked


@pytest.mark.parametrize(("nama", "slug"), [("Samin 119", "samin-119"), ("a" * 90, "a" * 80), ("❤", "")])
def test_file_names(nama: str, slug: str) -> None:
    assert slug_of(nama) == slug
