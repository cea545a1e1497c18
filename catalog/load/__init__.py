"""From files to the validated catalogue: reads and checks records side by side, joins them in one place."""

from catalog.load.berkas import check_file
from catalog.load.isi import Listing, find_photos, listing_beside
from catalog.load.story import Inputs, Loaded, load_catalog
from catalog.load.tersimpan import Kept

__all__ = ["Inputs", "Kept", "Listing", "Loaded", "check_file", "find_photos", "listing_beside", "load_catalog"]
