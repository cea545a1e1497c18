"""Which regions have how many entries, and what these are called: settled first, so that entries can refer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from benchmarks.prose import Prose
from benchmarks.words import Vocabulary, make_vocabulary
from catalog.slugs import make_slug
from catalog.vocabularies import Vocabularies, WilayahKode

MOST_REGIONS = 531
"""Governments that took part in the national index of 2025."""

ENTRIES_A_REGION = 8
"""A small catalogue has fewer regions, so that each still has about so many entries."""

HOME = "kab-blora"

_LONGEST_SLUG = 70

OFFICES: tuple[tuple[str, str], ...] = (
    ("Dinas Kesehatan", "dinas"),
    ("Dinas Pendidikan", "dinas"),
    ("Dinas Sosial", "dinas"),
    ("Dinas Kependudukan dan Pencatatan Sipil", "dinas"),
    ("Dinas Komunikasi dan Informatika", "dinas"),
    ("Dinas Lingkungan Hidup", "dinas"),
    ("Dinas Pertanian", "dinas"),
    ("Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", "dinas"),
    ("Badan Perencanaan Pembangunan, Riset dan Inovasi Daerah", "badan"),
    ("Badan Pendapatan Daerah", "badan"),
    ("Badan Penanggulangan Bencana Daerah", "badan"),
    ("Inspektorat", "inspektorat"),
    ("Sekretariat DPRD", "sekretariat-dprd"),
    ("Bagian Organisasi Setda", "sekretariat-daerah"),
    ("Satuan Polisi Pamong Praja", "satpol-pp"),
    ("Kecamatan Kota", "kecamatan"),
    ("Kecamatan Selatan", "kecamatan"),
    ("Puskesmas Kota", "puskesmas"),
    ("RSUD", "rumah-sakit"),
    ("Kelurahan Tengah", "kelurahan"),
)
"""Offices a generated region may have, with their kind."""


@dataclass(frozen=True, slots=True)
class PlannedEntry:
    """An entry before it is written: ``kepanjangan`` is '' when its name is no acronym."""

    wilayah: str
    slug: str
    nama: str
    kepanjangan: str

    @property
    def id(self) -> str:
        """``kab-blora/sirangkat``."""
        return f"{self.wilayah}/{self.slug}"


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is settled before a file is written; ``entries`` by region, in the order of ``regions``."""

    seed: int
    vocabulary: Vocabulary
    lists: Vocabularies
    regions: tuple[WilayahKode, ...]
    entries: dict[str, tuple[PlannedEntry, ...]]
    offices: dict[str, tuple[tuple[str, str], ...]]

    def rng(self, key: str) -> Random:
        """Return a source of chance that depends on the seed and ``key`` alone, not on what was drawn before."""
        return Random(f"{self.seed}/{key}")

    def any_entry(self, rng: Random) -> PlannedEntry:
        """Return some entry of the catalogue."""
        return rng.choice(self.entries[rng.choice(self.regions).id])


def make_plan(count: int, seed: int, lists: Vocabularies) -> Plan:
    """Return the plan of ``count`` entries; the same arguments give the same plan."""
    vocabulary = make_vocabulary(seed)
    regions = choose_regions(count, tuple(lists.wilayah.values()))
    rng = Random(f"{seed}/rencana")
    sizes = share_out(count, [rng.lognormvariate(0, 0.7) for _ in regions])
    prose = Prose(vocabulary, rng)
    return Plan(
        seed=seed,
        vocabulary=vocabulary,
        lists=lists,
        regions=regions,
        entries={region.id: _name_entries(region.id, size, prose) for region, size in zip(regions, sizes, strict=True)},
        offices={region.id: _offices(rng) for region in regions},
    )


def choose_regions(count: int, everything: Sequence[WilayahKode]) -> tuple[WilayahKode, ...]:
    """Return the regions for ``count`` entries, by code: the home region, the rest spread evenly over the country."""
    number = min(MOST_REGIONS, len(everything), max(1, count // ENTRIES_A_REGION))
    others = [region for region in everything if region.id != HOME]
    step = len(others) / max(1, number - 1)
    chosen = [others[int(place * step)] for place in range(number - 1)]
    home = [region for region in everything if region.id == HOME]
    return tuple(sorted([*chosen, *home], key=lambda region: region.kode))


def share_out(count: int, weights: Sequence[float]) -> list[int]:
    """Return whole numbers that sum to ``count``, by weight, at least one each while there are enough."""
    free = max(0, count - len(weights))
    exact = [free * weight / sum(weights) for weight in weights]
    sizes = [min(1, count) + int(value) for value in exact]
    by_rest = sorted(range(len(weights)), key=lambda place: int(exact[place]) - exact[place])
    for place in by_rest[: count - sum(sizes)]:
        sizes[place] += 1
    return sizes


def _name_entries(wilayah: str, count: int, prose: Prose) -> tuple[PlannedEntry, ...]:
    taken: dict[str, PlannedEntry] = {}
    while len(taken) < count:
        entry = _name_entry(wilayah, prose)
        taken.setdefault(entry.slug, entry)
    return tuple(taken.values())


def _name_entry(wilayah: str, prose: Prose) -> PlannedEntry:
    """Half of the innovations bear an acronym, as in life."""
    if prose.rng.random() < 0.47:
        nama = prose.acronym()
        return PlannedEntry(wilayah, make_slug(nama), nama, prose.phrase(4, 8))
    nama = prose.phrase(3, 7)
    return PlannedEntry(wilayah, make_slug(nama)[:_LONGEST_SLUG].strip("-"), nama, "")


def _offices(rng: Random) -> tuple[tuple[str, str], ...]:
    number = rng.randint(6, len(OFFICES))
    return tuple(OFFICES[place] for place in sorted(rng.sample(range(len(OFFICES)), number)))
