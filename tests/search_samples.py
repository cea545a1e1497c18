"""A catalogue of thirty entries for the tests of search, in the words and shapes of real ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import conftest

from catalog.catalog import Badan, Catalog, Daerah, Entri, make_catalog
from catalog.model.wilayah import PerangkatDaerah
from catalog.search.pagefind import Shard
from catalog.search.pecahan import Part
from catalog.search.records import SearchRecord
from catalog.slugs import make_slug
from catalog.vocabularies import load_vocabularies

ROOT = Path(__file__).resolve().parent.parent
VOCABULARIES = load_vocabularies(ROOT / "vocabularies")
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'"
)
OFFICES = {"dinas-kesehatan": PerangkatDaerah(nama="Dinas Kesehatan", singkatan="Dinkes")}


def make_entri(wilayah: str, nama: str, *, badan: Badan | None = None, **isian: Any) -> Entri:
    """Return a small valid entry of a region, with its address made from its name."""
    ringkasan = isian.pop("ringkasan", f"Uraian singkat tentang {nama} bagi warga yang membutuhkannya.")
    sumber = [{"judul": "Berita", "penerbit": "Koran"}]
    entri_id = f"{wilayah}/{make_slug(nama)}"
    return conftest.make_entri(entri_id, badan, nama=nama, ringkasan=ringkasan, sumber=sumber, **isian)


def sample_entries() -> list[Entri]:
    """Return thirty entries of four regions: four with their own words, the rest much alike."""
    izin = "Sistem informasi untuk mengurus perizinan tata ruang tanpa datang ke kantor."
    samin = "Ambulans gratis yang dipanggil lewat satu nomor dan datang ke rumah."
    special = [
        make_entri(
            "kota-makassar",
            "Si Petarung",
            ringkasan=izin,
            urusan=["pekerjaan-umum-dan-penataan-ruang"],
            jenis="digital",
            tahapan="penerapan",
            tanggal={"penerapan": "2019-05"},
        ),
        make_entri(
            "kab-blora",
            "Samin 119",
            kepanjangan="Sistem Ambulans Siaga",
            ringkasan=samin,
            jenis="non-digital",
            tahapan="penerapan",
            tanggal={"penerapan": "2022"},
            status={"keadaan": "berjalan"},
            perangkat_daerah=["dinas-kesehatan"],
            badan=Badan(masalah="Warga sulit memanggil [ambulans](https://contoh.id/zebra) pada malam hari."),
        ),
        make_entri(
            "kab-blora",
            "<b>Uji & coba</b>",
            ringkasan="Nama ini <script>alert(1)</script> berisi markah.",
            urusan=["pendidikan", "kesehatan"],
            tahapan="uji-coba",
            jenis="digital",
            pertama_diberitakan="2021",
        ),
        make_entri(
            "prov-jawa-tengah",
            "Perpustakaan Keliling",
            urusan=["perpustakaan"],
            tahapan="penerapan",
            jenis="non-digital",
            tanggal={"penerapan": "2020"},
            ringkasan="Mobil perpustakaan membawa buku bacaan ke desa terpencil.",
        ),
    ]
    more = [
        make_entri(
            "kab-rembang" if n % 2 else "kab-blora",
            f"Posyandu {word}",
            urusan=["kesehatan"],
            tahapan="penerapan",
            jenis="non-digital",
            tanggal={"penerapan": str(2010 + n % 5)},
        )
        for n, word in enumerate(
            [
                "Anggrek",
                "Bakung",
                "Cempaka",
                "Dahlia",
                "Edelweis",
                "Flamboyan",
                "Gardenia",
                "Hortensia",
                "Ivy",
                "Jasmin",
                "Kenanga",
                "Lili",
                "Melati",
                "Nusa",
                "Oktavia",
                "Padma",
                "Quinta",
                "Rosela",
                "Seruni",
                "Tulip",
                "Umbi",
                "Violces",
                "Wijaya",
                "Xenia",
                "Yasmin",
                "Zinnia",
            ]
        )
    ]
    return special + more


def make_sample_catalog() -> Catalog:
    """Return the catalogue of ``sample_entries``."""
    return make_catalog(
        sample_entries(), [Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah=OFFICES)], VOCABULARIES
    )


def page_html(scripts: tuple[str, ...]) -> str:
    """Return a bare `/jelajah/` page: the body that docs/search.md prescribes, under the site's policy."""
    body = re.findall(r"```html\n(.*?)```", (ROOT / "docs" / "search.md").read_text(encoding="utf-8"), re.DOTALL)[0]
    tags = "".join(f'<script type="module" src="../assets/{name}"></script>' for name in scripts)
    head = (
        f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
        '<meta name="viewport" content="width=device-width,initial-scale=1"><title>Jelajah</title>'
        f'<link rel="icon" href="data:,"><link rel="stylesheet" href="../assets/katalog.css">{tags}'
    )
    main = f'<main id="isi" class="isi md-typeset" tabindex="-1">{body}</main>'
    return f'<!doctype html><html lang="id"><head>{head}</head><body>{main}</body></html>'


def in_shards(records: Iterable[SearchRecord], size: int = 1_000) -> list[Callable[[], Shard]]:
    """Return what makes an index of these records, in shards of nearly equal size, at most ``size``."""
    given = tuple(records)
    count = -(-len(given) // size)
    bounds = [len(given) * place // count for place in range(count + 1)] if count else [0]
    return [Part(n, given[start:end]).prepare() for n, (start, end) in enumerate(pairwise(bounds))]
