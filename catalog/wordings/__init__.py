"""The one table of sentences for every fault the check can report; codes are permanent."""

from catalog.wordings.lembar import LEMBAR
from catalog.wordings.penilaian import EDITIONS
from catalog.wordings.reading import READING
from catalog.wordings.saran import SARAN
from catalog.wordings.validation import VALIDATION
from catalog.wordings.wording import Wording

__all__ = ["EDITIONS", "LEMBAR", "READING", "SARAN", "VALIDATION", "WORDINGS", "Wording"]

WORDINGS: dict[str, Wording] = READING | VALIDATION | SARAN | LEMBAR | EDITIONS
"""Code → its level and sentences."""
