"""Stages of one pair: what both sides say becomes one line of events; the furthest is found, differences are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from catalog.replikasi.pasangan import ASAL, BELUM_DISEBUT, NYATA, PENERIMA, TAHAP, Peristiwa, Selisih

_RANK = {stage: number for number, stage in enumerate(TAHAP)}


def agree(one: str, other: str) -> bool:
    """Return whether two dates can be the same day: '2021' and '2021-06-03' can, and an unknown one agrees with any."""
    shared = min(len(one), len(other))
    return one[:shared] == other[:shared]


def is_later(one: str, other: str) -> bool:
    """Return whether a date is surely later than another; never for an unknown one."""
    shared = min(len(one), len(other))
    return one[:shared] > other[:shared]


def merge(events: Iterable[Peristiwa]) -> tuple[Peristiwa, ...]:
    """Return the events in the order of the stages, then of their dates; those that say the same become one.

    One stage at dates that agree is one event, with the more precise date and every side and source. Two visits that
    are told apart by their topics stay two.
    """
    merged: list[Peristiwa] = []
    for event in sorted(events, key=lambda e: (_RANK[e.tahap], -len(e.tanggal), e.tanggal, e.pihak, e.perihal)):
        place = next((n for n, known in enumerate(merged) if _is_same(known, event)), None)
        if place is None:
            merged.append(event)
        else:
            merged[place] = _join(merged[place], event)
    return tuple(sorted(merged, key=lambda e: (_RANK[e.tahap], e.tanggal, e.perihal)))


def _is_same(known: Peristiwa, event: Peristiwa) -> bool:
    if known.tahap != event.tahap or not agree(known.tanggal, event.tanggal):
        return False
    return not (known.perihal and event.perihal) or bool(known.tanggal == event.tanggal != "")


def _join(known: Peristiwa, event: Peristiwa) -> Peristiwa:
    return replace(
        known,
        pihak=tuple(sorted({*known.pihak, *event.pihak})),
        sumber=tuple(dict.fromkeys((*known.sumber, *event.sumber))),
        perihal=known.perihal or event.perihal,
    )


def furthest(events: Sequence[Peristiwa]) -> tuple[str, str]:
    """Return the furthest stage with its newest date, ('', '') without events.

    A copy that stopped runs again when a side that tells so also tells of a surely later date at which it ran.
    """
    if not events:
        return BELUM_DISEBUT, ""
    stage = max((event.tahap for event in events), key=_RANK.__getitem__)
    if stage == "berhenti":
        again = _ran_again([event for event in events if event.tahap == stage], events)
        if again:
            return furthest(again)
    return stage, max(event.tanggal for event in events if event.tahap == stage)


def _ran_again(stops: Sequence[Peristiwa], events: Sequence[Peristiwa]) -> list[Peristiwa]:
    last = max(event.tanggal for event in stops)
    sides = {side for event in stops for side in event.pihak}
    later = (e for e in events if e.tahap in NYATA and last and is_later(e.tanggal, last))
    return [event for event in later if sides.intersection(event.pihak)]


def differences(events: Sequence[Peristiwa]) -> tuple[Selisih, ...]:
    """Return where the sides contradict each other, visits left out: ``events`` as each side gave them, not merged.

    Different stages are a difference unless the dates explain it: who speaks of the lower stage spoke earlier. Of one
    stage both may give several dates; they differ when none of one side agrees with any of the other.
    """
    origin = [e for e in events if ASAL in e.pihak and e.tahap != "kunjungan"]
    adopter = [e for e in events if PENERIMA in e.pihak and e.tahap != "kunjungan"]
    if not origin or not adopter:
        return ()
    return (*_stage_difference(origin, adopter), *_date_differences(origin, adopter))


def _stage_difference(origin: Sequence[Peristiwa], adopter: Sequence[Peristiwa]) -> tuple[Selisih, ...]:
    own, other = furthest(origin), furthest(adopter)
    if own[0] == other[0]:
        return ()
    low, high = sorted((own, other), key=lambda reached: _RANK[reached[0]])
    if low[1] and high[1] and is_later(high[1], low[1]):
        return ()
    return (Selisih("tahap", *own, *other),)


def _date_differences(origin: Sequence[Peristiwa], adopter: Sequence[Peristiwa]) -> Iterable[Selisih]:
    for stage in TAHAP:
        own = [e.tanggal for e in origin if e.tahap == stage]
        other = [e.tanggal for e in adopter if e.tahap == stage]
        if own and other and not any(agree(one, two) for one in own for two in other):
            yield Selisih("tanggal", stage, max(own), stage, max(other))
