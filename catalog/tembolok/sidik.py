"""Fingerprints: of a text, of a file, of the program with its closed lists, and of the site's look.

A kept value is used only under the fingerprint it was made with, so a change of code, of a library, of a closed list,
of a template or of the theme makes a build forget what depends on it. Times of files are never looked at.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

_CODE = Path(__file__).resolve().parent.parent
_PAGES = f"{_CODE}/pages/templates/"
_SEARCH = ("sinonim.yml", "urusan.yml")
"""Lists that the search index is made from: words that mean the same, and names of urusan."""
_DESCRIPTION = (".dist-info", ".egg-info")
_SIZE = 16
_ANY = 2**40


def digest(parts: Iterable[str]) -> str:
    """Return a short digest of texts in their order; ['ab', 'c'] and ['a', 'bc'] differ."""
    mark = blake2b(digest_size=_SIZE)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        mark.update(len(data).to_bytes(8, "little"))
        mark.update(data)
    return mark.hexdigest()


def file_digest(path: str, largest: int = 4_000_000) -> str:
    """Return the digest of a file's bytes; '' for what is no regular file, cannot be read at once, or is above
    ``largest``.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError:
        return ""
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode) or status.st_size > largest:
            return ""
        data = os.read(descriptor, status.st_size + 1)
        return blake2b(data, digest_size=_SIZE).hexdigest() if len(data) == status.st_size else ""
    except OSError:
        return ""
    finally:
        os.close(descriptor)


def machine_fingerprint(root: Path, apart: Collection[str] = ()) -> str:
    """Return the fingerprint of what reads, checks and computes: Python, its libraries, our code, the closed lists.

    The lists in the files ``apart`` are left out, because whoever uses them notes which terms, and so are the words
    that mean the same: only the search looks at them, and they change most often.
    """
    left_out = {*apart, "sinonim.yml"}
    code = _contents(_CODE, lambda name: name.endswith(".py"))
    lists = _contents(root / "vocabularies", lambda name: os.path.basename(name) not in left_out)  # noqa: PTH119
    return digest([sys.version, *_libraries(), *code, *lists])


def search_fingerprint(root: Path, machine: str) -> str:
    """Return the fingerprint of the search index: ``machine``, and the lists that its records are made from."""
    return digest([machine, *(file_digest(str(root / "vocabularies" / name)) for name in _SEARCH)])


def view_fingerprint(root: Path, machine: str) -> str:
    """Return the fingerprint of a page apart from what it tells: ``machine``, theme, content, settings, and what our
    documents are made with. Of the templates of pages, each page notes its own (``catalog.jejak``).
    """
    templates = _contents(_CODE, lambda name: not name.endswith((".py", ".pyc")) and not name.startswith(_PAGES))
    own = [text for folder in ("theme", "content") for text in _contents(root / folder)]
    return digest([machine, *templates, *own, file_digest(str(root / "mkdocs.yml"))])


def _libraries() -> list[str]:
    """Return name and version of every library, sorted, as the folders of their descriptions are named: reading all
    descriptions would take longer than reading our code.
    """
    found: set[str] = set()
    for place in sys.path:
        with suppress(OSError):  # an archive, or not there
            found.update(name for name in os.listdir(place or ".") if name.endswith(_DESCRIPTION))  # noqa: PTH208
    return sorted(found)


def _contents(folder: Path, wanted: Callable[[str], bool] = bool) -> Iterator[str]:
    """Yield name and digest of each wanted file below a folder, sorted by name."""
    names = sorted(
        f"{place}/{name}" for place, _, files in os.walk(folder) if not place.endswith("__pycache__") for name in files
    )
    for name in names:
        if wanted(name):
            yield os.path.relpath(name, folder)
            yield file_digest(name, _ANY)
