"""``template``, ``import`` and ``export``: the spreadsheet door on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.commands.arguments import CLEAN, ERRORS
from catalog.commands.inputs import Misuse, inputs_of, reason_of

if TYPE_CHECKING:
    from catalog.lembar import Hasil, Temuan

_MOST_SHOWN = 200
_MOST_ADVISED = 20
_LONGEST_DIFFERENCE = 400


def template(asked: argparse.Namespace, root: Path) -> int:
    """Write the empty workbook; an existing file is never overwritten."""
    from catalog.lembar import write_template

    place = _new_workbook(asked.path)
    try:
        write_template(inputs_of(asked, root), place)
    except OSError as error:
        raise Misuse(_cannot_write(place, error)) from error
    print(f"{_shown(place)} siap diisi; mulai dari lembar Bacalah.")
    return CLEAN


def export(asked: argparse.Namespace, root: Path) -> int:
    """Write the workbook of one region; an existing file is never overwritten."""
    from catalog.lembar import export_regions
    from catalog.progress import Bar

    place, inputs = _new_workbook(asked.path), inputs_of(asked, root)
    for wilayah in asked.wilayah:
        if not (inputs.innovations / wilayah).is_dir() or "/" in wilayah or wilayah.startswith("."):
            raise Misuse(f"wilayah {wilayah} tidak punya folder di innovations/; tulis idnya, misalnya kab-blora.")
    bar = Bar()
    try:
        result = export_regions(inputs, asked.wilayah, place, bar)
    except OSError as error:
        raise Misuse(_cannot_write(place, error)) from error
    finally:
        bar.close()
    for file, reason in result.dilewati:
        print(f"{file}: tidak diekspor, {reason}.")
    print(f"{_shown(place)}: {result.entri} entri dan {result.baris} baris lain dari {', '.join(asked.wilayah)}.")
    return ERRORS if result.dilewati else CLEAN


def import_(asked: argparse.Namespace, root: Path) -> int:
    """Take over a workbook and print what became of it; see ``catalog.lembar``."""
    from catalog.lembar import ColumnsUnknown, DaftarSendiri, Pemetaan, Pilihan, RefusedWorkbook, import_workbook
    from catalog.progress import Bar

    if not asked.path.is_file():
        raise Misuse(f"{asked.path} tidak ada, atau bukan berkas.")
    given = Pemetaan(_pairs(asked.kolom, "--kolom"), _pairs(asked.tetap, "--tetap"))
    own_list = DaftarSendiri(asked.path, given, _ask if sys.stdin.isatty() else None, asked.wilayah)
    wanted = Pilihan(asked.update, asked.wilayah, not asked.lihat)
    bar = Bar()
    try:
        result = import_workbook(inputs_of(asked, root), asked.path, wanted, own_list, bar)
    except RefusedWorkbook as refused:
        bar.close()
        print(_finding(refused.temuan, asked.path.name))
        print("Buku kerja ini ditolak; tidak ada yang ditulis.")
        return ERRORS
    except ColumnsUnknown as unknown:
        raise Misuse(f"{asked.path.name}: {unknown}") from unknown
    except OSError as error:
        raise Misuse(f"{asked.path} tidak dapat dibaca atau ditulis ({reason_of(error)}).") from error
    finally:
        bar.close()
    for line in _report(result, asked):
        print(line)
    return CLEAN if not result.count("salah") and not result.ditahan and not _errors(result) else ERRORS


def _report(result: Hasil, asked: argparse.Namespace) -> Iterator[str]:
    from catalog.lembar.marks import summary_lines

    for found in result.temuan[:_MOST_SHOWN]:
        yield _finding(found, asked.path.name)
    if len(result.temuan) > _MOST_SHOWN:
        yield f"… dan {len(result.temuan) - _MOST_SHOWN} lagi; semuanya ada di {_shown(Path(result.diperiksa))}."
    changed = [one for one in result.ditulis if one.lama] + ([] if asked.update else result.ditahan)
    lines = [line for one in changed for line in one.difference()]
    yield from lines[:_LONGEST_DIFFERENCE]
    if len(lines) > _LONGEST_DIFFERENCE:
        yield f"… {len(lines) - _LONGEST_DIFFERENCE} baris beda lagi"
    yield from (f"baru: {one.berkas}" for one in result.ditulis if not one.lama)
    errors = _errors(result)
    yield f"{errors} kesalahan, {len(result.temuan) - errors} peringatan."
    yield from summary_lines(result)
    yield from _advice(result, asked.path.name)
    if asked.lihat:
        yield "Hanya diperiksa; tidak ada yang ditulis."
    elif result.diperiksa:
        yield f"Buku kerja beserta catatannya: {_shown(Path(result.diperiksa))}"


def _advice(result: Hasil, name: str) -> Iterator[str]:
    """Yield one line a hint: where, what, and what to do."""
    for one in result.saran[:_MOST_ADVISED]:
        p = one.masalah
        yield f"{_where(one, name)}: saran [{p.kode}] {p.pesan} {p.perbaiki[:1].upper()}{p.perbaiki[1:]}."
    if (rest := len(result.saran) - _MOST_ADVISED) > 0:
        yield f"… dan {rest} saran lagi" + (
            f"; semuanya ada di {_shown(Path(result.diperiksa))}." if result.diperiksa else "."
        )


def _errors(result: Hasil) -> int:
    return sum(1 for one in result.temuan if one.is_error)


def _finding(one: Temuan, name: str) -> str:
    """Return the four lines of a problem, with the cell for its place."""
    p = one.masalah
    return (
        f"{_where(one, name)}: {p.tingkat} [{p.kode}] {p.pesan}\n"
        f"  ditemukan : {p.ditemukan}\n"
        f"  seharusnya: {p.seharusnya}\n"
        f"  perbaiki  : {p.perbaiki}"
    )


def _where(one: Temuan, name: str) -> str:
    from catalog.reading.found import show

    place = ", ".join(part for part in (show(one.sel.lembar), one.sel.nama) if part)
    return f"{name}, {place}" if place else name


def _pairs(typed: list[str], option: str) -> dict[str, str]:
    found = {}
    for text in typed:
        name, sign, value = text.rpartition("=") if option == "--kolom" else text.partition("=")
        if not sign or not name.strip() or not value.strip():
            raise Misuse(f"{option} {text!r} tidak dapat dibaca; tulis seperti {option} nama=nilai.")
        found[" ".join(name.split())] = value.strip()
    return found


def _ask(question: str) -> str:
    try:
        return input(question)
    except EOFError:
        raise Misuse(
            "pertanyaan tidak dijawab, jadi tidak ada yang ditulis; jalankan lagi, atau jawab dengan --kolom."
        ) from None


def _new_workbook(path: Path) -> Path:
    if path.suffix.lower() != ".xlsx":
        raise Misuse(f"{path} harus berakhiran .xlsx; ganti namanya.")
    if path.exists() or path.is_symlink():
        raise Misuse(f"{path} sudah ada dan tidak ditimpa; pakai nama lain.")
    if not path.absolute().parent.is_dir():
        raise Misuse(f"folder {path.parent} tidak ada; buat dulu, atau pilih folder lain.")
    return path.absolute()


def _cannot_write(path: Path, error: OSError) -> str:
    return f"{_shown(path)} tidak dapat ditulis ({reason_of(error)})."


def _shown(path: Path) -> str:
    return os.path.relpath(path)
