"""What a build begins with, beside the loading of its programs: the lock, a look at the data and at the last releases.

It imports little itself: whatever it begins has half a second before the rest of the build asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from catalog.berdampingan import beside
from catalog.bersama import Bersama, compare_releases
from catalog.inputs import Inputs
from catalog.isi import Listing, listing_beside
from catalog.publish import build_lock, public_release, refuse_real_site
from catalog.tembolok import FOLDER


@dataclass(frozen=True, slots=True)
class Begun:
    """A build that has begun: what it is made from and where.

    ``listing`` waits for what lies in the folder of the data, ``shared`` for the comparison of the last two releases:
    made beside other work, and each is asked once.
    """

    inputs: Inputs
    site: Path
    listing: Listing
    shared: Callable[[], Bersama]


@contextmanager
def begin_build(inputs: Inputs, site: Path) -> Iterator[Begun]:
    """Keep other builds from running while the block does, and give what it starts from.

    Raises:
        PublishError: another build is running, or ``site`` is not a link.
    """
    with build_lock(site.parent):
        refuse_real_site(site)
        compare = partial(compare_releases, site.parent, public_release(site))
        with listing_beside(inputs.innovations, (site.parent / FOLDER).is_dir()) as listing, beside(compare) as shared:
            yield Begun(inputs, site, listing, shared)
