"""Characters that may not stand in a record: invisible, direction-changing, control; and the one normal form (NFC)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

_CONTROL = "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufffe\\uffff"
_DIRECTION = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
_INVISIBLE = (
    "\\u00ad\\u034f\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200d\\u2060-\\u2065\\u206a-\\u206f\\u3164"
    "\\ufeff\\uffa0\\ufff9-\\ufffb\\U000e0000-\\U000e007f"
)
_FORBIDDEN = re.compile(
    f"(?P<kendali>[{_CONTROL}])|(?P<arah>[{_DIRECTION}])|(?P<samar>[{_INVISIBLE}])|(?P<rusak>[\\ud800-\\udfff])"
    "|(?P<pengganti>\\ufffd)"
)
# Forbidden, though ``str.isprintable`` takes them for visible.
_PRINTABLE = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f\u3164\uffa0\ufffd"
_KODE = {
    "kendali": "karakter-kendali",
    "arah": "karakter-arah",
    "samar": "karakter-tak-tampak",
    "rusak": "karakter-rusak",
    "pengganti": "huruf-rusak",
}


def normalise(text: str) -> str:
    """Return ``text`` without a leading byte-order mark, with ``\\n`` line ends, in Unicode normal form C."""
    if text.startswith("\ufeff"):
        text = text[1:]
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text


def is_clean(text: str) -> bool:
    """Return whether ``text`` holds no forbidden character; printable text is answered without a search."""
    if text.replace("\n", "").isprintable() and (text.isascii() or not any(c in text for c in _PRINTABLE)):
        return True
    return _FORBIDDEN.search(text) is None


def find_forbidden(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Yield (line, column, code of the problem, the character), 1-based, for the first of its kind on each line."""
    for number, line in enumerate(text.split("\n"), start=1):
        seen: set[str] = set()
        for match in _FORBIDDEN.finditer(line):
            kode = _KODE[match.lastgroup or ""]
            if kode not in seen:
                seen.add(kode)
                yield number, match.start() + 1, kode, match[0]


def strip_forbidden(text: str) -> str:
    """Return ``text`` without forbidden characters; what breaks lines or stood for a letter leaves a space."""
    return _FORBIDDEN.sub(lambda m: " " if m[0] in "\x0b\x0c\x85\u2028\u2029\ufffd" else "", text)


def make_visible(text: str) -> str:
    """Return ``text`` with every forbidden character written out, for example ``<U+202E>``; a tab as ``<tab>``."""
    return _FORBIDDEN.sub(lambda m: f"<U+{ord(m[0]):04X}>", text).replace("\t", "<tab>")


def name_character(character: str) -> str:
    """Return ``U+202E`` and the like for a message."""
    return f"U+{ord(character):04X}"
