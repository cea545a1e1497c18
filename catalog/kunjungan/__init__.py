"""Learning visits: every one of the data once, counted and followed; the calendar of planned ones; rules of hosts.

``read_visits`` joins the registers of hosts and guests, ``count_regions``, ``count_years`` and ``count_followed`` count
them, ``write_calendar`` makes the iCalendar file, ``rules_of`` says which rules apply to guests, ``check_plan`` holds a
plan against them. Pure functions of the catalogue and the closed lists.
"""

from catalog.kunjungan.aturan import ENTRI, JUDUL, UMUM, WILAYAH, AturanBerlaku, Butir, applying_rules, rules_of
from catalog.kunjungan.aturan_periksa import Rencana, Temuan, check_plan, tertulis
from catalog.kunjungan.berkas import KALENDER, visit_files
from catalog.kunjungan.catatan import Catatan, read_visits
from catalog.kunjungan.hitungan import (
    BarisWilayah,
    Kelanjutan,
    count_followed,
    count_regions,
    count_years,
    is_followed,
)
from catalog.kunjungan.kalender_ics import planned, write_calendar

__all__ = [
    "ENTRI",
    "JUDUL",
    "KALENDER",
    "UMUM",
    "WILAYAH",
    "AturanBerlaku",
    "BarisWilayah",
    "Butir",
    "Catatan",
    "Kelanjutan",
    "Rencana",
    "Temuan",
    "applying_rules",
    "check_plan",
    "count_followed",
    "count_regions",
    "count_years",
    "is_followed",
    "planned",
    "read_visits",
    "rules_of",
    "tertulis",
    "visit_files",
    "write_calendar",
]
