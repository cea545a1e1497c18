"""Strangers' text in Markdown: as plain words, or as code; never as mark-up, a link, a mention or a new line."""

from __future__ import annotations

import re

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|~<>&])")
_LINKED = re.compile(r"(@|://|www\.)")
_WORD_JOINER = "\u2060"


def plain(text: str) -> str:
    """Return ``text`` as words of one line; nothing in it works as mark-up, and nothing becomes a link or a mention."""
    line = " ".join(_printable(text).split())
    escaped = _SPECIAL.sub(r"\\\1", line)
    return _LINKED.sub(lambda match: match[0][0] + _WORD_JOINER + match[0][1:], escaped)


def sentence(text: str) -> str:
    """Return one of our sentences: what stands in it between backticks as code, the rest as plain words."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return plain(text)
    spaced = [(code(part) if at % 2 else _spaced(part)) for at, part in enumerate(parts)]
    return "".join(spaced).strip()


def _spaced(text: str) -> str:
    """Plain words that keep a blank at either end."""
    before, after = " " * text[:1].isspace(), " " * text[-1:].isspace()
    return f"{before}{plain(text)}{after}" if text.strip() else before


def code(text: str) -> str:
    """Return ``text`` as a code span of one line, with as many backticks around it as it needs."""
    line = " ".join(_printable(text).split()) or " "
    fence = "`" * (max((len(run) for run in re.findall(r"`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{pad}{line}{pad}{fence}"


def _printable(text: str) -> str:
    """Names of files may hold anything: what cannot be printed stands as an escape."""
    return "".join(sign if sign.isprintable() or sign.isspace() else f"<U+{ord(sign):04X}>" for sign in text)
