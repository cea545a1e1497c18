"""Numbered sources of a page whose records each bring their own: one source, one number, however often it is named."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from catalog.model.umum import Sumber
from catalog.pages.rujukan import NONE, Kutipan, References, cite


class PageReferences(References):
    """The raised numbers of a page, given in the order of first use; ``own`` are sources that texts name by key."""

    __slots__ = ("_own", "_sources")

    def __init__(self, own: Iterable[Sumber] = ()) -> None:
        super().__init__(())
        self._own = {source.id: source for source in own if source.id}
        self._sources: list[Sumber] = []

    def __getitem__(self, keys: tuple[str | Sumber, ...]) -> Markup:
        """Return the raised numbers of these sources, or of the own sources with these keys; '' for none."""
        found = [self._own.get(key) if isinstance(key, str) else key for key in keys]
        identities = dict.fromkeys(self._add(source) for source in found if source)
        return Markup("".join(self._mark(key) for key in identities)) if identities else NONE  # noqa: S704  our own HTML

    def _add(self, source: Sumber) -> str:
        identity = "\n".join((source.judul, source.penerbit, source.tanggal or "", source.tautan or ""))
        if identity not in self._numbers:
            self._sources.append(source)
            self._numbers[identity] = len(self._sources)
        return identity

    def citations(self, further: Iterable[Sumber] = ()) -> list[Kutipan]:
        """Return every source in the order of its number, then ``further`` ones that no text names; ask last."""
        for source in further:
            self._add(source)
        return [cite(source, self.uses(number)) for number, source in enumerate(self._sources, start=1)]
