"""``new``: asks the required questions in the terminal and writes a valid file; leaves nothing behind when given up."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from catalog.commands.arguments import CLEAN, MISUSE
from catalog.commands.inputs import Misuse, inputs_of

if TYPE_CHECKING:
    from catalog.baru import Pertanyaan
    from catalog.catalog import Catalog
    from catalog.inputs import Inputs


def baru(asked: argparse.Namespace, root: Path) -> int:
    """Ask, check each answer at once, and write the entry."""
    from catalog.load import load_catalog
    from catalog.settings import read_settings

    inputs = inputs_of(asked, root)
    catalog = load_catalog(inputs).catalog
    region = asked.wilayah or read_settings(root).wilayah_rumah
    if region not in catalog.daerah or region not in catalog.vocabularies.wilayah:
        raise Misuse(f"Wilayah {region} belum punya folder dan wilayah.yml; buat dulu, lihat /panduan/daerah-baru/.")
    print(f"Entri baru untuk {catalog.nama_wilayah(region)}. Ctrl+D membatalkan.\n")
    try:
        return _ask_and_write(inputs, catalog, region)
    except EOFError:
        print("\nDibatalkan. Tidak ada yang ditulis.")
        return MISUSE


def _ask_and_write(inputs: Inputs, catalog: Catalog, region: str) -> int:
    from catalog.baru import entry_text, questions, slug_of

    answers: dict[tuple[str, ...], str] = {}
    for question in questions():
        answers[question.jalur] = _ask(question, catalog, region)
        if question.jalur == ("nama",) and not _go_on(answers[("nama",)], catalog, region):
            print("Tidak ada yang ditulis.")
            return CLEAN
    slug = slug_of(answers[("nama",)])
    path = inputs.innovations / region / f"{slug}.md"
    while not slug or path.exists():
        slug = slug_of(input("Nama berkas itu sudah dipakai. Nama berkas lain (huruf kecil, tanda hubung): "))
        path = inputs.innovations / region / f"{slug}.md"
    path.write_text(entry_text(answers), encoding="utf-8")
    print(f"\nTertulis: {path.relative_to(inputs.innovations.parent)}")
    print("Lanjutkan dengan mengisi bagian Masalah, Cara kerja, dan Hasil; hapus judul yang kosong.")
    print(f"Periksa: python build_catalog.py check --saran {path.relative_to(inputs.innovations.parent)}")
    return CLEAN


def _ask(question: Pertanyaan, catalog: Catalog, region: str) -> str:
    """Ask until the answer is good; an optional one may stay empty."""
    from catalog.baru import find_faults, settle

    lists, daerah = catalog.vocabularies, catalog.daerah.get(region)
    print(f"{question.judul}{'' if question.wajib else ' (boleh dikosongkan)'}")
    print(f"  {question.bantuan} Contoh: {question.contoh}")
    if question.jalur == ("urusan",):
        for number, row in enumerate(lists.urusan.values(), start=1):
            print(f"  {number:2} {row.nama}")
    while True:
        answer = input("> ").strip()
        if not answer:
            if not question.wajib:
                return ""
            print("  Bagian ini wajib diisi.")
            continue
        settled = settle(question, answer, daerah, lists)
        faults = find_faults(question, settled, lists)
        unknown = question.jalur == ("perangkat_daerah",) and (not daerah or settled not in daerah.perangkat_daerah)
        if not faults and not unknown:
            if settled != answer:
                print(f"  = {settled}")
            return settled
        for fault in faults:
            print(f"  {fault.pesan} Seharusnya: {fault.seharusnya}. Perbaiki: {fault.perbaiki}.")
        if faults and question.jalur == ("urusan",):
            print("  Di sini cukup ketik nomornya.")
        if unknown:
            print("  Perangkat daerah itu belum ada di perangkat_daerah.yml wilayah ini; kosongkan dulu.")


def _go_on(nama: str, catalog: Catalog, region: str) -> bool:
    """Name the entries that are alike, here and elsewhere, and ask whether this is really another."""
    from catalog.saran import NameIndex

    alike = NameIndex(catalog).find(nama, region, at_home=True)
    if not alike:
        return True
    print("  Nama yang sama atau hampir sama:")
    for one in alike:
        print(f"  - {one.nama}, {catalog.nama_wilayah(one.wilayah)} ({one.berkas})")
    return input("  Tetap buat entri baru? (ya/tidak) ").strip().lower() in ("ya", "y")
