"""Own scripts under content-hashed names, with the imports between them rewritten to those names."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

_IMPORT = re.compile(rb"(\bfrom\s*|\bimport\s*(?:(?P<later>\()\s*)?)(['\"])\./([\w.-]+\.js)\3")
"""``import … from './a.js'``, ``import './a.js'``, and ``import('./a.js')``: fetched only when it is come to."""


COMMENT_LINES = re.compile(rb"^[ \t]*(?://[^\n]*|/\*\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
"""``// …`` and ``/** … */`` where they have their lines to themselves."""


@dataclass(frozen=True, slots=True)
class Script:
    """A script as it is published: ``file`` is its hashed name, ``needs`` those of all it imports, directly or not,
    without what it imports only when it is come to (``import()``).
    """

    file: str
    data: bytes
    needs: tuple[str, ...]


def hash_scripts(sources: Mapping[str, bytes]) -> dict[str, Script]:
    """Return name → published script, sorted by name; a changed import changes the names of all that import it.

    Raises:
        ValueError: a script imports one that does not exist, or scripts import each other in a circle.
    """
    imports = {name: _imported(name, data, sources) for name, data in sources.items()}
    try:
        order = tuple(TopologicalSorter(imports).static_order())
    except CycleError as error:
        raise ValueError(f"scripts import each other in a circle: {' → '.join(error.args[1])}") from error
    done: dict[str, Script] = {}
    for name in order:
        data = _rewritten(sources[name], done)
        at_once = _imported(name, sources[name], sources, later=False)
        needs = {file for other in at_once for file in (done[other].file, *done[other].needs)}
        done[name] = Script(hashed_name(name, data), data, tuple(sorted(needs)))
    return dict(sorted(done.items()))


def without_comments(data: bytes) -> bytes:
    """Return a script of ours without its lines of comment: a fifth of what would travel. The rest stays as written.

    No line of a text may look like one; a test looks at every script.
    """
    return COMMENT_LINES.sub(b"", data)


def hashed_name(name: str, data: bytes) -> str:
    """Return ``katalog.css`` as ``katalog.<10 hex digits>.css``."""
    stem, _, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}.{suffix}"


def _imported(name: str, data: bytes, sources: Mapping[str, bytes], *, later: bool = True) -> set[str]:
    found = {match[4].decode() for match in _IMPORT.finditer(data) if later or not match["later"]}
    missing = sorted(found - set(sources))
    if missing:
        raise ValueError(f"{name} imports {', '.join(missing)}, which is not among the scripts")
    return found


def _rewritten(data: bytes, done: Mapping[str, Script]) -> bytes:
    return _IMPORT.sub(lambda m: m[1] + m[3] + b"./" + done[m[4].decode()].file.encode() + m[3], data)
