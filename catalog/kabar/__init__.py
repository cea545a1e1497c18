"""How others hear of the catalogue: feeds, share images, sitemap. See docs/kabar.md."""

from catalog.kabar.berkas import GAMBAR, feed_files, image_files
from catalog.kabar.peta_situs import sitemap_files
from catalog.kabar.umpan import SEMUA, UMPAN, newest, plan_feeds

__all__ = ["GAMBAR", "SEMUA", "UMPAN", "feed_files", "image_files", "newest", "plan_feeds", "sitemap_files"]
