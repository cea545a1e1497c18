"""The arguments of the commands around spreadsheets: the template, the import, the export."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from catalog.commands.arguments_bersama import add_innovations


def add_spreadsheets(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the commands to the parser's."""
    template = commands.add_parser(
        "template",
        help="buat buku kerja Excel kosong untuk diisi",
        description="Membuat buku kerja isian: lembar inovasi dan rinciannya, pilihan, penjelasan, dan baris contoh.",
    )
    template.add_argument("path", type=Path, metavar="BERKAS.xlsx", help="nama buku kerja yang dibuat")
    add_innovations(template)
    _add_import(commands)
    _add_export(commands)


def _add_import(commands: argparse._SubParsersAction[Any]) -> None:
    taken = commands.add_parser(
        "import",
        help="ambil isi buku kerja Excel atau CSV",
        description="Memeriksa tiap sel, menulis entri dari baris yang benar, dan mengembalikan buku kerjanya dengan "
        "catatan pada sel yang perlu diperbaiki (BERKAS-diperiksa.xlsx).",
        epilog="Daftar milik daerah sendiri juga diterima: perintah ini menanyakan kolom mana berisi isian apa, lalu "
        "mengingat jawabannya di BERKAS.kolom.yml.",
    )
    taken.add_argument("path", type=Path, metavar="BERKAS", help="buku kerja .xlsx atau tabel .csv")
    taken.add_argument("--update", action="store_true", help="ubah juga entri yang sudah ada, dan perlihatkan bedanya")
    taken.add_argument("--lihat", action="store_true", help="hanya periksa, jangan tulis apa pun")
    taken.add_argument("--wilayah", metavar="ID", help="wilayah untuk baris yang tidak menyebutnya, misalnya kab-blora")
    taken.add_argument(
        "--kolom", action="append", default=[], metavar="JUDUL=ISIAN", help="isi kolom pada daftar sendiri; - dilewati"
    )
    taken.add_argument(
        "--tetap", action="append", default=[], metavar="ISIAN=NILAI", help="isian yang sama untuk semua baris"
    )
    add_innovations(taken)


def _add_export(commands: argparse._SubParsersAction[Any]) -> None:
    export = commands.add_parser(
        "export",
        help="tulis isi katalog satu wilayah ke buku kerja Excel",
        description="Menulis semua entri, OPD, kunjungan, dan profil satu wilayah ke buku kerja yang dapat diambil "
        "kembali dengan import.",
    )
    export.add_argument("path", type=Path, metavar="BERKAS.xlsx", help="nama buku kerja yang dibuat")
    export.add_argument(
        "--wilayah", metavar="ID", action="append", required=True, help="id wilayah, misalnya kab-blora; boleh diulang"
    )
    add_innovations(export)
