"""Help for editors, written from the model: JSON Schema for those that read it, snippets for those that do not.

Nothing here decides what is valid; ``check`` does.
"""

from catalog.skema.berkas import editor_files
from catalog.skema.json_schema import record_schema
from catalog.skema.snippets import make_snippets

__all__ = ["editor_files", "make_snippets", "record_schema"]
