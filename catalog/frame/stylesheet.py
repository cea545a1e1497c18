"""The one stylesheet of the site: what our pages can use of Material's, in a cascade layer, then ``katalog.css``.

Material 9.8.1 ships 22.6 KB (gzip) of rules, most for its own header, drawer, search, tabs and code tools, none of
which exist here. Pruning leaves 3 KB: its typography, tables, code, quotes and admonitions. Its palette file is not
needed: every colour it would set is a custom property that ``katalog.css`` sets for both colour schemes.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import tinycss2

KEPT_CLASSES = frozenset({"md-typeset", "admonition", "admonition-title", "note", "warning", "tip"})
"""Classes of Material that pages use; a selector naming any other class cannot match and goes."""

_ELEMENTS = """
    html body a abbr aside blockquote button code dd div dl dt em figcaption figure h1 h2 h3 h4 header hr img input
    li ol p pre small strong sub sup svg table tbody td th thead tr ul
"""
KEPT_ELEMENTS = frozenset(_ELEMENTS.split())
"""Elements styled by Material that pages use; not ``details`` and ``summary``: ours are plain folds, not boxes."""

KEPT_ATTRIBUTES = frozenset({"dir", "hidden", "type", "class", "align"})

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")
_CUSTOM_PROPERTY = re.compile(r"(--[\w-]+)\s*:")
_LAYER = "material"


def material_stylesheet() -> Path:
    """Return the path of the installed Material's main stylesheet.

    Raises:
        FileNotFoundError: Material is not installed, or has not exactly one main stylesheet.
    """
    spec = importlib.util.find_spec("material")
    folder = Path(next(iter(spec.submodule_search_locations or ()))) if spec else Path()
    found = sorted((folder / "templates/assets/stylesheets").glob("main.*.min.css"))
    if len(found) != 1:
        raise FileNotFoundError(f"expected one main.*.min.css of Material under {folder}, found {len(found)}")
    return found[0]


def build_stylesheet(own_css: Path, material_css: Path | None = None) -> str:
    """Return the whole minified stylesheet of the site; same inputs give the same bytes."""
    material = (material_css or material_stylesheet()).read_text(encoding="utf-8")
    return _build(material, own_css.read_text(encoding="utf-8"))


@lru_cache(maxsize=4)
def _build(material: str, own: str) -> str:
    own_small = minify(own)
    kept = prune(material, used_elsewhere=own_small)
    return f"@layer {_LAYER}{{{kept}}}\n{own_small}\n"


def prune(css: str, *, used_elsewhere: str = "") -> str:
    """Keep only the rules of ``css`` whose selectors can match our pages, and the custom properties they use.

    ``used_elsewhere`` is CSS that comes after: properties it reads stay, properties it sets itself go.
    """
    kept = "".join(_kept_rules(_parse(css)))
    return _drop_unused_properties(kept, used_elsewhere)


def minify(css: str) -> str:
    """Return ``css`` without comments and needless white space."""
    return "".join(_small_rule(node) for node in _parse(css))


def _parse(css: str) -> list[Any]:
    return list(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _kept_rules(nodes: Iterable[Any]) -> Iterator[str]:
    for node in nodes:
        if node.type == "qualified-rule":
            selectors = [s for s in _split_selectors(node.prelude) if can_match(s)]
            if selectors:
                yield ",".join(_small(s) for s in selectors) + "{" + _small_declarations(node.content) + "}"
        elif node.type == "at-rule" and node.lower_at_keyword in ("media", "supports") and node.content is not None:
            inner = "".join(_kept_rules(_nested(node.content)))
            if inner:
                yield f"@{node.lower_at_keyword} {_small(node.prelude)}{{{inner}}}"


def _split_selectors(prelude: list[Any]) -> list[list[Any]]:
    selectors: list[list[Any]] = [[]]
    for component in prelude:
        if component == ",":
            selectors.append([])
        else:
            selectors[-1].append(component)
    return selectors


def can_match(selector: list[Any]) -> bool:
    """Tell whether a selector (tinycss2 tokens) names only elements, classes and attributes our pages have."""
    before = ""
    for token in selector:
        if token.type == "hash" or (token.type == "[] block" and not _is_kept_attribute(token)):
            return False
        if token.type == "ident" and before == "." and token.value not in KEPT_CLASSES:
            return False
        if token.type == "ident" and before not in (".", ":") and token.lower_value not in KEPT_ELEMENTS:
            return False
        if token.type == "function" and token.lower_name != "not" and not _some_argument_matches(token):
            return False
        before = token.value if token.type == "literal" else ""
    return True


def _some_argument_matches(token: Any) -> bool:
    if token.lower_name not in ("is", "where", "has"):
        return True
    return any(can_match(argument) for argument in _split_selectors(token.arguments))


def _is_kept_attribute(block: Any) -> bool:
    names = [token.value for token in block.content if token.type in ("ident", "string")]
    return bool(names) and names[0] in KEPT_ATTRIBUTES and "rtl" not in names


def _drop_unused_properties(css: str, used_elsewhere: str) -> str:
    own = set(_CUSTOM_PROPERTY.findall(used_elsewhere))
    while True:
        wanted = set(_VARIABLE.findall(css + used_elsewhere)) - own
        smaller = "".join(_without_properties(node, wanted) for node in _parse(css))
        if smaller == css:
            return css
        css = smaller


def _without_properties(node: Any, wanted: set[str]) -> str:
    if node.type == "at-rule":
        inner = "".join(_without_properties(child, wanted) for child in _nested(node.content))
        return f"@{node.lower_at_keyword} {_small(node.prelude)}{{{inner}}}" if inner else ""
    declarations = [
        text
        for declaration in _declarations(node.content)
        if not declaration.name.startswith("--") or declaration.name in wanted
        for text in [_small_declaration(declaration)]
    ]
    return _small(node.prelude) + "{" + ";".join(declarations) + "}" if declarations else ""


def _small_rule(node: Any) -> str:
    if node.type == "qualified-rule":
        return _small(node.prelude) + "{" + _small_declarations(node.content) + "}"
    if node.type != "at-rule":
        raise ValueError(f"cannot minify {node.type} at line {node.source_line}: {getattr(node, 'message', '')}")
    head = f"@{node.lower_at_keyword} {_small(node.prelude)}".rstrip()
    if node.content is None:
        return head + ";"
    if node.lower_at_keyword in ("page", "font-face"):
        return head + "{" + _small(node.content) + "}"
    return head + "{" + "".join(_small_rule(child) for child in _nested(node.content)) + "}"


def _nested(content: list[Any]) -> list[Any]:
    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def _declarations(content: list[Any]) -> list[Any]:
    nodes = tinycss2.parse_blocks_contents(content, skip_comments=True, skip_whitespace=True)
    wrong = [node for node in nodes if node.type != "declaration"]
    if wrong:
        raise ValueError(
            f"cannot read a declaration at line {wrong[0].source_line}: {getattr(wrong[0], 'message', wrong[0].type)}"
        )
    return list(nodes)


def _small_declarations(content: list[Any]) -> str:
    return ";".join(_small_declaration(declaration) for declaration in _declarations(content))


def _small_declaration(declaration: Any) -> str:
    value = _small(declaration.value)
    return f"{declaration.name}:{value}" + ("!important" if declaration.important else "")


def _small(tokens: list[Any]) -> str:
    """Serialise component values: comments gone, white space single, none around commas."""
    parts: list[str] = []
    for token in tokens:
        if token.type == "comment":
            continue
        text = " " if token.type == "whitespace" else _serialize(token)
        if text == " " and (not parts or parts[-1] in (" ", ",", ";", "{")):
            continue
        if text in (",", ";") and parts and parts[-1] == " ":
            parts.pop()
        parts.append(text)
    return "".join(parts).strip()


def _serialize(token: Any) -> str:
    if token.type == "function":
        return f"{token.name}({_small(token.arguments)})"
    if token.type == "() block":
        return f"({_small(token.content)})"
    if token.type == "{} block":
        return "{" + _small(token.content) + "}"
    return str(token.serialize())
