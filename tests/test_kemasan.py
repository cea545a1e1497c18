"""A package to which one part is added is the package that the standard library would have made."""

from __future__ import annotations

import io
import zipfile

from catalog.naskah.kemasan import Kemasan, pack

SHARED = {"[Content_Types].xml": "<Types/>" * 40, "_rels/.rels": "<Relationships/>"}
ADDED = "Pelayanan – é 🙂 " * 200


def test_an_added_part_is_read_back_beside_the_shared_ones() -> None:
    package = Kemasan.of(SHARED).with_part("d.xml", ADDED)
    with zipfile.ZipFile(io.BytesIO(package)) as read:
        assert read.testzip() is None
        assert {name: read.read(name).decode("utf-8") for name in read.namelist()} == {**SHARED, "d.xml": ADDED}


def test_the_headers_are_those_of_the_standard_library() -> None:
    ours, theirs = Kemasan.of(SHARED).with_part("d.xml", ADDED), pack({**SHARED, "d.xml": ADDED})
    with zipfile.ZipFile(io.BytesIO(ours)) as one, zipfile.ZipFile(io.BytesIO(theirs)) as other:
        for mine, other_part in zip(one.infolist(), other.infolist(), strict=True):
            assert {key: getattr(mine, key) for key in _TOLD} == {key: getattr(other_part, key) for key in _TOLD}


_TOLD = (
    *("filename", "date_time", "compress_type", "create_system", "create_version", "extract_version", "flag_bits"),
    *("external_attr", "internal_attr", "header_offset", "CRC", "file_size", "extra", "comment"),
)


def test_the_same_parts_give_the_same_bytes() -> None:
    assert Kemasan.of(SHARED).with_part("d.xml", ADDED) == Kemasan.of(SHARED).with_part("d.xml", ADDED)
