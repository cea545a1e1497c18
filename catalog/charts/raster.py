"""An SVG of our own as pixels. Unlike charts, this starts no engine with threads, so any process may ask for it."""

from __future__ import annotations


def svg_to_png(svg: str, scale: float) -> bytes:
    """Return the drawing as a PNG, ``scale`` times as large as it says it is."""
    import vl_convert

    return bytes(vl_convert.svg_to_png(svg, scale=scale))
