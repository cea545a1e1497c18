"""The small raised numbers that lead from a statement to its source, and back again."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from markupsafe import Markup

from catalog.indonesian import tanggal
from catalog.model.umum import Sumber

NONE = Markup("")

_USUAL = re.compile(r"https?://([a-z0-9.-]+)(?:/[!-~]*)?")
"""Nearly every address: nothing that a browser would read otherwise than it looks."""


class References:
    """The uses of an entry's sources, lettered in the order they are asked for: ask in the order of the page."""

    __slots__ = ("_numbers", "_uses")

    def __init__(self, sumber: Iterable[Sumber]) -> None:
        self._numbers: dict[str, int] = {}
        for number, source in enumerate(sumber, start=1):
            if source.id:
                self._numbers.setdefault(source.id, number)
        self._uses: dict[int, int] = {}

    def __getitem__(self, keys: tuple[str, ...]) -> Markup:
        """Return the raised numbers of these source keys, '' for none; a key without a source is left out.

        Written ``ref[keys]`` in templates: a subscript costs them a third of a call.
        """
        return Markup("".join([self._mark(key) for key in keys if key in self._numbers])) if keys else NONE  # noqa: S704

    def _mark(self, key: str) -> str:
        number = self._numbers[key]
        self._uses[number] = uses = self._uses.get(number, 0) + 1
        letter = letters(uses)
        return (
            f'<sup class="rujukan"><a href="#s{number}" id="r{number}{letter}"'
            f' aria-label="Sumber {number}">{number}</a></sup>'
        )

    def uses(self, number: int) -> tuple[str, ...]:
        """Return the letters of the uses of a source so far."""
        return tuple(letters(use) for use in range(1, self._uses.get(number, 0) + 1))


def letters(number: int) -> str:
    """Return 1 → 'a', 26 → 'z', 27 → 'aa'."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


@dataclass(frozen=True, slots=True)
class Kutipan:
    """One source as it is cited: ``host`` is what its link shows or empty, ``balik`` the letters of its uses.

    ``mati`` says since when its address no longer opens, '' while it does.
    """

    judul: str
    terbit: str
    tautan: str | None
    host: str
    balik: tuple[str, ...] = ()
    mati: str = ""


def cite(source: Sumber, balik: tuple[str, ...] = ()) -> Kutipan:
    """Return a source as it is cited: title; publisher and date; address."""
    published = ", ".join(part for part in (source.penerbit, tanggal(source.tanggal) if source.tanggal else "") if part)
    dead = tanggal(source.tautan_mati_sejak) if source.tautan_mati_sejak else ""
    return Kutipan(source.judul, published, source.tautan, host_of(source.tautan), balik, dead)


@lru_cache(maxsize=1024)
def host_of(address: str | None) -> str:
    """Return the readable host of an address: 'https://www.contoh.go.id/x' → 'contoh.go.id'; '' for none."""
    if not address:
        return ""
    usual = _USUAL.fullmatch(address)
    return (usual[1] if usual else urlsplit(address).netloc).removeprefix("www.")
