"""Slips within one line: quotes, colons, brackets, special characters and spaces; a line → its slip, or None."""

from __future__ import annotations

import re

from catalog.reading.isian_names import isian_names
from catalog.reading.quoting import is_comment, quote, split_line
from catalog.reading.slip import Lines, Slip

_SMART = "“”„‟‘’‚‛"
_SPECIAL_SPACE = re.compile(
    r"[ \t]*(?:-[ \t\u00a0\u3000]+)*[\u00a0\u2000-\u200a\u202f\u3000]|[^:#]*:[\u00a0\u2000-\u200a\u202f\u3000]"
)
SPECIAL_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u3000]")
_NO_SPACE_COLON = re.compile(r"(\s*(?:-[ \t]+)*)([A-Za-z][\w]{0,40}):([^\s/].*)")
_NO_COLON = re.compile(r"(\s*(?:-[ \t]+)*)([A-Za-z]\w{0,40})(?:[ \t]*[;=：]|[ \t])[ \t]*(\S.*)")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*"')
_SINGLE = re.compile(r"'(?:[^']|'')*'")
_GOOD_ESCAPE = re.compile(
    r'\\(?:[0abtnvfre "/\\N_LP\t]|x[0-9A-Fa-f]{2}|u(?![dD][89a-fA-F])[0-9A-Fa-f]{4}'
    r"|U00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4}|$)"
)
_BLOCK_HEADER = re.compile(r"[|>][-+]?\d?[-+]?(?:\s+#.*)?")
_SPECIAL_START = "@`%*&!{}[]|>,?#"


def special_space(lines: Lines, i: int) -> Slip | None:
    """A no-break or wide space in the indentation, after a dash or after the colon (copied from Word or a web page)."""
    match = _SPECIAL_SPACE.match(lines[i])
    if not match:
        return None
    column = match.end() - 1
    head = re.match(r"[\s-]*", lines[i])
    end = max(match.end(), head.end() if head else 0)
    fixed = SPECIAL_SPACES.sub(" ", lines[i][:end]) + lines[i][end:]
    return Slip("yaml-spasi-khusus", i, column, {i: fixed})


def smart_quotes(lines: Lines, i: int) -> Slip | None:
    """Word's curly quotes around a value."""
    parts = split_line(lines[i])
    value = parts.value
    if not value or not (value[0] in _SMART or value[-1] in _SMART):
        return None
    fixed = parts.quoted(value.strip(_SMART + "\"'"))
    return Slip("yaml-kutip-melengkung", i, parts.value_column, {i: fixed})


def open_bracket(lines: Lines, i: int) -> Slip | None:
    """A list or group opened on this line and not closed."""
    parts = split_line(lines[i])
    value = parts.value
    if not value or value[0] not in "[{":
        return None
    closing = "]" if value[0] == "[" else "}"
    if closing in value:
        return None
    fixed = lines[i].rstrip().rstrip(",") + closing
    return Slip("yaml-kurung", i, parts.value_column, {i: fixed}, {"penutup": closing})


def bad_escape(lines: Lines, i: int) -> Slip | None:
    """A backslash between double quotes that YAML takes for an escape."""
    parts = split_line(lines[i])
    if not parts.value.startswith('"') or "\\" not in _GOOD_ESCAPE.sub("", parts.value):
        return None
    inner = parts.value[1:]
    inner = inner[:-1] if inner.endswith('"') else inner
    column = parts.value_column + parts.value.index("\\")
    return Slip("yaml-garis-miring", i, column, {i: parts.quoted(inner)})


def open_quote(lines: Lines, i: int) -> Slip | None:
    """A quote that is opened and not closed on its line."""
    parts = split_line(lines[i])
    if not parts.value or parts.value[0] not in "\"'" or _closing(parts.value):
        return None
    mark = parts.value[0]
    inner = parts.value[1:]
    fixed = lines[i].rstrip() + mark if mark not in inner else parts.quoted(inner)
    column = parts.value_column
    return Slip("yaml-tanda-petik", i, column, {i: fixed}, {"petik": mark})


def inner_quote(lines: Lines, i: int) -> Slip | None:
    """A quote or apostrophe inside a quoted value closes it early: ``'Jum'at'``, ``"Program "Sehat""``."""
    parts = split_line(lines[i])
    value = parts.value
    end = _closing(value) if value and value[0] in "\"'" else 0
    if not end or is_comment(value[end:]):
        return None
    inner = value[1:-1] if value[-1] == value[0] and len(value) > end else value
    column = parts.value_column + end
    return Slip("yaml-petik-di-tengah", i, column, {i: parts.quoted(inner)}, {"petik": value[0]})


def _closing(value: str) -> int:
    """Return where the quoted text that opens ``value`` ends, 0 if it does not."""
    match = (_DOUBLE if value[0] == '"' else _SINGLE).match(value)
    return match.end() if match else 0


def special_start(lines: Lines, i: int) -> Slip | None:
    """A value that starts with a character YAML keeps for itself."""
    parts = split_line(lines[i])
    value = parts.value
    if not value or value[0] not in _SPECIAL_START or not (parts.key or parts.dash):
        return None
    if _BLOCK_HEADER.fullmatch(value):
        return None
    column = parts.value_column
    karakter = "tanda petik terbalik" if value[0] == "`" else f"`{value[0]}`"
    return Slip("yaml-karakter-awal", i, column, {i: parts.quoted()}, {"karakter": karakter})


def list_on_key_line(lines: Lines, i: int) -> Slip | None:
    """``urusan: - kesehatan``: the list must start on the next line."""
    parts = split_line(lines[i])
    if not parts.key or not parts.value.startswith("- "):
        return None
    below = f"{' ' * (parts.start + 2)}{parts.value}"
    column = parts.value_column
    fixed = f"{parts.indent}{parts.dash}{parts.key}:"
    return Slip("yaml-daftar-sebaris", i, column, {i: fixed}, {"bawah": below})


def no_space_after_colon(lines: Lines, i: int) -> Slip | None:
    """``nama:Mal``."""
    match = _NO_SPACE_COLON.fullmatch(lines[i].rstrip())
    if not match:
        return None
    head, key, value = match.groups()
    fixed = f"{head}{key}: {quote(value) if ': ' in value else value}"
    return Slip("yaml-spasi-titik-dua", i, len(head) + len(key), {i: fixed}, {"kunci": key})


def second_colon(lines: Lines, i: int) -> Slip | None:
    """``nama: Lumbung Digital: dari sawah ke pasar``."""
    parts = split_line(lines[i])
    value = parts.value
    if not parts.key or not value or value[0] in "\"'":
        return None
    match = re.search(r":(?=[ \t]|$)", value)
    if not match:
        return None
    column = parts.value_column + match.start()
    return Slip("yaml-titik-dua", i, column, {i: parts.quoted()})


def no_colon(lines: Lines, i: int) -> Slip | None:
    """``urusan kesehatan``, ``urusan; kesehatan``, ``urusan = kesehatan``: a known name without its colon."""
    match = _NO_COLON.fullmatch(lines[i].rstrip())
    if not match:
        return None
    head, key, value = match.groups()
    if key.lower() not in isian_names():
        return None
    return Slip(
        "yaml-tanpa-titik-dua", i, len(head) + len(key), {i: f"{head}{key.lower()}: {value}"}, {"kunci": key.lower()}
    )
