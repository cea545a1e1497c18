"""A slim DOCX for files that exist once per entry: half the bytes of ``write_docx``, each counts ten thousand times.

The same text as ``catalog.naskah.docx`` writes, and around it only the parts that it uses, under names of one letter:
no properties, no settings but the one that keeps Word out of compatibility mode, numbering only for lists, a footer
only where asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

from catalog.naskah.docx import Blok, document_part
from catalog.naskah.kemasan import Kemasan

_STYLES, _NUMBERING, _SETTINGS, _FOOTER = "s.xml", "n.xml", "t.xml", "f.xml"
_RELATIONS = {
    _STYLES: ("rId1", "styles"),
    _NUMBERING: ("rId2", "numbering"),
    _SETTINGS: ("rId3", "settings"),
    _FOOTER: ("rId4", "footer"),
}
"""Part → the id by which the document names it, and its kind."""

_SKELETON = Path(__file__).parent / "kerangka" / "ramping"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = {"nomor": ("decimal", "%1."), "titik": ("bullet", "•"), "ceklis": ("bullet", "☐")}


def write_slim_docx(blocks: Sequence[Blok], *, kaki: bool = True) -> bytes:
    """Return a small DOCX of ``blocks``, page numbers at its foot with ``kaki``; same blocks, same bytes.

    Of numbered lists it may hold one: a second one would count on.

    Raises:
        KeyError: a block of an unknown kind or without what its kind needs; our bug.
    """
    kinds = tuple(block["jenis"] for block in blocks if block["blok"] == "daftar")
    return _around(kinds, kaki).with_part("d.xml", document_part(blocks, kaki=kaki))


@cache
def _around(kinds: tuple[str, ...], kaki: bool) -> Kemasan:
    """The package without its document: what documents with the same lists share, packed once."""
    parts = {_STYLES: _skeleton("styles.xml"), _SETTINGS: _skeleton("settings.xml")}
    if kinds:
        parts[_NUMBERING] = _numbering(kinds)
    if kaki:
        parts[_FOOTER] = _skeleton("footer.xml")
    return Kemasan.of(
        {
            "[Content_Types].xml": _content_types(parts),
            "_rels/.rels": _relationships([("rId1", "officeDocument", "d.xml")]),
            "_rels/d.xml.rels": _relationships((*_RELATIONS[name], name) for name in parts),
            **parts,
        }
    )


def _skeleton(name: str) -> str:
    return (_SKELETON / name).read_text(encoding="utf-8")


def _content_types(names: Iterable[str]) -> str:
    parts = "".join(f'<Override PartName="/{name}" ContentType="{_TYPE}.{_RELATIONS[name][1]}+xml"/>' for name in names)
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="{_TYPE}.document.main+xml"/>{parts}</Types>'
    )


def _relationships(rows: Iterable[tuple[str, str, str]]) -> str:
    inner = "".join(f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{name}"/>' for id, kind, name in rows)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inner}</Relationships>'


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
        '<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"{abstract}{lists}</w:numbering>"
    )
