"""Reading records: bytes → text → front matter → plain text values with their line and column; it alone imports yaml.

Nothing here knows what an isian may hold: that is the model's and validation's.
"""

from catalog.reading.encoding import read_text
from catalog.reading.files import walk_innovations
from catalog.reading.records import Path_, SourceRecord, parse_record, read_record

__all__ = ["Path_", "SourceRecord", "parse_record", "read_record", "read_text", "walk_innovations"]
