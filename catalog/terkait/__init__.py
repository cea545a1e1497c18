"""Related entries: for each up to five that deal with the same, and whom a changed entry can touch.

``catalog.terkait.story`` is the whole of it and brings numpy; what an entry is about (``heaviest_words``) is drawn from
it alone and may be kept with it.
"""

from catalog.terkait.kata import BobotKata, read_weights
from catalog.terkait.terberat import Terberat, heaviest_words

__all__ = ["BobotKata", "Terberat", "heaviest_words", "read_weights"]
