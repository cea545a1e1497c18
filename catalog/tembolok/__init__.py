"""What a build keeps for the next one: fingerprints of everything it was made with, and values stored under them."""

from catalog.tembolok.sidik import digest, file_digest, machine_fingerprint, view_fingerprint
from catalog.tembolok.simpanan import Simpanan

__all__ = ["Simpanan", "digest", "file_digest", "machine_fingerprint", "view_fingerprint"]
