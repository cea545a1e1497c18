"""The arguments of every command, with help in Bahasa Indonesia."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import NoReturn

from catalog.commands.arguments_bersama import add_innovations
from catalog.commands.arguments_kontribusi import add_contributing
from catalog.commands.arguments_lembar import add_spreadsheets

CLEAN, ERRORS, MISUSE = 0, 1, 2
"""Exit codes: nothing wrong, errors in the data, a command that cannot be carried out."""

_WORDS = {
    "usage: ": "cara pakai: ",
    "positional arguments": "yang dapat ditulis",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "the following arguments are required: %s": "yang berikut wajib ditulis: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "expected one argument": "perlu satu nilai",
    "expected at least one argument": "perlu sedikitnya satu nilai",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r tidak dikenal (pilih dari %(choices)s)",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "nilai %(value)r tidak dapat dibaca",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s bisa berarti %(matches)s; tulis lengkap",
    "ignored explicit argument %r": "%r tidak diperlukan di sini",
    "not allowed with argument %s": "tidak dapat dipakai bersama %s",
}

# argparse asks its module-level ``_`` for every sentence; this is the place it offers for other languages.
argparse._ = lambda text: _WORDS.get(text, text)  # type: ignore[attr-defined]


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong and where the help is, and leave with the code for misuse."""
        self.exit(MISUSE, f"{self.prog}: {message}\nBantuan: {self.prog} --help\n")


def parse_arguments(arguments: list[str]) -> argparse.Namespace:
    """Return what the user asks for; on misuse the process ends with code 2 and a line in Indonesian."""
    parser = _Parser(
        prog="build_catalog.py",
        description="Memeriksa berkas inovasi, membangun situs katalog, dan menampilkan pratinjau.",
        epilog="Kode keluar: 0 bersih, 1 ada kesalahan pada data, 2 perintah keliru.",
    )
    commands = parser.add_subparsers(dest="perintah", required=True, metavar="PERINTAH")
    _add_check(commands)
    _add_build(commands)
    _add_serve(commands)
    add_contributing(commands)
    add_spreadsheets(commands)
    _add_lapor(commands)
    return parser.parse_args(arguments)


def _add_check(commands: argparse._SubParsersAction[_Parser]) -> None:
    check = commands.add_parser(
        "check", help="periksa berkas tanpa membangun situs", description="Periksa berkas data."
    )
    check.add_argument("path", nargs="*", type=Path, metavar="BERKAS", help="hanya berkas atau folder ini")
    check.add_argument(
        "--format", choices=("text", "json", "github", "gitlab"), default="text", help="bentuk laporan (bawaan: text)"
    )
    check.add_argument("--saran", action="store_true", help="sertakan saran: nama serupa, bahasa, kesiapan IID")
    _add_common(check)


def _add_build(commands: argparse._SubParsersAction[_Parser]) -> None:
    build = commands.add_parser("build", help="periksa lalu bangun situs", description="Periksa data dan bangun situs.")
    build.add_argument("--out", type=Path, metavar="FOLDER", help="tempat situs (bawaan: site)")
    build.add_argument("--tanpa-pencarian", action="store_true", help="jangan buat indeks pencarian")
    build.add_argument("--dari-nol", action="store_true", help="jangan pakai hasil bangun sebelumnya")
    build.add_argument("--mampat", action="store_true", help="tulis juga bentuk .gz (docs/hosting.md)")
    build.add_argument("--proses", type=_positive, metavar="N", help="jumlah proses (bawaan: jumlah inti prosesor)")
    _add_common(build)


def _add_serve(commands: argparse._SubParsersAction[_Parser]) -> None:
    serve = commands.add_parser("serve", help="pratinjau langsung di komputer ini", description="Pratinjau langsung.")
    serve.add_argument("--port", type=_positive, default=8000, metavar="N", help="nomor porta (bawaan: 8000)")
    _add_common(serve)


def _add_lapor(commands: argparse._SubParsersAction[_Parser]) -> None:
    lapor = commands.add_parser(
        "lapor", help="laporan IID dan KIPP semua inovasi satu wilayah", description="Tulis laporan dalam satu ZIP."
    )
    lapor.add_argument("--wilayah", required=True, metavar="WILAYAH", help="id wilayah, misalnya kab-blora")
    lapor.add_argument("--out", required=True, type=Path, metavar="BERKAS.zip", help="berkas ZIP yang ditulis")
    lapor.add_argument("--kipp", default="2025", metavar="BENTUK", help="susunan proposal: 2025 (bawaan) atau 2021")
    add_innovations(lapor)


def _add_common(parser: argparse.ArgumentParser) -> None:
    add_innovations(parser)
    parser.add_argument(
        "--changed-since", metavar="REVISI", help="hanya nilai berkas yang berubah sejak revisi git ini"
    )


def _positive(text: str) -> int:
    if not re.fullmatch(r"[1-9]\d{0,4}", text):
        raise argparse.ArgumentTypeError(f"{text!r} bukan bilangan positif")
    return int(text)
