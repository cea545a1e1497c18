"""The one table of sentences for every fault the check can report; codes are permanent."""

from catalog.wordings.reading import READING
from catalog.wordings.validation import VALIDATION
from catalog.wordings.wording import Wording

__all__ = ["READING", "VALIDATION", "WORDINGS", "Wording"]

WORDINGS: dict[str, Wording] = READING | VALIDATION
"""Code → its level and sentences."""
