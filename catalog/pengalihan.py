"""Old addresses of renamed entries as a table that a web server can read, so that it leads on by itself."""

from __future__ import annotations

from collections.abc import Iterable

FILE = "pengalihan.map"


def redirect_map(moved: Iterable[tuple[str, str]]) -> str:
    """Return the lines of an nginx ``map``, '/inovasi/<old>/ /inovasi/<new>/;', sorted; both below the site's root.

    Ids hold only small letters, digits, hyphens and one slash, so nothing in a line can mean anything else.
    """
    lines = [f"/{old.strip('/')}/ /{new.strip('/')}/;" for old, new in sorted(moved)]
    return "\n".join(["# alamat lama, alamat baru (dibuat oleh build_catalog.py)", *lines, ""])
