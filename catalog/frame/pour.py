"""A page body poured into the frame: pure string assembly over segments that were split once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import escape

from catalog.frame.page import Page
from catalog.settings import Settings

MENU: tuple[tuple[str, str], ...] = (
    ("jelajah", "Jelajah"),
    ("masalah", "Masalah"),
    ("wilayah", "Wilayah"),
    ("urusan", "Urusan"),
    ("statistik", "Statistik"),
    ("data", "Data"),
    ("tentang", "Tentang"),
)
"""The menu: folder under the site's root, and its word. A part is listed only once its pages exist."""

PAGES_WITH_OWN_SEARCH = frozenset({"", "jelajah/"})
"""Pages that bring their own search form; the header's is left out there."""

_TOKEN = re.compile(r"\[\[\[([a-z-]+)\]\]\]")
_HEADER_SEARCH = re.compile(r"\[\[\[cari-buka\]\]\].*?\[\[\[cari-tutup\]\]\]", re.DOTALL)
_SEARCH_MARKS = re.compile(r"\[\[\[cari-(?:buka|tutup)\]\]\]")
_TOKENS = frozenset(
    {"judul", "keterangan", "kanonis", "skrip", "kepala", "isi", "laporan", "laporan-url", "subjek-url"}
    | {"kini-beranda", "dasar"}
    | {f"kini-{key}" for key, _ in MENU}
)

_DESCRIPTION = '<meta property="og:description" name="description" content="{}">\n'
"""One tag for search engines and for the card of a pasted link, which want the same sentence."""


@dataclass(frozen=True, slots=True)
class FrameText:
    """One frame, split at its tokens: ``parts`` alternates text and places, ``places`` names the token of each."""

    parts: tuple[str, ...]
    places: tuple[tuple[int, str], ...]

    def filled(self, values: dict[str, str]) -> str:
        """Return the page with each token's value in its place; a token without a value stays empty."""
        parts = list(self.parts)
        for index, token in self.places:
            parts[index] = values.get(token, "")
        return "".join(parts)


def split_frame(html: str) -> tuple[FrameText, FrameText]:
    """Split a rendered frame into (with the header's search form, without it).

    Raises:
        ValueError: the frame names a token that ``pour`` does not know; our bug in the theme.
    """
    return _split(_SEARCH_MARKS.sub("", html)), _split(_HEADER_SEARCH.sub("", html))


def split_print_frame(html: str) -> FrameText:
    """Split ``theme/cetak.html``, whose places are judul, keterangan, kepala (of its policy), skrip, isi, and dasar.

    Raises:
        ValueError: it names another place; our bug in the theme.
    """
    return _split(html)


def _split(html: str) -> FrameText:
    pieces = _TOKEN.split(html)
    tokens = pieces[1::2]
    unknown = sorted(set(tokens) - _TOKENS)
    if unknown or "isi" not in tokens:
        raise ValueError(f"the frame has unknown tokens {unknown} or no place for the body")
    parts = tuple("" if index % 2 else piece for index, piece in enumerate(pieces))
    return FrameText(parts, tuple((2 * number + 1, token) for number, token in enumerate(tokens)))


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything MkDocs made for the site, and the frame itself. Can be pickled to worker processes."""

    settings: Settings
    frames: tuple[tuple[FrameText, FrameText], ...] = field(repr=False)
    """One per folder depth, from 0: with the header's search form, and without."""
    cetak: FrameText = field(repr=False)
    """The frame of pages for paper, for every depth."""
    handwritten: dict[str, bytes] = field(repr=False)
    """Site-relative path of a file ('tentang/privasi/index.html') → its bytes, sorted by path."""
    assets: dict[str, bytes] = field(repr=False)
    """Site-relative path ('assets/katalog.<hash>.css') → bytes, sorted by path."""
    not_found: bytes = field(repr=False)
    """``404.html``; its links are absolute from the path of ``site_url``, else from '/'."""
    scripts: dict[str, tuple[str, tuple[str, ...]]] = field(repr=False)
    """Name of a script as pages ask for it ('jelajah.js') → its hashed name under assets/, and those of its imports."""
    script_hashes: tuple[str, ...] = ()
    """Inline scripts the policy allows: the allowlist of ``policy.py``."""

    def pour(self, page: Page) -> str:
        """Return the whole HTML of a page; what goes into head and links is escaped, ``page.body`` is taken as it is.

        Raises:
            ValueError: the page lies deeper than the frames that were built.
        """
        if page.bingkai == "cetak":
            return self.cetak.filled(self._print_values(page))
        if page.depth >= len(self.frames):
            raise ValueError(f"no frame of depth {page.depth} for {page.path!r}")
        return self.frames[page.depth][page.path in PAGES_WITH_OWN_SEARCH].filled(self._values(page))

    def _values(self, page: Page) -> dict[str, str]:
        site = self.settings
        title = page.title or site.nama_katalog
        address = (site.site_url or "/") + page.path
        report = report_sentence(title, address)
        values = {
            "judul": str(escape(title if title == site.nama_katalog else f"{title} – {site.nama_katalog}")),
            "isi": page.body,
            "laporan": str(escape(report)),
            "skrip": "".join(self._script(page.base, name) for name in page.scripts),
            "kepala": page.head,
        }
        if page.description:
            values["keterangan"] = _DESCRIPTION.format(escape(page.description))
        values["kanonis"] = self._address_tags(page)
        if site.surel or site.whatsapp:
            values["laporan-url"] = quote(report)
            values["subjek-url"] = quote(f"Kekeliruan di katalog: {title}")
        current = "page" if page.path == f"{page.section}/" or not page.path else "true"
        values[f"kini-{page.section or ('' if page.path else 'beranda')}"] = f' aria-current="{current}"'
        return values

    def _print_values(self, page: Page) -> dict[str, str]:
        """Values of the print frame; its policy lets a script run, and fetch, only where the page has one."""
        shown = {"judul": str(escape(page.title)), "keterangan": str(escape(page.description))}
        scripts = "".join(self._script(page.base, name) for name in page.scripts)
        policy = " 'self';connect-src 'self'" if scripts else ""
        return {**shown, "dasar": page.base, "isi": page.body, "kepala": policy, "skrip": scripts}

    def _address_tags(self, page: Page) -> str:
        """The page's lasting address, and for an old address the way to the new one."""
        site_url = self.settings.site_url
        lasting = page.moved_to or page.path
        canonical = f'<link rel="canonical" href="{escape(site_url + lasting)}">\n' if site_url else ""
        if not page.moved_to:
            return canonical
        return f'<meta http-equiv="refresh" content="0; url={escape(page.base + page.moved_to)}">\n{canonical}'

    def _script(self, base: str, name: str) -> str:
        """A module and, so that they load side by side, its imports. An unknown name is a file of that name."""
        file, needs = self.scripts.get(name, (name, ()))
        preloads = "".join(f'<link rel="modulepreload" href="{base}assets/{need}">\n' for need in needs)
        return f'{preloads}<script type="module" src="{base}assets/{escape(file)}"></script>\n'


def report_sentence(title: str, address: str) -> str:
    """Return the prepared sentence of "Laporkan kekeliruan"; the theme writes the same one for handwritten pages."""
    return f"Saya menemukan kekeliruan pada halaman “{title}” ({address}). Yang keliru: … Yang benar: … Sumbernya: …"
