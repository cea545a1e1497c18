"""Facets that are worked out from several isian or several records: the class of cost, and the traits."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import make_entri, make_inovasi

from catalog.catalog import Badan, Daerah
from catalog.model.wilayah import Kunjungan, ProfilWilayah
from catalog.search.biaya import KELAS_BIAYA, classify_biaya
from catalog.search.ciri import CIRI, find_ciri

SUMBER = [{"judul": "Berita", "penerbit": "Koran"}]
ISI = Badan(masalah="Warga sulit datang.")


def cost(*amounts: str | None, **changes: str) -> str | None:
    items = [{"uraian": "Sesuatu", **({"rupiah": amount} if amount else {}), **changes} for amount in amounts]
    return classify_biaya(make_inovasi(biaya=items))


@pytest.mark.parametrize(
    ("rupiah", "kelas"),
    [
        ("0", "tanpa-biaya"),
        ("1", "di-bawah-50-juta"),
        ("49999999", "di-bawah-50-juta"),
        ("50000000", "50-200-juta"),
        ("200000000", "50-200-juta"),
        ("200000001", "200-juta-1-miliar"),
        ("1000000000", "200-juta-1-miliar"),
        ("1000000001", "di-atas-1-miliar"),
    ],
)
def test_class_of_one_amount(rupiah: str, kelas: str) -> None:
    assert cost(rupiah) == kelas
    assert kelas in KELAS_BIAYA


def test_class_is_that_of_the_largest_amount_and_nothing_is_added_up() -> None:
    assert cost("40000000", "45000000", "0") == "di-bawah-50-juta"


def test_cost_without_amount_is_not_known_and_not_free() -> None:
    assert cost() is None
    assert cost(None) is None


def test_a_plan_is_not_a_cost() -> None:
    assert cost("20000000000", rencana="ya") is None
    items = [
        {"uraian": "Rencana semula", "rupiah": "20000000000", "rencana": "ya"},
        {"uraian": "Penataan gedung", "rupiah": "244000000", "rencana": "tidak"},
    ]
    assert classify_biaya(make_inovasi(biaya=items)) == "200-juta-1-miliar"


def traits(catalog_of: Any, *entri: Any, daerah: list[Daerah] | None = None) -> dict[str, tuple[str, ...]]:
    return {id: found for id, found in find_ciri(catalog_of(*entri, daerah=daerah)).items() if found}


def host(rules: dict[str, str] | None = None, *visits: dict[str, Any]) -> list[Daerah]:
    profile = {"kode": "33.16", "nama": "Kabupaten Blora", "jenis": "kabupaten", "provinsi": "33", "sumber": SUMBER}
    if rules:
        profile["aturan_kunjungan"] = rules
    kunjungan = tuple(
        Kunjungan.model_validate(
            {"tuan_rumah": "kab-blora", "tamu": "kab-grobogan", "jenis": "studi-tiru", "topik": "x", "sumber": SUMBER}
            | visit
        )
        for visit in visits
    )
    return [Daerah("kab-blora", "Kabupaten Blora", ProfilWilayah.model_validate(profile), kunjungan=kunjungan)]


VISIT = {"inovasi": ["kab-blora/silat"]}


@pytest.mark.parametrize(
    ("visit", "counts"),
    [
        (VISIT, True),
        (VISIT | {"jenis": "forum-berbagi"}, True),
        (VISIT | {"rencana": "ya"}, False),
        (VISIT | {"jenis": "kajian"}, False),
        (VISIT | {"tuan_rumah": "kab-sragen", "tamu": "kab-blora"}, False),
        ({}, False),
    ],
)
def test_can_be_visited_where_guests_came(catalog_of: Any, visit: dict[str, Any], counts: bool) -> None:
    found = traits(catalog_of, make_entri("kab-blora/silat"), daerah=host(None, visit))
    assert found == ({"kab-blora/silat": ("bisa-dikunjungi",)} if counts else {})


def test_can_be_visited_where_the_entry_says_what_guests_see_or_how_they_ask(catalog_of: Any) -> None:
    seen = make_entri("kab-blora/a", kunjungan={"yang_dapat_dilihat": ["Pusat kendali"]})
    asked = make_entri("kab-blora/b", kunjungan={"aturan": {"rombongan_maksimal": "20"}})
    noted = make_entri("kab-blora/c", kunjungan={"catatan": [{"uraian": "Dipelajari di sebuah simposium."}]})
    assert set(traits(catalog_of, seen, asked, noted)) == {"kab-blora/a", "kab-blora/b"}


@pytest.mark.parametrize(
    ("rules", "counts"),
    [
        ({"tenggat_hari_kerja": "7"}, True),
        ({"saluran": "Surat"}, True),
        ({"keterangan": "Isinya belum terbaca."}, False),
    ],
)
def test_rules_of_the_region_hold_for_entries_of_which_more_than_the_name_is_known(
    catalog_of: Any, rules: dict[str, str], counts: bool
) -> None:
    known, named = make_entri("kab-blora/a", ISI), make_entri("kab-blora/b")
    elsewhere = make_entri("kab-sragen/c", ISI)
    found = traits(catalog_of, known, named, elsewhere, daerah=host(rules))
    assert found == ({"kab-blora/a": ("bisa-dikunjungi",)} if counts else {})


def test_what_has_stopped_cannot_be_visited(catalog_of: Any) -> None:
    stopped = make_entri(
        "kab-blora/silat", ISI, status={"keadaan": "berhenti"}, kunjungan={"yang_dapat_dilihat": ["x"]}
    )
    assert traits(catalog_of, stopped, daerah=host({"saluran": "Surat"}, VISIT)) == {}


def by(wilayah: str, tahap: str) -> dict[str, Any]:
    return {"replikasi": {"oleh": [{"wilayah": wilayah, "tahap": tahap}]}}


@pytest.mark.parametrize(
    ("tahap", "counts"),
    [
        ("minat", False),
        ("kunjungan", False),
        ("kesepakatan", False),
        ("uji-coba", True),
        ("berjalan", True),
        ("berhenti", True),
    ],
)
def test_a_replication_counts_from_its_trial_on(catalog_of: Any, vocabularies: Any, tahap: str, counts: bool) -> None:
    assert tahap in vocabularies.tahap_replikasi
    found = traits(catalog_of, make_entri("kab-blora/silat", **by("kab-grobogan", tahap)))
    assert found == ({"kab-blora/silat": ("pernah-direplikasi",)} if counts else {})


def copy_of(id: str, origin: str = "kab-blora/silat", *, tahap: str | None = None, **changes: Any) -> Any:
    said = {"tahap": tahap} if tahap else {}
    return make_entri(id, **{"tahapan": "penerapan", "replikasi": {"dari": [{"asal": origin} | said]}} | changes)


def test_an_entry_elsewhere_that_names_it_as_origin_is_a_replication(catalog_of: Any) -> None:
    origin = make_entri("kab-blora/silat")
    found = {"kab-blora/silat": ("pernah-direplikasi",)}
    assert traits(catalog_of, origin, copy_of("kab-grobogan/silat")) == found
    assert traits(catalog_of, origin, copy_of("kab-grobogan/silat", tahap="berhenti")) == found
    assert traits(catalog_of, origin, copy_of("kab-grobogan/silat", tahap="kesepakatan")) == {}
    assert traits(catalog_of, origin, copy_of("kab-grobogan/silat", tahapan="inisiatif")) == {}
    assert traits(catalog_of, origin, copy_of("kab-grobogan/silat", tahapan=None)) == {}
    assert traits(catalog_of, origin, copy_of("kab-blora/lanjutan")) == {}
    assert traits(catalog_of, origin, copy_of("kab-grobogan/silat", "Bank sampah di kota lain")) == {}


def test_where_the_sides_disagree_whether_there_is_a_copy_it_does_not_count(catalog_of: Any) -> None:
    agreed = make_entri("kab-blora/silat", **by("kab-grobogan", "kesepakatan"))
    assert traits(catalog_of, agreed, copy_of("kab-grobogan/silat")) == {}
    assert traits(catalog_of, agreed, copy_of("kab-grobogan/silat", tahap="berjalan")) == {}
    assert set(traits(catalog_of, agreed, copy_of("kab-grobogan/silat"), copy_of("kab-sragen/silat"))) == {
        "kab-blora/silat"
    }


def test_a_document_or_a_legal_basis(catalog_of: Any) -> None:
    paper = [{"jenis": "SOP", "judul": "Layanan"}]
    found = traits(
        catalog_of, make_entri("kab-blora/a", dokumen=paper), make_entri("kab-blora/b", dasar_hukum=paper),
        make_entri("kab-blora/c"),
    )  # fmt: skip
    assert found == {"kab-blora/a": ("berdokumen",), "kab-blora/b": ("berdokumen",)}


def test_traits_stand_in_their_order(catalog_of: Any) -> None:
    everything = make_entri(
        "kab-blora/silat",
        dokumen=[{"jenis": "SOP", "judul": "Layanan"}],
        kunjungan={"yang_dapat_dilihat": ["x"]},
        **by("kab-grobogan", "berjalan"),
    )
    assert traits(catalog_of, everything) == {"kab-blora/silat": tuple(CIRI)}
