"""Every fault that reading can find, as the contributor sees it: the whole printed message, one file for each code.

``records/reading/<kode>.md`` (or ``.yml``) holds one broken thing, ``<kode>.txt`` what is printed for it. What cannot
be kept as a text file is made here, in ``MADE``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from catalog.problems import Problem, format_text
from catalog.reading import parse_record, read_record, walk_innovations
from catalog.wordings import READING as WORDINGS

FOLDER = Path(__file__).parent / "records" / "reading"
ENTRY = b"---\nnama: Lumbung Digital\n---\n"
HERE = "innovations/kab-contoh"
Problems = tuple[Problem, ...]


def _written(root: Path, berkas: str, data: bytes = ENTRY) -> Path:
    path = root / berkas
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def _read(data: bytes) -> Callable[[Path], Problems]:
    def make(root: Path) -> Problems:
        _written(root, f"{HERE}/lumbung.md", data)
        return read_record(root, f"{HERE}/lumbung.md")[1]

    return make


def _walk(*names: str) -> Callable[[Path], Problems]:
    def make(root: Path) -> Problems:
        for name in names:
            _written(root, f"innovations/{name}")
        return walk_innovations(root)[1]

    return make


def _parse(yaml: str) -> Callable[[Path], Problems]:
    return lambda _: parse_record(f"---\n{yaml}\n---\n", f"{HERE}/lumbung.md")[1]


def _symlink(root: Path) -> Problems:
    _written(root, "rahasia.md")
    (root / HERE).mkdir(parents=True)
    (root / HERE / "lumbung.md").symlink_to(root / "rahasia.md")
    return read_record(root, f"{HERE}/lumbung.md")[1]


def _fifo(root: Path) -> Problems:
    (root / HERE).mkdir(parents=True)
    os.mkfifo(root / HERE / "lumbung.md")
    return read_record(root, f"{HERE}/lumbung.md")[1]


def _unreadable(root: Path) -> Problems:
    (root / HERE).mkdir(parents=True)
    name = f"{HERE}/{'a' * 300}.md"  # longer than any file system takes; no permission stops root
    return read_record(root, name)[1]


MADE: dict[str, Callable[[Path], Problems]] = {
    "berkas-bukan-berkas": _fifo,
    "berkas-bukan-teks": _read(b"PK\x03\x04\x14\x00\x06\x00"),
    "berkas-bukan-utf8": _read(b"---\nnama: Lumbung Digital\nringkasan: Buka hari Jum\x92at.\n---\n"),
    "berkas-di-luar": lambda root: read_record(root, "innovations/../rahasia.md")[1],
    "berkas-nama-kembar": _walk("kab-contoh/lumbung.md", "kab-contoh/Lumbung.md"),
    "berkas-nama-salah": _walk("kab-contoh/Mal Pelayanan_Publik.md"),
    "berkas-nama-terlalu-panjang": _walk(f"kab-contoh/{'lumbung-' * 10}digital.md"),
    "berkas-nama-terlarang": _walk("kab-contoh/aux.md"),
    "berkas-nul": _read(b"---\nnama: Lumbung\x00Digital\nurusan: pangan\n---\n"),
    "berkas-svg": _walk("kab-contoh/lumbung.md", "kab-contoh/lumbung/gudang.svg"),
    "berkas-tautan-simbolik": _symlink,
    "berkas-terlalu-besar": _read(ENTRY + b"x" * 70_000),
    "berkas-tidak-ada": lambda root: read_record(root, f"{HERE}/lumbung.md")[1],
    "berkas-tidak-dikenal": _walk("kab-contoh/catatan.docx"),
    "berkas-tidak-terbaca": _unreadable,
    "berkas-utf16": _read("---\nnama: Lumbung\n---\n".encode("utf-16")),
    "folder-nama-salah": _walk("Blora/lumbung.md"),
    "folder-tanpa-entri": _walk("kab-contoh/lumbung/gudang.jpg"),
    "karakter-rusak": _parse("nama: Lum\ud800bung"),
    "yaml-terlalu-banyak": _parse("kata_kunci: [" + "a," * 20_000 + "]"),
    "yaml-terlalu-panjang": _parse("nama: Lumbung\nringkasan: " + "a" * 20_001),
}


def problems_of(kode: str, root: Path) -> Problems:
    """Return the problems of the fixture of ``kode``, or of what is made for it below ``root``."""
    if kode in MADE:
        return MADE[kode](root)
    file = next(path for path in sorted(FOLDER.glob(f"{kode}.*")) if path.suffix != ".txt")
    return read_record(FOLDER, file.name)[1]


@pytest.mark.parametrize("kode", sorted(WORDINGS))
def test_the_whole_message_of_each_code(kode: str, tmp_path: Path) -> None:
    problems = problems_of(kode, tmp_path)
    assert [p.kode for p in problems] == [kode]
    expected = (FOLDER / f"{kode}.txt").read_text(encoding="utf-8")
    assert "".join(format_text(p) + "\n" for p in problems) == expected


def test_no_fixture_without_expectation_and_none_without_fixture() -> None:
    fixtures = {path.stem for path in FOLDER.iterdir() if path.suffix != ".txt"}
    expected = {path.stem for path in FOLDER.glob("*.txt")}
    assert fixtures.isdisjoint(MADE)
    assert fixtures | set(MADE) == expected == set(WORDINGS)


@pytest.mark.parametrize("kode", sorted(WORDINGS))
def test_a_message_has_all_its_sentences_in_plain_words(kode: str) -> None:
    wording = WORDINGS[kode]
    assert wording.tingkat in ("kesalahan", "peringatan")
    sentences = (wording.pesan, wording.seharusnya, wording.perbaiki)
    assert all(sentence.strip() for sentence in sentences)
    assert wording.pesan.endswith(".")
    forbidden = ("YAML", "parser", "token", "mapping", "scalar", "!", "indentasi", "front matter")
    said = " ".join(sentences).replace("`!`", "")
    assert [word for word in forbidden if word in said] == []
