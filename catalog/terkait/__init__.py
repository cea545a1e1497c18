"""Related entries: for each up to five that deal with the same, and whom a changed entry can touch.

``relate`` is the whole of it; ``near`` tells an incremental build whom a changed entry can reach.
"""

from catalog.terkait.kata import BERKAS, BobotKata, read_weights
from catalog.terkait.story import near, relate

__all__ = ["BERKAS", "BobotKata", "near", "read_weights", "relate"]
