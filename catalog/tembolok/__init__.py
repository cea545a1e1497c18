"""What a build keeps for the next one: fingerprints of everything it was made with, and values stored under them."""

from catalog.tembolok.sidik import digest, file_digest, machine_fingerprint, search_fingerprint, view_fingerprint
from catalog.tembolok.simpanan import FOLDER, Simpanan, pack, unpack
from catalog.tembolok.titipan import Titipan

__all__ = [
    "FOLDER",
    "Simpanan",
    "Titipan",
    "digest",
    "file_digest",
    "machine_fingerprint",
    "pack",
    "search_fingerprint",
    "unpack",
    "view_fingerprint",
]
