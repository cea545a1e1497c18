"""From a Vega-Lite chart to a small SVG that may stand inside a page: no style, no script, no id, few bytes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from typing import Any
from xml.etree import ElementTree as ET

from catalog.tembolok import Simpanan, digest

_SVG = "{http://www.w3.org/2000/svg}"
_KEPT_TAGS = frozenset({"path", "line", "text", "tspan", "g"})
_KEPT_ATTRIBUTES = (
    "transform", "x", "y", "dy", "x1", "y1", "x2", "y2", "width", "height", "d", "fill", "stroke", "stroke-width",
    "stroke-dasharray", "text-anchor", "font-size", "font-weight",
)  # fmt: skip
_NO_EFFECT = {"stroke-width": "1", "text-anchor": "start", "x1": "0", "y1": "0", "x2": "0", "y2": "0"}
_NUMBER = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_NO_MOVE = re.compile(r"translate\(0(?:\.5)?, ?0(?:\.5)?\)")
_CONVERT = "import sys,json,vl_convert;sys.stdout.write(vl_convert.vegalite_to_svg(json.load(sys.stdin)))"

FONT_FAMILY = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

_FOLDER = "bagan"
_MOST_KEPT = 2_000

_first_user: int | None = None
_kept: tuple[Simpanan, str] = (Simpanan(None), "")


def keep_drawings(simpanan: Simpanan, fingerprint: str) -> None:
    """Keep what Vega draws from now on, here and in processes forked later, and take from there what it drew before.

    A drawing is kept under its whole description, so nothing else has to be the same.
    """
    global _kept
    _kept = (simpanan, fingerprint)
    simpanan.limit(_FOLDER, _MOST_KEPT)


def draw(spec: dict[str, Any], width: int, height: int, shown_width: int, font_size: int, label: str) -> str:
    """Return the chart as an ``<svg role="img">`` of ``shown_width`` pixels whose text alternative is ``label``.

    ``width`` and ``height`` are the size of the drawing in its own units; ``font_size`` is that of most of its text.
    """
    marks = _clean(ET.fromstring(_drawn(spec)), {"font-size": f"{font_size}px"})  # noqa: S314  our own drawing
    svg = ET.Element("svg")
    svg.attrib |= {
        "role": "img",
        "aria-label": label,
        "viewBox": f"0 0 {width} {height}",
        "width": str(shown_width),
        "height": str(round(height * shown_width / width)),
        "font-family": FONT_FAMILY,
        "font-size": str(font_size),
        "fill": "none",
    }
    svg.extend(marks)
    return ET.tostring(svg, encoding="unicode")


def _drawn(spec: dict[str, Any]) -> str:
    simpanan, fingerprint = _kept
    name = f"{_FOLDER}/{digest([json.dumps(spec)])}"
    known: str | None = simpanan.read(name, fingerprint)
    if known is None:
        known = _convert(spec)
        simpanan.write(name, fingerprint, known)
    return known


def _convert(spec: dict[str, Any]) -> str:
    """Return Vega's SVG. Its engine has threads and hangs in a fork of a process that used it: then ask a fresh one."""
    global _first_user
    if _first_user in (None, os.getpid()):
        import vl_convert

        _first_user = os.getpid()
        return str(vl_convert.vegalite_to_svg(spec))
    done = subprocess.run(  # noqa: S603  our own interpreter and our own line of code
        [sys.executable, "-c", _CONVERT],
        input=json.dumps(spec),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
        timeout=60,
    )
    return done.stdout


def _clean(node: ET.Element, usual: dict[str, str]) -> list[ET.Element]:
    """Return what is left of the children of ``node``; groups that change nothing give way to what they hold."""
    kept: list[ET.Element] = []
    for child in node:
        tag = child.tag.removeprefix(_SVG)
        if tag not in _KEPT_TAGS or child.get("class") in ("background", "foreground") or child.get("d") == "":
            continue
        attributes = dict(_attributes(child, usual))
        inner = _clean(child, usual)
        if tag != "g":
            kept.append(_element(tag, attributes, inner, child.text))
        elif attributes and inner:
            kept.append(_element(tag, attributes, inner))
        else:
            kept.extend(inner)
    return kept


def _element(tag: str, attributes: dict[str, str], inner: list[ET.Element], text: str | None = None) -> ET.Element:
    element = ET.Element(tag, attributes)
    element.text = text
    element.extend(inner)
    return element


def _attributes(node: ET.Element, usual: dict[str, str]) -> Iterable[tuple[str, str]]:
    for name in _KEPT_ATTRIBUTES:
        value = node.get(name)
        if value is None or value in (_NO_EFFECT.get(name), usual.get(name)):
            continue
        if name == "transform" and _NO_MOVE.fullmatch(value):
            continue
        if node.tag == f"{_SVG}g" and name in ("fill", "stroke"):
            continue
        yield name, value if name in ("fill", "stroke") else _NUMBER.sub(_rounded, value)


def _rounded(number: re.Match[str]) -> str:
    """One decimal is a tenth of a unit: enough, and shorter."""
    text = f"{float(number[0]):.1f}".removesuffix(".0")
    return "0" if text == "-0" else text
