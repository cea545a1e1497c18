"""Records → the text of their files: the one canonical form, and edits that touch only the lines of changed isian.

Whatever writes a file (spreadsheet, ``terima``, ``new``, the form's twin in the browser) writes this form.
"""

from catalog.record_text.bodies import OTHER, SECTIONS, body_parts, join_body
from catalog.record_text.canonical import Written, write_entry, write_register
from catalog.record_text.kanonik import canonical_text
from catalog.record_text.normal import normal
from catalog.record_text.revise import revise_entry, revise_register
from catalog.record_text.tersimpan import NOTHING, Lebih, keep_unseen, lost_between

__all__ = [
    "NOTHING",
    "OTHER",
    "SECTIONS",
    "Lebih",
    "Written",
    "body_parts",
    "canonical_text",
    "join_body",
    "keep_unseen",
    "lost_between",
    "normal",
    "revise_entry",
    "revise_register",
    "write_entry",
    "write_register",
]
