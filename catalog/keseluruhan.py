"""What is drawn from the catalogue as a whole: counts, likeness, open data, the search; and whether it still holds.

One changed entry changes all of it. While no file of the data has changed, as after a change of a page's template, it
is taken over from the last build.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from catalog.bersama import scan
from catalog.data_terbuka import open_data
from catalog.exports import WHOLE_SET
from catalog.ingatan import Ingatan, Seluruh
from catalog.konfirmasi import build_day
from catalog.lama import Awal
from catalog.load import Loaded
from catalog.mampat import ENDING
from catalog.search.pecahan import Kept
from catalog.search.write import write_search
from catalog.settings import Settings
from catalog.sinonim import load_sinonim
from catalog.statistics import Statistik, count_statistics
from catalog.tembolok import digest, file_digest, pack, search_fingerprint, unpack
from catalog.terkait import read_weights
from catalog.vocabularies import ISTILAH
from catalog.writing import write_file, write_whole_set

_DATA, _SEARCH = "data-terbuka", "pencarian"
"""Names under which the files of each are known."""

_COUNTS = "hitungan"
"""Name under which counts and likeness are kept."""

_JELAJAH = "jelajah"
"""Folder of what the search fetches, and of its page."""


class Keseluruhan:
    """What one build draws from the whole: what of it was taken over, and what makes the rest, in any process."""

    def __init__(
        self, loaded: Loaded, root: Path, settings: Settings, memory: Ingatan, start: Awal, with_search: bool
    ) -> None:
        """Take over what still holds into the release of ``start``; nothing else may be written there before."""
        self._loaded, self._root, self._settings, self._memory = loaded, root, settings, memory
        self._release = start.release
        self._lists = search_fingerprint(root, memory.mesin)
        self._mark = _data_mark(loaded, root, memory)
        self._search_mark = digest([self._mark, self._lists]) if self._mark and with_search else ""
        self._data = start.take_whole(_DATA, self._mark)
        self.same_data = bool(self._data)  # catalogue and closed lists say what they said in the last build
        self.lacks_search = with_search and not start.take_whole(_SEARCH, self._search_mark)

    def make_figures(self) -> Iterator[object]:
        """Yield the statistics, then the related entries by id; then write the open data but the file of all entries,
        and yield all its files, packed: what is larger than a pipe keeps this process waiting, with all its memory.
        """
        figures = self._count()
        yield (statistik := next(figures))
        yield from figures
        yield pack(self._data or self._write_data(statistik))

    def make_search(self, processes: int) -> None:
        """Write what the search fetches, as far as it does not hold index by index."""
        sinonim = load_sinonim(self._root / "vocabularies" / "sinonim.yml")
        memory = self._memory
        kept = Kept(memory.simpanan, memory.mesin, self._lists, self._loaded.sidik)
        write_search(self._loaded.catalog, self._release / _JELAJAH, processes, sinonim, kept)

    def complete_data(self, packed: bytes) -> tuple[str, ...]:
        """Write the file of all entries from those of each, once these are there; return all files of the open data.

        ``packed`` is what ``make_figures`` yielded last.
        """
        if not self.same_data:
            write_whole_set(self._loaded.catalog, self._release)
        self._data = unpack(packed)
        return self._data

    def known(self) -> dict[str, Seluruh]:
        """Return what the next build may take over of the finished release."""
        found = {_DATA: Seluruh(self._mark, self._data), _SEARCH: Seluruh(self._search_mark, self._search_files())}
        return {name: one for name, one in found.items() if one.tanda}

    def _count(self) -> Iterator[Any]:
        known: tuple[Any, Any] | None = self._memory.simpanan.read(_COUNTS, self._mark) if self._mark else None
        if known:
            yield from known
            return
        from catalog.terkait.story import relate  # brings numpy, which most builds do without

        loaded = self._loaded
        yield (statistik := count_statistics(loaded.catalog))
        weights = read_weights(self._root / "vocabularies")
        words = {id: sari.kata for id, sari in loaded.sari.items()}
        yield (terkait := relate(loaded.catalog, weights, doors_of(loaded), kata=words))
        if self._mark:
            self._memory.simpanan.write(_COUNTS, self._mark, (statistik, terkait))

    def _write_data(self, statistik: Statistik) -> tuple[str, ...]:
        files = open_data(self._loaded.catalog, statistik, self._settings, self._root / "vocabularies")
        for path, make in files.items():
            made = make()
            write_file(self._release, path, made if isinstance(made, bytes) else made.encode("utf-8"))
        return (WHOLE_SET, *files)

    def _search_files(self) -> tuple[str, ...]:
        folder = self._release / _JELAJAH
        files = scan(folder) if folder.is_dir() else ()
        return tuple(sorted(f"{_JELAJAH}/{file}" for file in files if not file.endswith((".html", ENDING))))


def doors_of(loaded: Loaded) -> dict[str, tuple[str, ...]]:
    """Return entry id → ids of the everyday problems behind whose doors it stands."""
    return {entri.id: loaded.sari[entri.id].pintu for entri in loaded.catalog.entri}


def _data_mark(loaded: Loaded, root: Path, memory: Ingatan) -> str:
    """A mark of everything that catalogue and lists say; '' where the bytes of a file are not known."""
    if not all(loaded.sidik.values()):
        return ""
    lists = [file_digest(str(root / "vocabularies" / f"{name}.yml")) for name in ISTILAH.values()]
    return digest([memory.tampilan, str(build_day()), *lists, *loaded.berkas, *chain(*sorted(loaded.sidik.items()))])
