"""Advice about one entry: the same thing elsewhere, plain language, readiness for the national index; never a fault.

names = NameIndex(catalog)
for hint in advise(entri, names, vocabularies, places):
    …
"""

from catalog.saran.bahasa import language_hints
from catalog.saran.iid import readiness_hints
from catalog.saran.mirip import Mirip, NameIndex
from catalog.saran.story import advise
from catalog.saran.tempat import Tempat, places_of

__all__ = ["Mirip", "NameIndex", "Tempat", "advise", "language_hints", "places_of", "readiness_hints"]
