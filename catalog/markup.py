"""Contributors' Markdown becomes safe HTML here, and only here.

Three layers, each enough against most attacks: a Markdown reader that knows no HTML, a sanitiser with a short
list of tags and no attribute but a link's address, and an own rule for addresses. Length limits, personal numbers
and invisible characters are the validator's business; it refuses a body over 40,000 characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from unicodedata import category
from urllib.parse import urlsplit

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

_TAGS = frozenset(
    [
        "p",
        "br",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "blockquote",
        "code",
        "pre",
        "h3",
        "h4",
        "a",
        "hr",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
# Rules left out: HTML; link definitions at a distance; underlined headings and indented code, which people who
# do not know Markdown make by accident ("----" under a line, a paragraph moved to the right).
_LEFT_OUT = ("html_block", "html_inline", "reference", "lheading", "code", "strikethrough", "linkify")
_MAX_NESTING = 20
_MAX_PICTURES = 200  # beyond it, marks of pictures are plain text: reading 20,000 of them takes half a second
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
_HOST = re.compile(rf"(?:{_LABEL}\.)+[a-z][a-z0-9-]{{0,61}}[a-z0-9]\.?(?::\d{{1,5}})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a body: its ``## `` heading ("" before the first one), its line, and the text below.

    ``baris`` counts from 1 at the first line of the body; ``isi`` has no blank lines at its ends.
    """

    judul: str
    baris: int
    isi: str


def render_markdown(text: str) -> str:
    """Return a contributor's Markdown as HTML that may be put on a page unescaped.

    Headings come out as h3, or as h4 below one; links only to safe addresses (``is_safe_address``), others as
    plain text; pictures as their description. HTML and template marks in the text appear as typed.
    """
    return "".join(_render_plain(block) or _cleaner().clean(_render(block)) for block in _blocks(text))


def plain_text(text: str) -> str:
    """Return the words of a contributor's Markdown on one line, without mark-up, for excerpts and search."""
    if "_" not in text and _PLAIN_PARAGRAPH.fullmatch(text):
        return " ".join(text.split())
    if "_" not in text and _PLAIN_LIST.fullmatch(text):
        return " ".join(text[2:].replace("\n- ", " ").split())
    words: list[str] = []
    for token in _parse(text):
        if token.type == "inline":
            words.extend(_words(token.children or ()))
        elif token.type == "fence":
            words.append(token.content)
        words.append(" ")
    return " ".join("".join(words).split())


def split_sections(body: str) -> tuple[Section, ...]:
    """Return the parts of a body at its ``## `` headings, in order.

    Text before the first heading is a part without title. Headings inside code, lists and quotations do not count.
    An empty body has no parts.
    """
    lines = re.split(r"\r\n|\r|\n", body) if "\r" in body else body.split("\n")
    starts = [(0, 0, ""), *_headings(body)]
    ends = [line for line, _, _ in starts[1:]] + [len(lines)]
    parts = (
        Section(title, line + 1, _without_outer_blank_lines(lines[after:end]))
        for (line, after, title), end in zip(starts, ends, strict=True)
    )
    return tuple(part for part in parts if part.baris != 1 or part.judul or part.isi)


def is_safe_address(address: str) -> bool:
    """True for an http or https address with a public host name that shows where it leads.

    No user name before the host (``https://bank@jahat.id``), no number for a host, no backslash, blank, control
    or invisible character.
    """
    if any(sign.isspace() or sign in '\\<>"`' or category(sign) in ("Cc", "Cf", "Cs") for sign in address):
        return False
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and _HOST.fullmatch(parts.netloc) is not None


# --- ordinary text, which is nearly all there is, without the reader: a tenth of its time and the same HTML ---

_LINE = r"[^\W\d_][\w.,;:()/%?!'\"–—“”‘’… -]*(?<! )"
"""A line that starts with a letter, ends without a blank, and holds no sign that Markdown knows but ``_``."""
_PLAIN_PARAGRAPH = re.compile(rf"{_LINE}(?:\n{_LINE})*")
_PLAIN_LIST = re.compile(rf"- {_LINE}(?:\n- {_LINE})*")
_ENTANGLED = ("\n ", "\n\t", "\n#", "```", "~~~", "![", "\r", "\0")
"""What may tie blocks together across a blank line, or be counted over the whole text."""
_INDENTS = ("", " ", "\t", "#")
_BLANK_LINES = re.compile(r"(\n\n+)")  # an eighth of the time of {2,}


def _blocks(text: str) -> list[str]:
    """Return the blocks that can be read one by one; neighbours that may be parts of one list stay together."""
    if text[:1] in _INDENTS or any(sign in text for sign in _ENTANGLED):
        return [text]
    first, *rest = _BLANK_LINES.split(text.strip("\n")) if "\n\n" in text else [text.strip("\n")]
    blocks = [first]
    for gap, block in zip(rest[::2], rest[1::2], strict=True):
        if block[:1].isalpha() or all(line[:1].isalpha() for line in blocks[-1].split("\n")):
            blocks.append(block)
        else:
            blocks[-1] += gap + block
    return blocks


def _render_plain(block: str) -> str | None:
    """Return the HTML of a paragraph or list of ordinary text, None where there may be more in it."""
    if "_" in block:
        return None
    if _PLAIN_PARAGRAPH.fullmatch(block):
        return f"<p>{block}</p>\n"
    if _PLAIN_LIST.fullmatch(block):
        items = block[2:].replace("\n- ", "</li>\n<li>")
        return f"<ul>\n<li>{items}</li>\n</ul>\n"
    return None


def _render(text: str) -> str:
    parser = _parser(True)
    return str(parser.renderer.render(_with_own_rules(_parse(text)), parser.options, {}))


# The parser, the sanitiser and the renderer are made once; parsing keeps no state in them.


def _parse(text: str) -> list[Token]:
    return _parser(text.count("![") <= _MAX_PICTURES).parse(text)


@cache
def _parser(with_pictures: bool) -> MarkdownIt:
    parser = MarkdownIt("js-default", {"html": False, "maxNesting": _MAX_NESTING}).disable(list(_LEFT_OUT))
    return parser if with_pictures else parser.disable("image")


@cache
def _block_parser() -> MarkdownIt:
    """The same reader of blocks, without the costlier reading of what stands inside them."""
    return MarkdownIt("js-default", {"html": False, "maxNesting": _MAX_NESTING}).disable(
        [*_LEFT_OUT, "inline", "text_join"]
    )


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(_TAGS),
        attributes={"a": {"href"}},
        attribute_filter=_keep_safe_address,
        url_schemes={"http", "https"},
        link_rel=None,
        strip_comments=True,
    )


def _keep_safe_address(tag: str, attribute: str, value: str) -> str | None:
    return None if attribute == "href" and not is_safe_address(value) else value


# --- own rules on the stream of tokens ---


def _with_own_rules(tokens: list[Token]) -> list[Token]:
    has_upper_heading = False  # an h4 without an h3 above it would leave a hole in the outline
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            is_lower = token.markup.startswith("####")
            token.tag = "h4" if is_lower and has_upper_heading else "h3"
            has_upper_heading = has_upper_heading or not is_lower
        elif token.type == "inline" and token.children:
            token.children = list(_inline_by_own_rules(token.children))
    return tokens


def _inline_by_own_rules(children: Sequence[Token]) -> Iterator[Token]:
    """Give the tokens of a paragraph without links to unsafe addresses, a picture as its description."""
    link_is_kept = True  # links do not nest
    for token in children:
        if token.type == "link_open":
            link_is_kept = is_safe_address(str(token.attrs["href"]))
            token.attrs = {"href": token.attrs["href"]}
        if token.type == "image":
            yield Token("text", "", 0, content="".join(_words(token.children or ())))
        elif link_is_kept or token.type not in ("link_open", "link_close"):
            yield token


def _words(children: Sequence[Token]) -> Iterator[str]:
    for token in children:
        if token.type == "image":
            yield from _words(token.children or ())
        elif token.type in ("softbreak", "hardbreak"):
            yield " "
        else:
            yield token.content


_HEADING_LINE = re.compile(r"#{2,6} +[^#\s][^#\n]*")
_HIDING = ("```", "~~~", "\r", "\0")
"""What may hide a heading, or part lines otherwise than by a line feed."""


def _headings(body: str) -> Iterator[tuple[int, int, str]]:
    """Give line (from 0), first line after, and title of every section heading."""
    if not any(sign in body for sign in _HIDING):
        lines = [(number, line) for number, line in enumerate(body.split("\n")) if "##" in line]
        if all(_HEADING_LINE.fullmatch(line) for _, line in lines):  # each is written plainly
            yield from ((number, number + 1, line[3:].strip()) for number, line in lines if line[2] == " ")
            return
    tokens = _block_parser().parse(body)
    for opening, inline in pairwise(tokens):
        if opening.type == "heading_open" and opening.markup == "##" and opening.level == 0 and opening.map:
            yield opening.map[0], opening.map[1], inline.content


def _without_outer_blank_lines(lines: Sequence[str]) -> str:
    return re.sub(r"\A(?:[^\S\n]*\n)+", "", "\n".join(lines)).rstrip()
