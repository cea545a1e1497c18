"""Pictures of every type of page for people to look at; not a test.

Usage, from the repository's root: ``python -m tests.browser.screenshots FOLDER [NAME …]``
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path
from typing import Literal

if __package__ in (None, ""):  # started by its path
    sys.path.insert(0, str(Path(__file__).resolve().parents[2]))
    __package__ = "tests.browser"
    import tests.browser  # noqa: F401

from .building import ROOT, build
from .chromium import Visitor, running_chromium
from .page_types import choose_addresses
from .serving import serve

WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def take_pictures(out: Path, wanted: set[str]) -> int:
    """Write ``<type>-<width>-<scheme>.png`` for the wanted types of page, all if none is named; return how many."""
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    with tempfile.TemporaryDirectory() as scratch:
        site = build(ROOT / "innovations", Path(scratch))
        chosen = {name: where for name, where in choose_addresses(site).items() if not wanted or name in wanted}
        with serve(site.folder) as server, running_chromium() as browser:
            visitor = Visitor(browser, server.address)
            for name, where in chosen.items():
                page = visitor.go(where)
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    for scheme in SCHEMES:
                        page.emulate_media(color_scheme=scheme)
                        page.screenshot(path=out / f"{name}-{width}-{scheme}.png", full_page=True)
                        count += 1
    return count


def main() -> None:
    """Read the folder and the names of page types from the command line."""
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    print(f"{take_pictures(Path(sys.argv[1]), set(sys.argv[2:]))} pictures in {sys.argv[1]}")


if __name__ == "__main__":
    main()
