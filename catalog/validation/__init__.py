"""Records in, catalogue and problems out: decides what is valid, and leaves reading and counting to others."""

from catalog.validation.records import CheckedRecord, check_record
from catalog.validation.story import Validated, join_records

__all__ = ["CheckedRecord", "Validated", "check_record", "join_records"]
