"""How many words a text has, where a form limits them."""

from __future__ import annotations

_SIGNS = ("•", "*", "-", "–", "—", "/", "&")
"""What stands alone between blanks and is no word."""


def count_words(text: str) -> int:
    """Return the number of words as Word counts them: what stands between blanks, bullets and lone signs left out."""
    words = text.split()
    return len(words) - sum(words.count(sign) for sign in _SIGNS if sign in text)
