"""The arguments of the commands around contributing: summaries, receiving and writing files, links, the editor."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from catalog.commands.arguments_bersama import add_innovations


def add_contributing(commands: argparse._SubParsersAction[Any]) -> None:
    """Add the commands to the parser's."""
    _add_ringkas(commands)
    _add_new(commands)
    _add_terima(commands)
    _add_konfirmasi(commands)
    _add_tautan(commands)
    _add_skema(commands)


def _add_ringkas(commands: argparse._SubParsersAction[Any]) -> None:
    ringkas = commands.add_parser(
        "ringkas",
        help="ringkasan satu perubahan dalam Markdown",
        description="Menulis ringkasan perubahan: yang baik, yang perlu diperbaiki, kelengkapan, entri yang mirip.",
    )
    ringkas.add_argument(
        "--changed-since", metavar="REVISI", required=True, help="bandingkan dengan revisi git ini, misalnya main"
    )
    ringkas.add_argument("--pratinjau", metavar="NAMA", help="nama artefak pratinjau situs yang akan disebut")
    add_innovations(ringkas)


def _add_new(commands: argparse._SubParsersAction[Any]) -> None:
    new = commands.add_parser(
        "new",
        help="buat entri baru dengan tanya jawab",
        description="Menanyakan isian wajib satu per satu, memeriksanya, lalu menulis berkas entri.",
    )
    new.add_argument("--wilayah", metavar="ID", help="wilayah pemilik (bawaan: wilayah rumah)")
    add_innovations(new)


def _add_terima(commands: argparse._SubParsersAction[Any]) -> None:
    terima = commands.add_parser(
        "terima",
        help="taruh berkas yang datang lewat WhatsApp atau surel di tempatnya",
        description="Memeriksa berkas kiriman, memperlihatkan bedanya, lalu menaruhnya di tempatnya.",
        epilog="Wilayah dibaca dari nama berkas (kab-blora--samin-119.md), foldernya, atau entri yang sudah ada.",
    )
    terima.add_argument("path", nargs="+", type=Path, metavar="BERKAS", help="entri, register, isi isu, atau foto")
    terima.add_argument("--wilayah", metavar="ID", help="wilayah pemilik, misalnya kab-blora")
    terima.add_argument("--nama", metavar="NAMA", help="nama berkas entri, misalnya samin-119")
    terima.add_argument("--ganti", "--update", action="store_true", help="ganti entri yang sudah ada")
    terima.add_argument("--lihat", action="store_true", help="hanya perlihatkan, jangan tulis")
    add_innovations(terima)


def _add_konfirmasi(commands: argparse._SubParsersAction[Any]) -> None:
    konfirmasi = commands.add_parser(
        "konfirmasi",
        help="daftar entri yang setahun belum dikonfirmasi",
        description="Menulis daftar entri yang belum dikonfirmasi kantornya dalam 12 bulan, per perangkat daerah.",
    )
    konfirmasi.add_argument("--tanggal", type=_day, required=True, metavar="TANGGAL", help="misalnya 2026-11-22")
    konfirmasi.add_argument("--wilayah", metavar="ID", help="hanya wilayah ini, misalnya kab-blora")
    add_innovations(konfirmasi)


def _add_tautan(commands: argparse._SubParsersAction[Any]) -> None:
    tautan = commands.add_parser(
        "tautan",
        help="buka semua tautan dan tulis daftar yang perlu dilihat orang",
        description="Membuka setiap tautan di entri dan register. Tidak mengubah apa pun; orang yang memutuskan.",
        epilog="Tautan yang benar-benar mati ditandai `tautan_mati_sejak: tahun-bulan` di sumbernya.",
    )
    tautan.add_argument("--wilayah", metavar="ID", help="hanya wilayah ini, misalnya kab-blora")
    tautan.add_argument("--tenggat", type=int, default=20, metavar="DETIK", help="tenggat tiap tautan (bawaan: 20)")
    add_innovations(tautan)


def _add_skema(commands: argparse._SubParsersAction[Any]) -> None:
    skema = commands.add_parser(
        "skema",
        help="tulis bantuan untuk editor (VS Code)",
        description="Menulis skema JSON ke build/skema/ dan potongan siap isi ke .vscode/ dari model data.",
    )
    skema.add_argument("--out", type=Path, metavar="FOLDER", help="tempat menulis (bawaan: repositori ini)")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} bukan tanggal; tulis tahun-bulan-hari") from None
