"""What stands in a file and in no isian of the model: comments, and isian that nobody knows yet.

Whoever edits an entry without having seen its file cannot mean to delete them, so they are kept, or at least named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.reading import SourceRecord, parse_record
from catalog.record_text.bodies import body_parts
from catalog.record_text.normal import normal
from catalog.record_text.revise import revise_entry, revise_register
from catalog.validation.plans import plan_of

__all__ = ["NOTHING", "Lebih", "keep_unseen", "lost_between"]


@dataclass(frozen=True, slots=True)
class Lebih:
    """Comments as typed, ``#`` included, and the names of unknown isian (``biaya.pajak``), each in the file's order."""

    komentar: tuple[str, ...]
    isian: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.komentar or self.isian)


NOTHING = Lebih((), ())


def lost_between(lama: str, baru: str, berkas: str) -> Lebih:
    """Return what ``lama`` holds beyond the model and ``baru`` does not; nothing where one of them cannot be read."""
    old, new = parse_record(lama, berkas)[0], parse_record(baru, berkas)[0]
    if old is None or new is None:
        return NOTHING
    known = _class_of(berkas)
    return Lebih(
        _without(_comments(old), _comments(new)),
        _without(_names(old.data, known), _names(new.data, known)),
    )


def keep_unseen(lama: str, baru: str, berkas: str) -> str:
    """Return ``baru`` with what only ``lama`` holds beyond the model, written into the lines of ``lama``.

    It is ``baru`` itself where nothing would be lost, where either cannot be read, and where ``baru`` brings comments
    of its own: then somebody had a file before them, and only people can join the two.
    """
    lost = lost_between(lama, baru, berkas)
    old, new = parse_record(lama, berkas)[0], parse_record(baru, berkas)[0]
    if not lost or old is None or new is None or _without(_comments(new), _comments(old)):
        return baru
    known = _class_of(berkas)
    data = _with_unknown(old.data, new.data, known)
    base = lama if lost.komentar else baru
    if known is Inovasi:
        kept = revise_entry(base, berkas, data, body_parts(new.badan))
    else:
        kept = revise_register(base, berkas, data, known)
    return kept if len(_flat(lost_between(lama, kept, berkas))) < len(_flat(lost)) else baru


def _class_of(berkas: str) -> type[Rekaman]:
    return REGISTER.get(berkas.rpartition("/")[2], Inovasi)


def _flat(lost: Lebih) -> tuple[str, ...]:
    return (*lost.komentar, *lost.isian)


def _without(one: Iterator[str], other: Iterator[str]) -> tuple[str, ...]:
    """Return what ``one`` has more of than ``other``, in its order."""
    left = Counter(other)
    found = []
    for text in one:
        if left[text]:
            left[text] -= 1
        else:
            found.append(text)
    return tuple(found)


def _comments(record: SourceRecord) -> Iterator[str]:
    """Yield the comments of a file; a ``#`` inside a value is none."""
    values = list(_texts(record.data)) if record.komentar else []
    for _, _, text in record.komentar:
        if not any(text.rstrip("\"' ,]}") in value for value in values):
            yield text.rstrip()


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, Mapping):
        for child in value.values():
            yield from _texts(child)
    elif isinstance(value, list | tuple):
        for child in value:
            yield from _texts(child)
    elif isinstance(value, str):
        yield value


def _names(data: Mapping[str, Any], rekaman: type[Rekaman], before: str = "") -> Iterator[str]:
    """Yield the unknown isian at every depth, one for each record of a list that has it."""
    plans = plan_of(rekaman)
    for key, value in data.items():
        if key not in plans:
            yield f"{before}{key}"
        elif (child := plans[key].rekaman) is not None:
            for item in value if isinstance(value, list) else [value]:
                if isinstance(item, Mapping):
                    yield from _names(item, child, f"{before}{key}.")


def _with_unknown(old: Mapping[str, Any], new: Mapping[str, Any], rekaman: type[Rekaman]) -> dict[str, Any]:
    plans = plan_of(rekaman)
    joined = dict(new)
    for key, value in old.items():
        if key not in plans:
            joined.setdefault(key, value)
        elif key in new and (child := plans[key].rekaman) is not None:
            joined[key] = _joined(value, new[key], child)
    return joined


def _joined(old: Any, new: Any, rekaman: type[Rekaman]) -> Any:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        return _with_unknown(old, new, rekaman)
    if isinstance(old, list) and isinstance(new, list):
        return [_with_unknown(one, item, rekaman) if one else item for one, item in _pairs(old, new, rekaman)]
    return new


def _pairs(old: list[Any], new: list[Any], rekaman: type[Rekaman]) -> Iterator[tuple[Mapping[str, Any] | None, Any]]:
    """Yield each new record of a list with its old one: it says the same, or some of it in the same place."""
    told = [_known_part(item, rekaman) for item in old]
    taken: set[int] = set()
    for number, item in enumerate(new):
        part = _known_part(item, rekaman)
        same = [at for at, one in enumerate(told) if one == part and at not in taken]
        at = same[0] if same else number if len(old) == len(new) else None
        before = None if at is None or at in taken else told[at]
        if at is None or not part or not before or not any(before.get(key) == value for key, value in part.items()):
            yield None, item
        else:
            taken.add(at)
            yield old[at], item


def _known_part(item: Any, rekaman: type[Rekaman]) -> dict[str, Any] | None:
    if not isinstance(item, Mapping):
        return None
    plans = plan_of(rekaman)
    return {key: value for key, value in normal(item, rekaman).items() if key in plans}
