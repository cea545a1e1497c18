"""What `/jelajah/` loads: the Pagefind index, the facet columns and the texts of the cards.

Leaves the page itself to ``catalog.pages`` and its behaviour to ``theme/assets/js/jelajah.js``. See
docs/search.md.
"""

SCRIPTS = ("jelajah.js",)
"""Scripts of the page `/jelajah/`; the frame announces what they import, so that all are fetched side by side."""
