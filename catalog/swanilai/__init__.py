"""Self-assessment: what the isian of an entry give by the tables of an edition, per entry and per region.

Never an official figure: a level is what an office states (``kematangan``) or what can be read from the isian
(``bacaan``), the rest is not judged. Pure functions of the catalogue.
"""

from catalog.swanilai.edisi_peramban import edition_files
from catalog.swanilai.kriteria import BELUM, BELUM_DINILAI, MEMENUHI, Penilaian, count_criteria, judge_criteria
from catalog.swanilai.nilai import DINYATAKAN, TERBACA, Langkah, Nilai, Swanilai, assess, edition_of, next_steps
from catalog.swanilai.wilayah import EntriDinilai, SwanilaiWilayah, assess_region, is_judged

__all__ = [
    "BELUM",
    "BELUM_DINILAI",
    "DINYATAKAN",
    "MEMENUHI",
    "TERBACA",
    "EntriDinilai",
    "Langkah",
    "Nilai",
    "Penilaian",
    "Swanilai",
    "SwanilaiWilayah",
    "assess",
    "assess_region",
    "count_criteria",
    "edition_files",
    "edition_of",
    "is_judged",
    "judge_criteria",
    "next_steps",
]
