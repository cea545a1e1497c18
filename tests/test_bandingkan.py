"""The small files of ``/bandingkan/`` and its page as it is without a script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import unescape

import pytest

from catalog.bandingkan import region_files
from catalog.catalog import Catalog, Daerah
from catalog.frame.page import Page
from catalog.model.wilayah import ProfilWilayah
from catalog.pages import FAMILIES, make_context
from catalog.settings import read_settings
from tests.conftest import ROOT, make_entri

CatalogOf = Callable[..., Catalog]


def blora(**changes: object) -> Daerah:
    """Return Blora with the facts that a comparison shows."""
    data = {
        "kode": "33.16",
        "nama": "Kabupaten Blora",
        "jenis": "kabupaten",
        "provinsi": "Jawa Tengah",
        "sumber": [{"judul": "Kode wilayah", "penerbit": "Kemendagri"}],
    }
    return Daerah("kab-blora", "Kabupaten Blora", ProfilWilayah.model_validate(data | changes))


def documents(catalog: Catalog) -> dict[str, dict[str, object]]:
    """Return path → content of every file."""
    return {path: json.loads(make()) for path, make in region_files(catalog).items()}


def test_a_region_has_its_facts_and_entries(catalog_of: CatalogOf) -> None:
    daerah = blora(penduduk="927961", luas_km2="1957.289", bentang_alam="Dataran rendah.")
    catalog = catalog_of(make_entri("kab-blora/silat"), make_entri("kab-blora/samin-119"), daerah=[daerah])
    assert documents(catalog) == {
        "bandingkan/wilayah/kab-blora.json": {
            "id": "kab-blora",
            "nama": "Kabupaten Blora",
            "provinsi": "Jawa Tengah",
            "penduduk": 927961,
            "luas_km2": 1957.289,
            "bentang_alam": "Dataran rendah.",
            "entri": ["samin-119", "silat"],
        }
    }


def test_unknown_facts_are_left_out_and_regions_without_entries_have_no_file(catalog_of: CatalogOf) -> None:
    catalog = catalog_of(make_entri("kota-semarang/a"), daerah=[blora()])
    expected = {"id": "kota-semarang", "nama": "Kota Semarang", "provinsi": "Jawa Tengah", "entri": ["a"]}
    assert documents(catalog) == {"bandingkan/wilayah/kota-semarang.json": expected}


def test_old_names_lead_to_the_present_id_unless_an_entry_has_taken_them(catalog_of: CatalogOf) -> None:
    renamed = make_entri("kab-blora/baru", alamat_lama=["kab-blora/lama", "kab-blora/dipakai-lagi"])
    catalog = catalog_of(renamed, make_entri("kab-blora/dipakai-lagi"))
    content = documents(catalog)["bandingkan/wilayah/kab-blora.json"]
    assert content["pindah"] == {"lama": "kab-blora/baru"}


def page_of(catalog: Catalog) -> Page:
    """Return the page for this catalogue."""
    return FAMILIES["bandingkan"].make("", 1, make_context(catalog, read_settings(ROOT)))


def test_the_page_tells_the_script_regions_and_words(catalog_of: CatalogOf) -> None:
    body = page_of(catalog_of(make_entri("kota-semarang/a"), make_entri("kab-blora/b"))).body
    found = re.search(r'data-wilayah="([^"]*)" data-istilah="([^"]*)"', body)
    assert found and found[1] == "kab-blora kota-semarang"
    terms = json.loads(unescape(found[2]))
    assert terms["status"]["berjalan"] == "Berjalan"
    assert [name for _, name in terms["bukti"]] == ["Nama saja", "Klaim", "Terdokumentasi", "Terukur", "Dievaluasi"]


@pytest.mark.parametrize("way", ["jelajah/", "wilayah/", "urusan/", "inovasi/"])
def test_without_a_script_there_are_ways_to_every_entry(catalog_of: CatalogOf, way: str) -> None:
    body = page_of(catalog_of(make_entri())).body
    assert f'<li class="pintu"><a href="../{way}">' in body
    assert '<form id="bandingkan-tambah" action="../inovasi/" method="get">' in body
