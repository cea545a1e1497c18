"""The body of an entry in its parts, and back: four sections, and what stands outside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from catalog.markup import split_sections

SECTIONS = {"masalah": "Masalah", "cara_kerja": "Cara kerja", "hasil": "Hasil", "pelajaran": "Pelajaran"}
"""Key of a section of the body → its heading, in order."""

OTHER = "lain"
"""Key of the text that stands outside the four sections."""

_KEYS = {title.lower(): key for key, title in SECTIONS.items()}


def body_parts(body: str) -> dict[str, str]:
    """Return the sections of a body by key, filled ones only; what stands outside the four is under ``lain``.

    ``lain`` holds text before the first heading, sections with other titles, and second ones of the four, as typed.
    """
    parts: dict[str, str] = {}
    other: list[str] = []
    for section in split_sections(body):
        key = _KEYS.get(section.judul.strip().lower())
        text = section.isi.strip()
        if key is not None and key not in parts:
            if text:
                parts[key] = text
        elif section.judul:
            other.append(f"## {section.judul}\n\n{text}".strip())
        elif text:
            other.append(text)
    if other:
        parts[OTHER] = "\n\n".join(other)
    return parts


def join_body(badan: Mapping[str, str]) -> str:
    """Return the Markdown of a body in canonical form, '' for an empty one; it starts with a blank line."""
    return "".join(f"{line}\n" for line, _ in body_lines(badan))


def body_lines(badan: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Yield the lines of a body, each with the path ``("badan", <section>)``.

    What stands in ``lain`` before its first heading goes first, so that it does not fall to a section.
    """
    preamble, other = _split_preamble(badan.get(OTHER) or "")
    pieces = [(preamble, OTHER)]
    pieces += [(f"## {title}\n\n{badan[key].strip()}", key) for key, title in SECTIONS.items() if badan.get(key)]
    pieces.append((other, OTHER))
    for text, key in pieces:
        if text.strip():
            yield "", ("badan", key)
            yield from ((line, ("badan", key)) for line in text.strip("\n").split("\n"))


def _split_preamble(other: str) -> tuple[str, str]:
    """Return the text of ``lain`` that stands before its first heading, and the rest."""
    if not other.strip():
        return "", ""
    sections = split_sections(other)
    if not sections or sections[0].judul:
        return "", other
    lines = other.split("\n")
    start = sections[1].baris - 1 if len(sections) > 1 else len(lines)
    return "\n".join(lines[:start]), "\n".join(lines[start:])
