"""``terima``: takes files that came by WhatsApp or e-mail to their place, and prints what that changes."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.commands.arguments import CLEAN, ERRORS
from catalog.commands.inputs import inputs_of
from catalog.problems import format_text

if TYPE_CHECKING:
    from catalog.record_text import Lebih
    from catalog.terima import Diterima, Kiriman

_LONGEST_DIFF = 200


def terima(asked: argparse.Namespace, root: Path) -> int:
    """Take the files and print one paragraph about each; errors leave everything as it was."""
    from catalog.progress import Bar
    from catalog.terima import Pilihan, receive

    bar = Bar()
    chosen = Pilihan(tuple(asked.path), asked.wilayah, asked.nama, asked.ganti, asked.lihat)
    received = receive(inputs_of(asked, root), chosen, bar)
    bar.close()
    for line in _report(received, asked.lihat):
        print(line)
    return CLEAN if received.bersih and (received.ditulis or asked.lihat) else ERRORS


def _report(received: Diterima, only_look: bool) -> Iterator[str]:
    from catalog.reading.characters import make_visible

    for file, reason in received.ditolak:
        yield f"{make_visible(file)}: tidak diterima. {reason}"
    for one in received.berkas:
        yield from _about(one, received)
    for photo in received.foto:
        yield f"{make_visible(photo.asal)} → {photo.tujuan} (data lokasi dan kamera dibuang)"
        if not photo.disebut:
            yield "  Belum disebut entri. Tambahkan di front matter, dengan uraian bagi yang tidak melihat fotonya:"
            yield f"  foto:\n    - berkas: {photo.tujuan.rpartition('/')[2]}\n      alt: …"
    yield _ending(received, only_look)


def _about(one: Kiriman, received: Diterima) -> Iterator[str]:
    from catalog.reading.characters import make_visible

    yield f"{make_visible(one.asal)} → {one.tujuan}: {_state(one)}"
    yield from (format_text(p) for p in one.problems)
    yield from _difference(one)
    yield from _beyond(one)
    yield from _completeness(one)
    for p in one.saran:
        yield f"  saran, baris {p.baris}: {p.pesan} Ditemukan: {p.ditemukan}. Perbaiki: {p.perbaiki}."
    for question, answer in one.sisa:
        yield f"  belum masuk entri, {question}: {' '.join(make_visible(answer).split())}"


def _state(one: Kiriman) -> str:
    if any(p.is_error for p in one.problems):
        return "ada kesalahan"
    if one.lama is None:
        return "berkas baru"
    return "sudah ada, isinya berbeda" if one.sudah_ada else "sudah ada, isinya sama"


def _difference(one: Kiriman) -> Iterator[str]:
    from catalog.privacy import mask
    from catalog.reading.characters import make_visible

    lines = one.beda
    for line in lines[:_LONGEST_DIFF]:
        yield f"  {mask(make_visible(line))}"
    if len(lines) > _LONGEST_DIFF:
        yield f"  … {len(lines) - _LONGEST_DIFF} baris lagi"


def _beyond(one: Kiriman) -> Iterator[str]:
    """What the file holds besides its isian: the sender has not seen it, so it is said what became of it."""
    for text in _named(one.disimpan):
        yield f"  disimpan dari berkas lama: {text}"
    for text in _named(one.hilang):
        yield f"  hilang dari berkas lama: {text}; salin kembali bila masih perlu"


def _named(beyond: Lebih) -> Iterator[str]:
    from catalog.privacy import mask
    from catalog.reading.characters import make_visible

    for comment in beyond.komentar:
        yield f"komentar {mask(make_visible(comment))}"
    for name in beyond.isian:
        yield f"isian `{make_visible(name)}`"


def _completeness(one: Kiriman) -> Iterator[str]:
    from catalog.kelengkapan import changed_isian

    if one.sesudah is None:
        return
    now = one.sesudah.kelengkapan
    before = one.sebelum.kelengkapan if one.sebelum else None
    yield f"  kelengkapan: {f'{before.terisi} → ' if before else ''}{now.terisi} dari {now.dari} isian"
    if before:
        gained, lost = changed_isian(before, now)
        if gained:
            yield f"  bertambah: {', '.join(gained)}"
        if lost:
            yield f"  hilang: {', '.join(lost)}"


def _ending(received: Diterima, only_look: bool) -> str:
    if received.ditulis:
        return "Sudah ditaruh di tempatnya. Lihat dengan `make serve`, lalu simpan dengan git."
    if not received.bersih:
        return "Tidak ada yang ditulis. Perbaiki yang disebut di atas, lalu jalankan lagi."
    if only_look:
        return "Tidak ada yang ditulis, sesuai permintaan (--lihat)."
    return "Tidak ada yang ditulis. Bila perbedaan di atas benar, jalankan lagi dengan --ganti."
