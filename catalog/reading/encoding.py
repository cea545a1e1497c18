"""The bytes of a record → text, or the reason why they are not text."""

from __future__ import annotations

from catalog.problems import Problem, problem
from catalog.reading.found import show

MAX_ENTRY_BYTES = 64 * 1024
MAX_REGISTER_BYTES = 1024 * 1024
_KNOWN_BINARY = (
    (b"PK\x03\x04", "berkas Word, Excel, atau ZIP"),
    (b"\xd0\xcf\x11\xe0", "berkas Word atau Excel lama"),
    (b"%PDF", "berkas PDF"),
    (b"\x89PNG", "gambar PNG"),
    (b"\xff\xd8\xff", "foto JPEG"),
    (b"{\\rtf", "berkas RTF"),
    (b"\x1f\x8b", "berkas terkompresi"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def max_bytes(berkas: str) -> int:
    """Return how many bytes a record may have: 64 KB for an entry (``.md``), 1 MB for a register (``.yml``)."""
    return MAX_ENTRY_BYTES if berkas.endswith(".md") else MAX_REGISTER_BYTES


def too_large(berkas: str, size: int) -> Problem:
    """Return the problem of a file of ``size`` bytes, above its limit."""
    limit = max_bytes(berkas)
    return problem(
        "berkas-terlalu-besar",
        berkas=berkas,
        baris=1,
        kolom=1,
        ditemukan=f"{_kilobytes(size)} KB",
        batas=_kilobytes(limit),
    )


def read_text(data: bytes, berkas: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of ``data``, or None and the one reason: empty, too large, UTF-16, binary, not UTF-8."""
    if len(data) > max_bytes(berkas):
        return None, (too_large(berkas, len(data)),)
    if not data.strip():
        return None, (_at_start("berkas-kosong", berkas, "tidak ada tulisan"),)
    if data.startswith(_UTF16) or _is_bare_utf16(data):
        return None, (_at_start("berkas-utf16", berkas, "teks berkode UTF-16"),)
    for magic, name in _KNOWN_BINARY:
        if data.startswith(magic):
            return None, (_at_start("berkas-bukan-teks", berkas, name),)
    if b"\x00" in data:
        return None, (_null(data, berkas),)
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        return None, (_not_utf8(data, error.start, berkas),)


def _kilobytes(size: int) -> int:
    return -(-size // 1024)


def _at_start(kode: str, berkas: str, ditemukan: str) -> Problem:
    return problem(kode, berkas=berkas, baris=1, kolom=1, ditemukan=ditemukan)


def _is_bare_utf16(data: bytes) -> bool:
    """True for UTF-16 without its mark: every other byte of plain text is then zero."""
    sample = data[:400]
    return len(sample) >= 8 and max(sample[::2].count(0), sample[1::2].count(0)) > len(sample) * 0.4


def _null(data: bytes, berkas: str) -> Problem:
    at = data.index(b"\x00")
    line, column, typed = _place(data, at)
    if _share_of_control(data) > 0.1:
        return _at_start("berkas-bukan-teks", berkas, "isi yang bukan teks")
    return problem("berkas-nul", berkas=berkas, baris=line, kolom=column, ditemukan=show(typed))


def _share_of_control(data: bytes) -> float:
    sample = data[:4096]
    return sum(byte < 32 and byte not in (9, 10, 13) for byte in sample) / len(sample)


def _not_utf8(data: bytes, at: int, berkas: str) -> Problem:
    if _share_of_control(data) > 0.1:
        return _at_start("berkas-bukan-teks", berkas, "isi yang bukan teks")
    line, column, typed = _place(data, at)
    return problem(
        "berkas-bukan-utf8",
        berkas=berkas,
        baris=line,
        kolom=column,
        ditemukan=show(typed, column - 1),
        huruf=show(data[at : at + 1].decode("cp1252", "replace")),
    )


def _place(data: bytes, at: int) -> tuple[int, int, str]:
    """Return line and column (1-based) of the byte at ``at``, and its line read as Windows' "ANSI" would."""
    lines = data[:at].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    begin = max(data.rfind(b"\n", 0, at), data.rfind(b"\r", 0, at)) + 1
    ends = [end for end in (data.find(b"\n", at), data.find(b"\r", at)) if end >= 0]
    typed = data[begin : min(ends, default=len(data))].decode("cp1252", "replace")
    column = len(data[begin:at].decode("utf-8", "replace")) + 1
    return lines.count(b"\n") + 1, column, typed
