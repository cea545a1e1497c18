"""A filled workbook is taken over as a file would be: good rows become entries, each fault is named at its cell."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from catalog.lembar import Hasil
from catalog.lembar.headings import SUMMARY_SHEET
from catalog.lembar.template import save_workbook
from lembar.conftest import GOOD, Lembaran, given_back, said

Take = Callable[..., Hasil]


def test_a_good_row_becomes_an_entry_in_canonical_form(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", {**GOOD, "status.keadaan": "berjalan", "badan.masalah": "Gabah rusak.\n\nSetiap musim."})
    sheets.add("Langkah", {"milik": "Lumbung Digital", "uraian": "Mendata lumbung: 14 desa", "durasi": "2 bulan"})
    sheets.add("Langkah", {"milik": "lumbung digital", "uraian": "Melatih pengurus"})
    result = take(sheets.save())
    assert said(result) == [] and result.count("baru") == 1
    assert (tree / "kab-blora" / "lumbung-digital.md").read_text(encoding="utf-8") == (
        "---\n"
        "nama: Lumbung Digital\n"
        "urusan:\n"
        "  - pangan\n"
        "ringkasan: Warga menitip dan mengambil gabah di lumbung desa lewat satu nomor.\n"
        "status:\n"
        "  keadaan: berjalan\n"
        "langkah:\n"
        '  - uraian: "Mendata lumbung: 14 desa"\n'
        "    durasi: 2 bulan\n"
        "  - uraian: Melatih pengurus\n"
        "sumber:\n"
        "  - judul: Lumbung desa Blora\n"
        "    penerbit: contoh.id\n"
        "    tanggal: 2024-05\n"
        "---\n"
        "\n"
        "## Masalah\n"
        "\n"
        "Gabah rusak.\n"
        "\n"
        "Setiap musim.\n"
    )


def test_the_same_workbook_again_changes_nothing(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", GOOD)
    path = sheets.save()
    take(path)
    stamp = (tree / "kab-blora" / "lumbung-digital.md").stat().st_mtime_ns
    again = take(path)
    assert again.count("sama") == 1 and again.ditulis == []
    assert (tree / "kab-blora" / "lumbung-digital.md").stat().st_mtime_ns == stamp


def test_values_that_are_no_text_mean_what_the_cell_shows(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add(
        "Inovasi",
        {**GOOD, "tanggal.penerapan": date(2021, 6, 3), "dikonfirmasi.tanggal": datetime(2026, 10, 1, 8, 30),
         "dikonfirmasi.oleh": "Dinas Pangan", "kriteria.manfaat.memenuhi": True, "kriteria.manfaat.alasan": "Panen."},
    )  # fmt: skip
    row = sheets.add("Hasil terukur", {"milik": "Lumbung Digital", "indikator": "Susut", "satuan": "persen"})
    before = sheets.book["Hasil terukur"].cell(row, sheets.column("Hasil terukur", "sebelum"))
    before.number_format, before.value = "0.00%", 0.126
    sheets.book["Hasil terukur"].cell(row, sheets.column("Hasil terukur", "sesudah")).value = 4.0
    sheets.add("Biaya", {"milik": "Lumbung Digital", "uraian": "Timbangan", "tahun": 2021, "rupiah": 244000000.0})
    assert said(take(sheets.save())) == []
    text = (tree / "kab-blora" / "lumbung-digital.md").read_text(encoding="utf-8")
    for line in (
        "penerapan: 2021-06-03", "tanggal: 2026-10-01", "memenuhi: ya", "sebelum: 12.6", "sesudah: 4",
        "tahun: 2021", "rupiah: 244000000",
    ):  # fmt: skip
        assert f" {line}\n" in text


def test_labels_names_and_codes_are_understood(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Perangkat daerah", {"wilayah": "33.16", "nama": "Dinas Pangan", "singkatan": "Dispangan",
               "sumber.1.judul": "Profil", "sumber.1.penerbit": "contoh.id"})  # fmt: skip
    sheets.add("Inovasi", {**GOOD, "wilayah": "Kabupaten Blora", "urusan.1": "Pangan", "tahapan": "Uji coba",
               "perangkat_daerah": "Dinas Pangan Kabupaten Blora"})  # fmt: skip
    assert said(take(sheets.save())) == []
    text = (tree / "kab-blora" / "lumbung-digital.md").read_text(encoding="utf-8")
    assert "tahapan: uji-coba\n" in text and "perangkat_daerah:\n  - dinas-pangan\n" in text


BAD_CELLS = [
    ({"tanggal.penerapan": "17-08-2023"}, "tanggal.penerapan", "tanggal-salah-bentuk"),
    ({"tanggal.penerapan": 45123}, "tanggal.penerapan", "tanggal-salah-bentuk"),
    ({"urusan.1": "kesehatann"}, "urusan.1", "nilai-di-luar-daftar"),
    ({"urusan.1": None}, "urusan.1", "isian-wajib-tidak-ada"),
    ({"ringkasan": None}, "ringkasan", "isian-wajib-tidak-ada"),
    ({"ringkasan": "Pendek."}, "ringkasan", "teks-terlalu-pendek"),
    ({"sumber.1.judul": None}, "sumber.1.judul", "isian-wajib-tidak-ada"),
    ({"status.per": "2024"}, "status.keadaan", "isian-wajib-tidak-ada"),
    (dict.fromkeys(k for k in GOOD if k.startswith("sumber")), "sumber.1.id", "isian-wajib-tidak-ada"),
    ({"layanan.tautan": "javascript:alert(1)"}, "layanan.tautan", "tautan-salah-bentuk"),
    ({"perangkat_daerah": "dinas-antah"}, "perangkat_daerah", "perangkat-daerah-tidak-ditemukan"),
    ({"bagian_dari": "kab-blora/tidak-ada"}, "bagian_dari", "rujukan-tidak-ditemukan"),
    ({"wilayah": "33,16"}, "wilayah", "wilayah-tidak-ditemukan"),
    ({"wilayah": "kab-antah"}, "wilayah", "wilayah-tidak-ditemukan"),
    ({"wilayah": "kab-badung"}, "wilayah", "wilayah-tanpa-profil"),
    ({"wilayah": None}, "wilayah", "baris-tanpa-wilayah"),
    ({"ringkasan": "=HYPERLINK(A1)"}, "ringkasan", "sel-rumus"),
    ({"kata_kunci": "a\u202eb"}, "kata_kunci", "karakter-arah"),
    ({"badan.masalah": "Hubungi NIK 3316010101900001 ya."}, "badan.masalah", "data-pribadi"),
    ({"badan.masalah": "x" * 21_000}, "badan.masalah", "badan-terlalu-panjang"),
    ({"layanan.keterangan": "x" * 1500}, "layanan.keterangan", "teks-terlalu-panjang"),
    ({"berkas": "../../../etc/x"}, "berkas", "berkas-nama-salah"),
    ({"berkas": "kab-rembang/x"}, "berkas", "berkas-nama-salah"),
    ({"berkas": "Lumbung Baru"}, "berkas", "berkas-nama-salah"),
    ({"berkas": "aux"}, "berkas", "berkas-nama-terlarang"),
    ({"berkas": "l" * 90}, "berkas", "berkas-nama-terlalu-panjang"),
    ({"nama": "???"}, "berkas", "baris-tanpa-nama-berkas"),
    ({"isian_lain": "[1]"}, "isian_lain", "sel-isian-lain"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "key", "kode"), BAD_CELLS)
def test_a_bad_cell_is_named_and_its_row_is_not_taken(
    change: dict[str, object], key: str, kode: str, sheets: Lembaran, take: Take, tree: Path
) -> None:
    before = sorted(path.name for path in tree.glob("*/*"))
    row = sheets.add("Inovasi", {**GOOD, **change})
    cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", key)).coordinate
    path = sheets.save()
    result = take(path)
    assert ("Inovasi", cell, kode) in said(result)
    assert sorted(p.name for p in tree.glob("*/*")) == before and result.count("salah") == 1
    marked = given_back(path)["Inovasi"][cell]
    assert f"[{kode}]" in marked.comment.text and marked.fill.start_color.rgb.endswith("FFC7CE")
    assert "3316010101900001" not in marked.comment.text
    summary = [cell.value for line in given_back(path)[SUMMARY_SHEET].iter_rows() for cell in line if cell.value]
    assert kode in summary and not any("3316010101900001" in str(value) for value in summary)


def test_a_cell_that_cannot_be_read_is_not_also_called_empty(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", {**GOOD, "ringkasan": "=A1"})
    assert [one.masalah.kode for one in take(sheets.save()).temuan] == ["sel-rumus"]


def test_a_code_with_a_comma_gets_the_region_that_was_meant(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", {**GOOD, "wilayah": "33,16"})
    assert take(sheets.save()).temuan[0].masalah.perbaiki == "tulis `kab-blora`"


def test_forty_thousand_characters_are_named_at_their_cell(sheets: Lembaran, take: Take) -> None:
    row = sheets.add("Inovasi", GOOD)
    cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", "kepanjangan"))
    cell._value, cell.data_type = "x" * 40_000, "s"
    assert (cell.parent.title, cell.coordinate, "yaml-terlalu-panjang") in said(take(sheets.save()))


def test_many_long_cells_are_named_at_the_longest(sheets: Lembaran, take: Take) -> None:
    row = sheets.add("Inovasi", GOOD)
    for key, size in (("kepanjangan", 30_000), ("lapor.tujuan", 31_000), ("lapor.manfaat", 30_000)):
        cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", key))
        cell.value = "x" * size
    longest = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", "lapor.tujuan")).coordinate
    assert said(take(sheets.save())) == [("Inovasi", longest, "berkas-terlalu-besar")]


def test_a_bad_detail_row_holds_its_entry_back_and_only_that(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Inovasi", {**GOOD, "nama": "Pasar Pagi Daring"})
    row = sheets.add("Biaya", {"milik": "Lumbung Digital", "uraian": "Gedung", "rupiah": "244 juta"})
    result = take(sheets.save())
    cell = sheets.book["Biaya"].cell(row, sheets.column("Biaya", "rupiah")).coordinate
    assert said(result) == [("Biaya", cell, "angka-bulat-salah-bentuk")]
    assert not (tree / "kab-blora" / "lumbung-digital.md").exists()
    assert (tree / "kab-blora" / "pasar-pagi-daring.md").exists()


def test_a_missing_isian_of_a_detail_row_is_named_at_its_empty_cell(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    row = sheets.add("Biaya", {"milik": "Lumbung Digital", "rupiah": "1000"})
    cell = sheets.book["Biaya"].cell(row, sheets.column("Biaya", "uraian")).coordinate
    assert said(take(sheets.save())) == [("Biaya", cell, "isian-wajib-tidak-ada")]


def test_an_entry_that_refers_to_a_bad_row_waits_with_it(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", {**GOOD, "ringkasan": "Pendek."})
    sheets.add("Inovasi", {**GOOD, "nama": "Pasar Pagi Daring", "bagian_dari": "kab-blora/lumbung-digital"})
    sheets.add("Inovasi", {**GOOD, "nama": "Kios Malam", "bagian_dari": "kab-blora/pasar-pagi-daring"})
    result = take(sheets.save())
    assert [kode for _, _, kode in said(result)] == [
        "teks-terlalu-pendek", "rujukan-tidak-ditemukan", "rujukan-tidak-ditemukan",
    ]  # fmt: skip
    assert result.ditulis == [] and list(tree.glob("*/pasar*")) == []


def test_two_rows_with_one_name_name_each_other(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Inovasi", {**GOOD, "ringkasan": "Isi yang lain sama sekali untuk lumbung yang sama."})
    result = take(sheets.save())
    assert [kode for _, _, kode in said(result)] == ["baris-ganda", "baris-ganda"]
    assert "sel C6" in result.temuan[0].masalah.pesan and not (tree / "kab-blora" / "lumbung-digital.md").exists()


def test_two_innovations_of_one_name_are_told_apart_by_berkas(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", {**GOOD, "berkas": "lumbung-a"})
    sheets.add("Inovasi", {**GOOD, "berkas": "lumbung-b"})
    row = sheets.add("Langkah", {"milik": "Lumbung Digital", "uraian": "Mendata."})
    result = take(sheets.save())
    assert ("Langkah", f"A{row}", "milik-ganda") in said(result) and result.count("salah") == 2
    assert not list(tree.glob("*/lumbung-*.md"))


def test_a_detail_row_without_an_owner_is_named_and_holds_the_likely_one(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Inovasi", {**GOOD, "nama": "Pasar Pagi Daring"})
    one = sheets.add("Langkah", {"milik": "Lumbung Digitall", "uraian": "Mendata."})
    two = sheets.add("Langkah", {"uraian": "Melatih."})
    result = take(sheets.save())
    assert said(result) == [
        ("Langkah", f"A{one}", "milik-tidak-ditemukan"), ("Langkah", f"A{two}", "milik-kosong"),
    ]  # fmt: skip
    assert result.count("salah") == 1 and result.count("baru") == 1


def test_an_existing_entry_is_changed_with_update_only_and_only_in_its_lines(
    sheets: Lembaran, take: Take, tree: Path
) -> None:
    place = tree / "kab-blora" / "lumbung-digital.md"
    place.write_text(
        "---\n# dari buku lama\nnama: 'Lumbung Digital'\nurusan: [pangan]   # utama\nringkasan: Warga menitip gabah di "
        "lumbung desa lewat satu nomor.\nalat:\n  - timbangan # baru\ncatatan_kami: jangan hilang\n"
        "sumber:\n  - judul: Lumbung desa Blora\n    penerbit: contoh.id\n    tanggal: 2024-05\n---\n"
        "\n## Hasil\n\nBaik.\n",
        encoding="utf-8",
    )
    before = place.read_text(encoding="utf-8")
    sheets.add("Inovasi", {**GOOD, "alat": "timbangan\npengukur air", "badan.hasil": "Baik."})
    for key in ("isian_lain",):
        sheets.book["Inovasi"].delete_cols(sheets.column("Inovasi", key))
    path = sheets.save()
    first = take(path)
    assert place.read_text(encoding="utf-8") == before and first.count("perlu --update") == 1
    assert any("+ringkasan: Warga menitip dan" in line for line in first.ditahan[0].difference())
    second = take(path, update=True)
    assert second.count("diubah") == 1
    assert place.read_text(encoding="utf-8") == before.replace(
        "ringkasan: Warga menitip gabah di lumbung desa lewat satu nomor.", f"ringkasan: {GOOD['ringkasan']}"
    ).replace("  - timbangan # baru\n", "  - timbangan # baru\n  - pengukur air\n")
    assert take(path, update=True).count("sama") == 1


def test_a_merged_cell_is_named(sheets: Lembaran, take: Take) -> None:
    row = sheets.add("Inovasi", GOOD)
    sheets.book["Inovasi"].merge_cells(start_row=row, end_row=row + 2, start_column=3, end_column=3)
    result = take(sheets.save())
    assert ("Inovasi", f"C{row}", "sel-gabungan") in said(result) and result.count("baru") == 0


def test_sheets_and_columns_may_be_moved_and_sheets_renamed(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Biaya", {"milik": "Lumbung Digital", "uraian": "Timbangan"})
    sheets.book["Biaya"].title = "Uang"
    sheets.book.move_sheet("Inovasi", offset=20)
    sheets.book["Inovasi"].move_range("C1:C20", cols=200)
    result = take(sheets.save())
    assert said(result) == [] and result.count("baru") == 1


def test_a_renamed_column_is_named_and_holds_back_the_rows_that_fill_it(sheets: Lembaran, take: Take) -> None:
    sheets.add("Inovasi", GOOD)
    sheets.add("Inovasi", {**GOOD, "nama": "Pasar Pagi Daring", "kepanjangan": "Pasar di layar"})
    for row in (2, 3):
        sheets.book["Inovasi"].cell(row, 4).value = "kepanjangn"
    result = take(sheets.save())
    assert said(result) == [("Inovasi", "D3", "kolom-salah-eja")]
    assert (result.count("baru"), result.count("salah")) == (1, 1)


def test_a_missing_column_is_mentioned_and_its_content_stays(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", {**GOOD, "kepanjangan": "Lumbung di layar"})
    path = sheets.save()
    take(path)
    book = load_workbook(path)
    book["Inovasi"].delete_cols(4)
    save_workbook(book, path)
    result = take(path)
    assert said(result) == [("Inovasi", "baris 3", "kolom-hilang")] and result.count("sama") == 1


def test_the_example_row_is_skipped_unless_it_was_changed(sheets: Lembaran, take: Take) -> None:
    assert take(sheets.save()).nasib == []
    sheets.book["Inovasi"].cell(4, 3).value = "Lumbung Digital"
    assert said(take(sheets.save())) == [("Inovasi", "A4", "baris-contoh")]


def test_marks_go_when_the_cell_is_mended_and_own_notes_stay(sheets: Lembaran, take: Take) -> None:
    from openpyxl.comments import Comment

    row = sheets.add("Inovasi", {**GOOD, "ringkasan": "Pendek."})
    cell = sheets.book["Inovasi"].cell(row, sheets.column("Inovasi", "ringkasan"))
    cell.comment = Comment("tanya Bu Camat", "Siti")
    path = sheets.save()
    take(path)
    checked = path.with_name("isi-diperiksa.xlsx")
    book = load_workbook(checked)
    marked = book["Inovasi"][cell.coordinate]
    assert "terlalu pendek" in marked.comment.text and "tanya Bu Camat" in marked.comment.text
    marked.value = GOOD["ringkasan"]
    save_workbook(book, checked)
    assert take(checked).count("baru") == 1
    mended = load_workbook(checked)["Inovasi"][cell.coordinate]
    assert mended.comment.text == "tanya Bu Camat" and mended.fill.fill_type is None
    assert not checked.with_name("isi-diperiksa-diperiksa.xlsx").exists()


def test_visits_and_offices_are_added_to_their_registers(sheets: Lembaran, take: Take, tree: Path) -> None:
    visit = {"wilayah": "kab-blora", "tuan_rumah": "kab-blora", "tamu": "kab-pati", "tanggal": "2024-04-18",
             "jenis": "studi-tiru", "topik": "Lumbung", "no": "1", "sumber.1.judul": "Tamu dari Pati",
             "sumber.1.penerbit": "contoh.id"}  # fmt: skip
    sheets.add("Kunjungan", visit)
    bad = sheets.add("Kunjungan", {**visit, "no": "2", "tamu": "kab-rembang", "jenis": "jalan-jalan"})
    sheets.add("Kunjungan - Tindak lanjut", {"milik": "1", "bulan": "3", "uraian": "Tim dibentuk."})
    path = sheets.save()
    result = take(path)
    assert [(sheet, kode) for sheet, _, kode in said(result)] == [("Kunjungan", "nilai-di-luar-daftar")]
    text = (tree / "kab-blora" / "kunjungan.yml").read_text(encoding="utf-8")
    assert "tamu: kab-pati" in text and "      - bulan: 3\n" in text and "rembang" not in text
    sheets.book["Kunjungan"].cell(bad, sheets.column("Kunjungan", "jenis")).value = "studi-tiru"
    assert take(sheets.save()).count("baru") == 1
    assert (tree / "kab-blora" / "kunjungan.yml").read_text(encoding="utf-8").startswith(text)


def test_a_new_region_starts_with_its_profile_in_the_same_workbook(sheets: Lembaran, take: Take, tree: Path) -> None:
    profile = {"wilayah": "kab-badung", "kode": "51.03", "nama": "Kabupaten Badung", "jenis": "kabupaten",
               "provinsi": "Bali", "sumber.1.judul": "Profil", "sumber.1.penerbit": "badungkab.go.id"}  # fmt: skip
    row = sheets.add("Wilayah", {**profile, "kode": "51,03"})
    sheets.add("Inovasi", {**GOOD, "wilayah": "kab-badung"})
    cell = sheets.book["Wilayah"].cell(row, sheets.column("Wilayah", "kode"))
    result = take(sheets.save())
    assert ("Wilayah", cell.coordinate, "bentuk-salah") in said(result) and not (tree / "kab-badung").exists()
    cell.value = "51.03"
    assert take(sheets.save()).count("baru") == 2
    assert 'kode: "51.03"\n' in (tree / "kab-badung" / "wilayah.yml").read_text(encoding="utf-8")


def test_nothing_is_written_when_one_file_cannot_be(
    sheets: Lembaran, take: Take, tree: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import catalog.lembar.files as files

    def full_disk(place: Path, text: str) -> Path:
        if "pasar" in place.name:
            raise OSError(28, "No space left on device")
        return real(place, text)

    real = files._write_beside
    monkeypatch.setattr(files, "_write_beside", full_disk)
    sheets.add("Inovasi", GOOD)
    sheets.add("Inovasi", {**GOOD, "nama": "Pasar Pagi Daring"})
    before = sorted(path.name for path in tree.glob("*/*"))
    with pytest.raises(OSError, match="No space"):
        take(sheets.save())
    assert sorted(path.name for path in tree.glob("*/*")) == before


def test_looking_writes_nothing_at_all(sheets: Lembaran, take: Take, tree: Path) -> None:
    sheets.add("Inovasi", GOOD)
    path = sheets.save()
    assert take(path, tulis=False).count("baru") == 1
    assert not (tree / "kab-blora" / "lumbung-digital.md").exists()
    assert not path.with_name("isi-diperiksa.xlsx").exists()
