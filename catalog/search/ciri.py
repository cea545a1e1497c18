"""What an entry offers those who want to copy it, as facets of yes alone: visits, replications, documents."""

from __future__ import annotations

from collections.abc import Mapping

from catalog.catalog import Catalog, Entri
from catalog.model.umum import AturanKunjungan
from catalog.replikasi import BELUM_DISEBUT, NYATA, Pasangan, make_ledger

CIRI: Mapping[str, str] = {
    "bisa-dikunjungi": "Bisa dikunjungi",
    "pernah-direplikasi": "Pernah direplikasi",
    "berdokumen": "Punya SOP, dokumen, atau dasar hukum",
}
"""The traits with their labels, in the order in which they are offered; ids are part of addresses and never change."""

ARTI_CIRI = (
    "Bisa dikunjungi: pernah menerima tamu, menyebut apa yang dapat dilihat, atau daerahnya mengumumkan cara menerima "
    "tamu; yang sudah berhenti tidak termasuk. Pernah direplikasi: sudah dicoba atau dipakai di daerah lain; "
    "kunjungan, minat, dan kesepakatan belum dihitung."
)
"""What the traits mean, for the reader."""

_REPLICATED = NYATA | {"berhenti"}
"""Stages from which on a replication counts: vocabularies/tahap_replikasi.yml ("sejak uji coba")."""

_TRIED = ("uji-coba", "penerapan")
"""Stages of an entry, by vocabularies/tahapan.yml, at which more than a plan of it exists."""

_WITHOUT_VISIT = "kajian"
"""The one kind in the register of visits at which nobody comes: vocabularies/jenis_kunjungan.yml."""


def find_ciri(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Return the traits of every entry, entry id → ids in the order of ``CIRI``; () for most."""
    visited, hosts, replicated = _visited(catalog), _hosts(catalog), _replicated(catalog)
    found: dict[str, tuple[str, ...]] = {}
    for entri in catalog.entri:
        holds = (
            _can_be_visited(entri, visited, hosts),
            entri.id in replicated,
            bool(entri.inovasi.dokumen or entri.inovasi.dasar_hukum),
        )
        found[entri.id] = tuple(ciri for ciri, held in zip(CIRI, holds, strict=True) if held)
    return found


def _can_be_visited(entri: Entri, visited: set[str], hosts: set[str]) -> bool:
    """Whether guests came, it says what they see or how they ask, or its region does; never of one that has stopped.

    The region's rules count where the entry's own page prints them: not for an entry of which only the name is known.
    Notes about visits do not count: some tell of a meeting elsewhere, and only a person can see which.
    """
    if entri.keadaan == "berhenti":
        return False
    own = entri.inovasi.kunjungan
    if own and (own.yang_dapat_dilihat or own.aturan):
        return True
    return entri.id in visited or (entri.wilayah in hosts and entri.bukti != "nama-saja")


def _hosts(catalog: Catalog) -> set[str]:
    """Regions whose rules for guests say more than a remark, which may be that the rules are not known."""
    rules = {daerah.id: daerah.profil.aturan_kunjungan for daerah in catalog.daerah.values() if daerah.profil}
    telling = [name for name in AturanKunjungan.model_fields if name not in ("keterangan", "sumber")]
    return {id for id, rule in rules.items() if rule and any(getattr(rule, name) not in (None, ()) for name in telling)}


def _visited(catalog: Catalog) -> set[str]:
    """Entries that guests came to study where they are; a plan is not a visit."""
    return {
        id
        for daerah in catalog.daerah.values()
        for visit in daerah.kunjungan
        if not visit.rencana and visit.jenis != _WITHOUT_VISIT
        for id in visit.inovasi
        if id.partition("/")[0] == visit.tuan_rumah
    }


def _replicated(catalog: Catalog) -> set[str]:
    """Entries that another region has at least tried."""
    return {pair.asal for pair in make_ledger(catalog) if _is_copy(pair, catalog)}


def _is_copy(pair: Pasangan, catalog: Catalog) -> bool:
    """Whether there is or was a copy in another region, and no side says that there is none yet.

    Wider than ``Pasangan.dihitung``, which an index counts by: a copy that stopped counts here, and so does one of
    which nobody says how far it has come, when the entry there is itself tried or applied.
    """
    if pair.sewilayah or not pair.wilayah_penerima:
        return False
    if pair.tahap == BELUM_DISEBUT:
        there = (catalog.find(id) for id in pair.entri)
        return any(entri and entri.inovasi.tahapan in _TRIED for entri in there)
    said = {stage for one in pair.selisih for stage in (one.tahap_asal, one.tahap_penerima)}
    return said | {pair.tahap} <= _REPLICATED
