"""A YAML file of ours as plain values that know their line, so that a fault in it can be named by file and line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

import yaml

from catalog.problems import format_text, problem

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # C where libyaml is present


class EditionError(Exception):
    """A file of an edition is broken; the text is the fault as every check prints it: place, sentence, repair."""


@dataclass(frozen=True, slots=True)
class Nilai:
    """One value with its place: ``isi`` is text, a dict of such values, or a list of them."""

    berkas: str
    jalur: str
    baris: int
    kolom: int
    isi: str | dict[str, Nilai] | list[Nilai]

    def fail(self, seharusnya: str, kode: str = "edisi-iid-keliru") -> NoReturn:
        """Raise the fault at this value."""
        found = self.isi if isinstance(self.isi, str) else "beberapa isian" if self.isi else "kosong"
        raise EditionError(
            format_text(
                problem(
                    kode,
                    berkas=self.berkas,
                    baris=self.baris,
                    kolom=self.kolom,
                    ditemukan=found,
                    isian=self.jalur or "berkas",
                    seharusnya=seharusnya,
                )
            )
        )

    def text(self) -> str:
        """Return the text of a filled scalar."""
        if not isinstance(self.isi, str) or not self.isi.strip():
            self.fail("satu tulisan")
        return self.isi.strip()

    def whole(self, low: int, high: int) -> int:
        """Return a whole number within the bounds."""
        text = self.text()
        if not text.isascii() or not text.isdecimal() or not low <= int(text) <= high:
            self.fail(f"bilangan bulat {low} sampai {high}")
        return int(text)

    def hundredths(self, high: int) -> int:
        """Return a number from 0 to ``high`` with at most two decimals, in hundredths."""
        whole, _, part = self.text().partition(".")
        if not (whole + part).isdecimal() or not whole or len(part) > 2 or int(whole + part.ljust(2, "0")) > high * 100:
            self.fail(f"angka 0 sampai {high} dengan paling banyak dua angka desimal")
        return int(whole + part.ljust(2, "0"))

    def answer(self) -> bool:
        """Return whether it says ya."""
        if self.text() not in ("ya", "tidak"):
            self.fail("ya atau tidak")
        return self.text() == "ya"

    def rows(self) -> list[Nilai]:
        """Return the items of a list."""
        if not isinstance(self.isi, list):
            self.fail("daftar yang tiap butirnya diawali tanda hubung")
        return self.isi

    def texts(self) -> dict[str, str]:
        """Return a mapping of texts."""
        if not isinstance(self.isi, dict):
            self.fail("beberapa isian berisi tulisan")
        return {key: value.text() for key, value in self.isi.items()}

    def fields(self, required: tuple[str, ...], optional: tuple[str, ...] = ()) -> dict[str, Nilai]:
        """Return the values of a mapping that holds all of ``required``, perhaps ``optional``, and nothing else."""
        if not isinstance(self.isi, dict):
            self.fail(f"isian {', '.join(required)}")
        unknown = [value for key, value in self.isi.items() if key not in (*required, *optional)]
        if unknown:
            unknown[0].fail(f"hanya {', '.join((*required, *optional))}")
        if not set(required) <= set(self.isi):
            self.fail(f"memuat {', '.join(key for key in required if key not in self.isi)}")
        return self.isi


def read_values(path: Path, name: str) -> Nilai:
    """Return the content of a file of ours; ``name`` is how messages call it.

    Raises:
        EditionError: it is missing, no text, or no YAML; a key stands twice.
    """
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), _LOADER)
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        mark = getattr(error, "problem_mark", None)
        Nilai(name, "", mark.line + 1 if mark else 1, 1, "tidak terbaca").fail("berkas YAML yang dapat dibaca")
    if node is None:
        Nilai(name, "", 1, 1, "").fail("isi edisi")
    return _value(node, name, "")


def _value(node: yaml.Node, name: str, jalur: str) -> Nilai:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    if isinstance(node, yaml.MappingNode):
        inner: dict[str, Nilai] = {}
        for key, value in node.value:
            below = f"{jalur}.{key.value}" if jalur else str(key.value)
            made = _value(value, name, below)
            if key.value in inner:
                made.fail("tiap isian satu kali")
            inner[str(key.value)] = made
        return Nilai(name, jalur, line, column, inner)
    if isinstance(node, yaml.SequenceNode):
        items = [_value(item, name, f"{jalur}.{number}") for number, item in enumerate(node.value, start=1)]
        return Nilai(name, jalur, line, column, items)
    return Nilai(name, jalur, line, column, str(node.value))
