"""Lineages: an innovation, those that come from it, and those that come from them in turn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from catalog.catalog import Catalog
from catalog.replikasi.pasangan import Pasangan

TERSEDIKIT = 2
"""Descendants from which on a picture tells more than a sentence."""

_NOT_A_LINE = frozenset({"minat", "kunjungan"})
"""Stages from which nothing has descended; an agreement is drawn, as one."""


@dataclass(frozen=True, slots=True)
class Simpul:
    """One member of a lineage: an entry, or a region that has no entry of its own for the copy.

    ``nama`` is the id of an entry or of a region, or a text. ``induk`` is the place of its parent in the rows, -1 for
    the root; ``pasangan`` leads from there to here, None for the root. ``ulang`` marks an entry that already stands
    elsewhere, in this lineage or another, where what comes from it is shown.
    """

    nama: str
    kedalaman: int
    induk: int
    pasangan: Pasangan | None
    ulang: bool = False


@dataclass(frozen=True, slots=True)
class Silsilah:
    """A lineage: the root first, every other member below its parent, before the parent's next child."""

    akar: str
    simpul: tuple[Simpul, ...]

    @property
    def turunan(self) -> int:
        """How many descendants it has; an entry that stands in two places counts once."""
        return _count(self.simpul)


def has_descended(pair: Pasangan) -> bool:
    """Return whether a pair is a line of a lineage: more than interest or a visit."""
    return pair.tahap not in _NOT_A_LINE


def copies_of(pair: Pasangan) -> tuple[str, ...]:
    """Return the members that a pair adds to a lineage: the adopter's entries, else the adopter itself."""
    return pair.entri or (pair.penerima,)


def find_lineages(pairs: Iterable[Pasangan], catalog: Catalog) -> tuple[Silsilah, ...]:
    """Return every lineage of two or more descendants, the largest first, then by its root; linear in the pairs.

    Roots are the innovations that come from no other. In a circle, which validation reports, the first by id is one.
    """
    children: dict[str, list[tuple[str, Pasangan]]] = {}
    has_parent: set[str] = set()
    for pair in pairs:
        if has_descended(pair):
            children.setdefault(pair.asal, []).extend((name, pair) for name in copies_of(pair))
            has_parent.update(pair.entri)
    placed: set[str] = set()
    order = [*sorted(children.keys() - has_parent), *sorted(children.keys() & has_parent)]
    found = [Silsilah(root, _rows(root, children, placed, catalog)) for root in order if root not in placed]
    large = [one for one in found if one.turunan >= TERSEDIKIT]
    return tuple(sorted(large, key=lambda one: (-one.turunan, one.akar)))


def _count(members: Sequence[Simpul]) -> int:
    """Descendants, told apart by their name; places without an entry also by whose copy they have."""
    root = members[0].nama
    return len({(s.nama, "" if "/" in s.nama else members[s.induk].nama) for s in members if s.nama != root})


def _rows(
    root: str, children: Mapping[str, Sequence[tuple[str, Pasangan]]], placed: set[str], catalog: Catalog
) -> tuple[Simpul, ...]:
    rows: list[Simpul] = []
    waiting = [Simpul(root, 0, -1, None)]
    while waiting:
        one = waiting.pop()
        is_entry = catalog.find(one.nama) is not None
        one = replace(one, ulang=is_entry and one.nama in placed)
        if is_entry or one.induk < 0:
            placed.add(one.nama)
        rows.append(one)
        if (is_entry and not one.ulang) or one.induk < 0:
            waiting.extend(reversed(list(_below(one, len(rows) - 1, children))))
    return tuple(rows)


def _below(one: Simpul, place: int, children: Mapping[str, Sequence[tuple[str, Pasangan]]]) -> Iterator[Simpul]:
    for name, pair in children.get(one.nama, ()):
        yield Simpul(name, one.kedalaman + 1, place, pair)
