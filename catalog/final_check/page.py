"""One built page as an HTML parser sees it: its faults, its ids, the places it leads to.

Parsed once, walked once; nothing of the parsed document outlives the call.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from sys import intern

from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog.final_check.addresses import FORBIDDEN, climbs, known_places, leads_alike, read_address
from catalog.final_check.facts import PageFacts, SiteFault
from catalog.final_check.policy import loose_places

_HTML_TAGS = """
    html head body title meta link script noscript
    header nav main footer aside section article address h1 h2 h3 h4 h5 h6 hgroup search
    p hr pre blockquote ol ul li dl dt dd div figure figcaption details summary dialog menu
    a em strong small s cite q dfn abbr data time code var samp kbd sub sup i b u mark bdi bdo span br wbr del ins
    img picture source table caption colgroup col thead tbody tfoot tr th td
    form label input button select datalist optgroup option textarea output progress meter fieldset legend template
"""
_SVG_TAGS = """
    svg g path rect circle ellipse line polyline polygon text tspan title desc defs use symbol marker mask pattern
    clipPath linearGradient radialGradient stop
"""
ALLOWED_TAGS = frozenset(_HTML_TAGS.split()) | frozenset(_SVG_TAGS.split())
_DATA_SCRIPTS = frozenset({"application/json", "application/ld+json"})
_LOADING = frozenset({"src", "poster", "data", "background", "action", "formaction", "xlink:href", "manifest"})
_FETCHING = frozenset({"href", "src", "action"})
"""Attributes that mostly hold an address of the site."""

_ONCE = ("h1", "main")
"""Elements of which a page has one."""

_FORBIDDEN_ATTRIBUTES = frozenset({"srcdoc", "ping", "http-equiv", "codebase", "classid", "archive"})
_ID_REFERENCES = frozenset({"for", "aria-labelledby", "aria-describedby"})
_OUTER_RELS = frozenset({"canonical", "alternate", "license", "author", "help"})
_UNASKED = """
    class role scope rel lang type width height datetime name content charset property value max min start alt dir title
    tabindex method autocomplete hreflang aria-label aria-hidden aria-current aria-expanded aria-controls d viewBox fill
"""
_HARMLESS = frozenset(_UNASKED.split())
"""Attributes that nothing is asked of wherever they stand; most of a page's."""

_MAX_SHOWN = 120


def inspect_page(
    path: str, html: str | bytes, *, allowed_script_hashes: frozenset[str] = frozenset(), root_path: str = "/"
) -> PageFacts:
    """Return the facts of one page; ``path`` is its file relative to the site (``wilayah/index.html``).

    ``html`` in bytes is UTF-8. ``allowed_script_hashes`` are of the form ``sha256-…``. ``root_path`` is the path the
    site is served under; only ``404.html`` has addresses that begin with it.
    """
    folder = path[: path.rfind("/") + 1]
    walk = _Walk(path, folder, root_path, allowed_script_hashes)
    parser = LexborHTMLParser(html)
    if parser.root is not None:
        walk.visit_all(parser.root)
    walk.check_page(parser)
    places = tuple(map(intern, sorted(walk.outer_places())))  # pages lead to the same places: one text for all
    return PageFacts(path, "\n".join(sorted(set(walk.ids))), places, tuple(sorted(set(walk.faults))))


@dataclass(slots=True)
class _Walk:
    """The collecting of one page."""

    path: str
    folder: str
    root_path: str
    hashes: frozenset[str]
    faults: list[SiteFault] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    places: set[str] = field(default_factory=set)
    references: set[str] = field(default_factory=set)
    tags: set[str | None] = field(default_factory=set)
    once: list[str] = field(default_factory=list)
    metas: dict[str, str] = field(default_factory=dict)
    titled: bool = False

    def fault(self, aturan: str, rincian: str) -> None:
        self.faults.append(SiteFault(self.path, aturan, rincian))

    def visit_all(self, root: LexborNode) -> None:
        """Look at every element and attribute; the commonest ones without a further call."""
        note, ids, places, special, harmless = self.tags.add, self.ids, self.places, _SPECIAL, _HARMLESS
        links, loads = known_places(self.folder, self.root_path)
        for node in root.traverse(include_text=False):
            tag = node.tag
            note(tag)
            attributes = node.attributes
            for name, value in () if harmless.issuperset(attributes) else attributes.items():
                if name in harmless:
                    continue
                if name == "href" and tag == "a" and value in links:
                    places.add(links[value])
                elif name == "id":
                    ids.append(value or "")
                elif name in _FETCHING and value in loads:
                    places.add(loads[value])
                else:
                    self.visit_attribute(node, tag or "", name, value or "")
            if tag in special:
                special[tag](self, node)

    def visit_attribute(self, node: LexborNode, tag: str, name: str, value: str) -> None:
        if name == "href":
            self.visit_href(node, tag, value)
        elif name in _LOADING:
            self.visit_loading(tag, name, value)
        elif name == "srcset":
            for candidate in value.split(","):
                self.visit_loading(tag, name, candidate.split()[0] if candidate.split() else "")
        elif name in _ID_REFERENCES:
            self.references.update(value.split())
        elif name == "style":
            self.fault("atribut-style", f"<{tag}> memakai atribut style")
        elif name.startswith("on"):
            self.fault("atribut-peristiwa", f"<{tag}> memakai atribut {_short(name)}")
        elif name in _FORBIDDEN_ATTRIBUTES and tag != "meta":
            self.fault("atribut-terlarang", f"<{tag}> memakai atribut {name}")

    def visit_href(self, node: LexborNode, tag: str, value: str) -> None:
        if tag in ("a", "area"):
            address = read_address(value.strip(" \t\n"), self.folder, self.root_path)
            if address is FORBIDDEN or address.jenis == "data":
                self.fault("alamat-terlarang", f"<{tag}> menuju alamat yang tidak boleh dipakai: {_short(value)}")
                return
            self.places.add(address.tujuan)
            if leads_alike(value, self.folder):
                known_places(self.folder, self.root_path).links[value] = address.tujuan
            return
        if tag == "link":
            rels = (node.attributes.get("rel") or "").lower().split()
            is_outer = read_address(value, self.folder, self.root_path).jenis == "luar"
            if rels and set(rels) <= _OUTER_RELS and is_outer:
                return
        self.visit_loading(tag, "href", value)

    def visit_loading(self, tag: str, name: str, value: str) -> None:
        address = read_address(value, self.folder, self.root_path)
        if address.jenis == "dalam":
            self.places.add(address.tujuan)
            if climbs(value, self.folder):
                known_places(self.folder, self.root_path).loads[value] = address.tujuan
        elif not (address.jenis == "data" and tag == "img"):
            self.fault("sumber-luar", f"<{tag} {name}> memuat dari luar situs: {_short(value)}")

    def outer_places(self) -> set[str]:
        """Return the places outside this page; the others begin with ``#``, or are no place of the site at all."""
        return {place for place in self.places if place and place[0] != "#"}

    def visit_script(self, node: LexborNode) -> None:
        attributes = node.attributes
        if "src" in attributes or (attributes.get("type") or "").strip().lower() in _DATA_SCRIPTS:
            return
        digest = base64.b64encode(hashlib.sha256(node.text().encode()).digest()).decode()
        if f"sha256-{digest}" not in self.hashes:
            self.fault("skrip-sebaris", f"skrip sebaris tidak ada dalam daftar yang diizinkan: sha256-{digest}")

    def visit_meta(self, node: LexborNode) -> None:
        attributes = node.attributes
        kind = (attributes.get("http-equiv") or "").strip().lower()
        content = attributes.get("content") or ""
        if kind == "content-security-policy":
            for sentence in loose_places(content, self.hashes):
                self.fault("kebijakan-longgar", sentence)
        elif kind == "refresh":
            self.visit_refresh(content)
        elif kind:
            self.fault("atribut-terlarang", f"<meta http-equiv={_short(kind)}> tidak boleh dipakai")
        name = (attributes.get("name") or "").strip().lower()
        if name:
            self.metas[name] = content

    def visit_title(self, node: LexborNode) -> None:
        parent = node.parent
        if parent is not None and parent.tag == "head" and node.text().strip():
            self.titled = True

    def visit_refresh(self, content: str) -> None:
        """A renamed entry leaves a page that leads on; it may lead only inside the site."""
        target = content.partition("=")[2].strip(" \t'\"")
        address = read_address(target, self.folder, self.root_path)
        if address.jenis == "dalam" and address.tujuan:
            self.places.add(address.tujuan)
        else:
            self.fault("alamat-terlarang", f"halaman mengalihkan ke alamat yang tidak boleh dipakai: {_short(target)}")

    def visit_image(self, node: LexborNode) -> None:
        attributes = node.attributes
        shown = _short(attributes.get("src") or "")
        if "alt" not in attributes:
            self.fault("gambar-tanpa-alt", f"gambar {shown} tidak punya teks pengganti")
        if not all((attributes.get(side) or "").isdecimal() for side in ("width", "height")):
            self.fault("gambar-tanpa-ukuran", f"gambar {shown} tidak punya lebar dan tinggi")

    def visit_once(self, node: LexborNode) -> None:
        self.once.append(node.tag or "")

    def visit_template(self, node: LexborNode) -> None:
        """What stands in a template is not part of the page, but scripts put it there."""
        inner = _Walk(self.path, self.folder, self.root_path, self.hashes)
        for fragment in node.template_fragments():
            inner.visit_all(fragment)
        inner.check_tags()
        self.faults.extend(inner.faults)
        self.places |= inner.outer_places()

    def check_tags(self) -> None:
        """Report each tag outside the list; None and names like "-comment" are the parser's own."""
        for tag in self.tags - ALLOWED_TAGS:
            if tag is not None and not tag.startswith("-"):
                self.fault("tag-tidak-dikenal", f"<{_short(tag)}> tidak ada dalam daftar tag yang boleh dipakai")

    def check_page(self, parser: LexborHTMLParser) -> None:
        """Check what a page as a whole must have."""
        self.check_tags()
        root = parser.root
        if root is None or root.attributes.get("lang") != "id":
            self.fault("bahasa", 'halaman tidak menyebut lang="id"')
        for tag in _ONCE:
            if (count := self.once.count(tag)) != 1:
                self.fault(f"jumlah-{tag}", f"halaman punya {count} <{tag}>, seharusnya satu")
        if not self.titled:
            self.fault("judul-kosong", "halaman tidak punya <title>")
        if not self.metas.get("description", "").strip():
            self.fault("deskripsi-kosong", 'halaman tidak punya <meta name="description">')
        if not _begins_with_policy(parser):
            self.fault("kebijakan-tidak-ada", "kebijakan keamanan bukan hal pertama di dalam <head>")
        ids = Counter(self.ids)
        for name, count in ids.items():
            if count > 1 or len(name.split()) != 1:
                self.fault("id-ganda", f"id {_short(name)!r} dipakai {count} kali, kosong, atau memuat spasi")
        references = self.references | {place[1:] for place in self.places if place.startswith("#")}
        for name in references - ids.keys():
            self.fault("jangkar-putus", f"tidak ada id {_short(name)!r} di halaman ini")


def _begins_with_policy(parser: LexborHTMLParser) -> bool:
    head = parser.head
    first = None if head is None else next(head.iter(include_text=False), None)
    if first is None or first.tag != "meta":
        return False
    return (first.attributes.get("http-equiv") or "").strip().lower() == "content-security-policy"


def _short(text: str) -> str:
    return text if len(text) <= _MAX_SHOWN else text[: _MAX_SHOWN - 1] + "…"


_SPECIAL: dict[str, Callable[[_Walk, LexborNode], None]] = {
    "script": _Walk.visit_script,
    "title": _Walk.visit_title,
    "meta": _Walk.visit_meta,
    "img": _Walk.visit_image,
    "template": _Walk.visit_template,
    **dict.fromkeys(_ONCE, _Walk.visit_once),
}
