"""Values kept between builds, each under the fingerprint it was made with; losing one costs time only.

The folder belongs to the build beside it and is as trusted as the code there: values are pickled. A value is written
whole or not at all, so a build that is killed leaves the one that stood.
"""

from __future__ import annotations

import gc
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from isal import isal_zlib

from catalog.tembolok.titipan import ShelfPickler, ShelfUnpickler

FOLDER = Path("build", "tembolok")
"""Where a build keeps what the next one may use, beside the site."""

_UNFINISHED = ".belum-selesai"
_FAST = 1
"""Level of compression: the values are long and alike."""


class Simpanan:
    """A folder of kept values; None as ``folder`` keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Use ``folder``, which need not exist."""
        self.folder = folder

    def read(self, name: str, fingerprint: str) -> Any:
        """Return the value kept as ``name``; None where there is none of this fingerprint, or it cannot be read."""
        return self._read(name, fingerprint, lambda file: pickle.load(file))  # noqa: S301  our own

    def write(self, name: str, fingerprint: str, value: Any) -> bool:
        """Keep a value as ``name`` and return True; a disk that refuses is no fault of the build."""
        return self._write(name, fingerprint, lambda file: pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL))

    def read_apart(self, name: str, fingerprint: str) -> Any:
        """Do the same with a value that ``write_apart`` kept: each ``Titipan`` in it stays on disk until then."""
        return self._read(name, fingerprint, lambda file: ShelfUnpickler(file).load(), stays_open=True)

    def write_apart(self, name: str, fingerprint: str, value: Any) -> None:
        """Do the same, with every ``Titipan`` of the value behind it in the file."""
        self._write(name, fingerprint, lambda file: ShelfPickler(file).dump(value))

    def _read(self, name: str, fingerprint: str, read: Callable[[BinaryIO], Any], stays_open: bool = False) -> Any:
        if self.folder is None:
            return None
        try:
            with ExitStack() as opened, _uncollected():
                file = opened.enter_context((self.folder / name).open("rb"))
                value = read(file) if file.readline() == _head(fingerprint) else None
                if stays_open and value is not None:
                    opened.pop_all()  # closed with the last who knows a value of its shelf
                return value
        except Exception:
            return None

    def _write(self, name: str, fingerprint: str, write: Callable[[BinaryIO], None]) -> bool:
        if self.folder is None:
            return False
        unfinished = self.folder / f"{name}.{os.getpid()}{_UNFINISHED}"
        try:
            unfinished.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(_head(fingerprint))
                write(file)
            unfinished.replace(self.folder / name)
        except OSError:
            unfinished.unlink(missing_ok=True)
            return False
        return True

    def keep_only(self, folder: str, names: frozenset[str]) -> None:
        """Remove the values below ``folder`` that are not among ``names``, and what killed builds left."""
        if self.folder is None or not (self.folder / folder).is_dir():
            return
        for path in (self.folder / folder).iterdir():
            if path.name not in names:
                path.unlink(missing_ok=True)

    def limit(self, folder: str, most: int) -> None:
        """Forget all values below ``folder`` when there are more than ``most``."""
        if self.folder is not None and sum(1 for _ in (self.folder / folder).glob("*")) > most:
            shutil.rmtree(self.folder / folder, ignore_errors=True)

    def clear(self) -> None:
        """Forget everything."""
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def pack(value: Any) -> bytes:
    """Return a value pickled and compressed: a tenth of the memory that it takes as it is."""
    return isal_zlib.compress(pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL), _FAST)


def unpack(packed: bytes) -> Any:
    """Return what ``pack`` was given."""
    return pickle.loads(isal_zlib.decompress(packed))  # noqa: S301  our own


def _head(fingerprint: str) -> bytes:
    return f"{fingerprint}\n".encode()


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the collector of cycles rest while many objects are made at once: half the time."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
