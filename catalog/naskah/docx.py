"""A DOCX from blocks: the skeleton's parts are shared, only text and the numbering of its lists are written.

The kinds of blocks (key ``blok``), and what each holds:

=============  =====================================================================================================
kop            ``baris``: lines of the letterhead, centred, a rule below the last
judul          ``teks``, ``tingkat`` 0 (title of the document), 1 or 2
paragraf       ``teks``; ``gaya`` '' | 'rapat' | 'kecil'; ``rata`` '' | 'tengah' | 'kanan' | 'penuh'; ``masuk`` in cm
daftar         ``butir``: texts; ``jenis`` 'nomor' | 'titik' | 'ceklis'
tabel          ``kepala``: heads; ``baris``: rows of as many texts; ``lebar``: shares of the width; with ``terbagi`` a
               row may run over to the next page, for rows of many sentences
pasangan       ``baris``: rows of (label, value), as in the head of a letter
tanda-tangan   ``baris``: lines of the signature, in the right half of the page
halaman-baru   nothing
=============  =====================================================================================================

A paragraph that ends with a colon stays with what follows. In a text ``**…**`` is bold and ``[…]`` is a place to fill
in, which is marked so that nobody overlooks it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from catalog.naskah.kemasan import pack

Blok = dict[str, Any]

_SKELETON = Path(__file__).parent / "kerangka"
_PARTS = {
    "[Content_Types].xml": "content_types.xml",
    "_rels/.rels": "rels.xml",
    "word/_rels/document.xml.rels": "document_rels.xml",
    "word/settings.xml": "settings.xml",
    "word/styles.xml": "styles.xml",
    "word/footer1.xml": "footer.xml",
}
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

TEXT_WIDTH = 9356
"""Width of the text in twentieths of a point: A4 with margins of 2.5 cm left and 2 cm right."""

_MARKS = re.compile(r"(\*\*[^*\n]+\*\*|\[[^\[\]\n]+\])")
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_BLANK = " \t"
_KEPT = ' xml:space="preserve"'
"""Without it Word drops the blanks around a text; it is written only where there are some."""

_JC = {"tengah": "center", "kanan": "right", "penuh": "both"}
_STYLE = {"rapat": "Rapat", "kecil": "Kecil"}
_HEADINGS = ("Title", "Heading1", "Heading2")
_LISTS = {"nomor": 1, "titik": 2, "ceklis": 3}


@cache
def skeleton_parts() -> dict[str, str]:
    """Return the parts that every document shares, name in the package → XML, in a fixed order."""
    return {name: (_SKELETON / file).read_text(encoding="utf-8") for name, file in _PARTS.items()}


def write_docx(blocks: Sequence[Blok], title: str) -> bytes:
    """Return a DOCX of ``blocks`` with ``title`` in its properties; the same input gives the same bytes."""
    parts = {
        **skeleton_parts(),
        "docProps/core.xml": core_part(title),
        "word/numbering.xml": numbering_part(blocks),
        "word/document.xml": _HEAD + document_part(blocks),
    }
    return pack(parts)


def core_part(title: str) -> str:
    """Return the properties of a document: its title and language, which screen readers ask for."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        f' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{_escape(title)}</dc:title>'
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def numbering_part(blocks: Sequence[Blok]) -> str:
    """Return the numbering: one list for each block ``daftar``, so that every one begins at 1."""
    kinds = [_LISTS[block["jenis"]] for block in blocks if block["blok"] == "daftar"]
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{kind}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:tabs><w:tab w:val="num" w:pos="425"/></w:tabs><w:ind w:left="425" w:hanging="425"/></w:pPr>'
        "</w:lvl></w:abstractNum>"
        for kind, form, sign in ((1, "decimal", "%1."), (2, "bullet", "•"), (3, "bullet", "☐"))
    )
    lists = "".join(
        f'<w:num w:numId="{number}"><w:abstractNumId w:val="{kind}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for number, kind in enumerate(kinds, start=1)
    )
    return f"{_HEAD}<w:numbering {_W}>{abstract}{lists}</w:numbering>"


def document_part(blocks: Sequence[Blok], *, kaki: bool = True) -> str:
    """Return the text of the document, A4, without XML declaration; with ``kaki`` its pages have the foot ``rId4``.

    Raises:
        KeyError: a block of an unknown kind or without what its kind needs; our bug.
    """
    body, lists = [], 0
    for block in blocks:
        lists += block["blok"] == "daftar"
        body.append(_RENDER[block["blok"]](block, lists))
    space, foot = (_R, '<w:footerReference w:type="default" r:id="rId4"/>') if kaki else ("", "")
    return (
        f"<w:document {_W}{space}><w:body>{''.join(body)}"
        f'<w:sectPr>{foot}<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1416" w:header="567" w:footer="567"'
        ' w:gutter="0"/>'
        "</w:sectPr></w:body></w:document>"
    )


def _escape(text: str) -> str:
    clean = text if text.isprintable() else _NOT_IN_XML.sub("", text)
    return clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _run(text: str, properties: str) -> str:
    lines = _escape(text).replace("\r", "").split("\n")
    inner = "<w:br/>".join(f"<w:t{'' if line == line.strip(_BLANK) else _KEPT}>{line}</w:t>" for line in lines)
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _runs(text: str, properties: str = "") -> str:
    """Return the runs of a text; what is bold or a place to fill in gets its own."""
    if not text:
        return ""
    if "[" not in text and "**" not in text:
        if "&" in text or "<" in text or ">" in text or not text.isprintable() or text[0] == " " or text[-1] == " ":
            return _run(text, properties)
        return f"<w:r>{properties and f'<w:rPr>{properties}</w:rPr>'}<w:t>{text}</w:t></w:r>"  # nearly every text
    made = []
    for piece in _MARKS.split(text):
        if piece.startswith("**") and len(piece) > 4:
            made.append(_run(piece[2:-2], "<w:b/>"))
        elif piece.startswith("[") and len(piece) > 2:
            made.append(_run(piece, '<w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/>'))
        elif piece:
            made.append(_run(piece, properties))
    return "".join(made)


def _paragraph(text: str, style: str = "", extra: str = "", properties: str = "") -> str:
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = f"<w:pPr>{styled}{extra}</w:pPr>" if style or extra else ""
    return f"<w:p>{inner}{_runs(text, properties)}</w:p>"


def _kop(block: Blok, lists: int) -> str:
    *upper, last = block["baris"]
    return "".join(_paragraph(line, "Kop") for line in upper) + _paragraph(last, "KopGaris")


def _judul(block: Blok, lists: int) -> str:
    return _paragraph(block["teks"], _HEADINGS[block["tingkat"]])


def _paragraf(block: Blok, lists: int) -> str:
    indent, side = block.get("masuk", 0), _JC.get(block.get("rata", ""))
    extra = f'<w:ind w:left="{round(indent * 567)}"/>' if indent else ""
    stays = "<w:keepNext/>" if block["teks"].endswith(":") else ""
    style = _STYLE.get(block.get("gaya", ""), "")
    return _paragraph(block["teks"], style, stays + extra + (f'<w:jc w:val="{side}"/>' if side else ""))


def _daftar(block: Blok, lists: int) -> str:
    numbering = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{lists}"/></w:numPr>'
    return "".join(_paragraph(text, "Butir", numbering) for text in block["butir"])


def _cell(text: str, *, head: bool = False) -> str:
    shade = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EEEC"/></w:tcPr>' if head else ""
    return f"<w:tc>{shade}{_paragraph(text, 'Rapat', properties='<w:b/>' if head else '')}</w:tc>"


@lru_cache(maxsize=4096)
def _row(texts: tuple[str, ...], whole: bool) -> str:
    """One row; entries share many, of indicators that nobody judged and isian that nobody filled."""
    return f"<w:tr>{'<w:trPr><w:cantSplit/></w:trPr>' if whole else ''}{''.join(map(_cell, texts))}</w:tr>"


def _rows(rows: Iterable[Sequence[str]], *, whole: bool = True) -> str:
    return "".join(_row(tuple(row), whole) for row in rows)


def _tabel(block: Blok, lists: int) -> str:
    start = _table_head(tuple(block["kepala"]), tuple(block.get("lebar") or ()))
    return f"{start}{_rows(block['baris'], whole=not block.get('terbagi'))}</w:tbl>{_paragraph('', 'Rapat')}"


@lru_cache(maxsize=256)
def _table_head(heads: tuple[str, ...], shares: tuple[int, ...]) -> str:
    """The beginning of a table with its first row; documents of a kind share theirs."""
    shares = shares or (1,) * len(heads)
    widths = [TEXT_WIDTH * share // sum(shares) for share in shares]
    cells = "".join(_cell(text, head=True) for text in heads)
    return f"{_table_start('Garis', widths)}<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _pasangan(block: Blok, lists: int) -> str:
    widths = [1900, TEXT_WIDTH - 1900]
    rows = [(label, f": {value}") for label, value in block["baris"]]
    return f"{_table_start('TableNormal', widths)}{_rows(rows)}</w:tbl>{_paragraph('', 'Rapat')}"


def _table_start(style: str, widths: Sequence[int]) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    )


def _tanda_tangan(block: Blok, lists: int) -> str:
    place = '<w:keepNext/><w:keepLines/><w:ind w:left="4678"/>'
    return "".join(_paragraph(line, "Rapat", place) for line in block["baris"])


def _halaman_baru(block: Blok, lists: int) -> str:
    return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'


_RENDER: dict[str, Callable[[Blok, int], str]] = {
    "kop": _kop,
    "judul": _judul,
    "paragraf": _paragraf,
    "daftar": _daftar,
    "tabel": _tabel,
    "pasangan": _pasangan,
    "tanda-tangan": _tanda_tangan,
    "halaman-baru": _halaman_baru,
}
