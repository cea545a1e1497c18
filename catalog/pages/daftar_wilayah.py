"""The index of the regions by province; the pages of the regions themselves are made elsewhere."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.peta import PROVINSI_BARU, map_ids, national_map
from catalog.pages.provinsi import BarisWilayah, group_by_province


def region_index(context: PageContext) -> Page:
    """Return the index of all regions that have a page: the map, the home region, then the provinces by name."""
    home = context.settings.wilayah_rumah
    row = None
    if context.has_wilayah(home):
        row = BarisWilayah(context.catalog.nama_wilayah(home), f"wilayah/{home}/", len(context.catalog.entri_of(home)))
    provinces = group_by_province(context)
    return render_page(
        "daftar_wilayah.html",
        path="wilayah/",
        title="Inovasi menurut wilayah",
        description="Kabupaten, kota, dan provinsi yang inovasinya tercatat, menurut provinsi.",
        section="wilayah",
        rumah=row,
        provinsi=[province for province in provinces if province.jumlah],
        tanpa_entri=[province for province in provinces if not province.jumlah],
        jumlah=len(context.catalog.wilayah_berentri),
        peta=national_map(context),
        berpeta=frozenset(map_ids(context)),
        provinsi_baru=[context.nama_provinsi(id) for id in PROVINSI_BARU],
    )
