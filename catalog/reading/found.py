"""How typed text is repeated in a message: never a personal number, never an invisible or line-breaking character."""

from __future__ import annotations

from catalog.reading.characters import make_visible, strip_forbidden

_WINDOW = 110
_LONGEST_PASTE = 400


def show(text: str, column: int = 0) -> str:
    """Return ``text`` as a message may repeat it; of a long line the part around ``column`` (0-based)."""
    safe = _mask(text)
    if len(safe) > _WINDOW and column > _WINDOW * 3 // 4:
        start = column - _WINDOW // 2
        safe = "…" + safe[start : start + _WINDOW]
    return safe


def paste(text: str) -> str:
    """Return a corrected line to copy; one too long for a message keeps its beginning and its end."""
    safe = _mask(text).replace("<tab>", "  ")
    if len(safe) > _LONGEST_PASTE:
        safe = f"{safe[:80].rstrip()} … {safe[-40:].lstrip()}"
    return safe


def _mask(text: str) -> str:
    """Mask personal numbers, also those that an invisible character would hide from the mask."""
    from catalog.privacy import mask  # late: privacy stands above reading

    bare = strip_forbidden(text)
    masked = mask(bare)
    return masked if masked != bare else mask(make_visible(text))
