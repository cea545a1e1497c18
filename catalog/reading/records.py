"""One record: its text → plain values with their places, or the reasons why it cannot be read."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from catalog.indonesian import ribuan
from catalog.problems import Problem, problem
from catalog.reading.characters import (
    find_forbidden,
    is_clean,
    name_character,
    normalise,
    strip_forbidden,
)
from catalog.reading.diagnosis import NOTED, explain
from catalog.reading.encoding import max_bytes, read_text, too_large
from catalog.reading.events import MAX_DEPTH, MAX_NODES, MAX_SCALAR, Fault, Path_, Tree, read_tree
from catalog.reading.files import read_bytes
from catalog.reading.found import paste, show
from catalog.reading.frontmatter import Missing, Split, split_front_matter
from catalog.reading.isian_names import isian_names
from catalog.reading.losses import find_losses
from catalog.reading.quoting import split_line
from catalog.reading.slip import Lines, Slip
from catalog.reading.value_slips import SPECIAL_SPACES

__all__ = ["Path_", "SourceRecord", "parse_record", "read_record"]

_MOST_CHARACTERS_NAMED = 20
_LIMITS = {
    "dalam": str(MAX_DEPTH),
    "banyak": ribuan(MAX_NODES),
    "panjang": ribuan(MAX_SCALAR),
}


@dataclass(frozen=True, slots=True)
class SourceRecord:
    """A record as typed: every scalar is text in NFC, an isian with nothing behind its colon is None.

    ``nilai`` and ``kunci`` give the line and column (1-based) of each value and of each key by its path;
    ``badan`` is the Markdown after the front matter ('' for ``.yml``), ``baris_badan`` the line on which it starts.
    ``komentar`` is what stands behind a ``#``, with its place: YAML does not read it, but whoever opens the file does.
    ``naskah`` is the whole text, its line ends ours.
    """

    berkas: str
    data: dict[str, Any]
    nilai: dict[Path_, tuple[int, int]]
    kunci: dict[Path_, tuple[int, int]]
    badan: str
    baris_badan: int
    komentar: tuple[tuple[int, int, str], ...] = ()
    naskah: str = ""


def read_record(root: Path, berkas: str) -> tuple[SourceRecord | None, tuple[Problem, ...]]:
    """Return the record in file ``berkas`` (path below ``root``, with ``/``) and its problems, ordered by place.

    The record is None exactly if one of the problems is a ``kesalahan``. No content and no kind of file raises;
    links are not followed, devices not opened.
    """
    data, problems = read_bytes(root, berkas, max_bytes(berkas))
    if data is None:
        return None, problems
    text, problems = read_text(data, berkas)
    if text is None:
        return None, problems
    return parse_record(text, berkas)


def parse_record(text: str, berkas: str) -> tuple[SourceRecord | None, tuple[Problem, ...]]:
    """Return the record written in ``text`` and its problems, as ``read_record`` does; ``berkas`` only names it."""
    limit = max_bytes(berkas)
    if len(text) > limit or (len(text) * 4 > limit and len(text.encode("utf-8", "surrogatepass")) > limit):
        return None, (too_large(berkas, len(text.encode("utf-8", "surrogatepass"))),)
    text = normalise(text)
    problems: list[Problem] = []
    if not is_clean(text):
        problems.extend(_character_problems(text, berkas))
        text = normalise(strip_forbidden(text))
    if not text.strip():
        empty = problem("berkas-kosong", berkas=berkas, baris=1, kolom=1, ditemukan="tidak ada tulisan")
        return None, tuple(sorted(problems)) or (empty,)
    record = _parse_clean(text, berkas, problems)
    if any(p.is_error for p in problems):
        record = None
    return record, tuple(sorted(set(problems)))


def _parse_clean(text: str, berkas: str, problems: list[Problem]) -> SourceRecord | None:
    """Return the record of a text without forbidden characters, adding to ``problems``."""
    if berkas.endswith(".md"):
        split = split_front_matter(text)
        if isinstance(split, Missing):
            problems.append(_missing_line(split, berkas))
            return None
        yaml, first, body, body_line = split.yaml, split.first_line, split.body, split.body_line
        if early := _early_end(split):
            problems.extend(_from_slips([early], body.split("\n"), body_line, berkas))
    else:
        yaml, first, body, body_line = text, 1, "", text.count("\n") + 1
    tree = read_tree(yaml, first)
    if tree.faults or tree.odd or "#" in yaml:
        problems.extend(_tree_problems(yaml, first, tree, berkas))
    return SourceRecord(berkas, tree.data, tree.nilai, tree.kunci, body, body_line, _comments(yaml, first), text)


_COMMENT = re.compile(r"(?:^|(?<=\s))#.*")


def _comments(yaml: str, first: int) -> tuple[tuple[int, int, str], ...]:
    """Return (line, column, text) of everything behind a ``#``, also where a quoted value holds it."""
    if "#" not in yaml:
        return ()
    found = ((number, _COMMENT.search(line)) for number, line in enumerate(yaml.split("\n"), start=first))
    return tuple((number, match.start() + 1, match[0]) for number, match in found if match)


def _early_end(split: Split) -> Slip | None:
    """Return the slip of a ``---`` in the middle of the isian: an isian follows it, and later another ``---``."""
    body = split.body
    if "---" not in body or body.lstrip("\n").startswith("#"):
        return None
    lines = body.split("\n")
    first = next((line for line in lines if line.strip()), "")
    if split_line(first).key in isian_names() and any(line.rstrip() == "---" for line in lines):
        return Slip("yaml-beberapa-dokumen", -1, 0, {}, {"garis": "---"})
    return None


def _tree_problems(yaml: str, first: int, tree: Tree, berkas: str) -> list[Problem]:
    """Return the problems of one YAML text: repeated keys and the like, what broke it, what it lost."""
    lines = yaml.split("\n")
    terminal = tree.faults[-1] if tree.faults and tree.faults[-1].kode not in NOTED else None
    noted = [f for f in tree.faults if f is not terminal]
    if terminal is None:
        slips = find_losses(yaml, tree)
        if any(s.kode in _MEANT_OTHERWISE for s in slips):
            noted = [f for f in noted if f.kode != "yaml-kunci-ganda"]  # the same cause
        return [*_from_faults(noted, lines, first, berkas), *_from_slips(slips, lines, first, berkas)]
    slips, mended = explain(yaml, terminal)
    if slips[-1].edits and slips[0].kode != "yaml-tidak-terbaca":
        again = read_tree("\n".join(mended), first)
        if not any(f.kode not in NOTED for f in again.faults):
            touched = {n for s in slips for n in s.edits}
            noted = [f for f in again.faults if f.line not in touched]
    return [*_from_faults(noted, lines, first, berkas), *_from_slips(slips, lines, first, berkas)]


_MEANT_OTHERWISE = frozenset({"yaml-spasi-daftar", "yaml-butir", "yaml-spasi-titik-dua"})


def _from_faults(faults: Iterable[Fault], lines: Lines, first: int, berkas: str) -> list[Problem]:
    """Return one problem for each fault that has its own sentence and no repair of a line."""
    problems = []
    for fault in faults:
        isi: dict[str, object] = {}
        if fault.kode == "yaml-kunci-ganda":
            line = fault.isi["pertama_baris"]
            isi = {"kunci": paste(str(fault.isi["kunci"])), "baris_pertama": line, "baris_kedua": fault.line + first}
        problems.append(_at(fault.kode, fault.line, fault.column, lines, first, berkas, isi))
    return problems


def _from_slips(slips: Iterable[Slip], lines: Lines, first: int, berkas: str) -> list[Problem]:
    """Return one problem for each slip, its corrected line ready to paste."""
    problems = []
    for slip in slips:
        isi: dict[str, object] = {**_LIMITS, "berkas_akar": berkas.rpartition("/")[2], "perbaikan": ""}
        if slip.edits:
            isi["perbaikan"] = paste(slip.edits[min(slip.edits)].rstrip())
        isi.update({key: paste(value) if isinstance(value, str) else value for key, value in slip.isi.items()})
        if isinstance(isi.get("akhir"), int):
            isi["akhir"] = slip.isi["akhir"] + first  # type: ignore[operator]
        isi["baris_ke"] = slip.line + first
        kode = _register_kode(slip.kode, berkas)
        problems.append(_at(kode, slip.line, slip.column, lines, first, berkas, isi))
    return problems


def _register_kode(kode: str, berkas: str) -> str:
    """A register that starts with a list lacks ``daftar:``; an entry has a dash too many."""
    is_register = berkas.endswith(".yml") and not berkas.endswith("wilayah.yml")
    return "yaml-daftar-tanpa-nama" if kode == "yaml-daftar-di-awal" and is_register else kode


def _at(kode: str, line: int, column: int, lines: Lines, first: int, berkas: str, isi: dict[str, object]) -> Problem:
    typed = _line(lines, line)
    blanks = len(typed) - len(typed.lstrip(" "))
    if kode == "yaml-spasi-khusus":
        typed = SPECIAL_SPACES.sub(lambda m: f"<{name_character(m[0])}>", typed)
    found = show(typed.strip(" "), max(0, column - blanks))
    if not found.strip():
        found = "baris kosong"
    if kode == "yaml-kosong":
        found = "tidak ada isian"
    if kode == "yaml-indentasi":
        found = f"{blanks} spasi, lalu {found}"
    return problem(kode, berkas=berkas, baris=line + first, kolom=column + 1, ditemukan=found, **isi)


def _line(lines: Lines, number: int) -> str:
    if number < 0:
        return "---"  # the line between the front matter and the body
    return lines[number] if number < len(lines) else ""


def _missing_line(missing: Missing, berkas: str) -> Problem:
    return problem(
        missing.kode,
        berkas=berkas,
        baris=missing.line,
        kolom=1,
        ditemukan=show(missing.found.strip()) or "baris kosong",
        tindakan=missing.action,
    )


def _character_problems(text: str, berkas: str) -> list[Problem]:
    """Return the problems of forbidden characters, the first of each kind on a line, at most 20 of them."""
    lines = text.split("\n")
    problems = []
    for line, column, kode, character in find_forbidden(text):
        typed = lines[line - 1]
        fixed = paste(strip_forbidden(typed).strip())
        action = f"hapus karakter itu: tulis `{fixed}`" if fixed else "hapus baris ini"
        problems.append(
            problem(
                kode,
                berkas=berkas,
                baris=line,
                kolom=column,
                ditemukan=show(typed.strip(" "), column),
                karakter=name_character(character),
                tindakan=action,
            )
        )
        if len(problems) == _MOST_CHARACTERS_NAMED:
            break
    return problems
