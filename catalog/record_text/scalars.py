"""One value as YAML: plain where that reads back as the same text everywhere, else between quotes or as a block."""

from __future__ import annotations

import json
import re

from catalog.reading.isian_names import isian_names
from catalog.reading.quoting import quote

_SAFE_START = re.compile(r"[^\W_]|[(/+]|-?\d+(?:\.\d+)?$")
_KEY = re.compile(r"[a-z_][a-z0-9_]*")
_GUESSED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_LEADING_ZERO = re.compile(r"0[0-9][0-9_.]*")


def write_key(key: str) -> str:
    """Return the name of an isian as it stands before its colon."""
    if _KEY.fullmatch(key) and key not in _GUESSED:
        return key
    return quote(key) if "\n" not in key and "\\" not in key else json.dumps(key, ensure_ascii=False)


def write_scalar(text: str, indent: int, *, is_code: bool = False) -> list[str]:
    """Return ``text`` as lines: the first follows the colon or dash, the others are indented by ``indent`` blanks.

    Text of several lines is a block (``|-``), which reads as it was typed. ``is_code``: digits and a dot are a code,
    not a number; our reader keeps both, but every other reader of YAML would drop a last zero, so they are quoted.
    """
    if "\n" in text:
        return _block(text, indent)
    if is_plain(text) and not (is_code and text[:1].isdigit()):
        return [text]
    return [quote(text)]


def is_plain(text: str) -> bool:
    """Return True when ``text`` may stand without quotes, for our reader and for those that guess types."""
    if not text or text != text.strip() or not _SAFE_START.match(text):
        return False
    if ": " in text or " #" in text or "\t" in text or text.endswith(":"):
        return False
    if text.lower() in _GUESSED or _LEADING_ZERO.fullmatch(text):
        return False
    name, colon, _ = text.partition(":")
    return not (colon and name in isian_names())


def _block(text: str, indent: int) -> list[str]:
    lines = text.split("\n")
    if text.endswith("\n") or not text.strip():
        return [json.dumps(text, ensure_ascii=False)]
    first = next(line for line in lines if line.strip())
    sign = "|2-" if lines[0] == "" or first[:1] in (" ", "\t") or not lines[0].strip() else "|-"
    return [sign, *(" " * indent + line if line else "" for line in lines)]
