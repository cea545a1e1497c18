"""The map of one province, with its regions as a list beside it."""

from __future__ import annotations

from catalog.frame.page import Page
from catalog.indonesian import ribuan
from catalog.pages.context import PageContext
from catalog.pages.environment import render_page
from catalog.pages.peta import PROVINSI_BARU, map_ids, province_map
from catalog.pages.provinsi import group_by_province


def map_path(provinsi: str) -> str:
    """Return the address of a province's map below the site's root."""
    return f"wilayah/peta/{provinsi}/"


def map_paths(context: PageContext) -> list[tuple[str, str, int]]:
    """Return (path, province, 1) of every map, by the province's id."""
    return [(map_path(id), id, 1) for id in map_ids(context)]


def province_map_page(provinsi: str, number: int, context: PageContext) -> Page:
    """Return the page of a province's map; ``number`` is always 1."""
    province = next(group for group in group_by_province(context) if group.id == provinsi)
    rows = sorted(province.berentri, key=lambda row: (-row.jumlah, row.nama))
    return render_page(
        "peta_provinsi.html",
        path=map_path(provinsi),
        title=f"Peta inovasi {province.nama}",
        description=f"Letak {ribuan(province.jumlah)} inovasi daerah di {province.nama}, menurut kabupaten dan kota.",
        section="wilayah",
        p=province,
        peta=province_map(provinsi, context),
        daftar=rows,
        baru=provinsi in PROVINSI_BARU,
    )
