"""The document templates as files to download: unfilled, every place to fill in visible, no script needed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from catalog.naskah import Templat, fill, load_templates, write_docx

FOLDER = "panduan/templat/"
"""Where the files lie, beside the handwritten page that explains them."""


def template_files(vocabularies: Path) -> dict[str, Callable[[], bytes]]:
    """Return path below the site's root → maker of the DOCX of each template, in the order in which they are needed.

    Raises:
        VocabularyError: a template cannot be read.
    """
    templates = load_templates(vocabularies / "naskah").values()
    return {f"{FOLDER}{template.id}.docx": partial(_unfilled, template) for template in templates}


def _unfilled(template: Templat) -> bytes:
    return write_docx(fill(template, {}), template.nama)
