"""What `/jelajah/` is told of the regions for its order by likeness, and that the reader is told the same method."""

from __future__ import annotations

import json
import math
import re
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, make_entri

from catalog.catalog import Daerah
from catalog.model.wilayah import ProfilWilayah
from catalog.search.serupa import BOBOT, KALI_BEDA, TIDAK_DIKETAHUI, land_of, similarity_document

PAGE = ROOT / "content" / "panduan" / "daerah-serupa.md"


@pytest.mark.parametrize(
    ("uraian", "bentang"),
    [
        ("Pesisir barat Sumatra, umumnya dataran rendah.", ("pesisir", "dataran rendah")),
        ("Dataran rendah berpantai di selatan.", ("pesisir", "dataran rendah")),
        ("Tidak berbatasan dengan laut; dialiri Bengawan Solo.", ()),
        ("Sisi utara berbatasan dengan Laut Jawa.", ("pesisir",)),
        ("Rata-rata 390 meter di atas permukaan laut.", ()),
        ("Dataran Tinggi Dieng.", ("pegunungan",)),
        ("Dataran rendah di antara Pegunungan Kendeng Utara dan Selatan.", ("dataran rendah",)),
        ("Sekitar 20% di antaranya perbukitan kapur.", ("perbukitan",)),
        ("Delta, tambak, dan permukiman.", ("dataran rendah",)),
        ("Kepulauan yang bergunung dengan puncak Rinjani.", ("pegunungan", "kepulauan")),
        ("Sungai besar dan hutan.", ()),
    ],
)
def test_the_lie_of_the_land_is_read_from_the_words_of_its_description(uraian: str, bentang: tuple[str, ...]) -> None:
    assert land_of(uraian) == bentang


def region(id: str, nama: str, jenis: str, **isian: str) -> Daerah:
    profil = {"kode": "33.16", "nama": nama, "jenis": jenis, "provinsi": "Jawa Tengah", **isian}
    profil["sumber"] = [{"judul": "Contoh", "penerbit": "contoh.id"}]  # type: ignore[assignment]
    return Daerah(id, nama, profil=ProfilWilayah.model_validate(profil))


def test_regions_with_entries_or_a_profile_are_there_with_what_is_known(catalog_of: Any) -> None:
    blora = region(
        "kab-blora", "Kabupaten Blora", "kabupaten",
        penduduk="927961", luas_km2="1957.289", bentang_alam="Dataran rendah dan perbukitan.",
    )  # fmt: skip
    batam = region("kota-batam", "Kota Batam", "kota")
    nothing = Daerah("kab-pati", "Kabupaten Pati")
    document = similarity_document(catalog_of(make_entri("prov-bali/a"), daerah=[blora, batam, nothing]))
    assert document == {
        "bobot": {"penduduk": 40, "kepadatan": 30, "jenis": 20, "bentang_alam": 10},
        "kali_beda": 10,
        "tidak_diketahui": 0.5,
        "jenis": ["kabupaten", "kota", "provinsi"],
        "bentang": ["pesisir", "dataran rendah", "perbukitan", "pegunungan", "kepulauan"],
        "wilayah": [
            ["kab-blora", "Kabupaten Blora", 0, 927961, 1957.289, [1, 2]],
            ["kota-batam", "Kota Batam", 1, None, None],
            ["prov-bali", "Provinsi Bali", 2, None, None],
        ],
    }
    assert json.loads(json.dumps(document, allow_nan=False)) == document


def test_the_page_tells_the_numbers_of_the_method() -> None:
    text = PAGE.read_text(encoding="utf-8")
    table = {name.strip(): int(weight) for name, weight in re.findall(r"^\| ([A-Z][a-z ]+) \| (\d+) \|", text, re.M)}
    assert table == {name.replace("_", " ").capitalize(): weight for name, weight in BOBOT.items()}
    assert sum(BOBOT.values()) == 100
    assert f"{KALI_BEDA} kali lipat" in text
    assert f"dihitung beda {TIDAK_DIKETAHUI}".replace(".", ",") in text
    twice = math.log(2) / math.log(KALI_BEDA)
    assert f"dua kali lipat berarti {twice:.2f}".replace(".", ",") in text
    counted = BOBOT["penduduk"] + BOBOT["kepadatan"] + BOBOT["jenis"]
    unlike = (BOBOT["penduduk"] + BOBOT["kepadatan"]) * twice / counted
    assert f"= {unlike:.2f}; kemiripannya {round(100 * (1 - unlike))} dari 100".replace("0.", "0,", 1) in text


def test_the_numbers_of_the_method_stand_in_no_script() -> None:
    scripts = Path(ROOT / "theme" / "assets" / "js").glob("jelajah-serupa*.js")
    text = "".join(script.read_text(encoding="utf-8") for script in scripts)
    assert re.findall(r"\b(?:40|30|20|0\.5)\b", text) == []
