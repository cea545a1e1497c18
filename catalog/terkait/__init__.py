"""Related entries: for each up to five that deal with the same, and whom a changed entry can touch.

``relate`` is the whole of it; ``near`` tells an incremental build whom a changed entry can reach. ``heaviest_words``
are what it looks at of an entry, which may be kept with it.
"""

from catalog.terkait.kata import BERKAS, BobotKata, read_weights
from catalog.terkait.profil import Terberat, heaviest_words
from catalog.terkait.story import near, relate

__all__ = ["BERKAS", "BobotKata", "Terberat", "heaviest_words", "near", "read_weights", "relate"]
