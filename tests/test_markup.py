"""Contributed Markdown: exact output for ordinary text, nothing dangerous for hostile text, and never slow.

``markup/NAME.md`` and ``NAME.html`` are pairs of input and exact output; a new fault becomes a new pair.
``markup/hostile.json`` holds hostile texts by class; what a browser does with them is tried elsewhere.
"""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from time import process_time
from urllib.parse import urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from catalog.markup import Section, is_safe_address, plain_text, render_markdown, split_sections

PAIRS = Path(__file__).parent / "markup"
NAMES = sorted(path.stem for path in PAIRS.glob("*.md"))
HOSTILE = json.loads((PAIRS / "hostile.json").read_text("utf-8"))
ALLOWED_TAGS = {
    "html", "head", "body", "p", "br", "strong", "em", "ul", "ol", "li", "blockquote", "code", "pre", "h3", "h4", "a",
    "hr", "table", "thead", "tbody", "tr", "th", "td",
}  # fmt: skip


def dangers_of(html: str) -> list[str]:
    """Everything in a fragment that contributed text must not be able to make, as an HTML parser sees it."""
    found: list[str] = []
    root = LexborHTMLParser(html).root
    for node in root.traverse(include_text=False) if root is not None else ():
        if node.tag not in ALLOWED_TAGS:
            found.append(f"tag {node.tag}")
        for name, value in node.attributes.items():
            if node.tag != "a" or name not in ("href", "rel"):
                found.append(f"attribute {name}")
            elif name == "href" and (urlsplit(value or "").scheme not in ("http", "https") or "@" in (value or "")):
                found.append("address")
    return found


@pytest.mark.parametrize("name", NAMES)
def test_input_gives_exactly_the_expected_html(name: str) -> None:
    with (PAIRS / f"{name}.md").open(encoding="utf-8", newline="") as file:
        assert render_markdown(file.read()) == (PAIRS / f"{name}.html").read_text("utf-8")


def test_every_pair_has_both_halves() -> None:
    outputs = sorted(path.stem for path in PAIRS.glob("*.html"))
    assert outputs == NAMES
    assert len(NAMES) >= 25


@pytest.mark.parametrize("row", HOSTILE, ids=lambda row: row["kelas"])
def test_hostile_text_makes_nothing_dangerous(row: dict[str, str]) -> None:
    assert dangers_of(render_markdown(row["teks"])) == []
    assert dangers_of(render_markdown(f"teks {row['teks']} teks\n\n## Judul\n\n{row['teks']}\n")) == []


COUNT = int(os.environ.get("HOSTILE_COUNT", "3000"))
MARKS = (
    *"[]()!*_`~#>-+|<>&\\\"'=:/.\n\t ",
    "](",
    "![",
    "<a ",
    "</p>",
    "```\n",
    "\n\n",
    "&#106;",
    "javascript:",
    "\u202e",
    "{{",
)


def test_random_mixes_make_nothing_dangerous() -> None:
    """The vectors cut into pieces, shuffled among the marks of Markdown; HOSTILE_COUNT of them, seeded."""
    rng = random.Random(20261121)
    texts = [row["teks"] for row in HOSTILE]
    for number in range(COUNT):
        pieces = []
        for _ in range(rng.randint(2, 12)):
            text = rng.choice(texts)
            start = rng.randrange(len(text) + 1)
            pieces += [text[start : start + rng.randint(1, 40)], rng.choice(MARKS)]
        mixed = "".join(pieces)
        assert dangers_of(render_markdown(mixed)) == [], (number, mixed)


def test_hostile_texts_are_many_and_of_many_classes() -> None:
    texts = {row["teks"] for row in HOSTILE if row["kelas"] != "teks nakal"}
    assert len(texts) >= 60
    assert len({row["kelas"] for row in HOSTILE}) >= 10


def test_the_check_of_this_test_sees_each_kind_of_danger() -> None:
    assert dangers_of("<b>x</b>") == ["tag b"]
    assert dangers_of('<p id="x" onclick="y">x</p>') == ["attribute id", "attribute onclick"]
    assert dangers_of('<a href="javascript:x">x</a><a href="https://a@b.id">x</a>') == ["address", "address"]


def test_template_marks_stay_literal() -> None:
    assert render_markdown("{{7*7}}") == "<p>{{7*7}}</p>\n"


@pytest.mark.parametrize("row", HOSTILE, ids=lambda row: row["kelas"])
def test_plain_text_has_no_line_breaks_and_no_outer_blanks(row: dict[str, str]) -> None:
    text = plain_text(row["teks"])
    assert text == " ".join(text.split())


def test_plain_text_keeps_the_words_and_drops_the_marks() -> None:
    text = (
        "## Cara kerja\n\nBuka **aplikasi**\nlalu [daftar](https://contoh.go.id). ![Foto *loket*](a.png)\n\n"
        "- satu\n- dua"
    )
    assert plain_text(text) == "Cara kerja Buka aplikasi lalu daftar. Foto loket satu dua"


SECTIONS = {
    "kosong": ("", ()),
    "hanya baris kosong": ("\n \n\n", ()),
    "tanpa judul": ("\nteks\n\nlagi\n", (Section("", 1, "teks\n\nlagi"),)),
    "empat bagian": (
        "## Masalah\na\n\n## Cara kerja\nb\n## Hasil\n## Pelajaran\n\nd\n",
        (
            Section("Masalah", 1, "a"),
            Section("Cara kerja", 4, "b"),
            Section("Hasil", 6, ""),
            Section("Pelajaran", 7, "d"),
        ),
    ),
    "teks sebelum judul": ("awal\n\n## Hasil\nx", (Section("", 1, "awal"), Section("Hasil", 3, "x"))),
    "dalam pagar kode": (
        "## Hasil\n```\n## bukan\n```\n~~~~\n## bukan\n~~~\n## bukan\n~~~~\n## Pelajaran\n",
        (Section("Hasil", 1, "```\n## bukan\n```\n~~~~\n## bukan\n~~~\n## bukan\n~~~~"), Section("Pelajaran", 10, "")),
    ),
    "pagar tak ditutup": ("## Hasil\n```\n## bukan\n", (Section("Hasil", 1, "```\n## bukan"),)),
    "dalam daftar dan kutipan": ("> ## bukan\n\n- a\n  ## bukan\n", (Section("", 1, "> ## bukan\n\n- a\n  ## bukan"),)),
    "tingkat lain": ("# a\n### b\n##c\n", (Section("", 1, "# a\n### b\n##c"),)),
    "penutup pagar judul": ("## Masalah ##\r\nx\r\n", (Section("Masalah", 1, "x"),)),
    "judul menjorok": ("   ## Hasil\nx", (Section("Hasil", 1, "x"),)),
    "judul ganda": ("## Hasil\na\n## Hasil\nb", (Section("Hasil", 1, "a"), Section("Hasil", 3, "b"))),
    "baris pertama menjorok": ("## Hasil\n\n    a\n", (Section("Hasil", 1, "    a"),)),
}


@pytest.mark.parametrize(("body", "expected"), SECTIONS.values(), ids=SECTIONS)
def test_body_is_split_at_its_headings(body: str, expected: tuple[Section, ...]) -> None:
    assert split_sections(body) == expected


SAFE = [
    "https://blorakab.go.id",
    "http://a.id/",
    "HTTPS://A.GO.ID:8080/x?y=1#z",
    "https://id.wikipedia.org/wiki/Blora_(kota)",
]
NOT_SAFE = [
    "", "blorakab.go.id", "//a.id", "/x", "#x", "mailto:a@b.id", "javascript:x", "https://", "https://x", "https://a@b.id",
    "https://a.id\\@b.id", "https://a .id", "https://a.id/\n", " https://a.id", "https://a.id/\u200b", "https://1.2.3.44",
    "https://a.id/\u202e", "https://[::1]/", "https://a..id", "https://-a.id", "https://a.id:x", "https://a.id/<b>",
    "https://[a", "https://con\u0442oh.id", "ftp://a.id",
]  # fmt: skip


@pytest.mark.parametrize("address", SAFE)
def test_ordinary_addresses_are_safe(address: str) -> None:
    assert is_safe_address(address)


@pytest.mark.parametrize("address", NOT_SAFE)
def test_other_addresses_are_not(address: str) -> None:
    assert not is_safe_address(address)


HANG_SECONDS = 10
"""Far beyond any honest run on a busy machine, far below a quadratic one."""

REPEATED = [
    "[", "![", "[a](", "[]()", "![[]()", "([", "[a](<b", "*", "* ", "**a ", "*a_ ", "_", "a_", ">", "> ", "`", "`a",
    "- ", "~", "1. ", "<", "<a ", "&#1", "\\", "#", "# \n", "```\n", "a|b\n-|-\n", "|a", "\n", " ",
    ">\n", "- a\n", "a\n---\n",
]  # fmt: skip
PATHOLOGICAL = {repr(piece): piece * (40_000 // len(piece)) for piece in REPEATED} | {
    "brackets around a word": "[" * 20_000 + "a" + "]" * 20_000,
    "emphasis that never ends": "a**b" + "c* " * 13_000,
    "growing ticks": "".join("`" * length + " " for length in range(280)),
    "deep list": "\n".join("  " * depth + "- a" for depth in range(190)),
    "wide table": "|a" * 10_000 + "\n" + "|-" * 10_000,
}


@pytest.mark.parametrize("action", [render_markdown, plain_text, split_sections])
@pytest.mark.parametrize("text", PATHOLOGICAL.values(), ids=PATHOLOGICAL)
def test_pathological_text_comes_back(text: str, action: Callable[[str], object]) -> None:
    """No pattern is worse than linear: what takes tenths of a second here would take minutes if it were quadratic."""
    start = process_time()
    action(text)
    assert process_time() - start < HANG_SECONDS
