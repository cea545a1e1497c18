"""Addresses as a browser would read them: inside the site, outside it, or not allowed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

LINK_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_PLAIN_OUTSIDE = re.compile(r"https?://[a-z0-9.-]+(?:[/?#]|$)")
"""The usual address of another site, where nothing is left to doubt."""
_PLAIN_INSIDE = re.compile(
    r"(?P<naik>(?:\.\./)*)(?P<folder>(?:[a-z0-9-]+/)*)(?P<berkas>[a-z0-9-]+(?:\.[a-z0-9]+)+)?"
    r"(?:\?[a-z0-9/=&-]*)?(?P<jangkar>#[a-z0-9-]+)?"
)
"""The usual address of a place on the site: up some folders, down others, nothing that is written in a special way."""
_ALIKE_ANYWHERE = ("#", "https:", "http:")
"""Beginnings of addresses that mean the same on every page: an anchor on it, another site."""
_UNSAFE = re.compile(r"[\x00-\x20\x7f\\]")


class Address(NamedTuple):
    """``jenis`` is ``dalam``, ``luar``, ``data`` or ``terlarang``; ``tujuan`` is file and anchor of an inner one."""

    jenis: str
    tujuan: str = ""


FORBIDDEN = Address("terlarang")
_OUTSIDE = Address("luar")


def read_address(written: str, folder: str, root_path: str) -> Address:
    """Return where an address on a page in ``folder`` leads. ``folder`` is '' or ends with '/'.

    ``root_path`` is the path under which the site is served ('/'), for addresses that begin with a slash. An anchor
    on the same page keeps an empty file name: ``#isi``.
    """
    plain = _PLAIN_INSIDE.fullmatch(written)
    if plain:
        up, down, file, anchor = plain.groups()
        above = _folders_above(folder)
        if (up or down or file) and 3 * len(above) > len(up) and anchor != "#top":
            return Address("dalam", f"{above[len(up) // 3]}{down}{file or 'index.html'}{anchor or ''}")
    elif _PLAIN_OUTSIDE.match(written) and not _UNSAFE.search(written):
        return _OUTSIDE
    return _read(written, folder, root_path)


@lru_cache(maxsize=16)
def _folders_above(folder: str) -> tuple[str, ...]:
    """Return the folder, the one above it, and so on to the root, which is ''."""
    steps = folder.split("/")[:-1]
    return tuple("".join(f"{step}/" for step in steps[:depth]) for depth in range(len(steps), -1, -1))


def leads_alike(written: str, folder: str) -> bool:
    """True for an address that means the same in every folder as deep as this one."""
    return written.startswith(_ALIKE_ANYWHERE) or climbs(written, folder)


def climbs(written: str, folder: str) -> bool:
    """True for an address that climbs to the site's root first."""
    to_root = "../" * folder.count("/")
    return to_root != "" and written.startswith(to_root) and written[len(to_root) :][:1] not in tuple("./#?")


class KnownPlaces(NamedTuple):
    """Addresses that mean the same in every folder of one depth, with their places: of ``links``, '' where it lies
    outside the site; of what a page ``loads``, which never does.
    """

    links: dict[str | None, str]
    loads: dict[str | None, str]


_known: dict[tuple[int, str], KnownPlaces] = {}
_MOST_KNOWN = 20_000


def known_places(folder: str, root_path: str) -> KnownPlaces:
    """Return the addresses that are known already in folders as deep as this one, to be added to.

    The pages of a site mostly lead to the same places; a lookup here is all that such an address costs the second time.
    """
    known = _known.setdefault((folder.count("/"), root_path), KnownPlaces({}, {}))
    for found in known:
        if len(found) > _MOST_KNOWN:
            found.clear()
    return known


def _read(written: str, folder: str, root_path: str) -> Address:
    """Return the same for an address of any kind."""
    if _UNSAFE.search(written):
        return FORBIDDEN
    scheme = _SCHEME.match(written)
    if scheme:
        return _read_absolute(written, scheme.group(1).lower())
    if written.startswith("//"):
        return FORBIDDEN
    path, _, anchor = written.partition("#")
    path = path.partition("?")[0]
    anchor = f"#{unquote(anchor)}" if anchor and anchor != "top" else ""
    if not path:
        return Address("dalam", anchor)
    file = _file_of(unquote(path), folder, root_path)
    return FORBIDDEN if file is None else Address("dalam", file + anchor)


def _read_absolute(written: str, scheme: str) -> Address:
    if scheme == "data":
        return Address("data") if re.match(r"data:image/(?:png|jpeg|webp|gif);base64,", written) else FORBIDDEN
    if scheme not in LINK_SCHEMES:
        return FORBIDDEN
    if scheme in ("http", "https") and not _PLAIN_OUTSIDE.match(written):
        try:
            parts = urlsplit(written)
        except ValueError:
            return FORBIDDEN
        if not parts.hostname or "@" in parts.netloc:
            return FORBIDDEN
    return _OUTSIDE


def _file_of(path: str, folder: str, root_path: str) -> str | None:
    """Return the file a path leads to, None when it leaves the site. A folder leads to its ``index.html``."""
    if path.startswith("/"):
        if not path.startswith(root_path):
            return None
        folder, path = "", path[len(root_path) :]
    steps = folder.split("/")[:-1]
    *folders, last = path.split("/")
    for step in [*folders, last] if last in (".", "..") else folders:
        if step == "..":
            if not steps:
                return None
            steps.pop()
        elif step not in (".", ""):
            steps.append(step)
    name = "index.html" if last in ("", ".", "..") else last
    return "/".join([*steps, name])
