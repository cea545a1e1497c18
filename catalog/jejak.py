"""What a page was made from: its reads are watched while it is made, and their present values decide if it still holds.

A page is a function of what it reads. Watched is every way from ``PageContext`` to the data, so no reading can be
forgotten by whoever writes a page: what cannot be watched in detail counts as the whole. If everything that was read
then has the same digest now, the page would be made the same way and to the same bytes. What is the same for a whole
build (closed lists, settings) is left to the fingerprints of ``catalog.tembolok``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from functools import cache
from typing import Any, cast

from catalog.catalog import Daerah, Entri
from catalog.model.isian import Rekaman
from catalog.pages import PageContext
from catalog.tembolok import digest

Bacaan = tuple[str, Hashable]
"""One thing read: which part of the context, and the key in it; ``SEMUA`` for the part as a whole."""

SEMUA = None
_ABSENT = "-"


class Pengamat:
    """A context that notes what is read of it, for one page after the other."""

    def __init__(self, context: PageContext) -> None:
        """Watch ``context``, which itself stays as it is."""
        self._seen: dict[Bacaan, None] = {}
        self.context = cast("PageContext", _Context(context, self._seen))

    def note(self, make: Callable[[PageContext], Any]) -> tuple[Any, tuple[Bacaan, ...]]:
        """Return what ``make`` makes of the context, and what it read of it, in the order of reading."""
        self._seen.clear()
        made = make(self.context)
        return made, tuple(self._seen)


class Nilai:
    """Digests of the present values; ``sidik`` is file → digest of its bytes (``Loaded.sidik``)."""

    def __init__(self, context: PageContext, sidik: Mapping[str, str]) -> None:
        """Look into ``context`` when a digest is asked for; each is computed once."""
        self._context = context
        self._file = sidik
        self._known: dict[Bacaan, str] = {}
        self._of_region: dict[str, list[str]] = {}
        for file, mark in sidik.items():
            if not file.endswith(".md"):
                self._of_region.setdefault(file.split("/")[1], []).append(f"{file} {mark}")

    def of(self, bacaan: Iterable[Bacaan]) -> str:
        """Return one digest of all that was read, in the order given."""
        return digest(["".join([self._one(one) for one in bacaan])])  # all of one length

    def _one(self, one: Bacaan) -> str:
        found = self._known.get(one)
        if found is None:
            found = self._known[one] = digest([self._look(*one)])
        return found

    def _look(self, part: str, key: Any) -> str:
        if part in _READERS:
            return _READERS[part](self, key)
        value = _part(self._context, part)
        if key is SEMUA and isinstance(value, Mapping):  # each of its values is asked for alone, too
            return "".join(f"{one!r}:{self._one((part, one))}" for one in value)
        if key is SEMUA:
            return self._text(value)
        return self._text(value[key]) if key in value else _ABSENT

    def _text(self, value: Any) -> str:
        """A text that is the same for equal values and for no others; entries and regions stand for their files."""
        if value is None or isinstance(value, str | int | float | date):
            return repr(value)
        if isinstance(value, Entri):
            return f"<{value.id} {self._file.get(value.berkas, '')}>"
        if isinstance(value, Daerah):
            return self._one(("daerah", value.id))
        if isinstance(value, list | tuple):
            return f"({','.join(map(self._text, value))})"
        if isinstance(value, Mapping):
            return f"{{{','.join(f'{key!r}:{self._text(value[key])}' for key in value)}}}"
        if isinstance(value, set | frozenset):
            return f"{{{','.join(sorted(map(self._text, value)))}}}"
        if isinstance(value, Rekaman):  # an isian that is not filled has its default, which the fingerprint covers
            filled = [(key, part) for key, part in sorted(vars(value).items()) if part is not None and part != []]
            return f"{{{','.join(f'{key}:{self._text(part)}' for key, part in filled)}}}"
        return f"({','.join([self._text(getattr(value, name)) for name in _names(value.__class__)])})"

    def _region(self, id: str) -> str:
        return repr(sorted(self._of_region.get(id, ()))) if id in self._context.catalog.daerah else _ABSENT

    def _regions(self) -> str:
        return "".join(self._one(("daerah", id)) for id in self._context.catalog.daerah)


_READERS: dict[str, Callable[[Nilai, Any], str]] = {
    "find": lambda now, id: now._text(now._context.catalog.find(id)),
    "entri": lambda now, key: now._text(now._context.catalog.entri),
    "entri_of": lambda now, wilayah: now._text(now._context.catalog.entri_of(wilayah)),
    "wilayah_berentri": lambda now, key: repr(now._context.catalog.wilayah_berentri),
    "kunjungan_of": lambda now, wilayah: now._text(now._context.catalog.kunjungan_of(wilayah)),
    "daerah": lambda now, id: now._regions() if id is SEMUA else now._region(id),
    "has_wilayah": lambda now, id: repr(now._context.has_wilayah(id)),
    "wilayah": lambda now, key: repr(now._context.wilayah),
}


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


def _part(context: PageContext, part: str) -> Any:
    value: Any = context
    for name in part.split("."):
        value = getattr(value, name)
    return value


class _Watched(Mapping[Any, Any]):
    """A mapping that notes which keys are looked up; to go through it is to read it all."""

    __slots__ = ("_name", "_of", "_seen")

    def __init__(self, name: str, of: Mapping[Any, Any], seen: dict[Bacaan, None]) -> None:
        self._name, self._of, self._seen = name, of, seen

    def __getitem__(self, key: Any) -> Any:
        self._seen[(self._name, key)] = None
        return self._of[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._seen[(self._name, key)] = None
        return self._of.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen[(self._name, cast("Hashable", key))] = None
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._seen[(self._name, SEMUA)] = None
        return iter(self._of)

    def __len__(self) -> int:
        self._seen[(self._name, SEMUA)] = None
        return len(self._of)


class _Catalog:
    """What of ``Catalog`` pages may use; anything else fails at once."""

    def __init__(self, context: PageContext, seen: dict[Bacaan, None]) -> None:
        catalog = context.catalog
        self._catalog, self._seen = catalog, seen
        self.vocabularies = catalog.vocabularies
        self.nama_wilayah = catalog.nama_wilayah
        self.daerah = _Watched("daerah", catalog.daerah, seen)

    @property
    def entri(self) -> Any:
        self._seen[("entri", SEMUA)] = None
        return self._catalog.entri

    @property
    def wilayah_berentri(self) -> Any:
        self._seen[("wilayah_berentri", SEMUA)] = None
        return self._catalog.wilayah_berentri

    def find(self, id: str) -> Any:
        self._seen[("find", id)] = None
        return self._catalog.find(id)

    def entri_of(self, wilayah: str) -> Any:
        self._seen[("entri_of", wilayah)] = None
        return self._catalog.entri_of(wilayah)

    def kunjungan_of(self, wilayah: str) -> Any:
        self._seen[("kunjungan_of", wilayah)] = None
        return self._catalog.kunjungan_of(wilayah)


class _Book:
    def __init__(self, context: PageContext, seen: dict[Bacaan, None]) -> None:
        self._context, self._seen = context, seen
        for name in ("asal", "penerima", "wilayah", "silsilah"):
            setattr(self, name, _Watched(f"buku.{name}", getattr(context.buku, name), seen))

    @property
    def pasangan(self) -> Any:
        self._seen[("buku.pasangan", SEMUA)] = None
        return self._context.buku.pasangan


class _Statistik:
    """Counts: those of one region by its id, every other one as a whole."""

    def __init__(self, context: PageContext, seen: dict[Bacaan, None]) -> None:
        self._statistik, self._seen = context.statistik, seen
        self.per_wilayah = _Watched("statistik.per_wilayah", context.statistik.per_wilayah, seen)

    def __getattr__(self, name: str) -> Any:
        self._seen[(f"statistik.{name}", SEMUA)] = None
        return getattr(self._statistik, name)


_BY_KEY = ("foto", "masuk", "pindah", "pintu", "daftar", "terkait", "ukuran_data")
_AS_A_WHOLE = frozenset({"anugerah", "kunjungan", "hari", "wilayah"})


class _Context:
    """What of ``PageContext`` pages may use; anything else fails at once."""

    def __init__(self, context: PageContext, seen: dict[Bacaan, None]) -> None:
        self._context, self._seen = context, seen
        self.settings, self.tingkat_bukti = context.settings, context.tingkat_bukti
        self.nama_provinsi = context.nama_provinsi
        self.catalog, self.buku = _Catalog(context, seen), _Book(context, seen)
        self.statistik = _Statistik(context, seen)
        for name in _BY_KEY:
            setattr(self, name, _Watched(name, getattr(context, name), seen))

    def __getattr__(self, name: str) -> Any:
        if name not in _AS_A_WHOLE:
            raise AttributeError(name)
        self._seen[(name, SEMUA)] = None
        return getattr(self._context, name)

    def has_wilayah(self, id: str) -> bool:
        self._seen[("has_wilayah", id)] = None
        return self._context.has_wilayah(id)
