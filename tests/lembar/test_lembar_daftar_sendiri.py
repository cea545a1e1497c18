"""A region's own list and CSV tables: columns are asked for once, and the answer is remembered."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from openpyxl import Workbook

from catalog.inputs import Inputs
from catalog.lembar import ColumnsUnknown, DaftarSendiri, Hasil, Pemetaan, Pilihan, import_workbook
from lembar.conftest import ROOT, said

_NIK = "3316010101900001"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A list as a regency keeps it: a title above, its own headings, everything in one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "REKAP 2024"
    sheet.append(["DAFTAR INOVASI KABUPATEN BLORA TAHUN 2024"])
    sheet.merge_cells("A1:G1")
    sheet.append([])
    sheet.append(["No", "Nama Inovasi", "OPD", "Urusan", "Uraian Singkat", "Tahun", "Petugas"])
    long = "Warga menitip dan mengambil gabah di lumbung desa lewat satu nomor."
    sheet.append([1, "Lumbung Digital", "Dinas Pertanian", "Pangan", long, 2021, _NIK])
    sheet.append([2, "Pasar Pagi", "Dinas Pertanian Kab. Blora", "perdagangan", "Terlalu pendek", 2022, None])
    path = tmp_path / "rekap.xlsx"
    book.save(path)
    return path


def _take(tree: Path, path: Path, own_list: DaftarSendiri | None = None) -> Hasil:
    return import_workbook(Inputs.of(ROOT, tree), path, Pilihan(), own_list)


def _answering(answers: Iterator[str], asked: list[str]):  # type: ignore[no-untyped-def]
    def ask(question: str) -> str:
        asked.append(question)
        return next(answers)

    return ask


def test_columns_are_asked_for_and_remembered(own: Path, tree: Path) -> None:
    asked: list[str] = []
    answers = iter(
        ["", "", "", "", "ringkasann", "ringkasan", "", "", "kab-blora", "Daftar inovasi 2024", "Bapperida", ""]
    )
    result = _take(tree, own, DaftarSendiri(own, Pemetaan(), _answering(answers, asked)))
    assert "[nama;" in asked[1] and "[perangkat_daerah;" in asked[2] and "[tanggal.penerapan;" in asked[6]
    assert "Pilih salah satu:" in asked[5] and not any(_NIK in question for question in asked)
    assert said(result) == [("REKAP 2024", "E5", "teks-terlalu-pendek")]
    text = (tree / "kab-blora" / "lumbung-digital.md").read_text(encoding="utf-8")
    assert "  - dinas-pertanian\n" in text and "  penerapan: 2021\n" in text and "penerbit: Bapperida\n" in text
    memory = own.with_name("rekap.kolom.yml").read_text(encoding="utf-8")
    assert '  "Nama Inovasi": nama\n' in memory and "  wilayah: kab-blora\n" in memory
    again = _take(tree, own, DaftarSendiri(own, Pemetaan(), None))
    assert again.count("sama") == 1 and again.count("salah") == 1


def test_a_region_that_was_told_is_not_asked_for(own: Path, tree: Path) -> None:
    asked: list[str] = []
    answers = iter(["", "", "", "", "", "", "-", "Daftar inovasi 2024", "Bapperida", ""])
    own_list = DaftarSendiri(own, Pemetaan(), _answering(answers, asked), "kab-blora")
    result = import_workbook(Inputs.of(ROOT, tree), own, Pilihan(wilayah="kab-blora"), own_list)
    assert [question for question in asked if question.startswith("Semua baris")] == [
        "Semua baris, Judul sumber (sumber.1.judul) [wajib bagi tiap baris]: ",
        "Semua baris, Penerbit sumber (sumber.1.penerbit) [wajib bagi tiap baris]: ",
        "Semua baris, Tanggal sumber (sumber.1.tanggal) [kosong: lewati]: ",
    ]
    assert result.count("baru") == 1


def test_columns_can_be_said_without_questions(own: Path, tree: Path) -> None:
    columns = {"Nama Inovasi": "nama", "Uraian Singkat": "ringkasan", "Urusan": "urusan.1"}
    same = {"wilayah": "kab-blora", "sumber.1.judul": "Daftar 2024", "sumber.1.penerbit": "Bapperida"}
    assert _take(tree, own, DaftarSendiri(own, Pemetaan(columns, same), None)).count("baru") == 1


def test_without_an_answer_the_way_to_say_it_is_shown(own: Path, tree: Path) -> None:
    with pytest.raises(ColumnsUnknown) as unknown:
        _take(tree, own, DaftarSendiri(own, Pemetaan(), None))
    assert '--kolom "Nama Inovasi=nama"' in str(unknown.value) and '--kolom "OPD=perangkat_daerah"' in str(
        unknown.value
    )
    assert not own.with_name("rekap.kolom.yml").exists()


def test_a_memory_that_says_nonsense_is_asked_again(own: Path, tree: Path) -> None:
    own.with_name("rekap.kolom.yml").write_text(
        "kolom:\n  Nama Inovasi: {a: b}\n  OPD: x\ntetap: [1]\n", encoding="utf-8"
    )
    with pytest.raises(ColumnsUnknown):
        _take(tree, own, DaftarSendiri(own, Pemetaan(), None))


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_table_with_our_names_needs_no_answer(sign: str, tmp_path: Path, tree: Path) -> None:
    path = tmp_path / "isi.csv"
    rows = [
        ["wilayah", "nama", "urusan", "ringkasan", "kata_kunci", "sumber.1.judul", "sumber.1.penerbit"],
        ["kab-blora", "Lumbung Digital", "pangan", "Warga menitip dan mengambil gabah di lumbung desa.",
         '"gabah\nlumbung"', "'=Berita", "contoh.id"],
    ]  # fmt: skip
    rows[0][2], rows[1][2] = "urusan.1", "pangan"
    path.write_text("\ufeff" + "\r\n".join(sign.join(row) for row in rows), encoding="utf-8")
    result = _take(tree, path)
    assert said(result) == [] and result.count("baru") == 1 and result.diperiksa == ""
    text = (tree / "kab-blora" / "lumbung-digital.md").read_text(encoding="utf-8")
    assert 'judul: "=Berita"\n' in text and "  - gabah\n  - lumbung\n" in text


def test_formulas_and_their_failures_in_a_csv_are_named(tmp_path: Path, tree: Path) -> None:
    path = tmp_path / "isi.csv"
    head = "wilayah;nama;urusan.1;ringkasan;sumber.1.judul;sumber.1.penerbit"
    text = "Warga menitip dan mengambil gabah di lumbung desa lewat satu nomor."
    rows = [
        f"kab-blora;=A1&B1;Pangan;{text};Berita;contoh.id",
        f"kab-blora;Lumbung Satu;Pangan;{text};#N/A;contoh.id",
        f"kab-blora;'=Lumbung Dua;Pangan;{text};Berita;contoh.id",
    ]
    path.write_text("\n".join([head, *rows]) + "\n", encoding="utf-8")
    result = _take(tree, path)
    assert said(result) == [("CSV", "B2", "sel-rumus"), ("CSV", "E3", "sel-galat")]
    assert result.count("baru") == 1
    assert 'nama: "=Lumbung Dua"\n' in (tree / "kab-blora/lumbung-dua.md").read_text(encoding="utf-8")
