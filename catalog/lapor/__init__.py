"""Write once, report three times: the profile for the innovation index, a proposal for KIPP, and the public page.

Both documents are made from an entry's isian; what an entry cannot fill stays as ``[…]`` and says which isian would.
"""

from catalog.lapor.berkas import contest_document, profile_document, report_files, report_names
from catalog.lapor.butir import Butir, profile_items, profile_text
from catalog.lapor.paket import write_batch

__all__ = [
    "Butir",
    "contest_document",
    "profile_document",
    "profile_items",
    "profile_text",
    "report_files",
    "report_names",
    "write_batch",
]
