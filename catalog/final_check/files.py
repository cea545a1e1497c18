"""The files of a built site that are not pages: which there are, and what stylesheets and SVG pictures may hold."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tinycss2
from selectolax.lexbor import LexborHTMLParser

from catalog.final_check.addresses import read_address
from catalog.final_check.facts import PageFacts, SiteFault
from catalog.mampat import ENDING

_SVG_FORBIDDEN = frozenset(
    {"script", "foreignObject", "foreignobject", "iframe", "object", "embed", "image", "audio", "video"}
)


def list_files(folder: Path) -> tuple[frozenset[str], int, tuple[SiteFault, ...]]:
    """Return every file of the site (relative, posix), their bytes, and a fault for each symbolic link, which is not
    followed. Compressed forms are no files of their own: some stand there already, others come after the look.
    """
    files: list[str] = []
    size = 0
    faults: list[SiteFault] = []
    waiting = [(str(folder), "")]
    while waiting:
        place, inside = waiting.pop()
        for entry in os.scandir(place):
            name = inside + entry.name
            if entry.is_symlink():
                faults.append(SiteFault(name, "tautan-simbolik", "situs tidak boleh memuat tautan simbolik"))
            elif entry.is_dir():
                waiting.append((entry.path, name + "/"))
            elif not name.endswith(ENDING):
                files.append(name)
                size += entry.stat().st_size
    return frozenset(files), size, tuple(sorted(faults))


def inspect_stylesheet(path: str, css: str, *, root_path: str = "/") -> PageFacts:
    """Return the files a stylesheet loads, and a fault for each one from outside the site and each import."""
    folder = path[: path.rfind("/") + 1]
    places: set[str] = set()
    faults: list[SiteFault] = []
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "at-rule" and rule.lower_at_keyword == "import":
            faults.append(SiteFault(path, "sumber-luar", "lembar gaya memakai @import"))
    for written in _urls(tinycss2.parse_component_value_list(css, skip_comments=True)):
        address = read_address(written, folder, root_path)
        if address.jenis == "dalam":
            places.add(address.tujuan.partition("#")[0])
        elif not written.startswith("data:"):
            faults.append(SiteFault(path, "sumber-luar", f"lembar gaya memuat dari luar situs: {written[:120]}"))
    return PageFacts(path, "", tuple(sorted(places - {""})), tuple(sorted(set(faults))))


def _urls(values: list[Any]) -> Iterator[str]:
    for value in values:
        if value.type == "url":
            yield value.value
        elif value.type == "function" and value.lower_name in ("url", "src", "image-set", "-webkit-image-set"):
            yield from (inner.value for inner in value.arguments if inner.type == "string")
        if value.type == "function":
            yield from _urls(value.arguments)
        elif hasattr(value, "content") and isinstance(value.content, list):
            yield from _urls(value.content)


def inspect_svg(path: str, svg: str) -> PageFacts:
    """Return a fault for everything in an SVG file that could run or load something when it is opened by itself."""
    faults: set[SiteFault] = set()
    root = LexborHTMLParser(svg).root
    for node in root.traverse(include_text=False) if root is not None else ():
        if node.tag in _SVG_FORBIDDEN:
            faults.add(SiteFault(path, "svg-berbahaya", f"gambar SVG memuat <{node.tag}>"))
        for name, value in node.attributes.items():
            if name.startswith("on") or (name in ("href", "xlink:href") and not (value or "").startswith("#")):
                faults.add(SiteFault(path, "svg-berbahaya", f"gambar SVG memakai atribut {name}"))
    if "<!ENTITY" in svg.upper() or "<?XML-STYLESHEET" in svg.upper():
        faults.add(SiteFault(path, "svg-berbahaya", "gambar SVG memuat deklarasi entitas atau lembar gaya"))
    return PageFacts(path, "", (), tuple(sorted(faults)))
