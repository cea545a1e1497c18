"""From files to the validated catalogue: reads and checks records side by side, joins them in one place."""

from catalog.load.berkas import check_file
from catalog.load.story import Loaded, load_catalog
from catalog.load.tersimpan import Kept

__all__ = ["Kept", "Loaded", "check_file", "load_catalog"]
