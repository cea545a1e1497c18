"""A real build of the site in a scratch folder, by the product's own ``build_site``."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalog.build import build_site
from catalog.catalog import Catalog
from catalog.inputs import Inputs
from catalog.problems import format_text
from catalog.settings import Settings, read_settings

ROOT = Path(__file__).resolve().parents[2]
_EPOCH = "1795305600"
"""22 November 2026: the day by which pages that speak of age count."""

_READ_BESIDE_THE_DATA = ("content", "theme", "vocabularies", "mkdocs.yml")


@dataclass(frozen=True, slots=True)
class Site:
    """A built site: its folder, and the catalogue it was made of."""

    folder: Path
    catalog: Catalog
    settings: Settings

    def addresses(self) -> list[str]:
        """Every page's address below the site's root (the home page's is ''), sorted; without ``404.html``."""
        folders = (page.parent.relative_to(self.folder).as_posix() for page in self.folder.rglob("index.html"))
        return sorted("" if folder == "." else f"{folder}/" for folder in folders)

    def html(self, address: str) -> str:
        """The text of a page."""
        return (self.folder / address.strip("/") / "index.html").read_text(encoding="utf-8")


def build(innovations: Path, scratch: Path) -> Site:
    """Build the whole site of these innovations below ``scratch``; nothing is written into the repository.

    Raises:
        AssertionError: the build stopped; the message holds every reason.
    """
    root = scratch / "katalog"
    root.mkdir(parents=True)
    for name in _READ_BESIDE_THE_DATA:
        source = ROOT / name
        shutil.copytree(source, root / name) if source.is_dir() else shutil.copy(source, root / name)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", _EPOCH)
        result = build_site(Inputs(root, innovations.absolute()), scratch / "site")
    problems = [format_text(p) for p in result.loaded.problems if p.is_error]
    faults = [f"{fault.berkas}: [{fault.aturan}] {fault.rincian}" for fault in result.faults]
    assert result.published, "\n".join(["the site was not built", *problems, *faults])
    return Site((scratch / "site").resolve(), result.loaded.catalog, read_settings(root))
