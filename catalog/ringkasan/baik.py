"""What is good about an entry, said first: whoever sends one should hear it."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.catalog import Entri
from catalog.ringkasan.perubahan import EntriBerubah
from catalog.vocabularies import Vocabularies


def good_points(one: EntriBerubah, vocabularies: Vocabularies) -> Iterator[str]:
    """Yield a line of Markdown for each thing that is good; nothing for an entry with errors."""
    if one.entri is None or one.baru is None:
        return
    yield "- Isian wajib lengkap dan terbaca; tidak ditemukan nomor pribadi."
    yield f"- {_sources(one.entri)}"
    if one.lama and one.baru.kelengkapan.terisi > one.lama.kelengkapan.terisi:
        yield "- Kelengkapan bertambah."
    levels = vocabularies.bukti
    if one.lama and list(levels).index(one.baru.bukti) > list(levels).index(one.lama.bukti):
        yield f"- Bukti naik dari {levels[one.lama.bukti].nama} menjadi {levels[one.baru.bukti].nama}."
    else:
        yield f"- Bukti: {levels[one.baru.bukti].nama}."
    if one.entri.inovasi.dikonfirmasi:
        yield "- Sudah dikonfirmasi kantor pemiliknya."


def _sources(entri: Entri) -> str:
    sources = entri.inovasi.sumber
    linked = sum(1 for source in sources if source.tautan)
    return f"{len(sources)} sumber, {linked} dengan tautan."
