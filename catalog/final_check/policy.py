"""The content security policy a page carries, judged source by source.

The check knows for itself what may be allowed and does not ask the part that writes the policy: a fault there, or a
page that slipped past it, must be seen here.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

_AT_MOST: dict[str, frozenset[str]] = {
    "default-src": frozenset({"'none'"}),
    "script-src": frozenset({"'self'", "'wasm-unsafe-eval'"}),
    "style-src": frozenset({"'self'"}),
    "img-src": frozenset({"'self'", "data:", "blob:"}),
    "font-src": frozenset({"'self'"}),
    "connect-src": frozenset({"'self'"}),
    "worker-src": frozenset({"'self'"}),
    "manifest-src": frozenset({"'self'"}),
    "base-uri": frozenset({"'none'"}),
    "form-action": frozenset({"'self'", "'none'"}),
    "object-src": frozenset({"'none'"}),
    "frame-src": frozenset({"'none'"}),
    "media-src": frozenset({"'self'", "'none'"}),
    "upgrade-insecure-requests": frozenset(),
}
# Directives that default-src does not stand in for, and the two without which the rest is worth little.
_REQUIRED = ("default-src", "script-src", "base-uri", "form-action")


@lru_cache(maxsize=64)
def loose_places(policy: str, allowed_script_hashes: frozenset[str]) -> tuple[str, ...]:
    """Return what a policy lacks or allows too much, as sentences; empty for a policy that is strict enough."""
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)  # browsers take the first of two
    return tuple(_loose(directives, allowed_script_hashes))


def _loose(directives: dict[str, list[str]], hashes: frozenset[str]) -> Iterator[str]:
    for name in _REQUIRED:
        if name not in directives:
            yield f"kebijakan keamanan halaman tidak memuat {name}"
    for name, sources in directives.items():
        allowed = _AT_MOST.get(name)
        if allowed is None:
            yield f"kebijakan keamanan halaman memuat {name} yang tidak dikenal"
            continue
        if name == "script-src":
            allowed = allowed | {f"'{digest}'" for digest in hashes}
        for source in sources:
            if source not in allowed:
                yield f"kebijakan keamanan halaman mengizinkan {source} pada {name}"
