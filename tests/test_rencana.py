"""What the planner fetches, and its page as it is without a script."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

from catalog.catalog import Catalog, Daerah
from catalog.model.wilayah import ProfilWilayah
from catalog.naskah import fill, load_templates, skeleton_parts
from catalog.pages import FAMILIES, make_context
from catalog.rencana import NASKAH, planner_files
from catalog.settings import read_settings
from tests.conftest import ROOT, make_entri

CatalogOf = Callable[..., Catalog]
VOCABULARIES = Path(ROOT) / "vocabularies"


def documents(catalog: Catalog) -> dict[str, object]:
    return {path: json.loads(make()) for path, make in planner_files(catalog, VOCABULARIES).items()}


def test_names_stand_by_region_and_slug(catalog_of: CatalogOf) -> None:
    catalog = catalog_of(make_entri("kab-blora/silat", nama="SILAT"), make_entri("kab-kudus/k-119", nama="K 119"))
    names = documents(catalog)["kunjungan/rencana/nama.json"]
    assert names == {"kab-blora": {"silat": "SILAT"}, "kab-kudus": {"k-119": "K 119"}}


def test_every_region_can_be_ones_own_and_some_have_a_place(catalog_of: CatalogOf) -> None:
    profile = ProfilWilayah.model_validate(
        {
            "kode": "33.16", "nama": "Kabupaten Blora", "jenis": "kabupaten", "provinsi": "Jawa Tengah",
            "penduduk": "927961", "koordinat": {"lintang": "-7.0", "bujur": "111.4", "perkiraan": "ya"},
            "sumber": [{"judul": "Kode wilayah", "penerbit": "Kemendagri"}],
        }
    )  # fmt: skip
    catalog = catalog_of(make_entri("kab-blora/silat"), daerah=[Daerah("kab-blora", "Kabupaten Blora", profile)])
    regions = documents(catalog)["kunjungan/rencana/wilayah.json"]
    assert isinstance(regions, list) and len(regions) == 552
    by_id = {row[0]: row[1:] for row in regions}
    assert by_id["kab-blora"] == ["Kabupaten Blora", "33", 927961, -7, 111.4]
    assert by_id["kab-kudus"] == ["Kabupaten Kudus", "33"]
    assert sum(not id.startswith("prov-") for id in by_id) == 514


def test_the_browser_gets_the_templates_as_they_are_the_skeleton_and_the_parts(catalog_of: CatalogOf) -> None:
    found = documents(catalog_of(make_entri()))["kunjungan/rencana/naskah.json"]
    assert isinstance(found, dict)
    templates = load_templates(VOCABULARIES / "naskah")
    assert tuple(found["templat"]) == NASKAH
    for id in NASKAH:
        one = templates[id]
        assert found["templat"][id] == {"nama": one.nama, "untuk": one.untuk, "isian": one.isian, "blok": one.blok}
    assert found["kerangka"] == skeleton_parts()
    assert all({"id", "nama", "tanya", "isian", "butir"} == set(part) for part in found["kesiapan"])


def test_a_letter_says_who_pays_only_where_somebody_travels() -> None:
    letter = load_templates(VOCABULARIES / "naskah")["surat-permohonan-kunjungan"]
    travels, online = repr(fill(letter, {})), repr(fill(letter, {"daring": "ya"}))
    assert "Perjalanan, penginapan" in travels and "Ruang pertemuan daring" not in travels
    assert "Perjalanan, penginapan" not in online and "Ruang pertemuan daring" in online


def test_every_field_of_the_page_is_named_like_its_key_of_the_plan(catalog_of: CatalogOf) -> None:
    """A field that the script does not know would be typed in vain."""
    catalog = catalog_of(make_entri())
    page = FAMILIES["rencana"].make("", 1, make_context(catalog, read_settings(ROOT)))
    named = set(re.findall(r'name="([a-z_]+)"', page.body)) - {"cara"}
    script = (ROOT / "theme/assets/js/rencana-isi.js").read_text(encoding="utf-8")
    texts = re.search(r"export const TEKS = \{(.*?)\};", script, re.DOTALL)
    assert texts and named == set(re.findall(r"([a-z_]+):", texts[1]))
    assert set(re.findall(r'for="([a-z_]+)"', page.body)) >= named
