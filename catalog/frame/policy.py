"""The content security policy every page carries as the first thing in its head."""

from __future__ import annotations

INLINE_SCRIPT_HASHES: tuple[str, ...] = ()
"""Allowlist of inline scripts as ``sha256-…``: none. Kept by hand, so that an injected script never adds itself."""


def content_security_policy(hashes: tuple[str, ...] = INLINE_SCRIPT_HASHES) -> str:
    """Return the policy on one line.

    ``wasm-unsafe-eval`` is for Pagefind's engine, ``data:`` for the small icons in the stylesheet.
    """
    scripts = " ".join(["'self'", "'wasm-unsafe-eval'", *(f"'{digest}'" for digest in hashes)])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'; "
        "object-src 'none'"
    )
