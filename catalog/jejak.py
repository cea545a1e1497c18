"""What a page was made from: its reads are watched while it is made, and their present values decide if it still holds.

A page is a function of what it reads. Watched is every way from ``PageContext`` to the data, so no reading can be
forgotten by whoever writes a page: what cannot be watched in detail counts as the whole. If everything that was read
then has the same digest now, the page would be made the same way and to the same bytes. What is the same for a whole
build (settings, the larger lists) is left to the fingerprints of ``catalog.tembolok``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, ItemsView, Iterable, Iterator, Mapping, Sequence, ValuesView
from dataclasses import fields
from datetime import date
from functools import cache
from operator import attrgetter
from typing import Any, cast

from catalog.catalog import Daerah, Entri
from catalog.model.isian import Rekaman
from catalog.pages import PageContext
from catalog.pages.environment import template_sources, used_templates
from catalog.tembolok import digest
from catalog.vocabularies import ISTILAH, Vocabularies

Bacaan = tuple[str, Hashable]
"""One thing read: which part of the context, and the key in it; ``SEMUA`` for the part as a whole."""

SEMUA = None
TEMPLAT = "templat"
"""Part of what is read: the key is a template with all that it names."""

_NOT_OF_DATA = frozenset({TEMPLAT, "foto", "ukuran_data"})
"""Parts of what is read that may change while the data is the same."""

_ABSENT = "-"
_LENGTH, _SLICE = "#jumlah", "#iris"
_VALUES_OF_LISTS = tuple(one.name for one in fields(Vocabularies))
_PLAIN = frozenset({str, int, float, bool, date, type(None)})


class Pengamat:
    """A context that notes what is read of it, for one page after the other."""

    def __init__(self, context: PageContext) -> None:
        """Watch ``context``, which itself stays as it is."""
        self._seen: set[Bacaan] = set()
        self.context = cast("PageContext", _Context(context, self._seen))

    def note(self, make: Callable[[PageContext], Any]) -> tuple[Any, tuple[Bacaan, ...]]:
        """Return what ``make`` makes of the context, and what it read of it."""
        self._seen.clear()
        used_templates.clear()
        made = make(self.context)
        return made, (*self._seen, *((TEMPLAT, name) for name in used_templates))


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

    def of(self, bacaan: Iterable[Bacaan]) -> dict[Bacaan, str]:
        """Return the digest of the present value of each."""
        return {one: self._one(one) for one in bacaan}

    def changed(self, former: Mapping[Bacaan, str], same_data: bool = False) -> frozenset[Bacaan]:
        """Return those of ``former`` whose value has another digest now; ``same_data``: what is drawn from the data
        alone is known to be what it was.
        """
        looked_at = [one for one in former if not same_data or one[0] in _NOT_OF_DATA]
        return frozenset(one for one in looked_at if self._one(one) != former[one])

    def assume(self, former: Mapping[Bacaan, str], changed: frozenset[Bacaan]) -> None:
        """Take the digests of ``former`` for those of the present values, but for those that are known to have
        ``changed``.
        """
        self._known.update((one, mark) for one, mark in former.items() if one not in changed)

    def _one(self, one: Bacaan) -> str:
        found = self._known.get(one)
        if found is None:
            found = self._known[one] = digest([self._look(*one)])
        return found

    def _look(self, part: str, key: Any) -> str:
        if part in _READERS:
            return _READERS[part](self, key)
        if part.endswith(_LENGTH):
            return self._length(part.removesuffix(_LENGTH), key)
        if part.endswith(_SLICE):
            return self._slice(part.removesuffix(_SLICE), key)
        value = _part(self._context, part)
        if key is SEMUA and isinstance(value, Mapping):  # each of its values is asked for alone, too
            return "".join(f"{one!r}:{self._one((part, one))}" for one in value)
        if key is SEMUA:
            return self._text(value)
        return self._text(value[key]) if key in value else _ABSENT

    def _text(self, value: Any) -> str:
        """A text that is the same for equal values and for no others; entries and regions stand for their files."""
        kind = value.__class__
        if kind is Entri:
            return f"<{value.berkas} {self._file.get(value.berkas, '')}>"
        return repr(value) if kind in _PLAIN else _writer(kind)(self, value)

    def _region_of(self, value: Daerah) -> str:
        return self._one(("daerah", value.id))

    def _mapping(self, value: Mapping[Any, Any]) -> str:
        return f"{{{','.join(f'{key!r}:{self._text(value[key])}' for key in value)}}}"

    def _set(self, value: frozenset[Any]) -> str:
        return f"{{{','.join(sorted(map(self._text, value)))}}}"

    def _record(self, value: Rekaman) -> str:
        """An isian that is not filled has its default, which the fingerprint covers."""
        filled = [(key, part) for key, part in sorted(vars(value).items()) if part is not None and part != []]
        return f"{{{','.join(f'{key}:{self._text(part)}' for key, part in filled)}}}"

    def _dataclass(self, value: Any) -> str:
        return self._row(_values_of(value.__class__)(value))

    def _row(self, values: list[Any] | tuple[Any, ...]) -> str:
        if _PLAIN.issuperset(map(type, values)):  # most rows of counts
            return repr(tuple(values))
        return f"({','.join(map(self._text, values))})"

    def _length(self, part: str, key: Any) -> str:
        return repr(len(self._sequence(part, key)))

    def _slice(self, part: str, key: Any) -> str:
        inner, start, stop = key
        return self._text(self._sequence(part, inner)[start:stop])

    def _sequence(self, part: str, key: Any) -> Sequence[Any]:
        if part == "entri_of":
            return self._context.catalog.entri_of(key)
        value = _part(self._context, part)
        found: Sequence[Any] = value if key is SEMUA else value.get(key, ())
        return found

    def _region(self, id: str) -> str:
        return repr(sorted(self._of_region.get(id, ()))) if id in self._context.catalog.daerah else _ABSENT

    def _regions(self) -> str:
        return "".join(self._one(("daerah", id)) for id in self._context.catalog.daerah)


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Nilai, Any], str]], ...] = (
    (Daerah, Nilai._region_of),
    ((list, tuple), Nilai._row),
    (Mapping, Nilai._mapping),
    ((set, frozenset), Nilai._set),
    (Rekaman, Nilai._record),
    ((str, int, float, date), lambda now, value: repr(value)),
)

_READERS: dict[str, Callable[[Nilai, Any], str]] = {
    TEMPLAT: lambda now, name: digest(template_sources(name)),
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
def _writer(kind: type) -> Callable[[Nilai, Any], str]:
    """Return what makes the text of values of a kind."""
    for base, write in _WRITERS:
        if issubclass(kind, base):
            return write
    return Nilai._dataclass


@cache
def _values_of(kind: type) -> Callable[[Any], tuple[Any, ...]]:
    """Return what gives the values of a dataclass in its order."""
    names = [one.name for one in fields(kind)]
    return attrgetter(*names) if len(names) > 1 else lambda value: tuple(getattr(value, name) for name in names)


def _part(context: PageContext, part: str) -> Any:
    value: Any = context
    for name in part.split("."):
        value = getattr(value, name)
    return value


class _Watched(Mapping[Any, Any]):
    """A mapping that notes which keys are looked up; to go through it is to read it all."""

    __slots__ = ("_name", "_of", "_seen")

    def __init__(self, name: str, of: Mapping[Any, Any], seen: set[Bacaan]) -> None:
        self._name, self._of, self._seen = name, of, seen

    def __getitem__(self, key: Any) -> Any:
        self._seen.add((self._name, key))
        return self._of[key]

    def get(self, key: Any, default: Any = None) -> Any:
        self._seen.add((self._name, key))
        return self._of.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._seen.add((self._name, cast("Hashable", key)))
        return key in self._of

    def __iter__(self) -> Iterator[Any]:
        self._seen.add((self._name, SEMUA))
        return iter(self._of)

    def __len__(self) -> int:
        self._seen.add((self._name, SEMUA))
        return len(self._of)

    def values(self) -> ValuesView[Any]:
        """Return all values; they need not be noted one by one."""
        self._seen.add((self._name, SEMUA))
        return self._of.values()

    def items(self) -> ItemsView[Any, Any]:
        """Return all keys with their values; they need not be noted one by one."""
        self._seen.add((self._name, SEMUA))
        return self._of.items()


class _Parts(Sequence[Any]):
    """A list that notes its length and its slices alone: a page of a long list depends on its own rows only."""

    __slots__ = ("_key", "_name", "_of", "_seen")

    def __init__(self, name: str, key: Any, of: Sequence[Any], seen: set[Bacaan]) -> None:
        self._name, self._key, self._of, self._seen = name, key, of, seen

    def __len__(self) -> int:
        self._seen.add((self._name + _LENGTH, self._key))
        return len(self._of)

    def __getitem__(self, place: int | slice) -> Any:
        if isinstance(place, slice) and place.step in (None, 1):
            start, stop, _ = place.indices(len(self))
            self._seen.add((self._name + _SLICE, (self._key, start, stop)))
            return self._of[start:stop]
        self._seen.add((self._name, self._key))
        return self._of[place]

    def __iter__(self) -> Iterator[Any]:
        self._seen.add((self._name, self._key))
        return iter(self._of)


class _WatchedLists(_Watched):
    """A mapping to lists, watched as ``_Parts``; that one is there is told by its length, for none is empty."""

    __slots__ = ()

    def __getitem__(self, key: Any) -> Any:
        return _Parts(self._name, key, self._of[key], self._seen)

    def get(self, key: Any, default: Any = None) -> Any:
        self._seen.add((self._name + _LENGTH, key))
        return self[key] if key in self._of else default

    def __contains__(self, key: object) -> bool:
        self._seen.add((self._name + _LENGTH, cast("Hashable", key)))
        return key in self._of


class _Listed:
    """A list that many pages share (``baris``, noted as ``_Parts``), and what is counted over all of it."""

    def __init__(self, name: str, of: Any, seen: set[Bacaan]) -> None:
        self._name, self._of, self._seen = name, of, seen
        self.baris = _Parts(f"{name}.baris", SEMUA, of.baris, seen)

    def __getattr__(self, name: str) -> Any:
        self._seen.add((f"{self._name}.{name}", SEMUA))
        return getattr(self._of, name)


class _Vocabularies:
    """The closed lists: of those that change term by term, the terms that are asked for are noted."""

    def __init__(self, lists: Vocabularies, seen: set[Bacaan]) -> None:
        for name in _VALUES_OF_LISTS:
            value = getattr(lists, name)
            watched = name in ISTILAH or name == "keterangan"
            setattr(self, name, _Watched(f"catalog.vocabularies.{name}", value, seen) if watched else value)


class _Catalog:
    """What of ``Catalog`` pages may use; anything else fails at once."""

    def __init__(self, context: PageContext, seen: set[Bacaan]) -> None:
        catalog = context.catalog
        self._catalog, self._seen = catalog, seen
        self.vocabularies = _Vocabularies(catalog.vocabularies, seen)
        self.nama_wilayah = catalog.nama_wilayah
        self.daerah = _Watched("daerah", catalog.daerah, seen)

    @property
    def entri(self) -> Any:
        self._seen.add(("entri", SEMUA))
        return self._catalog.entri

    @property
    def wilayah_berentri(self) -> Any:
        self._seen.add(("wilayah_berentri", SEMUA))
        return self._catalog.wilayah_berentri

    def find(self, id: str) -> Any:
        self._seen.add(("find", id))
        return self._catalog.find(id)

    def entri_of(self, wilayah: str) -> Any:
        return _Parts("entri_of", wilayah, self._catalog.entri_of(wilayah), self._seen)

    def penduduk_of(self, wilayah: str) -> Any:
        self._seen.add(("daerah", wilayah))
        return self._catalog.penduduk_of(wilayah)

    def kunjungan_of(self, wilayah: str) -> Any:
        self._seen.add(("kunjungan_of", wilayah))
        return self._catalog.kunjungan_of(wilayah)


class _Book:
    def __init__(self, context: PageContext, seen: set[Bacaan]) -> None:
        self._context, self._seen = context, seen
        for name in ("asal", "penerima", "wilayah", "silsilah"):
            setattr(self, name, _Watched(f"buku.{name}", getattr(context.buku, name), seen))
        self.urutan = _Listed("buku.urutan", context.buku.urutan, seen)

    @property
    def pasangan(self) -> Any:
        self._seen.add(("buku.pasangan", SEMUA))
        return self._context.buku.pasangan


class _Statistik:
    """Counts: those of one region by its id, every other one as a whole."""

    def __init__(self, context: PageContext, seen: set[Bacaan]) -> None:
        self._statistik, self._seen = context.statistik, seen
        self.per_wilayah = _Watched("statistik.per_wilayah", context.statistik.per_wilayah, seen)

    def __getattr__(self, name: str) -> Any:
        self._seen.add((f"statistik.{name}", SEMUA))
        return getattr(self._statistik, name)


_BY_KEY = ("foto", "masuk", "pindah", "pintu", "terkait", "ukuran_data")
_AS_A_WHOLE = frozenset({"kunjungan", "hari", "wilayah"})


class _Context:
    """What of ``PageContext`` pages may use; anything else fails at once."""

    def __init__(self, context: PageContext, seen: set[Bacaan]) -> None:
        self._context, self._seen = context, seen
        self.settings, self.tingkat_bukti = context.settings, context.tingkat_bukti
        self.nama_provinsi = context.nama_provinsi
        self.catalog, self.buku = _Catalog(context, seen), _Book(context, seen)
        self.statistik, self.anugerah = _Statistik(context, seen), _Listed("anugerah", context.anugerah, seen)
        self.daftar = _WatchedLists("daftar", context.daftar, seen)
        for name in _BY_KEY:
            setattr(self, name, _Watched(name, getattr(context, name), seen))

    def __getattr__(self, name: str) -> Any:
        if name not in _AS_A_WHOLE:
            raise AttributeError(name)
        self._seen.add((name, SEMUA))
        return getattr(self._context, name)

    def has_wilayah(self, id: str) -> bool:
        self._seen.add(("has_wilayah", id))
        return self._context.has_wilayah(id)
