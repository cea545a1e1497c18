"""A slim DOCX with lists and page numbers, for the package of every entry: 4 KB where ``write_docx`` makes 6.

The same text as ``catalog.naskah.docx`` writes, around it only the parts and styles that a package needs: no settings,
no properties. ``catalog.naskah.ringkas`` makes a still smaller one for short papers without lists.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from catalog.naskah.docx import Blok, document_part

_SKELETON = Path(__file__).parent / "kerangka" / "ramping"
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/styles.xml": "styles.xml",
    "word/footer1.xml": "footer.xml",
}
_DATE = (1980, 1, 1, 0, 0, 0)
_KINDS = {"nomor": ("decimal", "%1."), "titik": ("bullet", "•"), "ceklis": ("bullet", "☐")}


def write_slim_docx(blocks: Sequence[Blok]) -> bytes:
    """Return a small DOCX of ``blocks``; of numbered lists it may hold one. Same blocks, same bytes.

    Raises:
        KeyError: a block of an unknown kind or without what its kind needs; our bug.
    """
    kinds = tuple(block["jenis"] for block in blocks if block["blok"] == "daftar")
    written = {"word/numbering.xml": _numbering(kinds), "word/document.xml": document_part(blocks)}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, text in {**_shared_parts(), **written}.items():
            package.writestr(zipfile.ZipInfo(name, _DATE), text, zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


@cache
def _shared_parts() -> dict[str, str]:
    return {name: (_SKELETON / file).read_text(encoding="utf-8") for name, file in _PARTS.items()}


@cache
def _numbering(kinds: tuple[str, ...]) -> str:
    """One kind of list for all lists of that kind: signs need no new start."""
    used = sorted(set(kinds))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{number}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{_KINDS[kind][0]}"/><w:lvlText w:val="{_KINDS[kind][1]}"/>'
        '<w:pPr><w:ind w:left="400" w:hanging="400"/></w:pPr></w:lvl></w:abstractNum>'
        for number, kind in enumerate(used)
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{used.index(kind)}"/></w:num>'
        for number, kind in enumerate(kinds, start=1)
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?><w:numbering'
        f' xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{abstract}{lists}</w:numbering>'
    )
