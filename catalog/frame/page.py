"""One generated page, as every page maker hands it to the frame: an address, its head and its body."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Beside = Callable[[], Iterable[tuple[str, bytes]]]
"""Makes path and bytes of the files that are published with a page."""


def no_files() -> tuple[()]:
    """Make none: most pages stand alone."""
    return ()


def base_of(path: str) -> str:
    """Return the relative prefix from a page to the site's root: './' on the home page, else '../' once per folder."""
    return "../" * path.count("/") or "./"


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be poured. ``path`` is '' (home) or ends with '/'; ``title`` and ``description`` are plain text.

    ``body`` is HTML that goes inside ``<main id="isi">`` and is trusted: whoever made it has escaped it.
    ``section`` is the menu item that is current, ``scripts`` names our scripts under assets/. ``moved_to`` is
    the path of the page to which this old address leads, by itself and at once. ``head`` is HTML that goes at the end
    of ``<head>`` and is trusted like ``body``. ``bingkai`` is 'cetak' for a page made for paper: no menu, no script.
    ``beside`` makes (path below the site's root, bytes) of the files that are published with the page. It uses no
    template: when only templates change, these files are taken over.
    """

    path: str
    title: str
    description: str
    body: str
    section: str = ""
    scripts: tuple[str, ...] = ()
    moved_to: str = ""
    head: str = ""
    bingkai: str = ""
    beside: Beside = field(default=no_files, compare=False)

    @property
    def depth(self) -> int:
        """Folders between the site's root and this page: 0 for the home page."""
        return self.path.count("/")

    @property
    def base(self) -> str:
        """Relative prefix to the site's root: './' on the home page, else '../' once per folder."""
        return base_of(self.path)
