"""Valid records that tests of reading break, and the checks that hold for whatever came of it."""

from __future__ import annotations

from catalog.problems import Problem
from catalog.reading import SourceRecord

ENTRY = """---
nama: Lumbung Digital
kepanjangan: "Layanan Umum: Bangun Gudang"
urusan: [pangan, pertanian]
ringkasan: >-
  Gudang desa yang isinya terlihat di layar telepon,
  sehingga petani tahu kapan menjual.
status:
  keadaan: berjalan
  per: 2025-04-08
tanggal:
  uji_coba: 2020
  penerapan: 2021-03
layanan:
  jam: 08.00-15.00
  biaya:
  syarat:
    - KTP
    - 'Surat dari kepala desa, hari Jum''at'
hasil_terukur:
  - indikator: waktu tunggu
    satuan: hari
    sebelum: "010"
    sesudah: 2
sumber:
  - judul: Lumbung Digital diluncurkan
    penerbit: suarabaru.id
    tanggal: 2022-06-03
    tautan: https://suarabaru.id/2022/06/03/lumbung
  - judul: |
      Profil inovasi
    penerbit: Bapperida
---

## Masalah

Harga jatuh saat panen.
"""

REGISTER = """# Angka yang dilaporkan
daftar:
  - tahun: 2021
    ukuran: inovasi didaftarkan
    nilai: 208
    sumber:
      - {judul: Laporan, penerbit: Bapperida}
"""

BERKAS = "innovations/kab-contoh/lumbung-digital.md"
BERKAS_REGISTER = "innovations/kab-contoh/angka.yml"


def broken_rules(
    typed: str, record: SourceRecord | None, problems: tuple[Problem, ...], berkas: str = BERKAS
) -> list[str]:
    """Return which of the promises of reading do not hold for what came of ``typed``; empty if all do."""
    broken = []
    errors = [p for p in problems if p.is_error]
    if (record is None) != bool(errors):
        broken.append("record None exactly if a kesalahan")
    if list(problems) != sorted(set(problems)):
        broken.append("problems sorted, once each")
    line_count = typed.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for p in problems:
        if not (1 <= p.baris <= line_count + 1 and p.kolom >= 1 and p.berkas == berkas):
            broken.append(f"place {p.berkas}:{p.baris}:{p.kolom} of {line_count} lines")
        if not all((p.pesan, p.ditemukan, p.seharusnya, p.perbaiki)):
            broken.append(f"a sentence is missing in {p}")
        if any(ord(c) < 32 or 0x202A <= ord(c) <= 0x202E for c in p.ditemukan + p.perbaiki + p.pesan):
            broken.append(f"control character shown in {p.kode}")
    if record is not None and set(record.nilai) < set(record.kunci):
        broken.append("every key has a value with a place")
    return broken
