"""Names as parts of addresses: lower case, ASCII, hyphens."""

from __future__ import annotations

import re
import unicodedata


def make_slug(text: str) -> str:
    """Return ``text`` as a slug: "Dinas P & K" → "dinas-p-k"; '' when nothing of it can be written in ASCII."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
