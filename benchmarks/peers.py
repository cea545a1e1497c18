"""The site builders we compare with, set up on the same entries: MkDocs with Material, and Hugo with Pagefind."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.lists import list_pages
from benchmarks.measure import USUAL
from benchmarks.pages import MarkdownPage

_HUGO_SITE = Path(__file__).resolve().parent / "hugo"

_MKDOCS = """\
site_name: Katalog Inovasi Daerah
docs_dir: docs
theme:
  name: material
  font: false
  language: id
plugins: {plugins}
markdown_extensions: [tables]
nav:
  - Beranda: index.md
not_in_nav: |
  /inovasi/
  /daftar/
"""


@dataclass(frozen=True, slots=True)
class Command:
    """A peer's run: what is started where, and the folder in which its site then stands."""

    arguments: tuple[str, ...]
    folder: Path
    site: Path
    variables: tuple[tuple[str, str], ...] = ()


def prepare_mkdocs(pages: Sequence[MarkdownPage], folder: Path) -> None:
    """Write the pages as a MkDocs project: entries, lists and a home page; only home in the navigation.

    Packages and lists are left out of the search, as ours are.
    """
    docs = folder / "docs"
    for page in pages:
        _write(docs / "inovasi" / page.wilayah / f"{page.slug}.md", _mkdocs_page(page))
        _write(docs / "inovasi" / page.wilayah / page.slug / "paket.md", _mkdocs_package(page))
        _copy_photos(page, docs)
    for one in list_pages(pages, lambda path, page: f"{'../' * (path.count('/') + 1)}inovasi/{_address(page)}.md"):
        _write(docs / "daftar" / f"{one.path}.md", f"{_hidden(one.judul)}\n# {one.judul}\n\n{one.teks}")
    lines = [f"- [{title}](daftar/{path}.md)" for path, title in dict.fromkeys(page.daftar[0] for page in pages)]
    _write(docs / "index.md", "\n".join(["# Katalog", "", *lines]) + "\n")
    _write(folder / "tanpa-pencarian.yml", _MKDOCS.format(plugins="[]"))
    _write(folder / "dengan-pencarian.yml", _MKDOCS.format(plugins="[search: {lang: en}]"))


def mkdocs(folder: Path, with_search: bool) -> Command:
    """Return the run of MkDocs with Material, into a fresh site."""
    name = "dengan-pencarian" if with_search else "tanpa-pencarian"
    site = folder / f"situs-{name}"
    arguments = (sys.executable, "-m", "mkdocs", "build", "-q", "-f", f"{name}.yml", "-d", str(site))
    return Command(arguments, folder, site, (("NO_MKDOCS_2_WARNING", "1"),))


def prepare_hugo(pages: Sequence[MarkdownPage], folder: Path) -> None:
    """Write the pages as a Hugo project with our small theme: entries, lists and a home page."""
    shutil.copytree(_HUGO_SITE, folder)
    content = folder / "content"
    for page in pages:
        _write(content / "inovasi" / page.wilayah / f"{page.slug}.md", _hugo_page(page))
        _write(content / "paket" / page.wilayah / f"{page.slug}.md", _hugo_package(page))
        _copy_photos(page, folder / "static")
    for one in list_pages(pages, lambda path, page: f"/inovasi/{_address(page)}/"):
        head = f"---\ntitle: {json.dumps(one.judul, ensure_ascii=False)}\npaket: true\n---\n"
        _write(content / "daftar" / f"{one.path}.md", f"{head}\n{one.teks}")
    lines = [f"- [{title}](/daftar/{path}/)" for path, title in dict.fromkeys(page.daftar[0] for page in pages)]
    _write(content / "_index.md", "\n".join([_front_matter(title="Katalog"), *lines]) + "\n")


def hugo(folder: Path, processes: int) -> Command:
    """Return the run of Hugo, into a fresh site and without its cache."""
    site = folder / "situs"
    cache = folder / "tembolok"
    arguments = ("hugo", "--source", str(folder), "--destination", str(site), "--cacheDir", str(cache), "--quiet")
    return Command(arguments, folder, site, (("GOMAXPROCS", str(processes)),))


def pagefind(folder: Path, processes: int) -> Command:
    """Return the run of Pagefind's own program over the site that Hugo has made: whole texts, no filters."""
    site = folder / "situs"
    arguments = (sys.executable, "-m", "pagefind", "--site", str(site), "--force-language", "id", "--silent")
    return Command(arguments, folder, site, (("RAYON_NUM_THREADS", str(processes)),))


def hugo_is_here() -> bool:
    """True where the program ``hugo`` is installed."""
    return shutil.which("hugo") is not None


def environment(command: Command) -> dict[str, str]:
    """Return the environment of a peer's run."""
    return {**USUAL, **dict(command.variables)}


def _mkdocs_page(page: MarkdownPage) -> str:
    head = _front_matter(title=page.judul, description=page.keterangan)
    return f"{head}\n# {page.judul}\n\n{page.teks}{_photos(page, f'{page.slug}/')}"


def _hugo_page(page: MarkdownPage) -> str:
    return f"{_front_matter(title=page.judul, description=page.keterangan)}\n{page.teks}{_photos(page, '')}"


def _mkdocs_package(page: MarkdownPage) -> str:
    return f"{_hidden(f'Paket {page.judul}')}\n# Paket {page.judul}\n\n{page.paket}"


def _hidden(title: str) -> str:
    """Front matter of a page that Material's search leaves out."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\nsearch:\n  exclude: true\n---\n"


def _address(page: MarkdownPage) -> str:
    return f"{page.wilayah}/{page.slug}"


def _hugo_package(page: MarkdownPage) -> str:
    return f"---\ntitle: {_title(page)}\npaket: true\n---\n\n{page.paket}"


def _title(page: MarkdownPage) -> str:
    return json.dumps(f"Paket {page.judul}", ensure_ascii=False)


def _photos(page: MarkdownPage, folder: str) -> str:
    return "".join(f"\n![{alt}]({folder}{file.name})\n" for file, alt in page.foto)


def _copy_photos(page: MarkdownPage, root: Path) -> None:
    """Put the photos beside the page's address, as they are: no peer makes smaller ones."""
    for file, _ in page.foto:
        target = root / "inovasi" / page.wilayah / page.slug / file.name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target)


def _front_matter(**values: str) -> str:
    """Return YAML front matter; a text in JSON is a text in YAML."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items()]
    return "\n".join(["---", *lines, "---"]) + "\n"


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
