"""The ledger of replications: who copied which innovation, how far it has come, and which side says so.

``make_ledger`` joins what origins, adopters and registers of visits say into one record per origin and adopter;
``open_book`` adds indexes; ``counted`` counts regions for the indicator Replikasi; ``find_lineages`` follows copies of
copies. Pure functions of the catalogue.
"""

from catalog.replikasi.buku import Buku, ends_of, make_ledger, open_book
from catalog.replikasi.hitungan import Hitungan, counted
from catalog.replikasi.pasangan import (
    ASAL,
    BELUM_DISEBUT,
    DUA_PIHAK,
    LAIN,
    NYATA,
    PENERIMA,
    TAHAP,
    Pasangan,
    Peristiwa,
    Pernyataan,
    Rujukan,
    Selisih,
)
from catalog.replikasi.silsilah import Silsilah, Simpul, copies_of, find_lineages, has_descended
from catalog.replikasi.urutan import KELOMPOK, SEWILAYAH, Urutan, group_of

__all__ = [
    "ASAL",
    "BELUM_DISEBUT",
    "DUA_PIHAK",
    "KELOMPOK",
    "LAIN",
    "NYATA",
    "PENERIMA",
    "SEWILAYAH",
    "TAHAP",
    "Buku",
    "Hitungan",
    "Pasangan",
    "Peristiwa",
    "Pernyataan",
    "Rujukan",
    "Selisih",
    "Silsilah",
    "Simpul",
    "Urutan",
    "copies_of",
    "counted",
    "ends_of",
    "find_lineages",
    "group_of",
    "has_descended",
    "make_ledger",
    "open_book",
]
