"""Packages (ZIP) of parts: whole ones, and ones that many documents share and only one part is added to.

The standard library packs what is shared, once. What is added ten thousand times is only compressed: its two headers
are written here, as APPNOTE 6.3.3 (the format of the .ZIP file) gives them, sections 4.3.7, 4.3.12 and 4.3.16.
"""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass

from isal import isal_zlib

_DATE = (1980, 1, 1, 0, 0, 0)
"""Every part bears the oldest date a ZIP knows, so that the same parts give the same bytes."""

_LEVEL = 6
_QUICK = 2
"""Level of ISA-L for what is added: a quarter of zlib's time at its level 3, for two per cent more bytes."""

_RAW = -15
"""A stream without a head of its own, as a ZIP holds it; all 32 KB of what came before may be looked at."""

_VERSION, _DEFLATED, _DOS_DATE, _MODE = 20, 8, 1 << 5 | 1, 0o600 << 16
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s4B4H3L5H2L")
_END = struct.Struct("<4s4H2LH")


def pack(parts: Mapping[str, str]) -> bytes:
    """Return the package of ``parts``, name → text, in their order; the same parts give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(zipfile.ZipInfo(name, _DATE), text.encode("utf-8"), zipfile.ZIP_DEFLATED, _LEVEL)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class Kemasan:
    """A package that waits for one more part: the parts it has, and what its directory says of them."""

    bagian: bytes
    direktori: bytes
    jumlah: int

    @classmethod
    def of(cls, parts: Mapping[str, str]) -> Kemasan:
        """Return the package of ``parts``, to be added to."""
        whole = pack(parts)
        *_, length, start, _ = _END.unpack(whole[-_END.size :])
        return cls(whole[:start], whole[start : start + length], len(parts))

    def with_part(self, name: str, text: str) -> bytes:
        """Return the package with one more part at its end; ``name`` is ASCII."""
        data, file = text.encode("utf-8"), name.encode("ascii")
        packed = isal_zlib.compress(data, _QUICK, _RAW)
        told = (isal_zlib.crc32(data), len(packed), len(data), len(file))
        local = _LOCAL.pack(b"PK\3\4", _VERSION, 0, _DEFLATED, 0, _DOS_DATE, *told, 0)
        start = len(self.bagian)
        central = _CENTRAL.pack(
            b"PK\1\2", _VERSION, 3, _VERSION, 0, 0, _DEFLATED, 0, _DOS_DATE, *told, 0, 0, 0, 0, _MODE, start
        )
        begin = start + len(local) + len(file) + len(packed)
        count, length = self.jumlah + 1, len(self.direktori) + len(central) + len(file)
        end = _END.pack(b"PK\5\6", 0, 0, count, count, length, begin, 0)
        return b"".join((self.bagian, local, file, packed, self.direktori, central, file, end))
