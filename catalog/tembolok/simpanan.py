"""Values kept between builds, each under the fingerprint it was made with; losing one costs time only.

The folder belongs to the build beside it and is as trusted as the code there: values are pickled. A value is written
whole or not at all, so a build that is killed leaves the one that stood.
"""

from __future__ import annotations

import gc
import os
import pickle
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_UNFINISHED = ".belum-selesai"


class Simpanan:
    """A folder of kept values; None as ``folder`` keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Use ``folder``, which need not exist."""
        self.folder = folder

    def read(self, name: str, fingerprint: str) -> Any:
        """Return the value kept as ``name``; None where there is none of this fingerprint, or it cannot be read."""
        if self.folder is None:
            return None
        try:
            with (self.folder / name).open("rb") as file, _uncollected():
                return pickle.load(file) if file.readline() == _head(fingerprint) else None  # noqa: S301  our own
        except Exception:
            return None

    def write(self, name: str, fingerprint: str, value: Any) -> None:
        """Keep a value as ``name``; a disk that refuses is no fault of the build."""
        if self.folder is None:
            return
        unfinished = self.folder / f"{name}.{os.getpid()}{_UNFINISHED}"
        try:
            unfinished.parent.mkdir(parents=True, exist_ok=True)
            with unfinished.open("wb") as file:
                file.write(_head(fingerprint))
                pickle.dump(value, file, protocol=pickle.HIGHEST_PROTOCOL)
            unfinished.replace(self.folder / name)
        except OSError:
            unfinished.unlink(missing_ok=True)

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
