"""A DOCX of the fewest parts, for files that exist once per entry: titles, paragraphs, tables; nothing else.

Every byte and millisecond of such a file counts ten thousand times; ``write_docx`` makes the full ones. The marks in
texts are the same: ``**…**`` is bold, ``[…]`` a place to fill in.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from functools import cache, lru_cache
from html import escape

from catalog.naskah.docx import TEXT_WIDTH, Blok

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SIDES = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:color="888888"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


_HEADINGS = ("Title", "Heading1", "Heading2")


def _style(kind: str, id: str, name: str, inner: str, default: str = "") -> str:
    return f'<w:style w:type="{kind}"{default} w:styleId="{id}"><w:name w:val="{name}"/>{inner}</w:style>'


def _paragraph(id: str, name: str, before: int, after: int, size: int = 0, level: int = -1) -> str:
    outline = f'<w:keepNext/><w:spacing w:before="{before}" w:after="{after}"/><w:outlineLvl w:val="{level}"/>'
    spacing = outline if level >= 0 else f'<w:spacing w:before="{before}" w:after="{after}"/>'
    letters = f'<w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>' if level >= 0 else f'<w:rPr><w:sz w:val="{size}"/></w:rPr>'
    return _style(
        "paragraph", id, name, f'<w:basedOn w:val="Normal"/><w:pPr>{spacing}</w:pPr>{letters if size else ""}'
    )


_STYLES = (
    f'<w:styles xmlns:w="{_W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="id-ID"/>'
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="100"/></w:pPr>'
    "</w:pPrDefault></w:docDefaults>"
    + _style("paragraph", "Normal", "Normal", "", ' w:default="1"')
    + _paragraph("Title", "Title", 0, 120, 30, 0)
    + _paragraph("Heading1", "heading 1", 280, 100, 25, 0)
    + _paragraph("Heading2", "heading 2", 160, 60, 21, 1)
    + _paragraph("Kecil", "Kecil", 0, 80, 18)
    + _style(
        "table",
        "Garis",
        "Garis",
        f'<w:pPr><w:spacing w:after="0"/></w:pPr><w:tblPr><w:tblBorders>{_SIDES}</w:tblBorders></w:tblPr>',
    )
    + "</w:styles>"
)
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/d.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/s.xml" ContentType="{_TYPE}.styles+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="a" Type="{_OFFICE}/officeDocument" Target="d.xml"/></Relationships>',
    "_rels/d.xml.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Type="{_OFFICE}/styles"'
    ' Target="s.xml"/></Relationships>',
    "s.xml": _STYLES,
}
_DATE = (1980, 1, 1, 0, 0, 0)
_MARKS = re.compile(r"(\*\*[^*\n]+\*\*|\[[^\[\]\n]+\])")
_NOT_IN_XML = re.compile(r"[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1416"/></w:sectPr>'
)


def write_small_docx(blocks: Sequence[Blok]) -> bytes:
    """Return a DOCX of titles, paragraphs and tables; rows may run over a page. Same blocks, same bytes.

    Raises:
        KeyError: a block of another kind; our bug.
    """
    body = "".join(_RENDER[block["blok"]](block) for block in blocks)
    document = f'<w:document xmlns:w="{_W}"><w:body>{body}{_PAGE}</w:body></w:document>'
    out = io.BytesIO(_shared())
    with zipfile.ZipFile(out, "a") as package:
        package.writestr(zipfile.ZipInfo("d.xml", _DATE), document.encode("utf-8"), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


@cache
def _shared() -> bytes:
    """A package of the parts that every file shares, to which its own part is added."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in _PARTS.items():
            package.writestr(zipfile.ZipInfo(name, _DATE), text.encode("utf-8"), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def _title(block: Blok) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{_HEADINGS[block["tingkat"]]}"/></w:pPr>{_runs(block["teks"])}</w:p>'


def _text(block: Blok) -> str:
    style = '<w:pPr><w:pStyle w:val="Kecil"/></w:pPr>' if block.get("gaya") == "kecil" else ""
    return f"<w:p>{style}{_runs(block['teks'])}</w:p>"


def _table(block: Blok) -> str:
    widths = [TEXT_WIDTH * share // sum(block["lebar"]) for share in block["lebar"]]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(tuple(row)) for row in block["baris"])
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="Garis"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(tuple(block['kepala']), head=True)}{rows}</w:tbl>"
    )


@lru_cache(maxsize=4096)
def _row(texts: tuple[str, ...], head: bool = False) -> str:
    """One row; entries share many, of indicators nobody judged and isian nobody filled."""
    marks = "**{}**" if head else "{}"
    cells = "".join(f"<w:tc><w:p>{_runs(marks.format(text))}</w:p></w:tc>" for text in texts)
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if head else ''}{cells}</w:tr>"


def _runs(text: str) -> str:
    if "[" not in text and "**" not in text:
        return _run(text)
    made = []
    for piece in _MARKS.split(text):
        if piece.startswith("**") and len(piece) > 4:
            made.append(_run(piece[2:-2], "<w:b/>"))
        elif piece.startswith("[") and len(piece) > 2:
            made.append(_run(piece, '<w:shd w:val="clear" w:fill="FFF2B3"/>'))
        elif piece:
            made.append(_run(piece))
    return "".join(made)


def _run(text: str, properties: str = "") -> str:
    space = ' xml:space="preserve"'
    lines = escape(_NOT_IN_XML.sub("", text), quote=False).split("\n")
    inner = "<w:br/>".join(f"<w:t{space if line != line.strip() else ''}>{line}</w:t>" for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


_RENDER = {"judul": _title, "paragraf": _text, "tabel": _table}
