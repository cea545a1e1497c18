"""The sheet "Bacalah": how the workbook is filled, in words for whoever knows Excel and nothing of this catalogue."""

from __future__ import annotations

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from catalog.lembar.layout import FONT, make_layout

GUIDE_SHEET = "Bacalah"

_HEADING = "#"
_EMPTY = (
    "# Buku kerja isian katalog inovasi daerah",
    "Satu baris di lembar Inovasi adalah satu inovasi. Yang wajib diisi hanya kolom berjudul merah: wilayah, nama, "
    "urusan, ringkasan, dan satu sumber. Isian lain boleh menyusul.",
    "# Cara mengisi",
    "1. Mulai di lembar Inovasi, di bawah baris contoh yang miring. Baris contoh boleh dibiarkan; ia tidak dibaca.",
    "2. Arahkan penunjuk ke judul kolom untuk membaca penjelasan dan contohnya.",
    "3. Sel yang punya daftar pilihan: pilih dari daftar. Arti tiap pilihan ada di lembar Daftar pilihan.",
    "4. Rincian seperti langkah, biaya, hasil, dan sumber kedua ada di lembarnya sendiri. Di kolom Milik pilih nama "
    "inovasinya, lalu isi satu baris untuk satu rincian.",
    "5. Isian yang boleh lebih dari satu, misalnya kata kunci: tulis tiap butir di baris sendiri di dalam sel yang "
    "sama, dengan Alt+Enter (di LibreOffice Ctrl+Enter).",
    "6. Tanggal ditulis tahun-bulan-hari, misalnya 2024-05-17. Boleh hanya 2024-05 atau 2024 bila tanggalnya tidak "
    "diketahui. Angka ditulis tanpa Rp dan tanpa titik ribuan; desimalnya titik.",
    "7. Yang tidak diketahui dikosongkan. Jangan menebak.",
)
_FILLED = (
    "# Buku kerja isian katalog inovasi daerah",
    "Buku kerja ini berisi yang sudah ada di katalog. Ubah atau tambahkan isinya, lalu kirim kembali.",
    "# Cara mengubah",
    "1. Ubah isi sel yang perlu saja. Kolom Berkas dan No jangan diubah: dari sanalah baris dikenali.",
    "2. Sel yang dikosongkan berarti isian itu dihapus dari entri. Baris lembar rincian yang dihapus berarti rincian "
    "itu dihapus. Baris inovasi yang dihapus tidak menghapus entrinya.",
    "3. Entri baru ditulis di bawah baris terakhir; kolom Berkas dikosongkan.",
    "4. Isian yang lebih dari satu butir: tiap butir di baris sendiri di dalam sel yang sama, dengan Alt+Enter.",
)
_ALWAYS = (
    "# Yang tidak boleh",
    "Jangan menulis data pribadi: NIK, nomor KK, NIP, nomor ponsel, atau alamat rumah. Tulis kantor dan jabatan.",
    "Jangan memakai rumus, menggabungkan sel, atau menghapus baris judul. Lembar dan kolom boleh berpindah tempat.",
    "# Sesudah diisi",
    "Simpan sebagai .xlsx dan kirim ke pengelola katalog, atau jalankan sendiri: build_catalog.py import "
    "NAMA-BERKAS.xlsx. Buku kerja kembali dengan sel yang perlu diperbaiki berwarna, beserta cara memperbaikinya.",
    "# Lembar yang ada",
)


def write_guide(sheet: Worksheet, *, filled: bool, wilayah: str | None) -> None:
    """Fill the first sheet; ``filled`` for a workbook that an export made."""
    sheet.title = GUIDE_SHEET
    sheet.column_dimensions["A"].width = 34
    sheet.column_dimensions["B"].width = 90
    row = 1
    for text in (*(_FILLED if filled else _EMPTY), *_ALWAYS):
        is_heading = text.startswith(_HEADING)
        cell = sheet.cell(row, 1, text.lstrip("# "))
        cell.font = Font(name=FONT, bold=is_heading, size=13 if is_heading else 11)
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=2)
        sheet.row_dimensions[row].height = 22 if is_heading else 15 * (1 + len(text) // 118)
        row += 1
    for lembar in make_layout():
        sheet.cell(row, 1, lembar.nama).hyperlink = f"#'{lembar.nama}'!A1"
        owner = f" Rincian untuk baris di lembar {lembar.induk.nama}." if lembar.induk else ""
        sheet.cell(row, 2, f"{lembar.bantuan}{owner}")
        row += 1
    if wilayah:
        sheet.cell(row + 1, 1, f"Wilayah: {wilayah}")
