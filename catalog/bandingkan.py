"""What ``/bandingkan/`` and the planner fetch besides the entries' own JSON: a small file a region, with its facts."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from catalog.catalog import Catalog, Daerah
from catalog.exports.documents import plain, to_json

FOLDER = "bandingkan/wilayah/"

_FOR_VISITS = ("koordinat", "kontak", "sekretariat", "aturan_kunjungan")


def region_files(catalog: Catalog) -> dict[str, Callable[[], str]]:
    """Return the file of every region that has entries: path below the site's root → maker of its text, by id."""
    moved = _moved(catalog)
    return {
        f"{FOLDER}{id}.json": partial(_region_text, id, moved.get(id, {}), catalog) for id in catalog.wilayah_berentri
    }


def region_document(wilayah: str, moved: dict[str, str], catalog: Catalog) -> dict[str, Any]:
    """Return a region's facts, unknown ones left out, and the slugs of its entries in their order.

    ``pindah`` has the slugs that entries of the region bore before, with the ids they have now: an old link to a
    comparison still works. The script asks for an entry only if it is named here, so a wrong id costs no request.
    ``kantor`` has the names of the offices that own its entries, by id; it, the contact and the rules for guests are
    for whoever plans a visit.
    """
    lists = catalog.vocabularies
    place, known = lists.wilayah.get(wilayah), catalog.daerah.get(wilayah)
    profile = known.profil if known else None
    facts = {
        "id": wilayah,
        "nama": catalog.nama_wilayah(wilayah),
        "provinsi": lists.wilayah_by_kode[place.provinsi].nama.removeprefix("Provinsi ") if place else None,
        "penduduk": profile.penduduk if profile else None,
        "luas_km2": profile.luas_km2 if profile else None,
        "bentang_alam": profile.bentang_alam if profile else None,
        **({name: plain(getattr(profile, name)) for name in _FOR_VISITS} if profile else {}),
        "kantor": _owners(wilayah, known, catalog) or None,
        "entri": [entri.slug for entri in catalog.entri_of(wilayah)],
        "pindah": moved or None,
    }
    return {key: value for key, value in facts.items() if value is not None}


def _owners(wilayah: str, known: Daerah | None, catalog: Catalog) -> dict[str, str]:
    """Return id → name of the offices that own an entry of the region, ordered by id."""
    owners = {id for entri in catalog.entri_of(wilayah) for id in entri.inovasi.perangkat_daerah}
    register = known.perangkat_daerah if known else {}
    return {id: register[id].nama for id in sorted(owners) if id in register}


def _region_text(wilayah: str, moved: dict[str, str], catalog: Catalog) -> str:
    return to_json(region_document(wilayah, moved, catalog))


def _moved(catalog: Catalog) -> dict[str, dict[str, str]]:
    """Return region → old slug → present id; an old id that an entry bears now is left out."""
    found: dict[str, dict[str, str]] = {}
    for entri in catalog.entri:
        for old in entri.inovasi.alamat_lama:
            if catalog.find(old) is None:
                wilayah, slug = old.split("/")
                found.setdefault(wilayah, {})[slug] = entri.id
    return {wilayah: dict(sorted(slugs.items())) for wilayah, slugs in found.items()}
