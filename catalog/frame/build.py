"""MkDocs run once over ``content/`` and one hidden frame page per folder depth; what it made becomes a ``Frame``."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from catalog.frame.policy import INLINE_SCRIPT_HASHES, content_security_policy
from catalog.frame.pour import MENU, Frame, FrameText, split_frame, split_print_frame
from catalog.frame.scripts import Script, hash_scripts, hashed_name, without_comments
from catalog.frame.stylesheet import build_stylesheet, minify
from catalog.settings import CONFIG_FILE, Settings

DEPTHS = 5
"""Frames for pages in 0 to 4 folders; an entry lies in 3."""

_FRAME_FOLDER = "bingkai-katalog"
_FRAME_PAGE = "---\ntitle: bingkai\nbingkai: true\n---\n"
_OWN_SCRIPT = "kerangka.js"
_CONTENT_FILES = frozenset({".webp", ".png", ".jpg", ".jpeg"})


class FrameError(RuntimeError):
    """``content/`` or ``theme/`` holds something the frame cannot be made from; the message is in Indonesian."""


def build_frame(root: Path, workdir: Path, settings: Settings) -> Frame:
    """Render the handwritten pages and the frames of the catalogue under ``root``.

    ``workdir`` is scratch: its folders ``naskah`` and ``situs`` are wiped first.
    The same sources give the same bytes: nothing of the clock reaches what is collected.

    Raises:
        FrameError: ``content/`` holds a home page, a symbolic link, or a file of a kind that is not published.
    """
    docs, site = workdir / "naskah", workdir / "situs"
    _fresh(docs, site)
    handwritten = _copy_content(root / "content", docs)
    _write_frame_pages(docs)
    assets, scripts, names = _own_assets(root / "theme" / "assets")
    _run_mkdocs(root, docs, site, settings, names)
    assets |= {path: (docs / path).read_bytes() for path in handwritten if not path.endswith(".md")}
    return Frame(
        settings=settings,
        frames=tuple(_read_frame(site, depth) for depth in range(DEPTHS)),
        cetak=_read_print_frame(root / "theme" / "cetak.html", names),
        handwritten=_collect_pages(site, handwritten),
        assets=dict(sorted(assets.items())),
        not_found=(site / "404.html").read_bytes(),
        scripts={name: (script.file, script.needs) for name, script in scripts.items()},
        script_hashes=INLINE_SCRIPT_HASHES,
    )


def _fresh(*folders: Path) -> None:
    for folder in folders:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)


def _copy_content(content: Path, docs: Path) -> tuple[str, ...]:
    """Copy the handwritten sources; gives their relative paths, sorted. MkDocs would follow symbolic links: refused."""
    copied = []
    for path in sorted(content.rglob("*")):
        name = path.relative_to(content).as_posix()
        if path.is_symlink():
            raise FrameError(f"content/{name} adalah tautan simbolik; salin berkasnya ke folder ini.")
        if path.is_dir():
            continue
        if path.suffix != ".md" and path.suffix.lower() not in _CONTENT_FILES:
            raise FrameError(
                f"content/{name} bukan jenis berkas yang diterbitkan (.md atau foto); pindahkan dari content/."
            )
        if name == "index.md" or name.startswith(f"{_FRAME_FOLDER}/"):
            raise FrameError(f"content/{name} memakai alamat yang dibuat oleh katalog sendiri; beri nama lain.")
        target = docs / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        copied.append(name)
    return tuple(copied)


def _frame_page(depth: int) -> str:
    """Folder of the frame page of a depth: '' or 'bingkai-katalog/d/d/'."""
    return f"{_FRAME_FOLDER}/" + "d/" * (depth - 1) if depth else ""


def _write_frame_pages(docs: Path) -> None:
    for depth in range(DEPTHS):
        folder = docs / _frame_page(depth)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "index.md").write_text(_FRAME_PAGE, encoding="utf-8")


def _read_frame(site: Path, depth: int) -> tuple[FrameText, FrameText]:
    return split_frame((site / _frame_page(depth) / "index.html").read_text(encoding="utf-8"))


def _read_print_frame(template: Path, names: dict[str, str]) -> FrameText:
    """The small frame of pages for paper; MkDocs has no part in it."""
    html = template.read_text(encoding="utf-8")
    for name in (
        "berkas_cetak",
        "berkas_tanda",
    ):  # without an icon, browsers ask for one that is not there
        html = html.replace(f"{{{{ {name} }}}}", names[name])
    return split_print_frame(html)


def _collect_pages(site: Path, sources: tuple[str, ...]) -> dict[str, bytes]:
    pages = {}
    for source in sources:
        if source.endswith(".md"):
            stem = source.removesuffix(".md").removesuffix("/index")
            pages[f"{stem}/index.html"] = (site / stem / "index.html").read_bytes()
    return dict(sorted(pages.items()))


def _own_assets(folder: Path) -> tuple[dict[str, bytes], dict[str, Script], dict[str, str]]:
    """Return (published assets, scripts by name, places the theme asks for), all with content-hashed file names."""
    style = build_stylesheet(folder / "css" / "katalog.css").encode("utf-8")
    paper = minify((folder / "css" / "cetak.css").read_text(encoding="utf-8")).encode("utf-8")
    mark = (folder / "tanda.svg").read_bytes()
    foreign = {path.stem for path in (folder / "js" / "lisensi").glob("*")}  # libraries are published as they came
    scripts = hash_scripts(
        {
            path.name: path.read_bytes() if path.stem in foreign else without_comments(path.read_bytes())
            for path in sorted((folder / "js").glob("*.js"))
        }
    )
    names = {
        "berkas_gaya": "assets/" + hashed_name("katalog.css", style),
        "berkas_cetak": "assets/" + hashed_name("cetak.css", paper),
        "berkas_tanda": "assets/" + hashed_name("tanda.svg", mark),
        "berkas_kerangka": "assets/" + scripts[_OWN_SCRIPT].file,
        "berkas_keranjang": "assets/" + scripts["keranjang.js"].file,
    }
    assets = {names["berkas_gaya"]: style, names["berkas_cetak"]: paper, names["berkas_tanda"]: mark}
    assets |= {f"assets/{script.file}": script.data for script in scripts.values()}
    return assets, scripts, names


def _run_mkdocs(root: Path, docs: Path, site: Path, settings: Settings, names: dict[str, str]) -> None:
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    with _quiet_mkdocs():
        config = load_config(
            config_file=str(root / CONFIG_FILE),
            docs_dir=str(docs),
            site_dir=str(site),
            site_name=settings.nama_katalog,
            site_url=settings.site_url,
        )
        config.extra.update(
            names,
            nama_katalog=settings.nama_katalog,
            laporan={"surel": settings.surel, "whatsapp": settings.whatsapp},
            repositori=settings.repositori,
            menu=MENU,
            kebijakan=content_security_policy(),
        )
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()


@contextmanager
def _quiet_mkdocs() -> Iterator[None]:
    """Let only MkDocs' errors through: its warnings are about links to pages it does not build."""
    log = logging.getLogger("mkdocs")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)
