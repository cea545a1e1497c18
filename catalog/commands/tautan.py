"""``tautan``: opens every address in the records and prints, as Markdown, which of them a person should look at."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.commands.arguments import CLEAN
from catalog.commands.inputs import inputs_of

if TYPE_CHECKING:
    from catalog.tautan_hidup import Jawaban

_PARTS = (
    (
        "tidak-ada",
        "Tidak ditemukan (404, 410)",
        "Buka sendiri. Bila benar hilang, cari alamat barunya atau tandai mati.",
    ),
    ("tak-terjangkau", "Tidak terjangkau", "Coba lagi besok. Tandai mati hanya bila berhari-hari begini."),
    ("galat", "Situsnya sedang bermasalah (5xx)", "Biasanya pulih sendiri."),
    ("menolak", "Menolak robot (403, 429, dan lainnya)", "Bukan tautan mati. Cukup dilihat sesekali di peramban."),
)


def tautan(asked: argparse.Namespace, root: Path) -> int:
    """Print the list; always clean, because a link that does not open today is no fault of the data."""
    from catalog.load import load_catalog
    from catalog.progress import Bar
    from catalog.tautan_hidup import ask_all, collect_links

    bar = Bar()
    links = collect_links(load_catalog(inputs_of(asked, root), progress=bar).catalog, asked.wilayah)
    answers = ask_all(links, asked.tenggat, bar)
    bar.close()
    for line in report_links(links, answers):
        print(line)
    return CLEAN


def report_links(links: Mapping[str, Sequence[str]], answers: Sequence[Jawaban]) -> Iterator[str]:
    """Yield the report's lines; every address stands as code, so that nobody opens one by accident."""
    from catalog.ringkasan.tulisan import code, plain

    alive = sum(1 for answer in answers if answer.hasil == "hidup")
    yield "# Tautan yang perlu dilihat"
    yield ""
    yield f"{alive} dari {len(answers)} tautan terbuka."
    for kind, title, advice in _PARTS:
        rows = [answer for answer in answers if answer.hasil == kind]
        if rows:
            yield f"\n## {title}: {len(rows)}\n\n{advice}\n"
            for row in rows:
                files = ", ".join(code(file) for file in links[row.tautan])
                yield f"- {code(row.tautan)} ({plain(row.sebab)}), {files}"
    yield ""
    yield (
        "Menandai tautan mati: tambahkan `tautan_mati_sejak: 2026-11` (tahun-bulan saat diketahui) di bawah `tautan` "
        "sumbernya. Sumbernya tetap tercantum."
    )
