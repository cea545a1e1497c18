"""What the final check learns about the built site: values that travel between processes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True, order=True)
class SiteFault:
    """One fault of the built site: file (relative to the site, posix), permanent rule code, what was found.

    ``rincian`` is one sentence in Indonesian. Such a fault is ours or a hostile entry's, never a contributor's slip.
    """

    berkas: str
    aturan: str
    rincian: str


class PageFacts(NamedTuple):
    """What must be known of one page to check the whole site; small, because there may be 300,000 of them.

    ``ids`` are the page's ids joined by line feeds. ``tautan`` are the places it leads to inside the site, sorted:
    ``wilayah/index.html`` or ``wilayah/index.html#peta``. ``kesalahan`` are the faults of the page alone.
    """

    berkas: str
    ids: str
    tautan: tuple[str, ...]
    kesalahan: tuple[SiteFault, ...]
