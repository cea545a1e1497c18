"""Replication on the page of an entry: the pairs of the ledger in which it is the origin or the copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from catalog.catalog import Entri
from catalog.iid import current_edition
from catalog.indonesian import tanggal
from catalog.pages.context import PageContext
from catalog.pages.replikasi_baris import (
    badge,
    count_sentence,
    difference,
    entries_of,
    stage_name,
    stage_word,
    state_line,
    title,
    why_not,
)
from catalog.pages.silsilah import lineage_path
from catalog.pages.tautan import Tautan, entry_link, region_link
from catalog.replikasi import BELUM_DISEBUT, NYATA, TAHAP, Pasangan, Rujukan, copies_of, counted, has_descended

Kunci = tuple[str, ...]
"""Keys of the entry's own sources."""


@dataclass(frozen=True, slots=True)
class Pihak:
    """The other end of one pair: ``sumber`` are keys of the entry's own sources where all that is said rests on them.

    ``rincian`` are (heading, text, keys) and ``langkah`` (stage, date, keys), whose keys are () where ``sumber`` has
    them all; what the other side says is sourced on its own page, to which ``pihak`` or ``entri`` leads.
    """

    pihak: Tautan
    entri: Sequence[Tautan]
    tahap: str
    lencana: str
    ket: str
    belum: str
    langkah: Sequence[tuple[str, str, Kunci]]
    rincian: Sequence[tuple[str, str, Kunci]]
    selisih: Sequence[str]
    sumber: Kunci


@dataclass(frozen=True, slots=True)
class ReplikasiView:
    """The section: ``dari`` where it comes from, ``oleh`` who took it over or means to, under the heading ``judul``.

    ``hitungan`` is the count for the indicator in a sentence, '' where nobody took it over; ``silsilah`` the address
    of its lineage or ''.
    """

    dari: Sequence[Pihak]
    oleh: Sequence[Pihak]
    judul: str
    hitungan: str
    silsilah: str

    def __bool__(self) -> bool:
        return bool(self.dari or self.oleh)


def replication_view(entri: Entri, context: PageContext) -> ReplikasiView:
    """Return the pairs of an entry, the furthest stage first; guests of whom no more is known are among the visits."""
    book = context.buku
    origins = book.penerima.get(entri.id, ())
    copies = [pair for pair in book.asal.get(entri.id, ()) if not pair.hanya_kunjungan]
    abroad = [pair for pair in copies if not pair.sewilayah]
    return ReplikasiView(
        dari=[_side(pair, entry_link(pair.asal, context), (), entri, context) for pair in origins],
        oleh=[
            _side(pair, region_link(pair.penerima, context), entries_of(pair, context), entri, context)
            for pair in sorted(copies, key=_furthest_first)
        ],
        judul=_heading(copies),
        hitungan=count_sentence(counted(abroad), current_edition(context.catalog.vocabularies.iid)) if abroad else "",
        silsilah=lineage_path(entri.id) if _heads_a_lineage(entri.id, origins, copies) else "",
    )


def _heading(copies: Sequence[Pasangan]) -> str:
    """Who took it over, as far as that is known: an agreement is no copy, an unknown stage no certain one."""
    if any(pair.sewilayah or pair.tahap in (*NYATA, "berhenti") for pair in copies):
        return "Ditiru oleh"
    if any(pair.tahap == BELUM_DISEBUT for pair in copies):
        return "Disebut sebagai asal oleh"
    return "Minat dan kesepakatan daerah lain"


def _furthest_first(pair: Pasangan) -> tuple[bool, int, str]:
    return pair.sewilayah, -(TAHAP.index(pair.tahap) if pair.tahap else -1), pair.penerima


def _heads_a_lineage(id: str, origins: Iterable[Pasangan], copies: Iterable[Pasangan]) -> bool:
    """Return whether two or more descend directly from the entry and itself from none.

    Longer lineages exist, but whether one does depends on entries two steps away, at which this page may not look.
    """
    if any(has_descended(pair) for pair in origins):
        return False
    return len({name for pair in copies if has_descended(pair) for name in copies_of(pair)} - {id}) > 1


def _side(pair: Pasangan, other: Tautan, entries: Sequence[Tautan], entri: Entri, context: PageContext) -> Pihak:
    events = [(e, _own(e.sumber, entri)) for e in pair.peristiwa]
    statements = [(s, _own(s.sumber, entri)) for s in pair.pernyataan]
    groups = {keys for e, keys in events if keys} | {keys for s, keys in statements if keys}
    shared = groups.pop() if len(groups) == 1 else ()
    return Pihak(
        pihak=other,
        entri=entries,
        tahap=stage_word(pair, context),
        lencana=badge(pair),
        ket=state_line(pair),
        belum=why_not(pair),
        langkah=[
            (stage_name(e.tahap, context).lower(), tanggal(e.tanggal) if e.tanggal else "", () if shared else keys)
            for e, keys in events
        ]
        if len(events) > 1
        else (),
        rincian=[(title(s, pair), s.teks, () if shared else keys) for s, keys in statements],
        selisih=[difference(one, context) for one in pair.selisih],
        sumber=shared or (events[0][1] if len(events) == 1 else ()),
    )


def _own(sources: Iterable[Rujukan], entri: Entri) -> Kunci:
    """Keys of those sources that stand in the entry's own list."""
    return tuple(one.sumber.id for one in sources if one.entri == entri.id and one.sumber.id)
