"""The ledger: every row and visit put to its pair, one pass over the catalogue, whatever order its files come in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from catalog.catalog import Catalog
from catalog.replikasi.catatan import Catatan, Kunci, Tempat, Ujung, read_notes
from catalog.replikasi.kunjungan import read_visits
from catalog.replikasi.pasangan import BELUM_DISEBUT, Pasangan, Peristiwa, Pernyataan, side_of
from catalog.replikasi.silsilah import Silsilah, find_lineages
from catalog.replikasi.tahap import differences, furthest, merge
from catalog.replikasi.urutan import Urutan, order_pairs


@dataclass(frozen=True, slots=True)
class Buku:
    """The ledger and the ways into it; every tuple in the order of the ledger."""

    pasangan: tuple[Pasangan, ...]
    asal: Mapping[str, tuple[Pasangan, ...]]
    """Entry id → the pairs whose origin it is."""
    penerima: Mapping[str, tuple[Pasangan, ...]]
    """Entry id → the pairs in which it is the copy."""
    wilayah: Mapping[str, tuple[Pasangan, ...]]
    """Region id → the pairs at either end of which it stands, once each."""
    silsilah: Mapping[str, Silsilah]
    """Root → its lineage, the largest first."""
    urutan: Urutan
    """The ledger as it is shown."""


def make_ledger(catalog: Catalog) -> tuple[Pasangan, ...]:
    """Return one record per origin and adopter, ordered by both: what either side's files say, joined.

    Rows about the same origin and region are one pair, however many stages they tell and in whose file they stand.
    Text names are the same when their letters and digits are.
    """
    tempat = Tempat(catalog)
    drafts: dict[Kunci, _Draft] = {}
    for note in read_notes(catalog, tempat):
        drafts.setdefault(note.kunci, _Draft(note.asal, note.penerima)).add(note)
    recorded = frozenset(drafts)
    for origin, adopter, event in read_visits(catalog, tempat, recorded):
        drafts.setdefault((origin.kunci, adopter.kunci), _Draft(origin, adopter)).kunjungan.append(event)
    return tuple(drafts[key].finish() for key in sorted(drafts))


def open_book(catalog: Catalog) -> Buku:
    """Return the ledger of a catalogue with its indexes."""
    pairs = make_ledger(catalog)
    return Buku(
        pasangan=pairs,
        asal=_index((pair.asal, pair) for pair in pairs if catalog.find(pair.asal)),
        penerima=_index((id, pair) for pair in pairs for id in pair.entri),
        wilayah=_index(
            (id, pair) for pair in pairs for id in dict.fromkeys((pair.wilayah_asal, pair.wilayah_penerima)) if id
        ),
        silsilah={one.akar: one for one in find_lineages(pairs, catalog)},
        urutan=order_pairs(pairs, catalog),
    )


def ends_of(pair: Pasangan) -> tuple[str, ...]:
    """Return the ids of the entries whose pages show the pair: when the file of one changes, so do all of them."""
    return (pair.asal, *pair.entri)


def _index(rows: Iterable[tuple[str, Pasangan]]) -> dict[str, tuple[Pasangan, ...]]:
    found: dict[str, list[Pasangan]] = {}
    for key, pair in rows:
        found.setdefault(key, []).append(pair)
    return {key: tuple(pairs) for key, pairs in found.items()}


@dataclass(slots=True)
class _Draft:
    """The rows and visits of one pair while they are collected."""

    asal: Ujung
    penerima: Ujung
    catatan: list[Catatan] = field(default_factory=list)
    kunjungan: list[Peristiwa] = field(default_factory=list)

    def add(self, note: Catatan) -> None:
        """Put a row to the pair; of two spellings of a name the first of the alphabet is kept."""
        self.asal = min(self.asal, note.asal, key=lambda end: (not end.wilayah, end.nama))
        self.penerima = min(self.penerima, note.penerima, key=lambda end: (not end.wilayah, end.nama))
        self.catatan.append(note)

    def finish(self) -> Pasangan:
        said = [Peristiwa(n.tahap, n.tanggal, (n.pihak,), n.sumber) for n in self.catatan if n.tahap]
        events = merge([*self.kunjungan, *said])
        is_silent = bool(self.catatan) and not said
        stage, date = (BELUM_DISEBUT, "") if is_silent else furthest(events)
        sides = {n.pihak for n in self.catatan} or {side for e in self.kunjungan for side in e.pihak}
        return Pasangan(
            asal=self.asal.nama,
            wilayah_asal=self.asal.wilayah,
            penerima=self.penerima.nama,
            wilayah_penerima=self.penerima.wilayah,
            entri=tuple(sorted({n.entri for n in self.catatan} - {"", self.asal.nama})),
            tahap=stage,
            tanggal=date,
            pihak=side_of(sides),
            peristiwa=events,
            pernyataan=_statements(self.catatan),
            selisih=differences(said),
            hanya_kunjungan=not self.catatan,
        )


_ISIAN = ("nama", "inspirasi", "proses", "kesepakatan", "pembeda", "hasil", "keterangan")


def _statements(notes: Sequence[Catatan]) -> tuple[Pernyataan, ...]:
    """What the sides say, in the order of the questions, the origin's word first; a sentence said twice once."""
    said = dict.fromkeys(statement for note in notes for statement in note.pernyataan)
    return tuple(sorted(said, key=lambda s: (_ISIAN.index(s.isian), s.pihak, s.entri)))
