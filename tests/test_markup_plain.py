"""Ordinary text is written without the reader; this holds it to what the reader makes of the same text."""

from __future__ import annotations

from random import Random

from catalog import markup
from catalog.markup import render_markdown

_ATOMS = [
    "Kata", "dua tiga", "1. satu", "- butir", "- Butir b", "* x", "\n", "\n\n", "  ", " ", "**b**", "`c`", "## J", "#",
    "### K", "[t](https://a.id/x)", "![g](x)", "> kutip", "```", "~~~", "|a|b|\n|-|-|\n", "&amp;", "<b>", "\\", "\r\n",
    "\t", "-", "---", "===", '"kutip"', "…", "é", "a:b", "(c)", "x.", "!", "\x0c", "\u2028", "\xa0", "a@b.id",
    "Akhir  ",
]  # fmt: skip


def test_the_short_way_gives_the_same_html_as_the_reader() -> None:
    rng = Random(7)
    for _ in range(4000):
        parts = (rng.choice(_ATOMS) + rng.choice(["", " ", "\n"]) for _ in range(rng.randint(1, 9)))
        text = "".join(parts)
        assert render_markdown(text) == markup._cleaner().clean(markup._render(text)), repr(text)
