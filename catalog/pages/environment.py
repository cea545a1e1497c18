"""The one Jinja2 environment of the pages: everything escaped, a missing name is an error, Indonesian formatting.

Text of an entry is a value, never a template. Jinja2 is imported on first use, so that commands that render nothing
start fast.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from catalog.frame.page import Page
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
from catalog.markup import render_markdown
from catalog.pages.escaping import make_environment_class
from catalog.pages.rujukan import host_of

if TYPE_CHECKING:
    from jinja2 import Environment, Template

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
_ONE_NUMBER = re.compile(r"\+?[0-9() .-]{3,30}")


def markdown(text: str) -> Markup:
    """Return a contributor's Markdown as safe HTML."""
    return Markup(render_markdown(text))  # noqa: S704  render_markdown is where untrusted text becomes safe


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
        "markdown": markdown,
        "telepon": phone_link,
        "whatsapp": whatsapp_link,
    }
    for name in _MACROS:
        env.globals[name] = env.get_template(f"{name}.html").module
    return env


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
    **view: Any,
) -> Page:
    """Return the page at ``path`` whose body is ``templates/<template>`` filled with ``view``.

    The template also gets ``base``, the way to the site's root. Title and description are plain text.
    """
    page = Page(path, title, description, "", section, scripts, moved_to)
    return replace(page, body=_template(template).render(view, base=page.base))


def warm_up() -> None:
    """Compile every template, so that workers forked afterwards need not."""
    for path in sorted(_TEMPLATES.glob("*.html")):
        _template(path.name)
