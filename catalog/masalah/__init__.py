"""Everyday problems: doors in a citizen's words, and which entries stand behind each (``vocabularies/masalah.yml``).

Nothing but the entry and the vocabulary decides behind which doors an entry stands.
"""

from catalog.masalah.assignment import Doors, assign, make_doors, plain_doors
from catalog.masalah.door import DoorError, Masalah, check_doors, make_door
from catalog.masalah.picks import check_picks

__all__ = [
    "DoorError",
    "Doors",
    "Masalah",
    "assign",
    "check_doors",
    "check_picks",
    "make_door",
    "make_doors",
    "plain_doors",
]
