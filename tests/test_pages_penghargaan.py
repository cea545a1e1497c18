"""The page of awards: of regions and of entries, by year, with giver and a way to the sources."""

from __future__ import annotations

import re
from typing import Any

from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser

from catalog.catalog import Catalog, Daerah
from catalog.model.wilayah import Penghargaan
from catalog.pages.context import PageContext, make_context
from catalog.pages.penghargaan import award_page, award_paths
from catalog.settings import Settings


def _context(catalog: Catalog) -> PageContext:
    return make_context(catalog, Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora"))


def _text(node: Any) -> str:
    return re.sub(r"\s+", " ", node.text(separator=" ")).strip().replace(" ,", ",")


def _blora() -> Daerah:
    award = {
        "nama": "IGA 2023", "kategori": "Terinovatif", "tanggal": "2023-12-12", "pemberi": "Kemendagri",
        "inovasi": ["kab-blora/silat"], "sumber": [{"judul": "B", "penerbit": "P"}],
    }  # fmt: skip
    return Daerah("kab-blora", "Kabupaten Blora", penghargaan=(Penghargaan.model_validate(award),))


def _entries() -> tuple[Any, ...]:
    return (
        make_entri("kab-blora/silat", nama="SILAT", penghargaan=[{"nama": "Top 45", "tanggal": "2024"}]),
        make_entri("kota-solok/c", nama="Ceria", penghargaan=[{"nama": "Juara", "pemberi": "Wali kota"}]),
    )


def test_awards_by_year_with_giver_and_holder(catalog_of):
    context = _context(catalog_of(*_entries(), daerah=[_blora()]))
    assert award_paths(context) == [("penghargaan/", "", 1)]
    tree = LexborHTMLParser(award_page("", 1, context).body)
    found = {_text(s.css_first("h2")): [_text(li) for li in s.css("li")] for s in tree.css("section.bagian")}
    assert found == {
        "2024": ["Top 45 SILAT Kabupaten Blora"],
        "2023": ["IGA 2023, Terinovatif Kabupaten Blora : SILAT Dari Kemendagri"],
        "Tahun tidak disebut": ["Juara Ceria Kota Solok. Dari Wali kota"],
    }
    assert [a.attributes["href"] for a in tree.css("section.bagian a")] == [
        "../inovasi/kab-blora/silat/",
        "../wilayah/kab-blora/#penghargaan",
        "../inovasi/kab-blora/silat/",
        "../inovasi/kota-solok/c/",
    ]
    assert _text(tree.css_first(".lede")).startswith("3 penghargaan yang tercatat: milik 2 inovasi dan 1 daerah.")
    assert "Untuk 1 dari 3 penghargaan pemberinya belum tercatat." in _text(tree.css_first(".kotak"))


def test_many_awards_go_on_further_pages(catalog_of):
    rows = [{"nama": f"Juara {n:03}", "tanggal": "2024"} for n in range(101)]
    context = _context(catalog_of(make_entri("kab-blora/a", penghargaan=rows)))
    assert [path for path, _, _ in award_paths(context)] == ["penghargaan/", "penghargaan/halaman-2/"]
    page = award_page("", 2, context)
    assert page.path == "penghargaan/halaman-2/" and page.body.count("Juara") == 1


def test_none_yet_is_said(catalog_of):
    body = award_page("", 1, _context(catalog_of())).body
    assert "Belum ada penghargaan yang tercatat" in body


def test_hostile_names_stay_text(catalog_of):
    canary = '"><script>alert(1)</script>'
    entri = make_entri("kab-blora/a", nama=canary, penghargaan=[{"nama": canary, "pemberi": canary}])
    body = award_page("", 1, _context(catalog_of(entri))).body
    assert "<script" not in body and body.count("alert(1)") >= 3
