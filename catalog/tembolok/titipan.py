"""Values that lie on disk until somebody asks: each is a part of the file of a kept value, and fetched by its place.

A catalogue of 100,000 entries is worked through one after the other; what nobody looks at just now takes no memory.
"""

from __future__ import annotations

import os
import pickle
from functools import lru_cache
from io import BytesIO
from typing import Any, BinaryIO

_LENGTH = 8
"""Bytes of the number that tells how long a shelf is."""

_REMEMBERED = 256
"""Values fetched last that are kept in memory: what makes a page asks for the same ones again and again."""


class Rak:
    """The part of a file in which values lie one after the other; the file stays open as long as one is known."""

    __slots__ = ("_file", "_start")

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._start = file, 0

    def begin_here(self) -> None:
        """Let the values begin where the file has been read to.

        Raises:
            OSError: the file does not hold all of them.
        """
        size = int.from_bytes(self._file.read(_LENGTH), "little")
        self._start = self._file.tell()
        if os.fstat(self._file.fileno()).st_size != self._start + size:
            raise OSError(f"{self._file.name}: cut short")

    def take(self, start: int, size: int) -> bytes:
        """Return a value as it was pickled; safe in many processes and threads at once."""
        return os.pread(self._file.fileno(), size, self._start + start)


class Titipan:
    """A value put away: call it to get the value. In memory while it has not been kept, then on disk."""

    __slots__ = ("_from", "_size", "_start")

    def __init__(self, value: Any) -> None:
        """Put away ``value``, which must not change any more."""
        self._from, self._start, self._size = value, -1, 0

    @classmethod
    def on_shelf(cls, rak: Rak, start: int, size: int) -> Titipan:
        """Return what lies at a place of a shelf."""
        made = cls(rak)
        made._start, made._size = start, size
        return made

    def __call__(self) -> Any:
        """Return the value."""
        return self._from if self._start < 0 else _fetch(self)

    def pickled(self) -> bytes:
        """Return the value as it lies on a shelf."""
        if self._start < 0:
            return pickle.dumps(self._from, protocol=pickle.HIGHEST_PROTOCOL)
        return self._from.take(self._start, self._size)

    def __reduce__(self) -> tuple[Any, ...]:
        return Titipan, (self(),)


@lru_cache(maxsize=_REMEMBERED)
def _fetch(one: Titipan) -> Any:
    return pickle.loads(one.pickled())  # noqa: S301  our own


class ShelfPickler(pickle.Pickler):
    """Pickles a value, and behind it everything that is put away in it."""

    def __init__(self, file: BinaryIO) -> None:
        """Write to ``file``."""
        super().__init__(file, protocol=pickle.HIGHEST_PROTOCOL)
        self._file, self._shelf = file, BytesIO()

    def dump(self, obj: Any) -> None:
        """Write the value; nothing may be written behind it."""
        super().dump(obj)
        self._file.write(self._shelf.tell().to_bytes(_LENGTH, "little"))
        self._file.write(self._shelf.getbuffer())

    def persistent_id(self, obj: Any) -> tuple[int, int] | None:
        """Return the place of what is put away; None for anything else."""
        if obj.__class__ is not Titipan:
            return None
        data = obj.pickled()
        start = self._shelf.tell()
        self._shelf.write(data)
        return start, len(data)


class ShelfUnpickler(pickle.Unpickler):
    """Unpickles what ``ShelfPickler`` wrote; what is put away stays on disk."""

    def __init__(self, file: BinaryIO) -> None:
        """Read from ``file``, which must stay open."""
        super().__init__(file)
        self._shelf = Rak(file)

    def persistent_load(self, pid: tuple[int, int]) -> Titipan:
        """Return what lies at a place."""
        return Titipan.on_shelf(self._shelf, *pid)

    def load(self) -> Any:
        """Return the value; behind it in the file lies the shelf."""
        value = super().load()
        self._shelf.begin_here()
        return value
