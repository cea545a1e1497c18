"""The one Jinja2 environment of the pages: everything escaped, a missing name is an error, Indonesian formatting.

Text of an entry is a value, never a template. Jinja2 is imported on first use, so that commands that render nothing
start fast.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from catalog.catalog import Badan
from catalog.frame.page import Beside, Page, base_of, no_files
from catalog.indonesian import (
    gabung,
    huruf_besar,
    rentang_tanggal,
    ribuan,
    rupiah,
    rupiah_ringkas,
    tanggal,
    ukuran_berkas,
)
from catalog.pages.quick_jinja import make_environment_class
from catalog.pages.rujukan import host_of

if TYPE_CHECKING:
    from jinja2 import BytecodeCache, Environment, Template
    from jinja2.bccache import Bucket

    from catalog.tembolok import Simpanan

_FOLDER = "templat"
"""Where in what is kept the compiled templates lie."""

_TEMPLATES = Path(__file__).parent / "templates"
_MACROS = (
    "komponen",
    "entri_manfaat",
    "entri_kesiapan",
    "entri_meniru",
    "entri_jejak",
    "entri_terkait",
    "entri_akhir",
    "masalah_baris",
)
"""Templates of macros that every template finds under their names: looking them up at each rendering costs more."""
_NAMED = re.compile(r"{%-?\s*(?:extends|from|import|include)\s+(?:'([^']+)'|\"([^\"]+)\"|(\S))")
_ONE_NUMBER = re.compile(r"\+?[0-9() .-]{3,30}")


def prosa(badan: Badan, bagian: str) -> Markup:
    """Return a section of a body as safe HTML."""
    return Markup(badan.prosa(bagian))  # noqa: S704  the body has it from render_markdown, where text becomes safe


def phone_link(number: str) -> Markup:
    """Return one telephone number as a link that dials; several numbers, or one with words, as plain text."""
    if not _ONE_NUMBER.fullmatch(number):
        return escape(number)
    return Markup('<a href="tel:{}">{}</a>').format(re.sub(r"[^0-9+]", "", number), number)


def whatsapp_link(number: str) -> Markup:
    """Return an office's WhatsApp number ('0812-0000-0000') as a link that opens a conversation."""
    digits = re.sub(r"\D", "", number)
    international = "62" + digits[1:] if digits.startswith("0") else digits
    return Markup('<a href="https://wa.me/{}">{}</a>').format(international, number)


used_templates: set[str] = set()
"""Templates of the pages that this process made since somebody cleared it."""


_kept: tuple[Simpanan, str] | None = None


def keep_templates(simpanan: Simpanan, fingerprint: str) -> None:
    """Keep compiled templates from now on, and take from there what was compiled before from the same text."""
    global _kept
    _kept = (simpanan, fingerprint)


@cache
def environment() -> Environment:
    """Return the environment; made once per process, templates compiled once (forked workers inherit them)."""
    from jinja2 import FileSystemLoader, StrictUndefined

    env = make_environment_class()(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_bytecode_cache(*_kept) if _kept else None,
    )
    env.filters |= {
        "tanggal": tanggal,
        "rentang_tanggal": rentang_tanggal,
        "ribuan": ribuan,
        "rupiah": rupiah,
        "rupiah_ringkas": rupiah_ringkas,
        "ukuran_berkas": ukuran_berkas,
        "huruf_besar": huruf_besar,
        "gabung": gabung,
        "host": host_of,
        "prosa": prosa,
        "telepon": phone_link,
        "whatsapp": whatsapp_link,
    }
    for name in _MACROS:
        env.globals[name] = env.get_template(f"{name}.html").module
    return env


def _bytecode_cache(simpanan: Simpanan, fingerprint: str) -> BytecodeCache:
    from jinja2 import BytecodeCache

    class KeptBytecode(BytecodeCache):
        """A bucket knows the digest of its template's text, and is not used for another."""

        def load_bytecode(self, bucket: Bucket) -> None:
            if code := simpanan.read(f"{_FOLDER}/{bucket.key}", fingerprint):
                bucket.bytecode_from_string(code)

        def dump_bytecode(self, bucket: Bucket) -> None:
            simpanan.write(f"{_FOLDER}/{bucket.key}", fingerprint, bucket.bytecode_to_string())

    return KeptBytecode()


@cache
def _template(name: str) -> Template:
    return environment().get_template(name)


def render_page(
    template: str,
    path: str,
    title: str,
    description: str,
    section: str = "",
    scripts: tuple[str, ...] = (),
    moved_to: str = "",
    bingkai: str = "",
    beside: Beside = no_files,
    **view: Any,
) -> Page:
    """Return the page at ``path`` whose body is ``templates/<template>`` filled with ``view``; the rest as in ``Page``.

    The template also gets ``base``, the way to the site's root. Title and description are plain text.
    """
    used_templates.add(template)
    body = _template(template).render(view, base=base_of(path))
    return Page(path, title, description, body, section, scripts, moved_to, "", bingkai, beside)


def template_sources(name: str) -> tuple[str, ...]:
    """Return name and text of everything that pages of a template are made with: itself and all that it names.

    Raises:
        ValueError: it names a template by a value, so that nobody can say which; our own bug.
    """
    found: dict[str, str] = {}
    waiting = [name]
    while waiting:
        one = waiting.pop()
        if one in found:
            continue
        text = found[one] = (_TEMPLATES / one).read_text(encoding="utf-8")
        for single, double, other in _NAMED.findall(text):
            if other:
                raise ValueError(f"{one} names a template by a value")
            waiting.append(single or double)
        waiting += [f"{macros}.html" for macros in _MACROS if f"{macros}." in text]
    return tuple(part for one in sorted(found) for part in (one, found[one]))


def warm_up() -> None:
    """Compile every template, so that workers forked afterwards need not."""
    for path in sorted(_TEMPLATES.glob("*.html")):
        _template(path.name)
